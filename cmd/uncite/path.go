package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"uncite/graph"
	"uncite/graph/csr"
	"uncite/graph/measure"
	"uncite/render"
)

// chainsShown is how many chains path lists unless told otherwise.
const chainsShown = 20

// pathFlags are the flags of path.
type pathFlags struct {
	graphFlags
	resultFlags
	limit           int
	weights, search string
	keys            int
	ties            bool
}

func newPath() *cobra.Command {
	var p pathFlags
	var main bool
	cmd := &cobra.Command{
		Use:   "path [flags] FROM TO [PATH...] | --main [PATH...]",
		Short: "How one document leads to another, or the main path of a corpus",
		Long: `List all shortest chains of citations that lead from one document to another, with
the sentence behind every step. FROM and TO are named as in uncite show.

With --main, find the main path of the whole corpus: the chain of citations along
which most of its knowledge has come down. Documents that cite each other in a
circle are first made one part, and the output says which. It runs among the
documents in hand, for what is only cited shows none of its own sources;
--in-hand=false takes that in too. Of paths of equal weight one is shown.`,
		Example: `  uncite path 'S/RES/2396(2017)' 'S/RES/1267(1999)' texts/
  uncite path --main refs.jsonl`,
		ValidArgsFunction: firstAreIDs(2),
		Args: func(_ *cobra.Command, args []string) error {
			if !main && len(args) < 2 {
				return fmt.Errorf("path needs FROM and TO, or --main")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if main {
				p.start(cmd, args)
				return p.mainPath(cmd)
			}
			p.start(cmd, args[2:])
			return p.chains(cmd, args[0], args[1])
		},
	}
	addGraphFlags(cmd, &p.graphFlags)
	addGroupFlag(cmd, &p.graphFlags)
	addResultFlags(cmd, &p.resultFlags, (*render.Chains)(nil))
	cmd.Flags().IntVar(&p.limit, "limit", chainsShown, "list at most `N` chains; 0 for all up to ten thousand")
	cmd.Flags().BoolVar(&main, "main", false, "the main path of the corpus")
	cmd.Flags().StringVar(&p.weights, "weights", string(measure.SPC), "`COUNT` of paths that weighs a citation: spc, splc, spnp")
	cmd.Flags().StringVar(&p.search, "search", string(measure.Global), "`SEARCH` for the main path: global, local, key-route, key-route-local")
	cmd.Flags().BoolVar(&p.ties, "ties", false, "show all main paths of equal weight")
	cmd.Flags().IntVar(&p.keys, "keys", 0, "number `N` of heaviest citations that a key-route search goes through (10)")
	return cmd
}

// read builds the graph and keeps what quoting needs.
func (p *pathFlags) read(cmd *cobra.Command, result any) (*graph.Graph, *memory, render.Format, error) {
	f, err := p.find(cmd, result)
	if err != nil {
		return nil, nil, f, err
	}
	known := newMemory(p.paths, &p.again)
	p.seen, p.places = known.see, true
	gr, err := p.graph(cmd.Context())
	return gr, known, f, err
}

func (p *pathFlags) chains(cmd *cobra.Command, from, to string) error {
	gr, known, f, err := p.read(cmd, (*render.Chains)(nil))
	if err != nil {
		return err
	}
	var ends [2]string
	for i, id := range []string{from, to} {
		at, err := p.locate(gr, id)
		if err != nil {
			return err
		}
		ends[i] = gr.Nodes[at].ID
	}
	chains, err := gr.Chains(ends[0], ends[1], p.limit, p.edges()...)
	if err != nil {
		return err
	}
	steps := graph.Pointers(chains.On.Edges)
	if err := known.recall(gr, steps); err != nil {
		return err
	}
	err = p.write(cmd, f, &render.Chains{Chains: chains, Quotes: known.quotes(steps, p.language), Notes: gr.Notes})
	if err != nil {
		return err
	}
	return p.outcome()
}

func (p *pathFlags) mainPath(cmd *cobra.Command) error {
	// Wrong words are refused before anything is read.
	weights, search := measure.Traversal(p.weights), measure.Search(p.search)
	if _, err := measure.FindMainPath(cmd.Context(), csr.Build(0, nil, nil, nil), weights, search, 0); err != nil {
		return err
	}
	if !cmd.Flags().Changed("in-hand") {
		*p.filters["in-hand"] = "true"
	}
	gr, known, f, err := p.read(cmd, (*render.MainPath)(nil))
	if err != nil {
		return err
	}
	r := &render.MainPath{Graph: gr, Types: p.edges(), Weights: weights, Search: search}
	r.Main, err = measure.FindMainPath(cmd.Context(), gr.Kernel(r.Types...), r.Weights, r.Search, p.keys)
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	if !p.ties && (search == measure.Global || search == measure.Local) {
		r.Main, r.Ties = r.Main.Fold()
	}
	if len(r.Parts) == 0 && !cmd.Flags().Changed("in-hand") {
		fmt.Fprintln(p.errOut, "uncite: the documents in hand do not cite each other; --in-hand=false takes in what they cite")
	}
	steps := r.Edges()
	if err := known.recall(gr, steps); err != nil {
		return err
	}
	r.Quotes = known.quotes(steps, p.language)
	if err := p.write(cmd, f, r); err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), gr)
	return p.outcome()
}
