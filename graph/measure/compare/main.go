// Command compare prints how long each measure takes on generated citation
// graphs, beside igraph through its Python module and gonum on its own
// simple.DirectedGraph and on our rows, all in one run.
//
//	go run ./graph/measure/compare [-sizes s,m,l] [-threads 2] [-python python3] [-gonum s] [-only NAME,…]
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"uncite/graph/csr"
	"uncite/graph/generate"
	"uncite/graph/measure"
)

func main() {
	sizes := flag.String("sizes", "s,m,l", "sizes of the generated graphs")
	threads := flag.Int("threads", runtime.NumCPU(), "goroutines of our measures")
	python := flag.String("python", "python3", "Python with igraph; empty for none")
	gonum := flag.String("gonum", "s", "sizes at which gonum runs too")
	only := flag.String("only", "", "tasks to run, separated by commas; all where empty")
	flag.Parse()
	for _, size := range strings.Split(*sizes, ",") {
		r := run{size: size, threads: *threads, python: *python, gonum: strings.Contains(*gonum, size), only: *only}
		if err := r.compare(os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "compare:", err)
			os.Exit(1)
		}
	}
}

// run is the comparison at one size.
type run struct {
	size, python, only string
	threads            int
	gonum              bool
}

func (r *run) wanted(task string) bool {
	return r.only == "" || strings.Contains(","+r.only+",", ","+task+",")
}

// task is what is timed: ours with the name under which the script knows
// igraph's, and under which gonumTasks knows gonum's.
type task struct {
	name string
	run  func(ctx context.Context, g *csr.Graph, o *measure.Options) error
	most string // the largest size at which it is run
}

func (r *run) compare(w *os.File) error {
	configs := map[string]generate.Config{"s": generate.Small, "m": generate.Medium, "l": generate.Large}
	cfg, known := configs[r.size]
	if !known {
		return fmt.Errorf("size %q: want s, m or l", r.size)
	}
	corpus := generate.Citations(cfg)
	file, err := writeEdges(corpus)
	if err != nil {
		return err
	}
	defer os.Remove(file)
	fmt.Fprintf(w, "\nsize %s: %d nodes, %d arcs; seconds; ours on %d threads, igraph and gonum on one\n\n", r.size, corpus.Nodes, len(corpus.To), r.threads)
	ours := r.ours(corpus, file)
	theirs, err := r.igraph(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare: without igraph:", err)
	}
	var simple, rows map[string]float64
	if r.gonum {
		simple, rows = r.gonumTimes(corpus)
	}
	table(w, ours, theirs, simple, rows)
	return nil
}

// timing is the seconds that one of our tasks took.
type timing struct {
	name    string
	seconds float64
}

func table(w *os.File, ours []timing, igraph, simple, rows map[string]float64) {
	fmt.Fprintf(w, "| %-22s | %9s | %9s | %6s | %12s | %10s |\n", "task", "ours", "igraph", "ratio", "gonum simple", "gonum rows")
	fmt.Fprintf(w, "|%s|%s|%s|%s|%s|%s|\n", dashes(24), dashes(11), dashes(11), dashes(8), dashes(14), dashes(12))
	for _, t := range ours {
		ratio := "–"
		if s, ok := igraph[t.name]; ok {
			ratio = fmt.Sprintf("%.2f", t.seconds/s)
		}
		fmt.Fprintf(w, "| %-22s | %9.4f | %9s | %6s | %12s | %10s |\n", t.name, t.seconds, cell(igraph, t.name), ratio, cell(simple, t.name), cell(rows, t.name))
	}
}

func dashes(n int) string { return strings.Repeat("-", n) }

func cell(seconds map[string]float64, name string) string {
	s, ok := seconds[name]
	if !ok {
		return "–"
	}
	return fmt.Sprintf("%.4f", s)
}

// ours times our tasks, each the best of a few runs that fit in a second.
func (r *run) ours(corpus *generate.Corpus, file string) []timing {
	var times []timing
	var g *csr.Graph
	times = append(times, timing{"load", best(func() { g = load(file) })})
	o := &measure.Options{Threads: r.threads, Years: corpus.Year}
	for _, t := range tasks {
		if !r.wanted(t.name) || strings.Index("sml", r.size) > strings.Index("sml", t.most) {
			continue
		}
		seconds := best(func() {
			if err := t.run(context.Background(), g, o); err != nil {
				panic(err)
			}
		})
		fmt.Fprintf(os.Stderr, "%s %s %.4f\n", r.size, t.name, seconds)
		times = append(times, timing{t.name, seconds})
	}
	return times
}

// best is the shortest of up to five runs, as many as fit in two seconds.
func best(f func()) float64 {
	shortest, began := 0.0, time.Now()
	for i := 0; i < 5 && (i == 0 || time.Since(began) < 2*time.Second); i++ {
		runtime.GC()
		start := time.Now()
		f()
		if s := time.Since(start).Seconds(); i == 0 || s < shortest {
			shortest = s
		}
	}
	return shortest
}

func load(file string) *csr.Graph {
	f, err := os.Open(file)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	g, err := csr.ReadEdgeList(f)
	if err != nil {
		panic(err)
	}
	return g
}

func writeEdges(c *generate.Corpus) (name string, err error) {
	f, err := os.CreateTemp("", "uncite-*.edges")
	if err != nil {
		return "", err
	}
	w := bufio.NewWriter(f)
	for i := range c.To {
		fmt.Fprintln(w, c.From[i], c.To[i])
	}
	if err := w.Flush(); err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}
