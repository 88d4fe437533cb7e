// Command uncite finds the references in United Nations documents, ranks what
// they cite, and draws the map.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The exit statuses of the command.
const (
	exitDone    = 0
	exitPartial = 1 // done, but some input could not be read
	exitFailed  = 2 // wrong usage, or nothing could be done
)

func main() {
	prepareHeap()
	// A reader that closes its pipe is an error of the write, not the end of the
	// process, so that the exit status is that of the design.
	signal.Ignore(syscall.SIGPIPE)
	ctx, told := untilTold()
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if ctx.Err() != nil && code == exitFailed {
		code = told()
	}
	os.Exit(code)
}

// untilTold returns a context that ends when the user or the system asks the
// process to end, and the exit status for that: 128 and the number of the signal,
// as shells count. A second signal ends the process at once.
func untilTold() (context.Context, func() int) {
	ctx, cancel := context.WithCancel(context.Background())
	asked := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // nohup
		asked = append(asked, syscall.SIGHUP)
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, asked...)
	var number atomic.Int32
	go func() {
		s := <-signals
		signal.Reset(asked...)
		if n, ok := s.(syscall.Signal); ok {
			number.Store(int32(n))
		}
		cancel()
	}()
	return ctx, func() int { return 128 + int(number.Load()) }
}

// errPartial is returned by a verb that did its work though some input could
// not be read; each such input has been named on standard error.
var errPartial = errors.New("some input could not be read")

// errNo is returned by a verb whose answer is no, after it has said why.
var errNo = errors.New("no")

// run is the command with its streams; it returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(newInert(errOut))
	errOut = newInert(errOut)
	switch err := root.ExecuteContext(ctx); {
	case err == nil:
		return exitDone
	case errors.Is(err, errPartial), errors.Is(err, errNo):
		return exitPartial
	case errors.Is(err, syscall.EPIPE):
		return exitDone // the reader of a pipe has seen enough
	case ctx.Err() != nil:
		fmt.Fprintln(errOut, "uncite: stopped; no output was left half-written")
		return exitFailed
	default:
		fmt.Fprintln(errOut, "uncite:", err)
		return exitFailed
	}
}

// verbs make the subcommands, in the order of the help. A new verb is a file
// and a line here.
var verbs = []func() *cobra.Command{
	newExtract, newRank, newMap, newPlot,
	newShow, newPath, newGroups, newMissing, newSummary,
	newCheck, newCompare, newAnnotate, newDiff, newReport, newSymbol, newAuthority, newEvaluate, newCache, newLicenses, newDemo,
}

// refuseNegative names a flag that counts something and is below 0.
func refuseNegative(cmd *cobra.Command) error {
	var err error
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if value := f.Value.String(); f.Value.Type() == "int" && strings.HasPrefix(value, "-") {
			err = fmt.Errorf("--%s: %s is below 0", f.Name, value)
		}
	})
	return err
}

// unknownVerb refuses a word that is no verb, with the verbs that are near it.
func unknownVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	near := ""
	if found := cmd.SuggestionsFor(args[0]); len(found) > 0 {
		near = "\n\nDid you mean this?\n\t" + strings.Join(found, "\n\t") + "\n"
	}
	return fmt.Errorf("unknown command %q for %q%s", args[0], cmd.CommandPath(), near)
}

// knownTopic refuses help on what is neither a verb nor a topic, for which cobra
// prints the help of the whole.
func knownTopic(cmd *cobra.Command, args []string) error {
	if cmd.Name() != "help" || len(args) == 0 {
		return nil
	}
	root := cmd.Root()
	if found, _, err := root.Find(args); err == nil && found != root {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("help: no topic %q%s; uncite help lists the verbs and topics", args[0], nearest(args[0], names))
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "uncite VERB [flags] [PATH...]",
		Short: "Citation graphs of United Nations documents",
		Long: `uncite reads United Nations documents in the six official languages, finds every
reference in them, links the references into one citation graph, ranks it and
draws it.

PATH is a document, a folder, a references file (uncite extract --format jsonl),
or - for standard input. Without a PATH the embedded sample corpus is used.

Exit status: 0 done; 1 done, but some input could not be read, or check and compare
found something; 2 wrong usage or nothing could be done; 130, 143 or 129 after SIGINT, SIGTERM
or SIGHUP.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          unknownVerb,
	}
	asked, quiet := false, false
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		words := firstScreen
		if asked {
			words = versionText()
		}
		_, err := fmt.Fprint(cmd.OutOrStdout(), words)
		return err
	}
	root.Flags().BoolVar(&asked, "version", false, "print the version, the commit and the date of the tables")
	root.PersistentFlags().BoolVarP(&quiet, "quiet", "q", false, "print no progress, notes or warnings on standard error, errors alone")
	root.SuggestionsMinimumDistance = 2
	root.PersistentPreRunE = func(cmd *cobra.Command, args []string) error {
		if quiet {
			root.SetErr(io.Discard)
		}
		if err := knownTopic(cmd, args); err != nil {
			return err
		}
		if err := checkLanguage(cmd); err != nil {
			return err
		}
		if err := refuseOverwriting(cmd); err != nil {
			return err
		}
		return refuseNegative(cmd)
	}
	addLanguageFlag(root)
	for _, verb := range verbs {
		root.AddCommand(verb())
	}
	root.AddCommand(newMeasuresHelp(), newPages())
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate(helpTemplate)
	root.SetFlagErrorFunc(suggestFlag)
	return root
}
