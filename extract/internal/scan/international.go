package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
)

// addedInternational returns the treaty of which the title is the full name but for "international"
// beside its head: "the International Convention on Tides".
func (s *scanner) addedInternational(title string) *authority.Entry {
	naming := s.Lang.Naming
	if s.Lang.Unsegmented {
		for _, w := range naming.WordsOf(class.International) {
			if head, rest, ok := strings.Cut(title, w); ok {
				return treatyOnly(s.FullName(head + rest))
			}
		}
		return nil
	}
	words := strings.Fields(title)
	at := slices.IndexFunc(words[:min(len(words), mostBeside)], func(w string) bool { return naming.Is(class.International, w) })
	if at < 0 {
		return nil
	}
	rest := strings.Join(slices.Delete(words, at, at+1), " ")
	if e := treatyOnly(s.FullName(rest)); e != nil {
		return e
	}
	r, size := utf8.DecodeRuneInString(rest) // the head, whose capital the adjective had
	return treatyOnly(s.FullName(string(unicode.ToUpper(r)) + rest[size:]))
}

// mostBeside is within how many words of a title the adjective stands beside its head.
const mostBeside = 2

// maxTreatyName bounds what is looked at of the name of a treaty, in letters.
const maxTreatyName = 200

// treatyOnly returns the entry where it is a treaty or a protocol to one, else nil.
func treatyOnly(e *authority.Entry) *authority.Entry {
	if e == nil || !isTreaty(e) {
		return nil
	}
	return e
}

// internationalInside adds the mention of the treaty whose head noun is token k, behind which
// "international" stands, where that makes a preposition tie the rest of the name to it: "the
// convention the international for the rights of the child".
func (s *scanner) internationalInside(k int) bool {
	t, text, naming := &s.Tokens[k], s.Text.Bytes, s.Lang.Naming
	if !s.Lang.Proclitics {
		return false
	}
	name, from := text[t.Start:t.End], int(t.End)
	if at := bytes.LastIndexByte(name, ' '); at > 0 && naming.Is(class.International, string(name[at+1:])) { // of a short name
		name = name[:at]
	} else if w := s.wordBehind(from); w != "" && naming.Is(class.International, w) {
		from += 1 + len(w)
	} else {
		return false
	}
	rest := string(text[from:char.Beyond(text, from, maxTreatyName)])
	for _, head := range naming.Bases(string(name)) {
		for _, whole := range []string{head + rest, naming.Construct(head + rest), head + " " + naming.Untied(rest)} {
			if e, size := s.Beginning(whole); treatyOnly(e) != nil && size > len(head)+1 {
				s.addEntry(e, int(t.Start), from+size-(len(whole)-len(rest)))
				return true
			}
		}
	}
	return false
}
