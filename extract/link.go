package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// linked adds a reference for each link of the document to another UN document
// that no reference on the same words has as its target, in reading order.
func linked(refs []Reference, first int, d *Document) []Reference {
	found := len(refs)
	on := map[string][]record.Span{} // by target, the words that references stand on
	for _, r := range refs[first:] {
		for _, target := range []string{r.Target, r.Symbol} {
			if target != "" {
				on[whole(target)] = append(on[whole(target)], record.Span{Start: r.Start, End: r.End})
			}
		}
	}
	for _, l := range d.Links {
		printed, ok := symbol.OfLink(l.Href)
		if !ok || l.Span.End > len(d.Text) || l.Span.Start >= l.Span.End {
			continue
		}
		s, err := symbol.Parse(printed)
		if err != nil || s.Canonical == d.Symbol || slices.Contains(d.Aliases, s.Canonical) {
			continue
		}
		if slices.ContainsFunc(on[whole(s.Canonical)], func(words record.Span) bool { return words.Start < l.Span.End && words.End > l.Span.Start }) {
			continue
		}
		p := paragraphOf(d, l.Span.Start)
		refs = append(refs, Reference{
			Source: d.Source, Document: d.Symbol, Lang: d.Lang, Zone: p.Zone, Paragraph: p.Number, Section: p.Section,
			Kind: s.Kind, Target: s.Canonical, Text: d.Text[l.Span.Start:l.Span.End], Start: l.Span.Start, End: l.Span.End,
			Rule: record.LinkRule, Status: record.Resolved,
		})
	}
	if len(refs) > found {
		slices.SortStableFunc(refs[first:], func(a, b Reference) int { return cmp.Compare(a.Start, b.Start) })
	}
	return refs
}

// whole returns the symbol of the resolution of which a symbol names a part:
// links leave letters out.
func whole(target string) string {
	if s, err := symbol.Parse(target); err == nil && s.Letter != "" {
		return strings.TrimSuffix(s.Canonical, s.Letter)
	}
	return target
}

// paragraphOf returns the paragraph that begins last before an offset; those of a
// document stand in the order of the text.
func paragraphOf(d *Document, offset int) record.Paragraph {
	i := sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Pieces[0].Start > offset }) - 1
	if i < 0 {
		return record.Paragraph{Standing: record.In("")}
	}
	return d.Paragraphs[i]
}
