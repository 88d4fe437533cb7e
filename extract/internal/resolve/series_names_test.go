package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestSeries holds an ordinal beside a conference to one identifier in every
// language, and to none of the first.
func TestSeries(t *testing.T) {
	const eleventh = "entity:eleventh-ministerial-conference-of-the-world-trade-organization"
	tests := []struct{ protects, lang, text, want string }{
		{"an ordinal in words", "en", "the outcome of the eleventh Ministerial Conference of the World Trade Organization", eleventh},
		{"an ordinal in figures", "es", "los resultados de la 11ª Conferencia Ministerial de la Organización Mundial del Comercio", eleventh},
		{"the same in French", "fr", "les résultats de la onzième Conférence ministérielle de l’Organisation mondiale du commerce", eleventh},
		{"a case of Russian", "ru", "итоги одиннадцатой Конференции министров Всемирной торговой организации", eleventh},
		{"an ordinal behind its noun, in Arabic", "ar", "نتائج المؤتمر الوزاري الحادي عشر لمنظمة التجارة العالمية", eleventh},
		{"an ordinal inside, in Chinese", "zh", "世界贸易组织第十一届部长级会议的成果", eleventh},
		{"a row of the tables, where there is one", "en", "the third International Conference on Financing for Development", "entity:third-international-conference-on-financing-for-development"},
		{"the first is the one of the table", "en", "the first World Conference on Human Rights", "entity:world-conference-on-human-rights"},
		{"a body that meets in sessions is one", "zh", "第五届联合国环境大会", "entity:united-nations-environment-assembly"},
		{"the conference that was named so is meant by its head", "en", "the eleventh Ministerial Conference of the World Trade Organization.\n\nThe Ministerial Conference decided.", eleventh + " " + eleventh},
	}
	for _, test := range tests {
		if got := named(find(t, test.lang, ga, test.text, record.Body)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// TestVenues holds the State behind a city, where something was held, to be no
// mention.
func TestVenues(t *testing.T) {
	tests := []struct{ protects, lang, text, want string }{
		{"behind a comma", "en", "the seminar held in Port of Spring, Norway, on 3 May 2019", ""},
		{"in brackets", "fr", "l’atelier tenu à Belle Rive (Norvège) le 3 mai 2019", ""},
		{"with a small word in its name", "es", "el taller celebrado en Puerto del Este (Noruega) el 3 de mayo de 2019", ""},
		{"in its own case", "ru", "семинар, состоявшийся в Бергене, Норвегия, 3 мая 2019 года", ""},
		{"in Arabic", "ar", "الحلقة الدراسية المعقودة في بيرغن، النرويج، في 3 أيار/مايو 2019", ""},
		{"with its preposition, in Arabic", "ar", "الحلقة الدراسية المعقودة في بيرغن بالنرويج في 3 أيار/مايو 2019", ""},
		{"before the city, in Chinese", "zh", "2019年5月3日在挪威卑尔根举行的研讨会", ""},
		{"two places", "en", "held in Upper Bay, Bergen, Norway, on 3 May 2019", ""},
		{"the title of a publication", "en", "See Report of the Seminar on Tides, Bergen, Norway, 3–5 May 2019", ""},
		{"a State that is the place itself", "en", "the seminar held in Norway on 3 May 2019", "state:NOR"},
		{"the same in Chinese", "zh", "2019年5月3日在挪威举行的联合研讨会", "state:NOR"},
		{"a list of States", "en", "the situation in Chad, Mali and Niger", "state:TCD state:MLI state:NER"},
		{"a continent is no city", "en", "projects in Africa, Haiti and Nepal", "state:HTI state:NPL"},
		{"a body behind which a State stands", "en", "thanking the Security Council, Norway and Chad", "entity:security-council state:NOR state:TCD"},
	}
	for _, test := range tests {
		if got := named(find(t, test.lang, ga, test.text, record.Body)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}
