package rows

import (
	"fmt"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// show prints the texts of a file, one a line.
func show(texts []block.Text) string {
	var b strings.Builder
	for _, t := range texts {
		fmt.Fprintf(&b, "%s|%s|%s|%q\n", t.Name, t.Facts.Symbol, t.Lang, t.Text)
	}
	return b.String()
}

func TestJSON(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"an array of records, numbers as identifiers", `[{"id": 7, "text": "a"}, {"id": "A/75/1", "texte": "b", "lang": "fr-CH"}]`,
			"7|7||\"a\"\nA/75/1|A/75/1|fr|\"b\"\n"},
		{"escapes are characters", `{"id":"S\/2023\/1","text":"r\u00e9solution\n64\/292"}`, "|S/2023/1||\"résolution\\n64/292\"\n"},
		{"paragraphs as an array; a record without text is passed over", `[{"id":"a","text":["b","c"]},{"id":"d"}]`, "|a||\"b\\n\\nc\"\n"},
		{"a file that is cut off gives what there is", `[{"id":"a","text":"b"},{"id":"c","te`, "a|a||\"b\"\n"},
	} {
		if !IsJSON([]byte(c.in)) {
			t.Errorf("%s: not told as JSON", c.why)
		}
		if got, err := JSON([]byte(c.in)); err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.why, err, show(got), c.want)
		}
	}
}

func TestKindsOfJSON(t *testing.T) {
	long := strings.Repeat("words ", 2000)
	for _, c := range []struct {
		why, in     string
		lines, json bool
	}{
		{"a corpus", "{\"id\":\"a\",\"text\":\"b\"}\n{\"id\":\"c\",\"text\":\"d\"}\n", true, true},
		{"a corpus whose first text is longer than what is looked at", `{"id":"a","text":"` + long, true, true},
		{"a reference has a text too, and a target", `{"source":"a.txt","text":"64/292","target":"A/RES/64/292"}`, false, false},
		{"a record over several lines", "{\n \"id\": \"a\",\n \"text\": \"b\"\n}", false, true},
		{"the text of a record within a record is none", `{"a":{"text":"b"}}`, false, false},
		{"prose", "{text}", false, false},
		{"nothing", "", false, false},
	} {
		head := []byte(c.in[:min(len(c.in), 4096)])
		if got := IsLines(head); got != c.lines {
			t.Errorf("%s: lines %v", c.why, got)
		}
		if got := IsJSON(head); got != c.json {
			t.Errorf("%s: JSON %v", c.why, got)
		}
	}
}

func TestTable(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"quotation marks are doubled, the title is text", "id;title;text\n1;\"Première\";\"la \"\"résolution\"\"\"\n2;;b\n", "1|1||\"Première\\n\\nla \\\"résolution\\\"\"\n2|2||\"b\"\n"},
		{"tabs, a mark of UTF-8, names in other languages", "\uFEFF编号\t正文\t语言\nA/75/1\t第64/292号决议\tzh\n", "A/75/1|A/75/1|zh|\"第64/292号决议\"\n"},
		{"rows are named by their number where no column does it", "text,other\na,x\nb,y\n", "1|||\"a\"\n2|||\"b\"\n"},
		{"in the encodings in which programs save tables", "\xFF\xFEi\x00d\x00\t\x00b\x00o\x00d\x00y\x00\n\x001\x00\t\x00a\x00\n\x00", "1|1||\"a\"\n"},
		{"and in those of one byte", "id;\xF2\xE5\xEA\xF1\xF2\n\xE7\xE0\xEF\xE8\xF1\xEA\xE0;\xEA\xEE\xEB\xEE\xE4\xE5\xF6\n", "записка|записка||\"колодец\"\n"},
		{"a row of another length costs nothing", "id,text\n1,a,x,y\n2\n3,b\n", "1|1||\"a\"\n3|3||\"b\"\n"},
	} {
		if !IsTable([]byte(c.in)) {
			t.Errorf("%s: not told as a table", c.why)
		}
		if got, err := Table([]byte(c.in)); err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", c.why, err, show(got), c.want)
		}
	}
	for _, prose := range []string{"The text, in full, follows.\nA/75/1", "id,name\n1,2\n", "source,document,text,target\n", "text\na\n"} {
		if IsTable([]byte(prose)) {
			t.Errorf("%q is told as a table", prose)
		}
	}
}

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 200<<10)
	var got []string
	err := Lines(strings.NewReader("a\n\n"+long+"\nb"), 100, func(n int, line []byte) {
		got = append(got, fmt.Sprintf("%d:%d", n, len(strings.TrimSpace(string(line)))))
	})
	if want := "[1:1 3:65536 4:1]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("%v: %v, want %s", err, got, want)
	}
}

func FuzzRows(f *testing.F) {
	f.Add([]byte(`[{"id":"a","text":"b"}]`))
	f.Add([]byte("id,text\n1,\"a\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if IsJSON(data) {
			_, _ = JSON(data)
		}
		if IsTable(data) {
			_, _ = Table(data)
		}
		IsLines(data)
	})
}
