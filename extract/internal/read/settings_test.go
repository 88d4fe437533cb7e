package read

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"uncite/extract/internal/cache"
)

// TestCache wants from the cache what was read, under the name the source has
// now, and of another choice of pages another entry.
func TestCache(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "pdf", "testdata", "writer.en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	store := cache.Open(t.TempDir())
	Set(Settings{Cache: store})
	defer Set(Settings{})
	first, err := Bytes("one.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := store.Size(); n != 1 {
		t.Fatalf("%d entries", n)
	}
	started := time.Now()
	second, err := Bytes("two.pdf", data)
	if err != nil || second[0].Source != "two.pdf" {
		t.Fatalf("%+v %v", second, err)
	}
	t.Log("from the cache in", time.Since(started))
	for _, d := range second {
		d.Source = "one.pdf"
	}
	if !reflect.DeepEqual(first, second) {
		t.Errorf("read %+v, kept %+v", first[0], second[0])
	}
	Set(Settings{Cache: store, Name: "2", Pages: func(n int) bool { return n == 2 }})
	if docs, err := Bytes("two.pdf", data); err == nil && docs[0].Text == first[0].Text {
		t.Error("a choice of pages gave the whole file")
	}
}
