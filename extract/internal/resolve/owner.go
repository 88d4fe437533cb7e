package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/internal/scan"
	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

// choice is the body that owns a number, and how that was found.
type choice struct {
	issuer issuer
	id     string // canonical identifier, empty where the body has none
	wrong  string // how the date or year contradicts the number
	doubt  bool   // the body can hardly have made this number
	how    string // before, after, own, subject, list, adopter, report, shape, date
	note   string // why no body was found
}

// owner finds the body that numbered the mention. A number that the printed
// date contradicts is read turned round where print may have done so and the
// date fits then; elsewhere one that is no number of any body as it stands.
func (r *resolver) owner(m *scan.Mention) choice {
	c := r.ownerOf(m)
	if m.Date == "" || c.wrong == "" && c.id != "" {
		return c
	}
	if !m.Act.Turns && (c.note != nobody || len(m.Date) < len("2006-01-02")) {
		return c // print from left to right turns no number, a typist may
	}
	if t, ok := m.Turned(); ok {
		if turned := r.ownerOf(t); turned.id != "" && turned.wrong == "" {
			return turned
		}
	}
	return c
}

// ownerOf finds the body that numbered the mention as it stands. What the words
// say goes first; a body that makes no such numbers is passed over; a printed date
// decides between bodies that the words leave open.
func (r *resolver) ownerOf(m *scan.Mention) choice {
	c, decided, doubtful := r.statedOwner(m)
	if decided {
		return c
	}
	if m.Act.Draft && m.Date == "" && len(doubtful) == 0 {
		return choice{note: "the words call it a draft, and such a number is not yet one that the body has given"}
	}
	how := "shape"
	if len(doubtful) > 0 {
		how = "date"
	} else if c, ok := r.unknownOrgan(m); ok {
		return c
	}
	for _, key := range r.likely(m) {
		if key == "HRC" && r.body != "HRC" && m.Act.Council != "HRC" && !r.inRightsSession(m) {
			continue
		}
		if c, ok := r.choose(key, how, m); ok {
			if c.wrong == "" {
				return c
			}
			if key == "HRC" && r.body != "HRC" {
				continue // a Council's number only by its date
			}
			c.how = "shape"
			doubtful = append(doubtful, c)
		}
	}
	if len(doubtful) > 0 && !r.nobodys(m, doubtful) {
		return doubtful[0]
	}
	if m.Act.Form == token.Conference || m.Act.Form == token.Chapter {
		return choice{note: "a decision of a conference of parties has no United Nations symbol of its own"}
	}
	if m.Act.Conference != "" {
		return choice{note: r.noSymbol(m.Act.Conference, m)}
	}
	return choice{note: nobody}
}

// councils are the bodies that "the Council" means.
var councils = []string{"HRC", "ECOSOC", "SC"}

// unknownOrgan decides where the words say no more than "the Council" or "the
// Commission" and the document names none: of the Councils the first that makes such
// resolutions; it is no number of the Assembly.
func (r *resolver) unknownOrgan(m *scan.Mention) (choice, bool) {
	owners := m.Act.Owners
	if r.body == "" && len(owners) == 2 && owners[0].Key == "own" && owners[1].Key == "COUNCIL" {
		return r.firstCouncil(owners[1], m) // "In its resolution 34/7, the Council asked"
	}
	if len(owners) != 1 {
		return choice{}, false
	}
	o := owners[0]
	switch {
	case o.By == "adopter" && o.Key == "COUNCIL":
		return r.firstCouncil(o, m)
	case o.Loose || o.By == "list":
		return choice{}, false
	case o.Key == "COUNCIL" && r.council(m) == "":
		if c, ok := r.firstCouncil(o, m); ok {
			return c, true
		}
	case o.Key != "COMMISSION" || r.commission(m) != "":
		return choice{}, false
	}
	return choice{note: nobody}, true
}

// firstCouncil finds the first of the Councils that makes such numbers.
func (r *resolver) firstCouncil(o scan.Owner, m *scan.Mention) (choice, bool) {
	if r.council(m) != "" {
		return choice{}, false
	}
	for _, key := range councils {
		if c, ok := r.choose(key, o.By, m); ok && c.id != "" && c.wrong == "" && !c.doubt && !(key == "HRC" && m.Act.Type == "decision") {
			return c, true
		}
	}
	return choice{}, false
}

// nobody is the reason where no words tell the owner.
const nobody = "nothing says whose number this is"

// nobodys reports whether a number with a roman session, of which the words name no
// owner, is one that neither the Assembly nor the Council has at any session near
// the one printed: another organisation's.
func (r *resolver) nobodys(m *scan.Mention, doubtful []choice) bool {
	if m.Act.Form != token.Roman {
		return false
	}
	for _, c := range doubtful {
		if c.how != "shape" || symbol.NearSession(c.id) {
			return false
		}
	}
	return true
}

// statedOwner finds the body among those that the words name. Where they do
// not decide, doubtful are those that fit the number, but not the date or the
// day of the document.
func (r *resolver) statedOwner(m *scan.Mention) (_ choice, decided bool, doubtful []choice) {
	other := "" // why the body that the words name has no such number
	for _, o := range r.stated(m) {
		if c, ok := r.choose(o.Key, o.By, m); ok {
			if c.id == "" && (o.Loose || o.By == "subject") && plainlyAssembly(m) {
				continue
			}
			if c.wrong == "" && !c.doubt {
				return c, true, nil
			}
			doubtful = append(doubtful, c)
			continue
		}
		note := r.foreignNote(o, m)
		if note != "" && (o.Loose || o.By == "subject") && plainlyAssembly(m) {
			continue
		}
		switch {
		case note == "" || o.By == "subject" && r.ownFits(o.Key, m):
		case o.By == "subject":
			return choice{note: note}, true, nil
		case other == "":
			other = note
		}
	}
	if other != "" && len(doubtful) == 0 {
		return choice{note: other}, true, nil
	}
	return choice{}, false, doubtful
}

// plainlyAssembly reports whether number and printed date are plainly those of a
// resolution of the General Assembly: a body that words of a title, of a modifier
// or of the next clause name owns no such number.
func plainlyAssembly(m *scan.Mention) bool {
	is, ok := numbers("GA", m)
	return ok && m.Date != "" && is.plainlyFits(m)
}

// principal are the bodies for which a number that they do not make is held
// for one of another of them: misprints and loose words name them all alike.
var principal = map[string]bool{"GA": true, "SC": true, "ECOSOC": true, "HRC": true, "own": true, "": true}

// foreign says why a number that is none of the United Nations' has no target.
// Words such as "the Commission" mean one of a body that the document does not
// say in full.
func (r *resolver) foreign(m *scan.Mention) string {
	for _, o := range m.Act.Owners {
		if canonical, ok := strings.CutPrefix(o.Key, scan.ReportKey); ok {
			o.Key = reporter(canonical)
		}
		if o.Key == "COUNCIL" || o.Key == "COMMISSION" {
			continue
		}
		if note := r.foreignNote(o, m); note != "" {
			return note
		}
	}
	return "“" + m.Act.Session + "” is no number of a body whose resolutions have United Nations symbols"
}

// foreignNote says why the mention has no target where the owner that its
// words name is a body that makes no numbers of this form, or that has no
// symbols at all: the number is that body's all the same, and no other's. It
// is empty where the number may be another's.
func (r *resolver) foreignNote(o scan.Owner, m *scan.Mention) string {
	switch {
	case principal[o.Key], o.By == "own" && m.Act.Opened == "", o.By == "later", o.By == "list" && m.Rule != "list":
		return ""
	case o.Key == "foreign":
		return "the words name a body whose resolutions have no United Nations symbols"
	case strings.HasPrefix(o.Key, "entity:"):
		return r.noSymbol(o.Key, m)
	case len(issuers[o.Key]) > 0:
		return r.noSymbol(issuers[o.Key][0].entity(), m)
	}
	return ""
}

// ownFits reports whether "its" number is rather one of the body that issued
// the document than of the subject with the key: the subject is known to make
// none of its form, or the printed date is that of the issuing body's number.
func (r *resolver) ownFits(subject string, m *scan.Mention) bool {
	c, ok := r.choose(r.body, "own", m)
	return ok && c.id != "" && c.wrong == "" && (m.Date != "" || len(issuers[subject]) > 0)
}

// choose makes the mention a number of the body with the key, if that body
// makes such numbers, and holds the number against the printed date.
func (r *resolver) choose(key, how string, m *scan.Mention) (choice, bool) {
	is, ok := numbers(key, m)
	if !ok || how == "shape" && (is.belowDecisions(m) || m.Act.Form == token.Slashed && m.Act.B > mostOfAny) {
		return choice{}, false
	}
	c := choice{issuer: is, id: is.identifier(m), how: how}
	c.doubt = key == "HRC" && (m.Act.Type == "resolution" && m.Act.B > mostOfSession || r.late(c.id))
	if how == "later" {
		c.how = "after"
	}
	if c.id == "" || is.plainlyFits(m) {
		return c, true
	}
	if note, ok := symbol.Check(c.id, m.Date); !ok {
		c.wrong = note
	}
	return c, true
}

// stated returns the owners that the words name, the likeliest first: the
// subject of "its" before the issuing body that "its" means otherwise. They
// hold until it is asked again.
func (r *resolver) stated(m *scan.Mention) []scan.Owner {
	out := r.owners[:0]
	for _, o := range m.Act.Owners {
		switch o.Key {
		case "own":
			o.Key = r.own(o.Gender, m)
		case "COUNCIL":
			o.Key = r.council(m)
		case "COMMISSION":
			o.Key = r.commission(m)
		}
		if canonical, ok := strings.CutPrefix(o.Key, scan.ReportKey); ok {
			if o.Key = reporter(canonical); o.Key == "" {
				continue
			}
		}
		if canonical, ok := strings.CutPrefix(o.Key, scan.SeriesKey); ok {
			if o.Key = seriesOf(canonical); o.Key == "" {
				continue
			}
		}
		o.Key = cmp.Or(token.KeyOf(o.Key), o.Key)
		if o.By == "subject" {
			out = slices.Insert(out, 0, o)
			continue
		}
		out = append(out, o)
	}
	r.owners = out
	return out
}

// seriesOf returns the key of the body whose resolutions have such symbols as the
// one given, empty where none has.
func seriesOf(canonical string) string {
	found, longest := "", 0
	for key, ways := range issuers {
		for _, is := range ways {
			for _, pattern := range [...]string{is.resolution, is.decision} {
				series, _, _ := strings.Cut(pattern, "{")
				if len(series) > longest && strings.HasPrefix(canonical, series) {
					found, longest = key, len(series)
				}
			}
		}
	}
	return found
}

// own returns the body that "its" means: the issuing body, unless its gender
// forbids. In Arabic the Councils are masculine, the Assemblies feminine.
func (r *resolver) own(gender string, m *scan.Mention) string {
	body := r.body
	if m.Act.Opened != "" && !(m.Act.Opened == anyConference && body != "" && !principal[body]) {
		body = cmp.Or(token.KeyOf(m.Act.Opened), m.Act.Opened) // the text is that of another body
	}
	council := body == "SC" || body == "ECOSOC" || body == "HRC"
	switch {
	case gender == "his" && (body == "GA" || body == "UNEA"):
		if c, ok := r.choose(m.Act.Council, "own", m); ok && c.wrong == "" && !c.doubt {
			return m.Act.Council
		}
		return "" // perhaps a conference's, which is masculine too
	case gender == "her" && council:
		return "GA"
	}
	return body
}

// anyConference is the conference of parties that an opening formula names in short: in
// a document of one it is that.
const anyConference = "entity:conference-of-the-parties"

// council returns the council that "the Council" means: the document's own,
// or the last that was named in full.
func (r *resolver) council(m *scan.Mention) string {
	switch r.body {
	case "SC", "ECOSOC", "HRC":
		return r.body
	}
	return m.Act.Council
}

// commission returns the commission that "the Commission" means: the document's
// own, or the last that was named in full.
func (r *resolver) commission(m *scan.Mention) string {
	if strings.Contains(r.doc.Body, "commission") {
		return r.doc.Body
	}
	return m.Act.Commission
}

// lastRoman is the last session whose resolutions the General Assembly numbered in
// roman figures: a slashed number of a session up to it is none of its.
const lastRoman = 30

// likely returns the bodies that may own a number of this shape when the
// words name none.
func (r *resolver) likely(m *scan.Mention) []string {
	if is, ok := numbers(r.body, m); ok && !principal[r.body] && is.identifier(m) != "" {
		return []string{r.body} // a conference's own: "decision 15/5" in a document of it
	}
	switch m.Act.Form {
	case token.Yearly:
		if y, ok := symbol.SecurityCouncilYear(m.Act.A); ok && y == m.Act.B || m.Act.Type != "" {
			return []string{"SC"}
		}
	case token.Plain:
		if r.body == "SC" || principal[r.body] && ofCouncilsYear(m) {
			return []string{"SC"}
		}
	case token.Roman:
		return []string{"GA", "ECOSOC"}
	case token.Special:
		if r.body == "HRC" {
			return []string{"HRC", "GA"}
		}
		return []string{"GA", "HRC"}
	case token.Slashed:
		if _, ok := numbers(m.Act.Named, m); ok && (m.Act.A > 1945 || m.Act.A <= lastRoman) {
			return []string{m.Act.Named, "ECOSOC"} // the Commissions count by years as the Council does
		}
		if r.body == "HRC" {
			return []string{"HRC", "GA", "ECOSOC"}
		}
		keys := []string{"GA", "ECOSOC"}
		if m.Act.Year > 0 && ofYear("HRC", m) && !ofYear("GA", m) {
			return []string{"HRC"}
		}
		switch conference := cmp.Or(token.KeyOf(m.Act.Conference), m.Act.Conference); {
		case len(issuers[conference]) > 0:
			keys = append(keys, conference)
		case conference != "": // it has no symbols, but its number is no Council's by shape
		case m.Act.Council == "HRC" && says(m, "own") || len(m.Date) >= len("2006-06"):
			keys = append(keys, "HRC")
		}
		if m.Act.Type == "resolution" && m.Date != "" && says(m, "own") {
			keys = append(keys, m.Act.Named)
		}
		return keys
	}
	return nil
}

// firstDistinct is the least bare number that year and number together make the Security
// Council's: in its first years other bodies began to count too.
const firstDistinct = 100

// ofCouncilsYear reports whether a bare number is one of those that the Security Council
// gave to resolutions in the year of the printed date: "resolution 1631 of 17 October 2005".
func ofCouncilsYear(m *scan.Mention) bool {
	year, ok := symbol.SecurityCouncilYear(m.Act.A)
	return ok && m.Act.Type == "resolution" && m.Act.A >= firstDistinct && len(m.Date) >= len("2006-01") && strings.HasPrefix(m.Date, strconv.Itoa(year))
}

// inRightsSession reports whether the printed date, to the month at least,
// lies in the session of the Human Rights Council that the number names: the
// sessions are so short that only its own numbers fit.
func (r *resolver) inRightsSession(m *scan.Mention) bool {
	if m.Act.Year > 0 {
		return ofYear("HRC", m)
	}
	if len(m.Date) < len("2006-06") { // numbers of special sessions are looked up without a date too
		return m.Act.Form != token.Slashed
	}
	c, ok := r.choose("HRC", "date", m)
	from, _ := symbol.Year(c.id)
	return ok && c.wrong == "" && from != 0
}

// ofYear reports whether the body's resolution with the number of the mention is of the year
// that stands in brackets behind it.
func ofYear(key string, m *scan.Mention) bool {
	is, ok := numbers(key, m)
	if !ok {
		return false
	}
	from, to := symbol.Year(is.identifier(m))
	return from <= m.Act.Year && m.Act.Year <= to
}

// mostOfAny is more resolutions or decisions than any body has adopted at a session or in a
// year: 34/2010 and 2019/2125 are others' numbers, where no words name the body.
const mostOfAny = 999

// mostOfSession is more resolutions than the Human Rights Council has adopted
// at any session; the General Assembly's of the same shape are many more, and
// "the Council, established by its resolution 60/251" means one of those.
const mostOfSession = 65

// late reports whether the document of the identifier is of a later year than
// the one that cites it.
func (r *resolver) late(id string) bool {
	from, _ := symbol.Year(id)
	return len(r.doc.Date) >= 4 && from > 0 && strconv.Itoa(from) > r.doc.Date[:4]
}

func says(m *scan.Mention, key string) bool {
	for _, o := range m.Act.Owners {
		if o.Key == key {
			return true
		}
	}
	return false
}
