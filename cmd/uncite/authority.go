package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
	"uncite/render"
)

func newAuthority() *cobra.Command {
	var c corpus
	var format, kind, file string
	var check bool
	cmd := &cobra.Command{
		Use:   "authority [QUERY]",
		Short: "List and search the authority tables",
		Long: `List and search the instruments, UN bodies and States that uncite knows by name,
and the catalogue of resolutions and other documents that it knows by title.
QUERY is part of a name or title in any language or some of its words, an
identifier, a treaty number such as UNTS/1577/27531, or a symbol or number in any
style, 60/288, "2396 (2017)", which also finds what that document adopted or
founded. What fits exactly comes first. One entry alone is shown in full.

With --check it prints instead what an editor should look at in these entries:
a language without a name and without a note that says why, a name that two
entries share or that begins another's, a date that the adopting document denies.
No remark need be a fault. Rows of --authority FILE are read like the others.`,
		Example: `  uncite authority "2396 (2017)"
  uncite authority --kind instrument "droits enfant"
  uncite authority --check --kind entity`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			format, err := chosen(cmd, format, file, "table", "json")
			if err != nil {
				return err
			}
			write := entriesWriter(format)
			if kind != "" && !slices.Contains(entryKinds, kind) {
				return noneOf("kind", kind, entryKinds)
			}
			table, err := c.table()
			if err != nil {
				return err
			}
			found, err := entriesFor(table, strings.Join(args, " "), kind)
			if err != nil {
				return err
			}
			if check {
				remarks := remarksOn(table, found)
				return output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error { return writeRemarks(w, format, remarks) })
			}
			return output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error { return write(w, found) })
		},
	}
	addAuthorityFlag(cmd, &c)
	cmd.Flags().BoolVar(&check, "check", false, "read the entries as an editor would: languages without a name, names that two share, dates that contradict")
	cmd.Flags().StringVar(&format, "format", "table", "`FORMAT` of the output: table, json")
	cmd.Flags().StringVar(&kind, "kind", "", "only entries of this `KIND`: "+strings.Join(entryKinds, ", "))
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	return cmd
}

// entryKinds are the kinds of what the verb lists: of the entries of the
// tables, and of the documents of the catalogue.
var entryKinds = []string{
	string(record.Instrument), string(record.Entity), string(record.State),
	string(record.Resolution), string(record.Decision), string(record.Report),
}

// nearShown is how many entries are named that a query without an answer may
// have meant.
const nearShown = 3

// entriesFor returns what the query finds of a kind, all that there is where
// both are empty. The error says that there is nothing, and what is near.
func entriesFor(table *authority.Table, query, kind string) ([]*authority.Entry, error) {
	var found []*authority.Entry
	if strings.TrimSpace(query) == "" {
		found = slices.Concat(table.Entries(), authority.Documents())
	} else {
		found = table.Search(query)
	}
	if kind == "" && len(found) > 0 {
		return found, nil
	}
	ofKind := slices.DeleteFunc(slices.Clone(found), func(e *authority.Entry) bool { return string(e.Kind) != kind })
	if len(ofKind) > 0 {
		return ofKind, nil
	}
	what, near := "entry", table.Near(query, nearShown)
	if len(found) > 0 { // of other kinds
		what, near = kind, nil
		for _, e := range found[:min(nearShown, len(found))] {
			near = append(near, e.ID)
		}
	}
	message := fmt.Sprintf("no %s of the authority tables matches %q", what, query)
	if len(near) > 0 {
		message += "; near it are " + strings.Join(near, ", ")
	}
	return nil, errors.New(message)
}

// entriesWriter returns what writes entries in the format: a table, or one
// entry alone in full.
func entriesWriter(format string) func(io.Writer, []*authority.Entry) error {
	if format == "json" {
		return writeEntriesJSON
	}
	return func(w io.Writer, found []*authority.Entry) error {
		if len(found) == 1 {
			return writeEntry(w, found[0])
		}
		return writeEntries(w, found)
	}
}

func writeEntries(out io.Writer, entries []*authority.Entry) error {
	if s := screen(out, false); s.Width > 0 {
		return entryList(entries).Table(s)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tCLASS\tDATE\tNAME")
	for _, e := range entries {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.ID, e.Class, e.Date, e.Official(lang.Fallback()))
	}
	return w.Flush()
}

// entryList is the entries as a table that fits a terminal.
func entryList(entries []*authority.Entry) *render.Listing {
	l := &render.Listing{Columns: []render.Column{{Name: "id", Least: 30}, {Name: "class", Spare: true}, {Name: "date", Spare: true}, {Name: "name", Least: 30}}}
	for _, e := range entries {
		l.Rows = append(l.Rows, []any{e.ID, e.Class, e.Date, e.Official(lang.Fallback())})
	}
	return l
}

func writeEntry(out io.Writer, e *authority.Entry) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, f := range [][2]string{
		{"id", e.ID}, {"class", e.Class}, {"date", e.Date}, {"parent", e.Parent}, {"former", strings.Join(e.Former, ", ")},
		{"adopted by", strings.Join(e.AdoptedBy, ", ")}, {"registered", strings.Join(e.Treaties, ", ")},
		{"depositary chapter", e.Chapter}, {"link", symbol.Link(e.ID)},
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

// remarksOn returns what an editor should look at in the entries.
func remarksOn(table *authority.Table, entries []*authority.Entry) []authority.Remark {
	asked := map[string]bool{}
	for _, e := range entries {
		asked[e.ID] = true
	}
	return slices.DeleteFunc(table.Check(), func(r authority.Remark) bool { return !asked[r.ID] })
}

// writeRemarks writes a remark a line, or a list of objects; format is one of
// those of entriesWriter.
func writeRemarks(out io.Writer, format string, remarks []authority.Remark) error {
	if format == "json" {
		type remarkJSON struct {
			ID     string `json:"id"`
			Remark string `json:"remark"`
		}
		list := make([]remarkJSON, len(remarks))
		for i, r := range remarks {
			list[i] = remarkJSON{r.ID, r.What}
		}
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(list)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tREMARK")
	for _, r := range remarks {
		fmt.Fprintf(w, "%s\t%s\n", r.ID, r.What)
	}
	return w.Flush()
}
