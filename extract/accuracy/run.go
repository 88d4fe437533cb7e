package accuracy

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"uncite/extract"
	"uncite/extract/lang"
	"uncite/extract/read"
)

// Tally counts targets: found and true, found and false, true and missed.
type Tally struct {
	True   int `json:"true"`
	False  int `json:"false"`
	Missed int `json:"missed"`
}

// Precision is the share of what was found that is true, 0 of nothing.
func (t Tally) Precision() float64 { return share(t.True, t.True+t.False) }

// Recall is the share of what is true that was found, 0 of nothing.
func (t Tally) Recall() float64 { return share(t.True, t.True+t.Missed) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (t *Tally) add(o Tally) {
	t.True, t.False, t.Missed = t.True+o.True, t.False+o.False, t.Missed+o.Missed
}

// Mistake is one target found and false, or true and missed.
type Mistake struct {
	Kind     string `json:"kind"` // false or missed
	Lang     string `json:"lang"`
	Document string `json:"document"`
	Target   string `json:"target"`
	// Versions is how many language versions of the document were found to
	// cite the target. A false target that all versions cite and none links
	// is a fault of the links rather than of extraction.
	Versions int    `json:"versions"`
	Of       int    `json:"of"`
	Rule     string `json:"rule"`
	Sentence string `json:"sentence"`
}

// Report is the outcome of an evaluation.
type Report struct {
	Documents, Files int
	ByLanguage       map[string]*Tally
	ByKind           map[string]*Tally
	ByBody           map[string]*Tally
	// LinkFaults counts, by language, the false targets that all versions of
	// the document cite and none links.
	LinkFaults map[string]int
	Mistakes   []Mistake
	// Similarity is the mean Jaccard similarity of the targets of two
	// versions of a document: ours, and that of the UN's own links.
	Similarity, LinkSimilarity float64
}

// Evaluate reads the Akoma Ntoso files in the folders, extracts from their
// text and holds what was found against their links. Files that cannot be
// read are passed to problem and left out.
func Evaluate(ctx context.Context, x *extract.Extractor, folders []string, problem func(error)) (*Report, error) {
	var paths []string
	for _, folder := range folders {
		files, problems := read.Files(folder)
		for _, p := range problems {
			problem(p)
		}
		paths = append(paths, files...)
	}
	versions, err := readAll(ctx, x, paths, problem)
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 {
		return nil, errors.New("no Akoma Ntoso file in " + strings.Join(folders, ", ") + "; the UN publishes its machine-readable resolutions as such files")
	}
	return score(versions), nil
}

// readAll reads the files on all processors and returns the versions in the
// order of the paths.
func readAll(ctx context.Context, x *extract.Extractor, paths []string, problem func(error)) ([]*version, error) {
	versions, failures := make([]*version, len(paths)), make([]error, len(paths))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				versions[i], failures[i] = readVersion(x, paths[i])
			}
		})
	}
	for i := range paths {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	group.Wait()
	for _, err := range failures {
		if err != nil {
			problem(err)
		}
	}
	return slices.DeleteFunc(versions, func(v *version) bool { return v == nil }), ctx.Err()
}

// score holds the versions of each document against their consensus.
func score(versions []*version) *Report {
	r := &Report{
		Files: len(versions), ByLanguage: map[string]*Tally{}, ByKind: map[string]*Tally{}, ByBody: map[string]*Tally{}, LinkFaults: map[string]int{},
	}
	works := map[string][]*version{}
	var order []string
	for _, v := range versions {
		if works[v.work] == nil {
			order = append(order, v.work)
		}
		works[v.work] = append(works[v.work], v)
	}
	slices.Sort(order)
	r.Documents = len(order)
	var ours, theirs mean
	for _, work := range order {
		truth := consensus(works[work])
		for _, v := range works[work] {
			r.count(v, truth, works[work])
		}
		ours.versions(works[work], func(v *version) map[string]bool { return keys(v.found) })
		theirs.versions(works[work], func(v *version) map[string]bool { return v.links })
	}
	r.Similarity, r.LinkSimilarity = ours.value(), theirs.value()
	slices.SortFunc(r.Mistakes, func(a, b Mistake) int {
		return strings.Compare(a.Kind+a.Document+a.Target+a.Lang, b.Kind+b.Document+b.Target+b.Lang)
	})
	return r
}

// count adds the targets of one version to the tallies.
func (r *Report) count(v *version, truth *Truth, versions []*version) {
	for target, f := range v.found {
		if truth.Uncertain(target) {
			continue
		}
		if truth.True(target) {
			r.tally(v, target, Tally{True: 1})
			continue
		}
		r.tally(v, target, Tally{False: 1})
		m := Mistake{"false", v.lang, v.name, target, citing(versions, target), len(versions), f.Rule, f.Sentence}
		if m.Versions == m.Of && m.Of > 1 {
			r.LinkFaults[v.lang]++
		}
		r.Mistakes = append(r.Mistakes, m)
	}
	for target := range truth.Links {
		if truth.True(target) && v.found[target] == nil {
			r.tally(v, target, Tally{Missed: 1})
			r.Mistakes = append(r.Mistakes, Mistake{Kind: "missed", Lang: v.lang, Document: v.name, Target: target, Versions: citing(versions, target), Of: len(versions), Sentence: elsewhere(versions, target)})
		}
	}
}

func citing(versions []*version, target string) int {
	n := 0
	for _, v := range versions {
		if v.found[target] != nil {
			n++
		}
	}
	return n
}

// elsewhere returns the sentence in which another version cites the target.
func elsewhere(versions []*version, target string) string {
	for _, v := range versions {
		if f := v.found[target]; f != nil {
			return fmt.Sprintf("[%s] %s", v.lang, f.Sentence)
		}
	}
	return ""
}

func (r *Report) tally(v *version, target string, t Tally) {
	for _, row := range []struct {
		table map[string]*Tally
		key   string
	}{{r.ByLanguage, v.lang}, {r.ByKind, TargetKind(target)}, {r.ByBody, v.body}} {
		if row.table[row.key] == nil {
			row.table[row.key] = &Tally{}
		}
		row.table[row.key].add(t)
	}
}

// mean is the mean Jaccard similarity of pairs of versions.
type mean struct {
	sum   float64
	pairs int
}

func (m *mean) versions(versions []*version, targets func(*version) map[string]bool) {
	for i, a := range versions {
		for _, b := range versions[:i] {
			if s, ok := jaccard(targets(a), targets(b)); ok {
				m.sum += s
				m.pairs++
			}
		}
	}
}

func (m *mean) value() float64 {
	if m.pairs == 0 {
		return 0
	}
	return m.sum / float64(m.pairs)
}

// jaccard is the share of what two sets hold together that both hold; ok is
// false of two empty sets.
func jaccard(a, b map[string]bool) (similarity float64, ok bool) {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	all := len(a) + len(b) - both
	return share(both, all), all > 0
}

func keys(found map[string]*finding) map[string]bool {
	out := make(map[string]bool, len(found))
	for k := range found {
		out[k] = true
	}
	return out
}

// Languages returns the languages of the report, in the order of the UN.
func (r *Report) Languages() []string {
	return slices.DeleteFunc(slices.Clone(lang.Codes), func(code string) bool { return r.ByLanguage[code] == nil })
}
