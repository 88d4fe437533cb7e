package render

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"html"
	"io"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"uncite/extract/lang"
	"uncite/extract/quote"
	"uncite/extract/record"
	"uncite/graph"
)

// The page to explore is one file that asks for nothing: its policy forbids any
// request. explore/page.html is its frame, page.css its look, page.js what it does,
// and htmlData what it shows, compressed.
var (
	//go:embed explore/page.html
	pageFrame string
	//go:embed explore/page.css
	pageStyle string
	//go:embed explore/page.js
	pageScript string
)

// pageWords begin the names of the words of the page in words.tsv.
const pageWords = "page "

// htmlData is the map as page.js takes it: columns, a value a node or an edge.
type htmlData struct {
	Name  string            `json:"name"`
	Lang  string            `json:"lang"`
	Words map[string]string `json:"words"`
	Notes []string          `json:"notes"`
	First int               `json:"first"` // year, 0 where none is known
	Last  int               `json:"last"`

	Kinds     []htmlKind `json:"kinds"`
	Tones     []htmlTone `json:"tones"`
	Types     []string   `json:"types"` // of edges, in words
	CitesType int        `json:"citesType"`
	Bodies    []string   `json:"bodies"`
	Groups    []string   `json:"groups"`
	Presences []string   `json:"presences"`

	Measures     []string             `json:"measures"`
	MeasureNames map[string]string    `json:"measureNames"`
	Scores       map[string][]float64 `json:"scores"`

	ID       []string            `json:"id"`
	Aliases  map[int][]string    `json:"aliases"`
	Kind     []int               `json:"kind"`
	Label    []string            `json:"label"`
	Title    []string            `json:"title"`
	Titles   []map[string]string `json:"titles"` // in the official languages
	Body     []int               `json:"body"`
	Date     []string            `json:"date"`
	Year     []int               `json:"year"`
	Link     []string            `json:"link"`
	Hand     []int               `json:"hand"` // 1 in hand
	Presence []int               `json:"presence"`
	Group    []int               `json:"group"`
	X        []int               `json:"x"`
	Y        []int               `json:"y"`

	From   []int `json:"from"`
	To     []int `json:"to"`
	Weight []int `json:"weight"`
	Type   []int `json:"type"`
	Tone   []int `json:"tone"` // -1 for what is no citation

	// Evidence holds the place in Ev of the first citation of each edge, and the
	// end of the last.
	Evidence   []int    `json:"evidence"`
	Ev         [][4]int `json:"ev"` // sentence or -1, start, end in UTF-16, place
	Sentences  []string `json:"sentences"`
	PlaceWords []string `json:"placeWords"`
}

type htmlKind struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Color   string       `json:"color"`
	Outline [][2]float64 `json:"outline"`
}

type htmlTone struct {
	Name  string    `json:"name"`
	Color string    `json:"color"`
	Dash  []float64 `json:"dash"`
}

// writeHTML writes the map as a page to explore in a browser, in one file that
// works without a network.
func writeHTML(ctx context.Context, w io.Writer, m *Map) error {
	data, err := m.htmlData(ctx)
	if err != nil {
		return err
	}
	packed, err := pack(data)
	if err != nil {
		return err
	}
	words := template.FuncMap{"w": func(name string) string { return html.EscapeString(m.word(name)) }}
	frame, err := template.New("page").Funcs(words).Parse(pageFrame)
	if err != nil {
		return err
	}
	dir := "ltr"
	if m.mirrored() {
		dir = "rtl"
	}
	return frame.Execute(w, map[string]string{
		"Lang": html.EscapeString(data.Lang), "Dir": dir, "Title": html.EscapeString(data.Name), "Caption": html.EscapeString(m.caption()),
		"Style": pageStyle, "Script": pageScript, "Data": packed,
	})
}

// pack compresses a value: JSON, gzip, base64.
func pack(v any) (string, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	enc := json.NewEncoder(z)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

func (m *Map) htmlData(ctx context.Context) (*htmlData, error) {
	d := &htmlData{Name: plain(m.heading()), Lang: m.language(), Words: map[string]string{}, Notes: []string{}, Aliases: map[int][]string{},
		MeasureNames: map[string]string{}, Scores: map[string][]float64{}}
	d.ID, d.Label, d.Title, d.Date, d.Link, d.Titles, d.Kinds = []string{}, []string{}, []string{}, []string{}, []string{}, []map[string]string{}, []htmlKind{}
	for _, column := range []*[]int{&d.Kind, &d.Body, &d.Year, &d.Hand, &d.Presence, &d.Group, &d.X, &d.Y, &d.From, &d.To, &d.Weight, &d.Type, &d.Tone} {
		*column = []int{} // JSON's null has no length
	}
	for name := range pictureWords {
		if strings.HasPrefix(name, pageWords) || slices.Contains([]string{"nodes", "edges", "in hand", "cites"}, name) {
			d.Words[name] = m.word(name)
		}
	}
	for _, n := range m.Graph.Notes {
		d.Notes = append(d.Notes, sentence(plain(noteIn(m.language(), n))))
	}
	for _, p := range presenceStyles {
		d.Presences = append(d.Presences, m.word(string(p.Presence)))
	}
	for _, t := range tones {
		d.Tones = append(d.Tones, htmlTone{m.word("tone " + t.Name), t.Color, dashes(t.Dash)})
	}
	d.addScores(m)
	d.addNodes(m)
	d.addEdges(m)
	d.addEvidence(m)
	return d, d.place(ctx, m)
}

// language is that of the picture.
func (m *Map) language() string { return cmp.Or(m.Lang, lang.Fallback()) }

// dashes are the numbers of a stroke-dasharray.
func dashes(list string) []float64 {
	out := []float64{}
	for word := range strings.FieldsSeq(list) {
		v := 0.0
		if json.Unmarshal([]byte(word), &v) == nil {
			out = append(out, v)
		}
	}
	return out
}

func (d *htmlData) addScores(m *Map) {
	d.Measures = []string{}
	for _, s := range m.Scores {
		values := make([]float64, len(m.Graph.Nodes))
		for i := range values {
			values[i] = s.At(i)
		}
		d.Measures = append(d.Measures, s.Name)
		d.MeasureNames[s.Name], d.Scores[s.Name] = m.measureWord(s.Name), values
	}
}

// numbering gives the values that occur numbers in the order in which they come.
type numbering[T comparable] struct {
	of   map[T]int
	list []T
}

func (n *numbering[T]) at(v T) int {
	if i, ok := n.of[v]; ok {
		return i
	}
	if n.of == nil {
		n.of = map[T]int{}
	}
	n.of[v] = len(n.list)
	n.list = append(n.list, v)
	return len(n.list) - 1
}

func (d *htmlData) addNodes(m *Map) {
	var kinds numbering[record.Kind]
	var bodies numbering[string]
	groups := 0
	for i := range m.Graph.Nodes {
		n := &m.Graph.Nodes[i]
		d.ID, d.Label, d.Title = append(d.ID, plain(n.ID)), append(d.Label, plain(cmp.Or(n.Label, n.ID))), append(d.Title, plain(n.Title))
		if a := aliasesOf(n); len(a) > 0 {
			d.Aliases[i] = a
		}
		d.Kind, d.Titles = append(d.Kind, kinds.at(n.Kind)), append(d.Titles, m.titles(n))
		body := -1
		if n.Body != "" {
			body = bodies.at(n.Body)
		}
		d.Body, d.Date, d.Year, d.Link = append(d.Body, body), append(d.Date, plain(n.Date)), append(d.Year, n.Year), append(d.Link, webAddress(n))
		hand := 0
		if n.InHand {
			hand = 1
		}
		d.Hand, d.Group = append(d.Hand, hand), append(d.Group, m.groupOf(i))
		groups = max(groups, m.groupOf(i))
		d.Presence = append(d.Presence, slices.IndexFunc(presenceStyles, func(p presenceStyle) bool { return p.Presence == n.Presence() }))
		if n.Year != 0 {
			if d.First == 0 {
				d.First = n.Year
			}
			d.First, d.Last = min(d.First, n.Year), max(d.Last, n.Year)
		}
	}
	for _, k := range kinds.list {
		s := styleOf(k)
		d.Kinds = append(d.Kinds, htmlKind{string(k), m.word(string(k)), s.Color, s.Outline})
	}
	d.Bodies = []string{}
	for _, b := range bodies.list {
		d.Bodies = append(d.Bodies, m.author(b))
	}
	d.Groups = []string{}
	for k := range groups {
		d.Groups = append(d.Groups, m.groupName(whole(k+1)))
	}
}

// titles are those of a node in the official languages.
func (m *Map) titles(n *graph.Node) map[string]string {
	if m.Titles == nil {
		return nil
	}
	out := map[string]string{}
	for code, title := range m.Titles(n.ID) {
		if title != "" {
			out[code] = plain(title)
		}
	}
	return out
}

func (d *htmlData) addEdges(m *Map) {
	var types numbering[graph.EdgeType]
	d.CitesType = types.at(graph.Cites)
	for i := range m.Graph.Edges {
		e := &m.Graph.Edges[i]
		tone := -1
		if e.Type == graph.Cites {
			tone = edgeTone(e)
		}
		d.From, d.To, d.Weight = append(d.From, int(e.From)), append(d.To, int(e.To)), append(d.Weight, int(e.Weight))
		d.Type, d.Tone = append(d.Type, types.at(e.Type)), append(d.Tone, tone)
	}
	for _, t := range types.list {
		d.Types = append(d.Types, m.wordOf(t))
	}
}

// addEvidence gives every edge its citations: where each stands, and its sentence
// or, where the source is gone, its words.
func (d *htmlData) addEvidence(m *Map) {
	var sentences, places numbering[string]
	d.Ev, d.Evidence = [][4]int{}, []int{0}
	quotes := Quotes{Lang: m.language(), Found: m.Sentences}
	for i := range m.Graph.Edges {
		for _, c := range quotes.citations(&m.Graph.Edges[i]) {
			text, start, end := c.Sentence, c.SentenceStart, c.SentenceEnd
			if text == "" {
				text, start, end = c.Text, 0, 0
			}
			ev := [4]int{-1, 0, 0, places.at(c.where())}
			if text != "" {
				before, words := plainPart(text[:start]), plainPart(text[start:end])
				ev[0] = sentences.at(before + words + plainPart(text[end:]))
				ev[1] = utf16Len(before)
				ev[2] = ev[1] + utf16Len(words)
			}
			d.Ev = append(d.Ev, ev)
		}
		d.Evidence = append(d.Evidence, len(d.Ev))
	}
	d.Sentences, d.PlaceWords = append([]string{}, sentences.list...), append([]string{}, places.list...)
}

// plainPart is plain for a part of a line, whose blanks at the ends count.
func plainPart(s string) string {
	out := plain(s)
	if strings.HasPrefix(s, " ") {
		out = " " + out
	}
	if strings.HasSuffix(s, " ") && strings.TrimSpace(s) != "" {
		out += " "
	}
	return out
}

// utf16Len is the length of s as JavaScript counts it.
func utf16Len(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// tiesPerNode is how many of its strongest edges place a node on the page.
const tiesPerNode = 5

// place lays the nodes out by their strongest edges.
func (d *htmlData) place(ctx context.Context, m *Map) error {
	n := len(m.Graph.Nodes)
	rounds := 300
	if n > 2000 {
		rounds = 150
	}
	x, y, err := spread(ctx, n, strongest(n, m.Graph.Edges, tiesPerNode), rounds)
	if err != nil {
		return err
	}
	for i := range x {
		d.X, d.Y = append(d.X, int(x[i])), append(d.Y, int(y[i]))
	}
	return nil
}

// strongest are the edges that are among the so many heaviest of one of their
// ends, as forces.
func strongest(n int, edges []graph.Edge, most int) []force {
	of := make([][]int, n)
	for i := range edges {
		if e := &edges[i]; e.From != e.To {
			of[e.From], of[e.To] = append(of[e.From], i), append(of[e.To], i)
		}
	}
	keep := make([]bool, len(edges))
	for _, list := range of {
		slices.SortStableFunc(list, func(a, b int) int { return int(edges[b].Weight - edges[a].Weight) })
		for _, i := range list[:min(most, len(list))] {
			keep[i] = true
		}
	}
	var out []force
	for i, k := range keep {
		if k {
			out = append(out, force{int(edges[i].From), int(edges[i].To), 1})
		}
	}
	return out
}

// PlacesOf lists the places whose sentences the page quotes, for Map.Sentences.
func (m *Map) PlacesOf() []quote.Place { return Places(graph.Pointers(m.Graph.Edges), m.language()) }
