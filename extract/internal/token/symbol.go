package token

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// SymbolText is a document symbol as read: its canonical form and, for a
// document that two organs issued, its second symbol. What has the form of a
// symbol and is none of the United Nations' has a note in place of them.
type SymbolText struct {
	Canonical, Alias string
	Kind             record.Kind
	Note             string // why it has no canonical form
}

// symbolAt reads the document symbol at i and what attaches to it.
func (s *Paragraph) symbolAt(text []byte, i int) (int, bool) {
	n, ok := symbol.ScanMixed(text[i:])
	if !ok {
		return i, false
	}
	return s.keepSymbol(text, i, i+n)
}

// oddSymbol reads at i what Scan takes for none: a symbol whose slashes stand
// between blanks, or one of a series that is in no table.
func (s *Paragraph) oddSymbol(text []byte, i int) (int, bool) {
	if i+1 == len(text) {
		return i, false
	}
	switch b := text[i+1]; {
	case b == ' ' && char.HasAny(text, i+2, "/") || b == '/':
		if n, ok := symbol.ScanSpaced(text[i:]); ok {
			return s.keepSymbol(text, i, i+n)
		}
	case char.IsUpper(b):
		if n, ok := symbol.ScanUnlisted(text[i:]); ok {
			s.pushSymbol(i, i+n, SymbolText{Kind: record.Report, Note: symbol.WhyUnlisted(string(text[i : i+n]))})
			return i + n, true
		}
	}
	return i, false
}

// gluedSymbol reads a symbol from the last capitals of the word from i to end on,
// which lost the blank before them: "fromA/70/5".
func (s *Paragraph) gluedSymbol(text []byte, i, end int) (int, bool) {
	k := end
	for k > i && char.IsUpper(text[k-1]) {
		k--
	}
	if r, _ := utf8.DecodeLastRune(text[i:k]); k == i || unicode.IsUpper(r) {
		return i, false // behind a capital of another script, S is the end of RES
	}
	n, ok := symbol.Scan(text[k:])
	if !ok {
		return i, false
	}
	s.glued(text[:k], i)
	return s.keepSymbol(text, k, k+n)
}

// cyrillicSymbol reads a symbol that begins with a Cyrillic or Greek letter.
func (s *Paragraph) cyrillicSymbol(text []byte, i int) (int, bool) {
	n, ok := symbol.ScanLookalikes(text[i:])
	if !ok {
		return i, false
	}
	return s.keepSymbol(text, i, i+n)
}

// keepSymbol keeps the symbol from i to end, and what attaches to it.
func (s *Paragraph) keepSymbol(text []byte, i, end int) (int, bool) {
	sym := s.parse(text[i:end])
	s.pushSymbol(i, end, sym)
	if sym.Canonical == "" {
		return end, true
	}
	end = s.moreParts(text, end, sym)
	return s.attached(text, end, sym.Canonical), true
}

// moreParts reads further parts of the resolution whose symbol ends at end with
// the letter of its first: "A/RES/55/5 B and C".
func (s *Paragraph) moreParts(text []byte, end int, sym SymbolText) int {
	stem := strings.TrimRight(sym.Canonical, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letter := sym.Canonical[len(stem):]
	if sym.Kind != record.Resolution && sym.Kind != record.Decision || letter == "" || !char.IsUpper(text[end-1]) {
		return end
	}
	first, _, ok := s.Lang.letterOfPart([]byte(letter), 0)
	if !ok {
		return end
	}
	n := NumberText{Parts: []PartLetter{{Letter: first}}}
	for {
		next, ok := s.Lang.morePart(text, end, &n)
		if !ok {
			break
		}
		end = next
	}
	for _, part := range n.Parts[1:] {
		s.pushSymbol(int(part.Start), int(part.End), SymbolText{Canonical: stem + part.Letter.String(), Kind: sym.Kind})
	}
	return end
}

// maxParsed bounds the symbols that a scanner remembers.
const maxParsed = 1 << 12

// parse is symbol.Parse with a memory: documents repeat the symbols they cite.
func (s *Paragraph) parse(run []byte) SymbolText {
	if t, ok := s.parsed[string(run)]; ok {
		return t
	}
	t := SymbolText{Kind: record.Report}
	if p, err := symbol.Parse(string(run)); err == nil {
		t = SymbolText{Canonical: p.Canonical, Alias: p.Alias, Kind: p.Kind}
	} else {
		t.Note = err.Error()
	}
	if len(s.parsed) >= maxParsed || s.parsed == nil {
		s.parsed = map[string]SymbolText{}
	}
	s.parsed[string(run)] = t
	return t
}

func (s *Paragraph) pushSymbol(start, end int, t SymbolText) {
	s.Symbols = append(s.Symbols, t)
	s.push(Token{Start: int32(start), End: int32(end), Class: Symbol, N: int32(len(s.Symbols) - 1)})
}

// attached reads the changes that attach to the symbol before them, "and
// Corr.1", "and Add.1-3", and returns the offset after the last.
func (s *Paragraph) attached(text []byte, end int, base string) int {
	for _, change := range changes {
		at := strings.LastIndex(base, change) - 1
		if at < 0 || base[at] != '/' {
			continue
		}
		stem := base[:at+1+len(change)]
		if n, err := strconv.Atoi(base[len(stem):]); err == nil {
			end = s.moreNumbers(text, end, stem, n) // "Add.1-3"
		}
		if s.Lang.restart(text, end, change) {
			base = base[:at] // "Add.1 and Add.2": the second is no change of the first
			break
		}
	}
	end = s.rangeOf(text, end, base)
	for {
		at, _, ok := s.Lang.joiner(text, end)
		if !ok {
			return end
		}
		at = char.SkipBlank(text, at)
		change, first, k, ok := changeAt(text, at)
		if !ok {
			return end
		}
		changed := base + "/" + change + strconv.Itoa(first)
		changed, end = furtherChanges(text, k, changed)
		s.pushSymbol(at, end, SymbolText{Canonical: changed, Kind: record.Report})
		if end == k {
			end = s.moreNumbers(text, k, base+"/"+change, first)
		}
	}
}

// rangeOf reads further numbers after the symbol that ends at end: "SR.571-573" and
// "PV.12, 14 and 15" of records and other documents of a kind, "A/CN.4/444-446"
// of others, where a dash alone joins them.
func (s *Paragraph) rangeOf(text []byte, end int, base string) int {
	k := len(base)
	for k > 0 && char.IsDigit(base[k-1]) {
		k--
	}
	first, err := strconv.Atoi(base[k:])
	last := strings.LastIndexByte(base, '/') + 1
	if err != nil || !char.IsDigit(text[end-1]) {
		return end
	}
	if slices.Contains(changes, base[last:k]) {
		return s.sisters(text, end, base[:last-1])
	}
	if dotted := k > last && base[k-1] == '.'; !dotted && (k != last || end+1 >= len(text) || text[end] != '-' || !char.IsDigit(text[end+1])) {
		return end
	}
	return s.moreNumbers(text, end, base[:k], first)
}

// sisters reads the other documents of a kind behind one with a change: "L.7/Rev.1 and
// L.12" after the symbol without that change, base.
func (s *Paragraph) sisters(text []byte, end int, base string) int {
	at, ranged, ok := s.Lang.joiner(text, end)
	k := len(strings.TrimRight(base, "0123456789"))
	kind := base[strings.LastIndexByte(base, '/')+1 : k]
	first, err := strconv.Atoi(base[k:])
	if !ok || ranged || err != nil || len(kind) < 2 || !char.HasAny(text, char.SkipBlank(text, at), kind) {
		return end
	}
	return s.moreNumbers(text, end, base[:k], first)
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
func (l *Language) restart(text []byte, end int, change string) bool {
	at, _, ok := l.joiner(text, end)
	return ok && char.HasAny(text, char.SkipBlank(text, at), change)
}

// changeAt reads "Corr.1" at i.
func changeAt(text []byte, i int) (change string, n, end int, ok bool) {
	for _, c := range changes {
		if !char.HasAny(text, i, c) {
			continue
		}
		k := char.SkipBlank(text, i+len(c))
		if n, end, ok = char.Integer(text, k); ok && n < 1000 {
			return c, n, end, true
		}
	}
	return "", 0, i, false
}

// moreNumbers reads "-3", "-Add.3", "and 2", ", 2 and 4" and ", Add.2" after "Add.1".
func (s *Paragraph) moreNumbers(text []byte, k int, stem string, first int) int {
	change := stem[strings.LastIndexByte(stem, '/')+1:]
	for {
		at, ranged, ok := s.Lang.joiner(text, k)
		if !ok {
			return k
		}
		named, from := false, 0 // "SR.2, SR.4 and SR.11"
		if at = char.SkipBlank(text, at); (ranged || change != "") && char.HasAny(text, at, change) {
			named, from = !ranged, at
			at = char.SkipBlank(text, at+len(change))
		} else if ranged && char.HasAny(text, at, stem) { // "A/C.2/75/SR.1 to A/C.2/75/SR.3"
			at += len(stem)
		}
		n, end, ok := char.Integer(text, at)
		changed := stem + strconv.Itoa(n)
		if named && ok {
			changed, end = furtherChanges(text, end, changed) // "L.5 and L.7/Rev.1"
		}
		if !ok || n <= first || n > first+50 || end < len(text) && (text[end] == '/' || text[end] == '(') {
			return k
		}
		quantity := text[k] == ',' || end < len(text) && text[end] == ' ' && !s.Lang.numberEnds(text, end)
		if !ranged && !named && quantity && !s.Lang.anotherNumber(text, end) { // ", 12 pages" and the like
			return k
		}
		if ranged {
			for v := first + 1; v < n; v++ {
				s.pushSymbol(at, end, SymbolText{Canonical: stem + strconv.Itoa(v), Kind: record.Report})
			}
		}
		if !named {
			from = at
		}
		s.pushSymbol(from, end, SymbolText{Canonical: changed, Kind: record.Report})
		first, k = n, end
	}
}

// anotherNumber reports whether an "and" or a comma and one more number of at
// most two digits go on at k.
func (l *Language) anotherNumber(text []byte, k int) bool {
	at, _, ok := l.joiner(text, k)
	if !ok {
		return false
	}
	at = char.SkipBlank(text, at)
	_, end, ok := char.Integer(text, at)
	return ok && end-at <= 2 && l.numberEnds(text, end)
}

// numberEnds reports whether the number that ends at k is one of a list and
// not the beginning of a quantity: "Add.1 and 2)", not "Add.1 and 2 pages".
func (l *Language) numberEnds(text []byte, k int) bool {
	if _, _, ok := l.joiner(text, k); ok {
		return true
	}
	k = char.SkipBlank(text, k)
	return k >= len(text) || text[k] < 0x80 && !char.BeginsLetter[text[k]] && !char.IsDigit(text[k])
}
