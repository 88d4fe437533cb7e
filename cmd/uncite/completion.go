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
)

// complete completes the last of the words, separated by commas, of a flag.
func complete(cmd *cobra.Command, flag string, words []string) {
	completeFrom(cmd, flag, func() []string { return words })
}

// completeFrom is complete for words that take work to find.
func completeFrom(cmd *cobra.Command, flag string, words func() []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
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
		return out, cobra.ShellCompDirectiveNoFileComp
	})
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

// completeIDs completes the identifier that a verb takes first by those of the
// references file in the working folder, where there is exactly one; what comes
// after it are files.
func completeIDs(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	files, _ := filepath.Glob("*.jsonl")
	if len(args) > 0 || len(files) != 1 {
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
