package compare

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed families.tsv
var familyRows string

// families are the families of each treatment.
var families = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(familyRows) {
		treatment, list, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") && treatment != "treatment" {
			out[treatment] = strings.Fields(list)
		}
	}
	return out
})

// someVerb is the treatment of a verb of which the tables know only that it is one.
const someVerb = "act"

// sameTreatment reports whether two treatments may translate each other. One
// that was not told, or could be any, is no difference.
func sameTreatment(a, b string) bool {
	if a == b || a == "" || b == "" || a == someVerb || b == someVerb {
		return true
	}
	return slices.ContainsFunc(families()[a], func(f string) bool { return slices.Contains(families()[b], f) })
}
