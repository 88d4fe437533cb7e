package token

import (
	_ "embed"
	"strings"
)

//go:embed bodies.tsv
var bodyTable string

// keys and bodies are the rows of bodies.tsv, by body and by key.
var keys, bodies = loadBodies()

func loadBodies() (keys, bodies map[string]string) {
	keys, bodies = map[string]string{}, map[string]string{}
	for line := range strings.Lines(bodyTable) {
		key, entity, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && key != "key" && !strings.HasPrefix(line, "#") {
			keys[entity], bodies[key] = key, entity
		}
	}
	return keys, bodies
}

// KeyOf returns the key of a body that numbers its resolutions, empty where the
// body has none.
func KeyOf(entity string) string { return keys[entity] }

// BodyOf returns the identifier of the body with the key, empty where there is
// none.
func BodyOf(key string) string { return bodies[key] }
