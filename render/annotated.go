package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"uncite/extract/annotate"
	"uncite/extract/check"
	"uncite/extract/record"
	"uncite/extract/symbol"
	"uncite/graph"
)

// Annotated is a text with the references that were found in it, to be written
// with each of them linked and described.
type Annotated struct {
	Documents  []*record.Document // of one text
	References []record.Reference // found in it
	Findings   []check.Finding    // of it; may be empty
	Knowledge  graph.Knowledge    // of titles and links; may be nil
	Lang       string             // of the words that are added
	// Source is the file where it is Markdown: Markdown then adds to it and
	// changes none of its bytes. Others leave it empty.
	Source string
}

// spot is a run of words that is marked: references, findings, or both.
type spot struct {
	record.Span
	refs     []*record.Reference
	findings []*check.Finding
	number   int // from 1, in the order of the text
}

// textBlock is a paragraph as it stands in the text: in two where a page break
// or a note cut it.
type textBlock struct {
	Zone  record.Zone
	Lang  string
	Parts []textPart
}

// textPart are words of a paragraph; Spot is nil where they are not marked.
type textPart struct {
	Words string
	Spot  *spot
}

// Title is what the page is headed with: the document's symbol and title, or the
// name of the file.
func (a *Annotated) Title() string {
	if len(a.Documents) == 0 {
		return ""
	}
	d := a.Documents[0]
	words := strings.TrimSpace(d.Symbol + " " + plain(d.Title))
	if words == "" {
		return plain(d.Source)
	}
	return words
}

// link is the address of what a reference names: of the document, or of the one
// that adopted the instrument; empty where there is none.
func (a *Annotated) link(r *record.Reference) string {
	if r.Target == "" {
		return ""
	}
	known, _ := a.describe(r.Target)
	if address := cmp.Or(known.Link, symbol.Link(r.Target)); address != "" {
		return address
	}
	for _, by := range known.AdoptedBy {
		if address := symbol.Link(by); address != "" {
			return address
		}
	}
	return ""
}

func (a *Annotated) describe(id string) (graph.Description, bool) {
	if a.Knowledge == nil {
		return graph.Description{}, false
	}
	return a.Knowledge.Describe(id)
}

// Link is where a reference leads, and what is said of it in a line.
func (a *Annotated) Link(r *record.Reference) annotate.Link {
	return annotate.Link{Href: a.link(r), Title: a.told(r)}
}

// told describes a reference in a line: target, title, place, treatment, and
// status where it is not resolved.
func (a *Annotated) told(r *record.Reference) string {
	known, _ := a.describe(r.Target)
	var words []string
	for _, w := range []string{r.Target, known.Title, r.Pinpoint, r.Treatment, a.status(r), plain(r.Note)} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " · ")
}

// status is what became of a reference, in words, where it was not resolved.
func (a *Annotated) status(r *record.Reference) string {
	if r.Status == record.Resolved || r.Status == "" {
		return ""
	}
	return wordIn(a.Lang, "status "+string(r.Status))
}

// spots are the marked places in the order of the text. A finding that shares
// words with a reference is told there.
func (a *Annotated) spots() []*spot {
	var spots []*spot
	for _, m := range annotate.Marks(a.References) {
		spots = append(spots, &spot{Span: m.Span, refs: m.References})
	}
	// Findings come in the order of the text, but several documents may share one.
	findings := make([]*check.Finding, len(a.Findings))
	for i := range a.Findings {
		findings[i] = &a.Findings[i]
	}
	slices.SortStableFunc(findings, func(a, b *check.Finding) int { return cmp.Compare(a.Start, b.Start) })
	var alone []*spot
	for _, f := range findings {
		at, _ := slices.BinarySearchFunc(spots, f.Start, func(s *spot, start int) int { return cmp.Compare(s.End, start+1) })
		last := len(alone) - 1
		switch {
		case at < len(spots) && spots[at].Start < f.End:
			spots[at].findings = append(spots[at].findings, f)
		case last >= 0 && alone[last].End > f.Start:
			alone[last].findings = append(alone[last].findings, f)
		default:
			alone = append(alone, &spot{Span: record.Span{Start: f.Start, End: f.End}, findings: []*check.Finding{f}})
		}
	}
	spots = append(spots, alone...)
	slices.SortFunc(spots, func(a, b *spot) int { return cmp.Compare(a.Start, b.Start) })
	for i, s := range spots {
		s.number = i + 1
	}
	return spots
}

// piece is a run of the words of a paragraph.
type textPiece struct {
	record.Span
	paragraph *record.Paragraph
	lang      string
}

// blocks are all words of the text in their order: those of the paragraphs, and
// what stands between them, such as printed numbers, which go to the paragraph
// that they begin.
func (a *Annotated) blocks(spots []*spot) []textBlock {
	if len(a.Documents) == 0 {
		return nil
	}
	text := a.Documents[0].Text
	var pieces []textPiece
	for _, d := range a.Documents {
		for i := range d.Paragraphs {
			for _, p := range d.Paragraphs[i].Pieces {
				pieces = append(pieces, textPiece{p, &d.Paragraphs[i], d.Lang})
			}
		}
	}
	slices.SortStableFunc(pieces, func(a, b textPiece) int { return cmp.Compare(a.Start, b.Start) })
	w := blockWriter{text: text, spots: spots, lang: a.Documents[0].Lang}
	for _, p := range pieces {
		w.piece(p)
	}
	w.lines(text[w.at:])
	return w.blocks
}

// blockWriter makes blocks of a text from its beginning to its end.
type blockWriter struct {
	text   string
	lang   string
	spots  []*spot
	at     int // up to here the text has been taken
	next   int // the first spot that does not end before that
	blocks []textBlock
}

// lines takes lines that are in no paragraph.
func (w *blockWriter) lines(gap string) {
	for line := range strings.Lines(gap) {
		if words := level(line); words != "" {
			w.blocks = append(w.blocks, textBlock{record.Masthead, w.lang, []textPart{{Words: words}}})
		}
	}
}

// piece takes a run of words with what stands before it on its line.
func (w *blockWriter) piece(p textPiece) {
	if p.Start < w.at {
		return
	}
	gap := w.text[w.at:p.Start]
	line := strings.LastIndexByte(gap, '\n') + 1
	w.lines(gap[:line])
	b := textBlock{Zone: p.paragraph.Zone, Lang: p.lang}
	if before := level(gap[line:]); before != "" {
		b.Parts = append(b.Parts, textPart{Words: before + " "})
	}
	at := p.Start
	for w.next < len(w.spots) && w.spots[w.next].End <= at {
		w.next++
	}
	for _, s := range w.spots[w.next:] {
		if s.Start >= p.End {
			break
		}
		from, to := max(s.Start, at), min(s.End, p.End)
		if from >= to {
			continue
		}
		b.add(w.words(at, from, p.paragraph), nil)
		b.add(w.words(from, to, p.paragraph), s)
		at = to
	}
	b.add(w.words(at, p.End, p.paragraph), nil)
	w.blocks, w.at = append(w.blocks, b), p.End
}

func (b *textBlock) add(words string, s *spot) {
	if words != "" {
		b.Parts = append(b.Parts, textPart{words, s})
	}
}

// words are those of a span on one line, without the hyphens that part a word at
// the end of a line.
func (w *blockWriter) words(from, to int, p *record.Paragraph) string {
	var b strings.Builder
	for _, skip := range p.Skips {
		if skip.Start >= from && skip.End <= to && strings.Contains(w.text[skip.Start:skip.End], "\n") {
			b.WriteString(w.text[from:skip.Start])
			from = skip.End
		}
	}
	b.WriteString(w.text[from:to])
	return unwrap(b.String())
}

// level is unwrap without the blanks at both ends.
func level(s string) string { return strings.TrimSpace(unwrap(s)) }

// unwrap writes every run of white space as one blank, and a line end between
// two characters of a script without blanks as nothing. Control characters are
// made harmless; no-break spaces stay.
func unwrap(s string) string {
	var b strings.Builder
	var last rune
	blank, line := false, false
	for _, r := range s {
		if r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029 {
			blank, line = true, line || r != ' ' && r != '\t'
			continue
		}
		if blank && !(line && ideographic(last) && ideographic(r)) {
			b.WriteByte(' ')
		}
		blank, line, last = false, false, r
		b.WriteRune(printable(r))
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

func ideographic(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// class is the gravest of what is to be said of a spot: a severity, a status, or
// "resolved".
func (s *spot) class() string {
	gravest := ""
	for _, f := range s.findings {
		if gravest == "" || f.Severity.AtLeast(check.Severity(gravest)) {
			gravest = string(f.Severity)
		}
	}
	if gravest != "" {
		return gravest
	}
	for _, r := range s.refs {
		if r.Status != record.Resolved && r.Status != "" {
			return string(r.Status)
		}
	}
	return string(record.Resolved)
}

// href is the address of the first reference of a spot that has one.
func (a *Annotated) href(s *spot) string {
	for _, r := range s.refs {
		if address := a.link(r); address != "" {
			return address
		}
	}
	return ""
}

// tells is all that is to be said of a spot, a line each.
func (a *Annotated) tells(s *spot) []string {
	var lines []string
	for _, r := range s.refs {
		lines = append(lines, a.told(r))
	}
	for _, f := range s.findings {
		lines = append(lines, string(f.Severity)+": "+findingSays(*f, a.Lang))
	}
	return lines
}

// findingSays is the reason of a finding and what was perhaps meant.
func findingSays(f check.Finding, code string) string {
	words := plain(f.Reason)
	if f.Intent != "" {
		words += " " + wordIn(code, "doc perhaps meant") + " " + f.Intent
	}
	return words
}
