package accuracy

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"uncite/extract/internal/pattern"
	"uncite/extract/symbol"
)

// sure is the number of versions that must link a target to make it true,
// where all six are there. Of fewer versions it is the same share.
const sure = 4

// Truth says of the targets of one document how many of its versions link
// them in the text; 0 stands for the document's own symbol and for what only
// its masthead names, which count neither way.
type Truth struct {
	Links    map[string]int // by folded target
	Versions int
}

// True reports whether enough versions link the target.
func (t *Truth) True(target string) bool {
	return t.Links[target]*6 >= sure*t.Versions && t.Links[target] > 0
}

// Uncertain reports whether the target counts neither way.
func (t *Truth) Uncertain(target string) bool {
	_, known := t.Links[target]
	return known && !t.True(target)
}

// consensus makes the truth of a document from what each version links and
// what its masthead names.
func consensus(versions []*version) *Truth {
	t := &Truth{Links: map[string]int{}, Versions: len(versions)}
	for _, v := range versions {
		for target := range v.links {
			t.Links[target]++
		}
	}
	for _, v := range versions {
		for target := range v.own {
			if _, linked := t.Links[target]; !linked {
				t.Links[target] = 0
			}
		}
	}
	return t
}

var (
	blanks     = pattern.Lazy(`[\s\x{00a0}\x{200b}-\x{200f}\x{202a}-\x{202e}]+`)
	supplement = pattern.Lazy(`\(SUPP\)$`)
	letters    = sync.OnceValue(func() []*regexp.Regexp {
		return []*regexp.Regexp{
			regexp.MustCompile(`^(A/RES/(?:\d+|S-\d+|ES-\d+)/\d+)\[?[A-Z](?:[-,&]+[A-Z])*\]?$`),
			regexp.MustCompile(`^(A/RES/\d+\([^)]*\))\[?[A-Z](?:[-,&]+[A-Z])*\]?$`),
			regexp.MustCompile(`^(E/RES/\d+/\d+|E/RES/\d+\([IVXLC]+\))\[?[A-Z](?:[-,&]+[A-Z])*\]?$`),
		}
	})
	second   = pattern.Lazy(`[-–](?:[AES]/[0-9A-Z]).*$`)
	unlinked = pattern.Lazy(`^(UNTS|LNTS|[A-Z./]+/DEC/)`)
	// seldom are the numbers of agencies, of conferences of parties and of
	// committees: identifiers of ours, which a link has only by chance.
	seldom = pattern.Lazy(`^[A-Z]{2,}/(RES|DEC|GC|R|C)/|^[B-DF-RU-Z]/(RES|DEC|GC|R|C)/|^GC\(|/C/GC/`)
)

// Fold levels the ways in which links and references write one target:
// blanks, case, letters of parts, and the second symbol of a document of two
// organs.
func Fold(target string) string {
	t := strings.ToUpper(blanks().ReplaceAllString(html.UnescapeString(target), ""))
	t = strings.TrimRight(t, ".,;:")
	t = supplement().ReplaceAllString(t, "")
	for _, l := range letters() {
		t = l.ReplaceAllString(t, "$1")
	}
	return second().ReplaceAllString(t, "")
}

// Scored reports whether a target is of a kind that the UN's files link:
// decisions, registered treaties and names carry no links there.
func Scored(target string) bool {
	return strings.Contains(target, "/") && !strings.Contains(target, ":") && !unlinked().MatchString(target)
}

// seldomLinked reports whether a folded target is of a kind that the UN's
// files link now and then: what agencies, conferences of parties and
// committees number without symbols, and reports of conferences that the words
// name without their symbol. Such a target counts where it is linked, and is
// not false where it is not.
func seldomLinked(target, words string) bool {
	return seldom().MatchString(target) || strings.HasPrefix(target, "A/CONF") && !strings.Contains(strings.ToUpper(words), "CONF")
}

// ReadTruth reads a given truth, a line a target: document, folded target, how
// many versions link it, how many versions there are, parted by tabs. It maps
// the names of documents to their truth. Its error names the line.
func ReadTruth(r io.Reader) (map[string]*Truth, error) {
	truths := map[string]*Truth{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		cols := strings.Split(lines.Text(), "\t")
		if len(cols) != 4 {
			return nil, fmt.Errorf("line %d has %d columns, not document, target, linking versions, versions", n, len(cols))
		}
		linking, err := strconv.Atoi(cols[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is no number of versions", n, cols[2])
		}
		of, err := strconv.Atoi(cols[3])
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is no number of versions", n, cols[3])
		}
		if truths[cols[0]] == nil {
			truths[cols[0]] = &Truth{Links: map[string]int{}, Versions: of}
		}
		truths[cols[0]].Links[cols[1]] = linking
	}
	return truths, lines.Err()
}

// linkTarget returns the folded symbol that an href points to, and false where
// it points to no UN document.
func linkTarget(href string) (string, bool) {
	linked, ok := symbol.OfLink(href)
	if !ok {
		return "", false
	}
	return Fold(linked), true
}

// TargetKind is the class under which the table of results counts a target.
func TargetKind(target string) string {
	for _, k := range []struct{ prefix, kind string }{
		{"A/RES/", "General Assembly resolutions"}, {"S/RES/", "Security Council resolutions"},
		{"E/RES/", "Economic and Social Council resolutions"}, {"A/HRC/RES/", "Human Rights Council resolutions"},
		{"S/PRST/", "presidential statements"},
	} {
		if strings.HasPrefix(target, k.prefix) {
			return k.kind
		}
	}
	if strings.Contains(target, "/RES") {
		return "other resolutions"
	}
	return "other documents"
}
