package samename

import (
	"strings"
	"unicode"

	"uncite/extract/authority"
	"uncite/extract/internal/names"
	"uncite/extract/internal/normal"
	"uncite/extract/record"
)

// heads knows which head nouns of two languages names of the tables have together:
// Partnership and Partenariat.
type heads struct {
	languages map[string]*names.Language
	together  map[headPair]int
	partnered map[headPair]bool  // heads that have any partner in the other language; otherHead is empty
	read      map[string]reading // by language and name
}

// headPair are a head noun of each of two languages.
type headPair struct{ one, head, other, otherHead string }

// reading is what of a name is compared.
type reading struct {
	heads   []string
	kind    record.Kind
	number  int    // of the ordinal in it
	figures string // its years and other figures
}

// leastTogether is in how many rows of the tables two head nouns must stand together:
// in one it may be a translator's choice.
const leastTogether = 2

// newHeads reads what the tables have in the languages.
func newHeads(codes []string) *heads {
	h := &heads{map[string]*names.Language{}, map[headPair]int{}, map[headPair]bool{}, map[string]reading{}}
	for _, code := range codes {
		if l, err := names.New(code); err == nil { // a language that nobody has added has no heads
			h.languages[code] = l
		}
	}
	for _, e := range authority.Default().Entries() {
		h.count(e)
	}
	clear(h.read) // the names of the tables
	for p, n := range h.together {
		if n >= leastTogether {
			h.partnered[headPair{one: p.one, head: p.head, other: p.other}] = true
		}
	}
	return h
}

// count notes the head nouns of the official names of an entry.
func (h *heads) count(e *authority.Entry) {
	of := map[string]string{}
	for code := range h.languages {
		if list := e.Names[code]; len(list) > 0 {
			if r := h.reading(code, list[0].Text); len(r.heads) > 0 {
				of[code] = r.heads[0]
			}
		}
	}
	for one, head := range of {
		for other, otherHead := range of {
			if one != other {
				h.together[headPair{one, head, other, otherHead}]++
			}
		}
	}
}

// reading reads a name.
func (h *heads) reading(code, name string) reading {
	key := code + ":" + name
	if r, ok := h.read[key]; ok {
		return r
	}
	r, rest := reading{}, strings.TrimFunc(normal.String(name), unicode.IsPunct) // without title marks
	if l := h.languages[code]; l != nil {
		if r.heads, r.kind = l.Keys(rest), l.Kind(rest); r.kind == "" {
			r.kind = l.Kind(l.HeadOf(rest))
		}
		rest, r.number = l.WithoutNumber(rest)
	}
	r.figures = strings.Join(strings.FieldsFunc(rest, func(c rune) bool { return !unicode.IsDigit(c) }), " ")
	h.read[key] = r
	return r
}

// alike reports whether two names of two languages have head nouns that stand together
// in the tables, and the same numbers. Where the tables know no partner of either, as
// with yearbooks, two heads of one kind will do.
func (h *heads) alike(one, other, name, otherName string) bool {
	a, b := h.reading(one, name), h.reading(other, otherName)
	if a.number != b.number || a.figures != b.figures || len(a.heads) == 0 || len(b.heads) == 0 {
		return false
	}
	if h.together[headPair{one, a.heads[0], other, b.heads[0]}] >= leastTogether {
		return true
	}
	return a.kind == b.kind && !h.partnered[headPair{one: one, head: a.heads[0], other: other}] && !h.partnered[headPair{one: other, head: b.heads[0], other: one}]
}
