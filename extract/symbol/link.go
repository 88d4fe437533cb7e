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
	if err != nil {
		return ""
	}
	return s.Link()
}

// Link is the address of the document, as the function of that name tells it.
func (s *Symbol) Link() string {
	if s.Nature == "DEC" && principal[s.Body] {
		return ""
	}
	path := s.Canonical
	if s.Letter != "" && strings.HasSuffix(path, ")"+s.Letter) {
		path = strings.TrimSuffix(path, s.Letter)
	}
	return linkBase + escaped(path)
}

// LinkedPlainly tells whether the address of the document is that of its canonical
// symbol, so that PlainLink gives it without another look at the symbol.
func (s *Symbol) LinkedPlainly() bool {
	return s.Letter == "" && !(s.Nature == "DEC" && principal[s.Body])
}

// PlainLink is the address of a document that is LinkedPlainly.
func PlainLink(canonical string) string { return linkBase + escaped(canonical) }

// escaped is a symbol as the path of an address.
func escaped(path string) string {
	if plainPath(path) {
		return path
	}
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = plainBrackets.Replace(url.PathEscape(part))
	}
	return strings.Join(parts, "/")
}

// plainPath tells whether a path stands in an address as it is: nearly all do.
func plainPath(path string) bool {
	for i := range len(path) {
		switch c := path[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == '/', c == '.', c == '-', c == '_', c == '(', c == ')':
		default:
			return false
		}
	}
	return true
}
