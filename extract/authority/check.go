package authority

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// Remark is something in the tables that an editor should look at: a language
// without a name, a name that two rows share, one that begins another row's, a
// date that its own document or parent denies.
type Remark struct {
	ID, What string
}

func (r Remark) String() string { return r.ID + ": " + r.What }

// Check reads the tables as an editor would, and returns what needs a look, by
// identifier. It is no list of errors: a name may well be shared on purpose.
func (t *Table) Check() []Remark {
	var remarks []Remark
	add := func(id, format string, args ...any) {
		remarks = append(remarks, Remark{id, fmt.Sprintf(format, args...)})
	}
	for _, e := range t.entries {
		if missing := e.missing(); len(missing) > 0 && e.Note == "" {
			add(e.ID, "no name in %s, and no note that says why", strings.Join(missing, ", "))
		}
		t.checkDate(e, add)
	}
	for _, code := range lang.Codes {
		t.checkForms(code, add)
	}
	slices.SortStableFunc(remarks, func(a, b Remark) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.What, b.What)) })
	return slices.Compact(remarks)
}

// missing are the languages in which the entry has no name.
func (e *Entry) missing() (codes []string) {
	for _, code := range lang.Codes {
		if len(e.Names[code]) == 0 {
			codes = append(codes, code)
		}
	}
	return codes
}

// checkDate compares the date of an instrument with the years of the
// documents that adopted it, or print it: what one body adopts another may endorse,
// or a letter transmit, in the year after. A body may take up its work later.
func (t *Table) checkDate(e *Entry, add func(id, format string, args ...any)) {
	if e.Kind != record.Instrument || len(e.Date) < 4 {
		return
	}
	for _, by := range e.AdoptedBy {
		from, to := symbol.Year(by)
		if from > 0 && (e.Date[:4] < fmt.Sprint(from-1) || e.Date[:4] > fmt.Sprint(to)) {
			add(e.ID, "dated %s, but %s is of %d", e.Date, by, from)
		}
	}
}

// checkForms looks for full names of a language that two rows share, and for
// those that another row's begins with.
func (t *Table) checkForms(code string, add func(id, format string, args ...any)) {
	type form struct {
		text string
		of   *Entry
	}
	var forms []form
	for _, e := range t.entries {
		for _, n := range e.Names[code] {
			if !n.Short {
				forms = append(forms, form{level(n.Text), e})
			}
		}
	}
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.of.ID, b.of.ID)) })
	for i := 1; i < len(forms); i++ {
		a, b := forms[i-1], forms[i]
		rest, begins := strings.CutPrefix(b.text, a.text)
		switch {
		case !begins || a.of == b.of:
		case rest == "":
			if a.of.toldByDate() && b.of.toldByDate() || treatyAndBody(a.of, b.of) {
				continue
			}
			add(a.of.ID, "%q in %s is a name of %s too", a.text, code, b.of.ID)
		case (rest[0] == ' ' || wide(rest)) && t.mistakable(a.of, b.of):
			add(a.of.ID, "%q in %s is how a name of %s begins", a.text, code, b.of.ID)
		}
	}
}

// toldByDate reports whether the entry may share its names with another: the number, the
// year or the date beside the words tells such instruments apart.
func (e *Entry) toldByDate() bool {
	return e.Kind == record.Instrument && e.Date != "" && len(e.AdoptedBy) > 0
}

// treatyAndBody reports whether two entries are a treaty and the body that it founded,
// which share an abbreviation.
func treatyAndBody(a, b *Entry) bool {
	return a.Kind != b.Kind && len(a.AdoptedBy) > 0 && slices.Equal(a.AdoptedBy, b.AdoptedBy)
}

// mistakable reports whether words that cut a name of b short would pass for a. States
// and what they are part of stand in the names of others as a matter of course: a mission
// in a State, the committee or the protocol of a treaty, the document of a conference.
func (t *Table) mistakable(a, b *Entry) bool {
	if a.Kind == record.State || a.Kind != b.Kind || b.Parent == a.ID || a.Parent == b.ID {
		return false
	}
	_, slug, _ := strings.Cut(a.ID, ":")
	return !strings.Contains(b.ID, slug) || strings.HasPrefix(b.ID, a.ID)
}

// wide reports whether the text begins with a character of a script without
// blanks between words.
func wide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r)
}
