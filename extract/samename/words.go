package samename

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"uncite/extract/authority"
	"uncite/extract/internal/names"
	"uncite/extract/lang"
)

// dictionary knows which words of two languages mean the same, since names of the tables
// have them together: "maritime" and "морской". It is learned, not written: no list of
// words stands anywhere.
type dictionary struct {
	tables map[string]*tableNames // by language
	total  float64                // of the rows
	known  map[wordPair]float64
}

// wordPair are stems of two languages.
type wordPair struct{ one, stem, other, otherStem string }

// Words are compared by their first letters, since they end by case and number.
const stemLetters = 5

func newDictionary(codes []string) *dictionary {
	d := &dictionary{map[string]*tableNames{}, float64(len(authority.Default().Entries())), map[wordPair]float64{}}
	for _, code := range codes {
		d.tables[code] = namesOf(code)
	}
	return d
}

// stems are what of the words of a name is compared, each once: their first letters or,
// in a script without blanks, every two characters.
func stems(code, name string) (list []string) {
	l := lang.Of(code)
	if l == nil {
		return nil
	}
	add := func(stem string) {
		if !slices.Contains(list, stem) {
			list = append(list, stem)
		}
	}
	for _, word := range strings.Fields(names.Key(plain(name))) {
		if l.Has(lang.Unsegmented) {
			letters := []rune(word)
			for i := 0; i+1 < len(letters); i++ {
				add(string(letters[i : i+2]))
			}
			continue
		}
		if bare := l.Bare(word); len(bare) > 0 {
			word = slices.MinFunc(bare, func(a, b string) int { return len(a) - len(b) })
		}
		if letters := []rune(word); len(letters) > stemLetters {
			word = string(letters[:stemLetters])
		}
		if utf8.RuneCountInString(word) > 2 {
			add(word)
		}
	}
	return list
}

// plain is a name without the accents of its letters.
func plain(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return name
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(name))
}

// like says how far two names are made of words that mean the same, between 0 and 1:
// the shares of both that the other has, a word weighing the more the fewer names of
// the tables have it. That of the shorter counts twice, since a version may break a
// name off.
func (d *dictionary) like(one, name, other, otherName string) float64 {
	a, b := stems(one, name), stems(other, otherName)
	share, weight := d.share(one, a, other, b)
	back, otherWeight := d.share(other, b, one, a)
	if otherWeight < weight {
		share, back = back, share
	}
	return (2*share + back) / 3
}

// share is how much of the words of a name another has, and what all of them weigh.
func (d *dictionary) share(one string, words []string, other string, others []string) (share, weight float64) {
	for _, w := range words {
		best := 0.0
		for _, o := range others {
			best = max(best, d.same(one, w, other, o))
		}
		of := math.Log(1 + d.total/float64(1+len(d.tables[one].rows[w])))
		share, weight = share+of*best, weight+of
	}
	return share / max(weight, 1), weight
}

// same says how surely two stems mean the same: one letters are one word; else the
// coefficient of L. R. Dice (1945) over the rows that have them, the less the fewer.
func (d *dictionary) same(one, stem, other, otherStem string) float64 {
	if stem == otherStem {
		return 1
	}
	key := wordPair{one, stem, other, otherStem}
	if v, ok := d.known[key]; ok {
		return v
	}
	a, b := d.tables[one].rows[stem], d.tables[other].rows[otherStem]
	both := shared(a, b)
	v := 0.0
	if both > 0 {
		v = 2 * both / float64(len(a)+len(b)) * both / (both + 1)
	}
	d.known[key] = v
	return v
}

// shared is how many rows two ordered lists have both.
func shared(a, b []int32) (n float64) {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			n, i, k = n+1, i+1, k+1
		}
	}
	return n
}
