package main

import (
	"fmt"
	"io"

	"uncite/extract/record"
	"uncite/graph/generate"
	"uncite/render"
)

// clauses are treatments with a verb that has them, and none.
var clauses = [][2]string{{"recall", "Recalling"}, {"reaffirm", "Reaffirms"}, {"note", "Takes note of"}, {"welcome", "Welcomes"}, {"", ""}}

// writeReferences writes the references of documents that name and date themselves
// and then cite earlier ones, in each of their versions.
func writeReferences(w io.Writer, documents, references int, languages []string) error {
	c := generate.Citations(generate.Config{Nodes: documents, Arcs: max(0, references/len(languages)-documents), Seed: 1})
	numbers := make([]int, documents) // of the documents in their years
	for u := range numbers {
		if numbers[u] = 1; u > 0 && c.Year[u] == c.Year[u-1] {
			numbers[u] = numbers[u-1] + 1
		}
	}
	name := func(u uint32) (number, symbol, date string) {
		number = fmt.Sprintf("%d/%d", c.Year[u]-1945, numbers[u])
		return number, "A/RES/" + number, fmt.Sprintf("%d-12-%02d", c.Year[u], 1+numbers[u]%28)
	}
	var line []byte
	first := 0
	for u := range documents {
		last := first
		for last < len(c.From) && c.From[last] == uint32(u) {
			last++
		}
		_, own, date := name(uint32(u))
		for _, code := range languages {
			r := record.Reference{
				Source: fmt.Sprintf("corpus/%d/%d-%s.txt", c.Year[u], numbers[u], code), Document: own, Lang: code, Zone: record.Masthead,
				Kind: record.Resolution, Target: own, Text: own, Start: 12, End: 12 + len(own), Date: date, Rule: "symbol", Status: record.Resolved,
				Title: fmt.Sprintf("Report on the work of the year, part %d", numbers[u]),
			}
			line = append(render.AppendReference(line[:0], &r), '\n')
			if _, err := w.Write(line); err != nil {
				return err
			}
			for k := first; k < last; k++ {
				number, symbol, date := name(c.To[k])
				clause := clauses[(k^int(c.To[k]))%len(clauses)]
				r := record.Reference{
					Source: r.Source, Document: own, Lang: code, Zone: record.Operative, Paragraph: fmt.Sprint(1 + k - first), Kind: record.Resolution,
					Target: symbol, Treatment: clause[0], Verb: clause[1], Text: "resolution " + number, Start: 400 + 180*(k-first), Date: date,
					Rule: "number", Status: record.Resolved,
				}
				r.End = r.Start + len(r.Text)
				line = append(render.AppendReference(line[:0], &r), '\n')
				if _, err := w.Write(line); err != nil {
					return err
				}
			}
		}
		first = last
	}
	return nil
}
