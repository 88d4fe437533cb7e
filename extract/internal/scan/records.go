package scan

import (
	"strings"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// records is the memory of the Official Records named last, for "Ibid.,
// Supplement No. 8".
type recordsNamed struct {
	body    string // entity, empty where none was named
	session int    // regular session, 0 for none
}

// Bounds of what may stand between the name of the records and the number of
// the supplement, and between that and its symbol, in letters.
const (
	maxRecords = 240
	maxNumber  = 100
)

// namedRecords reads the supplement to the records that token k names. Where
// titles have marks, titled reads it.
func (s *scanner) namedRecords(k int) int {
	if s.Lang.TitleMarks {
		return 0
	}
	s.officialRecords(k, len(s.Tokens))
	return k + 1
}

// officialRecords reads a numbered supplement to Official Records between the
// token k that names them, or stands for them, and the token end: "Official
// Records of the General Assembly, Seventy-fifth Session, Supplement No. 16".
// Where its symbol follows, that is the reference, and this makes none. It is
// false where no supplement is named.
func (s *scanner) officialRecords(k, end int) bool {
	if body := s.Value(&s.Tokens[k], token.Records); strings.HasPrefix(body, entityPrefix) {
		s.records = recordsNamed{body: body}
	}
	word := k
	for word < end && !s.Tokens[word].Is(token.Supplement) {
		if word > k && s.Tokens[word].Class == token.Symbol || !s.Near(k, word, maxRecords) {
			return false
		}
		word++
	}
	if word == end || s.records.body == "" {
		return false
	}
	if n := s.readPlaces().SessionIn(int(s.Tokens[k].End), int(s.Tokens[word].Start)); n != 0 {
		s.records.session = max(n, 0)
	}
	at := word + 1
	for at < end && (s.Tokens[at].Is(token.No) || s.Tokens[at].Is(token.NoEnd)) {
		at++
	}
	number, ok := s.PlainAt(at)
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
	t := &s.Tokens[at]
	stop := int(t.End)
	letter := ""
	if text := s.Text.Bytes; char.Letter(text, stop) > 0 && char.IsUpper(text[stop]) {
		letter = string(text[stop])
		stop++
	}
	last := at
	if s.Follows(at+1, token.NoEnd) {
		last = at + 1
		stop = int(s.Tokens[last].End)
	}
	m := Mention{Rule: "official-records", Kind: record.Report, Start: int(s.Tokens[k].Start), End: stop, Pinpoint: s.placeAfter(last)}
	m.Symbol, m.Unknown = symbol.Supplement(s.records.body, s.records.session, number, letter)
	s.add(m)
}

// symbolNear reports whether the symbol of the supplement whose number is
// token k follows in brackets.
func (s *scanner) symbolNear(k int) bool {
	for j := k + 1; j+1 < len(s.Tokens) && s.Near(k, j, maxNumber); j++ {
		t := &s.Tokens[j]
		if t.Is(token.Stop) || t.Is(token.Records) || t.Is(token.Supplement) && j > k+1 {
			return false
		}
		if (t.Is(token.Open) || t.Is(token.Quote)) && s.Tokens[j+1].Class == token.Symbol {
			return true
		}
	}
	return false
}
