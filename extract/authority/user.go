package authority

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"uncite/extract/internal/charset"
)

// readUser adds the rows of a user's table: in any encoding, its columns parted by
// tabs or, where its head says so, by semicolons or commas, its cells quoted as a
// spreadsheet quotes them. What cannot be a row is refused by its line.
func (t *Table) readUser(name string, data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return fmt.Errorf("%s is empty: its first row must name the columns, one of them id", name)
	}
	decoded, err := charset.Decode(data, "")
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	text := strings.TrimPrefix(decoded.Text, "\ufeff")
	in := csv.NewReader(strings.NewReader(text))
	in.Comment, in.LazyQuotes, in.FieldsPerRecord, in.Comma = '#', true, -1, separatorOf(text)
	var columns []string
	rows := 0
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		line, _ := in.FieldPos(0)
		if columns == nil {
			if columns, err = head(cells); err != nil {
				return fmt.Errorf("%s line %d: %w", name, line, err)
			}
			continue
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		for i, cell := range cells {
			cells[i] = strings.Join(strings.Fields(cell), " ") // blanks of all kinds, and several of them, as one
		}
		e, err := entryOf(columns, cells)
		if err == nil {
			err = checkDate(e.Date)
		}
		if err != nil {
			return fmt.Errorf("%s line %d: %w", name, line, err)
		}
		t.entries = append(t.entries, e)
		rows++
	}
	switch {
	case columns == nil:
		return fmt.Errorf("%s is empty: its first row must name the columns, one of them id", name)
	case rows == 0:
		return fmt.Errorf("%s has no row below the one that names the columns", name)
	}
	return nil
}

// separatorOf is what parts the cells of the first line that is no comment.
func separatorOf(text string) rune {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		for _, sign := range "\t;," {
			if strings.ContainsRune(line, sign) {
				return sign
			}
		}
		break
	}
	return '\t'
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

// checkDate refuses a date that is none: a year, or a day of the calendar.
func checkDate(date string) error {
	if date == "" {
		return nil
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, date); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%q is no date; write 2006, 2006-09 or 2006-09-08", date)
}
