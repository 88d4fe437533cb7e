package token

import (
	"math"
	"slices"
	"sort"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/normal"
)

// Paragraph is a paragraph as text and as the tokens that it bears, with what the tokens
// spell. It is kept from paragraph to paragraph.
type Paragraph struct {
	Lang    *Language
	Text    normal.Text
	Tokens  []Token
	Numbers []NumberText // of the tokens that are numbers
	Dates   []string     // of those that are dates, ISO 8601
	Symbols []SymbolText // of those that are symbols
	notes   []noteMark   // the footnote marks between them
	parsed  map[string]SymbolText
	// capitals tells that the text has no small letter.
	capitals bool
	covered  int // end of the last token
}

// NewParagraph returns a reader of paragraphs in the words of a language.
func NewParagraph(l *Language) Paragraph { return Paragraph{Lang: l} }

// Reset forgets the paragraph before.
func (s *Paragraph) Reset() {
	s.Text.Reset()
	s.Symbols = s.Symbols[:0]
}

// Read reads the tokens of the text.
func (s *Paragraph) Read() {
	s.capitals = s.allCapitals()
	s.tokenize(0, len(s.Text.Bytes))
	s.joinDates()
}

// Words are the normalised words of token j.
func (s *Paragraph) Words(j int) string {
	return string(s.Text.Bytes[s.Tokens[j].Start:s.Tokens[j].End])
}

// Within reports whether at most so many letters lie between two offsets. All
// distances in a paragraph are measured by it.
func (s *Paragraph) Within(from, to int32, letters int) bool {
	return char.Within(s.Text.Bytes, int(from), int(to), letters)
}

// Near reports whether at most so many letters lie between two tokens.
func (s *Paragraph) Near(j, k, letters int) bool {
	return s.Within(s.Tokens[j].End, s.Tokens[k].Start, letters)
}

// WordsOf are the normalised words of a token.
func (s *Paragraph) WordsOf(t *Token) string { return string(s.Text.Bytes[t.Start:t.End]) }

// FullName returns the entry of which the words are a full name, nil where they
// are none or that of several.
func (s *Paragraph) FullName(words string) *authority.Entry {
	m, ok := s.Lang.words.At([]byte(words), 0)
	if !ok || m.End < len(words) || words == "" {
		return nil
	}
	if full := s.Lang.summed[m.List].names.full.entries; len(full) == 1 {
		return full[0]
	}
	return nil
}

// Beginning returns the one entry whose full name the words begin with, and the
// length of that name; nil where there is none.
func (s *Paragraph) Beginning(words string) (*authority.Entry, int) {
	if full, end := s.AnyBeginning(words); len(full) == 1 {
		return full[0], end
	}
	return nil, 0
}

// AnyBeginning returns the entries that bear the full name with which the words begin, and
// its length.
func (s *Paragraph) AnyBeginning(words string) ([]*authority.Entry, int) {
	m, ok := s.Lang.words.At([]byte(words), 0)
	if !ok {
		return nil, 0
	}
	return s.Lang.summed[m.List].names.full.entries, m.End
}

// ShortFor reports whether the words are a name, short or full, of the entry.
func (s *Paragraph) ShortFor(words string, e *authority.Entry) bool {
	m, ok := s.Lang.words.At([]byte(words), 0)
	if !ok || m.End < len(words) {
		return false
	}
	named := s.Lang.summed[m.List].names
	return slices.Contains(named.full.entries, e) || slices.Contains(named.short.entries, e)
}

// PlainAt returns the value of the bare number at token k.
func (s *Paragraph) PlainAt(k int) (int, bool) {
	if k < 0 || k >= len(s.Tokens) || s.Tokens[k].Class != Number {
		return 0, false
	}
	n := &s.Numbers[s.Tokens[k].N]
	return n.A, n.Form == Plain
}

// Follows reports whether token k is of class c with nothing between.
func (s *Paragraph) Follows(k int, c Class) bool {
	return k < len(s.Tokens) && !s.Tokens[k].Gap && s.Tokens[k].Is(c)
}

// NumberAt reports whether token j is a number that can be no other's: a bare
// one may be a quantity.
func (s *Paragraph) NumberAt(j int) bool {
	return j >= 0 && j < len(s.Tokens) && s.Tokens[j].Is(Number) && s.Numbers[s.Tokens[j].N].Form != Plain
}

// WordsBetween counts the words that bear no token between two tokens.
func (s *Paragraph) WordsBetween(j, k int) int {
	from, to := s.Tokens[j].End, s.Tokens[k].Start
	if from >= to { // a number inside a name
		return 0
	}
	return char.Words(s.Text.Bytes[from:to], math.MaxInt)
}

// Value returns the value that the word at token t has in class c.
func (s *Paragraph) Value(t *Token, c Class) string {
	for _, v := range s.Lang.words.Values(t.List) {
		if m := &s.Lang.meanings[v]; m.class == c {
			return m.value
		}
	}
	return ""
}

// ValuesOf returns all values that the word at token t has in class c.
func (s *Paragraph) ValuesOf(t *Token, c Class) (values []string) {
	for _, v := range s.Lang.words.Values(t.List) {
		if m := &s.Lang.meanings[v]; m.class == c {
			values = append(values, m.value)
		}
	}
	return values
}

// NoteAt returns the number of the footnote whose mark stands right after
// the words that end at i, or after a closing mark after them.
func (s *Paragraph) NoteAt(i int) int {
	from := sort.Search(len(s.notes), func(k int) bool { return int(s.notes[k].at) >= i })
	for _, n := range s.notes[from:] {
		at := int(n.at)
		if at > i+4 {
			break
		}
		if strings.Trim(string(s.Text.Bytes[i:at]), " ,;:.、。(»”\"") == "" {
			return int(n.number)
		}
	}
	return 0
}

// Holds reports whether one of the tokens from k to end is of class c.
func (s *Paragraph) Holds(k, end int, c Class) bool {
	for ; k < end; k++ {
		if s.Tokens[k].Is(c) {
			return true
		}
	}
	return false
}

// PartsEnd returns the end of token k, after all letters of its parts.
func (s *Paragraph) PartsEnd(k int) int {
	t := &s.Tokens[k]
	end := int(t.End)
	if t.Class == Number {
		if parts := s.Numbers[t.N].Parts; len(parts) > 0 {
			end = max(end, int(parts[len(parts)-1].End))
		}
	}
	return end
}
