package scan

import (
	"bytes"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// generalComment reads the general comments and general recommendations of
// treaty bodies, which are cited by body and number: "Human Rights Committee,
// general comment No. 36 (2018)", "general comments Nos. 14 and 22 of the
// Committee". Where the words name no body, that which issued the document is
// meant.
func (s *scanner) generalComment(k int) {
	numbers, first, last := s.commentNumbers(k)
	if len(numbers) == 0 {
		return
	}
	body := s.treatyBody(first, last, s.Value(&s.Tokens[k], token.Comment) == "recommendation")
	for i, j := range numbers {
		n := &s.Numbers[s.Tokens[j].N]
		m := Mention{Rule: "general-comment", Kind: record.Report, Start: int(n.Start), End: int(n.End)}
		if i == 0 && first < j {
			m.Start = int(s.Tokens[first].Start)
		}
		if i == len(numbers)-1 {
			m.End = max(m.End, int(s.Tokens[last].End))
			m.Pinpoint = s.placeAfter(last)
		}
		if id, ok := symbol.GeneralComment(body, n.A); ok {
			m.Symbol = id
		} else {
			m.Unknown = "nothing says which treaty body's general comment this is"
		}
		s.add(m)
	}
}

// commentNumbers returns the tokens of the numbers beside the words for
// comment at token k, and the first and the last token of the citation.
func (s *scanner) commentNumbers(k int) (numbers []int, first, last int) {
	step, from := 1, k+1
	if s.Lang.TypeFollows {
		step, from = -1, k-1
	}
	first, last = k, k
	for j := from; j >= 0 && j < len(s.Tokens) && !s.Tokens[max(j, j-step)].Gap; j += step {
		t := &s.Tokens[j]
		switch {
		case t.Class == token.Number && ofComment(s.Numbers[t.N].Form):
			numbers = append(numbers, j)
			first, last = min(first, j), max(last, j)
		case s.yearBracket(j) < j:
			j = s.yearBracket(j)
			first = min(first, j)
		case t.Is(token.No), t.Is(token.NoEnd):
			if s.Lang.TypeFollows {
				first = min(first, j)
			}
		case len(numbers) > 0 && (t.Is(token.And) || t.Is(token.Comma)) && s.numberBeyond(j, step):
		default:
			return inOrder(numbers, step), first, last
		}
	}
	return inOrder(numbers, step), first, last
}

// ofComment reports whether a comment may have a number of the form: a bare
// one, or one with the year in brackets.
func ofComment(f token.Form) bool { return f == token.Plain || f == token.Yearly }

// numberBeyond reports whether a further number of a list stands beyond the
// joiner at token j.
func (s *scanner) numberBeyond(j, step int) bool {
	for j += step; j >= 0 && j < len(s.Tokens); j += step {
		switch t := &s.Tokens[j]; {
		case s.yearBracket(j) < j:
			j = s.yearBracket(j)
		case t.Is(token.No), t.Is(token.NoEnd), t.Is(token.And):
		default:
			return t.Class == token.Number && ofComment(s.Numbers[t.N].Form)
		}
	}
	return false
}

// yearBracket returns the token that opens the bracket around the year of a comment,
// which token j closes, where the type follows: 第10号(2007年)一般性意见. It is j where
// there is none.
func (s *scanner) yearBracket(j int) int {
	if !s.Lang.TypeFollows || !s.Tokens[j].Is(token.Shut) {
		return j
	}
	k := j - 1
	if k > 0 && s.Tokens[k].Is(token.YearWord) {
		k--
	}
	if n, ok := s.PlainAt(k); k < 1 || !ok || n < 1945 || !s.Tokens[k-1].Is(token.Open) || s.Tokens[j].Gap || s.Tokens[j-1].Gap || s.Tokens[k].Gap {
		return j
	}
	return k - 1
}

// inOrder turns what was read backwards into reading order.
func inOrder(numbers []int, step int) []int {
	if step > 0 {
		return numbers
	}
	for i, j := 0, len(numbers)-1; i < j; i, j = i+1, j-1 {
		numbers[i], numbers[j] = numbers[j], numbers[i]
	}
	return numbers
}

// treatyBody is the body whose comment the tokens from first to last cite: the
// one named right after them, else the one last named before them in the
// clause, else that which issued the document, else the subject behind "its".
// Recommendations are only of bodies that call theirs so.
func (s *scanner) treatyBody(first, last int, recommendation bool) string {
	if body := s.abbreviatedCommenter(first, last, recommendation); body != "" {
		return body
	}
	for j := last + 1; j < len(s.Tokens) && !s.parted(j-1, j); j++ {
		if body := s.commenter(j, recommendation); body != "" {
			return body
		}
		if !s.Tokens[j].Is(token.Of) && !s.Tokens[j].Is(token.Date) {
			break
		}
	}
	for j := first - 1; j >= lookedBack(first) && !s.Tokens[j].Is(token.Stop); j-- {
		if body := s.commenter(j, recommendation); body != "" {
			return body
		}
	}
	if s.issuing != "" || first == 0 || !s.Tokens[first-1].Is(token.Own) || s.Tokens[first].Gap {
		if !symbol.IssuesComments(s.issuing, recommendation) {
			return ""
		}
		return s.issuing
	}
	for j := last + 1; j < len(s.Tokens) && j < last+maxSubject && !s.Tokens[j].Is(token.Stop); j++ {
		if body := s.commenter(j, recommendation); body != "" {
			return body // "In its general comment No. 14 (2013), the Committee on the …"
		}
	}
	return ""
}

// maxSubject bounds how many tokens behind "its general comment" its subject may stand.
const maxSubject = 24

// commenter is the treaty body that token j names in full.
func (s *scanner) commenter(j int, recommendation bool) string {
	t := &s.Tokens[j]
	if !t.Is(token.Name) {
		return ""
	}
	entries, short := s.NamesAt(t)
	if short || len(entries) != 1 || !symbol.IssuesComments(entries[0].ID, recommendation) {
		return ""
	}
	return entries[0].ID
}

// abbreviatedCommenter is the treaty body whose abbreviation stands right before the
// tokens from first to last, "CEDAW general recommendation No. 35", or behind them.
// Most are no names of the tables, as the treaties are called so too.
func (s *scanner) abbreviatedCommenter(first, last int, recommendation bool) string {
	words := []string{s.capitalsBefore(int(s.Tokens[first].Start))}
	if next := last + 1; next < len(s.Tokens) && s.Tokens[next].Is(token.Of) && !s.Tokens[next].Gap {
		words = append(words, s.capitalsAfter(int(s.Tokens[next].End)))
	}
	for _, w := range words {
		if body := symbol.Commenter(w); symbol.IssuesComments(body, recommendation) {
			return body
		}
	}
	return ""
}

// capitalsBefore are the Latin capitals right before i, capitalsAfter those right behind.
func (s *scanner) capitalsBefore(i int) string {
	end := len(bytes.TrimRight(s.Text.Bytes[:i], " "))
	start := end
	for start > 0 && char.IsUpper(s.Text.Bytes[start-1]) {
		start--
	}
	return string(s.Text.Bytes[start:end])
}

func (s *scanner) capitalsAfter(i int) string {
	start := char.SkipBlank(s.Text.Bytes, i)
	end := start
	for end < len(s.Text.Bytes) && char.IsUpper(s.Text.Bytes[end]) {
		end++
	}
	return string(s.Text.Bytes[start:end])
}
