// Command generate writes what the program is measured on, of any size, to
// standard output. The same flags give the same bytes.
//
//	go run ./cmd/generate references -documents 1000000 -references 10000000 >refs.jsonl
//	go run ./cmd/generate documents -bytes 20000000000 | uncite extract --format jsonl -o refs.jsonl.zst -
//
// With a command behind the flags, the command reads it, and what that cost is told on
// standard error:
//
//	go run ./cmd/generate documents -bytes 20000000000 uncite extract --format jsonl -o refs.jsonl.zst -
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"uncite/extract/lang"
)

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("say what: references or documents"))
	}
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	languages := flags.String("languages", lang.Fallback(), "language versions of each document, with commas between")
	var write func(io.Writer) error
	switch os.Args[1] {
	case "references":
		documents := flags.Int("documents", 50_000, "documents")
		references := flags.Int("references", 1_000_000, "references, those of the mastheads among them; all versions of a document share them")
		write = func(w io.Writer) error {
			return writeReferences(w, *documents, *references, strings.Split(*languages, ","))
		}
	case "documents":
		bytes := flags.Int64("bytes", 100_000_000, "bytes to write")
		size := flags.Int64("size", 0, "bytes of a text, at least")
		write = func(w io.Writer) error { return writeDocuments(w, *bytes, *size, strings.Split(*languages, ",")) }
	default:
		fail(fmt.Errorf("%q is neither references nor documents", os.Args[1]))
	}
	if err := flags.Parse(os.Args[2:]); err != nil {
		fail(err)
	}
	if command := flags.Args(); len(command) > 0 {
		if err := watch(func(w io.Writer) error { return buffered(w, write) }, command); err != nil {
			fail(err)
		}
		return
	}
	if err := buffered(os.Stdout, write); err != nil {
		fail(err)
	}
}

// buffered writes by large pieces.
func buffered(w io.Writer, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 1<<20)
	if err := write(out); err != nil {
		return err
	}
	return out.Flush()
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "generate:", err)
	os.Exit(1)
}
