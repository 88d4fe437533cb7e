package names

import "testing"

// TestGeneric holds titles that tell of no one thing, which each document means
// differently, apart from those that do.
func TestGeneric(t *testing.T) {
	for _, test := range []struct {
		lang, title string
		want        bool
	}{
		{"en", "Steering Committee", true},
		{"en", "Ad Hoc Open-ended Working Group", true},
		{"en", "Mechanism for the Review of Implementation of the Convention", true}, // of which is for the document to say
		{"en", "Steering Committee on Tides", false},
		{"en", "Tide Fund", false},
		{"en", "Board of Trustees of the Institute", true},
		{"en", "Protocol III", true},
		{"en", "National Defence Plan", true},
		{"en", "Tartu Defence Plan", false},
		{"en", "Protocol III on Tides", false},
		{"es", "Protocolo II del Tratado", true},
		{"es", "Grupo de Enlace Mixto", true},
		{"es", "Grupo de Enlace sobre Mareas", false},
		{"es", "Comité Directivo", true},
		{"es", "Comisión de la Verdad, la Justicia y la Reconciliación", true},
		{"es", "Conferencia de Revisión del Acuerdo", true},
		{"es", "Fondo de las Mareas", false},
		{"fr", "Document final de la Conférence des Parties", true},
		{"fr", "Groupe de travail à composition non limitée", true},
		{"fr", "Fonds pour les marées", false},
		{"ru", "Рабочей группы открытого состава", true},
		{"ru", "Руководящий комитет", true},
		{"ru", "Комитет по приливам", false},
		{"zh", "部队地位协定", true},
		{"zh", "国家安全政策", true},
		{"zh", "条约第三号议定书", true},
		{"zh", "潮汐协定", false},
	} {
		l, err := New(test.lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Generic(test.title); got != test.want {
			t.Errorf("%s: %q is generic: %v, want %v", test.lang, test.title, got, test.want)
		}
	}
}
