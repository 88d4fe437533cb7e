package scan

import (
	"math/bits"

	"uncite/extract/internal/token"
	"uncite/extract/record"
)

// kind is a kind of reference: how one is recognised and what rules it makes.
// A new kind is a file with its function and a row of kinds.
type kind struct {
	// begins are the classes of tokens with which such a reference begins, and
	// not those that such a token must not have beside them.
	begins, not token.Set
	// masthead tells that the kind is read in mastheads too.
	masthead bool
	// read reads the reference that token k begins and returns the token at which
	// to go on, or 0 to leave token k to the kinds further down too.
	read func(s *scanner, k int) (next int)
	// rules are the rules that its mentions bear.
	rules []record.Rule
}

// kinds are all kinds, in the order in which a token is offered to them.
var kinds = []kind{
	{begins: token.SetOf(token.Ruling), read: (*scanner).caseOf},
	{begins: token.SetOf(token.Name, token.Head), read: also((*scanner).nameAt), rules: []record.Rule{
		{Name: "name", Means: "a full name of the authority tables"},
		{Name: ReportTitle, Means: "a report that a note cites by its title and date alone; of a conference whose report the tables have, the instrument at the place named, else the report"},
		{Name: "apposition", Means: "a second name in brackets after the first"},
	}},
	{begins: token.SetOf(token.YearWord, token.DayWord), read: also((*scanner).yearNamed)},
	{begins: token.SetOf(token.Number), read: also((*scanner).yearWithin)},
	{begins: token.SetOf(token.Number, token.No), read: (*scanner).law, rules: []record.Rule{
		{Name: "law", Means: "a law or decree of a State, by its number; `unresolved` where the words do not say whose"},
	}},
	{begins: token.SetOf(token.Number), read: (*scanner).labour, rules: []record.Rule{
		{Name: "labour", Means: "a convention or recommendation of the International Labour Organization, by its number"},
	}},
	{begins: token.SetOf(token.Number), masthead: true, read: alone((*scanner).numbered), rules: []record.Rule{
		{Name: "number:…", Means: "a number with a head of its own"},
		{Name: "list:…", Means: "a number that stands in a list under an earlier head"},
		{Name: "`number`, `list`", Means: "a number whose owner could not be told, or whose owner makes none of this form: always `unresolved`. `symbol` has a number that is none of the United Nations': 41 C/48"},
	}},
	{begins: token.SetOf(token.Symbol), masthead: true, read: (*scanner).symbolAt, rules: []record.Rule{
		{Name: "symbol", Means: "a document symbol as printed"},
	}},
	{begins: token.SetOf(token.Series), masthead: true, read: alone((*scanner).treaty), rules: []record.Rule{
		{Name: "treaty-series", Means: "volume and registration number of UNTS or LNTS"},
	}},
	{begins: token.SetOf(token.Comment), masthead: true, read: alone((*scanner).generalComment), rules: []record.Rule{
		{Name: "general-comment", Means: "a general comment or recommendation of a treaty body, by body and number"},
	}},
	{begins: token.SetOf(token.TitleOpen), read: (*scanner).titled, rules: []record.Rule{
		{Name: "title", Means: "a title in title marks that no table knows"},
	}},
	{begins: token.SetOf(token.Quote), read: also((*scanner).entitled)},
	{begins: token.SetOf(token.Records), read: (*scanner).namedRecords, rules: []record.Rule{
		{Name: "official-records", Means: "a numbered supplement to Official Records, named without its symbol"},
	}},
	{begins: token.SetOf(token.Date), read: also((*scanner).ruling), rules: []record.Rule{
		{Name: "ruling", Means: "a judgment, order or advisory opinion of the International Court of Justice, by its day, by its page in the Reports or by the title of the case"},
	}},
	{begins: token.SetOf(token.Ibid), masthead: true, read: alone((*scanner).ibidem), rules: []record.Rule{
		{Name: "ibid", Means: "*ibid.* and its like"},
	}},
	{begins: token.SetOf(token.NoteWord), read: also((*scanner).noteAbove), rules: []record.Rule{
		{Name: "note-above", Means: "\"note 1 above\": what that note cites"},
	}},
	// The next two lend a place to the citation before them.
	{begins: token.SetOf(token.Thereto), masthead: true, read: alone((*scanner).annexThereto)},
	{begins: token.SetOf(token.Own), not: token.SetOf(token.Type), read: also((*scanner).ownRules)},
	{begins: token.SetOf(token.Own), not: token.SetOf(token.Type), read: also((*scanner).ownProtocols)},
	{begins: token.SetOf(token.Own), not: token.SetOf(token.Type), masthead: true, read: alone((*scanner).itsAnnex)},
	{begins: token.SetOf(token.Back), masthead: true, read: alone((*scanner).backReference), rules: []record.Rule{
		{Name: "back", Means: "\"that resolution\", \"those resolutions\""},
	}},
	// The next two learn the names for which definedNames looks.
	{begins: token.SetOf(token.Herein), masthead: true, read: alone((*scanner).define), rules: []record.Rule{
		{Name: "defined", Means: "a name that this document has defined"},
	}},
	{begins: token.SetOf(token.Open), masthead: true, read: alone((*scanner).bracketName)},
	{begins: token.SetOf(token.Type), masthead: true, read: alone((*scanner).datedOnly), rules: []record.Rule{
		{Name: "`date:BODY`, `date`", Means: "a document cited by its date alone"},
	}},
}

// alone makes a function that reads at token k the one reader of that token.
func alone(read func(s *scanner, k int)) func(s *scanner, k int) int {
	return func(s *scanner, k int) int {
		read(s, k)
		return k + 1
	}
}

// also makes one that leaves the token to other kinds too.
func also(read func(s *scanner, k int)) func(s *scanner, k int) int {
	return func(s *scanner, k int) int {
		read(s, k)
		return 0
	}
}

// seek makes the kinds those that the scanner looks for.
func (s *scanner) seek(kinds []kind) {
	s.kinds, s.begins, s.offers = kinds, beginnings(kinds), offersOf(kinds)
}

// beginnings are all classes of tokens with which one of the kinds begins.
func beginnings(kinds []kind) token.Set {
	var all token.Set
	for i := range kinds {
		all |= kinds[i].begins
	}
	return all
}

// offers are, by class, the kinds to which a token of the class is offered, a bit each in
// their order: most tokens have one class of 64, and few kinds begin with it.
type offers [64]uint64

func offersOf(kinds []kind) (all offers) {
	for i := range kinds {
		for c := range all {
			if kinds[i].begins.Has(token.Class(c)) {
				all[c] |= 1 << i
			}
		}
	}
	return all
}

// to are the kinds to which a token of the classes is offered.
func (o *offers) to(classes token.Set) (kinds uint64) {
	for ; classes != 0; classes &= classes - 1 {
		kinds |= o[bits.TrailingZeros64(uint64(classes))]
	}
	return kinds
}

// Rules explains the rules that mentions bear.
func Rules() []record.Rule {
	var all []record.Rule
	for i := range kinds {
		all = append(all, kinds[i].rules...)
	}
	return all
}
