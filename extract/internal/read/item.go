package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"uncite/extract/internal/archive"
	"uncite/extract/internal/block"
	"uncite/extract/internal/office"
	"uncite/extract/internal/rows"
	"uncite/extract/record"
)

// Item is one of the things that a file holds: the file itself, a file of an
// archive, a line of a corpus in JSON Lines.
type Item struct {
	// Source is its name: that of the file, with that of the file within an
	// archive behind a slash, or that of a line of a corpus behind "#".
	Source string
	// Documents reads it, once; the error is an *Error. It is nil for
	// a file of references.
	Documents func() ([]*record.Document, error)
	// References opens a file of references, unpacked; nil for all others.
	References func() (io.ReadCloser, error)
	// Again tells that References can be called more than once.
	Again bool
	// Quick tells that it is read as soon as it is looked for in the cache.
	Quick bool
}

// IsCorpus reports whether a file that begins so holds records with a text.
func IsCorpus(head []byte) bool { return rows.IsJSON(head) }

// Lister lists the items of files. It unpacks what is packed: zip, tar, gzip,
// zstd and bzip2, to archive.MaxDepth.
type Lister struct {
	// IsReferences tells a file of references by its first bytes; it is found
	// at the top, packed as a stream or not, but not within an archive.
	IsReferences func(source string, head []byte) bool
	// Emit takes the items in order. What it takes is kept in memory until it
	// is read, where it is not a file of its own.
	Emit func(Item)
}

// File lists what the file at path holds. Pipes and devices are opened once.
func (l *Lister) File(path string) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		l.Emit(Item{Source: path, Documents: func() ([]*record.Document, error) { return File(path) }})
		return
	}
	f, err := os.Open(path)
	if err != nil {
		l.failed(path, openError(path, err))
		return
	}
	if !info.Mode().IsRegular() {
		l.Stream(path, f) // it stays open until it has been read to its end
		return
	}
	defer f.Close()
	room := heads.Get().(*[headBytes]byte)
	defer heads.Put(room)
	head, kind := headOf(f, room[:])
	switch {
	case kind == archive.Zip:
		l.zip(path, f, info.Size(), 0)
	case kind == archive.Tar || archive.KindOf(head) == archive.Tar:
		l.opened(path, kind, 0)
	case l.IsReferences(path, head):
		l.Emit(Item{Source: path, References: func() (io.ReadCloser, error) { return openUnpacked(path, kind) }, Again: true})
	case rows.IsLines(head):
		l.opened(path, kind, 0)
	case kind.Stream():
		l.Emit(Item{Source: path, Documents: func() ([]*record.Document, error) { return fileUnpacked(path, kind) }})
	default:
		l.Emit(Item{Source: path, Documents: func() ([]*record.Document, error) { return File(path) }, Quick: !isCostly(head)})
	}
}

// heads are used again, since a folder may hold many small files.
var heads = sync.Pool{New: func() any { return new([headBytes]byte) }}

// headOf reads the first bytes of a file into head and tells how it is packed; those
// of a packed stream are returned unpacked.
func headOf(f *os.File, head []byte) ([]byte, archive.Kind) {
	n, _ := io.ReadFull(f, head)
	head = head[:n]
	kind := archive.KindOf(head)
	if !kind.Stream() {
		return head, kind
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, kind
	}
	r, err := archive.Unpack(kind, f)
	if err != nil {
		return nil, kind
	}
	defer r.Close()
	inner := make([]byte, headBytes)
	n, _ = io.ReadFull(r, inner)
	return inner[:n], kind
}

// openUnpacked opens a file, unpacked if it is packed as a stream.
func openUnpacked(path string, kind archive.Kind) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	if !kind.Stream() {
		return f, nil
	}
	r, err := archive.Unpack(kind, f)
	if err != nil {
		f.Close()
		return nil, packedError(path, err)
	}
	return &both{r, f}, nil
}

// both closes the file behind an unpacked stream too.
type both struct {
	io.ReadCloser
	file io.Closer
}

func (b *both) Close() error { return errors.Join(b.ReadCloser.Close(), b.file.Close()) }

func fileUnpacked(path string, kind archive.Kind) ([]*record.Document, error) {
	r, err := openUnpacked(path, kind)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		if len(data) == 0 || errors.Is(err, archive.ErrBomb) {
			return nil, packedError(path, err)
		}
		docs, readErr := Bytes(path, data) // cut off: what there is
		return docs, errors.Join(packedError(path, err), readErr)
	}
	return Bytes(path, data)
}

// opened lists what a packed file, a tar file or a corpus holds.
func (l *Lister) opened(path string, kind archive.Kind, depth int) {
	r, err := openUnpacked(path, kind)
	if err != nil {
		l.failed(path, err)
		return
	}
	defer r.Close()
	l.stream(path, r, depth)
}

// Stream lists what a stream holds. What is no archive, corpus or file of
// references is read to its end by its item.
func (l *Lister) Stream(source string, r io.Reader) {
	buffered := bufio.NewReaderSize(r, headBytes)
	head, err := buffered.Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		l.failed(source, openError(source, err))
		return
	}
	if kind := archive.KindOf(head); kind.Stream() {
		unpacked, err := archive.Unpack(kind, buffered)
		if err != nil {
			l.failed(source, packedError(source, err))
			return
		}
		buffered = bufio.NewReaderSize(unpacked, headBytes)
		head, _ = buffered.Peek(headBytes)
	}
	switch kind := archive.KindOf(head); {
	case l.IsReferences(source, head):
		l.Emit(Item{Source: source, References: func() (io.ReadCloser, error) { return io.NopCloser(buffered), nil }})
	case kind == archive.Tar || kind == archive.Zip || rows.IsLines(head):
		l.stream(source, buffered, 0)
	default:
		l.Emit(Item{Source: source, Documents: func() ([]*record.Document, error) { return Stream(source, buffered) }})
	}
}

// stream lists what an unpacked stream holds: a corpus, a tar file, or a file.
func (l *Lister) stream(source string, r io.Reader, depth int) {
	buffered := bufio.NewReaderSize(r, headBytes)
	head, _ := buffered.Peek(headBytes)
	switch {
	case archive.KindOf(head) == archive.Tar:
		err := archive.WalkTar(buffered, MaxBytes, l.visit(source, depth))
		if err != nil {
			l.failed(source, packedError(source, err))
		}
	case rows.IsLines(head):
		l.lines(source, buffered)
	default:
		data, err := io.ReadAll(io.LimitReader(buffered, MaxBytes+1))
		l.data(source, data, err, depth)
	}
}

// zip lists the files of a ZIP file, or the one document that it is.
func (l *Lister) zip(path string, r io.ReaderAt, size int64, depth int) {
	if office.KindAt(r, size) != "" {
		l.Emit(Item{Source: path, Documents: func() ([]*record.Document, error) {
			if data, ok := r.(*bytes.Reader); ok {
				return Stream(path, data)
			}
			return File(path)
		}})
		return
	}
	if err := archive.WalkZip(r, size, MaxBytes, l.visit(path, depth)); err != nil {
		l.failed(path, packedError(path, err))
	}
}

// visit takes the files of an archive.
func (l *Lister) visit(source string, depth int) archive.Visit {
	return func(name string, data []byte, err error) error {
		l.data(source+"/"+name, data, err, depth+1)
		return nil
	}
}

// data lists what a file of an archive holds.
func (l *Lister) data(source string, data []byte, err error, depth int) {
	head := data[:min(len(data), headBytes)]
	kind := archive.KindOf(head)
	switch {
	case err != nil:
		l.failed(source, packedError(source, err))
	case depth >= archive.MaxDepth && kind != archive.None && (kind != archive.Zip || office.Kind(data) == ""):
		l.failed(source, &Error{Source: source, Kind: ErrDamaged, Detail: "archives nest too deep", Remedy: "unpack it first"})
	case kind == archive.Zip:
		l.zip(source, bytes.NewReader(data), int64(len(data)), depth)
	case kind.Stream():
		r, err := archive.Unpack(kind, bytes.NewReader(data))
		if err != nil {
			l.failed(source, packedError(source, err))
			return
		}
		defer r.Close()
		l.stream(source, r, depth+1)
	case kind == archive.Tar || rows.IsLines(head):
		l.stream(source, bytes.NewReader(data), depth)
	default:
		l.Emit(Item{Source: source, Documents: func() ([]*record.Document, error) { return Bytes(source, data) }})
	}
}

// lines lists the documents of a corpus in JSON Lines.
func (l *Lister) lines(source string, r io.Reader) {
	broken := 0
	err := rows.Lines(r, MaxBytes, func(n int, line []byte) {
		t, err := rows.Line(line, n)
		if err != nil {
			if broken++; broken <= mostBroken {
				l.failed(source, lineError(source, n, err))
			}
			return
		}
		l.Emit(Item{Source: source + "#" + t.Name, Documents: func() ([]*record.Document, error) {
			return documents(source, "JSON Lines", []block.Text{t}), nil
		}})
	})
	if more := broken - mostBroken; more > 0 {
		l.failed(source, &Error{Source: source, Kind: ErrDamaged, Detail: fmt.Sprintf("%d more lines are no records", more), Remedy: remedyOfLines})
	}
	if err != nil {
		l.failed(source, openError(source, err))
	}
}

func (l *Lister) failed(source string, err error) {
	l.Emit(Item{Source: source, Documents: func() ([]*record.Document, error) { return nil, err }})
}

// packedError says what is wrong with a packed file.
func packedError(source string, err error) error {
	if errors.Is(err, archive.ErrBomb) {
		return &Error{Source: source, Kind: ErrTooLarge, Detail: err.Error(), Remedy: "unpack it, if you know what it is"}
	}
	return &Error{Source: source, Kind: ErrDamaged, Detail: err.Error(), Remedy: "get the file again; it may be cut off or damaged"}
}

// lineError names the line of a corpus that could not be read.
func lineError(source string, n int, err error) error {
	return &Error{Source: source, Kind: ErrDamaged, Place: fmt.Sprintf("line %d", n), Detail: err.Error(),
		Remedy: remedyOfLines}
}

// mostBroken is how many lines of a corpus that are no records are named one by one.
const mostBroken = 100

const remedyOfLines = `give a record with the keys "id" and "text" on each line`

// Named reads the documents of a source by its name, as an Item has it: a
// file, a file of an archive, a line of a corpus. Pipes and devices, which
// give their content but once, count as not found.
func Named(source string) ([]*record.Document, error) {
	path, ok := FileOf(source)
	if !ok {
		return nil, &Error{Source: source, Kind: ErrNotFound}
	}
	var docs []*record.Document
	err := error(&Error{Source: source, Kind: ErrNotFound})
	l := Lister{IsReferences: func(string, []byte) bool { return false }, Emit: func(item Item) {
		if item.Source == source && item.Documents != nil {
			docs, err = item.Documents()
		}
	}}
	l.File(path)
	return docs, err
}

// FileOf returns the regular file that a source is or is in.
func FileOf(source string) (path string, ok bool) {
	for i := len(source); i > 0; i-- {
		if i < len(source) && source[i] != '/' && source[i] != '#' {
			continue
		}
		if info, err := os.Stat(source[:i]); err == nil && info.Mode().IsRegular() {
			return source[:i], true
		}
	}
	return "", false
}
