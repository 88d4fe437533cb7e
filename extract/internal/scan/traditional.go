package scan

import "unicode/utf8"

// How many characters of other print, among how many bytes, say that a document
// is in them.
const (
	leastTraditional = 3
	lookTraditional  = 1 << 12
)

// inTraditional reports whether the text is in characters of other print than
// the tables.
func (s *scanner) inTraditional(text string) bool {
	simplified := s.Lang.Simplified()
	if simplified == nil {
		return false
	}
	n := 0
	for i, end := 0, min(len(text), lookTraditional)-2; i < end; i++ {
		const lead = 0xE0 // of a character of three bytes, as those all are
		if text[i]&0xF0 != lead {
			continue
		}
		if r := int(text[i]&0x0F)<<12 | int(text[i+1]&0x3F)<<6 | int(text[i+2]&0x3F); simplified[r] != 0 {
			if n++; n == leastTraditional {
				return true
			}
		}
		i += 2
	}
	return false
}

// simplify puts the characters of the tables in place of others; those have the
// same length, so that every offset stays.
func (s *scanner) simplify(text []byte) {
	simplified := s.Lang.Simplified()
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r < 1<<16 && simplified[r] != 0 {
			utf8.EncodeRune(text[i:i+size], rune(simplified[r]))
		}
		i += size
	}
}
