package symbol

import "bytes"

// Scan returns the length in bytes of the longest document symbol that begins
// at b[0], and whether there is one. b is normalised text: ASCII digits,
// brackets and hyphens, ordinary spaces. That no letter or digit stands before
// b[0] is for the caller to see to. Punctuation after a symbol is not part of
// it; the bracket of a part, volume, session or year and the letter of a
// resolution are, with the space before them. Scan does not allocate.
func Scan(b []byte) (n int, ok bool) {
	if len(b) < 4 || !isUpper(b[0]) {
		return 0, false
	}
	var p parts
	if !p.read(b, true) {
		return scanAbbreviated(b)
	}
	return p.end, true
}

// maxComponents bounds the components of one symbol; the longest series of
// the United Nations have eleven.
const maxComponents = 16

// span is a half-open range of bytes.
type span struct{ lo, hi int }

func (s span) of(b []byte) []byte { return b[s.lo:s.hi] }

// parts is where the pieces of one symbol lie in the bytes that were read.
type parts struct {
	end    int
	comp   [maxComponents]span // components in order, comp[0] the root
	n      int                 // number of components
	tagged int                 // number of components before the bracket
	tag    bracket             // "(Part I)"
	serial span                // roman session or year of a resolution, without its bracket
	letter span                // of a lettered part, A or AA, in whatever case
	second int                 // where the second half of a double symbol begins, 0 without one
}

// read recognises one symbol at b[0]. With inText only the series that running
// text is searched for count.
func (p *parts) read(b []byte, inText bool) bool {
	if !p.readOne(b, inText) {
		return false
	}
	if p.end < len(b) && b[p.end] == '-' {
		at := p.end + 1 + skipSpace(b[p.end+1:]) // the second half may stand on a line of its own
		var q parts
		if at < len(b) && isUpper(b[at]) && q.readOne(b[at:], true) && !p.ranges(b, &q, b[at:]) {
			p.second = at
			p.end = at + q.end
		}
	}
	return true
}

// ranges reports whether p and q are of one series, so that the two are the ends of a range
// and not the symbols under which two organs issued a document.
func (p *parts) ranges(b []byte, q *parts, other []byte) bool {
	return p.n == q.n && bytes.Equal(b[:p.comp[p.n-1].lo], other[:q.comp[q.n-1].lo])
}

func (p *parts) readOne(b []byte, inText bool) bool {
	i := rootLen(b)
	if i == 0 || !knownRoot(b[:i], inText) {
		return false
	}
	p.comp[0], p.n, p.end = span{0, i}, 1, i
	p.readComponents(b, false)
	if !p.complete(b, inText) {
		return false
	}
	p.tagged = p.n
	if p.isResolution(b) {
		p.readResolutionTail(b)
	} else if n, tag := readBracket(b[p.end:]); n > 0 {
		p.tag = tag.shift(p.end)
		p.end += n
		p.readComponents(b, true)
	}
	return true
}

// rootLen is the length of what stands before the first slash, if it can be a
// root: "A", "UNEP(DTIE)", "IDB.47", "CTBT-Art.XIV".
func rootLen(b []byte) int {
	const longest = 14
	k := run(b, upperCase)
	if k == 0 || k > longest {
		return 0
	}
	for i := k; i < len(b) && i <= longest; i++ {
		switch c := b[i]; {
		case c == '/':
			return i
		case !isLetter(c) && !isDigit(c) && c != '(' && c != ')' && c != '.' && c != '-':
			return 0
		case i == k && (isLetter(c) || isDigit(c)):
			return 0
		}
	}
	return 0
}

// knownRoot looks a root up as a whole and, where it carries a number or an
// office, by its letters alone.
func knownRoot(root []byte, inText bool) bool {
	k := run(root, upperCase)
	if k < len(root) && root[k] == '-' {
		var up [16]byte
		return hasRoot(upper(up[:0], root), inText)
	}
	if k < len(root) && root[k] == '.' && run(root[k+1:], digit) == 0 {
		return false
	}
	if k < len(root) && root[k] == '.' && hasRoot(root[:k+1], inText) {
		return true
	}
	return hasRoot(root[:k], inText)
}

func hasRoot(root []byte, inText bool) bool {
	find, ok := roots[string(root)]
	return ok && (find || !inText)
}

// readComponents appends the components that follow p.end, each after its
// slash, and moves p.end behind the last one that can close a symbol. Print may
// set a blank behind the slash, or before that of a change. With changes only
// "/Corr.1" and its like are taken.
func (p *parts) readComponents(b []byte, changes bool) {
	closed, i := p.n, p.end
	for p.n < maxComponents && i+1 < len(b) {
		at := i + skipSpace(b[i:])
		if n, at := withoutSlash(b, i, p.comp[p.n-1].of(b), changes); n > 0 {
			p.comp[p.n] = span{at, at + n}
			p.n++
			i, closed, p.end = at+n, p.n, at+n
			continue
		}
		if at+1 >= len(b) || b[at] != '/' {
			break
		}
		onlyChange := changes || at > i && !p.cutYear(b, at)
		at += 1 + skipSpace(b[at+1:])
		if at >= len(b) {
			break
		}
		n, closes := readComponent(b[at:], p.comp[p.n-1].of(b))
		closes = closes || p.observed(b, b[at:at+n])
		if n == 0 || onlyChange && !isChange(b[at:at+n]) {
			break
		}
		p.comp[p.n] = span{at, at + n}
		p.n++
		i = at + n
		if closes {
			closed, p.end = p.n, i
		}
	}
	p.n = closed
}

// observed reports whether a component is the State on whose report a treaty body made its
// concluding observations, behind the number of a session: CCPR/CO/74/SWE.
func (p *parts) observed(b, state []byte) bool {
	const code = 3 // letters
	if p.n < 2 || len(state) != code || run(state, upperCase) != code {
		return false
	}
	last := p.comp[p.n-1].of(b)
	return run(last, digit) == len(last) && string(p.comp[p.n-2].of(b)) == "CO"
}

// cutYear reports whether a blank stands by mistake before the slash at i, between year or
// session and number: "S/2021 /45".
func (p *parts) cutYear(b []byte, i int) bool {
	last := p.comp[p.n-1].of(b)
	return p.n == 2 && run(last, digit) == len(last) && isDigit(b[i+1])
}

// withoutSlash reads a component at i that print joined to the number before
// it without a slash, "A/75/7Add.2", with a blank or a hyphen in its place, or with a dot, "A/C.6/79.SR.37"; n is 0
// where there is none. Only changes, and natures behind a dot, are so read.
func withoutSlash(b []byte, i int, previous []byte, changes bool) (n, at int) {
	if run(previous, digit) != len(previous) || i >= len(b) {
		return 0, i
	}
	dot, apart := b[i] == '.', b[i] == ' ' || b[i] == '-'
	if at = i; dot || apart {
		at++
	}
	if at >= len(b) || !isUpper(b[at]) {
		return 0, at
	}
	n, closes := readWord(b[at:])
	if !closes || !isChange(b[at:at+n]) && (!dot || changes || !hasNature(b[at:at+n])) {
		return 0, at
	}
	if after := at + n; apart && after < len(b) && (b[after] == '-' || isAlnum(b[after])) {
		return 0, at // "A/75/7-Add.1-3" are several
	}
	return n, at
}

// hasNature tells whether a component is a nature with its number: SR.37.
func hasNature(component []byte) bool {
	n := run(component, letter)
	w, ok := lookUpWord(component[:n], n < len(component) && component[n] == '.')
	return ok && w.class == "nature"
}

// readComponent returns the length of the component at b[0] and whether a
// symbol may end with it.
func readComponent(b, previous []byte) (n int, closes bool) {
	switch c := b[0]; {
	case isDigit(c):
		return readNumber(b, previous), true
	case isLetter(c):
		return readWord(b)
	case c == '(': // S/AC.37/2004/(1455)/1
		n = 1 + run(b[1:], digit)
		if n > 1 && n < len(b) && b[n] == ')' {
			return n + 1, false
		}
	}
	return 0, false
}

// readNumber takes digits, and a range of periodic reports behind the State's
// code or the nature: CAT/C/ITA/CO/5-6.
func readNumber(b, previous []byte) int {
	n := run(b, digit)
	if n+1 < len(b) && b[n] == '-' && isDigit(b[n+1]) && run(previous, upperCase) == len(previous) {
		n += 1 + run(b[n+1:], digit)
	}
	return n
}

// readWord takes a word and what is attached to it: RES, L.12, COP(9), S-24,
// OzL.Pro.30, COP-MOP.
func readWord(b []byte) (n int, closes bool) {
	n = run(b, letter)
	if n < len(b) && isDigit(b[n]) {
		return readNumbered(b, n), false
	}
	if !isWord(b[:n], n < len(b) && (b[n] == '.' || b[n] == ' ')) {
		return 0, false
	}
	if n+2 < len(b) && b[n] == '.' && b[n+1] == ' ' && isDigit(b[n+2]) && (isChange(b[:n+1]) || hasNature(b[:n+1])) {
		return n + 2 + run(b[n+2:], digit), true // "Add. 1"
	}
	if n+1 < len(b) && b[n] == ' ' && isDigit(b[n+1]) && isChange(b[:n+1]) {
		return n + 1 + run(b[n+1:], digit), true // "Add 1"
	}
	for n+1 < len(b) && b[n] == '.' && isAlnum(b[n+1]) {
		m, number := readOrdinal(b[n+1:])
		if m == 0 {
			return 0, false
		}
		n, closes = n+1+m, number
	}
	if closes || n+1 >= len(b) {
		return n, closes
	}
	switch b[n] {
	case '(':
		m := 1 + run(b[n+1:], ordinalByte)
		if n+m < len(b) && m > 1 && b[n+m] == ')' {
			n += m + 1
		}
	case '-':
		if m := run(b[n+1:], digit); m > 0 {
			n += 1 + m
		} else {
			n += 1 + run(b[n+1:], upperCase)
		}
	}
	return n, false
}

// readNumbered takes a word of n letters to which print joins its number, and the letter
// of that, before a slash: the WG2020 and the WG8J of CBD.
func readNumbered(b []byte, n int) int {
	if components[string(b[:n])].class != "numbered" {
		return 0
	}
	n += run(b[n:], digit)
	if n < len(b) && isUpper(b[n]) {
		n++
	}
	if n >= len(b) || b[n] != '/' {
		return 0
	}
	return n
}

// readOrdinal takes what follows the dot of a word: 12, XIV, A, or the next
// word of OzL.Pro.30. Only a symbol's last number may close it, so number is
// false for the others.
func readOrdinal(b []byte) (n int, number bool) {
	if n = run(b, digit); n > 0 {
		return n, true
	}
	n = run(b, letter)
	if n < len(b) && isDigit(b[n]) {
		return 0, false
	}
	return n, false
}

// isWord tells whether letters can be a word of a symbol: all capitals, or in
// the table in whatever case.
func isWord(w []byte, dotted bool) bool {
	const longest = 12
	if len(w) > longest {
		return false
	}
	if run(w, upperCase) == len(w) {
		return true
	}
	_, ok := lookUpWord(w, dotted)
	return ok
}

// lookUpWord finds a component word in the table, whatever its case.
func lookUpWord(w []byte, dotted bool) (word, bool) {
	var buf [16]byte
	key := upper(buf[:0], w)
	if dotted {
		if found, ok := components[string(append(key, '.'))]; ok {
			return found, true
		}
	}
	found, ok := components[string(key)]
	return found, ok
}

func isChange(component []byte) bool {
	n := run(component, letter)
	w, ok := lookUpWord(component[:n], n < len(component) && (component[n] == '.' || component[n] == ' '))
	return ok && w.class == "change"
}

// complete rejects what has too little of a symbol: a root alone and, in
// running text, a root with a short number, which is too often something else
// (A/4, S/2).
func (p *parts) complete(b []byte, inText bool) bool {
	if p.n < 2 || p.noOrgan(b) {
		return false
	}
	first := p.comp[1]
	root := p.comp[0].of(b)
	if p.n > 2 || !isDigit(b[first.lo]) || !inText || run(root, upperCase) < len(root) {
		return true
	}
	enough := 2
	if len(root) == 1 {
		enough = 3
	}
	if first.hi-first.lo < enough || b[first.lo-1] == ' ' {
		return false
	}
	return p.end == len(b) || !isLetter(b[p.end]) && b[p.end] != '/'
}

// noOrgan tells whether a symbol of a principal organ has as its second part
// a word that names nothing: no part of the organ, no nature, no series.
func (p *parts) noOrgan(b []byte) bool {
	c := p.comp[1].of(b)
	if p.comp[0].hi != 1 || run(c, letter) < len(c) {
		return false
	}
	const longest = 12
	if len(c) == 1 || len(c) > longest {
		return len(c) > longest
	}
	if _, ok := lookUpWord(c, true); ok {
		return false
	}
	var buf [longest + 2]byte
	key := upper(append(buf[:0], b[0], '/'), c)
	_, known := series[string(key)]
	return !known
}

// isResolution tells whether the symbol is of the series in which resolutions
// and decisions of the principal organs are numbered.
func (p *parts) isResolution(b []byte) bool {
	if p.n < 3 || p.n > 4 || p.comp[0].hi != 1 {
		return false
	}
	nature := p.comp[1].of(b)
	return bytes.EqualFold(nature, []byte("RES")) || bytes.EqualFold(nature, []byte("DEC"))
}

// readResolutionTail takes the year, the roman session and the letter, which
// stands before or after the session: 2200 A (XXI), 217 (III) A, 53/243 A.
func (p *parts) readResolutionTail(b []byte) {
	p.readLetter(b)
	if p.n > 3 {
		return
	}
	n, serial := readSerial(b[p.end:])
	if n == 0 {
		return
	}
	p.serial = span{p.end + serial.lo, p.end + serial.hi}
	p.end += n
	if p.letter.hi == 0 {
		p.readLetter(b)
	}
}

// readSerial takes " (XXI)", "(S-VI)", " (2001)".
func readSerial(b []byte) (n int, serial span) {
	i := skipSpace(b)
	if i >= len(b) || b[i] != '(' {
		return 0, serial
	}
	k := i + 1 + run(b[i+1:], ordinalByte)
	if k >= len(b) || b[k] != ')' || !isSerial(b[i+1:k]) {
		return 0, serial
	}
	return k + 1, span{i + 1, k}
}

// isSerial accepts a year, a roman session, and a special session in roman or
// arabic figures.
func isSerial(b []byte) bool {
	if len(b) == 4 && run(b, digit) == 4 {
		return hasPrefix(b, "19") || hasPrefix(b, "20")
	}
	special := bytes.HasPrefix(b, []byte("S-")) || bytes.HasPrefix(b, []byte("ES-"))
	_, ordinal, _ := bytes.Cut(b, []byte("-"))
	if !special {
		ordinal = b
	}
	return len(ordinal) > 0 && (isRoman(ordinal) || special && run(ordinal, digit) == len(ordinal))
}

// readLetter takes the letter of a lettered part at p.end.
func (p *parts) readLetter(b []byte) {
	i := p.end + skipSpace(b[p.end:])
	if i >= len(b) || !isLetter(b[i]) {
		return
	}
	k := i + 1
	if k < len(b) && isUpper(b[i]) && b[k] == b[i] && b[i] != 'I' && b[i] != 'X' { // parts beyond Z
		k++
	}
	if k < len(b) && isAlnum(b[k]) || i > p.end && (!isUpper(b[i]) || b[i] == 'A' && isArticle(b[k:]) || isElided(b[k:]) || beginsSymbol(b[k:])) {
		return
	}
	p.letter, p.end = span{i, k}, k
}

// isArticle tells from the words that follow whether a free-standing "A" is
// the English article or the Spanish preposition and not a letter of a list.
func isArticle(after []byte) bool {
	if len(after) < 2 || after[0] != ' ' {
		return false
	}
	w := after[1 : 1+run(after[1:], letter)]
	return len(w) > 0 && !isConnective(w)
}

// isElided tells from what follows whether a free-standing letter is an article that
// lost its vowel: "A/RES/78/155 L’Assemblée".
func isElided(after []byte) bool {
	return bytes.HasPrefix(after, []byte("'")) || bytes.HasPrefix(after, []byte("’"))
}

// beginsSymbol tells from what follows whether a free-standing letter is the organ of
// the next symbol, as in a column of them: "A/RES/78/155 A/RES/60/1", "A/C.3/75/1". Of
// "A/B" both may be parts.
func beginsSymbol(after []byte) bool {
	if len(after) < 2 || after[0] != '/' {
		return false
	}
	n := run(after[1:], letter)
	return n > 1 || isDigit(after[1]) || n == 1 && len(after) > 2 && (after[2] == '.' || after[2] == '/')
}

// skipSpace is 1 where one space begins b, else 0.
func skipSpace(b []byte) int {
	if len(b) > 0 && b[0] == ' ' {
		return 1
	}
	return 0
}

func upper(dst, b []byte) []byte {
	for _, c := range b {
		if c >= 'a' && c <= 'z' {
			c &^= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}
