package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/extract/authority"
	"uncite/extract/lang"
	"uncite/extract/symbol"
)

func newSymbol() *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "symbol SYMBOL...",
		Short: "Explain UN document symbols",
		Long: `Explain UN document symbols and resolution numbers: body, kind, session, year,
canonical form, link, and the title where the catalogue has it. The exit status
is 1 where one of them is no symbol, 2 where none is one.`,
		Example: `  uncite symbol S/RES/1373 "2200 A (XXI)" A/75/729/Corr.1
  uncite symbol --format json A/RES/53/243B`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			format, err := chosen(cmd, format, file, "table", "json", "jsonl")
			if err != nil {
				return err
			}
			write := factsWriters[format]
			var explained [][]symbol.Fact
			for _, arg := range args {
				facts, err := symbol.Explain(arg)
				if err != nil {
					fmt.Fprintln(cmd.ErrOrStderr(), "uncite:", err)
					continue
				}
				explained = append(explained, withTitle(facts))
			}
			if len(explained) == 0 {
				return fmt.Errorf("there is no symbol to explain")
			}
			err = output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error { return write(w, explained) })
			if err == nil && len(explained) < len(args) {
				return errNo
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "`FORMAT` of the output: table, json (one array), jsonl (an object a line)")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, whole or not at all; its ending chooses the format")
	return cmd
}

// withTitle adds title and date where the catalogue has them.
func withTitle(facts []symbol.Fact) []symbol.Fact {
	for _, f := range facts {
		if f.Name != "symbol" {
			continue
		}
		if r, ok := authority.Catalogue()[f.Value]; ok {
			if title := r.Titles[lang.Fallback()]; title != "" {
				facts = append(facts, symbol.Fact{Name: "title", Value: title})
			}
			if r.Date != "" {
				facts = append(facts, symbol.Fact{Name: "date", Value: r.Date})
			}
		}
		break
	}
	return facts
}

// factsWriters write explanations in the formats there are.
var factsWriters = map[string]func(io.Writer, [][]symbol.Fact) error{
	"table": writeFacts,
	"json": func(out io.Writer, all [][]symbol.Fact) error {
		return factsEncoder(out, " ").Encode(factsObjects(all))
	},
	"jsonl": func(out io.Writer, all [][]symbol.Fact) error {
		enc := factsEncoder(out, "")
		for _, o := range factsObjects(all) {
			if err := enc.Encode(o); err != nil {
				return err
			}
		}
		return nil
	},
}

func writeFacts(out io.Writer, all [][]symbol.Fact) error {
	for i, facts := range all {
		if i > 0 {
			fmt.Fprintln(out)
		}
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for _, f := range facts {
			fmt.Fprintf(w, "%s\t%s\n", f.Name, f.Value)
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func factsObjects(all [][]symbol.Fact) []map[string]string {
	objects := make([]map[string]string, len(all))
	for i, facts := range all {
		objects[i] = map[string]string{}
		for _, f := range facts {
			objects[i][f.Name] = f.Value
		}
	}
	return objects
}

func factsEncoder(out io.Writer, indent string) *json.Encoder {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc
}
