package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestHeadsStayOpen: a type word stays the head of its clause where words stand
// between it and a dated number, in every language.
func TestHeadsStayOpen(t *testing.T) {
	const two = "A/RES/62/198 A/RES/65/147"
	checkOwners(t, []ownerTest{
		{"in particular", "en", ga, "Recalling its resolutions on harbour dues, in particular 62/198 of 19 December 2007 and 65/147 of 20 December 2010,", two},
		{"the latest being", "en", ga, "Recalling its resolutions on harbour dues, the latest being 65/147 of 20 December 2010,", "A/RES/65/147"},
		{"including", "es", ga, "Recordando sus resoluciones sobre los puertos, incluidas la 62/198, de 19 de diciembre de 2007, y la 65/147, de 20 de diciembre de 2010,", two},
		{"in particular", "fr", ga, "Rappelant ses résolutions sur les ports, notamment 62/198 du 19 décembre 2007 et 65/147 du 20 décembre 2010,", two},
		{"among them", "ru", ga, "ссылаясь на свои резолюции о портах, в частности 62/198 от 19 декабря 2007 года и 65/147 от 20 декабря 2010 года,", two},
		{"in particular", "ar", ga, "وإذ تشير إلى قراراتها بشأن الموانئ، ولا سيما 62/198 المؤرخ 19 كانون الأول/ديسمبر 2007 و 65/147 المؤرخ 20 كانون الأول/ديسمبر 2010،", two},
		{"including", "zh", ga, "回顾其关于港口的各项决议，包括62/198和65/147号，", two},
		{"no date, no number of a resolution", "en", ga, "Recalling its resolutions on harbour dues, in particular 62/198 of the dues,", ""},
		{"an adjective between", "fr", ga, "Rappelant sa résolution ultérieure 65/147 du 20 décembre 2010,", "A/RES/65/147"},
		{"an adjective between", "en", ga, "Recalling its earlier resolution, namely 65/147 of 20 December 2010,", "A/RES/65/147"},
		{"a comma after the owner", "es", ga, "Recordando las resoluciones del Consejo de Derechos Humanos, 33/3, de 29 de septiembre de 2016,", "A/HRC/RES/33/3"},
		{"a comma after the owner", "ru", ga, "ссылаясь на резолюции Совета по правам человека, 33/3 от 29 сентября 2016 года,", "A/HRC/RES/33/3"},
		{"a colon", "en", ga, "Recalling the following resolutions: 62/198 and 65/147,", two},
		{"a colon after the owner", "fr", ga, "Rappelant les résolutions suivantes de l’Assemblée générale : 62/198 et 65/147,", two},
		{"another sentence: told, but nobody's", "en", ga, "The resolutions are old. In particular 62/198 of 19 December 2007 tons were moved,", "?"},
	})
}

// TestSpoiltHeads: words glued to their number, and type words with a letter left
// out, are heads like others.
func TestSpoiltHeads(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"glued type word", "en", ga, "Recalling resolution62/198and resolutions65/147and66/2 on dues,", "A/RES/62/198 A/RES/65/147 A/RES/66/2"},
		{"glued type word", "ar", ga, "وإذ تشير إلى قرارها62/198 بشأن الموانئ،", "A/RES/62/198"},
		{"glued year", "en", "entity:security-council", "under resolution1540(2004)and others,", "S/RES/1540(2004)"},
		{"a letter left out", "en", ga, "Recalling its resoluton 62/198,", "A/RES/62/198"},
		{"a letter left out", "fr", ga, "Rappelant sa résoltion 62/198,", "A/RES/62/198"},
		{"a letter left out", "es", ga, "Recordando su resoluión 62/198,", "A/RES/62/198"},
		{"a letter left out", "ar", ga, "وإذ تشير إلى قراراته 62/198 و 65/147 وإلى قرارته 66/2،", "A/RES/62/198 A/RES/65/147 A/RES/66/2"},
		{"an English type word", "fr", ga, "Resolution 62/198, annexe.", "A/RES/62/198"},
		{"as scholars write", "en", ga, "see UNSCR 1701 (2006), UNSC Res. 1325 (2000), G.A. Res. 62/198 and UNHRC res. 16/18", "S/RES/1701(2006) S/RES/1325(2000) A/RES/62/198 A/HRC/RES/16/18"},
		{"square brackets", "zh", "entity:security-council", "回顾第1566[2004]号和第1267〔1999〕号决议，", "S/RES/1566(2004) S/RES/1267(1999)"},
	})
}

// TestListsInFull: ranges name all their numbers, a symbol heads a list, and what is
// counted is no item of one.
func TestListsInFull(t *testing.T) {
	const range3 = "A/RES/72/246 A/RES/72/247 A/RES/72/248"
	checkOwners(t, []ownerTest{
		{"a range", "en", ga, "Recalling its resolutions 72/246 to 72/248,", range3},
		{"a range with a dash", "fr", ga, "Rappelant ses résolutions 72/246-72/248,", range3},
		{"a range", "es", ga, "Recordando sus resoluciones 72/246 a 72/248,", range3},
		{"a range", "ru", ga, "ссылаясь на свои резолюции 72/246–72/248,", range3},
		{"a range", "ar", ga, "وإذ تشير إلى قراراتها من 72/246 إلى 72/248،", range3},
		{"a range", "zh", ga, "回顾其第72/246号至第72/248号决议，", range3},
		{"years", "en", ga, "Security Council resolutions 1803 (2008)–1805 (2008),", "S/RES/1803(2008) S/RES/1804(2008) S/RES/1805(2008)"},
		{"a symbol heads the list", "es", ga, "Recordando sus resoluciones A/RES/55/5 B y C, 58/1 B y 64/248,", "A/RES/55/5B A/RES/55/5C A/RES/58/1B A/RES/64/248"},
		{"counts are no items", "en", "entity:security-council", "under resolution 1933, up to 700 soldiers, 192 military observers and 450 officers,", "S/RES/1933(2010)"},
		{"days are counted", "en", "entity:security-council", "the steps taken under this resolution 180 days after its adoption,", ""},
		{"the year of a date", "ru", "entity:security-council", "ссылаясь на свои резолюции 2349 (2017) от 31 марта 2017 года и 2359 от 21 июня 2017 года,", "S/RES/2349(2017) S/RES/2359(2017)"},
		{"issues of a journal", "en", ga, "Journal of Roads, vol. 40, No. 4 (2011), and vol. 51 (2012),", ""},
		{"a roman session and a date", "en", ga, "Guided by Article 55 of the Charter, and 1803 (XVII) of 14 December 1962,", "instrument:charter-of-the-united-nations A/RES/1803(XVII)"},
	})
}

// TestLinesUnderAHead: a line of owner and type word heads the lines of numbers
// below it, past their titles, until the next such line or a paragraph of prose.
func TestLinesUnderAHead(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"lines and titles", "en", "General Assembly resolutions\n\n47/135; 57/300\n\nStrengthening of the harbour\n\n58/269\n\nHuman Rights Council resolutions\n\n33/12", "A/RES/47/135 A/RES/57/300 A/RES/58/269 A/HRC/RES/33/12"},
		{"the owner last", "fr", "Résolutions de l’Assemblée générale\n\n47/135\n\n57/300", "A/RES/47/135 A/RES/57/300"},
		{"the owner last", "es", "Resoluciones de la Asamblea General\n\n47/135\n\n57/300", "A/RES/47/135 A/RES/57/300"},
		{"the owner last", "ru", "Резолюции Генеральной Ассамблеи\n\n47/135\n\n57/300", "A/RES/47/135 A/RES/57/300"},
		{"the owner last", "ar", "قرارات الجمعية العامة\n\n47/135\n\n57/300", "A/RES/47/135 A/RES/57/300"},
		{"in Chinese", "zh", "大会决议\n\n47/135\n\n57/300", "A/RES/47/135 A/RES/57/300"},
		{"prose ends it", "en", "General Assembly resolutions\n\n47/135\n\n12/5 of the usual number took part in the courses.", "A/RES/47/135"},
	} {
		if got := targets(find(t, test.lang, ga, test.text, record.Body)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}
