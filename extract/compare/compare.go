package compare

import (
	"cmp"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/quote"
	"uncite/extract/record"
)

// Version is one language version of a document with its references.
type Version struct {
	Document   *record.Document
	References []record.Reference
}

// What differs between versions.
const (
	Missing   = "missing"   // a version lacks a target that others cite
	Number    = "number"    // a version cites another number in the same place
	Date      = "date"      // another date beside the same number
	Pinpoint  = "pinpoint"  // another place in the same document
	Treatment = "treatment" // a clause that does something else with it
)

// Side is a version in a difference.
type Side struct {
	Source    string `json:"source"`
	Lang      string `json:"lang"`
	Paragraph string `json:"paragraph"`
	Text      string `json:"text"`     // the words of the citation, empty where it lacks
	Value     string `json:"value"`    // the target, date, place or treatment
	Sentence  string `json:"sentence"` // around the words, or the paragraph that lacks them
}

// Difference is one thing in which versions of a document differ. Of more than
// two versions the majority stands on the left.
type Difference struct {
	Document  string      `json:"document"`
	Kind      string      `json:"difference"` // missing, number, date, pinpoint, treatment
	Target    string      `json:"target"`
	Zone      record.Zone `json:"zone"`
	Paragraph string      `json:"paragraph"`
	// Left is a version of the majority, Right each that differs from it.
	Left  Side   `json:"left"`
	Right []Side `json:"right"`

	start int // of the left words, for the order
}

// Versions compares the versions of one document. The kinds of references that
// are looked at are those of kinds. The differences stand in the order of the
// first version's text.
func Versions(versions []Version, kinds []record.Kind) []Difference {
	if len(versions) < 2 {
		return nil
	}
	c := comparison{versions: versions, cited: make([]map[string][]*record.Reference, len(versions))}
	for v := range versions {
		c.cited[v] = cited(versions[v], kinds)
	}
	var out []Difference
	for _, target := range c.targets() {
		if d, ok := c.missing(target); ok {
			out = append(out, d)
		}
		out = append(out, c.fields(target)...)
	}
	out = c.numbers(out)
	slices.SortStableFunc(out, func(a, b Difference) int { return cmp.Compare(a.start, b.start) })
	return out
}

// comparison is the work on one document.
type comparison struct {
	versions []Version
	cited    []map[string][]*record.Reference // of each version, by target
	printed  []map[int][]printedNumber        // of each version; see numbered
}

// titlePrefix begins the identifier of a name that no table knows. It is made
// of the words of one language, so that no other version can have it.
const titlePrefix = "title:"

// cited are the references of a version by target.
func cited(v Version, kinds []record.Kind) map[string][]*record.Reference {
	out := map[string][]*record.Reference{}
	for i := range v.References {
		r := &v.References[i]
		if r.Target != "" && r.Zone != record.Masthead && r.Start < r.End && slices.Contains(kinds, r.Kind) &&
			r.Target != v.Document.Symbol && !strings.HasPrefix(r.Target, titlePrefix) {
			out[r.Target] = append(out[r.Target], r)
		}
	}
	return out
}

// targets are all that some version cites, sorted.
func (c *comparison) targets() []string {
	seen := map[string]bool{}
	for _, cited := range c.cited {
		for target := range cited {
			seen[target] = true
		}
	}
	out := make([]string, 0, len(seen))
	for target := range seen {
		out = append(out, target)
	}
	slices.Sort(out)
	return out
}

// missing says which versions lack a target that another cites.
func (c *comparison) missing(target string) (Difference, bool) {
	var have, lack []int
	for v := range c.versions {
		if len(c.cited[v][target]) > 0 {
			have = append(have, v)
		} else {
			lack = append(lack, v)
		}
	}
	if len(lack) == 0 {
		return Difference{}, false
	}
	first := c.cited[have[0]][target][0]
	lack = slices.DeleteFunc(lack, func(v int) bool { return c.prints(v, first) })
	if len(lack) == 0 {
		return Difference{}, false
	}
	d := c.difference(Missing, first, have[0], target)
	for _, v := range lack {
		d.Right = append(d.Right, c.without(v, first))
	}
	return d, true
}

// difference begins a difference with the version that has the words.
func (c *comparison) difference(kind string, r *record.Reference, v int, value string) Difference {
	return Difference{Document: c.versions[v].Document.Symbol, Kind: kind, Target: r.Target, Zone: r.Zone,
		Paragraph: r.Paragraph, Left: c.with(v, r, value), start: r.Start}
}

// with is the side of a version that has the words.
func (c *comparison) with(v int, r *record.Reference, value string) Side {
	d := c.versions[v].Document
	place := quote.Place{Source: d.Source, Start: r.Start, End: r.End, Text: r.Text}
	found := quote.Sentences([]quote.Place{place}, quote.Kept(map[string][]*record.Document{d.Source: {d}}))
	return Side{Source: d.Source, Lang: d.Lang, Paragraph: r.Paragraph, Text: r.Text, Value: value, Sentence: found[place].Sentence}
}

// without is the side of a version that lacks the words of a reference: the
// paragraph of the same zone and number.
func (c *comparison) without(v int, r *record.Reference) Side {
	d := c.versions[v].Document
	s := Side{Source: d.Source, Lang: d.Lang}
	for i := range d.Paragraphs {
		if p := &d.Paragraphs[i]; p.Zone == r.Zone && p.Number == r.Paragraph && p.Number != "" {
			s.Paragraph, s.Sentence = p.Number, words(d, p)
			break
		}
	}
	return s
}

// words are the words of a paragraph on one line.
func words(d *record.Document, p *record.Paragraph) string {
	var b strings.Builder
	for _, piece := range p.Pieces {
		b.WriteString(d.Text[piece.Start:piece.End])
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// field is a field in which two references to one target may differ.
type field struct {
	kind string
	of   func(*record.Reference) string
	same func(a, b string) bool
}

var fields = []field{
	{Date, func(r *record.Reference) string { return r.Date }, sameDate},
	{Pinpoint, func(r *record.Reference) string { return r.Pinpoint }, samePlace},
	{Treatment, func(r *record.Reference) string { return r.Treatment }, sameTreatment},
}

// sameDate holds two printed dates against each other as far as both go: a
// version may leave the day out, and any may leave out the date.
func sameDate(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// fields compares the references to one target paragraph by paragraph, where
// each version that has one there has exactly one.
func (c *comparison) fields(target string) []Difference {
	var out []Difference
	for _, place := range c.places(target) {
		refs := make([]*record.Reference, len(c.versions))
		clear := true
		for v := range c.versions {
			for _, r := range c.cited[v][target] {
				if r.Zone == place.zone && r.Paragraph == place.number {
					clear = clear && refs[v] == nil
					refs[v] = r
				}
			}
		}
		if !clear {
			continue
		}
		for _, f := range fields {
			told := refs
			if f.kind == Treatment {
				told = c.leading(refs)
			}
			if d, ok := c.differing(f, told); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// place is a paragraph as all versions number it.
type place struct {
	zone   record.Zone
	number string
}

// places are the numbered paragraphs in which some version cites a target.
func (c *comparison) places(target string) []place {
	var out []place
	for v := range c.versions {
		for _, r := range c.cited[v][target] {
			if p := (place{r.Zone, r.Paragraph}); r.Paragraph != "" && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// differing compares one field of the references that stand in one paragraph:
// what most versions say is held to be right.
func (c *comparison) differing(f field, refs []*record.Reference) (Difference, bool) {
	left, votes := -1, 0
	for v, r := range refs {
		if r == nil {
			continue
		}
		n := 0
		for _, other := range refs {
			if other != nil && f.same(f.of(r), f.of(other)) {
				n++
			}
		}
		if n > votes {
			left, votes = v, n
		}
	}
	if left < 0 {
		return Difference{}, false
	}
	value := f.of(refs[left])
	d := c.difference(f.kind, refs[left], left, value)
	for v, r := range refs {
		if r != nil && !f.same(value, f.of(r)) && (f.kind != Pinpoint || !c.printsPlace(v, r, value) && !c.printsPlace(c.index(d.Left.Source), refs[left], f.of(r))) {
			d.Right = append(d.Right, c.with(v, r, f.of(r)))
		}
	}
	return d, len(d.Right) > 0
}

// numbers joins two targets that miss each other in the same paragraph, and
// look alike, into one difference of their number: that of the version or
// versions that are fewer is the other number.
func (c *comparison) numbers(all []Difference) []Difference {
	joined := make([]bool, len(all))
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			if joined[i] || joined[j] || !slips(&all[i], &all[j]) {
				continue
			}
			most, least := i, j
			if c.before(&all[j], &all[i]) {
				most, least = j, i
			}
			c.otherNumber(&all[most], all[least].Target)
			joined[least] = true
		}
	}
	var out []Difference
	for i, d := range all {
		if !joined[i] {
			out = append(out, d)
		}
	}
	return out
}

// before reports whether more versions have the target of a than that of b or,
// of two versions, the first.
func (c *comparison) before(a, b *Difference) bool {
	if len(a.Right) != len(b.Right) {
		return len(a.Right) < len(b.Right)
	}
	return c.index(a.Left.Source) < c.index(b.Left.Source)
}

func (c *comparison) index(source string) int {
	return slices.IndexFunc(c.versions, func(v Version) bool { return v.Document.Source == source })
}

// otherNumber makes the lack of a target the difference of its number: the
// versions that print the other number show its words.
func (c *comparison) otherNumber(d *Difference, other string) {
	d.Kind = Number
	for k := range d.Right {
		v := c.index(d.Right[k].Source)
		if r := inParagraph(c.cited[v][other], d.Zone, d.Paragraph); r != nil {
			d.Right[k] = c.with(v, r, r.Target)
		}
	}
}

// slips reports whether some versions print one target where others print the
// other: each lacks where the other stands, in one paragraph, and the targets
// are two changes of a character apart at most.
func slips(a, b *Difference) bool {
	const most = 2
	return a.Kind == Missing && b.Kind == Missing && a.Zone == b.Zone && a.Paragraph == b.Paragraph && a.Paragraph != "" &&
		authority.Changes(a.Target, b.Target, most) <= most && lacks(a, b.Left.Source) && lacks(b, a.Left.Source)
}

// lacks reports whether a version is among those that lack the target.
func lacks(d *Difference, source string) bool {
	return slices.ContainsFunc(d.Right, func(s Side) bool { return s.Source == source })
}

func inParagraph(refs []*record.Reference, zone record.Zone, paragraph string) *record.Reference {
	for _, r := range refs {
		if r.Zone == zone && r.Paragraph == paragraph {
			return r
		}
	}
	return nil
}
