package render_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"testing/fstest"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/graph"
	"uncite/graph/measure"
	"uncite/graph/rank"
	"uncite/render"
)

// From bytes to a picture, in twenty lines: read, extract, build, rank, draw. The
// command does nothing that a program cannot do so.
func Example() {
	ctx, table := context.Background(), authority.Default()
	files := fstest.MapFS{"note.txt": {Data: []byte("A/RES/75/291\n\nThe General Assembly,\n\nRecalling its resolution 60/288,\n\n1. Decides to meet.\n")}}
	b := graph.NewBuilder(graph.BuildOptions{Knowledge: graph.FromAuthority(table, "en")})
	err := extract.New(table).FS(ctx, files, func(r *extract.Result) error {
		for i := range r.References {
			b.Add(&r.References[i])
		}
		return r.Err
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	indegree, _ := measure.Find("indegree")
	ranking, err := rank.Of(ctx, b.Graph(), rank.Options{Measures: []measure.Measure{indegree}, Types: rank.Types()})
	if err != nil {
		fmt.Println(err)
		return
	}
	first := ranking.Graph.Nodes[ranking.Order()[0]]
	fmt.Println(first.Symbol(), first.Title, ranking.Score(ranking.Order()[0]))
	svg, _ := render.Find("svg", render.OfMap)
	fmt.Println(svg.Map(ctx, io.Discard, &render.Map{Ranking: *ranking}))
	// Output:
	// A/RES/60/288 United Nations Global Counter-Terrorism Strategy 1
	// <nil>
}

// A ranking is written by the row of its format.
func ExampleFind() {
	r := &rank.Ranking{
		Graph:  &graph.Graph{Nodes: []graph.Node{{ID: "A/RES/60/288", Kind: "resolution", Label: "A/RES/60/288", Date: "2006-09-08"}}},
		Scores: []rank.Score{{Name: "indegree", Values: []float64{3}}},
	}
	f, err := render.Find("csv", render.OfRanking)
	if err == nil {
		err = f.Ranking(os.Stdout, r)
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// rank,id,kind,label,title,date,aliases,body,year,link,in_hand,group,title_from,indegree
	// 1,A/RES/60/288,resolution,A/RES/60/288,,2006-09-08,,,,,false,,,3
}
