package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"uncite/extract/accuracy"
)

// nameFormats are the formats of evaluate --names.
var nameFormats = map[string]func(io.Writer, *accuracy.NameReport, bool) error{
	"table": writeNames,
	"csv":   writeNamesCSV,
	"json": func(w io.Writer, r *accuracy.NameReport, _ bool) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return enc.Encode(r)
	},
}

// worst is how many deviations the table lists without --errors.
const worst = 20

// writeNames writes the similarity of versions by kind and the targets that
// deviate, worst first; with all their words and sentences too.
func writeNames(out io.Writer, r *accuracy.NameReport, all bool) error {
	fmt.Fprintf(out, "%d documents in %d files\n", r.Documents, r.Files)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "\nnamed by two versions\tmean Jaccard similarity\t")
	if r.Adjudicated != nil {
		fmt.Fprint(w, "adjudicated\t")
	}
	for _, k := range accuracy.NameKinds {
		fmt.Fprintf(w, "\n%s\t%.4f\t", k.Name, r.Similarity[k.Name])
		if r.Adjudicated != nil {
			fmt.Fprintf(w, "%.4f\t", r.Adjudicated[k.Name])
		}
	}
	fmt.Fprintln(w)
	if err := w.Flush(); err != nil {
		return err
	}
	shown := r.Deviations
	if !all {
		shown = shown[:min(worst, len(shown))]
	}
	fmt.Fprintf(out, "\n%d of %d targets that versions of a document deviate in\ntimes\ttarget\talone\tlacking\n", len(shown), len(r.Deviations))
	for _, d := range shown {
		if _, err := fmt.Fprintf(out, "%d\t%s\t%s\t%s\n", d.Times, d.Target, counted(d.Alone), counted(d.Lacking)); err != nil {
			return err
		}
		if !all {
			continue
		}
		for _, e := range d.Examples {
			writeExample(out, e)
		}
	}
	return nil
}

func writeExample(out io.Writer, e accuracy.NameExample) {
	fmt.Fprintf(out, "\t%s\n", e.Document)
	for _, code := range slices.Sorted(maps.Keys(e.Adjudicated)) {
		fmt.Fprintf(out, "\t\t=%s\t%s\n", code, e.Adjudicated[code])
	}
	for _, code := range slices.Sorted(maps.Keys(e.Words)) {
		fmt.Fprintf(out, "\t\t+%s\t%s\n", code, e.Words[code])
	}
	for _, code := range slices.Sorted(maps.Keys(e.Sentences)) {
		fmt.Fprintf(out, "\t\t-%s\t%s\n", code, e.Sentences[code])
	}
}

// counted writes counts by language: "en 3, fr 1".
func counted(by map[string]int) string {
	var parts []string
	for _, code := range slices.Sorted(maps.Keys(by)) {
		parts = append(parts, code+" "+strconv.Itoa(by[code]))
	}
	return strings.Join(parts, ", ")
}

// writeNamesCSV writes a row for each version of each example.
func writeNamesCSV(out io.Writer, r *accuracy.NameReport, _ bool) error {
	w := csv.NewWriter(out)
	_ = w.Write([]string{"times", "target", "document", "language", "named", "words or paragraph"}) // Error reports it
	for _, d := range r.Deviations {
		for _, e := range d.Examples {
			for _, code := range slices.Sorted(maps.Keys(e.Words)) {
				_ = w.Write([]string{strconv.Itoa(d.Times), d.Target, e.Document, code, "yes", e.Words[code]})
			}
			for _, code := range slices.Sorted(maps.Keys(e.Sentences)) {
				_ = w.Write([]string{strconv.Itoa(d.Times), d.Target, e.Document, code, "no", e.Sentences[code]})
			}
		}
	}
	w.Flush()
	return w.Error()
}
