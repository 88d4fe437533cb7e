package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncite/extract"
	"uncite/extract/authority"
	"uncite/extract/intake"
	"uncite/fixtures"
	"uncite/render"
)

// corpus is what the PATHs of a command line stand for.
type corpus struct {
	paths     []string
	authority string           // file of the user's own rows
	pages     string           // of files that have pages
	own       *authority.Table // with the user's rows, once they are read
	noCache   bool             // neither take documents from the cache nor keep them
	in        io.Reader
	errOut    io.Writer
	links     bool // references that only the links of a file state are added
	alone     bool // references are wanted and no documents
	share     extract.Share
	tight     bool // memory is for the graph, and not for speed
	passed    int  // inputs that are no documents
	failed    int  // inputs that could not be read, or not all of them
	read      int
	blank     []string // inputs in which nothing was found
	replaced  []string // inputs with bytes that their encoding does not know, and their number
	changed   []string // inputs with tracked changes, and their number
	// unread is called with what could not be read at all, where it is set.
	unread func(*extract.Result)
}

// addCorpusFlags adds the flags of every verb that reads a corpus.
func addCorpusFlags(cmd *cobra.Command, c *corpus) {
	addAuthorityFlag(cmd, c)
	cmd.Flags().StringVar(&c.pages, "pages", "", "read only these `PAGES` of files that have pages: 3, 1-4,9 or 12-")
	cmd.Flags().BoolVar(&c.noCache, "no-cache", false, "read every file anew, and keep nothing for the next run")
}

// addAuthorityFlag adds the flag of every verb that knows names.
func addAuthorityFlag(cmd *cobra.Command, c *corpus) {
	cmd.Flags().StringVar(&c.authority, "authority", "", "add the rows of this `FILE` to the authority tables (- for standard input)")
}

// table returns the authority table with the user's rows, which are read once.
func (c *corpus) table() (*authority.Table, error) {
	if c.authority == "" {
		return authority.Default(), nil
	}
	if c.own != nil {
		return c.own, nil // a pipe gives its rows but once
	}
	from, err := c.openAuthority()
	if err != nil {
		return nil, fmt.Errorf("--authority: %w", err)
	}
	defer from.Close()
	c.own, err = authority.Default().With(c.authority, from)
	return c.own, err
}

// openAuthority opens the user's rows: a file, a pipe, or - for standard input, which
// then is no document.
func (c *corpus) openAuthority() (io.ReadCloser, error) {
	if c.authority == "-" {
		if slices.Contains(c.paths, "-") {
			return nil, errors.New("- is the documents already: standard input is read once; name a file for one of them")
		}
		if c.in == nil {
			c.in = os.Stdin
		}
		return io.NopCloser(c.in), nil
	}
	if info, err := os.Stat(c.authority); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder; name the file with the rows", c.authority)
	}
	return os.Open(c.authority)
}

// each visits the results of the corpus in order. Inputs that cannot be read
// are named on standard error and passed over.
func (c *corpus) each(ctx context.Context, visit extract.Visit) error {
	var table *authority.Table // nil is the one that comes with uncite, read at its first use
	if c.authority != "" {
		var err error
		if table, err = c.table(); err != nil {
			return err
		}
	}
	how := intake.Choices{Pages: c.pages}
	if !c.noCache {
		how.Cache = cacheFolder()
	}
	if err := intake.Configure(how); err != nil {
		return fmt.Errorf("--pages: %w", err)
	}
	x := extract.New(table)
	x.Links, x.ReferencesAlone = c.links, c.alone
	bar := newProgress(c.errOut, "reading")
	defer bar.done()
	// The work ahead is counted only where somebody sees it.
	if bar.out != nil && len(c.paths) > 0 {
		bar.ahead(intake.Count(c.paths))
	}
	pass := func(r *extract.Result) error {
		passedOver := errors.Is(r.Err, extract.ErrPassedOver)
		if r.More {
			bar.step(r.Source)
		} else if bar.reading != nil {
			bar.read(r.Source, intake.FileSize(r.Source), r.Err != nil && !passedOver)
		} else {
			bar.step(r.Source)
		}
		if passedOver {
			c.passed++
			fmt.Fprintln(c.errOut, "uncite:", r.Err)
			return nil
		}
		if r.Err != nil {
			c.failed++
			fmt.Fprintln(c.errOut, "uncite:", r.Err)
			if len(r.References) == 0 {
				if c.unread != nil {
					c.unread(r)
				}
				return nil
			}
		}
		if !c.tight && !r.Kept && len(r.Documents) == 0 && len(r.References) > 0 {
			c.tight = true
			collectAt(referencesGC)
			inHugePages(heapFor(intake.FileSize(r.Source)))
		}
		if r.More {
			return visit(r) // it counts when all of it is there
		}
		c.read++
		for _, d := range r.Documents {
			if d.Replaced > 0 {
				c.replaced = append(c.replaced, fmt.Sprintf("%s (%d)", d.Source, d.Replaced))
			}
			if d.Changes > 0 {
				c.changed = append(c.changed, fmt.Sprintf("%s (%d)", d.Source, d.Changes))
			}
		}
		if len(r.References) == 0 {
			c.blank = append(c.blank, r.Source)
		}
		return visit(r)
	}
	if len(c.paths) == 0 && piped(c.in) {
		waiting := bufio.NewReader(c.in)
		if _, err := waiting.Peek(1); err == nil {
			c.paths, c.in = []string{"-"}, waiting
		}
	}
	if len(c.paths) == 0 {
		fmt.Fprintln(c.errOut, "uncite: no PATH given, reading the embedded sample corpus")
		return x.FS(ctx, fixtures.Corpus(), pass)
	}
	err := x.Share(ctx, c.share, c.paths, c.in, pass)
	say(c.errOut, "neither a symbol nor a reference was found in", c.blank)
	say(c.errOut, "bytes that are no text were replaced in", c.replaced)
	say(c.errOut, "tracked changes are read as accepted in", c.changed)
	return err
}

// referencesGC is how much garbage, in percent of what is in use, references
// may leave: they leave little, and what is made of them is large.
const referencesGC = 25

// inputsShown is how many inputs are named of which something is to be said.
const inputsShown = 5

// say names inputs of which something is to be said on one line; none, none.
func say(w io.Writer, what string, inputs []string) {
	if len(inputs) == 0 {
		return
	}
	names := strings.Join(inputs[:min(inputsShown, len(inputs))], ", ")
	if n := len(inputs) - inputsShown; n > 0 {
		names += fmt.Sprintf(" and %d more", n)
	}
	fmt.Fprintf(w, "uncite: %s %s\n", what, names)
}

// outcome is the error of a verb that has done all it could.
func (c *corpus) outcome() error {
	switch {
	case c.failed+c.passed > 0 && c.read == 0:
		return fmt.Errorf("none of the inputs could be read")
	case c.failed > 0:
		return errPartial
	}
	return nil
}

// output writes to the file named by -o, whole or not at all, or to out.
func output(ctx context.Context, path string, out io.Writer, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return paged(out, write)
	}
	return render.WriteFile(ctx, path, write)
}
