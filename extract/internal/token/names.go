package token

import (
	"bytes"
	"slices"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// neighbours are words that must not stand right before and right after a
// name, in the form that the text has.
type neighbours struct{ before, after []string }

// entries are those that a word may stand for.
type entries struct {
	full, short      []*authority.Entry
	shortInstruments []*authority.Entry // of the short ones, what a title may name
	bounded          bool               // words beside it may forbid some of them
}

func (n *entries) add(t *meaning) {
	n.bounded = n.bounded || len(t.entry.NotAfter)+len(t.entry.NotBefore) > 0
	switch {
	case !t.short:
		n.full = addEntry(n.full, t.entry)
	case t.entry.Kind == record.Instrument:
		n.shortInstruments = addEntry(n.shortInstruments, t.entry)
		fallthrough
	default:
		n.short = addEntry(n.short, t.entry)
	}
}

// NamesAt returns the entries that the name at t may stand for here: those of
// a full name, or else all of the short ones.
func (s *Paragraph) NamesAt(t *Token) (entries []*authority.Entry, short bool) {
	named := &s.Lang.named[t.List]
	entries, shorts := named.full, named.short
	if named.bounded {
		entries = s.allowed(entries, t)
		if len(entries) == 0 {
			shorts = s.allowed(shorts, t)
		}
	}
	if len(entries) > 0 {
		return entries, false
	}
	return shorts, true
}

// allowed leaves out the entries that the words beside t exclude.
func (s *Paragraph) allowed(entries []*authority.Entry, t *Token) []*authority.Entry {
	forbidden := func(e *authority.Entry) bool { return s.excluded(e, t) }
	if !slices.ContainsFunc(entries, forbidden) {
		return entries
	}
	return slices.DeleteFunc(slices.Clone(entries), forbidden)
}

// addEntry adds an entry once: two of its names may be the same when normalised.
func addEntry(entries []*authority.Entry, e *authority.Entry) []*authority.Entry {
	if slices.Contains(entries, e) {
		return entries
	}
	return append(entries, e)
}

// excluded reports whether words beside the name make it mean something else:
// Lake Chad, 索马里.
func (s *Paragraph) excluded(e *authority.Entry, t *Token) bool {
	if len(e.NotAfter)+len(e.NotBefore) == 0 {
		return false
	}
	beside := s.Lang.beside[e]
	before := bytes.TrimRight(s.Text.Bytes[:t.Start], " ")
	for _, w := range beside.before {
		if char.EndsWithWord(before, w) {
			return true
		}
	}
	after := bytes.TrimLeft(s.Text.Bytes[t.End:], " ")
	for _, w := range beside.after {
		if bytes.HasPrefix(after, []byte(w)) {
			return true
		}
	}
	return false
}

// WholeName returns the entries whose name fills the text from start to end.
// Token k, the first after the start, may be that name.
func (s *Paragraph) WholeName(k, start, end int) ([]*authority.Entry, bool) {
	list := int32(match.None)
	if k < len(s.Tokens) && int(s.Tokens[k].Start) == start && int(s.Tokens[k].End) == end && s.Tokens[k].Is(Name) {
		list = s.Tokens[k].List
	} else if m, ok := s.Lang.words.At(s.Text.Bytes[:end], char.SkipBlank(s.Text.Bytes, start)); ok && char.SkipBlank(s.Text.Bytes, m.End) >= end {
		list = m.List
	}
	if list == match.None {
		return nil, false
	}
	named := &s.Lang.named[list]
	if len(named.full) > 0 {
		return named.full, false
	}
	return named.shortInstruments, len(named.shortInstruments) > 0
}

// NamesAny reports whether one of the entries that the name at t may stand for,
// wherever it stands, is such a one; short says that t is but its short name.
func (s *Paragraph) NamesAny(t *Token, such func(e *authority.Entry, short bool) bool) bool {
	named := &s.Lang.named[t.List]
	return slices.ContainsFunc(named.full, func(e *authority.Entry) bool { return such(e, false) }) ||
		slices.ContainsFunc(named.short, func(e *authority.Entry) bool { return such(e, true) })
}
