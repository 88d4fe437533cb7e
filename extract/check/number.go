package check

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

//go:embed numbering.tsv
var numberingRows string

// run is a row of numbering.tsv: between which numbers the resolutions or the
// decisions of a body lie in each session or year from one on.
type run struct {
	body   string
	nature string // RES or DEC
	since  int    // session, or year
	lowest int
	most   int // 0 where there is no highest
}

var runs = sync.OnceValue(func() []run {
	var all []run
	for line := range strings.Lines(numberingRows) {
		cols := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cols[0] == "body" || len(cols) < 5 {
			continue
		}
		r := run{body: cols[0], nature: cols[1]}
		for i, p := range []*int{&r.since, &r.lowest, &r.most} {
			*p, _ = strconv.Atoi(cols[2+i]) // a test reads the table
		}
		all = append(all, r)
	}
	return all
})

// numbering reports decisions with the number of a resolution, and the
// reverse: the decisions of several bodies begin at a number of their own.
func numbering(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if _, other := s.foreign(i); other || !numbered(r) {
			continue // the number of another body is said by another check
		}
		if r.Zone == record.Annex && (strings.HasSuffix(r.Rule, ":own") || inherits(r.Rule)) {
			continue // a text of another body may be annexed
		}
		parsed, err := symbol.Parse(r.Target)
		if err != nil {
			continue
		}
		number, err := strconv.Atoi(parsed.Number)
		if err != nil {
			continue
		}
		if n, ok := runOf(parsed); ok && (number < n.lowest || n.most > 0 && number > n.most) {
			out = append(out, at(r, n.reason(parsed), n.other(r.Target)))
		}
	}
	return out
}

// runOf is the rule for the session or year of a symbol: the last that began
// before it.
func runOf(s symbol.Symbol) (found run, ok bool) {
	for _, n := range runs() {
		if n.body == s.Body && n.nature == s.Nature && period(s) >= n.since && n.since >= found.since {
			found, ok = n, true
		}
	}
	return found, ok
}

// period is the session or year in which the numbers of a symbol count, 0 for
// special sessions, whose numbers follow no rule.
func period(s symbol.Symbol) int {
	if s.Session != "" {
		n, _ := strconv.Atoi(s.Session)
		return n
	}
	return s.Year
}

var natureWords = map[string]string{"RES": "resolutions", "DEC": "decisions"}

func (n run) reason(s symbol.Symbol) string {
	bound := fmt.Sprintf("begin at %d", n.lowest)
	if number, _ := strconv.Atoi(s.Number); n.most > 0 && number > n.most {
		bound = fmt.Sprintf("end before %d", n.most+1)
	}
	return fmt.Sprintf("The %s of this body in a session %s: %s is none.", natureWords[n.nature], bound, s.Canonical)
}

// other is the same number as a document of the other nature.
func (n run) other(target string) string {
	if n.nature == "DEC" {
		return strings.Replace(target, "DEC/", "RES/", 1)
	}
	return strings.Replace(target, "RES/", "DEC/", 1)
}

// bodies reports numbers whose words name a body that never uses their form,
// so that they were taken for another body's: the Security Council has no
// number by session.
func bodies(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		if parsed, ok := s.foreign(i); ok {
			r := &s.refs[i]
			reason := fmt.Sprintf("“%s” is no number of the body that the words name, but of the form of %s.", s.number(r), parsed.Canonical)
			out = append(out, at(r, reason, r.Target))
		}
	}
	return out
}

// foreign reports whether the words of reference i name another body than the one
// whose number it was taken for, and returns that number.
func (s *subject) foreign(i int) (symbol.Symbol, bool) {
	r := &s.refs[i]
	if !numbered(r) || !strings.HasSuffix(r.Rule, ":shape") && !strings.HasSuffix(r.Rule, ":date") {
		return symbol.Symbol{}, false
	}
	parsed, err := symbol.Parse(r.Target)
	if err != nil {
		return symbol.Symbol{}, false
	}
	body := s.named(i)
	return parsed, body != "" && body != parsed.Body
}

// number is the words of a reference from the first figure on.
func (s *subject) number(r *record.Reference) string {
	words := s.doc.Text[r.Start:r.End]
	if i := strings.IndexFunc(words, unicode.IsDigit); i >= 0 {
		return words[i:]
	}
	return words
}

// named is the body that numbers its resolutions and stands right before the
// reference, with nothing but blanks or its date between, or right behind it, with "of" or what
// a language has for it.
func (s *subject) named(i int) string {
	if i > 0 {
		if gap, ok := s.between(&s.refs[i-1], &s.refs[i]); ok && (strings.TrimSpace(gap) == "" || isDate(gap, s.refs[i].Date)) {
			if body := numbersOf(&s.refs[i-1]); body != "" {
				return body
			}
		}
	}
	if i+1 < len(s.refs) {
		gap, ok := s.between(&s.refs[i], &s.refs[i+1])
		if ok && (strings.TrimSpace(gap) == "" || isForm(gap, formsOf(s.doc.Lang, "lexicon", "of", "of"))) {
			return numbersOf(&s.refs[i+1])
		}
	}
	return ""
}

// isDate reports whether the words are the date, year first and one letter behind each number, as
// Chinese puts it before a number: 2012年7月27日.
func isDate(words, date string) bool {
	var digits []string
	for _, part := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsDigit(r) }) {
		digits = append(digits, fmt.Sprintf("%02s", part))
	}
	letters := strings.FieldsFunc(words, unicode.IsDigit)
	return date != "" && strings.Join(digits, "-") == date && !slices.ContainsFunc(letters, func(l string) bool { return utf8.RuneCountInString(l) > 1 })
}

// numbersOf is the body that a reference names, if it numbers its resolutions.
func numbersOf(r *record.Reference) string {
	if r.Kind != record.Entity {
		return ""
	}
	for _, n := range runs() {
		if n.body == r.Target {
			return r.Target
		}
	}
	return ""
}

// doubled reports an item that stands twice in one list of numbers.
func doubled(s *subject) []Finding {
	var out []Finding
	seen := map[string]bool{}
	for i := range s.refs {
		r := &s.refs[i]
		if !numbered(r) || r.Status != record.Resolved || r.Zone == record.Heading {
			continue
		}
		if !s.inList(r) || !s.continues(i) {
			clear(seen)
		}
		key := r.Target + " " + r.Pinpoint + " " + s.letterAfter(r)
		if seen[key] {
			out = append(out, at(r, fmt.Sprintf("%s stands twice in this list.", r.Target), ""))
		}
		seen[key] = true
	}
	return out
}

// letterAfter is the capital letter that stands alone behind a number, of a part
// that the symbol does not tell: GC(66)/RES/9 A.
func (s *subject) letterAfter(r *record.Reference) string {
	rest := []rune(strings.TrimLeft(s.doc.Text[r.End:min(len(s.doc.Text), r.End+16)], " \u00A0"))
	if len(rest) > 0 && rest[0] >= 'A' && rest[0] <= 'Z' && (len(rest) == 1 || !unicode.IsLetter(rest[1]) || unicode.Is(unicode.Han, rest[1])) {
		return string(rest[0])
	}
	return ""
}

// inList reports whether a reference is an item of a list after the first: its rule
// says so, or its words are the number alone.
func (s *subject) inList(r *record.Reference) bool {
	first, _ := utf8.DecodeRuneInString(s.doc.Text[r.Start:r.End])
	return inherits(r.Rule) || unicode.IsDigit(first) && strings.HasSuffix(r.Rule, ":after")
}

// inherits reports whether a rule says that a reference has its owner from the list.
func inherits(rule string) bool {
	return strings.HasPrefix(rule, "list") || strings.HasSuffix(rule, ":list")
}

// listGap is how many letters may stand between two items of a list: a joiner,
// a date, an owner. An item that bears words of its own ("resolution 5 and
// resolution 6") may as well begin a clause, so that only a joiner may stand before
// it.
const (
	listGap   = 60
	joinerGap = 3
)

// continues reports whether reference i is the next item after one before it.
func (s *subject) continues(i int) bool {
	most := listGap
	if !strings.HasPrefix(s.refs[i].Rule, "list") {
		most = joinerGap
	}
	for j := i - 1; j >= 0; j-- {
		if before := &s.refs[j]; numbered(before) {
			gap, ok := s.between(before, &s.refs[i])
			return ok && letters(beforeDate(gap)) <= most && before.Verb == s.refs[i].Verb
		}
	}
	return false
}

// beforeDate is what stands before the date with which words end, in the languages
// that write the date of a document before its number.
func beforeDate(words string) string {
	last := strings.LastIndexFunc(words, unicode.IsDigit)
	if last < 0 || letters(words[last+1:]) > 1 {
		return words // a sign of the day is one letter
	}
	return words[:strings.IndexFunc(words, unicode.IsDigit)]
}
