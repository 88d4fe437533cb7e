package graph

import (
	"slices"
	"strings"

	"uncite/extract/record"
)

// citedTitle is a title that references give a document, in a language by its place
// in Builder.languages from 1 on.
type citedTitle struct {
	title uint32 // by its number in the words
	in    uint8
	times uint32
}

// mostTitles bounds the titles that are counted of one document: it has one, and six
// languages word it in a few ways.
const mostTitles = 64

// keepTitle counts the title that a reference gives its target.
func (b *Builder) keepTitle(to uint32, r *record.Reference) {
	title, in := b.claims.words.of(r.Title), b.placeOf(r.Lang)
	list := b.cited[to]
	at := slices.IndexFunc(list, func(t citedTitle) bool { return t.title == title && t.in == in })
	switch {
	case at >= 0:
		list[at].times++
	case len(list) < mostTitles:
		b.cited[to] = append(list, citedTitle{title, in, 1})
	}
}

// titleOfCitations returns the title that most references give a document in the
// first of the languages, of two that are equally frequent the longer one; it is
// empty where none gives any.
func (b *Builder) titleOfCitations(i uint32) (title, lang string) {
	words := b.claims.words.list
	var best citedTitle
	for _, t := range b.cited[i] {
		was, is := words[best.title], words[t.title]
		switch {
		case best.times == 0, t.in < best.in:
		case t.in > best.in, t.times < best.times:
			continue
		case t.times == best.times && (len(is) < len(was) || len(is) == len(was) && is > was):
			continue
		}
		best = t
	}
	return words[best.title], b.languageAt(best.in)
}

// placeOf returns the place of a language in Builder.languages, from 1.
func (b *Builder) placeOf(lang string) uint8 {
	at := slices.Index(b.languages, lang)
	if at < 0 {
		at = len(b.languages)
	}
	return uint8(min(at+1, 1<<8-1))
}

func (b *Builder) languageAt(place uint8) string {
	if in := int(place) - 1; in >= 0 && in < len(b.languages) {
		return b.languages[in]
	}
	return ""
}

// corrigendum parts the symbol of a corrigendum from what it corrects.
func corrigendum(id string) (of, number string, ok bool) {
	at := strings.LastIndex(id, "/Corr.")
	if at <= 0 || strings.Contains(id[at+1:], "/") {
		return "", "", false
	}
	return id[:at], id[at+1:], true
}

// titleCorrigenda gives corrigenda without a title that of the document which they
// correct.
func (b *Builder) titleCorrigenda(nodes []Node, index []uint32) {
	for i := range nodes {
		n := &nodes[i]
		of, number, ok := corrigendum(n.ID)
		if !ok || n.Title != "" {
			continue
		}
		var title string
		if at, ok := b.nodes.find(of); ok {
			title, n.TitleCited = nodes[index[at]].Title, nodes[index[at]].TitleCited
		} else if known, ok := b.opts.Knowledge.Describe(of); ok {
			title = b.inLanguage(known.Title, known.Lang)
		}
		if title != "" {
			n.Title = title + ", " + number
		}
	}
}
