package scan

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Bounds of what may stand between a name and the brackets with the parties to a case,
// in letters, where words are parted by blanks and where they are not.
const (
	maxBeforeParties    = 3
	maxBeforePartiesHan = 14
)

// inCase reports whether the name that ends at the offset is part of the title of a case,
// whose parties stand in the brackets behind: "Application of the Convention on Tides
// (Peru v. Chile)". The title is no citation of the convention.
func (s *scanner) inCase(end int) bool {
	if s.partiesBehind(end) {
		return true
	}
	k := s.tokenFrom(end)
	if !s.Follows(k, token.And) {
		return false
	}
	for k++; k < len(s.Tokens) && s.Within(int32(end), s.Tokens[k].Start, maxBesideCase); k++ { // of two conventions
		if t := &s.Tokens[k]; t.Is(token.Name) {
			return s.NamesAny(t, isInstrument) && s.partiesBehind(int(t.End))
		}
	}
	return false
}

// partiesBehind reports whether the brackets with the parties to a case open behind the
// offset.
func (s *scanner) partiesBehind(end int) bool {
	within := int32(maxBeforeParties)
	if s.Lang.Unsegmented {
		within = maxBeforePartiesHan
	}
	for k := s.tokenFrom(end); k+1 < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		switch {
		case t.Start < int32(end):
		case !s.Within(int32(end), t.Start, int(within)):
			return false
		case t.Is(token.Open):
			return s.parties(k + 1)
		}
	}
	return false
}

// party reports whether the State at token k is one of two parties to a case, in the
// brackets behind its title or in quotation marks: a part of that, and no mention.
func (s *scanner) party(k int) bool {
	if s.besideVersus(&s.Tokens[k]) || s.Lang.Unsegmented && (s.inCaseOf(k) || k > 0 && s.inCaseOf(k-1) || k > 1 && s.inCaseOf(k-2)) {
		return true
	}
	if s.opensCase(k) {
		return s.parties(k)
	}
	for j := k - 1; j >= 0 && j > k-mostBetweenParties; j-- {
		if s.isState(j) {
			return s.opensCase(j) && s.parties(j)
		}
	}
	return false
}

// besideVersus reports whether the abbreviation of the word for "against" stands right before
// or behind the State at t, and another party on its other side: "López c. el Paraguay".
func (s *scanner) besideVersus(t *token.Token) bool {
	naming, text := s.Lang.Naming, s.Text.Bytes
	short := func(w string) bool { return strings.HasSuffix(w, ".") && naming.Is(class.Versus, w) }
	if w := s.wordBehind(int(t.End)); w != "" && short(w+".") {
		at := char.SkipBlank(text, int(t.End)) + len(w)
		return bytes.HasPrefix(text[at:], []byte(". ")) && char.BeginsCapital([]byte(s.wordBehind(s.articleBehind(at+len(".")))), 0)
	}
	at := int(t.Start)
	w := s.wordBefore(at)
	if naming.Is(class.The, w) {
		at = s.startOf(w, at)
		w = s.wordBefore(at)
	}
	return w != "" && short(w) && char.BeginsCapital([]byte(s.wordBefore(s.startOf(w, at))), 0)
}

// inCaseOf reports whether the State at token k is the first of two parties, behind whom the
// word for a case stands, in a script without blanks: "the Tides v. Reefs case".
func (s *scanner) inCaseOf(k int) bool {
	for j := k + 1; j < len(s.Tokens) && j < k+mostBetweenParties; j++ {
		if s.isState(j) {
			return s.parties(k) && s.Lang.Naming.BeginsWith(class.Case, string(s.Text.Bytes[s.Tokens[j].End:]))
		}
	}
	return false
}

// startOf returns where the word begins that stands before i, with blanks or none between.
func (s *scanner) startOf(word string, i int) int {
	return len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(word)
}

// opensCase reports whether a bracket or a quotation mark opens right before token k, or, where
// nouns need no "of", the word for a case stands there.
func (s *scanner) opensCase(k int) bool {
	start := int(s.Tokens[k].Start)
	before, _ := utf8.DecodeLastRune(s.Text.Bytes[:start])
	return k > 0 && s.Tokens[k-1].Is(token.Open) || closeQuotes[before] != "" ||
		s.Lang.Proclitics && s.Lang.Naming.EndsWith(class.Case, []byte(s.wordBefore(start)))
}

// tokenFrom returns the first token that begins at the offset or behind it.
func (s *scanner) tokenFrom(offset int) int {
	return sort.Search(len(s.Tokens), func(k int) bool { return int(s.Tokens[k].Start) >= offset })
}

// parties reports whether token k is a State and, behind the word for "against", another.
func (s *scanner) parties(k int) bool {
	if !s.isState(k) {
		return false
	}
	for j := k + 1; j < len(s.Tokens) && j < k+mostBetweenParties; j++ {
		between := strings.TrimSpace(string(s.Text.Bytes[s.Tokens[k].End:max(s.Tokens[j].Start, s.Tokens[k].End)]))
		if s.isState(j) {
			return s.Lang.Naming.Is(class.Versus, char.Lower(between))
		}
	}
	return false
}

// mostBetweenParties is how many tokens may stand between two parties.
const mostBetweenParties = 3

// isState reports whether token k is the name of a State.
func (s *scanner) isState(k int) bool {
	return s.Tokens[k].Is(token.Name) && s.NamesAny(&s.Tokens[k], func(e *authority.Entry, _ bool) bool { return e.Kind == record.State })
}

// addCase adds the mention of a case in place of the name m in its title, where no page of
// the Court's Reports behind it is the reference.
func (s *scanner) addCase(m *Mention) {
	for k := s.tokenFrom(m.End); k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.Is(token.Stop) {
			break
		} else if t.Is(token.Series) && s.Value(t, token.Series) == courtSeries {
			return
		}
	}
	s.add(Mention{Rule: "ruling", Kind: record.Case, Unknown: "a name in the title of a case between States", Start: m.Start, End: m.End})
}
