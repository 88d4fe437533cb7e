package render

import (
	"testing"

	"uncite/extract/lang"
	"uncite/graph"
)

// Every treatment is drawn in a colour that the legend names: one without a
// tone would pass for what recalls and notes.
func TestEveryTreatmentHasATone(t *testing.T) {
	seen := map[string]string{}
	for _, tn := range tones {
		if tn.Color == "" || seen[tn.Color] != "" {
			t.Errorf("the tone %s has the colour %q, which %q has too", tn.Name, tn.Color, seen[tn.Color])
		}
		seen[tn.Color] = tn.Name
	}
	if len(toneLooks) != len(tones) {
		t.Errorf("%d colours for %d tones", len(toneLooks), len(tones))
	}
	for _, treatment := range lang.Treatments() {
		if i, ok := toneOf[treatment]; !ok || i < 0 {
			t.Errorf("%s has no tone", treatment)
		}
	}
}

// The tone of most citations of an edge is drawn, of two as frequent the stronger,
// whatever the order of its treatments.
func TestEdgeTone(t *testing.T) {
	tests := []struct {
		protects   string
		treatments []string
		times      []int32
		want       string
	}{
		{"a citation outside a clause is neutral", nil, nil, "recall"},
		{"what is condemned is not hidden by what is recalled", []string{"condemn", "recall"}, []int32{1, 1}, "condemn"},
		{"one concern does not colour an instrument that is reaffirmed throughout", []string{"express-concern", "reaffirm"}, []int32{1, 3}, "affirm"},
		{"treatments of one tone count together", []string{"note", "recall", "regret"}, []int32{2, 2, 3}, "recall"},
		{"a decision is drawn over a note", []string{"decide", "note"}, []int32{2, 2}, "request"},
		{"an amendment is a change", []string{"amend", "request"}, []int32{1, 1}, "change"},
		{"an end is a change", []string{"recall", "terminate"}, []int32{1, 1}, "change"},
		{"a treatment that is no verb of approval or request still has its tone", []string{"look-forward"}, nil, "affirm"},
	}
	for _, test := range tests {
		e := graph.Edge{Type: graph.Cites, Grounds: &graph.Grounds{Treatments: test.treatments, Times: test.times}}
		if got := tones[edgeTone(&e)].Name; got != test.want {
			t.Errorf("%s: %v is drawn as %s, want %s", test.protects, test.treatments, got, test.want)
		}
	}
}
