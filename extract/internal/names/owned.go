package names

import (
	"bytes"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/record"
)

// OwnedName returns the name of which the head noun from start to end is part, and behind it the
// name of an organisation from owner to ownerEnd, in the genitive that needs no "of". Of bodies it
// may be that of an organ alone, where its head is one that organisations have; of instruments a
// complement follows, without which there may be many. It is false where other words stand between
// them than those who meet in the organ.
func (l *Language) OwnedName(text []byte, start, end, owner, ownerEnd, floor int) (from, to int, ok bool) {
	if owner < end {
		return start, end, false
	}
	from, told := l.capitalBefore(text, start, floor)
	organ := l.HeadIs(class.Organ, string(text[start:end]))
	if !told && !organ {
		return start, end, false // any word has a capital at the start of a sentence
	}
	if !told {
		if from = l.firstAdjective(text, start, floor); !char.BeginsCapital(text, from) {
			return start, end, false
		}
	}
	met, ok := l.staff(bytes.TrimSpace(text[end:owner]))
	if !ok {
		return start, end, false
	}
	if to = ownerEnd; !met && l.link(l.next(text, to)) {
		to, _, _ = l.complement(text, start, ownerEnd, true, true)
	}
	if l.Kind(string(text[start:end])) != record.Entity {
		return from, to, !met && to > ownerEnd && l.Is(class.Begin, l.next(text, ownerEnd))
	}
	return from, to, met || organ || from < start
}

// firstAdjective returns where the adjectives begin that stand before the head noun at i.
func (l *Language) firstAdjective(text []byte, i, floor int) int {
	for range mostAdjectives {
		before := wordBefore(text, i)
		if before < floor || before == i {
			break
		}
		w := string(text[before : i-1])
		if !l.inflected(w) || l.Is(class.Weak, w) || l.Is(class.Stop, w) || l.Is(class.That, char.Lower(w)) || l.Is(class.National, char.Lower(w)) {
			break
		}
		i = before
	}
	return i
}

// staff reports whether the words between an organ and its organisation are those who meet in it,
// "of the ministers of defence of the members", and whether there are any.
func (l *Language) staff(words []byte) (any, ok bool) {
	if len(words) == 0 {
		return false, true
	}
	for i, w := range fields(string(words)) {
		switch {
		case i == 0 && !l.Is(class.Seated, w):
			return true, false
		case w == "-" || l.Is(class.Seated, w) || l.Is(class.And, w):
		case capital(w) || l.link(w) || l.Is(class.Break, w) || l.Predicate(w) || l.ends(class.DoerEnding, w) || l.infinitive(w, "") || mark([]byte(w), len(w)-1):
			return true, false
		}
	}
	return true, true
}
