package read

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestCPU(t *testing.T) {
	if os.Getenv("CPU") == "" {
		t.Skip()
	}
	root := shared(t, "benchmark", "text")
	for _, code := range languages {
		paths, _ := filepath.Glob(filepath.Join(root, code, "*.txt"))
		var texts [][]byte
		total := 0
		for _, p := range paths {
			data, _ := os.ReadFile(p)
			texts, total = append(texts, data), total+len(data)
		}
		var a, b syscall.Rusage
		syscall.Getrusage(0, &a)
		for k := 0; k < 10; k++ {
			for _, d := range texts {
				Bytes("x", d)
			}
		}
		syscall.Getrusage(0, &b)
		us := func(r syscall.Rusage) float64 { return float64(r.Utime.Sec)*1e6 + float64(r.Utime.Usec) }
		fmt.Printf("%s %.0f MB/s cpu\n", code, float64(total)*10/(us(b)-us(a)))
	}
}
