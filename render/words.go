package render

import (
	"cmp"
	_ "embed"
	"strings"

	"uncite/extract/lang"
	"uncite/graph"
)

// wordTable is words.tsv: the words of pictures in the official languages.
//
//go:embed words.tsv
var wordTable string

// pictureWords holds the rows of words.tsv by word and language.
var pictureWords = loadWords(wordTable)

func loadWords(table string) map[string]map[string]string {
	rows, err := lang.ReadWords(table)
	if err != nil {
		panic("words.tsv: " + err.Error())
	}
	words := make(map[string]map[string]string, len(rows))
	for _, r := range rows {
		words[r.Name] = r.In
	}
	return words
}

// word is what a picture of the map prints for a name of the data formats: in
// the language of the labels, else in English, else the name itself.
func (m *Map) word(name string) string { return wordIn(m.Lang, name) }

// wordAmong is the word of a row whose first word says what family it is of, such
// as "treatment recall", and without a row the rest of it.
func (m *Map) wordAmong(name string) string {
	if _, ok := pictureWords[name]; ok {
		return m.word(name)
	}
	_, rest, _ := strings.Cut(name, " ")
	return plain(rest)
}

// wordIn is the word of words.tsv in a language, else in English, else the name
// itself.
func wordIn(code, name string) string {
	row := pictureWords[name]
	return cmp.Or(row[code], row[lang.Fallback()], name)
}

// headWord is the head of a column in a language: the name itself where
// words.tsv has no row for it, as for the identifiers that head some columns.
func headWord(code, name string) string {
	if code == "" || code == lang.Fallback() {
		return name // data and tables have the same heads there
	}
	for _, family := range []string{"head ", "measure "} {
		if row, ok := pictureWords[family+name]; ok {
			return cmp.Or(row[code], name)
		}
	}
	return name
}

// wordOf is the word of a row of the legend that is an edge type.
func (m *Map) wordOf(t graph.EdgeType) string { return m.word(t.String()) }

// wordOfTone is the legend's text for a colour of citations.
func (m *Map) wordOfTone(t tone) string {
	return m.wordOf(graph.Cites) + ": " + m.word("tone "+t.Name)
}
