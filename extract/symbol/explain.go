package symbol

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"uncite/extract/internal/pattern"
)

// Fact is one line of an explanation: "session", "75 (2020-2021)".
type Fact struct{ Name, Value string }

// Explain takes a symbol apart for a reader, in the order in which the facts
// should be shown. Names are: read as, symbol, also, kind, body, series,
// session, year, number, letter, part, nature, changes, link, warning. Facts
// that the symbol does not have are left out. The error is that of Parse, with
// what it quotes as s has it.
func Explain(s string) ([]Fact, error) {
	sym, err := Parse(s)
	if err != nil {
		return nil, errors.New(asTyped(err.Error(), s))
	}
	var facts []Fact
	add := func(name, value string) {
		if value != "" {
			facts = append(facts, Fact{name, value})
		}
	}
	ser, _ := seriesOf(sym.Canonical)
	add("read as", sym.Reading)
	add("symbol", sym.Canonical)
	add("also", sym.Alias)
	add("kind", string(sym.Kind))
	add("body", sym.Body)
	add("series", ser.english)
	add("session", sym.explainSession())
	add("year", sym.explainYear())
	add("number", sym.Number)
	add("letter", sym.Letter)
	add("part", sym.Part)
	add("nature", explainWord(sym.Nature))
	for _, c := range sym.Changes {
		add("change", c+", "+explainChange(c))
	}
	add("link", Link(sym.Canonical))
	if note, ok := Check(sym.Canonical, ""); !ok {
		add("warning", note)
	}
	return facts, nil
}

// quoted is a quotation in an error.
var quoted = pattern.Lazy(`“[^”]*”`)

// asTyped gives the quotations of a message, which tidying has put in upper
// case, the case in which they were typed.
func asTyped(message, typed string) string {
	upper := strings.ToUpper(typed)
	if len(upper) != len(typed) {
		return message // places in one are not those in the other
	}
	return quoted().ReplaceAllStringFunc(message, func(q string) string {
		words := strings.Trim(q, "“”")
		at := strings.Index(upper, words)
		if words == "" || at < 0 {
			return q
		}
		return "“" + typed[at:at+len(words)] + "”"
	})
}

func (s Symbol) explainSession() string {
	if s.Session == "" {
		return ""
	}
	from, to := s.years()
	switch {
	case from == 0:
		return s.Session
	case from == to:
		return fmt.Sprintf("%s (%d)", s.Session, from)
	}
	return fmt.Sprintf("%s (%d-%d)", s.Session, from, to)
}

func (s Symbol) explainYear() string {
	if s.Year == 0 {
		return ""
	}
	return strconv.Itoa(s.Year)
}

// explainWord writes a nature with its meaning: "SR, summary record of a
// meeting".
func explainWord(nature string) string {
	w, ok := lookUpWord([]byte(nature), true)
	if nature == "" || !ok {
		return nature
	}
	return nature + ", " + w.english
}

func explainChange(change string) string {
	name, _, _ := strings.Cut(change, ".")
	w, _ := lookUpWord([]byte(name), true)
	return w.english
}
