package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unsafe"

	"uncite/extract/record"
)

// fields are the keys of a record in the order in which uncite writes them, with
// what parts each from the value before it.
var fields = []struct {
	key      string
	optional bool
	set      func(r *Reference, value string)
}{
	{`{"source":"`, false, func(r *Reference, v string) { r.Source = v }},
	{`,"document":"`, false, func(r *Reference, v string) { r.Document = v }},
	{`,"lang":"`, false, func(r *Reference, v string) { r.Lang = v }},
	{`,"zone":"`, false, func(r *Reference, v string) { r.Zone = record.Zone(v) }},
	{`,"paragraph":"`, false, func(r *Reference, v string) { r.Paragraph = v }},
	{`,"section":"`, true, func(r *Reference, v string) { r.Section = v }},
	{`,"kind":"`, false, func(r *Reference, v string) { r.Kind = record.Kind(v) }},
	{`,"target":"`, false, func(r *Reference, v string) { r.Target = v }},
	{`,"symbol":"`, false, func(r *Reference, v string) { r.Symbol = v }},
	{`,"pinpoint":"`, false, func(r *Reference, v string) { r.Pinpoint = v }},
	{`,"treatment":"`, false, func(r *Reference, v string) { r.Treatment = v }},
	{`,"verb":"`, false, func(r *Reference, v string) { r.Verb = v }},
	{`,"text":"`, false, func(r *Reference, v string) { r.Text = v }},
	{`,"start":`, false, nil},
	{`,"end":`, false, nil},
	{`,"date":"`, false, func(r *Reference, v string) { r.Date = v }},
	{`,"rule":"`, false, func(r *Reference, v string) { r.Rule = v }},
	{`,"status":"`, false, func(r *Reference, v string) { r.Status = record.Status(v) }},
	{`,"note":"`, false, func(r *Reference, v string) { r.Note = v }},
	{`,"title":"`, true, func(r *Reference, v string) { r.Title = v }},
}

// asWritten reads a line as uncite writes it, without a copy: its strings are
// parts of the line. It is false for a line that is written otherwise, be it as
// right.
func asWritten(line string, r *Reference) bool {
	at := 0
	for i := range fields {
		f := &fields[i]
		if !strings.HasPrefix(line[at:], f.key) {
			if f.optional {
				continue
			}
			return false
		}
		at += len(f.key)
		if f.set == nil {
			n, digits := 0, 0
			for ; at < len(line) && line[at] >= '0' && line[at] <= '9' && digits < 18; at, digits = at+1, digits+1 {
				n = 10*n + int(line[at]-'0')
			}
			if digits == 0 {
				return false
			}
			if r.End = n; f.key == `,"start":` {
				r.Start = n
			}
			continue
		}
		end := strings.IndexByte(line[at:], '"')
		if end < 0 {
			return false
		}
		value := line[at : at+end]
		if strings.IndexByte(value, '\\') >= 0 {
			return false
		}
		f.set(r, value)
		at += end + 1
	}
	return line[at:] == "}"
}

// readReference reads a line of a references file. Its strings may be parts of
// the line.
func readReference(line string) (Reference, error) {
	var ref Reference
	if asWritten(line, &ref) {
		return ref, named(&ref)
	}
	ref = Reference{}
	if err := json.Unmarshal([]byte(line), &ref); err != nil {
		return ref, err
	}
	return ref, named(&ref)
}

func named(ref *Reference) error {
	if ref.Source == "" && ref.Document == "" {
		return errors.New("it has neither source nor document")
	}
	return nil
}

// parseBlock reads the lines of a block, counted from 1.
func parseBlock(block []byte) parsedBlock {
	p := parsedBlock{lines: bytes.Count(block, []byte("\n"))}
	text := unsafe.String(unsafe.SliceData(block), len(block)) // a block is written no more
	p.refs = make([]Reference, 0, p.lines+1)
	for line := 1; len(text) > 0; line++ {
		l, rest, _ := strings.Cut(text, "\n")
		text = rest
		l = strings.TrimSuffix(l, "\r")
		if strings.TrimSpace(l) != "" {
			if ref, err := readReference(l); err != nil {
				p.broken.add(line, err)
			} else {
				p.refs = append(p.refs, ref)
			}
		}
	}
	return p
}

// parsedBlock is what a block of lines holds.
type parsedBlock struct {
	refs   []Reference
	broken brokenLines
	lines  int // ends of lines in it
	err    error
}
