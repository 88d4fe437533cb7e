package scan

// maxSkipped bounds the bytes of a title between a number and the words that
// say who adopted it.
const maxSkipped = 500

// adopter looks for the body that a number's own clause names behind a title:
// resolution 5/14, entitled "End plastic pollution", adopted by the United
// Nations Environment Assembly.
func (s *scanner) adopter(n *number, h *head) {
	if s.lang.typeFollows || len(h.owners) > 0 || h.typ == "" {
		return
	}
	j, ok := s.behindTitle(h.last+1, n)
	if !ok {
		return
	}
	for ; j < len(s.tokens); j++ {
		t := &s.tokens[j]
		switch {
		case t.is(adopting):
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

// maxPronoun is how many bytes of words without a token may stand before the
// body, "that", "которую".
const maxPronoun = 20

// adoptedBy takes the owner right behind the word at token j, "adopted by the
// Council", or right before it, "that the Council adopted".
func (s *scanner) adoptedBy(j int, h *head) {
	for k := j + 1; k < len(s.tokens) && !s.tokens[k].gap; k++ {
		if t := &s.tokens[k]; t.is(owner) {
			h.addOwner(s.value(t, owner), "after")
			return
		} else if !t.is(of) && !t.is(date) {
			break
		}
	}
	if before := &s.tokens[j-1]; before.is(owner) && !s.tokens[j].gap {
		h.addOwner(s.value(before, owner), "after")
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
	if n.form != slashed || n.a > lastRoman {
		return j, false
	}
	for k := j; k < len(s.tokens) && s.tokens[k].start-s.tokens[j].start < maxSkipped; k++ {
		switch t := &s.tokens[k]; {
		case t.is(adopting):
			return k, true
		case t.is(stop), t.is(item), t.is(typ), t.is(own):
			return j, false
		}
	}
	return j, false
}

// words are the normalised words of token j.
func (s *scanner) words(j int) string {
	return string(s.text.Bytes[s.tokens[j].start:s.tokens[j].end])
}

// textBetween is how many bytes lie between two tokens.
func (s *scanner) textBetween(j, k int) int { return int(s.tokens[k].start - s.tokens[j].end) }
