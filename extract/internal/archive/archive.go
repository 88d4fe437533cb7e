// Package archive unpacks: gzip, zstd and bzip2, ZIP and tar. It bounds what
// comes out, in size, in number and by what went in, so that a bomb costs no
// more than an error that says so. It knows nothing of what the files hold.
package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"uncite/extract/internal/charset"
)

// The bounds: of what a file unpacks to, MaxRatio times its own size but
// FreeBytes at any rate; of an archive, MaxEntries files; of archives within
// archives, MaxDepth.
const (
	MaxRatio   = 250
	FreeBytes  = 32 << 20
	MaxEntries = 1 << 20
	MaxDepth   = 3
)

// ErrBomb is the error of a file that unpacks to more than the bounds allow.
var ErrBomb = errors.New("it unpacks to more than can be a document")

// Kind is a way of packing.
type Kind uint8

// The kinds that are known. Gzip, Zstd and Bzip2 pack one stream; Zip and Tar
// hold files.
const (
	None Kind = iota
	Gzip
	Zstd
	Bzip2
	Zip
	Tar
)

// HeadBytes is how much of a file its kind is told from.
const HeadBytes = 512

// KindOf tells the kind of a file from its first HeadBytes.
func KindOf(head []byte) Kind {
	const ustar = 257 // where the header of a tar file says what it is
	switch {
	case bytes.HasPrefix(head, []byte{0x1F, 0x8B, 8}):
		return Gzip
	case bytes.HasPrefix(head, []byte{0x28, 0xB5, 0x2F, 0xFD}):
		return Zstd
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 10 && string(head[4:10]) == "1AY&SY":
		return Bzip2
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return Zip
	case len(head) > ustar+5 && string(head[ustar:ustar+5]) == "ustar":
		return Tar
	}
	return None
}

// Stream reports whether the kind packs one stream.
func (k Kind) Stream() bool { return k == Gzip || k == Zstd || k == Bzip2 }

// Unpack returns the stream that was packed. What is read of it is bounded by
// what is read of r.
func Unpack(kind Kind, r io.Reader) (io.ReadCloser, error) {
	in := &counter{r: r}
	var out io.Reader
	closing := func() {}
	switch kind {
	case Gzip:
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		out = z
	case Zstd:
		const window = 64 << 20
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(4<<30), zstd.WithDecoderMaxWindow(window))
		if err != nil {
			return nil, err
		}
		out, closing = z, z.Close
	case Bzip2:
		out = bzip2.NewReader(in)
	default:
		return nil, fmt.Errorf("kind %d packs no stream", kind)
	}
	return &bounded{r: out, in: in, closing: closing}, nil
}

// counter counts what is read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// bounded ends with ErrBomb where too much comes out of too little.
type bounded struct {
	r       io.Reader
	in      *counter
	n       int64
	closing func()
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.n += int64(n)
	if b.n > FreeBytes && b.n > MaxRatio*b.in.n {
		return n, ErrBomb
	}
	return n, err
}

func (b *bounded) Close() error {
	b.closing()
	return nil
}

// Visit takes a file of an archive: its name, with slashes, and its bytes, at
// most limit of them and one more. An error ends the walk.
type Visit func(name string, data []byte, err error) error

// WalkZip visits the files of a ZIP file in the order of its directory.
func WalkZip(r io.ReaderAt, size, limit int64, visit Visit) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return err
	}
	for i, f := range z.File {
		if i == MaxEntries {
			return fmt.Errorf("it holds more than %d files", MaxEntries)
		}
		name := f.Name
		if f.NonUTF8 {
			if t, err := charset.Decode([]byte(f.Name), ""); err == nil {
				name = t.Text
			}
		}
		if name = clean(name); name == "" || !f.Mode().IsRegular() {
			continue
		}
		data, err := unzip(f, limit)
		if err := visit(name, data, err); err != nil {
			return err
		}
	}
	return nil
}

// unzip reads a file of a ZIP file.
func unzip(f *zip.File, limit int64) ([]byte, error) {
	if f.UncompressedSize64 > FreeBytes && f.UncompressedSize64/MaxRatio > f.CompressedSize64 {
		return nil, ErrBomb
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, limit+1))
}

// WalkTar visits the files of a tar file as they come.
func WalkTar(r io.Reader, limit int64, visit Visit) error {
	t := tar.NewReader(r)
	for n := 0; ; n++ {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if n == MaxEntries {
			return fmt.Errorf("it holds more than %d files", MaxEntries)
		}
		name := clean(h.Name)
		if name == "" || h.Typeflag != tar.TypeReg {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(t, limit+1))
		if err := visit(name, data, err); err != nil {
			return err
		}
		if errors.Is(err, ErrBomb) {
			return err
		}
	}
}

// clean returns a name with slashes and without control characters, empty for
// files that a folder would not show.
func clean(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		}
		return r
	}, name)
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	for _, part := range strings.Split(name, "/") {
		if part == "" || part[0] == '.' || part == "__MACOSX" {
			return ""
		}
	}
	return name
}
