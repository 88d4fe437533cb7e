package extract

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"uncite/extract/internal/read"
)

// referencesHead is how a references file begins: an object of JSON, which no
// document does.
var referencesHead = []byte(`{"`)

// referencesExtension is that of references files, whatever they begin with.
const referencesExtension = ".jsonl"

// anew says how to mend a references file.
const anew = "make the file anew with uncite extract --format jsonl"

// ReadReferences reads a references file, one JSON object a line, as
// `uncite extract --format jsonl` writes it. Lines that are no records are
// passed over: the error then names the first of them and counts the others,
// and the records are returned all the same. A file without any record is an
// error too.
func ReadReferences(source string, r io.Reader) ([]Reference, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), read.MaxBytes)
	var refs []Reference
	var broken brokenLines
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		ref, err := readReference(lines.Bytes())
		if err != nil {
			broken.add(n, err)
			continue
		}
		refs = append(refs, ref)
	}
	if err := lines.Err(); err != nil {
		return refs, fmt.Errorf("%s: %w", source, err)
	}
	return refs, broken.err(source, len(refs))
}

// readReference reads a line of a references file.
func readReference(line []byte) (Reference, error) {
	var ref Reference
	if err := json.Unmarshal(line, &ref); err != nil {
		return ref, err
	}
	if ref.Source == "" && ref.Document == "" {
		return ref, errors.New("it has neither source nor document")
	}
	return ref, nil
}

// brokenLines are the lines of a references file that are no records.
type brokenLines struct {
	first, count int
	cause        error
}

func (b *brokenLines) add(line int, cause error) {
	if b.count++; b.count == 1 {
		b.first, b.cause = line, cause
	}
}

// err is the error of a file of which so many records could be read.
func (b *brokenLines) err(source string, good int) error {
	var others string
	switch {
	case b.count == 0 && good == 0:
		return fmt.Errorf("%s holds no reference records; %s", source, anew)
	case b.count == 0:
		return nil
	case b.count > 1:
		others = fmt.Sprintf(", nor are %d others", b.count-1)
	}
	return fmt.Errorf("%s line %d is no reference record (%w)%s; records that are used all the same: %d; %s",
		source, b.first, b.cause, others, good, anew)
}

// isReferences reports whether the file is a references file.
func isReferences(path string) bool {
	if strings.EqualFold(filepath.Ext(path), referencesExtension) {
		return true
	}
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
