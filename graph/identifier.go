package graph

import (
	_ "embed"
	"net/url"
	"path"
	"strconv"
	"strings"

	"uncite/extract/record"
)

//go:embed data/bodies.tsv
var bodiesTSV string

//go:embed data/sessions.tsv
var sessionsTSV string

// seriesBody is the issuing body of a symbol series; sessionYears are the years
// of the sessions whose number does not tell them.
var (
	seriesBody   = readBodies(bodiesTSV)
	sessionYears = readSessions(sessionsTSV)
)

// years are the first and the last year in which something can have been
// issued; the zero value is unknown.
type years struct{ first, last int }

func (y years) known() bool { return y.first != 0 }

// openYear ends the years of a session that has not been closed.
const openYear = 9999

// fields returns the tab-separated rows of a table without its comments.
func fields(table string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

func readBodies(table string) map[string]string {
	body := map[string]string{}
	for _, row := range fields(table) {
		body[row[0]] = row[1]
	}
	return body
}

func readSessions(table string) map[string]years {
	session := map[string]years{}
	for _, row := range fields(table) {
		y := years{number(row[1]), openYear}
		if row[2] != "" {
			y.last = number(row[2])
		}
		session[row[0]] = y
	}
	return session
}

// idKind returns the kind that the form of an identifier tells. The kind is
// not sure for a symbol that names no resolution, decision or treaty series:
// some bodies number their resolutions in their own way.
func idKind(id string) (kind record.Kind, sure bool) {
	scheme, _, _ := strings.Cut(id, ":")
	switch {
	case scheme == "instrument" || scheme == "title":
		return record.Instrument, true
	case scheme == "entity":
		return record.Entity, true
	case scheme == "state":
		return record.State, true
	case strings.HasPrefix(id, "UNTS/") || strings.HasPrefix(id, "LNTS/"):
		return record.Treaty, true
	case strings.Contains(id, "/RES/") || strings.Contains(id, "/Res."):
		return record.Resolution, true
	case strings.Contains(id, "/DEC/") || strings.Contains(id, "/Dec."):
		return record.Decision, true
	}
	return record.Report, false
}

// fileID stands for a document whose own symbol cannot be told: the base name
// of its source, so that a corpus gives the same graph wherever it lies. Two
// such files of one name in two folders become one node.
func fileID(source string) string {
	return "file:" + path.Base(strings.ReplaceAll(source, `\`, "/"))
}

// isSymbol tells whether an identifier is a UN document symbol.
func isSymbol(id string) bool {
	kind, _ := idKind(id)
	return document(kind) && !strings.Contains(id, ":")
}

// document tells whether nodes of a kind are UN documents, which have symbols,
// bodies and dates.
func document(kind record.Kind) bool {
	return kind == record.Resolution || kind == record.Decision || kind == record.Report
}

// timeless tells whether nodes of a kind have no date of their own.
func timeless(kind record.Kind) bool {
	return kind == record.Entity || kind == record.State
}

// symbolLink is the address at which the United Nations serves a document.
func symbolLink(symbol string) string {
	parts := strings.Split(symbol, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return "https://undocs.org/en/" + strings.Join(parts, "/")
}

// symbolBody returns the body that issues a symbol's series, empty where the
// table does not know it.
func symbolBody(symbol string) string {
	for series := symbol; series != ""; {
		if body, ok := seriesBody[series]; ok {
			return body
		}
		cut := strings.LastIndexByte(series, '/')
		series = series[:max(cut, 0)]
	}
	return ""
}

// letteredPart splits A/RES/53/243A into A/RES/53/243 and A, and
// A/RES/217(III)A likewise. Only resolutions and decisions have such parts.
func letteredPart(id string) (whole, letter string) {
	if kind, _ := idKind(id); kind != record.Resolution && kind != record.Decision {
		return id, ""
	}
	whole = strings.TrimRight(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if whole == "" || len(id)-len(whole) > 2 || !strings.HasSuffix(whole, ")") && !endsInDigit(whole) {
		return id, ""
	}
	return whole, id[len(whole):]
}

func endsInDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// symbolYears returns the years that a symbol tells: exactly where it prints a
// year, within two where it prints a session.
func symbolYears(symbol string) years {
	parts := strings.Split(symbol, "/")
	for i, part := range parts[1:] {
		number, brackets, _ := strings.Cut(part, "(")
		in, _, _ := strings.Cut(brackets, ")")
		if y := bracketYears(parts[0], in); y.known() {
			return y
		}
		// The last part is a running number even where it looks like a
		// year: S/1999 is the 1999th document, not one of 1999.
		if y := printedYear(number); y.known() && i+2 < len(parts) {
			return y
		}
		if y := sessionYears[number]; y.known() {
			return y
		}
	}
	if parts[0] == "A" {
		return assemblyYears(parts[1:])
	}
	return years{}
}

// printedYear reads a year that stands as a number of its own: E/2020/50.
func printedYear(s string) years {
	if y := number(s); len(s) == 4 && y >= 1946 && y <= 2100 {
		return years{y, y}
	}
	return years{}
}

// bracketYears reads what stands in brackets after a number: the year of a
// Security Council resolution, a session in Roman numerals of the General
// Assembly (one a year from 1946) or of the Economic and Social Council (two a
// year), or a special session.
func bracketYears(organ, in string) years {
	if y := printedYear(in); y.known() {
		return y
	}
	if kind, n, ok := strings.Cut(in, "-"); ok {
		return sessionYears[kind+"-"+strconv.Itoa(roman(n))]
	}
	switch n := roman(in); {
	case n == 0:
		return years{}
	case organ == "A":
		return years{1945 + n, 1946 + n}
	case organ == "E":
		return years{1945 + n/2, 1946 + n/2}
	}
	return years{}
}

// assemblyYears reads the session of a document of the General Assembly, which
// opens in September of 1945 + n and closes a year later, or of the Human
// Rights Council, which has met three times a year since June 2006. Symbols
// have carried the session since the thirty-first.
func assemblyYears(parts []string) years {
	council := len(parts) > 0 && parts[0] == "HRC"
	if council {
		parts = parts[1:]
	}
	if len(parts) > 0 && beforeSession(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) < 2 {
		return years{}
	}
	switch n := number(parts[0]); {
	case n == 0 || n > 150:
		return years{}
	case council:
		return years{2006 + (n-1)/3, 2006 + (n-1)/3}
	case n > 30:
		return years{1945 + n, 1946 + n}
	}
	return years{}
}

// beforeSession tells whether a part of a symbol stands between the organ and
// its session: a Main Committee or the nature of the document.
func beforeSession(part string) bool {
	switch part {
	case "RES", "DEC", "INF", "BUR", "PRST":
		return true
	}
	return strings.HasPrefix(part, "C.")
}

// number reads a decimal number, 0 where s is none.
func number(s string) int {
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return 0
	}
	return int(n)
}

// roman reads a Roman numeral, 0 where s is none.
func roman(s string) int {
	const longest = len("LXXXVIII")
	if len(s) > longest {
		return 0
	}
	digit := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	sum := 0
	for i := range len(s) {
		d := digit[s[i]]
		if d == 0 {
			return 0
		}
		if i+1 < len(s) && d < digit[s[i+1]] {
			d = -d
		}
		sum += d
	}
	return sum
}

// dateYears returns the year an ISO date begins with.
func dateYears(date string) years {
	if len(date) < 4 || len(date) > 4 && date[4] != '-' {
		return years{}
	}
	if y := number(date[:4]); y > 0 {
		return years{y, y}
	}
	return years{}
}
