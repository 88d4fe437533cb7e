package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Engines are the Graphviz programs that Map.Engine may name.
var Engines = []string{"dot", "sfdp", "fdp", "neato", "twopi", "circo"}

// engineTimeout bounds one run of Graphviz: dot needs minutes and more for a
// few thousand edges.
const engineTimeout = 2 * time.Minute

// runGraphviz sends the DOT of the map through an installed Graphviz program
// and writes what comes out only if the run succeeds. Errors name what the
// user can do: install Graphviz, choose another engine or fewer nodes.
func runGraphviz(ctx context.Context, w io.Writer, m *Map, engine, format string) error {
	if !slices.Contains(Engines, engine) {
		return fmt.Errorf("there is no Graphviz engine %q; the engines are %s", engine, strings.Join(Engines, ", "))
	}
	program, err := exec.LookPath(engine)
	if err != nil {
		return fmt.Errorf("the Graphviz program %s is not installed: install Graphviz (https://graphviz.org/download) "+
			"or write svg without an engine", engine)
	}
	var source, out, complaint bytes.Buffer
	if err := writeDOT(ctx, &source, m); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, engineTimeout)
	defer cancel()
	cmd := exec.CommandContext(limited, program, "-T"+format)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &source, &out, &complaint
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		return engineError(ctx, limited, engine, err, complaint.String())
	}
	_, err = w.Write(out.Bytes())
	return err
}

func engineError(ctx, limited context.Context, engine string, err error, complaint string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(limited.Err(), context.DeadlineExceeded) {
		return fmt.Errorf("graphviz %s was stopped after %v: use the engine sfdp or fewer nodes (--top)", engine, engineTimeout)
	}
	if complaint = plain(complaint); complaint != "" {
		return fmt.Errorf("graphviz %s: %w: %s", engine, err, complaint)
	}
	return fmt.Errorf("graphviz %s: %w", engine, err)
}
