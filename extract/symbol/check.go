package symbol

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Check tells whether a date printed beside a canonical symbol can be right.
// date is ISO 8601 to any precision ("2006-09-08", "2006-09", "2006"); it may
// be empty, and then only the symbol's own number, session and year are held
// against each other. Only resolutions, decisions and presidential statements
// are judged: the date beside any other document is often that of the letter
// or report in it. Where ok is false, note says in a sentence what contradicts
// what.
func Check(canonical, date string) (note string, ok bool) {
	s, err := Parse(canonical)
	if err != nil {
		return "", true
	}
	if note := s.checkNumber(); note != "" {
		return note, false
	}
	if date == "" {
		return "", true
	}
	first, last, valid := interval(date, date)
	if !valid {
		return fmt.Sprintf("“%s” is no date.", date), false
	}
	if note := s.checkDate(date, first, last); note != "" {
		return note, false
	}
	return "", true
}

// RomanFits reports whether the tables leave no doubt that the General Assembly
// adopted a resolution of the number at the session, which is spelled in roman
// figures, and on the date where one is given. It is quick; what it does not
// report, Check must judge.
func RomanFits(number int, session, date string) bool {
	s, ok := sessions[bodySession{assembly, arabicSession(session)}]
	if !ok || s.low == 0 || number < s.low || number > s.high {
		return false
	}
	return date == "" || len(date) == len("1960-12-14") && date >= s.from && date <= s.to
}

// checkNumber holds number against year or session.
func (s Symbol) checkNumber() string {
	number, err := strconv.Atoi(s.Number)
	if err != nil || s.Nature != "RES" {
		return ""
	}
	switch s.Body {
	case council:
		return checkCouncilNumber(number, s.Year)
	case assembly:
		if strings.HasSuffix(strings.TrimSuffix(s.Canonical, s.Letter), ")") {
			return checkRomanNumber(number, s.Session)
		}
	case ecosoc:
		if strings.HasSuffix(strings.TrimSuffix(s.Canonical, s.Letter), ")") {
			return checkCouncilSession(number, s.Session)
		}
	}
	return ""
}

func checkCouncilNumber(number, year int) string {
	known, ok := SecurityCouncilYear(number)
	switch {
	case ok && known != year:
		return fmt.Sprintf("Security Council resolution %d was adopted in %d, not %d.", number, known, year)
	case !ok && year < lastYear:
		return fmt.Sprintf("The Security Council adopted no resolution %d in %d.", number, year)
	}
	return ""
}

// checkRomanNumber uses that numbers rose from session to session: a number
// contradicts its session if a lower one is known of a later session or a
// higher one of an earlier session. Special sessions met between regular ones,
// so the order is that of the numbers, not of the names.
func checkRomanNumber(number int, name string) string {
	own, ok := sessionOf(assembly, name)
	if !ok || own.low == 0 {
		return fmt.Sprintf("No resolution of the General Assembly's session %s was numbered %d (%s).", name, number, romanSession(name))
	}
	for _, s := range sessionList {
		if s.body != assembly || s.low == 0 || s.name == name {
			continue
		}
		later := s.low > own.high && number >= s.low
		earlier := s.high < own.low && number <= s.high
		if later || earlier {
			return fmt.Sprintf("General Assembly resolution %d does not belong to session %s: its numbers lie around %d to %d.",
				number, romanSession(name), own.low, own.high)
		}
	}
	return ""
}

// NearSession reports whether a roman session and its number can be a misprint of
// each other: the General Assembly, or the Economic and Social Council, has such
// numbers at the session printed or at one beside it.
func NearSession(canonical string) bool {
	s, err := Parse(canonical)
	if err != nil {
		return false
	}
	number, own := numberOf(s.Number), numberOf(s.Session)
	for near := own - 1; near <= own+1; near++ {
		t := s
		if t.Session = strconv.Itoa(near); near > 0 && t.checkNumber() == "" {
			return number > 0
		}
	}
	return false
}

// checkCouncilSession is checkRomanNumber for the Economic and Social Council, of
// whose sessions few numbers are known: those that documents cite most. From the
// fourth on they rose from session to session.
func checkCouncilSession(number int, name string) string {
	own := numberOf(name)
	if own < firstRising {
		return ""
	}
	for _, s := range sessionList {
		if s.body != ecosoc || s.low == 0 {
			continue
		}
		other := numberOf(s.name)
		if other > own && number >= s.low || other < own && number <= s.high {
			return fmt.Sprintf("Economic and Social Council resolution %d does not belong to session %s: %d is of session %s.",
				number, romanSession(name), s.low, romanSession(s.name))
		}
	}
	return ""
}

// firstRising is the session of the Economic and Social Council from which on its
// resolutions were numbered through.
const firstRising = 4

// checkDate holds the days first to last against the time in which the
// document must have been adopted.
func (s Symbol) checkDate(printed, first, last string) string {
	from, to, ok := s.adoption()
	if !ok || last >= from && first <= to {
		return ""
	}
	return fmt.Sprintf("The date %s does not fit %s, which was adopted between %s and %s.", printed, s.Canonical, from, to)
}

// adoption is the first and the last possible day of adoption, ISO dates.
func (s Symbol) adoption() (from, to string, ok bool) {
	if s.Nature != "RES" && s.Nature != "DEC" && s.Nature != "PRST" {
		return "", "", false
	}
	if s.Year != 0 {
		year := strconv.Itoa(s.Year)
		if s.Body == ecosoc {
			// The Council's year may open in the July before, and its last
			// resumed session has met as late as the January after.
			return strconv.Itoa(s.Year-1) + "-07-01", strconv.Itoa(s.Year+1) + "-01-31", true
		}
		return year + "-01-01", year + "-12-31", true
	}
	ses, ok := sessionOf(s.sessionBody(), s.Session)
	if !ok {
		return "", "", false
	}
	if ses.to == "" {
		from, _, ok = interval(ses.from, ses.from)
		return from, "9999-12-31", ok
	}
	return interval(ses.from, ses.to)
}

// interval gives the first day of from and the last day of to.
func interval(from, to string) (first, last string, ok bool) {
	const day, month, year = "2006-01-02", "2006-01", "2006"
	if plainDay(from) && plainDay(to) {
		return from, to, true
	}
	start, _, ok1 := parseDate(from)
	end, layout, ok2 := parseDate(to)
	switch layout {
	case month:
		end = end.AddDate(0, 1, -1)
	case year:
		end = end.AddDate(1, 0, -1)
	}
	return start.Format(day), end.Format(day), ok1 && ok2
}

// plainDay reports whether the date is a day that every month has, as nearly all are: its own
// first and last day.
func plainDay(iso string) bool {
	if len(iso) != len("2006-01-02") || iso[4] != '-' || iso[7] != '-' {
		return false
	}
	for i := range len(iso) {
		if b := iso[i]; i != 4 && i != 7 && (b < '0' || b > '9') {
			return false
		}
	}
	month, day := iso[5:7], iso[8:]
	return "01" <= month && month <= "12" && "01" <= day && day <= "28"
}

func parseDate(iso string) (t time.Time, layout string, ok bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t, layout, true
		}
	}
	return time.Time{}, "", false
}
