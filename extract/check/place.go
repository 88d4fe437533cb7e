package check

import (
	"fmt"
	"strconv"
	"strings"

	"uncite/extract/internal/pattern"

	"uncite/extract/record"
)

// paragraphOf finds the number of a paragraph in a pinpoint.
var paragraphOf = pattern.Lazy(`^paras?\. (\d+)`)

// paragraphs reports a paragraph of a document in hand that the document does
// not have: its operative paragraphs are numbered, and the number is above the
// last.
func paragraphs(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		cited, ok := s.held[r.Target]
		found := paragraphOf().FindStringSubmatch(r.Pinpoint)
		if !ok || found == nil || r.Status != record.Resolved {
			continue
		}
		number, err := strconv.Atoi(found[1])
		last := lastParagraph(cited)
		if err != nil || last == 0 || number <= last {
			continue
		}
		out = append(out, at(r, fmt.Sprintf("%s has no paragraph %d; its last is %d.", r.Target, number, last), ""))
	}
	return out
}

// lastParagraph is the highest number of a numbered paragraph, 0 where none
// has one.
func lastParagraph(d *record.Document) int {
	last := 0
	for _, p := range d.Paragraphs {
		if p.Zone != record.Footnote {
			head, _, _ := strings.Cut(p.Number, " ")
			if n, err := strconv.Atoi(head); err == nil {
				last = max(last, n)
			}
		}
	}
	return last
}
