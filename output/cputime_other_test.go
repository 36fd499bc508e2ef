//go:build !unix

package output

import "time"

// cpuTime is not known here.
func cpuTime() time.Duration { return 0 }
