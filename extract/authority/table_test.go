package authority

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"uncite/extract/internal/normal"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// TestTables holds the tables to what their readers rely on.
func TestTables(t *testing.T) {
	table := Default()
	count := map[record.Kind]int{}
	for i, e := range table.Entries() {
		count[e.Kind]++
		if i > 0 && table.Entries()[i-1].ID == e.ID {
			t.Errorf("%s stands twice", e.ID)
		}
		checkSource(t, e)
		if len(e.Names) == 0 {
			t.Errorf("%s has no name in any language", e.ID)
		}
		if _, ok := table.Lookup(e.Parent); e.Parent != "" && !ok {
			t.Errorf("%s is part of %s, which is no entry", e.ID, e.Parent)
		}
		checkNames(t, e)
	}
	for kind, least := range map[record.Kind]int{record.Instrument: 400, record.Entity: 350, record.State: 195} {
		if count[kind] < least {
			t.Errorf("%d entries of kind %s, want at least %d", count[kind], kind, least)
		}
	}
}

// TestCells holds the cells of the tables to one usual blank between words, so that
// they need no cleaning each time that they are read.
func TestCells(t *testing.T) {
	for name, rows := range map[string]string{"instruments": instrumentRows, "entities": entityRows, "states": stateRows} {
		for n, line := range strings.Split(rows, "\n") {
			for cell := range strings.SplitSeq(line, "\t") {
				if clean := strings.Join(strings.Fields(cell), " "); clean != cell && !strings.HasPrefix(line, "#") {
					t.Errorf("%s.tsv line %d: write %q, not %q", name, n+1, clean, cell)
				}
			}
		}
	}
}

// private are sources that a reader has no way to look into.
var private = regexp.MustCompile(`(?i)facts/|\.tsv|benchmark|shared|general knowledge|^public:|^UN documents$`)

// checkSource protects the scholar who looks a row up: its source must be
// there, be public, and be borne out by the columns that it points to.
func checkSource(t *testing.T, e *Entry) {
	t.Helper()
	if e.Source == "" || private.MatchString(e.Source) {
		t.Errorf("%s: nobody can check the source %q", e.ID, e.Source)
	}
	for _, part := range list(e.Source, ";") {
		chapter, isChapter := strings.CutPrefix(part, "UNTC ")
		named, isNamed := strings.CutPrefix(part, "named in ")
		switch {
		case isChapter && chapter != e.Chapter:
			t.Errorf("%s: the source is chapter %s, the column chapter says %q", e.ID, chapter, e.Chapter)
		case part == "UNTS" && len(e.Treaties) == 0:
			t.Errorf("%s: the source is the treaty series, but the column registered is empty", e.ID)
		case isNamed && symbol.Link(named) == "":
			t.Errorf("%s: the source names %q, which is no document", e.ID, named)
		}
	}
}

func TestPrivateSources(t *testing.T) {
	for _, source := range []string{"facts/states.tsv (UN Protocol)", "benchmark parallel titles", "general knowledge", "public: UN documents and terminology"} {
		if !private.MatchString(source) {
			t.Errorf("%q passes for a source that can be checked", source)
		}
	}
	for _, e := range Documents() {
		if e.Source == "" || private.MatchString(e.Source) {
			t.Errorf("%s: nobody can check the source %q", e.ID, e.Source)
		}
	}
}

func checkNames(t *testing.T, e *Entry) {
	for code, names := range e.Names {
		if names[0].Short || strings.Contains(names[0].Text, "*") {
			t.Errorf("%s: the first name in %s must be the official one, written out", e.ID, code)
		}
		for _, n := range names {
			if i := strings.IndexByte(n.Text, '*'); i >= 0 && i < 2 {
				t.Errorf("%s: %q in %s is a star without a stem", e.ID, n.Text, code)
			}
		}
	}
}

// TestNamesAreUnique protects against a name that two entries claim: every
// mention of it would be ambiguous. Instruments may share a name where the
// document that adopted each and the day tell them apart, and a treaty shares its
// abbreviation with the committee that it founded: the text tells which. Names are compared
// as the matcher reads them, with dashes, apostrophes and vowel signs alike.
func TestNamesAreUnique(t *testing.T) {
	for _, code := range lang.Codes {
		owner := map[string]*Entry{}
		for _, e := range Default().Entries() {
			for _, n := range e.Names[code] {
				if n.Short {
					continue
				}
				key := levelled(n.Text)
				if other := owner[key]; other != nil && other != e && !tellApart(e, other) {
					t.Errorf("%s: %q is a name of %s and of %s", code, n.Text, other.ID, e.ID)
				}
				owner[key] = e
			}
		}
	}
}

// levelled is the form of a name that the matcher works on.
func levelled(name string) string {
	var t normal.Text
	t.Add(name, 0, len(name))
	return string(t.Bytes)
}

// tellApart reports whether a reader can tell two instruments of one name
// apart by number or date.
func tellApart(a, b *Entry) bool {
	return treatyAndBody(a, b) || a.Kind == record.Instrument && b.Kind == record.Instrument &&
		len(a.AdoptedBy) > 0 && len(b.AdoptedBy) > 0 && !slices.Equal(a.AdoptedBy, b.AdoptedBy) &&
		a.Date != "" && b.Date != "" && a.Date != b.Date
}

var (
	treatyNumber = regexp.MustCompile(`^((UNTS|LNTS)/\d+/[A-Z]*-?\d+|ILO/[CR]/\d+)$`)
	slug         = regexp.MustCompile(`^(instrument|entity):[a-z0-9]+(-[a-z0-9]+)*$|^state:[A-Z]{3,4}$`)
)

func TestIdentifiers(t *testing.T) {
	for _, e := range Default().Entries() {
		if !slug.MatchString(e.ID) {
			t.Errorf("%s is no canonical identifier", e.ID)
		}
		for _, n := range e.Treaties {
			if !treatyNumber.MatchString(n) {
				t.Errorf("%s: %q is no treaty number", e.ID, n)
			}
		}
	}
}

func TestLookups(t *testing.T) {
	table := Default()
	if e, ok := table.Treaty("UNTS/1577/27531"); !ok || e.ID != "instrument:convention-on-the-rights-of-the-child" {
		t.Error("vol. 1577, No. 27531 is the Convention on the Rights of the Child")
	}
	if e, ok := table.Treaty("UNTS/1834/31363"); !ok || e.ID != "instrument:united-nations-convention-on-the-law-of-the-sea" {
		t.Error("the Convention on the Law of the Sea fills three volumes: the French text stands in 1834")
	}
	if _, ok := table.Treaty("LNTS/1833/31363"); ok {
		t.Error("a registration number belongs to its series")
	}
	if e, ok := table.Lookup("state:HUN"); !ok || e.Official("zh") != "匈牙利" {
		t.Error("匈牙利 is the Chinese name of Hungary")
	}
	if e, ok := table.Lookup("entity:security-council"); !ok || e.Official("xx") != "Security Council" {
		t.Error("a language without names falls back on English")
	}
	if found := table.Search("儿童权利公约"); !slices.ContainsFunc(found, func(e *Entry) bool { return e.ID == "instrument:convention-on-the-rights-of-the-child" }) {
		t.Error("a search in Chinese finds the Convention on the Rights of the Child")
	}
}

func TestWith(t *testing.T) {
	rows := "id\tclass\ten\tzh\tsource\n" +
		"instrument:example-accord\ttreaty\tExample Accord\t范例协定\tmine\n" +
		"state:HUN\t\tMagyarland\t\tmine\n"
	table, err := Default().With("mine.tsv", strings.NewReader(rows))
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := table.Lookup("instrument:example-accord"); !ok || e.Kind != record.Instrument {
		t.Error("a user's instrument is found")
	}
	e, _ := table.Lookup("state:HUN")
	if e.Names["en"][0].Text != "Hungary" || !slices.ContainsFunc(e.Names["en"], func(n Name) bool { return n.Text == "Magyarland" }) {
		t.Errorf("a user's name joins the names that are there, after them: %v", e.Names["en"])
	}
	if before, _ := Default().Lookup("state:HUN"); slices.ContainsFunc(before.Names["en"], func(n Name) bool { return n.Text == "Magyarland" }) {
		t.Error("the table that comes with uncite stays as it is")
	}
}

func TestWithErrors(t *testing.T) {
	tests := []struct{ protects, rows, want string }{
		{"a file without a head", "state:HUN\tx\n", "line 1"},
		{"a column that nobody knows", "id\tcolour\nstate:HUN\tred\n", `unknown column "colour"`},
		{"an identifier of no kind", "id\ten\nHUN\tHungary\n", "does not begin with"},
		{"more cells than columns", "id\nstate:HUN\tHungary\n", "2 columns"},
	}
	for _, test := range tests {
		_, err := Default().With("mine.tsv", strings.NewReader(test.rows))
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "mine.tsv") {
			t.Errorf("%s: error %v, want one that names the file and says %q", test.protects, err, test.want)
		}
	}
}

func TestCatalogue(t *testing.T) {
	r, ok := Catalogue()["A/RES/60/288"]
	if !ok || r.Date != "2006-09-08" || !strings.Contains(r.Titles["en"], "Counter-Terrorism Strategy") {
		t.Errorf("60/288 is the Global Counter-Terrorism Strategy of 8 September 2006: %+v", r)
	}
}

// scripts are the letters that a title of the language is mostly written in.
var scripts = map[string]*unicode.RangeTable{
	"ar": unicode.Arabic, "en": unicode.Latin, "es": unicode.Latin, "fr": unicode.Latin, "ru": unicode.Cyrillic, "zh": unicode.Han,
}

// refuse is what pages leave on a title that was cut out of them: the number
// of the document, list marks, marks of direction, a dash or comma at the end,
// doubled blanks, markup.
var refuse = regexp.MustCompile(`^\d+/\d+|^[-–—*•]|[-–—,;:(]$|^\s|\s$|\s\s|[\x00-\x1f\x{AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}\x{FEFF}\x{FFFD}]|[*_#<>\\]`)

// TestTitles protects the labels of maps: a title holds nothing that is not
// part of it, stands in its own language, and closes its brackets.
func TestTitles(t *testing.T) {
	for _, e := range Documents() {
		for code, names := range e.Names {
			title := names[0].Text
			if hit := refuse.FindString(title); hit != "" {
				t.Errorf("%s: %q is no part of the %s title %q", e.ID, hit, code, title)
			}
			if strings.Count(title, "(") > strings.Count(title, ")") {
				t.Errorf("%s: the %s title %q leaves a bracket open", e.ID, code, title)
			}
			if !mostly(title, scripts[code]) {
				t.Errorf("%s: the %s title %q is in another language", e.ID, code, title)
			}
		}
	}
}

// mostly reports whether more than half of the letters are of the script.
func mostly(s string, script *unicode.RangeTable) bool {
	of, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if unicode.Is(script, r) {
				of++
			}
		}
	}
	return 2*of > all
}

func TestTitlesRefused(t *testing.T) {
	for _, title := range []string{"77/311 - Financing", "- Report", "Report,", "Oceans  and seas", "\u200eReport", "**Report**"} {
		if !refuse.MatchString(title) {
			t.Errorf("%q passes for a title", title)
		}
	}
	if mostly("Les océans et le droit de la mer", unicode.Cyrillic) {
		t.Error("a French title passes for Russian")
	}
}
