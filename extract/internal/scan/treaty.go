package scan

import (
	"strconv"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// treaty reads the volume and the registration numbers after the name of a
// treaty series: "Treaty Series, vol. 1577, No. 27531", "Nos. 970-973".
func (s *scanner) treaty(k int) {
	s.series = s.Value(&s.Tokens[k], token.Series)
	s.treatyNumbers(k, s.series)
}

// treatyNumbers reads volumes and numbers from the token after k on. Each
// pair makes a mention; the first begins at the series' name.
func (s *scanner) treatyNumbers(k int, kind string) {
	start := int(s.Tokens[k].Start)
	volume := ""
	for j := k + 1; j < len(s.Tokens) && j < k+24; j++ {
		t := &s.Tokens[j]
		if t.Gap && !s.romanVolume(j) {
			return
		}
		switch {
		case t.Is(token.Volume):
			if v, ok := s.volumeNear(j); ok {
				if volume != "" {
					start = int(t.Start)
				}
				volume = v
			}
		case t.Is(token.Number) && volume != "" && s.registration(j):
			n := s.Numbers[t.N].A
			last := j
			if s.Follows(j+1, token.NoEnd) {
				last = j + 1
			}
			end := int(s.Tokens[last].End)
			s.add(Mention{
				Rule: "treaty-series", Kind: record.Treaty, Symbol: kind + "/" + volume + "/" + strconv.Itoa(n),
				Start: start, End: end, Pinpoint: s.placeAfter(last),
			})
			start = end
			if s.Follows(j+2, token.Number) && (s.Follows(j+1, token.Dash) || s.Follows(j+1, token.And)) {
				start = int(s.Tokens[j+2].Start)
			}
		case t.Is(token.Number), t.Is(token.Comma), t.Is(token.No), t.Is(token.And), t.Is(token.NoEnd), t.Is(token.Dash), t.Is(token.Quote):
		default:
			return
		}
	}
}

// volumeNear returns the volume at the word for it: the number stands after
// the word or, in Chinese, before it.
func (s *scanner) volumeNear(j int) (string, bool) {
	if s.Lang.TypeFollows {
		if v, ok := s.PlainAt(j - 1); ok {
			return strconv.Itoa(v), true
		}
		return "", false
	}
	if v, ok := s.PlainAt(j + 1); ok && !s.Tokens[j+1].Gap {
		return strconv.Itoa(v), true
	}
	at := char.SkipBlank(s.Text.Bytes, int(s.Tokens[j].End))
	if roman, _ := char.RomanDigits(s.Text.Bytes, at); roman != "" {
		return strconv.Itoa(symbol.RomanValue(roman)), true
	}
	return "", false
}

// romanVolume reports whether the gap before token j is a volume in roman
// digits, which is no token.
func (s *scanner) romanVolume(j int) bool {
	p := &s.Tokens[j-1]
	at := char.SkipBlank(s.Text.Bytes, int(p.End))
	roman, end := char.RomanDigits(s.Text.Bytes, at)
	return p.Is(token.Volume) && roman != "" && char.SkipBlank(s.Text.Bytes, end) == int(s.Tokens[j].Start)
}

// registration reports whether the number at token j is a registration
// number: "No." stands before it, or another one of its list.
func (s *scanner) registration(j int) bool {
	if _, ok := s.PlainAt(j); !ok {
		return false
	}
	if s.Lang.TypeFollows {
		return s.Follows(j+1, token.NoEnd) || s.Tokens[j-1].Is(token.No) && !s.Follows(j+1, token.Volume)
	}
	p := &s.Tokens[j-1]
	return p.Is(token.No) || (p.Is(token.Dash) || p.Is(token.And) || p.Is(token.Comma)) && j >= 2 && s.Tokens[j-2].Is(token.Number) && s.Tokens[j-2].Class == token.Number && !s.Tokens[j-2].Gap && s.registrationBefore(j-2)
}

func (s *scanner) registrationBefore(j int) bool {
	for ; j > 0; j-- {
		p := &s.Tokens[j-1]
		switch {
		case p.Is(token.No):
			return true
		case p.Is(token.Volume):
			return false
		}
	}
	return false
}
