package render

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"uncite/graph"
)

// network is a graph as a reader of a data format has it: the attributes of the
// nodes by identifier, and of the edges, with their ends as source and target.
// Attributes without a value are not there.
type network struct {
	Nodes map[string]map[string]string
	Edges []map[string]string
}

// networkOf is what every format that holds all attributes has to give back.
func networkOf(m *Map) network {
	n := network{Nodes: map[string]map[string]string{}}
	set := func(into map[string]string, name, value string) {
		if value != "" {
			into[name] = value
		}
	}
	for i := range m.Graph.Nodes {
		row := map[string]string{}
		for _, a := range m.attributes() {
			set(row, a.Name, a.Of(m, i))
		}
		n.Nodes[plain(m.Graph.Nodes[i].ID)] = row
	}
	m.eachBond(func(_ int, b *bond) bool {
		row := map[string]string{"source": plain(m.Graph.Nodes[b.From].ID), "target": plain(m.Graph.Nodes[b.To].ID)}
		for _, a := range m.edgeAttributes() {
			set(row, a.Name, a.Of(b))
		}
		n.Edges = append(n.Edges, row)
		return true
	})
	return n
}

func written(t *testing.T, format string, m *Map) []byte {
	t.Helper()
	f, err := Find(format, OfMap)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Map(context.Background(), &b, m); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// readBack reads the formats that hold the whole graph with readers of the
// standard library alone.
var readBack = map[string]func(t *testing.T, m *Map) network{
	"graphml": func(t *testing.T, m *Map) network {
		type data struct {
			Key   string `xml:"key,attr"`
			Value string `xml:",chardata"`
		}
		var doc struct {
			Keys []struct {
				ID   string `xml:"id,attr"`
				Name string `xml:"attr.name,attr"`
			} `xml:"key"`
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []data `xml:"data"`
			} `xml:"graph>node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []data `xml:"data"`
			} `xml:"graph>edge"`
		}
		if err := xml.Unmarshal(written(t, "graphml", m), &doc); err != nil {
			t.Fatal(err)
		}
		names := map[string]string{}
		for _, k := range doc.Keys {
			names[k.ID] = k.Name
		}
		row := func(list []data) map[string]string {
			out := map[string]string{}
			for _, d := range list {
				out[names[d.Key]] = d.Value
			}
			return out
		}
		n := network{Nodes: map[string]map[string]string{}}
		for _, v := range doc.Nodes {
			n.Nodes[v.ID] = row(v.Data)
		}
		for _, e := range doc.Edges {
			r := row(e.Data)
			r["source"], r["target"] = e.Source, e.Target
			n.Edges = append(n.Edges, r)
		}
		return n
	},
	"gexf": func(t *testing.T, m *Map) network {
		type value struct {
			For   int    `xml:"for,attr"`
			Value string `xml:"value,attr"`
		}
		var doc struct {
			Declared []struct {
				Class string `xml:"class,attr"`
				List  []struct {
					Title string `xml:"title,attr"`
				} `xml:"attribute"`
			} `xml:"graph>attributes"`
			Nodes []struct {
				ID     string  `xml:"id,attr"`
				Values []value `xml:"attvalues>attvalue"`
			} `xml:"graph>nodes>node"`
			Edges []struct {
				Source string  `xml:"source,attr"`
				Target string  `xml:"target,attr"`
				Values []value `xml:"attvalues>attvalue"`
			} `xml:"graph>edges>edge"`
		}
		if err := xml.Unmarshal(written(t, "gexf", m), &doc); err != nil {
			t.Fatal(err)
		}
		row := func(class int, list []value) map[string]string {
			out := map[string]string{}
			for _, v := range list {
				out[doc.Declared[class].List[v.For].Title] = v.Value
			}
			return out
		}
		n := network{Nodes: map[string]map[string]string{}}
		for _, v := range doc.Nodes {
			n.Nodes[v.ID] = row(0, v.Values)
		}
		for _, e := range doc.Edges {
			r := row(1, e.Values)
			r["source"], r["target"] = e.Source, e.Target
			n.Edges = append(n.Edges, r)
		}
		return n
	},
	"csv": func(t *testing.T, m *Map) network {
		table := func(format string) []map[string]string {
			rows, err := csv.NewReader(bytes.NewReader(written(t, format, m))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			var out []map[string]string
			for _, cells := range rows[1:] {
				row := map[string]string{}
				for k, c := range cells {
					if c != "" {
						row[withoutMark(rows[0][k])] = withoutMark(c)
					}
				}
				out = append(out, row)
			}
			return out
		}
		n := network{Nodes: map[string]map[string]string{}, Edges: table("csv")}
		for _, row := range table("nodes") {
			id := row["id"]
			delete(row, "id")
			n.Nodes[id] = row
		}
		return n
	},
	"jsonl": func(t *testing.T, m *Map) network {
		n := network{Nodes: map[string]map[string]string{}}
		for line := range bytes.Lines(written(t, "jsonl", m)) {
			row := textsOf(t, line)
			kind := row["record"]
			delete(row, "record")
			switch kind {
			case "node":
				id := row["id"]
				delete(row, "id")
				n.Nodes[id] = row
			case "edge":
				n.Edges = append(n.Edges, row)
			}
		}
		return n
	},
}

// withoutMark takes the apostrophe before a formula away again.
func withoutMark(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && rest != "" && strings.ContainsAny(rest[:1], "=+-@") {
		return cell[1:]
	}
	return cell
}

// textsOf decodes a JSON object whose values are texts, numbers, truths or lists
// of texts.
func textsOf(t *testing.T, object []byte) map[string]string {
	d := json.NewDecoder(bytes.NewReader(object))
	d.UseNumber()
	var values map[string]any
	if err := d.Decode(&values); err != nil {
		t.Fatalf("%v in %s", err, object)
	}
	out := map[string]string{}
	for name, v := range values {
		if list, ok := v.([]any); ok {
			var parts []string
			for _, p := range list {
				parts = append(parts, fmt.Sprint(p))
			}
			v = strings.Join(parts, listSeparator)
		}
		out[name] = fmt.Sprint(v)
	}
	return out
}

// grouped is the small map with groups, and multi the same with parallel edges.
func grouped() *Map {
	m := smallMap()
	m.Groups, m.GroupNames = map[string]int{}, []string{"One", "Two"}
	for i := range m.Graph.Nodes {
		m.Groups[m.Graph.Nodes[i].ID] = i % 3
	}
	return m
}

func multi() *Map {
	m := grouped()
	m.Multi = true
	return m
}

// hostileTexts are what a title may hold that means something to a program that
// reads or shows it.
var hostileTexts = []string{
	"\x1b[31mred\x1b]8;;http://x\a", "a\u202egnp.exe\u2066b", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-2+3", "@SUM(A1)", "'=quoted", "''",
	`"quotes" 'and' \back\slashes\`, "</title><script>alert(1)</script>", "]]>&amp;<!--", "a\tb\r\nc\x00d\x7f\u0085\u2028e", "\xff\xfe broken \xc3",
	"{braces} $x_1^2$ 100 % #1 ~", "%s%n", strings.Repeat("длинное заглавие ", 650), "\"", "`touch x` $(touch y)", "\ufeffmark", "name,\"a;b\"; c", "﷽ العربية abc",
}

func hostile() *Map {
	m := grouped()
	for i := range m.Graph.Nodes {
		s := hostileTexts[i%len(hostileTexts)]
		n := &m.Graph.Nodes[i]
		n.ID = fmt.Sprintf("title:en:%02d ", i) + s
		m.Groups[n.ID] = i % 3
		n.Label, n.Title, n.Body, n.Date, n.Link = s, hostileTexts[(i*7+10)%len(hostileTexts)], s, s, "https://example.org/"+s
	}
	for i := range m.Graph.Edges {
		m.Graph.Edges[i].Grounds = &graph.Grounds{Treatments: []string{hostileTexts[i%len(hostileTexts)]}}
	}
	m.Title, m.Graph.Notes, m.Scores[0].Name = hostileTexts[0], hostileTexts, hostileTexts[2]
	return m
}

func TestReadBack(t *testing.T) {
	for name, m := range map[string]*Map{"small": grouped(), "multi": multi(), "hostile": hostile(), "generated": generated(300, 4)} {
		want := networkOf(m)
		for format, read := range readBack {
			if d := cmp.Diff(want, read(t, m)); d != "" {
				t.Errorf("%s of %s gives another graph (-want +got):\n%.2000s", format, name, d)
			}
		}
	}
}

// Two edges from one node to another are one edge of two types: its weight is
// that of the citation, for a reference that amends also cites.
func TestParallelEdges(t *testing.T) {
	m := smallMap()
	at, _ := m.Graph.Index("A/RES/75/291")
	to, _ := m.Graph.Index("A/RES/60/288")
	for multi, want := range map[bool]string{false: "[cites; amends 5 5; 1]", true: "[amends 1 ][cites 5 ]"} {
		m.Multi = multi
		got := ""
		m.eachBond(func(_ int, b *bond) bool {
			if b.From == at && b.To == to {
				got += fmt.Sprintf("[%s %d %s]", list(b.Types), b.Weight, b.weights())
			}
			return true
		})
		if got != want {
			t.Errorf("multi %v: %s, want %s", multi, got, want)
		}
	}
}

// No format lets a hostile text out: every one is UTF-8 without a control
// character that is not its own, and without a mark that turns the text around.
func TestNoEscapeReachesTheTerminal(t *testing.T) {
	m := hostile()
	for _, f := range Formats {
		if f.Map == nil || f.Name == "png" || f.Name == "pdf" {
			continue
		}
		out := written(t, f.Name, m)
		if !utf8.Valid(out) {
			t.Errorf("%s is not UTF-8", f.Name)
		}
		for _, r := range string(out) {
			if unicode.IsControl(r) && r != '\n' && r != '\t' && !(r == '\r' && f.Name == "ris") || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
				t.Errorf("%s holds %U", f.Name, r)
				break
			}
		}
	}
}

// Every JSON format is JSON, every CSV has rows of one length, and no cell of a
// text begins a formula.
func TestFormatsAreWellFormed(t *testing.T) {
	for name, m := range map[string]*Map{"hostile": hostile(), "empty": bare(&graph.Graph{})} {
		for _, format := range []string{"cytoscape", "vosviewer", "csl"} {
			if out := written(t, format, m); !json.Valid(out) {
				t.Errorf("%s of %s is no JSON", format, name)
			}
		}
		for _, format := range []string{"csv", "nodes"} {
			rows, err := csv.NewReader(bytes.NewReader(written(t, format, m))).ReadAll()
			if err != nil {
				t.Fatalf("%s of %s: %v", format, name, err)
			}
			for _, c := range slices.Concat(rows...) {
				if c != "" && strings.IndexByte("=+@\t\r", c[0]) >= 0 {
					t.Errorf("%s: the cell %.40q is a formula", format, c)
				}
			}
		}
		for _, format := range []string{"vosmap", "vosnetwork"} {
			want := -1
			for line := range strings.Lines(string(written(t, format, m))) {
				tabs := strings.Count(line, "\t")
				if want >= 0 && tabs != want {
					t.Errorf("%s of %s: %d tabs, want %d, in %.80q", format, name, tabs, want, line)
				}
				want = tabs
			}
		}
		depth := 0
		for _, r := range string(written(t, "bibtex", m)) {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 || depth > 3 {
				t.Fatalf("bibtex of %s: braces at depth %d", name, depth)
			}
		}
		for line := range strings.Lines(string(written(t, "ris", m))) {
			if line != "\r\n" && (len(line) < 8 || line[2:6] != "  - ") {
				t.Errorf("ris of %s: the line %.60q has no tag", name, line)
			}
		}
	}
}

// A bibliography names what is cited, by the name of its body, and gives every
// work a key of its own.
func TestBibliography(t *testing.T) {
	m := smallMap()
	works := m.bibliography()
	keys := map[string]bool{}
	for _, w := range works {
		if keys[w.Key] || w.Key == "" {
			t.Errorf("the key %q is there twice, or empty", w.Key)
		}
		keys[w.Key] = true
		if strings.HasPrefix(w.ID, "state:") || strings.HasPrefix(w.ID, "entity:") || w.ID == "A/RES/75/291" {
			t.Errorf("%s is listed, which nobody cites", w.ID)
		}
		if w.ID == "A/RES/60/288" && (w.Author != "General Assembly" || w.Key != "A-RES-60-288" || fmt.Sprint(w.dateParts()) != "[2006 9 8]") {
			t.Errorf("A/RES/60/288 is %+v", w)
		}
	}
	if len(works) != 7 {
		t.Errorf("%d works, want the 7 that are cited", len(works))
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name  string
		named bool
		file  string
		want  string // or a part of the error
	}{
		{"", false, "", "svg"}, {"", false, "x.graphml", "graphml"}, {"", false, "a.b/X.GEXF", "gexf"}, {"", false, "map", "svg"},
		{"", false, "x.json", "cytoscape"}, {"csl", true, "x.json", "csl"}, {"", false, "x.csl.json", "csl"}, {"", false, "x.nodes.csv", "nodes"},
		{"dot", true, "x.gv", "dot"}, {"svg", true, "x.png", "contradicts"}, {"gexf", true, "x.unknown", "gexf"}, {"rm", true, "", "no format"},
		{"", false, "map.ndjson", "jsonl"}, {"", false, "tmp.x7Ybd", "svg"}, {"gxf", true, "", "did you mean gexf?"},
		{"", false, "map.gml", "the nearest is graphml, in a file *.graphml"}, {"svg", true, "map.gml", "svg"}, {"", false, "map.docx.odt", "--format says"},
	} {
		f, err := Choose(c.name, c.named, c.file, "svg", OfMap)
		if err == nil && f.Name != c.want || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("--format %q -o %q: %s, %v; want %s", c.name, c.file, f.Name, err, c.want)
		}
	}
	if _, err := Choose("", false, "x.svg", "table", OfRanking); err == nil {
		t.Error("a ranking was written as SVG")
	}
}

// Scripts of other people's readers: they read files, given as pairs of format
// and path, and print a list in the shape of counted.
const (
	networkxReads = `
import sys, json, networkx
def read(kind, path):
    if kind == "gexf":
        # Before version 3.4 NetworkX knows the namespaces of 1.1 and 1.2 alone.
        text = open(path, encoding="utf-8").read().replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
        open(path, "w", encoding="utf-8").write(text)
        return networkx.read_gexf(path)
    if kind == "pajek":
        return networkx.read_pajek(path)
    if kind == "cytoscape":
        return networkx.cytoscape_graph(json.load(open(path, encoding="utf-8")))
    return networkx.read_graphml(path)
out = []
for kind, path in zip(sys.argv[1::2], sys.argv[2::2]):
    g = read(kind, path)
    out.append({"Nodes": list(map(str, g.nodes())), "Weights": [float(d.get("weight", 0)) for a, b, d in g.edges(data=True)],
        "Years": {str(n): str(d.get("year", "")) for n, d in g.nodes(data=True)}})
json.dump(out, sys.stdout)
`
	igraphReads = `
import sys, json, igraph
out = []
for kind, path in zip(sys.argv[1::2], sys.argv[2::2]):
    g = igraph.Graph.Read(path, format=kind)
    out.append({"Nodes": [str(v.index) for v in g.vs], "Weights": [float(e["weight"]) for e in g.es], "Years": {}})
json.dump(out, sys.stdout)
`
	graphToolReads = `
import sys, json, graph_tool
out = []
for kind, path in zip(sys.argv[1::2], sys.argv[2::2]):
    g = graph_tool.load_graph(path, fmt=kind)
    ids, years = g.vp["_graphml_vertex_id"], g.vp["year"]
    out.append({"Nodes": [ids[v] for v in g.vertices()], "Weights": [float(g.ep["weight"][e]) for e in g.edges()],
        "Years": {ids[v]: str(years[v]) if years[v] else "" for v in g.vertices()}})
json.dump(out, sys.stdout)
`
)

// rReads is the same for R, given to Rscript.
const rReads = `
suppressPackageStartupMessages(library(igraph))
a <- commandArgs(TRUE)
read <- function(i) {
  g <- read_graph(a[i + 1], format = a[i])
  quoted <- function(x) paste0('"', x, '"')
  years <- V(g)$year
  known <- which(!is.nan(years) & !is.na(years))
  ids <- V(g)$id
  plain <- known[grepl("^[A-Z/0-9().]+$", ids[known])]
  sprintf('{"Nodes":[%s],"Weights":[%s],"Years":{%s}}', paste(quoted(seq_len(vcount(g))), collapse = ","), paste(E(g)$weight, collapse = ","),
    paste(quoted(ids[plain]), quoted(years[plain]), sep = ":", collapse = ","))
}
cat("[", paste(vapply(seq(1, length(a), 2), read, ""), collapse = ","), "]")
`

// counted is what a program read: nodes, the weights of the edges, years.
type counted struct {
	Nodes   []string
	Weights []float64
	Years   map[string]string
}

// Other people's readers find the nodes, the edges and their weights, and where
// the format has attributes the years.
func TestFormatsAreRead(t *testing.T) {
	maps := map[string]*Map{"small": grouped(), "hostile": hostile(), "generated": generated(200, 6)}
	for _, c := range []struct {
		name    string
		program func(t *testing.T) []string // with what comes before the files
		formats []string
	}{
		{"networkx", func(t *testing.T) []string { return []string{python(t, "networkx"), "-c", networkxReads} }, []string{"graphml", "gexf", "pajek", "cytoscape"}},
		{"igraph", func(t *testing.T) []string { return []string{python(t, "igraph"), "-c", igraphReads} }, []string{"graphml", "pajek"}},
		{"graph-tool", func(t *testing.T) []string {
			const program = "/usr/bin/python3"
			if exec.Command(program, "-c", "import graph_tool").Run() != nil {
				t.Skip("graph-tool is not installed, which few systems have as a package")
			}
			return []string{program, "-c", graphToolReads}
		}, []string{"graphml"}},
		{"R", func(t *testing.T) []string {
			if exec.Command("Rscript", "-e", "library(igraph)").Run() != nil {
				absent(t, "no R with igraph here")
			}
			return []string{"Rscript", "-e", rReads}
		}, []string{"graphml"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := c.program(t)
			first := len(args)
			var what []string
			for name, m := range maps {
				for _, format := range c.formats {
					path := filepath.Join(t.TempDir(), "map")
					if err := os.WriteFile(path, written(t, format, m), 0o644); err != nil {
						t.Fatal(err)
					}
					args, what = append(args, format, path), append(what, name)
				}
			}
			out, err := exec.Command(args[0], args[1:]...).Output()
			if err != nil {
				t.Fatal(err, string(err.(*exec.ExitError).Stderr))
			}
			var got []counted
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err, string(out[:min(len(out), 300)]))
			}
			for k, name := range what {
				compareCounted(t, args[first+2*k]+" of "+name, maps[name], got[k])
			}
		})
	}
}

func compareCounted(t *testing.T, name string, m *Map, got counted) {
	t.Helper()
	sum, want, edges := 0.0, 0.0, 0
	for _, w := range got.Weights {
		sum += w
	}
	m.eachBond(func(_ int, b *bond) bool {
		edges++
		want += float64(b.Weight)
		return true
	})
	if len(got.Nodes) != len(m.Graph.Nodes) || len(got.Weights) != edges || sum != want {
		t.Errorf("%s: %d nodes, %d edges of weight %g were read, want %d, %d, %g", name, len(got.Nodes), len(got.Weights), sum, len(m.Graph.Nodes), edges, want)
	}
	for id, year := range got.Years {
		if i, ok := m.Graph.Index(id); ok && year != "" && year != whole(m.Graph.Nodes[i].Year) {
			t.Errorf("%s: %s has the year %s", name, id, year)
		}
	}
}

// xmllint takes every XML format.
func TestXMLLint(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		absent(t, "xmllint is not installed")
	}
	for name, m := range map[string]*Map{"small": grouped(), "hostile": hostile()} {
		for _, format := range []string{"svg", "graphml", "gexf"} {
			cmd := exec.Command("xmllint", "--noout", "--huge", "-")
			cmd.Stdin = bytes.NewReader(written(t, format, m))
			if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s of %s: %v: %.500s", format, name, err, out)
			}
		}
	}
}
