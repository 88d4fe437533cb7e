package charset

import "unicode/utf8"

// state is how far a character of UTF-8 has come whose bytes are read one by one: how many
// must go on it, or behind which first bytes it stands that not all others may follow. It is
// where in a row of steps the next state lies.
type state uint64

const (
	whole state = bitsOfState * iota
	oneMore
	twoMore
	behindC2
	behindE0
	behindED
	behindEF
	behindEFBF
	behindF0
	doubtful
)

// bitsOfState are those of a state, in a number of 64 bits that holds one for each of ten.
const bitsOfState = 6

// next is the state behind a byte. Doubtful is what is no UTF-8, what no text has (control
// characters, U+FFFD) and what few have: characters behind F1 and more.
func (from state) next(c byte) state {
	follows := c&0xC0 == 0x80
	switch {
	case from == whole:
		return first(c)
	case !follows:
	case from == oneMore, from == behindC2 && c >= 0xA0, from == behindEFBF && c != 0xBD:
		return whole
	case from == behindEF && c == 0xBF:
		return behindEFBF
	case from == twoMore, from == behindE0 && c >= 0xA0, from == behindED && c < 0xA0, from == behindEF:
		return oneMore
	case from == behindF0 && c >= 0x90:
		return twoMore
	}
	return doubtful
}

// first is the state behind the first byte of a character.
func first(c byte) state {
	switch {
	case c < utf8.RuneSelf && isControl[c] == 0:
		return whole
	case c == 0xC2:
		return behindC2
	case c == 0xE0:
		return behindE0
	case c == 0xED:
		return behindED
	case c == 0xEF:
		return behindEF
	case c == 0xF0:
		return behindF0
	case c > 0xC2 && c < 0xE0:
		return oneMore
	case c > 0xE0 && c < 0xF0:
		return twoMore
	}
	return doubtful
}

// steps has for each byte the states that follow the states: one shift makes a step.
var steps = func() (of [256]uint64) {
	for c := range of {
		for from := whole; from <= doubtful; from += bitsOfState {
			of[c] |= uint64(from.next(byte(c))) << from
		}
	}
	return of
}()

// over makes the step over a byte.
func (from state) over(c byte) state { return state(steps[c] >> (from & 63) & 63) }

// isPlain reports whether data is UTF-8 in which there is nothing to mend, as nearly all
// texts are.
func isPlain(data []byte) bool {
	at := whole
	for len(data) >= 24 {
		next := (*[24]byte)(data)
		switch v := eight(next[:8]); {
		case at != whole:
		case v&highs == 0 && isPrintable(v):
			if data = data[8:]; isPrintable(eight(next[8:16])) {
				data = data[8:]
			}
			continue
		case v&0xF0 == 0xE0 && areHan(v, eight(next[8:16]), eight(next[16:])):
			data = data[24:]
			continue
		}
		data = data[8:]
		at = at.over(next[0]).over(next[1]).over(next[2]).over(next[3]).over(next[4]).over(next[5]).over(next[6]).over(next[7])
	}
	for _, c := range data {
		at = at.over(c)
	}
	return at == whole
}

// isPrintable reports whether eight bytes are all printable characters of ASCII.
func isPrintable(v uint64) bool { return (v|(v+ones)|(v-' '*ones))&highs == 0 }

// areHan reports whether 24 bytes are eight characters of three bytes, the first of which is from
// E4 to EB.
func areHan(a, b, c uint64) bool {
	const ofA, ofB, ofC = 0x00FF0000FF0000FF, 0xFF0000FF0000FF00, 0x0000FF0000FF0000 // the first bytes
	first := a&ofA | b&ofB | c&ofC
	rest := (a&(0xC0*ones)^highs)&^ofA | (b&(0xC0*ones)^highs)&^ofB | (c&(0xC0*ones)^highs)&^ofC
	return rest|first&(0xF0*ones)^0xE0*ones == 0 && (first^first>>1)&(0x04*ones) == 0x04*ones
}
