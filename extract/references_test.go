package extract_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract"
)

// TestReferencesAsWritten reads records as uncite writes them, and as others may, to
// the same.
func TestReferencesAsWritten(t *testing.T) {
	plain := extract.Reference{Source: "a.txt", Document: "A/RES/61/1", Lang: "en", Zone: "body", Kind: "resolution", Target: "A/RES/60/288",
		Verb: "回顾", Text: "resolution 60/288", Start: 3, End: 20, Date: "2006-09-08", Rule: "number:own", Status: "resolved"}
	titled, escaped := plain, plain
	titled.Title, titled.Section = "Rivers", "II"
	escaped.Text = "a \"quoted\" \\ text\nof lines"
	aliased := plain
	aliased.Aliases = []string{"S/2020/1"}
	for _, want := range []extract.Reference{plain, titled, escaped, aliased} {
		line, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		for _, written := range []string{string(line), " " + string(line) + " ", strings.Replace(string(line), "{", `{"later":{"a":[1,"}"]},`, 1), strings.ReplaceAll(string(line), `":`, `": `)} {
			refs, err := extract.ReadReferences("refs.jsonl", strings.NewReader("\ufeff"+written+"\r\n\n"))
			if err != nil || len(refs) != 1 {
				t.Errorf("%s: %d records, %v", written, len(refs), err)
				continue
			}
			if diff := cmp.Diff(want, refs[0]); diff != "" {
				t.Errorf("%s: %s", written, diff)
			}
		}
	}
}

// TestReferencesOfAnySize reads many blocks in their order, lines longer than a
// block, and names the first line that is no record.
func TestReferencesOfAnySize(t *testing.T) {
	const n = 20_000
	var file strings.Builder
	for i := range n {
		text := "resolution 60/288"
		if i == 1000 {
			text = strings.Repeat("x", 3<<20)
		}
		if i == 15_000 || i == 15_001 {
			fmt.Fprintln(&file, "no record")
		}
		fmt.Fprintf(&file, `{"source":"a.txt","document":"A/RES/61/%d","lang":"en","zone":"body","kind":"resolution","target":"A/RES/60/288","text":%q,"start":%d,"status":"resolved"}`+"\n", i, text, i)
	}
	at, ended := 0, false
	err := extract.EachReferences(context.Background(), "refs.jsonl", strings.NewReader(file.String()), func(part []extract.Reference, more bool) error {
		for i := range part {
			if part[i].Start != at {
				t.Fatalf("record %d comes where %d is due", part[i].Start, at)
			}
			at++
		}
		if ended {
			t.Error("a part comes after the last")
		}
		ended = !more
		return nil
	})
	if at != n || !ended {
		t.Errorf("%d records, ended: %v", at, ended)
	}
	if err == nil || !strings.Contains(err.Error(), "line 15001 is no reference record") || !strings.Contains(err.Error(), "1 others") {
		t.Errorf("%v", err)
	}
	stopped := 0
	err = extract.EachReferences(context.Background(), "refs.jsonl", strings.NewReader(file.String()), func([]extract.Reference, bool) error {
		stopped++
		return context.Canceled
	})
	if stopped != 1 || err == nil {
		t.Errorf("visited %d times after an error, %v", stopped, err)
	}
}
