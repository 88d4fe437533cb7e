package main

import (
	"uncite/extract"
	"uncite/extract/record"
)

// reader reads references of references files again, of which a graph keeps no more than
// where they are: the number of the file, and the offset in it.
type reader struct{ files []*extract.Lines }

const (
	offsetBits = 40
	mostFiles  = 1 << (62 - offsetBits)
)

// places tells where the references of a result lie; nil where they cannot be read
// again, as those of documents and pipes.
func (a *reader) places(r *extract.Result) func(i int) uint64 {
	if r.Lines == nil || len(r.References) == 0 {
		return nil
	}
	if n := len(a.files); n == 0 || a.files[n-1] != r.Lines {
		if n == mostFiles {
			return nil
		}
		a.files = append(a.files, r.Lines)
	}
	file := uint64(len(a.files)) << offsetBits
	return func(i int) uint64 {
		if at := r.Offset(i); at < 1<<offsetBits {
			return file | uint64(at)
		}
		return 0
	}
}

// read returns the references at places, which ascend.
func (a *reader) read(places []uint64) ([]record.Reference, error) {
	var refs []record.Reference
	for len(places) > 0 {
		file := places[0] >> offsetBits
		var offsets []int64
		for len(places) > 0 && places[0]>>offsetBits == file {
			offsets = append(offsets, int64(places[0]&(1<<offsetBits-1)))
			places = places[1:]
		}
		part, err := a.files[file-1].At(offsets)
		if err != nil {
			return nil, err
		}
		refs = append(refs, part...)
	}
	return refs, nil
}
