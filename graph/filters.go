package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/record"
)

// FilterRow is a filter that the command line offers.
type FilterRow struct {
	Name  string // of the flag
	Value string // what it takes, for the help; empty for a switch
	Help  string
	// Parse reads the flag's value; its error says what would be right.
	Parse func(value string) (Filter, error)
}

// Filters are the filters that need nothing but words, in the order in which
// they are applied unless the user orders them otherwise. A new filter is one
// row here and the function it names.
var Filters = []FilterRow{
	{"edges", "TYPE,…", "only edges of these types", list(Types, EdgeTypes...)},
	{"status", "STATUS,…", "only references of these states", list(Statuses, allStatuses...)},
	{"lang", "LANG,…", "only references in these language versions", list(Languages, languages...)},
	{"zone", "ZONE,…", "only references in these parts of a document", list(Zones, allZones...)},
	{"treatment", "TREATMENT,…", "only references whose clause does this: recall, endorse, …", list(Treatments)},
	{"min-count", "N", "only edges of at least N references", counted(MinWeight)},
	{"kind", "KIND,…", "only nodes of these kinds", list(Kinds, allKinds...)},
	{"body", "BODY,…", "only documents of these bodies: entity:security-council, …", list(Bodies)},
	{"years", "FROM-TO", "only nodes of these years: 2001-2010, 2001-, -2010, 2006", parseYears},
	{"in-hand", "", "only documents that the corpus holds", plain(InHand)},
	{"around", "ID [DEPTH [in|out|both]]", "only nodes within DEPTH (1) edges of a node", parseAround},
	{"giant", "", "only the largest connected part", plain(Giant)},
}

var (
	allKinds = []record.Kind{record.Resolution, record.Decision, record.Report, record.Treaty,
		record.Instrument, record.Entity, record.State}
	allStatuses = []record.Status{record.Resolved, record.Ambiguous, record.Unresolved, record.Contradicted}
	allZones    = []record.Zone{record.Masthead, record.Preamble, record.Operative, record.Annex,
		record.Footnote, record.Heading, record.Body}
)

// list reads words with commas between them. Where the words allowed are given,
// others are an error.
func list[T ~string](filter func(...T) Filter, allowed ...T) func(string) (Filter, error) {
	return func(value string) (Filter, error) {
		var words []T
		for word := range strings.SplitSeq(value, ",") {
			w := T(strings.TrimSpace(word))
			if w == "" {
				return Filter{}, fmt.Errorf("%q has an empty word", value)
			}
			if len(allowed) > 0 && !slices.Contains(allowed, w) {
				return Filter{}, fmt.Errorf("%q is none of %s", w, strings.Trim(fmt.Sprint(allowed), "[]"))
			}
			words = append(words, w)
		}
		return filter(words...), nil
	}
}

// counted reads a number from 1 on.
func counted(filter func(int) Filter) func(string) (Filter, error) {
	return func(value string) (Filter, error) {
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return Filter{}, fmt.Errorf("%q is not a number from 1 on", value)
		}
		return filter(n), nil
	}
}

// plain is for filters that take no value.
func plain(filter func() Filter) func(string) (Filter, error) {
	return func(string) (Filter, error) { return filter(), nil }
}

func parseYears(value string) (Filter, error) {
	from, to, ranged := strings.Cut(value, "-")
	if !ranged {
		to = from
	}
	first, last := number(from), number(to)
	if from != "" && first == 0 || to != "" && last == 0 || first == 0 && last == 0 || last != 0 && first > last {
		return Filter{}, fmt.Errorf("%q is not a range of years such as 2001-2010, 2001-, -2010 or 2006", value)
	}
	return Years(first, last), nil
}

// parseAround reads an identifier, which may itself hold spaces, with a depth
// and a direction after it.
func parseAround(value string) (Filter, error) {
	words := strings.Fields(value)
	dir, depth := Both, 1
	if n := len(words); n > 2 && slices.Contains([]Direction{Inward, Outward, Both}, Direction(words[n-1])) {
		dir, words = Direction(words[n-1]), words[:n-1]
	}
	if n := len(words); n > 1 {
		if d, err := strconv.Atoi(words[n-1]); err == nil {
			if d < 0 {
				return Filter{}, fmt.Errorf("depth %d is below 0", d)
			}
			depth, words = d, words[:n-1]
		}
	}
	if len(words) == 0 {
		return Filter{}, fmt.Errorf("around needs the identifier of a node")
	}
	return Around(strings.Join(words, " "), depth, dir), nil
}

// number reads a decimal number, 0 where s is none.
func number(s string) int {
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return 0
	}
	return int(n)
}
