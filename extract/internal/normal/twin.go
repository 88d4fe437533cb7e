package normal

import "unicode/utf8"

// twins are the Cyrillic letters for the Latin ones of the same look, which keyboards and
// readers of scans put among them: "pезолюция".
var twins = func() (t [256]rune) {
	cyrillic := []rune("асеорхуАВСЕНКМОРТХ")
	for i, c := range "aceopxyABCEHKMOPTX" {
		t[c] = cyrillic[i]
	}
	return t
}()

// cyrillicLead reports whether a byte begins a Cyrillic letter of the common alphabets.
func cyrillicLead(b byte) bool { return b&^1 == 0xD0 }

// besideCyrillic reports whether a Cyrillic letter stands right before or behind the byte at i.
func besideCyrillic(source string, i, end int) bool {
	return i+1 < end && cyrillicLead(source[i+1]) || i > 1 && source[i-1] >= 0x80 && cyrillicLead(source[i-2])
}

// twins writes the Latin letters at i in Cyrillic where the word is one of that script, and
// returns the offset behind them.
func (t *Text) twins(source string, i, end int) int {
	next := i
	for next < end && asciiLetter(source[next]) {
		next++
	}
	if !inCyrillicWord(source, i, end) {
		t.Bytes = append(t.Bytes, source[i:next]...)
		return next
	}
	for ; i < next; i++ {
		t.replace(twins[source[i]], i, i+1)
	}
	return next
}

// inCyrillicWord reports whether the word around i has more Cyrillic letters than Latin ones,
// all of which have a twin. A small letter tells it from a symbol.
func inCyrillicWord(source string, i, end int) bool {
	const longest = 80 // bytes to either side
	from := i
	for from > max(0, i-longest) && (asciiLetter(source[from-1]) || source[from-1] >= 0x80) {
		from--
	}
	latin, cyrillic, small := 0, 0, false
	for k := from; k < min(end, i+longest); {
		r, size := utf8.DecodeRuneInString(source[k:end])
		switch {
		case r < utf8.RuneSelf && asciiLetter(byte(r)):
			if latin++; twins[r] == 0 {
				return false
			}
		case r >= 'А' && r <= 'я' || r == 'ё' || r == 'Ё':
			cyrillic++
			small = small || r >= 'а'
		case k >= i:
			return small && cyrillic > latin
		default:
			latin, cyrillic, small = 0, 0, false
		}
		k += size
	}
	return small && cyrillic > latin
}

func asciiLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
