package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
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
	var refs []Reference
	err := EachReferences(context.Background(), source, r, func(part []Reference, _ bool) error {
		refs = append(refs, part...)
		return nil
	})
	return refs, err
}

// Bounds of the blocks of lines in which a references file is read.
const (
	blockBytes = 256 << 10
	mostBlocks = 4 // that wait, for each processor
)

// EachReferences is ReadReferences for files of any size: it hands the records to
// visit part by part, in their order, and more tells whether others follow. Blocks of
// lines are parsed by all processors. The strings of a part are parts of its
// block: who keeps one for long should clone it.
func EachReferences(ctx context.Context, source string, r io.Reader, visit func(part []Reference, more bool) error) error {
	return eachBlock(ctx, source, r, func(b *parsedBlock, more bool) error { return visit(b.refs, more) })
}

// eachBlock is EachReferences for who may give the memory of a block back.
func eachBlock(ctx context.Context, source string, r io.Reader, visit func(b *parsedBlock, more bool) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	blocks := make(chan chan *parsedBlock, mostBlocks*runtime.GOMAXPROCS(0))
	go parseBlocks(ctx, r, blocks)
	var broken brokenLines
	waiting := &parsedBlock{} // the one before, of which it is not known whether it is the last
	good, line := 0, 0
	for next := range blocks {
		p := <-next
		if p.err != nil {
			return errors.Join(visit(waiting, false), fmt.Errorf("%s: %w", source, p.err))
		}
		broken.join(p.broken, line)
		line += p.lines
		good += len(p.refs)
		if len(p.refs) == 0 {
			continue
		}
		if len(waiting.refs) > 0 {
			if err := visit(waiting, true); err != nil {
				return err
			}
		}
		waiting = p
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return errors.Join(visit(waiting, false), broken.err(source, good))
}

// parseBlocks cuts a stream into blocks of whole lines and has each parsed.
func parseBlocks(ctx context.Context, r io.Reader, blocks chan<- chan *parsedBlock) {
	defer close(blocks)
	r = wholly{r}
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	var rest []byte
	var at int64 // where the next block begins
	var failed error
	for first := true; ; first = false {
		room := newRoom(2 * len(rest))
		block := append(room.text, rest...)
		n, err := io.ReadFull(r, block[len(rest):cap(block)])
		block = block[:len(rest)+n]
		rest = nil
		done := make(chan *parsedBlock, 1)
		switch {
		case err == nil:
			end := bytes.LastIndexByte(block, '\n') + 1
			// The block may be given back before the next one begins.
			if block, rest = block[:end], bytes.Clone(block[end:]); len(rest) > read.MaxBytes {
				done <- &parsedBlock{err: errors.New("a line is longer than 256 MB")}
				blocks <- done
				return
			}
		case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
			failed = err
			block = block[:bytes.LastIndexByte(block, '\n')+1] // what was read is used
		}
		begins := at
		at += int64(len(block))
		if first && bytes.HasPrefix(block, []byte(markOfBytes)) {
			block = block[len(markOfBytes):]
			begins += int64(len(markOfBytes))
		}
		select {
		case blocks <- done:
		case <-ctx.Done():
			return
		}
		limit <- struct{}{}
		go func() {
			p := room.parse(block)
			p.at = begins
			done <- p
			<-limit
		}()
		if failed != nil {
			end := make(chan *parsedBlock, 1)
			end <- &parsedBlock{err: failed}
			select {
			case blocks <- end:
			case <-ctx.Done():
			}
		}
		if err != nil {
			return
		}
	}
}

// errCut is the error of a packed file that ends before its end.
var errCut = errors.New("the packed file is cut off; get it again, or " + anew)

// wholly tells a stream that ends before its end from the short rest of one, which
// io.ReadFull gives the same error.
type wholly struct{ r io.Reader }

func (w wholly) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errCut
	}
	return n, err
}

// markOfBytes begins files of programs that write one.
const markOfBytes = "\uFEFF"

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

// join adds those of a block behind so many lines.
func (b *brokenLines) join(other brokenLines, lines int) {
	if other.count > 0 && b.count == 0 {
		b.first, b.cause = other.first+lines, other.cause
	}
	b.count += other.count
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
		in := input{source: item.Source, read: item.Documents, quick: item.Quick}
		if item.References != nil {
			in.references = func(ctx context.Context, visit func(*parsedBlock, bool) error) error {
				r, err := item.References()
				if err != nil {
					return err
				}
				defer r.Close()
				return eachBlock(ctx, path, r, visit)
			}
			if item.Again {
				in.lines = &Lines{source: path, open: item.References}
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
