package scan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/match"
	"uncite/extract/internal/normal"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// class is what a word of the lexicon is in a citation.
type class uint8

const (
	none      class = iota
	typ             // resolution, decision
	own             // its, sa, 其
	owner           // a body that numbers its resolutions
	about           // on, entitled, 关于: what leads a title
	of              // of, dated, by the: fills the gaps between the parts of a citation
	and             // joins the items of a list
	rang            // to, 至: a range
	month           // value 1 to 12
	year            // 年, года
	monthWord       // 月
	day             // 日
	no              // No., 第
	noEnd           // 号
	unit            // annex, paragraph, article …
	series          // UNTS, LNTS
	vol             // vol., 卷
	ibid            // ibid., 同上
	other           // general comment, article: its numbers are no resolutions
	present         // the present (resolution)
	doc             // document
	part            // the letter of a part, spelled: ألف
	session         // the kind of a session, abbreviated: د
	verb            // the verb of a clause, value its treatment
	opening         // a verb only where a paragraph begins
	adjunct         // a verb in preambles, elsewhere it qualifies another: taking into account
	adverb          // stands by a verb: also, again, 又
	tone            // stands by a verb and says what the clause does: with concern
	object          // says so behind a verb of expression: its concern
	name            // a name of the authority file
	item            // a number in one of the shapes of a resolution's number
	symbolRun       // a UN document symbol
	date            // a whole date
	comma
	stop // ; 。 and the like
	open
	shut
	quote
	titleOpen  // 《
	back       // the same resolution: one or all of those named last
	tie        // on, for: what continues a title
	conference // the abbreviation of a conference of parties in its numbers
	respective // respectively: a row of dates belongs to a row of numbers
	thereto    // thereto: the annex before it is one of the document cited last
	supplement // Supplement, of Official Records
	adopts     // adoption, adopted: says whose resolution it is
	records    // 正式记录: titles that are no titles of instruments
	report     // Report of the: opens the title of a report in a footnote
	herein     // hereinafter: what follows is a name for what stands before
	dash
)

var classNames = map[string]class{
	"type": typ, "own": own, "owner": owner, "about": about, "of": of, "and": and, "range": rang,
	"month": month, "year": year, "monthword": monthWord, "day": day, "no": no, "noend": noEnd,
	"unit": unit, "series": series, "vol": vol, "ibid": ibid, "other": other, "present": present,
	"doc": doc, "back": back, "herein": herein, "tie": tie, "records": records, "report": report, "part": part, "session": session,
	"verb": verb, "opening": opening, "adjunct": adjunct, "adverb": adverb, "tone": tone, "object": object, "adopts": adopts, "supplement": supplement, "thereto": thereto, "respective": respective, "conference": conference,
}

// term is one meaning of a word of the lexicon or of a name.
type term struct {
	class  class
	value  string
	n      int              // month
	entry  *authority.Entry // names only
	short  bool             // names only
	digits bool             // a name with a number in it
}

// numbering are the classes of bodies that number their resolutions or
// decisions by themselves: the name of one is the owner of the number beside
// it, under the identifier of the body.
var numbering = map[string]bool{
	"agency": true, "commission": true, "conference": true, "forum": true, "fund": true, "governing body": true, "programme": true,
	"regional commission": true, "regional organisation": true, "related organisation": true, "treaty body": true,
}

// lexicon is the words of one language that bear tokens, and how it writes them.
type lexicon struct {
	Code  string
	terms []term
	words *match.Set
	// heads sum up the meanings of each word, and named has those that are
	// names, by match.Match.List.
	heads []wordHead
	named []names
	// beside are the words that must not stand next to a name of an entry.
	beside map[*authority.Entry]neighbours
	// sessions are the words for a session, the longer first.
	sessions []sessionForm
	// conferences tells that the lexicon abbreviates conferences of parties.
	conferences bool
	// genitives are the endings of the first word of an owner in the genitive.
	genitives []string
	traits
}

// traits are the switches of order and script, the rows of class "trait".
type traits struct {
	unsegmented bool // the script has no blanks between words
	proclitics  bool // short words are written as one with the next
	typeFollows bool // the type word stands behind the number
	genitive    bool // the owner behind a number needs no preposition
	titleMarks  bool // titles stand between marks of their own
	rightToLeft bool // print may have turned brackets and slashes round
}

func (t *traits) set(name string) error {
	switch name {
	case "unsegmented":
		t.unsegmented = true
	case "proclitics":
		t.proclitics = true
	case "type-follows":
		t.typeFollows = true
	case "title-marks":
		t.titleMarks = true
	case "genitive":
		t.genitive = true
	case "right-to-left":
		t.rightToLeft = true
	default:
		return fmt.Errorf("unknown trait %q", name)
	}
	return nil
}

// newLexicon compiles the tables of a language and the names of the
// authority file.
func newLexicon(code string, entries []*authority.Entry) (*lexicon, error) {
	l := &lexicon{Code: code}
	b := match.NewBuilder()
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
	l.beside = map[*authority.Entry]neighbours{}
	for _, e := range entries {
		if len(e.NotAfter)+len(e.NotBefore) > 0 {
			l.beside[e] = neighbours{normalised(e.NotAfter), normalised(e.NotBefore)}
		}
		for _, n := range e.Names[code] {
			l.add(b, Normalise(n.Text), term{class: name, entry: e, short: n.Short})
			if !n.Short && e.Kind == record.Entity && numbering[e.Class] {
				l.add(b, Normalise(n.Text), term{class: owner, value: e.ID})
			}
		}
	}
	if err := l.addSessions(code); err != nil {
		return nil, err
	}
	l.words = b.Build()
	l.sumUp()
	return l, nil
}

// neighbours are words that must not stand right before and right behind a
// name, in the form that the text has.
type neighbours struct{ before, behind []string }

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
func (l *lexicon) addSessions(code string) error {
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

// sessionWord returns the end of the word for a session at i, or i, and
// whether it is a regular one.
func (l *lexicon) sessionWord(text []byte, i int) (end int, regular bool) {
	for _, f := range l.sessions {
		if k := i + len(f.form); k <= len(text) && strings.EqualFold(string(text[i:k]), f.form) {
			return k, f.regular
		}
	}
	return i, false
}

// wordHead sums up the meanings of a word.
type wordHead struct {
	kinds  classSet // of all
	month  int32
	class  class // of the first
	digits bool  // a name with a number in it
}

// names are the entries that a word may stand for.
type names struct {
	full, short      []*authority.Entry
	shortInstruments []*authority.Entry // of the short ones, what a title may name
	bounded          bool               // words beside it may forbid some of them
}

func (l *lexicon) sumUp() {
	lists := l.words.Lists()
	l.heads, l.named = make([]wordHead, 0, len(lists)), make([]names, len(lists))
	for i, values := range lists {
		h, n := wordHead{class: l.terms[values[0]].class}, &l.named[i]
		for _, v := range values {
			t := &l.terms[v]
			h.kinds |= set(t.class)
			h.digits = h.digits || t.digits
			switch {
			case t.class == month:
				h.month = int32(t.n)
			case t.class == name:
				n.add(t)
			}
		}
		l.heads = append(l.heads, h)
	}
}

func (n *names) add(t *term) {
	n.bounded = n.bounded || len(t.entry.NotAfter)+len(t.entry.NotBefore) > 0
	switch {
	case !t.short:
		n.full = addEntry(n.full, t.entry)
	case t.entry.Kind == record.Instrument:
		n.shortInstruments = addEntry(n.shortInstruments, t.entry)
		fallthrough
	default:
		n.short = addEntry(n.short, t.entry)
	}
}

func (l *lexicon) addRow(b *match.Builder, row lang.Row) error {
	if row.Class == "trait" {
		return l.set(row.Value)
	}
	if row.Class == "genitive" {
		l.genitives = append(l.genitives, Normalise(row.Form))
		return nil
	}
	c, ok := classNames[row.Class]
	if !ok {
		return fmt.Errorf("unknown class %q of %q", row.Class, row.Form)
	}
	l.conferences = l.conferences || c == conference
	t := term{class: c, value: row.Value}
	if c == month {
		n, err := strconv.Atoi(row.Value)
		if err != nil {
			return fmt.Errorf("month %q of %q is no number", row.Value, row.Form)
		}
		t.n = n
	}
	form := Normalise(row.Form)
	l.add(b, form, t)
	if upper := capitalised(form); upper != form && c != month {
		l.add(b, upper, t)
	}
	return nil
}

func (l *lexicon) add(b *match.Builder, form string, t term) {
	if form == "" {
		return
	}
	t.digits = t.class == name && strings.ContainsAny(form, "0123456789")
	l.terms = append(l.terms, t)
	v := int32(len(l.terms) - 1)
	b.Add(form, v)
	if l.proclitics && strings.HasPrefix(form, "ال") {
		b.Add("لل"+strings.TrimPrefix(form, "ال"), v) // ل and ال are written لل
	}
}

// Normalise returns s as the matcher sees it; stars of a pattern stay.
func Normalise(s string) string {
	var t normal.Text
	t.Add(s, 0, len(s))
	return string(t.Bytes)
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
