package graph_test

import (
	"strings"
	"testing"

	"uncite/extract/authority"
	"uncite/graph"
)

// TestLabelsAreNamesOfToday: a picture prints no name that a body has given up, even
// where it is the only one that has room.
func TestLabelsAreNamesOfToday(t *testing.T) {
	table, err := authority.Default().With("own.tsv", strings.NewReader("id\ten\n"+
		"entity:office-for-tides\tOffice for the Coordination of High and Low Tides | †Department of Tides\n"+
		"entity:office-for-sands\tOffice for the Coordination of Sands and Gravel | Office for Sands\n"))
	if err != nil {
		t.Fatal(err)
	}
	known := graph.FromAuthority(table, "en")
	for id, want := range map[string]string{
		"entity:office-for-tides": "Office for the Coordination of High and Low Tides",
		"entity:office-for-sands": "Office for Sands",
	} {
		if d, ok := known.Describe(id); !ok || d.Label != want {
			t.Errorf("%s: label %q, want %q", id, d.Label, want)
		}
	}
}

// A label is no name in another case, which the table lists to find it in texts.
func TestLabelsAreInTheFirstCase(t *testing.T) {
	table, err := authority.Default().With("own.tsv", strings.NewReader("id\tru\n"+
		"entity:commission-on-tides\tСмешанная комиссия по приливам и отливам северных морей | Комиссия по приливам | Комиссией по приливам\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d, _ := graph.FromAuthority(table, "ru").Describe("entity:commission-on-tides"); d.Label != "Комиссия по приливам" {
		t.Errorf("label %q", d.Label)
	}
}

// Two nodes of one picture that bear the same words cannot be told apart.
func TestLabelsAreOfOneThing(t *testing.T) {
	table, err := authority.Default().With("own.tsv", strings.NewReader("id\ten\n"+
		"instrument:convention-on-sands\tConvention on the Protection of Sands, Gravel and Shingle | CPSGS | Sands Convention\n"+
		"entity:committee-on-sands\tCommittee on the Protection of Sands, Gravel and Shingle | CPSGS\n"))
	if err != nil {
		t.Fatal(err)
	}
	known := graph.FromAuthority(table, "en")
	for id, want := range map[string]string{
		"instrument:convention-on-sands": "Sands Convention",
		"entity:committee-on-sands":      "Committee on the Protection of Sands, Gravel and Shingle",
	} {
		if d, _ := known.Describe(id); d.Label != want {
			t.Errorf("%s: label %q, want %q", id, d.Label, want)
		}
	}
}
