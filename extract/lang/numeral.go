package lang

// Numerals are the digits of a language's own, and the words that multiply the
// digit before them: 二 is 2, 十 is 10, 百 is 100.
type Numerals map[rune]int

// Read reads the number with which s begins, 二千二百 or 一九四六, and the length
// of what was read; both are 0 where none does.
func (d Numerals) Read(s string) (n, end int) {
	last := 0
	for at, r := range s {
		v, ok := d[r]
		if end = at; !ok || n+last > 1e6 {
			return n + last, end
		}
		if v >= 10 {
			n, last = n+max(last, 1)*v, 0
		} else {
			last = 10*last + v
		}
	}
	return n + last, len(s)
}
