package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// dates reports the citations whose printed year, session or date contradicts
// their number.
func dates(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if later(r.Target, s.latest()) {
			continue // what is still to come is said by another check
		}
		note := r.Note
		if r.Status == record.Resolved && r.Rule == "symbol" && r.Zone != record.Heading {
			note, _ = symbol.Check(r.Target, r.Date) // a symbol is what it is, whatever it contradicts
		} else if r.Status != record.Contradicted {
			continue
		}
		if note != "" {
			out = append(out, at(r, note, intended(r)))
		}
	}
	return out
}

// days reports the citations whose printed day lies in the right session, but
// is not the day that the catalogue gives for the document; of a document that the
// catalogue lacks, a day that is not between those of its neighbours and on which one
// was adopted whose number is a slip away.
func days(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if !numbered(r) || r.Status != record.Resolved || !whole(r.Date) {
			continue
		}
		known, ok := authority.Catalogue()[r.Target]
		if near := sameDay(r.Target, r.Date); (!ok || !whole(known.Date)) && near != "" && !fits(r.Target, r.Date, nearNumbers) {
			out = append(out, at(r, fmt.Sprintf("%s was adopted on %s, and the numbers beside %s were not.", near, r.Date, r.Target), near))
			continue
		}
		if !ok || !whole(known.Date) || known.Date == r.Date || fits(r.Target, r.Date, nextNumber) && !fits(r.Target, known.Date, nextNumber) {
			continue
		}
		reason := fmt.Sprintf("%s was adopted on %s, not on %s.", r.Target, known.Date, r.Date)
		out = append(out, at(r, reason, or(sameDay(r.Target, r.Date), known.Date)))
	}
	return out
}

// The numbers beside a document that are asked for their days: where it is known
// itself the next ones, else the nearest that the catalogue has.
const (
	nextNumber  = 1
	nearNumbers = 12
)

// fits reports whether a day lies between those of the documents whose numbers
// are nearest to a target's, as the catalogue has them: a body numbers what it
// adopts in order, but for parts that come later. Where the catalogue has no
// neighbour within reach every day fits.
func fits(target, day string, reach int) bool {
	parsed, err := symbol.Parse(target)
	n, wrong := strconv.Atoi(parsed.Number)
	if err != nil || wrong != nil || parsed.Letter != "" {
		return true
	}
	series := strings.TrimSuffix(target, parsed.Number)
	for _, step := range []int{-1, 1} {
		for k := 1; k <= reach; k++ {
			near, ok := authority.Catalogue()[series+strconv.Itoa(n+step*k)]
			if !ok || !whole(near.Date) {
				continue
			}
			if near.Date != day && (near.Date < day) != (step < 0) {
				return false
			}
			break
		}
	}
	return true
}

// whole reports whether an ISO date is given to the day.
func whole(date string) bool { return len(date) == len("2006-01-02") }

// intended is what a contradicted citation likely means: the right year of the
// Security Council's number, or the document of the printed day whose number
// is nearly the printed one.
func intended(r *record.Reference) string {
	if near := sameDay(r.Target, r.Date); near != "" {
		return near
	}
	parsed, err := symbol.Parse(r.Target)
	if err != nil || parsed.Year == 0 {
		return ""
	}
	n, err := strconv.Atoi(parsed.Number)
	if err != nil {
		return ""
	}
	year, ok := symbol.SecurityCouncilYear(n)
	if !ok || year == parsed.Year || !strings.HasSuffix(r.Target, fmt.Sprintf("%d(%d)", n, parsed.Year)) {
		return ""
	}
	return strings.TrimSuffix(r.Target, fmt.Sprintf("(%d)", parsed.Year)) + fmt.Sprintf("(%d)", year)
}

// byDay are the symbols of the catalogue by day of adoption.
var byDay = sync.OnceValue(func() map[string][]string {
	days := map[string][]string{}
	for id, r := range authority.Catalogue() {
		if whole(r.Date) {
			days[r.Date] = append(days[r.Date], id)
		}
	}
	for _, list := range days {
		slices.Sort(list)
	}
	return days
})

// sameDay returns the one document of the same series that was adopted on the
// day and whose symbol is a single slip away: a figure more, less or other, or
// two figures that changed places. It is empty where none or several are.
func sameDay(target, day string) string {
	series := target[:len(target)-len(strings.TrimLeftFunc(target, func(r rune) bool { return r < '0' || r > '9' }))]
	found := ""
	for _, id := range byDay()[day] {
		if id == target || !strings.HasPrefix(id, series) || authority.Changes(id, target, 1) > 1 && !authority.Turned([]byte(id), []byte(target)) {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}

// notYet reports documents of a session or year after the document that cites
// them, and resolutions and decisions of a date after it.
func notYet(s *subject) []Finding {
	latest := s.latest()
	if latest == "" {
		return nil
	}
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		cited := numbered(r) || r.Kind == record.Report && r.Rule == "symbol"
		if !cited || r.Status == record.Ambiguous || r.Target == s.doc.Symbol {
			continue
		}
		switch {
		case later(r.Target, latest) && (numbered(r) || later(r.Target, nextYear(latest))):
			from, _ := symbol.Year(r.Target)
			out = append(out, at(r, fmt.Sprintf("%s cannot be older than %d; this document is of %s at the latest.", r.Target, from, latest), intended(r)))
		case numbered(r) && r.Date != "" && r.Date > latest && r.Date[:min(len(r.Date), len(latest))] > latest:
			out = append(out, at(r, fmt.Sprintf("The date %s is later than this document, which is of %s at the latest.", r.Date, latest), ""))
		}
	}
	return out
}

// nextYear is a year after a date: papers are announced, and issued, before the year
// or session for which they are numbered.
func nextYear(date string) string {
	year, _ := strconv.Atoi(date[:min(len(date), 4)])
	return strconv.Itoa(year + 1)
}

// latest is the last day, month or year in which the document can have been
// issued; empty where neither its date nor its symbol tells.
func (s *subject) latest() string {
	if s.doc.Date != "" {
		return s.doc.Date
	}
	if _, to := symbol.Year(s.doc.Symbol); to > 0 {
		return strconv.Itoa(to)
	}
	return ""
}

// later reports whether the document of a symbol is of a year after the date.
func later(target, date string) bool {
	from, _ := symbol.Year(target)
	return from > 0 && len(date) >= 4 && strconv.Itoa(from) > date[:4]
}

// or returns the first that is not empty.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
