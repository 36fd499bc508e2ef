package output

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// state names the state of a root on a layer: its commit and the files with
// rows that a run makes from articles alone, each checked against the manifest.
func state(tb testing.TB, l *memory) string {
	tb.Helper()
	l.fail = nil
	m, err := readManifest(l, "/out")
	var none *NoRootError
	if errors.As(err, &none) {
		return "nothing"
	}
	if err != nil {
		tb.Fatalf("manifest: %v", err)
	}
	var b strings.Builder
	for _, f := range m.Files {
		in, err := openChecked(l, "/out", f)
		if err != nil {
			tb.Fatalf("the manifest names a file that is not whole: %v", err)
		}
		in.Close()
		if f.Dataset != "runs" {
			fmt.Fprintf(&b, "%s %d\n", f.Path, f.Rows)
		}
	}
	return b.String()
}

// viewsOf lists what a glob finds.
func viewsOf(l *memory) string {
	var out []string
	for _, line := range strings.Split(l.tree("/out/"), "\n") {
		path, _, _ := strings.Cut(strings.TrimPrefix(line, "/out/"), " ")
		ds, name, _ := strings.Cut(path, "/")
		if _, ok := datasetOf(ds); ok {
			out = append(out, name)
		}
	}
	return strings.Join(out, "\n")
}

func memoryOptions(l *memory) Options { return Options{layer: l, Now: testNow, Program: "test"} }

// secondDay has a new version of an article, new ones and a conflict, so that
// files are added, rewritten and retired.
func secondDay() []example {
	day := tuesday()
	changed := monday()[0]
	changed.text += "The mayor said nothing more. "
	clash := monday()[1]
	clash.text = "An altogether different report came from the salt flats, where Bolivia said the road stays shut. "
	return append(day, changed, clash)
}

// TestEveryFault makes each operation of a run fail once, and stops the world
// at each operation, and looks at what is left, whatever of the unsynced
// changes had reached the disk.
func TestEveryFault(t *testing.T) {
	for _, links := range []bool{true, false} {
		t.Run(fmt.Sprintf("links=%v", links), func(t *testing.T) { sweepFaults(t, links) })
	}
}

// everyFault says to take every operation, and not one in 53 and those on
// the manifest: CLAIMSTANCE_TEST=full go test ./output (some minutes).
func everyFault() bool { return os.Getenv("CLAIMSTANCE_TEST") == "full" }

func sweepFaults(t *testing.T, links bool) {
	start := newMemory()
	start.links = links
	if _, err := publish(t, "/out", memoryOptions(start), monday()); err != nil {
		t.Fatal(err)
	}
	start = start.crashed("all")
	before := state(t, start)

	clean := start.crashed("all")
	clean.ops = 0
	if _, err := publish(t, "/out", memoryOptions(clean), secondDay()); err != nil {
		t.Fatal(err)
	}
	total, after := clean.ops, state(t, clean)
	views := viewsOf(clean)
	if before == after || total < 100 {
		t.Fatalf("the run does too little: %d operations", total)
	}
	seen := map[string]int{}
	for n := 1; n <= total; n++ {
		if !everyFault() && n%53 != 0 && !strings.Contains(clean.log[n-1], ManifestName) {
			continue
		}
		for _, fault := range []string{"crash", "EIO", "ENOSPC"} {
			l := start.crashed("all")
			l.ops = 0
			stopped := false
			l.fail = func(op int, _, _ string) error {
				switch {
				case fault == "crash" && op >= n:
					stopped = true
					return errCrash
				case fault == "EIO" && op == n:
					return syscall.EIO
				case fault == "ENOSPC" && op >= n && op < n+3:
					return syscall.ENOSPC
				}
				return nil
			}
			_, err := publish(t, "/out", memoryOptions(l), secondDay())
			if err == nil && stopped {
				t.Fatalf("stopped at operation %d, and the run says all is well", n)
			}
			checkNoSecondSync(t, l)
			for _, kept := range []string{"all", "none", "names"} {
				if fault != "crash" && kept != "all" && err == nil {
					continue
				}
				left := l.crashed(kept)
				got := state(t, left)
				if got != before && got != after {
					t.Fatalf("%s at operation %d (%s), %s kept: neither the old nor the new state:\n%s", fault, n, l.log[n-1], kept, got)
				}
				if err == nil && got != after {
					t.Fatalf("%s at operation %d: the run says that it published, and the old state is there (%s kept)", fault, n, kept)
				}
				seen[fmt.Sprint(fault, got == after)]++
				// The next run cleans up and ends where a run without a fault ends.
				left.fail = nil
				if _, err := publish(t, "/out", memoryOptions(left), secondDay()); err != nil {
					t.Fatalf("%s at operation %d, %s kept: the next run: %v", fault, n, kept, err)
				}
				if got := state(t, left); got != after {
					t.Fatalf("%s at operation %d, %s kept: the next run ends elsewhere:\n%s\nnot\n%s", fault, n, kept, got, after)
				}
				if got := viewsOf(left); got != views {
					t.Fatalf("%s at operation %d, %s kept: a glob then finds\n%s\nnot\n%s", fault, n, kept, got, views)
				}
				if debris := left.tree("/out/.claimstance/tmp/"); debris != "" {
					t.Fatalf("%s at operation %d: left behind: %s", fault, n, debris)
				}
			}
		}
	}
	if seen["crashfalse"] == 0 || seen["crashtrue"] == 0 {
		t.Errorf("the sweep met only one side of the commit: %v", seen)
	}
	t.Logf("%d operations, outcomes %v", total, seen)
}

// checkNoSecondSync fails if a file was synced again after its sync failed.
func checkNoSecondSync(t *testing.T, l *memory) {
	t.Helper()
	if l.failedSync == "" {
		return
	}
	for _, line := range l.log[l.failedAt:] {
		if strings.HasSuffix(line, " fsync "+l.failedSync) || strings.HasSuffix(line, " fsyncdir "+l.failedSync) {
			t.Fatalf("synced again after a failed sync: %s", line)
		}
	}
}

// TestFirstRunFaults does the same for the very first run.
func TestFirstRunFaults(t *testing.T) {
	clean := newMemory()
	if _, err := publish(t, "/out", memoryOptions(clean), monday()); err != nil {
		t.Fatal(err)
	}
	after := state(t, clean)
	for n := 1; n <= clean.ops; n++ {
		if !everyFault() && n%53 != 0 && !strings.Contains(clean.log[n-1], ManifestName) {
			continue
		}
		l := newMemory()
		l.fail = func(op int, _, _ string) error {
			if op >= n {
				return errCrash
			}
			return nil
		}
		_, err := publish(t, "/out", memoryOptions(l), monday())
		for _, kept := range []string{"all", "none", "names"} {
			left := l.crashed(kept)
			if got := state(t, left); got != "" && got != "nothing" && got != after || err == nil && got != after {
				t.Fatalf("stopped at %d, %s kept: %s", n, kept, got)
			}
			if _, err := publish(t, "/out", memoryOptions(left), monday()); err != nil {
				t.Fatalf("stopped at %d, %s kept: the next run: %v", n, kept, err)
			}
			if got := state(t, left); got != after {
				t.Fatalf("stopped at %d, %s kept: the next run ends at %s", n, kept, got)
			}
		}
	}
}
