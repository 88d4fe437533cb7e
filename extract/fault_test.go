package extract

import (
	"context"
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestFaultOfOne protects the rest of a run from a fault of the program's own in one file:
// that file has an error which names it, and the next is read.
func TestFaultOfOne(t *testing.T) {
	const text = "See resolution 70/1."
	good := &record.Document{Source: "good.txt", Lang: "en", Text: text, Paragraphs: []record.Paragraph{
		{Standing: record.In(record.Body), Pieces: []record.Span{{Start: 0, End: len(text)}}},
	}}
	inputs := []input{
		{source: "bad.txt", read: func() ([]*Document, error) { panic("index out of range") }},
		{source: "good.txt", read: func() ([]*Document, error) { return []*Document{good}, nil }},
	}
	var bad, found int
	err := New(nil).run(context.Background(), Share{}, func(to chan<- input) {
		for _, in := range inputs {
			to <- in
		}
	}, func(res *Result) error {
		switch {
		case res.Source == "bad.txt" && res.Err != nil && strings.HasPrefix(res.Err.Error(), "bad.txt: "):
			bad++
		case res.Source == "good.txt" && res.Err == nil:
			found += len(res.References)
		}
		return nil
	})
	if err != nil || bad != 1 || found != 1 {
		t.Errorf("error %v, %d errors of the bad file, %d references of the good one; want none, 1 and 1", err, bad, found)
	}
}
