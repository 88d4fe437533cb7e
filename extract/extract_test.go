package extract_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/fixtures"
	"uncite/fixtures/gold"
)

// extractor is shared: compiling the names of six languages takes a while.
var extractor = extract.New(nil)

// references extracts from a text of the corpus, without its masthead.
func references(t testing.TB, source, text string) []extract.Reference {
	t.Helper()
	docs, err := read.Bytes(source, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var refs []extract.Reference
	for _, d := range docs {
		if refs, err = extractor.Document(refs, d); err != nil {
			t.Fatal(err)
		}
	}
	return slices.DeleteFunc(refs, func(r extract.Reference) bool { return r.Zone == record.Masthead })
}

// corpus calls f for every text of the sample corpus.
func corpus(t testing.TB, f func(code, name, text string)) {
	t.Helper()
	for _, code := range fixtures.Langs {
		for _, name := range fixtures.Names() {
			text, err := fixtures.Text(code, name)
			if err != nil {
				t.Fatal(err)
			}
			f(code, name, text)
		}
	}
}

func numbered(k record.Kind) bool {
	return k == record.Resolution || k == record.Decision || k == record.Report || k == record.Treaty
}

// TestNumbersAgainstGold finds every numbered reference of the sample corpus
// at its exact words, with its target and status, and none besides, in all
// six languages.
func TestNumbersAgainstGold(t *testing.T) {
	corpus(t, func(code, name, text string) {
		rows, err := gold.Of(code, name)
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		for _, r := range rows {
			if r.Zone != record.Masthead && numbered(r.Kind) {
				want = append(want, fmt.Sprintf("%d-%d %s %s %s", r.Start, r.End, r.Kind, r.Target, r.Status))
			}
		}
		for _, r := range references(t, name, text) {
			if numbered(r.Kind) {
				got = append(got, fmt.Sprintf("%d-%d %s %s %s", r.Start, r.End, r.Kind, r.Target, r.Status))
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s/%s (-gold +found):\n%s", code, name, diff)
		}
	})
}

// TestNamesAgainstGold holds instruments, entities and States to precision
// and recall over the sample corpus.
func TestNamesAgainstGold(t *testing.T) {
	const least = 0.97
	for _, code := range fixtures.Langs {
		hit, missed, extra := 0, 0, 0
		for _, name := range fixtures.Names() {
			text, _ := fixtures.Text(code, name)
			rows, _ := gold.Of(code, name)
			left := map[string]int{}
			for _, r := range rows {
				if r.Zone != record.Masthead && !numbered(r.Kind) {
					left[r.Target]++
				}
			}
			for _, r := range references(t, name, text) {
				switch {
				case numbered(r.Kind) || r.Target == "":
				case left[r.Target] > 0:
					left[r.Target]--
					hit++
				default:
					extra++
				}
			}
			for _, n := range left {
				missed += n
			}
		}
		precision, recall := ratio(hit, hit+extra), ratio(hit, hit+missed)
		if precision < least || recall < least {
			t.Errorf("%s: precision %.4f, recall %.4f of names, want %.2f", code, precision, recall, least)
		}
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// TestOffsetsCutTheWords cuts every reference out of its source.
func TestOffsetsCutTheWords(t *testing.T) {
	corpus(t, func(code, name, text string) {
		for _, r := range references(t, name, text) {
			if text[r.Start:r.End] != r.Text || r.Text == "" {
				t.Errorf("%s/%s: %q at %d-%d, but the text there is %q", code, name, r.Text, r.Start, r.End, text[r.Start:r.End])
			}
		}
	})
}

// TestOneGraphWhateverTheLanguage compares the targets of the six versions of
// each document.
func TestOneGraphWhateverTheLanguage(t *testing.T) {
	for _, name := range fixtures.Names() {
		var first string
		for i, code := range fixtures.Langs {
			text, _ := fixtures.Text(code, name)
			set := map[string]bool{}
			for _, r := range references(t, name, text) {
				if numbered(r.Kind) && r.Target != "" {
					set[r.Target] = true
				}
			}
			var targets []string
			for target := range set {
				targets = append(targets, target)
			}
			slices.Sort(targets)
			if list := strings.Join(targets, " "); i == 0 {
				first = list
			} else if list != first {
				t.Errorf("%s: %s cites\n%s\n%s cites\n%s", name, fixtures.Langs[0], first, code, list)
			}
		}
	}
}

// all extracts the whole sample corpus in one run.
func all(t testing.TB) []extract.Reference {
	t.Helper()
	var refs []extract.Reference
	err := extractor.FS(context.Background(), fixtures.Corpus(), func(r *extract.Result) error {
		refs = append(refs, r.References...)
		return r.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	return refs
}

// TestSameBytes protects the order of results against the number of
// processors and the chances of scheduling.
func TestSameBytes(t *testing.T) {
	before := runtime.GOMAXPROCS(1)
	one := all(t)
	runtime.GOMAXPROCS(4)
	four := all(t)
	runtime.GOMAXPROCS(before)
	if diff := cmp.Diff(one, four); diff != "" {
		t.Errorf("one processor and four differ:\n%s", diff)
	}
}

// TestOneBadInput goes on after inputs that cannot be read.
func TestOneBadInput(t *testing.T) {
	failed, done := 0, 0
	err := extractor.Paths(context.Background(), []string{"testdata/none.txt", "testdata/plain.txt"}, strings.NewReader(""), func(r *extract.Result) error {
		if r.Err != nil {
			failed++
		} else {
			done++
		}
		return nil
	})
	if err != nil || failed != 1 || done != 1 {
		t.Errorf("%d failed, %d done, error %v; want one each and no error", failed, done, err)
	}
}

// TestVisitStops ends the work when the visitor has seen enough.
func TestVisitStops(t *testing.T) {
	enough := errors.New("enough")
	n := 0
	err := extractor.FS(context.Background(), fixtures.Corpus(), func(*extract.Result) error {
		n++
		return enough
	})
	if !errors.Is(err, enough) || n != 1 {
		t.Errorf("error %v after %d visits, want the visitor's error after one", err, n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := extractor.FS(ctx, fixtures.Corpus(), func(*extract.Result) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v of a cancelled run, want context.Canceled", err)
	}
}

// TestMasthead reports the document's own facts as masthead references.
func TestMasthead(t *testing.T) {
	text, _ := fixtures.Text("en", "A_RES_72_284")
	docs, err := read.Bytes("x", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	refs, err := extractor.Document(nil, docs[0])
	if err != nil {
		t.Fatal(err)
	}
	var own, body *extract.Reference
	for i := range refs {
		switch r := &refs[i]; {
		case r.Zone != record.Masthead:
		case r.Target == "A/RES/72/284":
			own = r
		case r.Target == "entity:general-assembly":
			body = r
		}
	}
	if own == nil || own.Date != "2018-06-26" || own.Title == "" {
		t.Errorf("the own symbol carries date and title: %+v", own)
	}
	if body == nil {
		t.Error("the issuing body is a masthead reference")
	}
}

// FuzzDocument holds whatever text comes to the promises of the record:
// offsets cut the words, a target or a reason is there, and nothing panics.
func FuzzDocument(f *testing.F) {
	for _, code := range lang.Codes {
		text, err := fixtures.Text(code, "S_RES_2396_2017")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add("resolutions 1267 (1999), 1989 (2011) and 2253 (2015) … the said resolutions. Ibid., vol. 2515, No. 44910")
	f.Add("《《《》》（")
	f.Add("القرار )2000( 1325 و د إ -4")
	f.Fuzz(func(t *testing.T, text string) {
		docs, err := read.Bytes("fuzz", []byte(text))
		if err != nil {
			t.Skip("not a text")
		}
		for _, d := range docs {
			for _, code := range lang.Codes {
				d.Lang = code
				refs, err := extractor.Document(nil, d)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range refs {
					if d.Text[r.Start:r.End] != r.Text {
						t.Fatalf("%q at %d-%d is not the text there", r.Text, r.Start, r.End)
					}
					if (r.Target == "") != (r.Note != "" && r.Status != record.Contradicted) {
						t.Fatalf("target %q with status %s and note %q", r.Target, r.Status, r.Note)
					}
				}
			}
		}
	})
}
