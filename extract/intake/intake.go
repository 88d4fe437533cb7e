// Package intake says how this process reads files: which pages, and whether
// documents are kept for the next run.
package intake

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"uncite/extract/internal/cache"
	"uncite/extract/internal/read"
)

// Choices say how files are read. The zero value reads them whole and keeps
// nothing.
type Choices struct {
	// Pages chooses pages of files that have pages: "3", "1-4,9", "12-";
	// empty chooses all.
	Pages string
	// Cache is the folder in which documents of formats that take long to
	// read are kept by the content of their files; empty keeps none.
	Cache string
}

// Configure makes the choices hold for all that this process reads from now
// on. The error says what of Pages cannot be understood.
func Configure(r Choices) error {
	wanted, err := pages(r.Pages)
	if err != nil {
		return err
	}
	s := read.Settings{Pages: wanted, Name: r.Pages}
	if r.Cache != "" {
		s.Cache = cache.Open(r.Cache)
	}
	read.Set(s)
	return nil
}

// Except names files that are no inputs though they lie in a folder of them: the
// outputs of this process.
func Except(files ...os.FileInfo) { read.Except(files) }

// pages parses a choice of pages; nil stands for all.
func pages(choice string) (func(int) bool, error) {
	if choice == "" {
		return nil, nil
	}
	type stretch struct{ first, last int }
	var stretches []stretch
	for part := range strings.SplitSeq(choice, ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(part), "-")
		first, err := strconv.Atoi(from)
		last := first
		if ranged && err == nil {
			last = 1 << 30
			if to != "" {
				last, err = strconv.Atoi(to)
			}
		}
		if err != nil || first < 1 || last < first {
			return nil, fmt.Errorf("%q is no choice of pages; write 3, 1-4,9 or 12-", choice)
		}
		stretches = append(stretches, stretch{first, last})
	}
	return func(n int) bool {
		for _, s := range stretches {
			if s.first <= n && n <= s.last {
				return true
			}
		}
		return false
	}, nil
}

// CacheSize returns how many documents' files are kept in a folder of the
// cache, and their bytes.
func CacheSize(dir string) (entries int, bytes int64) { return cache.Open(dir).Size() }

// ClearCache takes all that is kept out of a folder of the cache.
func ClearCache(dir string) error { return cache.Open(dir).Clear() }

// Count returns how many files the paths stand for, and their bytes: the work
// ahead. Standard input and what cannot be read count nothing.
func Count(paths []string) (files int, bytes int64) {
	for _, p := range paths {
		if p == "-" {
			continue
		}
		list, _ := read.Files(p)
		files += len(list)
		for _, f := range list {
			bytes += FileSize(f)
		}
	}
	return files, bytes
}

// FileSize returns the bytes of a file, 0 where it cannot be told.
func FileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}
