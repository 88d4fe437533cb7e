package resolve

import (
	"cmp"
	_ "embed"
	"strconv"
	"strings"

	"uncite/extract/internal/scan"
	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

//go:embed issuers.tsv
var issuerTable string

// issuer is one way in which a body numbers its resolutions.
type issuer struct {
	key                  string
	form                 token.Form
	from, to             int
	resolution, decision string // patterns of the canonical identifier
	decisions            int    // the first number of its decisions, where they follow on no resolution; 0 where they count from 1
}

var issuers = loadIssuers()

func loadIssuers() map[string][]issuer {
	byKey := map[string][]issuer{}
	for _, c := range rows(issuerTable) {
		form, err := token.ParseForm(c[1])
		if err != nil {
			panic("resolve: issuers.tsv: " + err.Error())
		}
		byKey[c[0]] = append(byKey[c[0]], issuer{c[0], form, number(c[2]), number(c[3]), c[4], c[5], number(cmp.Or(c[6], "0"))})
	}
	return byKey
}

// entity is the body's identifier.
func (is issuer) entity() string { return token.BodyOf(is.key) }

// numbers returns the way in which the body with the key makes numbers of
// the mention's form, if it does.
func numbers(key string, m *scan.Mention) (issuer, bool) {
	for _, is := range issuers[key] {
		if is.form == m.Act.Form && is.allows(m) {
			return is, true
		}
	}
	return issuer{}, false
}

func (is issuer) allows(m *scan.Mention) bool {
	session := m.Act.A
	switch is.form {
	case token.Roman, token.Chapter:
		session = symbol.RomanValue(strings.TrimPrefix(strings.TrimPrefix(m.Act.Session, "ES-"), "S-"))
	case token.Special:
		session, _ = strconv.Atoi(m.Act.Session[strings.LastIndexByte(m.Act.Session, '-')+1:])
	case token.Conference, token.Agency:
		session = 1
	}
	return session >= is.from && session <= is.to
}

// identifier returns the canonical identifier of the mention as a number of
// this body, empty where the body has no symbols for such numbers.
func (is issuer) identifier(m *scan.Mention) string {
	pattern := is.resolution
	if is.typeOf(m) == "decision" {
		pattern = is.decision
	}
	b := m.Act.B
	if is.form == token.Plain {
		year, ok := symbol.SecurityCouncilYear(m.Act.A)
		if !ok {
			return ""
		}
		b = year
	}
	return fillIn(pattern, m, b)
}

// typeOf returns what the mention is, a resolution or a decision: the word
// before it says so, and of a list headed by both words the number.
func (is issuer) typeOf(m *scan.Mention) string {
	switch {
	case !m.Act.Both || is.decisions == 0:
		return m.Act.Type
	case m.Act.B >= is.decisions:
		return "decision"
	}
	return "resolution"
}

// belowDecisions reports whether the mention is a decision of a number that the
// body's decisions never had.
func (is issuer) belowDecisions(m *scan.Mention) bool {
	return is.form == token.Slashed && m.Act.Type == "decision" && !m.Act.Both && m.Act.B < is.decisions
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
			out = strconv.AppendInt(out, int64(m.Act.A), 10)
		case 'b':
			out = strconv.AppendInt(out, int64(b), 10)
		case 's':
			out = append(out, m.Act.Session...)
		case 'r':
			out = append(out, symbol.Roman(sessionValue(m))...)
		case 'n':
			out = strconv.AppendInt(out, int64(sessionValue(m)), 10)
		case 'p':
			if m.Act.Part != 0 {
				out = append(out, m.Act.Part.String()...)
			}
		}
		i += len("{a}") - 1
	}
	return string(out)
}

// sessionValue is the session of a number, in whatever figures it is spelled.
func sessionValue(m *scan.Mention) int {
	if s := m.Act.Session; s != "" {
		return symbol.RomanValue(s)
	}
	return m.Act.A
}

// plainlyFits reports whether the date printed with the mention, if one is, is so
// clearly that of the number that no table need be asked.
func (is issuer) plainlyFits(m *scan.Mention) bool {
	if m.Date == "" && is.form == token.Slashed {
		return true // a session and a number say nothing against each other
	}
	if is.key == "GA" && is.form == token.Roman && m.Act.Type != "decision" {
		return symbol.RomanFits(m.Act.A, m.Act.Session, m.Date)
	}
	year := m.Act.B
	if m.Date != "" {
		var err error
		if year, err = strconv.Atoi(m.Date[:4]); err != nil {
			return false
		}
	}
	switch {
	case is.form == token.Yearly:
		known, ok := symbol.SecurityCouncilYear(m.Act.A)
		return ok && known == m.Act.B && known == year
	case m.Date == "":
		return false
	case is.key == "GA" && is.form == token.Slashed:
		opens := 1945 + m.Act.A // a session sits from September of its year
		return year == opens && m.Date[5:] >= "09-15" || year == opens+1 && m.Date[5:] < "09-15"
	case is.key == "ECOSOC" && is.form == token.Slashed:
		return year == m.Act.A
	}
	return false
}
