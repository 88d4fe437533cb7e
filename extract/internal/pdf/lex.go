package pdf

import "bytes"

// token is what the lexer of content streams and character maps gives.
type token struct {
	kind tokenKind
	num  float64
	data []byte // of a string its bytes, of a name or an operator its letters
}

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenString
	tokenName
	tokenOperator
	tokenOpenArray
	tokenCloseArray
	tokenOpenDict
	tokenCloseDict
)

// lexer reads the tokens of a content stream. The data of a string token
// lives until reset is called.
type lexer struct {
	src   []byte
	pos   int
	arena []byte
}

// reset lets the lexer use the memory of strings again.
func (l *lexer) reset() { l.arena = l.arena[:0] }

// The classes of bytes: white space, delimiter, other.
var class = func() (c [256]uint8) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = 1
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = 2
	}
	return c
}()

func (l *lexer) next() token {
	for l.pos < len(l.src) {
		b := l.src[l.pos]
		if class[b] == 1 {
			l.pos++
			continue
		}
		switch b {
		case '%':
			for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
				l.pos++
			}
		case '/':
			l.pos++
			return token{kind: tokenName, data: l.name()}
		case '(':
			return token{kind: tokenString, data: l.literal()}
		case '<':
			if l.pos+1 < len(l.src) && l.src[l.pos+1] == '<' {
				l.pos += 2
				return token{kind: tokenOpenDict}
			}
			return token{kind: tokenString, data: l.hex()}
		case '>':
			l.pos++
			if l.pos < len(l.src) && l.src[l.pos] == '>' {
				l.pos++
				return token{kind: tokenCloseDict}
			}
		case '[':
			l.pos++
			return token{kind: tokenOpenArray}
		case ']':
			l.pos++
			return token{kind: tokenCloseArray}
		case '{', '}', ')':
			l.pos++
		default:
			return l.word()
		}
	}
	return token{}
}

// word reads a number or an operator.
func (l *lexer) word() token {
	start := l.pos
	for l.pos < len(l.src) && class[l.src[l.pos]] == 0 {
		l.pos++
	}
	w := l.src[start:l.pos]
	if n, ok := parseNumber(w); ok {
		return token{kind: tokenNumber, num: n}
	}
	return token{kind: tokenOperator, data: w}
}

// parseNumber reads a PDF number; "--5" and "1-2" occur and mean -5 and 1.
func parseNumber(w []byte) (float64, bool) {
	i, negative := 0, false
	for i < len(w) && (w[i] == '-' || w[i] == '+') {
		negative = negative || w[i] == '-'
		i++
	}
	var whole, scale float64 = 0, 0
	digits := false
	for ; i < len(w); i++ {
		switch b := w[i]; {
		case b >= '0' && b <= '9':
			digits = true
			if scale == 0 {
				whole = whole*10 + float64(b-'0')
			} else {
				whole += float64(b-'0') * scale
				scale /= 10
			}
		case b == '.' && scale == 0:
			scale = .1
		case b == '-' && digits:
			i = len(w)
		default:
			return 0, false
		}
	}
	if !digits && scale == 0 {
		return 0, false
	}
	if negative {
		whole = -whole
	}
	return whole, true
}

func (l *lexer) name() []byte {
	start := l.pos
	for l.pos < len(l.src) && class[l.src[l.pos]] == 0 {
		l.pos++
	}
	n := l.src[start:l.pos]
	if bytes.IndexByte(n, '#') < 0 {
		return n
	}
	var out []byte
	for i := 0; i < len(n); i++ {
		if n[i] == '#' && i+2 < len(n) {
			hi, ok1 := hexDigit(n[i+1])
			lo, ok2 := hexDigit(n[i+2])
			if ok1 && ok2 {
				out = append(out, hi<<4|lo)
				i += 2
				continue
			}
		}
		out = append(out, n[i])
	}
	return out
}

func hexDigit(b byte) (byte, bool) {
	switch {
	case b >= '0' && b <= '9':
		return b - '0', true
	case b >= 'a' && b <= 'f':
		return b - 'a' + 10, true
	case b >= 'A' && b <= 'F':
		return b - 'A' + 10, true
	}
	return 0, false
}

func (l *lexer) hex() []byte {
	l.pos++
	start := len(l.arena)
	var half byte
	odd := false
	for l.pos < len(l.src) {
		b := l.src[l.pos]
		l.pos++
		if b == '>' {
			break
		}
		d, ok := hexDigit(b)
		if !ok {
			continue
		}
		if odd {
			l.arena = append(l.arena, half<<4|d)
		}
		half, odd = d, !odd
	}
	if odd {
		l.arena = append(l.arena, half<<4)
	}
	return l.arena[start:len(l.arena):len(l.arena)]
}

// literal reads a string in round brackets.
func (l *lexer) literal() []byte {
	l.pos++
	start, depth := len(l.arena), 1
	for l.pos < len(l.src) {
		b := l.src[l.pos]
		l.pos++
		switch b {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return l.arena[start:len(l.arena):len(l.arena)]
			}
		case '\\':
			l.escape()
			continue
		}
		l.arena = append(l.arena, b)
	}
	return l.arena[start:len(l.arena):len(l.arena)]
}

// escape reads what follows a backslash.
func (l *lexer) escape() {
	if l.pos >= len(l.src) {
		return
	}
	b := l.src[l.pos]
	l.pos++
	switch b {
	case 'n':
		b = '\n'
	case 'r':
		b = '\r'
	case 't':
		b = '\t'
	case 'b':
		b = '\b'
	case 'f':
		b = '\f'
	case '\r':
		if l.pos < len(l.src) && l.src[l.pos] == '\n' {
			l.pos++
		}
		return
	case '\n':
		return
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := int(b - '0')
		for i := 0; i < 2 && l.pos < len(l.src) && l.src[l.pos] >= '0' && l.src[l.pos] <= '7'; i++ {
			n = n<<3 | int(l.src[l.pos]-'0')
			l.pos++
		}
		b = byte(n)
	}
	l.arena = append(l.arena, b)
}

// skipInlineImage moves behind the data of an inline image: to the first EI
// that stands alone.
func (l *lexer) skipInlineImage() {
	for l.pos < len(l.src) {
		i := bytes.Index(l.src[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.src)
			return
		}
		at := l.pos + i
		l.pos = at + 2
		before := at == 0 || class[l.src[at-1]] == 1
		after := l.pos >= len(l.src) || class[l.src[l.pos]] == 1
		if before && after {
			return
		}
	}
}
