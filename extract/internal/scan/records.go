package scan

import (
	"strings"

	"uncite/extract/internal/match"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// records is the memory of the Official Records named last, for "Ibid.,
// Supplement No. 8".
type recordsOf struct {
	body    string // entity, empty where none was named
	session int    // regular session, 0 for none
}

// Bounds of what may stand between the name of the records and the number of
// the supplement, and between that and its symbol, in bytes.
const (
	maxRecords = 240
	maxNumber  = 100
)

// officialRecords reads a numbered supplement to Official Records between the
// token k that names them, or stands for them, and the token end: "Official
// Records of the General Assembly, Seventy-fifth Session, Supplement No. 16".
// Where its symbol follows, that is the reference, and this makes none. It is
// false where no supplement is named.
func (s *scanner) officialRecords(k, end int) bool {
	if body := s.value(&s.tokens[k], records); strings.HasPrefix(body, entityPrefix) {
		s.records = recordsOf{body: body}
	}
	word := k
	for word < end && !s.tokens[word].is(supplement) {
		if word > k && s.tokens[word].class == symbolRun || int(s.tokens[word].start-s.tokens[k].end) > maxRecords {
			return false
		}
		word++
	}
	if word == end || s.records.body == "" {
		return false
	}
	if n := s.readPlaces().sessionIn(int(s.tokens[k].end), int(s.tokens[word].start)); n != 0 {
		s.records.session = max(n, 0)
	}
	at := word + 1
	for at < end && (s.tokens[at].is(no) || s.tokens[at].is(noEnd)) {
		at++
	}
	number, ok := s.plainAt(at)
	if !ok || at >= end {
		return false
	}
	if !s.symbolNear(at) {
		s.addRecords(k, at, number)
	}
	return true
}

// addRecords adds the mention of the supplement whose number is token at.
func (s *scanner) addRecords(k, at, number int) {
	t := &s.tokens[at]
	stop := int(t.end)
	letter := ""
	if text := s.text.Bytes; match.Letter(text, stop) > 0 && isUpper(text[stop]) {
		letter = string(text[stop])
		stop++
	}
	last := at
	if s.follows(at+1, noEnd) {
		last = at + 1
		stop = int(s.tokens[last].end)
	}
	m := Mention{Rule: "official-records", Kind: record.Report, Start: int(s.tokens[k].start), End: stop, Pinpoint: s.placeBehind(last)}
	m.Symbol, m.Supplement = symbol.Supplement(s.records.body, s.records.session, number, letter)
	s.add(m)
}

// symbolNear reports whether the symbol of the supplement whose number is
// token k follows in brackets.
func (s *scanner) symbolNear(k int) bool {
	from := int(s.tokens[k].end)
	for j := k + 1; j+1 < len(s.tokens) && int(s.tokens[j].start)-from < maxNumber; j++ {
		t := &s.tokens[j]
		if t.is(stop) || t.is(records) || t.is(supplement) && j > k+1 {
			return false
		}
		if (t.is(open) || t.is(quote)) && s.tokens[j+1].class == symbolRun {
			return true
		}
	}
	return false
}
