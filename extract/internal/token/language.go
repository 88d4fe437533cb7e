package token

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/match"
	"uncite/extract/internal/names"
	"uncite/extract/internal/normal"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// meaning is one meaning of a word of the lexicon or of a name.
type meaning struct {
	class  Class
	value  string
	n      int              // month
	entry  *authority.Entry // names only
	short  bool             // names only
	digits bool             // a name with a number in it
	ahead  int              // bytes of a verb's addressee, which is read again
}

// numbering are the classes of bodies that number their resolutions or
// decisions by themselves: the name of one is the owner of the number beside
// it, under the identifier of the body.
var numbering = map[string]bool{
	"agency": true, "assembly": true, "commission": true, "conference": true, "forum": true, "fund": true, "governing body": true, "programme": true,
	"regional commission": true, "regional organisation": true, "related organisation": true, "treaty body": true,
}

// Language is the words of one language that bear tokens, and how it writes them.
type Language struct {
	Code     string
	meanings []meaning
	words    *match.Set
	// Naming knows how the language builds names.
	Naming *names.Language
	// summed sums up the meanings of each word, by match.Match.List.
	summed     []word
	forms      []string   // while the tables are read
	misprinted []misprint // words of which misprints are known too
	// sessions are the words for a session, the longer first.
	sessions []sessionForm
	// conferences tells that the lexicon abbreviates conferences of parties.
	conferences bool
	// digits are the numerals of the language's own.
	digits lang.Numerals
	// genitives are the endings of the first word of an owner in the genitive.
	Genitives []string
	twins     []twin
	// steps are how full names go on, by tie, made when the first short name is tied to
	// more.
	steps map[string]func() map[step]bool
	// levelled are the full names between title marks without particles, made
	// at the first title that no table has as it is spelled.
	levelled func() map[string]*authority.Entry
	// upper are the full names in capitals, made at the first text in such.
	upper func() *match.Set
	// small are the full names with small letters behind the first, nil where names have
	// capitals at their head alone.
	small func() smallNames
	traits
}

// traits are the switches of order and script, the rows of class "trait".
type traits struct {
	Unsegmented bool // the script has no blanks between words
	Proclitics  bool // short words are written as one with the next
	TypeFollows bool // the type word stands after the number
	Genitive    bool // the owner after a number needs no preposition
	TitleMarks  bool // titles stand between marks of their own
	RightToLeft bool // print may have turned brackets and slashes round
	SmallTitles bool // titles of treaties are written with a small letter too

	// The letters that are written as one with the next word: "and", "and" and
	// "then", prepositions, all but "and", all of them.
	And, Conjunctions, Prepositions, Inner, Written []string

	Belonging []string // those of Prepositions that say whose a thing is
	Toward    []string // the words before whom something is submitted to

	Enclitics []string // behind a name, they make it an owner

	// written is true of the two bytes of the letters of Written, nil where there are none.
	written *[1 << 16]bool

	words *lang.Language
}

// writtenAt reports whether a letter that is written as one with the next word stands at i.
func (t *traits) writtenAt(text []byte, i int) bool {
	return t.written != nil && i+1 < len(text) && t.written[int(text[i])<<8|int(text[i+1])]
}

// HasArticle reports whether the article begins the text.
func (t *traits) HasArticle(text []byte) bool {
	return t.words.Article != "" && bytes.HasPrefix(text, []byte(t.words.Article))
}

// swallows reports whether the text begins with what a preposition leaves of
// the article.
func (t *traits) swallows(text []byte) bool {
	return t.words.Swallowed != "" && bytes.HasPrefix(text, []byte(t.words.Swallowed))
}

// Swallowed returns a form as it is written where a preposition has swallowed
// its article; ok is false where it has none.
func (t *traits) Swallowed(form string) (swallowed string, ok bool) { return t.words.HasArticle(form) }

// Simplified gives the character that the tables write for one of other print.
func (t *traits) Simplified() *[1 << 16]uint16 { return t.words.Simplified }

// traitsOf are the traits of a language, and the letters that it writes as one
// with the next word.
func traitsOf(l *lang.Language) traits {
	t := traits{
		Unsegmented: l.Has(lang.Unsegmented), Proclitics: l.Has(lang.Proclitics), TypeFollows: l.Has(lang.TypeFollows),
		Genitive: l.Has(lang.Genitive), TitleMarks: l.Has(lang.TitleMarks), RightToLeft: l.Has(lang.RightToLeft), SmallTitles: l.Has(lang.SmallTitles),
		And: l.And, Prepositions: l.Prepositions, Conjunctions: slices.Concat(l.And, l.Then),
		Inner: slices.Concat(l.Then, l.Prepositions), Written: slices.Concat(l.And, l.Then, l.Prepositions), Enclitics: l.Enclitics,
		Belonging: l.Belonging, Toward: l.Toward,
		words: l,
	}
	for _, letter := range t.Written {
		if t.written == nil {
			t.written = new([1 << 16]bool)
		}
		t.written[int(letter[0])<<8|int(letter[1])] = true
	}
	return t
}

// room is for how many words the tables of a language are made at first: more
// than most have, so that they are not copied while they grow.
const room = 24_000

// NewLanguage compiles the tables of a language and the names of the
// authority file.
func NewLanguage(code string, entries []*authority.Entry) (*Language, error) {
	known := lang.Of(code)
	if known == nil {
		return nil, fmt.Errorf("there is no language %q", code)
	}
	l := &Language{Code: code, traits: traitsOf(known), digits: known.Numerals, forms: make([]string, 0, room)}
	l.meanings = make([]meaning, 0, room)
	b := match.NewBuilder(room)
	b.JoinStarred = true // "Комиссии" is an owner of the lexicon and a short name of the tables
	for _, table := range []string{"lexicon", "verbs", "places"} {
		rows, err := lang.Table(code, table)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if table == "places" && row.Class != "unit" {
				continue // the rest is for the reader of places
			}
			if err := l.addRow(b, row); err != nil {
				return nil, fmt.Errorf("language %s: %w", code, err)
			}
		}
	}
	var err error
	if l.Naming, err = names.New(code); err != nil {
		return nil, err
	}
	if l.Naming.Told() {
		for _, h := range l.Naming.Heads {
			l.add(b, h.Form, meaning{class: Head, value: h.Form})
		}
	}
	for _, form := range l.Naming.MoreHeads() {
		l.add(b, form, meaning{class: Head, value: form})
	}
	for _, form := range l.Naming.WordsOf(class.Small) {
		l.add(b, form, meaning{class: Small})
	}
	for _, p := range l.Naming.Plurals {
		l.add(b, p, meaning{class: Head, value: p})
	}
	beside := map[*authority.Entry]*neighbours{}
	var short, full []string
	for _, e := range entries {
		if len(e.NotAfter)+len(e.NotBefore) > 0 {
			beside[e] = &neighbours{normalised(e.NotAfter), normalised(e.NotBefore)}
		}
		short = short[:0]
		for _, n := range e.Names[code] {
			form, m := Normalise(n.Text), meaning{class: Name, entry: e, short: n.Short}
			l.add(b, form, m)
			if !n.Short && e.Kind != record.State {
				full = append(full, form)
				l.addVariants(b, form, m)
			}
			if !n.Short && !n.Former && e.Kind != record.State { // "the Conference" is not what was one once
				short = l.derive(b, e, form, short)
			}
			if key := KeyOf(e.ID); !n.Short && e.Kind == record.Entity && (numbering[e.Class] || key != "") {
				l.add(b, form, meaning{class: Owner, value: cmp.Or(key, e.ID)})
			}
		}
	}
	l.addAcronyms(b, entries)
	l.addRulings(b)
	l.levelled = sync.OnceValue(func() map[string]*authority.Entry { return l.levelNames(entries) })
	l.steps = l.stepsOf(full)
	l.upper = sync.OnceValue(func() *match.Set { return l.inCapitals(entries) })
	if l.Naming.Capitals() {
		l.small = sync.OnceValue(func() smallNames { return l.inSmallLetters(entries) })
	}
	if err := l.addSessions(code); err != nil {
		return nil, err
	}
	l.addMisprints(b)
	l.words = b.Build()
	l.sumUp(beside)
	return l, nil
}

// addRulings adds the names of the cases of the International Court of Justice, as
// they are printed and within a sentence; some are those of a territory too.
func (l *Language) addRulings(b *match.Builder) {
	for _, r := range authority.Rulings() {
		for _, name := range r.Names[l.Code] {
			form, m := Normalise(name), meaning{class: Ruling, value: r.Day}
			first, size := utf8.DecodeRuneInString(form)
			l.add(b, form, m)
			for _, other := range []rune{unicode.ToLower(first), unicode.ToUpper(first)} {
				if other != first && inSentence(form) {
					l.add(b, string(other)+form[size:], m)
				}
			}
		}
	}
}

// inSentence reports whether the title of a case may begin with a small letter and
// with a capital: it has words enough to be no proper name.
func inSentence(title string) bool {
	const fewest = 4
	return len(strings.Fields(title)) >= fewest
}

// derive adds the short names that follow from a full name of the entry, once
// each: short has those that were added before, and is returned with the new ones.
func (l *Language) derive(b *match.Builder, e *authority.Entry, name string, short []string) []string {
	for _, s := range l.Naming.Short(name) {
		if !slices.Contains(short, s) && !l.headOfAnother(e, name, s) {
			short = append(short, s)
			l.add(b, s, meaning{class: Name, entry: e, short: true})
		}
	}
	return short
}

// headOfAnother reports whether a short name is that of a body inside the name: "the
// Conference" is no final document, nor "the Council" a convention made there or a forum of
// the Council's.
func (l *Language) headOfAnother(e *authority.Entry, name, short string) bool {
	if e.Parent != "" && strings.HasPrefix(e.ID, e.Parent+"-") && strings.HasSuffix(e.Parent, "-"+strings.ReplaceAll(char.Lower(short), " ", "-")) {
		return true
	}
	return e.Kind == record.Instrument && l.Naming.Kind(short[l.Naming.HeadAt(short):]) == record.Entity && l.Naming.HasHead(name, record.Instrument)
}

// levelNames are the instruments by their full names without particles; names
// that are then alike stand for none.
func (l *Language) levelNames(entries []*authority.Entry) map[string]*authority.Entry {
	names := map[string]*authority.Entry{}
	for _, e := range entries {
		for _, n := range e.Names[l.Code] {
			if n.Short || e.Kind != record.Instrument {
				continue
			}
			key := l.Naming.Levelled(n.Text)
			if other, ok := names[key]; ok && other != e {
				names[key] = nil
				continue
			}
			names[key] = e
		}
	}
	return names
}

// Levelled returns the instrument of which the title is a full name in another
// spelling, alone in a list, or nothing.
func (l *Language) Levelled(title string) []*authority.Entry {
	if e := l.levelled()[l.Naming.Levelled(title)]; e != nil {
		return []*authority.Entry{e}
	}
	return nil
}

func normalised(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = Normalise(w)
	}
	return out
}

// sessionForm is a word for a session, and whether that is a regular one.
type sessionForm struct {
	form    string
	regular bool
}

// addSessions reads the words for sessions from the table of structure.
func (l *Language) addSessions(code string) error {
	rows, err := lang.Table(code, "structure")
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Class == "session" {
			l.sessions = append(l.sessions, sessionForm{Normalise(row.Form), row.Value == "regular"})
		}
	}
	slices.SortStableFunc(l.sessions, func(a, b sessionForm) int { return len(b.form) - len(a.form) })
	return nil
}

// SessionWord returns the end of the word for a session at i, or i, and
// whether it is a regular one.
func (l *Language) SessionWord(text []byte, i int) (end int, regular bool) {
	for _, f := range l.sessions {
		if k := i + len(f.form); k <= len(text) && strings.EqualFold(string(text[i:k]), f.form) {
			return k, f.regular
		}
	}
	return i, false
}

// word sums up the meanings of a word.
type word struct {
	names  *entries // those that are names
	kinds  Set      // of all
	month  int32
	class  Class // of the first
	digits bool  // a name with a number in it
	ahead  int32 // bytes at its end that are read again
	// toNumber says that the word counts before a number alone.
	toNumber bool
	// plain says that the word is one token whatever stands beside it.
	plain bool
}

// asideWords are the classes of words of which what stands behind them may make another token, or
// which are read again.
var asideWords = SetOf(YearWord, Session, No, Ruling)

// sumUp sums up the meanings of each word; beside are the words that must not
// stand next to a name of an entry.
func (l *Language) sumUp(beside map[*authority.Entry]*neighbours) {
	lists := l.words.Lists()
	l.summed = make([]word, 0, len(lists))
	alone := map[alone]*entries{}
	var names []*meaning
	for _, values := range lists {
		h := word{class: l.meanings[values[0]].class}
		names = names[:0]
		for _, v := range values {
			t := &l.meanings[v]
			h.kinds |= SetOf(t.class)
			h.digits = h.digits || t.digits
			h.ahead = max(h.ahead, int32(t.ahead))
			h.toNumber = h.toNumber || t.class == Of && t.value == fromNumber
			switch {
			case t.class == Month:
				h.month = int32(t.n)
			case t.class == Name:
				names = append(names, t)
			}
		}
		h.plain = h.kinds&asideWords == 0 && !h.digits && h.ahead == 0 && !h.toNumber
		h.names = namesOf(names, alone, beside)
		l.summed = append(l.summed, h)
	}
}

// fromNumber is the value of the words that count before the first number of a range alone,
// "from 60/1": elsewhere they part what stands before them from what follows.
const fromNumber = "from"

// alone is the name that a word stands for where it is a name of one entry alone.
type alone struct {
	entry *authority.Entry
	short bool
}

// noNames are those of a word that is no name.
var noNames = new(entries)

// namesOf are the entries that the names stand for. Most words are names of one
// entry, which share what known has.
func namesOf(names []*meaning, known map[alone]*entries, beside map[*authority.Entry]*neighbours) *entries {
	if len(names) == 0 {
		return noNames
	}
	one := alone{names[0].entry, names[0].short}
	for _, t := range names[1:] {
		if (alone{t.entry, t.short}) != one {
			n := new(entries)
			for _, t := range names {
				n.add(t, beside[t.entry])
			}
			return n
		}
	}
	n := known[one]
	if n == nil {
		n = new(entries)
		n.add(names[0], beside[one.entry])
		known[one] = n
	}
	return n
}

func (l *Language) addRow(b *match.Builder, row lang.Row) error {
	if row.Class == "genitive" {
		l.Genitives = append(l.Genitives, Normalise(row.Form))
		return nil
	}
	if row.Class == "twin" {
		l.twins = append(l.twins, twin{row.Form + " ", row.Value + " "})
		return nil
	}
	c, ok := classNames[row.Class]
	if !ok {
		return fmt.Errorf("unknown class %q of %q", row.Class, row.Form)
	}
	l.conferences = l.conferences || c == ConferenceWord
	t := meaning{class: c, value: row.Value}
	if c == Month {
		n, err := strconv.Atoi(row.Value)
		if err != nil {
			return fmt.Errorf("month %q of %q is no number", row.Value, row.Form)
		}
		t.n = n
	}
	form := Normalise(row.Form)
	l.addTwins(b, form, t)
	if c == Back { // "the said resolution 60/288" has its number
		l.addTwins(b, form, meaning{class: Type, value: "resolution"})
	}
	if upper := Capitalised(form); upper != form && c != Month {
		l.addTwins(b, upper, t)
	}
	return nil
}

// twin is a word of one letter, with the blank after it, and what it becomes
// where a keyboard of another script wrote a letter of the same look.
type twin struct{ word, written string }

// addTwins adds a form, and the form as the keyboard may have begun it.
func (l *Language) addTwins(b *match.Builder, form string, t meaning) {
	l.add(b, form, t)
	for _, w := range l.twins {
		for _, w := range []twin{w, {Capitalised(w.word), Capitalised(w.written)}} {
			if rest, ok := strings.CutPrefix(form, w.word); ok {
				l.add(b, w.written+rest, t)
			}
		}
	}
}

// readAgain stands in the form of a verb before the words that tell its meaning and are
// read again, since they begin a citation: "bearing in mind +its"; within a word too.
const readAgain = "+"

func (l *Language) add(b *match.Builder, form string, t meaning) {
	if form == "" {
		return
	}
	if t.class == Type || t.class == Owner && t.value != "" && t.value == strings.ToUpper(t.value) {
		l.misprinted = append(l.misprinted, misprint{form, t})
	}
	t.digits = t.class == Name && hasDigit(form)
	if t.class == Verb {
		t.ahead = addressee(form)
	}
	if begins, again, ok := strings.Cut(form, readAgain); ok && t.class != Name {
		if l.Unsegmented {
			begins = strings.TrimRight(begins, " ")
		}
		form, t.ahead = begins+again, len(again)
	}
	l.forms = append(l.forms, form)
	l.meanings = append(l.meanings, t)
	v := int32(len(l.meanings) - 1)
	b.Add(form, v)
	if swallowed, ok := l.Swallowed(form); ok {
		b.Add(swallowed, v)
	}
	if bare := l.traits.words.Unaccented(form); bare != form {
		b.Add(bare, v)
	}
}

// addressee returns the length of what a verb's form ends with from the first capital
// behind its first word on, whom the verb turns to: "demande au Comité". It may begin a
// longer name. It is 0 where there is none, or where a star leaves the length open.
func addressee(form string) int {
	for i := strings.IndexByte(form, ' '); i >= 0 && i+1 < len(form); {
		if r, _ := utf8.DecodeRuneInString(form[i+1:]); unicode.IsUpper(r) {
			if strings.Contains(form[i:], "*") {
				return 0
			}
			return len(form) - i - 1
		}
		next := strings.IndexByte(form[i+1:], ' ')
		if next < 0 {
			return 0
		}
		i += 1 + next
	}
	return 0
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i]-'0' <= 9 {
			return true
		}
	}
	return false
}

// ClassesAt returns the classes of the longest word or name at i; it is false
// where none stands there.
func (l *Language) ClassesAt(text []byte, i int) (Set, bool) {
	m, ok := l.words.At(text, i)
	if !ok {
		return 0, false
	}
	return l.summed[m.List].kinds, true
}

// Normalise returns s as the matcher sees it; stars of a pattern stay.
func Normalise(s string) string {
	return normal.String(s)
}

// Capitalised returns s with its first letter as a capital.
func Capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
