package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/lang"
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
// they are applied unless the user orders them otherwise. A list whose words
// begin with "!" keeps all but these. A new filter is one row here and the
// function it names.
var Filters = []FilterRow{
	{"edges", "TYPE,...", "only edges of these types: " + listed(EdgeTypes), closed(Types, EdgeTypes)},
	{"status", "STATUS,...", "only references of these states: " + listed(allStatuses), closed(Statuses, allStatuses)},
	{"lang", "LANG,...", "only references in these language versions: " + listed(languages), closed(Languages, languages)},
	{"zone", "ZONE,...", "only references in these parts of a document: " + listed(allZones), closed(Zones, allZones)},
	{"treatment", "TREATMENT,...", "only references whose clause does this: recall, endorse, …", closed(Treatments, lang.Treatments())},
	{"min-count", "N", "only edges of at least N references", counted(MinWeight)},
	{"kind", "KIND,...", "only nodes of these kinds (here and in every list, !state for all but it): " + listed(allKinds), closed(Kinds, allKinds)},
	{"body", "BODY,...", "only documents of these bodies: security-council, S/, ECOSOC or a name in any language …", list(Bodies, OtherBodies)},
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

// words reads words with commas between them, all of them with a "!" before
// them or none. Where the words allowed are given, others are an error.
func words[T ~string](value string, allowed []T) (list []T, excluded bool, err error) {
	for word := range strings.SplitSeq(value, ",") {
		name, not := strings.CutPrefix(strings.TrimSpace(word), "!")
		w := T(strings.TrimSpace(name))
		if w == "" {
			return nil, false, fmt.Errorf("%q has an empty word", value)
		}
		if len(list) > 0 && not != excluded {
			return nil, false, fmt.Errorf("%q both names words and excludes some; give one or the other", value)
		}
		if len(allowed) > 0 && !slices.Contains(allowed, w) {
			return nil, false, fmt.Errorf("%q is none of %s", w, listed(allowed))
		}
		list, excluded = append(list, w), not
	}
	return list, excluded, nil
}

// list is for filters by words of which there is no closed list.
func list[T ~string](filter, others func(...T) Filter) func(string) (Filter, error) {
	return func(value string) (Filter, error) {
		named, excluded, err := words[T](value, nil)
		switch {
		case err != nil:
			return Filter{}, err
		case excluded:
			return others(named...), nil
		}
		return filter(named...), nil
	}
}

// closed is for filters by words of a closed list.
func closed[T ~string](filter func(...T) Filter, allowed []T) func(string) (Filter, error) {
	return func(value string) (Filter, error) {
		named, excluded, err := words(value, allowed)
		if err != nil || !excluded {
			return filter(named...), err
		}
		// What is none of the words, such as a citation without treatment, stays.
		f := filter(append(except(allowed, named), "")...)
		f.Note = strings.Replace(filter(named...).Note, either(named), "other than "+either(named), 1)
		return f, nil
	}
}

// listed writes the words of a closed list.
func listed[T ~string](words []T) string { return strings.Trim(fmt.Sprint(words), "[]") }

func except[T comparable](all, some []T) []T {
	return slices.DeleteFunc(slices.Clone(all), func(v T) bool { return slices.Contains(some, v) })
}

// ParseKinds returns the kinds of nodes that a value of the filter by kind keeps.
func ParseKinds(value string) ([]record.Kind, error) {
	named, excluded, err := words(value, allKinds)
	if excluded {
		named = except(allKinds, named)
	}
	return named, err
}

// ParseStatuses returns the states that a value of the filter by status keeps,
// none for an empty value.
func ParseStatuses(value string) ([]record.Status, error) {
	if value == "" {
		return nil, nil
	}
	named, excluded, err := words(value, allStatuses)
	if excluded {
		named = except(allStatuses, named)
	}
	return named, err
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
