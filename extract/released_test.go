package extract_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/fixtures"
)

// TestReleasedLists holds references whose list is given back when they have been
// written to those of lists that stay: neither what they say nor their strings, which
// outlive the list, may come from the document before.
func TestReleasedLists(t *testing.T) {
	x := extract.New(nil)
	read := func(release bool) (lines, texts string) {
		var out, kept strings.Builder
		var strs []string
		err := x.FS(context.Background(), fixtures.Corpus(), func(r *extract.Result) error {
			if err := json.NewEncoder(&out).Encode(r.References); err != nil {
				return err
			}
			for i := range r.References {
				strs = append(strs, r.References[i].Text)
			}
			if release {
				r.Release()
				if r.References != nil {
					t.Error("the list that was given back is still there")
				}
			}
			return r.Err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range strs {
			kept.WriteString(s + "\n")
		}
		return out.String(), kept.String()
	}
	wantLines, wantTexts := read(false)
	for range 2 { // in the second run there are lists from the first
		if lines, texts := read(true); lines != wantLines || texts != wantTexts {
			t.Error("references differ where lists are used again")
		}
	}
}
