package render

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"reflect"
	"testing"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
)

// encoded is what encoding/json makes of a reference.
func encoded(t testing.TB, r *record.Reference) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The fast writer must write every field of the record, also one that is
// added later: each is filled by reflection and compared.
func TestAppendReferenceHasAllFields(t *testing.T) {
	var r record.Reference
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("value of " + v.Type().Field(i).Name)
		case reflect.Int:
			f.SetInt(int64(1000 + i))
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{"one", "and \"another\""}))
		default:
			t.Fatalf("field %s has a type this writer does not know", v.Type().Field(i).Name)
		}
	}
	for _, r := range []record.Reference{{}, r} {
		if got, want := string(AppendReference(nil, &r))+"\n", encoded(t, &r); got != want {
			t.Errorf("got  %swant %s", got, want)
		}
	}
	if n := v.NumField(); n != len(referenceFields) {
		t.Errorf("the csv has %d columns, the record %d fields", len(referenceFields), n)
	}
	for i, name := range referenceFields {
		tag := v.Type().Field(i).Tag.Get("json")
		if tag != name && tag != name+",omitempty" {
			t.Errorf("column %d of the csv is %s, field %d of the record %s", i, name, i, tag)
		}
	}
}

func FuzzAppendReference(f *testing.F) {
	for _, s := range []string{"", `"\`, "\b\f\n\r\t\x00\x1f\x7f", "\u2028\u2029", "\xff\xc3(", "<&>", "第60/288号决议", "قرار", "\U0001F54A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := record.Reference{Source: s, Text: s, Title: s}
		if got, want := string(AppendReference(nil, &r))+"\n", encoded(t, &r); got != want {
			t.Errorf("got  %swant %s", got, want)
		}
	})
}

// A ranking is read by other programs: an array, never null, and numbers
// that JSON has.
func TestRankingJSON(t *testing.T) {
	m := &rank.Ranking{
		Graph:  &graph.Graph{Nodes: []graph.Node{{ID: "a", Kind: record.Resolution}, {ID: "b\n", Kind: record.State, Date: "1999"}}},
		Scores: []rank.Score{{Name: "z", Values: []float64{1, 1e-7}}, {Name: "a", Values: []float64{math.NaN(), math.Inf(1)}}},
	}
	var b bytes.Buffer
	if err := rankingJSON(&b, m); err != nil {
		t.Fatal(err)
	}
	want := `[
 {"id":"a","kind":"resolution","label":"","date":"","scores":{"z":1,"a":null},"title":"","body":"","link":"","in_hand":false},
 {"id":"b\n","kind":"state","label":"","date":"1999","scores":{"z":1e-07,"a":null},"title":"","body":"","link":"","in_hand":false}
]
`
	if b.String() != want || !json.Valid(b.Bytes()) {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if err := rankingJSON(&b, &rank.Ranking{Graph: &graph.Graph{}}); err != nil || !json.Valid(b.Bytes()) || b.Bytes()[0] != '[' {
		t.Errorf("no nodes: %q, %v", b.String(), err)
	}
}

func BenchmarkReferenceJSONL(b *testing.B) {
	refs := references()
	w := newReferenceJSONL(io.Discard)
	size := 0
	for i := range refs {
		size += len(encoded(b, &refs[i]))
	}
	b.SetBytes(int64(size / len(refs)))
	for i := 0; b.Loop(); i++ {
		if err := w.Write(&refs[i%len(refs)]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReferenceEncodingJSON(b *testing.B) {
	refs := references()
	e := json.NewEncoder(io.Discard)
	e.SetEscapeHTML(false)
	for i := 0; b.Loop(); i++ {
		if err := e.Encode(&refs[i%len(refs)]); err != nil {
			b.Fatal(err)
		}
	}
}
