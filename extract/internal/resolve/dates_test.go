package resolve_test

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestDateAfterOwner: where the owner follows the number, the date after the
// owner is the number's; a row of dates there belongs to a row of numbers.
func TestDateAfterOwner(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"after the genitive", "ru", "ссылаясь на резолюцию 74/160 Генеральной Ассамблеи от 18 декабря 2019 года,", "A/RES/74/160 2019-12-18"},
		{"of the Council", "ru", "ссылаясь на резолюцию 1325 (2000) Совета Безопасности от 31 октября 2000 года о женщинах,", "S/RES/1325(2000) 2000-10-31"},
		{"dated, after a comma", "fr", "Rappelant la résolution 43/24 du Conseil des droits de l’homme, en date du 22 juin 2020,", "A/HRC/RES/43/24 2020-06-22"},
		{"without a comma", "fr", "Rappelant la résolution 74/160 de l’Assemblée générale du 18 décembre 2019,", "A/RES/74/160 2019-12-18"},
		{"dated", "es", "Recordando la resolución 74/160 de la Asamblea General, de 18 de diciembre de 2019,", "A/RES/74/160 2019-12-18"},
		{"dated", "en", "Recalling resolution 74/160 of the General Assembly of 18 December 2019,", "A/RES/74/160 2019-12-18"},
		{"after a comma", "en", "Recalling resolution 43/24 of the Human Rights Council, dated 22 June 2020,", "A/HRC/RES/43/24 2020-06-22"},
		{"between type and number stands the body", "ar", "وإذ تشير إلى قرار الجمعية العامة 74/160 المؤرخ 18 كانون الأول/ديسمبر 2019،", "A/RES/74/160 2019-12-18"},
		{"the owner stands first", "zh", "回顾大会2019年12月18日第74/160号决议，", "A/RES/74/160 2019-12-18"},
		{"a row of dates after the owner", "fr", "Rappelant les résolutions 74/160 et 75/161 de l’Assemblée générale, en date des 18 décembre 2019 et 16 décembre 2020 respectivement,", "A/RES/74/160 2019-12-18, A/RES/75/161 2020-12-16"},
		{"what happened on a day is no date of the number", "en", "Pursuant to resolution 74/160 of the General Assembly, 18 December 2019 was observed,", "A/RES/74/160 "},
		{"the mark of a footnote in the date", "ar", "وإذ تشير إلى قرار الجمعية العامة 74/160 المؤرخ 18 كانون الأول/ديسمبر(³) 2019،", "A/RES/74/160 2019-12-18"},
	} {
		var got []string
		for _, r := range find(t, test.lang, ga, test.text, record.Preamble) {
			if r.Kind == record.Resolution {
				got = append(got, r.Target+" "+r.Date)
			}
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}
