//go:build unix

package faults

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// outcome is what a command left behind.
type outcome struct {
	code    int // 128 plus the signal's number where a signal killed it
	out     string
	talk    string // standard error
	cpu     time.Duration
	wall    time.Duration
	rss     int64 // bytes, at most
	counts  counts
	errors  []string
	rejects []string // the messages of refused records: file, line, what, code
	warned  []string
}

// counts are a run's own account; see docs/OUTPUT.md.
type counts struct {
	Read, Written, Unchanged, Replaced, Duplicate, Skipped, Rejected, Claims int64
	Unknown                                                                  int64 `json:"unknown_date"`
	Future                                                                   int64 `json:"future_date"`
}

// patience is how long a command may take before the case calls it hung.
const patience = 5 * time.Minute

// command makes a command that a case runs in its folder.
func (x *trial) command(args ...string) *exec.Cmd {
	x.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	x.Cleanup(cancel)
	c := exec.CommandContext(ctx, x.program, args...)
	c.Dir = x.dir
	return c
}

// runArgs are the arguments of a run whose account can be read.
func runArgs(args ...string) []string {
	return append([]string{"run", "-v", "--log-format", "json"}, args...)
}

// run runs `claimstance run` and expects an exit code.
func (x *trial) run(code int, args ...string) *outcome {
	x.Helper()
	return x.finish(code, x.command(runArgs(args...)...))
}

// do runs any other command and expects an exit code.
func (x *trial) do(code int, args ...string) *outcome {
	x.Helper()
	return x.finish(code, x.command(args...))
}

// finish runs a command, expects its exit code (-1: whatever comes), and looks
// at what it says.
func (x *trial) finish(code int, c *exec.Cmd) *outcome {
	x.Helper()
	var out, talk bytes.Buffer
	if c.Stdout == nil {
		c.Stdout = &out
	}
	if c.Stderr == nil {
		c.Stderr = &talk
	}
	began := time.Now()
	err := c.Start()
	peak := func() int64 { return 0 }
	if err == nil {
		peak = watchMemory(c.Process.Pid)
		err = c.Wait()
	}
	watched := peak()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		x.Fatalf("%s: %v", c, err)
	}
	o := x.outcome(c.ProcessState, out.String(), talk.String())
	o.wall = time.Since(began)
	// A child starts out with the greatest memory of its parent in its account:
	// up to there, only what was seen meanwhile tells of the command.
	if watched > 0 && o.rss <= ownPeak() {
		o.rss = watched
	}
	if code >= 0 && o.code != code {
		x.Fatalf("%s: exit code %d, want %d\n%s", strings.Join(c.Args[1:], " "), o.code, code, o.talk)
	}
	if code > 0 && len(o.talk)+len(o.out) == 0 && c.Stderr == &talk {
		x.Errorf("%s: exit code %d without a word", strings.Join(c.Args[1:], " "), code)
	}
	return o
}

// resident is the greatest memory of a process in bytes.
func resident(u *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss) // kilobytes elsewhere
	}
	return int64(u.Maxrss) << 10
}

// ownPeak is the greatest memory of the test itself so far.
func ownPeak() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return resident(&u)
}

// watchMemory looks at the greatest resident size of a process now and then,
// until the function that it gives is called, which tells it: 0 where the system
// does not say.
func watchMemory(pid int) (peak func() int64) {
	stop, seen := make(chan struct{}), make(chan int64)
	go func() {
		most := int64(0)
		for tick := time.NewTicker(10 * time.Millisecond); ; {
			status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok && err == nil {
				kb := int64(0)
				if _, err := fmt.Sscan(rest, &kb); err == nil {
					most = max(most, kb<<10)
				}
			}
			select {
			case <-tick.C:
			case <-stop:
				tick.Stop()
				seen <- most
				return
			}
		}
	}()
	return func() int64 { close(stop); return <-seen }
}

func (x *trial) outcome(s *os.ProcessState, out, talk string) *outcome {
	x.Helper()
	o := &outcome{code: s.ExitCode(), out: out, talk: talk, cpu: s.UserTime() + s.SystemTime()}
	if w, ok := s.Sys().(syscall.WaitStatus); ok && w.Signaled() {
		o.code = 128 + int(w.Signal())
	}
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		o.rss = resident(u)
	}
	for _, trace := range []string{"goroutine ", "panic:", "runtime error", ".go:"} {
		if strings.Contains(talk, trace) {
			x.Errorf("a stack trace or the like (%q) in\n%s", trace, talk)
		}
	}
	for line := range strings.Lines(talk) {
		var l struct {
			Level, Message string
			counts
		}
		if json.Unmarshal([]byte(line), &l) != nil {
			continue
		}
		switch {
		case l.Level == "error":
			o.errors = append(o.errors, l.Message)
		case l.Level == "warn":
			o.warned = append(o.warned, l.Message)
		case l.Level == "debug" && strings.HasSuffix(l.Message, ")") && !strings.HasPrefix(l.Message, "fields not used"):
			o.rejects = append(o.rejects, l.Message)
		case l.Level == "info" && strings.HasPrefix(l.Message, "published"):
			o.counts = l.counts
		}
	}
	c := o.counts
	if c.Read != c.Written+c.Unchanged+c.Replaced+c.Duplicate+c.Skipped+c.Rejected {
		x.Errorf("the counts do not add up: %+v", c)
	}
	return o
}

// says expects words in what a command said.
func (x *trial) says(o *outcome, words ...string) {
	x.Helper()
	for _, w := range words {
		if !strings.Contains(o.talk, w) {
			x.Errorf("it does not say %q:\n%s", w, o.talk)
		}
	}
}

// refused expects each of the messages' fragments among the refused records,
// and no other refused record.
func (x *trial) refused(o *outcome, each ...string) {
	x.Helper()
	if len(o.rejects) != len(each) {
		x.Errorf("%d records were refused, want %d:\n%s", len(o.rejects), len(each), strings.Join(o.rejects, "\n"))
	}
	for _, want := range each {
		where, code, _ := strings.Cut(want, " ")
		if !slices.ContainsFunc(o.rejects, func(r string) bool {
			return strings.HasPrefix(r, where+":") && strings.HasSuffix(r, "("+code+")")
		}) {
			x.Errorf("no refused record %q in\n%s", want, strings.Join(o.rejects, "\n"))
		}
	}
}

// shell runs a script of sh in which $0 is the command.
func (x *trial) shell(script string, args ...string) *exec.Cmd {
	x.Helper()
	sh, err := exec.LookPath("sh")
	if err != nil {
		x.Skip("SKIPPED: there is no sh")
	}
	c := x.command()
	c.Path, c.Args = sh, append([]string{"sh", "-c", script, x.program}, args...)
	return c
}

// traced puts strace before a command, which then injects faults.
func (x *trial) traced(options []string, args ...string) *exec.Cmd {
	x.Helper()
	x.needStrace()
	c := x.command()
	c.Path, _ = exec.LookPath("strace")
	c.Args = slices.Concat([]string{"strace", "-f", "-qq", "-o", os.DevNull}, options, []string{x.program}, args)
	c.Env = append(os.Environ(), "GOMAXPROCS=1") // strace counts calls by thread
	return c
}

func (x *trial) needStrace() {
	x.Helper()
	if !x.strace() {
		x.Skip("SKIPPED: strace is missing or may not trace here")
	}
}

func (x *trial) needRoot(why string) {
	x.Helper()
	if os.Geteuid() != 0 {
		x.Skipf("SKIPPED: only root may %s", why)
	}
}

// path is a path in the folder of the case.
func (x *trial) path(parts ...string) string {
	return filepath.Join(append([]string{x.dir}, parts...)...)
}

// file writes a file into the folder of the case and gives its path.
func (x *trial) file(name string, content string) string {
	x.Helper()
	path := x.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		x.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		x.Fatal(err)
	}
	return path
}

// must stops the case at an error of its own making.
func (x *trial) must(err error) {
	x.Helper()
	if err != nil {
		x.Fatal(err)
	}
}
