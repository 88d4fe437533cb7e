package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"uncite/extract"
	"uncite/extract/intake"
	"uncite/extract/quote"
	"uncite/render"
)

// resumable is the folder of --state: what was found in each document, so that work
// that was cut off goes on, and the next run takes only what is new or changed.
//
// References are appended to one file and, when they are there, a line to the
// journal that says of which document they are and where. A line that is not
// whole, or whose references are not, is as if it were not there: whenever the
// process is killed, a document is either kept or taken again.
type resumable struct {
	mu            sync.Mutex
	kept, journal *os.File
	size          int64 // of kept
	known         map[string]entry
	data          []byte
}

// entry is a line of the journal.
type entry struct {
	Source   string `json:"source"`
	Version  string `json:"version"` // of the document: size and time of its file
	Offset   int64  `json:"offset"`
	Length   int64  `json:"length"`
	Checksum uint32 `json:"checksum"`
}

// heading is the first line of a journal: what other results depend on.
type heading struct {
	Uncite   string `json:"uncite"`
	Settings string `json:"settings"`
}

// The files of a state.
const (
	journalName = "journal.jsonl"
	keptName    = "references.jsonl"
)

// openState opens a state, or begins one. A state of another program or of other
// settings is begun anew.
func openState(folder, settings string) (*resumable, error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, fmt.Errorf("--state: %w", err)
	}
	s := &resumable{known: map[string]entry{}}
	var err error
	if s.journal, err = os.OpenFile(filepath.Join(folder, journalName), os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return nil, fmt.Errorf("--state: %w", err)
	}
	if err := lockFile(s.journal); err != nil {
		s.journal.Close()
		return nil, fmt.Errorf("--state: %s is in use by another run; give each its own folder", folder)
	}
	if s.kept, err = os.OpenFile(filepath.Join(folder, keptName), os.O_RDWR|os.O_CREATE, 0o666); err == nil {
		err = s.load(heading{programName(), settings})
	}
	if err != nil {
		s.close()
		return nil, fmt.Errorf("--state: %w", err)
	}
	for _, f := range []*os.File{s.journal, s.kept} {
		if info, err := f.Stat(); err == nil {
			intake.Except(info) // where the folder lies in the corpus
		}
	}
	return s, nil
}

// programName tells this program from others, which may find other references.
func programName() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	return versionOf(path)
}

// versionOf is the size and time of a file, empty where it has none.
func versionOf(path string) string {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return strconv.FormatInt(info.Size(), 10) + "-" + strconv.FormatInt(info.ModTime().UnixNano(), 10)
}

// load reads the journal up to the last line that is whole.
func (s *resumable) load(want heading) error {
	info, err := s.kept.Stat()
	if err != nil {
		return err
	}
	lines := bufio.NewReader(s.journal)
	first, err := lines.ReadBytes('\n')
	var have heading
	if err != nil || json.Unmarshal(first, &have) != nil || have != want {
		return s.begin(want)
	}
	whole := int64(len(first))
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		var e entry
		if err != nil || json.Unmarshal(line, &e) != nil || e.Offset+e.Length > info.Size() {
			break
		}
		whole += int64(len(line))
		s.size = max(s.size, e.Offset+e.Length)
		s.known[e.Source] = e
	}
	return errors.Join(cutTo(s.journal, whole), cutTo(s.kept, s.size))
}

// begin empties a state and writes the heading.
func (s *resumable) begin(h heading) error {
	s.size, s.known = 0, map[string]entry{}
	line, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := errors.Join(cutTo(s.journal, 0), cutTo(s.kept, 0)); err != nil {
		return err
	}
	_, err = s.journal.Write(append(line, '\n'))
	return err
}

func cutTo(f *os.File, size int64) error {
	if err := f.Truncate(size); err != nil {
		return err
	}
	_, err := f.Seek(size, io.SeekStart)
	return err
}

// found returns the references that were found in a document before, if it is the
// same still.
func (s *resumable) found(source string) ([]extract.Reference, bool) {
	s.mu.Lock()
	e, ok := s.known[source]
	s.mu.Unlock()
	if !ok || e.Version != versionOfSource(source) {
		return nil, false
	}
	data := make([]byte, e.Length)
	if _, err := s.kept.ReadAt(data, e.Offset); err != nil || crc32.ChecksumIEEE(data) != e.Checksum {
		return nil, false
	}
	refs, err := extract.ReadReferences(source, bytes.NewReader(data))
	return refs, err == nil
}

// versionOfSource is that of the file that a source is or is in.
func versionOfSource(source string) string {
	path, ok := quote.FileOf(source)
	if !ok {
		return ""
	}
	return versionOf(path)
}

// keep keeps what was found in a document. What comes from no file, such as
// standard input, is not kept: it cannot be told from another.
func (s *resumable) keep(r *extract.Result) error {
	e := entry{Source: r.Source, Version: versionOfSource(r.Source), Offset: s.size}
	if e.Version == "" {
		return nil
	}
	data := s.data[:0]
	for i := range r.References {
		data = append(render.AppendReference(data, &r.References[i]), '\n')
	}
	s.data = data
	e.Length, e.Checksum = int64(len(data)), crc32.ChecksumIEEE(data)
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := s.kept.Write(data); err != nil {
		return fmt.Errorf("--state: %w", err)
	}
	s.size += e.Length
	if _, err := s.journal.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("--state: %w", err)
	}
	s.mu.Lock()
	s.known[e.Source] = e
	s.mu.Unlock()
	return nil
}

// close ends the use of a state.
func (s *resumable) close() error {
	var err error
	for _, f := range []*os.File{s.kept, s.journal} {
		if f != nil {
			err = errors.Join(err, f.Sync(), f.Close())
		}
	}
	return err
}
