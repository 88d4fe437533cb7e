package resolve

import (
	"strconv"

	"uncite/extract/internal/scan"
	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

// ofSeries resolves the number of a body that numbers without UN symbols: one
// whose series says by itself whose it is, WHA74.5 and 1/CP.21, or a bare one
// beside the name of a body that prints its numbers so, "Health Assembly
// resolution 71.6".
func (r *resolver) ofSeries(m *scan.Mention) (symbol.Number, bool) {
	switch m.Act.Form {
	case token.Conference:
		n, ok := symbol.ConferenceDecisionOf(m.Act.A, m.Act.Session, r.doc.Body)
		if ok && m.Act.Type == "resolution" && m.Act.A <= mostResolutions && n.Body == r.doc.Body {
			n = n.AsResolution()
		}
		return n, ok
	case token.Chapter: // VCVII/1 is no roman number
		if session := m.Act.Session; symbol.Roman(symbol.RomanValue(session)) != session {
			return symbol.Agency(session + "/" + strconv.Itoa(m.Act.B))
		}
	case token.Agency:
		if n, ok := symbol.Agency(m.Act.Session); ok {
			return n, true
		}
		for _, o := range r.stated(m) {
			if n, ok := agencyOf(o.Key, m); ok {
				return n, true
			}
		}
		return agencyOf(r.body, m)
	}
	return symbol.Number{}, false
}

// mostResolutions is how many resolutions a conference adopts at a session beside its
// decisions: it thanks its hosts. Texts of other bodies call decisions so.
const mostResolutions = 2

// agencyOf reads the mention as a number of the body with the key, which prints its
// numbers so, "Health Assembly resolution 71.6".
func agencyOf(key string, m *scan.Mention) (symbol.Number, bool) {
	if is, ok := numbers(key, m); ok && is.identifier(m) != "" {
		return symbol.Agency(is.identifier(m))
	}
	return symbol.Number{}, false
}
