package accuracy

import (
	"cmp"
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// Share counts places that were compared and those where both sides agree.
type Share struct {
	Same int `json:"same"`
	Of   int `json:"of"`
}

// Value is the share of the places where both sides agree, 0 of nothing.
func (s Share) Value() float64 { return share(s.Same, s.Of) }

func (s *Share) count(same bool) {
	s.Of++
	if same {
		s.Same++
	}
}

// place is where a paragraph stands in every language version of a document.
type place struct {
	document int // within a file that holds several
	zone     record.Zone
	number   string
}

// markup is what the markup of a version says of its paragraphs beside what
// was found without it.
type markup struct {
	zones   map[record.Zone]Share // places by the zone of the markup
	numbers map[record.Zone]Share // of the numbered ones, those of that number
	placed  map[string]Share      // references in the zone of the markup, and in its paragraph too
	treated map[citation]string   // the treatment of the first in its paragraph
	clauses map[citation]clause   // of the English version only
}

// citation is a target and where it is cited.
type citation struct {
	place
	target word
}

// clause is what English markup says of a paragraph.
type clause struct {
	name, treatment string
	item            bool // the name is that of the head of the list in which the paragraph is an item
}

// compareMarkup holds the paragraphs of the plain text against those of the
// markup, and notes the treatments by the places that the markup gives.
func compareMarkup(p *page, code string) markup {
	m := markup{map[record.Zone]Share{}, map[record.Zone]Share{}, map[string]Share{}, map[citation]string{}, map[citation]clause{}}
	plain := paragraphsOf(p.plain)
	marked := paragraphsOf(p.akn.Documents)
	for _, q := range marked {
		mine := plain.at(q.end - 1) // how much of a note mark belongs to the words is not compared
		z, n := m.zones[q.zone], m.numbers[q.zone]
		z.count(mine != nil && mine.zone == q.zone)
		if q.number != "" {
			n.count(mine != nil && mine.zone == q.zone && mine.number == q.number)
		}
		m.zones[q.zone], m.numbers[q.zone] = z, n
	}
	var names namesOf
	if code == lang.Fallback() {
		names = clauseNames(p.akn)
	}
	for i := range p.refs {
		m.treat(&p.refs[i], p.akn.Documents, marked, names)
	}
	return m
}

// treat notes how a reference is treated and, where its verb is the one that
// the markup names, what that name stands for. References behind a later verb
// of their paragraph have no name in the markup.
func (m *markup) treat(r *extract.Reference, docs []*record.Document, marked stretches, names namesOf) {
	q := marked.at(r.Start)
	if q == nil || r.Zone == record.Masthead {
		return
	}
	m.place(r, q)
	if q.number == "" || r.Zone == record.Footnote || !byNumber(r.Kind) {
		return
	}
	at := citation{q.place, wordOf(r.Target)}
	if _, known := m.treated[at]; known {
		return
	}
	m.treated[at] = strings.Clone(r.Treatment)
	name, item := names.of(q.place)
	if own := ownName(docs[q.document].Text[q.start:q.end]); item && own != "" {
		name, item = own, false
	}
	// An item without a verb of its own is held against that of its head,
	// whatever English made of it.
	if treatment := NameTreatment(name); treatment != "" && (item || sameVerb(name, r.Verb)) {
		m.clauses[at] = clause{strings.Clone(name), treatment, item}
	}
}

// place counts whether a reference has the zone of the markup, and whether it
// has the paragraph as well, where that bears a number.
func (m *markup) place(r *extract.Reference, q *stretch) {
	z, n := m.placed["zone"], m.placed["paragraph"]
	z.count(r.Zone == q.zone)
	if q.number != "" {
		n.count(r.Zone == q.zone && r.Paragraph == q.number)
	}
	m.placed["zone"], m.placed["paragraph"] = z, n
}

// sameVerb reports whether one of two wordings of a verb holds the words of the
// other: "Calls upon" is none of those of "recalls".
func sameVerb(name, verb string) bool {
	name, verb = plainWords(name), plainWords(verb)
	return verb != "  " && (strings.Contains(name, verb) || strings.Contains(verb, name))
}

// plainWords are the words of a verb in lower case, each between two blanks.
func plainWords(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == ':' || r == '\n' || r == '\u00a0' }), " ") + " "
}

// namesOf are the names of clauses by the paragraphs that they open.
type namesOf map[place]string

// of returns the name of a paragraph, that of the head of its list where it
// has none itself: "3" names "3 (b)".
func (n namesOf) of(at place) (name string, item bool) {
	if name = n[at]; name != "" {
		return name, false
	}
	for {
		i := strings.LastIndex(at.number, " (")
		if i < 0 {
			return "", false
		}
		at.number = at.number[:i]
		if name = n[at]; name != "" {
			return name, true
		}
	}
}

// maxOwnName is how many words from the verb of an item on are its name: enough
// for a tone behind the verb ("notes with deep concern").
const maxOwnName = 4

// ownName returns the words with which an item begins a clause of its own,
// "(a) Re-emphasizes that …", or goes on with one behind a list, "and stresses
// …": the markup sets the verbs of numbered paragraphs apart, not these. It is
// empty where the item begins otherwise.
func ownName(item string) string {
	item = strings.TrimSpace(item)
	if mark, rest, found := strings.Cut(item, ")"); found && strings.HasPrefix(mark, "(") {
		item = rest
	}
	words := strings.Fields(item)
	for i := range words {
		row := leadOf(clauseWords(strings.Join(words[i:min(i+maxOwnName, len(words))], " ")))
		switch {
		case row == nil:
			return ""
		case row.Class == "lead":
			return strings.Join(words[i:min(i+maxOwnName, len(words))], " ")
		}
	}
	return ""
}

// clauseNames returns the names of the preambular clauses and the lead verbs
// of the operative paragraphs.
func clauseNames(akn *read.AKN) namesOf {
	names := namesOf{}
	for _, c := range akn.Clauses {
		d := akn.Documents[c.Document]
		q := d.Paragraphs[c.Paragraph]
		at := place{c.Document, q.Zone, q.Number}
		switch {
		case q.Number == "":
		case q.Zone == record.Operative:
			names[at] = strings.TrimSpace(d.Text[c.Verb.Start:c.Verb.End])
		case q.Zone == record.Preamble:
			names[at] = strings.TrimSpace(c.Name)
		}
	}
	return names
}

// stretch is a piece of a paragraph.
type stretch struct {
	place
	start, end int
}

// stretches are in the order of the text.
type stretches []stretch

func paragraphsOf(docs []*record.Document) stretches {
	var all stretches
	for i, d := range docs {
		for _, p := range d.Paragraphs {
			for _, s := range p.Pieces {
				all = append(all, stretch{place{i, p.Zone, strings.Clone(p.Number)}, s.Start, s.End})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return a.start - b.start })
	return all
}

// at returns the piece that holds a place in the text, nil where none does.
func (s stretches) at(offset int) *stretch {
	i := sort.Search(len(s), func(i int) bool { return s[i].start > offset }) - 1
	if i < 0 || offset >= s[i].end {
		return nil
	}
	return &s[i]
}

//go:embed clauses.tsv
var clauseTable string

// clauseRows are the rows of clauses.tsv, longest form first.
var clauseRows = sync.OnceValue(func() []lang.Row {
	var rows []lang.Row
	for line := range strings.Lines(clauseTable) {
		cols := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || cols[0] == "class" {
			continue
		}
		for form := range strings.SplitSeq(cols[2], " | ") {
			rows = append(rows, lang.Row{Class: cols[0], Value: cols[1], Form: form})
		}
	}
	slices.SortStableFunc(rows, func(a, b lang.Row) int { return len(b.Form) - len(a.Form) })
	return rows
})

// NameTreatment returns the treatment that the English name of a clause
// stands for ("Noting with concern"), empty where the table clauses.tsv has
// no word for it.
func NameTreatment(name string) string {
	words := clauseWords(name)
	for _, row := range clauseRows() {
		if row.Class == "tone" && strings.Contains(" "+words, " "+row.Form+" ") {
			return row.Value
		}
	}
	for words != "" {
		row := leadOf(words)
		if row == nil {
			return ""
		}
		if row.Class == "lead" {
			return row.Value
		}
		words = words[len(row.Form)+1:]
	}
	return ""
}

// clauseWords are the words of a clause in lower case, a blank behind each.
func clauseWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,;:\n\t\u00a0", r) }), " ") + " "
}

// leadOf returns the longest lead or adverb with which the words begin.
func leadOf(words string) *lang.Row {
	rows := clauseRows()
	for i := range rows {
		if rows[i].Class != "tone" && strings.HasPrefix(words, rows[i].Form+" ") {
			return &rows[i]
		}
	}
	return nil
}

// Confusion is a treatment that differs from what the English markup names.
type Confusion struct {
	Lang  string      `json:"lang"`
	Zone  record.Zone `json:"zone"`
	Name  string      `json:"name"` // of the clause, in English
	Want  string      `json:"want"` // the treatment of that name
	Got   string      `json:"got"`
	Times int         `json:"times"`
}

// countMarkup adds how far the versions of a document agree with the markup.
func (r *Report) countMarkup(versions []*version, confused map[Confusion]int) {
	var clauses map[citation]clause
	for _, v := range versions {
		addShares(r.Zones, v.lang, v.zones)
		addShares(r.Numbers, v.lang, v.numbers)
		addShares(r.Placed, v.lang, v.placed)
		if v.lang == lang.Fallback() {
			clauses = v.clauses
		}
	}
	for _, v := range versions {
		shares := map[record.Zone]Share{}
		items := r.Items[v.lang]
		for at, got := range v.treated {
			c, named := clauses[at]
			if !named {
				continue
			}
			if c.item {
				items.count(got == c.treatment)
			} else {
				s := shares[at.zone]
				s.count(got == c.treatment)
				shares[at.zone] = s
			}
			if got != c.treatment {
				confused[Confusion{Lang: v.lang, Zone: at.zone, Name: strings.Join(strings.Fields(c.name), " "), Want: c.treatment, Got: got}]++
			}
		}
		addShares(r.Treatments, v.lang, shares)
		if items.Of > 0 {
			r.Items[v.lang] = items
		}
	}
}

func addShares[K comparable](table map[string]map[K]Share, code string, shares map[K]Share) {
	if table[code] == nil {
		table[code] = map[K]Share{}
	}
	for key, s := range shares {
		table[code][key] = table[code][key].plus(s)
	}
}

func sortedConfusions(confused map[Confusion]int) []Confusion {
	var all []Confusion
	for c, n := range confused {
		c.Times = n
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b Confusion) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Zone, b.Zone), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Got, b.Got))
	})
	return all
}
