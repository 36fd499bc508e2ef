package output

import (
	"errors"
	"fmt"
	"os"
)

// ClaimFile is one Parquet file of claims outside of any root: with the columns
// of the claims dataset, in the order in which they are added. It is for work
// on claims that are not published.
type ClaimFile struct {
	name, tmp string
	shape     *shape
	w         *tableWriter[ClaimRow]
}

// NewClaimFile begins a file. It appears under its name when Close has written,
// synced and checked it; a file of that name is replaced.
func NewClaimFile(name string, key Key) (*ClaimFile, error) {
	f := &ClaimFile{name: name, tmp: name + ".tmp", shape: shapeOf(dsClaims.rowType())}
	out, err := disk{}.Create(f.tmp)
	if err != nil {
		return nil, fmt.Errorf("write claims: %w", err)
	}
	r := Root{key: key}
	r.shapes[dsClaims] = f.shape
	// It is of no dataset, so its footer promises no order.
	f.w = newTableWriter[ClaimRow](out, datasets, f.shape, r.meta(dsClaims), newCodec())
	return f, nil
}

// Add appends a claim.
func (f *ClaimFile) Add(c *ClaimRow) error {
	*f.w.slot() = *c
	if err := f.w.add(); err != nil {
		return fmt.Errorf("write %s: %w", f.name, err)
	}
	return nil
}

// Close finishes the file, reads it again with a second library, and gives it
// its name.
func (f *ClaimFile) Close() error {
	done, err := f.w.finish()
	if err == nil {
		err = checkWritten(disk{}, f.tmp, f.shape, done, VerifyFull)
	}
	if err == nil {
		err = os.Rename(f.tmp, f.name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", f.name, err), os.Remove(f.tmp))
	}
	return nil
}

// Abandon drops a file that will not be finished. It has no effect after Close.
func (f *ClaimFile) Abandon() {
	if _, err := os.Stat(f.tmp); err == nil {
		f.w.abandon()
		os.Remove(f.tmp)
	}
}
