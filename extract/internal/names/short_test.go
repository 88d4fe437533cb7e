package names

import (
	"slices"
	"testing"
)

// TestShort holds the derivation of short names to what documents print once
// the full name has stood.
func TestShort(t *testing.T) {
	tests := []struct {
		protects, lang, name string
		has, hasNot          []string
	}{
		{"head noun and head noun with adjective", "en", "Special Committee on Peacekeeping Operations",
			[]string{"Committee", "Special Committee"}, nil},
		{"a head of several words, and its noun", "en", "United Nations Global Plan of Action to Combat Trafficking in Persons",
			[]string{"Plan of Action", "Global Plan of Action", "Plan"}, []string{"Action", "Nations Global Plan of Action"}},
		{"the head is the last before the complement", "en", "Comprehensive Nuclear-Test-Ban Treaty", []string{"Treaty"}, nil},
		{"an ordinal is no adjective", "en", "Fourth World Conference on Women", []string{"Conference", "World Conference"},
			[]string{"Fourth World Conference"}},
		{"nor where the head is none of the table", "en", "rules of procedure of the General Assembly", nil, []string{"Assembly", "General Assembly"}},
		{"the complement is no short name", "en", "Office of the High Commissioner", []string{"Office"}, []string{"High Commissioner"}},
		{"French adjectives follow", "fr", "Programme commun des Nations Unies sur le VIH/sida", []string{"Programme", "Programme commun"},
			[]string{"Programme commun des"}},
		{"a French head of several words", "fr", "Groupe de travail sur les disparitions forcées ou involontaires",
			[]string{"Groupe de travail", "Groupe"}, nil},
		{"Spanish adjectives follow", "es", "Programa Conjunto de las Naciones Unidas sobre el VIH/Sida", []string{"Programa Conjunto"}, nil},
		{"Russian endings are free", "ru", "Специальн* комитет* по операциям по поддержанию мира",
			[]string{"Комитет*", "Специальн* комитет*"}, nil},
		{"the Chinese head stands at the end", "zh", "联合国森林论坛", []string{"论坛"}, nil},
		{"a construct takes the article", "ar", "لجنة حقوق الطفل", []string{"اللجنة"}, nil},
		{"an Arabic adjective with its article stays", "ar", "اللجنة الخاصة المعنية بعمليات حفظ السلام", []string{"اللجنة", "اللجنة الخاصة"}, nil},
		{"an article is no adjective", "en", "Transforming our world: the 2030 Agenda for Sustainable Development",
			[]string{"2030 Agenda"}, []string{"the 2030 Agenda", "Agenda for"}},
		{"the Organization, for what its paragraph names", "en", "World Health Organization", []string{"Organization"}, nil},
		{"a word of daily use alone is short for nothing", "en", "Kimberley Process", nil, []string{"Process"}},
		{"the second head of two is short too", "fr", "Déclaration et Programme d'action de Karst",
			[]string{"Déclaration", "Programme d'action"}, nil},
		{"and where it has an article", "es", "Declaración y el Programa de Acción de Karst", []string{"Programa de Acción"}, nil},
		{"but not a head inside the complement", "fr", "Déclaration sur les puits et Programme d'action", []string{"Déclaration"}, []string{"Programme d'action"}},
		{"a name without a head has none", "en", "UNHCR", nil, []string{"UNHCR"}},
	}
	for _, test := range tests {
		l, err := New(test.lang)
		if err != nil {
			t.Fatal(err)
		}
		short := l.Short(test.name)
		for _, s := range test.has {
			if !slices.Contains(short, s) {
				t.Errorf("%s: %q gives %q, not %q", test.protects, test.name, short, s)
			}
		}
		for _, s := range test.hasNot {
			if slices.Contains(short, s) {
				t.Errorf("%s: %q gives %q", test.protects, test.name, s)
			}
		}
	}
}

// TestConstruct: beside an ordinal an Arabic head has its article and ties its complement
// on; without the ordinal it is the construct of the tables again.
func TestConstruct(t *testing.T) {
	ar, err := New("ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range [][2]string{
		{"المؤتمر للدول الأطراف في المعاهدة", "مؤتمر الدول الأطراف في المعاهدة"},
		{"المؤتمر المعني بالأنهار", "المؤتمر المعني بالأنهار"},
	} {
		rest, _ := ar.WithoutNumber(test[0])
		if got := ar.Construct(rest); got != normalise(test[1]) && got != test[1] {
			t.Errorf("%s: %q, want %q", test[0], got, test[1])
		}
	}
}
