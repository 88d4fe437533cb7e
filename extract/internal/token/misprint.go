package token

import (
	"strings"
	"unicode/utf8"

	"uncite/extract/internal/match"
)

// misprint is a word of a head that print may spoil.
type misprint struct {
	form    string
	meaning meaning
}

// minMisprinted is how many letters a form must have for one of them to be left out, and
// minSpoilt how many the word that loses it: shorter ones become other words.
const (
	minMisprinted = 7
	minSpoilt     = 4
)

// addMisprints adds the type words and owners of the lexicon with one letter left
// out, "resoluton", where that makes no other word of the tables. The first letter
// and what a star follows are never left out.
func (l *Language) addMisprints(b *match.Builder) {
	type spoiltWord struct {
		form string
		of   int // place in misprinted
	}
	var all []spoiltWord
	words := map[string]bool{} // of the spoilt ones, those that are words of the tables
	for k, w := range l.misprinted {
		if utf8.RuneCountInString(w.form) < minMisprinted {
			continue
		}
		for at, r := range w.form {
			end := at + utf8.RuneLen(r)
			if at == 0 || r == '*' || end < len(w.form) && w.form[end] == '*' || !longWordAt(w.form, at) {
				continue
			}
			spoilt := w.form[:at] + w.form[end:]
			all, words[spoilt] = append(all, spoiltWord{spoilt, k}), false
		}
	}
	for _, form := range l.forms { // far more than are spoilt
		if _, ok := words[form]; ok {
			words[form] = true
		}
	}
	for _, w := range all {
		if !words[w.form] {
			l.meanings = append(l.meanings, l.misprinted[w.of].meaning)
			b.Add(w.form, int32(len(l.meanings)-1))
		}
	}
	l.forms, l.misprinted = nil, nil
}

// longWordAt reports whether the word of the form around the offset has enough letters to
// lose one.
func longWordAt(form string, at int) bool {
	from := strings.LastIndexByte(form[:at], ' ') + 1
	end := len(form)
	if blank := strings.IndexByte(form[at:], ' '); blank >= 0 {
		end = at + blank
	}
	return utf8.RuneCountInString(form[from:end]) >= minSpoilt
}
