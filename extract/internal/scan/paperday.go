package scan

import (
	"bytes"
	"strconv"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/symbol"
)

// maxPaper bounds the letters between the noun of a document and its date, and
// between the date and the brackets around its symbol.
const maxPaper = 160

// dayOfPaper is the date of the document whose symbol stands in brackets, where the
// words before them say that it is: "the report of 3 May 2017 (S/2017/371)", "the letter
// dated 5 June 2020 from its Chair (S/2020/500)". A date of anything else that
// those words name, a meeting, an attack, is none.
func (s *scanner) dayOfPaper(k int) string {
	open := k - 1
	if open < 1 || s.Tokens[k].Gap || !s.Tokens[open].Is(token.Open) || s.severalFollow(k) {
		return ""
	}
	day := s.dayBefore(open)
	if day < 0 || !s.inYearOf(k, s.Dates[s.Tokens[day].N]) {
		return ""
	}
	between := bytes.TrimSpace(s.Text.Bytes[s.Tokens[day].End:s.Tokens[open].Start])
	if s.Lang.TypeFollows {
		if !s.paperEnds(between) && !(len(between) == 0 && s.paperBehind(k)) || s.Lang.Naming.EndsWith(class.AsOf, s.Text.Bytes[:s.Tokens[day].Start]) && !s.within(day, k) {
			return ""
		}
	} else if s.holdsDated(between) || !s.paperBefore(day, len(between) > 0) && !(len(between) == 0 && s.dayListed(day)) {
		return ""
	}
	return s.Dates[s.Tokens[day].N]
}

// severalFollow reports whether another symbol is joined to that of token k.
func (s *scanner) severalFollow(k int) bool {
	return (s.Follows(k+1, token.Comma) || s.Follows(k+1, token.And)) && k+2 < len(s.Tokens) && s.Tokens[k+2].Class == token.Symbol
}

// inYearOf reports whether the date lies in the year, or the session, of the symbol at
// token k, or next to it.
func (s *scanner) inYearOf(k int, date string) bool {
	from, to := symbol.Year(s.Symbols[s.Tokens[k].N].Canonical)
	year, err := strconv.Atoi(date[:min(4, len(date))])
	return err == nil && (from == 0 || from-1 <= year && year <= to+1)
}

// dayBefore returns the token of the date on the left of token open, with nothing
// between that may have it instead, -1 where there is none.
func (s *scanner) dayBefore(open int) int {
	for j := open - 1; j >= 0 && s.Near(j, open, maxPaper); j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Date):
			return j
		case s.endsPaper(t):
			return -1
		}
	}
	return -1
}

// endsPaper reports whether the words of a document and its date do not go on across
// the token.
func (s *scanner) endsPaper(t *token.Token) bool {
	return t.Kinds&endsPaper != 0 || t.Class == token.Symbol || t.Is(token.Number) && s.Numbers[t.N].Form != token.Plain
}

var endsPaper = token.SetOf(token.Comma, token.Stop, token.Verb, token.Type, token.Quote, token.Open, token.Shut, token.Date)

// holdsDated reports whether the words name something that has a date of its own.
func (s *scanner) holdsDated(words []byte) bool {
	if len(words) == 0 {
		return false
	}
	lower := strings.ToLower(string(words))
	return s.Lang.Naming.Holds(class.Dated, lower) || s.Lang.Naming.Holds(class.Paper, lower)
}

// paperBefore reports whether "of" or "dated" leads the date at token day, and the noun of
// a document stands before it: right there, where beside is set.
func (s *scanner) paperBefore(day int, beside bool) bool {
	of := day - 1
	if link := s.linkAt(of); s.Tokens[day].Gap || link != "of" && link != "dated" {
		return false
	}
	first := of
	if of > 0 && !s.Tokens[of].Gap && s.Tokens[of-1].Is(token.Comma) {
		first-- // "the report, dated 3 May 2017"
	}
	from := max(0, int(s.Tokens[of].Start)-maxPaper)
	for j := first - 1; j >= 0 && int(s.Tokens[j].End) > from; j-- {
		if t := &s.Tokens[j]; s.endsPaper(t) || t.Is(token.About) {
			from = int(t.End)
			break
		}
	}
	words := strings.ToLower(string(s.Text.Bytes[from:s.Tokens[first].Start]))
	_, end := s.Lang.Naming.Last(class.Paper, words)
	rest := strings.TrimSpace(words[end:])
	return end > 0 && !(beside && strings.Contains(rest, " ")) && !s.Lang.Naming.Holds(class.Dated, rest)
}

// within reports whether the word before the date at token day, "in" or "at", belongs to one
// behind the brackets of the symbol at token k: what the document says, not until when.
func (s *scanner) within(day, k int) bool {
	text := s.Text.Bytes
	if !s.Follows(k+1, token.Shut) || !s.Lang.Naming.EndsWith(class.At, text[:s.Tokens[day].Start]) {
		return false
	}
	end := int(s.Tokens[k+1].End)
	return s.Lang.Naming.BeginsWith(class.Inside, string(text[end:min(len(text), end+mostInside)]))
}

// mostInside bounds the word for what stands in a document, in bytes.
const mostInside = 9

// paperEnds reports whether the words are those of a document up to its noun, and name
// nothing else that may have a date.
func (s *scanner) paperEnds(words []byte) bool {
	text := string(words)
	start, end := s.Lang.Naming.Last(class.Paper, text)
	return end > 0 && end == len(text) && !s.holdsDated(words[:start])
}

// paperBehind reports whether the noun of a document stands behind the brackets of the symbol at
// token k, or of the last in a list of dates and symbols, where nouns follow: 10月6日(S/1)、4月13日(S/2)主席声明.
func (s *scanner) paperBehind(k int) bool {
	for n := 0; n < maxList && s.Follows(k+1, token.Shut); n++ {
		end := int(s.Tokens[k+1].End)
		run := s.Text.Bytes[end:char.Beyond(s.Text.Bytes, end, mostPaperNoun)]
		if i := bytes.IndexFunc(run, func(r rune) bool { return !char.Han(r) }); i >= 0 {
			run = run[:i]
		}
		if start, last := s.Lang.Naming.Last(class.Paper, string(run)); last > 0 {
			return !s.holdsDated(run[:start])
		}
		if len(run) > 0 && !s.Follows(k+2, token.And) || k+2 >= len(s.Tokens) || !s.joins(k+2) || !s.Follows(k+3, token.Date) || !s.Follows(k+4, token.Open) || !s.Follows(k+5, token.Symbol) {
			return false
		}
		k += 5
	}
	return false
}

// mostPaperNoun bounds the letters from a bracket to the end of the noun of a document.
const mostPaperNoun = 24

// dayListed reports whether the date at token day goes on a list of such documents:
// "statements of 6 October 2006 (S/PRST/2006/41) and 7 April 2009 (S/PRST/2009/7)".
func (s *scanner) dayListed(day int) bool {
	j := day - 1
	for j > 0 && !s.Tokens[j+1].Gap && (s.Tokens[j].Is(token.And) || s.Tokens[j].Is(token.Comma) || s.Tokens[j].Is(token.Of)) {
		j--
	}
	if j < 1 || s.Tokens[j+1].Gap || !s.Tokens[j].Is(token.Shut) || s.Tokens[j].Gap || len(s.mentions) == 0 {
		return false
	}
	m := &s.mentions[len(s.mentions)-1]
	return m.Rule == "symbol" && m.Date != "" && m.End == int(s.Tokens[j-1].End)
}
