//go:build !unix

// Package cputime tells the processor time of this process, for benchmarks on a
// machine that other work shares.
package cputime

import "time"

var began = time.Now()

// Spent is the time by the clock where the system does not tell that of processors.
func Spent() time.Duration { return time.Since(began) }
