package render

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
)

// smallMap is the fixed graph of the golden files: every kind, every edge
// type, six scripts, and labels that need escaping.
func smallMap() *Map {
	nodes := []graph.Node{
		{ID: "A/RES/217(III)A", Kind: record.Resolution, Label: "A/RES/217(III)A", Title: "Universal Declaration of Human Rights", Body: "entity:general-assembly", Date: "1948-12-10", Year: 1948, Link: "https://undocs.org/A/RES/217(III)"},
		{ID: "A/RES/60/288", Kind: record.Resolution, Label: "A/RES/60/288", Title: "联合国全球反恐战略", Body: "entity:general-assembly", Date: "2006-09-08", Year: 2006, Link: "https://undocs.org/A/RES/60/288", InHand: true},
		{ID: "A/RES/75/291", Kind: record.Resolution, Label: "A/RES/75/291", Title: "Обзор Стратегии", Body: "entity:general-assembly", Date: "2021-06-30", Year: 2021, Link: "https://undocs.org/A/RES/75/291", InHand: true},
		{ID: "A/DEC/74/556", Kind: record.Decision, Label: "A/DEC/74/556", Date: "2020", Year: 2020, Link: "https://undocs.org/A/DEC/74/556"},
		{ID: "A/75/729", Kind: record.Report, Label: "A/75/729", Date: "2021-01-29", Year: 2021, Link: "https://undocs.org/A/75/729"},
		{ID: "UNTS/1577/27531", Kind: record.Treaty, Label: "UNTS/1577/27531", Date: "1989", Year: 1989},
		{ID: "entity:security-council", Kind: record.Entity, Label: "مجلس الأمن"},
		{ID: "instrument:charter-of-the-united-nations", Kind: record.Instrument, Label: "Charte des Nations Unies", Date: "1945-06-26", Year: 1945},
		{ID: "state:ESP", Kind: record.State, Label: "España"},
		{ID: `title:en:the "quoted" \ <tagged> one`, Kind: record.Instrument, Label: `the "quoted" \ <tagged> & broken` + "\n" + `one`},
	}
	sort.Slice(nodes, func(i, j int) bool { return nodes[i].ID < nodes[j].ID })
	at := func(id string) int {
		return slices.IndexFunc(nodes, func(n graph.Node) bool { return n.ID == id })
	}
	edge := func(from string, t graph.EdgeType, to string, weight int, treatments ...string) graph.Edge {
		e := graph.NewEdge(at(from), at(to), t, weight)
		e.Year, e.Grounds = int16(nodes[at(from)].Year), &graph.Grounds{Treatments: treatments}
		return e
	}
	edges := []graph.Edge{
		edge("A/RES/75/291", graph.Cites, "A/RES/60/288", 5, "reaffirm", "recall"),
		edge("A/RES/75/291", graph.Cites, "A/RES/217(III)A", 1, "recall"),
		edge("A/RES/75/291", graph.Cites, "A/DEC/74/556", 1, "recall"),
		edge("A/RES/75/291", graph.Cites, "A/75/729", 2, "note"),
		edge("A/RES/75/291", graph.Cites, "UNTS/1577/27531", 1),
		edge("A/RES/75/291", graph.Amends, "A/RES/60/288", 1),
		edge("A/RES/75/291", graph.Supersedes, "A/DEC/74/556", 1),
		edge("A/RES/75/291", graph.Mentions, "state:ESP", 1, "condemn"),
		edge("A/RES/75/291", graph.Mentions, "entity:security-council", 3),
		edge("A/RES/60/288", graph.Cites, "instrument:charter-of-the-united-nations", 4, "reaffirm"),
		edge("A/RES/60/288", graph.Cites, nodes[len(nodes)-1].ID, 1, "condemn"),
		edge("A/75/729", graph.Cites, "A/RES/60/288", 7, "request"),
		edge("entity:security-council", graph.PartOf, "instrument:charter-of-the-united-nations", 1),
	}
	sort.Slice(edges, func(i, j int) bool {
		a, b := edges[i], edges[j]
		return fmt.Sprintf("%03d %03d %s", a.From, a.To, a.Type) < fmt.Sprintf("%03d %03d %s", b.From, b.To, b.Type)
	})
	indegree := make([]float64, len(nodes))
	pagerank := make([]float64, len(nodes))
	for _, e := range edges {
		indegree[e.To]++
		pagerank[e.To] += float64(e.Weight) / 32
	}
	return &Map{
		Title: "Counter-terrorism & its sources",
		Ranking: rank.Ranking{
			Graph:  &graph.Graph{Nodes: nodes, Edges: edges, Notes: []string{"only resolved references"}},
			Scores: []rank.Score{{Name: "pagerank", Values: pagerank}, {Name: "indegree", Values: indegree}},
		},
	}
}

// sixScripts are labels as long as those of real instruments.
var sixScripts = []string{
	"United Nations Global Counter-Terrorism Strategy", "Convention on the Safety of United Nations Personnel",
	"联合国全球反恐战略", "制止向恐怖主义提供资助的国际公约", "关于难民地位的公约", "استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب",
	"الاتفاقية الدولية لقمع تمويل الإرهاب", "Pacte international relatif aux droits civils et politiques",
	"Глобальная контртеррористическая стратегия Организации Объединенных Наций", "Международная конвенция о борьбе с захватом заложников",
	"Convenio Internacional para la represión de los atentados terroristas", "Plan de acción",
}

// generated makes a citation graph of n nodes from a fixed seed: documents
// of 1946 to 2024, most of them late, half of the references recent, the
// others preferential; one node in eight is an instrument with a long label,
// one in twelve an entity or State without a date.
func generated(n int, seed uint64) *Map {
	r := rand.New(rand.NewPCG(seed, 7))
	g := &graph.Graph{}
	for i := range n {
		year := 2024 - int(78*r.Float64()*r.Float64()*r.Float64())
		node := graph.Node{Kind: record.Resolution, Year: year, Date: fmt.Sprint(year), InHand: r.IntN(3) > 0}
		switch {
		case i%8 == 3:
			node.ID, node.Kind, node.Label = fmt.Sprintf("instrument:%03d", i), record.Instrument, sixScripts[r.IntN(len(sixScripts))]
		case i%12 == 5:
			node.ID, node.Kind, node.Label, node.Year, node.Date = fmt.Sprintf("entity:%03d", i), record.Entity, sixScripts[r.IntN(len(sixScripts))], 0, ""
		case i%24 == 6:
			node.ID, node.Kind, node.Label, node.Year, node.Date = fmt.Sprintf("state:%03d", i), record.State, "Côte d’Ivoire", 0, ""
		case i%10 == 4:
			node.ID, node.Kind = fmt.Sprintf("A/%d/%d", year-1945, 100+i), record.Report
		case i%10 == 7:
			node.ID, node.Kind = fmt.Sprintf("S/RES/%d(%d)", 1000+i, year), record.Resolution
		case i%20 == 9:
			node.ID, node.Kind = fmt.Sprintf("A/DEC/%d/%d", year-1945, 400+i), record.Decision
		case i%20 == 18:
			node.ID, node.Kind = fmt.Sprintf("UNTS/%d/%d", 1000+i, 20000+i), record.Treaty
		default:
			node.ID = fmt.Sprintf("A/RES/%d/%d", year-1945, 100+i)
		}
		if node.Label == "" {
			node.Label, node.Link = node.ID, "https://undocs.org/"+node.ID
			if r.IntN(2) == 0 {
				node.Title = sixScripts[r.IntN(len(sixScripts))]
			}
		}
		g.Nodes = append(g.Nodes, node)
	}
	sort.Slice(g.Nodes, func(i, j int) bool { return g.Nodes[i].ID < g.Nodes[j].ID })
	g.Edges = generatedEdges(g.Nodes, r)
	indegree := make([]float64, n)
	for _, e := range g.Edges {
		indegree[e.To]++
	}
	return &Map{Title: "A generated citation graph", Ranking: rank.Ranking{Graph: g, Scores: []rank.Score{{Name: "indegree", Values: indegree}}}}
}

func generatedEdges(nodes []graph.Node, r *rand.Rand) []graph.Edge {
	treatments := []string{"recall", "reaffirm", "note", "request", "condemn", ""}
	byYear := make([]int, len(nodes))
	for i := range byYear {
		byYear[i] = i
	}
	sort.SliceStable(byYear, func(a, b int) bool { return nodes[byYear[a]].Year < nodes[byYear[b]].Year })
	weight := map[[2]int]int{}
	cited := []int{byYear[0]}
	for at := 1; at < len(byYear); at++ {
		from := byYear[at]
		if nodes[from].Year == 0 {
			cited = append(cited, from)
			continue
		}
		for range 2 + r.IntN(6) {
			to := cited[r.IntN(len(cited))]
			if r.IntN(2) == 0 {
				to = byYear[max(0, at-1-r.IntN(12))]
			}
			weight[[2]int{from, to}] += 1 + r.IntN(3)
			cited = append(cited, to)
		}
	}
	var edges []graph.Edge
	for k, w := range weight {
		e := graph.NewEdge(k[0], k[1], graph.Cites, w)
		e.Year = int16(nodes[k[0]].Year)
		edges = append(edges, e)
	}
	sort.Slice(edges, func(i, j int) bool {
		if edges[i].From != edges[j].From {
			return edges[i].From < edges[j].From
		}
		return edges[i].To < edges[j].To
	})
	for i := range edges {
		if t := treatments[r.IntN(len(treatments))]; t != "" {
			edges[i].Grounds = &graph.Grounds{Treatments: []string{t}}
		}
		if k := nodes[edges[i].To].Kind; k == record.Entity || k == record.State {
			edges[i].Type = graph.Mentions
		}
	}
	return edges
}

// star is the map of one document: it cites all others, which do not cite
// each other, a quarter of them undated.
func star(n int) *Map {
	m := generated(n, 21)
	g := m.Graph
	g.Edges = nil
	last := slices.IndexFunc(g.Nodes, func(n graph.Node) bool { return n.Year > 2020 })
	indegree := make([]float64, n)
	for i := range g.Nodes {
		if i%4 == 0 && i != last {
			g.Nodes[i].Year, g.Nodes[i].Date = 0, ""
		}
		if i != last {
			e := graph.NewEdge(last, i, graph.Cites, 1+i%5*(i%2))
			e.Year = int16(g.Nodes[last].Year)
			if i%3 == 0 {
				e.Grounds = &graph.Grounds{Treatments: []string{"reaffirm"}}
			}
			g.Edges = append(g.Edges, e)
			indegree[i] = float64(e.Weight)
		}
	}
	g.Nodes[last].Year = 2024
	m.Scores = []rank.Score{{Name: "weighted", Values: indegree}}
	return m
}
