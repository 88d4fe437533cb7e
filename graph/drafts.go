package graph

import (
	"hash/maphash"
	"strings"

	"uncite/extract/record"
)

// draft is a node while references still arrive. Of a million documents each has
// one, so that words which repeat are numbers in Builder.words.
type draft struct {
	// What every reference to the node looks at lies together.
	id   string
	kind uint32 // see identity
	// printed is the date that the first citation prints; others are rare
	// and counted in Builder.printed.
	printed      uint32
	printedTimes uint32
	sure         bool // see identity
	inHand       bool
	plain        bool // see identity
	tabled       bool // no reference names it

	title string            // own one
	own   map[string]string // titles by language, where they are wanted

	body, whole  uint32 // see identity
	date, agenda uint32 // own ones
	// The languages in which title, date and agenda item stand, as places in
	// Builder.languages from 1 on; 0 where the document does not say.
	titleIn, dateIn, agendaIn uint8
}

// drafts are nodes by number and by identifier. Identifiers lie in large pieces of
// memory, and the table has numbers alone: a million of either cost the collector of
// memory nothing.
type drafts struct {
	list  blocks[draft]
	slots []slot // a power of two of them, at most two thirds full
	used  int    // slots that were ever taken
	text  arena
}

// slot is 0 where it is empty: the number of a draft from 1, or goneSlot, and the low
// half of the hash of its identifier, whose lowest bits place it.
type slot struct{ number, hash uint32 }

const goneSlot = 1<<32 - 1

func (d *drafts) at(i uint32) *draft { return d.list.at(int(i)) }

// len is the number of drafts.
func (d *drafts) len() int { return d.list.n }

// find returns the draft of an identifier.
func (d *drafts) find(id string) (uint32, bool) {
	if len(d.slots) == 0 {
		return 0, false
	}
	return d.findHashed(id, hashOfID(id))
}

// findHashed is find for an identifier whose hash is known, in a table that is not
// empty.
func (d *drafts) findHashed(id string, hash uint32) (uint32, bool) {
	for at := int(hash) & (len(d.slots) - 1); ; at = (at + 1) & (len(d.slots) - 1) {
		s := d.slots[at]
		if s.number == 0 {
			return 0, false
		}
		if s.hash == hash && s.number != goneSlot && d.at(s.number-1).id == id {
			return s.number - 1, true
		}
	}
}

func hashOfID(id string) uint32 { return uint32(maphash.String(seed, id)) }

// add appends a draft with a new identifier, which is copied.
func (d *drafts) add(id string) uint32 {
	d.list.add(draft{id: d.text.keep(id)})
	i := uint32(d.list.n - 1)
	d.put(i)
	return i
}

// put makes a draft the one of its identifier.
func (d *drafts) put(i uint32) {
	if 3*d.used >= 2*len(d.slots) {
		d.widen()
	}
	id := d.at(i).id
	hash := hashOfID(id)
	for at := int(hash) & (len(d.slots) - 1); ; at = (at + 1) & (len(d.slots) - 1) {
		s := &d.slots[at]
		switch {
		case s.number == 0:
			d.used++
			*s = slot{i + 1, hash}
			return
		case s.hash == hash && s.number != goneSlot && d.at(s.number-1).id == id:
			s.number = i + 1
			return
		}
	}
}

// widen doubles the table.
func (d *drafts) widen() {
	old := d.slots
	d.slots, d.used = make([]slot, max(1024, 2*len(old))), 0
	for _, s := range old {
		if s.number == 0 || s.number == goneSlot {
			continue
		}
		at := int(s.hash) & (len(d.slots) - 1)
		for d.slots[at].number != 0 {
			at = (at + 1) & (len(d.slots) - 1)
		}
		d.slots[at] = s
		d.used++
	}
}

// rename gives drafts other identifiers, all at once.
func (d *drafts) rename(numbers []uint32, ids []string) {
	for _, i := range numbers {
		d.forget(d.at(i).id)
	}
	for k, i := range numbers {
		d.at(i).id = ids[k]
	}
	for _, i := range numbers {
		d.put(i)
	}
}

func (d *drafts) forget(id string) {
	for at := int(hashOfID(id)) & (len(d.slots) - 1); d.slots[at].number != 0; at = (at + 1) & (len(d.slots) - 1) {
		if s := &d.slots[at]; s.number != goneSlot && d.at(s.number-1).id == id {
			s.number = goneSlot
			return
		}
	}
}

// arena keeps strings end to end.
type arena struct{ rest strings.Builder }

const arenaBytes = 1 << 16

func (a *arena) keep(s string) string {
	if s == "" {
		return ""
	}
	if a.rest.Cap()-a.rest.Len() < len(s) {
		a.rest = strings.Builder{}
		a.rest.Grow(max(arenaBytes, len(s)))
	}
	at := a.rest.Len()
	a.rest.WriteString(s)
	return a.rest.String()[at:]
}

// kindOf, bodyOf and wholeOf are the words of a draft.
func (b *Builder) kindOf(d *draft) record.Kind { return record.Kind(b.claims.words.list[d.kind]) }
func (b *Builder) bodyOf(d *draft) string      { return b.claims.words.list[d.body] }
