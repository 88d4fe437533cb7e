package token

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// smallNames are full names of several words, by their first letters made small: where
// words of names have capitals, older and other texts write them small behind the first,
// "Convención sobre los derechos del niño".
type smallNames map[[smallKey]byte]*smallForms

// smallForms are the names with one key: hundreds begin with the same words, and are told apart by
// the letters behind, where they are long enough.
type smallForms struct {
	short  [][]byte
	behind map[[behindKey]byte][][]byte
}

const (
	smallKey    = 12 // letters by which such a name is looked up
	behindKey   = 8  // letters behind these by which it is told from others
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
			known.add(form)
		}
	}
	return known
}

func (known smallNames) add(form []byte) {
	key := keyOfSmall(form)
	forms := known[key]
	if forms == nil {
		forms = &smallForms{behind: map[[behindKey]byte][][]byte{}}
		known[key] = forms
	}
	if len(form) < smallKey+behindKey {
		forms.short = append(forms.short, form)
		return
	}
	behind := keyBehind(form)
	forms.behind[behind] = append(forms.behind[behind], form)
}

// at returns the names that may begin with the text, whose first letters have the key: those
// that are too short to be told apart, and those with the letters behind.
func (known smallNames) at(key [smallKey]byte, text []byte) (short, long [][]byte) {
	forms := known[key]
	if forms == nil {
		return nil, nil
	}
	if len(text) >= smallKey+behindKey {
		long = forms.behind[keyBehind(text)]
	}
	return forms.short, long
}

// keyOfSmall returns the first letters of a text, small but for the very first.
func keyOfSmall(text []byte) (key [smallKey]byte) {
	copy(key[:], text)
	makeSmall(key[1:], key[0])
	return key
}

// keyBehind returns the letters of a text that stand behind those of its key, small.
func keyBehind(text []byte) (key [behindKey]byte) {
	copy(key[:], text[smallKey:])
	makeSmall(key[:], text[smallKey-1])
	return key
}

// makeSmall makes the letters of a piece of a text small, before which a byte stands.
func makeSmall(piece []byte, before byte) {
	for i, b := range piece {
		if b >= 'A' && b <= 'Z' || before == latinLead && b >= 0x80 && b <= 0x9E {
			piece[i] = b + caseOfASCII
		}
		before = b
	}
}

// inSmall returns the full name that begins at i in small letters, where it is longer than
// the match m of the usual form.
func (s *Paragraph) inSmall(text []byte, i int, m match.Match) match.Match {
	first := text[i]
	begun := first >= 'a' && first <= 'z'
	if i+smallKey > len(text) || !begun && (first < 'A' || first > 'Z') || begun && !s.definite(text, i) {
		return m
	}
	key := keyOfSmall(text[i:])
	if begun {
		key[0] = first - caseOfASCII
	}
	short, long := s.Lang.small().at(key, text[i:])
	return s.longestInSmall(text, i, long, s.longestInSmall(text, i, short, m))
}

// longestInSmall returns the longest of the forms that begin at i in small letters and is longer
// than the match m, or m.
func (s *Paragraph) longestInSmall(text []byte, i int, forms [][]byte, m match.Match) match.Match {
	begun := text[i] >= 'a'
	for _, form := range forms {
		end := i + len(form)
		if end <= m.End || end > len(text) || !mayBeAlike(text[end-1], form[len(form)-1]) || !alikeBehindKey(text[i:end], form) || char.Letter(text, end) > 0 || begun && !s.tellsInSmall(text, i, end) {
			continue
		}
		if usual, ok := s.Lang.words.At(form, 0); ok && usual.End == len(form) {
			m = match.Match{End: end, List: usual.List}
		}
	}
	return m
}

// mayBeAlike reports whether the last bytes of two texts may be those of one letter, capital or small.
func mayBeAlike(a, b byte) bool { return a|caseOfASCII == b|caseOfASCII || a >= utf8.RuneSelf }

// alikeBehindKey reports whether two texts of one length and key are alike but for
// capitals. Hundreds of names begin with the same words, which the key has compared.
func alikeBehindKey(text, form []byte) bool {
	from := smallKey
	if from < len(form) && !utf8.RuneStart(form[from]) {
		from--
	}
	return bytes.EqualFold(text[from:], form[from:])
}

// definite reports whether a definite article stands right before i: in small letters "a
// convention on the rights of the child" is any.
func (s *Paragraph) definite(text []byte, i int) bool {
	at := char.WordBefore(text, i)
	return at < i-1 && s.Lang.Naming.Is(class.The, string(text[at:i-1]))
}

// enoughWords is how many words tell a name that is all in small letters.
const enoughWords = 5

// tellsInSmall reports whether the words from i to end, which begin with a small letter, can
// be nothing but the name that they spell: they are many, a word among them has a capital of
// its own ("el acuerdo de París"), or they say whose body it is ("el consejo de seguridad de las
// Naciones Unidas"). What a paper is called, "la declaración de Barbados", is told by many alone.
func (s *Paragraph) tellsInSmall(text []byte, i, end int) bool {
	name, rest := text[i:end], text[char.SkipBlank(text, end):]
	last := bytes.LastIndexByte(name, ' ') + 1
	if char.BeginsCapital(name, last) && end+1 < len(text) && text[end] == ' ' && char.BeginsCapital(text, end+1) {
		return false // the name goes on
	}
	switch n := bytes.Count(name, []byte(" ")) + 1; {
	case n >= enoughWords:
		return true
	case s.Lang.Naming.Is(class.Paper, string(name[:bytes.IndexByte(name, ' ')])):
		return false
	case s.Lang.Naming.Beginning(class.Owner, string(rest[:min(len(rest), smallKey*3)])) > 0:
		return true
	}
	return bytes.ContainsFunc(name, unicode.IsUpper)
}
