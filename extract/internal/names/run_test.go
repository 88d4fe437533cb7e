package names

import (
	"strings"
	"testing"
)

// TestRun holds the reader of unknown names to where such a name begins and
// ends; the head is the last word of it in brackets.
func TestRun(t *testing.T) {
	tests := []struct{ protects, lang, text, want string }{
		{"complement behind the head", "en", "thanks the Collaborative [Partnership] on Forests for", "Collaborative Partnership on Forests"},
		{"words before the head alone", "en", "the Transforming Education [Summit] and", "Transforming Education Summit"},
		{"a list in the complement", "en", "by the Response [Group] on Food, Energy and Finance, which", "Response Group on Food, Energy and Finance"},
		{"a comma that ends the name", "en", "the [Network] on Tides, Peru, which", "Network on Tides"},
		{"a head without any complement", "en", "asks the [Committee] to meet", ""},
		{"nothing but other heads", "en", "the [Framework] for Action of", ""},
		{"the head of another word", "en", "the [Committee] Chair said", ""},
		{"years behind the name", "en", "a Global Tides [Strategy] 2021–2026 and", "Global Tides Strategy 2021-2026"},
		{"another name behind an article", "en", "the Tides [Convention] and the Lake Protocol", "Tides Convention"},
		{"a mandate in small letters", "en", "the [Special Rapporteur] on the right to tides, who", "Special Rapporteur on the right to tides"},
		{"the first word of a sentence", "en", "Requests [Committee] members", ""},
		{"an article is no part of a name", "en", "(b) The Tides [Office] of the Islands", "Tides Office of the Islands"},
		{"two words that only names have, though they begin a sentence", "en", "United Nations [Forum] on Tides", "United Nations Forum on Tides"},
		{"Spanish complement", "es", "la [Cumbre] sobre la Transformación de la Educación y", "Cumbre sobre la Transformación de la Educación"},
		{"a clause behind the head", "es", "informe del [Relator Especial] de que los Estados", ""},
		{"a language that does not run by capitals", "fr", "le [Sommet] mondial", ""},
	}
	for _, test := range tests {
		l, err := New(test.lang)
		if err != nil {
			t.Fatal(err)
		}
		start := strings.IndexByte(test.text, '[')
		end := strings.IndexByte(test.text, ']') - 1
		text := []byte(strings.NewReplacer("[", "", "]", "", "–", "-").Replace(test.text))
		from, to, ok := l.Run(text, start, end, 0)
		got := ""
		if ok {
			got = string(text[from:to])
		}
		if got != test.want {
			t.Errorf("%s: %q gives %q, want %q", test.protects, test.text, got, test.want)
		}
	}
}

// TestLongForm protects against an abbreviation that is taken for the name
// that merely ends the phrase before it.
func TestLongForm(t *testing.T) {
	tests := []struct{ protects, text, abbreviation, want string }{
		{"initials", "the Central African Republic", "CAR", "Central African Republic"},
		{"letters inside words", "Northern Stabilisation Mission in Yemen", "NOSTAM", "Northern Stabilisation Mission in Yemen"},
		{"letters that are not there", "Rwanda", "FLFR", ""},
		{"Cyrillic", "Демократическая Республика Конго", "ДРК", "Демократическая Республика Конго"},
	}
	for _, test := range tests {
		got := ""
		if from, ok := LongForm([]byte(test.text), len(test.text), test.abbreviation); ok {
			got = test.text[from:]
		}
		if got != test.want {
			t.Errorf("%s: %q stands for %q, want %q", test.protects, test.abbreviation, got, test.want)
		}
	}
}

// TestJoint protects both of two instruments that are named in one breath.
func TestJoint(t *testing.T) {
	l, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	first, second, at := l.Joint("Declaration and Programme of Action on a Culture of Peace")
	if first != "Declaration on a Culture of Peace" || second != "Programme of Action on a Culture of Peace" || at != len("Declaration and ") {
		t.Errorf("%q, %q, %d", first, second, at)
	}
	if first, _, _ = l.Joint("Vienna Declaration"); first != "" {
		t.Errorf("one name gives %q", first)
	}
}

// TestPhrase holds the reader of names with one capital to where such a name
// begins and ends; the head is the word in brackets.
func TestPhrase(t *testing.T) {
	tests := []struct {
		protects, lang, text, want string
		clean                      bool
	}{
		{"small words up to a mark", "fr", "du [Forum] mondial sur les marées, qui", "Forum mondial sur les marées", true},
		{"an infinitive is of the sentence", "fr", "prie le [Comité] de poursuivre ses travaux", "", false},
		{"what the sentence says of another thing", "fr", "la [Convention] concernant le Comité des marées,", "", false},
		{"an ordinal before the head", "fr", "la deuxième [Conférence] sur les marées hautes, tenue", "deuxième Conférence sur les marées hautes", true},
		{"the United Nations", "fr", "l'[Organisation] des Nations Unies pour", "", false},
		{"a list whose parts begin alike", "fr", "le [Réseau] sur la protection de la mer, de la rive et de la marée;", "Réseau sur la protection de la mer, de la rive et de la marée", true},
		{"a relative clause", "fr", "le [Forum] sur les marées hautes qui", "Forum sur les marées hautes", false},
		{"the adjective has the capital", "ru", "доклад Специальной рабочей [группы] по приливам и отливам, которая", "Специальной рабочей группы по приливам и отливам", true},
		{"a further name that an adjective leads", "ru", "работа [Центра] по приливам северных морей и Новой и морской организации;", "Центра по приливам северных морей", true},
		{"no capital, no name", "ru", "доклад рабочей [группы] по приливам,", "", false},
		{"the head has the capital", "ru", "работа [Форума] по приливам северных морей;", "Форума по приливам северных морей", true},
	}
	for _, test := range tests {
		l, err := New(test.lang)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.IndexByte(test.text, '[')
		end := strings.IndexByte(test.text, ']') - 1
		text := []byte(strings.NewReplacer("[", "", "]", "").Replace(test.text))
		from, to, clean, ok := l.Phrase(text, at, end, 0)
		got := ""
		if ok {
			got = string(text[from:to])
		}
		if got != test.want || ok && clean != test.clean {
			t.Errorf("%s: %q gives %q, clean %v, want %q", test.protects, test.text, got, clean, test.want)
		}
	}
}

// TestNominative holds the cases of a name to one form.
func TestNominative(t *testing.T) {
	l, err := New("ru")
	if err != nil {
		t.Fatal(err)
	}
	const want = "Специальная рабочая группа по приливам"
	for _, name := range []string{"Специальной рабочей группы по приливам", "Специальную рабочую группу по приливам", "Специальная рабочая группа по приливам"} {
		if got := l.Nominative(name); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
	}
}
