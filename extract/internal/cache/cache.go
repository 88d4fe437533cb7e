// Package cache keeps bytes in a folder under the content that they were made
// of, for work that takes longer than reading its result. An entry that is
// damaged counts as missing and is taken away.
package cache

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Key names an entry: the hash of all that its bytes depend on.
type Key [sha256.Size]byte

// KeyOf returns the key of parts: what was worked on, and what says how.
func KeyOf(parts ...[]byte) Key {
	h := sha256.New()
	for _, p := range parts {
		h.Write(sizeOf(int64(len(p))))
		h.Write(p)
	}
	return Key(h.Sum(nil))
}

// KeyOfStream is KeyOf for a first part of a known size that is read piece by
// piece, and other parts.
func KeyOfStream(first io.Reader, size int64, others ...[]byte) (Key, error) {
	h := sha256.New()
	h.Write(sizeOf(size))
	piece := pieces.Get().(*[pieceSize]byte)
	defer pieces.Put(piece)
	if n, err := io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{first}, piece[:]); err != nil || n != size {
		return Key{}, cmp.Or(err, io.ErrUnexpectedEOF)
	}
	for _, p := range others {
		h.Write(sizeOf(int64(len(p))))
		h.Write(p)
	}
	return Key(h.Sum(nil)), nil
}

// pieceSize is small enough for a piece to be in the processor's cache when it is
// hashed.
const pieceSize = 64 << 10

// pieces are used again, since a run looks at many files.
var pieces = sync.Pool{New: func() any { return new([pieceSize]byte) }}

func sizeOf(n int64) []byte {
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(n))
	return size[:]
}

// MaxBytes is how large the entries may become together; beyond it the ones
// not used for the longest time go.
const MaxBytes = 1 << 30

// Store is a folder of entries. It is safe for concurrent use, by several
// processes too: an entry is written whole and then named.
type Store struct {
	dir   string
	mu    sync.Mutex
	added int64 // bytes written since the size was last looked at
	known bool  // the size was looked at
}

// Open returns the store in a folder, which is made with its first entry.
func Open(dir string) *Store { return &Store{dir: dir} }

// Dir returns the folder of the store.
func (s *Store) Dir() string { return s.dir }

var table = crc32.MakeTable(crc32.Castagnoli)

const sumSize = 4

func (s *Store) path(k Key) string {
	name := hex.EncodeToString(k[:])
	return filepath.Join(s.dir, name[:2], name[2:]+suffix)
}

const suffix = ".entry"

// Get returns the bytes of an entry, and whether there is one that is whole.
func (s *Store) Get(k Key) ([]byte, bool) {
	path := s.path(k)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, false
	}
	n := len(data) - sumSize
	if n < 0 || !slices.Equal(data[n:], sum(data[:n])) {
		os.Remove(path)
		return nil, false
	}
	now := time.Now()
	os.Chtimes(path, now, now)
	return data[:n], true
}

func sum(data []byte) []byte {
	return binary.LittleEndian.AppendUint32(nil, crc32.Checksum(data, table))
}

// Drop takes an entry away whose bytes turned out to be of no use.
func (s *Store) Drop(k Key) { os.Remove(s.path(k)) }

// Put writes an entry.
func (s *Store) Put(k Key, data []byte) error {
	path := s.path(k)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		_, err = f.Write(sum(data))
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	s.grown(int64(len(data)))
	return nil
}

// grown looks at the size of the store where it may have passed its limit.
func (s *Store) grown(n int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.added += n
	if s.known && s.added < MaxBytes/16 {
		return
	}
	s.added, s.known = 0, true
	s.prune(MaxBytes)
}

// entry is a file of the store.
type entry struct {
	path string
	size int64
	used time.Time
}

func (s *Store) entries() (out []entry, bytes int64) {
	filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != suffix {
			return nil
		}
		if info, err := d.Info(); err == nil {
			out = append(out, entry{path, info.Size(), info.ModTime()})
			bytes += info.Size()
		}
		return nil
	})
	return out, bytes
}

// prune takes the entries away that were not used for the longest time, until
// the rest is within the limit.
func (s *Store) prune(limit int64) {
	all, bytes := s.entries()
	if bytes <= limit {
		return
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.path, b.path))
	})
	for _, e := range all {
		if bytes <= limit {
			return
		}
		if os.Remove(e.path) == nil {
			bytes -= e.size
		}
	}
}

// Size returns the number of entries and their bytes.
func (s *Store) Size() (entries int, bytes int64) {
	all, bytes := s.entries()
	return len(all), bytes
}

// Clear takes all entries away, and nothing else in the folder.
func (s *Store) Clear() error {
	all, _ := s.entries()
	var errs []error
	for _, e := range all {
		errs = append(errs, os.Remove(e.path))
	}
	return errors.Join(errs...)
}
