package check_test

import (
	"slices"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/check"
	"uncite/extract/record"
)

// findingsOf checks one paragraph of a document in a language.
func findingsOf(t *testing.T, lang, text string) []string {
	t.Helper()
	d := &record.Document{Source: "draft", Lang: lang, Text: text, Symbol: "A/C.2/78/L.5", Date: "2023-11-06",
		Paragraphs: []record.Paragraph{{Standing: record.In(record.Operative), Number: "1", Pieces: []record.Span{{Start: 0, End: len(text)}}}}}
	refs, err := extract.New(nil).Document(nil, d)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range check.Run([]check.Draft{{Documents: []*record.Document{d}, References: refs}}, authority.Default()) {
		if f.Check == "name" || f.Check == "undefined" || f.Check == "doubled" || f.Check == "symbol" {
			out = append(out, f.Check+" "+strings.Join(strings.Fields(f.Text), " "))
		}
	}
	slices.Sort(out)
	return out
}

// TestNames is what a name or an abbreviation may look like without being at
// fault, and what is at fault, in the languages that write so.
func TestNames(t *testing.T) {
	for _, row := range []struct{ protects, lang, text, want string }{
		{"a letter is missing in a name", "en", "Guided by the Convention on the Right of the Child,", "name Convention on the Right of the Child"},
		{"the name itself is right", "en", "Guided by the Convention on the Rights of the Child,", ""},
		{"a hyphen more is the same name", "en", "Recalling the Treaty on the Non Proliferation of Nuclear Weapons,", ""},
		{"another convention is no slip", "en", "Guided by the Convention on the Rights of the Quarryman,", ""},
		{"a letter is too much in French", "fr", "Rappelant la Convention relative aux droits de l’enfants,", "name Convention relative aux droits de l’enfants"},
		{"a letter is too much in Spanish", "es", "Recordando la Convención sobre los Derechos del Niños,", "name Convención sobre los Derechos del Niños"},
		{"an ideograph is another", "zh", "回顾《消除对妇女一切形式歧现公约》，", "name 《消除对妇女一切形式歧现公约》"},
		{"an ideograph more makes another name", "zh", "回顾《消除对妇女一切形式歧视公约指南》，", ""},

		{"a letter is another in a French name that nothing marks as one", "fr", "Rappelant la Convention des Nations Unies contre la corruptoin,", "name Convention des Nations Unies contre la corruptoin"},
		{"two letters changed round in Russian", "ru", "ссылаясь на Конвенцию о правах рбеенка,", "name Конвенцию о правах рбеенка"},
		{"an ending in Russian is no slip", "ru", "ссылаясь на Конвенции о правах ребенку,", ""},
		{"two letters changed round in Arabic", "ar", "وإذ تشير إلى اتفاقية الأمم المتحدة لمكافحة الفساد واتفاقية حقوق الأخشاص ذوي الإعاقة،", "name واتفاقية حقوق الأخشاص ذوي الإعاقة"},
		{"several conferences of one name", "en", "Recalling the International Conferences on Financing for Development,", ""},

		{"a body of a State", "en", "Thanks the High Commission for Human Rights of Iraq;", ""},
		{"the same name elsewhere is a slip", "en", "Thanks the High Commissionner for Human Rights;", "name High Commissionner for Human Rights"},
		{"explained in the list below a table", "en", "A hut has one BQW and two HKX.\n\nAbbreviations: BQW, Board of Quarry Works; HKX, hill keepers.", ""},
		{"a list of abbreviations explains none", "en", "Three bodies came: BQW, HKX and NGO.", "undefined BQW; undefined NGO"},

		{"an abbreviation that nobody explains", "en", "Welcomes the work of the BQW in the hills;", "undefined BQW"},
		{"told once", "en", "Welcomes the BQW and thanks the BQW for it;", "undefined BQW"},
		{"defined in brackets", "en", "Welcomes the Board of Quarry Works (BQW) and thanks the BQW for it;", ""},
		{"defined as a plural", "en", "Helps quarry towns (QTs) and every QT;", ""},
		{"explained behind it", "en", "Welcomes BQW (the Board of Quarry Works);", ""},
		{"one that the tables have", "en", "Thanks UNESCO for its help;", ""},
		{"a word by now", "en", "Takes note of DNA found in the dust;", ""},
		{"a symbol before a figure", "en", "Takes note of document BQW 81 of the quarry;", ""},
		{"part of a name in capitals", "en", "Thanks the BQW Dust Research Network;", ""},
		{"a roman number", "en", "Takes note of part XIV of the report;", ""},
		{"Cyrillic", "ru", "с удовлетворением отмечает работу СКР в горах;", "undefined СКР"},
		{"Cyrillic, defined", "ru", "отмечает работу Совета каменоломенных работ (СКР) и благодарит СКР;", ""},

		{"parts of a resolution are no doubles", "en", "Takes note of resolutions GC(66)/RES/9 on dust, GC(66)/RES/9 A on sand and GC(66)/RES/9 B on stone;", ""},
		{"a second clause names it again", "zh", "注意到安全理事会第2500(2019)号决议以及各项声明，并注意到第2500(2019)号决议只适用于采石场；", ""},
		{"a double in a bare list", "fr", "Rappelant ses résolutions 66/176 du 19 décembre 2011, 66/253 A du 16 février 2012 et 66/176 du 19 décembre 2011,", "doubled 66/176"},
		{"a misprint as which another symbol is read", "en", "Takes note of document A/HCR/55/60;", "symbol A/HCR/55/60"},
		{"a part of a symbol that was taken for nothing", "en", "Takes note of document A/RS/75/1;", "symbol A/RS/75/1"},
	} {
		if got := strings.Join(findingsOf(t, row.lang, row.text), "; "); got != row.want {
			t.Errorf("%s: %q, want %q", row.protects, got, row.want)
		}
	}
}

// The rows of the common abbreviations are runs of capitals; others could never
// be looked up.
func TestFits(t *testing.T) {
	for _, c := range check.Checks {
		if c.Name == "" || c.Help == "" || !slices.Contains(check.Severities, c.Severity) {
			t.Errorf("%+v is no kind of finding", c)
		}
	}
}
