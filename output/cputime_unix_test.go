//go:build unix

package output

import (
	"syscall"
	"time"
)

// cpuTime is the processor time of this process, which other programs on the
// machine don't lengthen as they do the clock's.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
