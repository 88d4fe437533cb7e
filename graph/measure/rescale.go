package measure

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"uncite/graph/csr"
)

// RescaledInDegree is the in-degree rescaled against documents of like age
// (Newman 2009); see [Rescale].
func RescaledInDegree(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	return rescaled(ctx, g, o, InDegree)
}

// RescaledPageRank is PageRank rescaled against documents of like age
// (Mariani, Medo and Zhang 2016); see [Rescale].
func RescaledPageRank(ctx context.Context, g *csr.Graph, o *Options) (Result, error) {
	return rescaled(ctx, g, o, PageRank)
}

func rescaled(ctx context.Context, g *csr.Graph, o *Options, measure Func) (Result, error) {
	if err := o.checkYears(g); err != nil {
		return Result{}, err
	}
	r, err := measure(ctx, g, o)
	if err != nil {
		return Result{}, err
	}
	undated := 0
	for _, y := range o.Years {
		if y == 0 {
			undated++
		}
	}
	return Result{Rescale(r.Scores, o.Years, or(o.Window, defaultWindow)), undatedNote(undated)}, nil
}

// Rescale turns scores into the number of standard deviations by which each
// lies above the mean of documents of like age:
//
//	R(v) = (s(v) − μ(v))/σ(v)
//
// over a window of years around that of v. Documents of one year cannot be put
// in order, so the window takes in whole years, on both sides alike, until it
// holds the number of documents asked for. R is 0 where all scores of the
// window are equal, and for documents without a year.
func Rescale(scores []float64, years []int, window int) []float64 {
	groups := yearGroups(years)
	out := make([]float64, len(scores))
	for i, group := range groups {
		mean, deviation := groups.window(i, window).moments(scores)
		for _, v := range group.nodes {
			if deviation > 1e-12*math.Abs(mean) {
				out[v] = (scores[v] - mean) / deviation
			}
		}
	}
	return out
}

// yearGroup is the documents of a year.
type yearGroup struct {
	year  int
	nodes []int
}

type yearSeries []yearGroup

func yearGroups(years []int) yearSeries {
	byYear := map[int][]int{}
	for v, y := range years {
		if y != 0 {
			byYear[y] = append(byYear[y], v)
		}
	}
	var groups yearSeries
	for y, nodes := range byYear {
		groups = append(groups, yearGroup{y, nodes})
	}
	slices.SortFunc(groups, func(a, b yearGroup) int { return a.year - b.year })
	return groups
}

// window is the run of years around year i that holds so many documents.
func (s yearSeries) window(i, size int) yearSeries {
	lo, hi, nodes := i, i+1, len(s[i].nodes)
	for nodes < size && (lo > 0 || hi < len(s)) {
		back, ahead := math.MaxInt, math.MaxInt
		if lo > 0 {
			back = s[i].year - s[lo-1].year
		}
		if hi < len(s) {
			ahead = s[hi].year - s[i].year
		}
		if back <= ahead {
			lo--
			nodes += len(s[lo].nodes)
		}
		if ahead <= back {
			nodes += len(s[hi].nodes)
			hi++
		}
	}
	return s[lo:hi]
}

// moments are the mean and the standard deviation of the scores of a window.
func (s yearSeries) moments(scores []float64) (mean, deviation float64) {
	var all []float64
	for _, group := range s {
		for _, v := range group.nodes {
			all = append(all, scores[v])
		}
	}
	return stat.PopMeanStdDev(all, nil)
}
