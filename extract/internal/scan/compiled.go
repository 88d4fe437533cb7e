package scan

import "uncite/extract/authority"

// Language is all that the scanner knows of one language.
type Language struct {
	*lexicon
	places *placeWords
}

// NewLanguage compiles the tables of a language and the names of the
// authority file.
func NewLanguage(code string, entries []*authority.Entry) (*Language, error) {
	l, err := newLexicon(code, entries)
	if err != nil {
		return nil, err
	}
	places, err := newPlaceWords(code)
	return &Language{l, places}, err
}
