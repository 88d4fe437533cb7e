package normal

// What fold says of a character that it does not replace.
const (
	same    rune = -1
	blank   rune = -2
	drop    rune = -3
	several rune = -4 // what its compatibility form is made of
	joins   rune = -5 // nothing of its own: an accent of the letter before
)

// Digit returns the value of a digit in any script and width.
func Digit(r rune) (value int, ok bool) {
	zero := '0'
	switch {
	case r < 0x660:
	case r <= 0x669:
		zero = 0x660 // Arabic
	case r >= 0x6F0 && r <= 0x6F9:
		zero = 0x6F0 // Persian
	case r >= 0xFF10:
		zero = 0xFF10 // of full width
	}
	value = int(r - zero)
	return value, value >= 0 && value <= 9
}

// Raised returns the value of a superscript digit.
func Raised(r rune) (value int, ok bool) {
	if r < 0x80 {
		return 0, false
	}
	d := fold(r) - NoteDigit
	return int(d), d >= 0 && d < 10
}

// fold returns the character that stands for r in normalised text.
func fold(r rune) rune {
	switch {
	case r < 0x100:
		return foldLatin(r)
	case r >= 0x0300 && r < 0x0370, r >= 0x0653 && r <= 0x0655:
		return joins
	case r >= 0x0400 && r < 0x0500:
		return foldCyrillic(r)
	case r >= 0x0600 && r < 0x0700:
		return foldArabic(r)
	case r >= 0x2000 && r < 0x2100:
		return foldPunctuation(r)
	case r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC:
		return several // Arabic letters in the forms that print gave them
	case r >= 0xFB00 && r <= 0xFB06, // ligatures of print
		r >= 0x2160 && r <= 0x217F,                             // Roman numerals as one character
		r >= 0x2E80 && r <= 0x2FDF, r >= 0xF900 && r <= 0xFAFF: // radicals and doubles of Han characters
		return several
	case r >= 0x02B0 && r <= 0x02B8, r >= 0x1D2C && r <= 0x1D6A, r >= 0x1D9B && r <= 0x1DBF:
		return drop // raised letters mark notes of tables
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0 // full-width forms
	}
	switch r {
	case 0xFE59, 0xFE5B, 0xFE5D: // small forms of brackets
		return [...]rune{'(', '{', '〔'}[(r-0xFE59)/2]
	case 0xFE5A, 0xFE5C, 0xFE5E:
		return [...]rune{')', '}', '〕'}[(r-0xFE5A)/2]
	case 0x3220, 0x3221, 0x3222, 0x3223, 0x3224, 0x3225, 0x3226, 0x3227, 0x3228, 0x3229:
		return several // Han numerals in brackets, as one character
	case 0x02BC:
		return '\''
	case 0x2212:
		return '-'
	case 0x2215, 0x2044, 0x29F8, 0x2571:
		return '/'
	case 0x3000:
		return blank
	case 0xFEFF:
		return drop
	}
	return same
}

func foldLatin(r rune) rune {
	switch r {
	case 0xA0:
		return blank
	case 0xAD:
		return drop // soft hyphen
	case 0xB9:
		return NoteDigit + 1
	case 0xB2:
		return NoteDigit + 2
	case 0xB3:
		return NoteDigit + 3
	}
	return same
}

func foldCyrillic(r rune) rune {
	switch r {
	case 'ё':
		return 'е'
	case 'Ё':
		return 'Е'
	}
	return same
}

func foldArabic(r rune) rune {
	switch {
	case r >= 0x0660 && r <= 0x0669:
		return '0' + r - 0x0660
	case r >= 0x06F0 && r <= 0x06F9:
		return '0' + r - 0x06F0
	case r >= 0x064B && r <= 0x0652, r == 0x0670, r == 0x0640, r == 0x061C:
		return drop // vowel signs, tatweel, Arabic letter mark
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا' // hamza is written or left out as the typist pleased
	case 'ى', 'ی':
		return 'ي' // and the letters of Persian keyboards
	case 'ک':
		return 'ك'
	}
	return same
}

func foldPunctuation(r rune) rune {
	switch {
	case r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x2028, r == 0x2029:
		return blank
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return drop
	case r >= 0x2010 && r <= 0x2015:
		return '-'
	case r >= 0x2074 && r <= 0x2079:
		return NoteDigit + r - 0x2070
	}
	switch r {
	case 0x2018, 0x2019:
		return '\''
	case 0x2044:
		return '/'
	case 0x2070:
		return NoteDigit
	}
	return same
}
