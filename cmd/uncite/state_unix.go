//go:build unix

package main

import (
	"os"
	"syscall"
)

// lockFile keeps other processes out of a file for as long as this one runs,
// however it ends.
func lockFile(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }
