package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// tableName is a name of the tables, prepared to be held against one that is
// printed.
type tableName struct {
	letters []rune // and figures, in small letters
	figures string // the figures and roman numbers alone
	words   []string
	name    string
	id      string
}

// nearNames are the names of the tables by language.
type nearNames struct {
	table  *authority.Table
	byLang map[string][]tableName
	short  map[string]bool // abbreviations; see there
	// spelled are names by words; see spelledOf.
	spelled map[string]spelledNames
}

// of returns the names of a language, and prepares them the first time.
func (n *nearNames) of(lang string) []tableName {
	if names, ok := n.byLang[lang]; ok {
		return names
	}
	var names []tableName
	for _, e := range n.table.Entries() {
		if e.Kind != record.Instrument && e.Kind != record.Entity {
			continue
		}
		for _, name := range e.Names[lang] {
			if p := prepared(strings.ReplaceAll(name.Text, "*", "")); least(p.letters) > 0 {
				p.name, p.id = name.Text, e.ID
				names = append(names, p)
			}
		}
	}
	n.byLang[lang] = names
	return names
}

func prepared(name string) tableName {
	var p tableName
	p.words, _ = wordsOf(name)
	for _, w := range p.words {
		p.letters = append(p.letters, []rune(w)...)
		if strings.ContainsFunc(w, unicode.IsDigit) || strings.Trim(w, "ivx") == "" {
			p.figures += w + " "
		}
	}
	return p
}

// The lengths, in letters, from which a name may have a slip of one letter, and
// for how many more it may have another; names of ideographs are shorter.
const (
	lettersASlip    = 16
	ideographsASlip = 7
	mostSlips       = 3
)

// least is how many letters of a name may be others, 0 for a name too short to
// tell.
func least(letters []rune) int {
	per := lettersASlip
	if ideographic(tableName{letters: letters}) {
		per = ideographsASlip
	}
	return min(mostSlips, len(letters)/per)
}

func ideographic(n tableName) bool {
	return len(n.letters) > 0 && unicode.Is(unicode.Han, n.letters[0])
}

// almostNames reports a name that no table knows and that is a letter or three
// away from one that they know.
func almostNames(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		joined := r.Rule == "title:note" // known by the number in its note alone
		if !joined && !strings.HasPrefix(r.Target, "title:") && (r.Target != "" || r.Kind != record.Instrument && r.Kind != record.Entity) {
			continue
		}
		if near, end, ok := s.near(r); ok && (!joined || s.isOf(near.id, r.Target)) && !s.ofAnother(end) {
			f := at(r, s.almost(near.name, near.id), near.id)
			f.End = max(f.End, end)
			out = append(out, f)
		}
	}
	for _, f := range slips(s) {
		if !s.ofAnother(f.End) && !slices.ContainsFunc(out, func(told Finding) bool { return told.Start < f.End && f.Start < told.End }) {
			out = append(out, f)
		}
	}
	return out
}

// almost is the reason for a name that is nearly one of the tables: of one that stands
// there by stems, the official one.
func (s *subject) almost(name, id string) string {
	if entry, ok := s.table.Lookup(id); ok && strings.Contains(name, "*") {
		name = or(entry.Official(s.doc.Lang), name)
	}
	return fmt.Sprintf("No table has this name; it is almost “%s”.", strings.ReplaceAll(name, "*", ""))
}

// ofAnother reports whether the words at a place make another's body of the name that ends
// there: "the High Commission for Human Rights of Iraq" is no slip for the High Commissioner.
func (s *subject) ofAnother(end int) bool {
	const near = 16 // bytes, of "de la", "of the"
	for i := range s.refs {
		r := &s.refs[i]
		switch {
		case r.Kind == record.State && r.Start >= end && r.Start < end+near:
			return s.isGenitive(s.doc.Text[end:r.Start])
		case strings.HasPrefix(r.Target, "title:") && r.Start < end && r.End > end:
			word, _, _ := strings.Cut(strings.TrimSpace(s.doc.Text[end:r.End]), " ")
			return s.isGenitive(word)
		}
	}
	return false
}

// isGenitive reports whether words between two names make the second the one whose the
// first is; where nouns tell it by their endings none stand there.
func (s *subject) isGenitive(between string) bool {
	words := strings.Fields(strings.ReplaceAll(apostrophes.Replace(between), "'", "' "))
	of, the := formsOf(s.doc.Lang, "names", "of", ""), formsOf(s.doc.Lang, "names", "the", "")
	if len(of) == 0 {
		l := lang.Of(s.doc.Lang)
		return len(words) == 0 && l != nil && l.Has(lang.Genitive)
	}
	for i, w := range words {
		if (i == 0) != isForm(w, of) && !isForm(w, the) {
			return false
		}
	}
	return len(words) > 0
}

// isOf reports whether a target is an entry of the tables, or the document that adopted
// it.
func (s *subject) isOf(id, target string) bool {
	entry, ok := s.table.Lookup(id)
	return ok && (id == target || adopted(entry, target))
}

// longestName bounds, in bytes, how far a name may reach beyond the words that
// were taken for it.
const longestName = 600

// near is the one name of the tables that is nearest to a printed one, and where
// that ends: a name that no table knows may have been taken for a shorter one.
// Names of the same letters are the same name; numbers must agree, and a word that
// is another word from its beginning on makes another name.
func (s *subject) near(r *record.Reference) (best tableName, end int, ok bool) {
	taken := len(prepared(s.doc.Text[r.Start:r.End]).words)
	words, ends := wordsOf(s.doc.Text[r.Start:min(s.end(r), r.Start+longestName)])
	found := mostSlips + 1
	prefixes := map[int]tableName{} // by their number of words
	for _, n := range s.names.of(s.doc.Lang) {
		k := len(n.words)
		if k < taken || k > len(words) {
			continue
		}
		p, ok := prefixes[k]
		if !ok {
			p = prepared(strings.Join(words[:k], " "))
			prefixes[k] = p
		}
		most := least(p.letters)
		if most == 0 || n.figures != p.figures || ideographic(p) && len(n.letters) != len(p.letters) {
			continue // an ideograph more or less makes another name
		}
		d := authority.LettersApart(p.letters, n.letters, most)
		if d == 0 {
			return tableName{}, 0, false
		}
		if d <= most && d < found && !otherWord(p.words, n.words) && !marked(words[k-1], n.words[k-1]) {
			best, end, found = n, r.Start+ends[k-1], d
		}
	}
	return best, end, found <= mostSlips
}

// end is where the piece of the paragraph ends in which a reference stands.
func (s *subject) end(r *record.Reference) int {
	for i := range s.doc.Paragraphs {
		for _, piece := range s.doc.Paragraphs[i].Pieces {
			if piece.Start <= r.Start && r.Start < piece.End {
				return max(piece.End, r.End)
			}
		}
	}
	return r.End
}

// wordsOf are the words of a text in small letters, and where each ends.
func wordsOf(text string) (words []string, ends []int) {
	start := -1
	for i, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			words, ends = append(words, strings.ToLower(text[start:i])), append(ends, i)
			start = -1
		}
	}
	return words, ends
}

// otherWord reports whether two names differ in a longer word from its first
// letter on, as North and South do.
func otherWord(a, b []string) bool {
	const long = 4
	for i := range a {
		x, y := []rune(a[i]), []rune(b[i])
		if a[i] != b[i] && len(x) >= long && len(y) >= long && x[0] != y[0] && !unicode.Is(unicode.Han, x[0]) {
			return true
		}
	}
	return false
}
