package char

import "testing"

func TestLetters(t *testing.T) {
	for _, test := range []struct {
		protects, text string
		want           int
	}{
		{"a letter is one, whatever its bytes", "Совет", 5},
		{"an accent belongs to its letter", "été", 3},
		{"Arabic letters are one each", "قرار", 4},
		{"a Chinese character says what three letters do", "决议", 6},
		{"blanks and marks are counted", "a, “b”", 6},
		{"nothing is nothing", "", 0},
	} {
		if got := Letters(test.text); got != test.want {
			t.Errorf("%s: %q has %d letters, want %d", test.protects, test.text, got, test.want)
		}
	}
}

// A bound holds for the same words in every script: no byte, and no end of the
// text, is left out or counted twice.
func TestWithin(t *testing.T) {
	for _, text := range []string{"the Council of the region", "Совет этого региона", "مجلس المنطقة", "区域理事会的决定", ""} {
		n := Letters(text)
		if !Within(text, 0, len(text), n) || n > 0 && Within(text, 0, len(text), n-1) {
			t.Errorf("%q: the bound of its own %d letters does not hold", text, n)
		}
		if got := Beyond(text, 0, n); got != len(text) {
			t.Errorf("%q: %d letters end at %d, want %d", text, n, got, len(text))
		}
		if got := Ahead(text, len(text), n); got != 0 {
			t.Errorf("%q: %d letters back from the end is %d, want 0", text, n, got)
		}
		if got := Beyond([]byte(text), 0, n+1); got != len(text) {
			t.Errorf("%q: the text ends after its end at %d", text, got)
		}
	}
}
