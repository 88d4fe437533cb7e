package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// csvWriter writes rows of CSV whose cells are no formulas in a spreadsheet and
// no commands to a terminal.
type csvWriter struct {
	*csv.Writer
	row []string
}

func newCSV(w io.Writer) *csvWriter { return &csvWriter{Writer: csv.NewWriter(w)} }

// Write writes a row.
func (c *csvWriter) Write(row []string) error {
	c.row = c.row[:0]
	for _, cell := range row {
		c.row = append(c.row, safeCell(cell))
	}
	return c.Writer.Write(c.row)
}

// safeCell is a cell as it is harmless: numbers and a dash, which stands for
// standard input, as they are, what begins like a
// formula behind an apostrophe, control characters replaced.
func safeCell(s string) string {
	if s == "" {
		return s
	}
	if strings.IndexByte("=+-@'\t\r", s[0]) >= 0 && s != "-" {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			s = neutral(s)
		}
	}
	return Inert(s)
}

// Inert returns text in which control characters, but for the ends of lines and
// tabs, are replaced: nothing that it holds moves or colours a terminal.
func Inert(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7F || c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0 {
			return strings.Map(func(r rune) rune {
				if r == '\n' || r == '\t' {
					return r
				}
				return printable(r)
			}, s)
		}
	}
	return s
}
