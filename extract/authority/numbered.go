package authority

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/ordinals.tsv
var ordinalRows string

// ordinals are the words of numbers in identifiers, by number.
var ordinals = sync.OnceValue(func() map[int]string {
	words := map[int]string{}
	for _, line := range strings.Split(ordinalRows, "\n") {
		number, word, _ := strings.Cut(line, "\t")
		if n, err := strconv.Atoi(number); err == nil {
			words[n] = word
		}
	}
	return words
})

// Numbered returns the identifier of the conference with a number in the series
// of e, entity:eighteenth-conference-of-…. A number that has no word stands in
// figures.
func (e *Entry) Numbered(number int) string {
	kind, name, _ := e.unnumbered()
	word := ordinals()[number]
	if word == "" {
		word = strconv.Itoa(number)
	}
	return kind + ":" + word + "-" + name
}

// InSeries reports whether the entry is one of a series by its identifier:
// instrument:third-united-nations-decade-for-….
func (e *Entry) InSeries() bool {
	_, _, numbered := e.unnumbered()
	return numbered
}

// unnumbered cuts the identifier into its kind and the name without its ordinal.
func (e *Entry) unnumbered() (kind, name string, numbered bool) {
	kind, name, _ = strings.Cut(e.ID, ":")
	for _, word := range ordinals() {
		if rest, ok := strings.CutPrefix(name, word+"-"); ok {
			return kind, rest, true
		}
	}
	return kind, name, false
}

// OfSeries returns the entry of the table whose series the identifier counts, and the word of its
// number: entity:eighteenth-conference-of-…; nil where it counts none.
func (t *Table) OfSeries(id string) (e *Entry, ordinal string) {
	one := Entry{ID: id}
	kind, name, numbered := one.unnumbered()
	if !numbered {
		return nil, ""
	}
	if e, _ = t.Lookup(kind + ":" + name); e == nil {
		return nil, ""
	}
	return e, strings.TrimSuffix(strings.TrimPrefix(id, kind+":"), "-"+name)
}
