package accuracy

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// Tally counts targets: found and true, found and false, true and missed.
type Tally struct {
	True   int `json:"true"`
	False  int `json:"false"`
	Missed int `json:"missed"`
}

// MarshalJSON writes the counts with the figures that follow from them.
func (t Tally) MarshalJSON() ([]byte, error) {
	type counts Tally
	return json.Marshal(struct {
		counts
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
	}{counts(t), t.Precision(), t.Recall(), t.F1()})
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

// The kinds of mistake.
const (
	False  = "false"  // found, and most versions do not link it
	Missed = "missed" // most versions link it, and it was not found
)

// Mistake is one target found and false, or true and missed.
type Mistake struct {
	Kind     string `json:"kind"` // False or Missed
	Lang     string `json:"lang"`
	Document string `json:"document"`
	Target   string `json:"target"`
	// Versions is how many language versions of the document were found to
	// cite the target. A false target that all versions cite and none links
	// is a fault of the links rather than of extraction.
	Versions int `json:"versions"`
	// InText is in how many versions the target's number or symbol stands,
	// whatever was made of it there.
	InText int    `json:"in_text"`
	Of     int    `json:"of"` // how many versions there are
	Rule   string `json:"rule"`
	// Adjudicated is the reason of the verdict on the target, where there is one;
	// Excused says that by this verdict it is no mistake.
	Adjudicated string `json:"adjudicated,omitempty"`
	Excused     bool   `json:"excused,omitempty"`
	// Sentence is where the false target was found, or where the missed one
	// is linked; in square brackets the language of another version, where
	// this one neither cites nor links it.
	Sentence string `json:"sentence"`
}

// Report is the outcome of an evaluation.
type Report struct {
	Documents  int               `json:"documents"`
	Files      int               `json:"files"`
	ByLanguage map[string]*Tally `json:"by_language"`
	ByKind     map[string]*Tally `json:"by_kind"` // of the target
	ByBody     map[string]*Tally `json:"by_body"` // that issued the citing document
	// Adjudicated is, by language, what is left when the faults of the links
	// that were judged are taken out; empty where none were.
	Adjudicated map[string]*Tally `json:"adjudicated,omitempty"`
	// LinkFaults counts, by language, the false targets that all versions of
	// the document cite and none links; PrintedFaults those whose number
	// stands in the text of all versions.
	LinkFaults    map[string]int `json:"link_faults"`
	PrintedFaults map[string]int `json:"printed_faults"`
	Mistakes      []Mistake      `json:"mistakes"`
	// Similarity is the mean Jaccard similarity of the targets of two
	// versions of a document: ours, and that of the UN's own links.
	Similarity     float64 `json:"similarity"`
	LinkSimilarity float64 `json:"link_similarity"`
	// Zones and Numbers are, by language and zone of the markup, the pieces
	// of text that the stripped text puts into that zone, and of those that
	// bear a number the ones that have it there too.
	Zones   map[string]map[record.Zone]Share `json:"zones"`
	Numbers map[string]map[record.Zone]Share `json:"numbers"`
	// Treatments is, by language and zone, how many of the targets that stand
	// behind the lead verb of a paragraph are treated as the English markup
	// names the clause.
	Treatments map[string]map[record.Zone]Share `json:"treatments"`
	// Items is, by language, how many of the targets in items of a list are
	// treated as the English markup names the head of the list.
	Items map[string]Share `json:"items"`
	// Placed is, by language, how many references stand in the zone, and in the
	// zone and paragraph, that the markup gives their words.
	Placed map[string]map[string]Share `json:"placed"`
	// Versions is, by language and field, in how many targets that another
	// version cites too the two give the same values, over all of those.
	Versions map[string]map[string]Share `json:"versions"`
	// Agreement is, by field, in how many of the targets that all versions of a
	// document cite all give the same values.
	Agreement map[string]Share `json:"agreement"`
	// Deviations are the values in which one version parts from most others.
	Deviations []Deviation `json:"deviations"`
	// Confusions are the treatments that differ, most frequent first.
	Confusions []Confusion `json:"confusions"`
}

// Options are what an evaluation may be told; the zero value will do.
type Options struct {
	// Truth, by the names of documents, stands in for the consensus of the
	// versions in hand; a document that it does not know has no true targets.
	Truth map[string]*Truth
	// Adjudications are verdicts on single targets, over and above the truth.
	Adjudications *Adjudications
	// AllExamples has every document in which versions deviate in a name listed,
	// not the first few of each name.
	AllExamples bool
	// Problem is called with each file that cannot be read; it is left out.
	Problem func(error)
	// Progress is called with the number of files done and the number of all.
	Progress func(done, total int)
}

// Evaluate reads the Akoma Ntoso files in the folders, extracts from their
// text and holds what was found against their links.
func Evaluate(ctx context.Context, x *extract.Extractor, folders []string, o Options) (*Report, error) {
	o.fill()
	paths := pathsIn(folders, o.Problem)
	versions, err := readAll(ctx, x, paths, &o)
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 {
		return nil, errors.New("no Akoma Ntoso file in " + strings.Join(folders, ", ") + "; the UN publishes its machine-readable resolutions as such files")
	}
	works := byWork(versions, o.Problem)
	r := score(works, o.Truth, o.Adjudications)
	r.explain(x, works)
	return r, ctx.Err()
}

// fill sets what the caller has left out.
func (o *Options) fill() {
	if o.Problem == nil {
		o.Problem = func(error) {}
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
}

// pathsIn are the files in the folders, sorted, each once.
func pathsIn(folders []string, problem func(error)) []string {
	var paths []string
	for _, folder := range folders {
		files, problems := read.Files(folder)
		for _, p := range problems {
			problem(p)
		}
		paths = append(paths, files...)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// byWork groups the versions of each document. Of two files that are the same
// version, the first counts.
func byWork(versions []*version, problem func(error)) map[string][]*version {
	works := map[string][]*version{}
	for _, v := range versions {
		same := slices.IndexFunc(works[v.work], func(o *version) bool { return o.lang == v.lang })
		if same >= 0 {
			problem(fmt.Errorf("%s: left out; %s is the same version of %s", v.path, works[v.work][same].path, v.name))
			continue
		}
		works[v.work] = append(works[v.work], v)
	}
	for _, versions := range works {
		slices.SortFunc(versions, func(a, b *version) int { return strings.Compare(a.lang, b.lang) })
	}
	return works
}

// readAll reads the files on all processors and returns the versions in the
// order of the paths.
func readAll(ctx context.Context, x *extract.Extractor, paths []string, o *Options) ([]*version, error) {
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
	return slices.DeleteFunc(versions, func(v *version) bool { return v == nil }), ctx.Err()
}

// score holds the versions of each document against their consensus, or
// against a truth that is given.
func score(works map[string][]*version, given map[string]*Truth, a *Adjudications) *Report {
	r := newReport()
	var ours, theirs mean
	confused := map[Confusion]int{}
	for _, work := range slices.Sorted(maps.Keys(works)) {
		versions := works[work]
		r.Documents, r.Files = r.Documents+1, r.Files+len(versions)
		truth := truthOf(versions, given)
		for _, v := range versions {
			r.count(v, truth, versions, a)
		}
		ours.versions(versions, func(v *version) map[string]bool { return v.found })
		theirs.versions(versions, func(v *version) map[string]bool { return v.links })
		r.countMarkup(versions, confused)
		r.compareVersions(versions)
	}
	sortDeviations(r.Deviations)
	r.Similarity, r.LinkSimilarity = ours.value(), theirs.value()
	slices.SortFunc(r.Mistakes, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Lang, b.Lang))
	})
	r.Confusions = sortedConfusions(confused)
	return r
}

func newReport() *Report {
	return &Report{
		ByLanguage: map[string]*Tally{}, ByKind: map[string]*Tally{}, ByBody: map[string]*Tally{}, Adjudicated: map[string]*Tally{},
		LinkFaults: map[string]int{}, PrintedFaults: map[string]int{},
		Zones: map[string]map[record.Zone]Share{}, Numbers: map[string]map[record.Zone]Share{}, Treatments: map[string]map[record.Zone]Share{},
		Items: map[string]Share{}, Placed: map[string]map[string]Share{}, Versions: map[string]map[string]Share{}, Agreement: map[string]Share{},
	}
}

func truthOf(versions []*version, given map[string]*Truth) *Truth {
	if given == nil {
		return consensus(versions)
	}
	if t := given[versions[0].name]; t != nil {
		return t
	}
	return &Truth{Versions: len(versions)}
}

// count adds the targets of one version to the tallies: as the links have it,
// and as the adjudications do.
func (r *Report) count(v *version, truth *Truth, versions []*version, a *Adjudications) {
	targets := slices.Concat(slices.Collect(maps.Keys(v.found)), slices.Collect(maps.Keys(truth.Links)), a.targets(v))
	slices.Sort(targets)
	for _, target := range slices.Compact(targets) {
		linked := v.outcome(target, truth.standing(target))
		judged, reason := linked, ""
		if j, ok := a.of(v, target); ok {
			judged, reason = v.outcome(target, j.standing), j.reason
		}
		r.tally(v, target, linked)
		if a != nil {
			addTally(r.Adjudicated, v.lang, judged)
		}
		r.mistake(v, target, versions, linked, judged, reason)
	}
}

// mistake notes a target that is false or missed by the links or by verdict.
func (r *Report) mistake(v *version, target string, versions []*version, linked, judged Tally, reason string) {
	m := Mistake{Lang: v.lang, Document: v.name, Target: target, Versions: citing(versions, target), Of: len(versions), Adjudicated: reason,
		Excused: judged.False+judged.Missed == 0}
	switch t := (Tally{False: linked.False + judged.False, Missed: linked.Missed + judged.Missed}); {
	case t.False > 0:
		m.Kind = False
		if linked.False > 0 && m.Versions == m.Of && m.Of > 1 {
			r.LinkFaults[v.lang]++
		}
	case t.Missed > 0:
		m.Kind = Missed
	default:
		return
	}
	r.Mistakes = append(r.Mistakes, m)
}

func citing(versions []*version, target string) int {
	n := 0
	for _, v := range versions {
		if v.found[target] {
			n++
		}
	}
	return n
}

func (r *Report) tally(v *version, target string, t Tally) {
	if t == (Tally{}) {
		return
	}
	addTally(r.ByLanguage, v.lang, t)
	addTally(r.ByKind, TargetKind(target), t)
	addTally(r.ByBody, v.body, t)
}

func addTally(table map[string]*Tally, key string, t Tally) {
	if table[key] == nil {
		table[key] = &Tally{}
	}
	table[key].add(t)
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

// Languages returns the languages of the report, in the order of the UN.
func (r *Report) Languages() []string {
	return slices.DeleteFunc(slices.Clone(lang.Codes), func(code string) bool { return r.ByLanguage[code] == nil })
}
