package rank

import (
	"context"
	"fmt"
	"slices"

	"uncite/graph/csr"
	"uncite/graph/measure"
)

// Counting is the measure that tells apart what one document cites: it counts
// references.
const Counting = "weighted-indegree"

// untie looks whether the first measure gives one score to all that is cited,
// as every measure of the graph's shape does for a single document. On request
// the number of references then goes before it.
func (r *Ranking) untie(ctx context.Context, k *csr.Graph, insert bool) error {
	tied := measure.Tied(k, r.Scores[0].Values)
	if tied == 0 {
		return nil
	}
	r.Tied = fmt.Sprintf("all %d nodes that are cited have the same %s", tied, r.Scores[0].Name)
	row, _ := measure.Find(Counting)
	counted, err := row.Compute(ctx, k, &measure.Options{})
	switch {
	case err != nil:
		return err
	case measure.Tied(k, counted.Scores) > 0:
		r.Tied += "; equal nodes stand in the order of their identifiers"
	case slices.ContainsFunc(r.Scores, func(s Score) bool { return s.Name == Counting }):
		r.Tied += "; " + Counting + " tells them apart"
	case !insert:
		r.Tied += "; --by " + Counting + ", the number of references, tells them apart"
	default:
		r.Tied += "; they are ordered by " + Counting + ", the number of references to each"
		r.Scores = slices.Insert(r.Scores, 0, Score{Counting, counted.Scores})
	}
	return nil
}
