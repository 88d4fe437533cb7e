package csr_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"uncite/graph/csr"
)

func TestReadEdgeList(t *testing.T) {
	tests := []struct {
		name, text string // what the row protects
		nodes      int
		arcs       string
	}{
		{"nothing", "", 0, ""},
		{"only a comment", "# source target\n", 0, ""},
		{"two arcs", "1 0\n2 0\n", 3, "1→0:1 2→0:1"},
		{"no newline at the end", "1 0", 2, "1→0:1"},
		{"tabs, blanks and carriage returns", " 1\t0 \r\n\r\n  2  1\r\n", 3, "1→0:1 2→1:1"},
		{"weights", "1 0 2.5\n2 0\n", 3, "1→0:2.5 2→0:1"},
		{"a weight after arcs without", "1 0\n2 0 3\n2 1\n", 3, "1→0:1 2→0:3 2→1:1"},
		{"a self-loop makes a node and no arc", "4 4\n", 5, ""},
		{"repeats add up", "1 0\n1 0\n", 2, "1→0:2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := csr.ReadEdgeList(strings.NewReader(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			var arcs []string
			for u := range uint32(g.N()) {
				for _, v := range g.Out(u) {
					arcs = append(arcs, fmt.Sprintf("%d→%d:%g", u, v, g.Weight(u, v)))
				}
			}
			if got := strings.Join(arcs, " "); got != tt.arcs || g.N() != tt.nodes {
				t.Errorf("%d nodes, arcs %q; want %d and %q", g.N(), got, tt.nodes, tt.arcs)
			}
		})
	}
}

func TestReadEdgeListNamesTheLine(t *testing.T) {
	long := strings.Repeat("1 0\n", 300_000) // more than one piece
	tests := []struct{ name, text, want string }{
		{"a word", "1 0\nx y\n", "line 2"},
		{"one number", "1\n", "line 1"},
		{"a negative number", "1 0\n\n-1 0\n", "line 3"},
		{"a number too large", "1 99999999\n", "line 1"},
		{"a number far too large", "1 99999999999999999999\n", "line 1"},
		{"a weight that is none", "1 0 x\n", "line 1"},
		{"a negative weight", "1 0 -1\n", "line 1"},
		{"a weight without a blank", "1 0x\n", "line 1"},
		{"an error in a later piece", long + "x\n", "line 300001"},
		{"a line without end", strings.Repeat("7", 2<<20), "a line of more than"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := csr.ReadEdgeList(strings.NewReader(tt.text))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
}

// TestReadEdgeListPieces writes a list longer than one piece and reads it back.
func TestReadEdgeListPieces(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var text bytes.Buffer
	var from, to []uint32
	for range 200_000 {
		u, v := uint32(r.IntN(50_000)), uint32(r.IntN(50_000))
		from, to = append(from, u), append(to, v)
		fmt.Fprintln(&text, u, v)
	}
	got, err := csr.ReadEdgeList(&text)
	if err != nil {
		t.Fatal(err)
	}
	want := csr.Build(got.N(), from, to, nil)
	if got.Arcs() != want.Arcs() {
		t.Fatalf("%d arcs, want %d", got.Arcs(), want.Arcs())
	}
	for u := range uint32(want.N()) {
		for _, v := range want.Out(u) {
			if got.Weight(u, v) != want.Weight(u, v) {
				t.Fatalf("arc %d→%d weighs %g, want %g", u, v, got.Weight(u, v), want.Weight(u, v))
			}
		}
	}
}

var manyDigits = regexp.MustCompile(`[0-9]{5}`)

func FuzzReadEdgeList(f *testing.F) {
	f.Add([]byte("1 0\n# x\n2 1 0.5\n"))
	f.Add([]byte("99 0 1e400\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if manyDigits.Match(text) {
			return // keeps graphs small: what is tested is the parser
		}
		g, err := csr.ReadEdgeList(bytes.NewReader(text))
		if err == nil && g.Arcs() > bytes.Count(text, []byte("\n"))+1 {
			t.Errorf("%d arcs from %d lines", g.Arcs(), bytes.Count(text, []byte("\n"))+1)
		}
	})
}
