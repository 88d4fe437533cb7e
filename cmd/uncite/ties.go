package main

import (
	"context"
	"fmt"
	"slices"

	"uncite/graph/csr"
	"uncite/graph/measure"
	"uncite/render"
)

// countingMeasure tells apart what one document cites: it counts references.
const countingMeasure = "weighted-indegree"

// untie looks whether the first measure gives one score to all that is cited,
// as every measure of the graph's shape does for a single document. Unless the
// user chose the measure, the number of references then goes before it.
func (m *measureFlags) untie(ctx context.Context, k *csr.Graph, scores []render.Score) ([]render.Score, error) {
	first := scores[0].Name
	tied := measure.Tied(k, scores[0].Values)
	if tied == 0 {
		return scores, nil
	}
	m.tied = fmt.Sprintf("all %d nodes that are cited have the same %s", tied, first)
	row, _ := measure.Find(countingMeasure)
	counted, err := row.Compute(ctx, k, &measure.Options{})
	if err != nil || measure.Tied(k, counted.Scores) > 0 {
		m.tied += "; equal nodes stand in the order of their identifiers"
		return scores, err
	}
	if slices.ContainsFunc(scores, func(s render.Score) bool { return s.Name == countingMeasure }) {
		m.tied += "; " + countingMeasure + " tells them apart"
		return scores, nil
	}
	if m.byGiven() {
		m.tied += "; --by " + countingMeasure + ", the number of references, tells them apart"
		return scores, nil
	}
	m.tied += "; they are ordered by " + countingMeasure + ", the number of references to each"
	return slices.Insert(scores, 0, render.Score{Name: countingMeasure, Values: counted.Scores}), nil
}
