package lang

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Phrases are sentences that the program composes in the language of its column "en", and
// how the others say them. What stands in a sentence has a place in it: {1}, {2} …
type Phrases []phrase

// phrase is a row of a table of sentences.
type phrase struct {
	english *regexp.Regexp
	in      map[string]string // by language
}

var placeholder = regexp.MustCompile(`\\\{\d\\\}`)

// Worded is a row of a table of words: what the program calls something, and the words for
// it by language.
type Worded struct {
	Name string
	In   map[string]string
}

// ReadWords reads a table of words: its first row names the languages behind the first
// column, lines that begin with # are remarks, cells are separated by tabs. It is an error
// where a row has not a cell for each column.
func ReadWords(table string) ([]Worded, error) {
	var rows []Worded
	var columns []string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("%q has %d cells, and %d are named", cells[0], len(cells), len(columns))
		}
		row := Worded{cells[0], map[string]string{}}
		for i, cell := range cells[1:] {
			row.In[columns[i+1]] = cell
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// ReadPhrases reads a table of words whose names are sentences in English.
func ReadPhrases(table string) (Phrases, error) {
	rows, err := ReadWords(table)
	all := make(Phrases, len(rows))
	for i, r := range rows {
		// The places of a sentence stand in order.
		all[i] = phrase{regexp.MustCompile(`^` + placeholder.ReplaceAllString(regexp.QuoteMeta(r.Name), `(.+?)`) + `$`), r.In}
	}
	return all, err
}

// In is a sentence in a language: as it was composed where no row has it. What stands in it
// is put through told first, where that is given.
func (all Phrases) In(code, sentence string, told func(string) string) string {
	for _, p := range all {
		if p.in[code] == "" {
			continue
		}
		found := p.english.FindStringSubmatch(sentence)
		if found == nil {
			continue
		}
		var pairs []string
		for i, w := range found[1:] {
			if told != nil {
				w = told(w)
			}
			pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", w)
		}
		return strings.NewReplacer(pairs...).Replace(p.in[code])
	}
	return sentence
}
