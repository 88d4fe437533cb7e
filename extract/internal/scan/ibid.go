package scan

import (
	"bytes"
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
	last := s.tokensOfNote()
	switch { // "Ibid., Supplement No. 8"
	case s.Lang.TitleMarks && last.supplement >= k:
		return // titled reads it
	case !s.Lang.TitleMarks && s.officialRecords(k, len(s.Tokens)):
		return
	case s.namesSource(k, last.sources):
		return
	}
	same, many := s.sourcesOfNote()
	if len(same) == 0 && many == 0 {
		return
	}
	t := &s.Tokens[k]
	s.add(Mention{Rule: "ibid", Same: slices.Clone(same), Many: many, Start: int(t.Start), End: int(t.End), Pinpoint: s.pinpoint(k, k)})
}

// noteTokens are tokens of the note that is read: the last word for a supplement, -1
// for none, and the numbers and symbols that name sources. They are looked for once.
type noteTokens struct {
	known      bool
	supplement int
	sources    []int
}

// namesSource reports whether the note names the source itself for which "ibid." at token
// k stands. What stands behind a semicolon, or is quoted in a bracket, is another one.
func (s *scanner) namesSource(k int, sources []int) bool {
	at, _ := slices.BinarySearch(sources, k+1)
	if at == len(sources) {
		return false
	}
	from, to := int(s.Tokens[k].End), int(s.Tokens[sources[at]].Start)
	if to-from > maxBracketed {
		return true
	}
	between := s.Text.Bytes[from:to]
	open := bytes.LastIndexByte(between, '(')
	quoted := open >= 0 && bytes.IndexByte(between[open:], ')') < 0 && len(bytes.TrimSpace(between[open+1:])) > 0
	return !quoted && bytes.IndexByte(between, ';') < 0
}

func (s *scanner) tokensOfNote() *noteTokens {
	l := &s.noteTokens
	if l.known {
		return l
	}
	*l = noteTokens{true, -1, l.sources[:0]}
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.Is(token.Supplement) {
			l.supplement = j
		}
		if t.Class == token.Symbol || t.Class == token.Number && s.Numbers[t.N].Form != token.Plain {
			l.sources = append(l.sources, j)
		}
	}
	return l
}

// noteSources are the sources of the note between two mentions.
type noteSources struct {
	note [2]int
	same []int
	many int // how many there are, where they are too many to be listed
}

// sourcesOfNote returns the mentions of the note before that name its source.
func (s *scanner) sourcesOfNote() (same []int, many int) {
	if s.sourcesOf.note == s.note && s.note[1] > 0 {
		return s.sourcesOf.same, s.sourcesOf.many
	}
	for i := s.note[0]; i < s.note[1] && i < len(s.mentions); i++ {
		if m := &s.mentions[i]; m.Symbol != "" || m.Title != "" || m.numbered() || m.Rule == "ibid" || m.Rule == "note-above" {
			same = append(same, i)
		}
	}
	same = s.sources(s.outsideBrackets(same))
	if len(same) > mostMeant {
		same, many = nil, len(same)
	}
	s.sourcesOf = noteSources{s.note, same, many}
	return same, many
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
		start := s.mentions[i].Start
		between := s.source[max(min(from, start), start-maxBracketed):start]
		if at := strings.LastIndexAny(between, "(（"); at >= 0 && strings.TrimSpace(between[at:]) != between[at:at+1] && !strings.ContainsAny(between[at:], ")）") {
			return same[:j+1]
		}
	}
	return same
}

// maxBracketed bounds what stands between a bracket and a source in it, in bytes.
const maxBracketed = 1 << 10

// sources leaves of a note's mentions those that name its source: symbols and
// numbers before titles, and no correction beside what it corrects.
func (s *scanner) sources(same []int) []int {
	titles := func(i int) bool { return s.mentions[i].Title != "" }
	if !slices.ContainsFunc(same, func(i int) bool { return !titles(i) }) {
		return same
	}
	same = slices.DeleteFunc(same, titles)
	symbols := make(map[string]bool, len(same))
	for _, i := range same {
		symbols[s.mentions[i].Symbol] = true
	}
	return slices.DeleteFunc(same, func(i int) bool {
		at := strings.Index(s.mentions[i].Symbol, "/Corr.")
		return at > 0 && symbols[s.mentions[i].Symbol[:at]]
	})
}
