package resolve_test

import (
	"cmp"
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

// TestDatesOfLists: a date behind, or in Chinese before, numbers that a comma or
// "and" joins is that of each that it fits; words may part it from its number.
func TestDatesOfLists(t *testing.T) {
	for _, c := range []struct{ protects, lang, text, want string }{
		{"both of a pair", "en", "Recalling its resolutions 46/152 of 18 December 1991, 69/193 and 69/196 of 18 December 2014,", "1991-12-18 2014-12-18 2014-12-18"},
		{"both of a pair", "zh", "重申其1991年12月18日第46/152号、2014年12月18日第69/193和69/196号决议，", "1991-12-18 2014-12-18 2014-12-18"},
		{"not of another session", "en", "Recalling its resolutions 55/2 and 69/196 of 18 December 2014,", "- 2014-12-18"},
		{"days that share a month", "fr", "Rappelant les résolutions 1514 (XV) et 1541 (XV) de l’Assemblée générale, en date des 14 et 15 décembre 1960,", "1960-12-14 1960-12-15"},
		{"behind a title in quotation marks", "ru", "ссылаясь на свою резолюцию 72/246 «Дружба народов» от 24 декабря 2017 года,", "2017-12-24"},
		{"behind a title and a comma", "en", "Noting resolution 72/246, entitled “Friendship”, of 24 December 2017,", "2017-12-24"},
		{"behind a place", "en", "Recalling its resolution 45/248 B, section VI, of 21 December 1990,", "1990-12-21"},
		{"adopted on", "en", "Recalling its resolution 72/246 on friendship among peoples, adopted on 24 December 2017,", "2017-12-24"},
		{"en date du", "fr", "la résolution 1540 (2004) du Conseil de sécurité relative aux armes, en date du 28 avril 2004,", "2004-04-28"},
		{"with the adoption before it", "fr", "Notant l’adoption, le 19 mai 2023, par la Commission économique et sociale pour l’Asie et le Pacifique, de la résolution 79/8,", "2023-05-19"},
		{"a clause between", "zh", "回顾其2004年6月10日宣布2005年为国际物理年的第58/293号决议，", "2004-06-10"},
		{"a date in the topic that does not fit", "en", "Recalling its resolution 72/246 on the meeting, held on 3 May 2015,", "-"},
	} {
		var got []string
		for _, r := range find(t, c.lang, ga, c.text, record.Preamble) {
			if r.Kind == record.Resolution {
				got = append(got, cmp.Or(r.Date, "-"))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s (%s): %q gives %s, want %s", c.protects, c.lang, c.text, s, c.want)
		}
	}
}

// TestDateBehindTopic: a date behind what a number is about is the number's, where
// nothing stands between that has a date of its own.
func TestDateBehindTopic(t *testing.T) {
	for _, c := range []struct{ protects, lang, text, want string }{
		{"of", "en", "Recalling resolution 74/160 on the lighting of piers and quays of 18 December 2019,", "2019-12-18"},
		{"du", "fr", "Rappelant sa résolution 74/160 sur l’éclairage des quais du 18 décembre 2019,", "2019-12-18"},
		{"de", "es", "Recordando su resolución 74/160 sobre el alumbrado de los muelles de 18 de diciembre de 2019,", "2019-12-18"},
		{"от", "ru", "ссылаясь на резолюцию 74/160 об освещении причалов и набережных от 18 декабря 2019 года,", "2019-12-18"},
		{"dated", "ar", "وإذ تشير إلى القرار 74/160 بشأن إنارة الأرصفة والموانئ المؤرخ 18 كانون الأول/ديسمبر 2019،", "2019-12-18"},
		{"the date before the topic", "zh", "回顾2019年12月18日关于码头照明的第74/160号决议，", "2019-12-18"},
		{"the next number has its own", "ru", "ссылаясь на резолюцию 74/160 об освещении причалов от 18 декабря 2019 года и резолюцию 75/161 от 16 декабря 2020 года,", "2019-12-18 2020-12-16"},
		{"another number between", "ru", "ссылаясь на резолюцию 74/160 об осуществлении резолюции 73/148 от 17 декабря 2018 года,", "- 2018-12-17"},
		{"a report has a date of its own", "en", "Recalling resolution 74/160 on the report of the harbour master of 18 December 2019,", "-"},
		{"a letter has", "fr", "Rappelant la résolution 74/160 sur la lettre du capitaine du port du 18 décembre 2019,", "-"},
		{"a declaration has", "ar", "وإذ تشير إلى القرار 74/160 بشأن تنفيذ الإعلان المتعلق بالأرصفة المؤرخ 18 كانون الأول/ديسمبر 2019،", "-"},
		{"a day that is observed", "en", "Recalling resolution 74/160 on the observance of the Day of Piers on 18 December 2019,", "-"},
		{"not of the number's session", "es", "Recordando su resolución 74/160 sobre el alumbrado de los muelles de 3 de mayo de 1975,", "-"},
	} {
		var got []string
		for _, r := range find(t, c.lang, ga, c.text, record.Preamble) {
			if r.Kind == record.Resolution {
				got = append(got, cmp.Or(r.Date, "-"))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s (%s): %q gives %s, want %s", c.protects, c.lang, c.text, s, c.want)
		}
	}
}
