package graph

import "testing"

// What --match finds: words as parts of words and in other forms, and what it does
// not take for a form.
func TestSoughtInTitles(t *testing.T) {
	for _, c := range []struct {
		protects, pattern, title string
		want                     bool
	}{
		{"a part of a word", "disarm", "General and complete disarmament", true},
		{"all words, in any order", "rights human", "Human rights of migrants", true},
		{"not one of several", "rights women", "Human rights of migrants", false},
		{"the singular of a plural", "nations", "Strengthening of the nation", true},
		{"no other word of the same root", "nations", "National institutions", false},
		{"no word that begins alike by chance", "child", "Situation in Chile", false},
		{"nor this", "states", "Status of women", false},
		{"the genitive plural", "права человека", "Поощрение и защита прав человека", true},
		{"the prepositional", "права ребенка", "Конвенция о правах ребенка", true},
		{"an adjective", "ядерное оружие", "Договор о запрещении ядерного оружия", true},
		{"a short word of one other letter", "право", "О праве на воду", true},
		{"no case of another word", "страна", "Страх перед будущим", false},
		{"no endings of cases in Latin letters", "military", "The militia", false},
		{"the article", "الطفل", "رعاية طفل", true},
		{"a swallowed article", "الطفل", "حماية للطفل", true},
		{"a conjunction and the article", "والتنمية", "البيئة والسلم في التنمية", true},
		{"the plural in Spanish", "mujeres", "Condición jurídica de la mujer", true},
		{"an expression stays as it is written", "^права .*", "Прав человека", false},
		{"and looks at no capitals", "^прав.* человека$", "Права человека", true},
		{"an apostrophe of the keyboard", "droits de l'homme", "Conseil des droits de l’homme", true},
		{"a hyphen of print", "nuclear-weapon", "Assurances to non‑nuclear‑weapon States", true},
		{"Chinese has no forms", "儿童权利", "儿童权利公约", true},
		{"nothing is no title", "rights", "", false},
	} {
		fits, err := titleTest(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := fits(c.title); got != c.want {
			t.Errorf("%s: %q in %q is %v", c.protects, c.pattern, c.title, got)
		}
	}
}
