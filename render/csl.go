package render

import (
	"context"
	"encoding/json"
	"io"
)

// cslItem is an item of CSL-JSON (citationstyles.org), with the variables that
// the document has.
type cslItem struct {
	ID     string       `json:"id"`
	Key    string       `json:"citation-key"`
	Type   string       `json:"type"`
	Title  string       `json:"title"`
	Author []cslLiteral `json:"author,omitempty"`
	Issued *cslDate     `json:"issued,omitempty"`
	Number string       `json:"number,omitempty"`
	By     string       `json:"publisher,omitempty"`
	URL    string       `json:"URL,omitempty"`
	Note   string       `json:"note,omitempty"`
}

type cslLiteral struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// writeCSL writes the cited documents as CSL-JSON, for Zotero and pandoc. Each is
// a report, or a treaty where it is a treaty or another instrument.
func writeCSL(ctx context.Context, w io.Writer, m *Map) error {
	items := []cslItem{}
	for _, k := range m.bibliography() {
		it := cslItem{ID: k.ID, Key: k.Key, Type: "report", Title: k.Title, Number: k.Number, By: "United Nations", URL: k.Link,
			Note: "cited by " + count(k.Cites, "document")}
		if k.isTreaty() {
			it.Type = "treaty"
		}
		if k.Author != "" {
			it.Author = []cslLiteral{{k.Author}}
		}
		if parts := k.dateParts(); len(parts) > 0 {
			it.Issued = &cslDate{[][]int{parts}}
		}
		items = append(items, it)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(items)
}
