package scan

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// feature reports whether the name of a State at t is that of a river, a lake, a gulf, a
// city, a company or an armed group: "the Gambia River", "le fleuve Sénégal", "Lake Malawi".
func (s *scanner) feature(t *token.Token, entries []*authority.Entry) bool {
	if entries[0].Kind != record.State {
		return false
	}
	naming, text := s.Lang.Naming, s.Text.Bytes
	if s.Lang.Unsegmented {
		behind := string(text[t.End:min(len(text), int(t.End)+mostFeature)])
		return naming.BeginsWith(class.FeatureBehind, behind) && !naming.BeginsWith(class.FeatureBut, behind) || s.company(int(t.End))
	}
	if naming.Is(class.FeatureBehind, s.wordBehind(int(t.End))) {
		return true
	}
	before, tied := s.wordsBeforeOf(int(t.Start))
	if before == "" {
		return false
	}
	if s.Lang.Naming.Has(class.Band) && s.band(int(t.Start)) || s.inQuotedFeature(int(t.Start)) {
		return true
	}
	if naming.Is(class.FeatureOf, before) || s.ofInstitution(int(t.Start)) || s.ofMovement(int(t.Start)) || s.apposed(t, entries[0]) &&
		(!tied && (naming.Is(class.Feature, before) || naming.Is(class.Feature, char.Lower(before))) || s.amongFeatures(int(t.Start)) || !tied && s.namedFeature(int(t.Start))) {
		return true
	}
	return s.Lang.Proclitics && naming.EndsWith(class.Feature, []byte(before))
}

// ofInstitution reports whether the State at i ends the name of a university, a hospital or the like,
// to which "of" or its case ties it: "the University of Chad", "Université nationale du Tchad". A
// central bank is an organ of its State.
func (s *scanner) ofInstitution(i int) bool {
	naming, tied := s.Lang.Naming, s.Lang.Naming.Cases()
	if !naming.Has(class.Institution) {
		return false
	}
	if tie := naming.Ending(class.Tie, s.Text.Bytes[:i]); s.Lang.Proclitics && tie > 0 {
		i, tied = i-tie, true
	}
	w := s.wordBefore(i)
	for n := 0; n < mostTies && (naming.Is(class.Of, w) || naming.Is(class.The, w)); n++ {
		tied = tied || naming.Is(class.Of, w)
		i = len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w)
		w = s.wordBefore(i)
	}
	if !tied || w == "" {
		return false
	}
	before := s.wordBefore(len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w))
	return naming.Is(class.Institution, unelided(w)) || naming.Is(class.Institution, unelided(before)+" "+w) ||
		s.Lang.Proclitics && naming.EndsWith(class.Institution, []byte(before+" "+w))
}

// namedFeature reports whether the words with capitals right before i are those of a company, a ship
// or the like, with the noun for it before them: the company Amber Chad.
func (s *scanner) namedFeature(i int) bool {
	for n := range mostNamed + 1 {
		w := s.wordBefore(i)
		if n > 0 && s.Lang.Naming.Is(class.Feature, char.Lower(unelided(w))) {
			return true
		}
		if !char.BeginsCapital([]byte(w), 0) || strings.ContainsAny(w, ",.;:()") || s.Lang.Naming.Is(class.Near, w) {
			return false
		}
		i = len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w)
	}
	return false
}

// unelided returns a word without what an apostrophe ties to its head: "l'Université".
func unelided(w string) string { return w[strings.IndexByte(w, '\'')+1:] }

// mostNamed bounds the words of such a name before the State.
const mostNamed = 3

// inQuotedFeature reports whether i lies in quotation marks, behind other words, that the noun
// for a ship, a company or the like stands before: the company "Air Namibia".
func (s *scanner) inQuotedFeature(i int) bool {
	text := s.Text.Bytes[:i]
	low := char.Ahead(text, i, mostQuoted)
	open := low + bytes.LastIndexFunc(text[low:], func(r rune) bool { return r == '"' || r == '«' || r == '“' || r == '»' || r == '”' || r == '\n' })
	if open < low || char.HasAny(text, open, "»", "”", "\n") {
		return false
	}
	noun := char.Lower(s.wordBefore(open))
	return noun != "" && s.Lang.Naming.Is(class.Feature, noun)
}

// mostQuoted bounds the words in quotation marks before a State, in letters.
const mostQuoted = 40

// apposed reports whether the name of the State at t may be that of the thing that the noun
// before it tells: in a language of cases such a name stands in the nominative, "the rivers
// of Chad" are no river.
func (s *scanner) apposed(t *token.Token, state *authority.Entry) bool {
	return !s.Lang.Naming.Cases() || s.WordsOf(t) == state.Official(s.Lang.Code)
}

// amongFeatures reports whether the name at i stands in a list of such that a word for
// several rivers, lakes or the like begins, "the rivers Niger and Gambia", or one that "of"
// ties to it, "the Straits of Malacca and Singapore".
func (s *scanner) amongFeatures(i int) bool {
	naming := s.Lang.Naming
	if !naming.Has(class.Features) {
		return false
	}
	tied := false
	for range mostFeatures {
		w := s.wordBefore(i)
		switch small := char.Lower(w); {
		case naming.Is(class.Features, small):
			return !tied
		case naming.Is(class.FeaturesOf, small):
			return tied
		case naming.Is(class.Of, w):
			tied = true
		case naming.Is(class.The, w):
		case w == "" || !naming.Is(class.And, w) && (!char.BeginsCapital([]byte(w), 0) || !strings.HasSuffix(w, ",") && !naming.Is(class.And, s.wordBehind(i-len(" ")))):
			return false
		default:
			tied = false // of the name behind it
		}
		i = len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w)
	}
	return false
}

// mostFeatures bounds the words of such a list.
const mostFeatures = 8

// ofMovement reports whether the State at i ends the name of a movement or an armed group,
// told by its aim, "the National Movement for the Liberation of Chad", or of a fund for it.
func (s *scanner) ofMovement(i int) bool {
	naming := s.Lang.Naming
	if !naming.Has(class.Movement) {
		return false
	}
	aim, before := "", i
	for n := 0; n <= mostTies && (aim == "" || naming.Is(class.Of, aim) || naming.Is(class.The, aim) || naming.Is(class.Compass, aim)); n++ {
		aim = s.wordBefore(before)
		before = len(bytes.TrimRight(s.Text.Bytes[:before], " ")) - len(aim)
	}
	switch {
	case naming.Is(class.MovementAim, aim) || naming.Is(class.Behalf, s.wordBefore(before)+" "+aim):
		return s.ledBefore(class.Movement, before)
	case naming.Is(class.FundAim, aim):
		return s.ledBefore(class.Fund, before)
	}
	return false
}

// ledBefore reports whether a noun of the class stands a few words before i, with no mark and
// nothing that begins another phrase between.
func (s *scanner) ledBefore(id class.ID, i int) bool {
	naming := s.Lang.Naming
	for range mostMovement {
		w := strings.TrimLeft(s.wordBefore(i), "\"“«")
		if naming.Is(id, w) || s.Lang.Proclitics && naming.EndsWith(id, []byte(w)) {
			return true
		}
		if last, _ := utf8.DecodeLastRuneInString(w); char.Letter([]byte(w), len(w)-utf8.RuneLen(last)) == 0 || naming.Is(class.Break, w) || s.Lang.Proclitics && naming.Is(class.Preposition, w) {
			return false
		}
		i = len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w)
	}
	return false
}

// mostMovement bounds the words between a movement and its aim.
const mostMovement = 4

// company reports whether words that go on behind the State which ends at i, in a script
// without blanks, make it the name of a company, a school, an armed group or a party.
func (s *scanner) company(i int) bool {
	naming, text := s.Lang.Naming, s.Text.Bytes
	for end := i; end < min(len(text), i+mostCompany); {
		r, size := utf8.DecodeRune(text[end:])
		if !char.Han(r) {
			return false
		}
		words, rest := string(text[i:end]), string(text[end:min(len(text), end+mostFeature)])
		if end > i && naming.BeginsWith(class.Company, rest) {
			return s.goOnName(words) && !naming.Holds(class.Place, words)
		}
		if n := naming.Beginning(class.Movement, rest); n > 0 {
			return s.goOnName(words) && !strings.HasPrefix(rest[n:], "(") // of a bracket the definition tells more
		}
		end += size
	}
	return false
}

// goOnName reports whether the words behind a State may be of a name that it begins.
func (s *scanner) goOnName(words string) bool {
	naming := s.Lang.Naming
	return !naming.Holds(class.Cut, words) && !naming.Holds(class.And, words) && !naming.BeginsWith(class.Lead, words)
}

// mostCompany bounds the words between a State and what makes it a company, in bytes.
const mostCompany = 27

// band reports whether the State at i ends the name of an armed group, "Al-Qaida in Chad".
func (s *scanner) band(i int) bool {
	naming := s.Lang.Naming
	for range mostTies {
		w := s.wordBefore(i)
		if !naming.Is(class.At, w) && !naming.Is(class.The, w) && w != "-" && (!naming.Is(class.Link, w) || naming.Is(class.And, w)) {
			w = strings.TrimLeft(w, "\"“«")
			before := s.wordBefore(len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w))
			return naming.Is(class.Band, w) || naming.Is(class.Band, strings.TrimLeft(before, "\"“«")+" "+w)
		}
		i = len(bytes.TrimRight(s.Text.Bytes[:i], " ")) - len(w)
	}
	return false
}

// cityOf reports whether the State at token k is a city or a province of another, whose full name
// stands alone in brackets behind it: "Granada (España)".
func (s *scanner) cityOf(k int, entries []*authority.Entry) bool {
	if !s.Follows(k+1, token.Open) || !s.Follows(k+2, token.Name) || !s.Follows(k+3, token.Shut) || k > 0 && s.Tokens[k-1].Is(token.Open) {
		return false
	}
	return s.NamesAny(&s.Tokens[k+2], func(e *authority.Entry, short bool) bool { return e.Kind == record.State && !short && e != entries[0] })
}

// mostFeature bounds the word behind a State in a script without blanks, in bytes.
const mostFeature = 24

// wordsBeforeOf returns the word before i, quotation marks and the words that tie it on
// aside; tied tells that there were such words.
func (s *scanner) wordsBeforeOf(i int) (word string, tied bool) {
	text := s.Text.Bytes
	for range mostTies {
		end := len(bytes.TrimRight(text[:i], " \"«“”"))
		if word = s.wordBefore(end); word == "" || !(s.Lang.Naming.Is(class.Of, word) || s.Lang.Naming.Is(class.The, word)) {
			return word, tied
		}
		i, tied = end-len(word), true
	}
	return "", true
}

// mostTies bounds the words that tie one noun to another: "de la".
const mostTies = 3

// person reports whether the name of a State at t is that of a person, behind the words
// for one or their other names: "Mr. Chad Miller", "Ms. Ana Jordan".
func (s *scanner) person(t *token.Token, entries []*authority.Entry) bool {
	if entries[0].Kind != record.State {
		return false
	}
	if s.Lang.Unsegmented { // the point that parts the names of a person
		return char.HasAny(s.Text.Bytes, int(t.End), "·", "•") || bytes.HasSuffix(s.Text.Bytes[:t.Start], []byte("·")) || bytes.HasSuffix(s.Text.Bytes[:t.Start], []byte("•"))
	}
	at := int(t.Start)
	for range mostPersonNames {
		w := s.wordBefore(at)
		switch {
		case s.Lang.Naming.Is(class.Person, w[strings.IndexByte(w, '\'')+1:]): // "l'ambassadeur"
			return true
		case w == "":
			return false
		}
		at = len(bytes.TrimRight(s.Text.Bytes[:at], " ")) - len(w)
		if !s.personName(w) {
			return s.Lang.Naming.Is(class.Forename, w) && s.Lang.Naming.Is(class.Person, s.wordBefore(at))
		}
	}
	return false
}

// mostPersonNames is how many words before a State are looked at for those of a person.
const mostPersonNames = 3

// personName reports whether the word may be a given name: with a capital, where the
// script has them, else without an article and no preposition; no mark ends it.
func (s *scanner) personName(w string) bool {
	_, size := utf8.DecodeLastRuneInString(w)
	if char.Letter([]byte(w), len(w)-size) == 0 {
		return false
	}
	if s.Lang.Proclitics {
		return !s.Lang.HasArticle([]byte(w)) && !s.Lang.Naming.Is(class.Officer, w) && !s.Lang.Naming.Is(class.Preposition, w) && !s.Lang.Naming.Is(class.At, w) && !s.Lang.Naming.Is(class.Break, w)
	}
	return char.BeginsCapital([]byte(w), 0) && !s.Lang.Naming.Is(class.The, w)
}
