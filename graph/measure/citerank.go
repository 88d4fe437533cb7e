package measure

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"uncite/graph/csr"
)

// citeRankFollow is the probability with which a reader of CiteRank follows a
// reference: one less the α = 0.5 that fits the journals of physics best.
const citeRankFollow = 0.5

// CiteRank is the traffic at each node from readers who start at recent
// documents and follow references with probability 1−α (Walker, Xie, Yan and
// Maslov 2007):
//
//	x = ρ + (1−α)·W·ρ + (1−α)²·W²·ρ + …   with ρ(v) ∝ exp(−age(v)/τ)
//
// where W divides a node's readers evenly among its references and age counts
// years back from the latest year. α = 0.5, τ is Options.Decay. Scores are
// scaled to sum to 1. No reader starts at a document without a year; without
// any year readers start everywhere alike.
func CiteRank(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	if err := o.checkYears(g); err != nil {
		return Result{}, err
	}
	tau := or(o.Decay, defaultDecay)
	if !(tau > 0) {
		return Result{}, fmt.Errorf("decay %g: want a number of years above 0", tau)
	}
	start, undated := make([]float64, g.N()), 0
	latest := slices.Max(append([]int{0}, o.Years...))
	for v, year := range o.Years {
		if year == 0 {
			undated++
			continue
		}
		start[v] = math.Exp(-float64(latest-year) / tau)
	}
	if undated == g.N() {
		start = constant(g.N(), 1)
	}
	normalise(start)
	r, err := readers(ctx, g, o, start, citeRankFollow)
	r.Note = undatedNote(undated)
	return r, err
}

var errYears = errors.New("the measure needs the years of the nodes")

func (o *Options) checkYears(g *csr.Graph) error {
	if len(o.Years) != g.N() {
		return fmt.Errorf("%w: %d years for %d nodes", errYears, len(o.Years), g.N())
	}
	return nil
}

func undatedNote(undated int) string {
	if undated == 0 {
		return ""
	}
	return fmt.Sprintf("%d documents without a date were left out", undated)
}
