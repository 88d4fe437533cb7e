package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"uncite/extract/record"
)

// Markdown writes the text with its references as links, whose titles describe
// them; what has no address, and what was found at fault, is told in a note.
func (a *Annotated) Markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	spots := a.spots()
	notes, order := map[string]int{}, []string{}
	for _, b := range a.blocks(spots) {
		if b.Zone == record.Heading {
			out.WriteString("## ")
		}
		for i, p := range b.Parts {
			words := markdownText(p.Words, i == 0)
			if p.Spot == nil {
				out.WriteString(words)
				continue
			}
			if href := a.href(p.Spot); href != "" {
				fmt.Fprintf(out, "[%s](<%s> \"%s\")", words, href, strings.ReplaceAll(markdownText(a.told(p.Spot.refs[0]), false), `"`, `\"`))
			} else {
				out.WriteString(words)
			}
			if note := a.note(p.Spot); note != "" {
				if notes[note] == 0 {
					order = append(order, note)
					notes[note] = len(order)
				}
				fmt.Fprintf(out, "[^u%d]", notes[note])
			}
		}
		out.WriteString("\n\n")
	}
	for i, note := range order {
		fmt.Fprintf(out, "[^u%d]: %s\n", i+1, markdownText(note, false))
	}
	return out.Flush()
}

// note is what a note says of a spot: all of it where there is no link to bear
// it, else the findings, and the references that share the words.
func (a *Annotated) note(s *spot) string {
	lines := a.tells(s)
	if a.href(s) != "" {
		lines = lines[1:]
	}
	return strings.Join(lines, "; ")
}

// markdownText escapes what Markdown would take for its own.
func markdownText(s string, first bool) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~", r) || first && i == 0 && strings.ContainsRune("#+-=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	out := b.String()
	if number := strings.TrimLeft(out, "0123456789"); first && number != out && (strings.HasPrefix(number, ".") || strings.HasPrefix(number, ")")) {
		digits := out[:len(out)-len(number)]
		return digits + `\` + number
	}
	return out
}
