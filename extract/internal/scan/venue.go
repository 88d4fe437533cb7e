package scan

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// Bounds of the name of a city: its words, and its bytes in a script without
// blanks.
const (
	mostCityWords = 6
	leastCity     = 6
	mostCity      = 45
)

// venue reports whether the State at token k only says where a city lies in
// which something was held, "in Rio de Janeiro, Brazil", "à Bali (Indonésie)":
// the text mentions the city, and no State.
func (s *scanner) venue(k int, entries []*authority.Entry) bool {
	if entries[0].Kind != record.State {
		return false
	}
	if s.Lang.Unsegmented {
		return s.venueRight(k)
	}
	stateEnd := int(s.Tokens[k].End)
	end, own := s.cityEnd(int(s.Tokens[k].Start))
	if end == 0 {
		return false
	}
	title, was := s.withoutCity(end)
	if !s.cityBefore(end, stateEnd, own) && !s.cityAfterCity(end) {
		if title != nil {
			*title = was
		}
		return false
	}
	s.venueEnd = stateEnd
	return true
}

// withoutCity takes from the title that no table knows, and that ends at i, the city with which it
// ends and the word that says that something is there, "World Forum on Reefs in Santos". It returns the
// title and what it was, nil where none ends so.
func (s *scanner) withoutCity(i int) (title *Mention, was Mention) {
	m := s.titleTo(i)
	at := i
	for n := 0; m != nil && n < mostCityWords; n++ {
		w := s.wordBefore(at)
		from := len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(w)
		switch {
		case w == "" || from <= m.Start:
			return nil, was
		case at < i && s.Lang.Naming.Is(class.At, w):
			if was = *m; !s.cutTitle(m, len(bytes.TrimRight(s.Text.Bytes[:from], " "))) {
				return nil, was
			}
			return m, was
		case !s.cityWord(w):
			return nil, was
		}
		at = from
	}
	return nil, was
}

// mostInTitle is how many short names may stand in a title, behind which they were added.
const mostInTitle = 3

// titleTo returns the title that no table knows and that ends at i, nil where none does.
func (s *scanner) titleTo(i int) *Mention {
	for n := len(s.mentions) - 1; n >= max(s.first, len(s.mentions)-mostInTitle); n-- {
		if m := &s.mentions[n]; m.Title != "" && m.End == i {
			return m
		}
	}
	return nil
}

// cutTitle has the title of m end at i. It is false where a name of the tables were lost, or no more
// than the head noun stayed.
func (s *scanner) cutTitle(m *Mention, i int) bool {
	tail := string(s.Text.Bytes[i:m.End])
	title, ok := strings.CutSuffix(m.Title, tail)
	if !ok || !strings.Contains(title, " ") || s.Lang.Naming.HeadOf(title) == title {
		return false
	}
	for k := s.tokenFrom(i); k < len(s.Tokens) && int(s.Tokens[k].Start) < m.End; k++ {
		if s.Tokens[k].Is(token.Name) {
			return false
		}
	}
	m.Title, m.Counted, m.End = title, strings.TrimSuffix(m.Counted, tail), i
	return true
}

// cityAfterCity reports whether the name of a city before a bracket or a comma, which ends
// at i, goes on with the list of such that the venue read last stands in: "in Lima (Peru)
// and Bari (Italy)".
func (s *scanner) cityAfterCity(i int) bool {
	text := s.Text.Bytes
	if s.venueEnd == 0 || i <= s.venueEnd || i-s.venueEnd > mostCity || s.Lang.Proclitics {
		return false
	}
	if n := len(s.mentions); n > s.first && s.mentions[n-1].End > s.venueEnd {
		return false // "in Lima, Peru, Italy, Spain"
	}
	words := strings.Fields(strings.TrimPrefix(string(text[s.venueEnd:i]), ")"))
	if len(words) > 0 && words[0] == "," {
		words = words[1:]
	} else if len(words) < 2 || !s.Lang.Naming.Is(class.And, words[0]) {
		return false
	} else {
		words = words[1:]
	}
	for n, w := range words {
		if n == 0 && (s.Lang.Naming.Is(class.And, w) || s.Lang.Naming.Is(class.At, w)) && len(words) > 1 {
			continue
		}
		if !s.cityWord(w) || s.Lang.Naming.Is(class.Person, w) {
			return false
		}
	}
	return len(words) > 0
}

// cityEnd returns where the name of a city may end before the State at start:
// before a bracket, a comma, or in a script of proclitics the preposition of the
// State, 0 where none of these stands there; own tells the last.
func (s *scanner) cityEnd(start int) (end int, own bool) {
	text := s.Text.Bytes
	if s.Lang.Proclitics {
		if r, size := utf8.DecodeLastRune(text[:start]); s.Lang.Naming.Is(class.At, string(r)) {
			start, own = start-size, true
		} else if w := s.wordBefore(start); s.Lang.Naming.Is(class.At, w) {
			start, own = len(bytes.TrimRight(text[:start], " "))-len(w), true
		} else if r, size := utf8.DecodeRune(text[start:]); s.Lang.Naming.Is(class.At, string(r)) && size > 0 {
			own = true
		}
	}
	switch {
	case start < 2:
		return 0, false
	case text[start-1] == '(' && text[start-2] == ' ':
		return start - 2, false
	case text[start-1] == ' ' && s.comma(start-1) > 0:
		return start - 1 - s.comma(start-1), false
	case own && text[start-1] == ' ' && s.comma(start-1) > 0:
		return start - 1 - s.comma(start-1), false
	case own:
		return start - 1, true
	}
	return 0, false
}

// comma returns the length of the comma that ends at i, 0 where none does.
func (s *scanner) comma(i int) int {
	for _, mark := range []string{",", "،"} {
		if bytes.HasSuffix(s.Text.Bytes[:i], []byte(mark)) {
			return len(mark)
		}
	}
	return 0
}

// cityBefore reports whether the name of a city ends at i, behind the word that
// says that something is there, or behind a comma where a date follows the
// State that ends at stateEnd. A name that was found is no city. Where nothing
// but its preposition parts the State from the city, a date must follow.
func (s *scanner) cityBefore(i, stateEnd int, own bool) bool {
	naming, floor := s.Lang.Naming, 0
	if n := len(s.mentions); n > s.first {
		floor = s.mentions[n-1].End
	}
	at, city, tied, commas := i, false, false, 0
	for n := 0; n <= mostCityWords; n++ {
		w := s.wordBefore(at)
		from := len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(w)
		switch comma := n > 0 && s.comma(from+len(w)) > 0; {
		case (w == "" || comma) && city && !own && s.numberBehind(stateEnd):
			return true
		case w == "" || from < floor || n == 0 && naming.Is(class.Region, w):
			return false
		case naming.Is(class.At, w) || naming.Is(class.At, char.Lower(w)) && bytes.HasPrefix(s.Text.Bytes[i:], []byte(" (")):
			return city && (!own || s.heldThere(from, stateEnd))
		case !own && !tied && s.townTied(w, from, city, s.Text.Bytes[i:]):
			return true
		case comma:
			if commas++; commas > 1 {
				return false
			}
			if w = w[:len(w)-s.comma(from+len(w))]; w == "" { // "in Nusa Dua, Bali, Indonesia"
				return false // a comma between blanks
			}
		}
		tied = tied || naming.Is(class.Town, w)
		if is := s.cityWord(w); is || s.Lang.Proclitics {
			city = is
		} else if n == 0 || utf8.RuneCountInString(w) > particle && !naming.Is(class.Link, w) {
			return false
		}
		if s.Lang.Proclitics && !city && !s.Lang.HasArticle([]byte(w)) {
			return false
		}
		at = from
	}
	return false
}

// townTied reports whether the word w at from ties the name of a city to a noun in small
// letters before it, "l'atelier d'Apia (Samoa)"; city says that the name stands behind the
// word, behind what follows it. A person has a capital, or the word for one, there.
func (s *scanner) townTied(w string, from int, city bool, behind []byte) bool {
	naming := s.Lang.Naming
	if !bytes.HasPrefix(bytes.TrimLeft(behind, " "), []byte("(")) {
		return false
	}
	if elided, rest, ok := strings.Cut(w, "'"); ok {
		w, city = elided+"'", char.BeginsCapital([]byte(rest), 0)
	}
	if !city || !naming.Is(class.Town, w) {
		return false
	}
	noun := s.wordBefore(from)
	before := s.wordBefore(len(bytes.TrimRight(s.Text.Bytes[:from], " ")) - len(noun)) // "la ville créative de Santos"
	if elided, rest, ok := strings.Cut(noun, "'"); ok && len(elided) == 1 {
		noun = rest
	}
	last, _ := utf8.DecodeLastRuneInString(noun)
	return noun != "" && unicode.IsLower(last) && !char.BeginsCapital([]byte(noun), 0) && !naming.Is(class.Person, noun) && !naming.Is(class.Link, noun) && !naming.Is(class.And, noun) &&
		!naming.Is(class.Place, noun) && !naming.Is(class.Place, before)
}

// heldThere reports whether a date stands before the preposition of the city at i,
// or something that begins one behind the State that ends at stateEnd.
func (s *scanner) heldThere(i, stateEnd int) bool {
	before := s.wordBefore(i)
	if before != "" && char.IsDigit(before[0]) {
		return true
	}
	rest := strings.TrimLeft(string(s.Text.Bytes[stateEnd:min(len(s.Text.Bytes), stateEnd+mostCity)]), "،, ")
	behind, _, _ := strings.Cut(rest, " ")
	return s.Lang.Naming.Is(class.Held, behind)
}

// particle is the most letters of a small word inside the name of a city.
const particle = 3

// cityWord reports whether the word may be one of the name of a city, and the
// first: with a capital, in scripts that have them, else without an article, and
// no head noun.
func (s *scanner) cityWord(w string) bool {
	if s.Lang.Proclitics {
		return !s.Lang.HasArticle([]byte(w)) && !char.IsDigit(w[0]) && s.Lang.Naming.Kind(w) == ""
	}
	return strings.ContainsFunc(w, unicode.IsUpper) || s.Lang.Naming.Is(class.Place, w)
}

// numberBehind reports whether a number follows the comma behind i, or behind the
// bracket that closes there, where a preposition may stand for the comma.
func (s *scanner) numberBehind(i int) bool {
	rest, inBrackets := strings.CutPrefix(string(s.Text.Bytes[i:min(len(s.Text.Bytes), i+8)]), ")")
	if words := strings.Fields(rest); inBrackets && len(words) > 1 && s.Lang.Naming.Is(class.At, words[0]) {
		return char.IsDigit(words[1][0]) // one of a list, "(Brasil) en 2007"
	}
	for _, mark := range []string{", ", "، "} {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			return after != "" && char.IsDigit(after[0])
		}
	}
	return false
}

// venueRight is venue in a script without blanks, where the city follows the
// State, and what was done there the city.
func (s *scanner) venueRight(k int) bool {
	text, naming := s.Text.Bytes, s.Lang.Naming
	start, from := int(s.Tokens[k].Start), int(s.Tokens[k].End)
	before, _ := utf8.DecodeLastRune(text[:start])
	if before != '(' && !naming.Is(class.At, string(before)) || naming.BeginsWith(class.And, string(text[from:min(len(text), from+leastCity)])) {
		return false // "in Chad and Paris": the State is itself the place
	}
	end := min(len(text), from+mostCity)
	if s.Follows(k+1, token.No) && int(s.Tokens[k+1].Start) == from {
		k++ // a city that begins as a number does, 第比利斯
	}
	for k++; k < len(s.Tokens) && (s.Tokens[k].Is(token.And) || s.WordsOf(&s.Tokens[k]) == "-"); k++ {
		if and := &s.Tokens[k]; and.Is(token.And) && int(and.Start) >= from+leastCity && int(and.Start) < end && int(and.End) < len(text) && char.IsDigit(text[and.End]) {
			return !naming.Holds(class.Place, string(text[from:and.Start])) // the date of the next of a list
		}
	}
	if k < len(s.Tokens) {
		end = min(end, int(s.Tokens[k].Start)+leastCity)
	}
	for i := from; i < end; {
		r, size := utf8.DecodeRune(text[i:])
		city := i >= from+leastCity && !naming.Holds(class.Place, string(text[from:i]))
		switch {
		case naming.BeginsWith(class.Held, string(text[i:min(len(text), i+leastCity)])):
			return city && before != '('
		case !char.Han(r) && r != '-':
			return city && (r == '、' || r == '，' || r == ',') && i+size < len(text) && char.IsDigit(text[i+size])
		}
		i += size
	}
	return false
}
