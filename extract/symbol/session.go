package symbol

import (
	_ "embed" // the tables of data/
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// session is one row of data/sessions.tsv.
type session struct {
	body     string
	name     string // "15", "S-6", "ES-10"
	from, to string // ISO dates to the precision known; to is empty while it goes on
	low      int    // lowest and highest number of a resolution known to be of it
	high     int
}

type bodySession struct{ body, name string }

//go:embed data/sessions.tsv
var sessionTable string

//go:embed data/security-council-years.tsv
var councilTable string

var (
	sessionList  = loadSessions()
	sessions     = indexSessions(sessionList)
	councilYears = loadCouncilYears()
)

const (
	assembly     = "entity:general-assembly"
	council      = "entity:security-council"
	ecosoc       = "entity:economic-and-social-council"
	rightsBody   = "entity:human-rights-council"
	environment  = "entity:united-nations-environment-assembly"
	lastRoman    = 30   // General Assembly sessions whose resolutions were numbered on
	firstSession = 1945 // the Nth regular session opens in September of 1945 + N
)

// InYear reports whether the symbol is of the Economic and Social Council since its sessions
// have no numbers but are those of a year.
func (s Symbol) InYear() bool {
	const lastNumbered = 1977
	return s.Body == ecosoc && s.Year > lastNumbered
}

func loadSessions() []session {
	var list []session
	for _, f := range rows("sessions.tsv", sessionTable, 7) {
		low, _ := strconv.Atoi(f[4])
		high, _ := strconv.Atoi(f[5])
		list = append(list, session{f[0], f[1], f[2], f[3], low, high})
	}
	return list
}

func indexSessions(list []session) map[bodySession]session {
	m := make(map[bodySession]session)
	for _, s := range list {
		m[bodySession{s.body, s.name}] = s
	}
	return m
}

// councilYear is the run of Security Council resolution numbers of one year.
type councilYear struct{ year, first, last int }

func loadCouncilYears() []councilYear {
	var list []councilYear
	for _, f := range rows("security-council-years.tsv", councilTable, 3) {
		var y councilYear
		for i, p := range []*int{&y.year, &y.first, &y.last} {
			n, err := strconv.Atoi(f[i])
			if err != nil {
				panic("symbol: data/security-council-years.tsv: " + err.Error())
			}
			*p = n
		}
		list = append(list, y)
	}
	return list
}

// SecurityCouncilYear returns the year in which the Security Council adopted
// the resolution of a number; ok is false for numbers outside the table.
func SecurityCouncilYear(number int) (year int, ok bool) {
	i := sort.Search(len(councilYears), func(i int) bool { return councilYears[i].last >= number })
	if i == len(councilYears) || number < councilYears[i].first {
		return 0, false
	}
	return councilYears[i].year, true
}

// sessionOf finds a session of a body, by the rule for the General Assembly's
// regular sessions that the table does not list.
func sessionOf(body, name string) (session, bool) {
	if s, ok := sessions[bodySession{body, name}]; ok {
		return s, true
	}
	n, err := strconv.Atoi(name)
	if body != assembly || err != nil || n <= lastRoman || n > 150 {
		return session{}, false
	}
	return session{body: body, name: name,
		from: fmt.Sprintf("%d-09", firstSession+n), to: fmt.Sprintf("%d-09", firstSession+n+1)}, true
}

// sessionOfNumber finds the session of a General Assembly resolution that was
// numbered through the sessions, where the table's bounds leave no doubt.
func sessionOfNumber(number int) (session, bool) {
	for _, s := range sessionList {
		if s.body == assembly && s.low > 0 && number >= s.low && number <= s.high {
			return s, true
		}
	}
	return session{}, false
}

// romanSession writes a session as the symbols up to 1976 do: XXI, S-VI.
func romanSession(name string) string {
	kind, ordinal := "", name
	if i := strings.LastIndexByte(name, '-'); i >= 0 {
		kind, ordinal = name[:i+1], name[i+1:]
	}
	return kind + Roman(numberOf(ordinal))
}

// arabicSession is the inverse of romanSession; it leaves arabic figures be.
func arabicSession(roman string) string {
	kind, ordinal := "", roman
	if i := strings.LastIndexByte(roman, '-'); i >= 0 {
		kind, ordinal = roman[:i+1], roman[i+1:]
	}
	return kind + strconv.Itoa(numberOf(ordinal))
}

// Year returns the first and the last year in which the document of a
// canonical symbol can have been issued, 0 and 0 where the symbol does not
// tell. A session that spans two calendar years gives both.
func Year(canonical string) (from, to int) {
	s, err := Parse(canonical)
	if err != nil {
		return 0, 0
	}
	return s.years()
}

func (s Symbol) years() (from, to int) {
	if s.Year != 0 {
		return s.Year, s.Year
	}
	if s.Session == "" {
		return 0, 0
	}
	ses, ok := sessionOf(s.sessionBody(), s.Session)
	if !ok {
		return 0, 0
	}
	from, to = yearOf(ses.from), yearOf(ses.to)
	if to == 0 {
		to = lastYear
	}
	return from, to
}

// lastYear closes sessions that are still open: the last year of the table of
// Security Council resolutions.
var lastYear = councilYears[len(councilYears)-1].year

func yearOf(iso string) int {
	if len(iso) < 4 {
		return 0
	}
	n, _ := strconv.Atoi(iso[:4])
	return n
}

// sessionBody is the body whose sessions the symbol counts: a committee of
// the General Assembly counts the Assembly's.
func (s Symbol) sessionBody() string {
	if hasSessions[s.Body] {
		return s.Body
	}
	for p := strings.ToUpper(s.Canonical); p != ""; p = shorter(p) {
		if ser, ok := series[p]; ok && hasSessions[ser.body] {
			return ser.body
		}
	}
	return s.Body
}

var hasSessions = func() map[string]bool {
	m := make(map[string]bool)
	for _, s := range sessionList {
		m[s.body] = true
	}
	return m
}()
