package samename

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"uncite/extract/record"
)

// named is a name that a version of a document prints: language, paragraph and words.
type named struct{ lang, paragraph, words string }

func (n named) reference() record.Reference {
	return record.Reference{Document: "A/RES/90/1", Lang: n.lang, Zone: record.Operative, Paragraph: n.paragraph, Rule: "title", Text: n.words,
		Target: Scheme + n.lang + ":" + strings.ToLower(n.words)}
}

func TestSame(t *testing.T) {
	for _, test := range []struct {
		why   string
		names []named
		want  string // the groups, "en fr" by language, of those that are joined
	}{
		{"one name in each of two versions of a paragraph", []named{
			{"en", "1", "Tides Partnership"}, {"fr", "1", "Partenariat pour les marées"}}, "en:tides partnership < fr:partenariat pour les marées"},
		{"another paragraph is another thing", []named{
			{"en", "1", "Tides Partnership"}, {"fr", "2", "Partenariat pour les marées"}}, ""},
		{"a head noun that the tables have for another", []named{
			{"en", "1", "Tides Partnership"}, {"fr", "1", "Comité des marées"}}, ""},
		{"a number that differs", []named{
			{"en", "1", "third Tides Conference"}, {"es", "1", "Segunda Conferencia de Mareas"}}, ""},
		{"a number in figures and in words", []named{
			{"en", "1", "third Tides Conference"}, {"es", "1", "3ª Conferencia de Mareas"}}, "en:third tides conference < es:3ª conferencia de mareas"},
		{"a year that differs", []named{
			{"en", "1", "Tides Strategy 2031"}, {"fr", "1", "Stratégie des marées 2032"}}, ""},
		{"two that have one head are told apart by nothing", []named{
			{"en", "1", "Tides Conference"}, {"en", "1", "Reefs Conference"}, {"fr", "1", "Conférence sur les marées"}}, ""},
		{"heads tell two names of a paragraph", []named{
			{"en", "1", "Tides Conference"}, {"en", "1", "Reefs Partnership"}, {"ru", "1", "Партнерство по рифам"}, {"ru", "1", "Конференция по приливам"}},
			"en:reefs partnership < ru:партнерство по рифам | en:tides conference < ru:конференция по приливам"},
		{"where one version names more, a third must say the same", []named{
			{"en", "1", "Tides Conference"}, {"en", "1", "Reefs Partnership"}, {"fr", "1", "Conférence sur les marées"}}, ""},
		{"and does", []named{
			{"en", "1", "Tides Conference"}, {"en", "1", "Reefs Partnership"}, {"fr", "1", "Conférence sur les marées"}, {"es", "1", "Conferencia sobre las Mareas"}},
			"en:tides conference < es:conferencia sobre las mareas | en:tides conference < fr:conférence sur les marées"},
		{"or a second paragraph", []named{
			{"en", "1", "Tides Conference"}, {"en", "1", "Reefs Partnership"}, {"fr", "1", "Conférence sur les marées"},
			{"en", "2", "Tides Conference"}, {"en", "2", "Sands Partnership"}, {"fr", "2", "Conférence sur les marées"}},
			"en:tides conference < fr:conférence sur les marées"},
		{"Chinese and Arabic", []named{
			{"zh", "1", "潮汐问题国际会议"}, {"ar", "1", "المؤتمر الدولي المعني بالمد والجزر"}, {"en", "1", "International Conference on Tides"}},
			"en:international conference on tides < ar:المؤتمر الدولي المعني بالمد والجزر | en:international conference on tides < zh:潮汐问题国际会议"},
		{"a Chinese title within its marks", []named{
			{"zh", "1", "《塔尔图宣言》"}, {"en", "1", "Declaration of Tartu"}}, "en:declaration of tartu < zh:《塔尔图宣言》"},
		{"heads of one kind of which the tables know no partner", []named{
			{"es", "1", "Anuario de Mareas"}, {"en", "1", "Tides Yearbook"}}, "en:tides yearbook < es:anuario de mareas"},
		{"their words tell several of one head, in whatever order", []named{
			{"en", "1", "Regional Centre for Maritime Research"}, {"en", "1", "Regional Centre for Education"},
			{"fr", "1", "Centre régional pour l’éducation"}, {"fr", "1", "Centre régional de recherche maritime"}, {"fr", "1", "Centre régional de la jeunesse"}},
			"en:regional centre for education < fr:centre régional pour l’éducation | en:regional centre for maritime research < fr:centre régional de recherche maritime"},
		{"in other scripts too", []named{
			{"en", "1", "International Conference on Health"}, {"en", "1", "International Conference on Migration"},
			{"zh", "1", "国际移民会议"}, {"zh", "1", "国际卫生会议"}, {"ru", "1", "Международная конференция по вопросам миграции"}, {"ru", "1", "Международная конференция по вопросам образования"},
			{"ar", "1", "المؤتمر الدولي المعني بالصحة"}},
			"en:international conference on health < ar:المؤتمر الدولي المعني بالصحة | en:international conference on health < zh:国际卫生会议 | " +
				"en:international conference on migration < ru:международная конференция по вопросам миграции | en:international conference on migration < zh:国际移民会议"},
		{"a version that breaks the name off", []named{
			{"en", "1", "Partnership for Sustainable Fisheries"}, {"en", "1", "Partnership for Girls’ Education"},
			{"es", "1", "Alianza para la Pesca Sostenible de los Países del Caribe"}}, "en:partnership for sustainable fisheries < es:alianza para la pesca sostenible de los países del caribe"},
		{"no words in common", []named{
			{"en", "1", "Committee on Forests"}, {"en", "1", "Committee on Fisheries"}, {"fr", "1", "Comité des assurances"}}, ""},
		{"another head for the same words", []named{
			{"en", "1", "World Summit on Fisheries and Food Security"}, {"en", "1", "Health Partnership"},
			{"fr", "1", "Conférence mondiale sur les pêches et la sécurité alimentaire"}},
			"en:world summit on fisheries and food security < fr:conférence mondiale sur les pêches et la sécurité alimentaire"},
		{"but none where the same head is there", []named{
			{"en", "1", "Plan of Action on Fisheries"}, {"en", "1", "Strategy on Fisheries"}, {"en", "1", "Health Partnership"}, {"fr", "1", "Stratégie pour les pêches"}},
			"en:strategy on fisheries < fr:stratégie pour les pêches"},
		{"two names of a language for one are no group", []named{
			{"en", "1", "Tides Conference"}, {"fr", "1", "Conférence sur les marées"}, {"en", "2", "Conference on Tides"}, {"fr", "2", "Conférence sur les marées"}}, ""},
	} {
		t.Run(test.why, func(t *testing.T) {
			for range 4 { // whatever the order
				if got := joined(test.names); got != test.want {
					t.Fatalf("%q, want %q", got, test.want)
				}
				rand.Shuffle(len(test.names), func(i, k int) { test.names[i], test.names[k] = test.names[k], test.names[i] })
			}
		})
	}
}

func joined(list []named) string {
	var n Names
	for _, name := range list {
		r := name.reference()
		n.Add(&r)
	}
	var lines []string
	same := n.Same()
	for _, name := range slices.Sorted(maps.Keys(same)) {
		if first := same[name]; first != name {
			lines = append(lines, strings.TrimPrefix(first, Scheme)+" < "+strings.TrimPrefix(name, Scheme))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, " | ")
}

// TestLeftOut: what is no name of its own in a place of a text is not compared.
func TestLeftOut(t *testing.T) {
	for _, change := range []func(*record.Reference){
		func(r *record.Reference) { r.Rule = "short:antecedent" },
		func(r *record.Reference) { r.Paragraph = "" },
		func(r *record.Reference) { r.Document = "" },
		func(r *record.Reference) { r.Target = "entity:tides-partnership" },
	} {
		var n Names
		en, fr := named{"en", "1", "Tides Partnership"}.reference(), named{"fr", "1", "Partenariat pour les marées"}.reference()
		change(&fr)
		n.Add(&en)
		n.Add(&fr)
		if same := n.Same(); len(same) > 0 {
			t.Errorf("%+v is joined: %v", fr, same)
		}
	}
}
