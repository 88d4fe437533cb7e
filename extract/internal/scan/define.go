package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// addName adds the mention of a name. A name in brackets of its own, right
// after another, is another name for the same thing, whatever else it may
// mean: 《…原则和准则》(巴黎原则).
func (s *scanner) addName(m Mention) {
	if before := len(s.mentions) - 1; before >= s.first && s.bracketedAfter(before, &m) {
		m.Rule, m.Same, m.All = "apposition", []int{before}, true
		if !m.Short && (m.Title != "" || len(m.Entries) > 0) {
			s.learn(m.Start, m.End, before)
		}
	}
	s.add(m)
}

// bracketedAfter reports whether the name m fills brackets that open right
// after the mention before it, which is a name too and another entry.
func (s *scanner) bracketedAfter(before int, m *Mention) bool {
	p := &s.mentions[before]
	if p.End > m.Start || len(p.Entries) == 0 && p.Title == "" || p.Short {
		return false
	}
	if len(m.Entries) == 1 && len(p.Entries) == 1 && m.Entries[0] == p.Entries[0] {
		return false
	}
	if !instrumental(m) || !instrumental(p) {
		return false // "the Special Rapporteur (Kenya)" is no other name
	}
	if bytes.IndexByte(s.Text.Bytes[p.End:m.Start], '(') < 0 {
		return false
	}
	between := strings.Trim(string(s.Text.Bytes[p.End:m.Start]), " \"“«《")
	after := strings.TrimLeft(string(s.Text.Bytes[m.End:min(len(s.Text.Bytes), m.End+6)]), "\"”»》 ")
	if open, article, ok := strings.Cut(between, "("); ok && slices.Contains(articles, article+" ") {
		between = open + "("
	}
	return strings.Trim(between, "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19 ") == "(" && strings.HasPrefix(after, ")")
}

// instrumental reports whether a name can only be one of an instrument.
func instrumental(m *Mention) bool {
	instrument := func(e *authority.Entry) bool { return e.Kind == record.Instrument }
	return m.Title != "" || len(m.Entries) > 0 && m.Entries[0].Kind == record.Instrument || m.Short && slices.ContainsFunc(m.Entries, instrument)
}

// definition is a name that a document has defined for a mention.
type definition struct {
	text    string
	mention int
}

// articles stand before a name that a document defines, and are no part of it.
var articles = []string{"the ", "The ", "la ", "le ", "les ", "l'", "el ", "los ", "las "}

// learn keeps the words from start to end as a name for the mention.
func (s *scanner) learn(start, end, mention int) {
	text := strings.Trim(string(s.Text.Bytes[start:end]), " \"“”«»'„()")
	for _, article := range articles {
		text = strings.TrimPrefix(text, article)
	}
	if n := char.Letters(text); n < 3 || n > maxName || len(s.definitions) >= maxDefinitions {
		return
	}
	if !slices.ContainsFunc(s.definitions, func(l definition) bool { return l.text == text }) {
		s.definitions = append(s.definitions, definition{text, mention})
	}
}

// maxName bounds a name that a document defines, in letters.
const maxName = 80

// maxDefinitions bounds the names that one document may define.
const maxDefinitions = 64

// define reads the name after "hereinafter" at token k, inside brackets or
// commas after a mention: the words up to the closing mark.
func (s *scanner) define(k int) {
	before := len(s.mentions) - 1
	if before < s.first || k == 0 || s.Tokens[k].Gap || !s.Tokens[k-1].Is(token.Open) || s.namesState(before) {
		return
	}
	p, start := &s.mentions[before], int(s.Tokens[k].End)
	if at := s.Tokens[k].Start; int(at) < p.End || !s.Within(int32(p.End), at, maxHerein) {
		return
	}
	rest := bytes.TrimLeft(s.Text.Bytes[start:], " ,:-")
	start = len(s.Text.Bytes) - len(rest)
	if end := bytes.IndexAny(rest, "),;"); end > 0 {
		s.learn(start, start+end, before)
	}
}

// bracketName reads the name in brackets that open at token k right after a
// name: an abbreviation, (CTED), or words in quotation marks, (“the Office”).
func (s *scanner) bracketName(k int) {
	before := len(s.mentions) - 1
	if before < s.first || len(s.mentions[before].Entries) == 0 && s.mentions[before].Title == "" {
		return
	}
	start := int(s.Tokens[k].End)
	if at, end := s.Tokens[k].Start, s.mentions[before].End; int(at) < end || !s.Within(int32(end), at, maxBeforeBracket) {
		return
	}
	end := bytes.IndexByte(s.Text.Bytes[start:char.Beyond(s.Text.Bytes, start, maxBracket)], ')')
	if end <= 0 {
		return
	}
	words := s.Text.Bytes[start : start+end]
	if bytes.ContainsAny(words, "\"“«„") && !s.namesState(before) || abbreviation(words) {
		s.learn(start, start+end, before)
	}
}

// namesState reports whether a mention is of a State, which no document gives
// another name than an abbreviation: it is the end of a longer name.
func (s *scanner) namesState(i int) bool {
	m := &s.mentions[i]
	return len(m.Entries) > 0 && m.Entries[0].Kind == record.State
}

// Bounds of brackets that may define a name, and of what may stand between the name
// that they explain and "hereinafter", or the brackets, in letters.
const (
	maxBracket       = 90
	maxHerein        = 12
	maxBeforeBracket = 3
)

// abbreviation reports whether the words are one word of capitals.
func abbreviation(words []byte) bool {
	capitals := 0
	for _, r := range string(words) {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '-' && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals >= 2
}
