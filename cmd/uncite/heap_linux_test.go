package main

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestInHugePages protects the processor time of short runs: after the call the heap
// holds, free and untouched, as many bytes as asked for which the kernel was told of.
func TestInHugePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("this kernel has no huge pages:", err)
	}
	const most = 16 << 20
	before, resident := advised(t)
	inHugePages(most)
	after, then := advised(t)
	if after-before < most/2 { // parts of the heap may lie in what was advised before
		t.Errorf("%d bytes more in huge pages, asked for %d", after-before, most)
	}
	if then-resident > most/2 {
		t.Errorf("%d bytes of memory taken for addresses that nobody has used", then-resident)
	}
}

var inKilobytes = regexp.MustCompile(`^(Size|Rss|VmFlags): +(.*?)(?: kB)?$`)

// advised returns how many bytes of addresses of this process are to be in huge pages, and
// how many bytes of memory stand behind those.
func advised(t *testing.T) (size, resident int) {
	t.Helper()
	data, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip("what memory the process has cannot be read:", err)
	}
	fields := map[string]string{}
	for line := range strings.Lines(string(data)) {
		m := inKilobytes.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		fields[m[1]] = m[2]
		if m[1] == "VmFlags" && strings.Contains(m[2], "hg") {
			size += kilobytes(t, fields["Size"])
			resident += kilobytes(t, fields["Rss"])
		}
	}
	return size, resident
}

func kilobytes(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n << 10
}
