// Command bench measures the command uncite beside what else finds citations in text:
// one regular expression of four plain shapes, by the standard library, by RE2 and by
// ripgrep, and a Python script that does the whole job with re and NetworkX. It is a
// module of its own so that none of this is a part of the program.
//
//	cd bench && go run . -uncite ../bin/uncite ../fixtures/corpus
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/wasilibs/go-re2"
)

// shapes are four plain shapes of citations, as extract/bench_test.go has them:
// 60/288, 1373 (2001), 2200 A (XXI), A/71/858.
const shapes = `\b\d{1,2}/\d{1,3}(?: [A-Z])?\b|\b\d{3,4} ?\((?:19|20)\d\d\)|\b\d{1,4}(?: [A-Z])? ?\([IVXL]+\)|\b[AES]/(?:[A-Za-z0-9.]+/)*[A-Za-z0-9.]+`

// row is a line of the table.
type row struct {
	what, by string
	seconds  float64 // of processor time; 0 where it was skipped
	found    string
	why      string // it was skipped
}

func main() {
	uncite := flag.String("uncite", "../bin/uncite", "the command")
	megabytes := flag.Int("mb", 48, "megabytes of text, for which the documents are read over and over")
	python := flag.String("python", "python3", "a Python that has NetworkX")
	flag.Parse()
	debug.SetGCPercent(400)
	if err := run(*uncite, *python, *megabytes<<20, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(uncite, python string, size int, folders []string) error {
	texts, err := read(folders)
	if err != nil {
		return err
	}
	room, err := os.MkdirTemp("", "uncite-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(room)
	corpus := filepath.Join(room, "texts")
	if err := os.Mkdir(corpus, 0o700); err != nil {
		return err
	}
	size, err = write(corpus, texts, size)
	if err != nil {
		return err
	}
	texts, err = read([]string{corpus})
	if err != nil {
		return err
	}
	uncite, err = filepath.Abs(uncite)
	if err != nil {
		return err
	}
	std, fast := regexp.MustCompile(shapes), re2.MustCompile(shapes)
	rows := []row{
		command("find every reference, and its target", "uncite extract", uncite, "extract", "--no-cache", "--format", "jsonl", "-o", filepath.Join(room, "refs.jsonl"), corpus),
		library("find four shapes of numbers", "regexp of Go", texts, func(text []byte) int { return len(std.FindAllIndex(text, -1)) }),
		library("find four shapes of numbers", "RE2 (go-re2)", texts, func(text []byte) int { return len(fast.FindAllIndex(text, -1)) }),
		command("find four shapes of numbers", "ripgrep", "rg", "-c", "-j", "1", "--no-config", "--glob", "*.txt", "-e", shapes, corpus),
		command("the whole job: texts to PageRank", "uncite rank", uncite, "rank", "--no-cache", "--by", "pagerank", "--top", "10", corpus),
	}
	if out, err := exec.Command(python, "-c", "import networkx").CombinedOutput(); err != nil {
		rows = append(rows, row{what: "the whole job, of four shapes", by: "Python, re and NetworkX", why: reason(err, out)})
	} else {
		rows = append(rows, command("the whole job, of four shapes", "Python, re and NetworkX", python, "whole_job.py", corpus))
	}
	print(rows, float64(size)/1e6)
	return nil
}

// read returns the texts of folders.
func read(folders []string) (texts [][]byte, err error) {
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
				return err
			}
			text, err := os.ReadFile(path)
			texts = append(texts, text)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("no .txt files in %s", strings.Join(folders, ", "))
	}
	return texts, nil
}

// write writes texts over and over, each time as another document, until there are so
// many bytes.
func write(folder string, texts [][]byte, size int) (written int, err error) {
	for n := 0; written < size; n++ {
		text := texts[n%len(texts)]
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%06d.txt", n)), text, 0o600); err != nil {
			return 0, err
		}
		written += len(text)
	}
	return written, nil
}

// library measures a search in this process. Its first text is not counted: programs
// are made then.
func library(what, by string, texts [][]byte, count func([]byte) int) row {
	count(texts[0])
	before, _ := cpuTime()
	found := 0
	for _, text := range texts {
		found += count(text)
	}
	after, ok := cpuTime()
	if !ok {
		return row{what: what, by: by, why: "this system does not tell the time of the processor"}
	}
	return row{what: what, by: by, seconds: (after - before).Seconds(), found: fmt.Sprint(found)}
}

// command measures another process, its start included.
func command(what, by, name string, args ...string) row {
	path, err := exec.LookPath(name)
	if err != nil {
		return row{what: what, by: by, why: name + " is not on this machine"}
	}
	cmd := exec.Command(path, args...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		return row{what: what, by: by, why: reason(err, problems.Bytes())}
	}
	used := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return row{what: what, by: by, seconds: max(used, time.Millisecond).Seconds()}
}

// reason is the last line that a process wrote, or else its error.
func reason(err error, out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return cmp.Or(lines[len(lines)-1], err.Error())
}

func print(rows []row, megabytes float64) {
	fmt.Printf("%.0f MB of text; processor time of all threads, starts of commands included\n\n", megabytes)
	fmt.Println("| what | by | MB/s of processor time | uncite's time is |")
	fmt.Println("|---|---|---|---|")
	extract, rank := rows[0].seconds, rows[4].seconds
	for i, r := range rows {
		if r.why != "" {
			fmt.Printf("| %s | %s | skipped: %s | |\n", r.what, r.by, r.why)
			continue
		}
		own := extract
		if i >= 4 {
			own = rank
		}
		ratio := "1"
		if i != 0 && i != 4 {
			ratio = fmt.Sprintf("%.2g times its", own/r.seconds)
		}
		fmt.Printf("| %s | %s | %.1f | %s |\n", r.what, r.by, megabytes/r.seconds, ratio)
	}
}
