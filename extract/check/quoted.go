package check

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

const (
	// betweenTitle is how many letters may stand between a number and what leads its
	// title: a date, an owner.
	betweenTitle = 40
	// longestTitle bounds a title in quotation marks, in bytes.
	longestTitle = 600
	// shortestTitle is how many letters a title has at least, of which can be told that
	// it is another one; shortestHan of ideographs.
	shortestTitle = 12
	shortestHan   = 5
	// commonWords is the share of words that two forms of one title have in common at
	// least.
	commonWords = 0.34
)

// The quotation marks that enclose a title, and their closing ones.
var quotes = map[rune]rune{'“': '”', '„': '“', '«': '»', '"': '"', '”': '“', '「': '」', '『': '』', '‘': '’'}

// quotedTitle returns the title in quotation marks that a sentence gives to the
// document of a reference, "resolution 70/1, entitled “…”", and its place; in some
// languages it stands before the number.
func (s *subject) quotedTitle(r *record.Reference) (start, end int, ok bool) {
	entitled := formsOf(s.doc.Lang, "titles", "entitled", "")
	if len(entitled) == 0 {
		return 0, 0, false
	}
	if isForm("last", formsOf(s.doc.Lang, "titles", "order", "")) {
		return s.quoteBefore(r, entitled)
	}
	if s.ofPart(r) {
		return 0, 0, false
	}
	return s.quoteAfter(r, entitled)
}

// ofPart reports whether the words before a number speak of a part of its document,
// whose title is its own: "the section of resolution 70/1 entitled …".
func (s *subject) ofPart(r *record.Reference) bool {
	const near = 80 // bytes
	before, _ := wordsOf(s.doc.Text[max(0, r.Start-near):r.Start])
	for _, w := range before {
		for _, unit := range formsOf(s.doc.Lang, "lexicon", "unit", "") {
			if w == unit && !isForm(w, formsOf(s.doc.Lang, "lexicon", "type", "")) {
				return true
			}
		}
	}
	return r.Pinpoint != ""
}

// quoteAfter finds the title behind the number.
func (s *subject) quoteAfter(r *record.Reference, entitled []string) (start, end int, ok bool) {
	to := min(s.end(r), r.End+longestTitle)
	rest := s.doc.Text[r.End:to]
	mark := strings.IndexFunc(rest, func(c rune) bool { return quotes[c] != 0 })
	if mark < 0 {
		return 0, 0, false
	}
	lead := strings.ToLower(strings.TrimRight(rest[:mark], " \u00A0:："))
	form := endsIn(lead, entitled)
	if form == "" || letters(lead) > betweenTitle || s.namesBetween(r.End, r.End+mark) || strings.ContainsAny(lead, ";.؛；。") {
		return 0, 0, false
	}
	open, size := utf8.DecodeRuneInString(rest[mark:])
	length := strings.IndexRune(rest[mark+size:], quotes[open])
	if length <= 0 {
		return 0, 0, false
	}
	return r.End + mark + size, r.End + mark + size + length, true
}

// quoteBefore finds the title before the number, with a letter at most between.
func (s *subject) quoteBefore(r *record.Reference, entitled []string) (start, end int, ok bool) {
	from := max(0, r.Start-longestTitle)
	text := s.doc.Text[from:r.Start]
	for range 2 { // a particle
		c, size := utf8.DecodeLastRuneInString(text)
		body := text[:len(text)-size]
		if at, size := opening(body, c); at >= 0 {
			if strings.Contains(body[at:], "\n") || endsIn(strings.ToLower(body[:at]), entitled) == "" {
				return 0, 0, false
			}
			return from + at + size, from + len(body), true
		}
		if !unicode.IsLetter(c) {
			return 0, 0, false
		}
		text = body
	}
	return 0, 0, false
}

// opening returns where the last mark stands that c closes, and its size; -1 where none
// does. Languages open with several what they close with one.
func opening(text string, c rune) (at, size int) {
	at = -1
	for open, closing := range quotes {
		if i := strings.LastIndex(text, string(open)); c == closing && i > at {
			at, size = i, utf8.RuneLen(open)
		}
	}
	return at, size
}

// endsIn returns the form with which words end, as words of their own.
func endsIn(words string, forms []string) string {
	words = apostrophes.Replace(words)
	for _, f := range forms {
		if strings.HasSuffix(words, f) {
			return f
		}
	}
	return ""
}

// namesBetween reports whether another document is named between two places.
func (s *subject) namesBetween(from, to int) bool {
	for i := range s.refs {
		if r := &s.refs[i]; r.Start >= from && r.End <= to && (numbered(r) || r.Kind == record.Report) {
			return true
		}
	}
	return false
}

// titleQuoted is the instrument that is all of the title given to reference i.
func (s *subject) titleQuoted(i int) *authority.Entry {
	start, end, ok := s.quotedTitle(&s.refs[i])
	if !ok {
		return nil
	}
	for j := range s.refs {
		r := &s.refs[j]
		if r.Start >= start && r.End <= end && 10*letters(s.doc.Text[r.Start:r.End]) >= 9*letters(s.doc.Text[start:end]) {
			return s.instrument(r)
		}
	}
	return nil
}

// titledBodies are those whose resolutions have titles that are printed beside their
// numbers; the Council's subjects are its agenda items.
var titledBodies = map[string]bool{
	"entity:general-assembly": true, "entity:economic-and-social-council": true, "entity:human-rights-council": true,
}

// otherTitle reports whether the title given to a reference has hardly anything in
// common with the one under which the catalogue has the document.
func (s *subject) otherTitle(r *record.Reference) (printed, known string, ok bool) {
	parsed, err := symbol.Parse(r.Target)
	if err != nil || !titledBodies[parsed.Body] {
		return "", "", false
	}
	entry, found := authority.Catalogue()[r.Target]
	if !found || entry.Titles[s.doc.Lang] == "" {
		return "", "", false
	}
	start, end, ok := s.quotedTitle(r)
	if !ok {
		return "", "", false
	}
	printed, known = strings.Trim(s.doc.Text[start:end], " ,،，\u00A0"), entry.Titles[s.doc.Lang]
	a, b := prepared(printed).letters, prepared(known).letters
	least := shortestTitle
	if len(a) > 0 && unicode.Is(unicode.Han, a[0]) {
		least = shortestHan
	}
	if len(a) < least || len(b) < least {
		return "", "", false
	}
	return printed, known, alike(printed, known) < commonWords
}

// alike is the share of its words that the shorter of two titles has in common with
// the longer one: a title may be printed in part.
func alike(a, b string) float64 {
	x, y := stems(a), stems(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)))
}

// stems are what the words of a title begin with, whatever their endings; short words
// say nothing. Of ideographs they are the pairs of neighbours.
func stems(title string) map[string]bool {
	const short, stem = 3, 5 // letters
	all := map[string]bool{}
	words, _ := wordsOf(title)
	for _, w := range words {
		letters := []rune(w)
		switch {
		case unicode.Is(unicode.Han, letters[0]):
			for i := 1; i < len(letters); i++ {
				all[string(letters[i-1:i+1])] = true
			}
		case len(letters) > short:
			all[string(letters[:min(len(letters), stem)])] = true
		}
	}
	return all
}

// byTitle are the symbols of the catalogue by language and letters of the title.
var byTitle = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for id, r := range authority.Catalogue() {
		for code, title := range r.Titles {
			key := code + " " + string(prepared(title).letters)
			if _, twice := all[key]; twice {
				all[key] = "" // several have it
			} else {
				all[key] = id
			}
		}
	}
	return all
})

// titled is the one document that has a title, empty where none or several have.
func titled(code, title string) string { return byTitle()[code+" "+string(prepared(title).letters)] }
