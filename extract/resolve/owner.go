package resolve

import (
	"strconv"

	"uncite/extract/scan"
	"uncite/extract/symbol"
)

// choice is the body that owns a number, and how that was found.
type choice struct {
	issuer issuer
	id     string // canonical identifier, empty where the body has none
	wrong  string // how the date or year contradicts the number
	doubt  bool   // the body can hardly have made this number
	how    string // before, after, own, subject, list, shape, date
	note   string // why no body was found
}

// owner finds the body that numbered the mention. What the words say goes
// first; a body that makes no such numbers is passed over; a printed date
// decides between bodies that the words leave open.
func (r *resolver) owner(m *scan.Mention) choice {
	var doubtful []choice // fit the number, but not the date
	for _, o := range r.stated(m) {
		if o.Key == "foreign" {
			return choice{note: "the words name a body whose resolutions have no United Nations symbols"}
		}
		if c, ok := r.choose(o.Key, o.By, m); ok {
			if c.wrong == "" && !c.doubt {
				return c
			}
			doubtful = append(doubtful, c)
		}
	}
	how := "shape"
	if len(doubtful) > 0 {
		how = "date"
	}
	for _, key := range r.likely(m) {
		if key == "HRC" && r.body != "HRC" && m.Council != "HRC" && !r.inRightsSession(m) {
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
	if len(doubtful) > 0 {
		if c, ok := r.turned(m); ok {
			return c
		}
		return doubtful[0]
	}
	if m.Form() == "conference" || m.Form() == "chapter" {
		return choice{note: "a decision of a conference of parties has no United Nations symbol of its own"}
	}
	return choice{note: "nothing says whose number this is"}
}

// turned reads a number whose two sides print has turned round, 32/37 for
// 37/32, where the printed date fits that way and no other.
func (r *resolver) turned(m *scan.Mention) (choice, bool) {
	t, ok := m.Turned()
	if !ok || m.Date == "" {
		return choice{}, false
	}
	keys := r.likely(t)
	for _, o := range r.stated(t) {
		keys = append([]string{o.Key}, keys...)
	}
	for _, key := range keys {
		c, ok := r.choose(key, "turned", t)
		if year, _ := symbol.Year(c.id); ok && c.wrong == "" && year != 0 {
			return c, true
		}
	}
	return choice{}, false
}

// choose makes the mention a number of the body with the key, if that body
// makes such numbers, and holds the number against the printed date.
func (r *resolver) choose(key, how string, m *scan.Mention) (choice, bool) {
	is, ok := numbers(key, m)
	if !ok {
		return choice{}, false
	}
	c := choice{issuer: is, id: is.identifier(m), how: how}
	c.doubt = key == "HRC" && (m.Type == "resolution" && m.B() > mostOfSession || r.late(c.id))
	if c.id == "" || is.plainlyFits(m) {
		return c, true
	}
	if note, ok := symbol.Check(c.id, m.Date); !ok {
		c.wrong = note
	}
	return c, true
}

// stated returns the owners that the words name, the likeliest first: the
// subject of "its" before the issuing body that "its" means otherwise.
func (r *resolver) stated(m *scan.Mention) []scan.Owner {
	var out []scan.Owner
	for _, o := range m.Owners {
		switch o.Key {
		case "own":
			o.Key = r.own(o.Gender, m)
		case "COUNCIL":
			o.Key = r.council(m)
		}
		if o.By == "subject" {
			out = append([]scan.Owner{o}, out...)
			continue
		}
		out = append(out, o)
	}
	return out
}

// own returns the body that "its" means: the issuing body, unless its gender
// forbids. In Arabic the Councils are masculine, the Assemblies feminine.
func (r *resolver) own(gender string, m *scan.Mention) string {
	council := r.body == "SC" || r.body == "ECOSOC" || r.body == "HRC"
	switch {
	case gender == "his" && (r.body == "GA" || r.body == "UNEA"):
		if c, ok := r.choose(m.Council, "own", m); ok && c.wrong == "" && !c.doubt {
			return m.Council
		}
		return "" // perhaps a conference's, which is masculine too
	case gender == "her" && council:
		return "GA"
	}
	return r.body
}

// council returns the council that "the Council" means: the document's own,
// or the last that was named in full.
func (r *resolver) council(m *scan.Mention) string {
	switch r.body {
	case "SC", "ECOSOC", "HRC":
		return r.body
	}
	return m.Council
}

// likely returns the bodies that may own a number of this shape when the
// words name none.
func (r *resolver) likely(m *scan.Mention) []string {
	switch m.Form() {
	case "yearly":
		if y, ok := symbol.SecurityCouncilYear(m.A()); ok && y == m.B() || m.Type != "" {
			return []string{"SC"}
		}
	case "plain":
		if r.body == "SC" {
			return []string{"SC"}
		}
	case "roman":
		return []string{"GA", "ECOSOC"}
	case "special":
		if r.body == "HRC" {
			return []string{"HRC", "GA"}
		}
		return []string{"GA", "HRC"}
	case "slashed":
		if _, ok := numbers(m.Named, m); ok && m.A() > 1945 {
			return []string{m.Named, "ECOSOC"} // the Commissions count by years as the Council does
		}
		if r.body == "HRC" {
			return []string{"HRC", "GA", "ECOSOC"}
		}
		keys := []string{"GA", "ECOSOC"}
		if m.Council == "HRC" && says(m, "own") || len(m.Date) >= len("2006-06") {
			keys = append(keys, "HRC")
		}
		if m.Type == "resolution" && m.Date != "" && says(m, "own") {
			keys = append(keys, m.Named)
		}
		return keys
	}
	return nil
}

// inRightsSession reports whether the printed date, to the month at least,
// lies in the session of the Human Rights Council that the number names: the
// sessions are so short that only its own numbers fit.
func (r *resolver) inRightsSession(m *scan.Mention) bool {
	if len(m.Date) < len("2006-06") { // numbers of special sessions are looked up without a date too
		return m.Form() != "slashed"
	}
	c, ok := r.choose("HRC", "date", m)
	from, _ := symbol.Year(c.id)
	return ok && c.wrong == "" && from != 0
}

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
	for _, o := range m.Owners {
		if o.Key == key {
			return true
		}
	}
	return false
}
