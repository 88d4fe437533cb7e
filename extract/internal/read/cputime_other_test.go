//go:build !unix

package read

import "time"

var began = time.Now()

// cpuTime is the time by the clock where the system does not tell the other.
func cpuTime() time.Duration { return time.Since(began) }
