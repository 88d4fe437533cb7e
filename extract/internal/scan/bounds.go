package scan

import "uncite/extract/record"

// Bounds of what the words of a text may stand for, so that it costs no more
// than it is long. No document that people read comes near them.
const (
	// mostMeant is how many documents one back reference, "ibid." or range may
	// stand for. What stands for more is one reference, which says how many.
	mostMeant = 64
	// sparedAtLeast and sparedOfBytes say how many references a document may have
	// beyond those that it spells: so many, and one for so many bytes.
	sparedAtLeast = 4096
	sparedOfBytes = 16
	// mostMentions is how many references one document may have.
	mostMentions = 1 << 20
	// mostLooked is how many tokens are looked at for what belongs to another
	// one.
	mostLooked = 400
)

// beginBounds readies the bounds for a document of so many bytes.
func (s *scanner) beginBounds(size int) {
	s.spared, s.counted, s.full = sparedAtLeast+size/sparedOfBytes, counted{last: -1}, false
	s.sourcesOf, s.unread = noteSources{}, false
	s.reader.BeginDocument(size)
}

// spare takes n references beyond those that the text spells, and reports
// whether there are so many left.
func (s *scanner) spare(n int) bool {
	if n > s.spared {
		return false
	}
	s.spared -= n
	return true
}

// addMany adds a mention that stands for those in its list, or for their mere
// number where they are too many.
func (s *scanner) addMany(m Mention) {
	if n := len(m.Same); m.All && n > 1 && !s.spare(n-1) {
		m.Same, m.Many = nil, n
	}
	s.add(m)
}

// isFull reports whether the document has as many mentions as it may, and says
// so in the last of them.
func (s *scanner) isFull(k int) bool {
	if len(s.mentions) < mostMentions {
		return false
	}
	s.tellFull(k)
	return true
}

func (s *scanner) tellFull(k int) {
	if s.full {
		return
	}
	s.full = true
	s.add(Mention{Rule: record.BoundRule, Start: int(s.Tokens[k].Start), End: int(s.Tokens[k].End),
		Unknown: "the document has more than a million references: those from here on are not read"})
}

// tellUnread says, once, that the document names more places than are read.
func (s *scanner) tellUnread() {
	if s.unread || !s.reader.Exhausted() {
		return
	}
	s.unread = true
	last := &s.Tokens[len(s.Tokens)-1]
	s.add(Mention{Rule: record.BoundRule, Start: int(last.Start), End: int(last.End),
		Unknown: "the paragraph names more places than are read: pinpoints from here on may be missing"})
}

// lookedBack is the first token that is looked at before token k.
func lookedBack(k int) int { return max(0, k-mostLooked) }
