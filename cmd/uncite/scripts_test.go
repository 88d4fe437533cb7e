package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
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
		{"sqlite", "sqlite3 -version", `sqlite3 graph.db ".import --csv edges.csv edges" "select target from edges where type like 'cites%' group by 1 order by count(*) desc limit 1"`, "instrument:"},
		{"duckdb", "duckdb -version", `duckdb -c "select target, count(*) from 'references.jsonl' where status = 'resolved' group by 1 order by 2 desc limit 3"`, "S/RES/1373"},
		{"parquet", "duckdb -version", `duckdb -c "copy (select * from 'edges.csv') to 'edges.parquet' (format parquet); select n.kind, count(*) from 'edges.parquet' e join 'edges.nodes.csv' n on n.id = e.target group by 1 order by 2 desc"`, "resolution"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if err := exec.Command("sh", "-c", row.needs).Run(); err != nil {
				t.Skip("not installed: ", row.needs)
			}
			script, err := filepath.Abs(filepath.Join(root, "docs", "scripts", row.name))
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command("sh", "-c", row.command)
			cmd.Dir = folder
			cmd.Env = append(os.Environ(), "SCRIPT="+script)
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), row.want) {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
