package resolve

import (
	_ "embed"
	"strconv"
	"strings"

	"uncite/extract/scan"
	"uncite/extract/symbol"
)

//go:embed issuers.tsv
var issuerTable string

// issuer is one way in which a body numbers its resolutions.
type issuer struct {
	key, entity, form    string
	from, to             int
	resolution, decision string // patterns of the canonical identifier
}

var issuers, bodyKeys = loadIssuers()

func loadIssuers() (map[string][]issuer, map[string]string) {
	byKey, keys := map[string][]issuer{}, map[string]string{}
	for _, line := range strings.Split(issuerTable, "\n") {
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "key\t") {
			continue
		}
		c := append(strings.Split(line, "\t"), "", "", "")
		from, errFrom := strconv.Atoi(c[3])
		to, errTo := strconv.Atoi(c[4])
		if errFrom != nil || errTo != nil {
			panic("issuers.tsv: no numbers in " + line)
		}
		byKey[c[0]] = append(byKey[c[0]], issuer{c[0], c[1], c[2], from, to, c[5], c[6]})
		if c[1] != "" {
			keys[c[1]] = c[0]
		}
	}
	return byKey, keys
}

// numbers returns the way in which the body with the key makes numbers of
// the mention's form, if it does.
func numbers(key string, m *scan.Mention) (issuer, bool) {
	for _, is := range issuers[key] {
		if is.form == m.Form() && is.allows(m) {
			return is, true
		}
	}
	return issuer{}, false
}

func (is issuer) allows(m *scan.Mention) bool {
	session := m.A()
	switch is.form {
	case "roman", "chapter":
		session = symbol.RomanValue(strings.TrimPrefix(strings.TrimPrefix(m.Session(), "ES-"), "S-"))
	case "special":
		session, _ = strconv.Atoi(m.Session()[strings.LastIndexByte(m.Session(), '-')+1:])
	case "conference":
		session = 1
	}
	return session >= is.from && session <= is.to
}

// identifier returns the canonical identifier of the mention as a number of
// this body, empty where the body has no symbols for such numbers.
func (is issuer) identifier(m *scan.Mention) string {
	pattern := is.resolution
	if m.Type == "decision" {
		pattern = is.decision
	}
	b := m.B()
	if is.form == "plain" {
		year, ok := symbol.SecurityCouncilYear(m.A())
		if !ok {
			return ""
		}
		b = year
	}
	return fillIn(pattern, m, b)
}

// fillIn puts the numbers of the mention into the places of the pattern.
func fillIn(pattern string, m *scan.Mention, b int) string {
	out := make([]byte, 0, len(pattern)+16)
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '{' {
			out = append(out, pattern[i])
			continue
		}
		switch pattern[i+1] {
		case 'a':
			out = strconv.AppendInt(out, int64(m.A()), 10)
		case 'b':
			out = strconv.AppendInt(out, int64(b), 10)
		case 's':
			out = append(out, m.Session()...)
		case 'r':
			out = append(out, symbol.Roman(sessionValue(m))...)
		case 'n':
			out = strconv.AppendInt(out, int64(sessionValue(m)), 10)
		case 'p':
			if m.Part != 0 {
				out = append(out, m.Part)
			}
		}
		i += len("{a}") - 1
	}
	return string(out)
}

// sessionValue is the session of a number, in whatever figures it is spelled.
func sessionValue(m *scan.Mention) int {
	if s := m.Session(); s != "" {
		return symbol.RomanValue(s)
	}
	return m.A()
}

// plainlyFits reports whether the date printed with the mention, if one is, is so
// clearly that of the number that no table need be asked.
func (is issuer) plainlyFits(m *scan.Mention) bool {
	if m.Date == "" && is.form == "slashed" {
		return true // a session and a number say nothing against each other
	}
	year := m.B()
	if m.Date != "" {
		var err error
		if year, err = strconv.Atoi(m.Date[:4]); err != nil {
			return false
		}
	}
	switch {
	case is.form == "yearly":
		known, ok := symbol.SecurityCouncilYear(m.A())
		return ok && known == m.B() && known == year
	case m.Date == "":
		return false
	case is.key == "GA" && is.form == "slashed":
		opens := 1945 + m.A() // a session sits from September of its year
		return year == opens && m.Date[5:] >= "09-15" || year == opens+1 && m.Date[5:] < "09-15"
	case is.key == "ECOSOC" && is.form == "slashed":
		return year == m.A()
	}
	return false
}
