package measure

import "math"

// leidenRandomness is θ of the paper: how readily a node joins a group that is
// not the best. Gains are in units of the mean weight of an arc.
const leidenRandomness = 0.01

// refine divides every group of s anew: starting from single nodes, each joins
// a well connected part of its own group, drawn at random by the gain, so that
// groups which have come apart are taken apart. Nodes that have joined stay.
func (l *leiden) refine(s *leidenState) []uint32 {
	n := s.g.n()
	r := newLeidenState(s.g, singles(n), s.gamma)
	inside, cut := s.inside(), make([]float64, n)
	copy(cut, inside)
	order := l.rand.Perm(n)
	for i, u := range order {
		if i%4096 == 0 && l.ctx.Err() != nil {
			break
		}
		u := uint32(u)
		if r.size[r.of[u]] == 1 && s.connected(r, u, s.of[u], inside[u]) {
			l.join(s, r, u, cut)
		}
	}
	return r.of
}

func singles(n int) []uint32 {
	of := make([]uint32, n)
	for u := range of {
		of[u] = uint32(u)
	}
	return of
}

// inside is the weight between every node and the rest of its group.
func (s *leidenState) inside() []float64 {
	w := make([]float64, s.g.n())
	for u := range w {
		row, weight := s.g.row(uint32(u))
		for i, v := range row {
			if s.of[v] == s.of[u] {
				w[u] += weight[i]
			}
		}
	}
	return w
}

// connected tells whether a part of a group has at least as much weight to the
// rest of the group as chance would give it. The part is refined group c of r,
// or node c where r is the division into single nodes.
func (s *leidenState) connected(r *leidenState, c, group uint32, cut float64) bool {
	out, in := r.out[c], r.in[c]
	return cut >= s.gamma*(out*(s.in[group]-in)+in*(s.out[group]-out))
}

// join puts the single node u into a refined group. cut[c] is the weight
// between refined group c and the rest of the group it is part of.
func (l *leiden) join(s, r *leidenState, u uint32, cut []float64) {
	group, own := s.of[u], r.of[u]
	row, weight := s.g.row(u)
	for i, v := range row {
		if s.of[v] != group {
			continue
		}
		c := r.of[v]
		if r.to[c] == 0 {
			r.touched = append(r.touched, c)
		}
		r.to[c] += weight[i]
	}
	best := l.draw(s, r, u, cut)
	if best != own {
		cut[best] += cut[own] - 2*r.to[best]
		r.leave(u)
		r.enter(u, best)
	}
	for _, c := range r.touched {
		r.to[c] = 0
	}
	r.touched = r.touched[:0]
}

// draw chooses among the well connected groups that u touches and that gain by
// it, and its own.
func (l *leiden) draw(s, r *leidenState, u uint32, cut []float64) uint32 {
	own, top := r.of[u], 0.0
	l.choices, l.gains = append(l.choices[:0], own), append(l.gains[:0], 0)
	for _, c := range r.touched {
		gain := r.to[c] - r.cost(u, c)
		if gain < 0 || !s.connected(r, c, s.of[u], cut[c]) {
			continue
		}
		l.choices, l.gains = append(l.choices, c), append(l.gains, gain)
		top = max(top, gain)
	}
	sum := 0.0
	for i, gain := range l.gains {
		sum += math.Exp((gain - top) / (leidenRandomness * l.unit))
		l.gains[i] = sum
	}
	p := l.rand.Float64() * sum
	for i, reach := range l.gains {
		if p < reach {
			return l.choices[i]
		}
	}
	return l.choices[len(l.choices)-1]
}
