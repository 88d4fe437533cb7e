package token

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/match"
	"uncite/extract/record"
)

// addVariants adds the full name as others print it: with another comma
// in its list, a year's "international" at its other end, another capital behind a colon, another "and", the letters that print confuses, a hyphen that was lost.
func (l *Language) addVariants(b *match.Builder, form string, t meaning) {
	all, together := []string{form}, form
	last, found := "", false // rows of one word stand together: it is looked for once
	for _, v := range l.traits.words.Variants {
		if v.Letter != last {
			last, found = v.Letter, strings.Contains(form, v.Letter)
		}
		if found {
			all = append(all, strings.ReplaceAll(form, v.Letter, v.Printed))
			together = strings.ReplaceAll(together, v.Letter, v.Printed)
		}
	}
	if !slices.Contains(all, together) {
		all = append(all, together)
	}
	all = append(all, l.commas(form)...)
	all = append(all, l.withoutHyphen(form)...)
	all = append(all, l.otherAnds(form)...)
	if turned := l.Naming.Turned(form); turned != "" {
		all = append(all, turned)
	}
	if title, second, ok := strings.Cut(form, ": "); ok && second != "" {
		if other := title + ": " + Capitalised(second); other != form {
			all = append(all, other)
		} else {
			all = append(all, title+": "+small(second))
		}
	}
	if l.SmallTitles && treatyClass[t.entry.Class] {
		for _, v := range all {
			all = append(all, small(v))
		}
	}
	for _, v := range all[1:] {
		l.add(b, v, t)
	}
}

// otherAnds returns a name in a script without blanks with another "and" in one of its places, the
// two that such a script has most, or with one of them in all: print changes them for each other.
func (l *Language) otherAnds(form string) (all []string) {
	if !l.Unsegmented {
		return nil
	}
	ands := l.Naming.WordsOf(class.And)
	places := l.Naming.Ands(form)
	for _, and := range ands[:min(len(ands), 2)] {
		every, from := "", 0
		for _, p := range places {
			if form[p[0]:p[1]] != and {
				all = append(all, form[:p[0]]+and+form[p[1]:])
			}
			every, from = every+form[from:p[0]]+and, p[1]
		}
		if every += form[from:]; len(places) > 1 && every != form && !slices.Contains(all, every) {
			all = append(all, every)
		}
	}
	return all
}

// withoutHyphen returns a name of words with a hyphen as a layer of text has it whose
// maker took the hyphen at the end of a line for one that parts a word: "CounterTerrorism".
func (l *Language) withoutHyphen(form string) (all []string) {
	if l.Unsegmented || strings.IndexByte(form, '-') < 0 {
		return nil
	}
	text := []byte(form)
	for i := 1; i < len(text); i++ {
		if text[i] == '-' && char.LetterBefore(text, i) && char.Letter(text, i+1) > 0 {
			all = append(all, form[:i]+form[i+1:])
		}
	}
	return all
}

// treatyClass has the classes of instruments whose titles are long and full of matter enough
// to be known without their capital.
var treatyClass = map[string]bool{"treaty": true, "protocol": true, "charter": true, "agreement": true}

// inCapitals are the full names in capitals throughout, each with the number of
// the list of its usual form.
func (l *Language) inCapitals(entries []*authority.Entry) *match.Set {
	b := match.NewBuilder(0)
	for _, e := range entries {
		for _, n := range e.Names[l.Code] {
			if n.Short {
				continue
			}
			form := Normalise(n.Text)
			if m, ok := l.words.At([]byte(strings.ReplaceAll(form, "*", "")), 0); ok {
				upper := strings.ToUpper(form)
				b.Add(upper, m.List)
				if bare := l.traits.words.Unaccented(upper); bare != upper {
					b.Add(bare, m.List)
				}
			}
		}
	}
	return b.Build()
}

// allCapitals reports whether the text has letters, and no small one.
func (s *Paragraph) allCapitals() bool {
	if s.Lang.Unsegmented || s.Lang.Proclitics {
		return false
	}
	letters := 0
	for i := 0; i < len(s.Text.Bytes); {
		r, size := rune(s.Text.Bytes[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(s.Text.Bytes[i:])
		}
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
		i += size
	}
	return letters >= leastCapitals
}

// leastCapitals is the number of capitals that make a text one in capitals.
const leastCapitals = 8

// small returns s with its first letter as a small one.
func small(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// commas returns a name with a list in it without its commas, and with or
// without the comma before the last "and".
func (l *Language) commas(form string) (all []string) {
	if !strings.Contains(form, ", ") {
		return nil
	}
	words := strings.Split(form, " ")
	for i := len(words) - 1; i > 0; i-- {
		if !l.Naming.Is(class.And, words[i]) {
			continue
		}
		before, closed := strings.CutSuffix(words[i-1], ",")
		other := append([]string(nil), words...)
		if other[i-1] = before; !closed {
			other[i-1] += ","
		}
		all = append(all, strings.Join(other, " "))
		break
	}
	return append(all, strings.ReplaceAll(form, ",", ""))
}

// addAcronyms adds the names of a protocol that end with the name of its
// treaty with the treaty's abbreviations in that place: "Optional Protocol to
// the CRC".
func (l *Language) addAcronyms(b *match.Builder, entries []*authority.Entry) {
	treaties, byID := map[string]*authority.Entry{}, map[string]*authority.Entry{}
	for _, e := range entries {
		byID[e.ID] = e
		for _, n := range e.Names[l.Code] {
			if !n.Short && e.Class != "protocol" && e.Kind == record.Instrument {
				treaties[Normalise(n.Text)] = e
			}
		}
	}
	l.addMarked(b, entries, treaties)
	for _, e := range entries {
		if e.Class != "protocol" {
			continue
		}
		for _, n := range e.Names[l.Code] {
			head, treaty := splitTail(Normalise(n.Text), treaties)
			if treaty == nil {
				head, treaty = l.splitCased(Normalise(n.Text), byID[e.Parent])
			}
			if n.Short || treaty == nil || treaty == e {
				continue
			}
			for _, short := range treaty.Names[l.Code] {
				if abbreviated(short.Text) {
					l.add(b, head+short.Text, meaning{class: Name, entry: e})
					words := strings.Fields(head)
					if last := len(words) - 1; last > 0 && l.Naming.Is(class.The, words[last]) {
						l.add(b, strings.Join(words[:last], " ")+" "+short.Text, meaning{class: Name, entry: e})
					}
				}
			}
		}
	}
}

// splitCased is splitTail in a language of cases, where the treaty, which the tables have as the
// parent of the protocol, stands in another case behind the link.
func (l *Language) splitCased(form string, treaty *authority.Entry) (head string, _ *authority.Entry) {
	if treaty == nil || !l.Naming.Cases() {
		return "", nil
	}
	first, _, _ := strings.Cut(Normalise(treaty.Official(l.Code)), " ")
	words := strings.Fields(form)
	for i := 1; i < len(words); i++ {
		if l.Naming.Is(class.ToProtocol, words[i-1]) && l.Naming.Level(words[i]) == l.Naming.Level(first) {
			return strings.Join(words[:i], " ") + " ", treaty
		}
	}
	return "", nil
}

// addMarked adds the names of bodies that have the full name of an instrument inside them,
// or before them, with that between title marks: "《Tides Convention》 committee".
func (l *Language) addMarked(b *match.Builder, entries []*authority.Entry, treaties map[string]*authority.Entry) {
	if !l.TitleMarks {
		return
	}
	for _, e := range entries {
		if e.Kind != record.Entity {
			continue
		}
		for _, n := range e.Names[l.Code] {
			if form := Normalise(n.Text); !n.Short {
				if from, to := l.within(form, treaties); to > from {
					l.add(b, form[:from]+"《"+form[from:to]+"》"+form[to:], meaning{class: Name, entry: e})
				}
			}
		}
	}
}

// within returns where the longest of the names of instruments stands in the form, short of
// its end: it ends with a head noun of such.
func (l *Language) within(form string, treaties map[string]*authority.Entry) (from, to int) {
	for end := range form {
		if l.Naming.Kind(form[:end]) != record.Instrument {
			continue
		}
		for start := range form[:end] {
			if treaties[form[start:end]] != nil {
				if end-start > to-from {
					from, to = start, end
				}
				break
			}
		}
	}
	return from, to
}

// splitTail parts a name before the full name of another entry with which it
// ends.
func splitTail(name string, of map[string]*authority.Entry) (head string, e *authority.Entry) {
	for i := 1; i < len(name); i++ {
		if name[i-1] == ' ' || name[i-1] == '\'' {
			if e := of[name[i:]]; e != nil {
				return name[:i], e
			}
		}
	}
	return "", nil
}

// abbreviated reports whether a name is one word of capitals.
func abbreviated(name string) bool {
	return len(name) > 2 && strings.ToUpper(name) == name && strings.ToLower(name) != name && !strings.ContainsAny(name, " *")
}

// step is how a full name goes on with a tie: the word before it and the noun behind.
type step struct{ word, noun string }

// cut is the step with its words cut to their first letters, so that cases are alike.
func (s step) cut() step { return step{cutWord(s.word), cutWord(s.noun)} }

const stepLetters = 5

func cutWord(w string) string {
	w = strings.TrimSuffix(w, "*")
	n := 0
	for i := range len(w) {
		if !utf8.RuneStart(w[i]) {
			continue
		}
		if n++; n > stepLetters {
			w = w[:i]
			break
		}
	}
	return char.Lower(w)
}

// stepsOf are how full names go on, by the tie in small letters: the steps of one are found when
// it is asked for the first time, as texts tie short names to others by a few of them.
func (l *Language) stepsOf(names []string) map[string]func() map[step]bool {
	steps := map[string]func() map[step]bool{}
	for _, tie := range l.Naming.WordsOf(class.Link) {
		steps[char.Lower(tie)] = sync.OnceValue(func() map[step]bool { return l.stepsBy(tie, names) })
	}
	return steps
}

// stepsBy are the ways in which full names go on with the tie behind one of their words, cut.
func (l *Language) stepsBy(tie string, names []string) map[step]bool {
	steps := map[step]bool{}
	for _, name := range names {
		for _, parts := range [2]byte{' ', '\''} {
			for i := strings.IndexByte(name, parts) + 1; i > 0 && i < len(name); {
				if name[i] == tie[0] && strings.HasPrefix(name[i:], tie) {
					l.addStep(steps, name[:i], tie, name[i+len(tie):])
				}
				n := strings.IndexByte(name[i:], parts) + 1
				if n == 0 {
					break
				}
				i += n
			}
		}
	}
	return steps
}

// addStep adds the step from the words before the tie to those behind it, where the tie is a word.
func (l *Language) addStep(steps map[step]bool, before, tie, behind string) {
	behind, parted := strings.CutPrefix(behind, " ")
	if parted || tie[len(tie)-1] == '\'' {
		steps[step{lastWord(strings.TrimSuffix(before, " ")), l.nounAt(behind)}.cut()] = true
	}
}

// lastWord returns the last word, of which an apostrophe ends one.
func lastWord(words string) string {
	return words[strings.LastIndexAny(words[:max(0, len(words)-1)], " '")+1:]
}

// nounAt returns the first word, or the one behind it where that is an article.
func (l *Language) nounAt(words string) string {
	word, rest := firstOf(words)
	if rest != "" && l.Naming.Is(class.The, word) {
		word, _ = firstOf(rest)
	}
	return word
}

// firstOf parts the first word, which an apostrophe may end, from the others.
func firstOf(words string) (word, rest string) {
	end := strings.IndexAny(words, " '")
	switch {
	case end < 0:
		return words, ""
	case words[end] == ' ':
		return words[:end], words[end+1:]
	}
	return words[:end+1], words[end+1:]
}

// GoesOn reports whether a full name of the tables goes on behind the word with
// the tie and the noun.
func (l *Language) GoesOn(word, tie, noun string) bool {
	steps := l.steps[char.Lower(tie)]
	return steps != nil && steps()[step{word, noun}.cut()]
}
