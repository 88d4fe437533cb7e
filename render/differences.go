package render

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"html/template"
	"io"
	"strings"

	"uncite/extract/compare"
	"uncite/extract/lang"
)

// Differences are what the verb compare reports.
type Differences []compare.Difference

// listing is the differences in rows and columns, a row for each version that
// differs.
func (d Differences) listing() *Listing {
	l := &Listing{Columns: []Column{{Name: "document", Most: 24, Least: 12}, {Name: "paragraph", Most: 12}, {Name: "difference"}, {Name: "target", Most: 44, Least: 14},
		{Name: "version"}, {Name: "has", Most: 32, Least: 10}, {Name: "other"}, {Name: "other has", Most: 32, Least: 10},
		{Name: "sentence", Most: 80, Least: 24, Wrap: true}, {Name: "other sentence", Most: 80, Least: 24, Wrap: true}}}
	for _, x := range d {
		for _, r := range x.Right {
			l.Rows = append(l.Rows, []any{x.Document, x.Paragraph, x.Kind, x.Target, x.Left.Lang, x.Left.Value, r.Lang, r.Value,
				x.Left.Sentence, r.Sentence})
		}
	}
	return l
}

// Table writes a row for each version that differs.
func (d Differences) Table(w io.Writer) error { return d.listing().Table(w) }

// CSV writes a row for each version that differs.
func (d Differences) CSV(w io.Writer) error { return d.listing().CSV(w) }

// JSON writes an array of differences.
func (d Differences) JSON(w io.Writer) error {
	if d == nil {
		d = Differences{}
	}
	return writeJSON(w, d)
}

// Lines writes one object a line.
func (d Differences) Lines(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range d {
		if err := enc.Encode(&d[i]); err != nil {
			return err
		}
	}
	return nil
}

//go:embed differences.html
var differencesPage string

// HTML writes one page, versions side by side, that needs nothing from
// elsewhere, in the language of the writer where it is a Screen.
func (d Differences) HTML(w io.Writer) error {
	code := langOf(w)
	page, err := template.New("differences").Funcs(template.FuncMap{
		"w":      func(name string) string { return wordIn(code, name) },
		"dir":    direction,
		"marked": marked,
	}).Parse(differencesPage)
	if err != nil {
		return err
	}
	return page.Execute(w, struct {
		Lang, Dir string
		List      Differences
	}{cmp.Or(code, lang.Fallback()), directionOf(code), d})
}

// direction is the direction of text of a page in a language.
func direction(sample string) string {
	if rightToLeft(sample) {
		return "rtl"
	}
	return "ltr"
}

// parts is a sentence cut around the words of a citation.
type parts struct{ Before, Words, After string }

// marked cuts a sentence around the words of a citation, so that a page can
// mark them.
func marked(s compare.Side) parts {
	words := strings.Join(strings.Fields(s.Text), " ")
	before, after, found := strings.Cut(s.Sentence, words)
	if words == "" || !found {
		return parts{Before: s.Sentence}
	}
	return parts{before, words, after}
}
