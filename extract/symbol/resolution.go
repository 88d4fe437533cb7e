package symbol

import (
	"fmt"
	"strconv"
	"strings"
)

// resolution reads a symbol of the series A, E or S with RES or DEC and writes
// its canonical form: A/RES/2200(XXI)A, A/RES/53/243A, S/RES/1373(2001).
func (p *parts) resolution(b []byte, s *Symbol) error {
	s.Nature = string(upper(nil, p.comp[1].of(b)))
	serial := string(p.serial.of(b))
	s.Letter = string(upper(nil, p.letter.of(b)))
	if p.n == 4 {
		return p.inSession(b, s)
	}
	s.Number = canonicalComponent(p.comp[2].of(b))
	number, err := strconv.Atoi(s.Number)
	if err != nil {
		return fmt.Errorf("“%s” has no number", s.Canonical)
	}
	if p.comp[0].of(b)[0] == 'S' {
		return s.ofCouncil(number, serial)
	}
	if isYear(serial) {
		return fmt.Errorf("“%s (%s)”: a year in brackets belongs to the Security Council's resolutions, S/RES/%s (%s)", s.Canonical, serial, s.Number, serial)
	}
	return s.inRomanSession(number, serial)
}

// inSession reads A/RES/60/288 and E/RES/1996/31.
func (p *parts) inSession(b []byte, s *Symbol) error {
	s.Number = canonicalComponent(p.comp[3].of(b))
	place := canonicalComponent(p.comp[2].of(b))
	s.Canonical += s.Letter
	if numberOf(s.Number) == 0 {
		return fmt.Errorf("“%s” has no number", s.Canonical)
	}
	if isYear(place) {
		s.Year, _ = strconv.Atoi(place)
		return nil
	}
	s.Session = place
	return nil
}

// ofCouncil completes a Security Council resolution with its year.
func (s *Symbol) ofCouncil(number int, printed string) error {
	if s.Letter != "" {
		return fmt.Errorf("resolutions of the Security Council have no lettered parts")
	}
	year, known := SecurityCouncilYear(number)
	switch {
	case isYear(printed):
		s.Year, _ = strconv.Atoi(printed)
	case printed != "":
		return fmt.Errorf("“%s (%s)”: the Security Council numbers by years, not by sessions", s.Canonical, printed)
	case s.Nature == "DEC":
		return nil
	case !known:
		return fmt.Errorf("“%s” lacks its year, and no Security Council resolution %d is known up to %d", s.Canonical, number, lastYear)
	default:
		s.Year = year
	}
	s.Canonical += "(" + strconv.Itoa(s.Year) + ")"
	return nil
}

// inRomanSession completes a number that ran on through the sessions.
func (s *Symbol) inRomanSession(number int, printed string) error {
	if printed == "" {
		ses, ok := sessionOfNumber(number)
		if !ok || strings.HasPrefix(s.Canonical, "E/") {
			return fmt.Errorf("“%s” lacks its session, as in A/RES/2200 (XXI)", s.Canonical)
		}
		printed = ses.name
	}
	s.Session = arabicSession(printed)
	if strings.HasSuffix(romanSession(s.Session), "-") || romanSession(s.Session) == "" {
		return fmt.Errorf("“%s” is no session of the General Assembly or the Economic and Social Council", printed)
	}
	s.Canonical += "(" + romanSession(s.Session) + ")" + s.Letter
	return nil
}
