package samename

import (
	"strings"
	"unicode"

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
		h.languages[code] = languageOf(code)
	}
	for _, one := range codes {
		for _, other := range codes {
			if one != other {
				h.count(one, other)
			}
		}
	}
	for p, n := range h.together {
		if n >= leastTogether {
			h.partnered[headPair{one: p.one, head: p.head, other: p.other}] = true
		}
	}
	return h
}

// languageOf is nil for a language that nobody has added: it has no heads.
func languageOf(code string) *names.Language {
	l, err := names.New(code)
	if err != nil {
		return nil
	}
	return l
}

// count notes the head nouns of the official names of the tables in two languages.
func (h *heads) count(one, other string) {
	others := namesOf(other).heads
	for row, head := range namesOf(one).heads {
		if head != "" && others[row] != "" {
			h.together[headPair{one, head, other, others[row]}]++
		}
	}
}

// reading reads a name once.
func (h *heads) reading(code, name string) reading {
	key := code + ":" + name
	r, ok := h.read[key]
	if !ok {
		r = readName(h.languages[code], name)
		h.read[key] = r
	}
	return r
}

func readName(l *names.Language, name string) (r reading) {
	rest := strings.TrimFunc(normal.String(name), unicode.IsPunct) // without title marks
	if l != nil {
		if r.heads, r.kind = l.Keys(rest), l.Kind(rest); r.kind == "" {
			r.kind = l.Kind(l.HeadOf(rest))
		}
		rest, r.number = l.WithoutNumber(rest)
	}
	r.figures = strings.Join(strings.FieldsFunc(rest, func(c rune) bool { return !unicode.IsDigit(c) }), " ")
	return r
}

// compare reports whether two names of two languages may be one, since they are of one
// kind and have the same numbers, and whether they have head nouns that stand together
// in the tables. Where the tables know no partner of either, as with yearbooks, two
// heads of one kind will do.
func (h *heads) compare(one, other, name, otherName string) (alike, may bool) {
	a, b := h.reading(one, name), h.reading(other, otherName)
	if a.number != b.number || a.figures != b.figures || len(a.heads) == 0 || len(b.heads) == 0 {
		return false, false
	}
	if h.together[headPair{one, a.heads[0], other, b.heads[0]}] >= leastTogether {
		return true, true
	}
	may = a.kind == b.kind
	alike = may && !h.partnered[headPair{one: one, head: a.heads[0], other: other}] && !h.partnered[headPair{one: other, head: b.heads[0], other: one}]
	return alike, may
}
