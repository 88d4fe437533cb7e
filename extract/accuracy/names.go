package accuracy

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/samename"
)

// NameKinds are the rows of the table of names: which targets each compares.
// Titles that no table knows are named in the language of the text; versions agree in
// them where package samename finds that they are one.
var NameKinds = []struct {
	Name string
	of   func(target string, kind record.Kind) bool
}{
	{"instruments", func(t string, k record.Kind) bool { return k == record.Instrument && !untabled(t) }},
	{"entities", func(t string, k record.Kind) bool { return k == record.Entity && !untabled(t) }},
	{"States", func(_ string, k record.Kind) bool { return k == record.State }},
	{"these three, with unknown titles", func(_ string, k record.Kind) bool {
		return k == record.Instrument || k == record.Entity || k == record.State
	}},
	{"publications, laws and cases too", func(string, record.Kind) bool { return true }},
}

func untabled(target string) bool { return strings.HasPrefix(target, "title:") }

// NameReport says how far the language versions of documents name the same
// instruments, entities and States.
type NameReport struct {
	Documents int `json:"documents"` // in two languages or more
	Files     int `json:"files"`
	// Similarity is, by kind, the mean over documents of the mean Jaccard
	// similarity of the targets of two versions: |A∩B| / |A∪B|, 1 where both
	// name nothing (P. Jaccard, 1912).
	Similarity map[string]float64 `json:"similarity"`
	// Adjudicated is the same without the targets that were judged: where the
	// versions of a document say different things. Empty where none were.
	Adjudicated map[string]float64 `json:"adjudicated,omitempty"`
	// Deviations are the targets that some versions of a document name and
	// others do not, worst first.
	Deviations []NameDeviation `json:"deviations"`
}

// NameDeviation is a target in which versions deviate.
type NameDeviation struct {
	Target string      `json:"target"`
	Kind   record.Kind `json:"kind"`
	Times  int         `json:"times"` // versions that are in the minority, over all documents
	// Cost is by how much the similarity of all names would rise, were the
	// versions of one mind about the target.
	Cost float64 `json:"cost"`
	// Alone and Lacking are, by language, how often the version is one of few
	// that name the target, and one of few that do not.
	Alone   map[string]int `json:"alone"`
	Lacking map[string]int `json:"lacking"`
	// Examples are of the first documents, or of all (Options.AllExamples).
	Examples []NameExample `json:"examples"`
}

// NameExample is one document in which versions deviate.
type NameExample struct {
	Document string `json:"document"`
	// Words are, by language, the words of the versions that name the target.
	Words map[string]string `json:"words"`
	// Sentences are, by language, what the versions that do not name it say in
	// the paragraph in which the others do; empty where it cannot be told.
	Sentences map[string]string `json:"sentences"`
	// Adjudicated is, by language or *, why the versions differ, where that was judged.
	Adjudicated map[string]string `json:"adjudicated,omitempty"`
}

// examples is how many documents stand as examples of a deviation.
const examples = 3

// named is a target as a version names it first.
type named struct {
	kind  record.Kind
	words string
	at    place
}

// namedVersion is what one version of a document names.
type namedVersion struct {
	path, name, lang string
	targets          map[string]named
	unknown          []record.Reference // to names that no table knows
}

// Names extracts from every file in the folders, of whatever format, takes
// files of one name for versions of one document, and compares what they name.
// The language of a file is that of its folder where that is named after one,
// else that in which it is written. The error is the context's, or says that
// no document is there in two languages.
func Names(ctx context.Context, x *extract.Extractor, folders []string, o Options) (*NameReport, error) {
	o.fill()
	versions, err := readAllNames(ctx, x, pathsIn(folders, o.Problem), &o)
	if err != nil {
		return nil, err
	}
	works := map[string][]*namedVersion{}
	r := &NameReport{Similarity: map[string]float64{}}
	for _, v := range versions {
		if !slices.ContainsFunc(works[v.name], func(w *namedVersion) bool { return w.lang == v.lang }) {
			works[v.name] = append(works[v.name], v)
			r.Files++
		}
	}
	maps.DeleteFunc(works, func(_ string, w []*namedVersion) bool { return len(w) < 2 })
	if r.Documents = len(works); r.Documents == 0 {
		return nil, errors.New("no document in two languages in " + strings.Join(folders, ", ") + "; versions are files of one name in folders named " + strings.Join(lang.Codes, ", "))
	}
	joinUnknown(works)
	r.compare(works, &o)
	return r, ctx.Err()
}

// joinUnknown gives the names that no table knows one target where they are one thing
// in several versions, as graphs do.
func joinUnknown(works map[string][]*namedVersion) {
	var n samename.Names
	for _, versions := range works {
		for _, v := range versions {
			for i := range v.unknown {
				n.Add(&v.unknown[i])
			}
		}
	}
	same := n.Same()
	for _, versions := range works {
		for _, v := range versions {
			joined := map[string]named{}
			for target, at := range v.targets {
				if one, ok := same[target]; ok {
					target = one
				}
				joined[target] = at
			}
			v.targets = joined
		}
	}
}

// readAllNames reads the files on all processors, in the order of the paths.
func readAllNames(ctx context.Context, x *extract.Extractor, paths []string, o *Options) ([]*namedVersion, error) {
	versions, failures := make([]*namedVersion, len(paths)), make([]error, len(paths))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				versions[i], failures[i] = readNames(x, paths[i])
			}
		})
	}
	for i := range paths {
		if ctx.Err() != nil {
			break
		}
		o.Progress(i, len(paths))
		next <- i
	}
	close(next)
	group.Wait()
	for _, err := range failures {
		if err != nil {
			o.Problem(err)
		}
	}
	return slices.DeleteFunc(versions, func(v *namedVersion) bool { return v == nil }), ctx.Err()
}

func readNames(x *extract.Extractor, path string) (*namedVersion, error) {
	docs, err := read.File(path)
	if err != nil {
		return nil, err
	}
	v := &namedVersion{path: path, name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), targets: map[string]named{}}
	if folder := filepath.Base(filepath.Dir(path)); slices.Contains(lang.Codes, folder) {
		v.lang = folder
	}
	for n, d := range docs {
		if v.lang == "" {
			v.lang = d.Lang
		}
		refs, err := x.Document(nil, d)
		if err != nil {
			return nil, err
		}
		for i := range refs {
			v.take(&refs[i], n)
		}
	}
	return v, nil
}

// take notes a reference by name that found its target.
func (v *namedVersion) take(r *extract.Reference, document int) {
	if byNumber(r.Kind) || r.Status != record.Resolved || r.Zone == record.Masthead || r.Symbol != "" {
		return
	}
	if untabled(r.Target) {
		v.unknown = append(v.unknown, record.Reference{Document: v.name, Zone: r.Zone, Paragraph: strings.Clone(r.Paragraph), Lang: strings.Clone(r.Lang), Rule: r.Rule,
			Target: strings.Clone(r.Target), Text: strings.Clone(r.Text)})
	}
	if _, known := v.targets[r.Target]; !known {
		v.targets[strings.Clone(r.Target)] = named{r.Kind, strings.Clone(r.Text), place{document, r.Zone, strings.Clone(r.Paragraph)}}
	}
}

// compare fills the report from the versions of each document.
func (r *NameReport) compare(works map[string][]*namedVersion, o *Options) {
	found := map[string]*NameDeviation{}
	if o.Adjudications != nil {
		r.Adjudicated = map[string]float64{}
	}
	for _, name := range slices.Sorted(maps.Keys(works)) {
		versions := works[name]
		slices.SortFunc(versions, func(a, b *namedVersion) int { return strings.Compare(a.lang, b.lang) })
		for _, k := range NameKinds {
			r.Similarity[k.Name] += similarity(versions, k.of, nil) / float64(len(works))
			if o.Adjudications != nil {
				r.Adjudicated[k.Name] += similarity(versions, k.of, o.Adjudications) / float64(len(works))
			}
		}
		deviate(found, name, versions, float64(len(works)), o)
	}
	for _, d := range found {
		r.Deviations = append(r.Deviations, *d)
	}
	slices.SortFunc(r.Deviations, func(a, b NameDeviation) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Target, b.Target))
	})
}

// similarity is the mean Jaccard similarity of all pairs of versions. A target on which
// there is a verdict for a version counts in none of its pairs.
func similarity(versions []*namedVersion, of func(string, record.Kind) bool, verdicts *Adjudications) float64 {
	sets, judged := make([]map[string]bool, len(versions)), make([]map[string]bool, len(versions))
	for i, v := range versions {
		sets[i], judged[i] = map[string]bool{}, map[string]bool{}
		for target, n := range v.targets {
			if of(target, n.kind) {
				sets[i][target] = true
			}
		}
		for _, target := range verdicts.inNames(v) {
			judged[i][target] = true
		}
	}
	sum, pairs := 0.0, 0
	for i, a := range sets {
		for j, b := range sets[:i] {
			s, any := jaccard(unjudged(a, judged[i], judged[j]), unjudged(b, judged[i], judged[j]))
			if !any {
				s = 1
			}
			sum, pairs = sum+s, pairs+1
		}
	}
	return sum / float64(pairs)
}

// unjudged returns the set without what stands in two others.
func unjudged(set, one, other map[string]bool) map[string]bool {
	if len(one) == 0 && len(other) == 0 {
		return set
	}
	rest := maps.Clone(set)
	maps.DeleteFunc(rest, func(target string, _ bool) bool { return one[target] || other[target] })
	return rest
}

// deviate adds the targets in which the versions of a document deviate.
func deviate(found map[string]*NameDeviation, document string, versions []*namedVersion, documents float64, o *Options) {
	have := map[string][]*namedVersion{}
	for _, v := range versions {
		for target := range v.targets {
			have[target] = append(have[target], v)
		}
	}
	similar := similarity(versions, func(string, record.Kind) bool { return true }, nil)
	for target, with := range have {
		if len(with) == len(versions) {
			continue
		}
		d := found[target]
		if d == nil {
			d = &NameDeviation{Target: target, Kind: with[0].targets[target].kind, Alone: map[string]int{}, Lacking: map[string]int{}}
			found[target] = d
		}
		few := 2*len(with) <= len(versions)
		for _, v := range versions {
			_, names := v.targets[target]
			switch {
			case names && few:
				d.Alone[v.lang]++
				d.Times++
			case !names && !few:
				d.Lacking[v.lang]++
				d.Times++
			}
		}
		d.Cost += (similarity(versions, func(t string, _ record.Kind) bool { return t != target }, nil) - similar) / documents
		if len(d.Examples) < examples || o.AllExamples {
			d.Examples = append(d.Examples, example(document, target, versions, o.Adjudications))
		}
	}
}

func example(document, target string, versions []*namedVersion, verdicts *Adjudications) NameExample {
	e := NameExample{Document: document, Words: map[string]string{}, Sentences: map[string]string{}}
	var at place
	for _, v := range versions {
		if n, ok := v.targets[target]; ok {
			e.Words[v.lang], at = strings.Join(strings.Fields(n.words), " "), n.at
		}
	}
	for _, v := range versions {
		if _, ok := v.targets[target]; !ok {
			e.Sentences[v.lang] = v.paragraph(at)
		}
	}
	e.Adjudicated = verdicts.why(document, target)
	return e
}

// paragraph returns what a version says at a place; it is read once more, since
// no text was kept.
func (v *namedVersion) paragraph(at place) string {
	docs, err := read.File(v.path)
	if err != nil || at.document >= len(docs) {
		return ""
	}
	d := docs[at.document]
	var words []string
	for _, p := range d.Paragraphs {
		if p.Zone != at.zone || p.Number != at.number || at.number == "" && at.zone != record.Heading {
			continue
		}
		for _, s := range p.Pieces {
			words = append(words, strings.Fields(d.Text[s.Start:s.End])...)
		}
	}
	return strings.Join(words, " ")
}
