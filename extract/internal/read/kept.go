package read

import (
	"bytes"
	"io"
	"os"
	"slices"

	"uncite/extract/internal/cache"
)

// Kept is the place in the cache of what was made of a file beyond its documents,
// by the content of the file.
type Kept struct {
	store *cache.Store
	key   cache.Key
	path  string
	was   os.FileInfo // the file when its content was looked at
}

// KeptOf returns the place of what was made in a way, which how spells, of the
// file at path; nil where nothing is kept of it: there is no cache, the file is in
// no format that takes long to read, or it cannot be read.
func KeptOf(path, how string) *Kept {
	s := settings()
	if s.Cache == nil || program() == nil {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > MaxBytes {
		return nil
	}
	head := make([]byte, min(headBytes, info.Size()))
	if _, err := io.ReadFull(f, head); err != nil {
		return nil
	}
	if !isCostly(head) {
		return nil
	}
	key, err := cache.KeyOfStream(io.MultiReader(bytes.NewReader(head), f), info.Size(), program(), []byte(formatOf(head).Name), []byte(s.Name), []byte(how))
	if err != nil {
		return nil
	}
	return &Kept{s.Cache, key, path, info}
}

// isCostly reports whether a file that begins so is in a format that takes long to read.
func isCostly(head []byte) bool {
	if !slices.ContainsFunc(Formats, func(f Format) bool { return slices.Contains(costly, f.Name) && f.Match(head) }) {
		return false // as most are
	}
	format := formatOf(head)
	return format != nil && figureOf(head) == "" && slices.Contains(costly, format.Name)
}

// Get returns what is kept, and whether there is anything.
func (k *Kept) Get() ([]byte, bool) {
	if k == nil {
		return nil, false
	}
	return k.store.Get(k.key)
}

// Drop takes away what turned out to be of no use.
func (k *Kept) Drop() { k.store.Drop(k.key) }

// Put keeps what was made of the file, unless the file has changed since: it would
// then be of another content. What cannot be written is made again the next time.
func (k *Kept) Put(data []byte) {
	if k.Current() {
		_ = k.store.Put(k.key, data)
	}
}

// Current tells that the file has not changed since its content was looked at.
func (k *Kept) Current() bool {
	if k == nil {
		return false
	}
	now, err := os.Stat(k.path)
	return err == nil && now.Size() == k.was.Size() && now.ModTime().Equal(k.was.ModTime())
}

// formatOf returns the format of a file that begins so.
func formatOf(head []byte) *Format {
	for i := range Formats {
		if Formats[i].Match(head) {
			return &Formats[i]
		}
	}
	return nil
}
