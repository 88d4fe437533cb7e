package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/graph/group"
	"uncite/graph/measure"
	"uncite/graph/rank"
	"uncite/render"
)

// pageTop is how many nodes a ranking shows that is made to be read.
const pageTop = 20

// mostGrouped is the number of edges up to which a ranking that is data says to
// which group each node belongs: more would take longer than the ranking.
const mostGrouped = 500_000

// rankVerb is what the user asks of a ranking.
type rankVerb struct {
	graphFlags
	measure measureFlags
	out     resultFlags
	top     int
	yearly  bool
	verify  bool
}

func newRank() *cobra.Command {
	var v rankVerb
	cmd := &cobra.Command{
		Use:   "rank [flags] [PATH...]",
		Short: "Rank documents, instruments, entities and States",
		Long: `Rank the nodes of the citation graph by one measure or several. Equal scores are
ordered by identifier, and where the cut falls among equals that is said.

--kind, --body, --years, --in-hand, --min-count and --match choose what is
listed: the scores are those of the whole graph. --within with the same words
chooses the graph that is measured. The output states both.

uncite help measures lists the measures.`,
		Example: `  uncite rank --by indegree,pagerank --kind resolution --top 10 texts/
  uncite rank --body "Security Council" --years 2001- refs.jsonl -o ranking.csv`,
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	v.lists, v.ranks = true, true
	addGroupFlag(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "indegree")
	v.out.add(cmd, render.OfRanking)
	cmd.Flags().BoolVar(&v.yearly, "series", false, "the first measure at the end of every year, a row a year, a column for each of the N that have most in the last")
	cmd.Flags().BoolVar(&v.verify, "verify", false, "compute the measures by gonum too, and state the largest difference")
	cmd.Flags().IntVar(&v.top, "top", 0, "list the first `N`; 0 for all (a table shows 20 unless told otherwise)")
	return cmd
}

// run ranks the nodes.
func (v *rankVerb) run(cmd *cobra.Command, args []string) error {
	v.start(cmd, args)
	v.measure.locate = v.locate
	rows, err := v.measure.measures()
	if err != nil {
		return err
	}
	if v.yearly {
		return v.series(cmd, rows[0])
	}
	f, err := v.out.choose(cmd, render.OfRanking)
	if err != nil {
		return err
	}
	v.counts = true
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	ranking, err := v.measure.score(cmd, gr, v.edges())
	if err != nil {
		return err
	}
	if v.verify {
		if err := v.check(cmd, ranking); err != nil {
			return err
		}
	}
	if !f.Read {
		if err := divide(cmd, ranking); err != nil {
			return err
		}
	}
	if ranking, err = v.chosenOf(ranking, rows[0]); err != nil {
		return err
	}
	if !cmd.Flags().Changed("top") && f.Read {
		v.top = pageTop
	}
	first := ranking.First(v.top)
	if err := v.out.print(cmd, func(w io.Writer) error { return f.Ranking(w, first) }); err != nil {
		return err
	}
	if !f.Read {
		state(cmd.ErrOrStderr(), first.Graph.Notes)
	} else if ranking.Tied != "" {
		state(cmd.ErrOrStderr(), []string{ranking.Tied})
	}
	warn(cmd.ErrOrStderr(), gr)
	return v.outcome()
}

// chosenOf keeps what is listed of a ranking, and says why nothing is.
func (v *rankVerb) chosenOf(r *rank.Ranking, by measure.Measure) (*rank.Ranking, error) {
	listings, err := v.listing()
	if err != nil {
		return nil, err
	}
	out := r.Told(by, v.edges()...).List(listings...)
	out = v.measure.atLeast(out)
	if len(out.Graph.Nodes) == 0 && len(r.Graph.Nodes) > 0 {
		fmt.Fprintln(v.errOut, "uncite: nothing is listed:", v.why(out.Graph))
	}
	return out, nil
}

// divide numbers the groups of a ranking, unless that would take long.
func divide(cmd *cobra.Command, r *rank.Ranking) error {
	if len(r.Graph.Edges) > mostGrouped {
		state(cmd.ErrOrStderr(), []string{fmt.Sprintf("the column group is empty above %d edges; uncite groups divides the graph", mostGrouped)})
		return nil
	}
	d, err := group.Divide(cmd.Context(), r.Graph, group.Options{})
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	of := d.Of()
	r.Groups = make([]int, len(r.Graph.Nodes))
	for i := range r.Graph.Nodes {
		r.Groups[i] = of[r.Graph.Nodes[i].ID]
	}
	for _, g := range d.Groups {
		r.GroupNames = append(r.GroupNames, g.Name)
	}
	return nil
}

// measureTable is the table of measures as uncite help measures prints it, in
// lines of fewer than eighty columns.
func measureTable() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, row := range measure.Measures {
		for k, line := range wrapped(row.Advice, adviceWidth) {
			name := row.Name
			if k > 0 {
				name = ""
			}
			fmt.Fprintf(w, "%s\t%s\n", name, line)
		}
	}
	_ = w.Flush() // a strings.Builder takes everything
	return b.String()
}

// adviceWidth leaves room for the longest name of a measure in eighty columns.
const adviceWidth = 56

// wrapped breaks words into lines of no more than so many characters.
func wrapped(words string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(words) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

// check holds the measures against gonum's own algorithms and says what came out.
func (v *rankVerb) check(cmd *cobra.Command, r *rank.Ranking) error {
	settings, err := v.measure.options(r.Graph)
	if err != nil {
		return err
	}
	checks, err := rank.Verify(cmd.Context(), r.Graph, rank.Options{Settings: *settings, Types: v.edges()})
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	r.Graph.Notes = append(r.Graph.Notes, rank.CheckNote(checks))
	return nil
}
