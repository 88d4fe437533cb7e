package rows

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"uncite/extract/internal/block"
)

// IsLines reports whether a file that begins so holds a record with a text on
// each line.
func IsLines(head []byte) bool {
	head = bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	if line, _, whole := bytes.Cut(head, []byte("\n")); whole && !json.Valid(line) {
		return false
	}
	return holdsText(head)
}

// IsJSON reports whether a file that begins so is one record with a text, or
// an array of such.
func IsJSON(head []byte) bool {
	head = bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")
	if len(head) > 0 && head[0] == '[' {
		head = bytes.TrimLeft(head[1:], " \t\r\n")
	}
	return len(head) > 0 && head[0] == '{' && holdsText(head)
}

// holdsText reports whether the keys of the record that begins head, as far as
// they can be seen, have a text among them and are not those of a reference.
func holdsText(head []byte) bool {
	text := false
	d := json.NewDecoder(bytes.NewReader(head))
	for depth, isKey := 0, false; ; {
		t, err := d.Token()
		if err != nil {
			// The value that the head cuts off may be the text itself.
			return text || depth == 1 && !isKey && roleOf(lastKey(head, d.InputOffset())) == "text"
		}
		switch v := t.(type) {
		case json.Delim:
			switch v {
			case '{', '[':
				depth++
				isKey = depth == 1
				continue
			default:
				if depth--; depth == 0 {
					return text
				}
			}
		case string:
			if depth == 1 && isKey {
				role := roleOf(v)
				if role == "kind" {
					return false
				}
				text = text || role == "text"
			}
		}
		if depth == 1 {
			isKey = !isKey
		}
	}
}

// lastKey returns the key before the value that the offset stands at.
func lastKey(head []byte, offset int64) string {
	before := strings.TrimRight(string(head[:min(int(offset), len(head))]), " \t\r\n:")
	before = strings.TrimSuffix(before, `"`)
	return before[strings.LastIndexByte(before, '"')+1:]
}

// Lines calls visit with each line of r that is not blank, at most limit bytes
// of it, and its number counted from 1. What is longer is given cut, and its
// reader will say so.
func Lines(r io.Reader, limit int, visit func(n int, line []byte)) error {
	buffered := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; n++ {
		var line []byte
		for {
			part, err := buffered.ReadSlice('\n')
			if len(line) < limit {
				line = append(line, part...)
			}
			if err == nil || err == io.EOF {
				if len(bytes.TrimSpace(line)) > 0 {
					visit(n, line)
				}
				if err == io.EOF {
					return nil
				}
				break
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				return err
			}
		}
	}
}

// Line reads the record of a line. The error says what is wrong with it.
func Line(line []byte, n int) (block.Text, error) {
	r, err := recordOf(bytes.TrimLeft(line, "\uFEFF"))
	if err != nil {
		return block.Text{}, err
	}
	return r.block(strconv.Itoa(n)), nil
}

// recordOf reads a record of JSON.
func recordOf(data []byte) (*row, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, fmt.Errorf("it is no record of JSON: %w", err)
	}
	r := &row{}
	for _, name := range sortedNames(fields) {
		if role := roleOf(name); role != "" {
			r.put(role, stringOf(fields[name]))
		}
	}
	if r.text == "" {
		return nil, errors.New("it has no text")
	}
	return r, nil
}

// stringOf returns a value as text: a string, a number, or an array of strings
// that are paragraphs.
func stringOf(value json.RawMessage) string {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return s
	}
	var list []string
	if json.Unmarshal(value, &list) == nil {
		return strings.Join(list, "\n\n")
	}
	var n json.Number
	if json.Unmarshal(value, &n) == nil {
		return n.String()
	}
	return ""
}

// JSON reads a record, an array of records, or records one behind the other.
func JSON(data []byte) ([]block.Text, error) {
	data = bytes.TrimLeft(data, "\xEF\xBB\xBF \t\r\n")
	d := json.NewDecoder(bytes.NewReader(data))
	if len(data) > 0 && data[0] == '[' {
		if _, err := d.Token(); err != nil {
			return nil, block.Damaged("it is no JSON")
		}
	}
	var texts []block.Text
	for n := 1; d.More(); n++ {
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			if len(texts) > 0 {
				return texts, nil // cut off: what there is
			}
			return nil, block.Damaged(fmt.Sprintf("record %d: %v", n, err))
		}
		if r, err := recordOf(value); err == nil {
			texts = append(texts, r.block(strconv.Itoa(n)))
		}
	}
	if len(texts) == 0 {
		return nil, &block.Error{Detail: "no record in it has a text", Remedy: `name the key of the text "text"`}
	}
	if len(texts) == 1 {
		texts[0].Name = ""
	}
	return texts, nil
}
