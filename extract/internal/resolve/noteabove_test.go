package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestNoteAbove: words that point to another footnote stand for the source of
// that note, in every language.
func TestNoteAbove(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"the note with the number, not the one before", "en", "note:A/69/144, para. 5.\n\nnote:A/70/1.\n\nnote:See note 1 above, para. 8.", "A/69/144 A/70/1 A/69/144"},
		{"a word before it", "en", "note:A/69/144.\n\nnote:A/70/1.\n\nnote:Supra note 1.", "A/69/144 A/70/1 A/69/144"},
		{"the word after it", "fr", "note:A/69/144.\n\nnote:A/70/1.\n\nnote:Voir note 1 ci-dessus.", "A/69/144 A/70/1 A/69/144"},
		{"the word after it", "es", "note:A/69/144.\n\nnote:A/70/1.\n\nnote:Véase la nota 1 supra.", "A/69/144 A/70/1 A/69/144"},
		{"the word after it", "ru", "note:A/69/144.\n\nnote:A/70/1.\n\nnote:См. сноску 1 выше.", "A/69/144 A/70/1 A/69/144"},
		{"the word before it, a comma between", "ru", "note:A/69/144.\n\nnote:A/70/1.\n\nnote:См. выше, сноска 1.", "A/69/144 A/70/1 A/69/144"},
		{"the word after it", "ar", "note:A/69/144.\n\nnote:A/70/1.\n\nnote:انظر الحاشية 1 أعلاه.", "A/69/144 A/70/1 A/69/144"},
		{"the word before it", "zh", "note:A/69/144。\n\nnote:A/70/1。\n\nnote:见上文脚注1。", "A/69/144 A/70/1 A/69/144"},
		{"no such note", "en", "note:A/69/144.\n\nnote:See note 7 above.", "A/69/144"},
		{"a note of another document", "en", "note:A/69/144.\n\nnote:A/70/1, note 1.", "A/69/144 A/70/1"},
	} {
		if got := targets(find(t, test.lang, ga, test.text, record.Preamble)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}
