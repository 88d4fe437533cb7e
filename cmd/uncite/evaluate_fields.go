package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"uncite/extract/accuracy"
	"uncite/extract/record"
)

// fieldTable is one table of figures on the fields of references, a row a
// language, a column a field.
type fieldTable struct {
	name    string
	columns []fieldColumn
}

// fieldColumn is a figure of a report by language.
type fieldColumn struct {
	name string
	of   func(r *accuracy.Report, code string) accuracy.Share
}

// fieldTables are the tables of --fields: against the markup, and of the
// versions with each other.
func fieldTables() []fieldTable {
	markup := fieldTable{name: "agreement with the markup", columns: []fieldColumn{
		{"zone", func(r *accuracy.Report, code string) accuracy.Share { return r.Placed[code]["zone"] }},
		{"paragraph", func(r *accuracy.Report, code string) accuracy.Share { return r.Placed[code]["paragraph"] }},
		{"preambular treatments", func(r *accuracy.Report, code string) accuracy.Share { return r.Treatments[code][record.Preamble] }},
		{"operative treatments", func(r *accuracy.Report, code string) accuracy.Share { return r.Treatments[code][record.Operative] }},
		{"treatments in lists", func(r *accuracy.Report, code string) accuracy.Share { return r.Items[code] }},
	}}
	versions := fieldTable{name: "agreement with the other versions"}
	for _, f := range accuracy.Fields {
		versions.columns = append(versions.columns, fieldColumn{f.Name, func(r *accuracy.Report, code string) accuracy.Share { return r.Versions[code][f.Name] }})
	}
	return []fieldTable{markup, versions}
}

// writeFields writes the figures by field; with mistakes also each value that
// parts one version of a document from most others.
func writeFields(out io.Writer, r *accuracy.Report, mistakes bool) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, table := range fieldTables() {
		fmt.Fprintf(w, "\n%s", table.name)
		for _, c := range table.columns {
			fmt.Fprintf(w, "\t%s", c.name)
		}
		fmt.Fprintf(w, "\t\n")
		for _, code := range r.Languages() {
			fmt.Fprint(w, code)
			for _, c := range table.columns {
				fmt.Fprintf(w, "\t%s", shareText(c.of(r, code)))
			}
			fmt.Fprintf(w, "\t\n")
		}
	}
	fmt.Fprintf(w, "all versions at once")
	for _, f := range accuracy.Fields {
		fmt.Fprintf(w, "\t%s", shareText(r.Agreement[f.Name]))
	}
	fmt.Fprintf(w, "\t\n")
	if err := w.Flush(); err != nil || !mistakes {
		return err
	}
	fmt.Fprintln(out, "\nfield\tlanguage\tdocument\ttarget\tmost versions\tthis one\tverb")
	for _, d := range r.Deviations {
		if _, err := fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", d.Field, d.Lang, d.Document, d.Target, d.Want, d.Got, d.Verb); err != nil {
			return err
		}
	}
	return nil
}

// shareText is a share with four digits, a dash where nothing was compared.
func shareText(s accuracy.Share) string {
	if s.Of == 0 {
		return "-"
	}
	return strconv.FormatFloat(s.Value(), 'f', 4, 64)
}

// writeFieldsCSV writes a figure a row.
func writeFieldsCSV(out io.Writer, r *accuracy.Report) error {
	w := csv.NewWriter(out)
	_ = w.Write([]string{"compared", "language", "field", "share", "same", "of"}) // Error reports it
	for _, table := range fieldTables() {
		for _, code := range r.Languages() {
			for _, c := range table.columns {
				s := c.of(r, code)
				_ = w.Write([]string{table.name, code, c.name, shareText(s), strconv.Itoa(s.Same), strconv.Itoa(s.Of)})
			}
		}
	}
	for _, f := range accuracy.Fields {
		s := r.Agreement[f.Name]
		_ = w.Write([]string{"agreement of all versions at once", "", f.Name, shareText(s), strconv.Itoa(s.Same), strconv.Itoa(s.Of)})
	}
	w.Flush()
	return w.Error()
}
