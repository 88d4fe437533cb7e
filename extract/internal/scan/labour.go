package scan

import (
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// labourOrganization is the body whose conventions are cited by number alone.
const labourOrganization = "entity:international-labour-organization"

// labourWithin is how many tokens away the name of the organization may stand
// from its conventions.
const labourWithin = 12

// labour reads the number of a convention of the International Labour
// Organization at token k: "ILO Convention No. 169", "Conventions Nos. 29 and
// 105 of the International Labour Organization". Each number is a treaty.
func (s *scanner) labour(k int) int {
	if k == 0 || s.Tokens[k].Class != token.Number {
		return 0
	}
	number := &s.Numbers[s.Tokens[k].N]
	if number.Form != token.Plain && number.Form != token.Yearly { // "No. 169 (1989)"
		return 0
	}
	n := number.A
	series := s.labourSeries(k)
	if series == "" || !s.labourNamed(k) {
		return 0
	}
	t := &s.Tokens[k]
	start, end := int(t.Start), int(t.End)
	if s.Tokens[max(k-1, 0)].Is(token.No) && k > 0 && !t.Gap {
		start = int(s.Tokens[k-1].Start)
	}
	s.add(Mention{Rule: "labour", Kind: record.Treaty, Symbol: "ILO/" + series + "/" + strconv.Itoa(n), Start: start, End: end, Pinpoint: s.placeAfter(k)})
	return k + 1
}

// labourSeries returns the letter of the series that the noun at the head of
// the number's list names: C for conventions, R for recommendations.
func (s *scanner) labourSeries(k int) string {
	if s.Lang.TypeFollows {
		if !s.Follows(k+1, token.NoEnd) || s.Tokens[k].Gap || !s.Tokens[max(k-1, 0)].Is(token.No) {
			return ""
		}
		rest := string(s.Text.Bytes[s.Tokens[k+1].End:char.Beyond(s.Text.Bytes, int(s.Tokens[k+1].End), 4)])
		for _, series := range labourLetters {
			if s.Lang.Naming.BeginsWith("labour-"+series, rest) {
				return series
			}
		}
		return ""
	}
	j := k - 1
	for ; j > 0 && k-j < labourWithin; j-- {
		t := &s.Tokens[j]
		if s.Tokens[j+1].Gap {
			return ""
		}
		if t.Is(token.No) {
			break
		}
		if _, ok := s.PlainAt(j); !ok && !t.Is(token.And) && !t.Is(token.Comma) && !t.Is(token.Dash) {
			return ""
		}
	}
	if j < 0 || !s.Tokens[j].Is(token.No) {
		return ""
	}
	// the noun may have the organization's name between it and the number
	from := int(s.Tokens[j].Start)
	if j > 0 && s.Tokens[j-1].Is(token.Name) && s.isLabour(j-1) {
		from = int(s.Tokens[j-1].Start)
	}
	noun := strings.Trim(s.wordBefore(from), "(«\"")
	for _, series := range labourLetters {
		if s.Lang.Naming.Is("labour-"+series, noun) {
			return series
		}
	}
	return ""
}

// labourLetters are the series of the organization: conventions and
// recommendations.
var labourLetters = []string{"C", "R"}

func (s *scanner) isLabour(k int) bool {
	return s.NamesAny(&s.Tokens[k], func(e *authority.Entry, _ bool) bool { return e.ID == labourOrganization })
}

// labourNamed reports whether the organization is named near token k.
func (s *scanner) labourNamed(k int) bool {
	for j := max(0, k-labourWithin); j < min(len(s.Tokens), k+labourWithin); j++ {
		if s.Tokens[j].Is(token.Name) && s.isLabour(j) {
			return true
		}
	}
	return false
}
