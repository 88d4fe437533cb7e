package scan

// Bounds of the search for the body that adopted a resolution, in bytes: to
// the farther of the body and the word for adopting, between these two, and
// from the nearer of them to the number, where no title stands between.
const (
	maxAdoption = 360
	maxAdopting = 64
	maxSession  = 100
)

// adopter looks for the body that adopted the resolution, where other words
// stand between it and the number: "the adoption by the Commission, at its
// thirtieth session, of resolution 30/5", "the Commission adopted, at its
// thirtieth session, resolution 30/5", "resolution 30/5, entitled “Rivers”,
// adopted by the Commission".
func (s *scanner) adopter(n *number, h *head) {
	if h.typ == "" || h.other || h.unit || !h.unnamed() {
		return
	}
	if s.adoptedBefore(h) || s.adoptionBy(h) || len(h.owners) > 0 || s.lang.typeFollows {
		return
	}
	if j, ok := s.behindTitle(h.last+1, n); ok {
		s.adoptedBehind(j, h)
	}
}

// adoptedBefore looks for the body and the word for adopting on the left.
func (s *scanner) adoptedBefore(h *head) bool {
	body, word, another := -1, -1, false
	for j := h.first - 1; j >= 0 && int(s.tokens[h.first].start-s.tokens[j].end) < maxAdoption; j-- {
		t := &s.tokens[j]
		switch {
		case t.is(adopts) && s.value(t, adopts) == "adopts": // not "adopted by": the body stands behind that
			word = j
		case t.is(owner):
			body = j
		case t.is(verb) && s.lang.typeFollows:
			another = word < 0 // a verb of the title, if no comma stands before
		case another && t.is(comma):
			return false
		case t.is(stop), t.is(verb), t.is(typ), t.is(titleOpen), t.class == symbolRun,
			t.is(item) && s.items[t.n].Form != Plain:
			return false
		}
		if body < 0 || word < 0 {
			continue
		}
		first, second := &s.tokens[min(body, word)], &s.tokens[max(body, word)]
		if int(second.start-first.end) > maxAdopting || !s.lang.typeFollows && int(s.tokens[h.first].start-second.end) > maxSession {
			return false
		}
		h.addOwner(s.bodyOf(body), "adopter")
		return true
	}
	return false
}

// adoptionBy looks for "by" and the body behind a number that stands right
// behind the word for adopting: "the adoption of resolution 30/5, on …, by the
// Commission".
func (s *scanner) adoptionBy(h *head) bool {
	j := h.first - 1
	for j >= 0 && s.tokens[j].is(of) && !s.tokens[j+1].gap {
		j--
	}
	if j < 0 || !s.tokens[j].is(adopts) || s.tokens[j+1].gap {
		return false
	}
	for i := h.last + 1; i+1 < len(s.tokens) && int(s.tokens[i].start-s.tokens[h.last].end) < maxAdoption; i++ {
		t := &s.tokens[i]
		switch {
		case t.is(of) && s.value(t, of) == "by" && s.follows(i+1, owner):
			h.addOwner(s.bodyOf(i+1), "adopter")
			return true
		case t.is(stop), t.is(verb), t.is(typ), t.is(item) && s.items[t.n].Form != Plain:
			return false
		}
	}
	return false
}

// maxSkipped bounds the bytes of a title between a number and the words that
// say who adopted it.
const maxSkipped = 500

// maxPronoun is how many bytes of words without a token may stand before the
// body, "that", "которую".
const maxPronoun = 20

// adoptedBehind looks for the word of adoption from token j on.
func (s *scanner) adoptedBehind(j int, h *head) {
	for ; j < len(s.tokens); j++ {
		t := &s.tokens[j]
		switch {
		case t.is(adopts):
			s.adoptedBy(j, h)
			return
		case t.gap && s.textBetween(j-1, j) > maxPronoun:
			return
		case t.is(owner), t.is(comma), t.is(date), t.is(of), t.is(shut), t.is(open), t.is(symbolRun):
		default:
			return
		}
	}
}

// adoptedBy takes the owner right behind the word at token j, "adopted by the
// Council", or right before it, "that the Council adopted".
func (s *scanner) adoptedBy(j int, h *head) {
	for k := j + 1; k < len(s.tokens) && !s.tokens[k].gap; k++ {
		if t := &s.tokens[k]; t.is(owner) {
			h.addOwner(s.bodyOf(k), "adopter")
			return
		} else if !t.is(of) && !t.is(date) {
			break
		}
	}
	if s.tokens[j-1].is(owner) && !s.tokens[j].gap {
		h.addOwner(s.value(&s.tokens[j-1], owner), "adopter")
	}
}

// behindTitle returns the token behind the title that follows the number. A
// title without quotation marks ends where the word of adoption stands, and
// counts only for numbers that can be no principal organ's.
func (s *scanner) behindTitle(j int, n *number) (int, bool) {
	for ; j < len(s.tokens) && !s.tokens[j].gap; j++ {
		switch t := &s.tokens[j]; {
		case t.is(about) && s.follows(j+1, quote):
			return s.closing(j + 1)
		case t.is(about):
			return s.unquoted(j+1, n)
		case t.is(comma), t.is(date), t.is(of):
		default:
			return j, false
		}
	}
	// Without a title, only "that the Council adopted" tells.
	body := j
	for body < len(s.tokens) && s.tokens[body].is(of) && (body == j || !s.tokens[body].gap) {
		body++
	}
	return j, body < len(s.tokens) && s.tokens[body].is(owner) && (body == j || !s.tokens[body].gap)
}

// closing returns the token behind the mark that closes the quotation at j.
func (s *scanner) closing(j int) (int, bool) {
	mark := s.words(j)
	for k := j + 1; k < len(s.tokens) && s.tokens[k].start-s.tokens[j].start < maxSkipped; k++ {
		if s.tokens[k].is(quote) && closes(mark, s.words(k)) {
			return k + 1, true
		}
	}
	return j, false
}

func closes(opening, mark string) bool {
	switch opening {
	case "«":
		return mark == "»"
	case "“":
		return mark == "”"
	case "”", "„":
		return mark == "“"
	}
	return mark == opening
}

func (s *scanner) unquoted(j int, n *number) (int, bool) {
	const lastRoman = 30 // the General Assembly has numbered by session since the 31st
	if n.Form != Slashed || n.A > lastRoman {
		return j, false
	}
	for k := j; k < len(s.tokens) && s.tokens[k].start-s.tokens[j].start < maxSkipped; k++ {
		switch t := &s.tokens[k]; {
		case t.is(adopts):
			return k, true
		case t.is(stop), t.is(item), t.is(typ), t.is(own):
			return j, false
		}
	}
	return j, false
}

// words are the normalised words of token j.
func (s *lexer) words(j int) string {
	return string(s.text.Bytes[s.tokens[j].start:s.tokens[j].end])
}

// textBetween is how many bytes lie between two tokens.
func (s *lexer) textBetween(j, k int) int { return int(s.tokens[k].start - s.tokens[j].end) }
