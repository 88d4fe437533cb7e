package render

import (
	"context"
	"math"
)

// A picture of what belongs together is laid out by forces: ties draw nodes
// together in proportion to their length, and all nodes push each other away in
// inverse proportion to it, the more the more ties they have, so that what is
// densely tied stands together (Jacomy, Venturini, Heymann and Bastian,
// "ForceAtlas2", PLoS ONE 9(6), 2014, with its adaptive speed). Far nodes push as
// one (Barnes and Hut, Nature 324, 1986). Nothing is random: equal input gives
// equal places.

// force is one tie: two nodes and how strongly it draws them.
type force struct {
	a, b   int
	weight float64
}

// Settings of the forces.
const (
	forceRepulsion = 10.0
	forceGravity   = 0.06
	forceTheta     = 1.1 // size over distance, below which a square of the tree acts as one
	forceJitter    = 1.0 // tolerance of swinging
)

// spread gives n nodes their places. It takes O(rounds · n log n).
func spread(ctx context.Context, n int, ties []force, rounds int) (x, y []float64, err error) {
	f := &field{n: n, x: make([]float64, n), y: make([]float64, n), mass: make([]float64, n), fx: make([]float64, n), fy: make([]float64, n),
		lastX: make([]float64, n), lastY: make([]float64, n), speed: 1}
	for i := range n {
		// A sunflower: even, and no two at one place.
		r, angle := 10*math.Sqrt(float64(i)+0.5), float64(i)*math.Pi*(3-math.Sqrt(5))
		f.x[i], f.y[i], f.mass[i] = r*math.Cos(angle), r*math.Sin(angle), 1
	}
	for _, t := range ties {
		f.mass[t.a]++
		f.mass[t.b]++
	}
	for round := range rounds {
		if round%16 == 0 && ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		f.step(ties)
	}
	return f.x, f.y, nil
}

// field is the state of the nodes.
type field struct {
	n            int
	x, y, mass   []float64
	fx, fy       []float64
	lastX, lastY []float64 // forces of the round before
	speed        float64
	tree         []square
}

func (f *field) step(ties []force) {
	copy(f.lastX, f.fx)
	copy(f.lastY, f.fy)
	f.plant()
	for i := range f.n {
		f.fx[i], f.fy[i] = f.push(i)
		// Gravity grows with the distance, so that parts without a tie stay near.
		f.fx[i] -= f.x[i] * forceGravity * f.mass[i]
		f.fy[i] -= f.y[i] * forceGravity * f.mass[i]
	}
	for _, t := range ties {
		dx, dy := (f.x[t.b]-f.x[t.a])*t.weight, (f.y[t.b]-f.y[t.a])*t.weight
		f.fx[t.a] += dx
		f.fy[t.a] += dy
		f.fx[t.b] -= dx
		f.fy[t.b] -= dy
	}
	f.move()
}

// move moves the nodes: slower those that swing to and fro.
func (f *field) move() {
	swing, traction := 0.0, 0.0
	for i := range f.n {
		swing += f.mass[i] * math.Hypot(f.fx[i]-f.lastX[i], f.fy[i]-f.lastY[i])
		traction += f.mass[i] * math.Hypot(f.fx[i]+f.lastX[i], f.fy[i]+f.lastY[i]) / 2
	}
	if swing > 0 {
		want := forceJitter * traction / swing
		f.speed += min(want-f.speed, 0.5*f.speed)
	}
	for i := range f.n {
		s := f.speed / (1 + f.speed*math.Sqrt(math.Hypot(f.fx[i]-f.lastX[i], f.fy[i]-f.lastY[i])))
		if d := math.Hypot(f.fx[i], f.fy[i]); d > 0 {
			s = min(s, 40/d)
		}
		f.x[i] += f.fx[i] * s
		f.y[i] += f.fy[i] * s
	}
}

// square is a part of the plane with the nodes in it.
type square struct {
	x, y, half float64 // centre and half of the side
	cx, cy     float64 // centre of mass
	mass       float64
	node       int // the only node, -1 for none or several
	child      int // first of four in the tree, 0 for none
}

// deepest bounds the tree where nodes stand at one place.
const deepest = 40

func (f *field) plant() {
	half := 1.0
	for i := range f.n {
		half = max(half, math.Abs(f.x[i]), math.Abs(f.y[i]))
	}
	f.tree = append(f.tree[:0], square{half: half, node: -1})
	for i := range f.n {
		f.insert(i)
	}
}

func (f *field) insert(i int) {
	at := 0
	for depth := 0; ; depth++ {
		s := &f.tree[at]
		total := s.mass + f.mass[i]
		s.cx, s.cy = (s.cx*s.mass+f.x[i]*f.mass[i])/total, (s.cy*s.mass+f.y[i]*f.mass[i])/total
		first := s.mass == 0
		s.mass = total
		if first {
			s.node = i
			return
		}
		if depth == deepest {
			s.node = -1
			return
		}
		if s.child == 0 {
			f.split(at)
		}
		at = f.quarter(at, f.x[i], f.y[i])
	}
}

// split gives a square four children, and the node that it held to one of them.
func (f *field) split(at int) {
	child := len(f.tree)
	f.tree[at].child = child
	s := f.tree[at]
	h := s.half / 2
	for _, q := range [4][2]float64{{-h, -h}, {h, -h}, {-h, h}, {h, h}} {
		f.tree = append(f.tree, square{x: s.x + q[0], y: s.y + q[1], half: h, node: -1})
	}
	if s.node >= 0 {
		k := &f.tree[f.quarter(at, f.x[s.node], f.y[s.node])]
		k.node, k.mass, k.cx, k.cy = s.node, f.mass[s.node], f.x[s.node], f.y[s.node]
		f.tree[at].node = -1
	}
}

func (f *field) quarter(at int, x, y float64) int {
	s := &f.tree[at]
	k := s.child
	if x >= s.x {
		k++
	}
	if y >= s.y {
		k += 2
	}
	return k
}

// push is the force of all other nodes on node i.
func (f *field) push(i int) (fx, fy float64) {
	var stack [4 * deepest]int
	n := 1
	for n > 0 {
		n--
		s := &f.tree[stack[n]]
		if s.mass == 0 || s.node == i {
			continue
		}
		dx, dy := f.x[i]-s.cx, f.y[i]-s.cy
		d2 := dx*dx + dy*dy
		if s.child != 0 && 4*s.half*s.half > forceTheta*forceTheta*d2 {
			for k := range 4 {
				stack[n] = s.child + k
				n++
			}
			continue
		}
		if d2 < 1e-6 {
			// Two at one place part to sides that their numbers say.
			dx, dy, d2 = 1e-3*float64(1+i%7), 1e-3*float64(1+i%5), 1e-3
		}
		k := forceRepulsion * f.mass[i] * s.mass / d2
		fx += dx * k
		fy += dy * k
	}
	return fx, fy
}
