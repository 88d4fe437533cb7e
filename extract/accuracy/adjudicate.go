package accuracy

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"uncite/extract/lang"
)

// standing says how a target stands in the truth of a document.
type standing int

const (
	notCited  standing = iota // found, it is false
	cited                     // not found, it is missed
	uncertain                 // it counts neither way
)

// verdicts are the words of a file of adjudications.
var verdicts = map[string]standing{"cited": cited, "not-cited": notCited, "void": uncertain}

// Adjudications are faults of the links that someone has judged from the
// texts: what is cited though few versions link it, what a version does not
// cite though most link it. Of names, a verdict says that the version speaks of
// the thing in other words than its name, or names it where others do not: it
// then counts in no comparison with that version, whatever the verdict's word.
// The zero value knows none.
type Adjudications struct {
	rows map[adjudged]judgement
}

type adjudged struct{ document, lang, target string } // lang "*": every version

type judgement struct {
	standing standing
	reason   string
}

// ReadAdjudications reads a table with a line a verdict, its columns parted by
// tabs: document, language or *, target, cited or not-cited or void, reason.
// Lines that begin with # and the line of the names of the columns are passed
// over. Its error names the line.
func ReadAdjudications(r io.Reader) (*Adjudications, error) {
	a := &Adjudications{rows: map[adjudged]judgement{}}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "document\t") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 5 || cols[4] == "" {
			return nil, fmt.Errorf("line %d: not five columns, document, language, target, verdict and a reason", n)
		}
		s, ok := verdicts[cols[3]]
		if !ok {
			return nil, fmt.Errorf("line %d: %q is no verdict; cited, not-cited and void are", n, cols[3])
		}
		key := adjudged{cols[0], cols[1], foldUnlessName(cols[2])}
		if _, twice := a.rows[key]; twice {
			return nil, fmt.Errorf("line %d: %s of %s is judged twice", n, cols[2], cols[0])
		}
		a.rows[key] = judgement{s, cols[4]}
	}
	return a, lines.Err()
}

// foldUnlessName folds a symbol; identifiers of names, "state:KEN", stay as they are.
func foldUnlessName(target string) string {
	if strings.Contains(target, ":") {
		return target
	}
	return Fold(target)
}

// of returns the verdict on a target in a version, that for the version before
// that for all.
func (a *Adjudications) of(v *version, target string) (judgement, bool) {
	if a == nil {
		return judgement{}, false
	}
	for _, lang := range []string{v.lang, "*"} {
		if j, ok := a.rows[adjudged{v.name, lang, target}]; ok {
			return j, true
		}
	}
	return judgement{}, false
}

// inNames are the targets on which there is a verdict for a version of names.
func (a *Adjudications) inNames(v *namedVersion) []string {
	if a == nil {
		return nil
	}
	var list []string
	for key := range a.rows {
		if key.document == v.name && (key.lang == v.lang || key.lang == "*") {
			list = append(list, key.target)
		}
	}
	return list
}

// why are, by language, the reasons of the verdicts on a target of a document.
func (a *Adjudications) why(document, target string) map[string]string {
	if a == nil {
		return nil
	}
	var reasons map[string]string
	for _, code := range append([]string{"*"}, lang.Codes...) {
		if j, ok := a.rows[adjudged{document, code, target}]; ok {
			if reasons == nil {
				reasons = map[string]string{}
			}
			reasons[code] = j.reason
		}
	}
	return reasons
}

// targets are the targets of a version's document on which there is a verdict.
func (a *Adjudications) targets(v *version) []string {
	if a == nil {
		return nil
	}
	var list []string
	for key := range a.rows {
		if key.document == v.name {
			list = append(list, key.target)
		}
	}
	return list
}

// standing is how a target stands by the links alone.
func (t *Truth) standing(target string) standing {
	switch {
	case t.Uncertain(target):
		return uncertain
	case t.True(target) && Scored(target):
		return cited
	case t.True(target):
		return uncertain // of a kind that is not measured
	}
	return notCited
}

// outcome is what a version makes of a target that stands so.
func (v *version) outcome(target string, s standing) Tally {
	switch found := v.found[target]; {
	case s == cited && (found || v.also[target]):
		return Tally{True: 1}
	case s == cited:
		return Tally{Missed: 1}
	case s == notCited && found:
		return Tally{False: 1}
	}
	return Tally{}
}
