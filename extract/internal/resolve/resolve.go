// Package resolve says what each citation points to: it knows who owns a bare
// number, what "its resolution" and "ibid." stand for, and which names mean
// the same thing. What it cannot resolve it returns with the reason.
package resolve

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"uncite/extract/authority"
	"uncite/extract/internal/scan"
	"uncite/extract/internal/token"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// Document turns the mentions of a document into references, appended to refs.
// The table knows which numbers and names mean the same instrument.
func Document(refs []record.Reference, d *record.Document, mentions []scan.Mention, table *authority.Table) []record.Reference {
	r := resolver{doc: d, table: table, body: token.KeyOf(d.Body), first: len(refs), mentions: mentions, place: make([]int, 0, len(mentions))}
	r.introduced = introductions.Get().(map[*authority.Entry]introduction)
	defer func() {
		if len(r.introduced) <= mostKept {
			clear(r.introduced)
			introductions.Put(r.introduced)
		}
	}()
	r.ownTreaties, r.lastTreaties = ownTreaties(table, d.Symbol), lastTreaties(table, d.Symbol, d.Body)
	r.ownOfTitle()
	refs = slices.Grow(refs, len(mentions)+2)
	for i := range mentions {
		m := &mentions[i]
		r.at = i
		if m.Dropped {
			r.place = append(r.place, nowhere)
			if len(m.Entries) == 1 && !m.Short {
				r.introduce(m.Entries[0], m.Paragraph) // a part of a longer name is named too
			}
			continue
		}
		p := &d.Paragraphs[m.Paragraph]
		n := len(refs)
		refs = append(refs, record.Reference{
			Source: d.Source, Document: d.Symbol, Lang: d.Lang, Zone: p.Zone, Paragraph: p.Number, Section: p.Section,
			Text: d.Text[m.Start:m.End], Start: m.Start, End: m.End,
			Date: m.Date, Pinpoint: m.Pinpoint, Treatment: m.Treatment, Verb: m.Verb,
			Rule: m.Rule, Status: record.Resolved,
		})
		ref := &refs[n]
		r.place = append(r.place, n)
		if len(m.Same) > 0 {
			r.define(m)
			if refs = r.same(refs[:n], *ref, m); len(refs) == n+1 && refs[n].Kind == record.Instrument {
				e, _ := table.Lookup(refs[n].Target)
				r.noteTreaty(e, m.Paragraph)
			}
			continue
		}
		if r.fill(ref, m, refs[:n]) {
			continue
		}
		if refs = refs[:n]; m.Symbol == "" {
			r.place[i] = nowhere // what follows is another's
		}
	}
	r.hangNotes(refs[r.first:], mentions)
	return refs
}

// mostKept is how large a map of entries is used again: to clear one of a document
// that names thousands takes as long for each small document behind it.
const mostKept = 1000

// introductions are used again: most documents name a few dozen entries, some hundreds.
var introductions = sync.Pool{New: func() any { return map[*authority.Entry]introduction{} }}

// nowhere is the place of a mention that gives no reference.
const nowhere = -1

// resolver is the memory of one document.
type resolver struct {
	doc   *record.Document
	table *authority.Table
	body  string // key of the issuing body
	first int    // index of the document's first reference
	place []int  // by mention, the place of its reference
	// mentions are all of the document, and at is the one that is resolved now.
	mentions []scan.Mention
	at       int
	owners   []scan.Owner // the memory of stated
	// introduced says where the document last named an entry in full, and
	// headed lists the entries that its headings name.
	introduced map[*authority.Entry]introduction
	sieve      sieve // of the same
	headed     []*authority.Entry
	meant      []*authority.Entry            // for which the document has defined a short name
	titles     map[string]*authority.Entry   // names that no table knows, by identifier
	recalled   map[string][]*authority.Entry // the same, by head noun
	words      map[*authority.Entry]string   // the same: of which words
	untold     map[string]*authority.Entry   // titles that tell of no one thing, by their words
	noted      map[int]int                   // by footnote number, its first mention
	// lastTreaty is the one named last, in full or for short, and lastIn the paragraph.
	lastTreaty *authority.Entry
	lastIn     int
	// lastBody is the body named last, in full or for short, and bodyIn and bodyEnd where.
	lastBody *authority.Entry
	bodyIn   int
	bodyEnd  int
	// seriesOf has the entry of the tables whose series a conference with a number goes on,
	// and series where the document last named one of it.
	seriesOf map[*authority.Entry]*authority.Entry
	series   map[*authority.Entry]introduction
	// counted is one of a series that the document named last.
	counted counted
	// full are the entries that the document names in full, for namedInFull.
	full map[*authority.Entry]bool
	// keys are the answers of keyOf.
	keys map[*authority.Entry]string
	// spoken are the answers of speaksOf.
	spoken map[spoken]bool
	// uses are the short names of the paragraph, and apart the instruments that the document
	// names in full beside another one's short name.
	uses  []shortUse
	apart map[*authority.Entry]bool
	// ownTreaties are the treaties under which the document was made.
	ownTreaties []*authority.Entry
	// lastTreaties are those that it means where it has named no other.
	lastTreaties []*authority.Entry
}

// fill completes the reference; it is false where the words repeat the
// reference before.
func (r *resolver) fill(ref *record.Reference, m *scan.Mention, refs []record.Reference) bool {
	switch {
	case m.Many > 0:
		many(ref, m)
	case m.Unknown != "":
		ref.Kind, ref.Status, ref.Note = cmp.Or(m.Kind, record.Report), record.Unresolved, m.Unknown
	case m.Symbol != "" && m.Kind == record.Treaty:
		r.treaty(ref, m)
	case m.Symbol != "":
		return r.symbol(ref, m, refs)
	case m.OwnRules:
		return r.ownRules(ref)
	case m.Foreign != "":
		ref.Kind, ref.Status, ref.Note = cmp.Or(m.Kind, record.Entity), record.Unresolved, m.Foreign
		if len(m.Entries) > 0 {
			ref.Kind = m.Entries[0].Kind
		}
	case m.Protocols:
		r.protocols(ref, m)
	case len(m.Entries) > 0 || m.Short:
		return r.name(ref, m)
	case m.Title != "":
		r.title(ref, m)
	case m.Dated:
		r.dated(ref, m)
	default:
		r.number(ref, m)
	}
	return true
}

func (r *resolver) symbol(ref *record.Reference, m *scan.Mention, refs []record.Reference) bool {
	ref.Kind, ref.Target = m.Kind, m.Symbol
	if m.Rule == scan.ReportTitle {
		r.heldInReport(ref)
		return true
	}
	contradicted(ref)
	if len(refs) == 0 {
		return true
	}
	before := &refs[len(refs)-1]
	switch {
	case m.Alias:
		ref.Symbol, ref.Target, ref.Kind = m.Symbol, before.Target, before.Kind
	case m.Apposition && before.Target == ref.Target:
		return false
	case m.Apposition && before.Status != record.Resolved && before.Kind == ref.Kind:
		before.Target, before.Kind, before.Status, before.Note = ref.Target, ref.Kind, record.Resolved, ""
		before.Rule += "+symbol"
		return false
	}
	return true
}

// contradicted marks a resolution whose symbol cannot be right by its date, its own number and
// session or year: A/RES/712(XXIII) is of an agency, not of the General Assembly.
func contradicted(ref *record.Reference) {
	if ref.Kind != record.Resolution || ref.Status != record.Resolved {
		return
	}
	if note, ok := symbol.Check(ref.Target, ref.Date); !ok {
		ref.Status, ref.Note = record.Contradicted, note
	}
}

// heldInReport resolves the report of a conference to the instrument at the place
// that the note names; symbol keeps the report.
func (r *resolver) heldInReport(ref *record.Reference) {
	if e, ok := r.table.Lookup(symbol.HeldAt(ref.Target, ref.Pinpoint)); ok {
		ref.Kind, ref.Target, ref.Symbol = record.Instrument, e.ID, ref.Target
	}
}

// treaty resolves a registration number; a treaty that has a name is known by
// the name.
func (r *resolver) treaty(ref *record.Reference, m *scan.Mention) {
	ref.Kind, ref.Target = record.Treaty, m.Symbol
	if e, ok := r.table.Treaty(m.Symbol); ok {
		ref.Kind, ref.Target, ref.Symbol = record.Instrument, e.ID, m.Symbol
	}
}

// number resolves a bare number by its owner.
func (r *resolver) number(ref *record.Reference, m *scan.Mention) {
	ref.Kind = record.Resolution
	if m.Act.Type == "decision" {
		ref.Kind = record.Decision
	}
	if n, ok := r.ofSeries(m); ok {
		ref.Target, ref.Rule = n.ID, ref.Rule+":series"
		ref.Date = cmp.Or(ref.Date, m.Act.Shared)
		return
	}
	if m.Act.Form == token.Agency {
		ref.Symbol, ref.Status, ref.Note = m.Act.Session, record.Unresolved, r.foreign(m)
		return
	}
	choice := r.owner(m)
	if choice.note != "" {
		ref.Status, ref.Note = record.Unresolved, choice.note
		return
	}
	ref.Rule += ":" + choice.how
	ref.Target = choice.id
	if ref.Date == "" && ref.Target != "" && m.Act.Shared != "" && fits(ref.Target, m.Act.Shared) {
		ref.Date = m.Act.Shared
	}
	if choice.issuer.typeOf(m) == "decision" {
		ref.Kind = record.Decision
	} else {
		ref.Kind = record.Resolution
	}
	switch {
	case ref.Target == "":
		ref.Status, ref.Note = record.Unresolved, r.noSymbol(choice.issuer.entity(), m)
	case choice.wrong != "":
		ref.Status, ref.Note = record.Contradicted, choice.wrong
	}
}

// noSymbol says that the body makes no numbers that have symbols.
func (r *resolver) noSymbol(entity string, m *scan.Mention) string {
	body := "the body named"
	if e, ok := r.table.Lookup(entity); ok {
		body = e.Official(lang.Fallback())
	} else if entity != "" {
		body = strings.ReplaceAll(strings.TrimPrefix(entity, "entity:"), "-", " ")
	}
	if !strings.HasPrefix(strings.ToLower(body), "the ") {
		body = "the " + body
	}
	kind := m.Act.Type
	if kind == "" {
		kind = "resolution"
	}
	return "a " + kind + " of " + body + " has no United Nations symbol of its own"
}

// fits reports whether nothing that the tables say of the document is against the
// date.
func fits(target, date string) bool {
	_, ok := symbol.Check(target, date)
	return ok
}
