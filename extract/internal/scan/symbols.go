package scan

import (
	"strconv"
	"strings"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// symbolText is a document symbol as read: its canonical form and, for a
// document that two organs issued, its second symbol.
type symbolText struct {
	canonical, alias string
	kind             record.Kind
}

// symbolAt reads the document symbol at i and what attaches to it.
func (s *lexer) symbolAt(text []byte, i int) (int, bool) {
	n, ok := symbol.Scan(text[i:])
	if at := i + max(n, 1); at+1 < len(text) && text[at] == '/' && text[at+1] == 0xD0 {
		n, ok = symbol.ScanLookalikes(text[i:])
	}
	if !ok {
		return i, false
	}
	return s.keepSymbol(text, i, i+n)
}

// cyrillicSymbol reads a symbol that begins with a Cyrillic letter.
func (s *lexer) cyrillicSymbol(text []byte, i int) (int, bool) {
	n, ok := symbol.ScanLookalikes(text[i:])
	if !ok {
		return i, false
	}
	return s.keepSymbol(text, i, i+n)
}

// keepSymbol keeps the symbol from i to end, and what attaches to it.
func (s *lexer) keepSymbol(text []byte, i, end int) (int, bool) {
	sym, ok := s.parse(text[i:end])
	if !ok {
		return i, false
	}
	s.pushSymbol(i, end, sym)
	return s.attached(text, end, sym.canonical), true
}

// maxParsed bounds the symbols that a scanner remembers.
const maxParsed = 1 << 12

// parse is symbol.Parse with a memory: documents repeat the symbols they cite.
func (s *lexer) parse(run []byte) (symbolText, bool) {
	if t, ok := s.parsed[string(run)]; ok {
		return t, t.canonical != ""
	}
	var t symbolText
	if p, err := symbol.Parse(string(run)); err == nil {
		t = symbolText{p.Canonical, p.Alias, p.Kind}
	}
	if len(s.parsed) >= maxParsed || s.parsed == nil {
		s.parsed = map[string]symbolText{}
	}
	s.parsed[string(run)] = t
	return t, t.canonical != ""
}

func (s *lexer) pushSymbol(start, end int, t symbolText) {
	s.symbols = append(s.symbols, t)
	s.push(token{start: int32(start), end: int32(end), class: symbolRun, n: int32(len(s.symbols) - 1)})
}

// attached reads the changes that attach to the symbol before them, "and
// Corr.1", "and Add.1-3", and returns the offset after the last.
func (s *lexer) attached(text []byte, end int, base string) int {
	for _, change := range changes {
		at := strings.LastIndex(base, "/"+change)
		if at < 0 {
			continue
		}
		stem := base[:at] + "/" + change
		if n, err := strconv.Atoi(base[len(stem):]); err == nil {
			end = s.moreNumbers(text, end, stem, n) // "Add.1-3"
		}
		if s.lang.restart(text, end, change) {
			base = base[:at] // "Add.1 and Add.2": the second is no change of the first
			break
		}
	}
	for {
		at, _, ok := s.lang.joiner(text, end)
		if !ok {
			return end
		}
		at = skipBlank(text, at)
		change, first, k, ok := changeAt(text, at)
		if !ok {
			return end
		}
		changed := base + "/" + change + strconv.Itoa(first)
		changed, end = furtherChanges(text, k, changed)
		s.pushSymbol(at, end, symbolText{changed, "", record.Report})
		if end == k {
			end = s.moreNumbers(text, k, base+"/"+change, first)
		}
	}
}

// furtherChanges reads the changes of a change, "/Rev.1" of "and Add.1/Rev.1".
func furtherChanges(text []byte, k int, changed string) (string, int) {
	for k < len(text) && text[k] == '/' {
		change, n, end, ok := changeAt(text, k+1)
		if !ok {
			break
		}
		changed, k = changed+"/"+change+strconv.Itoa(n), end
	}
	return changed, k
}

var changes = []string{"Add.", "Corr.", "Rev.", "Amend."}

// restart reports whether the change that attaches at end is one of the same
// kind, and so belongs to the symbol without its last change.
func (l *lexicon) restart(text []byte, end int, change string) bool {
	at, _, ok := l.joiner(text, end)
	return ok && hasAny(text, skipBlank(text, at), change)
}

// changeAt reads "Corr.1" at i.
func changeAt(text []byte, i int) (change string, n, end int, ok bool) {
	for _, c := range changes {
		if !hasAny(text, i, c) {
			continue
		}
		k := skipBlank(text, i+len(c))
		if n, end, ok = integer(text, k); ok && n < 1000 {
			return c, n, end, true
		}
	}
	return "", 0, i, false
}

// moreNumbers reads "-3", "-Add.3", "and 2" and ", 2 and 4" behind "Add.1".
func (s *lexer) moreNumbers(text []byte, k int, stem string, first int) int {
	change := stem[strings.LastIndexByte(stem, '/')+1:]
	for {
		at, ranged, ok := s.lang.joiner(text, k)
		if !ok {
			return k
		}
		if at = skipBlank(text, at); ranged && hasAny(text, at, change) {
			at = skipBlank(text, at+len(change))
		}
		n, end, ok := integer(text, at)
		if !ok || n <= first || n > first+50 || end < len(text) && (text[end] == '/' || text[end] == '(') {
			return k
		}
		quantity := text[k] == ',' || end < len(text) && text[end] == ' ' && !s.lang.numberEnds(text, end)
		if !ranged && quantity && !s.lang.anotherNumber(text, end) { // ", 12 pages" and the like
			return k
		}
		if ranged {
			for v := first + 1; v < n; v++ {
				s.pushSymbol(at, end, symbolText{stem + strconv.Itoa(v), "", record.Report})
			}
		}
		s.pushSymbol(at, end, symbolText{stem + strconv.Itoa(n), "", record.Report})
		first, k = n, end
	}
}

// anotherNumber reports whether an "and" or a comma and one more number of at
// most two digits go on at k.
func (l *lexicon) anotherNumber(text []byte, k int) bool {
	at, _, ok := l.joiner(text, k)
	if !ok {
		return false
	}
	at = skipBlank(text, at)
	_, end, ok := integer(text, at)
	return ok && end-at <= 2 && l.numberEnds(text, end)
}

// numberEnds reports whether the number that ends at k is one of a list and
// not the beginning of a quantity: "Add.1 and 2)", not "Add.1 and 2 pages".
func (l *lexicon) numberEnds(text []byte, k int) bool {
	if _, _, ok := l.joiner(text, k); ok {
		return true
	}
	k = skipBlank(text, k)
	return k >= len(text) || text[k] < 0x80 && !isLetter[text[k]] && !isDigit(text[k])
}

// symbolMention adds the mentions of the symbol at token k.
func (s *scanner) symbolMention(k int) {
	t := &s.tokens[k]
	sym := s.symbols[t.n]
	m := Mention{Rule: "symbol", Symbol: sym.canonical, Kind: sym.kind, Start: int(t.start), End: int(t.end)}
	m.Pinpoint = s.pinpoint(k, k)
	m.Apposition = s.inBracketsBehindNumber(k)
	s.add(m)
	if sym.alias != "" {
		m.Alias, m.Symbol, m.Apposition = true, sym.alias, false
		s.add(m)
	}
	s.list = list{}
}

// inBracketsBehindNumber reports whether the symbol at token k explains the
// number before it: "resolution 1255 of 30 July 1999 (S/RES/1255)".
func (s *scanner) inBracketsBehindNumber(k int) bool {
	j := k - 1
	if j < 0 || s.tokens[k].gap || !s.tokens[j].is(open) || len(s.mentions) == 0 {
		return false
	}
	for ; j >= 0 && !s.tokens[j+1].gap; j-- {
		t := &s.tokens[j]
		switch {
		case t.is(item) && s.items[t.n].Form != Plain || t.is(item) && s.mentions[len(s.mentions)-1].End >= int(t.end):
			return true
		case t.is(open), t.is(date), t.is(of), t.is(noEnd), t.is(typ), t.is(owner):
		default:
			return false
		}
	}
	return false
}
