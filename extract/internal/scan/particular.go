package scan

import (
	"uncite/extract/internal/char"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
)

// placesInParticular reads the places behind a word such as "in particular" after
// token last: "resolution 60/1, in particular paragraph 12 thereof", "and especially
// its annex II". Behind the words that say what the number is about, "60/1 on piers, in
// particular its paragraph 12", the place says itself that it is the number's.
func (s *scanner) placesInParticular(r *place.Reader, last int) []place.Place {
	j, titled := s.particular(last+1), false
	if j < 0 {
		if j = s.particularBehindTitle(last); j < 0 {
			return nil
		}
		titled = true
	}
	at, own := s.behindParticular(r, j)
	if !r.MayBegin(at) {
		return nil
	}
	places, end := r.Run(at, func(end int) bool { return s.endsPlaces(r, end) })
	if titled && !own && !r.Thereof(char.SkipBlank(r.Text, end)) {
		return nil
	}
	return places
}

// particular returns the token of "in particular" where it stands at token j, behind
// commas and "and", or -1.
func (s *scanner) particular(j int) int {
	for most := j + 2; j < most && (s.Follows(j, token.Comma) || s.Follows(j, token.And)); {
		j++
	}
	if s.Follows(j, token.Including) {
		return j
	}
	return -1
}

// maxPreposition bounds the word without meaning before "its", in letters: в частности
// на ее пункт, en particulier sur son paragraphe.
const maxPreposition = 4

// behindParticular returns where a place may begin behind the words of "in particular",
// token j: after a comma, a preposition and "its" or "the"; and whether "its" is there.
func (s *scanner) behindParticular(r *place.Reader, j int) (at int, own bool) {
	at = char.SkipBlank(r.Text, int(s.Tokens[j].End))
	k := j + 1
	if s.Follows(k, token.Comma) {
		at = char.SkipBlank(r.Text, int(s.Tokens[k].End))
		k++
	}
	if !s.Lang.Unsegmented && !r.MayBegin(at) && !s.ownOrOf(k, at) {
		if end := char.WordEnd(r.Text, at); end < len(r.Text) && r.Text[end] == ' ' && end <= char.Beyond(r.Text, at, maxPreposition) {
			for at = char.SkipBlank(r.Text, end); k < len(s.Tokens) && int(s.Tokens[k].Start) < at; {
				k++
			}
		}
	}
	for ; s.ownOrOf(k, at); k++ {
		own = own || s.Tokens[k].Is(token.Own)
		at = char.SkipBlank(r.Text, int(s.Tokens[k].End))
	}
	return at, own
}

// ownOrOf reports whether token k begins at the offset and says "its", "of" or "the".
func (s *scanner) ownOrOf(k, at int) bool {
	if k >= len(s.Tokens) || int(s.Tokens[k].Start) != at {
		return false
	}
	t := &s.Tokens[k]
	return (t.Is(token.Own) || t.Is(token.Of)) && !t.Is(token.About)
}

// ofOthers are the tokens after which "its" may be another's than the number's.
var ofOthers = leads | token.SetOf(token.Number, token.Symbol, token.Name, token.Type, token.Document, token.Stop, token.Back, token.Unit)

// particularBehindTitle returns the token of "in particular" behind the words that say
// what the citation that ends at token last is about, or -1: where nothing else that has
// paragraphs, and no other clause, stands between.
func (s *scanner) particularBehindTitle(last int) int {
	if s.Lang.TypeFollows || !s.Follows(last+1, token.About) && !s.Follows(last+1, token.Quote) {
		return -1
	}
	for k := last + 2; k < len(s.Tokens) && s.Near(last, k, maxTopic); k++ {
		switch t := &s.Tokens[k]; {
		case t.Is(token.Comma):
			return s.particular(k + 1)
		case t.Kinds&ofOthers != 0:
			return -1
		}
	}
	return -1
}
