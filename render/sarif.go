package render

import (
	"io"
	"net/url"
	"path/filepath"

	"uncite/extract/check"
)

// The parts of SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format)
// that findings need.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
)

// sarifLevels are the levels of SARIF for the severities.
var sarifLevels = map[check.Severity]string{check.Error: "error", check.Warning: "warning", check.Notice: "note"}

// SARIF writes the findings as a log of SARIF 2.1.0, which editors and code
// hosts show beside the text.
func (f Findings) SARIF(w io.Writer) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "uncite"}}, Results: []sarifResult{}}
	for _, c := range check.Checks {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{c.Name, sarifMessage{c.Help}})
	}
	for _, x := range f {
		place := sarifPhysical{sarifArtifact{fileURI(x.Source)}, sarifRegion{x.Line, x.Column}}
		run.Results = append(run.Results, sarifResult{x.Check, sarifLevels[x.Severity], sarifMessage{findingText(x)}, []sarifLocation{{place}}})
	}
	return writeJSON(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// fileURI writes the name of a file as the reference of a URI.
func fileURI(name string) string {
	return (&url.URL{Path: filepath.ToSlash(name)}).String()
}
