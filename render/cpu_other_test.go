//go:build !unix

package render

import "time"

// processorTime is not measured here.
func processorTime() time.Duration { return 0 }
