package accuracy

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract"
	"uncite/extract/internal/read"
)

func TestFold(t *testing.T) {
	tests := []struct{ protects, target, want string }{
		{"letters of parts are folded", "A/RES/53/243A", "A/RES/53/243"},
		{"a range of letters too", "A/RES/75/254A-C", "A/RES/75/254"},
		{"letters behind a roman session", "A/RES/2200(XXI)A", "A/RES/2200(XXI)"},
		{"letters after a roman session of the Council", "E/RES/663(XXIV)E", "E/RES/663(XXIV)"},
		{"blanks and case do not count", "s/res/1373 (2001)", "S/RES/1373(2001)"},
		{"a supplement is its report", "A/75/53(supp)", "A/75/53"},
		{"the second symbol of a document is cut", "A/74/976-S/2020/773", "A/74/976"},
		{"HTML entities are read", "A/C.6/77/SR.35&#32;", "A/C.6/77/SR.35"},
		{"a closing point is no part", "A/71/858.", "A/71/858"},
	}
	for _, test := range tests {
		if got := Fold(test.target); got != test.want {
			t.Errorf("%s: %q folds to %q, want %q", test.protects, test.target, got, test.want)
		}
	}
}

func TestScored(t *testing.T) {
	for target, want := range map[string]bool{
		"A/RES/60/288": true, "A/DEC/74/556": false, "UNTS/1577/27531": false, "instrument:charter": false, "A/HRC/DEC/7/1": false, "E/2021/100": true,
	} {
		if Scored(target) != want {
			t.Errorf("%s is scored: %v, want %v", target, !want, want)
		}
	}
}

func TestSeldomLinked(t *testing.T) {
	tests := []struct {
		protects, target, words string
		want                    bool
	}{
		{"decisions of conferences of parties have identifiers of ours", "FCCC/RES/1/CP.21", "decision 1/CP.21", true},
		{"general comments are cited by number", "CEDAW/C/GC/39", "general recommendation No. 39", true},
		{"the Atomic Energy Agency", "GC(65)/RES/12", "resolution GC(65)/RES/12", true},
		{"organs of the United Nations are linked", "A/RES/60/288", "resolution 60/288", false},
		{"the Human Rights Council is one", "A/HRC/RES/44/20", "resolution 44/20", false},
		{"a report named by its conference", "A/CONF.199/20", "Report of the World Summit", true},
		{"the same by its symbol", "A/CONF.199/20", "A/CONF.199/20", false},
	}
	for _, test := range tests {
		if got := seldomLinked(test.target, test.words); got != test.want {
			t.Errorf("%s: %s is seldom linked: %v, want %v", test.protects, test.target, got, test.want)
		}
	}
}

func TestConsensus(t *testing.T) {
	link := func(own string, targets ...string) *version {
		v := &version{links: map[string]bool{}, own: map[string]bool{own: true}}
		for _, target := range targets {
			v.links[target] = true
		}
		return v
	}
	var versions []*version
	for i := range 6 {
		v := link("A/RES/75/1", "ALL")
		if i < 4 {
			v.links["FOUR"] = true
		}
		if i < 3 {
			v.links["THREE"] = true
		}
		versions = append(versions, v)
	}
	truth := consensus(versions)
	for target, want := range map[string][2]bool{"ALL": {true, false}, "FOUR": {true, false}, "THREE": {false, true}, "A/RES/75/1": {false, true}, "NONE": {false, false}} {
		if got := [2]bool{truth.True(target), truth.Uncertain(target)}; got != want {
			t.Errorf("%s: true and uncertain %v, want %v", target, got, want)
		}
	}
}

// akn makes a small file of the UN's form, with own sentences.
func akn(lang, lead, type3, anchor string) string {
	return `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta><identification>
<FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2021-01-01/99-1/"/><FRBRdate date="2021-01-01" name="adoption"/><FRBRauthor href="ga" as="author"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="` + lang + `"/></FRBRExpression></identification></meta>
<mainBody><p>` + lead + ` <a href="https://undocs.org/en/A/RES/60/288">` + anchor + `</a>, ` + type3 + `</p></mainBody></statement></akomaNtoso>`
}

func TestEvaluate(t *testing.T) {
	folder := t.TempDir()
	files := map[string]string{
		"en.xml":    akn("eng", "Recalling General Assembly resolution", "and Security Council resolution 1373 (2001),", "60/288"),
		"fr.xml":    akn("fra", "Rappelant la résolution de l’Assemblée générale", "et la résolution 1373 (2001) du Conseil de sécurité,", "60/288"),
		"notes.txt": "not of this kind",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Evaluate(context.Background(), extract.New(nil), []string{folder}, Options{Problem: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"en", "fr"} {
		if got := *r.ByLanguage[code]; got != (Tally{True: 1, False: 1}) {
			t.Errorf("%s: %+v, want the link found and the unlinked number counted as false", code, got)
		}
		if r.LinkFaults[code] != 1 {
			t.Errorf("%s: %d link faults, want 1: both versions cite 1373 (2001)", code, r.LinkFaults[code])
		}
	}
	var saved bytes.Buffer
	if err := r.Save(&saved); err != nil {
		t.Fatal(err)
	}
	old, err := Load(&saved)
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Against(old); len(c.Gains)+len(c.Losses) != 0 {
		t.Errorf("a report differs from itself: %+v", c)
	}
	old.Mistakes = old.Mistakes[1:]
	if c := r.Against(old); len(c.Losses) != 1 || len(c.Gains) != 0 {
		t.Errorf("%d gains and %d losses, want one loss", len(c.Gains), len(c.Losses))
	}
}

func TestEvaluateNothing(t *testing.T) {
	if _, err := Evaluate(context.Background(), extract.New(nil), []string{t.TempDir()}, Options{}); err == nil {
		t.Error("a folder without files is an error")
	}
	if _, err := Load(strings.NewReader("{")); err == nil {
		t.Error("a torn outcome is an error")
	}
}

var update = flag.Bool("update", false, "rewrite the golden files")

// fixtures are two documents in six versions. Two thirds of the versions link
// 70/1, fewer A/75/729/Corr.1 and S/2021/100; none links 1373 (2001), which
// all print; the French version of one misprints a number that its link gives.
const fixtures = "testdata/akn"

// TestReport holds the whole report on the fixtures to a golden file.
func TestReport(t *testing.T) {
	r, err := Evaluate(context.Background(), extract.New(nil), []string{fixtures}, Options{Problem: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := r.Save(&got); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/report.golden.json"
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the report has changed (-want +got); -update accepts it:\n%s", diff)
	}
}

// TestLayouts wants the same figures however a set lays out its files: with
// the language in the folder, in the file name, or in the file alone.
func TestLayouts(t *testing.T) {
	want, err := Evaluate(context.Background(), extract.New(nil), []string{fixtures}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(fixtures, "*", "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	layouts := map[string]func(i int, code, name string) string{
		"language in the file name": func(_ int, code, name string) string { return name + "-" + code + ".xml" },
		"language in the file":      func(i int, _, _ string) string { return fmt.Sprintf("%03d.xml", i) },
		"folders of documents":      func(_ int, code, name string) string { return filepath.Join(name, code+"@main.xml") },
	}
	for layout, place := range layouts {
		t.Run(layout, func(t *testing.T) {
			folder := t.TempDir()
			for i, file := range files {
				name := place(i, filepath.Base(filepath.Dir(file)), strings.TrimSuffix(filepath.Base(file), ".xml"))
				copyFile(t, file, filepath.Join(folder, name))
			}
			got, err := Evaluate(context.Background(), extract.New(nil), []string{folder}, Options{Problem: func(err error) { t.Error(err) }})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("the report differs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSameVersionTwice wants a version that a set holds twice counted once.
func TestSameVersionTwice(t *testing.T) {
	folder := t.TempDir()
	const name = "deliberation_unsc_2021-02-01_2999-2021.xml"
	for _, to := range []string{"a.xml", "b.xml"} {
		copyFile(t, filepath.Join(fixtures, "en", name), filepath.Join(folder, to))
	}
	var problems []string
	r, err := Evaluate(context.Background(), extract.New(nil), []string{folder}, Options{Problem: func(err error) { problems = append(problems, err.Error()) }})
	if err != nil {
		t.Fatal(err)
	}
	if r.Files != 1 || len(problems) != 1 || !strings.Contains(problems[0], "b.xml: left out") {
		t.Errorf("%d versions and the problems %q, want one of each, about b.xml", r.Files, problems)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestGivenTruth wants a given truth to stand in for the consensus.
func TestGivenTruth(t *testing.T) {
	const name = "deliberation_unsc_2021-02-01_2999-2021"
	truth, err := ReadTruth(strings.NewReader(name + "\tS/RES/2396(2017)\t3\t6\n" + name + "\tS/2021/100\t6\t6\n" + name + "\tS/2021/101\t4\t6\n"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	copyFile(t, filepath.Join(fixtures, "es", name+".xml"), filepath.Join(folder, "es", name+".xml"))
	r, err := Evaluate(context.Background(), extract.New(nil), []string{folder}, Options{Truth: truth})
	if err != nil {
		t.Fatal(err)
	}
	// 2396 (2017) is uncertain, S/2021/100 true, S/2021/101 missed, 1612 (2005) unknown.
	if got := *r.ByLanguage["es"]; got != (Tally{True: 1, False: 1, Missed: 1}) {
		t.Errorf("%+v, want one true, one false, one missed", got)
	}
	for _, bad := range []string{"a\tb\t1\n", "a\tb\tx\t6\n", "a\tb\t1\tx\n"} {
		if _, err := ReadTruth(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: error %v, want one that names line 1", bad, err)
		}
	}
}

// TestAdjudications wants a verdict to reach the version it names and no
// other, and the figure of the links to stay as it is.
func TestAdjudications(t *testing.T) {
	const table = "# a comment\ndocument\tlanguage\ttarget\tverdict\treason\n" +
		"d\t*\tS/RES/1 (2001)\tcited\tprinted\nd\tfr\tS/RES/2(2001)\tnot-cited\tleft out\nd\t*\tS/RES/3(2001)\tvoid\ttwo symbols\n"
	a, err := ReadAdjudications(strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	truth := &Truth{Links: map[string]int{"S/RES/2(2001)": 6, "S/RES/3(2001)": 6}, Versions: 6}
	r := newReport()
	for _, v := range []*version{
		{name: "d", lang: "en", found: map[string]bool{"S/RES/1(2001)": true, "S/RES/2(2001)": true}},
		{name: "d", lang: "fr", found: map[string]bool{}},
	} {
		r.count(v, truth, []*version{v}, a)
	}
	for _, c := range []struct {
		protects string
		got      *Tally
		want     Tally
	}{
		{"by the links 1 is false, 3 is missed", r.ByLanguage["en"], Tally{True: 1, False: 1, Missed: 1}},
		{"by verdict 1 is true, 3 does not count", r.Adjudicated["en"], Tally{True: 2}},
		{"2 is not missed where it is not printed, 1 is", r.Adjudicated["fr"], Tally{Missed: 1}},
	} {
		if *c.got != c.want {
			t.Errorf("%s: %+v, want %+v", c.protects, *c.got, c.want)
		}
	}
	for _, bad := range []string{"d\t*\tx\tcited\n", "d\t*\tx\tmaybe\twhy\n", "d\t*\tx\tcited\t\n", "d\t*\tx\tcited\ta\nd\t*\tX\tvoid\tb\n"} {
		if _, err := ReadAdjudications(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "line ") {
			t.Errorf("%q: error %v, want one that names the line", bad, err)
		}
	}
}

// TestCommittedAdjudications reads the verdicts on the development benchmark, on
// links and on names.
func TestCommittedAdjudications(t *testing.T) {
	for _, name := range []string{"adjudicated.tsv", "adjudicated-names.tsv"} {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := ReadAdjudications(f)
		f.Close()
		if err != nil {
			t.Fatal(name, err)
		}
		if len(a.rows) == 0 {
			t.Error(name, "has no verdict")
		}
	}
}

func TestLinkTarget(t *testing.T) {
	tests := []struct{ protects, href, want string }{
		{"the language is no part of the symbol", "https://undocs.org/en/A/RES/60/288", "A/RES/60/288"},
		{"Chinese is called ch", "https://undocs.org/ch/S/RES/1373(2001)", "S/RES/1373(2001)"},
		{"in capitals too, and not taken for an organ", "https://www.undocs.org/AR/A/72/168", "A/72/168"},
		{"a link without a language", "http://undocs.org/A/72/168", "A/72/168"},
		{"an organ of two letters is no language", "https://undocs.org/en/TD/B/60/1", "TD/B/60/1"},
		{"escapes are read", "https://undocs.org/ru/S/RES/1373%20(2001)", "S/RES/1373(2001)"},
		{"newer files link to the new address", "https://docs.un.org/en/A/RES/60/288", "A/RES/60/288"},
		{"there Spanish has two names", "https://docs.un.org/sp/S/RES/1373(2001)", "S/RES/1373(2001)"},
		{"what is asked of the page is no part of the symbol", "https://docs.un.org/ar/A/72/168?direct=true", "A/72/168"},
		{"a page that is told the symbol", "https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F60%2F288&Language=E", "A/RES/60/288"},
		{"the older archive", "http://daccess-ods.un.org/access.nsf/Get?Open&DS=S/2015/939&Lang=E", "S/2015/939"},
		{"other sites are no targets", "https://www.un.org/A/72/168", ""},
		{"nor is the bare site", "https://undocs.org/", ""},
	}
	for _, test := range tests {
		if got, ok := linkTarget(test.href); got != test.want || ok != (test.want != "") {
			t.Errorf("%s: %s leads to %q, want %q", test.protects, test.href, got, test.want)
		}
	}
}

func TestNameTreatment(t *testing.T) {
	tests := []struct{ protects, name, want string }{
		{"a plain name", "Recalling", "recall"},
		{"adverbs before the verb", "Deeply concerned", "express-concern"},
		{"adverbs behind it", "Reaffirming also", "reaffirm"},
		{"the object decides for concern", "Noting with great concern", "express-concern"},
		{"the longer form holds", "Reiterates its call upon", "call-upon"},
		{"appreciation is a welcome where it is noted", "Takes note with appreciation", "welcome"},
		{"and thanks where it is expressed", "Expresses its appreciation", "express-appreciation"},
		{"blanks and commas do not count", "\tRecognizing ,", "recognize"},
		{"what is expressed is not told", "Expressing", ""},
		{"a name that is no verb", "table", ""},
	}
	for _, test := range tests {
		if got := NameTreatment(test.name); got != test.want {
			t.Errorf("%s: %q is %q, want %q", test.protects, test.name, got, test.want)
		}
	}
}

func TestStandsIn(t *testing.T) {
	tests := []struct {
		protects, text, target string
		want                   bool
	}{
		{"a number alone", "resolution 70/1 of 2015", "A/RES/70/1", true},
		{"a number is not found in a longer one", "resolution 70/12", "A/RES/70/1", false},
		{"nor at the end of one", "resolution 170/1", "A/RES/70/1", false},
		{"the symbol holds it too", "(A/RES/70/1)", "A/RES/70/1", true},
		{"Arabic digits are digits", "القرار ٧٠/١", "A/RES/70/1", true},
		{"a blank within the symbol", "NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PARTSIANDII)", true},
		{"an addendum is another document", "A/37/351/Add.1", "A/37/351", false},
		{"the session of the Environment Assembly stands before the number", "resolution 2/14", "UNEP/EA.2/RES.14", true},
		{"a special session is not in the number", "第32/1号决议", "A/RES/S-32/1", true},
	}
	for _, test := range tests {
		if got := standsIn(level(test.text), literalOf(test.target)); got != test.want {
			t.Errorf("%s: %s stands in %q: %v, want %v", test.protects, test.target, test.text, got, test.want)
		}
	}
}

// shared returns the folder of the benchmark, or skips.
func shared(t *testing.T) string {
	t.Helper()
	root := os.Getenv("UNCITE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	folder := filepath.Join(root, "benchmark")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the benchmark is not at hand: set UNCITE_SHARED to the folder that holds it")
	}
	return folder
}

var counts = regexp.MustCompile(`true (\d+), false (\d+), missed (\d+)`)

// TestAgreesWithScorer holds the tallies against the benchmark's own scorer,
// fed with the same references, to the last target.
func TestAgreesWithScorer(t *testing.T) {
	folder := shared(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	x := extract.New(nil)
	for _, code := range []string{"en", "zh"} {
		lines := references(t, x, filepath.Join(folder, "akn", code))
		cmd := exec.Command(python, filepath.Join(folder, "score.py"), code)
		cmd.Stdin = bytes.NewReader(lines)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		m := counts.FindSubmatch(out)
		if m == nil {
			t.Fatalf("the scorer printed %q", out)
		}
		r, err := Evaluate(context.Background(), x, []string{filepath.Join(folder, "akn", code)}, Options{Truth: gold(t, folder), Problem: func(err error) { t.Error(err) }})
		if err != nil {
			t.Fatal(err)
		}
		got := r.ByLanguage[code]
		if mine := fmt.Sprintf("true %d, false %d, missed %d", got.True, got.False, got.Missed); mine != string(m[0]) {
			t.Errorf("%s: %s, but the scorer says %s", code, mine, m[0])
		}
	}
}

// references writes the references of the files' stripped text, one a line.
func references(t *testing.T, x *extract.Extractor, folder string) []byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	for _, file := range files {
		p, err := readPage(x, file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.refs {
			if err := enc.Encode(&p.refs[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	return lines.Bytes()
}

func gold(t *testing.T, folder string) map[string]*Truth {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, "gold.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	truth, err := ReadTruth(f)
	if err != nil {
		t.Fatal(err)
	}
	return truth
}

// TestConsensusIsGold makes the consensus of the benchmark's files anew and
// holds it against the benchmark's truth. What is linked must be the same, to
// the count. What gold.tsv knows besides are torn or misprinted symbols ("E/2021/13.)", "A/78//481/Add.2") and
// addresses that are no documents; neither can be found in a text.
func TestConsensusIsGold(t *testing.T) {
	folder := shared(t)
	files, err := filepath.Glob(filepath.Join(folder, "akn", "*", "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	works := map[string][]*version{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		akn, err := read.AkomaNtoso(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		v := &version{links: map[string]bool{}, own: map[string]bool{}}
		v.takeLinks(akn, data)
		name := nameOf(first(workURI(), data), file)
		if name+".xml" != filepath.Base(file) {
			t.Errorf("%s is the document %s", file, name)
		}
		works[name] = append(works[name], v)
	}
	torn := 0
	for name, want := range gold(t, folder) {
		got := consensus(works[name])
		for target, n := range want.Links {
			mine, known := got.Links[target]
			switch {
			case known && mine == n:
			case !known && n <= 1 && !Scored(target) || !known && n == 0:
				torn++
			default:
				t.Errorf("%s: %s is linked by %d, gold says %d", name, target, mine, n)
			}
		}
		for target, n := range got.Links {
			if _, known := want.Links[target]; !known && n > 0 {
				t.Errorf("%s: %s is linked by %d, gold does not know it", name, target, n)
			}
		}
	}
	if most := 31; torn > most {
		t.Errorf("gold knows %d targets that are not in the files, more than %d", torn, most)
	}
}
