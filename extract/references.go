package extract

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"uncite/extract/internal/read"
)

// anew says how to mend a references file.
const anew = "make the file anew with uncite extract --format jsonl"

// ReadReferences reads a references file, one JSON object a line, as
// `uncite extract --format jsonl` writes it. Lines that are no records are
// passed over: the error then names the first of them and counts the others,
// and the records are returned all the same. An empty file has no references, and
// is right.
func ReadReferences(source string, r io.Reader) ([]Reference, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), read.MaxBytes)
	var refs []Reference
	var broken brokenLines
	for n := 1; lines.Scan(); n++ {
		line := lines.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(markOfBytes))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		ref, err := readReference(line)
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

// markOfBytes begins files of programs that write one.
const markOfBytes = "\uFEFF"

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
	case b.count == 0:
		return nil
	case b.count > 1:
		others = fmt.Sprintf(", nor are %d others", b.count-1)
	}
	return fmt.Errorf("%s line %d is no reference record (%w)%s; records that are used all the same: %d; %s",
		source, b.first, b.cause, others, good, anew)
}

// referencesExtension is that of references files: an empty one is told by it.
const referencesExtension = ".jsonl"

// isReferences tells a references file by its first bytes: an object of JSON
// that is no text of a corpus.
func isReferences(path string, head []byte) bool {
	head = bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")
	if len(head) == 0 {
		for _, packed := range []string{".gz", ".zst"} {
			path = strings.TrimSuffix(path, packed)
		}
		return strings.EqualFold(filepath.Ext(path), referencesExtension)
	}
	key, object := bytes.CutPrefix(head, []byte("{"))
	return object && bytes.HasPrefix(bytes.TrimLeft(key, " \t\r\n"), []byte(`"`)) && !read.IsCorpus(head)
}

// ErrPassedOver is the kind of error of a file that is no document, such as a
// picture, a graph or a table of results: it is named, and costs nothing.
var ErrPassedOver = read.ErrPassedOver

// listAll sends the inputs of files. In a folder, files of references are those
// of an earlier run where documents lie beside them: they are passed over, as
// each reference would count twice.
func listAll(files []string, folder bool, job chan<- input) {
	if !folder {
		for _, f := range files {
			list(f, nil, job)
		}
		return
	}
	documents := false
	var references []input
	sorted := make(chan input)
	go func() {
		defer close(sorted)
		for _, f := range files {
			list(f, nil, sorted)
		}
	}()
	for in := range sorted {
		if in.references != nil {
			references = append(references, in)
			continue
		}
		documents = true
		job <- in
	}
	for _, in := range references {
		if documents {
			in = input{source: in.source, read: func() ([]*Document, error) {
				return nil, &read.Error{Source: in.source, Kind: ErrPassedOver, Detail: "it holds references, and documents lie beside it",
					Remedy: "name it alone to use it"}
			}}
		}
		job <- in
	}
}

// list sends the inputs that a file makes, or those of a stream if it is not
// nil.
func list(path string, stream io.Reader, job chan<- input) {
	l := read.Lister{IsReferences: isReferences, Emit: func(item read.Item) {
		in := input{source: item.Source, read: item.Documents}
		if item.References != nil {
			in.references = func() ([]Reference, error) {
				r, err := item.References()
				if err != nil {
					return nil, err
				}
				defer r.Close()
				return ReadReferences(path, r)
			}
		}
		job <- in
	}}
	if stream != nil {
		l.Stream(path, stream)
		return
	}
	l.File(path)
}
