package render

import (
	"cmp"
	"context"
	"slices"
)

// order arranges the items of every row so that few lines cross: barycentre
// sweeps down and up (Sugiyama 1981) from two starts, then exchanges of
// neighbours as long as they help (Gansner et al., "A technique for drawing
// directed graphs", IEEE TSE 19, 1993). The best arrangement seen is kept.
func (l *layout) order(ctx context.Context) error {
	adjacent := l.adjacency()
	total := 0
	for _, k := range l.links {
		total += len(k)
	}
	sweeps := min(24, 2+sweepLimit/(total+1))
	var best [][]int
	fewest := -1
	for start := range 2 {
		l.start(start == 1)
		for s := range sweeps {
			if err := ctx.Err(); err != nil {
				return err
			}
			l.sweep(adjacent, s%2 == 0)
			if n := l.crossings(); fewest < 0 || n < fewest {
				fewest, best = n, l.arrangement()
			}
			if fewest == 0 {
				break
			}
		}
	}
	for r := range best {
		l.rows[r].items = best[r]
	}
	if total < 20_000 {
		l.exchange(adjacent, 8)
	}
	l.centre(adjacent)
	return nil
}

// centre moves the lane of a trunk to the middle of the nodes beside it that
// hang on this trunk alone. That makes no crossing, and a trunk that would
// run along the edge of the page runs among its nodes.
func (l *layout) centre(adjacent [2][][]int) {
	for r := range l.rows {
		items := l.rows[r].items
		for p := 0; p < len(items); p++ {
			lane := items[p]
			if l.items[lane].node >= 0 {
				continue
			}
			lo, hi := p, p
			for lo > 0 && l.hangsOn(adjacent, items[lo-1], l.items[lane].trunk) {
				lo--
			}
			for hi+1 < len(items) && l.hangsOn(adjacent, items[hi+1], l.items[lane].trunk) {
				hi++
			}
			copy(items[p:hi], items[p+1:hi+1])
			copy(items[lo+1:hi+1], items[lo:hi])
			middle := (lo + hi + 1) / 2
			copy(items[lo:middle], items[lo+1:middle+1])
			items[middle] = lane
			p = max(p, hi)
		}
	}
}

// hangsOn tells whether a node is linked to lanes or the root of one trunk
// and to nothing else.
func (l *layout) hangsOn(adjacent [2][][]int, it, trunk int) bool {
	if l.items[it].node < 0 {
		return false
	}
	for _, side := range adjacent {
		for _, n := range side[it] {
			if n != l.trunks[trunk].root && (l.items[n].node >= 0 || l.items[n].trunk != trunk) {
				return false
			}
		}
	}
	return true
}

// adjacency lists for each item its neighbours in the row above [0] and
// below [1].
func (l *layout) adjacency() [2][][]int {
	var a [2][][]int
	a[0], a[1] = make([][]int, len(l.items)), make([][]int, len(l.items))
	for _, row := range l.links {
		for _, k := range row {
			a[0][k.lower] = append(a[0][k.lower], k.upper)
			a[1][k.upper] = append(a[1][k.upper], k.lower)
		}
	}
	return a
}

func (l *layout) arrangement() [][]int {
	out := make([][]int, len(l.rows))
	for r := range l.rows {
		out[r] = slices.Clone(l.rows[r].items)
	}
	return out
}

// start sets the items in the order of their numbers, or in that reversed.
func (l *layout) start(reversed bool) {
	for r := range l.rows {
		slices.Sort(l.rows[r].items)
		if reversed {
			slices.Reverse(l.rows[r].items)
		}
	}
}

// positions numbers the items of every row from the left.
func (l *layout) positions() []int {
	pos := make([]int, len(l.items))
	for r := range l.rows {
		for p, it := range l.rows[r].items {
			pos[it] = p
		}
	}
	return pos
}

// sweep sorts row after row by the mean relative position of the neighbours
// in the row before. Items without such neighbours keep their place.
func (l *layout) sweep(adjacent [2][][]int, down bool) {
	pos := l.positions()
	side := adjacent[1]
	if down {
		side = adjacent[0]
	}
	for k := range l.rows {
		r := k
		if !down {
			r = len(l.rows) - 1 - k
		}
		items := l.rows[r].items
		wish := make(map[int]float64, len(items))
		for _, it := range items {
			wish[it] = (float64(pos[it]) + .5) / float64(len(items))
			if len(side[it]) == 0 {
				continue
			}
			sum := 0.0
			for _, n := range side[it] {
				sum += (float64(pos[n]) + .5) / float64(len(l.rows[l.items[n].row].items))
			}
			wish[it] = sum / float64(len(side[it]))
		}
		slices.SortStableFunc(items, func(a, b int) int { return cmp.Compare(wish[a], wish[b]) })
		for p, it := range items {
			pos[it] = p
		}
	}
}

// crossings counts the pairs of links that cross, with a Fenwick tree: Barth,
// Mutzel and Jünger, "Simple and efficient bilayer cross counting", JGAA 8
// (2004).
func (l *layout) crossings() int {
	pos := l.positions()
	total := 0
	for r, links := range l.links {
		if len(links) < 2 {
			continue
		}
		sorted := slices.Clone(links)
		slices.SortFunc(sorted, func(a, b link) int {
			return cmp.Or(cmp.Compare(pos[a.upper], pos[b.upper]), cmp.Compare(pos[a.lower], pos[b.lower]))
		})
		tree := make([]int, len(l.rows[r+1].items)+1)
		for n, k := range sorted {
			notRight := 0
			for i := pos[k.lower] + 1; i > 0; i -= i & -i {
				notRight += tree[i]
			}
			total += n - notRight
			for i := pos[k.lower] + 1; i < len(tree); i += i & -i {
				tree[i]++
			}
		}
	}
	return total
}

// exchange swaps neighbours in a row where that lessens the crossings, until
// nothing changes or the rounds are used up.
func (l *layout) exchange(adjacent [2][][]int, rounds int) {
	pos := l.positions()
	for range rounds {
		changed := false
		for r := range l.rows {
			items := l.rows[r].items
			for p := 0; p+1 < len(items); p++ {
				a, b := items[p], items[p+1]
				before := pairCrossings(adjacent, pos, a, b)
				if before > 0 && pairCrossings(adjacent, pos, b, a) < before {
					items[p], items[p+1] = b, a
					pos[a], pos[b] = p+1, p
					changed = true
				}
			}
		}
		if !changed {
			return
		}
	}
}

// pairCrossings counts the crossings between the links of a and those of b
// when a stands to the left of b.
func pairCrossings(adjacent [2][][]int, pos []int, a, b int) int {
	n := 0
	for _, side := range adjacent {
		for _, i := range side[a] {
			for _, j := range side[b] {
				if pos[i] > pos[j] {
					n++
				}
			}
		}
	}
	return n
}
