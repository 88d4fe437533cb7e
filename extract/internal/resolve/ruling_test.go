package resolve_test

import (
	"slices"
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

// TestCasesByTitle: a ruling is known by the title of its case beside a noun that says so,
// where neither day nor page tells it; the year chooses among several.
func TestCasesByTitle(t *testing.T) {
	const weapons, genocide = "title:en:legality of the threat or use of nuclear weapons 1996", "title:en:application of the convention on the prevention and punishment of the crime of genocide "
	for _, c := range []struct {
		protects, lang, text string
		want                 []string
	}{
		{"small letters within a sentence", "en", "Recalling the advisory opinion of the International Court of Justice on the legality of the threat or use of nuclear weapons,", []string{weapons}},
		{"an article before it", "fr", "Rappelant l’avis consultatif de la Cour internationale de Justice sur la licéité de la menace ou de l’emploi d’armes nucléaires,", []string{weapons}},
		{"the genitive", "ru", "ссылаясь на консультативное заключение Международного Суда относительно законности угрозы ядерным оружием или его применения,", []string{weapons}},
		{"the noun stands last", "zh", "回顾国际法院关于以核武器进行威胁或使用核武器的合法性的咨询意见，", []string{weapons}},
		{"a preposition", "ar", "وإذ تشير إلى فتوى محكمة العدل الدولية بشأن مشروعية التهديد بالأسلحة النووية أو استخدامها،", []string{weapons}},
		{"the names of a territory and a strait, the noun right behind", "en", "Recalling the Western Sahara advisory opinion and the Corfu Channel case,", []string{"title:en:western sahara 1975", "title:en:corfu channel 1949"}},
		{"a territory alone, an opinion in the next clause", "en", "Considering the question of Western Sahara; an advisory opinion was not asked for,", nil},
		{"the year chooses", "en", "Recalling the judgment of 2015 in the case of Application of the Convention on the Prevention and Punishment of the Crime of Genocide,", []string{genocide + "2015"}},
		{"three rulings and no year", "en", "Recalling the case of Application of the Convention on the Prevention and Punishment of the Crime of Genocide,", []string{""}},
		{"the day goes before the title", "en", "Recalling the advisory opinion of 8 July 1996 on the legality of the threat or use of nuclear weapons,", []string{weapons}},
		{"the page goes before the title", "en", "See Legality of the Threat or Use of Nuclear Weapons, Advisory Opinion, I.C.J. Reports 1996, p. 226.", []string{weapons}},
		{"the words of a title without a noun", "en", "Stressing the application of the Convention on the Prevention and Punishment of the Crime of Genocide,", nil},
	} {
		var got []string
		for _, r := range find(t, c.lang, ga, c.text, record.Preamble) {
			if r.Rule == "ruling" {
				got = append(got, r.Target)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s (%s): %q gives %q, want %q", c.protects, c.lang, c.text, got, c.want)
		}
	}
}
