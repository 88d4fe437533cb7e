package measure

import (
	"context"

	"uncite/graph/csr"
)

// Disruption is the CD index (Funk and Owen-Smith 2017; in the form of Wu, Wang
// and Evans 2019): whether the documents that cite a document do so in place
// of its references, or along with them.
//
//	CD(v) = (i − j)/(i + j + k)
//
// where of the other documents i cite v and none of its references, j cite
// both, and k cite one of its references or more but not v. It runs from −1,
// which consolidates what v builds on, to 1, which replaces it; it is 0 where
// i, j and k are all 0. With Options.Years, documents older than v do not
// count among k; a missing year is not older.
func Disruption(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	if o.Years != nil {
		if err := o.checkYears(g); err != nil {
			return Result{}, err
		}
	}
	n := g.N()
	s := make([]float64, n)
	marks := make([][]uint32, o.threads())
	done := newTicker(o, n)
	err := forEach(ctx, o.threads(), (n+disruptionNodes-1)/disruptionNodes, func(worker, job int) {
		if marks[worker] == nil {
			marks[worker] = make([]uint32, n)
		}
		lo := job * disruptionNodes
		hi := min(lo+disruptionNodes, n)
		for v := lo; v < hi && ctx.Err() == nil; v++ {
			s[v] = disruption(g, o.Years, uint32(v), marks[worker])
		}
		done.add(hi - lo)
	})
	return Result{Scores: s}, err
}

// disruptionNodes is the number of nodes a worker takes at a time.
const disruptionNodes = 256

// disruption computes the index of v. Marks hold 2v+1 for a document that
// cites v and 2v+2 for one that has been counted; every v has its own.
func disruption(g *csr.Graph, years []int, v uint32, mark []uint32) float64 {
	cites, counted := 2*v+1, 2*v+2
	both, beside, citing := 0, 0, 0
	for _, u := range g.In(v) {
		if u != v {
			mark[u] = cites
			citing++
		}
	}
	for _, ref := range g.Out(v) {
		if ref == v {
			continue
		}
		for _, u := range g.In(ref) {
			switch {
			case u == v || mark[u] == counted:
			case mark[u] == cites:
				mark[u] = counted
				both++
			case years != nil && years[u] != 0 && years[u] < years[v]:
			default:
				mark[u] = counted
				beside++
			}
		}
	}
	if citing+beside == 0 {
		return 0
	}
	return float64(citing-2*both) / float64(citing+beside)
}
