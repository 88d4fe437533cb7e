package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/authority"
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
	// Lists reads the value as a choice of what is listed; nil where the filter
	// can only choose the graph.
	Lists func(value string) (Listing, error)
}

// LocateFilter returns the row of a filter.
func LocateFilter(name string) (FilterRow, bool) {
	if name == "lang" {
		name = "text-lang" // as it was called before outputs had a language
	}
	i := slices.IndexFunc(Filters, func(row FilterRow) bool { return row.Name == name })
	if i < 0 {
		return FilterRow{}, false
	}
	return Filters[i], true
}

// Filters are the filters that need nothing but words, in the order in which
// they are applied unless the user orders them otherwise. A list whose words
// begin with "!" keeps all but these. A new filter is one row here and the
// function it names.
var Filters = []FilterRow{
	{"edges", "TYPE,...", "only edges of these types: " + listed(edgeWords), closed(typesNamed, edgeWords), nil},
	{"status", "STATUS,...", "only references of these states: " + listed(allStatuses), closed(Statuses, allStatuses), nil},
	{"text-lang", "LANG,...", "only references in these language versions: " + listed(languages), closed(Languages, languages), nil},
	{"versions", "N|all", "edges that stand in N language versions at least; all: each version counts", countedVersions, nil},
	{"zone", "ZONE,...", "only references in these parts of a document: " + listed(allZones), closed(Zones, allZones), nil},
	{"treatment", "TREATMENT,...", "only references whose clause does this: recall, endorse, …", closed(Treatments, lang.Treatments()), nil},
	{"drop", "WHAT,...", "leave out citations: forward (of what is later), self (between documents of one body)", closed(Drop, dropped), nil},
	{"min-count", "N", "at least N references to it (of an edge, in --within)", counted(MinWeight), counted(ListReferred)},
	{"kind", "KIND,...", "of these kinds (here and in every list, !state for all but it): " + listed(allKinds), closed(Kinds, allKinds), listKinds},
	{"body", "BODY,...", "documents of these bodies: security-council, S/, ECOSOC or a name in any language …", list(Bodies, OtherBodies), list(ListBodies, ListOtherBodies)},
	{"years", "FROM-TO", "of these years: 2001-2010, 2001-, -2010, 2006", ranged(Years), ranged(ListYears)},
	{"in-hand", "", "documents that the corpus holds", plain(InHand), plain(ListInHand)},
	{"agenda", "ITEM,...", "documents in hand under these agenda items: 72, 72(b), or 76/72 of one session", list(Agenda, OtherAgenda), list(ListAgenda, ListOtherAgenda)},
	{"match", "WORDS", "whose title in any language holds these words in any form, or fits this regular expression", Titled, ListTitles},
	{"around", "ID [DEPTH [in|out|both]]", "only nodes within DEPTH (1) edges of a node", parseAround, nil},
	{"giant", "", "only the largest part that the edges of the measure connect", plain(func() Filter { return Giant() }), nil},
}

var (
	allKinds = []record.Kind{record.Resolution, record.Decision, record.Report, record.Treaty,
		record.Instrument, record.Entity, record.State, record.Publication, record.Law, record.Case}
	allStatuses = []record.Status{record.Resolved, record.Ambiguous, record.Unresolved, record.Contradicted}
	allZones    = []record.Zone{record.Masthead, record.Preamble, record.Operative, record.Annex,
		record.Footnote, record.Heading, record.Body}
)

// edgeWords are the names of EdgeTypes.
var edgeWords = edgeNames[:len(EdgeTypes)]

// typesNamed is Types by names; what is no name counts for nothing.
func typesNamed(names ...string) Filter {
	types := make([]EdgeType, 0, len(names))
	for _, name := range names {
		if t, ok := EdgeTypeNamed(name); ok {
			types = append(types, t)
		}
	}
	return Types(types...)
}

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
			return nil, false, fmt.Errorf("%q is none of %s%s", w, listed(allowed), meant(string(w), allowed))
		}
		list, excluded = append(list, w), not
	}
	return list, excluded, nil
}

// list is for filters by words of which there is no closed list.
func list[T ~string, R any](filter, others func(...T) R) func(string) (R, error) {
	return func(value string) (R, error) {
		named, excluded, err := words[T](value, nil)
		switch {
		case err != nil:
			var none R
			return none, err
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

// meant suggests which of the allowed words a mistyped one may have been.
func meant[T ~string](word string, allowed []T) string {
	words := make([]string, len(allowed))
	for i, w := range allowed {
		words[i] = string(w)
	}
	near := authority.Nearest(word, words, 3)
	if len(near) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(near, " or ") + "?"
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
func counted[R any](filter func(int) R) func(string) (R, error) {
	return func(value string) (R, error) {
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			var none R
			return none, fmt.Errorf("%q is not a number from 1 on", value)
		}
		return filter(n), nil
	}
}

// countedVersions reads the value of --versions.
func countedVersions(value string) (Filter, error) {
	if value == "all" {
		return AllVersions(), nil
	}
	f, err := counted(MinVersions)(value)
	if err != nil {
		err = fmt.Errorf("%w, and not all", err)
	}
	return f, err
}

// plain is for filters that take no value.
func plain[R any](filter func() R) func(string) (R, error) {
	return func(string) (R, error) { return filter(), nil }
}

// ranged reads a range of years.
func ranged[R any](filter func(first, last int) R) func(string) (R, error) {
	return func(value string) (R, error) {
		from, to, ranged := strings.Cut(value, "-")
		if !ranged {
			to = from
		}
		first, last := number(from), number(to)
		if from != "" && first == 0 || to != "" && last == 0 || first == 0 && last == 0 || last != 0 && first > last {
			var none R
			if last != 0 && first > last {
				return none, fmt.Errorf("%q ends before it begins: %d-%d", value, last, first)
			}
			return none, fmt.Errorf("%q is not a range of years such as 2001-2010, 2001-, -2010 or 2006", value)
		}
		return filter(first, last), nil
	}
}

// listKinds reads kinds that are listed. What is excluded is told by a node's own
// kind: an instrument that a resolution adopted is not left out with resolutions.
func listKinds(value string) (Listing, error) {
	named, excluded, err := words(value, allKinds)
	if err != nil || !excluded {
		return ListKinds(named...), err
	}
	return ByNode("kind other than "+either(named), func(n *Node) bool { return !slices.Contains(named, n.Kind) }), nil
}

func parseAround(value string) (Filter, error) {
	id, depth, dir, err := ParseAround(value)
	return Around(id, depth, dir), err
}

// ParseAround reads a value of the filter around: an identifier, which may itself
// hold spaces, with a depth and a direction after it.
func ParseAround(value string) (id string, depth int, dir Direction, err error) {
	words := strings.Fields(value)
	dir, depth = Both, 1
	if n := len(words); n > 2 && slices.Contains([]Direction{Inward, Outward, Both}, Direction(words[n-1])) {
		dir, words = Direction(words[n-1]), words[:n-1]
	}
	if n := len(words); n > 1 {
		if d, err := strconv.Atoi(words[n-1]); err == nil {
			if d < 0 {
				return "", 0, dir, fmt.Errorf("depth %d is below 0", d)
			}
			depth, words = d, words[:n-1]
		}
	}
	if len(words) == 0 {
		return "", 0, dir, fmt.Errorf("around needs the identifier of a node")
	}
	return strings.Join(words, " "), depth, dir, nil
}

// Words are the values that a filter by words of a closed list takes, for the
// completion of command lines; nil for the others.
func Words(name string) []string {
	switch name {
	case "edges":
		return edgeWords
	case "status":
		return strings.Fields(listed(allStatuses))
	case "text-lang":
		return languages
	case "zone":
		return strings.Fields(listed(allZones))
	case "treatment":
		return lang.Treatments()
	case "kind":
		return strings.Fields(listed(allKinds))
	case "drop":
		return dropped
	}
	return nil
}

// number reads a decimal number, 0 where s is none.
func number(s string) int {
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return 0
	}
	return int(n)
}
