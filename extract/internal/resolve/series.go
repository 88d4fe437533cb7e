package resolve

import (
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
		return symbol.ConferenceDecision(m.Act.A, m.Act.Session)
	case token.Agency:
		if n, ok := symbol.Agency(m.Act.Session); ok {
			return n, true
		}
		for _, o := range r.stated(m) {
			if is, ok := numbers(o.Key, m); ok && is.identifier(m) != "" {
				return symbol.Agency(is.identifier(m))
			}
		}
	}
	return symbol.Number{}, false
}
