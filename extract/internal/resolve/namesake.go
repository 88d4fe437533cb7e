package resolve

import (
	"slices"
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// How far from a name that several instruments bear the number of one of them
// may stand, and a year that tells which it is, in letters.
const (
	numberWithin = 300
	yearBefore   = 16
	yearAfter    = 40
	listWithin   = 48 // between two numbers of one list, with their dates
)

// namesake chooses among entries that bear one name, and says how: by the
// adopting document or the treaty number that the paragraph or the footnote of
// the name cites beside it, else by the year that stands with the name, else
// the latest that is not after the document itself; of a treaty and its committee
// the one that the document has named in full. It is nil where none of
// these tells them apart, and where the numbers of two stand in one list.
func (r *resolver) namesake(m *scan.Mention) (e *authority.Entry, how string) {
	if e := r.inNote(m); e != nil {
		return e, "number"
	}
	if cited := r.numbered(m); len(cited) == 1 {
		return cited[0], "number"
	} else if len(cited) > 1 {
		return nil, ""
	}
	if e := r.ofYear(m); e != nil {
		return e, "date"
	}
	if mixed(m.Entries) {
		return r.onlyIntroduced(m.Entries), "antecedent"
	}
	return r.latest(m.Entries), "latest"
}

// mixed reports whether the entries are things of different kinds, a treaty and the
// committee under it: no date tells them apart.
func mixed(entries []*authority.Entry) bool {
	return slices.ContainsFunc(entries, func(e *authority.Entry) bool { return e.Kind != entries[0].Kind })
}

// onlyIntroduced returns the one of the entries that the document has named in full, nil
// where it has named none or several.
func (r *resolver) onlyIntroduced(entries []*authority.Entry) *authority.Entry {
	var found *authority.Entry
	for _, e := range entries {
		if in, ok := r.introduced[e]; !ok || in.inside {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// numbered returns the entry whose adopting document or treaty number is cited
// nearest to the name, and those whose number stands in one list with it.
func (r *resolver) numbered(m *scan.Mention) []*authority.Entry {
	after, away := r.side(m, 1)
	before, far := r.side(m, -1)
	if len(after) == 0 || len(before) > 0 && far < away {
		return before
	}
	return after
}

// side looks for numbers of the entries on one side of the name within its
// paragraph, and says how far away the nearest is.
func (r *resolver) side(m *scan.Mention, step int) (cited []*authority.Entry, away int) {
	within := numberWithin
	for i := r.at + step; i >= 0 && i < len(r.mentions) && r.mentions[i].Paragraph == m.Paragraph; i += step {
		n := &r.mentions[i]
		from, to := m.End, n.Start
		if step < 0 {
			from, to = n.End, m.Start
		}
		if !char.Within(r.doc.Text, from, to, within) {
			break
		}
		distance := char.Letters(r.doc.Text[min(from, to):to])
		e := r.adopted(m.Entries, n)
		switch {
		case e == nil:
		case len(cited) == 0:
			cited, away = append(cited, e), distance
			within = min(within, distance+listWithin)
		case !slices.Contains(cited, e):
			cited = append(cited, e)
		}
	}
	return cited, away
}

// inNote returns the entry whose number the footnote that hangs on the name
// cites.
func (r *resolver) inNote(m *scan.Mention) *authority.Entry {
	if m.Note == 0 {
		return nil
	}
	first, ok := r.notes()[m.Note]
	if !ok {
		return nil
	}
	for i := first; i < len(r.mentions) && r.mentions[i].Paragraph == r.mentions[first].Paragraph; i++ {
		if e := r.adopted(m.Entries, &r.mentions[i]); e != nil {
			return e
		}
	}
	return nil
}

// notes gives the first mention of every footnote by its number.
func (r *resolver) notes() map[int]int {
	if r.noted != nil {
		return r.noted
	}
	r.noted = map[int]int{}
	for i := range r.mentions {
		p := &r.doc.Paragraphs[r.mentions[i].Paragraph]
		if p.Zone != record.Footnote {
			continue
		}
		n, err := strconv.Atoi(strings.TrimPrefix(p.Number, "n"))
		if _, known := r.noted[n]; err == nil && !known {
			r.noted[n] = i
		}
	}
	return r.noted
}

// adopted returns the one of the entries that the document or treaty number
// cited by n adopted or registered.
func (r *resolver) adopted(entries []*authority.Entry, n *scan.Mention) *authority.Entry {
	id := ""
	switch {
	case n.Symbol != "":
		id = n.Symbol
	case n.Act != nil && !n.Dated:
		id = r.owner(n).id
	}
	for _, e := range entries {
		if id != "" && (slices.Contains(e.AdoptedBy, id) || slices.Contains(e.Treaties, id)) {
			return e
		}
	}
	return nil
}

// ofYear returns the one entry whose year stands right before or after the
// name: "the 2016 Political Declaration", «декларация 2016 года».
func (r *resolver) ofYear(m *scan.Mention) *authority.Entry {
	text := r.doc.Text
	before, after := text[char.Ahead(text, m.Start, yearBefore):m.Start], text[m.End:char.Beyond(text, m.End, yearAfter)]
	after, _, _ = strings.Cut(after, "\n\n")
	around := before[strings.LastIndexByte(before, '\n')+1:] + " " + after
	var found *authority.Entry
	for _, e := range m.Entries {
		if len(e.Date) < 4 || !strings.Contains(around, e.Date[:4]) && !strings.HasPrefix(m.Date, e.Date[:4]) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// latest returns the entry with the latest date that is not after that of the
// document, or nil where the document has none or two are of one day.
func (r *resolver) latest(entries []*authority.Entry) *authority.Entry {
	if r.doc.Date == "" {
		return nil
	}
	var found *authority.Entry
	twice := false
	for _, e := range entries {
		switch {
		case e.Date == "" || e.Date > r.doc.Date:
		case found == nil || e.Date > found.Date:
			found, twice = e, false
		case e.Date == found.Date:
			twice = true
		}
	}
	if twice {
		return nil
	}
	return found
}
