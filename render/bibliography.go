package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"uncite/extract/record"
	"uncite/graph"
)

// work is a cited document as a bibliography names it.
type work struct {
	Key    string // for \cite: letters, digits, hyphens; no other work has it
	ID     string
	Kind   record.Kind
	Title  string // the identifier where none is known
	Author string // the body that issued it; empty where unknown
	Date   string // ISO 8601 or a year
	Year   int
	Number string // symbol or volume of a treaty series; empty for what has none
	Link   string
	Cites  int // documents that cite it
}

// bibliography lists the documents, treaties and instruments that a citation of
// the map reaches, by identifier. Bodies and States are cited by nobody.
func (m *Map) bibliography() []work {
	citers := make([]int, len(m.Graph.Nodes))
	for i := range m.Graph.Edges {
		if e := &m.Graph.Edges[i]; e.Type == graph.Cites && e.From != e.To {
			citers[e.To]++
		}
	}
	var works []work
	for i := range m.Graph.Nodes {
		if citers[i] > 0 {
			works = append(works, m.workOf(&m.Graph.Nodes[i], citers[i]))
		}
	}
	distinctKeys(works)
	return works
}

func (m *Map) workOf(n *graph.Node, citers int) work {
	w := work{ID: plain(n.ID), Kind: n.Kind, Title: plain(cmp.Or(n.Title, n.Label, n.ID)), Author: m.author(n.Body),
		Date: plain(n.Date), Year: n.Year, Link: webAddress(n), Cites: citers}
	if !strings.Contains(n.ID, ":") {
		w.Number = w.ID
	}
	w.Key = citeKey(n.ID)
	return w
}

// author is the name of a body: what the knowledge calls it, else the label of
// its node, else its identifier in words.
func (m *Map) author(body string) string {
	if body == "" {
		return ""
	}
	if m.Knowledge != nil {
		if d, ok := m.Knowledge.Describe(body); ok && cmp.Or(d.Title, d.Label) != "" {
			return plain(cmp.Or(d.Title, d.Label))
		}
	}
	if i, ok := m.Graph.Index(body); ok && m.Graph.Nodes[i].Label != body {
		return plain(m.Graph.Nodes[i].Label)
	}
	_, name, _ := strings.Cut(body, ":")
	return cases.Title(language.English).String(plain(strings.ReplaceAll(name, "-", " ")))
}

// citeKey makes a key of an identifier: ASCII letters and digits, runs of all
// else as one hyphen. Identifiers in other scripts keep their code points.
func citeKey(id string) string {
	var b strings.Builder
	for _, r := range id {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case r > unicode.MaxASCII && unicode.IsLetter(r):
			b.WriteString("u" + strconv.FormatInt(int64(r), 16))
		default:
			if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
				b.WriteByte('-')
			}
		}
	}
	return cmp.Or(strings.Trim(b.String(), "-"), "document")
}

// distinctKeys numbers keys that several works would have.
func distinctKeys(works []work) {
	taken := make(map[string]bool, len(works))
	for i := range works {
		key := works[i].Key
		for n := 2; taken[key]; n++ {
			key = works[i].Key + "-" + strconv.Itoa(n)
		}
		works[i].Key = key
		taken[key] = true
	}
}

// dateParts are year, month and day as far as they are known.
func (w *work) dateParts() []int {
	var parts []int
	for part := range strings.SplitSeq(w.Date, "-") {
		n, err := strconv.Atoi(part)
		if err != nil || len(parts) == 3 {
			break
		}
		parts = append(parts, n)
	}
	if len(parts) == 0 && w.Year != 0 {
		parts = []int{w.Year}
	}
	return parts
}

// isTreaty tells whether a bibliography lists the work as a treaty.
func (w *work) isTreaty() bool {
	return slices.Contains([]record.Kind{record.Treaty, record.Instrument}, w.Kind)
}
