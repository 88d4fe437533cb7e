package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncite/extract"
	"uncite/graph"
	"uncite/graph/rank"
	"uncite/graph/report"
	"uncite/render"
)

// reportVerb is what the user asks of the verb report.
type reportVerb struct {
	graphFlags
	measure       measureFlags
	format, file  string
	title         string
	top, mapNodes int
}

func newReport() *cobra.Command {
	var v reportVerb
	cmd := &cobra.Command{
		Use:   "report [flags] [PATH...]",
		Short: "One page on a corpus, for a paper's appendix",
		Long: `Write one page on a corpus: what was read, with formats, encodings and versions that
were merged; what was found and what was not resolved, with the reasons; rankings by
kind, groups, the main path, the map; the method with version and options, and the
command that repeats it. A page of Markdown has its map in a file beside.`,
		Example: `  uncite report texts/ -o report.html
  uncite report --by indegree,pagerank --top 20 refs.jsonl -o appendix.md`,
		RunE: v.run,
	}
	addGraphFlags(cmd, &v.graphFlags)
	addGroupFlag(cmd, &v.graphFlags)
	addMeasureFlags(cmd, &v.measure, "indegree")
	addFormatFlag(cmd, &v.format, "html", render.OfResult((*render.Report)(nil)))
	cmd.Flags().StringVarP(&v.file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	cmd.Flags().StringVar(&v.title, "title", "", "title of the page")
	cmd.Flags().IntVar(&v.top, "top", 10, "rank the first `N` of each kind; 0 for all")
	cmd.Flags().IntVar(&v.mapNodes, "nodes", 40, "draw `N` nodes on the map; 0 for no map")
	return cmd
}

func (v *reportVerb) run(cmd *cobra.Command, args []string) error {
	v.start(cmd, args)
	v.speak(cmd, true)
	f, err := render.Choose(v.format, cmd.Flags().Changed("format"), v.file, "html", render.OfResult((*render.Report)(nil)))
	if err != nil {
		return err
	}
	rows, err := v.measure.measures()
	if err != nil {
		return err
	}
	var figures report.Figures
	v.seen, v.documents = figures.Add, true
	v.unread = func(r *extract.Result) { figures.Problems = append(figures.Problems, r.Err.Error()) }
	gr, err := v.graph(cmd.Context())
	if err != nil {
		return err
	}
	settings, err := v.measure.options(gr)
	if err != nil {
		return err
	}
	made, err := report.Of(cmd.Context(), gr, &figures, report.Options{Measures: rows, Settings: *settings, Top: v.top})
	if err != nil {
		return stopped(cmd.Context(), err)
	}
	page := &render.Report{Report: made, Title: v.title, Lang: v.language, Notes: gr.Notes,
		Version: strings.ReplaceAll(strings.TrimSpace(versionText()), "\n", ", "), Command: repeats(cmd, args)}
	if err := v.draw(cmd, page, f); err != nil {
		return err
	}
	if err := output(cmd.Context(), v.file, cmd.OutOrStdout(), f.Result(page)); err != nil {
		return err
	}
	warn(cmd.ErrOrStderr(), gr)
	return v.outcome()
}

// draw gives the page its map: in it or, for Markdown, in a file beside that of -o.
func (v *reportVerb) draw(cmd *cobra.Command, page *render.Report, f render.Format) error {
	if v.mapNodes == 0 {
		return nil
	}
	page.Map = picture(page.Graph, page.Rankings, v.mapNodes, v.language)
	if page.Map == nil || f.Name == "html" || v.file == "" || v.file == "-" {
		return nil
	}
	path := strings.TrimSuffix(v.file, filepath.Ext(v.file)) + ".map.svg"
	page.Picture = filepath.Base(path)
	err := output(cmd.Context(), path, nil, func(w io.Writer) error { return page.Draw(context.WithoutCancel(cmd.Context()), w) })
	if err == nil {
		fmt.Fprintln(cmd.ErrOrStderr(), "uncite: also wrote", path)
	}
	return err
}

// picture is the map of the most central nodes by the first measure, nil where
// nothing is ranked.
func picture(g *graph.Graph, rankings []report.Ranking, nodes int, language string) *render.Map {
	if len(rankings) == 0 {
		return nil
	}
	measure := rankings[0].Of.Scores[0].Name
	all := &rank.Ranking{Graph: g, Scores: []rank.Score{{Name: measure, Values: rankings[0].Whole.Scores[0].Values}}}
	whole := &render.Map{Ranking: *all, Lang: language, Title: render.TitleOf(g)}
	cut := all.CutJoined(nodes, func(e *graph.Edge) bool { return e.Type == graph.Cites })
	out := whole.Of(cut)
	out.WholeNodes, out.WholeEdges = len(g.Nodes), len(g.Edges)
	return out
}

// repeats is the command line that gives the same again, but for where it goes.
func repeats(cmd *cobra.Command, args []string) string {
	line := cmd.CommandPath()
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Name == "output" || f.Name == "quiet" {
			return
		}
		line += " --" + f.Name
		if value := f.Value.String(); value != "true" {
			line += "=" + quoted(strings.Trim(value, "[]"))
		}
	})
	for _, a := range args {
		line += " " + quoted(a)
	}
	return line
}

// quoted sets a word in quotation marks where a shell would not take it as it is.
func quoted(word string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_./:=,@%+-", r)
	}
	if word != "" && strings.TrimFunc(word, plain) == "" {
		return word
	}
	if strings.ContainsFunc(word, unicode.IsControl) { // in the words that shells have for them
		var out strings.Builder
		for i := range len(word) {
			if c := word[i]; c < ' ' || c >= 0x7F || c == '\'' || c == '\\' {
				fmt.Fprintf(&out, `\%03o`, c)
			} else {
				out.WriteByte(c)
			}
		}
		return "$'" + out.String() + "'"
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
