package output

import (
	"context"
	"errors"
	"time"

	"github.com/gofrs/flock"
)

// Lock takes the kernel's lock on a file, which goes with the process, however
// it ends: there are no stale locks.
func (disk) Lock(name string, wait time.Duration) (func() error, error) {
	l := flock.New(name)
	ok, err := l.TryLock()
	if err == nil && !ok && wait > 0 {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		ok, err = l.TryLockContext(ctx, 100*time.Millisecond)
		if errors.Is(err, context.DeadlineExceeded) {
			ok, err = false, nil
		}
	}
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &LockedError{Path: name}
	}
	return l.Unlock, nil
}
