package symbol

// class is a set of kinds of ASCII bytes that the grammar tells apart.
type class uint8

const (
	upperCase class = 1 << iota
	lowerCase
	digit
	hyphen
	dot
	romanByte // I V X L

	letter      = upperCase | lowerCase
	ordinalByte = upperCase | digit | hyphen
)

// classes gives every byte its kinds; bytes above ASCII have none.
var classes = func() (t [256]class) {
	for c := 'A'; c <= 'Z'; c++ {
		t[c] |= upperCase
		t[c|0x20] |= lowerCase
	}
	for c := '0'; c <= '9'; c++ {
		t[c] |= digit
	}
	for _, c := range "IVXL" {
		t[c] |= romanByte
	}
	t['-'], t['.'] = hyphen, dot
	return t
}()

func isUpper(c byte) bool  { return classes[c]&upperCase != 0 }
func isDigit(c byte) bool  { return classes[c]&digit != 0 }
func isLetter(c byte) bool { return classes[c]&letter != 0 }
func isAlnum(c byte) bool  { return classes[c]&(letter|digit) != 0 }

// run is the length of the bytes of one of the kinds that b begins with.
func run(b []byte, kinds class) int {
	for i, c := range b {
		if classes[c]&kinds == 0 {
			return i
		}
	}
	return len(b)
}
