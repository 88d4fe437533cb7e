package token

import (
	"bytes"
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/symbol"
)

// maxAgency is how long a number with letters may be, in letters.
const maxAgency = 40

// agencyNumber reads a number that is none of the United Nations', as
// conferences and agencies write theirs: WHA74.5, A.1156(32), GC(65)/RES/12,
// 41 C/48, Conf. 10.10. It must stand after the type word or another of its
// kind in a list, or before 号, or say by itself what it is, as numbers of the
// known series do.
func (s *Paragraph) agencyNumber(text []byte, i int) (int, bool) {
	after := s.afterType(i) || s.afterBody(i) || s.afterAgency(i)
	if !after && !(char.IsUpper(text[i]) && (s.Lang.TypeFollows || maySayType(text, i))) {
		return i, false
	}
	end := agencyEnd(text, i)
	if end == i {
		return i, false
	}
	end = withoutYear(text, i, end)
	spelled := closeUp.Replace(string(text[i:end]))
	if _, known := symbol.Agency(spelled); !known && !after && TypeInside(spelled) == "" && !s.agencyAhead(text, end) {
		return i, false
	}
	s.pushNumber(NumberText{Numeral: Numeral{Form: Agency, Session: spelled}, Start: int32(i), End: int32(end)})
	return end, true
}

// cyrillicAgency reads A.1078(28) with a Cyrillic letter.
func (s *Paragraph) cyrillicAgency(text []byte, i int) (int, bool) {
	k := i + len("А.")
	_, end, ok := char.Integer(text, k)
	if ok {
		end = tailEnd(text, end)
	}
	if !ok || text[end-1] != ')' {
		return i, false
	}
	s.pushNumber(NumberText{Numeral: Numeral{Form: Agency, Session: "A." + string(text[k:end])}, Start: int32(i), End: int32(end)})
	return end, true
}

// latinAgency reads at i a number of a known series whose letters are Cyrillic ones that look
// like its own: МЕРС.203(62).
func (s *Paragraph) latinAgency(text []byte, i int) (int, bool) {
	var room [maxAgency]byte
	latin, k := room[:0], i
	for k+1 < len(text) && text[k] == char.CyrillicLead && len(latin) < maxAgency/2 {
		letter := cyrillicParts[string(text[k:k+2])]
		if letter == 0 {
			return i, false
		}
		latin, k = append(latin, letter), k+2
	}
	letters := len(latin)
	latin = append(latin, text[k:min(len(text), k+maxAgency-letters)]...)
	end := agencyEnd(latin, 0)
	if _, known := symbol.Agency(string(latin[:end])); !known {
		return i, false
	}
	end += k - i - letters
	s.pushNumber(NumberText{Numeral: Numeral{Form: Agency, Session: string(latin[:end-(k-i-letters)])}, Start: int32(i), End: int32(i + end)})
	return i + end, true
}

// maySayType reports quickly whether the number at i may say by itself that it
// is one of a resolution or decision.
func maySayType(text []byte, i int) bool {
	return i+1 < len(text) && (char.IsUpper(text[i+1]) || text[i+1] == '-')
}

// TypeInside returns the type that a number says by itself, GC(66)/RES/7,
// EC-94/DEC.2, or that its series has, WHA74.5; or nothing.
func TypeInside(spelled string) string {
	known, _ := symbol.Agency(spelled)
	switch {
	case known.Kind != "":
		return known.Kind
	case strings.Contains(spelled, "/RES"):
		return "resolution"
	case strings.Contains(spelled, "/DEC"):
		return "decision"
	}
	return ""
}

// closeUp takes out the blanks that some languages print in such a number and
// others do not: Conf. 16.7, LC-LP.1 (2008).
var closeUp = strings.NewReplacer(". ", ".", " (", "(")

// afterBody reports whether the body whose resolution it is stands between the
// type word and i, as in Arabic and Spanish: "la resolución de la Asamblea
// A.1018(26)".
func (s *Paragraph) afterBody(i int) bool {
	k := len(s.Tokens) - 1
	if k < 1 || !s.Tokens[k].Is(Owner) || s.Tokens[k].Gap || s.Lang.TypeFollows || s.gapBefore(i) {
		return false
	}
	for k--; k > 0 && s.Tokens[k].Is(Of) && !s.Tokens[k].Is(About) && !s.Tokens[k].Gap; k-- {
	}
	return s.Tokens[k].Is(Type)
}

// ofAgencyList are the classes of tokens between the numbers of a list, each
// of which may have its date.
var ofAgencyList = SetOf(And, Comma, Of, Month, YearWord, MonthWord, DayWord, No, NoEnd)

// afterAgency reports whether what stands at i may go on a list of numbers
// of this kind: "73.1 of 19 May 2020, 73.8 of 13 November 2020 and 74.7".
func (s *Paragraph) afterAgency(i int) bool {
	n := len(s.Tokens)
	if n < 2 || s.Tokens[n-1].Kinds&ofAgencyList == 0 || s.gapBefore(i) {
		return false
	}
	for k := n - 1; k >= max(0, n-maxDated) && !s.Tokens[k].Gap; k-- {
		t := &s.Tokens[k]
		switch {
		case t.Class == Number && (s.Numbers[t.N].Form == Agency || s.Numbers[t.N].Form == Chapter):
			return s.Tokens[n-1].Is(And) || s.Tokens[n-1].Is(Comma)
		case t.Class == Number && s.Numbers[t.N].Form == Plain, t.Kinds&ofAgencyList != 0:
		default:
			return false
		}
	}
	return false
}

// maxDated is how many tokens a number and its date may have.
const maxDated = 9

// agencyAhead reports whether 号 or the type word stands at i, or 号 after
// further numbers.
func (s *Paragraph) agencyAhead(text []byte, i int) bool {
	for n := 0; n < maxDated && i < len(text); n++ {
		m, ok := s.Lang.words.At(text, i)
		switch {
		case ok && s.Lang.summed[m.List].kinds.Has(NoEnd):
			after, _ := s.Lang.ClassesAt(text, m.End)
			return !after.Has(Document) // 号文件 is a symbol's
		case ok && n == 0 && s.Lang.summed[m.List].kinds.Has(Type):
			return true
		case ok && s.Lang.summed[m.List].kinds.Has(And):
			i = m.End
		case char.HasAny(text, i, "、", ","):
			i = char.RuneEnd(text, i)
		default:
			return false
		}
		if i = char.SkipBlank(text, i); i < len(text) {
			i = agencyEnd(text, i)
		}
	}
	return false
}

// agencyEnd returns the end of the number at i, or i.
func agencyEnd(text []byte, i int) int {
	if char.IsDigit(text[i]) {
		return figuresEnd(text, i)
	}
	k := i
	for k < len(text) && k < i+maxAgency && text[k] < 0x80 && char.BeginsLetter[text[k]] {
		k++
	}
	letters := k - i
	if blank := k + len(". "); char.HasAny(text, k, ". ") && letters > 1 { // Conf. 10.10
		if end := figuresEnd(text, blank); end > blank {
			return end
		}
	}
	if letters > 1 && char.HasAny(text, k, " ") { // WHA 64.27
		if end := figuresEnd(text, k+1); end > k+1 {
			return end
		}
		if end := chapterEnd(text, k+1); end > k+1 { // VC XI/3
			if _, known := symbol.Agency(string(text[i:end])); known {
				return end
			}
		}
	}
	if letters == 1 && char.HasAny(text, k, " ") { // C 7/2021
		if end := slashEnd(text, k+1); end > k+1 {
			return end
		}
	}
	return runEnd(text, i)
}

// tailEnd returns the end of what makes the number before i a foreign one:
// "12.20", "74(16)" or "41 C/48"; or i.
func tailEnd(text []byte, i int) int {
	if i+2 >= len(text) {
		return i
	}
	switch b := text[i+1]; {
	case text[i] == '.' && char.IsDigit(b):
		if _, end, ok := char.Integer(text, i+1); ok && !char.HasAny(text, end, "/") && !(char.HasAny(text, end, ".") && end+1 < len(text) && char.IsDigit(text[end+1])) {
			return end
		}
	case text[i] == '(' && char.IsDigit(b):
		if _, end, ok := char.Integer(text, i+1); ok && end-i <= len("(999") && char.HasAny(text, end, ")") {
			return end + 1
		}
	case text[i] == ' ' && char.IsUpper(b) && text[i+2] == '/':
		if _, end, ok := char.Integer(text, i+3); ok {
			return end
		}
	}
	return i
}

// figuresEnd returns the end of a number that begins with figures and has such
// a tail, or i.
func figuresEnd(text []byte, i int) int {
	if _, k, ok := char.Integer(text, i); ok {
		if end := tailEnd(text, k); end > k {
			return end
		}
	}
	return i
}

// chapterEnd returns the end of "XI/3" at i, or i.
func chapterEnd(text []byte, i int) int {
	roman, k := char.RomanDigits(text, i)
	if roman == "" || !char.HasAny(text, k, "/") {
		return i
	}
	if _, end, ok := char.Integer(text, k+1); ok {
		return end
	}
	return i
}

// withoutYear returns the end of the number from i to end without the year in brackets
// behind it, where the number is one of a known series as it is: "WHA70.7 (2017)".
func withoutYear(text []byte, i, end int) int {
	open := bytes.LastIndexByte(text[i:end], '(')
	if open < 1 || text[i+open-1] != ' ' {
		return end
	}
	short := i + open - 1
	if _, known := symbol.Agency(closeUp.Replace(string(text[i:short]))); known {
		return short
	}
	return end
}

// slashEnd returns the end of "7/2021" at i, or i.
func slashEnd(text []byte, i int) int {
	_, k, ok := char.Integer(text, i)
	if !ok || !char.HasAny(text, k, "/") {
		return i
	}
	if _, end, ok := char.Integer(text, k+1); ok {
		return end
	}
	return i
}

// runEnd returns the end of a run without blanks in which letters stand before
// the first figure, WHA74.5, with what stands in brackets after it, or i. A figure
// that a hyphen joins to letters makes a name, COVID-19, if no slash follows.
func runEnd(text []byte, i int) int {
	k, depth := i, 0
	for ; k < len(text) && k < i+maxAgency; k++ {
		b := text[k]
		switch {
		case b < 0x80 && char.BeginsLetter[b], char.IsDigit(b), b == '.', b == '/', b == '-':
			continue
		case b == '(':
			depth++
			continue
		case b == ')' && depth > 0:
			depth--
			continue
		}
		break
	}
	if k == i+maxAgency || char.Letter(text, k) > 0 {
		return i
	}
	run := bytes.TrimRight(text[i:k], "./-(")
	figure := bytes.IndexAny(run, "0123456789")
	switch {
	case depth > 0, figure < 1, bytes.HasPrefix(run, []byte("L.")): // L.45 is a draft
		return i
	case run[figure-1] == '-' && bytes.IndexByte(run[figure:], '/') < 0:
		return i
	}
	if run[len(run)-1] == ')' {
		return i + len(run)
	}
	return bracketEnd(text, i+len(run))
}

// bracketEnd returns the end of a blank and a year or session in brackets at i, or
// i.
func bracketEnd(text []byte, i int) int {
	if !char.HasAny(text, i, " (") {
		return i
	}
	if _, k, ok := char.Integer(text, i+2); ok && k <= i+6 && char.HasAny(text, k, ")") {
		return k + 1
	}
	return i
}
