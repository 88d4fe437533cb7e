package read

import (
	"errors"

	"uncite/extract/internal/block"
	"uncite/extract/internal/pdf"
)

// readPDF reads a PDF with a text layer.
func readPDF(data []byte) ([]block.Text, error) { return readPages(data, nil) }

// readPages reads the pages of a PDF that are wanted; nil wants all.
func readPages(data []byte, wanted func(int) bool) ([]block.Text, error) {
	t, err := pdf.Read(data, pdf.Options{Page: wanted})
	if e := (*pdf.Error)(nil); errors.As(err, &e) {
		return nil, &Error{Kind: e.Kind, Detail: e.Detail, Remedy: e.Remedy}
	}
	if err != nil {
		return nil, err
	}
	return []block.Text{*t}, nil
}
