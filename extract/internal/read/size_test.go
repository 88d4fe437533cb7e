package read

import (
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"uncite/extract/record"
)

// TestParagraphSize holds what a paragraph costs to its record, its span and its words:
// a text of 256 MB may have a hundred million paragraphs of a letter.
func TestParagraphSize(t *testing.T) {
	if size := unsafe.Sizeof(record.Paragraph{}); size > 48 {
		t.Errorf("a paragraph takes %d bytes, want at most 48", size)
	}
	const n, most = 100_000, 48 + 16 + 3 + 8
	text := []byte(strings.Repeat("x\n\n", n))
	measure := func() (docs []*record.Document, live uint64) {
		before := liveHeap()
		docs, err := Bytes("short.txt", text)
		if err != nil {
			t.Fatal(err)
		}
		return docs, liveHeap() - before
	}
	docs, _ := measure() // what is kept for the next text is there now
	paragraphs := 0
	for _, d := range docs {
		paragraphs += len(d.Paragraphs)
	}
	if paragraphs < n-1 {
		t.Fatalf("%d paragraphs, want some %d", paragraphs, n)
	}
	again, live := measure()
	if each := live / n; each > most {
		t.Errorf("a paragraph of a letter costs %d bytes, want at most %d", each, most)
	}
	runtime.KeepAlive(docs)
	runtime.KeepAlive(again)
}

// liveHeap is the memory in use, in bytes. What pools hold goes at the second
// collection.
func liveHeap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
