package measure

import (
	"context"
	"slices"

	"uncite/graph/csr"
)

// Result is what a measure gives: a score for every node, never NaN, infinite
// or negative zero, and what has to be said with it.
type Result struct {
	Scores []float64
	// Note says in a sentence what was estimated, left out or adapted, with
	// the error bound of an estimate; it is empty where the scores are exactly
	// what the formula says.
	Note string
}

// Func computes a measure. It returns the error of ctx when that ends first,
// and an error of its own for settings that make no sense.
type Func func(ctx context.Context, g *csr.Graph, o *Options) (Result, error)

// Measure is a row of the table of measures.
type Measure struct {
	Name    string // as in --by
	Formula string
	Source  string // where the formula comes from
	Cost    string // in nodes n and arcs m
	Advice  string // when to trust it, in one line
	Time    bool   // needs Options.Years
	// OwnRefs marks what rests on a document's own references, and so says nothing
	// of documents that are not in hand.
	OwnRefs bool
	// Cited marks what says nothing of a document that nobody cites.
	Cited   bool
	Compute Func
}

// Find returns the measure of that name.
func Find(name string) (Measure, bool) {
	i := slices.IndexFunc(Measures, func(m Measure) bool { return m.Name == name })
	if i < 0 {
		return Measure{}, false
	}
	return Measures[i], true
}
