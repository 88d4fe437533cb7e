package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncite/extract/authority"
	"uncite/extract/symbol"
)

func newSymbol() *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "symbol SYMBOL...",
		Short: "Explain UN document symbols",
		Long: `Explain UN document symbols and resolution numbers: body, kind, session, year,
canonical form, link, and the title where the catalogue has it. The exit status
is 1 where one of them is no symbol.`,
		Example: `  uncite symbol S/RES/1373 "2200 A (XXI)" A/75/729/Corr.1`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "table" && format != "json" {
				return fmt.Errorf("there is no format %q here; the formats are table, json", format)
			}
			write := writeFacts
			if format == "json" {
				write = writeFactsJSON
			}
			var explained [][]symbol.Fact
			for _, arg := range args {
				facts, err := symbol.Explain(arg)
				if err != nil {
					fmt.Fprintln(cmd.ErrOrStderr(), "uncite:", err)
					continue
				}
				explained = append(explained, withTitle(facts))
			}
			err := output(cmd.Context(), file, cmd.OutOrStdout(), func(w io.Writer) error {
				for i, facts := range explained {
					if i > 0 && format == "table" {
						fmt.Fprintln(w)
					}
					if err := write(w, facts); err != nil {
						return err
					}
				}
				return nil
			})
			if err == nil && len(explained) < len(args) {
				return errNo
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "`FORMAT` of the output: table, json")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, whole or not at all")
	return cmd
}

// withTitle adds title and date where the catalogue has them.
func withTitle(facts []symbol.Fact) []symbol.Fact {
	for _, f := range facts {
		if f.Name != "symbol" {
			continue
		}
		if r, ok := authority.Catalogue()[f.Value]; ok {
			if r.Titles["en"] != "" {
				facts = append(facts, symbol.Fact{Name: "title", Value: r.Titles["en"]})
			}
			if r.Date != "" {
				facts = append(facts, symbol.Fact{Name: "date", Value: r.Date})
			}
		}
		break
	}
	return facts
}

func writeFacts(out io.Writer, facts []symbol.Fact) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, f := range facts {
		fmt.Fprintf(w, "%s\t%s\n", f.Name, f.Value)
	}
	return w.Flush()
}

func writeFactsJSON(out io.Writer, facts []symbol.Fact) error {
	object := map[string]string{}
	for _, f := range facts {
		object[f.Name] = f.Value
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(object)
}
