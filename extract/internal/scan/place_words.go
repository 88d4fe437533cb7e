package scan

import (
	"fmt"
	"strconv"
	"strings"

	"uncite/extract/internal/match"
	"uncite/extract/lang"
)

// placeClass is what a word is in the name of a place inside a document.
type placeClass uint8

const (
	placeUnit    placeClass = iota + 1 // paragraph, annex; value the English abbreviation
	placeNumber                        // II spelled out: الثاني, 二, premier
	placeTimes                         // 十, 百: multiplies the number before it
	placeLetter                        // the letter of a sub-paragraph, where not Latin; value the Latin one
	placeCapital                       // the letter of a section, spelled or not Latin: ألف, 甲
	placeAnd                           // joins values or places
	placeRange                         // to
	placeLink                          // of, to, contained in: between a place and what it is a part of
	placeHead                          // resolution, its, document: what a link may lead to
	placeOwner                         // the body whose resolution it may be
	placeNo                            // 第
	placeFrom                          // from, before a range
	placeAbout                         // on, 关于: leads the topic of a resolution
	placeSilent                        // of the operative part: says nothing of its own
)

// placeClasses are the classes of the tables that name places: the rows of
// the lexicon that citations need too, the ordinals and letters of the
// structure table, and the table of places itself.
var placeClasses = map[string]map[string][]placeClass{
	"lexicon": {"unit": {placeUnit}, "and": {placeAnd}, "range": {placeRange}, "no": {placeNo}, "about": {placeAbout},
		"part": {placeCapital}, "type": {placeHead}, "own": {placeHead}, "owner": {placeOwner}, "doc": {placeHead, placeLink}, "present": {placeLink}},
	"structure": {"ordinal": {placeNumber}, "multiplier": {placeTimes}, "letter": {placeLetter}},
	"places": {"unit": {placeUnit}, "number": {placeNumber}, "letter": {placeLetter}, "capital": {placeCapital}, "range": {placeRange},
		"link": {placeLink}, "from": {placeFrom}, "silent": {placeSilent}},
}

// placeSet is a set of classes, one bit each.
type placeSet uint16

// beginPlaces are the classes of words with which a place may begin.
const beginPlaces placeSet = 1<<placeUnit | 1<<placeNumber | 1<<placeTimes | 1<<placeLetter | 1<<placeCapital | 1<<placeNo | 1<<placeSilent

// placeTerm is one meaning of a word in the name of a place.
type placeTerm struct {
	class placeClass
	value string
	n     int // numbers and multipliers
}

// placeWords are the words of a language in which places are named.
type placeWords struct {
	terms []placeTerm
	words *match.Set
	kinds []placeSet // of each word, by match.Match.List
}

func newPlaceWords(code string) (*placeWords, error) {
	p, b := &placeWords{}, match.NewBuilder()
	for _, table := range []string{"places", "lexicon", "structure"} {
		rows, err := lang.Table(code, table)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			classes := placeClasses[table][row.Class]
			if classes == nil && table == "places" {
				return nil, fmt.Errorf("language %s: unknown class %q of place %q", code, row.Class, row.Form)
			}
			for _, c := range classes {
				if err := p.addRow(b, c, row); err != nil {
					return nil, fmt.Errorf("language %s: %w", code, err)
				}
			}
		}
	}
	p.words = b.Build()
	for _, values := range p.words.Lists() {
		var kinds placeSet
		for _, v := range values {
			kinds |= 1 << p.terms[v].class
		}
		p.kinds = append(p.kinds, kinds)
	}
	return p, nil
}

func (p *placeWords) addRow(b *match.Builder, c placeClass, row lang.Row) error {
	t := placeTerm{class: c, value: row.Value}
	switch c {
	case placeNumber, placeTimes, placeLetter:
		n, err := strconv.Atoi(row.Value)
		if err != nil {
			return fmt.Errorf("value %q of %q is no number", row.Value, row.Form)
		}
		if t.n = n; c == placeLetter {
			t.value = string(rune('a' + (n-1)%26))
		}
	}
	form := Normalise(row.Form)
	p.add(b, form, t)
	if upper := capitalised(form); upper != form {
		p.add(b, upper, t)
	}
	return nil
}

func (p *placeWords) add(b *match.Builder, form string, t placeTerm) {
	p.terms = append(p.terms, t)
	v := int32(len(p.terms) - 1)
	b.Add(form, v)
	if strings.HasPrefix(form, "ال") {
		b.Add("لل"+strings.TrimPrefix(form, "ال"), v) // as in the lexicon
	}
}

// at returns the meaning in class c of the longest word at i, and its end.
func (p *placeWords) at(text []byte, i int, c placeClass) (*placeTerm, int, bool) {
	m, ok := p.words.At(text, i)
	if !ok || p.kinds[m.List]&(1<<c) == 0 {
		return nil, i, false
	}
	for _, v := range p.words.Values(m.List) {
		if t := &p.terms[v]; t.class == c {
			return t, m.End, true
		}
	}
	return nil, i, false
}

// begins reports whether a word with which a place may begin stands at i.
func (p *placeWords) begins(text []byte, i int) bool {
	m, ok := p.words.At(text, i)
	return ok && p.kinds[m.List]&beginPlaces != 0
}

// knows reports whether any word of the table begins at i.
func (p *placeWords) knows(text []byte, i int) bool {
	_, ok := p.words.At(text, i)
	return ok
}
