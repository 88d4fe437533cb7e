package render_test

import (
	"fmt"
	"os"

	"uncite/graph"
	"uncite/graph/rank"
	"uncite/render"
)

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
	// rank,id,kind,label,title,date,aliases,body,year,link,in_hand,group,indegree
	// 1,A/RES/60/288,resolution,A/RES/60/288,,2006-09-08,,,,,false,,3
}
