package extract

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"uncite/extract/read"
)

// referencesHead is how a references file begins: the first field of the
// reference record.
var referencesHead = []byte(`{"source":`)

// ReadReferences reads a references file, one JSON object a line, as
// `uncite extract --format jsonl` writes it. Its error names the line.
func ReadReferences(source string, r io.Reader) ([]Reference, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), read.MaxBytes)
	var refs []Reference
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var ref Reference
		if err := json.Unmarshal(lines.Bytes(), &ref); err != nil {
			return refs, fmt.Errorf("%s line %d is no reference record: %w; make the file anew with uncite extract --format jsonl", source, n, err)
		}
		refs = append(refs, ref)
	}
	if err := lines.Err(); err != nil {
		return refs, fmt.Errorf("%s: %w", source, err)
	}
	return refs, nil
}

// isReferences reports whether the file is a references file.
func isReferences(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(referencesHead))
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, referencesHead)
}

// fileInput is the input that a file makes: references, or documents. A pipe
// can be opened once only.
func fileInput(path string) input {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return pipeInput(path)
	}
	if isReferences(path) {
		return input{source: path, references: func() ([]Reference, error) {
			f, err := os.Open(path)
			if err != nil {
				return nil, err
			}
			defer f.Close()
			return ReadReferences(path, f)
		}}
	}
	return input{source: path, read: func() ([]*Document, error) { return read.File(path) }}
}

// pipeInput is the input that a pipe or device makes. It stays open until the
// command ends.
func pipeInput(path string) input {
	f, err := os.Open(path)
	if err != nil {
		return input{source: path, read: func() ([]*Document, error) { return read.File(path) }}
	}
	return streamInput(path, f)
}

// streamInput is the input that a stream makes.
func streamInput(source string, r io.Reader) input {
	buffered := bufio.NewReader(r)
	head, err := buffered.Peek(len(referencesHead))
	if err != nil && !errors.Is(err, io.EOF) {
		return input{source: source, read: func() ([]*Document, error) { return nil, fmt.Errorf("%s: %w", source, err) }}
	}
	if bytes.Equal(head, referencesHead) {
		return input{source: source, references: func() ([]Reference, error) { return ReadReferences(source, buffered) }}
	}
	return input{source: source, read: func() ([]*Document, error) { return read.Stream(source, buffered) }}
}
