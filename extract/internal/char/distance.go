package char

// Distances are counted in letters, not in bytes, so that a sentence is read
// alike in all scripts. A character of a script without an alphabet counts as three
// letters: a text has about a third as many of them as it has letters in translation.
const ideographLetters = 3

// mostBytes is how many bytes a letter may have, at most.
const mostBytes = 4

// lettersOf is how many letters begin with a byte: none with one that goes on
// a character.
var lettersOf [256]uint8

func init() {
	for b := range lettersOf {
		switch {
		case b&0xC0 == 0x80:
		case b >= 0xE3 && b <= 0xE9:
			lettersOf[b] = ideographLetters
		default:
			lettersOf[b] = 1
		}
	}
}

// Letters counts the letters of the text, blanks and marks among them.
func Letters[T ~string | ~[]byte](text T) int {
	n := 0
	for i := 0; i < len(text); i++ {
		n += int(lettersOf[text[i]])
	}
	return n
}

// Within reports whether at most so many letters stand in text[from:to]. An
// empty or turned span is within any bound.
func Within[T ~string | ~[]byte](text T, from, to, letters int) bool {
	switch {
	case to-from <= letters:
		return true // a letter has a byte at least
	case to-from > letters*mostBytes:
		return false
	}
	return Letters(text[from:to]) <= letters
}

// Beyond returns the offset that is so many letters after i, or the end of the
// text.
func Beyond[T ~string | ~[]byte](text T, i, letters int) int {
	for ; i < len(text) && letters > 0; i++ {
		letters -= int(lettersOf[text[i]])
	}
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	return i
}

// Ahead returns the offset that is so many letters before i, or 0.
func Ahead[T ~string | ~[]byte](text T, i, letters int) int {
	for i > 0 && letters > 0 {
		i--
		letters -= int(lettersOf[text[i]])
	}
	return i
}

// BehindDigit returns the offset behind the last digit before i, with so many letters
// from the digit on to i at most, or -1.
func BehindDigit(text []byte, i, letters int) int {
	for i > 0 && letters > 0 {
		i--
		if IsDigit(text[i]) {
			return i + 1
		}
		letters -= int(lettersOf[text[i]])
	}
	return -1
}
