package symbol

import (
	"net/url"
	"regexp"
	"sync"
)

// addresses are the forms in which a link names a UN document; each holds the
// symbol as its one group. Of undocs.org only these names of languages are
// taken off: links with others ("/sp/A/70/1") lead nowhere.
var addresses = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`(?i)^https?://(?:www\.)?(?:docs\.un|undocs)\.org/(?:[^?]*/)?(?:Mobile)?\?(?:[^#]*&)?FinalSymbol=([^&#]+)`),
		regexp.MustCompile(`(?i)^https?://(?:www\.)?undocs\.org/(?:(?:ar|ch|en|es|fr|ru|zh)/)?([^?]+)`),
		regexp.MustCompile(`(?i)^https?://docs\.un\.org/(?:(?:ar|ch|en|es|sp|fr|ru|zh)/)?([^?#]+)`),
		regexp.MustCompile(`(?i)^https?://daccess-ods\.un\.org/access\.nsf/get\w*\?(?:[^#]*&)?DS=([^&#]+)`),
	}
})

// OfLink returns the symbol that an address of the United Nations' resolvers
// names, as it stands there, and false where it names no document. Parse tells
// what it is.
func OfLink(href string) (string, bool) {
	for _, a := range addresses() {
		m := a.FindStringSubmatch(href)
		if m == nil {
			continue
		}
		printed, err := url.PathUnescape(m[1])
		if err != nil {
			printed = m[1] // a stray per cent sign belongs to the symbol
		}
		return printed, true
	}
	return "", false
}
