package lang

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Language is what a language's table "language" says of it: how it is told
// and how it writes.
type Language struct {
	Code   string   // ISO 639-1, the name of its folder
	Name   string   // in English
	ISO639 []string // its codes in ISO 639-2
	Script string   // of its letters: Latin, Cyrillic, Arabic, Han
	Words  []string // common words, which tell it from others of its script

	// And, Then and Prepositions are letters that are written as one with the
	// next word, where the language has such.
	And, Then, Prepositions []string
	// Belonging are those of Prepositions that say whose a thing is.
	Belonging []string
	// Toward are the words before whom something is submitted to, behind the number pursuant
	// to which it is.
	Toward []string
	// Enclitics are the letters behind a name that make it an owner: 's.
	Enclitics []string
	// Article is the article that is written as one with its word, Swallowed
	// what becomes of it after a preposition.
	Article, Swallowed string

	// Simplified gives the character of the tables for one of other print, 0
	// where there is none; nil where the language has no such print.
	Simplified *[1 << 16]uint16
	// Variants are letters or words for which print has others at times, in full names.
	Variants []Variant

	AnnexNumber int               // how many characters the number of an annex may have
	Dates       map[string]string // the signs after "year", "month", "day"; empty where months have names alone
	Numerals    Numerals          // digits of the language's own, and ten, hundred …

	traits   Trait
	bare     []string          // letters, each followed by that which print puts for it
	unmark   *strings.Replacer // of bare
	accented [2][256]bool      // first and second bytes of the letters of bare
}

// Variant is a letter or a word, and what print puts for it at times.
type Variant struct{ Letter, Printed string }

// Trait is a switch that a language may have.
type Trait uint16

// The traits, by the names of which the tables know them.
const (
	IsFallback        Trait = 1 << iota // fallback: a text that tells nothing counts as in it, and lines of mastheads are in it whatever the document is in
	Cases                               // nouns have other endings by their case
	Capitals                            // every paragraph begins with a capital, a number or a quotation mark
	Genitive                            // the owner after a number needs no preposition
	MeetingNumberLast                   // meeting-number-after: the number of a meeting stands after the word
	Proclitics                          // short words are written as one with the next
	SmallTitles                         // titles of treaties are written with a small letter too
	RightToLeft                         // print may have turned brackets and slashes round
	TitleMarks                          // titles stand between marks of their own
	TypeFollows                         // the type word stands after the number
	Unsegmented                         // the script has no blanks between words
)

var traits = map[string]Trait{
	"fallback": IsFallback, "cases": Cases, "capitals": Capitals, "genitive": Genitive, "meeting-number-after": MeetingNumberLast,
	"proclitics": Proclitics, "small-titles": SmallTitles, "right-to-left": RightToLeft, "title-marks": TitleMarks,
	"type-follows": TypeFollows, "unsegmented": Unsegmented,
}

// Has reports whether the language has a trait.
func (l *Language) Has(t Trait) bool { return l.traits&t != 0 }

// romanAnnex is how many characters the number of an annex may have where the
// table does not say: XVIII.
const romanAnnex = 5

// parseLanguage reads the rows of the table "language".
func parseLanguage(code string, rows []Row) (*Language, error) {
	l := &Language{Code: code, AnnexNumber: romanAnnex, Dates: map[string]string{}, Numerals: Numerals{}}
	for _, r := range rows {
		switch r.Class {
		case "name":
			l.Name = r.Form
		case "iso639":
			l.ISO639 = append(l.ISO639, r.Form)
		case "script":
			l.Script = r.Form
		case "word":
			l.Words = append(l.Words, r.Form)
		case "article":
			l.Article, l.Swallowed = r.Form, r.Value
		case "date":
			l.Dates[r.Value] = r.Form
		case "trait":
			t, ok := traits[r.Value]
			if !ok {
				return nil, fmt.Errorf("language %s: unknown trait %q", code, r.Value)
			}
			l.traits |= t
		case "traditional":
			if l.Simplified == nil {
				l.Simplified = new([1 << 16]uint16)
			}
			if pair := []rune(r.Form); len(pair) == 2 && max(pair[0], pair[1]) < 1<<16 && len(string(pair[0])) == len(string(pair[1])) {
				l.Simplified[pair[0]] = uint16(pair[1])
			} else {
				return nil, fmt.Errorf("language %s: %q is no pair of characters of one length", code, r.Form)
			}
		case "variant":
			l.Variants = append(l.Variants, Variant{r.Form, r.Value})
		case "bare":
			if len(r.Form) < 2 {
				return nil, fmt.Errorf("language %s: %q has no accent to leave away", code, r.Form)
			}
			l.bare = append(l.bare, r.Form, r.Value)
			l.accented[0][r.Form[0]], l.accented[1][r.Form[1]] = true, true
		case "proclitic":
			l.proclitic(r)
		case "toward":
			l.Toward = append(l.Toward, r.Form)
		case "enclitic":
			l.Enclitics = append(l.Enclitics, r.Form)
		case "annex-number", "numeral":
			if err := l.number(r); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("language %s: unknown class %q of %q", code, r.Class, r.Form)
		}
	}
	if len(l.bare) > 0 {
		l.unmark = strings.NewReplacer(l.bare...)
	}
	if l.Script == "" {
		return nil, fmt.Errorf("language %s: the table language has no script", code)
	}
	return l, nil
}

// Unaccented returns the form as print has it that leaves accents away where the language's
// does at times: Etats for États. Most forms are the same so.
func (l *Language) Unaccented(form string) string {
	for i := 1; i < len(form); i++ {
		if l.accented[0][form[i-1]] && l.accented[1][form[i]] {
			return l.unmark.Replace(form)
		}
	}
	return form
}

func (l *Language) proclitic(r Row) {
	switch r.Value {
	case "and":
		l.And = append(l.And, r.Form)
	case "then":
		l.Then = append(l.Then, r.Form)
	case "of":
		l.Belonging = append(l.Belonging, r.Form)
		fallthrough
	default:
		l.Prepositions = append(l.Prepositions, r.Form)
	}
}

func (l *Language) number(r Row) error {
	n, err := strconv.Atoi(r.Value)
	if err != nil {
		return fmt.Errorf("language %s: value %q of %q is no number", l.Code, r.Value, r.Form)
	}
	if r.Class == "annex-number" {
		l.AnnexNumber = n
		return nil
	}
	l.Numerals[[]rune(r.Form)[0]] = n
	return nil
}

// languages are the languages by code; added ones come in by Add.
var languages = sync.OnceValue(func() map[string]*Language {
	all := map[string]*Language{}
	for _, code := range Codes {
		rows, err := Table(code, "language")
		if err != nil {
			panic(err) // the tables are embedded: a fault here is a fault of the build
		}
		if all[code], err = parseLanguage(code, rows); err != nil {
			panic(err)
		}
	}
	return all
})

// Of returns what is known of a language, nil where its code is none of Codes.
func Of(code string) *Language { return languages()[code] }

// Fallback is the code of the language in which a text counts that tells
// nothing, and in which lines of mastheads stand whatever the document is in.
var Fallback = sync.OnceValue(func() string {
	for _, code := range Codes {
		if Of(code).Has(IsFallback) {
			return code
		}
	}
	return Codes[0]
})

// OfISO639 returns the code of a language by its code in ISO 639-1 or 639-2,
// empty where there is none.
func OfISO639(code string) string {
	for _, c := range Codes {
		if c == code || slices.Contains(Of(c).ISO639, code) {
			return c
		}
	}
	return ""
}

// OfScript returns the codes of the languages that are written in a script.
func OfScript(script string) []string {
	return slices.DeleteFunc(slices.Clone(Codes), func(c string) bool { return Of(c).Script != script })
}

// embedded are the codes of the languages whose folders are part of the
// program, in the order of the alphabet.
func embedded() []string {
	entries, err := tables.ReadDir(".")
	if err != nil {
		panic(err) // the tables are embedded
	}
	var codes []string
	for _, e := range entries {
		if e.IsDir() {
			codes = append(codes, e.Name())
		}
	}
	return codes
}

// added are the tables of languages that the program does not bring along.
var added = map[string]fs.FS{}

// Add adds a language from tables of the caller's own: folder holds a folder
// of its code with the files language.tsv, lexicon.tsv, names.tsv, places.tsv,
// structure.tsv and verbs.tsv. It must be called before anything is read or
// extracted, since the tables are made ready once. The error names a table
// that is missing or damaged.
func Add(folder fs.FS, code string) error {
	if slices.Contains(Codes, code) {
		return fmt.Errorf("there is a language %s already", code)
	}
	added[code] = folder
	for _, table := range []string{"language", "lexicon", "names", "places", "structure", "verbs"} {
		rows, err := Table(code, table)
		if err == nil && table == "language" {
			_, err = parseLanguage(code, rows)
		}
		if err != nil {
			delete(added, code)
			return err
		}
	}
	Codes = append(Codes, code)
	return nil
}

// file returns a table of a language as it is stored.
func file(code, path string) ([]byte, error) {
	if folder := added[code]; folder != nil {
		return fs.ReadFile(folder, path)
	}
	return tables.ReadFile(path)
}

// HasArticle reports whether a form begins with the article that is written as
// one with its word, and how the form is written where a preposition has
// swallowed it.
func (l *Language) HasArticle(form string) (swallowed string, ok bool) {
	rest, ok := strings.CutPrefix(form, l.Article)
	if !ok || l.Article == "" {
		return "", false
	}
	if doubled := l.Swallowed + rest; strings.HasPrefix(rest, l.Swallowed[len(l.Swallowed)/2:]) {
		return doubled[len(l.Swallowed)/2:], true // three letters in a row are written as two
	}
	return l.Swallowed + rest, true
}

// Bare are the forms of a word, in small letters, without what is written as one
// with it: a conjunction, a preposition, the article, whole or swallowed.
func (l *Language) Bare(word string) []string {
	var out []string
	before := append(slices.Concat(l.And, l.Then), "")
	for _, and := range before {
		rest, ok := strings.CutPrefix(word, and)
		if !ok {
			continue
		}
		for _, prefix := range append(slices.Clone(l.Prepositions), "") {
			bare, ok := strings.CutPrefix(rest, prefix)
			if bare, article := strings.CutPrefix(bare, l.Article); ok && article && l.Article != "" {
				out = append(out, bare)
			}
		}
		if bare, ok := strings.CutPrefix(rest, l.Swallowed); ok && l.Swallowed != "" {
			out = append(out, bare)
		}
	}
	return out
}
