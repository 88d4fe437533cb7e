package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"uncite/extract/record"
	"uncite/graph/generate"
	"uncite/render"
)

// The default map of a random selection of documents: every node is joined to
// another one, and a third of them are documents of the selection.
func TestDefaultMapOfSelections(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws thirty maps")
	}
	command, all := commandFile(t), generate.Citations(generate.Config{Nodes: 6000, Arcs: 70_000, Seed: 3})
	for seed := range uint64(10) {
		for _, size := range []int{50, 300, 1500} {
			path := filepath.Join(t.TempDir(), fmt.Sprintf("refs-%d-%d.jsonl", seed, size))
			if err := os.WriteFile(path, selection(all, size, seed), 0o666); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(command, "map", "-q", "--format", "dot", path).Output()
			if err != nil {
				t.Fatal(err)
			}
			nodes, inHand, alone := joinedNodes(string(out))
			if nodes < 30 || 3*inHand < nodes || len(alone) > 0 {
				t.Errorf("%d documents, seed %d: %d of %d nodes are in hand; joined to nothing: %v", size, seed, inHand, nodes, alone)
			}
		}
	}
}

// selection is a references file of so many documents of a corpus.
func selection(c *generate.Corpus, size int, seed uint64) []byte {
	symbol := func(u uint32) string { return fmt.Sprintf("A/RES/%d/%d", c.Year[u]-1945, 1+u) }
	held := map[uint32]bool{}
	for _, u := range rand.New(rand.NewPCG(seed, 9)).Perm(c.Nodes)[:size] {
		held[uint32(u)] = true
	}
	var out []byte
	add := func(u, to uint32, zone record.Zone) {
		r := record.Reference{
			Source: fmt.Sprintf("corpus/%d.txt", u), Document: symbol(u), Lang: "en", Zone: zone, Kind: record.Resolution, Target: symbol(to),
			Text: symbol(to), Start: 12, End: 12 + len(symbol(to)), Date: fmt.Sprint(c.Year[to]), Rule: "symbol", Status: record.Resolved,
		}
		out = append(render.AppendReference(out, &r), '\n')
	}
	for u := range uint32(c.Nodes) {
		if held[u] {
			add(u, u, record.Masthead)
		}
	}
	for k, u := range c.From {
		if held[u] {
			add(u, c.To[k], record.Operative)
		}
	}
	return out
}

var (
	dotNode = regexp.MustCompile(`(?m)^\t"([^"]+)" \[label=.*presence="([^"]+)"`)
	dotEdge = regexp.MustCompile(`(?m)^\t"([^"]+)" -> "([^"]+)"`)
)

// joinedNodes counts the nodes of a map in DOT and those in hand, and lists those that
// no edge joins to another one.
func joinedNodes(dot string) (nodes, inHand int, alone []string) {
	joined := map[string]bool{}
	for _, e := range dotEdge.FindAllStringSubmatch(dot, -1) {
		if e[1] != e[2] {
			joined[e[1]], joined[e[2]] = true, true
		}
	}
	for _, n := range dotNode.FindAllStringSubmatch(dot, -1) {
		nodes++
		if n[2] == "in hand" {
			inHand++
		}
		if !joined[n[1]] {
			alone = append(alone, n[1])
		}
	}
	return nodes, inHand, alone
}
