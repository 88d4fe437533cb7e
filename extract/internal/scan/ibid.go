package scan

import (
	"slices"
	"strings"

	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// ibidem reads "ibid." at token k of a footnote: the same source as the note
// before, or another volume of its treaty series.
func (s *scanner) ibidem(k int) {
	if s.zone != record.Footnote {
		return
	}
	if s.Follows(k+1, token.Comma) && s.Follows(k+2, token.Volume) || s.Lang.TypeFollows && s.Follows(k+1, token.Comma) && s.Follows(k+2, token.No) && s.Follows(k+4, token.Volume) {
		if s.series != "" {
			s.treatyNumbers(k, s.series)
		}
		return
	}
	switch { // "Ibid., Supplement No. 8"
	case s.Lang.TitleMarks && s.Holds(k, len(s.Tokens), token.Supplement):
		return // titled reads it
	case !s.Lang.TitleMarks && s.officialRecords(k, len(s.Tokens)):
		return
	}
	for j := k + 1; j < len(s.Tokens); j++ {
		if t := &s.Tokens[j]; t.Class == token.Symbol || t.Class == token.Number && s.Numbers[t.N].Form != token.Plain {
			return // the note names its source itself
		}
	}
	var same []int
	for i := s.note[0]; i < s.note[1] && i < len(s.mentions); i++ {
		if m := &s.mentions[i]; m.Symbol != "" || m.Title != "" || m.numbered() || m.Rule == "ibid" {
			same = append(same, i)
		}
	}
	same = s.outsideBrackets(same)
	if same = s.sources(same); len(same) > 0 {
		t := &s.Tokens[k]
		s.add(Mention{Rule: "ibid", Same: same, Start: int(t.Start), End: int(t.End), Pinpoint: s.pinpoint(k, k)})
	}
}

// outsideBrackets leaves of a note's mentions those that stand before the first
// bracket that opens behind the first of them: "A/69/100, para. 5 (citing
// resolution 60/288)" has one source. A symbol alone in its bracket, as in
// "Supplement No. 53 (A/78/53)", is the source itself.
func (s *scanner) outsideBrackets(same []int) []int {
	if len(same) < 2 {
		return same
	}
	from := s.mentions[same[0]].End
	for j, i := range same[1:] {
		between := s.source[min(from, s.mentions[i].Start):s.mentions[i].Start]
		if at := strings.LastIndexAny(between, "(（"); at >= 0 && strings.TrimSpace(between[at:]) != between[at:at+1] && !strings.ContainsAny(between[at:], ")）") {
			return same[:j+1]
		}
	}
	return same
}

// sources leaves of a note's mentions those that name its source: symbols and
// numbers before titles, and no correction beside what it corrects.
func (s *scanner) sources(same []int) []int {
	titles := func(i int) bool { return s.mentions[i].Title != "" }
	if !slices.ContainsFunc(same, func(i int) bool { return !titles(i) }) {
		return same
	}
	same = slices.DeleteFunc(same, titles)
	return slices.DeleteFunc(same, func(i int) bool {
		at := strings.Index(s.mentions[i].Symbol, "/Corr.")
		return at > 0 && slices.ContainsFunc(same, func(k int) bool { return s.mentions[k].Symbol == s.mentions[i].Symbol[:at] })
	})
}
