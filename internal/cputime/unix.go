//go:build unix

// Package cputime tells the processor time of this process, for benchmarks on a
// machine that other work shares.
package cputime

import (
	"syscall"
	"time"
)

// Spent is what the process has had of its processors so far. Unlike the clock it
// does not run while other work has them.
func Spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // not for this process itself
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
