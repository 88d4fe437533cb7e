package symbol

import (
	_ "embed" // the tables of data/
	"strings"
)

// seriesRow is one row of data/series.tsv: a beginning of symbols and the body
// whose documents bear it.
type seriesRow struct {
	prefix  string // "A", "A/HRC", "UNEP/EA": whole components, without "." and number
	body    string // entity:…
	inText  bool   // Scan finds it in running text; the others only Parse knows
	english string // what the series is
}

// word is one row of data/components.tsv.
type word struct {
	canonical string // with the dot where it takes a number: "Add.", "PV"
	class     string // nature, change or unit
	english   string
}

//go:embed data/series.tsv
var seriesTable string

//go:embed data/components.tsv
var componentTable string

//go:embed data/brackets.tsv
var bracketTable string

var (
	series     = loadSeries()
	roots      = loadRoots()
	components = loadComponents()
)

func loadSeries() map[string]seriesRow {
	m := make(map[string]seriesRow)
	for printed, means := range misprints {
		m[printed] = seriesRow{prefix: printed, inText: true, english: "misprint of " + means}
	}
	for _, f := range rows("series.tsv", seriesTable, 4) {
		m[strings.ToUpper(f[0])] = seriesRow{prefix: f[0], body: f[1], inText: f[2] == "text", english: f[3]}
	}
	return m
}

//go:embed data/misprints.tsv
var misprintTable string

// misprints are beginnings of symbols that print has for others, and that no
// series of documents has, with what they mean.
var misprints = loadMisprints()

func loadMisprints() map[string]string {
	m := make(map[string]string)
	for _, f := range rows("misprints.tsv", misprintTable, 3) {
		m[f[0]] = f[1]
	}
	return m
}

// setRight returns the symbol that a misprinted one means, and the misprinted
// beginning, or the symbol as it is.
func setRight(canonical string) (right, misprint string) {
	for p, means := range misprints {
		if rest, ok := strings.CutPrefix(canonical, p+"/"); ok {
			return means + "/" + rest, p
		}
	}
	return canonical, ""
}

// loadRoots maps every first component to whether running text is searched
// for it.
func loadRoots() map[string]bool {
	m := make(map[string]bool)
	for prefix, s := range series {
		root, _, _ := strings.Cut(prefix, "/")
		m[root] = m[root] || s.inText
	}
	return m
}

func loadComponents() map[string]word {
	m := make(map[string]word)
	for _, f := range rows("components.tsv", componentTable, 3) {
		m[strings.ToUpper(f[0])] = word{canonical: f[0], class: f[1], english: f[2]}
	}
	return m
}

// seriesOf returns the longest series that begins a canonical symbol.
// "UNEP/EA.5/Res.14" is found under "UNEP/EA.5", then "UNEP/EA".
func seriesOf(canonical string) (seriesRow, bool) {
	for p := strings.ToUpper(canonical); p != ""; p = shorter(p) {
		if s, ok := series[p]; ok {
			return s, true
		}
	}
	return seriesRow{}, false
}

// shorter cuts a prefix back to its last separator, or the dot of a number.
func shorter(prefix string) string {
	i := strings.LastIndexAny(prefix, "/.(")
	switch {
	case i < 0:
		return ""
	case prefix[i] == '.' && i+1 < len(prefix): // "GC.", which is not "GC(64)"
		return prefix[:i+1]
	}
	return prefix[:i]
}

// IsUnlistedUnit reports whether a canonical symbol is of a body below a principal organ
// that the table of series does not name: its masthead does.
func IsUnlistedUnit(canonical string) bool {
	root, rest, _ := strings.Cut(canonical, "/")
	unit, _, numbered := strings.Cut(rest, ".")
	if len(root) > 1 || !numbered || components[strings.ToUpper(unit)+"."].class != "unit" {
		return false
	}
	s, ok := seriesOf(canonical)
	return ok && strings.IndexByte(s.prefix, '.') < 0
}

// BodyOf returns the body, entity:…, whose documents bear the series of symbols
// that a reader writes: "S/", "S/RES", "A/HRC", or the letters that stand before
// a bare number, "SC", "ECOSOC".
func BodyOf(letters string) (string, bool) {
	p := strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(letters)), "/")
	for _, o := range owners {
		if o.words == p {
			p = o.series
			break
		}
	}
	for _, nature := range []string{"/RES", "/DEC"} {
		p = strings.TrimSuffix(p, nature)
	}
	s, ok := series[p]
	return s.body, ok && s.body != ""
}

// NumberedBy returns the canonical symbol of a resolution or decision, nature
// RES or DEC, that a body numbers "75/291"; empty where the body numbers in
// another way. The series is the shortest of the body's: A, A/HRC, E/CN.4.
func NumberedBy(body, nature, number string) string {
	prefix := ""
	for _, s := range series {
		if s.body == body && s.inText && (prefix == "" || len(s.prefix) < len(prefix) || len(s.prefix) == len(prefix) && s.prefix < prefix) {
			prefix = s.prefix
		}
	}
	root, _, below := strings.Cut(prefix, "/")
	if prefix == "" || below && len(root) > 1 {
		return ""
	}
	sym, err := Parse(prefix + "/" + nature + "/" + number)
	if err != nil {
		return ""
	}
	return sym.Canonical
}

// IssuesSeries tells whether documents of some series are those of the body.
func IssuesSeries(body string) bool {
	for _, s := range series {
		if s.body == body {
			return true
		}
	}
	return false
}
