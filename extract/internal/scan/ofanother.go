package scan

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// organizations are the classes of bodies that have organs of their own.
var organizations = []string{"agency", "related organisation", "regional organisation"}

// ofAnother reports whether the organ at token k is one of another body, "the
// General Assembly of the World Tourism Organization", or, named by a head noun
// alone in the text of a treaty, one of that treaty.
func (s *scanner) ofAnother(k int, e *authority.Entry) bool {
	t := &s.Tokens[k]
	if s.ofState(k, e) || e.Kind == record.Entity && s.ofLawmaker(t) {
		return true
	}
	if e.Class != principalOrgan {
		return s.gluedTo(k) || s.ofOrganisation(k, e)
	}
	if s.ofUnknown(t, e) || s.ofCompany(t) {
		return true
	}
	if s.ownTreaty && s.issuing == "" && s.isBare(t) {
		return true
	}
	if s.Lang.Unsegmented {
		return k > 0 && !t.Gap && s.Tokens[k-1].Is(token.Name) && s.NamesAny(&s.Tokens[k-1], isOrganisation) || s.isBare(t) && s.besideOrgan(k) || s.isBare(t) && !s.Lang.Naming.Is(class.Meeting, s.WordsOf(t)) && s.ownedRight(k)
	}
	if k > 0 && !t.Gap && s.Tokens[k-1].Is(token.Own) && s.isBare(t) {
		return true // "its Secretariat", of the treaty or body that was named
	}
	if s.tiedTo(k) {
		return s.Tokens[k+1].Is(token.Name) && s.NamesAny(&s.Tokens[k+1], isOrganisation)
	}
	j := s.behindOf(k)
	return (j > k+1 || s.Lang.Genitive) && s.Follows(j, token.Name) && (s.NamesAny(&s.Tokens[j], isOrganisation) || e.ID == secretariat && s.ofTreaty(j))
}

// ofOrganisation reports whether the committee or commission at token k is one of an organisation
// that the tables do not put it under, "the Human Rights Committee of the Inter-Parliamentary Union",
// or of an unknown body that has members, "the International Law Commission of the Bar Association".
func (s *scanner) ofOrganisation(k int, e *authority.Entry) bool {
	if s.Lang.Unsegmented || !slices.Contains(nationalToo, e.Class) || s.isBare(&s.Tokens[k]) {
		return false
	}
	if s.ofMembers(s.ownerBehind(&s.Tokens[k])) {
		return true
	}
	j := s.behindOf(k)
	return (j > k+1 || s.Lang.Genitive) && s.Follows(j, token.Name) && s.NamesAny(&s.Tokens[j], func(o *authority.Entry, short bool) bool {
		return isOrganisation(o, short) && o.Class != "agency" && e.Parent != o.ID
	})
}

// gluedTo reports whether the head noun alone at token k, in a script without blanks, stands right
// behind the name of an organization of which the tables know no such body.
func (s *scanner) gluedTo(k int) bool {
	t := &s.Tokens[k]
	if !s.Lang.Unsegmented || k == 0 || s.Tokens[k-1].End != t.Start || !s.Tokens[k-1].Is(token.Name) || !s.isBare(t) {
		return false
	}
	of := ""
	s.NamesAny(&s.Tokens[k-1], func(e *authority.Entry, short bool) bool {
		if !short && e.Kind == record.Entity && slices.Contains(organizations, e.Class) {
			of = e.ID
		}
		return of != ""
	})
	return of != "" && !s.NamesAny(t, func(e *authority.Entry, _ bool) bool { return e.Parent == of })
}

// ofLawmaker reports whether the organ at t is one of those who make the laws of a State, "the
// Human Rights Committee of the Senate".
func (s *scanner) ofLawmaker(t *token.Token) bool {
	if !s.Lang.Naming.Has(class.Lawmaker) {
		return false
	}
	owner := s.ownerBehind(t)
	if s.Lang.Naming.Cases() {
		owner = s.wordBehind(int(t.End)) // its case needs no "of"
	}
	return s.Lang.Naming.Is(class.Lawmaker, owner)
}

// ofCompany reports whether the organ at t is that of a company, "the General Assembly of
// shareholders".
func (s *scanner) ofCompany(t *token.Token) bool {
	naming := s.Lang.Naming
	switch {
	case !naming.Has(class.Assembled):
		return false
	case s.Lang.Unsegmented:
		return naming.EndsWith(class.Assembled, s.Text.Bytes[:t.Start])
	case s.Lang.Genitive || s.Lang.Proclitics:
		return naming.Is(class.Assembled, s.wordBehind(int(t.End)))
	}
	return naming.Is(class.Assembled, s.ownerBehind(t))
}

// stateBehind reports whether a State owns the organ at token k, "the Security Council of the
// Russian Federation".
func (s *scanner) stateBehind(k int) bool {
	if s.Lang.Unsegmented || s.Lang.Proclitics {
		return false
	}
	j := s.behindOf(k)
	return (j > k+1 || s.Lang.Genitive) && s.Follows(j, token.Name) && s.NamesAny(&s.Tokens[j], func(e *authority.Entry, _ bool) bool { return e.Kind == record.State })
}

// ofUnknown reports whether the organ at t is one of something with a capital: of a body that has
// members, "the General Assembly of the Federation of Lighthouses", or the Secretariat of
// anything but the Organization, "the Secretariat of State for Health". Of other bodies there is
// more that the Assembly may do: "the approval by the General Assembly of the Committee's proposal".
func (s *scanner) ofUnknown(t *token.Token, e *authority.Entry) bool {
	owner := s.ownerBehind(t)
	if e.ID == secretariat {
		return owner != "" && char.BeginsCapital([]byte(owner), 0) && !s.Lang.Naming.Is(class.Near, owner)
	}
	return s.ofMembers(owner)
}

// ofMembers reports whether the word owner, behind "of", begins the name of a body that has members.
func (s *scanner) ofMembers(owner string) bool {
	naming := s.Lang.Naming
	return owner != "" && char.BeginsCapital([]byte(owner), 0) && !naming.Is(class.Near, owner) && naming.Is(class.Members, owner)
}

// ownerBehind returns the word behind "of" and its article that stand behind t, or nothing.
func (s *scanner) ownerBehind(t *token.Token) string {
	of := s.wordBehind(int(t.End))
	if of == "" || !s.Lang.Naming.Is(class.Of, of) {
		return ""
	}
	return s.wordBehind(s.articleBehind(char.SkipBlank(s.Text.Bytes, int(t.End)) + len(of)))
}

// ofTreaty reports whether token j names in full an instrument that may have a secretariat of its own: any
// but that of the United Nations. An organ that adopts such things may stand before one, "the
// adoption by the General Assembly of the Covenant".
func (s *scanner) ofTreaty(j int) bool {
	return s.NamesAny(&s.Tokens[j], func(e *authority.Entry, short bool) bool {
		return !short && e.Kind == record.Instrument && e.ID != charter
	})
}

// nationalToo are the classes of bodies of which States have some of the same names.
var nationalToo = []string{principalOrgan, "committee", "commission", "treaty body", "department"}

// ofState reports whether the body at token k is one of a State: in a script without blanks one
// whose name, or of that of which a word, stands right before it, a human rights commission of
// Jamaica, one of its parliament; names that begin with a word of scope are of no State. Elsewhere
// "of" ties the State to it, or an adjective tells it: the National Security Council.
func (s *scanner) ofState(k int, e *authority.Entry) bool {
	t := &s.Tokens[k]
	if !slices.Contains(nationalToo, e.Class) {
		return false
	}
	if !s.Lang.Unsegmented {
		return s.Lang.Naming.Has(class.National) && s.Lang.Naming.Is(class.National, s.adjectiveOf(t)) ||
			s.stateBehind(k) && (e.Class == principalOrgan || s.ownerBehind(t) != "" || s.ownedByCase(k))
	}
	if s.Lang.Naming.BeginsWith(class.Scope, s.WordsOf(t)) {
		return false
	}
	return k > 0 && s.Tokens[k-1].End == t.Start && s.isState(k-1) || s.Lang.Naming.EndsWith(class.National, s.Text.Bytes[:t.Start])
}

// adjectiveOf returns the word beside the name at t that may be its adjective: the one before
// it, in a script of proclitics the one behind.
func (s *scanner) adjectiveOf(t *token.Token) string {
	if s.Lang.Proclitics {
		return s.wordBehind(int(t.End))
	}
	return s.wordBefore(int(t.Start))
}

// ownedByCase reports whether the State right behind the body at token k owns it by its case
// alone: one that does or receives something with it has another, or the body has.
func (s *scanner) ownedByCase(k int) bool {
	naming := s.Lang.Naming
	if !naming.Cases() || !s.Follows(k+1, token.Name) {
		return false
	}
	body, state := s.Text.Bytes[s.Tokens[k].Start:s.Tokens[k].End], s.WordsOf(&s.Tokens[k+1])
	head, _, _ := strings.Cut(string(body), " ")
	return !naming.EndsWith(class.DoerEnding, []byte(head)) && !naming.EndsWith(class.ReceiverEnding, []byte(state)) && !naming.EndsWith(class.DoerEnding, []byte(state))
}

// ownedRight reports whether the organ at token k, no meeting, in a script without blanks, is one of
// what was named right before it, or before "of": of no principal organ and no State.
func (s *scanner) ownedRight(k int) bool {
	n, at := len(s.mentions), int(s.Tokens[k].Start)
	if n == s.first {
		return false
	}
	if of := &s.Tokens[max(k-1, 0)]; k > 0 && of.Is(token.Of) && int(of.End) == at {
		at = int(of.Start)
	}
	m := &s.mentions[n-1]
	if m.End != at {
		return false
	}
	return m.Title != "" || len(m.Entries) > 0 && m.Entries[0].Class != principalOrgan && m.Entries[0].Kind != record.State
}

// besideOrgan reports whether the organ at token k, in a script without blanks, is joined by "and" to
// one of an organisation that is named right before it: "ICAO's Council and Assembly".
func (s *scanner) besideOrgan(k int) bool {
	n := len(s.mentions)
	if k == 0 || n == s.first || !s.Tokens[k-1].Is(token.And) || s.Tokens[k-1].End != s.Tokens[k].Start {
		return false
	}
	of, and := &s.mentions[n-1], int(s.Tokens[k-1].Start)
	if of.Short || len(of.Entries) != 1 || !slices.Contains(organizations, of.Entries[0].Class) || of.End >= and {
		return false
	}
	words := string(s.Text.Bytes[of.End:and])
	return s.Lang.Naming.Bare(words) && s.Lang.Naming.Kind(words) == record.Entity
}

// charter is the instrument that founded the United Nations.
const charter = "instrument:charter-of-the-united-nations"

// secretariat is that of the United Nations, which the word alone is in their documents.
const secretariat = "entity:united-nations-secretariat"

// principalOrgan is the class of the organs that the Charter names.
const principalOrgan = "principal organ"
