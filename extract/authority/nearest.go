package authority

import (
	"slices"
	"strings"
)

// Nearest lists the known words that begin with a word, are at most a third of its
// letters away or have two neighbours of them changed round, the nearest first and no
// more than so many: what a mistyped word may have meant.
func Nearest(word string, known []string, limit int) []string {
	type candidate struct {
		word string
		away int
	}
	folded := strings.ToLower(word)
	most := max(1, len(folded)/3)
	var found []candidate
	for _, k := range known {
		meant := strings.ToLower(k)
		away := Changes(folded, meant, most)
		switch {
		case len(folded) > 1 && strings.HasPrefix(meant, folded):
			away = min(away, most)
		case Turned([]byte(folded), []byte(meant)):
			away = 1
		}
		if away <= most {
			found = append(found, candidate{k, away})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.away - b.away })
	var near []string
	for _, c := range found[:min(limit, len(found))] {
		near = append(near, c.word)
	}
	return near
}
