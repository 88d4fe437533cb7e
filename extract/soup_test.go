package extract_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/fixtures"
	"uncite/internal/cputime"
)

// What make soup asks for: for how long to search, and from which seed on.
var (
	soupTime = flag.Duration("soup", 0, "search for texts that cost much, for so long")
	soupSeed = flag.Uint64("soup-seed", 1, "seed of that search")
	soupUnit = flag.String("soup-unit", "", "boil this unit alone, of the language before its first colon")
	soupSize = flag.Int("soup-size", 64<<10, "bytes of a text of that search")
	soupEach = flag.Bool("soup-each", false, "search instead through every word alone, and each class of words beside each other one")
)

// Bounds on what a text may cost, for each of its bytes and for a start. They
// are generous: real resolutions have one reference for 300 bytes and make
// some 30 bytes of memory for each of theirs.
const (
	soupReferences = .5
	soupMemory     = 1500
	soupStart      = 4 << 20 // bytes of memory
)

// TestSoup boils texts of units of a few words, marks and numbers of the six
// languages, repeated over and over, and holds what they cost to the bounds. A
// loop within a loop shows there within seconds, where fuzzing by bytes finds
// none. With -soup it goes on, and prints the texts that cost most.
func TestSoup(t *testing.T) {
	size, until := 4<<10, time.Time{}
	rounds := 300
	if *soupTime > 0 {
		size, until, rounds = *soupSize, time.Now().Add(*soupTime), 0
	}
	if code, unit, ok := strings.Cut(*soupUnit, ":"); ok {
		d := boil(t, code, unit, *soupSize)
		t.Logf("%v, %d bytes of memory and %d references of %d bytes %s", d.cost, d.memory, d.references, d.size, d.over())
		return
	}
	if testing.Short() {
		rounds = min(rounds, 60)
	}
	var all []dish
	var menu [][2]string
	if *soupEach && *soupTime > 0 {
		menu = everyRecipe()
		rand.New(rand.NewPCG(*soupSeed, 0)).Shuffle(len(menu), func(i, j int) { menu[i], menu[j] = menu[j], menu[i] })
		t.Logf("%d texts to boil", len(menu))
	}
	for seed := *soupSeed; rounds > 0 || time.Now().Before(until); seed, rounds = seed+1, rounds-1 {
		r := rand.New(rand.NewPCG(seed, 0))
		code := lang.Codes[r.IntN(len(lang.Codes))]
		unit := ""
		switch i := seed - *soupSeed; {
		case menu == nil:
			unit = recipe(r, code)
		case i < uint64(len(menu)):
			code, unit = menu[i][0], menu[i][1]
		default:
			until = time.Time{}
			continue
		}
		d := boil(t, code, unit, size)
		if err := d.over(); err != "" {
			t.Errorf("seed %d, %s, unit %q: %s", seed, code, d.unit, err)
		}
		all = append(all, d)
		if *soupTime == 0 && rounds == 1 {
			return
		}
	}
	slices.SortFunc(all, func(a, b dish) int { return int(b.cost) - int(a.cost) })
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintf(w, "%d texts\ncpu s/MB\tmemory/byte\tref./KB\tlanguage\tunit\n", len(all))
	for _, d := range all[:min(40, len(all))] {
		mb := float64(d.size) / 1e6
		fmt.Fprintf(w, "%.2f\t%d\t%d\t%s\t%q\n", d.cost.Seconds()/mb, d.memory/d.size, d.references*1000/d.size, d.code, d.unit)
	}
	w.Flush()
}

// TestFamilies holds texts that once took minutes or gigabytes to the bounds of
// soup. Each names the mechanism that bounds it.
func TestFamilies(t *testing.T) {
	list := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "60/%d, ", i+1)
		}
		return b.String()
	}
	for _, family := range []struct {
		name, code, text string
		most             int // references
	}{
		{"a back reference stands for at most 64", "en", "Recalling General Assembly resolutions " + list(1000) + strings.Repeat("the said resolutions, ", 1000), 2100},
		{"many back references to a list of 60 are told from one count on", "en", "Recalling General Assembly resolutions " + list(60) + strings.Repeat("the said resolutions, ", 3000), 8000},
		{"ibid. stands for at most 64", "en", "The matter is noted.¹ It ends there.²\n\n¹ See General Assembly resolutions " + list(2000) + "\n\n² " + strings.Repeat("Ibid. ", 2000), 4100},
		{"ranges share what a text may have beyond what it spells", "en", "Recalling General Assembly resolutions " + strings.Repeat("60/1 to 60/50, ", 4000), 20000},
		{"ranges of symbols share it too", "en", "Recalling " + strings.Repeat("A/74/1 to A/74/50, ", 4000), 21000},
		{"parts share it too", "en", "Recalling resolutions " + strings.Repeat("60/1 A to Z, ", 4000), 16000},
		{"parts of symbols share it too", "en", strings.Repeat("A/RES/60/1A-Z\n", 4000), 16500},
		{"addenda share it too", "en", strings.Repeat("A/60/1/Add.1-20, ", 4000), 17000},
		{"places are read by steps", "en", strings.Repeat("Principles (a) ", 4000), 10},
		{"places are read by steps, letters first", "es", strings.Repeat("(a) Reglas ", 5000), 10},
		{"numbers after a type are read by steps", "en", strings.Repeat("resolution 2 ", 4000), 4100},
		{"the head of a title is looked for among so many tokens", "zh", strings.Repeat("2.", 32000), 10},
		{"the mark of a note is sought once", "en", strings.Repeat("1 x\n", 50000), 10},
		{"a body with a comma opens a text once", "zh", strings.Repeat("联大, 分别, ", 3000), 6100},
		{"the words of markup before a clause are few", "ar", strings.Repeat("*\n", 30000), 10},
		{"a title has so many lines", "en", strings.Repeat("Programme\n《\n", 20000), 10},
		{"a word is so long", "es", strings.Repeat("*Consejo", 8000), 10},
		{"the other half of a word is sought once", "en", strings.Repeat("adoption\n\nS-\n", 5000), 10},
		{"the opening behind a title is sought at the beginning of a paragraph", "zh", strings.Repeat("， ² 论坛\n", 5000), 10},
		{"an opening formula is tried with each line once", "zh", strings.Repeat(strings.Repeat("遵循, a)\n", 55)+"\n", 100), 10},
		{"what a noun points back to is sought once", "en", "Recalling " + strings.Repeat("the Agreement on Tides of Lima and that Agreement, ", 2000), 4100},
		{"short paragraphs are small", "en", strings.Repeat("x\n\n", 50000), 10},
	} {
		t.Run(family.name, func(t *testing.T) {
			d := boil(t, family.code, family.text, 1)
			if err := d.over(); err != "" || d.references > family.most {
				t.Errorf("%d references, want at most %d; %s", d.references, family.most, err)
			}
		})
	}
}

// dish is a text of one unit and what it cost.
type dish struct {
	code, unit               string
	size, references, memory int
	cost                     time.Duration // of the processor
}

// over says which bound the text is over, empty where it is over none.
func (d *dish) over() string {
	if limit := soupReferences*float64(d.size) + 5000; float64(d.references) > limit {
		return fmt.Sprintf("%d references of %d bytes, want at most %.0f", d.references, d.size, limit)
	}
	if limit := memorySlack * (soupMemory*d.size + soupStart); d.memory > limit {
		return fmt.Sprintf("%d bytes of memory for %d, want at most %d", d.memory, d.size, limit)
	}
	return ""
}

// boil reads a text of the unit over and over, behind an opening in its language.
// A # in the unit counts up.
func boil(t testing.TB, code, unit string, size int) dish {
	var text strings.Builder
	text.WriteString(opening(t, code))
	from := text.Len()
	for n := 1; text.Len() < size+from; n++ {
		text.WriteString(strings.ReplaceAll(unit, "#", strconv.Itoa(n)))
	}
	references(t, "warm.txt", text.String()) // tables are built when first needed, before anything is counted
	d := dish{code: code, unit: unit, size: text.Len()}
	memory, start := allocated(), cputime.Spent()
	var refs []extract.Reference
	docs, err := read.Bytes("soup.txt", []byte(text.String()))
	for i := 0; i < len(docs) && err == nil; i++ {
		refs, err = extractor.Document(refs, docs[i])
	}
	if err != nil {
		t.Logf("%s %q: %v", code, unit, err) // a text that is refused costs what it costs
	}
	d.cost, d.memory, d.references = cputime.Spent()-start, allocated()-memory, len(refs)
	return d
}

func allocated() int {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.TotalAlloc)
}

// opening is the first paragraphs of a text of the sample, by which the language
// is told.
func opening(t testing.TB, code string) string {
	text, err := fixtures.Text(code, fixtures.Names()[0])
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.SplitN(text, "\n\n", 6)[:5], "\n\n") + "\n\n"
}

// recipe is a unit: words of the language's tables, names, marks and numbers,
// with something between them.
func recipe(r *rand.Rand, code string) string {
	words := ingredients(code)
	between := pick(r, []string{" ", " ", " ", "", ", ", "\n", "\n\n", "; ", "¹ "})
	var unit []string
	for range 1 + r.IntN(4) {
		switch r.IntN(3) {
		case 0:
			unit = append(unit, pick(r, marks))
		default:
			unit = append(unit, pick(r, words))
		}
	}
	return strings.Join(unit, between) + pick(r, []string{" ", between, "\n", "\n\n"})
}

// everyRecipe is each word and mark of each language by itself, with what may stand
// between, and a word of each class beside one of each other.
func everyRecipe() (menu [][2]string) {
	for _, code := range lang.Codes {
		ingredients(code)
		all := append(slices.Clone(pantry[code]), marks...)
		for _, between := range []string{" ", "", ", ", "\n", "\n\n"} {
			for _, word := range all {
				menu = append(menu, [2]string{code, word + between})
			}
		}
		some := append(slices.Clone(classes[code]), marks...)
		for _, a := range some {
			for _, b := range some {
				menu = append(menu, [2]string{code, a + " " + b + " "})
			}
		}
	}
	return menu
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// marks are what stands among words in all languages.
var marks = []string{
	"#", "1", "2.", "19", "60/288", "60/#", "1373 (2001)", "#/1", "2200 A (XXI)", "217 (III)", "A/71/858", "A/RES/60/#", "S/2020/1", "A/60/1/Corr.1", "A/60/1 and Corr.1",
	"(a)", "(b) (i)", "a)", "A", "A, B", "A-Z", "II", "IV.A", "(", ")", "[", "]", "“", "”", "«", "»", "《", "》", "\"", "'", ".", ",", ";", ":", "。", "，", "、", "；", "-", "–", "/", "*", "#.", "(#)", "[#]", "#)", "___", "____\n",
	"¹", "²", "60/1-60/49", "72/1 to 72/50", "2001", "19 December 2020", "2020年5月28日", "第", "号", "No.", "vol.", "pp.", "Ibid.", "ibid., para. 3", "UNTS", "No. 27531",
	"x", "x-\n", "\f", "\t", "|", "# ", "## ", "- ", "<b>", "\u200f", "\u00a0", "\u00ad", "ـ", "(hereinafter ", "CEDAW/C/GC/39", "1/CP.21", "WHA74.5", "E/2015/27, chap. I",
}

var tables = []string{"lexicon", "places", "structure", "verbs", "names"}

// pantry are the ingredients of each language, classes one word of each of their
// classes.
var pantry, classes = map[string][]string{}, map[string][]string{}

// ingredients are the words of a language's tables, one of each class and value as
// often as another, and some names of the authority tables.
func ingredients(code string) []string {
	if words := pantry[code]; words != nil {
		return words
	}
	var words []string
	for _, name := range tables {
		rows, err := lang.Table(code, name)
		if err != nil {
			panic(err)
		}
		seen := map[string]int{}
		for _, row := range rows {
			if seen[row.Class] == 0 && row.Form != "" {
				classes[code] = append(classes[code], strings.ReplaceAll(row.Form, "*", ""))
			}
			if seen[row.Class+row.Value]++; seen[row.Class+row.Value] <= 3 && seen[row.Class] < 40 {
				seen[row.Class]++
				words = append(words, strings.ReplaceAll(row.Form, "*", ""))
			}
		}
	}
	for i, e := range authority.Default().Entries() {
		if names := e.Names[code]; i%40 == 0 && len(names) > 0 {
			words = append(words, names[len(names)-1].Text)
		}
	}
	pantry[code] = words
	return words
}
