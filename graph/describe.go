package graph

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// settleDates leaves in each draft the date that most citations print beside
// it, the earlier one of two that are equally frequent.
func (b *Builder) settleDates() {
	words := b.claims.words.list
	for p, n := range b.printed {
		d := b.nodes.at(p.node)
		if n > d.printedTimes || n == d.printedTimes && words[p.date] < words[d.printed] {
			d.printed, d.printedTimes = p.date, n
		}
	}
}

// node puts together what is known of a draft. A document's own date counts
// for more than the one a table gives it, and that for more than the one other
// documents print; titles of the table come first, being the same whatever
// language the corpus is in.
func (b *Builder) node(i uint32, known Description) Node {
	d, words := b.nodes.at(i), b.claims.words.list
	kind := b.kindOf(d)
	n := Node{
		ID: d.id, Kind: kind, InHand: d.inHand, Tabled: d.tabled,
		Title: b.title(d, known),
		Body:  known.Body,
		Link:  known.Link,

		Agenda: words[d.agenda],
	}
	if n.Title == "" {
		if title, lang := b.titleOfCitations(i); title != "" {
			n.Title, n.TitleCited = b.inLanguage(title, lang), true
		}
	}
	if b.opts.AllTitles {
		n.Titles = merged(d.own, known.Titles)
	}
	if !timeless(kind) {
		n.Date = cmp.Or(words[d.date], known.Date, words[d.printed])
	}
	n.Year = dateYears(n.Date).first
	if document(kind) && isSymbol(d.id) {
		n.Label = cmp.Or(known.Label, d.id)
		n.Body = cmp.Or(known.Body, words[d.body])
		switch {
		case n.Link != "":
		case d.plain:
			n.Link = symbol.PlainLink(d.id)
		default:
			n.Link = symbol.Link(d.id)
		}
		if n.Year == 0 {
			n.Year = symbolYears(d.id).first
		}
	} else {
		n.Label = cmp.Or(b.inLanguage(cmp.Or(known.Label, known.Title), known.Lang), n.Title, plainLabel(d.id))
	}
	return n
}

// merged is a fresh map of both, the second of which goes before the first.
func merged(a, b map[string]string) map[string]string {
	out := maps.Clone(a)
	if out == nil {
		out = map[string]string{}
	}
	maps.Copy(out, b)
	return out
}

// title is the title that the table knows, unless it knows one in another
// language only and the document bears one in the language asked for.
func (b *Builder) title(d *draft, known Description) string {
	own, lang, asked := d.title, b.languageAt(d.titleIn), b.languages[0]
	if own != "" && (known.Title == "" || cmp.Or(known.Lang, asked) != asked && lang == asked) {
		return b.inLanguage(own, lang)
	}
	return b.inLanguage(known.Title, known.Lang)
}

// inLanguage says before words in what language they are, where that is known
// and not the one asked for: before them, because long titles lose their end.
// English is asked for by default, so that nothing is marked then.
func (b *Builder) inLanguage(words, lang string) string {
	asked := b.languages[0]
	if words == "" || lang == "" || lang == asked || asked == languages[0] {
		return words
	}
	return "[" + lang + "] " + words
}

// plainLabel makes readable words of an identifier that is no symbol.
func plainLabel(id string) string {
	scheme, name, ok := strings.Cut(id, ":")
	switch {
	case !ok || name == "":
		return id
	case scheme+":" == titleScheme:
		if _, title, ok := strings.Cut(name, ":"); ok {
			return capitalised(title)
		}
	case scheme == "instrument" || scheme == "entity":
		return capitalised(strings.ReplaceAll(name, "-", " "))
	}
	return name
}

// bodies takes the issuing body of a document from its masthead where that
// names exactly one, and the first of several only where nothing else is known.
func (g *Graph) bodies() {
	for i := range g.Nodes {
		var issuers []string
		for _, e := range g.Out(i) {
			if e.Type == IssuedBy {
				issuers = append(issuers, g.Nodes[e.To].ID)
			}
		}
		if len(issuers) == 1 || len(issuers) > 1 && g.Nodes[i].Body == "" {
			g.Nodes[i].Body = issuers[0]
		}
	}
}

// forward lists the indices of the citations whose target is certainly later
// than the citing document. Years that a symbol only suggests count with all the
// time they leave open.
func (g *Graph) forward() []int {
	return inOrder(len(g.Edges), func(lo, hi int) []int { return g.forwardAmong(lo, hi) })
}

// forwardAmong is forward for the edges from lo to below hi.
func (g *Graph) forwardAmong(lo, hi int) []int {
	var found []int
	known := map[int]interval{}
	when := func(i int) interval {
		at, ok := known[i]
		if !ok {
			at = g.Nodes[i].when()
			known[i] = at
		}
		return at
	}
	for i := lo; i < hi; i++ {
		e := &g.Edges[i]
		from, to := &g.Nodes[e.From], &g.Nodes[e.To]
		// Year is the first of the years that are possible, which decides
		// nearly all cases without another look at the symbols.
		if e.Type != Cites || from.Year > to.Year || from.Year == 0 || !when(int(e.From)).before(when(int(e.To))) {
			continue
		}
		found = append(found, i)
	}
	return found
}

// forwardCitations names the citations that point forward in time, a sentence
// each, but for those that only announce an instrument: a text that calls for a
// convention by its title names what is adopted later. It counts these.
func (g *Graph) forwardCitations() (warnings []string, announced int) {
	found := g.forward()
	certain := slices.DeleteFunc(slices.Clone(found), func(i int) bool {
		e := &g.Edges[i]
		return g.Nodes[e.To].Kind == record.Instrument && !e.Numbered
	})
	warnings = inOrder(len(certain), func(lo, hi int) []string {
		list := make([]string, 0, hi-lo)
		for _, i := range certain[lo:hi] {
			from, to := &g.Nodes[g.Edges[i].From], &g.Nodes[g.Edges[i].To]
			list = append(list, from.ID+" ("+from.printedWhen()+") cites "+to.ID+" ("+to.printedWhen()+"), which is later")
		}
		return list
	})
	return warnings, len(found) - len(certain)
}

// warn makes the warnings anew.
func (g *Graph) warn() { g.Warnings, g.Announced = g.forwardCitations() }

// printsSymbol tells whether a citation of these words names its target by a number.
func printsSymbol(text string) bool { return strings.ContainsFunc(text, unicode.IsDigit) }

// interval bounds the time of a node; its zero value is unknown.
type interval struct {
	years years
	date  string // ISO 8601 where it is known
}

// before tells whether a certainly lies before b. Dates of one year decide only
// as far as both are printed: 2006 is not before 2006-09-08.
func (a interval) before(b interval) bool {
	switch {
	case !a.years.known() || !b.years.known() || a.years.last > b.years.first:
		return false
	case a.years.last < b.years.first:
		return true
	}
	n := min(len(a.date), len(b.date))
	return a.date[:n] < b.date[:n]
}

func (n *Node) when() interval {
	if y := dateYears(n.Date); y.known() {
		return interval{y, n.Date}
	}
	if symbol := n.Symbol(); symbol != "" {
		return interval{years: symbolYears(symbol)}
	}
	return interval{}
}

func (n *Node) printedWhen() string {
	return cmp.Or(n.Date, strconv.Itoa(n.Year))
}
