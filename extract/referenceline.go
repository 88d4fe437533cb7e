package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
	"unsafe"

	"uncite/extract/record"
)

// fields are the keys of a record in the order in which uncite writes them, with
// what parts each from the value before it.
var fields = []struct {
	key      string
	optional bool
	list     bool // of one value
	set      func(r *Reference, value string)
	number   func(r *Reference) *int
}{
	{key: `{"source":"`, set: func(r *Reference, v string) { r.Source = v }},
	{key: `,"document":"`, set: func(r *Reference, v string) { r.Document = v }},
	{key: `,"lang":"`, set: func(r *Reference, v string) { r.Lang = v }},
	{key: `,"zone":"`, set: func(r *Reference, v string) { r.Zone = record.Zone(v) }},
	{key: `,"paragraph":"`, set: func(r *Reference, v string) { r.Paragraph = v }},
	{key: `,"section":"`, optional: true, set: func(r *Reference, v string) { r.Section = v }},
	{key: `,"kind":"`, set: func(r *Reference, v string) { r.Kind = record.Kind(v) }},
	{key: `,"target":"`, set: func(r *Reference, v string) { r.Target = v }},
	{key: `,"symbol":"`, set: func(r *Reference, v string) { r.Symbol = v }},
	{key: `,"pinpoint":"`, set: func(r *Reference, v string) { r.Pinpoint = v }},
	{key: `,"treatment":"`, set: func(r *Reference, v string) { r.Treatment = v }},
	{key: `,"verb":"`, set: func(r *Reference, v string) { r.Verb = v }},
	{key: `,"text":"`, set: func(r *Reference, v string) { r.Text = v }},
	{key: `,"start":`, number: func(r *Reference) *int { return &r.Start }},
	{key: `,"end":`, number: func(r *Reference) *int { return &r.End }},
	{key: `,"date":"`, set: func(r *Reference, v string) { r.Date = v }},
	{key: `,"rule":"`, set: func(r *Reference, v string) { r.Rule = v }},
	{key: `,"status":"`, set: func(r *Reference, v string) { r.Status = record.Status(v) }},
	{key: `,"note":"`, set: func(r *Reference, v string) { r.Note = v }},
	{key: `,"title":"`, optional: true, set: func(r *Reference, v string) { r.Title = v }},
	{key: `,"aliases":["`, optional: true, list: true, set: func(r *Reference, v string) { r.Aliases = []string{v} }},
	{key: `,"agenda":"`, optional: true, set: func(r *Reference, v string) { r.Agenda = v }},
}

// asWritten reads a line as uncite writes it, without a copy: its strings are
// parts of the line. It is false for a line that is written otherwise, be it as
// right, and then may have changed r.
func asWritten(line string, r *Reference) bool {
	slashes := false
	if !ordinary(line) {
		if slashes = strings.IndexByte(line, '\\') >= 0; !utf8.ValidString(line) || controlled(line) {
			return false
		}
	}
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
		if f.number != nil {
			n, digits := leadingNumber(line[at:])
			if digits == 0 {
				return false
			}
			*f.number(r) = n
			at += digits
			continue
		}
		end := strings.IndexByte(line[at:], '"')
		if end < 0 {
			return false
		}
		value := line[at : at+end]
		if slashes && strings.IndexByte(value, '\\') >= 0 {
			return false
		}
		if at += end + 1; f.list {
			if !strings.HasPrefix(line[at:], "]") {
				return false
			}
			at++
		}
		f.set(r, value)
	}
	return line[at:] == "}"
}

// leadingNumber reads the number that s begins with, as JSON writes it, and tells
// how many digits it has; 0 where there is none, or one that no text has.
func leadingNumber(s string) (n, digits int) {
	for digits < len(s) && s[digits]-'0' < 10 {
		n = 10*n + int(s[digits]-'0')
		if digits++; digits > 18 {
			return 0, 0
		}
	}
	if digits > 1 && s[0] == '0' {
		return 0, 0
	}
	return n, digits
}

// ordinary tells whether all bytes of s are printed ASCII and none is a backslash,
// eight at a time.
func ordinary(s string) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	var odd uint64
	for ; len(s) >= 8; s = s[8:] {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		slash := w ^ '\\'*ones
		odd |= w | (w - ' '*ones) | (slash - ones)
	}
	if odd&highs != 0 {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '\\' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// controlled tells whether a control character stands in s, which JSON wants escaped.
func controlled(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' {
			return true
		}
	}
	return false
}

// readReference reads a line of a references file into ref, whatever that held. Its
// strings may be parts of the line.
func readReference(line string, ref *Reference) error {
	ref.Section, ref.Title, ref.Aliases, ref.Agenda, ref.Replaced = "", "", nil, "", 0 // what a line may lack
	if asWritten(line, ref) {
		return named(ref)
	}
	*ref = Reference{}
	if err := json.Unmarshal([]byte(line), ref); err != nil {
		return err
	}
	return named(ref)
}

func named(ref *Reference) error {
	if ref.Source == "" && ref.Document == "" {
		return errors.New("it has neither source nor document")
	}
	return nil
}

// parseBlock reads the lines of a block, counted from 1.
func (m *room) parse(block []byte) *parsedBlock {
	p := &parsedBlock{lines: bytes.Count(block, []byte("\n")), room: m, starts: m.starts[:0]}
	text := unsafe.String(unsafe.SliceData(block), len(block)) // written no more, unless the room is given back
	p.refs = slices.Grow(m.refs[:0], p.lines+1)
	for line := 1; len(text) > 0; line++ {
		start := uint32(len(block) - len(text))
		l, rest, _ := strings.Cut(text, "\n")
		text = rest
		l = strings.TrimSuffix(l, "\r")
		if strings.TrimSpace(l) == "" {
			continue
		}
		n := len(p.refs) // there is room for one a line
		if err := readReference(l, &p.refs[:n+1][n]); err != nil {
			p.broken.add(line, err)
			continue
		}
		p.refs = p.refs[:n+1]
		p.starts = append(p.starts, start)
	}
	return p
}

// parsedBlock is what a block of lines holds.
type parsedBlock struct {
	refs   []Reference
	at     int64    // where the block begins in the file, unpacked
	starts []uint32 // where the line of each reference begins in the block
	broken brokenLines
	lines  int // ends of lines in it
	err    error
	room   *room
}

// room is the memory of a block and of its references.
type room struct {
	text   []byte // empty
	refs   []Reference
	starts []uint32
}

var rooms = sync.Pool{New: func() any { return &room{text: make([]byte, 0, blockBytes)} }}

// newRoom returns room for a block of so many bytes at least.
func newRoom(size int) *room {
	if size > blockBytes {
		return &room{text: make([]byte, 0, size)}
	}
	return rooms.Get().(*room)
}

// release gives the memory of a block back: its references are used no more.
func (p *parsedBlock) release() {
	if p.room == nil || cap(p.room.text) != blockBytes {
		return
	}
	p.room.refs, p.room.starts = p.refs, p.starts
	rooms.Put(p.room)
	p.room, p.refs, p.starts = nil, nil, nil
}
