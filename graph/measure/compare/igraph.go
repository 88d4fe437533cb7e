package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

//go:embed igraph.py
var igraphScript string

// igraph times igraph on the edge list in file, task by task.
func (r *run) igraph(file string) (map[string]float64, error) {
	if r.python == "" {
		return nil, nil
	}
	cmd := exec.Command(r.python, "-c", igraphScript, file, r.size, r.only)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("igraph through %s: %w", r.python, err)
	}
	var seconds map[string]float64
	if err := json.Unmarshal(out, &seconds); err != nil {
		return nil, fmt.Errorf("igraph through %s: %w", r.python, err)
	}
	return seconds, nil
}
