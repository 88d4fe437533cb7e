package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestRulings: a judgment, order or advisory opinion of the International Court of
// Justice is known by its day, in every language; the same day beside other words, or
// another court, is none.
func TestRulings(t *testing.T) {
	const wall = "title:en:legal consequences of the construction of a wall in the occupied palestinian territory 2004"
	for _, c := range []struct{ protects, lang, text, want string }{
		{"rendered on, by the Court", "en", "Recalling the advisory opinion rendered on 9 July 2004 by the International Court of Justice,", wall},
		{"of the Court, of", "fr", "Rappelant l’avis consultatif de la Cour internationale de Justice en date du 9 juillet 2004,", wall},
		{"of the Court, of", "es", "Recordando la opinión consultiva de la Corte Internacional de Justicia de 9 de julio de 2004,", wall},
		{"of the Court, of", "ru", "ссылаясь на консультативное заключение Международного Суда от 9 июля 2004 года,", wall},
		{"of the Court, of", "ar", "وإذ تشير إلى فتوى محكمة العدل الدولية المؤرخة 9 تموز/يوليه 2004،", wall},
		{"the word stands last", "zh", "回顾国际法院2004年7月9日的咨询意见，", wall},
		{"a letter of that day", "en", "Noting the letter dated 9 July 2004 from the President of the International Court of Justice,", ""},
		{"another court", "en", "Noting the judgment of the Court of Appeal of 9 July 2004,", ""},
		{"a day without a ruling", "en", "Noting the judgment of the International Court of Justice of 10 July 2004,", ""},
	} {
		got := ""
		for _, r := range find(t, c.lang, ga, c.text, record.Preamble) {
			if r.Rule == "ruling" {
				got = r.Target
			}
		}
		if got != c.want {
			t.Errorf("%s (%s): %q gives %q, want %q", c.protects, c.lang, c.text, got, c.want)
		}
	}
}
