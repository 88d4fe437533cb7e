package match

// twos is a table of the nodes after the first two characters of three bytes
// each: one look instead of the three or four nodes on the way, each of them
// somewhere else in memory.
type twos struct {
	slots []two // a power of two of them, at most half of them taken
}

type two struct {
	key  uint32
	node int32 // None in an empty slot
}

// twoKey numbers pairs of characters.
func twoKey(first, second int) uint32 { return uint32(first)<<16 | uint32(second) }

func newTwos(entries []two) twos {
	size := 1
	for size < 2*len(entries)+1 {
		size *= 2
	}
	t := twos{make([]two, size)}
	for i := range t.slots {
		t.slots[i].node = None
	}
	for _, e := range entries {
		at := t.home(e.key)
		for t.slots[at].node != None {
			at = (at + 1) & (size - 1)
		}
		t.slots[at] = e
	}
	return t
}

// home is the slot at which the search for a key begins, by Fibonacci hashing.
func (t *twos) home(key uint32) int {
	return int(key*0x9E3779B1>>8) & (len(t.slots) - 1)
}

// node returns the node after the two characters, None where no pattern
// begins with them.
func (t *twos) node(first, second int) int32 {
	key := twoKey(first, second)
	for at := t.home(key); ; at = (at + 1) & (len(t.slots) - 1) {
		if s := &t.slots[at]; s.node == None || s.key == key {
			return s.node
		}
	}
}
