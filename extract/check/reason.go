package check

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

//go:embed reasons.tsv
var reasonRows string

// sentence is a row of reasons.tsv.
type sentence struct {
	english *regexp.Regexp
	in      map[string]string // by language
}

// sentences are the rows of reasons.tsv.
var sentences = sync.OnceValue(func() []sentence {
	var all []sentence
	var columns []string
	for line := range strings.Lines(reasonRows) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		s := sentence{english: patternOf(cells[0]), in: map[string]string{}}
		for i, cell := range cells[1:min(len(cells), len(columns))] {
			s.in[columns[i+1]] = cell
		}
		all = append(all, s)
	}
	return all
})

var placeholder = regexp.MustCompile(`\\\{\d\\\}`)

// patternOf finds what stands in a sentence; its placeholders stand in order.
func patternOf(english string) *regexp.Regexp {
	return regexp.MustCompile(`^` + placeholder.ReplaceAllString(regexp.QuoteMeta(english), `(.+?)`) + `$`)
}

// In is the reason of a finding in a language: in English, as it was composed,
// where no row has the sentence.
func (f *Finding) In(lang string) string {
	for _, s := range sentences() {
		found := s.english.FindStringSubmatch(f.Reason)
		if found == nil || s.in[lang] == "" {
			continue
		}
		words := s.in[lang]
		for i, w := range found[1:] {
			words = strings.ReplaceAll(words, "{"+strconv.Itoa(i+1)+"}", w)
		}
		return words
	}
	return f.Reason
}
