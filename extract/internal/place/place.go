package place

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

// Place is one place inside a document: a unit and the values that say which.
type Place struct {
	Unit   string // English abbreviation, "sub." for what a paragraph is divided into
	values []string
	many   bool // plural in English: two numbers or a range
}

// Reader reads the names of places in normalised text:
//
//	run    = chain { "and" chain }
//	chain  = group { "of" group }          the larger place comes last
//	group  = place { [","] place }         the larger place comes first
//	place  = unit values | values unit | unit
//	values = value { ("," | "and" | "to") value }
//
// Which words these are, the tables of the language say. Every method takes
// the offset at which to read and returns the offset after what it read.
type Reader struct {
	*token.Language
	words *Words
	Text  []byte
	bounds
	// Sections tells that the places are those of a document divided into
	// sections where a word may mean paragraphs too: 款 of a budget.
	Sections bool

	found found
	room  []listed // of the values of one unit after the other
}

// NewReader returns a reader of places in the words of a language.
func NewReader(l *token.Language, words *Words) Reader {
	return Reader{Language: l, words: words}
}

// In makes the reader one for the text.
func (r *Reader) In(text []byte) *Reader {
	r.Text = text
	return r
}

// Run reads places from i on and returns those up to the last end that accept
// approves of. Ends are tried where an "and" may join something else.
func (r *Reader) Run(i int, accept func(end int) bool) (best []Place, end int) {
	return r.run(i, false, accept)
}

// RunBefore is Run for places before what they are of: there an article may stand
// behind an "and", which elsewhere begins a place of what follows.
func (r *Reader) RunBefore(i int, accept func(end int) bool) (best []Place, end int) {
	return r.run(i, true, accept)
}

func (r *Reader) run(i int, articles bool, accept func(end int) bool) (best []Place, end int) {
	var all []Place
	for len(all) < maxPlaces {
		chain, k := r.chain(i)
		if len(chain) == 0 {
			break
		}
		all = append(AppendPlaces(all, chain[:1]), chain[1:]...)
		if accept(k) {
			best, end = append(best[:0:0], all...), k
		}
		next, ok := r.and(k)
		if !ok {
			break
		}
		if i = next; articles {
			i = r.afterPreposition(i)
		}
	}
	return best, end
}

// maxPlaces bounds a run, so that a text of places alone costs linear time.
const maxPlaces = 40

func (r *Reader) chain(i int) ([]Place, int) {
	all, end := r.group(i)
	for len(all) > 0 && len(all) < maxPlaces {
		at, ok := r.Links(r.Comma(end))
		if !ok {
			break
		}
		larger, k := r.group(at)
		if len(larger) == 0 {
			break
		}
		all, end = append(larger, all...), k
	}
	return all, end
}

func (r *Reader) group(i int) ([]Place, int) {
	p, end, ok := r.place(i, false)
	if !ok {
		return nil, i
	}
	all := []Place{p}
	for len(all) < maxPlaces {
		at := r.Comma(end)
		next, k, ok := r.place(at, true)
		if !ok || k <= end {
			return all, end
		}
		last := &all[len(all)-1]
		if rest := r.ofLarger(&next, last, at, k); len(rest) > 0 {
			all, end = append(all, next, Place{last.Unit, rest, len(rest) > 1}), k
			continue
		}
		if r.Genitive && at == char.SkipBlank(r.Text, end) && Rank(next.Unit) < Rank(last.Unit) { // the genitive alone: пункт 3 статьи 19
			all = append([]Place{next}, all...)
		} else {
			all = AppendPlaces(all, []Place{next})
		}
		end = k
	}
	return all, end
}

// ofLarger takes from the place between at and end, whose unit stands in the singular, the
// numbers that a comma parts from the first: they are of the larger place before it, as in
// "Articles 2, paragraph 4, and 51".
func (r *Reader) ofLarger(p, larger *Place, at, end int) (rest []string) {
	if Rank(p.Unit) <= Rank(larger.Unit) || len(p.values) < 2 || !bytes.Contains(r.Text[at:end], []byte(",")) {
		return nil
	}
	if _, _, one := r.at(at, oneWord); !one || slices.ContainsFunc(p.values, func(v string) bool { return !char.IsDigit(v[0]) }) {
		return nil
	}
	rest = p.values[1:]
	p.values, p.many = p.values[:1:1], false
	return rest
}

// Rank orders the units from the larger to the smaller.
func Rank(unit string) int {
	switch unit {
	case "annex", "enclosure", "appendix":
		return 0
	case "part", "part/sect.", "title":
		return 1
	case "chap.":
		return 2
	case "sect.", "resolution", "decision":
		return 3
	case "art.", "principle":
		return 4
	case "sub.":
		return 6
	}
	return 5
}

// AppendPlaces appends more to all; a place of the same unit as the last
// lengthens its list.
func AppendPlaces(all, more []Place) []Place {
	if len(all) == 0 && len(more) <= 1 {
		return more
	}
	for _, p := range more {
		if n := len(all); n > 0 && all[n-1].Unit == p.Unit && len(p.values) > 0 && len(all[n-1].values) > 0 {
			all[n-1].values = append(all[n-1].values, p.values...)
			all[n-1].many = true
			continue
		}
		all = append(all, p)
	}
	return all
}

// place reads one place; inside tells that it follows another one, so that a
// bare number may begin it. Only whole annexes may stand without a number.
func (r *Reader) place(i int, inside bool) (Place, int, bool) {
	if !r.step() {
		return Place{}, 0, false
	}
	if t, k, ok := r.Unit(i); ok {
		if _, end, ok := r.at(char.SkipBlank(r.Text, k), silentWord); ok {
			k = end // 执行部分 after the unit's own word
		}
		if p, end, ok := r.valued(t, k); ok {
			return p, end, true
		}
		if Rank(t) == 0 {
			return Place{Unit: t}, k, true
		}
	}
	return r.unitAfter(i, inside)
}

// valued reads the values after a unit.
func (r *Reader) valued(unit string, k int) (Place, int, bool) {
	at := char.SkipBlank(r.Text, k)
	if _, end, ok := r.at(at, fromWord); ok && !char.HasAny(r.Text, end, ".") { // but С.5
		at = char.SkipBlank(r.Text, end)
	}
	if _, _, ok := r.Unit(at); ok {
		return Place{}, 0, false
	}
	v := valueList{Reader: r}
	end, ok := v.read(at)
	if t, k, is := r.at(at, cardinalWord); !ok && is {
		v.list, end, ok = []listed{{value: value{kind: words, n: t.n}}}, k, true
	}
	if !ok {
		return r.letterOf(unit, at)
	}
	return v.place(unit), r.silent(end), true
}

// letterOf reads the letter of "alinéa b", which no bracket marks.
func (r *Reader) letterOf(unit string, i int) (Place, int, bool) {
	if unit != "sub." || i >= len(r.Text) || r.Text[i] < 'a' || r.Text[i] > 'z' || char.Letter(r.Text, i+1) > 0 {
		return Place{}, 0, false
	}
	return Place{Unit: unit, values: []string{"(" + string(r.Text[i]) + ")"}}, i + 1, true
}

// unitAfter reads a place whose unit stands after its values: 第19条, "A节",
// "première partie".
func (r *Reader) unitAfter(i int, inside bool) (Place, int, bool) {
	if i = r.silent(i); !r.TypeFollows && !r.spells(i) {
		return Place{}, 0, false // figures stand behind their unit
	}
	v := valueList{Reader: r}
	at := r.ordinalSign(i)
	end, ok := v.read(at)
	if !ok || !r.TypeFollows && v.list[0].kind != words {
		return Place{}, 0, false
	}
	if r.TypeFollows && at == i && !inside && v.numbers() {
		return Place{}, 0, false // 一项 is no place, 第一项 is
	}
	t, k, ok := r.at(char.SkipBlank(r.Text, end), unitWord)
	if !ok {
		return Place{}, 0, false
	}
	unit := t.value
	switch {
	case unit == "para./sect." && r.Sections:
		unit = "sect."
	case Rank(unit) > 4:
		unit = "para." // 第三项 of an article is a paragraph
	}
	if r.TypeFollows && len(v.list) > 0 {
		k = v.unitAgain(t.value, k)
	}
	p := v.place(unit)
	var late value
	if k = r.inserted(&late, k); late.late > 0 && len(p.values) > 0 { // 第八条之二
		p.values[len(p.values)-1] += late.text
	}
	k = r.subsAfter(&p, k)
	return p, k, true
}

// unitAgain reads the end of a range whose unit is printed again: 第九条至第十一条.
func (l *valueList) unitAgain(unit string, k int) int {
	_, at, ok := l.at(k, rangeWord)
	if !ok {
		return k
	}
	v, ok := l.value(l.ordinalSign(at))
	if !ok || v.kind != l.list[len(l.list)-1].kind || !v.after(l.lastNumber()) {
		return k
	}
	t, end, ok := l.at(char.SkipBlank(l.Text, v.end), unitWord)
	if !ok || t.value != unit {
		return k
	}
	l.list = append(l.list, listed{v, true})
	return end
}

// subsAfter reads "(b)" after a unit that itself stands after its number,
// and the word for sub-paragraph after it.
func (r *Reader) subsAfter(p *Place, k int) int {
	n := len(p.values) - 1
	if p.Unit != "para." || n < 0 {
		return k
	}
	subs, end := r.subs(k)
	if subs == "" {
		return k
	}
	p.values[n] += subs
	l := valueList{Reader: r}
	for at, _, ok := l.join(end); ok; at, _, ok = l.join(end) {
		letter, after, ok := r.sub(at)
		if !ok {
			break
		}
		p.values, end = append(p.values, "("+letter+")"), after
	}
	if t, after, ok := r.at(end, unitWord); ok && Rank(t.value) > 4 {
		return after
	}
	return end
}

// ordinalSign steps over 第.
func (r *Reader) ordinalSign(i int) int {
	if _, k, ok := r.at(i, noWord); ok && r.TypeFollows {
		return char.SkipBlank(r.Text, k)
	}
	return i
}

// silent steps over words that say nothing of their own.
func (r *Reader) silent(i int) int {
	if _, k, ok := r.at(char.SkipBlank(r.Text, i), silentWord); ok {
		return k
	}
	return i
}

// Unit reads the word for a unit, with the short words that Arabic writes as
// one with it.
func (r *Reader) Unit(i int) (string, int, bool) {
	for n := 0; ; n++ {
		if t, k, ok := r.at(i, unitWord); ok {
			return t.value, k, true
		}
		if n == 1 || !char.HasAny(r.Text, i, r.Inner...) {
			return "", i, false
		}
		i = char.RuneEnd(r.Text, i)
	}
}

// Comma steps over blanks and one comma, and over a full stop before it.
func (r *Reader) Comma(i int) int {
	i = char.SkipBlank(r.Text, i)
	if i < len(r.Text) && r.Text[i] < utf8.RuneSelf && r.Text[i] != '.' && r.Text[i] != ',' {
		return i // nearly always
	}
	if char.HasAny(r.Text, i, ".,") {
		i++
	}
	if char.HasAny(r.Text, i, ",", "،", "、") {
		return char.SkipBlank(r.Text, char.RuneEnd(r.Text, i))
	}
	return i
}

// and steps over a joining word, with or without a comma before it.
func (r *Reader) and(i int) (int, bool) {
	i = r.Comma(i)
	if _, k, ok := r.at(i, andWord); ok {
		return char.SkipBlank(r.Text, k), true
	}
	if char.HasAny(r.Text, i, r.And...) {
		return char.RuneEnd(r.Text, i), true
	}
	return i, false
}

// AfterArticle steps over the article at i.
func (r *Reader) AfterArticle(i int) int {
	if the, binds, ok := r.Link(i); ok && !binds {
		return the
	}
	return i
}

// afterPreposition steps over what leads to the next place as to the first, "to articles 9 and
// to", and the articles behind it, where a place follows.
func (r *Reader) afterPreposition(i int) int {
	at := i
	if _, k, ok := r.at(at, towardWord); ok {
		at = char.SkipBlank(r.Text, k)
	}
	for n := 0; n < maxLinks; n++ {
		k, _, ok := r.Link(at)
		if !ok {
			break
		}
		at = k
	}
	if _, _, ok := r.Unit(at); ok {
		return at
	}
	return r.AfterArticle(i)
}

// Link steps over one of the words between a place and what it is a part of;
// binds is true of "of" and its like, and false of "the", which links nothing
// alone.
func (r *Reader) Link(i int) (end int, binds, ok bool) {
	t, k, ok := r.at(i, linkWord)
	if !ok {
		return i, false, false
	}
	return char.SkipBlank(r.Text, k), t.value == "of", true
}

// maxLinks bounds the words of a link: "set out in the said".
const maxLinks = 5

// Links steps over as many of them as there are, and tells whether they bind.
func (r *Reader) Links(i int) (end int, bound bool) {
	for n := 0; n < maxLinks; n++ {
		k, binds, ok := r.Link(i)
		if !ok {
			break
		}
		i, bound = k, bound || binds
	}
	return i, bound
}

// Join writes places in the form of the reference record: units in
// English abbreviations, the larger before the smaller, separated by commas.
// Annexes, chapters, sections and parts have roman numbers, all others arabic
// ones: "annex II, sect. III, paras. 2-4, 7 (b)".
func Join(places []Place) string {
	var parts []string
	for i, p := range places {
		values := strings.Join(p.values, ", ")
		if i > 0 && p.lettered() && Rank(places[i-1].Unit) >= Rank("art.") {
			parts[len(parts)-1] += " " + values
			continue
		}
		unit := p.Unit
		if unit == "sub." {
			unit = "para."
		}
		if p.many {
			unit = plural(unit)
		}
		parts = append(parts, strings.TrimSpace(unit+" "+values))
	}
	return strings.Join(parts, ", ")
}

// lettered reports whether p is a part of a paragraph or article, "(b)".
func (p *Place) lettered() bool {
	return Rank(p.Unit) > Rank("art.") && len(p.values) > 0 && p.values[0][0] == '('
}

func plural(unit string) string {
	switch {
	case strings.HasSuffix(unit, "."):
		return strings.TrimSuffix(unit, ".") + "s."
	case unit == "annex":
		return "annexes"
	case unit == "appendix":
		return "appendices"
	}
	return unit + "s"
}

// unitNumber writes n as the unit's numbers are written.
func unitNumber(unit string, n int) string {
	if Rank(unit) > 2 && unit != "sect." || n < 1 || n > 89 {
		return strconv.Itoa(n)
	}
	return symbol.Roman(n)
}
