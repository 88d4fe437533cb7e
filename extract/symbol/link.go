package symbol

import (
	"net/url"
	"strings"
)

// principal are the organs whose decisions are no separate documents.
var principal = map[string]bool{assembly: true, council: true, ecosoc: true}

// linkBase is the United Nations' own resolver of document symbols; English is
// the one language that every document has.
const linkBase = "https://undocs.org/en/"

// plainBrackets undoes the escape of brackets, which a path may hold as they
// are and which the resolver's own addresses show.
var plainBrackets = strings.NewReplacer("%28", "(", "%29", ")")

// Link returns the address of the document of a canonical symbol, "" for
// identifiers that are no symbol (instrument:…, entity:…, UNTS/…). Decisions
// are printed only in the collected volumes and so have no address. A lettered
// part of a resolution numbered through the sessions is filed under the whole
// resolution.
func Link(canonical string) string {
	s, err := Parse(canonical)
	if err != nil || s.Nature == "DEC" && principal[s.Body] {
		return ""
	}
	path := s.Canonical
	if s.Letter != "" && strings.HasSuffix(path, ")"+s.Letter) {
		path = strings.TrimSuffix(path, s.Letter)
	}
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = plainBrackets.Replace(url.PathEscape(part))
	}
	return linkBase + strings.Join(parts, "/")
}
