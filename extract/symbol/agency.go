package symbol

import (
	_ "embed" // the tables of data/
	"strconv"
	"strings"
)

//go:embed data/agencies.tsv
var agencyTable string

//go:embed data/conferences.tsv
var conferenceTable string

//go:embed data/comments.tsv
var commentTable string

// Number is a resolution, decision or comment of a body that numbers without
// UN symbols.
type Number struct {
	ID   string // the canonical identifier: WHA74.5, FCCC/DEC/1/CP.21
	Kind string // resolution, decision; empty where the words must say it
	Body string // entity:…
}

// agencyPattern is a row of agencies.tsv, how one series prints its numbers:
// in the pattern # stands for figures, ~ for a roman number; letters are
// compared without their case, blanks not at all. identifier is the canonical
// form, {1} and {2} the figures in their order; where it is empty, the number is
// its own. kind is what the numbers are where their words do not say it.
type agencyPattern struct{ pattern, identifier, kind, body string }

// agencies are the patterns by the first letter that they begin with.
var agencies = loadAgencies()

func loadAgencies() map[byte][]agencyPattern {
	m := map[byte][]agencyPattern{}
	for _, f := range rows("agencies.tsv", agencyTable, 5) {
		m[f[0][0]] = append(m[f[0][0]], agencyPattern{f[0], f[1], f[2], f[3]})
	}
	return m
}

// Agency reads a number as an agency or a conference prints it, WHA74.5,
// MEPC.203 (62), GC(65)/RES/12. The identifier is spelled as the table of
// series spells it.
func Agency(spelled string) (Number, bool) {
	if spelled == "" {
		return Number{}, false
	}
	for _, p := range agencies[spelled[0]&^0x20] {
		if id, ok := p.read(spelled); ok {
			return Number{id, p.kind, p.body}, true
		}
	}
	return Number{}, false
}

// read returns the identifier of the number, if it fits the pattern.
func (p agencyPattern) read(spelled string) (string, bool) {
	out, figures := make([]byte, 0, len(spelled)), []string{}
	b := []byte(strings.ToUpper(spelled))
	i := 0
	for _, c := range []byte(p.pattern) {
		for i < len(b) && b[i] == ' ' {
			i++
		}
		n := 1
		switch {
		case c == '#':
			n = run(b[i:], digit)
		case c == '~':
			n = len(b[i:]) - len(strings.TrimLeft(string(b[i:]), "IVXLC"))
		case i == len(b) || b[i] != c:
			return "", false
		}
		if n == 0 {
			return "", false
		}
		if c == '#' || c == '~' {
			figures = append(figures, string(b[i:i+n]))
		}
		out, i = append(out, b[i:i+n]...), i+n
	}
	if p.identifier == "" {
		return string(out), i == len(b)
	}
	id := p.identifier
	for k, f := range figures {
		id = strings.Replace(id, "{"+strconv.Itoa(k+1)+"}", f, 1)
	}
	return id, i == len(b)
}

// conference is a row of conferences.tsv: of an abbreviation that stands
// behind the number, 1/CP.21, the identifier of a decision ({a} the number, {s}
// the session as printed) and the body.
type conference struct{ decision, body string }

var conferences = loadConferences()

// ownConference is how a conference of parties abbreviates itself, CP or COP.
var ownConference = map[string]string{}

// AsResolution is the resolution with the number of a decision: a conference numbers
// both from 1.
func (n Number) AsResolution() Number {
	return Number{strings.Replace(n.ID, "/DEC/", "/RES/", 1), "resolution", n.Body}
}

func loadConferences() map[string]conference {
	m := map[string]conference{}
	for _, f := range rows("conferences.tsv", conferenceTable, 4) {
		m[f[0]] = conference{f[1], f[2]}
		if f[0] == "CP" || f[0] == "COP" {
			ownConference[f[2]] = f[0]
		}
	}
	return m
}

// ConferenceDecision returns the decision of a conference of parties that
// prints its session behind the number: 1 and "CP.21" of 1/CP.21.
func ConferenceDecision(number int, session string) (Number, bool) {
	return ConferenceDecisionOf(number, session, "")
}

// ConferenceDecisionOf is ConferenceDecision in a document of the body: there CP and
// COP are both that conference's own, however it abbreviates them.
func ConferenceDecisionOf(number int, session, body string) (Number, bool) {
	abbreviation, meeting, dotted := strings.Cut(session, ".")
	if own := ownConference[body]; own != "" && (abbreviation == "CP" || abbreviation == "COP") {
		abbreviation, session = own, own+"."+meeting
	}
	c, ok := conferences[abbreviation]
	if !ok || !dotted {
		return Number{}, false
	}
	id := strings.NewReplacer("{a}", strconv.Itoa(number), "{s}", session).Replace(c.decision)
	return Number{id, "decision", c.body}, true
}

// comments is a rule of comments.tsv: from a number on, the identifier of the
// general comments of a body ({n} the number). Those before the first rule that
// bears a symbol had none of their own.
type comments struct {
	recommendation bool // the body calls them general recommendations
	from           int
	identifier     string
}

var commentRules = loadComments()

func loadComments() map[string][]comments {
	m := map[string][]comments{}
	for _, f := range rows("comments.tsv", commentTable, 4) {
		from, err := strconv.Atoi(f[2])
		if err != nil {
			panic("symbol: data/comments.tsv: " + err.Error())
		}
		m[f[0]] = append(m[f[0]], comments{f[1] == "recommendation", from, f[3]})
	}
	return m
}

// GeneralComment returns the identifier of the general comment, or general
// recommendation, that a treaty body gave a number: CCPR/C/GC/36, or
// CESCR/GC/3 of the time before they had symbols.
func GeneralComment(body string, number int) (id string, ok bool) {
	for _, r := range commentRules[body] {
		if number >= r.from {
			id = strings.Replace(r.identifier, "{n}", strconv.Itoa(number), 1)
		}
	}
	return id, id != ""
}

// IssuesComments reports whether a body issues general comments, or such as are
// called general recommendations.
func IssuesComments(body string, recommendation bool) bool {
	rules := commentRules[body]
	return len(rules) > 0 && (!recommendation || rules[0].recommendation)
}

// commenters are the bodies of comments.tsv by the abbreviation with which their
// symbols begin, CEDAW.
var commenters = func() map[string]string {
	m := map[string]string{}
	for body, rules := range commentRules {
		abbreviation, _, _ := strings.Cut(rules[0].identifier, "/")
		m[abbreviation] = body
	}
	return m
}()

// Commenter returns the treaty body with an abbreviation, empty where there is none.
func Commenter(abbreviation string) string { return commenters[abbreviation] }
