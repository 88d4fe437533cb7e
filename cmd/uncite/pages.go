package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncite/extract/authority"
)

// newPages writes the pages that packages and docs are made of; it is no verb of
// users.
func newPages() *cobra.Command {
	format := ""
	cmd := &cobra.Command{
		Use:    "pages [--format man|markdown] FOLDER",
		Short:  "Write a page for each verb, from its own help",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			page, extension := manPage, ".1"
			switch format {
			case "man":
			case "markdown":
				page, extension = markdownPage, ".md"
			default:
				return fmt.Errorf("there is no format %q of pages; the formats are man, markdown", format)
			}
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			for name, text := range pagesOf(newRoot(), page) {
				if err := os.WriteFile(filepath.Join(args[0], name+extension), []byte(text), 0o666); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "markdown", "`FORMAT` of the pages: man, markdown")
	return cmd
}

// pagesOf are the pages of the command and of its verbs by their names.
func pagesOf(root *cobra.Command, page func(*cobra.Command) string) map[string]string {
	root.InitDefaultHelpFlag()
	pages := map[string]string{"uncite": page(root)}
	for _, verb := range root.Commands() {
		if verb.Hidden || verb.Name() == "help" || verb.Name() == "completion" {
			continue
		}
		verb.InitDefaultHelpFlag()
		pages["uncite-"+verb.Name()] = page(verb)
	}
	return pages
}

// verbLines are the verbs below a command, name and purpose.
func verbLines(cmd *cobra.Command) [][2]string {
	var lines [][2]string
	for _, verb := range cmd.Commands() {
		if !verb.Hidden && verb.Name() != "help" && verb.Name() != "completion" {
			lines = append(lines, [2]string{verb.Name(), verb.Short})
		}
	}
	return lines
}

// markdownPage is the help of a verb as a page of docs/.
func markdownPage(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s.\n\n    %s\n\n%s\n", cmd.CommandPath(), strings.TrimSuffix(cmd.Short, "."), cmd.UseLine(), indentedLists(cmd.Long))
	if cmd.HasExample() {
		fmt.Fprintf(&b, "\n## Examples\n\n%s\n", strings.ReplaceAll("  "+strings.TrimLeft(cmd.Example, " "), "  uncite", "    uncite"))
	}
	if lines := verbLines(cmd); len(lines) > 0 {
		b.WriteString("\n## Verbs\n\n| verb | does |\n|---|---|\n")
		for _, l := range lines {
			fmt.Fprintf(&b, "| [%s](uncite-%s.md) | %s |\n", l[0], l[0], l[1])
		}
	}
	if flags := flagsByGroup(cmd.Flags()); flags != "" {
		b.WriteString("\n## Flags\n\n```\n" + strings.Trim(flags, "\n") + "\n```\n")
	}
	return b.String()
}

// indentedLists sets the lists of a help text, which are indented by two blanks,
// as Markdown has them.
func indentedLists(long string) string {
	var b strings.Builder
	before := ""
	for line := range strings.Lines(long) {
		if strings.HasPrefix(line, "  ") {
			if before != "" && !strings.HasPrefix(before, "  ") {
				b.WriteByte('\n')
			}
			b.WriteString("  ")
		}
		b.WriteString(line)
		before = strings.TrimRight(line, "\n")
	}
	return b.String()
}

// roff escapes what troff would take for its own.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

// manPage is the help of a verb as a manual page. Its date is that of the tables,
// so that the same source gives the same page.
func manPage(cmd *cobra.Command) string {
	var b strings.Builder
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH %s 1 %q uncite uncite\n.SH NAME\n%s \\- %s\n.SH SYNOPSIS\n%s\n.SH DESCRIPTION\n", strings.ToUpper(roff(name)), authority.Date(), roff(name), roff(cmd.Short), roff(cmd.UseLine()))
	list := false
	for line := range strings.Lines(cmd.Long) {
		line = strings.TrimRight(line, "\n")
		if item := strings.HasPrefix(line, "  "); item != list {
			list = item
			b.WriteString(map[bool]string{true: ".nf\n", false: ".fi\n"}[list])
		}
		if line == "" {
			b.WriteString(".PP\n")
		} else {
			b.WriteString(roff(line) + "\n")
		}
	}
	if list {
		b.WriteString(".fi\n")
	}
	for _, l := range verbLines(cmd) {
		fmt.Fprintf(&b, ".TP\n.B uncite %s\n%s\n", roff(l[0]), roff(l[1]))
	}
	if cmd.Flags().HasAvailableFlags() {
		b.WriteString(".SH OPTIONS\n")
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			value, usage := pflag.UnquoteUsage(f)
			short := ""
			if f.Shorthand != "" {
				short = "-" + f.Shorthand + ", "
			}
			fmt.Fprintf(&b, ".TP\n.B %s%s %s\n%s\n", roff(short), roff("--"+f.Name), roff(value), roff(usage))
		})
	}
	if cmd.HasExample() {
		b.WriteString(".SH EXAMPLES\n.nf\n")
		for line := range strings.Lines(cmd.Example) {
			b.WriteString(roff(strings.TrimSpace(line)) + "\n")
		}
		b.WriteString(".fi\n")
	}
	return b.String()
}
