package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newMeasuresHelp is a topic of the help, not a verb: uncite help measures.
func newMeasuresHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "measures",
		Short: "The measures of rank, and when to trust each",
		Long: "The measures that --by names, and when to trust each. docs/measures.md gives their\n" +
			"formulas, sources and costs. The usual one is indegree, the number of documents\n" +
			"that cite: everybody understands it, and it assumes nothing.\n\n" + measureTable(),
	}
}

// flagGroups are the headings under which help shows flags, each with the flags
// that belong there; the last takes what is left.
var flagGroups = []struct {
	title string
	flags []string
}{
	{"What is listed or drawn", []string{"kind", "body", "years", "in-hand", "min-count", "agenda", "match", "min-score", "top", "limit", "isolated", "group", "only", "severity"}},
	{"Which graph", []string{"within", "edges", "status", "text-lang", "versions", "zone", "treatment", "drop", "around", "depth", "direction", "giant", "unknown",
		"split", "masthead", "tables", "authority", "on", "least"}},
	{"Measures", []string{"by", "damping", "personal", "as-of", "weighted", "samples", "seed", "threads", "series", "verify", "resolution",
		"iterations", "weights", "search", "keys", "main", "everything"}},
	{"Output", nil},
}

// flagsByGroup prints the flags of a verb under their headings, in lines of fewer
// than eighty columns.
func flagsByGroup(flags *pflag.FlagSet) string {
	var b strings.Builder
	shown := map[string]bool{}
	for _, group := range flagGroups {
		of := pflag.NewFlagSet("", pflag.ContinueOnError)
		of.SortFlags = false
		for _, name := range group.flags {
			if f := flags.Lookup(name); f != nil && !f.Hidden {
				of.AddFlag(f)
				shown[name] = true
			}
		}
		if group.flags == nil {
			flags.VisitAll(func(f *pflag.Flag) {
				if !shown[f.Name] && !f.Hidden {
					of.AddFlag(f)
				}
			})
		}
		if usages := of.FlagUsagesWrapped(helpWidth); usages != "" {
			b.WriteString("\n" + group.title + ":\n" + usages)
		}
	}
	return b.String()
}

// helpWidth is the width of help in columns.
const helpWidth = 79

// usageTemplate is how a verb's usage is printed.
const usageTemplate = `Usage:
  {{.UseLine}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Verbs:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}

Topics:{{range .Commands}}{{if .IsAdditionalHelpTopicCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{flagsByGroup .Flags}}{{if .HasAvailableSubCommands}}
uncite VERB --help says more of a verb, uncite help measures more of the measures.{{end}}
`

func init() { cobra.AddTemplateFunc("flagsByGroup", flagsByGroup) }
