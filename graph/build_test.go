package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"uncite/extract/authority"
	"uncite/extract/record"
)

// ref is a resolved citation in an operative paragraph of the English version.
func ref(document, target string, change ...func(*record.Reference)) record.Reference {
	r := record.Reference{
		Source: document + ".en.txt", Document: document, Lang: "en", Zone: record.Operative, Paragraph: "1",
		Kind: identify(target).kind, Target: target, Treatment: "recall", Status: record.Resolved, Text: target,
	}
	for _, f := range change {
		f(&r)
	}
	return r
}

func at(start int) func(*record.Reference) {
	return func(r *record.Reference) { r.Start, r.End = start, start+len(r.Text) }
}

func in(lang string) func(*record.Reference) {
	return func(r *record.Reference) { r.Lang, r.Source = lang, r.Document+"."+lang+".txt" }
}

func zone(z record.Zone) func(*record.Reference) {
	return func(r *record.Reference) { r.Zone = z }
}

func treatment(t string) func(*record.Reference) {
	return func(r *record.Reference) { r.Treatment = t }
}

func status(s record.Status) func(*record.Reference) {
	return func(r *record.Reference) { r.Status = s }
}

func dated(date string) func(*record.Reference) {
	return func(r *record.Reference) { r.Date = date }
}

// own is the masthead's reference of a document to itself.
func own(document, date, title string) record.Reference {
	return ref(document, document, zone(record.Masthead), dated(date),
		func(r *record.Reference) { r.Title = title })
}

// edges writes the edges of a graph: "A cites B ×2 [recall]".
func edges(g *Graph) []string {
	var lines []string
	for _, e := range g.Edges {
		line := fmt.Sprintf("%s %s %s ×%d", g.Nodes[e.From].ID, e.Type, g.Nodes[e.To].ID, e.Weight)
		if len(e.Treatments()) > 0 {
			line += " [" + strings.Join(e.Treatments(), " ") + "]"
		}
		lines = append(lines, line)
	}
	return lines
}

func ids(g *Graph) []string {
	var list []string
	for _, n := range g.Nodes {
		list = append(list, n.ID)
	}
	return list
}

func node(t *testing.T, g *Graph, id string) Node {
	t.Helper()
	i, ok := g.Index(id)
	if !ok {
		t.Fatalf("no node %s among %v", id, ids(g))
	}
	return g.Nodes[i]
}

// table is a Knowledge of a few rows.
type table map[string]Description

func (t table) Describe(id string) (Description, bool) {
	d, ok := t[id]
	return d, ok
}

const (
	strategy    = "instrument:united-nations-global-counter-terrorism-strategy"
	child       = "instrument:convention-on-the-rights-of-the-child"
	civil       = "instrument:international-covenant-on-civil-and-political-rights"
	economic    = "instrument:international-covenant-on-economic-social-and-cultural-rights"
	assembly    = "entity:general-assembly"
	unitedNs    = "entity:united-nations"
	covenantsBy = "A/RES/2200(XXI)A"
)

// twoSymbols makes a reference the second of two on a double symbol.
func twoSymbols(r *record.Reference) { r.Symbol, r.Text = "S/2020/773", "A/74/976-S/2020/773" }

var sampleFacts = table{
	"A/RES/60/288": {SameAs: strategy},
	strategy:       {Title: "United Nations Global Counter-Terrorism Strategy", AdoptedBy: []string{"A/RES/60/288"}},
	civil:          {Title: "Civil Covenant", AdoptedBy: []string{covenantsBy}},
	economic:       {Title: "Economic Covenant", AdoptedBy: []string{covenantsBy}},
	assembly:       {Label: "GA", Title: "General Assembly", Parent: unitedNs},
}

func TestBuildEdges(t *testing.T) {
	tests := []struct {
		protects string
		refs     []record.Reference
		opts     BuildOptions
		want     []string
	}{
		{protects: "no references, no graph"},
		{
			protects: "two places of one document are one edge of weight 2",
			refs: []record.Reference{
				ref("A/RES/75/291", "A/RES/60/288", at(10)),
				ref("A/RES/75/291", "A/RES/60/288", at(90), treatment("reaffirm")),
			},
			want: []string{"A/RES/75/291 cites A/RES/60/288 ×2 [reaffirm recall]"},
		},
		{
			protects: "one reference given twice, as by a file named twice, counts once",
			refs: []record.Reference{
				ref("A/RES/75/291", "A/RES/60/288", at(10)),
				ref("A/RES/75/291", "A/RES/60/288", at(10)),
			},
			want: []string{"A/RES/75/291 cites A/RES/60/288 ×1 [recall]"},
		},
		{
			protects: "language versions do not add up: the one that cites most often counts",
			refs: []record.Reference{
				ref("A/RES/75/291", "A/RES/60/288", at(10)),
				ref("A/RES/75/291", "A/RES/60/288", at(12), in("fr")),
				ref("A/RES/75/291", "A/RES/60/288", at(80), in("fr")),
			},
			want: []string{"A/RES/75/291 cites A/RES/60/288 ×2 [recall]"},
		},
		{
			protects: "a second copy of one language version does not add up either",
			refs: []record.Reference{
				ref("A/RES/75/291", "A/RES/60/288", at(10)),
				ref("A/RES/75/291", "A/RES/60/288", at(17), func(r *record.Reference) { r.Source = "copy.pdf" }),
			},
			want: []string{"A/RES/75/291 cites A/RES/60/288 ×1 [recall]"},
		},
		{
			protects: "a document does not cite itself",
			refs:     []record.Reference{ref("A/RES/75/291", "A/RES/75/291")},
		},
		{
			protects: "instruments and treaties are cited, entities and States mentioned",
			refs: []record.Reference{
				ref("A/RES/75/291", child), ref("A/RES/75/291", "UNTS/1577/27531"), ref("A/RES/75/291", "title:zh:巴黎原则"),
				ref("A/RES/75/291", assembly), ref("A/RES/75/291", "state:HUN"),
			},
			want: []string{
				"A/RES/75/291 cites UNTS/1577/27531 ×1 [recall]",
				"A/RES/75/291 mentions entity:general-assembly ×1 [recall]",
				"A/RES/75/291 cites " + child + " ×1 [recall]",
				"A/RES/75/291 mentions state:HUN ×1 [recall]",
				"A/RES/75/291 cites title:zh:巴黎原则 ×1 [recall]",
			},
		},
		{
			protects: "what is amended or replaced is cited as well",
			refs: []record.Reference{
				ref("A/75/1", "A/70/1", treatment("amend")),
				ref("A/75/1", "A/70/3", treatment("replace")),
			},
			want: []string{
				"A/75/1 amends A/70/1 ×1 [amend]", "A/75/1 cites A/70/1 ×1 [amend]",
				"A/75/1 cites A/70/3 ×1 [replace]", "A/75/1 supersedes A/70/3 ×1 [replace]",
			},
		},
		{
			protects: "only what is resolved makes an edge, and an empty target never does",
			refs: []record.Reference{
				ref("A/75/1", "A/70/1", status(record.Ambiguous)),
				ref("A/75/1", "A/70/2", status(record.Contradicted)),
				ref("A/75/1", "", status(record.Unresolved)),
				ref("A/75/1", "", status(record.Resolved)),
			},
		},
		{
			protects: "other states make edges on request",
			refs: []record.Reference{
				ref("A/75/1", "A/70/1", status(record.Ambiguous)),
				ref("A/75/1", "A/70/2", status(record.Contradicted)),
			},
			opts: BuildOptions{Statuses: []record.Status{record.Resolved, record.Contradicted}},
			want: []string{"A/75/1 cites A/70/2 ×1 [recall]"},
		},
		{
			protects: "the masthead's draft is no citation, its body is the issuer",
			refs: []record.Reference{
				own("A/RES/75/291", "2021-06-30", ""),
				ref("A/RES/75/291", "A/75/L.105", zone(record.Masthead)),
				ref("A/RES/75/291", assembly, zone(record.Masthead)),
			},
			want: []string{"A/RES/75/291 issued-by entity:general-assembly ×1 [recall]"},
		},
		{
			protects: "the masthead's draft is a citation on request",
			refs:     []record.Reference{ref("A/RES/75/291", "A/75/L.105", zone(record.Masthead))},
			opts:     BuildOptions{Masthead: true},
			want:     []string{"A/RES/75/291 cites A/75/L.105 ×1 [recall]"},
		},
		{
			protects: "a lettered part belongs to its resolution, in both styles of number; S-24 ends in no letter",
			refs: []record.Reference{
				ref("A/75/1", "A/RES/53/243A"), ref("A/75/1", covenantsBy), ref("A/75/1", "A/RES/S-24/2"),
			},
			opts: BuildOptions{Tables: true},
			want: []string{
				"A/75/1 cites A/RES/2200(XXI)A ×1 [recall]", "A/75/1 cites A/RES/53/243A ×1 [recall]",
				"A/75/1 cites A/RES/S-24/2 ×1 [recall]",
				"A/RES/2200(XXI)A part-of A/RES/2200(XXI) ×1", "A/RES/53/243A part-of A/RES/53/243 ×1",
			},
		},
		{
			protects: "knowledge joins instruments to what adopted them and entities to their parents",
			refs:     []record.Reference{ref("A/75/1", strategy), ref("A/75/1", assembly)},
			opts:     BuildOptions{Knowledge: sampleFacts, Tables: true, SplitAdopted: true},
			want: []string{
				"A/75/1 mentions entity:general-assembly ×1 [recall]", "A/75/1 cites " + strategy + " ×1 [recall]",
				"entity:general-assembly part-of entity:united-nations ×1",
				strategy + " adopted-by A/RES/60/288 ×1",
			},
		},
		{
			protects: "what no text names stays out unless asked for; relations of what texts name stay in",
			refs:     []record.Reference{ref("A/75/1", strategy), ref("A/75/1", "A/RES/60/288"), ref("A/75/1", assembly), ref("A/75/1", covenantsBy)},
			opts:     BuildOptions{Knowledge: sampleFacts, SplitAdopted: true},
			want: []string{
				"A/75/1 cites A/RES/2200(XXI)A ×1 [recall]", "A/75/1 cites A/RES/60/288 ×1 [recall]",
				"A/75/1 mentions entity:general-assembly ×1 [recall]", "A/75/1 cites " + strategy + " ×1 [recall]",
				strategy + " adopted-by A/RES/60/288 ×1",
			},
		},
		{
			protects: "an instrument and its resolution are one node with the references of both",
			refs: []record.Reference{
				ref("A/75/1", strategy, at(1)), ref("A/75/1", "A/RES/60/288", at(40)), ref("A/RES/60/288", strategy),
			},
			opts: BuildOptions{Knowledge: sampleFacts},
			want: []string{"A/75/1 cites " + strategy + " ×2 [recall]"},
		},
		{
			protects: "a resolution is one with its instrument where no text names that, so that a thing has one identifier in every corpus",
			refs:     []record.Reference{ref("A/75/1", "A/RES/60/288")},
			opts:     BuildOptions{Knowledge: sampleFacts},
			want:     []string{"A/75/1 cites " + strategy + " ×1 [recall]"},
		},
		{
			protects: "a document with two symbols is one node, by whichever of them it is cited",
			refs: []record.Reference{
				ref("A/75/1", "S/2020/773"), ref("A/75/2", "A/74/976"), ref("S/2020/773", "A/75/1"),
				ref("A/75/3", "A/74/976", twoSymbols), ref("A/75/3", "A/74/976", at(9)),
			},
			want: []string{
				"A/74/976 cites A/75/1 ×1 [recall]", "A/75/1 cites A/74/976 ×1 [recall]", "A/75/2 cites A/74/976 ×1 [recall]",
				"A/75/3 cites A/74/976 ×2 [recall]",
			},
		},
		{
			protects: "two instruments of one resolution are not made one by way of it",
			refs:     []record.Reference{ref("A/75/1", civil), ref("A/75/1", economic)},
			opts:     BuildOptions{Knowledge: sampleFacts, Tables: true},
			want: []string{
				"A/75/1 cites " + civil + " ×1 [recall]", "A/75/1 cites " + economic + " ×1 [recall]",
				"A/RES/2200(XXI)A part-of A/RES/2200(XXI) ×1",
				civil + " adopted-by " + covenantsBy + " ×1", economic + " adopted-by " + covenantsBy + " ×1",
			},
		},
	}
	for _, test := range tests {
		g := Build(test.refs, test.opts)
		if diff := cmp.Diff(test.want, edges(g)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.protects, diff)
		}
	}
}

func TestBuildNodes(t *testing.T) {
	refs := []record.Reference{
		own("A/RES/75/291", "2021-06-30", "Une stratégie revue"),
		own("A/RES/75/291", "2021-06-30", "A strategy reviewed"),
		ref("A/RES/75/291", "S/RES/1373(2001)", dated("2001-09-28")),
		ref("A/RES/75/291", "S/RES/1373(2001)", dated("2001-09-28"), at(50)),
		ref("A/RES/75/291", "S/RES/1373(2001)", dated("2001-09-20"), at(90)),
		ref("A/RES/75/291", strategy), ref("A/RES/75/291", civil),
		ref("A/RES/75/291", "title:zh:巴黎原则"),
		ref("A/RES/75/291", "A/RES/72/284"),
		ref("", "A/RES/72/284", func(r *record.Reference) { r.Source = `corpus\in\note.txt` }),
		ref("A/RES/75/291", "XYZ/1/2", func(r *record.Reference) { r.Kind = record.Decision }),
	}
	refs[0].Lang = "fr"
	g := Build(refs, BuildOptions{Knowledge: sampleFacts})
	tests := []struct {
		protects string
		want     Node
	}{
		{"a document in hand has the title and date of its masthead, the English one of several",
			Node{ID: "A/RES/75/291", Kind: record.Resolution, Label: "A/RES/75/291", Title: "A strategy reviewed",
				Body: assembly, Date: "2021-06-30", Year: 2021, Link: "https://undocs.org/en/A/RES/75/291", InHand: true}},
		{"a document only cited has the date most citations print, and a link",
			Node{ID: "S/RES/1373(2001)", Kind: record.Resolution, Label: "S/RES/1373(2001)",
				Body: "entity:security-council", Date: "2001-09-28", Year: 2001, Link: "https://undocs.org/en/S/RES/1373(2001)"}},
		{"without any date the session gives the year, and no date is made up",
			Node{ID: "A/RES/72/284", Kind: record.Resolution, Label: "A/RES/72/284", Body: assembly, Year: 2017,
				Link: "https://undocs.org/en/A/RES/72/284"}},
		{"an instrument is labelled by its title and has no undocs link",
			Node{ID: civil, Kind: record.Instrument, Label: sampleFacts[civil].Title, Title: sampleFacts[civil].Title}},
		{"one with the resolution that adopted it, it has the instrument's name and the resolution's symbol, body and link",
			Node{ID: strategy, Kind: record.Instrument, Aliases: []string{"A/RES/60/288"}, Also: []record.Kind{record.Resolution},
				Label: sampleFacts[strategy].Title, Title: sampleFacts[strategy].Title, Body: assembly, Year: 2005,
				Link: "https://undocs.org/en/A/RES/60/288"}},
		{"a title no table knows is its own label",
			Node{ID: "title:zh:巴黎原则", Kind: record.Instrument, Label: "巴黎原则"}},
		{"a file without a symbol is named after its base name, on any system",
			Node{ID: "file:note.txt", Kind: record.Report, Label: "note.txt", InHand: true}},
		{"a symbol that does not tell its kind has the kind its references give",
			Node{ID: "XYZ/1/2", Kind: record.Decision, Label: "XYZ/1/2"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, node(t, g, test.want.ID), cmpopts.IgnoreFields(Node{}, "Texts")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.protects, diff)
		}
	}
}

func TestBuildBody(t *testing.T) {
	masthead := func(body string) record.Reference { return ref("XYZ/1/2", body, zone(record.Masthead)) }
	council := "entity:security-council"
	tests := []struct {
		protects string
		refs     []record.Reference
		want     string
	}{
		{"a masthead with one body names the issuer", []record.Reference{masthead(council)}, council},
		{"of several the first by identifier, whatever their order", []record.Reference{masthead(council), masthead(assembly)}, assembly},
	}
	for _, test := range tests {
		if got := node(t, Build(test.refs, BuildOptions{}), "XYZ/1/2").Body; got != test.want {
			t.Errorf("%s: %q, want %q", test.protects, got, test.want)
		}
	}
}

// A node that is several things answers to all of them.
func TestOneNode(t *testing.T) {
	g := Build([]record.Reference{ref("A/75/1", strategy)}, BuildOptions{Knowledge: sampleFacts})
	n := node(t, g, strategy)
	if at, ok := g.Index("A/RES/60/288"); !ok || g.Nodes[at].ID != strategy {
		t.Error("the node is not found by the symbol of the resolution")
	}
	if !n.Is(record.Instrument) || !n.Is(record.Resolution) || n.Is(record.Decision) || !n.IsDocument() || n.Symbol() != "A/RES/60/288" {
		t.Errorf("%+v does not answer to both kinds and the symbol", n)
	}
	if n.Presence() != PresentCited {
		t.Errorf("the node is %s, want what the instrument was", n.Presence())
	}
	for _, kind := range []record.Kind{record.Instrument, record.Resolution} {
		kept, err := g.Select(Kinds(kind))
		if err != nil || len(kept.Nodes) != 1 {
			t.Errorf("kind %s keeps %v, %v", kind, kept.Nodes, err)
		}
	}
}

// A resolution that adopted several instruments is one with that whose name its
// title bears, and with none where it bears several names or none.
func TestOneOfSeveralInstruments(t *testing.T) {
	known := FromAuthority(authority.Default(), "fr")
	for _, test := range []struct{ protects, symbol, want string }{
		{"the only instrument", "A/RES/34/180", "instrument:convention-on-the-elimination-of-all-forms-of-discrimination-against-women"},
		{"the convention rather than its protocols", "A/RES/55/25", "instrument:united-nations-convention-against-transnational-organized-crime"},
		{"two covenants and a protocol in one title", "A/RES/2200(XXI)A", ""},
		{"a report of a conference with two of its outcomes", "A/CONF.151/26/Rev.1(Vol.I)", ""},
		{"a document of another body, which has no catalogue", "FCCC/CP/2015/10/Add.1", "instrument:paris-agreement"},
		{"the decision that adopted an instrument, its report beside it", "FCCC/DEC/1/CP.21", "instrument:paris-agreement"},
	} {
		if d, _ := known.Describe(test.symbol); d.SameAs != test.want {
			t.Errorf("%s: %s is %q, want %q", test.protects, test.symbol, d.SameAs, test.want)
		}
	}
}

// Files without a symbol are named after themselves, and two of one name are two
// documents.
func TestFileNames(t *testing.T) {
	in := func(source string) record.Reference {
		return ref("", "A/RES/72/284", func(r *record.Reference) { r.Source = source })
	}
	for _, test := range []struct {
		protects string
		sources  []string
		want     []string
	}{
		{"the base name, wherever a corpus lies", []string{"/home/a/corpus/note.txt"}, []string{"file:note.txt"}},
		{"as many folders as tell two apart", []string{"x/en/2020/note.txt", "x/en/2021/note.txt"}, []string{"file:2020/note.txt", "file:2021/note.txt"}},
		{"one path the end of another", []string{"note.txt", "en/note.txt"}, []string{"file:en/note.txt", "file:note.txt"}},
		{"the other names stay short", []string{"a/note.txt", "b/note.txt", "a/b/list.txt"}, []string{"file:a/note.txt", "file:b/note.txt", "file:list.txt"}},
		{"folders of any system", []string{`x\a\note.txt`, `x\b\note.txt`}, []string{"file:a/note.txt", "file:b/note.txt"}},
	} {
		var refs []record.Reference
		for _, source := range test.sources {
			refs = append(refs, in(source))
		}
		var got []string
		for _, n := range Build(refs, BuildOptions{}).Nodes {
			if strings.HasPrefix(n.ID, fileScheme) {
				got = append(got, n.ID)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.protects, got, test.want)
		}
	}
}

func TestPresence(t *testing.T) {
	refs := []record.Reference{ref("A/75/1", strategy), ref("A/75/1", "A/RES/53/243A")}
	g := Build(refs, BuildOptions{Knowledge: sampleFacts, Tables: true, SplitAdopted: true})
	want := map[string]Presence{"A/75/1": PresentInHand, strategy: PresentCited, "A/RES/53/243A": PresentCited,
		"A/RES/60/288": PresentTabled, "A/RES/53/243": PresentTabled}
	got := map[string]Presence{}
	for i := range g.Nodes {
		got[g.Nodes[i].ID] = g.Nodes[i].Presence()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestBuildNotes(t *testing.T) {
	refs := []record.Reference{
		ref("A/75/1", "A/75/1"),
		ref("A/75/1", "", status(record.Unresolved)),
		ref("A/75/1", "A/70/1", status(record.Ambiguous)),
		ref("A/75/1", strategy),
		ref("A/75/1", civil), ref("A/75/1", economic),
	}
	g := Build(refs, BuildOptions{Knowledge: sampleFacts,
		Statuses: []record.Status{record.Resolved, record.Contradicted}})
	want := []string{
		"references that make no edge: 1 ambiguous, 1 unresolved (uncite extract --status lists them)",
		"references that make edges although they are contradicted",
		"references of a document to itself, which make no edge: 1",
		"instruments that are one node with the document that adopted them: 1 (--split adopted keeps them apart)",
		"a document that adopted several instruments and stays apart from them: A/RES/2200(XXI)A",
		"left out, being named by no text and only by the tables: nodes 2, edges 3 (--tables lets them in)",
	}
	if diff := cmp.Diff(want, g.Notes); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
}

func TestForwardCitations(t *testing.T) {
	tests := []struct {
		protects     string
		citing       string
		target       string
		citingDate   string
		printed      string
		wantsWarning bool
	}{
		{"a later target is reported", "A/RES/60/288", "A/RES/75/291", "2006-09-08", "2021-06-30", true},
		{"days decide within a year", "A/RES/60/288", "A/RES/60/290", "2006-09-08", "2006-09-09", true},
		{"the same day is no error", "A/RES/60/288", "A/RES/60/290", "2006-09-08", "2006-09-08", false},
		{"a year alone decides nothing within it", "A/RES/60/288", "A/61/1", "2006-09-08", "2006", false},
		{"sessions overlap years: 74 may cite what was adopted in 2020", "A/RES/74/1", "S/RES/2510(2020)", "", "", false},
		{"a session that is surely over is", "A/RES/70/1", "S/RES/2510(2020)", "", "", true},
		{"a citing document without a date is not judged", "XYZ/1/2", "S/RES/2510(2020)", "", "", false},
	}
	for _, test := range tests {
		g := Build([]record.Reference{
			own(test.citing, test.citingDate, ""),
			ref(test.citing, test.target, dated(test.printed)),
		}, BuildOptions{})
		if got := len(g.Warnings) == 1; got != test.wantsWarning {
			t.Errorf("%s: warnings %q", test.protects, g.Warnings)
		}
	}
}

// randomReferences makes references with every feature Build looks at.
func randomReferences(rng *rand.Rand, n int) []record.Reference {
	targets := []string{"A/RES/60/288", "A/RES/53/243A", "S/RES/1373(2001)", strategy, civil, economic, assembly,
		"state:HUN", "A/75/L.105", "XYZ/1/2", "UNTS/1577/27531", ""}
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	refs := make([]record.Reference, n)
	for i := range refs {
		r := ref(pick("A/RES/75/291", "A/RES/76/1", "S/RES/1373(2001)", ""), pick(targets...),
			in(pick(languages...)), at(rng.IntN(50)), treatment(pick("", "recall", "amend", "replace")),
			dated(pick("", "2001-09-28", "2001-09-20", "2006-09-08", "2006")),
			zone(record.Zone(pick("masthead", "preamble", "operative", "footnote"))),
			status(record.Status(pick("resolved", "resolved", "ambiguous", "unresolved", "contradicted"))))
		r.Kind = record.Kind(pick("", "document", "resolution", "decision"))
		r.Title = pick("", "One", "Two")
		refs[i] = r
	}
	return refs
}

func TestBuildIgnoresOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	options := []BuildOptions{
		{},
		{Knowledge: sampleFacts, Masthead: true, Statuses: []record.Status{record.Resolved, record.Ambiguous}},
		{Knowledge: sampleFacts},
	}
	for round := range 60 {
		refs := randomReferences(rng, 1+rng.IntN(200))
		opts := options[round%len(options)]
		want := Build(refs, opts)
		rng.Shuffle(len(refs), func(i, j int) { refs[i], refs[j] = refs[j], refs[i] })
		if diff := cmp.Diff(want, Build(refs, opts)); diff != "" {
			t.Fatalf("round %d: another order gives another graph (-first +shuffled)\n%s", round, diff)
		}
	}
}

// TestSixVersionsAreOneGraph holds the graph of one language version against
// that of all six, evidence and texts aside.
func TestSixVersionsAreOneGraph(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	english := randomReferences(rng, 150)
	for i := range english {
		in("en")(&english[i])
	}
	all := slices.Clone(english)
	for _, lang := range []string{"ar", "es", "fr", "ru", "zh"} {
		for _, r := range english {
			if r.Document != "" { // file names tell versions apart that have no symbol
				in(lang)(&r)
				all = append(all, r)
			}
		}
	}
	one, six := Build(english, BuildOptions{Knowledge: sampleFacts}), Build(all, BuildOptions{Knowledge: sampleFacts})
	for _, g := range []*Graph{one, six} {
		g.Notes = nil // they count references
		for i := range g.Edges {
			g.Edges[i].Grounds = &Grounds{Treatments: g.Edges[i].Treatments()}
		}
		for i := range g.Nodes {
			n := &g.Nodes[i]
			if g == six && n.InHand && len(n.Texts) < 6 && !strings.HasPrefix(n.ID, "file:") {
				t.Errorf("%s is in hand in %d texts, want six or more", n.ID, len(n.Texts))
			}
			n.Texts = nil
		}
	}
	if diff := cmp.Diff(one, six); diff != "" {
		t.Errorf("one version and six (-one +six)\n%s", diff)
	}
}

// TestGraphInvariants checks what every consumer of a Graph relies on.
func TestGraphInvariants(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 40 {
		g := Build(randomReferences(rng, rng.IntN(300)), BuildOptions{Knowledge: sampleFacts, SplitAdopted: rng.IntN(2) == 0})
		checkInvariants(t, g)
	}
}

func checkInvariants(t *testing.T, g *Graph) {
	t.Helper()
	if !slices.IsSorted(ids(g)) || len(slices.Compact(ids(g))) != len(g.Nodes) {
		t.Errorf("nodes are not sorted or not unique: %v", ids(g))
	}
	for i, e := range g.Edges {
		if e.From == e.To || e.From < 0 || e.To < 0 || int(e.From) >= len(g.Nodes) || int(e.To) >= len(g.Nodes) {
			t.Errorf("edge %d joins %d and %d of %d nodes", i, e.From, e.To, len(g.Nodes))
		}
		if e.Weight < 1 || int(e.Weight) > max(1, len(e.Evidence())) {
			t.Errorf("edge %d has weight %d and %d pieces of evidence", i, e.Weight, len(e.Evidence()))
		}
		if i > 0 && !sortedEdges(g.Edges[i-1], e) {
			t.Errorf("edges %d and %d are out of order", i-1, i)
		}
	}
}

func sortedEdges(a, b Edge) bool {
	return slices.Compare([]int32{a.From, a.To}, []int32{b.From, b.To}) < 0 ||
		a.From == b.From && a.To == b.To && a.Type < b.Type
}

// TestBuilderIsBuild shows that references may come one by one, from memory
// that is used again for the next.
func TestBuilderIsBuild(t *testing.T) {
	refs := randomReferences(rand.New(rand.NewPCG(9, 9)), 100)
	b := NewBuilder(BuildOptions{})
	var r record.Reference
	for _, r = range refs {
		b.Add(&r)
	}
	if diff := cmp.Diff(Build(refs, BuildOptions{}), b.Graph()); diff != "" {
		t.Errorf("Build and Builder differ (-Build +Builder)\n%s", diff)
	}
}

func FuzzIdentify(f *testing.F) {
	for _, id := range []string{"A/RES/53/243A", "title:zh:巴黎原则", "file:x", "", ":", "A", "//", "S/RES/(", strategy} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		g := Build([]record.Reference{ref(id, "A/RES/60/288"), ref("A/RES/60/288", id), own(id, id, id)}, BuildOptions{})
		checkInvariants(t, g)
	})
}

// Titles are in the language of the labels where there is one in it, and else
// say in which they are; English, asked for by default, marks nothing.
func TestTitlesInALanguage(t *testing.T) {
	french := func(r *record.Reference) { in("fr")(r); r.Title = "Lampes" }
	refs := []record.Reference{own("A/RES/90/1", "2035-10-01", "Lamps"), own("A/RES/90/1", "2035-10-01", "Lamps"), ref("A/RES/90/1", strategy)}
	french(&refs[1])
	known := table{"A/RES/90/1": {Title: "On lamps", Lang: "en"}, strategy: {Title: "Strategy", Lang: "en"}}
	for _, test := range []struct {
		lang, document, instrument string
		knows                      Knowledge
	}{
		{"fr", "Lampes", "[en] Strategy", known},
		{"fr", "Lampes", "United nations global counter terrorism strategy", nil},
		{"ru", "[en] On lamps", "[en] Strategy", known},
		{"ru", "[en] Lamps", "United nations global counter terrorism strategy", nil},
		{"en", "On lamps", "Strategy", known},
		{"", "Lamps", "United nations global counter terrorism strategy", nil},
	} {
		g := Build(refs, BuildOptions{Lang: test.lang, Knowledge: test.knows})
		if got := node(t, g, "A/RES/90/1").Title; got != test.document {
			t.Errorf("%q: the document is %q, want %q", test.lang, got, test.document)
		}
		if got := node(t, g, strategy).Label; got != test.instrument {
			t.Errorf("%q: the instrument is %q, want %q", test.lang, got, test.instrument)
		}
	}
}

// The table of treatments may name only edge types that the graph has.
func TestTreatmentEdgesAreEdgeTypes(t *testing.T) {
	if len(treatmentEdges) == 0 {
		t.Error("no treatment makes an edge")
	}
	for treatment, e := range treatmentEdges {
		if !slices.Contains(EdgeTypes, e) {
			t.Errorf("%s makes %q, which is no type of edge", treatment, e)
		}
	}
}
