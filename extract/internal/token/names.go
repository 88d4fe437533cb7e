package token

import (
	"slices"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// neighbours are words that must not stand right before and right after a
// name, in the form that the text has.
type neighbours struct{ before, after []string }

// candidates are entries that a word may stand for, each with the words that
// must not stand beside it, nil where it has none.
type candidates struct {
	entries []*authority.Entry
	beside  []*neighbours
}

// entries are those that a word may stand for.
type entries struct {
	full, short      candidates
	shortInstruments candidates // of the short ones, what a title may name
	shortBodies      candidates // and what it may not
	bounded          bool       // words beside it may forbid some of them
}

func (n *entries) add(t *meaning, beside *neighbours) {
	n.bounded = n.bounded || beside != nil
	switch {
	case !t.short:
		n.full.add(t.entry, beside)
		return
	case t.entry.Kind == record.Instrument:
		n.shortInstruments.add(t.entry, beside)
	default:
		n.shortBodies.add(t.entry, beside)
	}
	n.short.add(t.entry, beside)
}

// add adds an entry once: two of its names may be the same when normalised.
func (c *candidates) add(e *authority.Entry, beside *neighbours) {
	if !slices.Contains(c.entries, e) {
		c.entries, c.beside = append(c.entries, e), append(c.beside, beside)
	}
}

// NamesAt returns the entries that the name at t may stand for here: those of
// a full name, or else all of the short ones.
func (s *Paragraph) NamesAt(t *Token) (entries []*authority.Entry, short bool) {
	named := s.Lang.summed[t.List].names
	if full := s.allowed(named, &named.full, t); len(full) > 0 {
		return full, false
	}
	return s.allowed(named, &named.short, t), true
}

// BodiesAt returns the bodies and States among the entries for which the name at
// t may be short here.
func (s *Paragraph) BodiesAt(t *Token) []*authority.Entry {
	named := s.Lang.summed[t.List].names
	return s.allowed(named, &named.shortBodies, t)
}

// allowed leaves out the candidates that the words beside t exclude.
func (s *Paragraph) allowed(named *entries, c *candidates, t *Token) []*authority.Entry {
	if !named.bounded {
		return c.entries
	}
	for i, n := range c.beside {
		if n != nil && s.stands(n, t) {
			return s.others(c, i, t)
		}
	}
	return c.entries
}

// others are the candidates but the one at i and those behind it that the words beside t exclude.
func (s *Paragraph) others(c *candidates, i int, t *Token) []*authority.Entry {
	left := slices.Clone(c.entries[:i])
	for i++; i < len(c.entries); i++ {
		if n := c.beside[i]; n == nil || !s.stands(n, t) {
			left = append(left, c.entries[i])
		}
	}
	return left
}

// stands reports whether one of the words stands beside the name, which make it
// mean something else: Lake Chad, 索马里.
func (s *Paragraph) stands(n *neighbours, t *Token) bool {
	if before := s.Text.Bytes[:t.Start]; len(n.before) > 0 {
		for len(before) > 0 && before[len(before)-1] == ' ' {
			before = before[:len(before)-1]
		}
		for _, w := range n.before {
			if char.EndsWithWord(before, w) {
				return true
			}
		}
	}
	if after := s.Text.Bytes[t.End:]; len(n.after) > 0 {
		for len(after) > 0 && after[0] == ' ' {
			after = after[1:]
		}
		for _, w := range n.after {
			if len(w) <= len(after) && after[0] == w[0] && string(after[:len(w)]) == w {
				return true
			}
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
	named := s.Lang.summed[list].names
	if len(named.full.entries) > 0 {
		return named.full.entries, false
	}
	return named.shortInstruments.entries, len(named.shortInstruments.entries) > 0
}

// NamesAny reports whether one of the entries that the name at t may stand for,
// wherever it stands, is such a one; short says that t is but its short name.
func (s *Paragraph) NamesAny(t *Token, such func(e *authority.Entry, short bool) bool) bool {
	named := s.Lang.summed[t.List].names
	return slices.ContainsFunc(named.full.entries, func(e *authority.Entry) bool { return such(e, false) }) ||
		slices.ContainsFunc(named.short.entries, func(e *authority.Entry) bool { return such(e, true) })
}
