package output

import (
	"os"
	"testing"
)

// TestWriteExampleRoot leaves a root for a look with other programs:
// CLAIMSTANCE_ROOT=/tmp/x go test -run WriteExampleRoot ./output
func TestWriteExampleRoot(t *testing.T) {
	dir := os.Getenv("CLAIMSTANCE_ROOT")
	if dir == "" {
		t.Skip("CLAIMSTANCE_ROOT names no folder")
	}
	mustPublish(t, dir, monday())
	mustPublish(t, dir, secondDay())
	f, err := os.Create(dir + ".sql")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := WriteSQL(f, dir); err != nil {
		t.Fatal(err)
	}
}
