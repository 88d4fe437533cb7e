package scan

import (
	"bytes"
	"slices"

	"uncite/extract/internal/class"
	"uncite/extract/internal/token"
)

// principalOrgans are the keys of the organs to which others report.
var principalOrgans = map[string]bool{"GA": true, "SC": true, "ECOSOC": true, "HRC": true, "COUNCIL": true}

// maxOfSession bounds the words of a session between a body and its number, in
// letters.
const maxOfSession = 120

// maxProclitic bounds a blank and a short word written as one with the next, in
// letters.
const maxProclitic = 2

// parted reports whether words stand between two neighbouring tokens, more than a
// short one that is written as one with the second: "رقم 24 للجنة".
func (s *scanner) parted(j, next int) bool {
	return s.Tokens[next].Gap && !(s.Lang.Proclitics && s.Near(j, next, maxProclitic))
}

// addressee takes the organ to which a report was made pursuant to the number, as
// that of its own number: "submitted to the Council pursuant to resolution 35/25",
// and after the number where the language says so.
func (s *scanner) addressee(h *head) {
	if len(h.owners) > 0 || h.other || h.unit {
		return
	}
	if s.Lang.TypeFollows {
		s.addresseeAfter(h)
		return
	}
	if h.typ == "" || h.continuing {
		return
	}
	j := h.first - 1
	for j > 0 && s.Tokens[j].Is(token.Of) && !s.Tokens[j+1].Gap {
		j--
	}
	if j < 0 || !s.Tokens[j].Is(token.Pursuant) || s.parted(j, j+1) {
		return
	}
	if j > 0 && !s.Tokens[j].Gap {
		s.takeOrgan(j-1, h)
	}
	if len(h.owners) == 0 {
		s.submittedTo(h)
	}
}

// ofNumbers are the classes of tokens of a list of numbers with their dates.
var ofNumbers = token.SetOf(token.Number, token.Date, token.And, token.Comma, token.Of, token.No)

// submittedTo takes the organ behind the list of the number, where the words, or its case, say
// that something was submitted to it: "pursuant to resolution 37/8 to the Council".
func (s *scanner) submittedTo(h *head) {
	k := h.last + 1
	for k < min(len(s.Tokens), h.last+mostLooked) && !s.Tokens[k].Gap && s.Tokens[k].Kinds&ofNumbers != 0 {
		k++
	}
	for j := k; j < min(len(s.Tokens), k+2); j++ {
		if !s.Tokens[j].Is(token.Owner) {
			continue
		}
		between := string(bytes.Trim(s.between(k-1, j), " "))
		if slices.Contains(s.Lang.Toward, between) || between == "" && s.Tokens[k-1].Class == token.Number && s.receives(j) {
			s.takeOrgan(j, h)
		}
		return
	}
}

// listWords are the words and figures of a list of numbers in a language whose type
// word stands after them.
var listWords = token.SetOf(token.Number, token.And, token.No, token.NoEnd, token.Type)

// addresseeAfter takes the organ to which the words after the list of the number
// turn, where the word before the list says pursuant.
func (s *scanner) addresseeAfter(h *head) {
	first, last := h.first, h.last
	for first > lookedBack(h.first) && s.Tokens[first-1].Kinds&listWords != 0 && !s.Tokens[first].Gap {
		first--
	}
	for last+1 < min(len(s.Tokens), h.last+mostLooked) && s.Tokens[last+1].Kinds&listWords != 0 && !s.Tokens[last+1].Gap {
		last++
	}
	if first > 0 && s.Tokens[first-1].Is(token.Pursuant) && s.Follows(last+1, token.Toward) && s.Follows(last+2, token.Owner) {
		s.takeOrgan(last+2, h)
	}
}

// receives reports whether the case of the organ at token j says that something is given to it.
func (s *scanner) receives(j int) bool {
	t := &s.Tokens[j]
	head, _, _ := bytes.Cut(s.Text.Bytes[t.Start:t.End], []byte(" "))
	return s.Lang.Naming.Cases() && s.Lang.Naming.EndsWith(class.ReceiverEnding, head)
}

func (s *scanner) takeOrgan(j int, h *head) {
	if t := &s.Tokens[j]; t.Is(token.Owner) && principalOrgans[s.Value(t, token.Owner)] {
		h.addOwner(s.Value(t, token.Owner), "addressee")
	}
}

// ofSession takes the body at whose session the number was made, where the session
// in words is that of the number: "the Assembly at its resumed fifth session, in
// resolution 5/14".
func (s *scanner) ofSession(n *token.NumberText, h *head) {
	if h.typ == "" || len(h.owners) > 0 || h.other || h.unit || h.continuing || n.Form != token.Slashed {
		return
	}
	for j := h.first - 1; j >= 0 && s.Near(j, h.first, maxOfSession); j-- {
		switch t := &s.Tokens[j]; {
		case t.Is(token.Owner):
			if s.readPlaces().SessionIn(int(t.End), int(s.Tokens[h.first].Start)) == n.A {
				h.addOwner(s.bodyOf(j), "adopter")
			}
			return
		case t.Is(token.Stop), t.Is(token.Verb), t.Is(token.Type), t.Is(token.Symbol), s.NumberAt(j):
			return
		}
	}
}
