//go:build unix

package read

import (
	"syscall"
	"time"
)

// cpuTime is what the process has had of its processors so far. Unlike the
// clock it does not run while other work has them.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // not for this process itself
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
