package authority

import (
	"slices"
	"strings"
	"testing"
)

// TestCheck holds the editor's reading of the tables to what it must see.
func TestCheck(t *testing.T) {
	rows := "id\tdate\tadopted_by\tar\ten\tes\tfr\tru\tzh\n" +
		"instrument:pact-of-the-lake\t1950\tA/RES/60/288\tميثاق\tPact of the Lake\tPacto\tPacte\tПакт озера\t湖泊盟约\n" +
		"instrument:pact-of-the-lake-basin\t\t\t\tPact of the Lake Basin\t\t\t\t\n" +
		"entity:pact-of-the-lake-office\t\t\tمكتب\tPact of the Lake\tOficina del lago\tBureau du lac\tБюро озера\t湖泊办\n"
	table, err := (&Table{}).With("lake.tsv", strings.NewReader(rows))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range table.Check() {
		got = append(got, r.String())
	}
	for _, want := range []string{
		"instrument:pact-of-the-lake: dated 1950, but A/RES/60/288 is of 2005",
		"instrument:pact-of-the-lake-basin: no name in ar, es, fr, ru, zh, and no note that says why",
		`entity:pact-of-the-lake-office: "pact of the lake" in en is a name of instrument:pact-of-the-lake too`,
		`instrument:pact-of-the-lake: "pact of the lake" in en is how a name of instrument:pact-of-the-lake-basin begins`,
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no remark %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}
