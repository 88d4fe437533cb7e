package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
)

func newAuthority() *cobra.Command {
	var c corpus
	var format, kind, file string
	cmd := &cobra.Command{
		Use:   "authority [QUERY]",
		Short: "List and search the authority tables",
		Long: `List and search the instruments, UN bodies and States that uncite knows by name.
QUERY is part of a name in any language or of an identifier, a treaty number such
as UNTS/1577/27531, or the symbol of the resolution that adopted or founded it.
One entry alone is shown in full.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := entriesWriter(format)
			if err != nil {
				return err
			}
			kinds := []string{"", string(record.Instrument), string(record.Entity), string(record.State)}
			if !slices.Contains(kinds, kind) {
				return fmt.Errorf("--kind: %q is none of%s", kind, strings.Join(kinds, " "))
			}
			table, err := c.table()
			if err != nil {
				return err
			}
			found := table.Entries()
			if len(args) == 1 {
				found = table.Search(args[0])
			}
			if kind != "" {
				found = slices.DeleteFunc(slices.Clone(found), func(e *authority.Entry) bool { return string(e.Kind) != kind })
			}
			if len(found) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "uncite: no entry of the authority tables matches %q\n", strings.Join(args, " "))
				return errNo
			}
			return output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error { return write(w, found) })
		},
	}
	addCorpusFlags(cmd, &c)
	cmd.Flags().StringVar(&format, "format", "table", "`FORMAT` of the output: table, json")
	cmd.Flags().StringVar(&kind, "kind", "", "only entries of this `KIND`: instrument, entity, state")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, whole or not at all")
	return cmd
}

// entriesWriter returns what writes entries in the format: a table, or one
// entry alone in full.
func entriesWriter(format string) (func(io.Writer, []*authority.Entry) error, error) {
	switch format {
	case "json":
		return writeEntriesJSON, nil
	case "table":
		return func(w io.Writer, found []*authority.Entry) error {
			if len(found) == 1 {
				return writeEntry(w, found[0])
			}
			return writeEntries(w, found)
		}, nil
	}
	return nil, fmt.Errorf("there is no format %q here; the formats are table, json", format)
}

func writeEntries(out io.Writer, entries []*authority.Entry) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tCLASS\tDATE\tNAME")
	for _, e := range entries {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.ID, e.Class, e.Date, e.Official("en"))
	}
	return w.Flush()
}

func writeEntry(out io.Writer, e *authority.Entry) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, f := range [][2]string{
		{"id", e.ID}, {"class", e.Class}, {"date", e.Date}, {"parent", e.Parent},
		{"adopted by", strings.Join(e.AdoptedBy, ", ")}, {"registered", strings.Join(e.Treaties, ", ")},
		{"depositary chapter", e.Chapter},
	} {
		if f[1] != "" {
			fmt.Fprintf(w, "%s\t%s\n", f[0], f[1])
		}
	}
	for _, code := range lang.Codes {
		for i, n := range e.Names[code] {
			label, text := "", n.Text
			if i == 0 {
				label = code
			}
			if n.Short {
				text = "(short) " + text
			}
			fmt.Fprintf(w, "%s\t%s\n", label, text)
		}
	}
	fmt.Fprintf(w, "source\t%s\n", e.Source)
	return w.Flush()
}

// entryJSON is an entry as --format json prints it.
type entryJSON struct {
	ID         string              `json:"id"`
	Kind       string              `json:"kind"`
	Class      string              `json:"class"`
	Date       string              `json:"date"`
	Parent     string              `json:"parent"`
	AdoptedBy  []string            `json:"adopted_by"`
	Registered []string            `json:"registered"`
	Chapter    string              `json:"chapter"`
	Names      map[string][]string `json:"names"`
	Source     string              `json:"source"`
}

func writeEntriesJSON(out io.Writer, entries []*authority.Entry) error {
	list := make([]entryJSON, len(entries))
	for i, e := range entries {
		list[i] = entryJSON{e.ID, string(e.Kind), e.Class, e.Date, e.Parent, e.AdoptedBy, e.Treaties, e.Chapter, map[string][]string{}, e.Source}
		for code, names := range e.Names {
			for _, n := range names {
				list[i].Names[code] = append(list[i].Names[code], n.Text)
			}
		}
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}
