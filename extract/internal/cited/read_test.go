package cited_test

import (
	"testing"

	"uncite/extract/internal/read"
	"uncite/extract/record"
)

func readOne(t *testing.T, text string) *record.Document {
	t.Helper()
	docs, err := read.Bytes("wells.txt", []byte(text))
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	return docs[0]
}
