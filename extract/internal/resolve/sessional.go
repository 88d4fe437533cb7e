package resolve

import (
	_ "embed"
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

//go:embed sessional.tsv
var sessionalTable string

var sessional = rows(sessionalTable)

// ofConference reports whether a committee of the sessions of the Assembly is that of a conference,
// which has one of the same name: in a document of the conference, or in an annex with its rules.
// Where the Assembly is named right beside it, it is the Assembly's.
func (r *resolver) ofConference(e *authority.Entry, m *scan.Mention) bool {
	if e.Class != "committee" || e.Parent != assembly || !slices.ContainsFunc(sessional, func(row []string) bool { return row[1] == e.ID }) {
		return false
	}
	return (r.conferenceRules(m) || r.ofThoseWhoMeet()) && !r.assemblyBeside(m)
}

// unresolvedOfConference leaves a reference to a committee of a conference without a target.
func unresolvedOfConference(ref *record.Reference) {
	ref.Target, ref.Status = "", record.Unresolved
	ref.Note = "a committee of the conference, which has one of the same name as the General Assembly"
}

// conferenceRules reports whether the mention stands in an annex whose heading names a conference.
func (r *resolver) conferenceRules(m *scan.Mention) bool {
	return r.doc.Paragraphs[m.Paragraph].Zone == record.Annex && slices.ContainsFunc(r.headed, func(h *authority.Entry) bool {
		return meets[h.Class] || h.Class == "" && h.Kind == record.Entity
	})
}

// ofThoseWhoMeet reports whether a conference issued the document, or heads one that nobody is known to have issued.
func (r *resolver) ofThoseWhoMeet() bool {
	if r.doc.Body == "" && r.doc.Symbol == "" {
		return slices.ContainsFunc(r.headed, func(h *authority.Entry) bool { return meets[h.Class] })
	}
	body, _ := r.table.Lookup(r.doc.Body)
	return body != nil && meets[body.Class] || slices.ContainsFunc(sessional, func(row []string) bool {
		return row[0] == "prefix" && strings.HasPrefix(r.doc.Symbol, row[1])
	})
}

// meets are the classes of bodies that have committees for a session of theirs.
var meets = map[string]bool{"conference": true, "assembly": true}

// assemblyBeside reports whether the General Assembly is named right behind the mention or right
// before it.
func (r *resolver) assemblyBeside(m *scan.Mention) bool {
	for _, at := range [2]int{r.at - 1, r.at + 1} {
		if at < 0 || at >= len(r.mentions) || r.mentions[at].Paragraph != m.Paragraph {
			continue
		}
		other := &r.mentions[at]
		from, to := min(m.End, other.End), max(m.Start, other.Start)
		if len(other.Entries) > 0 && other.Entries[0].ID == assembly && (from >= to || char.Within(r.doc.Text, from, to, besideOwner)) {
			return true
		}
	}
	return false
}

// besideOwner is how far from a committee the Assembly may stand, in letters: "of the".
const besideOwner = 10

// assembly is the body whose committees conferences have too.
const assembly = "entity:general-assembly"
