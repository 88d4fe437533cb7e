package cited_test

import (
	"testing"

	"uncite/extract"
	"uncite/extract/record"
)

// TestTitles holds the titles that sentences give: each row is a text, the target of
// a reference in it and the title that its words give, empty where none is certain.
func TestTitles(t *testing.T) {
	for _, c := range []struct{ protects, lang, text, target, want string }{
		{"a report behind the mark of its note", "en",
			"The General Assembly,\n\nTaking note of the report of the Secretary-General on wells in dry valleys,¹\n\n¹ A/80/517.\n\n1. Decides to remain seized of the matter.\n",
			"A/80/517", "Report of the Secretary-General on wells in dry valleys"},
		{"the mark hangs on the second of two reports", "en",
			"The General Assembly,\n\nHaving considered the report of the Secretary-General on wells¹ and the report of the Board of Auditors on the funds for wells,²\n\n¹ A/80/517.\n\n² A/80/601.\n",
			"A/80/601", "Report of the Board of Auditors on the funds for wells"},
		{"what was done with the report is no part of its name", "en",
			"The General Assembly,\n\nTaking note of the report of the Secretary-General on wells submitted pursuant to resolution 79/4,¹\n\n¹ A/80/517.\n",
			"A/80/517", "Report of the Secretary-General on wells"},
		{"a mark on other words than a document's name gives no title", "en",
			"The General Assembly,\n\nWelcoming the report of the Secretary-General, and encouraging States to follow the advice of engineers,¹\n\n¹ A/80/517.\n",
			"A/80/517", ""},
		{"a note with several documents tells no one's name", "en",
			"The General Assembly,\n\nTaking note of the report of the Secretary-General on wells,¹\n\n¹ A/80/517 and A/80/518.\n",
			"A/80/517", ""},
		{"an annex has another name than its document", "en",
			"The General Assembly,\n\nTaking note of the report of the Secretary-General on wells,¹\n\n¹ A/80/517, annex.\n",
			"A/80/517", ""},
		{"a symbol in brackets behind the name", "en",
			"The General Assembly,\n\nTaking note of the report of the Secretary-General on wells in dry valleys (A/80/517),\n\n1. Decides to remain seized of the matter.\n",
			"A/80/517", "Report of the Secretary-General on wells in dry valleys"},
		{"a note that spells the title", "en",
			"The General Assembly,\n\nRecalling the Green Wells Plan,¹\n\n¹ See Proceedings of the Meeting of Engineers of Wells (A/CONF.300/7), chap. I.\n",
			"A/CONF.300/7", "Proceedings of the Meeting of Engineers of Wells"},
		{"ibid. names nothing", "en",
			"The General Assembly,\n\nRecalling the Green Wells Plan,¹\n\n¹ Ibid., Seventieth Session, Supplement No. 53 (A/70/53), chap. II.\n",
			"A/70/53", ""},
		{"a title in quotation marks", "en",
			"The General Assembly,\n\nRecalling its resolution 79/4 of 20 December 2024, entitled “Wells for all”, and other texts,\n",
			"A/RES/79/4", "Wells for all"},
		{"a subject to the end of the paragraph", "en",
			"The General Assembly,\n\nRecalling its resolution 79/4 of 20 December 2024 on the care of wells,\n\n1. Decides to remain seized of the matter.\n",
			"A/RES/79/4", "Care of wells"},
		{"a subject that goes on after a comma is not cut", "en",
			"The General Assembly,\n\nRecalling its resolution 79/4 of 20 December 2024 on wells, pumps and pipes of small villages,\n",
			"A/RES/79/4", ""},
		{"what is said of the next resolution of a list", "en",
			"The General Assembly,\n\nRecalling its resolutions 79/4 of 20 December 2024 on the care of wells, 79/5 of 20 December 2024 on the care of pumps,\n",
			"A/RES/79/5", "Care of pumps"},
		{"words that mean nothing elsewhere", "en",
			"The General Assembly,\n\nRecalling its resolution 79/4 of 20 December 2024 on this matter,\n",
			"A/RES/79/4", ""},
		{"French", "fr",
			"L’Assemblée générale,\n\nPrenant acte du rapport du Secrétaire général sur les puits des vallées sèches¹,\n\n¹ A/80/517.\n\n1. Décide de rester saisie de la question.\n",
			"A/80/517", "Rapport du Secrétaire général sur les puits des vallées sèches"},
		{"Spanish", "es",
			"La Asamblea General,\n\nTomando nota del informe del Secretario General sobre los pozos de los valles secos¹,\n\n¹ A/80/517.\n\n1. Decide seguir ocupándose de la cuestión.\n",
			"A/80/517", "Informe del Secretario General sobre los pozos de los valles secos"},
		{"Russian, in the nominative", "ru",
			"Генеральная Ассамблея,\n\nотмечая важность доклада Генерального секретаря о колодцах сухих долин¹,\n\n¹ A/80/517.\n\n1. постановляет продолжать заниматься этим вопросом.\n",
			"A/80/517", "Доклад Генерального секретаря о колодцах сухих долин"},
		{"Russian, the noun of a modifier behind the report is no title of it", "ru",
			"Генеральная Ассамблея,\n\nприветствуя описанную в докладе работу смотрителей колодцев¹,\n\n¹ A/80/517.\n\n1. постановляет продолжать заниматься этим вопросом.\n",
			"A/80/517", ""},
		{"Russian, a report in which something stands, and what it is on", "ru",
			"Генеральная Ассамблея,\n\nприветствуя рекомендации в докладе о колодцах сухих долин¹,\n\n¹ A/80/517.\n\n1. постановляет продолжать заниматься этим вопросом.\n",
			"A/80/517", "Доклад о колодцах сухих долин"},
		{"Russian, a subject with its preposition", "ru",
			"Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 79/4 от 20 декабря 2024 года об охране колодцев,\n",
			"A/RES/79/4", "Об охране колодцев"},
		{"Arabic, with the preposition that is one with the noun", "ar",
			"إن الجمعية العامة،\n\nوإذ تحيط علما بتقرير الأمين العام عن آبار الوديان الجافة(¹)،\n\n¹ () A/80/517.\n\n1 - تقرر أن تبقي المسألة قيد نظرها.\n",
			"A/80/517", "تقرير الأمين العام عن آبار الوديان الجافة"},
		{"Chinese, the noun at the end", "zh",
			"大会，\n\n表示注意到秘书长关于干旱河谷水井的报告，¹\n\n¹ A/80/517。\n\n1. 决定继续处理此案。\n",
			"A/80/517", "秘书长关于干旱河谷水井的报告"},
		{"Chinese, a title before the number", "zh",
			"大会，\n\n回顾其题为“人人享有水井”的2024年12月20日第79/4号决议，\n\n1. 决定继续处理此案。\n",
			"A/RES/79/4", "人人享有水井"},
	} {
		t.Run(c.lang+"/"+c.protects, func(t *testing.T) {
			d := readOne(t, c.text)
			if d.Lang != c.lang {
				t.Fatalf("the text was told to be in %s", d.Lang)
			}
			refs, err := extract.New(nil).Document(nil, d)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, r := range refs {
				if r.Target != c.target {
					continue
				}
				found = true
				if r.Title != c.want {
					t.Errorf("%s has the title %q, want %q", c.target, r.Title, c.want)
				}
			}
			if !found {
				t.Errorf("no reference to %s", c.target)
			}
		})
	}
}

// TestBracketBeforeParagraph reads a note whose symbol stands behind a bracket that is no
// part of it, as a printed mark leaves one behind.
func TestBracketBeforeParagraph(t *testing.T) {
	text := "(A/80/517)."
	d := &record.Document{Lang: "en", Text: text, Paragraphs: []record.Paragraph{
		{Standing: record.In(record.Footnote), Number: "n1", Pieces: []record.Span{{Start: 1, End: len(text)}}}}}
	refs, err := extract.New(nil).Document(nil, d)
	if err != nil || len(refs) != 1 || refs[0].Title != "" {
		t.Errorf("%v, %v", refs, err)
	}
}
