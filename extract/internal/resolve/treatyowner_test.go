package resolve_test

import (
	"cmp"
	"testing"

	"uncite/extract/record"
)

// TestNumbersByTreaty: a number in the form of a conference of parties is that
// conference's where the words name its treaty alone.
func TestNumbersByTreaty(t *testing.T) {
	for _, c := range []struct{ protects, lang, text, want string }{
		{"the treaty before", "en", "Noting Ramsar Convention resolution XIV.5 on harbour marshes,", "RAMSAR/RES/XIV.5"},
		{"its city before", "en", "Noting Ramsar Resolution XIV.5,", "RAMSAR/RES/XIV.5"},
		{"its abbreviation before", "en", "Noting CMS Resolution 12.21,", "CMS/RES/12.21"},
		{"the treaty behind", "en", "Noting decision 19.57 of CITES,", "CITES/DEC/19.57"},
		{"its conference behind", "en", "Noting resolution XIV.5 of the Conference of the Contracting Parties to the Ramsar Convention,", "RAMSAR/RES/XIV.5"},
		{"a decision", "en", "Noting decision VII/3 of the Convention on Biological Diversity,", "UNEP/CBD/COP/DEC/VII/3"},
		{"the treaty behind", "fr", "Rappelant la résolution XIV.5 de la Convention de Ramsar,", "RAMSAR/RES/XIV.5"},
		{"the treaty behind", "es", "Recordando la resolución XIV.5 de la Convención de Ramsar,", "RAMSAR/RES/XIV.5"},
		{"the genitive", "ru", "ссылаясь на резолюцию XIV.5 Рамсарской конвенции,", "RAMSAR/RES/XIV.5"},
		{"its conference behind", "ar", "وإذ تشير إلى القرار 12.21 الصادر عن مؤتمر الأطراف في اتفاقية حفظ أنواع الحيوانات البرية المهاجرة،", "CMS/RES/12.21"},
		{"the treaty before", "zh", "回顾《拉姆萨尔公约》第XIV.5号决议，", "RAMSAR/RES/XIV.5"},
		{"what a number is about owns none", "en", "Noting resolution XIV.5 on the Ramsar Convention,", "-"},
		{"a treaty that numbers nothing so", "en", "Noting resolution 12.21 of the Vienna Convention on the Law of Treaties,", "-"},
		{"a number of the Assembly beside a treaty", "en", "Noting the Ramsar Convention, resolution 70/17 of the General Assembly,", "A/RES/70/17"},
	} {
		got := "nothing"
		for _, r := range find(t, c.lang, ga, c.text, record.Preamble) {
			if r.Kind == record.Resolution || r.Kind == record.Decision {
				got = cmp.Or(r.Target, "-")
			}
		}
		if got != c.want {
			t.Errorf("%s (%s): %q gives %s, want %s", c.protects, c.lang, c.text, got, c.want)
		}
	}
}
