package measure

import "math/bits"

// bitset is a set of node numbers.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

// arrange sorts different node numbers by passing them through the set, which
// is empty before and after. It leaves them as they are where they are too few
// for that to pay.
func (b bitset) arrange(nodes []uint32) {
	if len(nodes) < len(b) {
		return
	}
	for _, v := range nodes {
		b[v/64] |= 1 << (v % 64)
	}
	i := 0
	for w, word := range b {
		for ; word != 0; word &= word - 1 {
			nodes[i] = uint32(w*64 + bits.TrailingZeros64(word))
			i++
		}
		b[w] = 0
	}
}
