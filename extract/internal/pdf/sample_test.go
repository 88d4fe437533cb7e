package pdf_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/fixtures"
)

// TestSample reads one document of the sample as PDF, printed by a browser (with
// a structure tree) and by a word processor (without), and wants the
// references of its text, in every field but the places.
func TestSample(t *testing.T) {
	x := extract.New(authority.Default())
	const name = "A_RES_51_210.txt"
	for _, code := range lang.Codes {
		want := ""
		err := x.FS(context.Background(), fixtures.Corpus(), func(r *extract.Result) error {
			if strings.HasSuffix(r.Source, code+"/"+name) {
				want = described(r.References)
			}
			return r.Err
		})
		if err != nil || want == "" {
			t.Fatalf("%s: %v", code, err)
		}
		for _, program := range []string{"browser", "writer"} {
			path := filepath.Join("testdata", program+"."+code+".pdf")
			err := x.Paths(context.Background(), []string{path}, nil, func(r *extract.Result) error {
				if r.Err != nil {
					return r.Err
				}
				if d := cmp.Diff(want, described(r.References)); d != "" {
					t.Errorf("%s (-text +PDF):\n%s", path, d)
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		}
	}
}

// described writes references a line each, without source and places.
func described(refs []extract.Reference) string {
	var b strings.Builder
	for _, r := range refs {
		r.Source, r.Start, r.End = "", 0, 0
		fmt.Fprintf(&b, "%+v\n", r)
	}
	return b.String()
}
