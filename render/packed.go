package render

import (
	"compress/gzip"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// packings are the ways in which a file is packed, by the end of its name.
var packings = []struct {
	ending string
	pack   func(io.Writer) (io.WriteCloser, error)
}{
	{".gz", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestSpeed) }},
	{".zst", func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w, zstd.WithEncoderConcurrency(1)) }},
}

// packed makes a function that packs what write prints as the name of the file
// says; write itself where it says nothing.
func packed(path string, write func(io.Writer) error) func(io.Writer) error {
	for _, p := range packings {
		if strings.HasSuffix(strings.ToLower(path), p.ending) {
			return func(w io.Writer) error {
				packer, err := p.pack(w)
				if err != nil {
					return err
				}
				if err := write(packer); err != nil {
					packer.Close()
					return err
				}
				return packer.Close()
			}
		}
	}
	return write
}
