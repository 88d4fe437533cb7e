package scan

import "uncite/extract/internal/match"

// sessionIn returns the regular session that the text from i to end names, 0
// where it names none and -1 where it names a session of another kind.
func (r *placeReader) sessionIn(i, end int) int {
	text := r.text[:end]
	for ; i < end; i = runeEnd(text, i) {
		if match.LetterBefore(text, i) && !r.unsegmented {
			continue
		}
		if k, regular := r.sessionWord(text, i); k > i {
			if !regular {
				return -1
			}
			if n, _ := r.ordinalAt(text, skipBlank(text, k)); n > 0 { // "الدورة الخامسة والسبعون"
				return n
			}
			return -1
		}
		n, k := r.ordinalAt(text, i)
		if n == 0 {
			continue
		}
		if at, regular := r.sessionWord(text, skipBlank(text, k)); at > k && regular {
			return n
		}
		return -1
	}
	return 0
}

// ordinalAt reads an ordinal number in words or figures at i.
func (r *placeReader) ordinalAt(text []byte, i int) (n, end int) {
	if n, k, ok := integer(text, i); ok {
		if k = wordEnd(text, k); hasAny(text, k, "º", "°") {
			k = runeEnd(text, k)
		}
		return n, k
	}
	total, cur, at := 0, 0, i
	for end = i; ; {
		t, k, ok := r.places.at(text, at, placeNumber)
		times := false
		if !ok {
			t, k, times = r.places.at(text, at, placeTimes)
		}
		switch {
		case ok:
			cur += t.n
		case times:
			total, cur = total+max(cur, 1)*t.n, 0
		default:
			return total + cur, end
		}
		end, at = k, skipBlank(text, k)
		if hasAny(text, at, "-") {
			at++
		}
		if r.proclitics && hasAny(text, at, "و") {
			if _, _, ok := r.places.at(text, at, placeNumber); !ok {
				at += 2
			}
		}
	}
}
