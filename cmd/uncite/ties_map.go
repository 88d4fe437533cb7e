package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
	"uncite/graph/tie"
	"uncite/render"
)

// citation is the value of --on that draws citations along the years.
const citation = "citation"

func tiesOn() []string {
	names := make([]string, len(tie.All))
	for i, on := range tie.All {
		names[i] = string(on)
	}
	return names
}

// checkTies refuses an --on or a --strength that there is not. Where only bodies or
// States are asked for, which cite nothing, the map is of what is mentioned together.
func (v *mapVerb) checkTies() error {
	if v.on != citation && !slices.Contains(tiesOn(), v.on) {
		return noneOf("on", v.on, append([]string{citation}, tiesOn()...))
	}
	if !slices.Contains(tie.Strengths, tie.Strength(v.strength)) {
		return noneOf("strength", v.strength, []string{"cosine", "association"})
	}
	kinds, err := v.kinds()
	if v.on == citation && err == nil && len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k record.Kind) bool { return k != record.Entity && k != record.State }) {
		v.on = string(tie.CoMention)
	}
	if v.on != citation && v.look.Time != "" {
		return fmt.Errorf("--time: a map on %s has no years along which it runs", v.on)
	}
	if v.on != citation && v.skeleton {
		return fmt.Errorf("--skeleton: a map on %s has no citations in chains", v.on)
	}
	return nil
}

// kinds are those that --kind names.
func (v *mapVerb) kinds() ([]record.Kind, error) {
	value := *v.filters["kind"]
	if value == "" {
		return nil, nil
	}
	return graph.ParseKinds(value)
}

// tiesTop is how many nodes a map of ties shows unless told otherwise.
const tiesTop = 60

// tied makes a map of ties of the nodes that a map of citations would draw from.
func (v *mapVerb) tied(cmd *cobra.Command, m *render.Map, f render.Format) (*render.Map, error) {
	top := v.top
	if f.Top > 0 && !cmd.Flags().Changed("top") {
		top = tiesTop
	}
	o := tie.Options{On: tie.On(v.on), Strength: tie.Strength(v.strength), Score: m.Score, PerNode: v.perNode, Threads: v.measure.threads, Seed: v.measure.seed}
	listings, err := v.listing()
	if err != nil {
		return nil, err
	}
	if len(listings) > 0 {
		var tests []func(int) bool
		for _, l := range listings {
			tests = append(tests, l.In(m.Graph))
		}
		o.Keep = func(i int) bool {
			return !slices.ContainsFunc(tests, func(test func(int) bool) bool { return !test(i) })
		}
	}
	choose := func(top int) (*render.Map, error) {
		o.Top = top
		n, err := tie.Of(cmd.Context(), m.Graph, o)
		if err != nil {
			return nil, err
		}
		return tieMap(m, n, o, v.look.Color == render.Colorings[0] && !cmd.Flags().Changed("color")), nil
	}
	out, err := choose(top)
	if err != nil {
		return nil, err
	}
	out.Fewer = func(n int) *render.Map {
		fewer, err := choose(n)
		if err != nil {
			return out
		}
		return fewer
	}
	return out, nil
}

// groupName is the title of a node that has no other label than its symbol, else
// its label.
func groupName(n *graph.Node) string {
	if n.Label == n.ID && n.Title != "" {
		return n.Title
	}
	return n.Label
}

// tieMap is a network of ties as a map, its communities named after their first
// nodes by score.
func tieMap(m *render.Map, n *tie.Network, o tie.Options, byGroup bool) *render.Map {
	r := rank.Ranking{}
	var strengths []float64
	r.Graph, strengths = n.Graph(m.Graph, o)
	for _, s := range m.Scores {
		values := make([]float64, len(n.Nodes))
		for i, v := range n.Nodes {
			values[i] = s.At(v)
		}
		r.Scores = append(r.Scores, rank.Score{Name: s.Name, Values: values})
	}
	out := m.Of(&r)
	out.Strengths, out.Groups, out.GroupNames = strengths, map[string]int{}, nil
	out.WholeNodes, out.WholeEdges = n.Of, 0
	for _, i := range r.Order() {
		g := n.Groups[i]
		out.Groups[r.Graph.Nodes[i].ID] = g
		for len(out.GroupNames) < g {
			out.GroupNames = append(out.GroupNames, "")
		}
		if out.GroupNames[g-1] == "" {
			out.GroupNames[g-1] = groupName(&r.Graph.Nodes[i])
		}
	}
	if byGroup {
		out.Look.Color = "group"
	}
	return out
}
