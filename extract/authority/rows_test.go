package authority

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncite/extract/lang"
	"uncite/extract/symbol"
)

// tables are the files as they lie in data.
var tables = []struct{ name, rows string }{
	{"instruments.tsv", instrumentRows}, {"entities.tsv", entityRows}, {"states.tsv", stateRows}, {"resolutions.tsv", resolutionRows},
}

// rowsOf returns the head and the rows of a table, cells by column.
func rowsOf(t *testing.T, table string) (head []string, rows []map[string]string) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case head == nil:
			head = cells
		case len(cells) != len(head):
			t.Errorf("%.60q has %d cells, the head %d", line, len(cells), len(head))
		default:
			row := map[string]string{}
			for i, c := range cells {
				row[head[i]] = c
			}
			rows = append(rows, row)
		}
	}
	return head, rows
}

// TestRows protects those who edit the tables by hand: rows in order, cells
// without stray blanks, no name twice in a cell.
func TestRows(t *testing.T) {
	for _, table := range tables {
		head, rows := rowsOf(t, table.rows)
		last := ""
		for _, row := range rows {
			id := row[head[0]]
			if table.name != "resolutions.tsv" && id <= last {
				t.Errorf("%s: %s stands behind %s", table.name, id, last)
			}
			last = id
			for column, cell := range row {
				if cell != strings.TrimSpace(cell) || strings.Contains(cell, "  ") {
					t.Errorf("%s: %s, column %s: stray blanks in %q", table.name, id, column, cell)
				}
				if slices.Contains(lang.Codes, column) && table.name != "resolutions.tsv" {
					checkCell(t, id, column, cell)
				}
			}
		}
	}
}

func checkCell(t *testing.T, id, column, cell string) {
	t.Helper()
	seen := map[string]bool{}
	for _, name := range strings.Split(cell, " | ") {
		if seen[name] || cell != "" && strings.Trim(name, " ~|") == "" {
			t.Errorf("%s, %s: %q stands twice or is empty", id, column, name)
		}
		seen[name] = true
	}
}

// dated is a day, a month or a year.
var dated = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

// depositary is a chapter and number among the deposited treaties.
var depositary = regexp.MustCompile(`^[IVXL]+(-[A-E])?-\d+(\.[a-z])?$`)

// TestFacts holds dates, chapters and symbols to their forms: a symbol in
// another style than the canonical one would make no edge.
func TestFacts(t *testing.T) {
	for _, e := range Default().Entries() {
		if e.Date != "" && !dated.MatchString(e.Date) {
			t.Errorf("%s: %q is no date", e.ID, e.Date)
		}
		if e.Chapter != "" && !depositary.MatchString(e.Chapter) {
			t.Errorf("%s: %q is no depositary chapter", e.ID, e.Chapter)
		}
		for _, s := range e.AdoptedBy {
			if sym, err := symbol.Parse(s); err != nil || sym.Canonical != s && sym.Canonical+"-"+sym.Alias != s {
				t.Errorf("%s: %q is no canonical symbol (%v)", e.ID, s, err)
			}
		}
	}
	for _, e := range Documents() {
		if e.Date != "" && !dated.MatchString(e.Date) {
			t.Errorf("%s: %q is no date", e.ID, e.Date)
		}
		if sym, err := symbol.Parse(e.ID); err != nil || sym.Canonical != e.ID && sym.Canonical+"-"+sym.Alias != e.ID {
			t.Errorf("%q is no canonical symbol (%v)", e.ID, err)
		}
	}
}

// TestParents protects the part-of edges from circles.
func TestParents(t *testing.T) {
	for _, e := range Default().Entries() {
		seen := map[string]bool{}
		for up := e; up.Parent != ""; {
			if seen[up.ID] {
				t.Fatalf("%s is part of itself by way of %s", e.ID, up.Parent)
			}
			seen[up.ID] = true
			up, _ = Default().Lookup(up.Parent)
		}
	}
}

// TestStates: the 193 Members have a name in all six languages and their codes,
// and no code stands for two of them.
func TestStates(t *testing.T) {
	_, rows := rowsOf(t, stateRows)
	members := 0
	codes := map[string]string{}
	for _, row := range rows {
		if row["class"] != "member" {
			continue
		}
		members++
		for _, code := range lang.Codes {
			if row[code] == "" {
				t.Errorf("%s has no name in %s", row["id"], code)
			}
		}
		for column, form := range map[string]string{"iso2": `^[A-Z]{2}$`, "m49": `^\d{3}$`} {
			if !regexp.MustCompile(form).MatchString(row[column]) {
				t.Errorf("%s: %s is %q", row["id"], column, row[column])
			}
			if other := codes[row[column]]; other != "" {
				t.Errorf("%s is the code of %s and of %s", row[column], other, row["id"])
			}
			codes[row[column]] = row["id"]
		}
	}
	if members != 193 {
		t.Errorf("%d Members, want 193", members)
	}
}

// shortest is the number of letters of an abbreviation below which it is more
// often a word or a unit than a name, but for those that are written so.
const shortest = 3

// usual are abbreviations of two letters that mean one thing in UN documents.
var usual = []string{"AU", "EU", "UA", "UE", "UK", "ЕС", "РФ"}

// TestAbbreviations protects common words from names that look like them.
func TestAbbreviations(t *testing.T) {
	for _, e := range Default().Entries() {
		for _, code := range lang.Codes {
			for _, n := range e.Names[code] {
				letters := len([]rune(n.Text))
				if code != "zh" && letters < shortest && !n.Short && !slices.Contains(usual, n.Text) || letters < 2 {
					t.Errorf("%s: %q in %s is too short to be told from a word", e.ID, n.Text, code)
				}
			}
		}
	}
}
