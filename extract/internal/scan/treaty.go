package scan

import (
	"strconv"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// treaty reads the volume and the registration numbers behind the name of a
// treaty series: "Treaty Series, vol. 1577, No. 27531", "Nos. 970-973".
func (s *scanner) treaty(k int) {
	s.series = s.value(&s.tokens[k], series)
	s.treatyNumbers(k, s.series)
}

// treatyNumbers reads volumes and numbers from the token after k on. Each
// pair makes a mention; the first begins at the series' name.
func (s *scanner) treatyNumbers(k int, kind string) {
	start := int(s.tokens[k].start)
	volume := ""
	for j := k + 1; j < len(s.tokens) && j < k+24; j++ {
		t := &s.tokens[j]
		if t.gap && !s.romanVolume(j) {
			return
		}
		switch {
		case t.is(vol):
			if v, ok := s.volumeNear(j); ok {
				if volume != "" {
					start = int(t.start)
				}
				volume = v
			}
		case t.is(item) && volume != "" && s.registration(j):
			n := s.items[t.n].A
			last := j
			if s.follows(j+1, noEnd) {
				last = j + 1
			}
			end := int(s.tokens[last].end)
			s.add(Mention{
				Rule: "treaty-series", Kind: record.Treaty, Symbol: kind + "/" + volume + "/" + strconv.Itoa(n),
				Start: start, End: end, Pinpoint: s.placeBehind(last),
			})
			start = end
			if s.follows(j+2, item) && (s.follows(j+1, dash) || s.follows(j+1, and)) {
				start = int(s.tokens[j+2].start)
			}
		case t.is(item), t.is(comma), t.is(no), t.is(and), t.is(noEnd), t.is(dash), t.is(quote):
		default:
			return
		}
	}
}

// volumeNear returns the volume at the word for it: the number stands behind
// the word or, in Chinese, before it.
func (s *scanner) volumeNear(j int) (string, bool) {
	if s.lang.typeFollows {
		if v, ok := s.plainAt(j - 1); ok {
			return strconv.Itoa(v), true
		}
		return "", false
	}
	if v, ok := s.plainAt(j + 1); ok && !s.tokens[j+1].gap {
		return strconv.Itoa(v), true
	}
	at := skipBlank(s.text.Bytes, int(s.tokens[j].end))
	if roman, _ := romanDigits(s.text.Bytes, at); roman != "" {
		return strconv.Itoa(symbol.RomanValue(roman)), true
	}
	return "", false
}

// romanVolume reports whether the gap before token j is a volume in roman
// digits, which is no token.
func (s *scanner) romanVolume(j int) bool {
	p := &s.tokens[j-1]
	at := skipBlank(s.text.Bytes, int(p.end))
	roman, end := romanDigits(s.text.Bytes, at)
	return p.is(vol) && roman != "" && skipBlank(s.text.Bytes, end) == int(s.tokens[j].start)
}

// registration reports whether the number at token j is a registration
// number: "No." stands before it, or another one of its list.
func (s *scanner) registration(j int) bool {
	if _, ok := s.plainAt(j); !ok {
		return false
	}
	if s.lang.typeFollows {
		return s.follows(j+1, noEnd) || s.tokens[j-1].is(no) && !s.follows(j+1, vol)
	}
	p := &s.tokens[j-1]
	return p.is(no) || (p.is(dash) || p.is(and) || p.is(comma)) && j >= 2 && s.tokens[j-2].is(item) && s.tokens[j-2].class == item && !s.tokens[j-2].gap && s.registrationBefore(j-2)
}

func (s *scanner) registrationBefore(j int) bool {
	for ; j > 0; j-- {
		p := &s.tokens[j-1]
		switch {
		case p.is(no):
			return true
		case p.is(vol):
			return false
		}
	}
	return false
}
