package resolve

import (
	"strings"

	"uncite/extract/scan"
	"uncite/extract/symbol"
)

// choice is the body that owns a number, and how that was found.
type choice struct {
	issuer issuer
	id     string // canonical identifier, empty where the body has none
	wrong  string // how the date or year contradicts the number
	how    string // before, after, own, subject, list, shape, date
	note   string // why no body was found
}

// owner finds the body that numbered the mention. A number that the printed
// date contradicts is read turned round where print may have done so and the
// date fits then.
func (r *resolver) owner(m *scan.Mention) choice {
	c := r.ownerOf(m)
	if c.wrong == "" || m.Date == "" {
		return c
	}
	if t, ok := m.Turned(); ok {
		if turned := r.ownerOf(t); turned.id != "" && turned.wrong == "" {
			return turned
		}
	}
	return c
}

// ownerOf finds the body that numbered the mention as it stands. What the words say goes
// first; a body that makes no such numbers is passed over; a printed date
// decides between bodies that the words leave open.
func (r *resolver) ownerOf(m *scan.Mention) choice {
	var doubtful []choice // fit the number, but not the date
	other := ""           // why the body that the words name has no such number
	for _, o := range r.stated(m) {
		if c, ok := r.choose(o.Key, o.By, m); ok {
			if c.wrong == "" {
				return c
			}
			doubtful = append(doubtful, c)
			continue
		}
		note := foreignNote(o, m)
		switch {
		case note == "" || o.By == "subject" && r.ownFits(o.Key, m):
		case o.By == "subject":
			return choice{note: note}
		case other == "":
			other = note
		}
	}
	if other != "" && len(doubtful) == 0 {
		return choice{note: other}
	}
	how := "shape"
	if len(doubtful) > 0 {
		how = "date"
	}
	for _, key := range r.likely(m) {
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
		return doubtful[0]
	}
	if m.Form() == "conference" || m.Form() == "chapter" {
		return choice{note: "a decision of a conference of parties has no United Nations symbol of its own"}
	}
	return choice{note: "nothing says whose number this is"}
}

// principal are the bodies for which a number that they do not make is held
// for one of another of them: misprints and loose words name them all alike.
var principal = map[string]bool{"GA": true, "SC": true, "ECOSOC": true, "HRC": true, "own": true, "": true}

// foreignNote says why the mention has no target where the owner that its
// words name is a body that makes no numbers of this form, or that has no
// symbols at all: the number is that body's all the same, and no other's. It
// is empty where the number may be another's.
func foreignNote(o scan.Owner, m *scan.Mention) string {
	switch {
	case principal[o.Key], o.By == "own", o.By == "later", o.By == "list" && m.Rule != "list":
		return ""
	case o.Key == "foreign":
		return "the words name a body whose resolutions have no United Nations symbols"
	case strings.HasPrefix(o.Key, "entity:"):
		return noSymbol(issuer{entity: o.Key}, m)
	case len(issuers[o.Key]) > 0:
		return noSymbol(issuers[o.Key][0], m)
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
	if !ok {
		return choice{}, false
	}
	c := choice{issuer: is, id: is.identifier(m), how: how}
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
// subject of "its" before the issuing body that "its" means otherwise.
func (r *resolver) stated(m *scan.Mention) []scan.Owner {
	var out []scan.Owner
	for _, o := range m.Owners {
		switch o.Key {
		case "own":
			o.Key = r.body
		case "COUNCIL":
			o.Key = r.council(m)
		case "COMMISSION":
			o.Key = r.commission(m)
		}
		if key, ok := bodyKeys[o.Key]; ok {
			o.Key = key // named as the authority tables name it
		}
		if o.By == "subject" {
			out = append([]scan.Owner{o}, out...)
			continue
		}
		out = append(out, o)
	}
	return out
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

// commission returns the commission that "the Commission" means: the document's
// own, or the last that was named in full.
func (r *resolver) commission(m *scan.Mention) string {
	if strings.Contains(r.doc.Body, "commission") {
		return r.doc.Body
	}
	return m.Commission
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
		switch {
		case r.body == "HRC":
			return []string{"HRC", "GA", "ECOSOC"}
		case m.Council == "HRC" && (m.Date != "" || says(m, "own")):
			return []string{"GA", "ECOSOC", "HRC"}
		}
		if m.Type == "resolution" && m.Date != "" && says(m, "own") {
			return []string{"GA", "ECOSOC", m.Named}
		}
		return []string{"GA", "ECOSOC"}
	}
	return nil
}

func says(m *scan.Mention, key string) bool {
	for _, o := range m.Owners {
		if o.Key == key {
			return true
		}
	}
	return false
}
