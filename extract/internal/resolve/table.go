package resolve

import (
	"strconv"
	"strings"
)

// rows returns the rows of an embedded table, cell by cell. Lines that begin
// with # are comments, the first other one is the heading; a row that is
// shorter than the heading ends in empty cells.
func rows(table string) [][]string {
	var out [][]string
	columns := 0
	for _, line := range strings.Split(table, "\n") {
		cells := strings.Split(line, "\t")
		switch {
		case line == "", line[0] == '#':
		case columns == 0:
			columns = len(cells)
		default:
			for len(cells) < columns {
				cells = append(cells, "")
			}
			out = append(out, cells)
		}
	}
	return out
}

// number reads a cell of an embedded table; one that is no number is a mistake
// of the table, which no test lets pass.
func number(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		panic("resolve: " + err.Error())
	}
	return n
}
