package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/samename"
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
	// Places is Counts, but that the graph knows of each citation where it can be read
	// again: see Builder.AddPlaced and Graph.Cite. For graphs of millions of references
	// of which a few are quoted.
	Places bool
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
	b.AddAll(refs)
	return b.Graph()
}

// Builder is Build for references that arrive one by one.
type Builder struct {
	opts    BuildOptions
	nodes   drafts
	claims  claims
	printed map[printedDate]uint32
	cited   map[uint32][]citedTitle
	left    map[record.Status]int // references that make no edge
	doubles map[uint32]uint32     // nodes of second symbols, by their nodes those of the first
	dated   []byDate
	names   samename.Names // of no table, in several versions

	// languages are those of the titles, that of the options first.
	languages []string

	document, source, lang []byte // of the reference before, and its node
	citing                 uint32
	ahead                  []ahead // room for what is told ahead of references
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
	node, date uint32 // the date by its number in the words
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
		printed: map[printedDate]uint32{},
		cited:   map[uint32][]citedTitle{},
		left:    map[record.Status]int{},
		doubles: map[uint32]uint32{},
		claims:  claims{words: newWords(), counts: opts.Counts || opts.Places, placed: opts.Places},

		languages: slices.Compact(append([]string{cmp.Or(opts.Lang, languages[0])},
			slices.DeleteFunc(slices.Clone(languages), func(lang string) bool { return lang == opts.Lang })...)),
	}
}

// AddAll adds references, as Add does one by one and in less time.
func (b *Builder) AddAll(refs []record.Reference) { b.AddPlaced(refs, nil) }

// AddPlaced is AddAll for references that can be read again: place is where the one
// at i lies, any number from 1 to below 1<<63 that the caller knows it by. Where the
// graph was not built with Places, or place is nil, it is not asked.
func (b *Builder) AddPlaced(refs []record.Reference, place func(i int) uint64) {
	for first := 0; first < len(refs); first += mostAhead {
		part := refs[first:min(first+mostAhead, len(refs))]
		known := b.lookAhead(part)
		for i := range part {
			if known[i].place = 0; place != nil && b.claims.placed {
				known[i].place = place(first + i)
			}
			b.add(&part[i], &known[i])
		}
	}
}

// Add adds one reference. It does not keep r.
func (b *Builder) Add(r *record.Reference) { b.add(r, &ahead{to: noNode}) }

// add adds a reference of which something is known ahead.
func (b *Builder) add(r *record.Reference, known *ahead) {
	from := b.citingNode(r, known)
	if r.Zone == record.Masthead && b.masthead(from, r, known) {
		return
	}
	if b.keepDated(from, r, known) {
		return
	}
	if r.Target == "" || !slices.Contains(b.opts.Statuses, r.Status) {
		b.leave(r.Status)
		return
	}
	to := b.target(r, known)
	target := b.nodes.at(to)
	if r.Title != "" {
		b.keepTitle(to, r)
	}
	b.claimKind(target, r.Kind)
	b.double(to, r)
	if r.Date != "" && r.Status == record.Resolved {
		b.countDate(target, to, r.Date)
	}
	if strings.HasPrefix(r.Target, titleScheme) {
		b.printTitle(target, r)
		b.names.Add(r)
	}
	on := b.claims.ground(r, known)
	if timeless(b.kindOf(target)) {
		b.claims.add(from, to, Mentions, on)
		return
	}
	b.claims.add(from, to, Cites, on)
	if t, ok := treatmentEdges[r.Treatment]; ok {
		b.claims.add(from, to, t, on)
	}
}

// leave counts a reference that makes no edge. A map takes the key of the last
// assignment for its own, and the words of a reference live no longer than it does.
func (b *Builder) leave(status record.Status) {
	b.left[record.Status(b.claims.words.keep(string(status)))]++
}

// citingNode returns the node of the document that r stands in. References
// come document by document, so the one before mostly has it.
func (b *Builder) citingNode(r *record.Reference, known *ahead) uint32 {
	if b.nodes.len() > 0 && r.Document == string(b.document) && r.Source == string(b.source) && r.Lang == string(b.lang) {
		return b.citing
	}
	id := r.Document
	if id == "" {
		id = fileScheme + r.Source
	}
	b.document, b.source, b.lang = append(b.document[:0], r.Document...), append(b.source[:0], r.Source...), append(b.lang[:0], r.Lang...)
	if id == r.Target {
		b.citing = b.target(r, known)
	} else {
		b.citing = b.intern(id)
	}
	b.claims.versions.own(b.citing, r)
	b.nodes.at(b.citing).inHand = true
	return b.citing
}

// countDate counts a date that a citation prints beside its target.
func (b *Builder) countDate(d *draft, to uint32, date string) {
	words := b.claims.words
	switch {
	case d.printedTimes == 0:
		d.printed, d.printedTimes = words.of(date), 1
	case words.list[d.printed] == date:
		d.printedTimes++
	default:
		b.printed[printedDate{to, words.of(date)}]++
	}
}

// masthead takes a masthead reference as a fact about its document, and
// reports whether that is all it is.
func (b *Builder) masthead(from uint32, r *record.Reference, known *ahead) bool {
	if r.Target == r.Document {
		b.double(from, r)
		for _, alias := range r.Aliases { // also of a symbol that is printed on two lines
			if alias != r.Target {
				b.doubles[b.intern(alias)] = from
			}
		}
		b.ownWords(b.nodes.at(from), r)
		return true
	}
	if isEntity(r.Target) && slices.Contains(b.opts.Statuses, r.Status) {
		b.claims.add(from, b.target(r, known), IssuedBy, b.claims.ground(r, known))
		return true
	}
	return !b.opts.Masthead
}

// ownWords takes what a document says of itself: of several versions the earlier
// language, and of one language the smaller text.
func (b *Builder) ownWords(d *draft, r *record.Reference) {
	words := b.claims.words
	in := b.placeOf(r.Lang)
	if sooner(in, d.titleIn, r.Title, d.title) {
		d.title, d.titleIn = b.nodes.text.keep(r.Title), in
	}
	if sooner(in, d.dateIn, r.Date, words.list[d.date]) {
		d.date, d.dateIn = words.of(r.Date), in
	}
	if sooner(in, d.agendaIn, r.Agenda, words.list[d.agenda]) {
		d.agenda, d.agendaIn = words.of(r.Agenda), in
	}
	if !b.opts.AllTitles || r.Title == "" {
		return
	}
	if d.own == nil {
		d.own = map[string]string{}
	}
	if was, ok := d.own[r.Lang]; !ok || r.Title < was {
		d.own[words.keep(r.Lang)] = b.nodes.text.keep(r.Title)
	}
}

// sooner tells whether a text in a language takes the place of another.
func sooner(in, wasIn uint8, text, was string) bool {
	return text != "" && (was == "" || in < wasIn || in == wasIn && text < was)
}

// claimKind takes the kind that a reference gives its target, unless the
// identifier tells it. Where references differ, any kind is worth more than
// that of an ordinary document, and else the smaller word is kept.
func (b *Builder) claimKind(d *draft, kind record.Kind) {
	if d.sure || kind == "" || kind == record.Report {
		return
	}
	if was := b.kindOf(d); kind != was && (was == record.Report || kind < was) {
		d.kind = b.claims.words.of(string(kind))
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

// target returns the node that a reference points to.
func (b *Builder) target(r *record.Reference, known *ahead) uint32 {
	if known.to != noNode {
		return known.to
	}
	if !known.known {
		return b.intern(r.Target)
	}
	if i, ok := b.nodes.find(r.Target); ok {
		return i
	}
	return b.append(r.Target, &known.of)
}

func (b *Builder) intern(id string) uint32 {
	if i, ok := b.nodes.find(id); ok {
		return i
	}
	of := identify(id)
	return b.append(id, &of)
}

// append adds a node of an identifier that none has.
func (b *Builder) append(id string, of *identity) uint32 {
	i := b.nodes.add(id)
	words, d := b.claims.words, b.nodes.at(i)
	d.kind, d.sure, d.plain = words.of(string(of.kind)), of.sure, of.plain
	d.body, d.whole = words.of(of.body), words.of(of.whole)
	return i
}

// Graph returns the graph of the references added so far. The Builder must not
// be used afterwards.
func (b *Builder) Graph() *Graph {
	settled := b.settleDated()
	b.nameFiles()
	known := b.relate()
	place, notes := b.merge(known)
	g := &Graph{}
	g.Nodes, place = b.finish(known, place)
	b.nodes, known = drafts{}, nil // the memory is for the edges
	b.claims.versions.giveTexts(g, place)
	loops := b.claims.rename(place)
	g.Edges, g.Places = b.claims.edges(len(g.Nodes))
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
		notes = append(notes, fmt.Sprintf("references that make no edge: %s (uncite extract --status lists them)", strings.Join(left, ", ")))
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
