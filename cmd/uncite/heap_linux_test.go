package main

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestInHugePages protects the processor time of short runs: after the call the heap
// holds as many bytes as asked for of which the kernel was told.
func TestInHugePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("this kernel has no huge pages:", err)
	}
	const asked = 16 << 20
	before := advised(t)
	inHugePages(asked)
	if more := advised(t) - before; more < asked/2 { // some may lie in what was advised before
		t.Errorf("%d bytes more in huge pages, asked for %d", more, asked)
	}
}

var sizeOrFlags = regexp.MustCompile(`^(Size|VmFlags): +(.*?)(?: kB)?$`)

// advised returns how many bytes of addresses of this process are to be in huge pages.
func advised(t *testing.T) (bytes int) {
	t.Helper()
	data, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip("what memory the process has cannot be read:", err)
	}
	size := ""
	for line := range strings.Lines(string(data)) {
		switch m := sizeOrFlags.FindStringSubmatch(strings.TrimSpace(line)); {
		case m == nil:
		case m[1] == "Size":
			size = m[2]
		case strings.Contains(m[2], "hg"):
			kilobytes, err := strconv.Atoi(size)
			if err != nil {
				t.Fatal(err)
			}
			bytes += kilobytes << 10
		}
	}
	return bytes
}
