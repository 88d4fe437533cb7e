package main

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	{"What is listed or drawn", []string{"kind", "body", "years", "in-hand", "min-count", "agenda", "match", "min-score", "top", "limit", "isolated", "skeleton", "group", "only", "severity"}},
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

// fitted breaks a text for the width of help: paragraphs anew, and the lines of a
// table, which have columns, under the column that is too long.
func fitted(text string) string {
	var out []string
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		lines := strings.Split(block, "\n")
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(strings.TrimSpace(l), "  ") || strings.HasPrefix(l, " ") }) {
			lines = []string{strings.Join(lines, " ")}
		}
		for i, l := range lines {
			lines[i] = broken(l)
		}
		out = append(out, strings.Join(lines, "\n"))
	}
	return strings.Join(out, "\n\n")
}

// broken breaks a line that is too long; what goes on stands below the beginning of
// its last column.
func broken(line string) string {
	if utf8.RuneCountInString(line) <= helpWidth {
		return line
	}
	column := strings.LastIndex(line, "  ") + 2
	if column < 2 {
		column = 0
	}
	indent := strings.Repeat(" ", column)
	words := strings.Fields(line[column:])
	var b strings.Builder
	b.WriteString(line[:column])
	used := column
	for i, w := range words {
		n := utf8.RuneCountInString(w)
		switch {
		case i == 0:
		case used+1+n > helpWidth:
			b.WriteString("\n" + indent)
			used = column
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(w)
		used += n
	}
	return b.String()
}

// helpTemplate is how the help of a verb is printed.
const helpTemplate = `{{with (or .Long .Short)}}{{fitted .}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`

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
uncite VERB --help says more of a verb, uncite help measures of the measures.{{end}}
`

func init() {
	cobra.AddTemplateFunc("flagsByGroup", flagsByGroup)
	cobra.AddTemplateFunc("fitted", fitted)
}
