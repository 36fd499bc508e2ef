package main

import (
	"bytes"
	"strings"
	"syscall"
	"testing"
	"time"

	"claimstance/internal/batch"
)

const sigterm = syscall.SIGTERM

func TestBar(t *testing.T) {
	var w bytes.Buffer
	b := &bar{w: &w, p: &batch.Progress{}}
	if got := b.line(time.Second); got != "reading" {
		t.Errorf("at the start: %q", got)
	}
}

func TestParseReject(t *testing.T) {
	for in, want := range map[string]batch.RejectLimit{"10%": {Share: 0.1, Least: 10}, "2.5%": {Share: 0.025, Least: 10}, "0": {Least: 1}, "7": {Least: 8}} {
		if got, err := parseReject(in); err != nil || got != want {
			t.Errorf("%s: %+v, %v", in, got, err)
		}
	}
	for _, bad := range []string{"", "x", "-1", "101%", "1.5"} {
		if _, err := parseReject(bad); exitCode(err) != exitUsage {
			t.Errorf("%q was taken: %v", bad, err)
		}
	}
}

func TestSqueezeKeepsTerminalSafe(t *testing.T) {
	if got := squeeze("a\x1b[31mb\n c\u009b"); strings.ContainsAny(got, "\x1b\n\u009b") || !strings.HasSuffix(got, "b c\ufffd") {
		t.Errorf("got %q", got)
	}
}
