//go:build !unix

package main

import "os"

// columnsOf is the width of a terminal, 0 for one whose width is not known, and
// false where f is none.
func columnsOf(f *os.File) (int, bool) {
	info, err := f.Stat()
	return 0, err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
