package symbol

import "strings"

// rows splits an embedded tab-separated table into its rows of exactly width
// fields, without the heading. A row of another width panics: the tables are
// part of the program, and a test loads them all.
func rows(name, table string, width int) [][]string {
	var out [][]string
	lines := strings.Split(strings.TrimRight(table, "\n"), "\n")
	for _, line := range lines[1:] {
		fields := strings.Split(line, "\t")
		if len(fields) != width {
			panic("symbol: bad row in data/" + name + ": " + line)
		}
		out = append(out, fields)
	}
	return out
}
