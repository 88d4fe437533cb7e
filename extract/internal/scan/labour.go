package scan

import (
	"bytes"
	"strconv"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// labourOrganization is the body whose conventions are cited by number alone.
const labourOrganization = "entity:international-labour-organization"

// maxLabour is far above the numbers of its conventions and recommendations.
const maxLabour = 999

// labourWithin is how many tokens away the name of the organization may stand
// from its conventions.
const labourWithin = 20

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
	if n > maxLabour { // the year beside the number
		return 0
	}
	series := s.labourSeries(k)
	if series == "" || !s.yearBeforeBracket(k) && !s.labourNamed(k) {
		return 0
	}
	t := &s.Tokens[k]
	start, end := int(t.Start), int(t.End)
	if s.Tokens[max(k-1, 0)].Is(token.No) && k > 0 && !t.Gap {
		start = int(s.Tokens[k-1].Start)
	}
	if s.saidBefore(start, end) {
		return 0
	}
	start = s.forgetNoun(start)
	s.add(Mention{Rule: "labour", Kind: record.Treaty, Symbol: "ILO/" + series + "/" + strconv.Itoa(n), Start: start, End: end, Pinpoint: s.placeAfter(k)})
	return k + 1
}

// saidBefore reports whether the number from start to end is part of a name before it, or stands
// behind one, with a year at most: of that of the convention or of a protocol to it.
func (s *scanner) saidBefore(start, end int) bool {
	n := len(s.mentions)
	if n == s.first || s.mentions[n-1].Short || len(s.mentions[n-1].Entries) == 0 || s.mentions[n-1].Entries[0].Kind != record.Instrument {
		return false
	}
	m := &s.mentions[n-1]
	return m.Start < start && m.End > end || m.End <= start && yearBetween(string(s.Text.Bytes[m.End:start]))
}

// yearBetween reports whether the words are but a year, a bracket and marks.
func yearBetween(words string) bool {
	words, bracket := strings.CutSuffix(strings.TrimRight(words, " "), "(")
	words = strings.Trim(words, " ,،")
	return bracket && (words == "" || len(words) == yearFigures && strings.Trim(words, "0123456789") == "")
}

// forgetNoun takes back the short name right before the number at i, "la Convention
// (no 189)" is the one of that number, and the title that its year and the number follow,
// "Harbour Work Convention, 1964 (No. 122)"; it returns where the words for the convention begin.
func (s *scanner) forgetNoun(i int) int {
	n := len(s.mentions)
	if n == s.first || s.mentions[n-1].End > i {
		return i
	}
	m := &s.mentions[n-1]
	words, between := string(s.Text.Bytes[m.Start:m.End]), strings.Trim(string(s.Text.Bytes[m.End:i]), " (,،")
	switch {
	case m.Short && (between == "" || yearBetween(between+"(")) && s.labourNoun(words) != "":
		s.mentions = s.mentions[:n-1]
	case m.Title != "" && yearBetween(between+"(") && s.labourNoun(s.Lang.Naming.HeadOf(words)) != "":
		s.mentions = s.mentions[:n-1]
		return m.Start
	}
	return i
}

// yearBeforeBracket reports whether a year and a bracket stand right before the number at
// token k, as only the titles of the organization's conventions have them: ", 1964 (No. 122)".
func (s *scanner) yearBeforeBracket(k int) bool {
	j := k - 1
	if j >= 0 && s.Tokens[j].Is(token.No) {
		j--
	}
	if j < 1 || !s.Tokens[j].Is(token.Open) || s.Tokens[j].Gap {
		return false
	}
	year, ok := s.PlainAt(j - 1)
	ahead := bytes.TrimSuffix(s.Text.Bytes[:s.Tokens[max(j-1, 0)].Start], []byte(" "))
	return ok && year > maxLabour && (bytes.HasSuffix(ahead, []byte(",")) || bytes.HasSuffix(ahead, []byte("،")))
}

// labourSeries returns the letter of the series that the noun at the head of
// the number's list names: C for conventions, R for recommendations.
func (s *scanner) labourSeries(k int) string {
	if s.Lang.TypeFollows {
		return s.labourBehind(k)
	}
	j := k - 1
	for ; j > 0 && k-j < labourWithin; j-- {
		t := &s.Tokens[j]
		if s.Tokens[j+1].Gap {
			return s.labourBeside(j+1, k)
		}
		if t.Is(token.No) && (j < 2 || !s.joins(j-1) || !s.plain(j-2)) {
			break // else each number of the list has the word before it
		}
		if !s.plain(j) && !s.joins(j) && !t.Is(token.Dash) && !t.Is(token.No) {
			return s.labourBeside(j+1, k)
		}
	}
	if j < 0 || !s.Tokens[j].Is(token.No) {
		return s.labourBeside(j+1, k)
	}
	// the noun may have the organization's name between it and the number
	from := int(s.Tokens[j].Start)
	if j > 0 && s.Tokens[j-1].Is(token.Name) && s.isLabour(j-1) {
		from = int(s.Tokens[j-1].Start)
	}
	noun := strings.Trim(s.wordBefore(from), "(«\"")
	if series := s.labourNoun(noun); series != "" || j == 0 || !s.Tokens[j-1].Is(token.Open) {
		return series
	}
	return s.labourTitle(int(s.Tokens[j-1].Start))
}

// mostLabour bounds the tokens of a list of conventions before its noun.
const mostLabour = 128

// labourBehind is labourSeries in a language that puts the noun behind the number, or behind the
// last of a list of them.
func (s *scanner) labourBehind(k int) string {
	for last := k; last-k < mostLabour && s.Follows(last+1, token.NoEnd) && !s.Tokens[last].Gap && s.Tokens[max(last-1, 0)].Is(token.No); {
		end := int(s.Tokens[last+1].End)
		rest := string(s.Text.Bytes[end:char.Beyond(s.Text.Bytes, end, 4)])
		for _, series := range labourNouns {
			if s.Lang.Naming.BeginsWith(series.nouns, rest) {
				return series.letter
			}
		}
		if last += 4; last >= len(s.Tokens) || !s.joins(last-2) || s.Tokens[last].Class != token.Number { // 号, "and", 第 and the next
			return ""
		}
	}
	return ""
}

// labourBeside returns the letter of the series whose noun stands right before the numbers of
// tokens j to k, without a word for a number, where the organization stands right beside
// them: "Convention 138 of the ILO", "ILO Convention 138".
func (s *scanner) labourBeside(j, k int) string {
	if !s.plain(j) {
		return ""
	}
	start := int(s.Tokens[j].Start)
	noun := s.wordBefore(start)
	series := s.labourNoun(noun)
	if series == "" {
		return ""
	}
	before := j - 1
	for before >= 0 && int(s.Tokens[before].End) > start-len(noun)-len(" ") {
		before-- // the noun itself
	}
	if before >= 0 && s.Tokens[before].Is(token.Name) && s.isLabour(before) && s.wordBefore(start-len(noun)-len(" ")) == s.WordsOf(&s.Tokens[before]) {
		return series
	}
	last := k
	for last+1 < len(s.Tokens) && (s.joins(last+1) || s.Tokens[last+1].Class == token.Number) {
		last++
	}
	if behind := s.behindOf(last); s.Follows(behind, token.Name) && s.isLabour(behind) {
		return series
	}
	return ""
}

// joins reports whether token j joins two numbers of a list.
func (s *scanner) joins(j int) bool {
	return s.Tokens[j].Is(token.And) || s.Tokens[j].Is(token.Comma)
}

func (s *scanner) plain(j int) bool {
	_, ok := s.PlainAt(j)
	return ok
}

// labourNoun returns the letter of the series that a noun names, empty where it is
// none of them.
func (s *scanner) labourNoun(noun string) string {
	for _, series := range labourNouns {
		if s.Lang.Naming.Is(series.nouns, noun) || s.Lang.Proclitics && s.Lang.Naming.EndsWith(series.nouns, []byte(noun)) {
			return series.letter
		}
	}
	return ""
}

// maxLabourTitle bounds the title before the number in brackets, in letters.
const maxLabourTitle = 160

// labourTitle returns the series of the title that ends at i, before the bracket with
// its number: "Convenio sobre las trabajadoras domésticas, 2011 (núm. 189)".
func (s *scanner) labourTitle(i int) string {
	text := string(s.Text.Bytes[char.Ahead(s.Text.Bytes, i, maxLabourTitle):i])
	if k := strings.LastIndexAny(text, ";()"); k >= 0 {
		text = text[k+1:]
	}
	words := strings.Fields(text)
	for k := len(words) - 1; k >= 0; k-- {
		if series := s.labourNoun(strings.TrimRight(words[k], ",،")); series != "" {
			return series
		}
	}
	return ""
}

// labourHead reports whether the words from start to end are the noun of a series and
// the organization alone, "Convenio de la OIT": they name none of its conventions.
func (s *scanner) labourHead(start, end int) bool {
	const maxLinks = 2
	words := strings.Fields(string(s.Text.Bytes[start:end]))
	if len(words) < 2 || s.labourNoun(words[0]) == "" && s.labourNoun(words[len(words)-1]) == "" {
		return false
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; int(t.Start) >= start && int(t.End) <= end && t.Is(token.Name) && s.isLabour(k) {
			named := len(strings.Fields(string(s.Text.Bytes[t.Start:t.End])))
			return len(words) <= 1+named+maxLinks && (int(t.Start) == start || int(t.End) == end)
		}
	}
	return false
}

// labourNouns are the series of the organization, conventions and recommendations, with the
// class of the nouns that name them.
var labourNouns = [...]struct {
	letter string
	nouns  class.ID
}{{"C", class.LabourC}, {"R", class.LabourR}}

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
