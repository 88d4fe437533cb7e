package char

import (
	"strings"
	"testing"
	"unicode"
)

// TestLower holds the quick ways to the standard library, for every character that
// they decide by themselves and some around these.
func TestLower(t *testing.T) {
	for r := range rune(0x10000) {
		if got, want := LowerRune(r), unicode.ToLower(r); got != want {
			t.Errorf("%U: %q, want %q", r, got, want)
		}
	}
	for _, s := range []string{"", "general assembly", "General Assembly", "Генеральная Ассамблея", "комиссии", "Égalité", "الجمعية العامة", "第一委员会", "İstanbul"} {
		if got, want := Lower(s), strings.ToLower(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
