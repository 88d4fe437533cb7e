package scan

import (
	"bytes"
	"strconv"
	"unicode"

	"uncite/extract/internal/char"
	"uncite/extract/internal/token"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// treaty reads the volume and the registration numbers after the name of a
// treaty series: "Treaty Series, vol. 1577, No. 27531", "Nos. 970-973".
func (s *scanner) treaty(k int) {
	if s.Value(&s.Tokens[k], token.Series) == courtSeries {
		s.courtReports(k)
		return
	}
	s.series = s.Value(&s.Tokens[k], token.Series)
	if s.volumeAndPage(k) {
		return
	}
	s.treatyNumbers(k, s.series)
}

// volumeAndPage reads a treaty that is cited by the volume before the name of
// the series at token k and the page behind it, "999 UNTS 171".
func (s *scanner) volumeAndPage(k int) bool {
	volume, before := s.PlainAt(k - 1)
	page, after := s.PlainAt(k + 1)
	if !before || !after || s.Tokens[k].Gap || s.Tokens[k+1].Gap {
		return false
	}
	s.addTreatyAt(volume, page, k-1, k+1)
	return true
}

// addTreatyAt adds the mention of the treaty that begins on the page of the volume,
// cited by tokens first to last.
func (s *scanner) addTreatyAt(volume, page, first, last int) {
	m := Mention{Rule: "treaty-series", Kind: record.Treaty, Start: int(s.Tokens[first].Start), End: int(s.Tokens[last].End), Pinpoint: s.placeAfter(last)}
	if id, ok := symbol.TreatyAt(s.series, volume, page); ok {
		m.Symbol = id
	} else {
		m.Unknown = "a treaty by volume " + strconv.Itoa(volume) + " and page " + strconv.Itoa(page) + " of the " + s.series + ", without its registration number"
	}
	s.add(m)
}

// maxPageWord bounds what may stand between a volume and its page, in bytes: ", p. ",
// "، الصفحة ".
const maxPageWord = 24

// pageAt reports whether token j is the page of a volume: a word that bears no token
// stands between the two, or 页 behind it.
func (s *scanner) pageAt(j int) (page int, ok bool) {
	page, ok = s.PlainAt(j)
	if !ok || j == 0 {
		return 0, false
	}
	if s.Lang.TypeFollows {
		return page, s.Follows(j+1, token.Other)
	}
	between := s.between(j-1, j)
	if s.Tokens[j-1].Is(token.Other) && !s.Tokens[j].Gap {
		return page, true
	}
	return page, s.Tokens[j].Gap && len(between) <= maxPageWord && bytes.ContainsFunc(between, unicode.IsLetter) && !bytes.ContainsAny(between, ";()")
}

// treatyNumbers reads volumes and numbers from the token after k on. Each
// pair makes a mention; the first begins at the series' name.
func (s *scanner) treatyNumbers(k int, kind string) {
	start := int(s.Tokens[k].Start)
	volume := ""
	var more []string // volumes of one list: the numbers stand in each
	page, pageEnd, numbered := 0, 0, false
	defer func() {
		if v, err := strconv.Atoi(volume); err == nil && page > 0 && !numbered {
			s.addTreatyAt(v, page, k, pageEnd)
		}
	}()
	for j := k + 1; j < len(s.Tokens) && j < k+24; j++ {
		t := &s.Tokens[j]
		if p, ok := s.pageAt(j); ok && volume != "" && page == 0 {
			if page, pageEnd = p, j; s.Lang.TypeFollows {
				j++ // 页
				pageEnd = j
			}
			continue
		}
		stop := j == k+1 && string(s.between(k, j)) == "." // "Treaty Series., vol. 2225"
		if t.Gap && !stop && !s.romanVolume(j) {
			return
		}
		switch {
		case t.Is(token.Volume):
			if v, ok := s.volumeNear(j); ok {
				if volume != "" {
					start = int(t.Start)
				}
				volume, more = v, s.volumeList(j)
			}
		case t.Is(token.Number) && volume != "" && s.registration(j):
			n := s.Numbers[t.N].A
			last := j
			numbered = true
			if s.Follows(j+1, token.NoEnd) {
				last = j + 1
			}
			end := int(s.Tokens[last].End)
			place := s.placeAfter(last)
			add := func(volume string, n int) {
				s.add(Mention{
					Rule: "treaty-series", Kind: record.Treaty, Symbol: kind + "/" + volume + "/" + strconv.Itoa(n), Start: start, End: end, Pinpoint: place,
				})
			}
			for _, between := range s.numbersBetween(j, n) {
				add(volume, between)
			}
			add(volume, n)
			for _, v := range more {
				add(v, n)
			}
			start = end
			if s.Follows(j+2, token.Number) && (s.reachesOn(j+1) || s.Follows(j+1, token.And)) {
				start = int(s.Tokens[j+2].Start)
			}
		case t.Is(token.Number), t.Is(token.Comma), t.Is(token.No), t.Is(token.And), t.Is(token.NoEnd), t.Is(token.Dash), t.Is(token.Range), t.Is(token.Quote):
		case t.Is(token.Other) && volume != "" && page == 0: // a word for page
		default:
			return
		}
	}
}

// volumeList returns the volumes of the list at the word for it, but the one
// that volumeNear returns: "vols. 2225, 2237 and 2241".
func (s *scanner) volumeList(j int) (more []string) {
	step := 1
	if s.Lang.TypeFollows {
		step = -1
	}
	for at := j + 2*step; at > 0 && at+1 < len(s.Tokens); at += 2 * step {
		v, ok := s.PlainAt(at + step)
		if t := &s.Tokens[at]; !ok || !t.Is(token.Comma) && !t.Is(token.And) || len(more) == mostVolumes || step > 0 && s.Tokens[at+1].Gap {
			break
		}
		more = append(more, strconv.Itoa(v))
	}
	return more
}

// Bounds of the volumes of one list, and of the numbers of one range.
const (
	mostVolumes = 12
	mostNumbers = 12
)

// reachesOn reports whether token j is a dash or a word for one: "nos 970 à 973".
func (s *scanner) reachesOn(j int) bool { return s.Follows(j, token.Dash) || s.Follows(j, token.Range) }

// numbersBetween returns the numbers of the range that ends with the number n
// at token j, but its first and last: "Nos. 970-973".
func (s *scanner) numbersBetween(j, n int) (between []int) {
	first, ok := s.PlainAt(j - 2)
	if j < 2 || !ok || !s.reachesOn(j-1) || n-first > mostNumbers {
		return nil
	}
	for i := first + 1; i < n; i++ {
		between = append(between, i)
	}
	return between
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
	return p.Is(token.No) || (p.Is(token.Dash) || p.Is(token.Range) || p.Is(token.And) || p.Is(token.Comma)) && j >= 2 && s.Tokens[j-2].Is(token.Number) && s.Tokens[j-2].Class == token.Number && !s.Tokens[j-2].Gap && s.registrationBefore(j-2)
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
