package accuracy

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract"
	"uncite/extract/record"
)

// cite is a reference to a resolution with the fields that versions compare.
func cite(target, paragraph, treatment, verb string) *extract.Reference {
	return &extract.Reference{Kind: record.Resolution, Target: target, Zone: record.Operative, Paragraph: paragraph, Treatment: treatment, Verb: verb}
}

func versionOf(code string, refs ...*extract.Reference) *version {
	v := &version{lang: code, name: "A_RES_99_1", values: fieldValues{}}
	for _, r := range refs {
		v.values.take(r)
	}
	return v
}

// Three versions of one document: they agree where they give a target the same
// values, in whatever order, and the one that parts from the others is named.
func TestCompareVersions(t *testing.T) {
	r := newReport()
	r.compareVersions([]*version{
		versionOf("ar", cite("A/RES/60/288", "1", "recall", "تشير"), cite("A/RES/70/1", "2", "note", ""), cite("A/RES/70/1", "3", "urge", "")),
		versionOf("en", cite("A/RES/70/1", "3", "urge", ""), cite("A/RES/60/288", "1", "recall", "Recalls"), cite("A/RES/70/1", "2", "note", "")),
		versionOf("fr", cite("A/RES/60/288", "1", "reaffirm", "Rappelle"), cite("A/RES/70/1", "2", "note", ""), cite("A/RES/70/1", "3", "urge", "")),
	})
	if got, want := r.Agreement["treatment"], (Share{1, 2}); got != want {
		t.Errorf("all agree in %+v treatments, want %+v", got, want)
	}
	if got, want := r.Versions["en"]["treatment"], (Share{3, 4}); got != want {
		t.Errorf("English agrees in %+v treatments, want %+v: not with French in one of its two targets", got, want)
	}
	if got, want := r.Agreement["paragraph"], (Share{2, 2}); got != want {
		t.Errorf("all agree in %+v paragraphs, want %+v: order does not count", got, want)
	}
	want := []Deviation{{Field: "treatment", Lang: "fr", Document: "A_RES_99_1", Target: "A/RES/60/288", Want: "recall", Got: "reaffirm", Verb: "Rappelle"}}
	if diff := cmp.Diff(want, r.Deviations); diff != "" {
		t.Errorf("deviations (-want +got):\n%s", diff)
	}
}

// Names, unresolved numbers and what a masthead says of its document are not
// compared.
func TestFieldValuesTake(t *testing.T) {
	v := fieldValues{}
	for _, r := range []*extract.Reference{
		{Kind: record.Entity, Target: "entity:security-council", Zone: record.Operative},
		{Kind: record.Resolution, Zone: record.Operative},
		{Kind: record.Resolution, Target: "A/RES/60/288", Zone: record.Masthead},
	} {
		v.take(r)
	}
	if len(v) != 0 {
		t.Errorf("%d targets are compared, want none", len(v))
	}
}

// An item of a list is held against the verb of its head, at any depth, unless
// it has one of its own.
func TestNamesOfItems(t *testing.T) {
	op := func(n string) place { return place{0, record.Operative, n} }
	names := namesOf{op("3"): "Decides", op("4 (a)"): "Requests"}
	tests := []struct {
		protects, number, name string
		item                   bool
	}{
		{"a paragraph has its own", "3", "Decides", false},
		{"an item has that of its head", "3 (b)", "Decides", true},
		{"an item of an item too", "3 (b) (ii)", "Decides", true},
		{"an item with a verb keeps it", "4 (a)", "Requests", false},
		{"a paragraph without a name is no item of another", "30", "", false},
	}
	for _, test := range tests {
		if name, item := names.of(op(test.number)); name != test.name || item != test.item {
			t.Errorf("%s: %s is %q (item: %v), want %q (%v)", test.protects, test.number, name, item, test.name, test.item)
		}
	}
}

// An item that begins with a verb is a clause of its own, whatever its head says.
func TestOwnName(t *testing.T) {
	tests := []struct{ protects, item, want string }{
		{"its verb behind the mark", "(a) Re-emphasizes that piers must be kept in repair;", "Re-emphasizes that piers must"},
		{"a clause behind a list goes on with \"and\"", "and, accordingly, notes with concern the state of piers;", "notes with concern the"},
		{"a noun phrase has none", "(b) Decision 4/2 on the lighting of piers;", ""},
		{"what others are asked to do has none", "(c) To recall the lighting of piers;", ""},
		{"nothing", "(d)", ""},
	}
	for _, test := range tests {
		if got := ownName(test.item); got != test.want {
			t.Errorf("%s: %q, want %q", test.protects, got, test.want)
		}
	}
}
