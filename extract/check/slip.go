package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// A name that no table knows is seldom a reference: only some languages tell where it
// begins and ends. What stands in a text word for word like a name of the tables, but
// for letters of one word, is that name with a slip.

const (
	fewestWords  = 3 // of a name that is looked for so
	fewestInName = 18
	fewestInWord = 5 // letters of the word with the slip
	aLongWord    = 9 // letters of a word that may have two
	longestEnd   = 4 // letters that a stem in the tables may be short of
)

// spelled is a name of the tables by words; one with an asterisk is a stem.
type spelled struct {
	words    []string
	name, id string
	capital  bool
}

// spelledNames are the names of a language under their first words, and under their
// second ones; under the third those of which the first two have endings.
type spelledNames struct{ first, second, third map[string][]*spelled }

// spelledOf returns the names of a language, and prepares them the first time.
func (n *nearNames) spelledOf(code string) spelledNames {
	if found, ok := n.spelled[code]; ok {
		return found
	}
	all := spelledNames{map[string][]*spelled{}, map[string][]*spelled{}, map[string][]*spelled{}}
	for _, e := range n.table.Entries() {
		if e.Kind != record.Instrument && e.Kind != record.Entity {
			continue
		}
		for _, name := range e.Names[code] {
			p := &spelled{words: starred(name.Text), name: name.Text, id: e.ID}
			if len(p.words) < fewestWords || letters(name.Text) < fewestInName {
				continue
			}
			c, _ := utf8.DecodeRuneInString(name.Text)
			p.capital = unicode.IsUpper(c)
			all.first[p.words[0]] = append(all.first[p.words[0]], p)
			all.second[p.words[1]] = append(all.second[p.words[1]], p)
			if stem(p.words[0]) && stem(p.words[1]) {
				all.third[p.words[2]] = append(all.third[p.words[2]], p)
			}
		}
	}
	n.spelled[code] = all
	return all
}

func stem(word string) bool { return strings.HasSuffix(word, "*") }

// starred are the words of a name in small letters; the asterisk of a stem stays.
func starred(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '*'
	})
}

// slips reports the names of the tables that a text has with a slip in one word.
func slips(s *subject) []Finding {
	l := lang.Of(s.doc.Lang)
	if l == nil || l.Has(lang.Unsegmented) {
		return nil
	}
	names := s.names.spelledOf(s.doc.Lang)
	var out []Finding
	for p, piece := range s.pieces(record.Masthead) {
		out = append(out, s.slipsIn(p, piece, names, l)...)
	}
	return out
}

func (s *subject) slipsIn(p *record.Paragraph, piece record.Span, names spelledNames, l *lang.Language) []Finding {
	text := s.doc.Text[piece.Start:piece.End]
	words, ends := wordsOf(text)
	var out []Finding
	for i := 0; i+fewestWords <= len(words); i++ {
		best, at := names.nearest(words[i:], l.Has(lang.Genitive))
		if best == nil && l.Has(lang.Proclitics) { // a particle may hang on the first word
			_, size := utf8.DecodeRuneInString(words[i])
			whole := words[i]
			words[i] = whole[size:]
			best, at = names.nearest(words[i:], true)
			words[i] = whole
		}
		if best == nil {
			continue
		}
		start, end := ends[i]-len(words[i]), ends[i+len(best.words)-1]
		from, to := ends[i+at]-len(words[i+at]), ends[i+at]
		c, _ := utf8.DecodeRuneInString(text[start:])
		if best.capital && !unicode.IsUpper(c) || marked(text[from:to], best.words[at]) ||
			strings.ContainsAny(text[start:end], ";.\n()") || s.understood(piece.Start+from, piece.Start+to) {
			continue
		}
		out = append(out, Finding{Zone: p.Zone, Paragraph: p.Number, Start: piece.Start + start, End: piece.Start + end,
			Reason: s.almost(best.name, best.id), Intent: best.id})
		i += len(best.words) - 1
	}
	return out
}

// nearest returns the longest name with which the words begin but for a slip, and the
// word that has it; nil where they begin with a name as long as it stands.
func (names spelledNames) nearest(words []string, inflected bool) (best *spelled, at int) {
	if words[0] == "" {
		return nil, 0
	}
	for _, list := range [][]*spelled{names.first[words[0]], names.second[words[1]], names.third[words[2]]} {
		for _, n := range list {
			if best != nil && len(n.words) <= len(best.words) {
				continue
			}
			if k := n.slipped(words, inflected); k >= 0 {
				best, at = n, k
			}
		}
	}
	if best != nil && slices.ContainsFunc(names.first[words[0]], func(n *spelled) bool { return len(n.words) >= len(best.words) && n.stands(words) }) {
		return nil, 0
	}
	return best, at
}

// slipped returns which word of the text has the slip, if the words begin with the
// name but for letters of that one; else -1.
func (n *spelled) slipped(words []string, inflected bool) int {
	if len(words) < len(n.words) {
		return -1
	}
	at := -1
	for i, w := range n.words {
		if sameWord(words[i], w) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	if at < 0 || !isSlip([]rune(words[at]), []rune(strings.TrimSuffix(n.words[at], "*")), at == 0 || inflected) {
		return -1
	}
	return at
}

// stands reports whether words begin with the name.
func (n *spelled) stands(words []string) bool {
	return len(words) >= len(n.words) && slices.EqualFunc(words[:len(n.words)], n.words, sameWord)
}

// sameWord reports whether a word is one of a name, or begins with its stem.
func sameWord(word, of string) bool {
	stem, ok := strings.CutSuffix(of, "*")
	if !ok {
		return word == of
	}
	rest, ok := strings.CutPrefix(word, stem)
	return ok && utf8.RuneCountInString(rest) <= longestEnd
}

// isSlip reports whether a word is another one with a slip, not another word: it
// begins alike and is nearly as long. Where words have endings, and at the head of a
// name, which may stand in the plural, the ending alone makes no slip.
func isSlip(word, of []rune, endings bool) bool {
	shorter := min(len(word), len(of))
	if shorter < fewestInWord || word[0] != of[0] || hasDigit(word) || hasDigit(of) {
		return false
	}
	most := 1
	if shorter >= aLongWord {
		most = 2
	}
	if authority.LettersApart(word, of, most) > most && !authority.Turned(word, of) {
		return false
	}
	alike := 0
	for alike < shorter && word[alike] == of[alike] {
		alike++
	}
	return !endings || alike < shorter-2
}

// marked reports whether a word of the text is that of a name with a letter more at
// its end which is no slip: of a plural, "Conferences", or the letter of a note.
func marked(word, of string) bool {
	more, ok := strings.CutPrefix(strings.ToLower(word), of)
	if !ok || utf8.RuneCountInString(more) != 1 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(c) || !strings.HasSuffix(word, "s")
}

func hasDigit(word []rune) bool {
	for _, r := range word {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// understood reports whether a name that uncite knows covers the word between from
// and to.
func (s *subject) understood(from, to int) bool {
	for i := range s.refs {
		r := &s.refs[i]
		known := r.Target != "" && !strings.HasPrefix(r.Target, "title:") && r.Rule != "title:note"
		if known && r.Start < to && r.End > from {
			return true
		}
	}
	return false
}
