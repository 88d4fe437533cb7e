package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncite/extract/internal/read"
	"uncite/extract/record"
)

// TestCases reads the cases of testdata/cases, whose head says how they are written.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, block := range strings.Split("\n"+string(text), "\n== ")[1:] {
			head, body, _ := strings.Cut(block, "\n")
			subject, _, _ := strings.Cut(head, ":")
			lang := subject[strings.LastIndexByte(subject, ' ')+1:]
			t.Run(fmt.Sprintf("%s%d", subject, i), func(t *testing.T) { runCase(t, lang, head, body) })
		}
	}
}

// runCase holds the references of a text to the lines with ">" below it.
func runCase(t *testing.T, lang, rule, body string) {
	var words, wants []string
	for line := range strings.Lines(body) {
		if want, ok := strings.CutPrefix(line, "> "); ok {
			wants = append(wants, strings.TrimRight(want, "\n"))
		} else {
			words = append(words, line)
		}
	}
	docs, err := read.Bytes("case.txt", []byte(strings.TrimSpace(strings.Join(words, ""))+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var refs []record.Reference
	for _, d := range docs {
		if d.Lang != lang {
			t.Errorf("%s: read as %s", rule, d.Lang)
		}
		if refs, err = extractor.Document(refs, d); err != nil {
			t.Fatal(err)
		}
	}
	refs = slices.DeleteFunc(refs, func(r record.Reference) bool { return r.Zone == record.Masthead })
	if len(wants) == 0 {
		t.Errorf("%s: nothing is wanted", rule)
	}
	times := map[string]int{}
	for _, want := range wants {
		if times[want]++; !meets(refs, want, times[want]) {
			t.Errorf("%s\nwant %s (%d)\nhave %s", rule, want, times[want], strings.Join(brief(refs), "\n     "))
		}
	}
}

// meets reports whether the references are what the line wants, so many of them as there
// are such lines.
func meets(refs []record.Reference, want string, times int) bool {
	if rest, ok := strings.CutPrefix(want, "not "); ok {
		return !meets(refs, rest, 1)
	}
	found := 0
	for _, r := range refs {
		if fits(&r, want) {
			found++
		}
	}
	return found >= times
}

// fits reports whether a reference is one that the line wants.
func fits(r *record.Reference, want string) bool {
	if words, ok := strings.CutPrefix(want, "? "); ok {
		return r.Target == "" && r.Note != "" && strings.Contains(r.Text, words)
	}
	target, fields := conditions(want)
	if !slices.ContainsFunc(fields, func(c condition) bool { return c.field == "status" }) {
		fields = append(fields, condition{"status", string(record.Resolved), false})
	}
	return r.Target == target && !slices.ContainsFunc(fields, func(c condition) bool { return !c.holds(r) })
}

// condition is what a field must be, or must hold.
type condition struct {
	field, value string
	part         bool
}

// conditions reads "A/RES/70/1 date=2015-09-25 pinpoint~para. 3": the target and each value
// go on to the next field.
func conditions(s string) (target string, all []condition) {
	for _, word := range strings.Fields(s) {
		at := strings.IndexAny(word, "=~")
		switch {
		case at > 0 && strings.Trim(word[:at], "abcdefghijklmnopqrstuvwxyz") == "":
			all = append(all, condition{word[:at], word[at+1:], word[at] == '~'})
		case len(all) > 0:
			all[len(all)-1].value += " " + word
		default:
			target = strings.TrimSpace(target + " " + word)
		}
	}
	return target, all
}

func (c condition) holds(r *record.Reference) bool {
	have, known := map[string]string{"text": r.Text, "date": r.Date, "zone": string(r.Zone), "paragraph": r.Paragraph, "section": r.Section, "pinpoint": r.Pinpoint,
		"treatment": r.Treatment, "verb": r.Verb, "status": string(r.Status), "document": r.Document, "rule": r.Rule, "kind": string(r.Kind)}[c.field]
	if !known {
		panic("a case asks for the field " + c.field + ", which there is none of")
	}
	if c.part {
		return strings.Contains(have, c.value)
	}
	return slices.Contains(strings.Split(c.value, "|"), have)
}

// brief is a line for each reference.
func brief(refs []record.Reference) (lines []string) {
	for _, r := range refs {
		lines = append(lines, fmt.Sprintf("%s %q %s %s date=%s zone=%s paragraph=%s pinpoint=%s treatment=%s rule=%s %s",
			r.Kind, r.Text, r.Target, r.Status, r.Date, r.Zone, r.Paragraph, r.Pinpoint, r.Treatment, r.Rule, r.Note))
	}
	return lines
}
