package measure

import (
	"context"
	"math"

	"uncite/graph/csr"
)

// flow is the linear system x = base + Fx in which every node passes the share
// scale[u]·w(u,v) of its value on to each v it cites: PageRank, CiteRank and
// Katz centrality differ only in base and scale.
//
// A citation graph is nearly acyclic, so it is solved by substitution from the
// newest documents down: exactly, in one pass over the arcs, where there is no
// cycle. Strongly connected parts are solved one at a time by Gauss–Seidel
// iteration (Gleich, PRPACK; Arasu et al. 2002).
type flow struct {
	g        *csr.Graph
	x        []float64 // base at first, the solution at last
	scale    []float64
	weighted bool
}

// flowTolerance is the relative change of the sum of a strongly connected part
// at which its iteration ends.
const flowTolerance = 1e-15

// flowWindow is the number of rounds over which progress is judged: single
// rounds of a periodic component may stand still.
const flowWindow = 64

// solve replaces base by the solution. finite is false where the values grow
// beyond all bounds, and they are then worthless.
func (f *flow) solve(ctx context.Context, o *Options) (finite bool, err error) {
	n := f.g.N()
	left := make([]uint32, n) // in-neighbours not yet solved
	ready := make([]uint32, 0, n)
	for v := range left {
		left[v] = uint32(len(f.g.In(uint32(v))))
		if left[v] == 0 {
			ready = append(ready, uint32(v))
		}
	}
	for i := 0; i < len(ready); i++ {
		if i%blockNodes == 0 {
			if err := ctx.Err(); err != nil {
				return false, err
			}
			o.progress(i, n)
		}
		ready = f.push(ready[i], left, ready)
	}
	if len(ready) < n {
		if err := f.cycles(ctx, left); err != nil {
			return false, err
		}
	}
	sum := 0.0
	for _, v := range f.x {
		sum += v
	}
	o.progress(n, n)
	return !math.IsInf(sum, 0) && !math.IsNaN(sum), nil
}

// push passes the value of u on, and adds to ready the nodes that waited for
// it alone.
func (f *flow) push(u uint32, left, ready []uint32) []uint32 {
	share := f.x[u] * f.scale[u]
	weight := f.weights(f.g.OutWeight(u))
	for i, v := range f.g.Out(u) {
		if weight != nil {
			f.x[v] += share * weight[i]
		} else {
			f.x[v] += share
		}
		if left[v]--; left[v] == 0 {
			ready = append(ready, v)
		}
	}
	return ready
}

func (f *flow) weights(w []float64) []float64 {
	if f.weighted {
		return w
	}
	return nil
}

// cycles solves what is left: the nodes on cycles and those they lead to.
func (f *flow) cycles(ctx context.Context, left []uint32) error {
	parts, err := components(ctx, f.g, func(u uint32) bool { return left[u] == 0 })
	if err != nil {
		return err
	}
	for c := len(parts.start) - 2; c >= 0; c-- {
		part := parts.of(c)
		if len(part) > 1 || f.g.HasLoop(part[0]) {
			if err := f.iterate(ctx, parts, c); err != nil {
				return err
			}
		}
		for _, u := range part {
			f.leave(u, parts.comp)
		}
	}
	return nil
}

// leave passes the value of u on to other components.
func (f *flow) leave(u uint32, comp []uint32) {
	share := f.x[u] * f.scale[u]
	weight := f.weights(f.g.OutWeight(u))
	for i, v := range f.g.Out(u) {
		if comp[v] == comp[u] {
			continue
		}
		if weight != nil {
			f.x[v] += share * weight[i]
		} else {
			f.x[v] += share
		}
	}
}

// iterate solves component c, whose nodes hold what flows in from outside.
// Values rise from below by less at every round where they have a bound.
func (f *flow) iterate(ctx context.Context, parts *partition, c int) error {
	part := parts.of(c)
	base := make([]float64, len(part))
	for i, u := range part {
		base[i] = f.x[u]
	}
	window, last := 0.0, math.Inf(1)
	for round := 1; ; round++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum, change := f.round(part, base, parts.comp)
		if change <= flowTolerance*sum {
			return nil
		}
		window += change
		if round%flowWindow > 0 {
			continue
		}
		if window > 0.99*last || math.IsInf(sum, 0) {
			if change > 1e-12*sum || math.IsInf(sum, 0) {
				f.x[part[0]] = math.Inf(1)
			}
			return nil // rounding alone keeps it moving, or it has no bound
		}
		window, last = 0, window
	}
}

// round updates every node of a component once, and returns the sum of the
// values and of their changes.
func (f *flow) round(part []uint32, base []float64, comp []uint32) (sum, change float64) {
	for i := len(part) - 1; i >= 0; i-- {
		v := part[i]
		value := base[i] + f.inside(v, comp)
		change += math.Abs(value - f.x[v])
		f.x[v] = value
		sum += value
	}
	return sum, change
}

// inside is what flows into v from its own component, v included.
func (f *flow) inside(v uint32, comp []uint32) float64 {
	sum := 0.0
	weight := f.weights(f.g.InWeight(v))
	for i, u := range f.g.In(v) {
		if comp[u] != comp[v] {
			continue
		}
		if weight != nil {
			sum += f.x[u] * f.scale[u] * weight[i]
		} else {
			sum += f.x[u] * f.scale[u]
		}
	}
	return sum
}

// shares are the scales with which every node divides total among the nodes it
// cites; 0 where it cites none, or with weight 0 only.
func shares(g *csr.Graph, total float64, weighted bool) []float64 {
	s := make([]float64, g.N())
	for u := range s {
		sum := float64(len(g.Out(uint32(u))))
		if weighted {
			sum = strength(g.Out(uint32(u)), g.OutWeight(uint32(u)))
		}
		if sum > 0 {
			s[u] = total / sum
		}
	}
	return s
}

// normalise divides by the sum, so that the scores sum to 1; all zeros stay.
func normalise(x []float64) {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	if sum == 0 {
		return
	}
	for i := range x {
		x[i] /= sum
	}
}
