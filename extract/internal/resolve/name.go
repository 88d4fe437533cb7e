package resolve

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/names"
	"uncite/extract/internal/normal"
	"uncite/extract/internal/scan"
	"uncite/extract/internal/token"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// introduction notes where a document last named an entry in full.
type introduction struct {
	paragraph int
	order     int  // among all names of the document
	end       int  // of its words, in the document's text
	inside    bool // a longer name only
}

// introduce notes that the paragraph names the entry in full.
func (r *resolver) introduce(e *authority.Entry, paragraph int) {
	in := introduction{paragraph, len(r.place), r.mentions[r.at].End, false}
	if treaty := r.table.TreatyOf(e); treaty != nil {
		r.keep(treaty, in)
	}
	if body := r.table.BodyOf(e); body != nil && !r.namedIn(paragraph, body) {
		r.keep(body, introduction{in.paragraph, in.order, in.end, true})
	}
	r.keep(e, in)
	if of := r.seriesOf[e]; of != nil {
		r.series[of] = in
	}
	if r.doc.Paragraphs[paragraph].Zone == record.Heading && e.ID != "" && !slices.Contains(r.headed, e) {
		r.headed = append(r.headed, e)
		r.ownOfHeaded(e)
	}
}

// keep notes where the document names the entry.
func (r *resolver) keep(e *authority.Entry, in introduction) {
	r.introduced[e] = in
	r.sieve.add(e)
}

// sieve tells, without a look into the map of those introduced, most entries that are none: a short
// name may stand for dozens, of which a document names few.
type sieve [4]uint64

func (s *sieve) add(e *authority.Entry) {
	h := hash(e.ID)
	s[h>>6] |= 1 << (h & 63)
}

func (s *sieve) mayHave(e *authority.Entry) bool {
	h := hash(e.ID)
	return s[h>>6]>>(h&63)&1 != 0
}

// hash is a number of eight bits that few identifiers share.
func hash(id string) uint8 {
	n := len(id)
	if n == 0 {
		return 0
	}
	return uint8(n)*31 + id[n-1]*7 + id[n/2]*5 + id[n/4*3]
}

// name resolves a name of the authority file; it is false where a common noun
// only looks like one.
func (r *resolver) name(ref *record.Reference, m *scan.Mention) bool {
	if m.Short {
		told := r.shortName(ref, m)
		if e, ok := r.table.Lookup(ref.Target); ok && r.ofConference(e, m) {
			ref.Rule = "short"
			unresolvedOfConference(ref)
		} else if ok {
			r.noteTreaty(e, m.Paragraph)
			r.noteBody(e, m)
			r.noteShort(e, m)
			if m.Nth > 1 {
				r.inSeries(ref, e, m)
			}
		}
		return told
	}
	ref.Kind = m.Entries[0].Kind
	e := m.Entries[0]
	if (m.Thereto || m.Of != nil) && r.protocol(ref, m) {
		return true
	}
	if r.ofConference(e, m) {
		r.introduce(e, m.Paragraph) // what "the Committee" behind it is
		unresolvedOfConference(ref)
		return true
	}
	if r.otherSecretariat(ref, e, m.Paragraph) {
		return true
	}
	if len(m.Entries) > 1 {
		how := ""
		if e, how = r.namesake(m); e == nil {
			r.ambiguous(ref, m.Entries)
			for _, e := range m.Entries {
				r.introduce(e, m.Paragraph)
			}
			return true
		}
		ref.Rule += ":" + how
	}
	if m.Nth > 1 {
		r.count(e, m)
		e = r.nth(e, m)
	}
	ref.Kind, ref.Target = e.Kind, e.ID
	r.tellApart(e, m.Paragraph)
	r.introduce(e, m.Paragraph)
	r.noteTreaty(e, m.Paragraph)
	r.noteBody(e, m)
	return true
}

// inSeries makes a reference to e, by a short name with a number, one to the member
// of its series: of conferences, by a head noun alone only where the tables have it.
// "The third Decade" is no other one that was named; the third meeting of a body is
// the body.
func (r *resolver) inSeries(ref *record.Reference, e *authority.Entry, m *scan.Mention) {
	known, ok := r.table.Lookup(e.Numbered(m.Nth))
	switch {
	case ok:
		ref.Target = known.ID
	case e.Class == "conference" && m.Told:
		ref.Target = r.nth(e, m).ID
	case e.Class == "conference" || e.InSeries():
		ref.Target, ref.Rule, ref.Status = "", "short", record.Unresolved
		ref.Note = "“" + onOneLine(ref.Text) + "” is one of a series that the document has not named before"
	}
}

// notNamed is the note of a short name for which the document holds no full one.
func notNamed(words string) string {
	return "“" + onOneLine(words) + "” is short for something that the document has not named before"
}

// onOneLine returns words with a blank, between Chinese characters nothing, where a line
// of the source ends.
func onOneLine(words string) string {
	if !strings.Contains(words, "\n") {
		return words
	}
	var b strings.Builder
	for line := range strings.Lines(words) {
		line = strings.TrimSpace(line)
		last, _ := utf8.DecodeLastRuneInString(b.String())
		first, _ := utf8.DecodeRuneInString(line)
		if b.Len() > 0 && line != "" && !(char.Han(last) && char.Han(first)) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// nth returns the conference with the number of the mention in the series of e: a
// row of the tables, or one that is made of both. Short names recall it.
func (r *resolver) nth(e *authority.Entry, m *scan.Mention) *authority.Entry {
	id := e.Numbered(m.Nth)
	if known, ok := r.table.Lookup(id); ok {
		return known
	}
	if r.titles[id] == nil {
		r.remember(&authority.Entry{ID: id, Kind: e.Kind, Class: e.Class, Parent: e.ID}, m.Heads, names.Key(r.doc.Text[m.Start:m.End]))
		if r.series == nil {
			r.series, r.seriesOf = map[*authority.Entry]introduction{}, map[*authority.Entry]*authority.Entry{}
		}
		r.seriesOf[r.titles[id]] = e
	}
	return r.titles[id]
}

// another reports whether the entry is one of a series with another number than the
// mention has.
func (r *resolver) another(e *authority.Entry, m *scan.Mention) bool {
	of := r.seriesOf[e]
	return m.Nth > 1 && of != nil && e.ID != of.Numbered(m.Nth)
}

// shortName resolves a name that only means something in a document that has
// said what: what it has defined the name for, the entry that the paragraph has named before, that of the
// document's title, its own body, or else the one that was named last. Where
// two were named last together, both fit. A resolution cited beside the name
// says what it stands for when one of the entries was founded by it.
func (r *resolver) shortName(ref *record.Reference, m *scan.Mention) bool {
	ref.Rule = "short"
	ref.Kind = m.Kind
	if len(m.Entries) > 0 {
		ref.Kind = m.Entries[0].Kind
	}
	if m.Near && only(m.Entries, r.meant) == nil {
		if r.nearName(ref, m) {
			return true
		}
		if m.Entries, m.Definite = m.Called, false; len(m.Entries) == 0 {
			return false
		}
	}
	if r.succeeds(ref, m) {
		return true
	}
	if (m.Thereto || m.Of != nil) && r.protocol(ref, m) {
		return true
	}
	if m.Body != nil && r.statuteOwned(ref, m) {
		return true
	}
	if m.Head == names.Meeting && !m.Definite && !m.Pointed && m.Nth < 2 {
		return false // any meeting
	}
	if m.Pointed {
		if e := r.nearest(m); e != nil {
			ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
			return true
		}
		if m.Passed && m.Kind == record.Publication {
			return false
		}
		if m.Passed && r.topic(m) == nil {
			ref.Status, ref.Note = record.Unresolved, notNamed(ref.Text)
			return true
		}
	}
	if e := r.ownInstrument(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
		return true
	}
	if e := r.ahead(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
		return true
	}
	if e := r.founded(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:founder"
		r.introduce(e, m.Paragraph)
		return true
	}
	if m.Made {
		return r.notFounded(ref, m)
	}
	if e := r.yearBeside(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "name:date"
		r.introduce(e, m.Paragraph) // the year tells it as the full name does
		return true
	}
	if e := only(m.Entries, r.meant); e != nil {
		if other := r.namedSince(m, e); other != nil {
			ref.Target, ref.Kind, ref.Rule = other.ID, other.Kind, "short:antecedent"
			return true
		}
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "defined"
		return true
	}
	if m.By != nil && r.byAdopter(ref, m) {
		return true
	}
	if e := r.pairOf(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
		r.introduce(e, m.Paragraph)
		return true
	}
	fit := r.underNamed(r.nearMeeting(r.antecedents(m), m), m)
	if unnamed := len(fit) == 0 && m.Head != names.Meeting; unnamed || hasWords(ref.Text, 3) {
		if of := r.ofTreaty(m); unnamed || len(of) == 1 {
			fit = of // "the Meeting of States Parties", whichever numbered one was named last
			if len(of) == 1 && of[0].Class == treatyBody && r.namedIn(m.Paragraph, r.table.TreatyOf(of[0])) {
				r.introduce(of[0], m.Paragraph)
			}
		}
	}
	if len(fit) == 0 && (m.Told || strings.Contains(onOneLine(ref.Text), " ")) {
		fit = r.organs(m.Entries)
	}
	if len(fit) == 0 {
		fit = r.protocolBeside(m)
	}
	if len(fit) == 0 {
		fit = r.statuteOf(m)
	}
	if e := r.hides(fit, ref.Text, m); e != nil {
		fit = []*authority.Entry{e}
	}
	regime := r.ofRegime(m, fit)
	if len(fit) == 0 {
		fit = regime
	}
	if e := r.organBeside(m); e != nil {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:antecedent"
		return true
	}
	if e := r.topic(m); e != nil && (r.underIt(e) || !(len(fit) == 1 && r.namedIn(m.Paragraph, fit[0])) || e != fit[0] && r.calledSo(e, m.Paragraph)) {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:document"
		return true
	}
	if e := only(m.Entries, r.lastTreaties); e != nil && len(fit) == 0 {
		ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:document"
		return true
	}
	untold := len(fit) == 1 && fit[0].ID == ""
	if e := r.sitting(m); e != nil && (len(fit) == 0 || untold) {
		fit, untold = []*authority.Entry{e}, false
	}
	if len(fit) == 0 {
		if e := r.namedBehind(m); e != nil {
			ref.Target, ref.Kind, ref.Rule = e.ID, e.Kind, "short:later"
			return true
		}
	}
	switch {
	case len(fit) == 0 || untold && m.Title != "":
		if m.Title == "" && (!m.Definite || ref.Kind == record.State || m.Head == names.Meeting && (m.Nth > 1 || !char.BeginsCapital([]byte(ref.Text), 0))) {
			return false
		}
		ref.Status = record.Unresolved
		ref.Note = notNamed(cmp.Or(m.Title, ref.Text))
		r.keepUntold(ref, m)
	case untold:
		ref.Status = record.Unresolved
		ref.Note = "“" + onOneLine(ref.Text) + "” is short for “" + fit[0].Official(r.doc.Lang) + "”, which may be several things"
	case len(regime) == 1:
		ref.Target, ref.Kind, ref.Rule = fit[0].ID, fit[0].Kind, "short:founder"
		r.introduce(fit[0], m.Paragraph)
	case len(fit) == 1:
		ref.Target, ref.Kind, ref.Rule = fit[0].ID, fit[0].Kind, "short:antecedent"
		if m.Title != "" && ref.Kind == record.Entity {
			r.introduce(fit[0], m.Paragraph) // what a shorter name behind it stands for
		} else {
			r.nameAgain(fit[0], m)
		}
	default:
		r.ambiguous(ref, fit)
	}
	return true
}

// namedSince returns the body that the paragraph has named in full before the mention of a short
// name that the document has defined for the body e, where it fits that too and the paragraph has
// not named e. Instruments are spoken of as the document has defined them.
func (r *resolver) namedSince(m *scan.Mention, e *authority.Entry) *authority.Entry {
	if e.Kind != record.Entity {
		return nil
	}
	if fit := r.antecedents(m); len(fit) == 1 && fit[0] != e && fit[0].ID != "" && r.namedIn(m.Paragraph, fit[0]) && !r.namedIn(m.Paragraph, e) {
		return fit[0]
	}
	return nil
}

// sitting returns the body, the one that was named last, whose name has the words of a
// mention behind a number: it is the same at each session, "the thirteenth Forum".
func (r *resolver) sitting(m *scan.Mention) (last *authority.Entry) {
	if m.Counted == "" {
		return nil
	}
	words := r.stems(names.Key(m.Counted))
	for e := range r.introduced {
		if sits[e.Class] && r.later(e, last) && holdsAll(r.keyOf(e), words) {
			last = e
		}
	}
	return last
}

// later reports whether the document has named e behind last, which may be nil; of two that one
// name told, the one whose identifier is later.
func (r *resolver) later(e, last *authority.Entry) bool {
	return last == nil || cmp.Or(cmp.Compare(r.introduced[e].order, r.introduced[last].order), cmp.Compare(e.ID, last.ID)) > 0
}

// sits are the classes of bodies that meet in sessions.
var sits = map[string]bool{"forum": true, "assembly": true}

// nameAgain notes that a short name of several words, which fits one entry alone of those that
// the document has named, names it: from there on "the Committee" is the Special Committee. A
// year in it tells it from another of its series.
func (r *resolver) nameAgain(e *authority.Entry, m *scan.Mention) {
	words := r.doc.Text[m.Start:m.End]
	if !strings.Contains(words, " ") || strings.ContainsAny(words, "0123456789") {
		return
	}
	ever := 0
	for other := range r.candidates(m, &ever) {
		if _, named := r.introduced[other]; named && other != e {
			return
		}
	}
	r.keep(e, introduction{m.Paragraph, len(r.place), m.End, false})
}

// nearName resolves a short name that is a word of daily use, "the Organization": the one
// entry of that head which its paragraph has named. It is false where none or several are.
func (r *resolver) nearName(ref *record.Reference, m *scan.Mention) bool {
	fit := slices.DeleteFunc(r.antecedents(m), func(e *authority.Entry) bool { return e.ID == "" || !r.namedIn(m.Paragraph, e) })
	if len(fit) > 1 && m.Definite && slices.ContainsFunc(fit, func(e *authority.Entry) bool { return slices.Contains(m.Called, e) }) {
		r.ambiguous(ref, fit) // the one that is called so in any paragraph is no likelier here
		return true
	}
	if len(fit) != 1 || !m.Definite && !m.Pointed {
		return false
	}
	ref.Target, ref.Kind, ref.Rule = fit[0].ID, fit[0].Kind, "short:antecedent"
	return true
}

// ahead returns the body that the short name stands for in words that tell of the title
// right behind them, which holds its full name: 设立委员会的《鲸鱼委员会章程》. Where the
// paragraph has named the body before, it needs no such help.
func (r *resolver) ahead(m *scan.Mention) *authority.Entry {
	if r.at+1 >= len(r.mentions) {
		return nil
	}
	n := &r.mentions[r.at+1]
	if !n.Behind || n.Short || len(n.Entries) != 1 || n.Paragraph != m.Paragraph {
		return nil
	}
	body := r.table.BodyOf(n.Entries[0])
	if body == nil || !slices.Contains(m.Entries, body) || strings.ContainsAny(r.doc.Text[m.End:n.Start], pauses) {
		return nil
	}
	return body
}

// pauses are the marks that end the words which tell of what stands behind them.
const pauses = "，,。；;：、\n"

// keepUntold remembers a title that tells of no one thing, an entry without an
// identifier, so that what is short for it goes to nothing that was named before.
func (r *resolver) keepUntold(ref *record.Reference, m *scan.Mention) {
	if m.Title == "" || len(m.Heads) == 0 {
		return
	}
	key := names.Key(m.Title)
	e := r.untold[key]
	if e == nil {
		if r.untold == nil {
			r.untold = map[string]*authority.Entry{}
		}
		e = &authority.Entry{Kind: ref.Kind, Names: map[string][]authority.Name{r.doc.Lang: {{Text: m.Title}}}}
		r.untold[key] = e
		r.remember(e, m.Heads, key)
	}
	r.introduce(e, m.Paragraph)
}

// ofTreaty returns the bodies among the entries of a treaty that the document
// has named: "the Meeting of States Parties to the Convention"; in a document made under
// one of these treaties, the body of that one alone, and of several committees or assemblies that of the one
// which the paragraph has named.
func (r *resolver) ofTreaty(m *scan.Mention) (fit []*authority.Entry) {
	for _, e := range m.Entries {
		if e.Kind != record.Entity {
			continue
		}
		treaty := r.table.TreatyOf(e)
		if treaty == nil {
			continue
		}
		if r.underIt(treaty) {
			return []*authority.Entry{e}
		}
		if _, named := r.introduced[treaty]; named {
			fit = append(fit, e)
		}
	}
	var here []*authority.Entry
	for _, e := range fit {
		if (e.Class == treatyBody || assembles(e)) && r.namedIn(m.Paragraph, r.table.TreatyOf(e)) {
			here = append(here, e)
		}
	}
	if len(here) == 1 {
		return here
	}
	return fit
}

// treatyBody is the class of the committees of experts under treaties.
const treatyBody = "treaty body"

// underNamed returns those who meet under the treaties that the paragraph has named in place of
// the one that stood in another paragraph: "the Conference of the Parties to the latter".
func (r *resolver) underNamed(fit []*authority.Entry, m *scan.Mention) (under []*authority.Entry) {
	if len(fit) != 1 || !assembles(fit[0]) || r.namedIn(m.Paragraph, fit[0]) {
		return fit
	}
	for _, e := range m.Entries {
		if treaty := r.table.TreatyOf(e); treaty != nil && assembles(e) && r.namedIn(m.Paragraph, treaty) {
			under = append(under, e)
		}
	}
	if len(under) == 0 {
		return fit
	}
	return under
}

// assembles reports whether the body is that in which the parties to a treaty meet.
func assembles(e *authority.Entry) bool { return e.Class == "assembly" }

// nearMeeting leaves of those who meet under a treaty, named by the noun alone, "the Meeting", the
// one of which the paragraph or the sentence before it speaks: other meetings are called so too.
func (r *resolver) nearMeeting(fit []*authority.Entry, m *scan.Mention) []*authority.Entry {
	if m.Head != names.Meeting {
		return fit
	}
	return slices.DeleteFunc(fit, func(e *authority.Entry) bool { return e != r.lastBody && !r.namedIn(m.Paragraph, e) })
}

// organizations are the classes of bodies that have organs of their own.
var organizations = map[string]bool{"agency": true, "related organisation": true, "regional organisation": true, "fund": true, "programme": true}

// entityPrefix begins the identifiers of bodies.
const entityPrefix = "entity:"

// organs returns the bodies among the entries of an organisation that the document has
// named: "the Executive Council", of the one of which it speaks. Those of the treaty which
// set it up are its organs too.
func (r *resolver) organs(entries []*authority.Entry) (fit []*authority.Entry) {
	named := r.parentsNamed()
	for _, e := range entries {
		parent, ok := r.table.Lookup(e.Parent)
		if ok && parent.Kind == record.Instrument && (slices.Contains(named.ofOrganizations, parent.ID) || r.underNamedTreaty(e, parent)) {
			fit = append(fit, e)
			continue
		}
		if !ok || !organizations[parent.Class] || !calledAlike(e.ID, parent.ID) {
			continue // a partnership of it is not called after it
		}
		if r.issuedBy(parent) {
			return []*authority.Entry{e}
		}
		if _, itself := r.introduced[parent]; itself || slices.Contains(named.ofAssemblies, parent.ID) {
			fit = append(fit, e)
		}
	}
	return fit
}

// calledAlike reports whether the body is called after its organisation: its identifier ends with
// that of the other, or has all its words but the noun, the World Health Assembly.
func calledAlike(body, organization string) bool {
	name, noun := strings.TrimPrefix(organization, entityPrefix), strings.LastIndexByte(organization, '-')
	return strings.HasSuffix(body, name) || noun > 0 && noun == strings.LastIndexByte(body, '-') && body[:noun] == organization[:noun]
}

// issuedBy reports whether the organisation, or an organ of it, issued the document.
func (r *resolver) issuedBy(organization *authority.Entry) bool {
	body, ok := r.table.Lookup(r.doc.Body)
	return ok && (body == organization || body.Parent == organization.ID)
}

// underNamedTreaty reports whether the body is called after the treaty that the document has named,
// and is none of those who meet under it, of whom "that treaty" tells: the Global Mechanism.
func (r *resolver) underNamedTreaty(e, treaty *authority.Entry) bool {
	_, named := r.introduced[treaty]
	named = named || r.underIt(treaty)
	_, of, _ := strings.Cut(e.ID, "-of-the-")
	return named && of != "" && strings.Contains(treaty.ID, of) && e.Kind == record.Entity && !assembles(e) && e.Class != "conference"
}

// parents are the identifiers of what bodies that the document has named are part of: of an
// organisation the treaty that set it up, of an assembly the organisation, which tells whose
// the Executive Board is.
type parents struct{ ofOrganizations, ofAssemblies []string }

// parentsNamed returns those of all bodies that the document has named so far.
func (r *resolver) parentsNamed() (named parents) {
	for e := range r.introduced {
		switch {
		case e.Parent == "":
		case assembles(e):
			named.ofAssemblies = append(named.ofAssemblies, e.Parent)
		case organizations[e.Class]:
			named.ofOrganizations = append(named.ofOrganizations, e.Parent)
		}
	}
	return named
}

// yearBeside returns the one instrument or conference of the short name's that the document
// has named and that is of the year right behind or before it: "la Declaración
// Política de 2021", "la Conferencia de 1995".
func (r *resolver) yearBeside(m *scan.Mention) (found *authority.Entry) {
	text := r.doc.Text
	before, after := text[char.Ahead(text, m.Start, yearBeside):m.Start], text[m.End:char.Beyond(text, m.End, yearBeside)]
	if !hasDigit(before) && !hasDigit(after) {
		return nil
	}
	for _, e := range m.Entries {
		if _, named := r.introduced[e]; !named {
			continue
		}
		if year := yearOf(e); !strings.Contains(before, year) && !strings.Contains(after, year) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// hasDigit reports whether a digit stands in the text.
func hasDigit(text string) bool {
	for i := range len(text) {
		if char.IsDigit(text[i]) {
			return true
		}
	}
	return false
}

// yearOf returns the year of an instrument, or that which leads the identifier of one of a
// series of conferences; a letter that no text has where there is none.
func yearOf(e *authority.Entry) string {
	const none = "\x00"
	id := strings.TrimPrefix(e.ID, entityPrefix)
	switch {
	case e.Kind == record.Instrument && len(e.Date) >= 4:
		return e.Date[:4]
	case e.Class == "conference" && len(id) > 4 && id[4] == '-' && strings.Trim(id[:4], "0123456789") == "":
		return id[:4]
	}
	return none
}

// yearBeside is how far from a short name its year may stand, in letters.
const yearBeside = 10

// namedIn reports whether the paragraph has named the entry in full.
func (r *resolver) namedIn(paragraph int, e *authority.Entry) bool {
	in, ok := r.introduced[e]
	return ok && in.paragraph == paragraph
}

// founded returns the entry whose founding resolution is cited right beside
// the short name: the Committee established pursuant to resolution 2140 (2014).
// An entry that the paragraph has named already needs no such help.
func (r *resolver) founded(m *scan.Mention) *authority.Entry {
	if m.Number > 0 {
		prefix := councilSeries + strconv.Itoa(m.Number) + "("
		for _, e := range m.Entries {
			if slices.ContainsFunc(e.AdoptedBy, func(by string) bool { return strings.HasPrefix(by, prefix) }) {
				return e
			}
		}
	}
	for i := r.at - 1; i >= 0 && r.mentions[i].Paragraph == m.Paragraph && char.Within(r.doc.Text, r.mentions[i].End, m.Start, founderBefore); i-- {
		if e := foundedBy(m.Entries, &r.mentions[i]); e != nil {
			return e
		}
	}
	for i := r.at + 1; i < len(r.mentions) && r.mentions[i].Paragraph == m.Paragraph && char.Within(r.doc.Text, m.End, r.mentions[i].Start, founderAfter); i++ {
		if e := foundedBy(m.Entries, &r.mentions[i]); e != nil {
			return e
		}
	}
	return nil
}

// How far from a short name its founding resolution may stand, in letters: in
// front only where nothing but "established by" separates them.
const (
	founderBefore = 40
	founderAfter  = 160
)

// councilSeries begins the symbols of the resolutions of the Security Council.
const councilSeries = "S/RES/"

// foundedBy returns the one of the entries that the resolution cited by n,
// numbered with its year, has founded.
func foundedBy(entries []*authority.Entry, n *scan.Mention) *authority.Entry {
	if n.Act == nil || n.Act.Form != token.Yearly {
		return nil
	}
	symbol := "" // made for the first entry that the Council founded
	for _, e := range entries {
		for _, by := range e.AdoptedBy {
			if !strings.HasPrefix(by, councilSeries) {
				continue
			}
			if symbol == "" {
				symbol = councilSeries + strconv.Itoa(n.Act.A) + "(" + strconv.Itoa(n.Act.B) + ")"
			}
			if by == symbol {
				return e
			}
		}
	}
	return nil
}

// topic returns the entry that the document's title or body makes the
// meaning of a short name throughout.
func (r *resolver) topic(m *scan.Mention) *authority.Entry {
	for _, e := range m.Entries {
		if e.ID == r.doc.Body {
			return e
		}
	}
	for _, e := range r.ownTreaties {
		if slices.Contains(m.Entries, e) {
			return e
		}
	}
	return only(m.Entries, r.headed)
}

// underIt reports whether the entry is the treaty under which the document was made: what it
// calls the Convention is that one, whichever else a paragraph names.
func (r *resolver) underIt(e *authority.Entry) bool { return slices.Contains(r.ownTreaties, e) }

// only returns the one entry of the list that the name may stand for, nil
// where it is none or several.
func only(name, list []*authority.Entry) *authority.Entry {
	var found *authority.Entry
	for _, e := range list {
		switch {
		case !slices.Contains(name, e):
		case found != nil:
			return nil
		default:
			found = e
		}
	}
	return found
}

// antecedents returns the entries that fit the short name in the paragraph
// that named one of them last; within the mention's own paragraph, those of the
// last sentence that named one.
func (r *resolver) antecedents(m *scan.Mention) []*authority.Entry {
	var fit []*authority.Entry
	last := introduction{paragraph: -1}
	for e := range r.candidates(m, &last.paragraph) {
		if m.Nth < 2 && !r.sieve.mayHave(e) {
			continue
		}
		in, ok := r.introduced[e]
		if !ok && m.Nth > 1 {
			in, ok = r.series[e]
		}
		switch {
		case !ok || in.paragraph < last.paragraph || r.apart[e] && in.paragraph != m.Paragraph:
		case m.Rank > 1 && e.InSeries() && e.ID != e.Numbered(m.Rank):
		case in.paragraph > last.paragraph:
			fit, last = append(fit[:0], e), in
		case in.paragraph != m.Paragraph || r.sameSentence(in.end, last.end):
			fit = append(fit, e)
			last = later(in, last)
		case in.order > last.order:
			fit, last = append(fit[:0], e), in
		}
	}
	return r.withoutUntold(r.withoutInside(fit))
}

// withoutInside leaves out the bodies that only stand in the names of other things, where
// one stands beside them in its own right.
func (r *resolver) withoutInside(fit []*authority.Entry) []*authority.Entry {
	inside := func(e *authority.Entry) bool { return r.introduced[e].inside }
	if len(fit) < 2 || !slices.ContainsFunc(fit, func(e *authority.Entry) bool { return !inside(e) }) {
		return fit
	}
	return slices.DeleteFunc(fit, inside)
}

// sameSentence reports whether no mark that ends a sentence stands between two places.
func (r *resolver) sameSentence(a, b int) bool {
	between := r.doc.Text[min(a, b):max(a, b)]
	for i, c := range between {
		switch c {
		case ';', '؛', '；', '。', '!', '?', '؟':
			return false
		case '.':
			if rest := between[i+1:]; rest == "" || rest[0] == ' ' || rest[0] == '\n' {
				return false
			}
		}
	}
	return true
}

// later is the one of two introductions that stands behind the other.
func later(a, b introduction) introduction {
	if a.order > b.order {
		return a
	}
	return b
}

// withoutUntold leaves titles of no one thing out beside an entry that they may be short
// for.
func (r *resolver) withoutUntold(fit []*authority.Entry) []*authority.Entry {
	if len(fit) < 2 {
		return fit
	}
	return slices.DeleteFunc(fit, func(u *authority.Entry) bool {
		return u.ID == "" && slices.ContainsFunc(fit, func(e *authority.Entry) bool { return e != u && e.ID != "" && r.inName(e, r.words[u]) })
	})
}

// candidates are the entries that the short name may stand for: of the tables,
// and the names of its head that the document alone knows. Names that the document last gave
// before the paragraph since, which may rise meanwhile, are left out where it takes their words
// to tell whether they are among them.
func (r *resolver) candidates(m *scan.Mention, since *int) iter.Seq[*authority.Entry] {
	return func(yield func(*authority.Entry) bool) {
		for _, e := range m.Entries {
			if !yield(e) {
				return
			}
		}
		recalled := r.recalled[m.Head]
		if m.Head == "" || len(recalled) == 0 && m.Title == "" || r.namedAsSuch(m) {
			return
		}
		words := r.stems(char.Lower(r.doc.Text[m.Start:m.End]))
		for _, e := range recalled {
			if !r.another(e, m) && !(m.This && !r.namedIn(m.Paragraph, e)) && holdsAll(r.words[e], words) && !yield(e) {
				return
			}
		}
		if m.Title == "" {
			return
		}
		for e, in := range r.introduced { // "Commission of Inquiry", of one that stood in full
			if in.paragraph >= *since && e.ID != "" && e.Kind == m.Kind && r.words[e] == "" && holdsAll(r.keyOf(e), words) && !r.otherYear(e, m) && !yield(e) {
				return
			}
		}
	}
}

// hides returns the one entry that the paragraph has named in full, and whose name begins or
// ends with the short name, a noun alone, where that fits but what stood in another paragraph:
// words of daily use are short for few of their names, and "the Framework" may be the one right before it.
func (r *resolver) hides(fit []*authority.Entry, words string, m *scan.Mention) (nearer *authority.Entry) {
	if len(fit) != 1 || m.Told || r.namedIn(m.Paragraph, fit[0]) || r.topic(m) != nil {
		return nil
	}
	for e, in := range r.introduced {
		if in.paragraph != m.Paragraph || in.inside || e.ID == "" || e.Kind != fit[0].Kind {
			continue
		}
		name := e.Official(r.doc.Lang)
		if !strings.HasPrefix(name, words+" ") && !strings.HasSuffix(name, " "+words) {
			continue
		}
		if nearer != nil {
			return nil
		}
		nearer = e
	}
	return nearer
}

// inName reports whether the official name of an entry has all words of a short name.
func (r *resolver) inName(e *authority.Entry, words string) bool {
	return holdsAll(r.keyOf(e), r.stems(words))
}

// keyOf is the key of the official name of an entry, which is made once for each that the document names.
func (r *resolver) keyOf(e *authority.Entry) string {
	key, ok := r.keys[e]
	if !ok {
		if r.keys == nil {
			r.keys = map[*authority.Entry]string{}
		}
		key = names.Key(e.Official(r.doc.Lang))
		r.keys[e] = key
	}
	return key
}

// otherYear reports whether a year stands right behind the mention that is none of the
// entry's: "the Review Conference of 2010" is not that of 2000.
func (r *resolver) otherYear(e *authority.Entry, m *scan.Mention) bool {
	text := r.doc.Text
	for _, word := range strings.FieldsFunc(text[m.End:char.Beyond(text, m.End, yearBehind)], func(c rune) bool { return !unicode.IsDigit(c) }) {
		if len(word) == 4 && !strings.Contains(e.ID, word) && !strings.HasPrefix(e.Date, word) {
			return true
		}
	}
	return false
}

// yearBehind is how far behind a title its year may stand, in letters.
const yearBehind = 12

// namedAsSuch reports whether a short name of several words is that of an entry
// which the document has named: "the Conference of the Parties" is none of its
// numbered sessions.
func (r *resolver) namedAsSuch(m *scan.Mention) bool {
	return hasWords(r.doc.Text[m.Start:m.End], 3) && slices.ContainsFunc(m.Entries, func(e *authority.Entry) bool { _, named := r.introduced[e]; return named })
}

// hasWords reports whether the text has so many words at least.
func hasWords(text string, least int) bool {
	for range strings.FieldsSeq(text) {
		if least--; least <= 0 {
			return true
		}
	}
	return least <= 0
}

// holdsAll reports whether a title has all words of a short name, whatever their
// case.
func holdsAll(title string, stems []string) bool {
	for _, stem := range stems {
		if !strings.Contains(title, stem) {
			return false
		}
	}
	return true
}

// stems returns what a title must have of each of the words: where the article is one with its noun,
// what stands behind it, as a head noun that another noun owns has none.
func (r *resolver) stems(words string) (all []string) {
	l := lang.Of(r.doc.Lang)
	for w := range strings.FieldsSeq(normal.String(words)) {
		if l != nil && l.Article != "" {
			w = cmp.Or(slices.MinFunc(append(l.Bare(w), w), func(a, b string) int { return len(a) - len(b) }), w)
		}
		w = names.Key(w)
		stem := w[:char.Beyond(w, 0, holdLetters)]
		if r, _ := utf8.DecodeRuneInString(w); char.Han(r) {
			stem = w // has no ending
		}
		all = append(all, stem)
	}
	return all
}

// holdLetters is how many letters of a word must be those of the title: the
// rest may be the ending of a case.
const holdLetters = 5

// nearest returns the entry that fits the short name and that its paragraph named last,
// or, in a text that no body issued, the instrument that the paragraph before named: a
// treaty that says "that Convention" means another.
func (r *resolver) nearest(m *scan.Mention) *authority.Entry {
	fit := r.antecedents(m)
	if len(fit) == 0 {
		return nil
	}
	last := slices.MaxFunc(fit, func(a, b *authority.Entry) int { return cmp.Compare(r.introduced[a].order, r.introduced[b].order) })
	before := len(fit) == 1 && !m.Passed && r.doc.Body == "" && last.Kind == record.Instrument && r.introduced[last].paragraph == m.Paragraph-1
	if last.ID != "" && (before || r.namedIn(m.Paragraph, last)) {
		return last
	}
	return nil
}

func (r *resolver) ambiguous(ref *record.Reference, entries []*authority.Entry) {
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = cmp.Or(e.ID, "“"+e.Official(r.doc.Lang)+"”")
	}
	slices.Sort(ids)
	ref.Status = record.Ambiguous
	ref.Note = "the words may stand for " + strings.Join(ids, " or ")
}

// title makes the node of a name that the tables do not know, and remembers it
// for short names.
func (r *resolver) title(ref *record.Reference, m *scan.Mention) {
	if m.Of != nil {
		if m.Treaty = r.meantBy(m, m.Of); m.Treaty == nil || m.Organ && m.Treaty.Kind != record.Instrument || !m.Organ && !r.meetUnder(m) {
			ref.Kind, ref.Rule, ref.Status = m.Kind, "short", record.Unresolved
			ref.Note = notNamed(r.doc.Text[m.Start:m.End])
			return
		}
	}
	if m.Treaty != nil && !m.Organ {
		if e := r.table.AssemblyOf(m.Treaty); e != nil && !reviews(m) {
			ref.Rule, ref.Kind, ref.Target = "name", e.Kind, e.ID
			r.introduce(e, m.Paragraph)
			return
		}
		r.introduce(m.Treaty, m.Paragraph)
	}
	ref.Kind = cmp.Or(m.Kind, record.Instrument)
	ref.Target = "title:" + r.doc.Lang + ":" + names.Key(m.Title)
	switch {
	case m.Organ:
		ref.Target = "title:" + r.doc.Lang + ":" + names.Key(r.doc.Text[m.Start:m.Of.Start]+m.Treaty.Official(r.doc.Lang))
	case m.Treaty != nil:
		ref.Target = "title:" + lang.Fallback() + ":" + names.Key(m.Parties+" "+m.Treaty.Official(lang.Fallback()))
	}
	if len(m.Heads) == 0 {
		return
	}
	e := r.titles[ref.Target]
	if e == nil && !m.Whole {
		e = r.tailOf(m)
	}
	if e != nil {
		ref.Target = e.ID
	}
	if e == nil {
		e = &authority.Entry{ID: ref.Target, Kind: ref.Kind}
		words := ref.Target
		if m.Treaty != nil {
			words = names.Key(m.Title) // the target is in another language
		}
		r.remember(e, m.Heads, words)
	}
	if m.Rank > 0 && m.Ordinal+" "+m.Counted == m.Title {
		r.count(nil, m)
	}
	r.introduce(e, m.Paragraph)
	r.noteTreaty(e, m.Paragraph)
	r.noteBody(e, m)
}

// reviews reports whether those who meet under a treaty meet for something of its own, "the
// Review Conference of the Parties": no session of the body that meets again and again.
func reviews(m *scan.Mention) bool {
	conference, _, _ := strings.Cut(m.Parties, " of ")
	return strings.Contains(conference, " ")
}

// meantBy returns the one thing that a short name within m stands for, the treaty in the title of those who
// meet under it, the body in that of its statute, nil where it may be none or several.
func (r *resolver) meantBy(m, short *scan.Mention) *authority.Entry {
	of := *short
	of.Paragraph = m.Paragraph
	if of.Pointed {
		if e := r.nearest(&of); e != nil && e.Official(lang.Fallback()) != "" {
			return e
		}
	}
	if e := only(of.Entries, r.meant); e != nil {
		return e
	}
	fit := r.antecedents(&of)
	if e := r.topic(&of); e != nil && !(len(fit) == 1 && r.namedIn(m.Paragraph, fit[0])) {
		return e
	}
	if len(fit) == 1 && fit[0].ID != "" && fit[0].Official(lang.Fallback()) != "" {
		return fit[0]
	}
	return nil
}

// meetUnder reports whether those who meet under the treaty, where the tables have them,
// are called as the title calls them: the law of the sea has no conference of parties.
func (r *resolver) meetUnder(m *scan.Mention) bool {
	e := r.table.AssemblyOf(m.Treaty)
	if e == nil || reviews(m) || r.endsAlike(e, m) {
		return true
	}
	called, _, _ := strings.Cut(m.Parties, " ")
	return strings.HasPrefix(strings.TrimPrefix(e.ID, entityPrefix), called)
}

// endsAlike reports whether a name of the body ends as the title does behind the treaty: where one
// word means both, a meeting may be a conference.
func (r *resolver) endsAlike(e *authority.Entry, m *scan.Mention) bool {
	called := strings.TrimPrefix(r.doc.Text[min(m.Of.End, m.End):m.End], "》")
	return called != "" && slices.ContainsFunc(e.Names[r.doc.Lang], func(n authority.Name) bool { return strings.HasSuffix(n.Text, called) })
}

// remember keeps an entry that the tables do not have under its identifier and the
// head nouns by which short names recall it; words are those of its name.
func (r *resolver) remember(e *authority.Entry, heads []string, words string) {
	if r.titles == nil {
		r.titles, r.recalled, r.words = map[string]*authority.Entry{}, map[string][]*authority.Entry{}, map[*authority.Entry]string{}
	}
	r.titles[e.ID], r.words[e] = e, words
	for _, head := range heads {
		r.recalled[head] = append(lastOf(r.recalled[head]), e)
	}
}

// mostRecalled is how many names of one head a document is taken to remember:
// the last ones.
const mostRecalled = 256

func lastOf(list []*authority.Entry) []*authority.Entry {
	if len(list) < mostRecalled {
		return list
	}
	return slices.Delete(list, 0, mostRecalled/2)
}

// tailOf returns the one longer title of the document that ends with the title
// of the mention.
func (r *resolver) tailOf(m *scan.Mention) (found *authority.Entry) {
	key := names.Key(m.Title)
	for _, e := range r.recalled[m.Heads[0]] {
		if !strings.HasSuffix(e.ID, key) || strings.HasSuffix(e.ID, ":"+key) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// rulesClass is the class of entries that are rules of procedure, each of its parent.
const rulesClass = "rules"

// ownRules resolves "its rules of procedure" to those of the body that issued the
// document; it is false where the tables have none.
func (r *resolver) ownRules(ref *record.Reference) bool {
	for _, e := range r.table.Entries() {
		if e.Class == rulesClass && e.Parent != "" && e.Parent == r.doc.Body {
			ref.Target, ref.Kind = e.ID, e.Kind
			return true
		}
	}
	return false
}
