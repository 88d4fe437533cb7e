// Package extract finds every reference in United Nations documents and says
// what each points to. Its subpackages are the stages: read, scan, resolve,
// with what they know of symbols, languages and names beside them.
package extract

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"uncite/extract/authority"
	"uncite/extract/internal/cited"
	"uncite/extract/internal/read"
	"uncite/extract/internal/resolve"
	"uncite/extract/internal/scan"
	"uncite/extract/lang"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// The records that the stages pass on.
type (
	Document  = record.Document
	Reference = record.Reference
)

// Extractor finds references in documents of all languages. It is safe for
// concurrent use.
type Extractor struct {
	// Links adds references that only the links of a file state, under the rule
	// "link": the editors' own, on words in which nothing else is found.
	Links bool
	// ReferencesAlone gives results without documents where the references of a
	// file are in the cache that package intake was told of: the file is then
	// neither read nor searched. Else it is read, as its documents are kept too.
	ReferencesAlone bool

	table     func() *authority.Table // read at its first use
	usual     bool                    // it is the one that comes with uncite
	languages map[string]func() (*scan.Language, error)
	scanners  map[string]*sync.Pool
	lists     sync.Pool // of references, from results that were released
}

// New returns an extractor that knows the names of the table; nil stands for
// the table that comes with uncite.
func New(table *authority.Table) *Extractor {
	x := &Extractor{table: authority.Default, usual: table == nil, languages: map[string]func() (*scan.Language, error){}, scanners: map[string]*sync.Pool{}}
	if table != nil {
		x.table = func() *authority.Table { return table }
	}
	for _, code := range lang.Codes {
		x.languages[code] = sync.OnceValues(func() (*scan.Language, error) {
			return scan.NewLanguage(code, x.table().Entries())
		})
		x.scanners[code] = &sync.Pool{}
	}
	return x
}

// Document appends the references of a document to refs, in reading order.
// The error says that the document's language cannot be told, or which paragraph
// lacks its Standing, in a document that was not read but made.
func (x *Extractor) Document(refs []Reference, d *Document) ([]Reference, error) {
	language, ok := x.languages[d.Lang]
	if !ok {
		return refs, fmt.Errorf("%s: the language %q is none of %s", d.Source, d.Lang, strings.Join(lang.Codes, ", "))
	}
	if i := slices.IndexFunc(d.Paragraphs, func(p record.Paragraph) bool { return p.Standing == nil }); i >= 0 {
		return refs, fmt.Errorf("%s: paragraph %d of the document has no Standing: record.In(record.Body) is one", d.Source, i)
	}
	l, err := language()
	if err != nil {
		return refs, err
	}
	pool := x.scanners[d.Lang]
	sc, ok := pool.Get().(*scan.Scanner)
	if !ok {
		sc = scan.NewScanner(l)
	}
	first := len(refs)
	refs = resolve.Document(refs, d, sc.Document(d), x.table())
	pool.Put(sc) // not one that a fault has left in the middle of a document
	cited.Titles(refs[first:], d)
	if x.Links {
		refs = linked(refs, first, d)
	}
	return masthead(refs, first, d), nil
}

// masthead completes what the masthead says of its document: the reference
// to its own symbol carries date and title, and one names the issuing body.
func masthead(refs []Reference, first int, d *Document) []Reference {
	if d.Symbol == "" {
		return refs
	}
	own := ownReference(refs[first:], d.Symbol)
	if own == nil {
		refs = append(refs, Reference{
			Source: d.Source, Document: d.Symbol, Lang: d.Lang, Zone: record.Masthead, Kind: kindOf(d.Symbol),
			Target: d.Symbol, Rule: "masthead", Status: record.Resolved,
		})
		own = &refs[len(refs)-1]
	}
	own.Date, own.Title, own.Zone, own.Aliases = d.Date, d.Title, record.Masthead, d.Aliases
	own.Agenda, own.Replaced = d.AgendaItem, d.Replaced
	for i := first; i < len(refs) && len(d.Aliases) > 0; i++ {
		toFirstSymbol(&refs[i], d)
	}
	if d.Body != "" {
		refs = append(refs, Reference{
			Source: d.Source, Document: d.Symbol, Lang: d.Lang, Zone: record.Masthead, Kind: record.Entity,
			Target: d.Body, Rule: "issuing-body", Status: record.Resolved,
		})
	}
	return refs
}

// toFirstSymbol gives a reference to another symbol of the document in hand the
// one that it is known by as target.
func toFirstSymbol(r *Reference, d *Document) {
	if slices.Contains(d.Aliases, r.Target) {
		r.Symbol, r.Target = r.Target, d.Symbol
	}
}

// ownReference returns the first reference to the document itself in its
// masthead or headings.
func ownReference(refs []Reference, own string) *Reference {
	for i := range refs {
		if r := &refs[i]; r.Target == own && (r.Zone == record.Masthead || r.Zone == record.Heading) {
			return r
		}
	}
	return nil
}

func kindOf(id string) record.Kind {
	if s, err := symbol.Parse(id); err == nil {
		return s.Kind
	}
	return record.Report
}

// Result is what one input gave: its documents and their references, or the
// error for which it could not be read.
type Result struct {
	Source     string
	Documents  []*Document
	References []Reference
	Err        error
	// More tells that another result of the same source follows: a file of
	// references comes in parts.
	More bool
	// Kept tells that the references were known and the input was not read.
	Kept bool
	// Lines are those of a file of references that can be read again, see Offset; nil
	// for what cannot be.
	Lines *Lines

	block *parsedBlock // of a file of references
	lists *sync.Pool   // that the list of references found in documents, or kept of them, came from
}

// Release says that the list of references is used no more, and where they come from
// a file of references no string of theirs either: what is read next may take the
// memory. Strings of references that were found in documents stay.
func (r *Result) Release() {
	switch {
	case r.block != nil:
		r.block.release()
		r.block, r.References = nil, nil
	case r.lists != nil:
		clear(r.References) // they hold texts
		list := r.References[:0]
		r.lists.Put(&list)
		r.lists, r.References = nil, nil
	}
}

// Offset is where the line of reference i begins in a file of references, unpacked
// where it is packed, for Lines.At. It is of use before Release.
func (r *Result) Offset(i int) int64 { return r.block.at + int64(r.block.starts[i]) }

// Visit is called with the result of each input, in the order of the inputs,
// never twice at a time. An error ends the work and is returned.
type Visit func(*Result) error

// Paths extracts from files, folders and, where a path is "-", from stdin.
// Files are read in sorted order and worked on by all processors.
func (x *Extractor) Paths(ctx context.Context, paths []string, stdin io.Reader, visit Visit) error {
	return x.Share(ctx, Share{}, paths, stdin, visit)
}

// Share says which inputs are worked on. The zero value wants all of them.
type Share struct {
	// Shard, from 1 to Shards, is the part of the inputs that is taken, by a hash
	// of their names; 0 takes all.
	Shard, Shards int
	// Known returns the references of an input that need not be read again; nil
	// knows none. It is called by several goroutines.
	Known func(source string) ([]Reference, bool)
}

// takes reports whether the input of a name is one of the share.
func (s *Share) takes(source string) bool {
	if s.Shard == 0 {
		return true
	}
	h := fnv.New64a()
	io.WriteString(h, source)
	return h.Sum64()%uint64(s.Shards) == uint64(s.Shard-1)
}

// Share is [Extractor.Paths] for a share of the inputs.
func (x *Extractor) Share(ctx context.Context, share Share, paths []string, stdin io.Reader, visit Visit) error {
	return x.run(ctx, share, func(job chan<- input) {
		for _, p := range paths {
			if p == "-" {
				list("-", stdin, job)
				continue
			}
			files, problems := read.Files(p)
			for _, e := range problems {
				job <- input{source: e.Source, read: func() ([]*Document, error) { return nil, e }}
			}
			listAll(files, len(files) != 1 || files[0] != p, job)
		}
	}, visit)
}

// FS extracts from all files of a file system.
func (x *Extractor) FS(ctx context.Context, fsys fs.FS, visit Visit) error {
	return x.run(ctx, Share{}, func(job chan<- input) {
		_ = fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				job <- input{source: path, read: func() ([]*Document, error) {
					data, err := fs.ReadFile(fsys, path)
					if err != nil {
						return nil, err
					}
					return read.Bytes(path, data)
				}}
			}
			return nil
		})
	}, visit)
}

// input is one file to be read: documents, or references found before.
type input struct {
	source     string
	read       func() ([]*Document, error)
	references func(ctx context.Context, visit func(b *parsedBlock, more bool) error) error
	lines      *Lines // of references that can be read again
	quick      bool   // to read, as soon as what is kept of it
}

// slot is where the results of an input arrive, and task an input with its slot.
type (
	slot chan *Result
	task struct {
		in input
		to slot
	}
)

// run works on the inputs that list sends, and visits the results in order.
func (x *Extractor) run(ctx context.Context, share Share, list func(chan<- input), visit Visit) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs, slots := make(chan input), make(chan slot, 4*runtime.GOMAXPROCS(0))
	go func() {
		defer close(jobs)
		list(jobs)
	}()
	tasks := make(chan task)
	for range runtime.GOMAXPROCS(0) { // each keeps its stack, which grows with the first document
		go func() {
			for t := range tasks {
				x.one(ctx, &share, t.in, t.to)
				close(t.to)
			}
		}()
	}
	go func() {
		defer close(slots)
		defer close(tasks)
		for in := range jobs {
			if ctx.Err() != nil || !share.takes(in.source) {
				continue // the lister must come to its end
			}
			s := make(slot, 1)
			select {
			case slots <- s:
				tasks <- task{in, s}
			case <-ctx.Done():
			}
		}
	}()
	for {
		s, more, err := receive(ctx, slots)
		if err != nil || !more {
			return ctx.Err()
		}
		for {
			res, more, err := receive(ctx, s)
			if err != nil {
				return err
			}
			if !more {
				break
			}
			if err := visit(res); err != nil {
				return err
			}
		}
	}
}

// receive waits for the next value of a channel until ctx is done: input that
// never comes, such as that of a silent pipe, must not hold up the end.
func receive[T any](ctx context.Context, from <-chan T) (v T, more bool, err error) {
	select {
	case <-ctx.Done():
		return v, false, ctx.Err()
	case v, more = <-from:
		return v, more, nil
	}
}

// one works on an input and sends its results, of which a file of references has
// several.
func (x *Extractor) one(ctx context.Context, share *Share, in input, to chan<- *Result) {
	if in.references == nil {
		if share.Known != nil {
			if refs, ok := share.Known(in.source); ok {
				to <- &Result{Source: in.source, References: refs, Kept: true}
				return
			}
		}
		to <- x.known(in)
		return
	}
	var last *Result
	err := in.references(ctx, func(b *parsedBlock, more bool) error {
		last = &Result{Source: in.source, References: b.refs, More: more, block: b, Lines: in.lines}
		if !more {
			return nil // it bears the error, if there is one
		}
		select {
		case to <- last:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	if last == nil || last.More {
		last = &Result{Source: in.source}
	}
	last.Err = err
	select {
	case to <- last:
	case <-ctx.Done():
	}
}

// known takes the references of an input from the cache, or finds them and keeps
// them for the next time. A fault of the program's own is the error of this input, and
// the others are worked on.
func (x *Extractor) known(in input) (res *Result) {
	defer func() {
		if fault := recover(); fault != nil {
			res = &Result{Source: in.source, Err: fmt.Errorf("%s: not read, by a fault of uncite (%v); the other files are: please report it with this file", in.source, fault)}
		}
	}()
	kept := x.kept(in)
	if data, ok := kept.Get(); ok {
		refs, err := unpackReferences(x.list(), in.source, data)
		if err == nil && x.ReferencesAlone {
			return &Result{Source: in.source, References: refs, Kept: true, lists: &x.lists}
		}
		if err == nil {
			docs, err := in.read()
			if err == nil && kept.Current() {
				return &Result{Source: in.source, Documents: docs, References: refs, lists: &x.lists}
			}
		} else {
			kept.Drop()
		}
	}
	res = x.read(in)
	if kept != nil && res.Err == nil {
		kept.Put(packReferences(in.source, res.References))
	}
	return res
}

// read reads the documents of an input, and their references.
func (x *Extractor) read(in input) *Result {
	res := &Result{Source: in.source}
	if res.Documents, res.Err = in.read(); res.Err != nil {
		return res
	}
	res.References, res.lists = x.list(), &x.lists
	for _, d := range res.Documents {
		if res.References, res.Err = x.Document(res.References, d); res.Err != nil {
			return res
		}
	}
	return res
}

// list returns an empty list of references, with the room of one that was released.
func (x *Extractor) list() []Reference {
	if list, ok := x.lists.Get().(*[]Reference); ok {
		return *list
	}
	return nil
}
