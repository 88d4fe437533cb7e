package char

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestHan holds the quick tests of Chinese characters to the table of Unicode.
func TestHan(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := unicode.Is(unicode.Han, r)
		if Han(r) != want {
			t.Errorf("Han(%U) = %v", r, !want)
		}
		if text := utf8.AppendRune([]byte("a"), r); HanBefore(text, len(text)) > 0 != want {
			t.Errorf("HanBefore a%c = %v", r, !want)
		}
	}
}
