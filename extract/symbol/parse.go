package symbol

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"uncite/extract/record"
)

// Symbol is a document symbol taken apart.
type Symbol struct {
	Canonical string      // the identifier: A/RES/60/288
	Alias     string      // second half of a double symbol, canonical too
	Body      string      // entity:… of the series
	Kind      record.Kind // Resolution, Decision or Report
	Session   string      // "75", "S-24", "ES-10"; empty for bodies that number by years
	Year      int         // year that the symbol prints or the number implies, 0 without one
	Number    string      // "288", "2200", "35"
	Letter    string      // of a lettered part: "A", beyond Z "AA"
	Part      string      // "PartI", "Sect.26"
	Nature    string      // L, PV, SR, CRP, INF, RES, PRST …; empty for a plain document
	Changes   []string    // "Rev.1", "Corr.1", "Add.2"
	Reading   string      // how a bare number or a misprint was understood; empty for a full symbol as it should be
}

// Parse reads one symbol. It accepts every style of print and what people
// type: lower case, full-width and non-Latin figures, links, "resolution
// 60/288", and the bare numbers of the General Assembly (60/288, 2200 A (XXI),
// S-24/2), the Security Council (1373 (2001)) and the Economic and Social
// Council (1996/31). The error says why s is no symbol.
func Parse(s string) (Symbol, error) {
	slot := &recent[maphash.String(recentSeed, s)%uint64(len(recent))]
	if r := slot.Load(); r != nil && r.text == s {
		return r.symbol, r.err
	}
	r := &reading{text: strings.Clone(s)} // s may be a few bytes of a large file
	r.symbol, r.err = parse(r.text)
	r.symbol.Changes = slices.Clip(r.symbol.Changes)
	slot.Store(r)
	return r.symbol, r.err
}

// reading is a text that was parsed, and what it gave.
type reading struct {
	text   string
	symbol Symbol
	err    error
}

// recent holds the last readings, each at the place that the hash of its text
// gives. A document's own symbol is read in its masthead and from each of its
// running heads, and the same resolutions are cited again and again.
var (
	recent     [1 << 11]atomic.Pointer[reading]
	recentSeed = maphash.MakeSeed()
)

// parse is Parse without the memory of what was read before.
func parse(s string) (Symbol, error) {
	clean := tidy(s)
	if clean == "" {
		return Symbol{}, fmt.Errorf("no symbol in an empty string")
	}
	if len(clean) > maxInput {
		return Symbol{}, fmt.Errorf("%d bytes are too long for a symbol", len(clean))
	}
	full, reading, ok := spelledOut(clean)
	if !ok {
		full, reading, ok = expandBare(clean)
	}
	if ok {
		sym, err := parseFull(full)
		sym.Reading = reading
		return sym, err
	}
	return parseFull(clean)
}

// maxInput bounds what Parse looks at; no symbol comes near it.
const maxInput = 200

// parseFull reads a symbol in upper case that must fill the string.
func parseFull(s string) (Symbol, error) {
	b := []byte(s)
	var p parts
	if !p.read(b, false) {
		return Symbol{}, noSymbol(s)
	}
	if p.end != len(b) {
		return Symbol{}, fmt.Errorf("“%s” is a symbol, but “%s” after it is no part of one", s[:p.end], strings.TrimSpace(s[p.end:]))
	}
	if err := p.otherCouncil(b); err != nil {
		return Symbol{}, err
	}
	sym, err := p.symbol(b)
	if err != nil || p.second == 0 {
		return sym, err
	}
	second, err := parseFull(s[p.second:])
	sym.Alias = second.Canonical
	return sym, err
}

// otherCouncil refuses S/2338/2024: documents of the Security Council are
// numbered S/2024/2338, and what has the year last is of another organisation.
func (p *parts) otherCouncil(b []byte) error {
	if p.n < 3 || p.comp[0].hi != 1 || b[0] != 'S' {
		return nil
	}
	first, second := string(p.comp[1].of(b)), string(p.comp[2].of(b))
	if n := numberOf(second); numberOf(first) == 0 || isYear(first) || n == 0 || !isDigit(second[0]) {
		return nil
	}
	return fmt.Errorf("“%s”: documents of the Security Council are numbered S/year/number; this one is of another organisation's series, as the OPCW's are", b[:p.end])
}

// noSymbol says what is wrong with a string that the grammar rejects.
func noSymbol(s string) error {
	root, _, slash := strings.Cut(s, "/")
	switch n := rootLen([]byte(s)); {
	case !slash && councilHint(s) != "":
		return fmt.Errorf("a number alone tells no organ; Security Council resolutions are written with their year: %s", councilHint(s))
	case !slash:
		return fmt.Errorf("“%s” has neither a series nor a session: a symbol reads like A/RES/60/288, a resolution like 60/288 or 1373 (2001)", s)
	case run([]byte(root), digit) == len(root):
		return bareNumberError(s)
	case n == 1 && knownRoot([]byte(s[:n]), false) && len(s) > 2 && !isDigit(s[2]) && strings.ContainsAny(s, "0123456789"):
		return fmt.Errorf("“%s”: no part of the organ, and no kind of document, is called “%s”", s, firstPart(s[2:]))
	case n == 0 || !knownRoot([]byte(s[:n]), false):
		return fmt.Errorf("no series of United Nations documents begins with “%s”", root)
	}
	return fmt.Errorf("“%s” begins like a symbol of the series %s but has no number where one must stand", s, root)
}

// firstPart is what stands before the next slash.
func firstPart(s string) string {
	first, _, _ := strings.Cut(s, "/")
	return first
}

// councilHint writes the Security Council resolution that a lone number may
// mean, "" where there is none.
func councilHint(s string) string {
	_, _, figures := splitBare(s)
	n, err := strconv.Atoi(figures)
	year, ok := SecurityCouncilYear(n)
	if err != nil || !ok {
		return ""
	}
	return fmt.Sprintf("%d (%d)", n, year)
}

// symbol builds the record from the pieces that were read.
func (p *parts) symbol(b []byte) (Symbol, error) {
	var s Symbol
	var misprint string
	if s.Canonical, misprint = setRight(p.canonical(b)); misprint != "" {
		s.Reading = fmt.Sprintf("%s is a misprint of %s", misprint, misprints[misprint])
	}
	if p.isResolution(b) {
		if err := p.resolution(b, &s); err != nil {
			return Symbol{}, err
		}
	} else {
		s.Part = strings.Trim(p.tag.canonical(b), "()")
		p.describe(b, &s)
	}
	if ser, ok := seriesOf(s.Canonical); ok {
		s.Body = cmp.Or(s.Body, ser.body) // a decision that bears its session says more
	}
	s.Kind = kindOf(s.Nature)
	return s, nil
}

func kindOf(nature string) record.Kind {
	switch strings.ToUpper(strings.TrimSuffix(nature, ".")) {
	case "RES":
		return record.Resolution
	case "DEC":
		return record.Decision
	}
	return record.Report
}

// canonical writes the components as the identifiers do, without spaces.
func (p *parts) canonical(b []byte) string {
	var room [64]byte
	out := room[:0]
	for i, c := range p.comp[:p.n] {
		if i == p.tagged {
			out = append(out, p.tag.canonical(b)...)
		}
		if i > 0 {
			out = append(out, p.separator(b, i))
		}
		if word, figures := p.dottedSeries(b, i); figures != nil {
			out = append(append(append(out, word...), '/'), figures...)
			continue
		}
		out = appendComponent(out, c.of(b))
	}
	if p.tagged == p.n {
		out = append(out, p.tag.canonical(b)...)
	}
	return string(out)
}

// dottedSeries parts component i where print put a dot for the slash behind the name of a
// series: "HRC" and "48" of A/HRC.48/2. Without one, figures is nil.
func (p *parts) dottedSeries(b []byte, i int) (word string, figures []byte) {
	c := p.comp[i].of(b)
	n := run(c, letter)
	if i != 1 || p.comp[0].hi != 1 || n == 0 || n+1 >= len(c) || c[n] != '.' || run(c[n+1:], digit) < len(c)-n-1 {
		return "", nil
	}
	word = string(upper(nil, c[:n]))
	if _, ok := components[word+"."]; ok {
		return "", nil
	}
	if _, known := series[string(b[:1])+"/"+word]; !known {
		return "", nil
	}
	return word, c[n+1:]
}

// separator is what the canonical form has before component i: a dot where a
// principal organ's unit was printed with a slash before its number, as in
// A/CONF/157/24, and else the slash.
func (p *parts) separator(b []byte, i int) byte {
	unit := p.comp[i-1].of(b)
	if c := p.comp[i].of(b); i != 2 || p.comp[0].hi != 1 || run(c, digit) < len(c) {
		return '/'
	}
	if w, ok := components[string(upper(nil, unit))+"."]; ok && w.class == "unit" {
		return '.'
	}
	return '/'
}

// canonicalComponent gives the table's spelling to the words of a component:
// OZL.PRO.30 is OzL.Pro.30. Numbers stay as they were printed, with a zero
// before them.
func canonicalComponent(c []byte) string {
	var room [32]byte
	return string(appendComponent(room[:0], c))
}

// appendComponent appends what canonicalComponent returns.
func appendComponent(out, c []byte) []byte {
	for i := 0; i < len(c); {
		switch n := run(c[i:], letter); {
		case n > 0:
			dotted := i+n < len(c) && (c[i+n] == '.' || c[i+n] == ' ')
			out = append(out, canonicalWord(c[i:i+n], dotted)...)
			i += n
		case isDigit(c[i]):
			n = run(c[i:], digit)
			out = append(out, c[i:i+n]...)
			i += n
		case c[i] == ' ':
			out = append(out, '.') // "Add 1"
			i++
		default:
			out = append(out, c[i])
			i++
		}
	}
	return out
}

func canonicalWord(w []byte, dotted bool) string {
	found, ok := lookUpWord(w, dotted)
	if !ok || !dotted && strings.HasSuffix(found.canonical, ".") {
		return string(upper(nil, w))
	}
	return strings.TrimSuffix(found.canonical, ".")
}

// describe fills in nature, session, year, number and changes of a document
// that is not a resolution of a principal organ.
func (p *parts) describe(b []byte, s *Symbol) {
	last := p.n - 1
	for last > 0 && isChange(p.comp[last].of(b)) {
		last--
	}
	for i := 1; i < p.n; i++ {
		c := p.comp[i].of(b)
		text := canonicalComponent(c)
		name, ordinal := splitComponent(text)
		w, known := lookUpWord([]byte(name), strings.Contains(text, "."))
		switch {
		case isChange(c):
			s.Changes = append(s.Changes, text)
		case name == "S" || name == "ES":
			s.Session = text
		default:
			if known && w.class == "nature" {
				s.Nature = natureName(w.canonical)
			}
			s.place(name, ordinal, i, last)
		}
	}
	if p.n > 2 && s.Nature != "" {
		s.conference(canonicalComponent(p.comp[last-1].of(b)), canonicalComponent(p.comp[last].of(b)))
	}
}

// conference reads the last two components of a decision that bears its session behind
// its number, 5 and CP.7 of FCCC/DEC/5/CP.7.
func (s *Symbol) conference(number, session string) {
	abbreviation, ordinal := splitComponent(session)
	c, ok := conferences[abbreviation]
	prefix, _, _ := strings.Cut(c.decision, "{")
	if !ok || numberOf(ordinal) == 0 || numberOf(number) == 0 || !strings.HasPrefix(s.Canonical, prefix) {
		return
	}
	s.Body, s.Number, s.Session, s.Year = c.body, number, ordinal, 0
}

// natureName writes the nature of Res.14 and RES alike.
func natureName(canonical string) string {
	name := strings.TrimSuffix(canonical, ".")
	if kindOf(name) != record.Report {
		return strings.ToUpper(name)
	}
	return name
}

// splitComponent parts a component into its word and its figures: "PV.46",
// "COP(9)", "773", "5-6".
func splitComponent(text string) (name, ordinal string) {
	if isDigit(text[0]) {
		return "", text
	}
	i := strings.LastIndexAny(text, ".(-")
	if i < 0 {
		return text, ""
	}
	return text[:i], strings.TrimSuffix(text[i+1:], ")")
}

// place decides whether the figures of component i are a year, a session or
// the number. The number stands in the last component that is no change; what
// stands before it is the year or, in the series that count sessions, the
// session.
func (s *Symbol) place(name, ordinal string, i, last int) {
	const highestSession, deepest = 200, 3
	placed := s.Year != 0 || s.Session != ""
	n := numberOf(ordinal)
	switch {
	case ordinal == "":
	case isYear(ordinal) && !placed && (i < last || name != ""):
		s.Year = n
	case n > 0 && !placed && (name == "EA" || name == "COP"):
		s.Session = strconv.Itoa(n)
	case name == "" && !placed && i < last && n < highestSession && i <= deepest:
		s.Session = ordinal
	case name == "" || i == last || isNature(name):
		s.Number = ordinal
	}
}

func isNature(name string) bool {
	w, ok := lookUpWord([]byte(name), true)
	return ok && w.class == "nature"
}

// isYear accepts the years in which the United Nations can have issued a
// document.
func isYear(figures string) bool {
	n, err := strconv.Atoi(figures)
	return err == nil && len(figures) == 4 && n >= 1945 && n <= 2100
}
