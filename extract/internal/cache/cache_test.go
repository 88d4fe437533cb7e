package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestStore(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "made with the first entry"))
	k := KeyOf([]byte("a file"), []byte("a version"))
	if _, ok := s.Get(k); ok {
		t.Error("an empty store has an entry")
	}
	if err := s.Put(k, []byte("words")); err != nil {
		t.Fatal(err)
	}
	if got, ok := s.Get(k); !ok || string(got) != "words" {
		t.Errorf("got %q %v", got, ok)
	}
	if _, ok := s.Get(KeyOf([]byte("a filea"), []byte(" version"))); ok {
		t.Error("parts that are cut elsewhere have the same key")
	}
	if n, size := s.Size(); n != 1 || size != int64(len("words")+sumSize) {
		t.Errorf("%d entries, %d bytes", n, size)
	}
	if err := s.Clear(); err != nil {
		t.Fatal(err)
	}
	if n, _ := s.Size(); n != 0 {
		t.Errorf("%d entries after Clear", n)
	}
}

// TestDamage wants of an entry that was changed or cut that it is missing and
// can be written anew.
func TestDamage(t *testing.T) {
	s := Open(t.TempDir())
	k := KeyOf([]byte("a file"))
	for name, damage := range map[string]func([]byte) []byte{
		"a byte changed": func(b []byte) []byte { b = bytes.Clone(b); b[2] ^= 1; return b },
		"cut":            func(b []byte) []byte { return b[:len(b)-1] },
		"emptied":        func([]byte) []byte { return nil },
	} {
		if err := s.Put(k, []byte("words of a document")); err != nil {
			t.Fatal(err)
		}
		whole, _ := os.ReadFile(s.path(k))
		os.WriteFile(s.path(k), damage(whole), 0o600)
		if got, ok := s.Get(k); ok {
			t.Errorf("%s: got %q", name, got)
		}
		if _, err := os.Stat(s.path(k)); err == nil {
			t.Errorf("%s: the entry is still there", name)
		}
	}
}

// TestPrune wants the entries gone that were not used for the longest time.
func TestPrune(t *testing.T) {
	s := Open(t.TempDir())
	keys := []Key{KeyOf([]byte("old")), KeyOf([]byte("older")), KeyOf([]byte("new"))}
	for i, k := range keys {
		s.Put(k, make([]byte, 100))
		at := time.Now().Add(-time.Duration([]int{2, 3, 1}[i]) * time.Hour)
		os.Chtimes(s.path(k), at, at)
	}
	s.prune(250)
	for i, want := range []bool{true, false, true} {
		if _, ok := s.Get(keys[i]); ok != want {
			t.Errorf("entry %d: %v, want %v", i, ok, want)
		}
	}
}

// TestKeyOfStream: a content that is read piece by piece has the key that it has
// in memory; one that is shorter or longer than it was said to be has none.
func TestKeyOfStream(t *testing.T) {
	data := bytes.Repeat([]byte("wells "), 100_000)
	how := []byte("how")
	got, err := KeyOfStream(bytes.NewReader(data), int64(len(data)), how)
	if want := KeyOf(data, how); err != nil || got != want {
		t.Errorf("%x, %v, want %x", got, err, want)
	}
	for _, size := range []int64{0, int64(len(data)) - 1, int64(len(data)) + 1} {
		if _, err := KeyOfStream(bytes.NewReader(data), size, how); err == nil {
			t.Errorf("%d bytes are taken for %d", len(data), size)
		}
	}
}
