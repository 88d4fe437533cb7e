package token

import "uncite/extract/internal/match"

// pattern is a word of the tables with the index of its meaning.
type pattern struct {
	form    string
	meaning int32
}

// addStarred gives the literal patterns the meanings of the patterns with a star that match them whole too: of two patterns that end together
// the literal one is found, and "Комиссии" is an owner of the lexicon and a short
// name of the tables.
func (l *Language) addStarred(b *match.Builder) {
	stars := match.NewBuilder()
	for i, p := range l.starred {
		stars.Add(p.form, int32(i))
	}
	set := stars.Build()
	for _, w := range l.literal {
		m, ok := set.At([]byte(w.form), 0)
		if !ok || m.End != len(w.form) {
			continue
		}
		for _, i := range set.Values(m.List) {
			if v := l.starred[i].meaning; l.meanings[v] != l.meanings[w.meaning] {
				b.Add(w.form, v)
			}
		}
	}
	l.starred, l.literal = nil, nil
}
