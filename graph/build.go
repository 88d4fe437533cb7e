package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// BuildOptions say what makes a node and an edge. The zero value is the usual
// graph: resolved references outside the masthead, nothing known beyond them.
type BuildOptions struct {
	// Knowledge describes nodes and joins entities to their parents and
	// instruments to what adopted them. It may be nil.
	Knowledge Knowledge
	// Statuses are the states of references that make edges; resolved alone
	// where it is empty. A reference without a target never makes one.
	Statuses []record.Status
	// Masthead makes edges of the masthead's references to other documents,
	// such as the draft, which are else facts about the document.
	Masthead bool
	// SplitAdopted keeps an instrument and the document that adopted or annexed
	// it apart, joined by an AdoptedBy edge. They are else one node, with the
	// instrument's identifier and title and the document's symbol as alias.
	SplitAdopted bool
	// AllTitles gives nodes their titles in all languages, for ListTitles.
	AllTitles bool
	// Lang is the language of labels and titles, English where it is empty.
	// A title that is there in another language only has its code before it,
	// "[en] Charter", unless Lang is English.
	Lang string
	// Tables keeps the nodes that no reference names and that only the
	// knowledge, or the symbol of a lettered part, leads to. They are else
	// left out, with their edges, and a note counts them: scores are to rest
	// on what the texts say.
	Tables bool
	// Counts leaves the evidence of edges out, for graphs of millions of references
	// of which nothing is quoted: weights and treatments are as else, and filters
	// that judge single citations find none.
	Counts bool
}

// Build links references into a graph. The order of the references does not
// matter, and a reference given twice counts once.
//
// Every citing document is a node in hand, named file:NAME after its source
// where its own symbol cannot be told (with as much of its folders as tells it
// from another of the same name). A document with two symbols is one node under
// the first of them. A reference makes a Cites edge, or a
// Mentions edge to an entity or State; where its treatment says so an Amends
// or Supersedes edge beside it. A document's references to itself make none.
// The masthead dates and titles its document and makes the IssuedBy edge.
func Build(refs []record.Reference, opts BuildOptions) *Graph {
	b := NewBuilder(opts)
	for i := range refs {
		b.Add(&refs[i])
	}
	return b.Graph()
}

// Builder is Build for references that arrive one by one.
type Builder struct {
	opts    BuildOptions
	ids     map[string]uint32
	nodes   []draft
	claims  claims
	printed map[printedDate]int
	left    map[record.Status]int // references that make no edge
	doubles map[uint32]uint32     // nodes of second symbols, by their nodes those of the first
	dated   []byDate
	texts   map[textOf]struct{}

	// languages are those of the titles, that of the options first.
	languages []string

	document string // of the reference before, and its node
	source   string
	lang     string
	citing   uint32
}

// textOf is a text of the document that is a node.
type textOf struct {
	node uint32
	Text
}

// draft is a node while references still arrive.
type draft struct {
	id string
	identity
	inHand      bool
	tabled      bool // no reference names it
	title, date ownWord
	agenda      ownWord
	titles      map[string]string // own ones by language, where they are wanted

	// printed is the date that the first citation prints; others are rare
	// and counted in Builder.printed.
	printed      string
	printedTimes int
}

// ownWord is what a document says of itself, in the first language of
// languages that says it.
type ownWord struct {
	lang int // place in Builder.languages
	text string
}

// languages orders the language versions of a document, so that one of
// several titles is taken whatever order they come in: that which most read
// first.
var languages = func() []string {
	rest := slices.DeleteFunc(slices.Clone(lang.Codes), func(code string) bool { return code == lang.Fallback() })
	return append([]string{lang.Fallback()}, rest...)
}()

// printedDate is a date that a citation prints beside its target.
type printedDate struct {
	node uint32
	date string
}

// treatmentEdges are the treatments that say more than that a document cites,
// by the table of treatments.
var treatmentEdges = func() map[string]EdgeType {
	edges := map[string]EdgeType{}
	for _, t := range lang.TreatmentTable() {
		if t.Edge != "" {
			of, ok := EdgeTypeNamed(t.Edge)
			if !ok {
				panic("the table of treatments has an edge type that graphs have not: " + t.Edge)
			}
			edges[t.Name] = of
		}
	}
	return edges
}()

// NewBuilder returns a Builder without references.
func NewBuilder(opts BuildOptions) *Builder {
	if opts.Knowledge == nil {
		opts.Knowledge = nothing{}
	}
	if len(opts.Statuses) == 0 {
		opts.Statuses = []record.Status{record.Resolved}
	}
	return &Builder{
		opts:    opts,
		ids:     map[string]uint32{},
		printed: map[printedDate]int{},
		left:    map[record.Status]int{},
		doubles: map[uint32]uint32{},
		texts:   map[textOf]struct{}{},
		claims:  claims{words: newWords(), counts: opts.Counts, single: map[uint32]*Grounds{}},

		languages: slices.Compact(append([]string{cmp.Or(opts.Lang, languages[0])},
			slices.DeleteFunc(slices.Clone(languages), func(lang string) bool { return lang == opts.Lang })...)),
	}
}

// Add adds one reference. It does not keep r.
func (b *Builder) Add(r *record.Reference) {
	from := b.citingNode(r)
	if r.Zone == record.Masthead && b.masthead(from, r) {
		return
	}
	if b.keepDated(from, r) {
		return
	}
	if r.Target == "" || !slices.Contains(b.opts.Statuses, r.Status) {
		b.left[r.Status]++
		return
	}
	to := b.intern(r.Target)
	b.nodes[to].claimKind(r.Kind)
	b.double(to, r)
	if r.Date != "" && r.Status == record.Resolved {
		b.countDate(to, r.Date)
	}
	on := b.claims.ground(r)
	if timeless(b.nodes[to].kind) {
		b.claims.add(from, to, Mentions, on)
		return
	}
	b.claims.add(from, to, Cites, on)
	if t, ok := treatmentEdges[r.Treatment]; ok {
		b.claims.add(from, to, t, on)
	}
}

// citingNode returns the node of the document that r stands in. References
// come document by document, so the one before mostly has it.
func (b *Builder) citingNode(r *record.Reference) uint32 {
	if len(b.nodes) > 0 && r.Document == b.document && r.Source == b.source && r.Lang == b.lang {
		return b.citing
	}
	id := r.Document
	if id == "" {
		id = fileScheme + r.Source
	}
	keep := b.claims.words.keep
	b.document, b.source, b.lang, b.citing = keep(r.Document), keep(r.Source), keep(r.Lang), b.intern(id)
	b.texts[textOf{b.citing, Text{b.source, b.lang}}] = struct{}{}
	b.nodes[b.citing].inHand = true
	return b.citing
}

// countDate counts a date that a citation prints beside its target.
func (b *Builder) countDate(to uint32, date string) {
	d := &b.nodes[to]
	if d.printedTimes == 0 {
		d.printed = b.claims.words.keep(date)
	}
	if d.printed == date {
		d.printedTimes++
	} else {
		b.printed[printedDate{to, b.claims.words.keep(date)}]++
	}
}

// masthead takes a masthead reference as a fact about its document, and
// reports whether that is all it is.
func (b *Builder) masthead(from uint32, r *record.Reference) bool {
	if r.Target == r.Document {
		b.double(from, r)
		for _, alias := range r.Aliases { // also of a symbol that is printed on two lines
			if alias != r.Target {
				b.doubles[b.intern(alias)] = from
			}
		}
		lang := slices.Index(b.languages, r.Lang)
		if lang < 0 {
			lang = len(b.languages)
		}
		b.nodes[from].title.offer(lang, r.Title)
		b.nodes[from].keepTitle(b.opts.AllTitles, r)
		b.nodes[from].date.offer(lang, r.Date)
		b.nodes[from].agenda.offer(lang, r.Agenda)
		return true
	}
	if identify(r.Target).kind == record.Entity && slices.Contains(b.opts.Statuses, r.Status) {
		b.claims.add(from, b.intern(r.Target), IssuedBy, b.claims.ground(r))
		return true
	}
	return !b.opts.Masthead
}

// keepTitle keeps the title that a document bears in a language, the smaller of
// two.
func (d *draft) keepTitle(wanted bool, r *record.Reference) {
	if !wanted || r.Title == "" {
		return
	}
	if d.titles == nil {
		d.titles = map[string]string{}
	}
	if was, ok := d.titles[r.Lang]; !ok || r.Title < was {
		d.titles[strings.Clone(r.Lang)] = strings.Clone(r.Title)
	}
}

// offer keeps the text of the earlier language, and of one language the
// smaller text.
func (w *ownWord) offer(lang int, text string) {
	if text == "" {
		return
	}
	if w.text == "" || lang < w.lang || lang == w.lang && text < w.text {
		*w = ownWord{lang, strings.Clone(text)}
	}
}

// claimKind takes the kind that a reference gives its target, unless the
// identifier tells it. Where references differ, any kind is worth more than
// that of an ordinary document, and else the smaller word is kept.
func (d *draft) claimKind(kind record.Kind) {
	if d.sure || kind == "" || kind == d.kind || kind == record.Report {
		return
	}
	if d.kind == record.Report || kind < d.kind {
		d.kind = record.Kind(strings.Clone(string(kind)))
	}
}

// double takes note of a document with two symbols, "A/74/976-S/2020/773": the
// second reference to it has the first as its target and the second as what the
// words spell.
func (b *Builder) double(first uint32, r *record.Reference) {
	if r.Symbol == "" || r.Symbol == r.Target || !isSymbol(r.Symbol) {
		return
	}
	if s, err := symbol.Parse(r.Text); err == nil && s.Alias == r.Symbol && s.Canonical == r.Target {
		b.doubles[b.intern(r.Symbol)] = first
	}
}

func (b *Builder) intern(id string) uint32 {
	if i, ok := b.ids[id]; ok {
		return i
	}
	i := uint32(len(b.nodes))
	id = strings.Clone(id)
	b.ids[id] = i
	b.nodes = append(b.nodes, draft{id: id, identity: identify(id)})
	return i
}

// Graph returns the graph of the references added so far. The Builder must not
// be used afterwards.
func (b *Builder) Graph() *Graph {
	settled := b.settleDated()
	b.nameFiles()
	known := b.relate()
	place, notes := b.merge(known)
	g := &Graph{Nodes: b.finish(known, place)}
	at := b.places(g, place)
	b.giveTexts(g, at)
	loops := b.claims.rename(at)
	g.Edges = b.claims.edges(len(g.Nodes))
	g.Notes = append(b.statusNotes(loops), notes...)
	if !b.opts.Tables {
		g.leaveTabled()
	}
	if settled > 0 {
		g.Notes = append(g.Notes, datedNote(settled))
	}
	g.bodies()
	for i := range g.Edges {
		g.Edges[i].Year = shortYear(g.Nodes[g.Edges[i].From].Year)
	}
	g.warn()
	return g
}

// statusNotes say which references made no edge, and which did although they
// are not resolved.
func (b *Builder) statusNotes(loops int) []string {
	var notes, left []string
	total := 0
	for _, status := range sortedKeys(b.left) {
		total += b.left[status]
		left = append(left, fmt.Sprintf("%d %s", b.left[status], cmp.Or(status, "without status")))
	}
	if total > 0 {
		notes = append(notes, fmt.Sprintf("references that make no edge: %s", strings.Join(left, ", ")))
	}
	var also []string
	for _, status := range b.opts.Statuses {
		if status != record.Resolved {
			also = append(also, string(status))
		}
	}
	if slices.Sort(also); len(also) > 0 {
		notes = append(notes, "references that make edges although they are "+strings.Join(also, " or "))
	}
	if loops > 0 {
		notes = append(notes, fmt.Sprintf("references of a document to itself, which make no edge: %d", loops))
	}
	return notes
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
