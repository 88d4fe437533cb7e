package structure

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/lang"
)

// vocabulary is a language's structure table, made ready for look-ups.
type vocabulary struct {
	*lang.Language
	publisher      map[string]bool // "United Nations"
	publishers     []string        // the same, in the order of the table
	opening        map[string]string
	openingWords   [256][]string // the first words of opening lines, by their first byte
	organs         []term        // longest form first
	months         []numbered
	sessions       []term // in the order of the table: narrower kinds first
	marks          []term // of special sessions before a resolution's number
	ordinals       map[string]numbered
	agenda         []string
	items          []string // of the agenda, as brackets below a title name them
	adopted        []string
	decision       []string
	resolved       []string // the word resolution
	meeting        []string
	furniture      []string
	annex          []string
	years          []string      // "year" of "Eightieth year"
	until          []string      // between the first and the last day of a period
	letterTitles   []string      // how titles of letters begin
	authorLines    []string      // how the line under the title of a report begins
	titleLines     []string      // how titles begin that name a session as mastheads do
	openers        [256][]string // by the last byte of their first character
	goesOn         []string      // words that begin no clause, but look as if they did
	refersBack     []string      // words near the beginning of a clause that is not the first of its paragraph
	seldomFirst    []string      // words of clauses that mostly follow another in their paragraph
	joiners        map[string]bool
	compounds      map[string]bool  // first parts of words that are written with a hyphen
	parts          []string         // how lettered parts are called, where not A, B, C
	letters        map[string][]int // a printed letter and the places it may have
	sectionNumbers map[string]int   // the numbers of sections that are words: ثانيا
	bodies         func() map[string]body
}

// term is a form and what it stands for.
type term struct{ form, value string }

// numbered is a form and the number it stands for; times marks a multiplier.
type numbered struct {
	form  string
	value int
	times bool
}

// vocabularies loads every language once.
var vocabularies = sync.OnceValue(func() map[string]*vocabulary {
	all := make(map[string]*vocabulary, len(lang.Codes))
	for _, code := range lang.Codes {
		rows, err := lang.Table(code, "structure")
		if err != nil {
			panic(err) // the tables are embedded: a fault here is a fault of the build
		}
		dates, err := lang.Table(code, "lexicon", "month", "range") // which stand once, there
		if err != nil {
			panic(err)
		}
		all[code] = newVocabulary(code, append(rows, dates...))
	}
	return all
})

func newVocabulary(code string, rows []lang.Row) *vocabulary {
	v := &vocabulary{Language: lang.Of(code), publisher: map[string]bool{}, until: []string{"-", "–", "—"},
		opening: map[string]string{}, ordinals: map[string]numbered{}, joiners: map[string]bool{}, compounds: map[string]bool{}, letters: map[string][]int{}, sectionNumbers: map[string]int{}}
	v.bodies = sync.OnceValue(func() map[string]body { return bodiesIn(code) })
	for _, r := range rows {
		n, _ := strconv.Atoi(r.Value)
		switch r.Class {
		case "publisher":
			v.publisher[r.Form], v.publishers = true, append(v.publishers, r.Form)
		case "opening":
			v.opening[r.Form] = r.Value
			if word := strings.Fields(r.Form)[0]; !slices.Contains(v.openingWords[word[0]], word) {
				v.openingWords[word[0]] = append(v.openingWords[word[0]], word)
			}
		case "organ":
			v.organs = append(v.organs, term{r.Form, r.Value})
		case "month":
			v.months = append(v.months, numbered{strings.ToLower(r.Form), n, false})
		case "session":
			v.sessions = append(v.sessions, term{r.Form, r.Value})
		case "ordinal", "multiplier":
			v.ordinals[r.Form] = numbered{r.Form, n, r.Class == "multiplier"}
		case "sessionmark":
			v.marks = append(v.marks, term{r.Form, r.Value})
		case "opener":
			_, size := utf8.DecodeRuneInString(r.Form)
			last := r.Form[size-1]
			v.openers[last] = append(v.openers[last], r.Form)
		case "joiner":
			v.joiners[r.Form] = true
		case "compound":
			v.compounds[r.Form] = true
		case "section":
			v.sectionNumbers[r.Form] = n
		case "letter":
			v.letters[r.Form] = append(v.letters[r.Form], n)
		default:
			v.list(r.Class, r.Form)
		}
	}
	v.sort()
	return v
}

// body is what a name is of that a line of a masthead may be.
type body struct {
	id   string
	line bool // mastheads name it so often that such a line is one of a masthead
}

// bodyClasses are the classes of bodies that mastheads name as those a document is of,
// those of whose names whole lines are lines of mastheads with true.
var bodyClasses = map[string]bool{"treaty body": true, "committee": true, "commission": true, "regional commission": true,
	"conference": false, "group": false, "working group": false, "governing body": false, "forum": false, "assembly": false}

// bodiesIn returns the full names of those bodies in a language.
func bodiesIn(code string) map[string]body {
	names := map[string]body{}
	for _, e := range authority.Default().Entries() {
		line, ok := bodyClasses[e.Class]
		if !ok {
			continue
		}
		for _, n := range e.Names[code] {
			if name := straight(n.Text); !n.Short && !strings.Contains(name, "*") && !names[name].line {
				names[name] = body{e.ID, line}
			}
		}
	}
	return names
}

// straight levels the apostrophes of a name.
func straight(name string) string { return strings.ReplaceAll(name, "’", "'") }

// list files a form under the classes that are plain lists.
func (v *vocabulary) list(class, form string) {
	if l := lists[class]; l != nil {
		*l(v) = append(*l(v), form)
	}
}

// lists are where the forms of classes go that are plain lists.
var lists = map[string]func(v *vocabulary) *[]string{
	"agenda":       func(v *vocabulary) *[]string { return &v.agenda },
	"item":         func(v *vocabulary) *[]string { return &v.items },
	"adopted":      func(v *vocabulary) *[]string { return &v.adopted },
	"decision":     func(v *vocabulary) *[]string { return &v.decision },
	"resolution":   func(v *vocabulary) *[]string { return &v.resolved },
	"meeting":      func(v *vocabulary) *[]string { return &v.meeting },
	"furniture":    func(v *vocabulary) *[]string { return &v.furniture },
	"annex":        func(v *vocabulary) *[]string { return &v.annex },
	"yearline":     func(v *vocabulary) *[]string { return &v.years },
	"letter-title": func(v *vocabulary) *[]string { return &v.letterTitles },
	"author-line":  func(v *vocabulary) *[]string { return &v.authorLines },
	"title-line":   func(v *vocabulary) *[]string { return &v.titleLines },
	"goes-on":      func(v *vocabulary) *[]string { return &v.goesOn },
	"refers-back":  func(v *vocabulary) *[]string { return &v.refersBack },
	"seldom-first": func(v *vocabulary) *[]string { return &v.seldomFirst },
	"part":         func(v *vocabulary) *[]string { return &v.parts },
	"range":        func(v *vocabulary) *[]string { return &v.until },
}

// sort puts longer forms before the shorter ones that they begin with.
func (v *vocabulary) sort() {
	sort.SliceStable(v.organs, func(i, j int) bool { return len(v.organs[i].form) > len(v.organs[j].form) })
}

// latin tells whether every paragraph begins with a capital, a number or a quotation mark.
func (v *vocabulary) latin() bool { return v.Has(lang.Capitals) }

// sessionMark returns what s begins with where that marks the number of a
// special session, in any language: "ES-" for ES-11/1, its Arabic form.
func sessionMark(s string) term {
	if s == "" {
		return term{}
	}
	for _, m := range sessionMarks()[s[0]] {
		if strings.HasPrefix(s, m.form) {
			return m
		}
	}
	return term{}
}

// sessionMarks are those of all languages, by their first byte.
var sessionMarks = sync.OnceValue(func() *[256][]term {
	marks := new([256][]term)
	for _, code := range lang.Codes {
		for _, m := range vocabularies()[code].marks {
			marks[m.form[0]] = append(marks[m.form[0]], m)
		}
	}
	return marks
})
