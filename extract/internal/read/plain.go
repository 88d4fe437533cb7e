package read

import (
	"uncite/extract/internal/block"
	"uncite/extract/internal/pdf"
)

// readPlain reads plain text in any layout: one line a paragraph, blank lines
// between, or lines broken as on the printed page. It shows lines and nothing
// else, so all the rest is left to the structure stage. What programs took off pages that
// run from the right is put into reading order, as the pages themselves are.
func readPlain(data []byte) ([]block.Text, error) {
	t, err := decode(data, "")
	if err != nil {
		return nil, err
	}
	return []block.Text{{Text: pdf.InReadingOrder(t.Text), Encoding: t.Encoding, Replaced: t.Replaced}}, nil
}
