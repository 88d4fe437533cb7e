package render

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"uncite/extract/record"
)

//go:embed annotated.html
var annotatedPage string

// annotatedHTML is what the page shows.
type annotatedHTML struct {
	Lang, Dir, Title, Counts string
	Blocks                   []htmlBlock
	Rows                     []htmlRow
}

type htmlBlock struct {
	Zone  record.Zone
	Lang  string
	Parts []htmlPart
}

type htmlPart struct {
	Words string
	Spot  *htmlSpot
}

type htmlSpot struct {
	Words, Class, Href, Tells string
	Number                    int
}

// htmlRow describes a reference, or a finding where no reference is.
type htmlRow struct {
	ID                        string // set on the first row of a number
	Number                    int
	Lang, Words, Target, Href string
	Title, Pinpoint           string
	Treatment, Status, Note   string
	Rule                      string
	Findings                  []string
}

// HTML writes one page that needs nothing from elsewhere, and whose policy
// forbids every request: the text with its references linked, and a table that
// describes each.
func (a *Annotated) HTML(w io.Writer) error {
	funcs := template.FuncMap{
		"w":   func(name string) string { return wordIn(a.Lang, name) },
		"h":   func(name string) string { return wordIn(a.Lang, "head "+name) },
		"dir": directionOf,
	}
	page, err := template.New("annotated").Funcs(funcs).Parse(annotatedPage)
	if err != nil {
		return err
	}
	spots := a.spots()
	data := annotatedHTML{Lang: a.Lang, Dir: directionOf(a.Lang), Title: a.Title(), Counts: a.counts(spots)}
	for _, b := range a.blocks(spots) {
		out := htmlBlock{Zone: b.Zone, Lang: b.Lang}
		for _, p := range b.Parts {
			out.Parts = append(out.Parts, htmlPart{p.Words, a.htmlSpot(p)})
		}
		data.Blocks = append(data.Blocks, out)
	}
	for _, s := range spots {
		data.Rows = append(data.Rows, a.rows(s)...)
	}
	return page.Execute(w, data)
}

func (a *Annotated) htmlSpot(p textPart) *htmlSpot {
	if p.Spot == nil {
		return nil
	}
	return &htmlSpot{p.Words, p.Spot.class(), a.href(p.Spot), strings.Join(a.tells(p.Spot), "\n"), p.Spot.number}
}

// rows describe a spot: a row for each of its references.
func (a *Annotated) rows(s *spot) []htmlRow {
	var findings []string
	for _, f := range s.findings {
		findings = append(findings, string(f.Severity)+": "+findingSays(*f, a.Lang))
	}
	if len(s.refs) == 0 {
		return []htmlRow{{ID: fmt.Sprintf("r%d", s.number), Number: s.number, Words: level(s.findings[0].Text), Findings: findings}}
	}
	var rows []htmlRow
	for i, r := range s.refs {
		known, _ := a.describe(r.Target)
		row := htmlRow{Number: s.number, Lang: r.Lang, Words: level(r.Text), Target: r.Target, Href: a.link(r), Title: known.Title,
			Pinpoint: r.Pinpoint, Treatment: r.Treatment, Status: wordIn(a.Lang, "status "+string(r.Status)), Note: plain(r.Note), Rule: r.Rule}
		if i == 0 {
			row.ID, row.Findings = fmt.Sprintf("r%d", s.number), findings
		}
		rows = append(rows, row)
	}
	return rows
}

// counts says how many references there are and what became of them.
func (a *Annotated) counts(spots []*spot) string {
	references, findings := 0, len(a.Findings)
	byStatus := map[record.Status]int{}
	for _, s := range spots {
		for _, r := range s.refs {
			references++
			byStatus[r.Status]++
		}
	}
	words := []string{fmt.Sprintf("%s: %d", wordIn(a.Lang, "doc references"), references)}
	for _, status := range []record.Status{record.Resolved, record.Ambiguous, record.Unresolved, record.Contradicted} {
		if n := byStatus[status]; n > 0 {
			words = append(words, fmt.Sprintf("%s: %d", wordIn(a.Lang, "status "+string(status)), n))
		}
	}
	if findings > 0 {
		words = append(words, fmt.Sprintf("%s: %d", wordIn(a.Lang, "doc findings"), findings))
	}
	return strings.Join(words, "; ")
}

// directionOf is the direction of text in a language.
func directionOf(code string) string { return direction(wordIn(code, "nodes")) }
