package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// commandFile makes the command a program that scripts can run: the test binary
// under the command's name, which TestMain then takes it for.
func commandFile(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "uncite")
	if err := os.Symlink(self, path); err != nil {
		t.Skip("no links here: ", err)
	}
	return path
}

// The tutorial's commands give what it says, one after the other.
func TestTutorial(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs ten commands")
	}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell here")
	}
	script, err := filepath.Abs(filepath.Join(root, "docs", "scripts", "tutorial.sh"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(shell, script, commandFile(t))
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "S/RES/1540(2004)") {
		t.Errorf("%v\n%s", err, out)
	}
	// What the page says and what is run are the same commands.
	data, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(root, "docs", "tutorial.md"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(page)) {
		if command, ok := strings.CutPrefix(line, "    uncite "); ok && !bytes.Contains(data, []byte(strings.TrimSpace(command))) {
			t.Errorf("tutorial.sh does not run: uncite %s", command)
		}
	}
}

// The ranking in the README is the one that the command prints: rows but for what a
// terminal cuts, notes word by word.
func TestRankingOfTheReadme(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer nothing.Close()
	var out, problems bytes.Buffer
	if code := run(t.Context(), []string{"rank", "-q", "--format", "table", "--lang", "en", "--top", "10"}, nothing, &out, &problems); code != exitDone {
		t.Fatalf("exit status %d: %s", code, problems.String())
	}
	_, shown, ok := strings.Cut(string(page), "\n    rank  id ")
	shown, _, end := strings.Cut("rank  id "+shown, "\n\n")
	if !ok || !end {
		t.Fatal("the README has no ranking")
	}
	printed := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	lines := strings.Split(shown, "\n")
	if len(lines) != len(printed) {
		t.Fatalf("the README shows %d lines, %d are printed:\n%s", len(lines), len(printed), out.String())
	}
	for i, line := range lines {
		have, want := strings.Fields(printed[i]), strings.Fields(line)
		if i < 2 || len(want) == 0 {
			continue // heads and rules are as wide as their columns
		}
		if have[len(have)-1] != want[len(want)-1] {
			t.Errorf("the README says %q, printed is %q", line, printed[i])
		}
		for k := 0; k < min(len(have), len(want)); k++ {
			shown, cut := strings.CutSuffix(want[k], "…")
			whole, less := strings.CutSuffix(have[k], "…")
			if cut && !strings.HasPrefix(whole, shown) && !strings.HasPrefix(shown, whole) || !cut && !less && shown != whole {
				t.Errorf("the README says %q, printed is %q", line, printed[i])
			}
			if (cut || less) && k > 1 { // the title, of which the rest is wanting
				break
			}
		}
	}
}

// The scripts of docs/ for other programs run, where these are installed.
func TestScriptsOfOthers(t *testing.T) {
	folder := t.TempDir()
	var none bytes.Buffer
	for _, args := range [][]string{
		{"map", "-q", "-o", filepath.Join(folder, "map.graphml")}, {"extract", "-q", "-o", filepath.Join(folder, "references.jsonl")},
		{"map", "-q", "-o", filepath.Join(folder, "edges.csv")},
	} {
		nothing, err := os.Open(os.DevNull)
		if err != nil {
			t.Fatal(err)
		}
		var problems bytes.Buffer
		if code := run(t.Context(), args, nothing, &none, &problems); code != exitDone {
			t.Fatalf("%v: exit status %d: %s", args, code, problems.String())
		}
		nothing.Close()
	}
	for _, row := range []struct {
		name, needs string // a command that tells whether the libraries are there
		command     string
		want        string
	}{
		{"ranking.py", "/usr/bin/python3 -c 'import networkx'", "/usr/bin/python3 $SCRIPT map.graphml", "circles:"},
		{"references.py", "/usr/bin/python3 -c 'import pandas'", "/usr/bin/python3 $SCRIPT references.jsonl", "resolution"},
		{"ranking.R", "Rscript -e 'library(igraph)'", "Rscript $SCRIPT map.graphml", "Spearman"},
		{"tidy.R", "Rscript -e 'library(tidygraph)'", "Rscript $SCRIPT map.graphml", "S/RES/1373(2001)"},
		{"sqlite.sql", "sqlite3 -version", "sqlite3 graph.db <$SCRIPT", "Global Counter-Terrorism Strategy  2006"},
		{"duckdb.sql", "duckdb -version", "duckdb <$SCRIPT", "resolution"},
		{"duckdb.sql", "python3 -c 'import duckdb'", `python3 -c 'import duckdb, sys
c = duckdb.connect()
for s in c.extract_statements(open(sys.argv[1]).read()): print(c.execute(s).fetchall())' $SCRIPT`, "resolution"},
		{"duckdb.sql", "node -e \"require('@duckdb/node-api')\"", "node $TESTDATA/duckdb.js $SCRIPT", "resolution"},
	} {
		program, _, _ := strings.Cut(row.needs, " ")
		t.Run(row.name+" in "+filepath.Base(program), func(t *testing.T) {
			if exec.Command("sh", "-c", row.needs).Run() != nil {
				t.Skip("not installed: ", row.needs)
			}
			script, err := filepath.Abs(filepath.Join(root, "docs", "scripts", row.name))
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command("sh", "-c", row.command)
			cmd.Dir = folder
			testdata, err := filepath.Abs("testdata")
			if err != nil {
				t.Fatal(err)
			}
			cmd.Env = append(os.Environ(), "SCRIPT="+script, "TESTDATA="+testdata)
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), row.want) {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// loaded is a table of a Cypher script and what its rows are called, readOf a column of one.
var (
	loaded = regexp.MustCompile(`LOAD CSV WITH HEADERS FROM 'file:///([^']+)' AS (\w+)`)
	readOf = regexp.MustCompile(`\b(node|edge)\.(\w+)`)
)

// Neo4j runs nowhere in tests, but what its script reads is in the tables: a
// column that is not there would be null and say nothing.
func TestColumnsOfCypher(t *testing.T) {
	folder := t.TempDir()
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer nothing.Close()
	var none, problems bytes.Buffer
	if code := run(t.Context(), []string{"map", "-q", "-o", filepath.Join(folder, "edges.csv")}, nothing, &none, &problems); code != exitDone {
		t.Fatal(problems.String())
	}
	script, err := os.ReadFile(filepath.Join(root, "docs", "scripts", "neo4j.cypher"))
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string][]string{}
	for _, m := range loaded.FindAllStringSubmatch(string(script), -1) {
		f, err := os.Open(filepath.Join(folder, m[1]))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if columns[m[2]], err = csv.NewReader(f).Read(); err != nil {
			t.Fatal(err)
		}
	}
	used := readOf.FindAllStringSubmatch(string(script), -1)
	if len(columns) != 2 || len(used) < 10 {
		t.Fatalf("the script loads %d tables and reads %d columns", len(columns), len(used))
	}
	for _, m := range used {
		if !slices.Contains(columns[m[1]], m[2]) {
			t.Errorf("%s: the table has the columns %v", m[0], columns[m[1]])
		}
	}
}
