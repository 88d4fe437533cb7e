package scan

// accept decides whether the number is one of a resolution or decision, and
// keeps the state of the list.
func (s *scanner) accept(n *number, h *head) bool {
	headed := h.typ != "" || len(h.owners) > 0
	switch {
	case h.other, h.foreign:
		s.list = list{open: true, other: true}
		return false
	case h.unit:
		return false
	case !headed && h.continuing && s.list.open && s.list.other:
		return false
	}
	inList := h.continuing && s.list.open
	switch n.Form {
	case Plain:
		if h.years {
			return true
		}
		if h.typ != "" {
			if n.A <= 31 && h.place {
				return false // "chap. I, resolution 1" is a place in what was cited before
			}
			return h.direct && (!s.lang.typeFollows || h.noEnd) || inList && s.list.plain && n.A > 31
		}
		return inList && s.list.plain && s.list.typ != "" && n.A > 31 && len(h.owners) == 0 && !s.inBrackets(h.first)
	case Foreign:
		return h.typ != "" || inList || typeInside(n.Session) != ""
	case Slashed, Chapter, Conference:
		return h.typ != "" || inList || h.no && h.noEnd
	}
	return true
}

// betweenYears reports whether the bare number at token k stands in a list
// between two of the Security Council that have their years, and is one of the
// numbers between theirs: "2266 (2016), 2342 and 2402 (2018)".
func (s *scanner) betweenYears(k int) bool {
	if !s.list.open || k < 2 || k+2 >= len(s.tokens) {
		return false
	}
	numbers := [3]*number{}
	for i, j := range [3]int{k - 2, k, k + 2} {
		if s.tokens[j].class != item || j > k-2 && s.tokens[j].gap {
			return false
		}
		numbers[i] = &s.items[s.tokens[j].n]
	}
	for _, j := range [2]int{k - 1, k + 1} {
		if t := &s.tokens[j]; t.gap || !t.is(comma) && !t.is(and) {
			return false
		}
	}
	before, n, behind := numbers[0], numbers[1], numbers[2]
	return before.Form == Yearly && n.Form == Plain && behind.Form == Yearly && before.A < n.A && n.A < behind.A
}

// inBrackets reports whether brackets that are still open begin between the
// last number and token k: "resolution 200 (Rev. Dubai, 2018)".
func (s *scanner) inBrackets(k int) bool {
	for j := k - 1; j >= 0; j-- {
		switch t := &s.tokens[j]; {
		case t.is(open):
			return true
		case t.is(shut), t.class == item:
			return false
		}
	}
	return false
}
