package scan

import (
	"strconv"
	"strings"

	"uncite/extract/internal/match"

	"uncite/extract/symbol"
)

// place is one place inside a document: a unit and the values that say which.
type place struct {
	unit   string // English abbreviation, "sub." for what a paragraph is parted into
	values []string
	many   bool // plural in English: two numbers or a range
}

// placeReader reads the names of places in normalised text:
//
//	run    = chain { "and" chain }
//	chain  = group { "of" group }          the larger place comes last
//	group  = place { [","] place }         the larger place comes first
//	place  = unit values | values unit | unit
//	values = value { ("," | "and" | "to") value }
//
// Which words these are, the tables of the language say. Every method takes
// the offset at which to read and returns the offset after what it read.
type placeReader struct {
	*lexicon
	places *placeWords
	text   []byte
}

// newPlaceReader returns a reader of places in the words of a language.
func newPlaceReader(l *lexicon, words *placeWords) placeReader {
	return placeReader{lexicon: l, places: words}
}

// in makes the reader one for the text.
func (r *placeReader) in(text []byte) *placeReader {
	r.text = text
	return r
}

// run reads places from i on and returns those up to the last end that accept
// approves of. Ends are tried where an "and" may join something else.
func (r *placeReader) run(i int, accept func(end int) bool) (best []place, end int) {
	var all []place
	for len(all) < maxPlaces {
		chain, k := r.chain(i)
		if len(chain) == 0 {
			break
		}
		all = append(appendPlaces(all, chain[:1]), chain[1:]...)
		if accept(k) {
			best, end = append(best[:0:0], all...), k
		}
		next, ok := r.and(k)
		if !ok {
			break
		}
		i = next
	}
	return best, end
}

// maxPlaces bounds a run, so that a text of places alone costs linear time.
const maxPlaces = 40

func (r *placeReader) chain(i int) ([]place, int) {
	all, end := r.group(i)
	for len(all) > 0 && len(all) < maxPlaces {
		at, ok := r.links(r.comma(end))
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

func (r *placeReader) group(i int) ([]place, int) {
	p, end, ok := r.place(i, false)
	if !ok {
		return nil, i
	}
	all := []place{p}
	for len(all) < maxPlaces {
		at := r.comma(end)
		next, k, ok := r.place(at, true)
		if !ok || k <= end {
			return all, end
		}
		last := &all[len(all)-1]
		if r.genitive && at == skipBlank(r.text, end) && rank(next.unit) < rank(last.unit) { // the genitive alone: пункт 3 статьи 19
			all = append([]place{next}, all...)
		} else {
			all = appendPlaces(all, []place{next})
		}
		end = k
	}
	return all, end
}

// rank orders the units from the larger to the smaller.
func rank(unit string) int {
	switch unit {
	case "annex", "enclosure", "appendix":
		return 0
	case "part", "part/sect.":
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

// appendPlaces appends more to all; a place of the same unit as the last
// lengthens its list.
func appendPlaces(all, more []place) []place {
	if len(all) == 0 && len(more) <= 1 {
		return more
	}
	for _, p := range more {
		if n := len(all); n > 0 && all[n-1].unit == p.unit && len(p.values) > 0 && len(all[n-1].values) > 0 {
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
func (r *placeReader) place(i int, inside bool) (place, int, bool) {
	if t, k, ok := r.unit(i); ok {
		if _, end, ok := r.places.at(r.text, skipBlank(r.text, k), placeSilent); ok {
			k = end // 执行部分 behind the unit's own word
		}
		if p, end, ok := r.valued(t, k); ok {
			return p, end, true
		}
		if rank(t) == 0 {
			return place{unit: t}, k, true
		}
	}
	return r.unitBehind(i, inside)
}

// valued reads the values behind a unit.
func (r *placeReader) valued(unit string, k int) (place, int, bool) {
	at := skipBlank(r.text, k)
	if _, end, ok := r.places.at(r.text, at, placeFrom); ok {
		at = skipBlank(r.text, end)
	}
	if _, _, ok := r.unit(at); ok {
		return place{}, 0, false
	}
	v := valueList{placeReader: r}
	end, ok := v.read(at)
	if !ok {
		return r.letterOf(unit, at)
	}
	return v.place(unit), r.silent(end), true
}

// letterOf reads the letter of "alinéa b", which no bracket marks.
func (r *placeReader) letterOf(unit string, i int) (place, int, bool) {
	if unit != "sub." || i >= len(r.text) || r.text[i] < 'a' || r.text[i] > 'z' || match.Letter(r.text, i+1) > 0 {
		return place{}, 0, false
	}
	return place{unit: unit, values: []string{"(" + string(r.text[i]) + ")"}}, i + 1, true
}

// unitBehind reads a place whose unit stands behind its values: 第19条, "A节",
// "première partie".
func (r *placeReader) unitBehind(i int, inside bool) (place, int, bool) {
	i = r.silent(i)
	v := valueList{placeReader: r}
	at := r.ordinalSign(i)
	end, ok := v.read(at)
	if !ok || !r.typeFollows && v.list[0].kind != words {
		return place{}, 0, false
	}
	if r.typeFollows && at == i && !inside && v.numbers() {
		return place{}, 0, false // 一项 is no place, 第一项 is
	}
	t, k, ok := r.places.at(r.text, skipBlank(r.text, end), placeUnit)
	if !ok {
		return place{}, 0, false
	}
	unit := t.value
	if rank(unit) > 4 {
		unit = "para." // 第三项 of an article is a paragraph
	}
	p := v.place(unit)
	k = r.subsBehind(&p, k)
	return p, k, true
}

// subsBehind reads "(b)" behind a unit that itself stands behind its number,
// and the word for sub-paragraph after it.
func (r *placeReader) subsBehind(p *place, k int) int {
	n := len(p.values) - 1
	if p.unit != "para." || n < 0 {
		return k
	}
	subs, end := r.subs(k)
	if subs == "" {
		return k
	}
	p.values[n] += subs
	l := valueList{placeReader: r}
	for at, _, ok := l.join(end); ok; at, _, ok = l.join(end) {
		letter, after, ok := r.sub(at)
		if !ok {
			break
		}
		p.values, end = append(p.values, "("+letter+")"), after
	}
	if t, after, ok := r.places.at(r.text, end, placeUnit); ok && rank(t.value) > 4 {
		return after
	}
	return end
}

// ordinalSign steps over 第.
func (r *placeReader) ordinalSign(i int) int {
	if _, k, ok := r.places.at(r.text, i, placeNo); ok && r.typeFollows {
		return skipBlank(r.text, k)
	}
	return i
}

// silent steps over words that say nothing of their own.
func (r *placeReader) silent(i int) int {
	if _, k, ok := r.places.at(r.text, skipBlank(r.text, i), placeSilent); ok {
		return k
	}
	return i
}

// unit reads the word for a unit, with the short words that Arabic writes as
// one with it.
func (r *placeReader) unit(i int) (string, int, bool) {
	for n := 0; ; n++ {
		if t, k, ok := r.places.at(r.text, i, placeUnit); ok {
			return t.value, k, true
		}
		if n == 1 || !r.proclitics || !hasAny(r.text, i, "ف", "ب", "ل", "ك") {
			return "", i, false
		}
		i += 2
	}
}

// comma steps over blanks and one comma, and over a full stop before it.
func (r *placeReader) comma(i int) int {
	i = skipBlank(r.text, i)
	if hasAny(r.text, i, ".,") {
		i++
	}
	if hasAny(r.text, i, ",", "،", "、") {
		return skipBlank(r.text, runeEnd(r.text, i))
	}
	return i
}

// and steps over a joining word, with or without a comma before it.
func (r *placeReader) and(i int) (int, bool) {
	i = r.comma(i)
	if _, k, ok := r.places.at(r.text, i, placeAnd); ok {
		return skipBlank(r.text, k), true
	}
	if r.proclitics && hasAny(r.text, i, "و") {
		return i + 2, true
	}
	return i, false
}

// link steps over one of the words between a place and what it is a part of;
// binds is true of "of" and its like, and false of "the", which links nothing
// alone.
func (r *placeReader) link(i int) (end int, binds, ok bool) {
	t, k, ok := r.places.at(r.text, i, placeLink)
	if !ok {
		return i, false, false
	}
	return skipBlank(r.text, k), t.value == "of", true
}

// maxLinks bounds the words of a link: "set out in the said".
const maxLinks = 5

// links steps over as many of them as there are, and tells whether they bind.
func (r *placeReader) links(i int) (end int, bound bool) {
	for n := 0; n < maxLinks; n++ {
		k, binds, ok := r.link(i)
		if !ok {
			break
		}
		i, bound = k, bound || binds
	}
	return i, bound
}

// pinpointOf writes places in the form of the reference record: units in
// English abbreviations, the larger before the smaller, parted by commas.
// Annexes, chapters, sections and parts have roman numbers, all others arabic
// ones: "annex II, sect. III, paras. 2-4, 7 (b)".
func pinpointOf(places []place) string {
	var parts []string
	for i, p := range places {
		values := strings.Join(p.values, ", ")
		if i > 0 && p.lettered() && rank(places[i-1].unit) >= rank("art.") {
			parts[len(parts)-1] += " " + values
			continue
		}
		unit := p.unit
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
func (p *place) lettered() bool {
	return rank(p.unit) > rank("art.") && len(p.values) > 0 && p.values[0][0] == '('
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
	if rank(unit) > 2 && unit != "sect." || n < 1 || n > 89 {
		return strconv.Itoa(n)
	}
	return symbol.Roman(n)
}
