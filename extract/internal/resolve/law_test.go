package resolve_test

import (
	"cmp"
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestLaws: a law of a State is known by its number where the words say whose it is, by
// one identifier in every language; else it is unresolved.
func TestLaws(t *testing.T) {
	const syria = "title:en:law 12 2016 of syrian arab republic"
	for _, c := range []struct{ protects, lang, text, want string }{
		{"the State behind", "en", "Noting Law No. 12/2016 of the Syrian Arab Republic on quays,", syria},
		{"the year behind", "en", "Noting Law No. 12 of 2016 of the Syrian Arab Republic,", syria},
		{"the State behind", "fr", "Notant la loi n° 12/2016 de la République arabe syrienne,", syria},
		{"the year behind", "es", "Observando la Ley núm. 12 de 2016 de la República Árabe Siria,", syria},
		{"the genitive", "ru", "отмечая положения закона № 12/2016 Сирийской Арабской Республики,", syria},
		{"the State behind", "ar", "وإذ تلاحظ القانون رقم 12/2016 الصادر في الجمهورية العربية السورية،", syria},
		{"the State before", "zh", "注意到叙利亚第12/2016号法律，", syria},
		{"the State between word and number", "ru", "отмечая Закон Республики Казахстан № 17 о причалах,", "title:en:law 17 of kazakhstan"},
		{"the date between number and State", "fr", "Notant la loi n° 2015-417 du 9 décembre 2015 de la France,", "title:en:law 2015 417 of france 2015-12-09"},
		{"one State numbers so", "en", "Noting Public Law 95–111,", "title:en:law 95 111 of united states of america"},
		{"the mark of one State", "en", "Noting Federal Law No. 117-FZ of 23 November 2009,", "title:en:law 117 fz of russian federation 2009-11-23"},
		{"the mark in its own letters", "ru", "отмечая Федеральный закон № 117-ФЗ от 23 ноября 2009 года,", "title:en:law 117 fz of russian federation 2009-11-23"},
		{"a decree", "en", "Noting Decree No. 3 of Norway,", "title:en:decree 3 of norway"},
		{"nobody says whose", "en", "Noting Law No. 12/2016 on quays in Norway,", "-"},
		{"nobody says whose", "es", "Observando la Ley núm. 12 de 2016,", "-"},
		{"nobody says whose", "zh", "注意到第12号法律，", "-"},
		{"a word without a number", "en", "Noting the rule of law and Act 5 of the play,", ""},
		{"a resolution is no law", "en", "Noting resolution 70/17 and the law, No. 5 of the list,", ""},
	} {
		var got []string
		for _, r := range find(t, c.lang, ga, c.text, record.Preamble) {
			if r.Kind == record.Law {
				got = append(got, strings.TrimSpace(cmp.Or(r.Target, "-")+" "+r.Date))
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s (%s): %q gives %q, want %q", c.protects, c.lang, c.text, s, c.want)
		}
	}
}
