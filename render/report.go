package render

import (
	"bufio"
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"uncite/extract/record"

	"uncite/graph/report"
)

// Report is what the verb report writes: one page on a corpus.
type Report struct {
	*report.Report
	Title   string
	Lang    string   // of the words of the page
	Version string   // what it was made with
	Command string   // that repeats it
	Notes   []string // how the graph was cut
	Map     *Map     // the picture; nil for none
	Picture string   // the file of the picture, that a page of Markdown shows; empty for none
}

// The bounds of the page: what it shows of lists that may be long. The command
// that repeats it, with another verb, lists the rest.
const (
	reportReasons  = 15
	reportGroups   = 12
	reportMembers  = 5
	reportProblems = 20
	reportWords    = 80 // characters of words that are cited as an example
)

// section is a part of the page.
type section struct {
	Heading string
	Lines   []string
	Tables  []*sectionTable
	Code    string // set as it is
	Picture bool   // the map stands here
}

type sectionTable struct {
	Caption string
	Head    []string
	Rows    [][]sectionCell
}

type sectionCell struct {
	Text, Href string
	Number     bool
}

// Numeric tells whether a column holds numbers.
func (t *sectionTable) Numeric(i int) bool {
	return len(t.Rows) > 0 && i < len(t.Rows[0]) && t.Rows[0][i].Number
}

func words(s string) sectionCell { return sectionCell{Text: plain(s)} }
func number(n int) sectionCell   { return sectionCell{Text: strconv.Itoa(n), Number: true} }
func figure(f float64) sectionCell {
	return sectionCell{Text: strconv.FormatFloat(math.Round(f*1e4)/1e4, 'f', -1, 64), Number: true}
}

func (r *Report) word(name string) string { return wordIn(r.Lang, name) }

func (r *Report) head(names ...string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = wordIn(r.Lang, "head "+n)
	}
	return out
}

// sections are the parts of the page in their order.
func (r *Report) sections() []section {
	return []section{r.whatWasRead(), r.whatWasFound(), r.unresolved(), r.rankings(), r.groups(), r.mainPath(),
		{Heading: r.word("doc map"), Picture: true}, r.method()}
}

func (r *Report) whatWasRead() section {
	f := r.Figures
	documents, versions := f.Merged()
	s := section{Heading: r.word("doc read")}
	say := func(name string, n int, more string) {
		if n > 0 {
			s.Lines = append(s.Lines, fmt.Sprintf("%s: %d%s", r.word(name), n, more))
		}
	}
	say("doc inputs", f.Inputs, "")
	say("doc documents", f.Documents, "")
	say("doc versions", documents, fmt.Sprintf(" (%d)", versions))
	say("doc undated", f.Undated, "")
	say("doc nameless", f.Nameless, "")
	for _, counts := range []struct {
		name string
		of   map[string]int
	}{{"doc formats", f.Formats}, {"doc encodings", f.Encodings}, {"doc languages", f.Languages}} {
		if line := countsOf(counts.of); line != "" {
			s.Lines = append(s.Lines, r.word(counts.name)+": "+line)
		}
	}
	replaced := 0
	for _, r := range f.Replaced {
		replaced += r.Count
	}
	say("doc replaced", replaced, fmt.Sprintf(" (%d)", len(f.Replaced)))
	say("doc problems", len(f.Problems), "")
	for _, p := range f.Problems[:min(reportProblems, len(f.Problems))] {
		s.Lines = append(s.Lines, "– "+plain(p))
	}
	return s
}

// countsOf prints counts, the largest first: "PDF 12, plain text 3".
func countsOf(counts map[string]int) string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	for i, n := range names {
		names[i] = fmt.Sprintf("%s %d", n, counts[n])
	}
	return strings.Join(names, ", ")
}

func (r *Report) whatWasFound() section {
	t := &sectionTable{Head: r.head("kind", "all")}
	for _, status := range report.Statuses {
		t.Head = append(t.Head, r.word("status "+string(status)))
	}
	for _, kind := range slices.Concat(report.Kinds, otherKinds(r.Figures.Kinds)) {
		counts := r.Figures.Kinds[kind]
		if len(counts) == 0 {
			continue
		}
		row, all := []sectionCell{words(r.word(string(kind))), {}}, 0
		for _, status := range report.Statuses {
			row, all = append(row, number(counts[status])), all+counts[status]
		}
		row[1] = number(all)
		t.Rows = append(t.Rows, row)
	}
	c := r.Summary.Citations
	return section{Heading: r.word("doc found"), Tables: []*sectionTable{t}, Lines: []string{
		fmt.Sprintf("%s: %d", r.word("doc references"), r.Figures.References),
		fmt.Sprintf("%s: %d (%s: %d); %s: %d", r.word("nodes"), r.Summary.Nodes, r.word("in hand"), r.Summary.InHand, r.word("edges"), r.Summary.Edges),
		fmt.Sprintf("%s: %d", r.word("cites"), c.Edges),
	}}
}

// otherKinds are those that the report has no place for, in their order.
func otherKinds(counts map[record.Kind]map[record.Status]int) []record.Kind {
	var out []record.Kind
	for k := range counts {
		if !slices.Contains(report.Kinds, k) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

func (r *Report) unresolved() section {
	s := section{Heading: r.word("doc unresolved")}
	t := &sectionTable{Head: r.head("count", "status", "reason", "example")}
	reasons := r.Figures.Reasons()
	rest := 0
	for i, x := range reasons {
		if i >= reportReasons {
			rest += x.Count
			continue
		}
		t.Rows = append(t.Rows, []sectionCell{number(x.Count), words(r.word("status " + string(x.Status))), words(x.Why),
			words(x.Document + ": “" + cutWords(plain(x.Words), reportWords) + "”")})
	}
	if len(reasons) == 0 {
		s.Lines = []string{"0"}
		return s
	}
	s.Tables = []*sectionTable{t}
	if rest > 0 {
		s.Lines = []string{fmt.Sprintf("%s: %d", r.word("doc no more"), rest)}
	}
	return s
}

func (r *Report) rankings() section {
	s := section{Heading: r.word("doc rankings")}
	for _, ranking := range r.Rankings {
		t := &sectionTable{Caption: fmt.Sprintf("%s (%d/%d)", r.word(string(ranking.Kind)), len(ranking.Of.Graph.Nodes), ranking.All),
			Head: r.head("rank", "id", "title", "date")}
		for _, score := range ranking.Of.Scores {
			t.Head = append(t.Head, r.measureWord(score.Name))
		}
		for k, i := range ranking.Of.Order() {
			n := &ranking.Of.Graph.Nodes[i]
			row := []sectionCell{number(k + 1), {Text: plain(cmp.Or(n.Symbol(), n.ID)), Href: n.Link}, words(n.PrintedTitle()), words(n.When())}
			for _, score := range ranking.Of.Scores {
				row = append(row, figure(score.At(i)))
			}
			t.Rows = append(t.Rows, row)
		}
		s.Tables = append(s.Tables, t)
	}
	return s
}

// measureWord is the name of a measure in the language of the page, where it has
// one.
func (r *Report) measureWord(name string) string {
	if _, ok := pictureWords["measure "+name]; ok {
		return r.word("measure " + name)
	}
	return name
}

func (r *Report) groups() section {
	s := section{Heading: r.word("doc groups"), Lines: []string{
		fmt.Sprintf("%s: %d; %s: %d; %s: %.3f", r.word("doc groups"), len(r.Groups.Groups), r.word("doc alone"), r.Groups.Alone, r.word("doc modularity"), r.Groups.Modularity)}}
	t := &sectionTable{Head: r.head("group", "title", "count", "members")}
	for _, g := range r.Groups.Groups[:min(reportGroups, len(r.Groups.Groups))] {
		var members []string
		for _, m := range g.Members[:min(reportMembers, len(g.Members))] {
			members = append(members, cmp.Or(m.Symbol(), m.Label, m.ID))
		}
		t.Rows = append(t.Rows, []sectionCell{number(g.Number), words(g.Name), number(len(g.Members)), words(strings.Join(members, ", "))})
	}
	if len(t.Rows) > 0 {
		s.Tables = []*sectionTable{t}
	}
	return s
}

func (r *Report) mainPath() section {
	s := section{Heading: r.word("doc main path")}
	if r.Ties > 1 {
		all := strconv.Itoa(r.Ties)
		if r.Ties == math.MaxInt {
			all = "∞"
		}
		s.Lines = append(s.Lines, r.word("doc one of ties")+" "+all)
	}
	t := &sectionTable{Head: r.head("rank", "date", "id", "title")}
	for i, part := range r.Path() {
		for _, n := range part {
			t.Rows = append(t.Rows, []sectionCell{number(i + 1), words(n.When()), {Text: plain(cmp.Or(n.Symbol(), n.ID)), Href: n.Link}, words(n.PrintedTitle())})
		}
	}
	if len(t.Rows) == 0 {
		s.Lines = append(s.Lines, "0")
		return s
	}
	s.Tables = []*sectionTable{t}
	return s
}

func (r *Report) method() section {
	s := section{Heading: r.word("doc method"), Lines: []string{r.word("doc rules")}, Code: r.Command}
	for _, m := range r.Measures {
		s.Lines = append(s.Lines, fmt.Sprintf("%s (%s): %s", r.measureWord(m.Name), m.Source, m.Formula))
	}
	for _, n := range r.Notes {
		s.Lines = append(s.Lines, sentence(plain(noteIn(r.Lang, n))))
	}
	s.Lines = append(s.Lines, r.word("doc made with")+" "+plain(r.Version), r.word("doc command"))
	return s
}

// Heading is the title of the page.
func (r *Report) heading() string { return cmp.Or(plain(r.Title), r.word("doc report")) }

// Markdown writes the page as Markdown; the picture is the file that Picture names.
func (r *Report) Markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n", markdownText(r.heading(), false))
	for _, s := range r.sections() {
		if s.Picture && r.Picture == "" {
			continue
		}
		fmt.Fprintf(out, "\n## %s\n\n", markdownText(s.Heading, false))
		if s.Picture {
			fmt.Fprintf(out, "![%s](<%s>)\n", markdownText(s.Heading, false), r.Picture)
		}
		for _, line := range s.Lines {
			fmt.Fprintf(out, "- %s\n", markdownText(strings.TrimPrefix(line, "– "), false))
		}
		for _, t := range s.Tables {
			markdownTable(out, t)
		}
		if s.Code != "" {
			fmt.Fprintf(out, "\n    %s\n", plain(s.Code))
		}
	}
	return out.Flush()
}

func markdownTable(out *bufio.Writer, t *sectionTable) {
	out.WriteByte('\n')
	if t.Caption != "" {
		fmt.Fprintf(out, "**%s**\n\n", markdownText(t.Caption, false))
	}
	for _, h := range t.Head {
		fmt.Fprintf(out, "| %s ", markdownText(h, false))
	}
	out.WriteString("|\n")
	for i := range t.Head {
		if t.Numeric(i) {
			out.WriteString("|--:")
		} else {
			out.WriteString("|---")
		}
	}
	out.WriteString("|\n")
	for _, row := range t.Rows {
		for _, c := range row {
			text := markdownText(c.Text, false)
			if c.Href != "" {
				text = fmt.Sprintf("[%s](<%s>)", text, c.Href)
			}
			fmt.Fprintf(out, "| %s ", text)
		}
		out.WriteString("|\n")
	}
}

//go:embed report.html
var reportPage string

// HTML writes one page that needs nothing from elsewhere, with the picture in it.
func (r *Report) HTML(w io.Writer) error {
	page, err := template.New("report").Parse(reportPage)
	if err != nil {
		return err
	}
	picture, err := r.drawing()
	if err != nil {
		return err
	}
	sections := r.sections()
	if picture == "" {
		sections = slices.DeleteFunc(sections, func(s section) bool { return s.Picture })
	}
	return page.Execute(w, struct {
		Lang, Dir, Title string
		Sections         []section
		Drawing          template.HTML
	}{r.Lang, directionOf(r.Lang), r.heading(), sections, picture})
}

// drawing is the map as a picture within a page, which is safe: every word in it
// is escaped by the writer of pictures, and it has no script.
func (r *Report) drawing() (template.HTML, error) {
	if r.Map == nil || len(r.Map.Graph.Nodes) == 0 {
		return "", nil
	}
	var b strings.Builder
	if err := writeSVG(context.Background(), &b, r.Map); err != nil {
		return "", err
	}
	svg := b.String()
	return template.HTML(svg[max(0, strings.Index(svg, "<svg")):]), nil
}

// Draw writes the picture of the page, for a file beside a page of Markdown.
func (r *Report) Draw(ctx context.Context, w io.Writer) error { return writeSVG(ctx, w, r.Map) }
