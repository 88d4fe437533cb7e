package render

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"uncite/extract/check"
)

// Findings are what the verb check reports.
type Findings []check.Finding

// listing is the findings in rows and columns.
func (f Findings) listing() *Listing {
	l := &Listing{Columns: []Column{{Name: "file", Most: 40, Least: 12}, {Name: "line"}, {Name: "paragraph", Most: 12, Spare: true}, {Name: "severity"},
		{Name: "check"}, {Name: "words", Most: 40, Least: 16, Wrap: true}, {Name: "reason", Least: 24, Wrap: true}, {Name: "meant", Least: 16}}}
	for _, x := range f {
		l.Rows = append(l.Rows, []any{x.Source, x.Line, x.Paragraph, string(x.Severity), x.Check, x.Text, x.Reason, x.Intent})
	}
	return l
}

// Table writes a row a finding.
func (f Findings) Table(w io.Writer) error { return f.listing().Table(w) }

// CSV writes a row a finding.
func (f Findings) CSV(w io.Writer) error { return f.listing().CSV(w) }

// JSON writes an array of findings.
func (f Findings) JSON(w io.Writer) error {
	if f == nil {
		f = Findings{}
	}
	return writeJSON(w, f)
}

// Lines writes one object a line.
func (f Findings) Lines(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range f {
		if err := enc.Encode(&f[i]); err != nil {
			return err
		}
	}
	return nil
}

// GitHub writes workflow commands, which GitHub Actions shows beside the lines
// of a change.
func (f Findings) GitHub(w io.Writer) error {
	for _, x := range f {
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", x.Severity,
			property(x.Source), x.Line, x.Column, property(x.Check), message(findingText(x)))
		if err != nil {
			return err
		}
	}
	return nil
}

// findingText is a finding in words.
func findingText(x check.Finding) string {
	words := "“" + strings.Join(strings.Fields(plain(x.Text)), " ") + "”: " + plain(x.Reason)
	if x.Intent != "" {
		words += " Perhaps meant: " + x.Intent + "."
	}
	return words
}

// The escapes of workflow commands: of a message, and of a property too.
var (
	messageEscapes  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func message(s string) string  { return messageEscapes.Replace(s) }
func property(s string) string { return propertyEscapes.Replace(s) }
