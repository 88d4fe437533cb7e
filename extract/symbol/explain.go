package symbol

import (
	"fmt"
	"strconv"
	"strings"
)

// Fact is one line of an explanation: "session", "75 (2020-2021)".
type Fact struct{ Name, Value string }

// Explain takes a symbol apart for a reader, in the order in which the facts
// should be shown. Names are: read as, symbol, also, kind, body, series,
// session, year, number, letter, part, nature, changes, link, warning. Facts
// that the symbol does not have are left out. The error is that of Parse.
func Explain(s string) ([]Fact, error) {
	sym, err := Parse(s)
	if err != nil {
		return nil, err
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
