package scan

import (
	"uncite/extract/authority"
	"uncite/extract/internal/place"
	"uncite/extract/internal/token"
)

// Language is all that the scanner knows of one language.
type Language struct {
	*token.Language
	places *place.Words
	laws   []lawWord
}

// NewLanguage compiles the tables of a language and the names of the
// authority file.
func NewLanguage(code string, entries []*authority.Entry) (*Language, error) {
	l, err := token.NewLanguage(code, entries)
	if err != nil {
		return nil, err
	}
	places, err := place.NewWords(code)
	if err != nil {
		return nil, err
	}
	laws, err := lawWords(code)
	return &Language{l, places, laws}, err
}
