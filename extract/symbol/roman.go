package symbol

import "strconv"

var romanValues = [...]struct {
	letters string
	value   int
}{{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// maxRoman is above the highest roman session of any organ, LXIII, and the last
// volume of the League of Nations Treaty Series, CCV.
const maxRoman = 399

// Roman writes n in roman figures, "" outside 1 to 399.
func Roman(n int) string {
	if n < 1 || n > maxRoman {
		return ""
	}
	var out []byte
	for _, r := range romanValues {
		for n >= r.value {
			out = append(out, r.letters...)
			n -= r.value
		}
	}
	return string(out)
}

// RomanValue reads roman figures, 0 where s is none in the usual spelling.
func RomanValue(s string) int { return romanNumber([]byte(s)) }

// romanNumber reads roman figures, 0 where b is none in the usual spelling.
func romanNumber(b []byte) int {
	n, i := 0, 0
	for _, r := range romanValues {
		limit := 3
		if len(r.letters) == 2 || r.value == 5 || r.value == 50 {
			limit = 1
		}
		for ; limit > 0 && hasPrefix(b[i:], r.letters); limit-- {
			n += r.value
			i += len(r.letters)
		}
	}
	if i != len(b) {
		return 0
	}
	return n
}

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

func isRoman(b []byte) bool { return len(b) > 0 && len(b) <= 8 && romanNumber(b) > 0 }

// numberOf reads arabic or roman figures, 0 where s is neither.
func numberOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		return n
	}
	return romanNumber([]byte(s))
}
