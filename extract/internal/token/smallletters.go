package token

import (
	"bytes"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// smallNames are full names of several words, by their first letters made small: where
// words of names have capitals, older and other texts write them small behind the first,
// "Convención sobre los derechos del niño".
type smallNames map[[smallKey]byte][][]byte

const (
	smallKey    = 12 // letters by which such a name is looked up
	leastWords  = 3  // of a name that is one in small letters too
	caseOfASCII = 'a' - 'A'
	latinLead   = 0xC3 // before the second byte of an accented letter
)

// inSmallLetters are the full names that may stand so.
func (l *Language) inSmallLetters(entries []*authority.Entry) smallNames {
	known := smallNames{}
	for _, e := range entries {
		if e.Kind == record.State {
			continue
		}
		for _, n := range e.Names[l.Code] {
			form := []byte(Normalise(n.Text))
			if n.Short || len(form) < smallKey || bytes.Count(form, []byte(" ")) < leastWords-1 || !char.BeginsCapital(form, 0) || strings.Contains(n.Text, "*") {
				continue
			}
			key := keyOfSmall(form)
			known[key] = append(known[key], form)
		}
	}
	return known
}

// keyOfSmall returns the first letters of a text, small but for the very first.
func keyOfSmall(text []byte) (key [smallKey]byte) {
	copy(key[:], text)
	for i := 1; i < smallKey; i++ {
		switch b := key[i]; {
		case b >= 'A' && b <= 'Z':
			key[i] = b + caseOfASCII
		case key[i-1] == latinLead && b >= 0x80 && b <= 0x9E:
			key[i] = b + caseOfASCII
		}
	}
	return key
}

// inSmall returns the full name that begins at i in small letters, where it is longer than
// the match m of the usual form.
func (s *Paragraph) inSmall(text []byte, i int, m match.Match) match.Match {
	if i+smallKey > len(text) || text[i] < 'A' || text[i] > 'Z' {
		return m
	}
	for _, form := range s.Lang.small()[keyOfSmall(text[i:])] {
		end := i + len(form)
		if end <= m.End || end > len(text) || !bytes.EqualFold(text[i:end], form) || char.Letter(text, end) > 0 {
			continue
		}
		if usual, ok := s.Lang.words.At(form, 0); ok && usual.End == len(form) {
			m = match.Match{End: end, List: usual.List}
		}
	}
	return m
}
