//go:build unix

package faults

import (
	"claimstance/internal/golden"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A fault is one row of the table.
type fault struct {
	number int
	name   string
	test   func(x *trial)
}

// table is all faults that this package provokes, by number.
func table() []fault {
	all := slices.Concat(stopFaults(), diskFaults(), placeFaults(), ruleFaults(), fileFaults(), textFaults(), recordFaults())
	slices.SortStableFunc(all, func(a, b fault) int { return a.number - b.number })
	return all
}

func (f fault) String() string { return fmt.Sprintf("%02d_%s", f.number, f.name) }

// world is what all cases share.
type world struct {
	program  string // the built command
	articles string // testdata/articles
	full     bool
	reader   *reader // nil where DuckDB is not to be had
	top      string  // of the repository
	dir      string  // for what all cases share
	big      func() string
	strace   func() bool
}

// trial is a case that runs.
type trial struct {
	*testing.T
	*world
	dir      string        // of its own
	idleWork time.Duration // see idle
}

// TestFaults provokes every fault of the table.
func TestFaults(t *testing.T) {
	w := newWorld(t)
	for _, f := range table() {
		t.Run(f.String(), func(t *testing.T) {
			t.Parallel()
			f.test(&trial{T: t, world: w, dir: openFolder(t)})
		})
	}
}

// openFolder is a temporary folder that another user may enter.
func openFolder(t *testing.T) string {
	dir := t.TempDir()
	for d := dir; strings.HasPrefix(d, os.TempDir()) && d != os.TempDir(); d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			break
		}
	}
	return dir
}

func newWorld(t *testing.T) *world {
	top, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	golden.TouchSources(t, top)
	w := &world{
		articles: filepath.Join(top, "testdata/articles"), top: top, dir: openFolder(t),
		full: os.Getenv("CLAIMSTANCE_TEST") == "full",
	}
	w.program = filepath.Join(w.dir, "claimstance")
	build := exec.Command("go", "build", "-o", w.program, "./cmd/claimstance")
	build.Dir = top
	if talk, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the command: %v\n%s", err, talk)
	}
	w.reader = startReader(t, top)
	w.big = sync.OnceValue(func() string {
		name := filepath.Join(w.dir, "big.jsonl")
		if err := os.WriteFile(name, news(w.size(2_000, 40_000), 6, 1), 0o644); err != nil {
			panic(err)
		}
		return name
	})
	w.strace = sync.OnceValue(func() bool {
		return exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=write", "-e", "inject=write:delay_enter=1", "true").Run() == nil
	})
	return w
}

// size is quick in the quick tier and full in the full one.
func (w *world) size(quick, full int) int {
	if w.full {
		return full
	}
	return quick
}

// elsewhere are the faults that need the inside of the program, and the tests
// that provoke them.
var elsewhere = map[int][2]string{
	24: {"output/fault_test.go", "TestEveryFault"},
	26: {"internal/batch/batch_test.go", "TestPanicIsAReject"},
}

// TestTable compares the cases with docs/FAULTS.md.
func TestTable(t *testing.T) {
	page, err := os.ReadFile("../../docs/FAULTS.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{} // number to the rest of the row
	for line := range strings.Lines(string(page)) {
		if cells := strings.SplitN(line, "|", 3); len(cells) == 3 {
			rows[strings.TrimSpace(cells[1])] = cells[2]
		}
	}
	named := map[string]bool{}
	expect := func(number int, name string) {
		row := rows[fmt.Sprint(number)]
		named[fmt.Sprint(number)] = true
		if !strings.Contains(row, "`"+name+"`") {
			t.Errorf("docs/FAULTS.md, row %d: it does not name the test `%s`", number, name)
		}
	}
	for _, f := range table() {
		expect(f.number, f.String())
	}
	for number, where := range elsewhere {
		expect(number, where[1])
		if source, err := os.ReadFile(filepath.Join("../..", where[0])); err != nil || !strings.Contains(string(source), "func "+where[1]+"(") {
			t.Errorf("%s has no %s: %v", where[0], where[1], err)
		}
	}
	for n := range 51 {
		if number := fmt.Sprint(n + 1); rows[number] == "" || !named[number] {
			t.Errorf("fault %s has no row or no test", number)
		}
	}
}
