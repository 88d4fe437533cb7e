package resolve

import (
	_ "embed"
	"strconv"
	"strings"

	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

//go:embed reports.tsv
var reportTable string

// report is a row of the table: the supplements with a number, and the body
// whose resolutions they print.
type report struct {
	from, to int // years, or sessions
	body     string
}

// reports are the rows by organ and number: E/27.
var reports = loadReports()

func loadReports() map[string]report {
	byNumber := map[string]report{}
	for _, c := range rows(reportTable) {
		byNumber[c[0]+"/"+c[1]] = report{number(c[2]), number(c[3]), c[4]}
	}
	return byNumber
}

// reporter returns the owner of the resolutions that are printed in the report
// with the symbol, as a key of issuers or an identifier; it is empty where
// nobody knows, or where the report is one to an organ that has no part in it.
func reporter(canonical string) string {
	body := supplementOf(canonical)
	if s, err := symbol.Parse(canonical); body == "" && err == nil {
		body = s.Body
	}
	key := token.KeyOf(body)
	switch {
	case key == "":
		return body
	case key == "GA", key == "SC", key == "ECOSOC": // their documents are everybody's reports
		return ""
	}
	return key
}

// supplementOf returns the body whose report the supplement is: E/2015/27,
// A/63/53/Add.1.
func supplementOf(canonical string) string {
	c := strings.Split(canonical, "/")
	if len(c) < 3 {
		return ""
	}
	n, err := strconv.Atoi(c[1])
	row, ok := reports[c[0]+"/"+c[2]]
	if err != nil || !ok || n < row.from || n > row.to {
		return ""
	}
	return row.body
}
