package cited

import (
	"errors"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/lang"
)

// words are what the table "titles" of a language says.
type words struct {
	headLast bool     // the noun that says what a document is stands behind its complements
	joined   bool     // words have no blanks between them
	heads    []head   // what begins a name, or ends it where headLast is set
	begins   firsts   // of the heads
	byLetter index    // the same
	leads    []string // what stands right before a name, where headLast is set
	bars     *forms   // what no name holds: a clause of its own
	cuts     *forms   // where a name ends before its mark: what was done with the document
	sees     []string // how a note begins before it names its source
	ibids    []string // what stands for a source that is named elsewhere
	entitled []string // what stands before a title in quotation marks
	about    []head   // what stands between the date of a resolution and its subject, or where headLast is set before the subject
	longest  int      // bytes, of what stands before titles in quotation marks or before subjects
	articles []string // what a subject begins with and a title does not
	nexts    *forms   // what names another document behind a subject
	vague    *forms   // what says nothing away from its sentence
	inside   []string // forms of heads that stand within a modifier, too: "описанную в докладе работу"
	leading  []string // what leads the complement of a head in such a form
	ends     []string // what may follow a subject behind a comma
}

// firsts are the first two bytes of forms, each by itself.
type firsts [2][256]bool

func (b *firsts) add(form string) {
	b[0][form[0]] = true
	for c := range b[1] {
		b[1][c] = b[1][c] || len(form) < 2 || form[1] == byte(c)
	}
}

// may is a quick no: one of the forms may begin at text[i].
func (b *firsts) may(text string, i int) bool {
	return b[0][text[i]] && (i+1 == len(text) || b[1][text[i+1]])
}

// index has heads by the last byte of the first letter of their forms.
type index [256][]head

// letterAt is the last byte of the letter with which text[i:] begins: in most scripts the
// first is the same in many letters.
func letterAt(text string, i int) byte {
	for i++; i < len(text) && !utf8.RuneStart(text[i]); i++ {
	}
	return text[i-1]
}

// head is a form of the noun that says what a document is, and how a title has it.
type head struct{ form, title string }

var known sync.Map // of language code to *words

// wordsOf returns the words of a language; nil where it has no table of titles.
func wordsOf(code string) *words {
	if w, ok := known.Load(code); ok {
		return w.(*words)
	}
	w, err := read(code)
	if err != nil {
		panic(err) // the tables are embedded, or were read when the language was added
	}
	known.Store(code, w)
	return w
}

func read(code string) (*words, error) {
	rows, err := lang.Table(code, "titles")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	w := &words{joined: lang.Of(code).Has(lang.Unsegmented)}
	var bars, cuts, nexts, vague []string
	lists := map[string]*[]string{
		"lead": &w.leads, "bar": &bars, "cut": &cuts, "see": &w.sees, "ibid": &w.ibids,
		"entitled": &w.entitled, "next": &nexts, "vague": &vague, "article": &w.articles, "end": &w.ends, "inside": &w.inside, "leading": &w.leading,
	}
	for _, r := range rows {
		list, ok := lists[r.Class]
		switch {
		case ok:
			*list = append(*list, r.Form)
		case r.Class == "order":
			w.headLast = r.Form == "last"
		case r.Class == "head":
			title := r.Value
			if title == sameForm {
				title = r.Form
			}
			w.heads = append(w.heads, head{r.Form, title})
			w.begins.add(r.Form)
			letter := letterAt(r.Form, 0)
			w.byLetter[letter] = append(w.byLetter[letter], head{r.Form, title})
		case r.Class == "about":
			w.about = append(w.about, head{r.Form, strings.TrimPrefix(r.Value, sameForm)})
		default:
			return nil, errors.New("language " + code + ": unknown class " + r.Class + " in the table of titles")
		}
		if r.Class == "entitled" || r.Class == "about" {
			w.longest = max(w.longest, len(r.Form))
		}
	}
	w.bars, w.cuts, w.nexts, w.vague = formsOf(bars), formsOf(cuts), formsOf(nexts), formsOf(vague)
	return w, nil
}

// sameForm is the value of a head whose title has it as the sentence does.
const sameForm = "="

// lastHead returns where the last head of a phrase begins, and which it is; a head
// is a word, or several.
func (w *words) lastHead(phrase string) (at int, found head) {
	for at = len(phrase) - 1; at >= 0; at-- {
		if !w.begins.may(phrase, at) {
			continue
		}
		for _, h := range w.byLetter[letterAt(phrase, at)] {
			if len(h.form) > len(found.form) && strings.HasPrefix(phrase[at:], h.form) && wordAt(phrase, at, at+len(h.form)) {
				found = h
			}
		}
		if found.form != "" {
			return at, found
		}
	}
	return -1, head{}
}

// mayEntitle is a quick no: a title in quotation marks may stand in a text behind what
// stands before such.
func (w *words) mayEntitle(text string) bool {
	for _, form := range w.entitled {
		_, size := utf8.DecodeRuneInString(form) // the line may end behind it
		_, rest, ok := strings.Cut(text, form[:size])
		for _, pair := range quotes {
			if ok && strings.Contains(rest, pair[0]) {
				return true
			}
		}
	}
	return false
}

// begins returns the first of the forms with which a text begins.
func begins(text string, forms []string) (string, bool) {
	for _, form := range forms {
		if rest, ok := strings.CutPrefix(text, strings.TrimSuffix(form, stem)); ok && (strings.HasSuffix(form, stem) || !runsOn(form, rest)) {
			return strings.TrimSuffix(form, stem), true
		}
	}
	return "", false
}

// stem ends a form that may go on with any ending.
const stem = "*"

// runsOn reports whether a form is but the beginning of a word with the letters behind it.
func runsOn(form, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(form)
	next, _ := utf8.DecodeRuneInString(rest)
	return char.IsLetter(last) && char.IsLetter(next)
}

// forms are words that are looked for in one walk through a text.
type forms struct {
	begins   firsts
	byLetter [256][]form // by the last byte of their first letter
}

// form is a word, or several, or the stem of one.
type form struct {
	bare   string
	isStem bool
}

func formOf(s string) form {
	bare, isStem := strings.CutSuffix(s, stem)
	return form{bare, isStem}
}

func formsOf(list []string) *forms {
	all := new(forms)
	for _, s := range list {
		f := formOf(s)
		letter := letterAt(f.bare, 0)
		all.byLetter[letter] = append(all.byLetter[letter], f)
		all.begins.add(f.bare)
	}
	return all
}

// first returns where the first of the forms stands in a text as a word, and its length; -1
// where none does.
func (w *words) first(text string, all *forms) (at, length int) {
	for i := range len(text) {
		if !all.begins.may(text, i) {
			continue
		}
		for _, f := range all.byLetter[letterAt(text, i)] {
			if strings.HasPrefix(text[i:], f.bare) && w.stands(f, text, i) {
				return i, len(f.bare)
			}
		}
	}
	return -1, 0
}

// stands reports whether a form that is read at a place of a text is a word there.
func (w *words) stands(f form, text string, at int) bool {
	return w.joined || wordAt(text, at, at+len(f.bare)) || f.isStem && wordAt(text, at, len(text))
}

// near returns where a form stands as a word with which a title is led, few bytes from the
// beginning of a text, and its length; -1 where it does not.
func (w *words) near(text, printed string) (at, length int) {
	f := formOf(printed)
	head := text[:min(len(text), mostBetween+len(f.bare))]
	for from := 0; ; {
		i := strings.Index(head[from:], f.bare)
		if i < 0 {
			return -1, 0
		}
		i += from
		if w.stands(f, text, i) {
			return i, len(f.bare)
		}
		from = i + len(f.bare)
	}
}

func (w *words) holds(text string, all *forms) bool {
	at, _ := w.first(text, all)
	return at >= 0
}

// wordAt reports whether a span of a text neither begins nor ends inside a word.
func wordAt(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	begin, _ := utf8.DecodeRuneInString(text[from:])
	return !(char.IsLetter(before) && char.IsLetter(begin)) && !runsOn(text[from:to], text[to:])
}
