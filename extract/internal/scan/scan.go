package scan

import (
	"cmp"
	"slices"
	"strings"

	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// scanner is the memory of one scan, kept from document to document.
type scanner struct {
	lexer
	source string
	reader placeReader
	// lastUnit is the place of the last word such as annex or paragraph before
	// the token that is read, -1 where the paragraph has none so far.
	lastUnit int

	council    string // the council last named in full
	commission string // the commission last named in full
	namedBody  string // the body last named in the paragraph that numbers its resolutions
	zone       record.Zone
	series     string // the treaty series last named, for "ibid."
	note       [2]int // mentions of the footnote before: from, to
	first      int    // mention of the paragraph
	nameEnd    int    // of the name last read: names inside it are none of their own
	group      int32  // of the list that is being read
	locals     []local
	cover      []int32 // by byte of the paragraph, the mention that covers it
	list       list
	records    recordsOf // the Official Records named last
	ahead      dateRow
	clauses    clauses
	mentions   []Mention
	acts       acts
}

// Scanner finds the citations of documents in one language. It is not safe
// for concurrent use; make one for each goroutine.
type Scanner struct{ s scanner }

// NewScanner returns a scanner for documents in the language.
func NewScanner(l *Language) *Scanner {
	return &Scanner{scanner{lexer: newLexer(l.lexicon), reader: newPlaceReader(l.lexicon, l.places)}}
}

// Document returns the mentions of a document in reading order. The slice is
// the caller's until the next call.
func (sc *Scanner) Document(d *record.Document) []Mention {
	s := &sc.s
	s.source, s.mentions, s.council, s.commission, s.locals, s.group = d.Text, s.mentions[:0], "", "", s.locals[:0], 0
	s.series, s.note, s.clauses, s.records = "", [2]int{}, clauses{}, recordsOf{}
	s.acts.n = 0
	for i := range d.Paragraphs {
		s.paragraph(i, &d.Paragraphs[i])
	}
	return s.mentions
}

func (s *scanner) paragraph(index int, p *record.Paragraph) {
	first := len(s.mentions)
	s.list, s.zone, s.namedBody = list{}, p.Zone, ""
	s.beginClauses(p)
	windows(s.source, p.Pieces, func(part []record.Span) { s.window(index, part) })
	s.endClauses(p)
	if p.Zone == record.Footnote {
		s.note = [2]int{first, len(s.mentions)}
	}
}

// window reads a part of a paragraph, nearly always the whole of it. A later
// part goes on with the list and the clause of the one before.
func (s *scanner) window(index int, pieces []record.Span) {
	s.reset()
	for i, piece := range pieces {
		if i > 0 {
			s.joinPieces(piece.Start)
		}
		s.text.Add(s.source, piece.Start, piece.End)
	}
	s.lex()
	s.first, s.nameEnd = len(s.mentions), 0
	s.cite()
	s.settleRow()
	s.forgetReportTitle(s.first)
	s.localNames(s.first)
	s.giveClauses(s.first)
	for i := s.first; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		m.Paragraph = index
		m.Start, m.End = s.text.Span(s.source, m.Start, m.End)
	}
}

// add appends a mention. Room grows by doubling: what append gives long slices
// is copied four times as often.
func (s *scanner) add(m Mention) {
	if n := len(s.mentions); n == cap(s.mentions) {
		s.mentions = slices.Grow(s.mentions, n+64)
	}
	s.mentions = append(s.mentions, m)
}

// joinPieces closes the gap that a page break tore into a paragraph.
func (s *scanner) joinPieces(at int) {
	n := len(s.text.Bytes)
	if n == 0 || s.lang.unsegmented || s.text.Bytes[n-1] == ' ' || s.text.Bytes[n-1] == '/' {
		return
	}
	s.text.Join(' ', at)
}

// list is the list of numbers that is being read: its type and owners hold
// for the numbers that follow, until another head is met.
type list struct {
	open   bool
	typ    string
	other  bool
	owners []Owner
	plain  bool // the last number was a bare one
}

// cite reads the citations of the paragraph's tokens, in order.
func (s *scanner) cite() {
	s.lastUnit = -1
	for k := 0; k < len(s.tokens); {
		if s.tokens[k].kinds&(begins|voice) == 0 {
			k++ // most tokens only stand between
			continue
		}
		s.clauseAt(k)
		k = s.citation(k)
	}
}

// begins are the classes of tokens that citation has something to do with.
var begins = set(owner, name, item, symbolRun, series, titleOpen, records, ibid, thereto, own, back, herein, open, typ, unit)

// citation adds the mentions that token k begins, and returns the token that
// is to be looked at next.
func (s *scanner) citation(k int) int {
	t := &s.tokens[k]
	if t.kinds&begins == 0 {
		return k + 1
	}
	if t.is(unit) && !t.is(typ) {
		s.lastUnit = int(t.start)
	}
	if t.is(owner) {
		s.noteBody(t)
	}
	if t.is(name) && s.zone != record.Masthead {
		s.named(k)
	}
	switch {
	case t.class == item:
		s.numbered(k)
	case t.class == symbolRun:
		s.symbolMention(k)
	case t.is(series):
		s.treaty(k)
	case t.is(titleOpen) && s.zone != record.Masthead:
		return s.titled(k)
	case t.is(records) && !s.lang.titleMarks && s.zone != record.Masthead:
		s.officialRecords(k, len(s.tokens))
	case t.is(ibid):
		s.ibidem(k)
	case t.is(thereto):
		s.annexThereto(k)
	case t.is(own) && !t.is(typ):
		s.itsAnnex(k)
	case t.is(back):
		s.backReference(k)
	case t.is(herein):
		s.define(k)
	case t.is(open):
		s.bracketName(k)
	case t.is(typ):
		s.datedOnly(k)
	}
	return k + 1
}

// noteBody keeps the body that the owner at t names, for a later "its".
func (s *scanner) noteBody(t *token) {
	key := s.value(t, owner)
	if s.namesCommission(t) {
		s.commission = key
	}
	switch key {
	case "COUNCIL", "COMMISSION", "foreign", "COP":
	case "SC", "ECOSOC", "HRC":
		s.council, s.namedBody = key, key
	default:
		if !t.is(name) || key == s.commission || !strings.HasPrefix(key, entityPrefix) {
			s.namedBody = key
		}
	}
}

// numbered reads the citation whose number is token k.
func (s *scanner) numbered(k int) {
	n := &s.items[s.tokens[k].n]
	var h head
	s.before(k, &h)
	s.after(k, &h)
	s.title(k, &h)
	s.adopter(n, &h)
	s.laterOwner(&h)
	s.inReport(&h)
	if n.Form == Plain && s.betweenYears(k) {
		h.years = true
		if h.unnamed() {
			h.addOwner("SC", "list")
		}
	}
	if !s.accept(n, &h) {
		return
	}
	rule := "number"
	if h.typ == "" && len(h.owners) == 0 && s.list.open {
		rule = "list"
	}
	owners := h.owners
	if s.mayInherit(&h) {
		owners = s.inherit(owners) // "its" may be the list's: "CPD resolutions … and its resolution"
	}
	if h.typ == "" {
		h.typ = s.list.typ
	}
	if n.Form == Foreign {
		h.typ = cmp.Or(typeInside(n.Session), h.typ)
	}
	if rule == "number" {
		s.group++
	}
	s.list = list{open: true, typ: h.typ, owners: owners, plain: n.Form == Plain}
	first := len(s.mentions)
	s.emit(k, n, &h, owners, rule)
	s.spread(&h)
	s.spreadAhead(&h, first)
}

// mayInherit reports whether the owners of the list before may own this number
// too: it has none of its own, or only an "its" joined to the list, and no type
// word of its own parts it from the list.
func (s *scanner) mayInherit(h *head) bool {
	return h.unnamed() && (h.typ == "" || h.joined || len(h.owners) > 0 || s.lang.typeFollows)
}

// inherit adds the owners of the list's head for its next number, each once.
func (s *scanner) inherit(owners []Owner) []Owner {
	out := slices.Clone(owners)
	for _, o := range s.list.owners {
		switch {
		case slices.ContainsFunc(out, func(have Owner) bool { return have.Key == o.Key }):
		case o.By == "subject": // goes before the "its" that it explains
			out = slices.Insert(out, len(owners), Owner{Key: o.Key, By: "list", Gender: o.Gender})
		default:
			out = append(out, Owner{Key: o.Key, By: "list", Gender: o.Gender})
		}
	}
	return out
}

// typeStart is where the type word at t begins: behind "that", which is no
// part of the citation.
func (s *scanner) typeStart(t *token) int {
	if !t.is(back) {
		return int(t.start)
	}
	k := int(t.end)
	for k > int(t.start) && match.LetterBefore(s.text.Bytes, k) {
		k--
		for s.text.Bytes[k]&0xC0 == 0x80 {
			k--
		}
	}
	return k
}

// emit adds a mention for the number and one for each further part. A place
// before the number is one in its first part, a place behind it in its last.
func (s *scanner) emit(k int, n *number, h *head, owners []Owner, rule string) {
	start, end := int(n.start), int(n.end)
	if j := k - 1; j >= h.first && j >= 0 && (s.tokens[j].is(typ) || s.tokens[j].is(no)) && !s.tokens[k].gap {
		start = s.typeStart(&s.tokens[j])
		if s.tokens[j].is(no) && j > h.first && s.tokens[j-1].is(typ) && !s.tokens[j].gap {
			start = int(s.tokens[j-1].start)
		}
	}
	tail := int(s.tokens[h.last].end)
	m := Mention{Rule: rule, Date: h.date, Start: start, End: end}
	act := Act{Numeral: n.Numeral, at: n.start, group: s.group, Turns: s.lang.rightToLeft,
		Type: h.typ, Owners: owners, Named: s.namedBody, Council: s.council, Commission: s.commission}
	if len(n.parts) > 0 {
		act.Part = n.parts[0].letter
	}
	m.Act = s.acts.add(act)
	if len(n.parts) <= 1 {
		m.End, m.Pinpoint = max(end, tail), s.pinpoint(h.first, h.last)
		s.add(m)
		return
	}
	before, after := s.pinpoints(h.first, h.last)
	m.Pinpoint = s.places(h.first, h.last, before)
	s.add(m)
	for i := 1; i < len(n.parts); i++ {
		p := m
		act.Part = n.parts[i].letter
		p.Act = s.acts.add(act)
		p.Start, p.End, p.Pinpoint = int(n.parts[i].start), int(n.parts[i].end), ""
		if i == len(n.parts)-1 {
			p.Pinpoint = s.places(h.first, h.last, after)
			if h.last > k {
				p.End = tail
			}
		}
		s.add(p)
	}
}
