package scan_test

import "testing"

// Places behind "in particular" are those of the document named just before.
func TestPlacesInParticular(t *testing.T) {
	for _, c := range []struct{ protects, code, text, want string }{
		{"its paragraph", "en", "Recalling its resolution 70/17 of 25 September 2015, in particular its paragraph 12,", "para. 12"},
		{"its paragraph", "fr", "Rappelant sa résolution 70/17 du 25 septembre 2015, notamment son paragraphe 12,", "para. 12"},
		{"its paragraph", "es", "Recordando su resolución 70/17, de 25 de septiembre de 2015, en particular su párrafo 12,", "para. 12"},
		{"a preposition before its", "ru", "ссылаясь на свою резолюцию 70/17 от 25 сентября 2015 года, в частности на ее пункт 12,", "para. 12"},
		{"the pronoun behind the place", "ar", "وإذ تشير إلى قرارها 70/17 المؤرخ 25 أيلول/سبتمبر 2015، ولا سيما الفقرة 12 منه،", "para. 12"},
		{"its paragraph", "zh", "回顾其2015年9月25日第70/17号决议，尤其是其第12段，", "para. 12"},
		{"within it, without a comma", "zh", "按照第70/17号决议特别是其中第12段行事", "para. 12"},
		{"without its", "zh", "回顾其第70/17号决议，特别是第12和14段，", "paras. 12, 14"},
		{"a comma and a preposition", "en", "Draws attention to its resolution 70/17 and, in particular, to paragraph 12 thereof,", "para. 12"},
		{"a preposition", "fr", "Appelle l'attention sur sa résolution 70/17 et, en particulier, sur son paragraphe 12,", "para. 12"},
		{"a spelled number and a pronoun behind", "ar", "وإذ تشير إلى قرارها 70/17، بما في ذلك المرفق الثاني له،", "annex II"},

		{"behind the subject", "en", "Recalling its resolution 70/17 on the lighting of piers, in particular its paragraph 12,", "para. 12"},
		{"behind the subject", "fr", "Rappelant sa résolution 70/17 sur l'éclairage des quais, et notamment son paragraphe 12,", "para. 12"},
		{"behind the subject", "es", "Recordando su resolución 70/17 sobre el alumbrado de los muelles, en particular su párrafo 12,", "para. 12"},
		{"behind the subject", "ru", "ссылаясь на свою резолюцию 70/17 об освещении причалов, в частности на ее пункт 12,", "para. 12"},
		{"behind the subject", "ar", "وإذ تشير إلى قرارها 70/17 بشأن إنارة الأرصفة، ولا سيما الفقرة 12 منه،", "para. 12"},
		{"the subject stands before", "zh", "又回顾其关于码头照明的第70/17号决议，特别是其中第12段，", "para. 12"},
		{"behind the subject nothing says whose it is", "en", "Recalling its resolution 70/17 on the lighting of piers, in particular paragraph 12 of the annex,", "-"},
		{"an instrument in the subject has paragraphs of its own", "en", "Recalling its resolution 70/17 on the Charter of the United Nations, in particular its Article 2,", "- | art. 2"},
		{"another number between", "en", "Recalling its resolution 70/17 on the follow-up to resolution 60/288, in particular its paragraph 12,", "- | para. 12"},
		{"what follows is another document's", "en", "Recalling its resolution 70/17, in particular paragraph 3 of resolution 60/288,", "- | para. 3"},
	} {
		if got := pinpoints(t, c.code, c.text); got != c.want {
			t.Errorf("%s: %s: %q, want %q\n%s", c.protects, c.code, got, c.want, c.text)
		}
	}
}
