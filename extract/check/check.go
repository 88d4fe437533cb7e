package check

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"uncite/extract/authority"
	"uncite/extract/record"
)

// Severity says how sure it is that something must be mended.
type Severity string

// The severities, the gravest first.
const (
	Error   Severity = "error"   // what is printed contradicts the record
	Warning Severity = "warning" // it is very likely a slip
	Notice  Severity = "notice"  // worth a look
)

// Severities lists them, the gravest first.
var Severities = []Severity{Error, Warning, Notice}

// AtLeast reports whether s is as grave as the other, or graver.
func (s Severity) AtLeast(other Severity) bool {
	return slices.Index(Severities, s) <= slices.Index(Severities, other)
}

// Finding is one thing in a document that cannot be right.
type Finding struct {
	Source    string      `json:"source"`   // the file
	Document  string      `json:"document"` // its own symbol, empty when it cannot be told
	Zone      record.Zone `json:"zone"`
	Paragraph string      `json:"paragraph"`
	Check     string      `json:"check"` // the row of Checks that found it
	Severity  Severity    `json:"severity"`
	Text      string      `json:"text"` // the words at fault
	Start     int         `json:"start"`
	End       int         `json:"end"`  // byte offsets of the words in the decoded text
	Line      int         `json:"line"` // of the decoded text, counted from 1
	Column    int         `json:"column"`
	Reason    string      `json:"reason"` // a sentence
	Intent    string      `json:"intent"` // what was likely meant, empty where it cannot be told
}

// Check is a kind of finding.
type Check struct {
	Name     string
	Severity Severity
	Help     string // a line
	find     func(*subject) []Finding
}

// Checks are all kinds of findings. To add one, write its function and its row.
var Checks = []Check{
	{"date", Error, "a year, session or date that the number cannot have", dates},
	{"day", Warning, "a date that is not the day on which the document was adopted", days},
	{"not-yet", Error, "a document cited before it can have existed", notYet},
	{"numbering", Error, "the number of a resolution called a decision, or the reverse", numbering},
	{"body", Error, "a number of a form that the body named never uses", bodies},
	{"doubled", Warning, "an item that stands twice in one list", doubled},
	{"treaty-number", Error, "a treaty series number that is another treaty's than the one named", treatyNumbers},
	{"title", Error, "a title beside a number that adopted something else", titles},
	{"note-mark", Error, "a note mark without its note, or a note without its mark", noteMarks},
	{"note-order", Warning, "notes that are out of order", noteOrder},
	{"paragraph", Error, "a paragraph that a document in hand does not have", paragraphs},
	{"symbol", Warning, "a symbol of no known series", symbols},
	{"name", Warning, "a name that is almost one of the tables", almostNames},
	{"abbreviation", Warning, "an abbreviation that is defined twice", abbreviations},
	{"undefined", Notice, "an abbreviation that is defined nowhere", undefined},
}

// subject is one document under examination.
type subject struct {
	doc   *record.Document
	refs  []record.Reference // of its text, in reading order
	table *authority.Table
	// held are the documents in hand by symbol.
	held  map[string]*record.Document
	names *nearNames
	// enclosed are the abbreviations that the text defines; see told.
	enclosed map[string]bool
}

// pieces are the pieces of the paragraphs that stand in none of the zones.
func (s *subject) pieces(without ...record.Zone) iter.Seq2[*record.Paragraph, record.Span] {
	return func(yield func(*record.Paragraph, record.Span) bool) {
		for i := range s.doc.Paragraphs {
			p := &s.doc.Paragraphs[i]
			if slices.Contains(without, p.Zone) {
				continue
			}
			for _, piece := range p.Pieces {
				if !yield(p, piece) {
					return
				}
			}
		}
	}
}

// Draft is a file that was read: its documents, which share one text, and the
// references of all of them.
type Draft struct {
	Documents  []*record.Document
	References []record.Reference
}

// Run checks every document of the drafts; documents that are cited are held
// against those in hand. The findings stand in the order of the drafts and of
// the text.
func Run(drafts []Draft, table *authority.Table) []Finding {
	held := map[string]*record.Document{}
	for _, d := range drafts {
		for _, doc := range d.Documents {
			if doc.Symbol != "" && held[doc.Symbol] == nil {
				held[doc.Symbol] = doc
			}
		}
	}
	names := &nearNames{table: table, byLang: map[string][]tableName{}, spelled: map[string]spelledNames{}}
	var all []Finding
	for _, d := range drafts {
		for _, doc := range d.Documents {
			s := &subject{doc: doc, refs: within(d.References, doc), table: table, held: held, names: names}
			all = append(all, s.run()...)
		}
	}
	return all
}

// within returns the references that stand in the paragraphs of a document.
func within(refs []record.Reference, doc *record.Document) []record.Reference {
	if len(doc.Paragraphs) == 0 {
		return nil
	}
	first, last := len(doc.Text), 0
	for _, p := range doc.Paragraphs {
		first, last = min(first, p.Pieces[0].Start), max(last, p.Pieces[len(p.Pieces)-1].End)
	}
	var out []record.Reference
	for _, r := range refs {
		if r.Source == doc.Source && r.Zone != record.Masthead && r.Start < r.End && r.Start >= first && r.End <= last {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Reference) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// same reports whether two findings at the same words say the same: of one check, or
// with one intent.
func same(a, b Finding) bool {
	return a.Start == b.Start && a.End == b.End && (a.Check == b.Check || a.Intent != "" && a.Intent == b.Intent)
}

// run is all findings of one document in the order of its text; of two that say the
// same the graver counts, else the first.
func (s *subject) run() []Finding {
	var all []Finding
	for _, c := range Checks {
		for _, f := range c.find(s) {
			f.Source, f.Document, f.Check = s.doc.Source, s.doc.Symbol, c.Name
			if f.Severity == "" {
				f.Severity = c.Severity
			}
			f.Text = s.doc.Text[f.Start:f.End]
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(slices.Index(Severities, a.Severity), slices.Index(Severities, b.Severity)))
	})
	all = slices.CompactFunc(all, same)
	locate(s.doc.Text, all)
	return all
}

// locate fills in line and column, in characters, of findings in the order of
// the text.
func locate(text string, findings []Finding) {
	line, start, at := 1, 0, 0
	for i := range findings {
		f := &findings[i]
		for ; at < f.Start; at++ {
			if text[at] == '\n' {
				line, start = line+1, at+1
			}
		}
		f.Line, f.Column = line, utf8.RuneCountInString(text[start:f.Start])+1
	}
}

// at makes a finding of a reference.
func at(r *record.Reference, reason, intent string) Finding {
	return Finding{Zone: r.Zone, Paragraph: r.Paragraph, Start: r.Start, End: r.End, Reason: reason, Intent: intent}
}

// numbered reports whether the target is a resolution or a decision.
func numbered(r *record.Reference) bool {
	return (r.Kind == record.Resolution || r.Kind == record.Decision) && r.Target != ""
}

// between returns the words that stand between two references.
func (s *subject) between(a, b *record.Reference) (string, bool) {
	if a.End > b.Start || a.Paragraph != b.Paragraph || a.Zone != b.Zone {
		return "", false
	}
	return s.doc.Text[a.End:b.Start], true
}

// letters counts the characters of s that are no blanks.
func letters(s string) int { return utf8.RuneCountInString(strings.Join(strings.Fields(s), "")) }
