package samename

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"uncite/extract/lang"
	"uncite/extract/record"
)

// Scheme begins the identifiers of names that no table knows, "title:en:…".
const Scheme = "title:"

// Names collects the names of the documents in hand. The zero value is ready.
type Names struct {
	places map[place]map[string][]string // by language, the targets in the order of the text
	words  map[string]string             // of each target, as it was printed first
}

// place is a paragraph of a document, in whatever language.
type place struct{ document, zone, paragraph string }

// Add takes note of a reference to a name that no table knows; others are left out,
// and so are those of no numbered place. It keeps no memory of r.
func (n *Names) Add(r *record.Reference) {
	if r.Rule != "title" || r.Paragraph == "" || r.Document == "" || !strings.HasPrefix(r.Target, Scheme+r.Lang+":") {
		return
	}
	if n.places == nil {
		n.places, n.words = map[place]map[string][]string{}, map[string]string{}
	}
	at := place{r.Document, string(r.Zone), r.Paragraph}
	by := n.places[at]
	if by == nil {
		by = map[string][]string{}
		n.places[place{strings.Clone(r.Document), strings.Clone(string(r.Zone)), strings.Clone(r.Paragraph)}] = by
	}
	if slices.Contains(by[r.Lang], r.Target) {
		return
	}
	target := strings.Clone(r.Target)
	by[strings.Clone(r.Lang)] = append(by[r.Lang], target)
	if was, known := n.words[target]; !known || r.Text < was {
		n.words[target] = strings.Clone(r.Text)
	}
}

// pair are two names of two languages, the first in the order of the targets.
type pair struct{ a, b string }

func pairOf(a, b string) pair {
	if b < a {
		a, b = b, a
	}
	return pair{a, b}
}

// Same returns for each name that is one thing with others the one that stands for
// them: that in English, else in the first of the languages of lang.Codes. It is the
// same whatever the order of the references.
func (n *Names) Same() map[string]string {
	codes := n.languages()
	if len(codes) < 2 {
		return nil
	}
	h := newHeads(codes)
	votes, backed := map[pair]int{}, map[pair]bool{}
	for _, by := range n.places {
		n.vote(h, by, votes, backed)
	}
	return groups(n.agreed(votes, backed))
}

// languages are those in which some place has names beside another language.
func (n *Names) languages() []string {
	seen := map[string]bool{}
	for _, by := range n.places {
		if len(by) > 1 {
			for code := range by {
				seen[code] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// vote counts the pairs of a place, and notes those that a third version backs, or
// that both versions name no more than the other there.
func (n *Names) vote(h *heads, by map[string][]string, votes map[pair]int, backed map[pair]bool) {
	here := map[pair]bool{}
	partner := map[string]map[string]string{} // by language and name
	codes := slices.Sorted(maps.Keys(by))
	for i, one := range codes {
		for _, other := range codes[:i] {
			for a, b := range n.fits(h, one, other, by[one], by[other]) {
				here[pairOf(a, b)] = true
				if len(by[one]) == len(by[other]) {
					backed[pairOf(a, b)] = true
				}
				note(partner, other, a, b)
				note(partner, one, b, a)
			}
		}
	}
	for p := range here {
		votes[p]++
		for _, code := range codes {
			third, ok := partner[code][p.a]
			if ok && third != p.b && partner[code][p.b] == third {
				backed[p] = true
			}
		}
	}
}

func note(partner map[string]map[string]string, code, from, to string) {
	if partner[code] == nil {
		partner[code] = map[string]string{}
	}
	partner[code][from] = to
}

// fits returns the names of one version with those of another that alone have their
// head and their numbers, and for which they alone have theirs.
func (n *Names) fits(h *heads, one, other string, names, others []string) map[string]string {
	fit := map[string][]string{}
	back := map[string]int{}
	for _, a := range names {
		for _, b := range others {
			if h.alike(one, other, n.words[a], n.words[b]) {
				fit[a] = append(fit[a], b)
				back[b]++
			}
		}
	}
	only := map[string]string{}
	for a, list := range fit {
		if len(list) == 1 && back[list[0]] == 1 {
			only[a] = list[0]
		}
	}
	return only
}

// agreed are the pairs that something backs, or a second place, and that no
// other pair of the same name and language has as many votes against.
func (n *Names) agreed(votes map[pair]int, backed map[pair]bool) (agreed []pair) {
	type choice struct {
		best int
		tied bool
	}
	most := map[[2]string]*choice{} // by name and language of the partner
	count := func(name, of string, n int) {
		key := [2]string{name, language(of)}
		c := most[key]
		if c == nil {
			c = &choice{}
			most[key] = c
		}
		switch {
		case n > c.best:
			c.best, c.tied = n, false
		case n == c.best:
			c.tied = true
		}
	}
	for p, v := range votes {
		count(p.a, p.b, v)
		count(p.b, p.a, v)
	}
	wins := func(name, of string, n int) bool {
		c := most[[2]string{name, language(of)}]
		return c.best == n && !c.tied
	}
	for p, v := range votes {
		if (v > 1 || backed[p]) && wins(p.a, p.b, v) && wins(p.b, p.a, v) {
			agreed = append(agreed, p)
		}
	}
	return agreed
}

// groups makes the pairs into groups of one name a language and returns of each name
// the first of its group; a pair that would bring a second name of a language in is
// left out.
func groups(agreed []pair) map[string]string {
	slices.SortFunc(agreed, func(x, y pair) int { return cmp.Or(strings.Compare(x.a, y.a), strings.Compare(x.b, y.b)) })
	of := map[string]map[string]string{} // by name, the members of its group by language
	group := func(name string) map[string]string {
		if of[name] == nil {
			of[name] = map[string]string{language(name): name}
		}
		return of[name]
	}
	for _, p := range agreed {
		a, b := group(p.a), group(p.b)
		if a[language(p.a)] == b[language(p.a)] || clash(a, b) {
			continue
		}
		for code, name := range b {
			a[code], of[name] = name, a
		}
	}
	same := map[string]string{}
	for name, members := range of {
		for _, code := range order {
			if first, ok := members[code]; ok {
				if len(members) > 1 {
					same[name] = first
				}
				break
			}
		}
	}
	return same
}

func clash(a, b map[string]string) bool {
	for code := range a {
		if _, both := b[code]; both {
			return true
		}
	}
	return false
}

// order is that of the languages of which a name stands for the others.
var order = append([]string{lang.Fallback()}, lang.Codes...)

// language returns the language of an identifier.
func language(target string) string {
	code, _, _ := strings.Cut(strings.TrimPrefix(target, Scheme), ":")
	return code
}
