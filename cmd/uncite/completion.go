package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract/authority"
	"uncite/extract/record"
	"uncite/graph"
)

// complete completes the last of the words, separated by commas, of a flag.
func complete(cmd *cobra.Command, flag string, words []string) {
	completeFrom(cmd, flag, func() []string { return words })
}

// completeFrom is complete for words that take work to find.
func completeFrom(cmd *cobra.Command, flag string, words func() []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completed(typed, words), cobra.ShellCompDirectiveNoFileComp
	})
}

// completed are the words that go on as the last of a list does; what stands
// before it is kept.
func completed(typed string, words func() []string) []string {
	before, last := "", typed
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before, last = typed[:i+1], typed[i+1:]
	}
	not := ""
	if rest, ok := strings.CutPrefix(last, "!"); ok {
		not, last = "!", rest
	}
	var out []string
	for _, w := range words() {
		if strings.HasPrefix(w, last) {
			out = append(out, before+not+w)
		}
	}
	return out
}

// completeWithin completes FILTER=VALUE: the names of filters, and behind the sign
// the words that the filter knows.
func completeWithin(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	name, value, given := strings.Cut(typed, "=")
	if !given {
		var out []string
		for _, row := range graph.Filters {
			if sign := "="; strings.HasPrefix(row.Name, name) {
				if row.Value == "" {
					sign = ""
				}
				out = append(out, row.Name+sign)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	var values []string
	switch name {
	case "around":
		values, _ = completeID(cmd, args, value)
	case "body":
		values = completed(value, bodyWords)
	default:
		values = completed(value, func() []string { return graph.Words(name) })
	}
	for i := range values {
		values[i] = name + "=" + values[i]
	}
	return values, cobra.ShellCompDirectiveNoFileComp
}

// bodyWords are the names of bodies that --body completes.
func bodyWords() []string {
	var words []string
	for _, e := range authority.Default().Entries() {
		if e.Kind == record.Entity {
			words = append(words, strings.TrimPrefix(e.ID, "entity:"))
		}
	}
	return words
}

// mostCompleted bounds how many identifiers are offered, and completedBytes how
// much of a references file is looked at for them.
const (
	mostCompleted  = 200
	completedBytes = 64 << 20
)

// firstAreIDs completes the identifiers that a verb takes before its files, so many.
func firstAreIDs(many int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= many {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return completeID(cmd, nil, typed)
	}
}

// completeID completes an identifier by those of the references file at hand: the
// one named before it, else that in the working folder, where there is exactly one.
func completeID(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	files := slices.DeleteFunc(slices.Clone(args), func(a string) bool { return filepath.Ext(a) != ".jsonl" })
	if len(files) == 0 {
		files, _ = filepath.Glob("*.jsonl")
	}
	if len(files) != 1 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	f, err := os.Open(files[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	defer f.Close()
	seen := map[string]bool{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for read := 0; lines.Scan() && len(seen) < mostCompleted && read < completedBytes; read += len(lines.Bytes()) {
		var r struct{ Document, Target string }
		if json.Unmarshal(lines.Bytes(), &r) != nil {
			continue
		}
		for _, id := range []string{r.Document, r.Target} {
			if id != "" && strings.HasPrefix(strings.ToLower(id), strings.ToLower(typed)) {
				seen[id] = true
			}
		}
	}
	ids := make([]string, 0, len(seen))
	for id := range seen {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids, cobra.ShellCompDirectiveNoFileComp
}
