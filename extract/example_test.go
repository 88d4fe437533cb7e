package extract_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"uncite/extract"
)

// Documents come from a file system, a list of paths or standard input; each
// gives its references in reading order.
func ExampleExtractor_FS() {
	files := fstest.MapFS{"note.txt": {Data: []byte(`A/RES/75/291

General Assembly

Resolution adopted by the General Assembly on 30 June 2021

The General Assembly,

Recalling its resolution 60/288 of 8 September 2006,

1. Decides to remain seized of the matter.
`)}}
	err := extract.New(nil).FS(context.Background(), files, func(r *extract.Result) error {
		for _, ref := range r.References {
			if ref.Zone == "preamble" && ref.Kind == "resolution" {
				fmt.Println(ref.Document, ref.Treatment, ref.Target, ref.Date, ref.Status)
			}
		}
		return r.Err
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// A/RES/75/291 recall A/RES/60/288 2006-09-08 resolved
}
