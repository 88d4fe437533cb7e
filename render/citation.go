package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"uncite/extract/quote"
	"uncite/extract/record"
	"uncite/graph"
)

// Quotes finds the sentences behind the citations of a result.
type Quotes struct {
	Lang  string // language version that is quoted where there are several
	Found map[quote.Place]quote.Quote
}

// PlaceOf is where the words of an evidence stand.
func PlaceOf(ev *graph.Evidence) quote.Place {
	return quote.Place{Source: ev.Source, Start: ev.Start, End: ev.End, Text: ev.Text}
}

// Places lists the places that have to be quoted for edges, a language version
// of each.
func Places(edges []*graph.Edge, lang string) []quote.Place {
	var places []quote.Place
	for _, e := range edges {
		version := e.Version(lang)
		for k := range version {
			places = append(places, PlaceOf(&version[k]))
		}
	}
	return places
}

// citation is one citation as JSON shows it. Start and End are the place of
// Text in the source, SentenceStart and SentenceEnd that in the sentence.
type citation struct {
	Source        string        `json:"source"`
	Lang          string        `json:"lang"`
	Zone          record.Zone   `json:"zone"`
	Paragraph     string        `json:"paragraph"`
	Pinpoint      string        `json:"pinpoint"`
	Treatment     string        `json:"treatment"`
	Verb          string        `json:"verb"`
	Status        record.Status `json:"status"`
	Text          string        `json:"text"`
	Start         int           `json:"start"`
	End           int           `json:"end"`
	Sentence      string        `json:"sentence"`
	SentenceStart int           `json:"sentence_start"`
	SentenceEnd   int           `json:"sentence_end"`
	NoSentence    string        `json:"no_sentence,omitempty"` // why there is none
}

// citations are those of one language version of an edge.
func (q *Quotes) citations(e *graph.Edge) []citation {
	version := e.Version(q.Lang)
	out := make([]citation, len(version))
	for i := range version {
		ev := &version[i]
		out[i] = citation{
			Source: ev.Source, Lang: ev.Lang, Zone: ev.Zone, Paragraph: ev.Paragraph, Pinpoint: ev.Pinpoint,
			Treatment: ev.Treatment, Verb: ev.Verb, Status: ev.Status, Text: ev.Text, Start: ev.Start, End: ev.End,
		}
		if s, ok := q.Found[PlaceOf(ev)]; ok {
			out[i].Sentence, out[i].SentenceStart, out[i].SentenceEnd, out[i].NoSentence = s.Sentence, s.Start, s.End, s.Absent
		}
	}
	return out
}

// quotesShown is how many citations of one edge a page shows.
const quotesShown = 3

// citations writes the citations of an edge: where each stands and what it
// does, and its sentence with the cited words between stars. Why some have none is
// said in the notes of the page.
func (p page) citations(q *Quotes, e *graph.Edge) {
	all := q.citations(e)
	for i := range all[:min(quotesShown, len(all))] {
		c := &all[i]
		p.line("      %s", c.where())
		switch {
		case c.Sentence != "":
			p.text(8, c.excerpt())
		case c.NoSentence != "":
			p.unquoted.add(c)
		}
	}
	if n := len(all) - quotesShown; n > 0 {
		p.line("      and %s", count(n, "more citation"))
	}
}

// unquoted are the citations on a page that stand without their sentence, so that the
// reason, which is mostly that of all, is said once.
type unquoted struct{ list []unquotedFor }

// unquotedFor are those of one reason.
type unquotedFor struct {
	reason    string // without the name of the source
	first     string // with it
	citations int
	sources   map[string]bool
}

func (u *unquoted) add(c *citation) {
	reason := strings.ReplaceAll(c.NoSentence, c.Source, "")
	at := slices.IndexFunc(u.list, func(f unquotedFor) bool { return f.reason == reason })
	if at < 0 {
		at = len(u.list)
		u.list = append(u.list, unquotedFor{reason: reason, first: c.NoSentence, sources: map[string]bool{}})
	}
	u.list[at].citations++
	u.list[at].sources[c.Source] = true
}

// notes say each reason once, of the first source that has it.
func (u *unquoted) notes() []string {
	var notes []string
	for _, f := range u.list {
		note := "without its sentence: "
		if f.citations > 1 {
			note = "without their sentences: "
		}
		note = count(f.citations, "citation") + " " + note + f.first
		if more := len(f.sources) - 1; more > 0 && f.reason != f.first {
			note += ", and likewise " + count(more, "other source")
		}
		notes = append(notes, note)
	}
	return notes
}

// where says in which paragraph a citation stands, what it does and to which
// part of the cited document: "para. 3, recall → annex II".
func (c *citation) where() string {
	var words []string
	switch {
	case c.Paragraph == "":
		words = append(words, string(c.Zone))
	case c.Zone == record.Footnote:
		words = append(words, "footnote "+strings.TrimPrefix(c.Paragraph, "n"))
	case c.Zone == record.Preamble:
		words = append(words, "preambular para. "+strings.TrimPrefix(c.Paragraph, "p"))
	case c.Zone == record.Operative:
		words = append(words, "para. "+c.Paragraph)
	default:
		words = append(words, fmt.Sprintf("%s, para. %s", c.Zone, c.Paragraph))
	}
	if c.Treatment != "" {
		words = append(words, c.Treatment)
	}
	s := strings.Join(words, ", ")
	if c.Pinpoint != "" {
		s += " → " + c.Pinpoint
	}
	if c.Status != record.Resolved && c.Status != "" {
		s += fmt.Sprintf(" (%s)", c.Status)
	}
	return plain(s)
}

// excerptRunes is how much of a long sentence a page shows on either side of
// the cited words.
const excerptRunes = 160

// excerpt is the sentence about the words, with an ellipsis for what is cut.
func (c *citation) excerpt() string {
	before, after := c.Sentence[:c.SentenceStart], c.Sentence[c.SentenceEnd:]
	if n := utf8.RuneCountInString(before); n > excerptRunes {
		before = "…" + string([]rune(before)[n-excerptRunes:])
	}
	if utf8.RuneCountInString(after) > excerptRunes {
		after = string([]rune(after)[:excerptRunes]) + "…"
	}
	return before + "*" + c.Sentence[c.SentenceStart:c.SentenceEnd] + "*" + after
}

// nodeJSON is a node as JSON shows it beside others.
type nodeJSON struct {
	ID       string         `json:"id"`
	Kind     record.Kind    `json:"kind"`
	Label    string         `json:"label"`
	Title    string         `json:"title"`
	Date     string         `json:"date"`
	Year     int            `json:"year"`
	Body     string         `json:"body"`
	Link     string         `json:"link"`
	InHand   bool           `json:"in_hand"`
	Presence graph.Presence `json:"presence"`
	From     string         `json:"title_from,omitempty"`
}

func asNode(n *graph.Node) nodeJSON {
	return nodeJSON{n.ID, n.Kind, n.Label, n.Title, n.Date, n.Year, n.Body, n.Link, n.InHand, n.Presence(), n.TitleSource()}
}

// titleWidth is how many columns of a title a page shows beside its identifier.
const titleWidth = 72

// name is the node on one line: identifier, date and title.
func name(n *graph.Node) string {
	s := plain(n.ID)
	if when := n.When(); when != "" {
		s += "  " + when
	}
	title := n.PrintedTitle()
	if title == "" && n.Label != n.ID {
		title = n.Label
	}
	if title != "" {
		s += "  " + isolate(displaywidth.TruncateString(plain(title), titleWidth, "…"))
	}
	return s
}
