package token

// Class is what a word of the lexicon is in a citation.
type Class uint8

const (
	None      Class = iota
	Type            // resolution, decision
	Own             // its, sa, 其
	Owner           // a body that numbers its resolutions
	About           // on, entitled, 关于: what leads a title
	Of              // of, dated, by the: fills the gaps between the parts of a citation
	And             // joins the items of a list
	Range           // to, 至: a range
	Month           // value 1 to 12
	YearWord        // 年, года
	MonthWord       // 月
	DayWord         // 日
	No              // No., 第
	NoEnd           // 号
	Unit            // annex, paragraph, article …
	Series          // UNTS, LNTS
	Volume          // vol., 卷
	Ibid            // ibid., 同上
	Other           // general comment, article: its numbers are no resolutions
	Present         // the present (resolution)
	Document        // document
	Part            // the letter of a part, spelled: ألف
	Session         // the kind of a session, abbreviated: د
	Verb            // the verb of a clause, value its treatment
	Opening         // a verb only where a paragraph begins
	Adjunct         // a verb in preambles, elsewhere it qualifies another: taking into account
	Adverb          // stands by a verb: also, again, 又
	Tone            // stands by a verb and says what the clause does: with concern
	Object          // says so after a verb of expression: its concern
	Name            // a name of the authority file
	Number          // a number in one of the shapes of a resolution's number
	Symbol          // a UN document symbol
	Date            // a whole date
	Comma
	Stop // ; 。 and the like
	Open
	Shut
	Quote
	TitleOpen      // 《
	Back           // the same resolution: one or all of those named last
	Head           // a head noun of names: Conference, Fund
	Tie            // on, for: what continues a title
	ConferenceWord // the abbreviation of a conference of parties in its numbers
	Respective     // respectively: a row of dates belongs to a row of numbers
	Thereto        // thereto: the annex before it is one of the document cited last
	Supplement     // Supplement, of Official Records
	Adopts         // adoption, adopted: says whose resolution it is
	Records        // 正式记录: titles that are no titles of instruments
	Report         // Report of the: opens the title of a report in a footnote
	Herein         // hereinafter: what follows is a name for what stands before
	Dash
	Comment   // general comment, general recommendation: its number is one of a treaty body's
	Pursuant  // pursuant to: what follows is the ground of what stands before
	Toward    // to, where a word of its own says to whom: 向
	Including // in particular, including: what follows is some of what stands before
	NoteWord  // note, footnote: its number is one of this document's notes
	Above     // above, supra: stands by that number
	Ruling    // the short title of a case of the International Court of Justice; the value is the day of a ruling
	Small     // a noun that begins names of the tables in small letters too
)

var classNames = map[string]Class{
	"type": Type, "own": Own, "owner": Owner, "about": About, "of": Of, "and": And, "range": Range,
	"month": Month, "short month": Month, "year": YearWord, "monthword": MonthWord, "day": DayWord, "no": No, "noend": NoEnd,
	"unit": Unit, "series": Series, "vol": Volume, "ibid": Ibid, "other": Other, "present": Present,
	"doc": Document, "back": Back, "herein": Herein, "tie": Tie, "records": Records, "report": Report, "part": Part, "session": Session,
	"verb": Verb, "opening": Opening, "adjunct": Adjunct, "adverb": Adverb, "tone": Tone, "object": Object, "adopts": Adopts, "supplement": Supplement, "thereto": Thereto, "respective": Respective, "including": Including, "pursuant": Pursuant, "toward": Toward, "conference": ConferenceWord, "comment": Comment,
	"footnote": NoteWord, "above": Above,
}

// Set is a set of classes, one bit each.
type Set uint64

func (s Set) Has(c Class) bool { return s&(1<<c) != 0 }

func SetOf(classes ...Class) Set {
	var s Set
	for _, c := range classes {
		s |= 1 << c
	}
	return s
}
