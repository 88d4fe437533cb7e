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

// ReadPhrases reads a table: its first row names the languages, lines that begin with # are
// remarks, cells are separated by tabs.
func ReadPhrases(table string) (Phrases, error) {
	var all Phrases
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
		p := phrase{in: map[string]string{}}
		// The places of a sentence stand in order.
		p.english = regexp.MustCompile(`^` + placeholder.ReplaceAllString(regexp.QuoteMeta(cells[0]), `(.+?)`) + `$`)
		for i, cell := range cells[1:] {
			p.in[columns[i+1]] = cell
		}
		all = append(all, p)
	}
	return all, nil
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
