package accuracy

import (
	"cmp"
	"slices"
	"strings"
	"unique"

	"uncite/extract"
	"uncite/extract/record"
)

// Fields are the fields of a reference in which the versions of a document are
// compared; a further one is a row.
var Fields = []struct {
	Name string
	of   func(*extract.Reference) string
}{
	{"date", func(r *extract.Reference) string { return r.Date }},
	{"zone", func(r *extract.Reference) string { return string(r.Zone) }},
	{"paragraph", func(r *extract.Reference) string { return r.Paragraph }},
	{"treatment", func(r *extract.Reference) string { return r.Treatment }},
	{"pinpoint", func(r *extract.Reference) string { return r.Pinpoint }},
}

// word is a string that many references share: of a version only these are
// kept, and hold no file's text in memory.
type word = unique.Handle[string]

func wordOf(s string) word { return unique.Make(strings.Clone(s)) }

// fieldValues are the values of the fields of the citations of each target, in
// the order of the text: targets → a row a citation, a column a field.
type fieldValues map[word][][]word

// byNumber reports whether things of a kind are cited by a number or symbol.
func byNumber(k record.Kind) bool {
	switch k {
	case record.Resolution, record.Decision, record.Report, record.Treaty:
		return true
	}
	return false
}

// backRule is the rule of words that stand for a citation, "that resolution".
const backRule = "back"

// take notes the fields of a reference to a numbered document. Names are left
// out, and words that stand for a citation: how often a language repeats a name, or
// says "these resolutions" where another says "their" or "which", is its own affair.
func (f fieldValues) take(r *extract.Reference) {
	if !byNumber(r.Kind) || r.Target == "" || r.Zone == record.Masthead || r.Rule == backRule {
		return
	}
	row := make([]word, len(Fields)+1)
	for i, field := range Fields {
		row[i] = wordOf(field.of(r))
	}
	row[len(Fields)] = wordOf(r.Verb)
	at := wordOf(r.Target)
	f[at] = append(f[at], row)
}

// Deviation is a value of a field in which one version of a document parts
// from most of the others.
type Deviation struct {
	Field    string `json:"field"`
	Lang     string `json:"lang"`
	Document string `json:"document"`
	Target   string `json:"target"`
	Want     string `json:"want"` // the value of most versions
	Got      string `json:"got"`
	// Verb is the clause's own words in the version that deviates.
	Verb string `json:"verb"`
}

// compareVersions adds how far the versions of a document agree with each
// other in each field: two versions, and all at once, agree in a target that
// they cite where its citations have the same values, however many and in
// whatever order, since languages order and repeat differently.
func (r *Report) compareVersions(versions []*version) {
	if len(versions) < 2 {
		return
	}
	for target := range targetsOf(versions) {
		for f, field := range Fields {
			r.compareField(versions, target, f, field.Name)
		}
	}
}

// targetsOf are the targets that any of the versions cites.
func targetsOf(versions []*version) map[word]bool {
	targets := map[word]bool{}
	for _, v := range versions {
		for target := range v.values {
			targets[target] = true
		}
	}
	return targets
}

func (r *Report) compareField(versions []*version, target word, f int, name string) {
	var codes []string
	var sets [][]word
	for _, v := range versions {
		if rows := v.values[target]; len(rows) > 0 {
			codes, sets = append(codes, v.lang), append(sets, column(rows, f))
		}
	}
	all := true
	for i := range sets {
		for j := range sets[:i] {
			same := sameValues(sets[i], sets[j])
			all = all && same
			for _, code := range []string{codes[i], codes[j]} {
				addShares(r.Versions, code, map[string]Share{name: one(same)})
			}
		}
	}
	if len(sets) == len(versions) {
		r.Agreement[name] = r.Agreement[name].plus(one(all))
	}
	r.deviation(versions, target, f)
}

func one(same bool) (s Share) {
	s.count(same)
	return s
}

func (s Share) plus(o Share) Share { return Share{s.Same + o.Same, s.Of + o.Of} }

func column(rows [][]word, f int) []word {
	values := make([]word, len(rows))
	for i, row := range rows {
		values[i] = row[f]
	}
	return values
}

func sameValues(a, b []word) bool { return within(a, b) && within(b, a) }

// within reports whether every value of a is one of b.
func within(a, b []word) bool {
	return !slices.ContainsFunc(a, func(v word) bool { return !slices.Contains(b, v) })
}

// deviation notes, of a target that versions cite once, the values of a field
// that part one version from a majority of the others.
func (r *Report) deviation(versions []*version, target word, f int) {
	times := map[word]int{}
	all := 0
	for _, v := range versions {
		if rows := v.values[target]; len(rows) == 1 {
			times[rows[0][f]]++
			all++
		}
	}
	var most word
	for value, n := range times {
		if 2*n > all {
			most = value
		}
	}
	if len(times) < 2 || times[most] == 0 {
		return
	}
	for _, v := range versions {
		if rows := v.values[target]; len(rows) == 1 && rows[0][f] != most {
			r.Deviations = append(r.Deviations, Deviation{Field: Fields[f].Name, Lang: v.lang, Document: v.name, Target: target.Value(),
				Want: most.Value(), Got: rows[0][f].Value(), Verb: rows[0][len(Fields)].Value()})
		}
	}
}

func sortDeviations(all []Deviation) {
	slices.SortFunc(all, func(a, b Deviation) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Target, b.Target))
	})
}
