package structure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/lang"
)

// A text without line breaks has its masthead and its paragraphs all the same:
// it is cut where a line of a masthead, the opening of a resolution, a clause behind a
// stop, an item, a note or the next number of a paragraph begins.

// longUnbroken is the length in characters of a line that may be a whole document.
const longUnbroken = 60

// isUnbroken reports whether a text is one line.
func isUnbroken(text string, lines []line) bool {
	return len(lines) == 1 && char.Count(text[lines[0].start:lines[0].end]) > longUnbroken
}

// breakLine cuts the one line of a text into the lines that it should have.
func breakLine(text string, l line, v *vocabulary) []line {
	cuts := numberCuts(text, l, v)
	head := l.end
	if len(cuts) > 0 {
		head = cuts[0]
	}
	first, whole := head, len(cuts) > 0
	if head = min(head, l.start+longMasthead); v.beginsMasthead(text[l.start:head]) {
		cuts = append(cuts, mastheadCuts(text, l.start, head, v)...)
		whole = true
	}
	if whole { // and not a paragraph of one, which may tell what a body recalled
		preamble := l.end
		if _, behind, ok := v.openingIn(text[l.start:head]); ok {
			preamble = l.start + behind
		}
		cuts = append(cuts, inTextCuts(text, l, preamble, first, v)...)
	}
	cuts = append(cuts, l.end)
	slices.Sort(cuts)
	var out []line
	start := l.start
	for _, at := range slices.Compact(cuts) {
		if end := trimEnd(text, start, at); end > start {
			out = append(out, line{start: start, end: end, blank: true})
		}
		start = skipSpace(text, at)
	}
	return out
}

// longestAdoption is how far the line of an adoption may go, in bytes.
const longestAdoption = 200

// longMasthead is how far a masthead of one line may go, in bytes.
const longMasthead = 2 << 10

// beginsMasthead reports whether a line begins as a masthead does: with a symbol, which the
// publisher may stand before, or the line of the adoption; or holds words that only
// mastheads print, "Distr.". A paragraph alone names bodies too.
func (v *vocabulary) beginsMasthead(words string) bool {
	first, _, _ := strings.Cut(v.withoutPublisher(words), " ")
	if _, own := v.ownSymbolOf(first); own || hasAnyPrefix(words, v.adopted) || hasAnyPrefix(words, v.resolved) && v.isAdoption(words[:min(len(words), longestAdoption)]) {
		return true
	}
	return slices.ContainsFunc(v.furniture, func(form string) bool {
		return strings.ContainsAny(form[len(form)-1:], ".:") && strings.Contains(words, form)
	})
}

// numberCuts are the offsets of the numbers 1, 2, 3 … that begin paragraphs: a
// number with its stop, a blank before it, and a capital after it, or a sign that ends
// a clause before it, which in scripts without blanks stands for the blank too.
func numberCuts(text string, l line, v *vocabulary) []int {
	unsegmented := v.Has(lang.Unsegmented)
	var cuts []int
	next := 1
	for i := l.start + 1; i < l.end; i++ {
		if !isASCIIDigit(text[i]) || text[i-1] != ' ' && (!unsegmented || text[i-1] < utf8.RuneSelf) {
			continue
		}
		behind := endsClause(text[l.start:i])
		if !behind && text[i-1] != ' ' {
			continue
		}
		value, end, _ := digits(text, i)
		m := digitsMark(text[i:l.end], value, end-i)
		if r, _ := utf8.DecodeRuneInString(text[min(l.end, i+m.end):]); value == next && m.kind == digitMark && (behind || !unicode.IsLower(r)) && unicode.IsLetter(r) {
			cuts = append(cuts, i)
			next++
		}
		i = end
	}
	return cuts
}

// endsClause reports whether words end in a sign that ends a clause.
func endsClause(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, " "))
	return strings.ContainsRune(",;.:،؛，；。：", last)
}

// inTextCuts are the offsets at which clauses, between two offsets, and anywhere notes
// and the items of lists begin. All have a blank before them, clauses and items also a stop.
func inTextCuts(text string, l line, preamble, numbers int, v *vocabulary) []int {
	const longest, longestItem = 12, 8 // bytes of a stop with what may stand behind it, of "(aa)"
	var cuts []int
	for i := l.start + 1; i < l.end; i++ {
		if text[i-1] != ' ' || text[i] == ' ' {
			continue
		}
		words := text[i:l.end]
		if _, size := superscript(words); size > 0 {
			cuts = append(cuts, i)
			continue
		}
		stop := lastRune(text[max(l.start, i-1-longest) : i-1])
		if !isStop(stop) {
			continue
		}
		clause := i >= preamble && i < numbers && v.isClause(words) && !v.isLaterClause(words)
		item := strings.IndexByte(words[:min(len(words), longestItem)], ')') > 0 && strings.ContainsRune(":;：；؛", stop)
		if clause || item && readMark(words, v).kind == letterMark {
			cuts = append(cuts, i)
		}
	}
	return cuts
}

// mastheadCuts are the offsets in text[from:to] at which a line of a masthead
// begins: words that only mastheads have, the name of a body, the session, the
// agenda item, the opening of a resolution.
func mastheadCuts(text string, from, to int, v *vocabulary) []int {
	head := text[from:to]
	opens, behind, opened := v.openingIn(head)
	if opened {
		head = head[:opens] // the organ's name is a part of its formula
	}
	var cuts []int
	cut := func(form string, organ bool) {
		for i := 0; ; {
			j := strings.Index(head[i:], form)
			if j < 0 {
				return
			}
			i += j
			before, _ := utf8.DecodeLastRuneInString(head[:i])
			if i > 0 && !unicode.IsLetter(before) && (!organ || v.mayEndLine(head[:i])) {
				cuts = append(cuts, from+i)
			}
			i += len(form)
		}
	}
	for _, forms := range [][]string{v.furniture, v.agenda} {
		for _, f := range forms {
			cut(f, false)
		}
	}
	for _, o := range v.organs {
		cut(o.form, true)
	}
	if opened {
		cuts = append(cuts, from+opens, from+behind)
	}
	return cuts
}

// openingIn returns where the first formula that opens a resolution begins and ends, with
// its comma or before a clause; ok is false where there is none.
func (v *vocabulary) openingIn(head string) (begin, end int, ok bool) {
	for form := range v.opening {
		for from := 0; ; {
			i := strings.Index(head[from:], form)
			if i < 0 {
				break
			}
			i += from
			from = i + len(form)
			to := from
			for _, comma := range []string{",", "،", "，"} {
				if strings.HasPrefix(head[from:], comma) {
					to = from + len(comma)
				}
			}
			if to == from && !(strings.HasPrefix(head[from:], " ") && v.isClause(head[from+1:])) {
				continue
			}
			if !ok || to < end || to == end && i < begin {
				begin, end, ok = i, to, true
			}
			break
		}
	}
	return begin, end, ok
}

// mayEndLine reports whether a line of a masthead may end here: not behind a word that
// begins with a small letter, and in scripts without capitals only behind a name, a
// number or a sign.
func (v *vocabulary) mayEndLine(before string) bool {
	before = strings.TrimRight(before, " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case unicode.IsLower(r):
		return false
	case unicode.IsUpper(r) || !unicode.IsLetter(last):
		return true
	}
	for name := range v.publisher {
		if strings.HasSuffix(before, name) {
			return true
		}
	}
	return slices.ContainsFunc(v.organs, func(o term) bool { return strings.HasSuffix(before, o.form) })
}
