package authority

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"uncite/extract/internal/charset"
	"uncite/extract/lang"
)

// readUser adds the rows of a user's table: in any encoding, its columns parted by
// tabs or, where its head says so, by semicolons or commas, its cells quoted as a
// spreadsheet quotes them. What cannot be a row is refused by its line.
func (t *Table) readUser(name string, data []byte) error {
	for _, k := range kindsOfFile {
		if bytes.HasPrefix(data, []byte(k.begins)) {
			return fmt.Errorf("%s is %s; save it as CSV in UTF-8", name, k.is)
		}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return fmt.Errorf("%s is empty: its first row must name the columns, one of them id", name)
	}
	text, err := t.textOf(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var columns []string
	rows := 0
	err = eachRow(text, func(line int, cells []string) error {
		if columns == nil {
			columns, err = head(cells)
			return err
		}
		rows++
		for i, cell := range cells {
			if strings.ContainsFunc(cell, unicode.IsControl) && strings.ContainsFunc(cell, isMute) {
				return fmt.Errorf("%q has a control character", cell)
			}
			cells[i] = strings.Join(strings.Fields(cell), " ") // blanks of all kinds, and several of them, as one
		}
		e, err := entryOf(columns, cells)
		if err == nil {
			err = checkDate(e.Date)
		}
		t.entries = append(t.entries, e)
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("%s %w", name, err)
	case columns == nil:
		return fmt.Errorf("%s is empty: its first row must name the columns, one of them id", name)
	case rows == 0:
		return fmt.Errorf("%s has no row below the one that names the columns", name)
	}
	return nil
}

// isMute reports whether r is a control character that is no blank.
func isMute(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }

// kindsOfFile are files that people take for tables, by their first bytes.
var kindsOfFile = []struct{ begins, is string }{
	{"PK\x03\x04", "a workbook of a spreadsheet"},
	{"\xD0\xCF\x11\xE0", "a workbook of an old spreadsheet"},
	{"\x1F\x8B", "packed by gzip"},
	{"\x28\xB5\x2F\xFD", "packed by zstd"},
	{"%PDF", "a PDF"},
}

// textOf decodes a table. Its cells are short, but their columns say in which language
// they are: of the encodings that the bytes may be in it is that in which the letters
// are those of these languages, and of the names in t.
func (t *Table) textOf(data []byte) (string, error) {
	decoded, err := charset.Decode(data, "")
	if err != nil || strings.HasPrefix(decoded.Encoding, "UTF-") {
		return strings.TrimPrefix(decoded.Text, "\ufeff"), err
	}
	known := map[letterOf]bool{}
	for _, e := range t.entries {
		for code, names := range e.Names {
			for _, name := range names {
				for _, r := range name.Text {
					known[letterOf{code, unicode.ToLower(r)}] = true
				}
			}
		}
	}
	least := math.Inf(1)
	for _, reading := range charset.Readings(data) {
		if bits := surprise(reading.Text, known); bits < least {
			decoded, least = reading, bits
		}
	}
	return decoded.Text, nil
}

// letterOf is a letter of a language.
type letterOf struct {
	code string
	r    rune
}

// atStranger is the surprise, in bits, at a letter that no known name of its language has.
const atStranger = 4

// surprise is how little the cells of a table are of the languages of their columns.
func surprise(text string, known map[letterOf]bool) (bits float64) {
	var columns []string
	_ = eachRow(text, func(_ int, cells []string) (err error) { // a fault is told when the table is read
		if columns == nil {
			columns, err = head(cells)
			return err
		}
		for i, cell := range cells[:min(len(cells), len(columns))] {
			if !slices.Contains(lang.Codes, columns[i]) {
				continue
			}
			bits += charset.Surprise(cell, columns[i])
			for _, r := range cell {
				if r > unicode.MaxASCII && !known[letterOf{columns[i], unicode.ToLower(r)}] {
					bits += atStranger
				}
			}
		}
		return nil
	})
	return bits
}

// eachRow calls visit with the line and the cells of each row that has any, the head
// among them. An error of visit ends it, and bears the line.
func eachRow(text string, visit func(line int, cells []string) error) error {
	separator, skip := separatorOf(text)
	in := csv.NewReader(strings.NewReader(text))
	in.Comment, in.LazyQuotes, in.FieldsPerRecord, in.Comma = '#', true, -1, separator
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line, _ := in.FieldPos(0)
		if line == skip || strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		if err := visit(line, cells); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

// separatorOf is what parts the cells, by the first line that is no comment; skip is the
// line, from 1, in which a spreadsheet says so, "sep=;", else 0.
func separatorOf(text string) (separator rune, skip int) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if sign, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(line, "\r\n")), "sep="); ok && len(sign) == 1 {
			return rune(sign[0]), n
		}
		for _, sign := range "\t;," {
			if strings.ContainsRune(line, sign) {
				return sign, 0
			}
		}
		break
	}
	return '\t', 0
}

// head returns the names of the columns.
func head(cells []string) ([]string, error) {
	has := false
	for i := range cells {
		cells[i] = strings.ToLower(strings.TrimSpace(cells[i]))
		has = has || cells[i] == "id"
	}
	if !has {
		return nil, errors.New("the first row must name the columns, one of them id")
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1] // a spreadsheet's empty columns
	}
	return cells, nil
}

// Years of which a table may speak: treaties are older than the United Nations, plans
// reach ahead.
const firstYear, lastYear = 1000, 2199

// checkDate refuses a date that is none: a year, or a day of the calendar.
func checkDate(date string) error {
	if date == "" {
		return nil
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if day, err := time.Parse(layout, date); err == nil && day.Year() >= firstYear && day.Year() <= lastYear {
			return nil
		}
	}
	return fmt.Errorf("%q is no date; write 2006, 2006-09 or 2006-09-08", date)
}
