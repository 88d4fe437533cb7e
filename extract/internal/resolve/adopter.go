package resolve

import (
	"slices"
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/names"
	"uncite/extract/internal/scan"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// byAdopter resolves the short name of an instrument whose adopter the words name: the one named last
// of those that are the adopter's, else the one of the tables that bears its name. Where there is
// none, it is unresolved: what was named before is another's. It is false where the document's title
// or body says what the words stand for.
func (r *resolver) byAdopter(ref *record.Reference, m *scan.Mention) bool {
	if r.topic(m) != nil {
		return false
	}
	var last *authority.Entry
	ever := 0
	for e := range r.candidates(m, &ever) {
		if _, named := r.introduced[e]; named && e.ID != "" && (ofAdopter(e, m.By) || r.besideAdopter(e, m)) && r.later(e, last) {
			last = e
		}
	}
	if last == nil {
		last = only(m.Entries, slices.DeleteFunc(slices.Clone(m.Entries), func(e *authority.Entry) bool { return !ofAdopter(e, m.By) }))
	}
	if last == nil && m.By.Loose {
		return false
	}
	if last == nil {
		ref.Target, ref.Status = "", record.Unresolved
		ref.Note = "“" + onOneLine(ref.Text) + "” is short for something of “" + r.adopterName(m.By) + "” that the document has not named before"
		return true
	}
	ref.Target, ref.Kind, ref.Rule = last.ID, last.Kind, "short:adopter"
	r.introduce(last, m.Paragraph)
	return true
}

// ofAdopter reports whether the instrument bears the name of who adopted it, with its number, stands
// in the report of that conference, or is that body's by the tables.
func ofAdopter(e *authority.Entry, by *scan.Adopter) bool {
	if by.Entry == nil {
		return false
	}
	if e.Parent == by.Entry.ID || by.Nth < 2 && slices.Contains(symbol.HeldOf(by.Entry.ID), e.ID) {
		return true
	}
	number := ""
	if by.Nth < 2 && by.Entry.Class == "conference" && !oneYear(e, by.Entry) {
		return false // what was adopted five years later, or on an anniversary
	}
	if by.Nth > 1 {
		number, _, _ = strings.Cut(strings.TrimPrefix(by.Entry.Numbered(by.Nth), entityPrefix), "-")
	}
	for _, body := range by.Entry.Names[lang.Fallback()] {
		for _, n := range e.Names[lang.Fallback()] {
			before, _, ok := strings.Cut(char.Lower(n.Text), char.Lower(body.Text))
			if ok && (number != "" && strings.HasSuffix(before, number+" ") || number == "" && !endsWithNumber(by.Entry, before)) {
				return true
			}
		}
	}
	return false
}

// oneYear reports whether two entries are of one year or of two that follow each other, where the
// tables say so.
func oneYear(a, b *authority.Entry) bool {
	if len(a.Date) < 4 || len(b.Date) < 4 {
		return true
	}
	x, err := strconv.Atoi(a.Date[:4])
	y, err2 := strconv.Atoi(b.Date[:4])
	return err != nil || err2 != nil || x-y <= 1 && y-x <= 1
}

// adopterName is what the document calls the adopter.
func (r *resolver) adopterName(by *scan.Adopter) string {
	if by.Entry == nil {
		return onOneLine(by.Title)
	}
	return by.Entry.Official(r.doc.Lang)
}

// endsWithNumber reports whether the words before the name of a body count it in its series.
func endsWithNumber(e *authority.Entry, before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	numbered := authority.Entry{ID: entityPrefix + words[len(words)-1] + "-" + strings.TrimPrefix(e.ID, entityPrefix)}
	return numbered.InSeries()
}

// besideAdopter reports whether a paragraph has named the instrument beside who adopted it, of the
// last mentions before this one.
func (r *resolver) besideAdopter(e *authority.Entry, m *scan.Mention) bool {
	from := max(0, r.at-mostBeside)
	for i := r.at - 1; i >= from; i-- {
		n := &r.mentions[i]
		if n.Short || !(slices.Contains(n.Entries, e) || n.Title != "" && strings.HasSuffix(e.ID, ":"+names.Key(n.Title))) {
			continue
		}
		for j := i - nearBeside; j <= i+nearBeside; j++ {
			if j < from || j >= r.at || r.mentions[j].Paragraph != n.Paragraph || r.mentions[j].Short {
				continue
			}
			of := &r.mentions[j]
			if (m.By.Entry != nil && slices.Contains(of.Entries, m.By.Entry) && of.Nth == m.By.Nth || m.By.Title != "" && of.Title == m.By.Title) && !(n.Paragraph == m.Paragraph && j+1 == r.at) {
				return true
			}
		}
	}
	return false
}

// Bounds of the look back, in mentions: at all, and beside the instrument.
const (
	mostBeside = 512
	nearBeside = 6
)
