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
	p := pairing{n.words, newHeads(codes), newDictionary(codes)}
	votes := map[pair]*vote{}
	for _, at := range slices.SortedFunc(maps.Keys(n.places), place.compare) { // sums of fractions want one order
		p.vote(n.places[at], votes)
	}
	return groups(agreed(votes))
}

func (p place) compare(other place) int {
	return cmp.Or(strings.Compare(p.document, other.document), strings.Compare(p.zone, other.zone), strings.Compare(p.paragraph, other.paragraph))
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

// vote is what speaks for a pair.
type vote struct {
	places int
	like   float64 // the sum over the places, by the words of the names
	backed bool    // by a third version, by the words, or since no other name is there
}

// pairing finds which names of a place belong together.
type pairing struct {
	words      map[string]string // of each target
	heads      *heads
	dictionary *dictionary
}

// vote counts the pairs of a place.
func (p *pairing) vote(by map[string][]string, votes map[pair]*vote) {
	here := map[pair]fit{}
	partner := map[string]map[string]string{} // by language and name
	codes := slices.Sorted(maps.Keys(by))
	for i, one := range codes {
		for _, other := range codes[:i] {
			for _, f := range p.fits(one, other, by[one], by[other]) {
				here[pairOf(f.a, f.b)] = f
				note(partner, other, f.a, f.b)
				note(partner, one, f.b, f.a)
			}
		}
	}
	for names, f := range here {
		v := votes[names]
		if v == nil {
			v = &vote{}
			votes[names] = v
		}
		v.places++
		v.like += f.like
		v.backed = v.backed || f.backed
		for _, code := range codes {
			third, ok := partner[code][names.a]
			if ok && third != names.b && partner[code][names.b] == third {
				v.backed = true
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

// fit is a pair of names that may be one.
type fit struct {
	a, b   string
	like   float64
	alike  bool // by their head nouns
	backed bool
}

// How like two names must be, found on the tables' own names and on resolutions in six
// languages: with head nouns that stand together in the tables, with others, and by how
// much more than the next best.
const (
	likeWithHead = 0.28
	likeWithout  = 0.54
	ahead        = 0.08
)

// fits returns the names of one version with those of another that their words tell,
// and of the rest those that alone have their head and their numbers, and for which
// they alone have theirs.
func (p *pairing) fits(one, other string, names, others []string) (fits []fit) {
	var all []fit
	for _, a := range names {
		for _, b := range others {
			if alike, may := p.heads.compare(one, other, p.words[a], p.words[b]); may {
				all = append(all, fit{a: a, b: b, alike: alike, like: p.dictionary.like(one, p.words[a], other, p.words[b])})
			}
		}
	}
	taken := map[string]bool{}
	for _, f := range all {
		least := likeWithout
		if f.alike {
			least = likeWithHead
		}
		if f.like >= least && f.like >= next(all, f)+ahead {
			f.backed = true
			fits = append(fits, f)
			taken[f.a], taken[f.b] = true, true
		}
	}
	for _, f := range all {
		if f.alike && !taken[f.a] && !taken[f.b] && alone(all, f) {
			f.backed = len(names) == len(others)
			fits = append(fits, f)
		}
	}
	return fits
}

// next is how like the best other pair is that has one of the names.
func next(all []fit, of fit) (like float64) {
	for _, f := range all {
		if (f.a == of.a) != (f.b == of.b) {
			like = max(like, f.like)
		}
	}
	return like
}

// alone reports whether neither of the two names has the head of another.
func alone(all []fit, of fit) bool {
	return !slices.ContainsFunc(all, func(f fit) bool { return f.alike && (f.a == of.a) != (f.b == of.b) })
}

// agreed are the pairs that something backs, or a second place, and that no
// other pair of the same name and language has as much for it; the best first.
func agreed(votes map[pair]*vote) (agreed []pair) {
	weight := func(v *vote) float64 { return float64(v.places) + v.like }
	type choice struct {
		best float64
		tied bool
	}
	most := map[[2]string]*choice{} // by name and language of the partner
	count := func(name, of string, w float64) {
		key := [2]string{name, language(of)}
		c := most[key]
		if c == nil {
			c = &choice{}
			most[key] = c
		}
		switch {
		case w > c.best:
			c.best, c.tied = w, false
		case w == c.best:
			c.tied = true
		}
	}
	for p, v := range votes {
		count(p.a, p.b, weight(v))
		count(p.b, p.a, weight(v))
	}
	wins := func(name, of string, w float64) bool {
		c := most[[2]string{name, language(of)}]
		return c.best == w && !c.tied
	}
	for p, v := range votes {
		if w := weight(v); (v.places > 1 || v.backed) && wins(p.a, p.b, w) && wins(p.b, p.a, w) {
			agreed = append(agreed, p)
		}
	}
	slices.SortFunc(agreed, func(x, y pair) int {
		return cmp.Or(cmp.Compare(weight(votes[y]), weight(votes[x])), strings.Compare(x.a, y.a), strings.Compare(x.b, y.b))
	})
	return agreed
}

// groups makes the pairs, the best first, into groups of one name a language and
// returns of each name the first of its group; a pair that would bring a second name of
// a language in is left out.
func groups(agreed []pair) map[string]string {
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
