package names

import (
	"strings"

	"uncite/extract/internal/class"
)

// Joint takes a name of two heads and one complement apart, "Declaration and
// Programme of Action on X": the two names written out, and where the second
// head begins. It gives nothing where the name is not of that form.
func (l *Language) Joint(name string) (first, second string, at int) {
	if l.order == "end" {
		return l.jointTails(name)
	}
	words := fields(name)
	for i := 1; i+1 < len(words); i++ {
		if !l.Is(class.And, words[i]) {
			continue
		}
		next := i + 1
		if l.Is(class.The, words[next]) {
			next++
		}
		_, n := l.headAt(words[next:])
		if _, before := l.headAt(words[i-1 : i]); n == 0 || before == 0 || next+n >= len(words) {
			return "", "", 0
		}
		rest := strings.Join(words[next+n:], " ")
		at = len(strings.Join(words[:next], " ")) + 1
		return strings.Join(words[:i], " ") + " " + rest, strings.Join(words[next:next+n], " ") + " " + rest, at
	}
	return "", "", 0
}

// jointTails is Joint in a script without blanks, where the complement stands before both
// heads.
func (l *Language) jointTails(name string) (first, second string, at int) {
	for i := range name {
		n := l.Beginning(class.And, name[i:])
		if n == 0 || i == 0 {
			continue
		}
		for _, head := range l.Keys(name[:i]) {
			if complement := strings.TrimSuffix(name[:i], head); complement != "" && complement != name[:i] && l.Bare(name[i+n:]) {
				return name[:i], complement + name[i+n:], i + n
			}
		}
	}
	return "", "", 0
}

// Ands returns where an "and" joins two parts of a name in a script without blanks: from and to of each.
func (l *Language) Ands(name string) (places [][2]int) {
	const widest = 6 // bytes of such a word before the character, or behind it
	for i := range name {
		n := l.Beginning(class.And, name[i:])
		if n == 0 || i == 0 || i+n == len(name) {
			continue
		}
		inWord := false
		for _, w := range l.WordsOf(class.AndBut) {
			if at := strings.LastIndex(name[max(0, i-widest):min(len(name), i+n+widest)], w); at >= 0 {
				at += max(0, i-widest)
				inWord = inWord || at <= i && i+n <= at+len(w)
			}
		}
		if !inWord {
			places = append(places, [2]int{i, i + n})
		}
	}
	return places
}
