package place

import "uncite/extract/internal/match"

// found are the words that were looked for last, by their places in the text: each place is
// asked for words of many classes, one after the other.
type found struct {
	places [foundPlaces]foundAt
	text   int32 // of which they are, by its number
}

const foundPlaces = 8 // a power of two

type foundAt struct {
	text, at int32
	match.Match
	ok bool
}

// BeginPart readies the reader for a part of the document, whose text it is to be given, of so
// many bytes.
func (r *Reader) BeginPart(size int) {
	r.bounds.beginPart(size)
	r.found.text++ // from 1 on: no place is known yet
}

// word returns the longest word that begins at i.
func (r *Reader) word(i int) (match.Match, bool) {
	f := &r.found.places[i&(foundPlaces-1)]
	if f.text != r.found.text || f.at != int32(i) {
		f.text, f.at = r.found.text, int32(i)
		f.Match, f.ok = r.words.set.At(r.Text, i)
	}
	return f.Match, f.ok
}

// at returns the meaning in class c of the longest word at i, and its end.
func (r *Reader) at(i int, c class) (*meaning, int, bool) {
	m, ok := r.word(i)
	return r.words.meaning(m, ok, i, c)
}

// begins reports whether a word with which a place may begin stands at i.
func (r *Reader) begins(i int) bool {
	m, ok := r.word(i)
	return ok && r.words.kinds[m.List]&beginners != 0
}

// spells reports whether a word that a number is spelled with stands at i.
func (r *Reader) spells(i int) bool {
	m, ok := r.word(i)
	return ok && r.words.kinds[m.List]&(1<<numberWord|1<<timesWord) != 0
}

// knows reports whether any word of the table begins at i.
func (r *Reader) knows(i int) bool {
	_, ok := r.word(i)
	return ok
}
