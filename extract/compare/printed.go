package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
	"uncite/extract/record"
)

// figure is a number as a text prints it, in figures of any script or in roman
// ones.
type figure struct {
	value, start, end int
}

// figures are the numbers of a text in their order.
func figures(text string) []figure {
	var out []figure
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsDigit(r):
			f := figure{start: at}
			for at < len(text) {
				d, size := utf8.DecodeRuneInString(text[at:])
				if !unicode.IsDigit(d) {
					break
				}
				f.value, at = f.value*10+digitOf(d), at+size
			}
			f.end = at
			out = append(out, f)
		case isLatin(r):
			end := at
			for end < len(text) && (isLatin(rune(text[end]))) {
				end++
			}
			if n := roman(text[at:end]); n > 0 {
				out = append(out, figure{n, at, end})
			}
			at = end
		default:
			at += size
		}
	}
	return out
}

func isLatin(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

// digitOf is the value of a decimal digit: each script has its ten in a row that
// begins at a code that ends in 0 or 6.
func digitOf(r rune) int {
	for zero := r; ; zero-- {
		if !unicode.IsDigit(zero-1) || r-zero == 9 {
			return int(r - zero)
		}
	}
}

var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}

// roman is the value of a roman number, 0 for any other word.
func roman(word string) int {
	sum := 0
	for i := range len(word) {
		v := romanDigits[word[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(word) && v < romanDigits[word[i+1]] {
			v = -v
		}
		sum += v
	}
	return sum
}

// figureGap is how many bytes may stand between two numbers of one citation: a
// stroke, a word.
const figureGap = 14

// prints reports whether a version prints the numbers of a citation where another
// version has it: in the same paragraph or, as notes are numbered by each version
// for itself, in the same part. What is printed is no lack of the text, though it
// was read as something else; nor is a title, which some languages alone set between marks.
func (c *comparison) prints(v int, r *record.Reference) bool {
	if strings.Contains(r.Rule, "title") {
		return true
	}
	wanted := figures(r.Text)
	if len(wanted) == 0 {
		return false
	}
	d := c.versions[v].Document
	anywhere := r.Zone == record.Footnote || !hasParagraph(d, r)
	for _, at := range c.numbered(v)[wanted[0].value] {
		p := &d.Paragraphs[at.paragraph]
		if p.Zone == r.Zone && (anywhere || p.Number == r.Paragraph) && inOrder(at.from, wanted) {
			return true
		}
	}
	return false
}

// printedNumber is a number of a paragraph, with those behind it.
type printedNumber struct {
	paragraph int
	from      []figure
}

// numbered are the numbers of a version by their values, found once.
func (c *comparison) numbered(v int) map[int][]printedNumber {
	if c.printed == nil {
		c.printed = make([]map[int][]printedNumber, len(c.versions))
	}
	if c.printed[v] != nil {
		return c.printed[v]
	}
	d, out := c.versions[v].Document, map[int][]printedNumber{}
	for i := range d.Paragraphs {
		all := figures(words(d, &d.Paragraphs[i]))
		for k, f := range all {
			out[f.value] = append(out[f.value], printedNumber{i, all[k:]})
		}
	}
	c.printed[v] = out
	return out
}

func hasParagraph(d *record.Document, r *record.Reference) bool {
	for i := range d.Paragraphs {
		if p := &d.Paragraphs[i]; r.Paragraph != "" && p.Zone == r.Zone && p.Number == r.Paragraph {
			return true
		}
	}
	return false
}

// inOrder reports whether numbers begin with others, one close behind the other.
func inOrder(from, wanted []figure) bool {
	if len(wanted) > len(from) {
		return false
	}
	for k, w := range wanted {
		if from[k].value != w.value || k > 0 && from[k].start-from[k-1].end > figureGap {
			return false
		}
	}
	return true
}

// placeFigures are the numbers of a place: "sect. II.B, para. 7" has 2 and 7. Units
// are called by each language as it likes.
func placeFigures(place string) []int {
	var out []int
	for _, f := range figures(place) {
		out = append(out, f.value)
	}
	return out
}

// samePlace reports whether two places have the same numbers. One that has none,
// such as an annex, is the same as another that has none, but not as no place.
func samePlace(a, b string) bool {
	return a == b || a != "" && b != "" && slices.Equal(placeFigures(a), placeFigures(b))
}

// printsPlace reports whether a version prints the numbers of a place in the
// paragraph of a reference, so that nothing lacks but the reading of it. A place
// without numbers may stand in many words, but for notes, which are short: there its
// word stands, behind another symbol or a stop.
func (c *comparison) printsPlace(v int, r *record.Reference, place string) bool {
	wanted := placeFigures(place)
	d := c.versions[v].Document
	if len(wanted) == 0 {
		return place != "" && (r.Zone != record.Footnote || spells(d, r, place))
	}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Zone == r.Zone && p.Number == r.Paragraph && holdsAll(figures(words(d, p)), wanted) {
			return true
		}
	}
	return false
}

// spells reports whether the paragraph of a reference has the word of a place, "annex", in
// the language of the document.
func spells(d *record.Document, r *record.Reference, place string) bool {
	rows, err := lang.Table(d.Lang, "lexicon", "unit")
	if err != nil {
		return false
	}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Zone != r.Zone || p.Number != r.Paragraph {
			continue
		}
		text := strings.ToLower(words(d, p))
		if slices.ContainsFunc(rows, func(row lang.Row) bool {
			return row.Value == place && strings.Contains(text, strings.ToLower(strings.TrimSuffix(row.Form, "*")))
		}) {
			return true
		}
	}
	return false
}

func holdsAll(all []figure, wanted []int) bool {
	return !slices.ContainsFunc(wanted, func(n int) bool {
		return !slices.ContainsFunc(all, func(f figure) bool { return f.value == n })
	})
}

// leading leaves the references whose verb begins their paragraph: which of
// several verbs a citation belongs to, each language says in its own order.
func (c *comparison) leading(refs []*record.Reference) []*record.Reference {
	out := make([]*record.Reference, len(refs))
	for v, r := range refs {
		if r == nil || r.Verb == "" {
			continue
		}
		d := c.versions[v].Document
		for i := range d.Paragraphs {
			p := &d.Paragraphs[i]
			if p.Zone == r.Zone && p.Number == r.Paragraph && begins(words(d, p), r.Verb) {
				out[v] = r
				break
			}
		}
	}
	return out
}

// begins reports whether a paragraph begins with a verb, whatever the blanks, with
// a particle before it at most.
func begins(paragraph, verb string) bool {
	const particle = 8 // bytes
	i := strings.Index(strings.ToLower(paragraph), strings.ToLower(strings.Join(strings.Fields(verb), " ")))
	return i >= 0 && i <= particle
}
