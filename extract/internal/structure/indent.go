package structure

// Print sets the first line of a paragraph in from the margin, and programs that keep the
// layout of a page show it. Where they do for the paragraphs that are told by other signs, a
// line at the margin begins none, whatever words it begins with.

// setIn is by how many columns at least, and at most, a first line is set in.
const setIn, deepest = 2, 12

// measureIndents tells whether first lines are set in, and where the margin is.
func (l *layout) measureIndents(text string, lines []line, v *vocabulary) {
	l.margin = margin(lines)
	const least, most, short, tenth = 5, 8, 0.7, 10
	first, firstIn, within, withinIn := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.blank || b.page || a.furniture || b.furniture {
			continue
		}
		words := text[b.start:b.end]
		switch in := l.isSetIn(b); {
		case !endsParagraph(text[a.start:a.end]):
			within++
			if in {
				withinIn++
			}
		case float64(l.columns(text, a)) < short*float64(l.width) && v.isClause(words):
			first++
			if in {
				firstIn++
			}
		}
	}
	l.setsIn = first >= least && firstIn*tenth >= first*most && within >= 2*least && withinIn*tenth <= within
}

// margin is where most lines begin.
func margin(lines []line) (columns int) {
	var at [longestLine]int
	for _, l := range lines {
		if !l.furniture && l.indent < len(at) {
			at[l.indent]++
		}
	}
	for i := range at {
		if at[i] > at[columns] {
			columns = i
		}
	}
	return columns
}

// isSetIn reports whether a line is set in as the first of a paragraph.
func (l layout) isSetIn(b line) bool {
	return b.indent >= l.margin+setIn && b.indent <= l.margin+deepest
}

// atMargin reports whether line b, at the margin, goes on behind a comma or a semicolon at
// the end of a line that is not short, with words that may begin a clause. Where clauses begin
// with a capital their first words tell it.
func (s *splitter) atMargin(before string, a, b line, m mark) bool {
	const long = 0.75
	words := s.text[b.start:b.end]
	if !s.layout.setsIn || s.v.latin() || m.kind != noMark || s.layout.isSetIn(b) || s.paras[len(s.paras)-1].note > 0 ||
		float64(s.layout.columns(s.text, a)) < long*float64(a.width) {
		return false
	}
	last := lastRune(before)
	return (endsInComma(before) || last == ';' || last == '；' || last == '؛') && s.v.isClause(words) && s.isInClause(words)
}

// isFirstSetIn reports whether line b is set in as the first of a paragraph, behind one whose
// lines are not.
func (s *splitter) isFirstSetIn(a, b line) bool {
	p := &s.paras[len(s.paras)-1]
	hangs := p.mark.kind != noMark && p.mark.kind != digitMark
	return s.layout.setsIn && s.layout.isSetIn(b) && p.note == 0 && !hangs && !(p.lines > 0 && s.layout.isSetIn(a))
}
