package read

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"uncite/extract/internal/block"
	"uncite/extract/internal/cache"
	"uncite/extract/record"
)

// Settings say how the files of this process are read. They are the same for
// all of them, since a reference's place is looked up again in the document
// as it was read.
type Settings struct {
	// Pages tells which pages are read of a file that has pages, counted
	// from 1; nil wants all. Name spells the choice, for the cache.
	Pages func(int) bool
	Name  string
	// Cache keeps the documents of formats that take long to read; nil keeps
	// none.
	Cache *cache.Store
}

var current atomic.Pointer[Settings]

// Set makes the settings hold from now on.
func Set(s Settings) { current.Store(&s) }

func settings() *Settings {
	if s := current.Load(); s != nil {
		return s
	}
	return &Settings{}
}

// paged are the formats with pages, by their names: they read those wanted.
var paged = map[string]func(data []byte, wanted func(int) bool) ([]block.Text, error){
	"PDF": readPages,
}

// costly are the formats, by their names, that take longer to read than the
// documents that were kept of them.
var costly = []string{"PDF"}

// program names the program that made an entry of the cache: another one may
// read the same file otherwise.
var program = sync.OnceValue(func() []byte {
	path, err := os.Executable()
	if err != nil {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	return fmt.Appendf(nil, "%d %d", info.Size(), info.ModTime().UnixNano())
})

// documents reads the texts of a file in a format and makes its documents, or
// takes them from the cache.
func (f *Format) documents(source string, data []byte) ([]*record.Document, error) {
	s := settings()
	store := s.Cache
	if program() == nil || !slices.Contains(costly, f.Name) {
		store = nil
	}
	var key cache.Key
	if store != nil {
		key = cache.KeyOf(data, program(), []byte(f.Name), []byte(s.Name))
		if docs, ok := cached(store, key, source); ok {
			return docs, nil
		}
	}
	read := f.Read
	if with := paged[f.Name]; with != nil && s.Pages != nil {
		read = func(data []byte) ([]block.Text, error) { return with(data, s.Pages) }
	}
	texts, err := read(data)
	if err != nil {
		return nil, named(err, source)
	}
	docs := documents(source, f.Name, texts)
	if store != nil {
		keep(store, key, source, docs)
	}
	return docs, nil
}

// cached returns the documents of an entry under the name that their source
// has now.
func cached(store *cache.Store, key cache.Key, source string) ([]*record.Document, bool) {
	data, ok := store.Get(key)
	if !ok {
		return nil, false
	}
	var docs []*record.Document
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&docs); err != nil {
		store.Drop(key)
		return nil, false
	}
	// Documents of one file share its text.
	for i, d := range docs {
		d.Source = source + d.Source
		if i > 0 && d.Text == docs[i-1].Text {
			d.Text = docs[i-1].Text
		}
	}
	return docs, true
}

// keep writes documents into the cache without the name of their source. What
// cannot be written is read again the next time.
func keep(store *cache.Store, key cache.Key, source string, docs []*record.Document) {
	plain := make([]*record.Document, len(docs))
	for i, d := range docs {
		c := *d
		c.Source = strings.TrimPrefix(d.Source, source)
		plain[i] = &c
	}
	var out bytes.Buffer
	if gob.NewEncoder(&out).Encode(plain) == nil {
		_ = store.Put(key, out.Bytes())
	}
}
