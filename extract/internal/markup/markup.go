// Package markup runs through XML as it is found: what is damaged costs its
// spot and not the file. A bare ampersand and a control character are text, an
// end that closes nothing is passed over, what is left open is closed where
// what holds it ends, a file that is cut off ends where it ends. A document
// type is passed over; entities that it declares are never expanded, and
// nothing is ever fetched.
package markup

import (
	"html"
	"strings"
)

// Kind is what a token is.
type Kind uint8

// The kinds of tokens. Every Open has its Close, in right nesting.
const (
	End   Kind = iota // the end of the input
	Open              // the start of an element
	Close             // the end of an element
	Words             // text, entities decoded
)

// Token is a piece of markup.
type Token struct {
	Kind Kind
	Name string // the element's, without prefix
	// Text is that of Words.
	Text  string
	attrs string
}

// MaxDepth is how deep elements may nest; those that nest deeper are passed
// over, their text is not. Office files stay below 60.
const MaxDepth = 512

// Scanner gives the tokens of a text, which is valid UTF-8, one by one.
type Scanner struct {
	src   string
	pos   int
	stack []string // open elements, names with prefixes
	over  int      // open elements deeper than MaxDepth
	close int      // elements of the stack that are to be closed next
	from  int      // where the last words begin
	// Damage counts the spots that were not well formed.
	Damage int
}

// NewScanner returns a scanner at the start of src.
func NewScanner(src string) *Scanner { return &Scanner{src: src} }

// Depth is how many elements are open; Inside reports whether one of them has
// the local name.
func (s *Scanner) Depth() int { return len(s.stack) }

// Inside reports whether an element with the local name is open.
func (s *Scanner) Inside(name string) bool {
	for _, e := range s.stack {
		if local(e) == name {
			return true
		}
	}
	return false
}

// Pos is the offset in the source behind the last token.
func (s *Scanner) Pos() int { return s.pos }

// Raw is the text of the last token of Words as the source has it, and the offset
// at which it begins there; it is empty for a section of CDATA.
func (s *Scanner) Raw() (string, int) {
	if s.pos > 0 && s.src[s.from] == '<' {
		return "", s.from
	}
	return s.src[s.from:s.pos], s.from
}

// Prefix is the prefix of the innermost open element with its colon, "akn:";
// empty where it has none.
func (s *Scanner) Prefix() string {
	if len(s.stack) == 0 {
		return ""
	}
	name := s.stack[len(s.stack)-1]
	return name[:strings.LastIndexByte(name, ':')+1]
}

// Skip passes over everything to the end of the element that was opened last.
// The token that closes it is taken too.
func (s *Scanner) Skip() {
	for depth := len(s.stack); ; {
		t := s.Next()
		if t.Kind == End || t.Kind == Close && len(s.stack) < depth {
			return
		}
	}
}

// Next returns the next token.
func (s *Scanner) Next() Token {
	for {
		if s.close > 0 {
			s.close--
			name := s.stack[len(s.stack)-1]
			s.stack = s.stack[:len(s.stack)-1]
			return Token{Kind: Close, Name: local(name)}
		}
		if s.pos >= len(s.src) {
			if len(s.stack) == 0 {
				return Token{}
			}
			s.Damage++
			s.close = len(s.stack)
			continue
		}
		if t, ok := s.step(); ok {
			return t
		}
	}
}

// step takes what stands at the position; not all of it is a token.
func (s *Scanner) step() (Token, bool) {
	rest := s.src[s.pos:]
	if rest[0] != '<' {
		return s.words(rest), true
	}
	if len(rest) == 1 {
		s.pos++
		return Token{}, false
	}
	switch c := rest[1]; {
	case c == '/':
		s.end(rest)
		return Token{}, false
	case c == '?':
		s.past(rest, "?>")
		return Token{}, false
	case c == '!':
		return s.declaration(rest)
	case !nameStart(c): // "a < b"
		s.Damage++
		s.from = s.pos
		s.pos++
		return Token{Kind: Words, Text: "<"}, true
	}
	return s.start(rest)
}

// words takes text up to the next tag.
func (s *Scanner) words(rest string) Token {
	end := strings.IndexByte(rest, '<')
	if end < 0 {
		end = len(rest)
	}
	s.from, s.pos = s.pos, s.pos+end
	return Token{Kind: Words, Text: Unescape(rest[:end])}
}

// past moves behind the next stop, or to the end where there is none.
func (s *Scanner) past(rest, stop string) {
	if i := strings.Index(rest, stop); i >= 0 {
		s.pos += i + len(stop)
		return
	}
	s.Damage++
	s.pos = len(s.src)
}

// declaration takes a comment, a CDATA section or a document type.
func (s *Scanner) declaration(rest string) (Token, bool) {
	const cdata = "<![CDATA["
	switch {
	case strings.HasPrefix(rest, "<!--"):
		s.past(rest, "-->")
	case strings.HasPrefix(rest, cdata):
		from := s.pos + len(cdata)
		s.from = s.pos
		s.past(rest, "]]>")
		return Token{Kind: Words, Text: strings.TrimSuffix(s.src[from:s.pos], "]]>")}, true
	default:
		s.documentType(rest)
	}
	return Token{}, false
}

// documentType passes over a document type with its declarations.
func (s *Scanner) documentType(rest string) {
	end := strings.IndexByte(rest, '>')
	if open := strings.IndexByte(rest, '['); open >= 0 && open < end {
		if i := strings.Index(rest[open:], "]"); i >= 0 {
			if j := strings.IndexByte(rest[open+i:], '>'); j >= 0 {
				s.pos += open + i + j + 1
				return
			}
		}
		end = -1
	}
	if end < 0 {
		s.Damage++
		s.pos = len(s.src)
		return
	}
	s.pos += end + 1
}

// start takes the start of an element.
func (s *Scanner) start(rest string) (Token, bool) {
	i := 1
	for i < len(rest) && nameByte(rest[i]) {
		i++
	}
	name := rest[1:i]
	end := tagEnd(rest, i)
	if end < 0 { // cut off within the tag
		s.Damage++
		s.pos = len(s.src)
		return Token{}, false
	}
	s.pos += end + 1
	attrs := rest[i:end]
	empty := strings.HasSuffix(attrs, "/")
	if len(s.stack) == MaxDepth {
		if !empty {
			s.over++
		}
		return Token{}, false
	}
	s.stack = append(s.stack, name)
	if empty {
		s.close = 1
		attrs = attrs[:len(attrs)-1]
	}
	return Token{Kind: Open, Name: local(name), attrs: attrs}, true
}

// tagEnd returns the offset of the bracket that ends a tag, or -1. A bracket
// within quotation marks does not end it; one that is opened first does.
func tagEnd(s string, i int) int {
	for ; i < len(s); i++ {
		switch c := s[i]; c {
		case '>':
			return i
		case '"', '\'':
			j := strings.IndexByte(s[i+1:], c)
			if j < 0 {
				return -1
			}
			i += j + 1
		}
	}
	return -1
}

// end takes the end of an element.
func (s *Scanner) end(rest string) {
	end := strings.IndexByte(rest, '>')
	if end < 0 {
		s.Damage++
		s.pos = len(s.src)
		return
	}
	s.pos += end + 1
	if s.over > 0 {
		s.over--
		return
	}
	name := strings.TrimSpace(rest[2:end])
	for k := len(s.stack) - 1; k >= 0; k-- {
		if s.stack[k] == name {
			if s.close = len(s.stack) - k; s.close > 1 {
				s.Damage++
			}
			return
		}
	}
	s.Damage++
}

// Attr returns the value of the attribute with the local name, empty where
// there is none.
func (t Token) Attr(name string) string {
	for rest := t.attrs; ; {
		rest = strings.TrimLeft(rest, " \t\r\n")
		i := strings.IndexByte(rest, '=')
		if i < 0 {
			return ""
		}
		key := strings.TrimRight(rest[:i], " \t\r\n")
		rest = strings.TrimLeft(rest[i+1:], " \t\r\n")
		if rest == "" || rest[0] != '"' && rest[0] != '\'' {
			return "" // no value: damaged
		}
		j := strings.IndexByte(rest[1:], rest[0])
		if j < 0 {
			return ""
		}
		if local(key) == name {
			return Unescape(rest[1 : 1+j])
		}
		rest = rest[j+2:]
	}
}

// local is a name without its prefix.
func local(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

func nameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
}

func nameByte(c byte) bool {
	return nameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.'
}

// longestEntity is the length in bytes of the longest name of a character,
// "CounterClockwiseContourIntegral", with its signs.
const longestEntity = 33

// Unescape decodes the entities of s: those of XML and HTML, and numbers. What
// only looks like one stays as it is.
func Unescape(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i >= 0 {
		b.WriteString(s[:i])
		s = s[i:]
		n := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
		if n < 0 {
			n = 0
		}
		b.WriteString(html.UnescapeString(entity(s[:n+1])))
		s = s[n+1:]
		i = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// entity returns s, or s with its ampersand written as an entity where it is
// none, so that the decoder of HTML, which takes "&copyright" for a sign and
// the letters behind it, leaves it alone.
func entity(s string) string {
	plain := len(s) > 2
	for i := 1; i < len(s)-1; i++ {
		plain = plain && (nameByte(s[i]) || s[i] == '#' && i == 1)
	}
	if plain {
		return s
	}
	return "&amp;" + s[1:]
}

// Place is where a byte of decoded text stands in what it was decoded from:
// from From to before To. A byte of an entity has the whole entity.
type Place struct{ From, To int }

// Places returns, for each byte of Unescape(raw), its place in a source in which
// raw begins at base.
func Places(raw string, base int) []Place {
	places := make([]Place, 0, len(raw))
	for at := 0; at < len(raw); {
		if raw[at] != '&' {
			places = append(places, Place{base + at, base + at + 1})
			at++
			continue
		}
		n := strings.IndexByte(raw[at:min(len(raw), at+longestEntity)], ';')
		if n < 0 {
			n = 0
		}
		unit := raw[at : at+n+1]
		decoded := Unescape(unit)
		for i := range len(decoded) {
			p := Place{base + at, base + at + len(unit)}
			if decoded == unit {
				p = Place{base + at + i, base + at + i + 1}
			}
			places = append(places, p)
		}
		at += len(unit)
	}
	return places
}
