package extract

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lines are lines of references files, as uncite writes them and as others may.
var lines = []string{
	`{"source":"a.txt","document":"A/RES/60/1","lang":"en","zone":"operative","paragraph":"4","kind":"resolution","target":"A/RES/55/2","symbol":"","pinpoint":"para. 3","treatment":"recall","verb":"Recalling","text":"resolution 55/2","start":17,"end":32,"date":"2000-09-08","rule":"number","status":"resolved","note":""}`,
	`{"source":"a.txt","document":"A/74/976","lang":"fr","zone":"masthead","paragraph":"","section":"II","kind":"document","target":"A/74/976","symbol":"","pinpoint":"","treatment":"","verb":"","text":"A/74/976","start":0,"end":8,"date":"","rule":"symbol","status":"resolved","note":"","title":"Coopération – suite","aliases":["S/2020/773"],"agenda":"72 (b)"}`,
	`{"source":"a.txt","document":"A/74/976","lang":"en","zone":"masthead","paragraph":"","kind":"document","target":"A/74/976","symbol":"","pinpoint":"","treatment":"","verb":"","text":"A/74/976","start":0,"end":8,"date":"","rule":"symbol","status":"resolved","note":"","title":"The \"long\" way","aliases":["S/2020/773","S/2020/774"]}`,
	`{"source":"a.txt","document":"","lang":"ru","zone":"body","paragraph":"","kind":"","target":"","symbol":"","pinpoint":"","treatment":"","verb":"","text":"указанная\u2028резолюция","start":1,"end":2,"date":"","rule":"","status":"unresolved","note":"why"}`,
	"{\"source\":\"a\xff.txt\",\"document\":\"x\",\"lang\":\"en\",\"zone\":\"\",\"paragraph\":\"\",\"kind\":\"\",\"target\":\"\",\"symbol\":\"\",\"pinpoint\":\"\",\"treatment\":\"\",\"verb\":\"\",\"text\":\"a\tb\",\"start\":01,\"end\":2,\"date\":\"\",\"rule\":\"\",\"status\":\"\",\"note\":\"\"}",
	`{"document": "A/RES/60/1", "source": "b", "start": 1e2, "another": {"field": [1, 2]}}`,
	`{"document":"A/RES/60/1","source":7}`,
}

// FuzzReferenceLine holds the quick reading of a line to encoding/json: what it reads
// is what that reads, and what it does not read changes nothing.
func FuzzReferenceLine(f *testing.F) {
	for _, line := range lines {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		var want Reference
		wrong := json.Unmarshal([]byte(line), &want)
		if quick := (Reference{Section: "4", Title: "left", Agenda: "over", Aliases: []string{"x"}}); wrong == nil {
			quick.Section, quick.Title, quick.Agenda, quick.Aliases = "", "", "", nil
			if asWritten(line, &quick) {
				if diff := cmp.Diff(want, quick); diff != "" {
					t.Errorf("%s (-encoding/json +quick)\n%s", line, diff)
				}
			}
		} else if asWritten(line, &quick) {
			t.Errorf("%s is read, and no JSON: %v", line, wrong)
		}
		used := Reference{Section: "4", Title: "left", Agenda: "over", Aliases: []string{"x"}, Start: 9, Note: "of the line before", Replaced: 3}
		if err := readReference(line, &used); (err == nil) != (wrong == nil && (want.Source != "" || want.Document != "")) {
			t.Errorf("%s: %v, and encoding/json: %v", line, err, wrong)
		} else if err == nil && !cmp.Equal(want, used) {
			t.Errorf("%s: what was read before shows (-want +got)\n%s", line, cmp.Diff(want, used))
		}
	})
}

// TestNothingIsLeft: memory that is used again shows nothing of the line before,
// whatever fields records come to have.
func TestNothingIsLeft(t *testing.T) {
	var used, want Reference
	for i, v := 0, reflect.ValueOf(&used).Elem(); i < v.NumField(); i++ {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("left")
		case reflect.Int:
			f.SetInt(7)
		case reflect.Slice:
			f.Set(reflect.MakeSlice(f.Type(), 2, 2))
		default:
			t.Fatalf("a record has a field of kind %s: readReference must empty it", f.Kind())
		}
	}
	if err := json.Unmarshal([]byte(lines[0]), &want); err != nil {
		t.Fatal(err)
	}
	if err := readReference(lines[0], &used); err != nil || !cmp.Equal(want, used) {
		t.Errorf("%v (-want +got)\n%s", err, cmp.Diff(want, used))
	}
}

// TestAsWritten: the lines that uncite writes are read without the decoder.
func TestAsWritten(t *testing.T) {
	for _, line := range lines[:2] {
		if !asWritten(line, &Reference{}) {
			t.Errorf("%s needs the decoder", line)
		}
	}
}

// BenchmarkReadReferences is the reading of a references file, in bytes a second of
// one processor.
func BenchmarkReadReferences(b *testing.B) {
	text := []byte(strings.Repeat(lines[0]+"\n", 100_000))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		n := 0
		err := eachBlock(b.Context(), "a.jsonl", bytes.NewReader(text), func(p *parsedBlock, _ bool) error {
			n += len(p.refs)
			p.release()
			return nil
		})
		if err != nil || n != 100_000 {
			b.Fatal(n, err)
		}
	}
}
