package accuracy

import (
	"html"
	"regexp"
	"slices"
	"strings"

	"uncite/extract/lang"
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
	blanks     = regexp.MustCompile(`[\s\x{00a0}\x{200b}-\x{200f}\x{202a}-\x{202e}]+`)
	supplement = regexp.MustCompile(`\(SUPP\)$`)
	letters    = []*regexp.Regexp{
		regexp.MustCompile(`^(A/RES/(?:\d+|S-\d+|ES-\d+)/\d+)\[?[A-Z](?:[-,&]+[A-Z])*\]?$`),
		regexp.MustCompile(`^(A/RES/\d+\([^)]*\))\[?[A-Z](?:[-,&]+[A-Z])*\]?$`),
		regexp.MustCompile(`^(E/RES/\d+/\d+)\[?[A-Z](?:[-,&]+[A-Z])*\]?$`),
	}
	second   = regexp.MustCompile(`[-–](?:[AES]/[0-9A-Z]).*$`)
	unlinked = regexp.MustCompile(`^(UNTS|LNTS|[A-Z./]+/DEC/)`)
)

// Fold levels the ways in which links and references write one target:
// blanks, case, letters of parts, and the second symbol of a document of two
// organs.
func Fold(target string) string {
	t := strings.ToUpper(blanks.ReplaceAllString(html.UnescapeString(target), ""))
	t = strings.TrimRight(t, ".,;:")
	t = supplement.ReplaceAllString(t, "")
	for _, l := range letters {
		t = l.ReplaceAllString(t, "$1")
	}
	return second.ReplaceAllString(t, "")
}

// Scored reports whether a target is of a kind that the UN's files link:
// decisions, registered treaties and names carry no links there.
func Scored(target string) bool {
	return strings.Contains(target, "/") && !strings.Contains(target, ":") && !unlinked.MatchString(target)
}

// linkTarget returns the symbol that an href points to, and false where it
// points to no UN document.
func linkTarget(href string) (string, bool) {
	rest, ok := strings.CutPrefix(href, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(href, "http://"); !ok {
			return "", false
		}
	}
	host, path, _ := strings.Cut(rest, "/")
	if !strings.HasSuffix(host, "undocs.org") {
		return "", false
	}
	if code, after, ok := strings.Cut(path, "/"); ok && namesLanguage(code) {
		path = after
	}
	return Fold(path), path != ""
}

// namesLanguage reports whether the first part of a link's path is a language
// and not an organ: links name languages in small letters, or by their code.
func namesLanguage(code string) bool {
	return len(code) == 2 && (strings.ToLower(code) == code || slices.Contains(lang.Codes, strings.ToLower(code)) || code == "CH")
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
