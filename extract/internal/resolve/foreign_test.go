package resolve_test

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestAgencyNumbers: numbers that are none of the United Nations' are found
// whole. Those of a known series are resolved to their one spelling, the others
// reported as unresolved, with what they spell in symbol. None is cut to a
// number that looks like ours, and no name inside one is a name.
func TestAgencyNumbers(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"an agency's letters", "en", "World Health Assembly resolution WHA74.5 of 31 May 2021,", "WHA74.5"},
		{"an agency's letters", "fr", "la résolution WHA74.5 de l’Assemblée mondiale de la Santé,", "WHA74.5"},
		{"an agency's letters", "es", "la resolución WHA74.5 de la Asamblea Mundial de la Salud,", "WHA74.5"},
		{"an agency's letters", "ru", "резолюция WHA74.5 Всемирной ассамблеи здравоохранения,", "WHA74.5"},
		{"an agency's letters", "ar", "قرار جمعية الصحة العالمية WHA74.5،", "WHA74.5"},
		{"an agency's letters, with 第 or without", "zh", "世界卫生大会第WHA74.5号决议和MSC.448(99)号决议，", "WHA74.5 MSC.448(99)"},
		{"a list", "en", "resolutions WHA68.1, WHA70.2 and WHA72.8 of the World Health Assembly,", "WHA68.1 WHA70.2 WHA72.8"},
		{"a list before 号", "zh", "大会A.1018(26)、A.1067(28)和A.1070(28)号决议，", "A.1018(26) A.1067(28) A.1070(28)"},
		{"a list whose members have dates", "en", "World Health Assembly resolutions 73.1 of 19 May 2020, 73.8 of 13 November 2020 and 74.7,", "WHA73.1 WHA73.8 WHA74.7"},
		{"a point is no end", "en", "resolution 12.20 of the Conference of the Parties,", "12.20"},
		{"brackets are part of it", "en", "Assembly resolution A.1156(32), as well as decision 74(16),", "A.1156(32) 74(16)"},
		{"a slash is", "en", "General Conference resolution GC(65)/RES/12 and resolution 41 C/48,", "GC(65)/RES/12 41 C/48"},
		{"a name inside is no name", "en", "decision Assembly/AU/Dec.749(XXXIII) on water,", "AU/DEC/749(XXXIII)"},
		{"nor is an abbreviation", "en", "decision C-24/DEC.4 of the Conference,", "OPCW/DEC/4/C-24"},
		{"blanks that not all languages print", "en", "resolution Conf. 16.7 and resolution LC-LP.1 (2008),", "CITES/RES/16.7 LC-LP.1(2008)"},
		{"a protocol's decision is not its convention's", "zh", "通过了BS-V/11号决定，", "CBD/BS/DEC/V/11"},
		{"it says by itself what it is", "en", "adopted GC(66)/RES/6, entitled “Safety”, and GC(66)/RES/7, entitled “Security”,", "GC(66)/RES/6 GC(66)/RES/7"},
		{"the body between", "es", "las resoluciones de la Asamblea A.1018(26) y A.1067(28),", "A.1018(26) A.1067(28)"},
		{"a Cyrillic letter that looks Latin", "ru", "в резолюции А.1078(28) и в резолюциях Ассамблеи А.1018(26) и А.1067(28),", "A.1078(28) A.1018(26) A.1067(28)"},
		{"a blank before the session", "ru", "резолюция MEPC.207 (62) о судах,", "MEPC.207(62)"},
		{"a blank, and no 号", "zh", "WHA 64.27号决议和A.1091(28)决议，", "WHA64.27 A.1091(28)"},
		{"behind another's number", "en", "Bears in mind decision 74/544 and WHA74.5 when votes are cast,", "WHA74.5"},
		{"a full stop is no part of it", "en", "World Health Assembly resolution 71.6.", "WHA71.6"},
		{"a conference of parties names itself behind the number", "en", "decisions 1/CP.21 and 18/CMA.1, and decision 3/COP.14,", "FCCC/DEC/1/CP.21 FCCC/DEC/18/CMA.1 ICCD/DEC/3/COP.14"},
		{"in French", "fr", "la décision 1/CP.21,", "FCCC/DEC/1/CP.21"},
		{"in Spanish", "es", "la decisión 1/CP.21,", "FCCC/DEC/1/CP.21"},
		{"in Russian", "ru", "решение 1/СР.21,", "FCCC/DEC/1/CP.21"},
		{"in Chinese", "zh", "第1/CP.21号决定，", "FCCC/DEC/1/CP.21"},
		{"in Arabic", "ar", "المقرر 1/م أ-21،", "FCCC/DEC/1/CP.21"},
		{"a name with a number is none", "en", "the resolution COVID-19 made necessary,", ""},
		{"a draft in short is none", "en", "introduced draft resolution L.45 and,", ""},
		{"the end of a sentence is no point", "en", "recalled its resolution 60/288. 12 States spoke,", ""},
		{"ours stay ours", "en", "resolutions 60/288, 2200 A (XXI), S-24/2, 1373 (2001) and A/RES/72/1,", ""},
	} {
		var spelled []string
		for _, r := range find(t, test.lang, ga, test.text, record.Body) {
			switch {
			case strings.HasSuffix(r.Rule, ":series"):
				spelled = append(spelled, r.Target)
			case r.Kind != record.Resolution && r.Kind != record.Decision || r.Target != "":
			case r.Status != record.Unresolved || r.Note == "" || !strings.Contains(closeUp(r.Text), r.Symbol):
				t.Errorf("%s (%s): %+v", test.protects, test.lang, r)
			default:
				spelled = append(spelled, r.Symbol)
			}
		}
		if got := strings.Join(spelled, " "); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// closeUp writes a number as symbol has it.
func closeUp(s string) string { return strings.NewReplacer(". ", ".", " (", "(", "А", "A").Replace(s) }
