//go:build unix

package render

import (
	"errors"
	"io/fs"
	"syscall"
)

// alive tells whether a process of that number runs, be it another user's.
func alive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

// otherNames tells whether a file has more names than one.
func otherNames(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && s.Nlink > 1
}
