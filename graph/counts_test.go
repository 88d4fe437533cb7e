package graph

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"uncite/extract/record"
)

// manyAlike are references of few documents to few others, so that many are twice.
func manyAlike(r *rand.Rand) []record.Reference {
	refs := make([]record.Reference, 3000)
	for i := range refs {
		refs[i] = record.Reference{
			Source: fmt.Sprintf("%d.txt", r.IntN(9)), Lang: []string{"en", "fr"}[r.IntN(2)], Zone: record.Body, Kind: record.Resolution, Status: record.Resolved,
			Document: fmt.Sprintf("A/RES/61/%d", r.IntN(9)+1), Target: fmt.Sprintf("A/RES/60/%d", r.IntN(5)+1),
			Treatment: []string{"", "recall", "note", "amend"}[r.IntN(4)], Text: []string{"resolution 60/1", "the said resolution"}[r.IntN(2)],
			Start: r.IntN(6), End: 30,
		}
	}
	return refs
}

// TestCounts builds the same graph with and without evidence: nodes, weights and
// treatments are the same, whatever is there twice and in whatever order.
func TestCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	refs := manyAlike(r)
	full := Build(refs, BuildOptions{})
	r.Shuffle(len(refs), func(i, j int) { refs[i], refs[j] = refs[j], refs[i] })
	counts := Build(refs, BuildOptions{Counts: true})
	if diff := cmp.Diff(full, counts, cmpopts.IgnoreFields(Grounds{}, "Evidence"), cmpopts.EquateEmpty(), cmp.Transformer("grounds", func(g *Grounds) Grounds {
		if g == nil {
			return Grounds{}
		}
		return *g
	})); diff != "" {
		t.Error(diff)
	}
	for i := range counts.Edges {
		if counts.Edges[i].Evidence() != nil {
			t.Fatal("an edge has evidence")
		}
	}
}

// TestPlaces builds the same graph with its evidence and with places alone, where some
// references can be read again and others cannot, and some come twice. Once cited, the
// edges are the same, also those of a part of the graph.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	refs := manyAlike(r)
	refs = append(refs, record.Reference{
		Source: "1.txt", Lang: "en", Document: "A/RES/61/1", Kind: record.Decision, Rule: record.DateRule + "general-assembly", Date: "2006-12-01", Status: record.Unresolved,
	})
	full := Build(refs, BuildOptions{})
	r.Shuffle(len(refs), func(i, j int) { refs[i], refs[j] = refs[j], refs[i] })
	b := NewBuilder(BuildOptions{Places: true})
	b.AddPlaced(refs[:2000], func(i int) uint64 { return uint64(i + 1) })
	b.AddAll(refs[2000:])
	placed := b.Graph()
	reads := 0
	again := func(places []uint64) (list []record.Reference, err error) {
		for _, p := range places {
			list = append(list, refs[p-1])
		}
		reads += len(places)
		return list, nil
	}
	part, err := placed.Select(Around("A/RES/61/3", 1, Outward))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := full.Select(Around("A/RES/61/3", 1, Outward))
	if err != nil {
		t.Fatal(err)
	}
	if err := placed.Cite(Pointers(part.Edges), again); err != nil || reads == 0 || reads > 1000 {
		t.Fatalf("%v, %d references were read again", err, reads)
	}
	if diff := cmp.Diff(whole.Edges, part.Edges, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Edge{}, "Cited")); diff != "" {
		t.Error(diff)
	}
	if err := placed.Cite(Pointers(placed.Edges), again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full.Edges, placed.Edges, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Edge{}, "Cited")); diff != "" {
		t.Error(diff)
	}
	broken := errors.New("the file is gone")
	if err := placed.Cite(Pointers(placed.Edges), func([]uint64) ([]record.Reference, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Error(err)
	}
}

// TestSizes holds what millions of a great graph are made of to the bytes that the
// bounds on its memory rest on.
func TestSizes(t *testing.T) {
	for _, of := range []struct {
		what       string
		size, most uintptr
	}{
		{"an edge", unsafe.Sizeof(Edge{}), 32},
		{"a claim", unsafe.Sizeof(claim{}), 24},
		{"a draft of a node", unsafe.Sizeof(draft{}), 88},
		{"a citation in memory", unsafe.Sizeof(packed{}), 44},
	} {
		if of.size > of.most {
			t.Errorf("%s takes %d bytes, want at most %d", of.what, of.size, of.most)
		}
	}
}

// TestEdgeTypeNoCharacter: string(e.Type) would compile, and give a control character
// where a name is wanted. go vet tells of it but for bytes and runes.
func TestEdgeTypeNoCharacter(t *testing.T) {
	switch kind := reflect.TypeFor[EdgeType]().Kind(); kind {
	case reflect.Uint8, reflect.Int32:
		t.Errorf("an edge type is a %s, which go vet lets string() make a character of", kind)
	}
	if got := fmt.Sprint(Cites, EdgeType(-1), EdgeType(99)); got != "cites edge type -1 edge type 99" {
		t.Error(got)
	}
}
