package pdf

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// rightToLeft tells whether a paragraph runs from the right: whether it has
// letters of such a script, in a file of that script or as most of its own.
func (s *setter) rightToLeft(p *paragraph) bool {
	right, left := 0, 0
	for _, l := range p.lines {
		r, n := countSides(s.f, l.glyphs)
		right, left = right+r, left+n
	}
	return p.fromRight || right > 0 && (s.rtl || 2*right >= left) || right == 0 && left > 0 && s.rtl && (s.beginsAtRight(p) || s.f.endsTurned(p))
}

// beginsAtRight tells whether the lines of a paragraph without letters of a script from the
// right all begin at the right edge of the text of their pages, and its last ends
// before the left one: "¹ A/75/1." where the notes are from the right.
func (s *setter) beginsAtRight(p *paragraph) bool {
	const short = 3 // times the size
	for i, l := range p.lines {
		if len(l.glyphs) == 0 {
			return false
		}
		from, to := extentOf(l.glyphs)
		left, right := s.edges(l.page)
		size := l.glyphs[0].size
		if abs(to-right) >= size || i == len(p.lines)-1 && from <= left+short*size {
			return false
		}
	}
	return true
}

// endsTurned tells whether a paragraph of one line without letters of a script from the right
// has at its right end a number in brackets that are turned, as the mark of a note is that
// begins there: ".A/75/1 )1(".
func (f *file) endsTurned(p *paragraph) bool {
	if len(p.lines) != 1 {
		return false
	}
	glyphs := f.sortByPlace(slices.Clone(p.lines[0].glyphs))
	end := len(glyphs) - 1
	for end > 0 && glyphs[end].blank() {
		end--
	}
	if end < 0 || f.first(glyphs[end].r) != '(' {
		return false
	}
	start := end
	for start > 0 && (glyphs[start-1].blank() || unicode.IsDigit(f.first(glyphs[start-1].r))) {
		start--
	}
	return start < end && start > 0 && f.first(glyphs[start-1].r) == ')'
}

// extentOf returns where the glyphs of a line begin and end.
func extentOf(glyphs []glyph) (from, to float32) {
	from, to = glyphs[0].x, glyphs[0].right()
	for i := range glyphs {
		if g := &glyphs[i]; !g.blank() {
			from, to = min(from, g.x), max(to, g.right())
		}
	}
	return from, to
}

// edges returns between where the letters of a script from the right stand on a page.
func (s *setter) edges(p *page) (left, right float32) {
	if e, ok := s.edgesOf[p]; ok {
		return e[0], e[1]
	}
	left, right = 1e6, -1e6
	for i := range p.glyphs {
		if g := &p.glyphs[i]; fromRight(s.f.first(g.r)) {
			left, right = min(left, g.x), max(right, g.right())
		}
	}
	if s.edgesOf == nil {
		s.edgesOf = map[*page][2]float32{}
	}
	s.edgesOf[p] = [2]float32{left, right}
	return left, right
}

// countSides counts the letters of scripts that run from the right, and of
// the others.
func countSides(f *file, glyphs []glyph) (right, left int) {
	for i := range glyphs {
		switch r := f.first(glyphs[i].r); {
		case r < 'A':
		case fromRight(r):
			right++
		case unicode.IsLetter(r):
			left++
		}
	}
	return right, left
}

// fromRight tells whether a character is an Arabic letter or mark.
func fromRight(r rune) bool {
	return r >= 0x590 && r < 0x900 && !(r >= 0x660 && r <= 0x669) && !(r >= 0x6f0 && r <= 0x6f9) && r != 0x66a && r != 0x66b && r != 0x66c && r != 0x60c ||
		r >= 0xfb1d && r <= 0xfdfd && r != 0xfd3e && r != 0xfd3f || r >= 0xfe70 && r <= 0xfefc
}

// presentation tells whether a character is a letter in the form of its
// place, or a ligature.
func presentation(r rune) bool {
	return r >= 0xfb00 && r <= 0xfdfd && r != 0xfd3e && r != 0xfd3f || r >= 0xfe70 && r <= 0xfefc
}

// foldForms returns the letters of presentation forms and ligatures.
func foldForms(s string) string {
	for _, r := range s {
		if presentation(r) {
			return norm.NFKC.String(s)
		}
	}
	return s
}

// sortByPlace returns the glyphs from left to right. A mark without width of
// its own stays with the letter it stands over.
func (f *file) sortByPlace(glyphs []glyph) []glyph {
	out := slices.Clone(glyphs)
	slices.SortStableFunc(out, func(a, b glyph) int { return cmp.Compare(a.centre(), b.centre()) })
	// From the right, a mark is read after its letter: it must stand left of
	// it in this order.
	for i := 0; i+1 < len(out); i++ {
		r := f.first(out[i+1].r)
		if !unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mn, f.first(out[i].r)) {
			continue
		}
		if c := out[i+1].centre(); c > out[i].x && c < out[i].right() {
			out[i], out[i+1] = out[i+1], out[i]
		}
	}
	return out
}

// The directional classes of glyphs.
const (
	isRight = iota // Arabic
	isLeft         // letters of other scripts
	isDigit
	isBlank
	isSign
	isRaised // the digits of a note's mark
)

func (f *file) direction(g *glyph) int {
	r := f.first(g.r)
	switch {
	case g.style&raised != 0:
		return isRaised
	case g.blank():
		return isBlank
	case unicode.IsDigit(r):
		return isDigit
	case fromRight(r) || unicode.Is(unicode.Mn, r):
		return isRight
	case unicode.IsLetter(r):
		return isLeft
	}
	return isSign
}

// logical puts the glyphs of a line, sorted from left to right, into reading
// order: from the right, but for the runs of Latin words and numbers.
func (f *file) logical(glyphs []glyph) []glyph {
	kinds := make([]int, len(glyphs))
	for i := range glyphs {
		kinds[i] = f.direction(&glyphs[i])
	}
	out := make([]glyph, 0, len(glyphs))
	for i := len(glyphs) - 1; i >= 0; {
		start := i
		switch kinds[i] {
		case isRaised:
			for start > 0 && kinds[start-1] == isRaised {
				start--
			}
			if start > 0 && kinds[start-1] == isDigit && glyphs[start].x-glyphs[start-1].right() < .2*glyphs[start].size {
				// Right beside a number it hangs on to it, and comes after it.
				if s := f.runStart(glyphs, kinds, start-1); s >= 0 {
					out = append(out, glyphs[s:start]...)
					out = append(out, glyphs[start:i+1]...)
					i = s - 1
					continue
				}
			}
		case isDigit, isLeft, isSign:
			if s := f.runStart(glyphs, kinds, i); s >= 0 {
				start = s
			}
		}
		out = append(out, glyphs[start:i+1]...)
		i = start - 1
	}
	return out
}

// runStart returns where the run from left to right begins that ends at end;
// -1 where no run ends there.
func (f *file) runStart(glyphs []glyph, kinds []int, end int) int {
	// A closing bracket ends a run only with its opening one within it.
	if kinds[end] == isSign {
		return f.bracketed(glyphs, kinds, end)
	}
	start := end
	for start > 0 {
		prev := start - 1
		switch kinds[prev] {
		case isDigit, isLeft:
			if kinds[prev] == isDigit && kinds[start] == isDigit && glyphs[start].x-glyphs[prev].right() > .8*glyphs[start].size {
				return start // a tab stands between two numbers: that of a note and the last of its words
			}
			start = prev
			continue
		case isSign, isBlank:
			if s := f.bridge(glyphs, kinds, start); s >= 0 {
				start = s
				continue
			}
		}
		break
	}
	return start
}

// bridge looks over the signs and blanks left of start for the continuation
// of a run; it returns where that ends, or -1.
func (f *file) bridge(glyphs []glyph, kinds []int, start int) int {
	i := start - 1
	latin := kinds[start] == isLeft
	for i >= 0 && (kinds[i] == isSign || kinds[i] == isBlank) {
		i--
	}
	if i < 0 || kinds[i] != isDigit && kinds[i] != isLeft {
		return -1
	}
	latin = latin || kinds[i] == isLeft
	between := glyphs[i+1 : start]
	// A symbol is one word, with its brackets.
	if f.inLatinWord(glyphs, kinds, i, start) {
		return i
	}
	if len(between) == 1 {
		switch between[0].r {
		case '/', '.', ',', ':':
			return i
		case '-', '–':
			// A range runs from the right, as its words would: the smaller
			// number comes first, whichever side it stands on.
			if latin || numberBefore(glyphs, kinds, i) <= numberAfter(glyphs, kinds, start) {
				return i
			}
			return -1
		}
	}
	// Numbers alone are joined by one sign only.
	if !latin {
		return -1
	}
	for k := range between {
		switch between[k].r {
		case ')', ']', '»', '”', '}':
			return -1
		case '(', '[', '«', '“', '{':
			if !closes(glyphs, kinds, i+1+k) {
				return -1
			}
		}
	}
	return i
}

// numberBefore returns the number that ends at i.
func numberBefore(glyphs []glyph, kinds []int, i int) int {
	start := i
	for start > 0 && kinds[start-1] == isDigit && i-start < 8 {
		start--
	}
	return valueOf(glyphs[start : i+1])
}

// numberAfter returns the number that begins at i.
func numberAfter(glyphs []glyph, kinds []int, i int) int {
	end := i
	for end+1 < len(kinds) && kinds[end+1] == isDigit && end-i < 8 {
		end++
	}
	return valueOf(glyphs[i : end+1])
}

func valueOf(glyphs []glyph) int {
	n := 0
	for i := range glyphs {
		switch r := glyphs[i].r; {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r >= 0x660 && r <= 0x669:
			n = n*10 + int(r-0x660)
		}
	}
	return n
}

// inLatinWord tells whether the signs between i and start stand within a
// word without blanks that has a Latin letter: "A/C.3/60/L.12".
func (f *file) inLatinWord(glyphs []glyph, kinds []int, i, start int) bool {
	for k := i + 1; k < start; k++ {
		if kinds[k] == isBlank || f.first(glyphs[k].r) == ')' && !f.openedLeft(glyphs, kinds, k) {
			return false
		}
	}
	for k := i; k >= 0 && kinds[k] != isBlank && kinds[k] != isRight; k-- {
		if kinds[k] == isLeft {
			return true
		}
	}
	for k := start; k < len(kinds) && kinds[k] != isBlank && kinds[k] != isRight; k++ {
		if kinds[k] == isLeft {
			return true
		}
	}
	return false
}

// openedLeft tells whether the word that stands left of a closing bracket opens one. Where it
// does not, the bracket is turned: ".A/75/1)1(" begins with the mark of a note.
func (f *file) openedLeft(glyphs []glyph, kinds []int, closing int) bool {
	for k := closing - 1; k >= 0 && kinds[k] != isBlank && kinds[k] != isRight; k-- {
		switch f.first(glyphs[k].r) {
		case '(':
			return true
		case ')':
			return false
		}
	}
	return false
}

// closes tells whether the bracket at i is closed before Arabic begins.
func closes(glyphs []glyph, kinds []int, i int) bool {
	for k := i + 1; k < len(glyphs) && kinds[k] != isRight; k++ {
		switch glyphs[k].r {
		case ')', ']', '»', '”', '}':
			return true
		}
	}
	return false
}

// bracketed returns the start of a Latin run that ends in a closing bracket,
// or -1.
func (f *file) bracketed(glyphs []glyph, kinds []int, end int) int {
	if r := glyphs[end].r; r != ')' && r != ']' {
		return -1
	}
	depth := 1
	for k := end - 1; k > 0 && kinds[k] != isRight; k-- {
		switch glyphs[k].r {
		case ')', ']':
			depth++
			continue
		case '(', '[':
			depth--
		}
		if depth > 0 {
			continue
		}
		// Only where a Latin word stands right before the bracket, or a symbol before a
		// bracket of Latin words or of its year: "A/78/15 (Part I)", "S/RES/1267 (1999)".
		i := k - 1
		for i >= 0 && kinds[i] == isBlank {
			i--
		}
		inside := slices.Contains(kinds[k:end], isLeft) || isYear(kinds[k+1:end])
		tight := i == k-1 // a session or a year: "A.1078(28)"
		if i >= 0 && (kinds[i] == isLeft || (inside || tight) && kinds[i] == isDigit && latinBefore(kinds, i)) {
			return f.runStart(glyphs, kinds, i)
		}
		return -1
	}
	return -1
}

// isYear tells whether the glyphs are four digits.
func isYear(kinds []int) bool {
	return slices.Equal(kinds, []int{isDigit, isDigit, isDigit, isDigit})
}

// latinBefore tells whether the word that ends at i has a Latin letter.
func latinBefore(kinds []int, i int) bool {
	for ; i >= 0 && kinds[i] != isBlank && kinds[i] != isRight; i-- {
		if kinds[i] == isLeft {
			return true
		}
	}
	return false
}

// pairs are the brackets and quotation marks, opening and closing.
var pairs = [][2]rune{{'(', ')'}, {'[', ']'}, {'{', '}'}, {'«', '»'}, {'“', '”'}, {'‹', '›'}, {'\ufd3f', '\ufd3e'}}

// mirror sets the brackets of a paragraph from right to left anew: what
// stands beside one tells whether it opens or closes. Fonts and programs
// disagree on which of the two forms their maps name.
func mirror(lines []setLine) {
	depth := make([]int, len(pairs))
	for i := range lines {
		l := &lines[i]
		out := make([]byte, 0, len(l.text))
		prev := ' '
		for at, r := range string(l.text) {
			next, _ := utf8.DecodeRune(l.text[at+utf8.RuneLen(r):])
			if at+utf8.RuneLen(r) == len(l.text) {
				next = ' '
			}
			for k, p := range pairs {
				if r != p[0] && r != p[1] {
					continue
				}
				atEnd := at+utf8.RuneLen(r) == len(l.text) && prev == ' ' // "2242 (", then "2015)"
				alone := prev == ' ' && next == ' ' && depth[k] == 0
				within := isLatinOrDigit(prev) && unicode.IsDigit(next) // "A.1078(28)"
				if atEnd || alone || within || next != ' ' && (opens(prev) || depth[k] == 0) {
					r = p[0]
					depth[k]++
				} else {
					r = p[1]
					depth[k] = max(0, depth[k]-1)
				}
			}
			out = utf8.AppendRune(out, r)
			prev = r
		}
		if len(out) == len(l.text) {
			l.text = out
		}
	}
}

func isLatinOrDigit(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// opens tells whether a bracket after this character is an opening one.
func opens(before rune) bool {
	if before == ' ' || before == '/' {
		return true
	}
	for _, p := range pairs {
		if before == p[0] {
			return true
		}
	}
	return false
}
