package place

import (
	"uncite/extract/internal/char"
)

// SessionIn returns the regular session that the text from i to end names, 0
// where it names none and -1 where it names a session of another kind.
func (r *Reader) SessionIn(i, end int) int {
	text := r.Text[:end]
	for ; i < end; i = char.RuneEnd(text, i) {
		if char.LetterBefore(text, i) && !r.Unsegmented {
			continue
		}
		if k, regular := r.SessionWord(text, i); k > i {
			if !regular {
				return -1
			}
			if n, _ := r.ordinalAt(text, char.SkipBlank(text, k)); n > 0 { // "الدورة الخامسة والسبعون"
				return n
			}
			return -1
		}
		n, k := r.ordinalAt(text, i)
		if n == 0 {
			continue
		}
		if at, regular := r.SessionWord(text, char.SkipBlank(text, k)); at > k && regular {
			return n
		}
		return -1
	}
	return 0
}

// ordinalAt reads an ordinal number in words or figures at i.
func (r *Reader) ordinalAt(text []byte, i int) (n, end int) {
	if n, k, ok := char.Integer(text, i); ok {
		if k = char.WordEnd(text, k); char.HasAny(text, k, "º", "°") {
			k = char.RuneEnd(text, k)
		}
		return n, k
	}
	total, cur, at := 0, 0, i
	for end = i; ; {
		t, k, ok := r.words.at(text, at, numberWord)
		times := false
		if !ok {
			t, k, times = r.words.at(text, at, timesWord)
		}
		switch {
		case ok:
			cur += t.n
		case times:
			total, cur = total+max(cur, 1)*t.n, 0
		default:
			return total + cur, end
		}
		end, at = k, char.SkipBlank(text, k)
		if char.HasAny(text, at, "-") {
			at++
		}
		if char.HasAny(text, at, r.And...) {
			if _, _, ok := r.words.at(text, at, numberWord); !ok {
				at = char.RuneEnd(text, at)
			}
		}
	}
}
