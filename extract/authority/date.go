package authority

import "sync"

// Date is the last day of which the tables know something: the latest adoption in
// the catalogue, ISO 8601. What a document of a later day did, they cannot know.
var Date = sync.OnceValue(func() string {
	latest := ""
	for _, r := range Catalogue() {
		if len(r.Date) == len("2006-01-02") {
			latest = max(latest, r.Date)
		}
	}
	return latest
})
