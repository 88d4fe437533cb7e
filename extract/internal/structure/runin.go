package structure

import (
	"unicode"
	"unicode/utf8"

	"uncite/extract/lang"
	"uncite/extract/record"
)

// A line may hold more than one paragraph where a resolution begins: the first clause
// behind the opening formula, and the formula behind the title that bears the number,
// "78/225. Title The General Assembly, Recalling …".

// cutRunIn parts the last paragraph before and behind the opening formula, where it holds
// one and the first clause follows. The comma of the formula is looked for from offset since
// of the last piece on: what stands before has been tried.
func (s *splitter) cutRunIn(since int) {
	p := &s.paras[len(s.paras)-1]
	if p.mark.kind != noMark || p.note != 0 {
		return
	}
	last := p.pieces[len(p.pieces)-1]
	words := s.text[last.Start:last.End]
	from, n := 0, s.runInFormula(words, since)
	if n == 0 && len(p.pieces) == 1 {
		if p.titled = s.mayBeTitled(words); p.titled {
			from, n = s.formulaWithin(words, since)
		}
	}
	if n == 0 {
		return
	}
	s.opened, s.past = true, true
	kind := p.kind
	formula, clause := last.Start+from, last.Start+skipSpace(words, n)
	if from > 0 {
		p.pieces = []record.Span{span(last.Start, trimEnd(s.text, last.Start, formula))}
		s.paras = append(s.paras, para{start: formula, kind: kind})
	}
	opening := &s.paras[len(s.paras)-1]
	opening.pieces, opening.formula = []record.Span{span(formula, last.Start+n)}, true
	if clause >= last.End {
		return
	}
	s.paras = append(s.paras, para{start: clause, kind: kind, pieces: []record.Span{span(clause, last.End)}})
}

// mayBeTitled reports whether words begin as the line of a title with its number does: with
// the number, or with the word for a resolution or decision where that does not follow it.
func (s *splitter) mayBeTitled(words string) bool {
	return titleNumber(words) > 0 || !s.past && (s.v.Has(lang.TypeFollows) || hasAnyPrefix(words, s.v.resolved) || hasAnyPrefix(words, s.v.decision))
}

// isTitled reports whether words are the number of a resolution or decision, with or
// without a title.
func (s *splitter) isTitled(words string) bool {
	if titleNumber(words) > 0 || s.v.isNumberLine(words) {
		return true
	}
	_, _, ok := s.v.ownNumber(words)
	return ok
}

// formulaWithin returns where in the line of a title the opening formula begins and where
// its comma ends; 0 where none stands there, or where other words than a clause follow.
func (s *splitter) formulaWithin(words string, since int) (from, to int) {
	const longest = 600 // bytes of a title
	for i := 1; i < min(len(words), longest); i++ {
		if c := words[i]; c > ' ' && c < utf8.RuneSelf || c > 0xE3 && c != 0xEF {
			continue // no blank of any kind
		}
		from := skipSpace(words, i)
		if from == i || from == len(words) {
			continue
		}
		if i = from; from+longestFormula <= since || !s.v.mayOpen(words[from:]) {
			continue
		}
		n := s.runInFormula(words[from:], since-from)
		if entity, comma := s.v.formula(words[from:]); n == 0 && entity != "" && comma && startsTitle(words) {
			n = len(words) - from // the clause is the next paragraph
		}
		if n > 0 && !endsParagraph(words[:from]) && s.isTitled(words[:trimEnd(words, 0, from)]) {
			return from, from + n
		}
	}
	return 0, 0
}

// mayOpen is a quick no: the first word of an opening line stands at the beginning.
func (v *vocabulary) mayOpen(words string) bool {
	return words != "" && hasAnyPrefix(words, v.openingWords[words[0]])
}

// longestFormula bounds an opening formula, in bytes.
const longestFormula = 160

// runInFormula returns the length of the opening formula that words begin with,
// its comma included, where the first clause follows on the same line; 0 where
// there is none, nor one whose comma stands at since or behind.
func (s *splitter) runInFormula(words string, since int) int {
	if !s.v.mayOpen(words) {
		return 0
	}
	head := words[:min(len(words), longestFormula)]
	for i, r := range head {
		if i < since || r != ',' && r != '،' && r != '，' {
			continue
		}
		n := i + utf8.RuneLen(r)
		if entity, comma := s.v.formula(words[:n]); entity == "" || !comma {
			continue
		}
		rest := words[skipSpace(words, n):]
		first, size := utf8.DecodeRuneInString(rest)
		if rest != "" && (s.v.isClause(rest) || s.v.isClause(string(unicode.ToTitle(first))+rest[size:])) {
			return n
		}
	}
	return 0
}
