package annotate

import (
	"cmp"
	"slices"

	"uncite/extract/record"
)

// Mark is a run of words to be marked, with the references that it stands for:
// the first is the one to link, the others share its words.
type Mark struct {
	record.Span
	References []*record.Reference
}

// Marks returns the places of a text at which references are to be marked, in
// the order of the text. No two of them overlap: of two references whose words
// do, the one to a document or instrument keeps its words before a name, then the
// longer, and the other is told beside it. References that the masthead makes of
// the document itself are none.
func Marks(refs []record.Reference) []Mark {
	var cited []*record.Reference
	for i := range refs {
		if r := &refs[i]; r.Zone != record.Masthead && r.Start < r.End {
			cited = append(cited, r)
		}
	}
	slices.SortStableFunc(cited, func(a, b *record.Reference) int { return cmp.Compare(a.Start, b.Start) })
	var marks []Mark
	for len(cited) > 0 {
		// What hangs together by overlaps, directly or through others.
		n, end := 1, cited[0].End
		for n < len(cited) && cited[n].Start < end {
			end = max(end, cited[n].End)
			n++
		}
		marks = append(marks, apart(cited[:n])...)
		cited = cited[n:]
	}
	return marks
}

// apart are the marks of references that overlap.
func apart(refs []*record.Reference) []Mark {
	slices.SortStableFunc(refs, func(a, b *record.Reference) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(a.Start, b.Start))
	})
	var marks []Mark // sorted by their places
	for _, r := range refs {
		at, _ := slices.BinarySearchFunc(marks, r.Start, func(m Mark, start int) int { return cmp.Compare(m.End, start+1) })
		if at < len(marks) && marks[at].Start < r.End {
			marks[at].References = append(marks[at].References, r)
			continue
		}
		marks = slices.Insert(marks, at, Mark{record.Span{Start: r.Start, End: r.End}, []*record.Reference{r}})
	}
	return marks
}

// order puts what is cited before what is named.
func order(r *record.Reference) int {
	switch r.Kind {
	case record.Entity, record.State:
		return 1
	}
	return 0
}
