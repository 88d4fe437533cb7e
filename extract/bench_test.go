package extract_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/internal/read"
	"uncite/fixtures"
	"uncite/internal/cputime"
)

// benchBytes is how much text of each language the benchmarks go through.
const benchBytes = 4 << 20

// benchTexts are the texts that the benchmarks of a language read, and how
// often they are to be read to come to benchBytes. They are those of the folder
// LANG in the folder that UNCITE_BENCH_TEXTS names, or else resolutions made of
// the sample corpus.
func benchTexts(b *testing.B, code string) (texts [][]byte, rounds int) {
	b.Helper()
	if folder := os.Getenv("UNCITE_BENCH_TEXTS"); folder != "" {
		texts = readAll(b, os.DirFS(filepath.Join(folder, code)))
	} else {
		texts = lengthened(b, code)
	}
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	return texts, benchBytes/size + 1
}

func readAll(b *testing.B, corpus fs.FS) (texts [][]byte) {
	b.Helper()
	names, err := fs.Glob(corpus, "*.txt")
	if err != nil || len(names) == 0 {
		b.Fatalf("no texts: %v", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(corpus, name)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, text)
	}
	return texts
}

// The documents of the sample are a fourth as long as resolutions are, and
// four times as dense with references.
const (
	joined     = 3   // documents to make one
	plainShare = 3   // bytes of plain clauses to one of theirs
	clauseSize = 120 // of what is no line of a masthead, in bytes
)

// lengthened makes resolutions of the usual length and density of the sample:
// the clauses of several documents under the masthead of the first, with
// clauses between that cite nothing.
func lengthened(b *testing.B, code string) (texts [][]byte) {
	b.Helper()
	corpus, err := fs.Sub(fixtures.Corpus(), code)
	if err != nil {
		b.Fatal(err)
	}
	prose, err := os.ReadFile(filepath.Join("testdata", "prose", code+".txt"))
	if err != nil {
		b.Fatal(err)
	}
	var long mixture
	long.clauses = strings.Split(strings.TrimSpace(string(prose)), "\n")
	for i, text := range readAll(b, corpus) {
		for _, paragraph := range strings.Split(string(text), "\n\n") {
			if i%joined == 0 || len(paragraph) >= clauseSize {
				long.add(paragraph)
			}
		}
		if i%joined == joined-1 {
			texts = append(texts, bytes.Clone(long.text.Bytes()))
			long.text.Reset()
		}
	}
	return texts
}

// mixture is a text of paragraphs with plain clauses between them.
type mixture struct {
	clauses          []string
	text             bytes.Buffer
	own, plain, next int // bytes of either kind so far, and the next clause
}

func (m *mixture) add(paragraph string) {
	m.text.WriteString(paragraph + "\n\n")
	m.own += len(paragraph)
	for len(paragraph) >= clauseSize && m.plain < plainShare*m.own {
		clause := m.clauses[m.next%len(m.clauses)]
		m.text.WriteString(clause + "\n\n")
		m.plain += len(clause)
		m.next += 7 // another order every time
	}
}

// BenchmarkSpeed is the speed of extraction, all names on, in bytes of source
// text, and beside it the speeds it is to be held against. MB/cpu-s counts the
// time of the processor alone, so that other work on the machine matters less;
// for the same reason the ways take turns within a language.
func BenchmarkSpeed(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the command does
	table, err := authority.Default().With("user.tsv", strings.NewReader(userRows(1000)))
	if err != nil {
		b.Fatal(err)
	}
	ways := []struct {
		name string
		scan func(b *testing.B, text []byte) int
	}{
		{"uncite", extraction(extractor)},
		{"numbers", extraction(extract.New(new(authority.Table)))}, // without the names of the tables
		{"table", extraction(extract.New(table))},                  // with a thousand rows of the user's own
		{"regexp", plainShapes},
		{"literal", literal},
	}
	for _, code := range fixtures.Langs {
		texts, rounds := benchTexts(b, code)
		for _, way := range ways {
			b.Run(code+"/"+way.name, func(b *testing.B) { speed(b, texts, rounds, way.scan) })
		}
	}
}

func speed(b *testing.B, texts [][]byte, rounds int, scan func(b *testing.B, text []byte) int) {
	size, found := 0, 0
	for _, text := range texts {
		found += scan(b, text) // tables are built before the clock starts
		size += len(text)
	}
	b.SetBytes(int64(rounds * size))
	b.ReportMetric(float64(found)/float64(size)*1e3, "found/KB")
	b.ReportAllocs()
	start := cputime.Spent()
	for b.Loop() {
		for range rounds {
			for _, text := range texts {
				scan(b, text)
			}
		}
	}
	b.ReportMetric(float64(rounds*size*b.N)/1e6/(cputime.Spent()-start).Seconds(), "MB/cpu-s")
}

// extraction is the whole way from the bytes of a file to its references, all
// names on.
func extraction(x *extract.Extractor) func(b *testing.B, text []byte) int {
	var refs []extract.Reference
	return func(b *testing.B, text []byte) int {
		docs, err := read.Bytes("text", text)
		if err != nil {
			b.Fatal(err)
		}
		refs = refs[:0]
		for _, d := range docs {
			if refs, err = x.Document(refs, d); err != nil {
				b.Fatal(err)
			}
		}
		return len(refs)
	}
}

// userRows are n rows of an authority table whose names look like real ones.
func userRows(n int) string {
	var rows strings.Builder
	rows.WriteString("id\tar\ten\tes\tfr\tru\tzh\tsource\n")
	for i := range n {
		fmt.Fprintf(&rows, "instrument:river-treaty-%d\t", i)
		for _, pattern := range []string{
			"اتفاقية نهر %s", "River %s Basin Treaty", "Tratado de la Cuenca del Río %s", "Traité du bassin du fleuve %s", "Договор о бассейне реки %s", "%s河流域条约",
		} {
			fmt.Fprintf(&rows, pattern+"\t", riverName(i))
		}
		rows.WriteString("benchmark\n")
	}
	return rows.String()
}

// riverName is a name of its own for each number.
func riverName(i int) string {
	syllables := []string{"Ba", "Do", "Ki", "Lu", "Me", "No", "Ra", "Si", "Tu", "Ve"}
	return syllables[i/100%10] + strings.ToLower(syllables[i/10%10]+syllables[i%10])
}

// literal looks for one word, as fast as the standard library can: the speed
// of text that is only looked at.
func literal(_ *testing.B, text []byte) int { return bytes.Count(text, []byte("60/288")) }

// shapes are four plain shapes of citations.
var shapes = regexp.MustCompile(`\b\d{1,2}/\d{1,3}(?: [A-Z])?\b` + // 60/288
	`|\b\d{3,4} ?\((?:19|20)\d\d\)` + // 1373 (2001)
	`|\b\d{1,4}(?: [A-Z])? ?\([IVXL]+\)` + // 2200 A (XXI)
	`|\b[AES]/(?:[A-Za-z0-9.]+/)*[A-Za-z0-9.]+`) // A/71/858

// plainShapes looks for the shapes with one regular expression of the standard
// library: what a short script would do.
func plainShapes(_ *testing.B, text []byte) int { return len(shapes.FindAllIndex(text, -1)) }
