package graph

import (
	"fmt"
	"slices"

	"uncite/extract/record"
)

// Places are where the citations of a graph can be read again.
type Places struct {
	// list holds the places of the claims of all edges, edge by edge: what AddPlaced
	// was given, heldPlace with a number in held, or 0 where no reference is behind it.
	list  blocks[uint64]
	held  blocks[packed] // of what cannot be read again, numbered from 1
	words *wordList
}

const heldPlace = 1 << 63

// ReadAgain returns the references at places, of which there are no two the same and
// which come in their order.
type ReadAgain func(places []uint64) ([]record.Reference, error)

// Cite gives edges of a graph that was built with Places their evidence, which else
// they have already. Weights and treatments stay as they are. Edges of another graph
// that was cut out of g are as good.
func (g *Graph) Cite(edges []*Edge, read ReadAgain) error {
	if g.Places == nil {
		return nil
	}
	var wanted []uint64
	for _, e := range edges {
		for _, place := range g.Places.of(e) {
			if place != 0 && place < heldPlace {
				wanted = append(wanted, place)
			}
		}
	}
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	var refs []record.Reference
	if len(wanted) > 0 {
		var err error
		if refs, err = read(wanted); err != nil {
			return err
		}
		if len(refs) != len(wanted) {
			return fmt.Errorf("%d references were read again where %d were asked for", len(refs), len(wanted))
		}
	}
	for _, e := range edges {
		g.Places.cite(e, func(place uint64) *record.Reference {
			at, _ := slices.BinarySearch(wanted, place)
			return &refs[at]
		})
	}
	return nil
}

// of are the places of the citations of an edge.
func (p *Places) of(e *Edge) []uint64 {
	list := make([]uint64, e.Cited.Claims)
	for i := range list {
		list[i] = *p.list.at(int(e.Cited.First) + i)
	}
	return list
}

// cite gives an edge its evidence.
func (p *Places) cite(e *Edge, reference func(place uint64) *record.Reference) {
	var evidence []Evidence
	for _, place := range p.of(e) {
		switch {
		case place == 0:
		case place >= heldPlace:
			evidence = append(evidence, p.words.unpack(p.held.at(int(place-heldPlace-1))))
		default:
			evidence = append(evidence, evidenceOf(reference(place)))
		}
	}
	if len(evidence) == 0 {
		return
	}
	slices.SortFunc(evidence, compareEvidence)
	e.Grounds = &Grounds{Treatments: e.Treatments(), Times: e.Times(), Evidence: slices.Compact(evidence)}
}

// evidenceOf is what evidence keeps of a reference.
func evidenceOf(r *record.Reference) Evidence {
	return Evidence{
		Source: r.Source, Lang: r.Lang, Zone: r.Zone, Paragraph: r.Paragraph, Pinpoint: r.Pinpoint, Treatment: r.Treatment, Verb: r.Verb,
		Status: r.Status, Text: r.Text, Start: int(offset(r.Start)), End: int(offset(r.End)),
	}
}

// Pointers are those to all edges of a list.
func Pointers(edges []Edge) []*Edge {
	list := make([]*Edge, len(edges))
	for i := range edges {
		list[i] = &edges[i]
	}
	return list
}
