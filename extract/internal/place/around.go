package place

import (
	"bytes"

	"uncite/extract/internal/char"
	"uncite/extract/internal/normal"
	"uncite/extract/internal/token"
)

func (r *Reader) SpelledHere(i int) bool {
	_, _, ok := r.at(i, numberWord)
	return ok
}

// CountUnknown counts the words in a row that are none of a place.
func (r *Reader) CountUnknown(i, unknown int) int {
	if r.knows(i) {
		return 0
	}
	if !r.smallWord(i) {
		if _, ok := r.value(i); ok {
			return 0
		}
	}
	if char.HasAny(r.Text, i, r.Written...) && r.knows(char.RuneEnd(r.Text, i)) {
		return 0
	}
	return unknown + 1
}

// smallWord reports whether small Latin letters stand at i, more than any value has that no
// table knows: nearly all words that are looked at.
func (r *Reader) smallWord(i int) bool {
	if i+longestValue >= len(r.Text) {
		return false
	}
	for _, b := range r.Text[i : i+longestValue+1] {
		if b < 'a' || b > 'z' {
			return false
		}
	}
	return true
}

// longestValue is how many small letters a value has at most: those of "viii)".
const longestValue = 4

// WordBefore returns the offset of the last word or number that begins before
// i, or -1.
func (r *Reader) WordBefore(i int) int {
	for i--; i >= 0; i-- {
		if r.Text[i]&0xC0 == 0x80 || i > 0 && latin(r.Text[i]) && latin(r.Text[i-1]) {
			continue
		}
		if char.IsDigit(r.Text[i]) && (i == 0 || !char.IsDigit(r.Text[i-1])) {
			return i
		}
		if char.Letter(r.Text, i) > 0 && !char.LetterBefore(r.Text, i) {
			return i
		}
	}
	return -1
}

// latin reports whether the byte is a letter of ASCII.
func latin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// Reaches reports whether only links stand between the end of a place and the
// citation at head; in some languages the genitive alone is the link.
func (r *Reader) Reaches(end, head int) bool {
	at := char.SkipBlank(r.Text, end)
	comma := r.Comma(end)
	if r.Genitive && comma == at && r.skipMarks(at, head) == head && char.Letter(r.Text, head) > 0 && !char.IsUpper(r.Text[head]) {
		return true
	}
	bound := r.Genitive && comma == at
	for k, n := comma, 0; n < maxLinks; n++ {
		next, binds, ok := r.Link(k)
		if !ok || next > head {
			return false
		}
		k, bound = next, bound || binds
		if r.Genitive && (n > 0 || bound) {
			if after, _, ok := r.Link(r.Comma(k)); ok && after <= head { // к документу, изданному под …
				k = r.Comma(k)
			}
		}
		if r.skipMarks(k, head) == head {
			return bound
		}
	}
	return false
}

// ReachesReport reports whether the words between the end of a place and the symbol at
// head name the document that has it: "paragraph 12 of the report of the
// Secretary-General on roads (A/78/7)", "section 5.1 of administrative instruction ST/AI/2017/1".
func (r *Reader) ReachesReport(end, head int) bool {
	k, bound := r.Links(r.Comma(end))
	if !bound {
		if k = char.SkipBlank(r.Text, end); !r.Genitive {
			return false
		}
	}
	_, k, ok := r.at(k, documentWord)
	if !ok || k > head {
		return false
	}
	if r.skipMarks(char.SkipBlank(r.Text, k), head) == head {
		return true
	}
	if at, issued := r.Links(r.Comma(k)); issued && r.skipMarks(at, head) == head {
		return true // "of the report issued as"
	}
	return head > k && r.Text[head-1] == '(' && !bytes.ContainsAny(r.Text[k:head-1], "0123456789,;:.()[]")
}

// skipMarks steps over opening quotation marks and the one-letter words that
// Arabic writes as one with the next, up to head.
func (r *Reader) skipMarks(k, head int) int {
	for k < head {
		switch {
		case char.HasAny(r.Text, k, "\"", "«", "“", "„", "”") || r.Text[k] == ' ':
			k = char.RuneEnd(r.Text, k)
		case char.HasAny(r.Text, k, r.Prepositions...) && head == char.RuneEnd(r.Text, k):
			k = head
		default:
			return k
		}
	}
	return k
}

// MayBegin reports whether a place may begin at i: a word with which places
// begin stands there or, where the unit may follow its value, a letter. Where
// it follows, a bare number begins none.
func (r *Reader) MayBegin(i int) bool {
	if i >= len(r.Text) {
		return false
	}
	return r.TypeFollows && r.Text[i] < 0x80 && !char.IsDigit(r.Text[i]) || char.HasAny(r.Text, i, r.Inner...) || r.begins(i)
}

// maxTopic bounds what may stand between a number and its place, in letters.
const maxTopic = 240

// AfterTitle reads the place after the words that say what a resolution is
// about: "第2199(2015)号决议关于…的第17段".
func (r *Reader) AfterTitle(i int) []Place {
	if _, _, ok := r.at(i, aboutWord); !ok {
		return nil
	}
	for end := char.Beyond(r.Text, i, maxTopic); i < end; i = char.RuneEnd(r.Text, i) {
		if char.HasAny(r.Text, i, ",", ";", "，", "。", "；", "《") {
			return nil
		}
		if k, _, ok := r.Link(i); ok {
			if places, _ := r.Run(k, func(int) bool { return true }); len(places) > 0 {
				return places
			}
		}
	}
	return nil
}

// Closers steps over blanks, footnote marks, closing brackets and quotation
// marks.
func (r *Reader) Closers(i int) int {
	for n := 0; i < len(r.Text) && n < 8; n++ {
		switch b := r.Text[i]; {
		case b == ' ' || b == ')' || b == ']' || b == '"' || b == '\'' || normal.IsNoteDigit(b):
			i++
		case char.HasAny(r.Text, i, "»", "”", "“", "》"):
			i = char.RuneEnd(r.Text, i)
		default:
			return i
		}
	}
	return i
}

// EndsInNumber reports whether the place that ends at i ends in a number.
func (r *Reader) EndsInNumber(i int) bool {
	return i > 0 && !char.LetterBefore(r.Text, i) || i > 1 && r.romanBefore(i)
}

func (r *Reader) romanBefore(i int) bool {
	k := i
	for k > 0 && char.IsUpper(r.Text[k-1]) {
		k--
	}
	return k < i && !char.LetterBefore(r.Text, k)
}

// Thereof reports whether words such as "thereof" stand at i: the place before them is
// one of the document named last.
func (r *Reader) Thereof(i int) bool {
	_, _, ok := r.at(i, thereofWord)
	return ok
}

func (r *Reader) Joined(i int) bool {
	_, ok := r.and(i)
	return ok
}

// HeadAt reports whether a word that may lead to a citation, or a name,
// begins at i.
func (r *Reader) HeadAt(i int) bool {
	if _, k, ok := r.at(i, ownerWord); ok { // "annex, of the General Assembly" leads to none
		i = char.SkipBlank(r.Text, k)
		_, _, ok := r.at(i, headWord)
		return ok
	}
	if _, _, ok := r.at(i, headWord); ok {
		return true
	}
	classes, ok := r.ClassesAt(r.Text, i)
	return classes.Has(token.Name) || !ok && char.HasAny(r.Text, i, "«", "“", "\"", "《")
}
