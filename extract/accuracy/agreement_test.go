package accuracy_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// leastAgreement is the mean Jaccard index of the instruments and entities of
// a document's language versions below which the test fails.
const leastAgreement = 0.93

// alien are versions that are not in the language of their folder.
var alien = []string{"ru/deliberation_unga_2023-12-05_78-68.txt"}

// TestAgreement measures how far the six versions of a document name the same
// instruments and entities, and with -v lists the names that part them.
// Titles that the tables do not know are left out: each language has its own.
func TestAgreement(t *testing.T) {
	root := sharedPath(t, "benchmark", "text")
	versions := versionTargets(t, root)
	names := func(id string) bool { return kindOfTarget(id) != record.State && !strings.HasPrefix(id, "title:") }
	states := func(id string) bool { return kindOfTarget(id) == record.State }
	for _, c := range []struct {
		what  string
		keep  func(string) bool
		least float64
	}{{"instruments and entities", names, leastAgreement}, {"States", states, leastAgreement}} {
		mean := meanAgreement(versions, c.keep)
		t.Logf("%s: mean Jaccard %.4f over %d documents", c.what, mean, len(versions))
		for _, line := range disagreements(versions, c.keep, 40) {
			t.Log(line)
		}
		if mean < c.least {
			t.Errorf("%s: mean Jaccard %.4f, want at least %.2f; -v lists the names that part the languages", c.what, mean, c.least)
		}
	}
}

// targetSets are the targets of a document's versions by language.
type targetSets map[string]map[string]bool

// versionTargets extracts from all versions below root, by document.
func versionTargets(t *testing.T, root string) map[string]targetSets {
	t.Helper()
	x := extract.New(nil)
	out := map[string]targetSets{}
	for _, code := range lang.Codes {
		files, err := os.ReadDir(filepath.Join(root, code))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if slices.Contains(alien, code+"/"+f.Name()) {
				continue
			}
			docs, err := read.File(filepath.Join(root, code, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			found := map[string]bool{}
			for _, r := range nameReferences(t, x, docs) {
				found[r.Target] = true
			}
			if out[f.Name()] == nil {
				out[f.Name()] = targetSets{}
			}
			out[f.Name()][code] = found
		}
	}
	return out
}

// meanAgreement is the mean over documents of the mean Jaccard index of all
// pairs of versions: |A∩B| / |A∪B|, 1 where both are empty (P. Jaccard, 1912).
func meanAgreement(versions map[string]targetSets, keep func(string) bool) float64 {
	sum := 0.0
	for _, name := range slices.Sorted(maps.Keys(versions)) {
		sum += pairwise(versions[name], keep)
	}
	return sum / float64(len(versions))
}

func pairwise(v targetSets, keep func(string) bool) float64 {
	codes := slices.Sorted(maps.Keys(v))
	sum, pairs := 0.0, 0
	for i, a := range codes {
		for _, b := range codes[i+1:] {
			sum += jaccard(v[a], v[b], keep)
			pairs++
		}
	}
	return sum / float64(max(pairs, 1))
}

func jaccard(a, b map[string]bool, keep func(string) bool) float64 {
	both, either := 0, 0
	for id := range a {
		if keep(id) {
			either++
			if b[id] {
				both++
			}
		}
	}
	for id := range b {
		if keep(id) && !a[id] {
			either++
		}
	}
	return share(both, either-both)
}

// disagreements lists the targets that are in some versions of a document and
// not in others, with the languages that lack them, the most frequent first.
func disagreements(versions map[string]targetSets, keep func(string) bool, most int) []string {
	type lack struct {
		id    string
		total int
		by    map[string]int
		where string
	}
	lacks := map[string]*lack{}
	for _, name := range slices.Sorted(maps.Keys(versions)) {
		have := map[string]int{}
		for _, found := range versions[name] {
			for id := range found {
				have[id]++
			}
		}
		for id, n := range have {
			if n == len(versions[name]) || !keep(id) {
				continue
			}
			if lacks[id] == nil {
				lacks[id] = &lack{id: id, by: map[string]int{}, where: name}
			}
			for code, found := range versions[name] {
				// Count the smaller side: a name in one version is as much
				// an error there as one that a single version lacks.
				if found[id] == (2*n <= len(versions[name])) {
					lacks[id].total++
					sign := "-"
					if found[id] {
						sign = "+"
					}
					lacks[id].by[sign+code]++
				}
			}
		}
	}
	sorted := slices.SortedFunc(maps.Values(lacks), func(a, b *lack) int {
		return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(a.id, b.id))
	})
	var lines []string
	for _, l := range sorted[:min(most, len(sorted))] {
		var by []string
		for _, code := range slices.Sorted(maps.Keys(l.by)) {
			by = append(by, fmt.Sprintf("%s %d", code, l.by[code]))
		}
		lines = append(lines, fmt.Sprintf("%4d %s (%s) first in %s", l.total, l.id, strings.Join(by, ", "), l.where))
	}
	return lines
}
