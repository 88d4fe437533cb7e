//go:build linux || darwin

package main

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"syscall"
)

// peakOf tells the memory of an ended process at its highest.
func peakOf(state *os.ProcessState) string {
	use, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return ""
	}
	peak := int64(use.Maxrss)
	if runtime.GOOS == "linux" {
		peak <<= 10 // kilobytes there
	}
	return fmt.Sprintf(", memory at its highest %d MB", peak>>20)
}

var highWater = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// memoryOf tells the memory of a running process at its highest so far, where the
// system says it.
func memoryOf(pid int) string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return ""
	}
	found := highWater.FindSubmatch(status)
	if found == nil {
		return ""
	}
	kilobytes, _ := strconv.Atoi(string(found[1]))
	return fmt.Sprintf(", memory at its highest %d MB", kilobytes>>10)
}
