package measure

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"uncite/graph/csr"
)

// AuthorityAsOf is the authority of HITS as it stood at the end of a year
// (Fowler and Jeon 2008): on the arcs from documents of that year and before.
// Arcs from documents without a year are left out.
func AuthorityAsOf(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	if err := o.checkYears(g); err != nil {
		return Result{}, err
	}
	year := o.AsOf
	if year == 0 {
		year = slices.Max(append([]int{0}, o.Years...))
	}
	past, undated := asOf(g, o.Years, year)
	r, err := Authority(ctx, past, o)
	r.Note = strings.Join(slices.DeleteFunc([]string{fmt.Sprintf("at the end of %d", year), r.Note, undatedNote(undated)},
		func(note string) bool { return note == "" }), "; ")
	return r, err
}

// ByYear computes a measure as it stood at the end of every year from the first to
// the last that a document has, on the arcs from documents of that year and
// before: scores[i][v] belongs to years[i].
func ByYear(ctx context.Context, g *csr.Graph, o *Options, compute Func) (years []int, scores [][]float64, err error) {
	if err := o.checkYears(g); err != nil {
		return nil, nil, err
	}
	first, last := 0, 0
	for _, y := range o.Years {
		if y != 0 && (first == 0 || y < first) {
			first = y
		}
		last = max(last, y)
	}
	quiet := *o
	quiet.Progress = nil
	for y := first; y != 0 && y <= last; y++ {
		past, _ := asOf(g, o.Years, y)
		quiet.AsOf = y
		r, err := compute(ctx, past, &quiet)
		if err != nil {
			return nil, nil, err
		}
		years, scores = append(years, y), append(scores, r.Scores)
		o.progress(y-first+1, last-first+1)
	}
	return years, scores, nil
}

// asOf is the graph of the arcs from documents of the year and before, and the
// number of documents without a year that cite something.
func asOf(g *csr.Graph, years []int, year int) (past *csr.Graph, undated int) {
	past = filter(g, func(u, _ uint32) bool { return years[u] != 0 && years[u] <= year })
	for u := range uint32(g.N()) {
		if years[u] == 0 && len(g.Out(u)) > 0 {
			undated++
		}
	}
	return past, undated
}

// filter is the graph of the arcs that keep holds for.
func filter(g *csr.Graph, keep func(u, v uint32) bool) *csr.Graph {
	var from, to []uint32
	var weight []float64
	for u := range uint32(g.N()) {
		w := g.OutWeight(u)
		for i, v := range g.Out(u) {
			if !keep(u, v) {
				continue
			}
			from, to = append(from, u), append(to, v)
			if w != nil {
				weight = append(weight, w[i])
			}
		}
	}
	return csr.Build(g.N(), from, to, weight, csr.KeepLoops)
}
