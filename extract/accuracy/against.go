package accuracy

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Change is the difference between two runs: mistakes that are gone and
// mistakes that are new.
type Change struct{ Gains, Losses []Mistake }

// Against compares the report with an older one.
func (r *Report) Against(old *Report) Change {
	return Change{Gains: without(old.Mistakes, r.Mistakes), Losses: without(r.Mistakes, old.Mistakes)}
}

// without returns the mistakes of a that are none of b.
func without(a, b []Mistake) []Mistake {
	key := func(m Mistake) string { return strings.Join([]string{m.Kind, m.Lang, m.Document, m.Target}, "\t") }
	known := map[string]bool{}
	for _, m := range b {
		known[key(m)] = true
	}
	return slices.DeleteFunc(slices.Clone(a), func(m Mistake) bool { return known[key(m)] })
}

// Save writes the report so that Load reads it back.
func (r *Report) Save(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(r)
}

// Load reads a report that Save wrote.
func Load(r io.Reader) (*Report, error) {
	var report Report
	if err := json.NewDecoder(r).Decode(&report); err != nil {
		return nil, fmt.Errorf("no saved evaluation: %w; make one with uncite evaluate --save FILE", err)
	}
	return &report, nil
}
