package graph

import (
	"runtime"

	"uncite/extract/record"
)

// ahead is what can be told of a reference by all processors at once, before it is
// added: it changes nothing, and so needs no turn.
type ahead struct {
	to    uint32 // the node of the target, noNode where there was none yet
	known bool   // of is what the target's identifier tells
	of    identity
	hash  uint64 // see hashOf; 0 where it was not made
	place uint64 // where it can be read again; 0 where it cannot
}

// Most of the time of a great graph goes into waiting for memory: for the place of a
// target in the table, for its draft, for its identifier. lookedUp are looked up at
// once, so that they are fetched together and not one after the other.
const (
	lookedUp  = 64
	mostAhead = 1 << 10
	someAhead = 1 << 7 // from which on it is worth to share them out
)

// lookAhead fills what is known ahead of references, mostAhead of them at most.
func (b *Builder) lookAhead(refs []record.Reference) []ahead {
	if b.ahead == nil {
		b.ahead = make([]ahead, mostAhead)
	}
	known := b.ahead[:len(refs)]
	parts := min(runtime.GOMAXPROCS(0), 1+len(refs)/someAhead)
	if parts == 1 {
		b.lookUp(refs, known)
		return known
	}
	parallel(parts, func(k int) {
		lo, hi := len(refs)*k/parts, len(refs)*(k+1)/parts
		b.lookUp(refs[lo:hi], known[lo:hi])
	})
	return known
}

// lookUp is lookAhead for some.
func (b *Builder) lookUp(refs []record.Reference, known []ahead) {
	for len(refs) > 0 {
		n := min(lookedUp, len(refs))
		b.targets(refs[:n], known[:n])
		for i := range n {
			r, a := &refs[i], &known[i]
			if a.known = a.to == noNode && r.Target != ""; a.known {
				a.of = identify(r.Target)
			}
			if a.hash = 0; b.claims.counts {
				a.hash = hashOf(r)
			}
		}
		refs, known = refs[n:], known[n:]
	}
}

// targets looks the targets of references up.
func (b *Builder) targets(refs []record.Reference, known []ahead) {
	d := &b.nodes
	if len(d.slots) == 0 {
		for i := range known {
			known[i].to = noNode
		}
		return
	}
	var hash, number [lookedUp]uint32
	for i := range refs {
		hash[i] = hashOfID(refs[i].Target)
		number[i] = d.slots[int(hash[i])&(len(d.slots)-1)].number
	}
	var first [lookedUp]string
	for i := range refs {
		if n := number[i]; n != 0 && n != goneSlot {
			first[i] = d.at(n - 1).id
		}
	}
	for i := range refs {
		switch id := refs[i].Target; {
		case id == "":
			known[i].to = noNode
		case first[i] == id:
			known[i].to = number[i] - 1
		default:
			at, ok := d.findHashed(id, hash[i])
			if !ok {
				at = noNode
			}
			known[i].to = at
		}
	}
}
