package resolve_test

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// TestGeneralComments: the general comments and recommendations of treaty
// bodies are cited by body and number, and are never numbers of resolutions.
func TestGeneralComments(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"the body before", "en", "Human Rights Committee, general comment No. 36 (2018) on the right to life,", "CCPR/C/GC/36"},
		{"the body behind", "en", "general recommendation No. 39 of the Committee on the Elimination of Discrimination against Women,", "CEDAW/C/GC/39"},
		{"a list", "en", "the Committee on Economic, Social and Cultural Rights, general comments Nos. 14 (2000) and 22 (2016),", "CESCR/GC/14 E/C.12/GC/22"},
		{"no body: never a number of the Security Council", "en", "general comment No. 36 (2018),", "?"},
		{"in French", "fr", "l’observation générale no 36 du Comité des droits de l’homme,", "CCPR/C/GC/36"},
		{"in Spanish", "es", "la observación general núm. 36 del Comité de Derechos Humanos,", "CCPR/C/GC/36"},
		{"in Russian", "ru", "замечание общего порядка № 36 Комитета по правам человека,", "CCPR/C/GC/36"},
		{"in Chinese the number stands before", "zh", "人权事务委员会第36号一般性意见，", "CCPR/C/GC/36"},
		{"in Arabic", "ar", "اللجنة المعنية بحقوق الإنسان، التعليق العام رقم 36،", "CCPR/C/GC/36"},
		{"words without a number", "en", "the Human Rights Committee adopted a general comment on water,", ""},
	} {
		var found []string
		for _, r := range find(t, test.lang, ga, test.text, record.Body) {
			switch {
			case r.Rule == "general-comment" && r.Target == "" && r.Note != "":
				found = append(found, "?")
			case r.Rule == "general-comment":
				found = append(found, r.Target)
			case r.Kind == record.Resolution || r.Kind == record.Decision:
				t.Errorf("%s (%s): %q is cited as %s", test.protects, test.lang, r.Text, r.Target)
			}
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// TestConferenceNumbers: a number whose paragraph names a conference is that
// conference's, and not one of the Human Rights Council's by its shape.
func TestConferenceNumbers(t *testing.T) {
	for _, test := range []struct{ protects, lang, text, want string }{
		{"its resolution, behind words", "en", "the work of the Conference of the States Parties to the United Nations Convention against Corruption at its sixth session, including its resolution 6/2,", "CAC/RES/6/2"},
		{"before, with a date", "en", "the Conference of the States Parties to the Convention against Corruption, in its resolution 7/6 of 10 November 2017,", "CAC/RES/7/6"},
		{"the meeting that adopted it", "en", "decision 15/4 of 19 December 2022, adopted at the fifteenth meeting of the Conference of the Parties to the Convention on Biological Diversity,", "CBD/COP/DEC/15/4"},
		{"the meeting, in French", "fr", "la décision 15/4 du 19 décembre 2022, adoptée à la quinzième réunion de la Conférence des Parties à la Convention sur la diversité biologique,", "CBD/COP/DEC/15/4"},
		{"the meeting, in Spanish", "es", "la decisión 15/4, de 19 de diciembre de 2022, aprobada en la 15ª reunión de la Conferencia de las Partes en el Convenio sobre la Diversidad Biológica,", "CBD/COP/DEC/15/4"},
		{"in Chinese, with the day between", "zh", "《联合国反腐败公约》缔约国会议2021年12月17日第9/2号决议，", "CAC/RES/9/2"},
		{"the Assembly's number stays its own", "en", "Recalling its resolution 58/4 and the Conference of the States Parties to the United Nations Convention against Corruption,", "A/RES/58/4"},
	} {
		var found []string
		for _, r := range find(t, test.lang, ga, test.text, record.Body) {
			if r.Kind == record.Resolution || r.Kind == record.Decision {
				found = append(found, r.Target)
			}
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}
