package scan

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/internal/token"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// lawWord is a word for an act of a State's legislation: what it is (law, decree) and
// the State where only one calls its own so ("Public Law 95-435"). One with a mark
// is that with which the numbers of a State end.
type lawWord struct {
	form              []byte
	what, mark, state string
}

// lawWords returns the rows of classes law and law-mark of the table of names, the
// longest first.
func lawWords(code string) ([]lawWord, error) {
	rows, err := lang.Table(code, "names")
	if err != nil {
		return nil, err
	}
	var all []lawWord
	for _, row := range rows {
		form := []byte(token.Normalise(row.Form))
		switch row.Class {
		case "law":
			what, state, _ := strings.Cut(row.Value, " ")
			all = append(all, lawWord{form: form, what: what, state: state})
		case "law-mark":
			mark, state, _ := strings.Cut(row.Value, " ")
			all = append(all, lawWord{form: form, mark: mark, state: state})
		}
	}
	slices.SortStableFunc(all, func(a, b lawWord) int { return cmp.Compare(len(b.form), len(a.form)) })
	return all, nil
}

// law reads a law of a State by its number at token k, which is the number or the word
// for "No." before it: "Law No. 10/2018 of the Syrian Arab Republic", "Public Law
// 95-435". States number their laws alike, so that one whose State the words do not
// name is unresolved.
func (s *scanner) law(k int) int {
	if len(s.laws) == 0 || s.zone == record.Masthead {
		return 0
	}
	t := &s.Tokens[k]
	at := int(t.Start)
	switch {
	case t.Is(token.No):
		at = char.SkipBlank(s.Text.Bytes, int(t.End))
	case k > 0 && !t.Gap && !s.Tokens[k-1].Is(token.Other) || s.Lang.TypeFollows: // no word such as Law stands before
		return 0
	}
	end := s.lawNumberEnd(at)
	if end == at {
		return 0
	}
	word, start, after := s.lawWord(k, end)
	if word == nil || word.state == "" && !t.Is(token.No) {
		return 0
	}
	number := strings.ReplaceAll(string(s.Text.Bytes[at:end]), "–", "-")
	next := k + 1
	for next < len(s.Tokens) && int(s.Tokens[next].Start) < max(end, after) {
		next++
	}
	end = max(end, after)
	if year, k := s.lawYear(next, end); year != "" {
		number, end, next = number+"/"+year, int(s.Tokens[k].End), k+1
	}
	m := Mention{Rule: "law", Kind: record.Law, Start: start, End: end}
	m.Date, next = s.lawDate(next, end)
	state := s.lawState(k, start, next)
	number, marked := s.lawMark(number)
	state = cmp.Or(state, marked, word.state)
	if state == "" {
		m.Unknown = "the words do not say which State's " + word.what + " " + number + " is"
	} else {
		m.Symbol = "title:" + lang.Fallback() + ":" + names.Key(word.what+" "+number+" of "+state)
	}
	s.add(m)
	return next
}

// lawYear returns the year behind the number of a law that ends at end, "10 of 2018", "10
// for the year 2018", and its token; next is the token behind the number.
func (s *scanner) lawYear(next, end int) (year string, k int) {
	if s.beginsAt(next, end) && s.Tokens[next].Is(token.Of) {
		end = int(s.Tokens[next].End)
		next++
	} else if w := s.wordBehind(end); s.Lang.Naming.Is(class.Year, w) {
		end = char.SkipBlank(s.Text.Bytes, end) + len(w)
		for next < len(s.Tokens) && int(s.Tokens[next].Start) < end {
			next++
		}
	} else {
		return "", 0
	}
	if !s.beginsAt(next, end) || !s.Tokens[next].Is(token.Number) {
		return "", 0
	}
	if n, ok := s.PlainAt(next); ok && n >= firstLaw && n <= lastLaw {
		return strconv.Itoa(n), next
	}
	return "", 0
}

// The years that the number of a law may have.
const (
	firstLaw = 1800
	lastLaw  = 2100
)

// lawDate returns the date behind the number of a law that ends at end, and the token
// behind it; next is the token behind the number.
func (s *scanner) lawDate(next, end int) (date string, after int) {
	j := next
	if s.beginsAt(j, end) && s.Tokens[j].Is(token.Comma) {
		end = int(s.Tokens[j].End)
		j++
	}
	if s.beginsAt(j, end) && s.Tokens[j].Is(token.Of) && !s.Tokens[j].Is(token.About) {
		end = int(s.Tokens[j].End)
		j++
	}
	if s.beginsAt(j, end) && s.Tokens[j].Is(token.Date) {
		return s.Dates[s.Tokens[j].N], j + 1
	}
	return "", next
}

// beginsAt reports whether token j begins at the offset, blanks aside.
func (s *scanner) beginsAt(j, at int) bool {
	return j < len(s.Tokens) && int(s.Tokens[j].Start) == char.SkipBlank(s.Text.Bytes, at)
}

// maxLawNumber bounds the number of a law, in bytes.
const maxLawNumber = 16

// lawNumberEnd returns the end of the number at the offset, figures with what strokes and
// hyphens join to them, 2016-1691, 10/2018, 261-ФЗ, or the offset.
func (s *scanner) lawNumberEnd(at int) int {
	text := s.Text.Bytes
	if at >= len(text) || !char.IsDigit(text[at]) {
		return at
	}
	i := at
	for i < len(text) && i < at+maxLawNumber {
		n, next := char.Letter(text, i), char.RuneEnd(text, i)
		switch {
		case char.IsDigit(text[i]):
			i++
		case text[i] == '.' && thousands(text, i):
			i = next
		case char.HasAny(text, i, "-", "/", "–") && next < len(text) && (char.IsDigit(text[next]) || char.Letter(text, next) > 0):
			i = next
		case n > 0 && !char.IsDigit(text[i-1]) && !s.Lang.Unsegmented:
			i += n
		default:
			return i
		}
	}
	if i == len(text) {
		return i
	}
	return at // longer than any number
}

// thousands reports whether the mark at i stands between figures of which three follow it:
// "Ley 20.609".
func thousands(text []byte, i int) bool {
	for k := 1; k <= 3; k++ {
		if i+k >= len(text) || !char.IsDigit(text[i+k]) {
			return false
		}
	}
	return i > 0 && char.IsDigit(text[i-1]) && (i+4 >= len(text) || !char.IsDigit(text[i+4]))
}

// lawWord returns the word for a law that stands before token k, or behind 号 where the
// type follows the number that ends at end; where the citation begins, and where the
// word behind ends.
func (s *scanner) lawWord(k, end int) (word *lawWord, start, after int) {
	text := s.Text.Bytes
	if s.Lang.TypeFollows {
		j := k + 1
		for j < len(s.Tokens) && int(s.Tokens[j].Start) < end {
			j++
		}
		if !s.Follows(j, token.NoEnd) {
			return nil, 0, 0
		}
		at := int(s.Tokens[j].End)
		for i := range s.laws {
			if w := &s.laws[i]; w.what != "" && bytes.HasPrefix(text[at:], w.form) {
				return w, int(s.Tokens[k].Start), at + len(w.form)
			}
		}
		return nil, 0, 0
	}
	before := bytes.TrimRight(text[:s.Tokens[k].Start], " ")
	if j := k - 1; j >= 0 && s.stateAt(j) != "" && int(s.Tokens[j].End) == len(before) { // Закон Республики Казахстан № 5
		before = bytes.TrimRight(text[:s.Tokens[j].Start], " ")
	}
	for i := range s.laws {
		w := &s.laws[i]
		if start = len(before) - len(w.form); w.what != "" && bytes.HasSuffix(before, w.form) && !char.LetterBefore(text, start) {
			return w, start, end
		}
	}
	return nil, 0, 0
}

// lawState returns the official name of the State whose law begins at the offset start:
// it stands right before the word or between it and the number at token k, or behind the
// number and its date, from token next on, in the genitive.
func (s *scanner) lawState(k, start, next int) string {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if name := s.stateAt(j); name != "" && int(s.Tokens[j].End) >= start-1 {
			return name
		}
	}
	if s.Lang.TypeFollows {
		return ""
	}
	j := next
	for s.Follows(j, token.Of) && !s.Tokens[j].Is(token.About) {
		j++
	}
	if j < len(s.Tokens) && !s.Tokens[j].Gap && (j > next || s.Lang.Genitive) {
		return s.stateAt(j)
	}
	return ""
}

// lawMark returns the State whose laws have numbers that end so, and the number in Latin
// letters.
func (s *scanner) lawMark(number string) (latin, state string) {
	for i := range s.laws {
		w := &s.laws[i]
		if figures, ok := strings.CutSuffix(number, string(w.form)); ok && w.mark != "" {
			return figures + "-" + w.mark, w.state
		}
	}
	return number, ""
}

// stateAt returns the official name of the State that token j names, or nothing.
func (s *scanner) stateAt(j int) (name string) {
	t := &s.Tokens[j]
	if !t.Is(token.Name) {
		return ""
	}
	s.NamesAny(t, func(e *authority.Entry, _ bool) bool {
		if e.Kind == record.State {
			name = e.Official(lang.Fallback())
		}
		return name != ""
	})
	return name
}
