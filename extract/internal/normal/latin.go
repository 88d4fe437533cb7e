package normal

// What a byte of text in Latin letters is: one in which there is never work to do, a blank, which
// needs none where it stands alone, or one at which the text must be looked at. Bits, so that
// those of many bytes can be taken together.
const (
	plainByte uint8 = 0
	blankByte uint8 = 1
	otherByte uint8 = 2
)

// latin tells what each byte is: plain are those of ASCII and of letters of two bytes that are
// neither Cyrillic nor Arabic.
var latin [256]uint8

// setLatin is called when special is known.
func setLatin() {
	for c := range latin {
		switch {
		case c == ' ':
			latin[c] = blankByte
		case special[c] || c >= 0xD0 || c >= 0xC0 && c < 0xC3:
			latin[c] = otherByte
		}
	}
}

// plainLatin returns the end of the bytes from i on that need no work, eight by eight, but
// for one of ASCII that stands before a Cyrillic letter: it may be a twin of such.
func plainLatin(s string, i int) int {
	from := i
	for i+8 <= len(s) {
		v := load8(s[i : i+8])
		if all := latin8(v); all != plainByte {
			blanks := blanksIn(v)
			if all != blankByte || blanks&(blanks>>8) != 0 {
				break
			}
			i -= int(blanks >> 63) // what follows a blank at the end is not known
		}
		i += 8
	}
	i += plainHead(s[i:min(i+8, len(s))])
	if i > from && i < len(s) && cyrillicLead(s[i]) && s[i-1] < 0x80 {
		i--
	}
	return i
}

// latin8 is what eight bytes are together.
func latin8(v uint64) uint8 {
	return latin[uint8(v)] | latin[uint8(v>>8)] | latin[uint8(v>>16)] | latin[uint8(v>>24)] |
		latin[uint8(v>>32)] | latin[uint8(v>>40)] | latin[uint8(v>>48)] | latin[uint8(v>>56)]
}

// blanksIn sets the highest bits of the bytes that are blanks, and of some of the marks behind
// these.
func blanksIn(v uint64) uint64 {
	other := v ^ ' '*ones
	return (other - ones) &^ other & (0x80 * ones)
}

// plainHead returns how many bytes of s, from the first on, need no work.
func plainHead(s string) (n int) {
	for n < len(s) && (latin[s[n]] == plainByte || latin[s[n]] == blankByte && n+1 < len(s) && s[n+1] != ' ') {
		n++
	}
	return n
}
