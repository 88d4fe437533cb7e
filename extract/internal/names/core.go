package names

import (
	"slices"
	"strings"

	"uncite/extract/internal/class"
)

// Core returns the words, without their endings, by which a name of small letters would
// be recalled: its head noun with the adjectives beside it, and with what a bare "of" ties
// to it, "Groupe de haut niveau". It is empty where the head stands alone before its
// complement.
func (l *Language) Core(name Words) []string {
	words := name.printed
	at, n := l.find(words)
	if n == 0 {
		return nil
	}
	core := slices.Clone(name.level[at : at+n])
	if l.order == "middle" {
		core = append(core, name.level[:at]...)
	} else {
		for i, w := range words[at+n:] {
			tie := elision(w)
			if l.Is(class.Town, tie) && tie == w {
				continue
			}
			if tie != w && !l.Is(class.Town, tie) || l.link(w) && !l.Is(class.Town, tie) || l.tied(w) || cut(w) || capital(w) || years(w) {
				break
			}
			core = append(core, name.level[at+n+i])
		}
	}
	if len(core) == n {
		return nil
	}
	return core
}

// elision returns the elided word before an apostrophe, with it, or the word.
func elision(w string) string {
	if elided, _, ok := strings.Cut(w, "'"); ok {
		return elided + "'"
	}
	return w
}

// HasAll reports whether a name has all the words, without their endings.
func (w Words) HasAll(words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(w.level, word) })
}

// Levelled returns the words of a name without their endings.
func (w Words) Levelled() []string { return w.level }
