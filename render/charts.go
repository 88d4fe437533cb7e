package render

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"uncite/graph"
	"uncite/graph/measure"
	"uncite/graph/rank"
)

// ChartKind is a row of the table of charts.
type ChartKind struct {
	Name string // as uncite plot takes it
	Help string // one line
	Make func(ctx context.Context, m *Map, o ChartOptions) (*Chart, error)
}

// ChartOptions are what the charts may be told.
type ChartOptions struct {
	Of      []int // nodes whose authority is drawn; the most cited where it is empty
	Top     int   // how many of them, or of rows of a heat map; 0 means 6, or 12
	Measure measure.Options
}

// Charts are all charts. A new one is a row here.
var Charts = []ChartKind{
	{"years", "citations by the year of the citing and of the cited document", chartYears},
	{"authority", "share of the citations that documents have at the end of each year", chartAuthority},
	{"age", "age of references: years from the cited document to the citing one", chartAge},
	{"pareto", "share of the citations that the most cited documents hold", chartPareto},
	{"distribution", "documents by citations, with the power law that fits best", chartDistribution},
	{"treatment", "what clauses do with what they cite, by part of the document, as a heat map", chartTreatment},
	{"bodies", "who cites whom: bodies as a heat map", chartBodies},
	{"ranks", "rank against rank by the first two measures", chartRanks},
}

// FindChart returns the chart of that name.
func FindChart(name string) (ChartKind, error) {
	var names []string
	for _, c := range Charts {
		if c.Name == name {
			return c, nil
		}
		names = append(names, c.Name)
	}
	return ChartKind{}, fmt.Errorf("there is no chart %q%s; the charts are %s", name, meant(name, names), strings.Join(names, ", "))
}

// newChart begins a chart: its title and axes are rows of words.tsv.
func (m *Map) newChart(name, x, y string) *Chart {
	return &Chart{Title: cmp.Or(m.Title, m.word("plot "+name)), X: m.word("plot " + x), Y: m.word("plot " + y), Lang: m.Lang, Look: m.Look, Notes: slices.Clone(m.Graph.Notes)}
}

// eachCitation calls do with the citations whose ends are known.
func (m *Map) eachCitation(do func(e *graph.Edge, from, to *graph.Node)) {
	for i := range m.Graph.Edges {
		if e := &m.Graph.Edges[i]; e.Type == graph.Cites {
			do(e, &m.Graph.Nodes[e.From], &m.Graph.Nodes[e.To])
		}
	}
}

// tallied is a count of whole numbers as a series, without gaps.
func tallied(name string, form Form, count map[int]int) NumberSeries {
	s := NumberSeries{Name: name, Form: form}
	if len(count) == 0 {
		return s
	}
	lo, hi := math.MaxInt, math.MinInt
	for v := range count {
		lo, hi = min(lo, v), max(hi, v)
	}
	for v := lo; v <= hi; v++ {
		s.X, s.Y = append(s.X, float64(v)), append(s.Y, float64(count[v]))
	}
	return s
}

func chartYears(_ context.Context, m *Map, _ ChartOptions) (*Chart, error) {
	citing, cited, undated := map[int]int{}, map[int]int{}, 0
	m.eachCitation(func(_ *graph.Edge, from, to *graph.Node) {
		if from.Year != 0 {
			citing[from.Year]++
		}
		if to.Year != 0 {
			cited[to.Year]++
		}
		if from.Year == 0 || to.Year == 0 {
			undated++
		}
	})
	c := m.newChart("years", "year", "citations")
	c.Series = []NumberSeries{tallied(m.word("plot of the cited"), Bars, cited), tallied(m.word("plot of the citing"), Lines, citing)}
	return c.undated(undated), nil
}

// undated notes how many citations are left out for want of a year.
func (c *Chart) undated(n int) *Chart {
	if n > 0 {
		c.Notes = append(c.Notes, fmt.Sprintf("without a year at one end, and so not drawn: %s", count(n, "citation")))
	}
	return c
}

func chartAuthority(ctx context.Context, m *Map, o ChartOptions) (*Chart, error) {
	if len(o.Measure.Years) == 0 {
		o.Measure.Years = rank.Years(m.Graph)
	}
	years, scores, err := measure.ByYear(ctx, m.Graph.Kernel(graph.Cites), &o.Measure, measure.Authority)
	if err != nil {
		return nil, err
	}
	of := o.Of
	if len(of) == 0 {
		order := m.Order()
		of = order[:min(len(order), cmp.Or(o.Top, 6))]
	}
	first := slices.IndexFunc(scores, func(year []float64) bool {
		return slices.ContainsFunc(of, func(i int) bool { return year[i] > 0 })
	})
	years, scores = years[max(0, first):], scores[max(0, first):]
	c := m.newChart("authority", "year", "authority of")
	for _, i := range of {
		s := NumberSeries{Name: cmp.Or(m.Graph.Nodes[i].Label, m.Graph.Nodes[i].ID), Form: Lines}
		for k, y := range years {
			s.X, s.Y = append(s.X, float64(y)), append(s.Y, scores[k][i])
		}
		c.Series = append(c.Series, s)
	}
	return c, nil
}

func chartAge(_ context.Context, m *Map, _ ChartOptions) (*Chart, error) {
	ages, undated := map[int]int{}, 0
	var all []int
	m.eachCitation(func(_ *graph.Edge, from, to *graph.Node) {
		if from.Year == 0 || to.Year == 0 {
			undated++
			return
		}
		ages[from.Year-to.Year]++
		all = append(all, from.Year-to.Year)
	})
	c := m.newChart("age", "age in years", "citations")
	c.Series = []NumberSeries{tallied(c.Title, Bars, ages)}
	if slices.Sort(all); len(all) > 0 {
		c.Notes = append(c.Notes, fmt.Sprintf("median age %d years", all[len(all)/2]))
	}
	return c.undated(undated), nil
}

// citers counts the documents that cite each node that any cites, falling.
func (m *Map) citers() []int {
	count := make([]int, len(m.Graph.Nodes))
	m.eachCitation(func(e *graph.Edge, _, _ *graph.Node) { count[e.To]++ })
	count = slices.DeleteFunc(count, func(n int) bool { return n == 0 })
	slices.SortFunc(count, func(a, b int) int { return b - a })
	return count
}

func chartPareto(_ context.Context, m *Map, _ ChartOptions) (*Chart, error) {
	c, cited := m.newChart("pareto", "share of documents", "share of citations"), m.citers()
	total := 0
	for _, n := range cited {
		total += n
	}
	s := NumberSeries{Name: c.Title, Form: Lines, X: []float64{0}, Y: []float64{0}}
	sum, half := 0, 0
	for k, n := range cited {
		if sum += n; 2*sum < total {
			half = k + 2
		}
		s.X, s.Y = append(s.X, 100*float64(k+1)/float64(len(cited))), append(s.Y, 100*float64(sum)/float64(total))
	}
	c.Series = []NumberSeries{s}
	if total > 0 {
		c.Notes = append(c.Notes, fmt.Sprintf("the %d most cited of %d hold half of the citations", max(1, half), len(cited)))
	}
	return c, nil
}

func chartDistribution(_ context.Context, m *Map, _ ChartOptions) (*Chart, error) {
	c, cited := m.newChart("distribution", "citing documents", "share at least"), m.citers()
	c.LogX, c.LogY = true, true
	s := NumberSeries{Name: m.word("plot data"), Form: Points}
	for k, n := range cited {
		if k+1 == len(cited) || cited[k+1] != n {
			s.X, s.Y = append(s.X, float64(n)), append(s.Y, float64(k+1)/float64(len(cited)))
		}
	}
	c.Series = []NumberSeries{s}
	fit, ok := graph.FitPowerLaw(cited)
	if !ok {
		c.Notes = append(c.Notes, "too few documents are cited for a fit")
		return c, nil
	}
	share := float64(fit.Tail) / float64(len(cited))
	line := NumberSeries{Name: fmt.Sprintf("%s: %.2f ± %.2f", m.word("plot fit"), fit.Exponent, fit.Error), Form: Lines}
	for x := float64(fit.Min); x <= float64(cited[0]); x *= 1.2 {
		line.X, line.Y = append(line.X, x), append(line.Y, share*math.Pow(x/float64(fit.Min), 1-fit.Exponent))
	}
	c.Series = append(c.Series, line)
	c.Notes = append(c.Notes, fmt.Sprintf("power law of exponent %.2f ± %.2f from %d citing documents on, fitted to %d of %d documents, Kolmogorov–Smirnov distance %.3f",
		fit.Exponent, fit.Error, fit.Min, fit.Tail, len(cited), fit.Distance))
	return c, nil
}

// counts is a table of counts that grows.
type counts map[string]map[string]float64

func (t counts) add(row, column string, n float64) {
	if t[row] == nil {
		t[row] = map[string]float64{}
	}
	t[row][column] += n
}

// heat makes the table of the rows and columns with the greatest sums.
func (t counts) heat(most int, name func(string) string) *Heat {
	rows, columns := map[string]float64{}, map[string]float64{}
	for r, row := range t {
		for c, n := range row {
			rows[r] += n
			columns[c] += n
		}
	}
	first := func(sums map[string]float64) []string {
		list := make([]string, 0, len(sums))
		for k := range sums {
			list = append(list, k)
		}
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
		return list[:min(most, len(list))]
	}
	h := &Heat{Rows: []string{}, Columns: []string{}, Values: [][]float64{}}
	cols := first(columns)
	for _, c := range cols {
		h.Columns = append(h.Columns, name(c))
	}
	for _, r := range first(rows) {
		h.Rows = append(h.Rows, name(r))
		values := make([]float64, len(cols))
		for j, c := range cols {
			values[j] = t[r][c]
		}
		h.Values = append(h.Values, values)
	}
	return h
}

func chartTreatment(_ context.Context, m *Map, o ChartOptions) (*Chart, error) {
	t := counts{}
	m.eachCitation(func(e *graph.Edge, _, _ *graph.Node) {
		for _, ev := range e.Version(m.language()) {
			if ev.Treatment != "" {
				t.add("treatment "+ev.Treatment, "zone "+string(ev.Zone), 1)
			}
		}
	})
	c := m.newChart("treatment", "zone", "treatment of")
	c.Heat = t.heat(cmp.Or(o.Top, 16), m.wordAmong)
	return c, nil
}

func chartBodies(_ context.Context, m *Map, o ChartOptions) (*Chart, error) {
	t, unknown := counts{}, 0
	m.eachCitation(func(_ *graph.Edge, from, to *graph.Node) {
		if from.Body == "" || to.Body == "" {
			unknown++
			return
		}
		t.add(from.Body, to.Body, 1)
	})
	c := m.newChart("bodies", "cited body", "citing body")
	c.Heat = t.heat(cmp.Or(o.Top, 12), m.author)
	if unknown > 0 {
		c.Notes = append(c.Notes, fmt.Sprintf("without a body at one end, and so not counted: %s", count(unknown, "citation")))
	}
	return c, nil
}

func chartRanks(_ context.Context, m *Map, _ ChartOptions) (*Chart, error) {
	if len(m.Scores) < 2 {
		return nil, fmt.Errorf("a chart of ranks needs two measures: --by indegree,pagerank")
	}
	a, b := m.Scores[0], m.Scores[1]
	c := m.newChart("ranks", "rank", "rank")
	c.X, c.Y, c.LogX, c.LogY = c.X+": "+m.measureWord(a.Name), c.Y+": "+m.measureWord(b.Name), true, true
	x, y := places(a.Values), places(b.Values)
	s := NumberSeries{Name: c.Title, Form: Points}
	for i := range m.Graph.Nodes {
		if a.At(i) > 0 || b.At(i) > 0 {
			s.X, s.Y, s.Of = append(s.X, x[i]), append(s.Y, y[i]), append(s.Of, m.Graph.Nodes[i].ID)
		}
	}
	c.Series = []NumberSeries{s}
	return c, nil
}

// places are the ranks of scores, equal ones sharing the first of theirs.
func places(scores []float64) []float64 {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	out := make([]float64, len(scores))
	for k, i := range order {
		out[i] = float64(k + 1)
		if k > 0 && scores[i] == scores[order[k-1]] {
			out[i] = out[order[k-1]]
		}
	}
	return out
}
