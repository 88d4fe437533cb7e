package token

import (
	_ "embed"
	"strings"
)

//go:embed bodies.tsv
var bodyTable string

// keys and bodies are the rows of bodies.tsv, by body, or treaty whose conference it is,
// and by key.
var keys, bodies = loadBodies()

func loadBodies() (keys, bodies map[string]string) {
	keys, bodies = map[string]string{}, map[string]string{}
	for line := range strings.Lines(bodyTable) {
		cols := strings.Split(strings.TrimSpace(line), "\t")
		if len(cols) < 2 || cols[0] == "key" || strings.HasPrefix(line, "#") {
			continue
		}
		bodies[cols[0]] = cols[1]
		for _, id := range cols[1:] {
			keys[id] = cols[0]
		}
	}
	return keys, bodies
}

// KeyOf returns the key of a body that numbers its resolutions, or of the conference of
// a treaty, empty where there is none.
func KeyOf(entity string) string { return keys[entity] }

// BodyOf returns the identifier of the body with the key, empty where there is
// none.
func BodyOf(key string) string { return bodies[key] }
