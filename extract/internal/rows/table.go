package rows

import (
	"bytes"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
)

// delimiters part the cells of a row.
var delimiters = []rune{'\t', ',', ';', '|'}

// IsTable reports whether a file that begins so is a table with a column of
// texts: its first row names one, and one that tells the rows apart or more of
// another kind.
func IsTable(head []byte) bool {
	line, _, more := bytes.Cut(head, []byte("\n"))
	if utf8.Valid(line) && bytes.IndexByte(line, 0) < 0 {
		return more && delimiterOf(strings.TrimLeft(string(line), "\uFEFF")) != 0
	}
	if !more || len(line) > longestHead || !bytes.ContainsAny(line, "\t,;|") {
		return false
	}
	t, err := charset.Decode(head, "")
	names, _, more := strings.Cut(t.Text, "\n")
	return err == nil && more && delimiterOf(names) != 0
}

// longestHead bounds the row of names, in bytes.
const longestHead = 2000

// delimiterOf returns what parts the names of columns in a row, 0 where it
// names none.
func delimiterOf(line string) rune {
	if len(line) > longestHead {
		return 0
	}
	for _, d := range delimiters {
		if !strings.ContainsRune(line, d) {
			continue
		}
		found := map[string]int{}
		for _, name := range strings.Split(line, string(d)) {
			found[roleOf(strings.Trim(strings.TrimSpace(name), `"`))]++
		}
		if found["text"] > 0 && found["kind"] == 0 {
			return d
		}
	}
	return 0
}

// Table reads a table, a text a row. Columns that no role is known of are part
// of the text, if there are words in them.
func Table(data []byte) ([]block.Text, error) {
	t, err := charset.Decode(data, "")
	if err != nil {
		return nil, block.Damaged("it is a text in no encoding that is known")
	}
	line, _, _ := strings.Cut(t.Text, "\n")
	c := csv.NewReader(strings.NewReader(t.Text))
	c.Comma, c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = delimiterOf(line), true, -1, true
	head, err := c.Read()
	if err != nil || c.Comma == 0 {
		return nil, block.Damaged("it is no table")
	}
	names := make([]string, len(head))
	for i, name := range head {
		names[i] = roleOf(name)
	}
	var texts []block.Text
	for n := 1; ; n++ {
		cells, err := c.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			continue // a damaged row costs itself
		}
		r := rowOf(names, cells)
		if r.text != "" {
			b := r.block(strconv.Itoa(n))
			b.Encoding = t.Encoding
			if texts == nil {
				b.Replaced = t.Replaced
			}
			texts = append(texts, b)
		}
	}
	if len(texts) == 0 {
		return nil, &block.Error{Detail: "no row of the table has a text", Remedy: "check its delimiter and quotation marks"}
	}
	return texts, nil
}

func rowOf(names, cells []string) *row {
	r := &row{}
	for i, cell := range cells {
		role := ""
		if i < len(names) {
			role = names[i]
		}
		if role == "title" {
			r.put("text", strings.Clone(cell))
		}
		r.put(role, strings.Clone(cell))
	}
	return r
}

func sortedNames[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
