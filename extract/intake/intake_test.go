package intake

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPages(t *testing.T) {
	tests := []struct {
		choice  string
		in, out []int
	}{
		{"3", []int{3}, []int{2, 4, 33}},
		{"1-4,9", []int{1, 4, 9}, []int{5, 8, 10}},
		{"12-", []int{12, 4000}, []int{11}},
	}
	for _, test := range tests {
		wanted, err := pages(test.choice)
		if err != nil {
			t.Errorf("%s: %v", test.choice, err)
			continue
		}
		for _, n := range test.in {
			if !wanted(n) {
				t.Errorf("%s leaves out %d", test.choice, n)
			}
		}
		for _, n := range test.out {
			if wanted(n) {
				t.Errorf("%s has %d", test.choice, n)
			}
		}
	}
	for _, bad := range []string{"0", "x", "4-2", "1,,2", "-3", "1-x"} {
		if _, err := pages(bad); err == nil {
			t.Errorf("%q is taken for a choice of pages", bad)
		}
	}
}

func TestCount(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int{"a.txt": 10, "b/c.txt": 20, ".hidden": 40} {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		os.WriteFile(path, make([]byte, size), 0o644)
	}
	files, bytes := Count([]string{dir, "-", filepath.Join(dir, "nowhere")})
	if files != 2 || bytes != 30 {
		t.Errorf("%d files, %d bytes", files, bytes)
	}
}
