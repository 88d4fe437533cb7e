package place

import (
	"fmt"
	"strconv"

	"uncite/extract/internal/match"
	"uncite/extract/internal/token"
	"uncite/extract/lang"
)

// class is what a word is in the name of a place inside a document.
type class uint8

const (
	unitWord     class = iota + 1 // paragraph, annex; value the English abbreviation
	numberWord                    // II spelled out: الثاني, 二, premier
	cardinalWord                  // "two" of "part two", which stands behind its unit alone
	timesWord                     // 十, 百: multiplies the number before it
	letterWord                    // the letter of a sub-paragraph, where not Latin; value the Latin one
	capitalWord                   // the letter of a section, spelled or not Latin: ألف, 甲
	andWord                       // joins values or places
	rangeWord                     // to
	linkWord                      // of, to, contained in: between a place and what it is a part of
	headWord                      // resolution, its, document: what a link may lead to
	ownerWord                     // the body whose resolution it may be
	noWord                        // 第
	fromWord                      // from, before a range
	aboutWord                     // on, 关于: leads the topic of a resolution
	silentWord                    // of the operative part: says nothing of its own
	thereofWord                   // thereof: the place before it is one of what was named last
	insertedWord                  // bis, 之二: behind the number of a place that was put in later
	oneWord                       // paragraph: a unit in the singular, of one number
	towardWord                    // to: between a verb and the place that it turns to
	documentWord                  // report, administrative instruction: a document whose symbol follows
)

// classesOf are the classes of the tables that name places: the rows of
// the lexicon that citations need too, the ordinals and letters of the
// structure table, and the table of places itself.
var classesOf = map[string]map[string][]class{
	"lexicon": {"unit": {unitWord}, "and": {andWord}, "range": {rangeWord}, "no": {noWord}, "about": {aboutWord},
		"part": {capitalWord}, "type": {headWord}, "own": {headWord}, "owner": {ownerWord}, "doc": {headWord, linkWord}, "present": {linkWord}},
	"structure": {"ordinal": {numberWord}, "multiplier": {timesWord}, "letter": {letterWord}},
	"places": {"unit": {unitWord}, "one": {oneWord}, "number": {numberWord}, "cardinal": {cardinalWord}, "letter": {letterWord}, "capital": {capitalWord}, "range": {rangeWord},
		"link": {linkWord}, "from": {fromWord}, "silent": {silentWord}, "thereof": {thereofWord}, "document": {documentWord}, "toward": {towardWord}, "inserted": {insertedWord}},
}

// classSet is a set of classes, one bit each.
type classSet uint32

// beginners are the classes of words with which a place may begin.
const beginners classSet = 1<<unitWord | 1<<numberWord | 1<<timesWord | 1<<letterWord | 1<<capitalWord | 1<<noWord | 1<<silentWord

// meaning is one meaning of a word in the name of a place.
type meaning struct {
	class class
	value string
	n     int // numbers and multipliers
}

// Words are the words of a language in which places are named.
type Words struct {
	language *lang.Language
	meanings []meaning
	set      *match.Set
	kinds    []classSet // of each word, by match.Match.List
}

func NewWords(code string) (*Words, error) {
	p, b := &Words{language: lang.Of(code)}, match.NewBuilder(0)
	if p.language == nil {
		return nil, fmt.Errorf("there is no language %q", code)
	}
	for _, table := range []string{"places", "lexicon", "structure"} {
		rows, err := lang.Table(code, table)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			classes := classesOf[table][row.Class]
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
	p.set = b.Build()
	for _, values := range p.set.Lists() {
		var kinds classSet
		for _, v := range values {
			kinds |= 1 << p.meanings[v].class
		}
		p.kinds = append(p.kinds, kinds)
	}
	return p, nil
}

// place is the number of a word for what was put in behind a place, by the order of the
// table: the first of them is the second of its number.
func (p *Words) place(value string) int {
	n := 2
	for _, m := range p.meanings {
		if m.class == insertedWord && m.value == value {
			return m.n
		}
		if m.class == insertedWord {
			n = max(n, m.n+1)
		}
	}
	return n
}

func (p *Words) addRow(b *match.Builder, c class, row lang.Row) error {
	t := meaning{class: c, value: row.Value}
	switch c {
	case insertedWord:
		t.n = p.place(row.Value)
	case numberWord, cardinalWord, timesWord, letterWord:
		n, err := strconv.Atoi(row.Value)
		if err != nil {
			return fmt.Errorf("value %q of %q is no number", row.Value, row.Form)
		}
		if t.n = n; c == letterWord {
			t.value = string(rune('a' + (n-1)%26))
		}
	}
	form := token.Normalise(row.Form)
	p.add(b, form, t)
	if upper := token.Capitalised(form); upper != form {
		p.add(b, upper, t)
	}
	return nil
}

func (p *Words) add(b *match.Builder, form string, t meaning) {
	p.meanings = append(p.meanings, t)
	v := int32(len(p.meanings) - 1)
	b.Add(form, v)
	if swallowed, ok := p.language.HasArticle(form); ok {
		b.Add(swallowed, v) // as in the lexicon
	}
}

// at returns the meaning in class c of the longest word at i, and its end.
func (p *Words) at(text []byte, i int, c class) (*meaning, int, bool) {
	m, ok := p.set.At(text, i)
	return p.meaning(m, ok, i, c)
}

// meaning returns the meaning in class c of the word found at i, and its end.
func (p *Words) meaning(m match.Match, ok bool, i int, c class) (*meaning, int, bool) {
	if !ok || p.kinds[m.List]&(1<<c) == 0 {
		return nil, i, false
	}
	for _, v := range p.set.Values(m.List) {
		if t := &p.meanings[v]; t.class == c {
			return t, m.End, true
		}
	}
	return nil, i, false
}
