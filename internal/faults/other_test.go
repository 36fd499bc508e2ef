//go:build !unix

package faults

import "testing"

// The faults are made with signals, limits and mounts of Unix.
func TestFaults(t *testing.T) { t.Skip("SKIPPED: the faults are made by means of Unix") }
