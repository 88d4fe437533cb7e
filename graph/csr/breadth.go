package csr

// Breadth searches breadth-first from a node along next, which is In or Out of
// a graph, over the nodes whose level is below 0. It sets the level of each node
// that it reaches to the number of steps from start plus the level that start
// has or, where that is below 0, 0. It returns the nodes in the order in which
// they were reached, start first, in the memory of reached.
func Breadth(next func(uint32) []uint32, level []int32, start uint32, reached []uint32) []uint32 {
	level[start] = max(0, level[start])
	reached = append(reached[:0], start)
	for at := 0; at < len(reached); at++ {
		u := reached[at]
		for _, v := range next(u) {
			if level[v] < 0 {
				level[v] = level[u] + 1
				reached = append(reached, v)
			}
		}
	}
	return reached
}

// Levels returns the distance of each of n nodes from start along next, -1 where
// a node cannot be reached.
func Levels(next func(uint32) []uint32, n int, start uint32) []int32 {
	level := unseen(n)
	Breadth(next, level, start, nil)
	return level
}

func unseen(n int) []int32 {
	level := make([]int32, n)
	for i := range level {
		level[i] = -1
	}
	return level
}

// WeakParts numbers the weakly connected components of a graph in the order of
// their first nodes, and returns the component of each node and their sizes.
func (g *Graph) WeakParts() (part []uint32, sizes []int) {
	both := g.Undirected()
	part = make([]uint32, g.N())
	level := unseen(g.N())
	var reached []uint32
	for u := range uint32(g.N()) {
		if level[u] >= 0 {
			continue
		}
		reached = Breadth(both.Out, level, u, reached)
		for _, v := range reached {
			part[v] = uint32(len(sizes))
		}
		sizes = append(sizes, len(reached))
	}
	return part, sizes
}
