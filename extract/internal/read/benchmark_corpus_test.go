package read

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/internal/structure"
	"uncite/extract/record"
)

// shared returns the folder of data that is not part of the project.
func shared(t testing.TB, parts ...string) string {
	root := os.Getenv("UNCITE_SHARED")
	if root == "" {
		root = "../../../../shared"
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the benchmark is not here: set UNCITE_SHARED to its folder")
	}
	return path
}

// languages are those of the benchmark, one folder each.
var languages = []string{"ar", "en", "es", "fr", "ru", "zh"}

// textOf reads plain text of a known language.
func textOf(text, lang string) []*record.Document {
	return structure.Documents(&block.Text{Text: text, Lang: lang})
}

// pair is one benchmark document, read from its XML and from its text.
type pair struct {
	code, name string
	text       string // the benchmark's own text
	xml, plain []*record.Document
}

// pairs is the benchmark, read once for all tests.
var pairs []pair

// eachPair visits the benchmark's documents.
func eachPair(t *testing.T, visit func(pair)) {
	root := shared(t, "benchmark")
	if pairs == nil {
		for _, code := range languages {
			paths, _ := filepath.Glob(filepath.Join(root, "akn", code, "*.xml"))
			for _, path := range paths {
				name := strings.TrimSuffix(filepath.Base(path), ".xml")
				xml, err := File(path)
				if err != nil {
					t.Fatal(err)
				}
				plain, err := File(filepath.Join(root, "text", code, name+".txt"))
				if err != nil {
					t.Fatal(err)
				}
				pairs = append(pairs, pair{code, name, plain[0].Text, xml, plain})
			}
		}
	}
	for _, p := range pairs {
		visit(p)
	}
}

// ratio counts how often two readings agree.
type ratio struct{ same, all int }

func (r *ratio) add(same bool) {
	r.all++
	if same {
		r.same++
	}
}

func (r ratio) value() float64 { return float64(r.same) / float64(max(r.all, 1)) }

func (r ratio) String() string { return fmt.Sprintf("%.4f (%d of %d)", r.value(), r.same, r.all) }

// TestTextOfXML compares the text taken from the XML with the benchmark's
// own, apart from blanks. In the few that differ the benchmark's text lacks
// words that the XML has.
func TestTextOfXML(t *testing.T) {
	var r ratio
	eachPair(t, func(p pair) {
		r.add(strings.Join(strings.Fields(p.xml[0].Text), "") == strings.Join(strings.Fields(p.text), ""))
	})
	t.Log("texts identical apart from blanks:", r)
	if r.value() < 0.99 {
		t.Error("the text of the XML has drifted from the benchmark's")
	}
}

// TestFactsAgainstXML compares what the masthead of the text says with the
// metadata of the XML.
func TestFactsAgainstXML(t *testing.T) {
	facts := []struct {
		name string
		of   func(*record.Document) string
		want float64
	}{
		{"lang", func(d *record.Document) string { return d.Lang }, 1},
		{"symbol", func(d *record.Document) string { return d.Symbol }, 0.99},
		{"body", func(d *record.Document) string { return d.Body }, 0.99},
		{"date", func(d *record.Document) string { return d.Date }, 0.99},
		{"session", func(d *record.Document) string { return d.Session }, 0.95},
		{"agenda item", func(d *record.Document) string { return d.AgendaItem }, 0.98},
		{"title", func(d *record.Document) string { return d.Title }, 0.9},
		{"meeting", func(d *record.Document) string { return d.Meeting }, 0.9},
	}
	rates := make([]ratio, len(facts))
	var count ratio
	shown := map[string]int{}
	eachPair(t, func(p pair) {
		count.add(len(p.xml) == len(p.plain))
		for i, d := range p.plain {
			if i >= len(p.xml) {
				break
			}
			for j, f := range facts {
				got, want := f.of(d), f.of(p.xml[i])
				if want == "" {
					continue // the XML does not say
				}
				rates[j].add(got == want)
				if got != want && shown[f.name] < 8 {
					shown[f.name]++
					t.Logf("%s %s/%s: text %q, XML %q", f.name, p.code, p.name, got, want)
				}
			}
		}
	})
	t.Log("documents a file:", count)
	for j, f := range facts {
		t.Log(f.name+":", rates[j])
		if rates[j].value() < f.want {
			t.Errorf("%s agrees in %v, want %v", f.name, rates[j], f.want)
		}
	}
}

// place is a zone and a number within it.
type place struct {
	zone   record.Zone
	number string
}

func places(docs []*record.Document, keep func(record.Paragraph) bool) map[place]int {
	out := map[place]int{}
	for _, d := range docs {
		for _, p := range d.Paragraphs {
			if keep(p) {
				out[place{p.Zone, p.Number}]++
			}
		}
	}
	return out
}

func isNumbered(p record.Paragraph) bool { return p.Number != "" }

// jaccard is the share of the keys of a and b that both have.
func jaccard(a, b map[place]int) float64 {
	both := 0
	for k := range a {
		if b[k] > 0 {
			both++
		}
	}
	if all := len(a) + len(b) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 1
}

// TestZonesAgainstXML compares the zone of every paragraph of the text with
// that of the paragraph of the XML with the same words.
func TestZonesAgainstXML(t *testing.T) {
	var zone, number ratio
	mixed := map[string]int{}
	shown := 0
	eachPair(t, func(p pair) {
		want := map[string]record.Paragraph{}
		for _, d := range p.xml {
			for _, q := range d.Paragraphs {
				want[d.Text[q.Pieces[0].Start:q.Pieces[0].End]] = q
			}
		}
		for _, d := range p.plain {
			for _, q := range d.Paragraphs {
				words := d.Text[q.Pieces[0].Start:q.Pieces[0].End]
				w, ok := want[words]
				if !ok || len(words) < 40 {
					continue
				}
				zone.add(w.Zone == q.Zone)
				if w.Zone != q.Zone {
					mixed[fmt.Sprintf("%s for %s", q.Zone, w.Zone)]++
				} else {
					number.add(w.Number == q.Number)
				}
				if (w.Zone != q.Zone || w.Number != q.Number) && os.Getenv("SHOW") != "" && shown < 80 {
					shown++
					t.Logf("%s/%s: %s %s for %s %s: %.70q", p.code, p.name, q.Zone, q.Number, w.Zone, w.Number, words)
				}
			}
		}
	})
	t.Log("zones:", zone, mixed)
	t.Log("numbers:", number)
	if zone.value() < 0.98 || number.value() < 0.98 {
		t.Error("zones or numbers have drifted from the markup")
	}
}

// TestNumbersAcrossLanguages compares the language versions of a document
// with its English version: the set of numbered paragraphs with their zones,
// and the count of operative paragraphs.
func TestNumbersAcrossLanguages(t *testing.T) {
	for _, kind := range []string{"text", "xml"} {
		english := map[string]map[place]int{}
		versions := map[string]map[string]map[place]int{}
		eachPair(t, func(p pair) {
			docs := p.plain
			if kind == "xml" {
				docs = p.xml
			}
			m := places(docs, isNumbered)
			if p.code == "en" {
				english[p.name] = m
			}
			if versions[p.name] == nil {
				versions[p.name] = map[string]map[place]int{}
			}
			versions[p.name][p.code] = m
		})
		sum, n := 0.0, 0
		var counts ratio
		for _, name := range slices.Sorted(maps.Keys(versions)) {
			same := true
			for i, a := range languages {
				for _, b := range languages[:i] {
					j := jaccard(versions[name][a], versions[name][b])
					sum, n = sum+j, n+1
				}
				same = same && operatives(versions[name][a]) == operatives(english[name])
				if j := jaccard(versions[name][a], english[name]); j < 0.97 && os.Getenv("SHOW") != "" {
					t.Logf("%s %s/%s: %.2f %s", kind, a, name, j, difference(versions[name][a], english[name]))
				}
			}
			counts.add(same)
		}
		t.Logf("%s: mean Jaccard of numbered paragraphs between versions %.4f; same count of operative paragraphs in all six: %v", kind, sum/float64(n), counts)
		if sum/float64(n) < 0.98 {
			t.Error("the versions of a document are numbered differently")
		}
	}
}

func operatives(m map[place]int) int {
	n := 0
	for k := range m {
		if k.zone == record.Operative {
			n++
		}
	}
	return n
}

func difference(a, b map[place]int) string {
	var out []string
	for k := range a {
		if b[k] == 0 {
			out = append(out, "+"+string(k.zone)+" "+k.number)
		}
	}
	for k := range b {
		if a[k] == 0 {
			out = append(out, "-"+string(k.zone)+" "+k.number)
		}
	}
	slices.Sort(out)
	return fmt.Sprint(out[:min(len(out), 12)])
}

// TestLayouts reads the benchmark in other layouts, and wants the same
// numbered paragraphs and facts as in its own, where blank lines part
// paragraphs of one line.
func TestLayouts(t *testing.T) {
	layouts := []struct {
		name string
		of   func(paragraphs []string) string
		want float64
	}{
		{"a line a paragraph, no blank lines", func(p []string) string { return strings.Join(p, "\n") }, 0.97},
		{"broken lines, blank lines between", func(p []string) string { return strings.Join(wrapAll(p, ""), "\n\n") }, 0.97},
		{"broken lines, no blank lines", func(p []string) string { return strings.Join(wrapAll(p, ""), "\n") }, 0.9},
		{"broken lines, first ones indented", func(p []string) string { return strings.Join(wrapAll(p, "        "), "\n\n") }, 0.97},
		{"CRLF", func(p []string) string { return strings.Join(p, "\r\n\r\n") }, 1},
	}
	for _, l := range layouts {
		sum, n := 0.0, 0
		var symbol, date, title ratio
		shown := 0
		eachPair(t, func(p pair) {
			docs := textOf(l.of(strings.Split(p.text, "\n\n")), p.plain[0].Lang)
			a, b := places(docs, isNumbered), places(p.plain, isNumbered)
			j := jaccard(a, b)
			if j < 0.95 && os.Getenv("SHOW") != "" && shown < 12 {
				shown++
				t.Logf("%s %s/%s %.2f %s", l.name, p.code, p.name, j, difference(a, b))
			}
			sum, n = sum+j, n+1
			symbol.add(docs[0].Symbol == p.plain[0].Symbol)
			date.add(docs[0].Date == p.plain[0].Date)
			title.add(docs[0].Title == p.plain[0].Title)
		})
		t.Logf("%s: Jaccard %.4f, symbol %v, date %v, title %v", l.name, sum/float64(n), symbol, date, title)
		if sum/float64(n) < l.want {
			t.Errorf("%s: Jaccard %.4f, want %.2f", l.name, sum/float64(n), l.want)
		}
	}
}

// wrapAll breaks the paragraphs into lines of 76 characters.
func wrapAll(paragraphs []string, indent string) []string {
	out := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		out[i] = wrap(indent+p, 76)
	}
	return out
}

func wrap(s string, width int) string {
	var b strings.Builder
	column := 0
	for _, w := range strings.SplitAfter(s, " ") {
		n := utf8.RuneCountInString(w)
		if column > 0 && column+n > width+1 && n <= 30 && strings.TrimSpace(w) != "" {
			b.WriteByte('\n')
			column = 0
		}
		for _, r := range w { // Chinese breaks within what has no blanks
			if column >= width && n > 30 {
				b.WriteByte('\n')
				column = 0
			}
			b.WriteRune(r)
			column++
		}
	}
	return b.String()
}

// TestTornParagraphs cuts long paragraphs in two, as the foot of a page does,
// with a footnote or the head of the next page between the halves, and counts
// how many are read as one again; and that no whole ones grow together.
func TestTornParagraphs(t *testing.T) {
	between := map[string]string{"footnote": "\n\n⁹⁹ A/1.\n\n", "page": "\n\n21-00042 3/17\n\nA/RES/99/1\n\n"}
	for _, kind := range slices.Sorted(maps.Keys(between)) {
		byCode := map[string]*ratio{}
		var whole ratio
		shown := 0
		eachPair(t, func(p pair) {
			lang := p.plain[0].Lang
			if byCode[lang] == nil {
				byCode[lang] = &ratio{}
			}
			paragraphs := strings.Split(p.text, "\n\n")
			torn := map[string]bool{}
			for i := 12; i < len(paragraphs); i += 3 {
				if first, second, ok := tear(paragraphs[i], i); ok {
					torn[squeeze(first+second)] = true
					paragraphs[i] = first + between[kind] + second
				}
			}
			text := "A/RES/99/1\n\n" + strings.Join(paragraphs, "\n\n")
			got := map[string]bool{}
			for _, d := range textOf(text, lang) {
				for _, q := range d.Paragraphs {
					got[squeeze(wordsOf(text, q))] = true
				}
			}
			for _, d := range p.plain {
				for _, q := range d.Paragraphs {
					words := squeeze(wordsOf(p.text, q))
					full := squeeze(p.text[q.Pieces[0].Start:q.Pieces[0].End])
					switch {
					case len(words) < 100 || q.Zone == record.Footnote || q.Zone == record.Masthead || words != full:
					case torn[words] || endsWithAny(torn, words):
						byCode[lang].add(got[words])
						if !got[words] && os.Getenv("SHOW") != "" && shown < 300 {
							shown++
							for _, x := range paragraphs {
								if a, b, ok := strings.Cut(x, between[kind]); ok && strings.HasSuffix(squeeze(a+b), words) {
									t.Logf("%s/%s %s %s: %q", lang, p.name, q.Zone, q.Number, b[:min(len(b), 60)])
								}
							}
						}
					default:
						whole.add(got[words])
					}
				}
			}
		})
		for _, code := range languages {
			t.Logf("%s: torn by a %s, joined: %v", code, kind, *byCode[code])
			if byCode[code].value() < 0.9 {
				t.Errorf("%s: only %v joined", code, *byCode[code])
			}
		}
		t.Logf("left whole, torn by a %s: %v", kind, whole)
	}
}

// endsWithAny reports whether a torn paragraph is words with a number before.
func endsWithAny(torn map[string]bool, words string) bool {
	for w := range torn {
		if strings.HasSuffix(w, words) && len(w)-len(words) < 12 {
			return true
		}
	}
	return false
}

func wordsOf(text string, p record.Paragraph) string {
	var b strings.Builder
	for _, s := range p.Pieces {
		b.WriteString(text[s.Start:s.End])
	}
	return b.String()
}

// squeeze leaves out blanks.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// lastRune returns the last character of s that is no closing quotation mark,
// bracket or note mark.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \t\"')]*_>”’»）\u00A0\u200F\u200E¹²³⁰⁴⁵⁶⁷⁸⁹"))
	return r
}

// tear cuts a long paragraph of running text, at a blank where it has any,
// never after a stop.
func tear(s string, seed int) (first, second string, ok bool) {
	if len(s) < 300 || strings.HasPrefix(s, "[") {
		return "", "", false
	}
	if r := []rune(s)[0]; strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
		return "", "", false
	}
	for i := len(s)/3 + seed%50; i < len(s)-40; i++ {
		chinese := s[i] >= 0xE4 && s[i] <= 0xE9
		if s[i] != ' ' && !chinese || strings.ContainsRune(".;:?!…؛؟。；：！", lastRune(s[:i])) || strings.Count(s[i:], " ") < 3 && !chinese {
			continue
		}
		return s[:i], s[i:], true
	}
	return "", "", false
}
