package record_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"uncite/extract/record"
)

// A references file holds one record a line, so that a program reads it with its
// own library of JSON.
func ExampleReference() {
	line := `{"source":"notes/1.txt","document":"A/RES/75/291","lang":"en","zone":"preamble","paragraph":"p2",` +
		`"kind":"resolution","target":"A/RES/60/288","treatment":"recall","verb":"Recalling","text":"resolution 60/288",` +
		`"start":210,"end":227,"rule":"type-number","status":"resolved"}`
	var r record.Reference
	if err := json.NewDecoder(strings.NewReader(line)).Decode(&r); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Document, r.Treatment, r.Target, r.Status == record.Resolved, r.End-r.Start == len(r.Text))
	// Output:
	// A/RES/75/291 recall A/RES/60/288 true true
}
