package graph

import (
	"fmt"
	"strings"

	"uncite/extract/record"
)

// byDate is a citation by date and body alone, kept until the corpus is known.
type byDate struct {
	from       uint32
	kind       record.Kind
	body, date string
	on         ground
}

// keepDated keeps a reference that cites by date and body alone; it is false
// for any other.
func (b *Builder) keepDated(from uint32, r *record.Reference, known *ahead) bool {
	body, ok := strings.CutPrefix(r.Rule, record.DateRule)
	if !ok || r.Target != "" || r.Date == "" {
		return false
	}
	b.dated = append(b.dated, byDate{from, record.Kind(b.claims.words.keep(string(r.Kind))), "entity:" + body, b.claims.words.keep(r.Date), b.claims.ground(r, known)})
	return true
}

// settleDated makes edges of the citations by date alone for which the corpus
// holds exactly one document of that kind, body and date.
func (b *Builder) settleDated() (settled int) {
	type key struct {
		kind       record.Kind
		body, date string
	}
	found := map[key][]uint32{}
	if len(b.dated) == 0 {
		return 0
	}
	for i := range uint32(b.nodes.len()) {
		if n := b.nodes.at(i); n.inHand && n.date != 0 {
			k := key{b.kindOf(n), b.bodyOf(n), b.claims.words.list[n.date]}
			found[k] = append(found[k], i)
		}
	}
	for _, d := range b.dated {
		fit := found[key{d.kind, d.body, d.date}]
		if len(fit) != 1 || fit[0] == d.from {
			b.left[record.Unresolved]++
			continue
		}
		settled++
		b.claims.add(d.from, fit[0], Cites, d.on)
	}
	b.dated = nil
	return settled
}

// datedNote says how many citations by date alone were settled.
func datedNote(settled int) string {
	if settled == 1 {
		return "1 citation by date alone was settled: the corpus holds one document of that body and day"
	}
	return fmt.Sprintf("%d citations by date alone were settled: the corpus holds one document of that body and day", settled)
}
