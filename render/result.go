package render

import (
	"encoding/json"
	"io"
)

// The forms in which a result may be able to write itself.
type (
	tabled interface{ Table(w io.Writer) error }
	listed interface{ CSV(w io.Writer) error }
	tabbed interface{ TSV(w io.Writer) error }
	object interface{ JSON(w io.Writer) error }
	lined  interface{ Lines(w io.Writer) error }
	sarif  interface{ SARIF(w io.Writer) error }
	github interface{ GitHub(w io.Writer) error }
	paged  interface{ HTML(w io.Writer) error }
	noted  interface{ Markdown(w io.Writer) error }
	worded interface{ DOCX(w io.Writer) error }
	ruled  interface{ AKN(w io.Writer) error }
)

func asTable(r any) func(io.Writer) error {
	if t, ok := r.(tabled); ok {
		return t.Table
	}
	return nil
}

func asCSV(r any) func(io.Writer) error {
	if l, ok := r.(listed); ok {
		return l.CSV
	}
	return nil
}

func asTSV(r any) func(io.Writer) error {
	if t, ok := r.(tabbed); ok {
		return t.TSV
	}
	return nil
}

func asJSON(r any) func(io.Writer) error {
	if o, ok := r.(object); ok {
		return o.JSON
	}
	return nil
}

func asLines(r any) func(io.Writer) error {
	if l, ok := r.(lined); ok {
		return l.Lines
	}
	return nil
}

func asSARIF(r any) func(io.Writer) error {
	if s, ok := r.(sarif); ok {
		return s.SARIF
	}
	return nil
}

func asGitHub(r any) func(io.Writer) error {
	if g, ok := r.(github); ok {
		return g.GitHub
	}
	return nil
}

func asHTML(r any) func(io.Writer) error {
	if p, ok := r.(paged); ok {
		return p.HTML
	}
	return nil
}

func asMarkdown(r any) func(io.Writer) error {
	if m, ok := r.(noted); ok {
		return m.Markdown
	}
	return nil
}

func asDOCX(r any) func(io.Writer) error {
	if d, ok := r.(worded); ok {
		return d.DOCX
	}
	return nil
}

func asAKN(r any) func(io.Writer) error {
	if a, ok := r.(ruled); ok {
		return a.AKN
	}
	return nil
}

// OfResult offers the formats that can hold a result of r's type.
func OfResult(r any) Offers {
	return func(f Format) bool { return f.Result != nil && f.Result(r) != nil }
}

// writeJSON writes one value, indented, with all scripts as they are.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}
