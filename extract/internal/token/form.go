package token

import (
	"fmt"
	"strconv"
	"strings"
)

// Form is the shape of a resolution's number.
type Form uint8

// The forms.
const (
	Plain      Form = iota // 1325
	Slashed                // 60/288, 1996/31
	Yearly                 // 1373 (2001)
	Roman                  // 2200 A (XXI), 3201 (S-VI)
	Special                // S-24/2, ES-10/15
	Chapter                // X/2, VII/5: a number under a roman session
	Conference             // 1/CP.21: a number under a conference's session
	Agency                 // WHA74.5, 41 C/48: a number that is none of the United Nations'
)

var formNames = [...]string{"plain", "slashed", "yearly", "roman", "special", "chapter", "conference", "agency"}

// String is the name of the form in tables.
func (f Form) String() string { return formNames[f] }

// ParseForm is the inverse of String.
func ParseForm(name string) (Form, error) {
	for f, have := range formNames {
		if have == name {
			return Form(f), nil
		}
	}
	return 0, fmt.Errorf("%q is none of the forms %s", name, strings.Join(formNames[:], ", "))
}

// Numeral is what a number in one of the forms says. A and B are the numbers
// on both sides of the slash, or the number and its year; Session is as
// spelled: XXI, S-VI, S-24, CP.21, or the whole of a foreign number.
type Numeral struct {
	Form    Form
	A, B    int
	Session string
}

// UpTo returns the numerals between n and the end of a range, at most so many:
// 72/247 between 72/246 and 72/248. There are none where n and the end are not of
// one session or year.
func (n Numeral) UpTo(end Numeral, most int) []Numeral {
	from, to := n.B, end.B
	set := func(m *Numeral, v int) { m.B = v }
	switch {
	case n.Form != end.Form || n.Session != end.Session:
		return nil
	case n.Form == Yearly && n.B == end.B:
		from, to = n.A, end.A
		set = func(m *Numeral, v int) { m.A = v }
	case n.Form == Conference:
		from, to = n.A, end.A
		set = func(m *Numeral, v int) { m.A = v }
	case n.Form != Slashed && n.Form != Special || n.A != end.A:
		return nil
	}
	if to-from > most {
		return nil
	}
	var all []Numeral
	for v := from + 1; v < to; v++ {
		m := n
		set(&m, v)
		all = append(all, m)
	}
	return all
}

// Turned returns the numeral turned round, as print of a script from right to
// left may have it: 37/32 for 32/37, S-32/1 for S-1/32. It is false for one
// that has no two sides.
func (n Numeral) Turned() (Numeral, bool) {
	switch kind := strings.LastIndexByte(n.Session, '-') + 1; n.Form {
	case Slashed:
		n.A, n.B = n.B, n.A
	case Special:
		was, err := strconv.Atoi(n.Session[kind:])
		if err != nil {
			return n, false
		}
		n.Session, n.B = n.Session[:kind]+strconv.Itoa(n.B), was
	default:
		return n, false
	}
	return n, true
}
