package authority

import (
	"cmp"
	_ "embed" // the table of data/
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/rulings.tsv
var rulingRows string

// Ruling is a judgment, order or advisory opinion of the International Court of
// Justice.
type Ruling struct {
	Day  string // ISO 8601
	Page int    // on which it begins in the Court's Reports of its year, 0 where the table has none
	// Title is the Court's short title of the case, of the first column of names, which
	// gives the identifier.
	Title string
	// Names are the short titles of the case by language, the first of each the
	// table's own; one with an asterisk is a stem. Several rulings may have one name.
	Names map[string][]string
}

// Rulings are the rulings of data/rulings.tsv, in the order of their days.
var Rulings = sync.OnceValue(func() []Ruling {
	var all []Ruling
	var codes []string
	for line := range strings.Lines(rulingRows) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case codes == nil:
			codes = cells[2:]
		default:
			all = append(all, ruling(cells, codes))
		}
	}
	return all
})

// ruling reads a row of the table, whose columns behind the second are languages.
func ruling(cells, codes []string) Ruling {
	r := Ruling{Day: cells[0], Names: map[string][]string{}}
	if cells[1] != "" {
		page, err := strconv.Atoi(cells[1])
		if err != nil {
			panic(fmt.Sprintf("authority: data/rulings.tsv: %s: %v", r.Day, err)) // embedded
		}
		r.Page = page
	}
	for i, code := range codes {
		if names := cells[2+i]; names != "" {
			r.Names[code] = strings.Split(names, " | ")
			r.Title = cmp.Or(r.Title, r.Names[code][0])
		}
	}
	return r
}
