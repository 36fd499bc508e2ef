package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// checkWritten reads a finished file again before it may be published: its
// digest, the CRC of its pages, and with VerifyFull every value of it through
// a second library.
func checkWritten(l layer, name string, s *shape, w written, how Verification) error {
	f, err := l.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if f.Size() != w.size {
		return fmt.Errorf("check %s: it has %d bytes, %d were written", name, f.Size(), w.size)
	}
	got, err := hashFile(f)
	if err != nil {
		return fmt.Errorf("check %s: %w", name, err)
	}
	if got != w.sha256 {
		return fmt.Errorf("check %s: the disk gives back other bytes than were written (sha256 %.12s, not %.12s)", name, got, w.sha256)
	}
	if err := scanPages(f); err != nil {
		return fmt.Errorf("check %s: %w", name, err)
	}
	if how != VerifyFull {
		return nil
	}
	rows, sums, err := reread(f, s)
	if err != nil {
		return fmt.Errorf("check %s: %w", name, err)
	}
	return compareSums(name, s, w, rows, sums)
}

func compareSums(name string, s *shape, w written, rows int64, sums []columnSum) error {
	if rows != w.rows {
		return fmt.Errorf("check %s: a second reader finds %d rows, %d were written", name, rows, w.rows)
	}
	for i, path := range s.paths() {
		if sums[i] != w.sums[i] {
			return fmt.Errorf("check %s: column %s reads back other than it was written (%d bytes, not %d)",
				name, path, sums[i].bytes, w.sums[i].bytes)
		}
	}
	return nil
}

// hashFile is the SHA-256 of a file, hex.
func hashFile(f inFile) (string, error) {
	h := sha256.New()
	buf := make([]byte, min(256<<10, f.Size()+1))
	if _, err := io.CopyBuffer(writerOnly{h}, io.NewSectionReader(f, 0, f.Size()), buf); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// writerOnly hides other methods, so that io.CopyBuffer uses its buffer.
type writerOnly struct{ io.Writer }
