package render

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"uncite/graph"
)

// Graphviz draws the DOT without a word, whatever stands in the labels.
func TestGraphvizReadsDOT(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		absent(t, "Graphviz is not installed")
	}
	nasty := smallMap()
	for i := range nasty.Graph.Nodes {
		n := &nasty.Graph.Nodes[i]
		n.Label = fmt.Sprint(i) + "\x00\x1b\xff\\N \\\" <b>&amp;&nosuch; \u202e"
		n.Title, n.Link = n.Label, "https://undocs.org/?a=1&b=\"2\""
		n.ID += "\\"
	}
	for name, m := range map[string]*Map{"small": smallMap(), "nasty": nasty, "one": cut(smallMap(), 1), "empty": bare(&graph.Graph{}), "80": generated(80, 3)} {
		var source, complaint bytes.Buffer
		if err := writeDOT(context.Background(), &source, m); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("dot", "-Tplain")
		cmd.Stdin, cmd.Stderr = &source, &complaint
		out, err := cmd.Output()
		if err != nil || complaint.Len() > 0 {
			t.Errorf("%s: %v: %s", name, err, complaint.String())
		}
		nodes, edges := 0, 0
		for line := range strings.Lines(string(out)) {
			if strings.HasPrefix(line, "node ") {
				nodes++
			} else if strings.HasPrefix(line, "edge ") {
				edges++
			}
		}
		if nodes != len(m.Graph.Nodes) || edges != len(m.Graph.Edges) {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", name, nodes, edges, len(m.Graph.Nodes), len(m.Graph.Edges))
		}
	}
}

func TestEngines(t *testing.T) {
	for _, c := range []struct{ program, engine, format, begins string }{
		{converter, "", "png", "\x89PNG"}, {converter, "", "pdf", "%PDF"}, {"dot", "dot", "png", "\x89PNG"}, {"sfdp", "sfdp", "svg", "<?xml"}, {"dot", "dot", "svg", "<?xml"},
	} {
		t.Run(c.format+" by "+c.program, func(t *testing.T) {
			if _, err := exec.LookPath(c.program); err != nil {
				absent(t, c.program+" is not installed")
			}
			m := smallMap()
			m.Engine = c.engine
			f, err := Find(c.format, OfMap)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := f.Map(context.Background(), &out, m); err != nil || !strings.HasPrefix(out.String(), c.begins) {
				t.Errorf("%v, %.20q", err, out.String())
			}
		})
	}
}

// Without Graphviz the error says what to do, and a name that is no engine
// is never run as a program.
func TestEngineErrors(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for engine, want := range map[string]string{"sfdp": "install Graphviz", "rm": "no Graphviz engine", "./dot": "no Graphviz engine"} {
		m := smallMap()
		m.Engine = engine
		var out bytes.Buffer
		if err := writeSVG(context.Background(), &out, m); err == nil || !strings.Contains(err.Error(), want) || out.Len() > 0 {
			t.Errorf("%s: error %v, want %q in it", engine, err, want)
		}
	}
	if err := writePDF(context.Background(), new(bytes.Buffer), smallMap()); err == nil || !strings.Contains(err.Error(), "install librsvg") {
		t.Errorf("error %v does not say what to install", err)
	}
}

// python finds a Python that has the module, or skips the test.
func python(t *testing.T, module string) string {
	for _, program := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(program, "-c", "import "+module).Run() == nil {
			return program
		}
	}
	absent(t, "no Python with "+module+" here")
	return ""
}

// absent skips the test for want of a program, and fails it where programs
// are required, as in CI.
func absent(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("UNCITE_REQUIRE_TOOLS") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// read is what a program found in a GraphML file.
type read struct {
	Nodes map[string]map[string]any
	Edges []map[string]any
	Name  string
}

// Scripts that print a GraphML file as JSON in the shape of read.
const (
	networkxScript = `
import sys, json, networkx
g = networkx.read_graphml(sys.argv[1])
edges = [{k: x for k, x in dict(d, source=a, target=b).items() if k != "id"} for a, b, d in g.edges(data=True)]
json.dump({"Nodes": dict(g.nodes(data=True)), "Edges": edges, "Name": g.graph.get("name", "")}, sys.stdout)
`
	igraphScript = `
import sys, json, math, igraph
def known(d): return {k: v for k, v in d.items() if v not in ("", None) and not (isinstance(v, float) and math.isnan(v))}
g = igraph.Graph.Read_GraphML(sys.argv[1])
nodes = {v["id"]: {k: x for k, x in known(v.attributes()).items() if k != "id"} for v in g.vs}
edges = [{k: x for k, x in dict(known(e.attributes()), source=g.vs[e.source]["id"], target=g.vs[e.target]["id"]).items() if k != "id"} for e in g.es]
json.dump({"Nodes": nodes, "Edges": edges, "Name": g["name"]}, sys.stdout)
`
)

// NetworkX and igraph read every node, edge and attribute of the GraphML, in
// six scripts, with parallel edges of different types.
func TestGraphMLIsRead(t *testing.T) {
	for module, script := range map[string]string{"networkx": networkxScript, "igraph": igraphScript} {
		t.Run(module, func(t *testing.T) {
			program := python(t, module)
			m := smallMap()
			path := filepath.Join(t.TempDir(), "map.graphml")
			var b bytes.Buffer
			if err := writeGraphML(context.Background(), &b, m); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(program, "-c", script, path).Output()
			if err != nil {
				t.Fatal(err, string(err.(*exec.ExitError).Stderr))
			}
			var got read
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			compareRead(t, m, got)
		})
	}
}

func compareRead(t *testing.T, m *Map, got read) {
	want := networkOf(m)
	if got.Name != m.Title || len(got.Nodes) != len(want.Nodes) || len(got.Edges) != len(want.Edges) {
		t.Fatalf("%d nodes, %d edges and the name %q were read", len(got.Nodes), len(got.Edges), got.Name)
	}
	for id, row := range want.Nodes {
		sameAttributes(t, id, row, got.Nodes[id])
	}
	for _, row := range want.Edges {
		found := false
		for _, g := range got.Edges {
			found = found || printed(g) == printed(row)
		}
		if !found {
			t.Errorf("the edge %v was not read", row)
		}
	}
}

// printed is a row as text: JSON has one sort of number.
func printed[V any](row map[string]V) string { return fmt.Sprint(row) }

// sameAttributes compares as printed.
func sameAttributes(t *testing.T, about string, want map[string]string, got map[string]any) {
	t.Helper()
	if printed(want) != printed(got) {
		t.Errorf("%s has\n %v, want\n %v", about, got, want)
	}
}
