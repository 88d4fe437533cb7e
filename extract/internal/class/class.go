// Package class has the classes of words in the tables of names, by which rules ask what a word is.
package class

// ID is a class. What each is for says the table of English, or that of the language that alone
// has it.
type ID uint8

// The classes, as a constant each, so that asking for one looks nothing up.
const (
	About ID = iota
	Accredited
	Acting
	Adjectival
	Adopted
	Adverb
	AdverbEnding
	After
	Agent
	Agreeing
	Aim
	And
	AndBut
	Any
	Apart
	ApartOf
	Area
	AsOf
	Assembled
	At
	Band
	Bare
	Been
	Begin
	Behalf
	BehindTown
	Beside
	Between
	Break
	Calls
	Carry
	Case
	Celebrated
	City
	ClauseEnding
	Common
	Company
	Compass
	ComplementEnding
	Compound
	Convened
	Counted
	Counting
	Cut
	CutBut
	Daily
	Dated
	DayGoesOn
	DealsWith
	Deed
	DeedEnding
	DeedLed
	DefiniteArticle
	DoerEnding
	DoingEnding
	Draft
	Due
	Ending
	Entitled
	Family
	Feature
	FeatureBehind
	FeatureBut
	FeatureOf
	Features
	FeaturesOf
	Feminine
	FeminineEnding
	Folk
	Forename
	Founded
	Founds
	Fund
	FundAim
	Gate
	Generic
	Genitive
	GenitiveEnding
	GerundEnding
	Given
	Giver
	Held
	HeldThing
	HerEnding
	HerNounEnding
	Indefinite
	Infinitive
	Inner
	Inside
	Institution
	International
	Into
	Its
	Joined
	LabourC
	LabourR
	LawTitle
	Lawmaker
	Lead
	Leaving
	Led
	Level
	Link
	Made
	Mandate
	Meeting
	Meets
	Members
	Month
	Movement
	MovementAim
	National
	Near
	Negation
	NoLaw
	NoName
	NoPeople
	Noun
	NounEnding
	Of
	OfTreaty
	OfWork
	OfYear
	Officer
	On
	Onto
	Open
	Opinion
	OrdinalEnding
	Organ
	OwnProtocols
	Owner
	Paper
	Part
	Particle
	PastEnding
	People
	PeopleEnding
	Period
	Person
	Place
	PlaceEnding
	PluralEnding
	PredicateEnding
	Preposition
	Protocol
	ProtocolAdjective
	Protocols
	Rank
	ReceiverEnding
	Region
	Relative
	Renames
	Review
	Rooted
	Rules
	RulesPlaced
	Ruling
	Scope
	Seated
	Self
	Small
	Staffed
	Stop
	Swallowed
	Tail
	TaskEnding
	That
	The
	Their
	Thereto
	Through
	Tie
	To
	ToProtocol
	Topic
	Town
	Treaty
	Unbound
	UnitedNations
	Vague
	Verb
	Verbal
	Versus
	Weak
	Where
	Whole
	Whose
	Wide
	Within
	Without
	Work
	Year

	// Count is how many there are.
	Count int = iota
)

// spelled are the classes as the tables spell them.
var spelled = [Count]string{
	About:             "about",
	Accredited:        "accredited",
	Acting:            "acting",
	Adjectival:        "adjectival",
	Adopted:           "adopted",
	Adverb:            "adverb",
	AdverbEnding:      "adverb-ending",
	After:             "after",
	Agent:             "agent",
	Agreeing:          "agreeing",
	Aim:               "aim",
	And:               "and",
	AndBut:            "and-but",
	Any:               "any",
	Apart:             "apart",
	ApartOf:           "apart-of",
	Area:              "area",
	AsOf:              "as-of",
	Assembled:         "assembled",
	At:                "at",
	Band:              "band",
	Bare:              "bare",
	Been:              "been",
	Begin:             "begin",
	Behalf:            "behalf",
	BehindTown:        "behind-town",
	Beside:            "beside",
	Between:           "between",
	Break:             "break",
	Calls:             "calls",
	Carry:             "carry",
	Case:              "case",
	Celebrated:        "celebrated",
	City:              "city",
	ClauseEnding:      "clause-ending",
	Common:            "common",
	Company:           "company",
	Compass:           "compass",
	ComplementEnding:  "complement-ending",
	Compound:          "compound",
	Convened:          "convened",
	Counted:           "counted",
	Counting:          "counting",
	Cut:               "cut",
	CutBut:            "cut-but",
	Daily:             "daily",
	Dated:             "dated",
	DayGoesOn:         "day-goes-on",
	DealsWith:         "deals-with",
	Deed:              "deed",
	DeedEnding:        "deed-ending",
	DeedLed:           "deed-led",
	DefiniteArticle:   "definite-article",
	DoerEnding:        "doer-ending",
	DoingEnding:       "doing-ending",
	Draft:             "draft",
	Due:               "due",
	Ending:            "ending",
	Entitled:          "entitled",
	Family:            "family",
	Feature:           "feature",
	FeatureBehind:     "feature-behind",
	FeatureBut:        "feature-but",
	FeatureOf:         "feature-of",
	Features:          "features",
	FeaturesOf:        "features-of",
	Feminine:          "feminine",
	FeminineEnding:    "feminine-ending",
	Folk:              "folk",
	Forename:          "forename",
	Founded:           "founded",
	Founds:            "founds",
	Fund:              "fund",
	FundAim:           "fund-aim",
	Gate:              "gate",
	Generic:           "generic",
	Genitive:          "genitive",
	GenitiveEnding:    "genitive-ending",
	GerundEnding:      "gerund-ending",
	Given:             "given",
	Giver:             "giver",
	Held:              "held",
	HeldThing:         "held-thing",
	HerEnding:         "her-ending",
	HerNounEnding:     "her-noun-ending",
	Indefinite:        "indefinite",
	Infinitive:        "infinitive",
	Inner:             "inner",
	Inside:            "inside",
	Institution:       "institution",
	International:     "international",
	Into:              "into",
	Its:               "its",
	Joined:            "joined",
	LabourC:           "labour-C",
	LabourR:           "labour-R",
	LawTitle:          "law-title",
	Lawmaker:          "lawmaker",
	Lead:              "lead",
	Leaving:           "leaving",
	Led:               "led",
	Level:             "level",
	Link:              "link",
	Made:              "made",
	Mandate:           "mandate",
	Meeting:           "meeting",
	Meets:             "meets",
	Members:           "members",
	Month:             "month",
	Movement:          "movement",
	MovementAim:       "movement-aim",
	National:          "national",
	Near:              "near",
	Negation:          "negation",
	NoLaw:             "no-law",
	NoName:            "no-name",
	NoPeople:          "no-people",
	Noun:              "noun",
	NounEnding:        "noun-ending",
	Of:                "of",
	OfTreaty:          "of-treaty",
	OfWork:            "of-work",
	OfYear:            "of-year",
	Officer:           "officer",
	On:                "on",
	Onto:              "onto",
	Open:              "open",
	Opinion:           "opinion",
	OrdinalEnding:     "ordinal-ending",
	Organ:             "organ",
	OwnProtocols:      "own-protocols",
	Owner:             "owner",
	Paper:             "paper",
	Part:              "part",
	Particle:          "particle",
	PastEnding:        "past-ending",
	People:            "people",
	PeopleEnding:      "people-ending",
	Period:            "period",
	Person:            "person",
	Place:             "place",
	PlaceEnding:       "place-ending",
	PluralEnding:      "plural-ending",
	PredicateEnding:   "predicate-ending",
	Preposition:       "preposition",
	Protocol:          "protocol",
	ProtocolAdjective: "protocol-adjective",
	Protocols:         "protocols",
	Rank:              "rank",
	ReceiverEnding:    "receiver-ending",
	Region:            "region",
	Relative:          "relative",
	Renames:           "renames",
	Review:            "review",
	Rooted:            "rooted",
	Rules:             "rules",
	RulesPlaced:       "rules-placed",
	Ruling:            "ruling",
	Scope:             "scope",
	Seated:            "seated",
	Self:              "self",
	Small:             "small",
	Staffed:           "staffed",
	Stop:              "stop",
	Swallowed:         "swallowed",
	Tail:              "tail",
	TaskEnding:        "task-ending",
	That:              "that",
	The:               "the",
	Their:             "their",
	Thereto:           "thereto",
	Through:           "through",
	Tie:               "tie",
	To:                "to",
	ToProtocol:        "to-protocol",
	Topic:             "topic",
	Town:              "town",
	Treaty:            "treaty",
	Unbound:           "unbound",
	UnitedNations:     "united-nations",
	Vague:             "vague",
	Verb:              "verb",
	Verbal:            "verbal",
	Versus:            "versus",
	Weak:              "weak",
	Where:             "where",
	Whole:             "whole",
	Whose:             "whose",
	Wide:              "wide",
	Within:            "within",
	Without:           "without",
	Work:              "work",
	Year:              "year",
}

// byName are the classes by how they are spelled.
var byName = func() map[string]ID {
	m := make(map[string]ID, Count)
	for id, name := range spelled {
		m[name] = ID(id)
	}
	return m
}()

// Named returns the class that is spelled so, false where there is none.
func Named(name string) (id ID, ok bool) {
	id, ok = byName[name]
	return id, ok
}

// String is the class as the tables spell it.
func (id ID) String() string { return spelled[id] }
