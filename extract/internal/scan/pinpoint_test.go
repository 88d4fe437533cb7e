package scan_test

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// pinpoints returns the pinpoints of all citations but those of bodies and
// States, in reading order; "-" stands for none.
func pinpoints(t *testing.T, code, text string) string {
	t.Helper()
	var out []string
	for _, m := range scannerOf(t, code).Document(document(record.Operative, nil, text)) {
		if len(m.Entries) > 0 && m.Entries[0].Kind != record.Instrument || m.Alias {
			continue
		}
		p := m.Pinpoint
		if p == "" {
			p = "-"
		}
		out = append(out, p)
	}
	return strings.Join(out, " | ")
}

func TestPinpoint(t *testing.T) {
	for _, c := range []struct{ protects, code, text, want string }{
		{"a paragraph before a resolution", "en", "acts under paragraph 2 of resolution 2253 (2015)", "para. 2"},
		{"a paragraph before a resolution", "fr", "agit au titre du paragraphe 2 de la résolution 2253 (2015)", "para. 2"},
		{"a paragraph before a resolution", "es", "actúa con arreglo al párrafo 2 de la resolución 2253 (2015)", "para. 2"},
		{"the genitive alone links", "ru", "действует согласно пункту 2 резолюции 2253 (2015)", "para. 2"},
		{"a paragraph before a resolution", "ar", "يتصرف بموجب الفقرة 2 من القرار 2253 (2015)", "para. 2"},
		{"the number stands between 第 and its unit", "zh", "按照第2253(2015)号决议第2段行事", "para. 2"},

		{"a possessive is part of the citation", "en", "as in paragraph 2 of its resolution 60/288", "para. 2"},
		{"a possessive is part of the citation", "fr", "comme au paragraphe 2 de sa résolution 60/288", "para. 2"},
		{"a possessive is part of the citation", "es", "como en el párrafo 2 de su resolución 60/288", "para. 2"},
		{"a possessive is part of the citation", "ru", "как в пункте 2 своей резолюции 60/288", "para. 2"},
		{"a possessive is written onto the type word", "ar", "كما في الفقرة 2 من قرارها 60/288", "para. 2"},
		{"operative part adds nothing", "zh", "其第60/288号决议执行部分第3段", "para. 3"},

		{"a list with a range: one form for all languages", "en", "paragraphs 2 to 4 and 7 of its resolution 60/288", "paras. 2-4, 7"},
		{"a list with a range: one form for all languages", "fr", "les paragraphes 2 à 4 et 7 de sa résolution 60/288", "paras. 2-4, 7"},
		{"a list with a range: one form for all languages", "es", "los párrafos 2 a 4 y 7 de su resolución 60/288", "paras. 2-4, 7"},
		{"a list with a range: one form for all languages", "ru", "пункты 2–4 и 7 своей резолюции 60/288", "paras. 2-4, 7"},
		{"'from' before a range", "ar", "الفقرات من 2 إلى 4 و 7 من قرارها 60/288", "paras. 2-4, 7"},
		{"第 before each number of a list", "zh", "其第60/288号决议第2至第4段和第7段", "paras. 2-4, 7"},
		{"a dual", "ar", "الفقرتين 3 و 4 من القرار 60/288", "paras. 3, 4"},
		{"a range of neighbours is a list, as other languages write it", "en", "resolution 60/288, paras. 3–4", "paras. 3, 4"},

		{"a whole annex after a number", "en", "Resolution 60/288, annex.", "annex"},
		{"a whole annex after a number", "fr", "Résolution 60/288, annexe.", "annex"},
		{"a whole annex after a number", "es", "Resolución 60/288, anexo.", "annex"},
		{"a whole annex after a number", "ru", "Резолюция 60/288, приложение.", "annex"},
		{"a whole annex after a number", "ar", "القرار 60/288، المرفق.", "annex"},
		{"no comma before the annex", "zh", "第60/288号决议附件。", "annex"},
		{"a symbol in brackets with its annex", "zh", "所提交的报告(A/HRC/17/31，附件)", "annex"},

		{"annexes have roman numbers", "en", "annex II to resolution 60/288", "annex II"},
		{"an ordinal spelled out becomes roman", "ar", "المرفق الثاني للقرار 60/288", "annex II"},
		{"a numeral spelled out becomes roman", "zh", "第60/288号决议附件二", "annex II"},
		{"two annexes", "ar", "القرار 60/288، المرفقان الأول والثاني.", "annexes I, II"},
		{"two annexes", "zh", "第60/288号决议，附件一和二。", "annexes I, II"},
		{"a teen spelled in two words", "ar", "المادة الثانية عشرة من ميثاق الأمم المتحدة", "art. 12"},
		{"hundreds with a zero", "zh", "《联合国宪章》第一百零一条第三项", "art. 101, para. 3"},

		{"the larger unit first, whatever the language's order", "en", "paragraph 3 of article 19 of the International Covenant on Civil and Political Rights", "art. 19, para. 3"},
		{"a paragraph in brackets is spelled out", "en", "article 19 (3) of the International Covenant on Civil and Political Rights", "art. 19, para. 3"},
		{"commas on both sides", "es", "el artículo 19, párrafo 3, del Pacto Internacional de Derechos Civiles y Políticos", "art. 19, para. 3"},
		{"three links", "fr", "l’alinéa b) du paragraphe 2 de l’article premier de la Charte des Nations Unies", "art. 1, para. 2 (b)"},
		{"genitives in a row", "ru", "подпункт b) пункта 3 статьи 19 Международного пакта о гражданских и политических правах", "art. 19, para. 3 (b)"},
		{"links in a row", "ar", "الفقرة 2 (ب) من المادة 19 من العهد الدولي الخاص بالحقوق المدنية والسياسية", "art. 19, para. 2 (b)"},
		{"the larger first, written as one", "zh", "《公民及政治权利国际公约》第十九条第三款", "art. 19, para. 3"},
		{"a letter without brackets", "en", "information under Article 73 e of the Charter of the United Nations", "art. 73 (e)"},
		{"a letter of the old calendar", "zh", "《联合国宪章》第七十三条(辰)款", "art. 73 (e)"},
		{"letters in a list", "zh", "第1591(2005)号决议第3段(c)、(d)和(e)分段", "para. 3 (c), (d), (e)"},
		{"a roman number and a name with nothing between", "ru", "на основании главы VII Устава Организации Объединенных Наций", "chap. VII"},
		{"a section and its letter", "ar", "A/48/27، الفرع الثالث - واو.", "sect. III.F"},
		{"a section and its letter", "zh", "A/48/27，第三.F节。", "sect. III.F"},
		{"an Arabic part of a resolution is a section", "ar", "الجزء الأول من قرارها 64/260", "sect. I"},
		{"and of a treaty a part", "ar", "الجزء الخامس من اتفاقية الأمم المتحدة لقانون البحار", "part V"},
		{"rules of procedure have rules, though other languages say article", "fr", "l’article 153 du Règlement intérieur de l’Assemblée générale", "rule 153"},

		{"a section of a letter and a number", "en", "A/74/17, part two, chap. IV, sect. D.2, para. 8", "part II, chap. IV, sect. D.2, para. 8"},
		{"a section of a letter and a number", "fr", "A/74/17, deuxième partie, chap. IV, sect. C.5.", "part II, chap. IV, sect. C.5"},
		{"a section of a letter and a number", "ru", "A/74/17, часть вторая, гл. IV, разд. С.5.", "part II, chap. IV, sect. C.5"},
		{"a section of a letter and a number", "zh", "A/74/17，第二部分，第四章，C.5节。", "part II, chap. IV, sect. C.5"},
		{"a resolution of an agency is no place", "en", "Assembly of the International Maritime Organization, resolution A.900(21); A/74/17, sect. B", "- | sect. B"},
		{"cardinals stand behind a unit alone", "en", "two annexes to resolution 60/288", "annex"},
		{"numbers go on behind letters", "en", "paragraphs 3 (a), (b) or (c) and 7–9 of resolution 60/288", "paras. 3 (a), (b), (c), 7-9"},
		{"numbers go on behind letters", "es", "los párrafos 3 a) y b) y 7 a 9 de la resolución 60/288", "paras. 3 (a), (b), 7-9"},
		{"numbers go on behind letters", "ru", "пункты 3 a) и b) и 7–9 резолюции 60/288", "paras. 3 (a), (b), 7-9"},
		{"a paragraph numbered with its section", "en", "A/74/6 (Sect. 9), paras. 9.12 to 9.14 and 9.20", "paras. 9.12-9.14, 9.20"},
		{"a paragraph numbered with its section", "fr", "A/74/6 (Sect. 9), par. 9.12", "para. 9.12"},
		{"a paragraph numbered with its section", "zh", "A/74/6(Sect.9)，第9.12段", "para. 9.12"},
		{"an article and its paragraph", "fr", "l’article 5.2 de l’Accord de Paris", "art. 5, para. 2"},
		{"a date with dots is no place", "en", "A/72/53, para. 12.5.2018", "-"},
		{"a section of the budget", "zh", "A/76/6号文件第9款", "sect. IX"},
		{"and elsewhere a paragraph", "zh", "第60/288号决议第9款", "para. 9"},
		{"a title of a statute", "es", "el título III de la Convención de las Naciones Unidas sobre el Derecho del Mar", "title III"},
		{"a title of a statute", "fr", "le titre III de la Convention des Nations Unies sur le droit de la mer", "title III"},
		{"enclosures and appendices", "en", "A/72/53, enclosure; appendices I and II to resolution 60/288", "enclosure | appendices I, II"},
		{"of the document issued as", "en", "set out in annex B to the document issued as A/72/53", "annex B"},
		{"of the document issued as", "es", "que figura en el anexo B del documento publicado con la signatura A/72/53", "annex B"},
		{"of the document issued as", "ru", "содержащиеся в приложении B к документу, изданному под условным обозначением A/72/53", "annex B"},
		{"its annexes are no place of what follows", "fr", "la résolution 60/288 et ses annexes, et l’article 19, paragraphe 3, du Pacte international relatif aux droits civils et politiques", "annex | art. 19, para. 3"},

		{"a date and brackets before the place", "en", "Official Records, Supplement No. 53 (A/72/53), chap. V, sect. A", "chap. V, sect. A"},
		{"a date before the place", "fr", "résolution 60/288 du 8 septembre 2006, annexe", "annex"},
		{"abbreviations", "ru", "A/72/53, гл. V, разд. A", "chap. V, sect. A"},
		{"a comma of its own script", "ar", "A/72/53، الفصل الخامس، الفقرة 89", "chap. V, para. 89"},
		{"a correction passes its place on to its document", "en", "A/CONF.157/24 (Part I) and Corr.1, chap. III", "chap. III | -"},
		{"the topic stands between the number and its place", "zh", "回顾第2199(2015)号决议关于古物的第17段", "para. 17"},

		{"each of a list has its own", "en", "paragraph 2 of resolution 1373 (2001) and paragraph 3 of resolution 1540 (2004)", "para. 2 | para. 3"},
		{"each of a list has its own", "ru", "в пункте 2 резолюции 1373 (2001) и пункте 3 резолюции 1540 (2004)", "para. 2 | para. 3"},
		{"an 'and' written onto the word", "ar", "الفقرة 2 من القرار 1373 (2001) والفقرة 3 من القرار 1540 (2004)", "para. 2 | para. 3"},
		{"each of a list has its own", "zh", "第1373(2001)号决议第2段和第1540(2004)号决议第3段", "para. 2 | para. 3"},
		{"after a list, the last", "en", "resolutions 60/288 and 64/235, annex", "- | annex"},
		{"before a list, the first", "en", "paragraph 2 of resolutions 60/288 and 64/235", "para. 2 | -"},
		{"a comma before the next citation's place", "en", "resolution 1373 (2001), paragraph 3 of resolution 1540 (2004)", "- | para. 3"},
		{"a number of the list is no paragraph", "en", "resolution 1373 (2001), para. 2, and 1540 (2004)", "para. 2 | -"},
		{"a date after a paragraph is none", "en", "A/72/53, para. 3, 4 May 2017", "para. 3"},
		{"a measure word is no numeral of a place", "zh", "《联合国宪章》的一项原则", "-"},
		{"part as a common word", "en", "resolution 60/288, part of the common effort", "-"},
		{"an annex that a verb has", "en", "resolution 60/288 annexes nothing", "-"},
		{"bodies have no paragraphs of their own", "en", "paragraph 2 of General Assembly resolution 60/288", "para. 2"},

		{"the present document is not cited", "en", "paragraph 118 of the present resolution and paragraph 3 above", ""},
		{"the present document is not cited", "fr", "le paragraphe 118 de la présente résolution et le paragraphe 3 ci-dessus", ""},
		{"the present document is not cited", "es", "el párrafo 118 de la presente resolución y el párrafo 3 supra", ""},
		{"the present document is not cited", "ru", "пункт 118 настоящей резолюции и пункт 3 выше", ""},
		{"the present document is not cited", "ar", "الفقرة 118 من هذا القرار والفقرة 3 أعلاه", ""},
		{"the present document is not cited", "zh", "本决议第118段和上文第3段", ""},
	} {
		if got := pinpoints(t, c.code, c.text); got != c.want {
			t.Errorf("%s: %s\n %s\n got %q\nwant %q", c.code, c.protects, c.text, got, c.want)
		}
	}
}

// A text that is nothing but places must cost no more than linear time and
// must not run over the end of the text.
func TestPinpointBounds(t *testing.T) {
	for code, piece := range map[string]string{
		"en": "paragraph 2 of annex I to ", "fr": "paragraphe 2 de l’annexe ", "es": "párrafo 2 a) del anexo ",
		"ru": "пункта 2 статьи 3 ", "ar": "والفقرة 2 من المادة الثالثة من ", "zh": "附件一第2段、",
	} {
		text := strings.Repeat(piece, 400)
		for cut := range 40 {
			pinpoints(t, code, "A/72/53, "+text[:len(text)-cut])
		}
		pinpoints(t, code, strings.Repeat(piece+"A/72/53, ", 2000))
	}
}
