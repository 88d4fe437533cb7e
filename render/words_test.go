package render

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncite/extract/lang"
	"uncite/graph"
	"uncite/graph/measure"
	"uncite/graph/tie"
)

// Every word that a picture may print has a row with all languages, so that no
// legend is half in English.
func TestWordsAreThereInSixLanguages(t *testing.T) {
	names := []string{"citation map", "nodes", "edges", "size by", "no date", "other", "cited by none"}
	for _, row := range measure.Measures {
		if name := "measure " + row.Name; pictureWords[name] != nil { // the rest are names of their own
			names = append(names, name)
		}
	}
	for _, k := range kindStyles {
		names = append(names, string(k.Kind))
	}
	for _, on := range tie.All {
		names = append(names, string(on))
	}
	for _, e := range graph.EdgeTypes {
		names = append(names, e.String())
	}
	for _, p := range presenceStyles {
		names = append(names, string(p.Presence), "look "+string(p.Presence))
	}
	for _, family := range []string{"treatment", "zone"} {
		for _, word := range graph.Words(family) {
			names = append(names, family+" "+word)
		}
	}
	for _, tn := range tones {
		names = append(names, "tone "+tn.Name)
	}
	// The page asks for its words in page.html and page.js.
	for _, found := range regexp.MustCompile(`"(page [a-z ]+)"|'(page [a-z ]+)'`).FindAllStringSubmatch(pageFrame+pageScript, -1) {
		if name := found[1] + found[2]; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for name := range pictureWords {
		// TestCharts asks for those that charts use, the others are words of
		// tables and pages.
		closed := strings.HasPrefix(name, pageWords) || strings.HasPrefix(name, "treatment ") || strings.HasPrefix(name, "zone ")
		if besideLegends(name) && !closed {
			names = append(names, name)
		}
	}
	for _, name := range names {
		for _, code := range lang.Codes {
			if pictureWords[name][code] == "" {
				t.Errorf("words.tsv has no word for %q in %s", name, code)
			}
		}
	}
	if len(pictureWords) != len(names) {
		t.Errorf("words.tsv has %d rows, pictures use %d", len(pictureWords), len(names))
	}
}

// besideLegends tells the words that stand beside no entry of a legend.
func besideLegends(name string) bool {
	for _, family := range []string{pageWords, "plot ", "head ", "status ", "doc ", "difference", "treatment ", "zone "} {
		if strings.HasPrefix(name, family) {
			return true
		}
	}
	return false
}

// The word for "no date" has only the room beside the axis.
func TestNoDateFitsBesideTheAxis(t *testing.T) {
	for _, code := range lang.Codes {
		if w := textWidth((&Map{Lang: code}).word("no date"), labelSize, false); w > axisWidth-13 {
			t.Errorf("%s: %g pixels, there are %g", code, w, axisWidth-13)
		}
	}
}

// Two entries of one legend must not read the same.
func TestLegendWordsDiffer(t *testing.T) {
	for _, code := range lang.Codes {
		m, seen := &Map{Lang: code}, map[string]string{}
		for name := range pictureWords {
			if besideLegends(name) {
				continue // they stand beside no entry of a legend
			}
			if word := m.word(name); seen[word] != "" {
				t.Errorf("%s: %q and %q both read %q", code, name, seen[word], word)
			} else {
				seen[word] = name
			}
		}
	}
}

// What is there by way of the tables alone is told apart wherever a node is
// written.
func TestPresenceIsStated(t *testing.T) {
	m := smallMap()
	for i := range m.Graph.Nodes {
		m.Graph.Nodes[i].Tabled = m.Graph.Nodes[i].ID == "instrument:charter-of-the-united-nations"
	}
	m.Lang = "fr"
	for format, want := range map[string][]string{
		"svg":     {"seulement dans les tables", `stroke-dasharray="1.5 2.5"`, "texte disponible", `xml:lang="fr"`},
		"dot":     {`style="filled,dotted"`, `presence="from the tables"`, "fond blanc, pointillé: seulement dans les tables"},
		"graphml": {`<data key="presence">from the tables</data>`, `<data key="presence">in hand</data>`, `<data key="presence">only cited</data>`},
	} {
		f, err := Find(format, OfMap)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := f.Map(context.Background(), &out, m); err != nil {
			t.Fatal(err)
		}
		for _, s := range want {
			if !strings.Contains(out.String(), s) {
				t.Errorf("%s does not say %s", format, s)
			}
		}
	}
}

// The map of one document is called after it, that of several is not.
func TestTitleOf(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: "A/RES/60/288", Title: "Strategy", InHand: true}, {ID: "S/RES/1373(2001)", Title: "Threats"}}}
	if got := TitleOf(g); got != "A/RES/60/288\nStrategy" {
		t.Errorf("%q, want symbol and title of the one in hand", got)
	}
	g.Nodes[1].InHand = true
	if got := TitleOf(g); got != "" {
		t.Errorf("%q, want none of the titles of two documents", got)
	}
	if got := TitleOf(&graph.Graph{}); got != "" {
		t.Errorf("%q for an empty graph", got)
	}
}
