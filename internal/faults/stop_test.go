//go:build unix

package faults

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// stopFaults end or disturb a run from outside.
func stopFaults() []fault {
	return []fault{
		{1, "kill_at_system_calls", killAtCalls},
		{2, "kill_at_random_times", killAtRandom},
		{3, "stop_signals", stopSignals},
		{12, "two_runs_at_once", twoRuns},
		{13, "lock_holder_killed", holderKilled},
		{17, "leftovers_not_adopted", leftovers},
		{23, "readers_during_publishes", readersDuringPublishes},
	}
}

// days makes two days of input and three roots: base after the first, clean
// after both, and their states.
func (x *trial) days() (args []string, base, clean, old string) {
	x.Helper()
	one := x.file("day1.jsonl", string(news(12, 2, 11)))
	two := x.file("day2.jsonl", string(news(12, 2, 12))+"{broken\n")
	base, clean = x.path("base"), x.path("clean")
	x.run(0, one, "--out", base)
	x.run(0, one, "--out", clean)
	x.run(0, two, "--out", clean)
	return []string{two}, base, clean, x.state(base)
}

func killAtCalls(x *trial) {
	x.needStrace()
	args, base, clean, old := x.days()
	kills := 0
	for _, call := range []string{"fsync", "renameat", "linkat", "openat", "write", "close", "unlinkat"} {
		step, most := 37, 60
		if x.full {
			step, most = 3, 400
		}
		for n := 2; n < most; n += step {
			root := x.copyRoot(base, fmt.Sprint(call, n))
			o := x.finish(-1, x.traced([]string{"-e", "trace=" + call, "-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", call, n)}, runArgs(args[0], "--out", root, "--workers", "1")...))
			if o.code == 0 {
				x.must(os.RemoveAll(root))
				break
			}
			kills++
			x.settle(root, old, clean, args...)
			x.must(os.RemoveAll(root))
		}
	}
	if kills < 5 {
		x.Errorf("only %d runs were killed", kills)
	}
	x.Logf("%d runs killed", kills)
}

func killAtRandom(x *trial) {
	args, base, clean, old := x.days()
	began := time.Now()
	x.run(0, args[0], "--out", x.copyRoot(base, "timed"))
	whole := time.Since(began)
	r := rand.New(rand.NewPCG(2, 2))
	killed := 0
	root := x.copyRoot(base, "root")
	for i := range x.size(8, 200) {
		c := x.command(runArgs(args[0], "--out", root, "--workers", "2")...)
		x.must(c.Start())
		time.Sleep(whole/4 + time.Duration(r.Int64N(int64(whole))))
		_ = c.Process.Kill() // it may have ended
		_ = c.Wait()
		if c.ProcessState.ExitCode() != 0 {
			killed++
		}
		if got := x.state(root); got != old && got != x.state(clean) {
			x.Fatalf("kill %d: neither the old nor the new state:\n%s", i, got)
		}
		if x.state(root) != old || i%20 == 19 {
			x.settle(root, old, clean, args...)
			x.must(os.RemoveAll(root))
			root = x.copyRoot(base, "root")
		}
	}
	x.settle(root, old, clean, args...)
	if killed == 0 {
		x.Error("no run was killed before its end")
	}
	x.Logf("%d runs killed", killed)
}

// started starts a run over the big input and waits until it has the lock.
func (x *trial) started(root string, more ...string) (*exec.Cmd, *bytes.Buffer) {
	x.Helper()
	c := x.command(append(runArgs(x.big(), "--out", root, "--workers", "1"), more...)...)
	talk := new(bytes.Buffer)
	c.Stderr = talk
	x.must(c.Start())
	for range 500 {
		if found, _ := filepath.Glob(filepath.Join(root, ".claimstance/tmp/*")); len(found) > 0 {
			return c, talk
		}
		time.Sleep(10 * time.Millisecond)
	}
	x.Fatalf("the run did not begin:\n%s", talk)
	return nil, nil
}

func stopSignals(x *trial) {
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	for _, test := range []struct {
		signals []syscall.Signal
		codes   []int
	}{
		{[]syscall.Signal{syscall.SIGTERM}, []int{143}},
		{[]syscall.Signal{syscall.SIGINT}, []int{130}},
		{[]syscall.Signal{syscall.SIGTERM, syscall.SIGINT}, []int{143, 130}},
	} {
		root := x.path(fmt.Sprint("root", len(test.signals), test.codes[0]))
		x.run(0, small, "--out", root)
		before := x.state(root)
		c, talk := x.started(root)
		for _, s := range test.signals {
			x.must(c.Process.Signal(s))
		}
		sent := time.Now()
		_ = c.Wait()
		if took := time.Since(sent); took > 2*time.Second {
			x.Errorf("%v: it took %v to stop", test.signals, took)
		}
		o := x.outcome(c.ProcessState, "", talk.String())
		if o.code != test.codes[0] && o.code != test.codes[len(test.codes)-1] {
			x.Errorf("%v: exit code %d, want %v\n%s", test.signals, o.code, test.codes, o.talk)
		}
		if len(test.signals) == 1 {
			x.says(o, "stopped by signal", "nothing was published")
		}
		if x.state(root) != before {
			x.Errorf("%v: something was published", test.signals)
		}
		x.run(0, small, "--out", root)
		if x.state(root) != before {
			x.Errorf("%v: the next run, with nothing new, changed the state", test.signals)
		}
		x.check(root)
	}
}

func twoRuns(x *trial) {
	root := x.path("out")
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	c, talk := x.started(root)
	o := x.run(75, small, "--out", root)
	x.says(o, "another run", filepath.Join(root, ".claimstance"), "--lock-wait")
	if o.wall > 5*time.Second {
		x.Errorf("it took %v to say so", o.wall)
	}
	waited := x.run(0, small, "--out", root, "--lock-wait", "4m")
	if waited.counts.Written != 3 {
		x.Errorf("the run that waited: %+v", waited.counts)
	}
	if err := c.Wait(); err != nil {
		x.Errorf("the first run: %v\n%s", err, talk)
	}
	x.check(root)
}

func holderKilled(x *trial) {
	root := x.path("out")
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	c, _ := x.started(root)
	x.must(c.Process.Kill())
	_ = c.Wait()
	x.run(0, small, "--out", root)
	x.run(0, small, "--out", x.path("clean"))
	x.same(root, x.path("clean"))
	x.check(root)
}

func leftovers(x *trial) {
	root := x.path("out")
	small := x.file("small.jsonl", string(news(6, 2, 3)))
	x.run(0, small, "--out", root)
	before := x.check(root)
	// What killed runs leave: whole and half files in the store under names of
	// ours, links to them in the views, temporary files.
	var claims string
	for _, f := range x.manifest(root).Files {
		if f.Dataset == "claims" {
			claims = filepath.Join(root, f.Path)
		}
	}
	data, err := os.ReadFile(claims)
	x.must(err)
	for _, plant := range []struct {
		name    string
		content []byte
	}{
		{"store/claims-2020-01-0123456789ab.parquet", data},
		{"store/claims-2020-02-0123456789ab.parquet", data[:len(data)-20]},
		{"claims/month=2020-01/claims-2020-01-0123456789ab.parquet", data},
		{".claimstance/tmp/7.tmp", data},
		{".claimstance/tmp/manifest.tmp", []byte("{}")},
	} {
		x.must(os.WriteFile(filepath.Join(root, plant.name), plant.content, 0o644))
	}
	o := x.do(1, "verify", root)
	if all := o.out + o.talk; strings.Count(all, "0123456789ab") < 3 {
		x.Errorf("verify does not name all three:\n%s", all)
	}
	x.run(0, small, "--out", root)
	after := x.check(root)
	if before != nil && fmt.Sprint(before.Rows) != fmt.Sprint(after.Rows) {
		x.Errorf("rows before %v, after %v", before.Rows, after.Rows)
	}
}

// readersDuringPublishes reads through the manifest all the time while runs
// publish, and with a glob after each run. Each run adds one article, and each
// replaces one with a longer text, so a mixed state shows.
func readersDuringPublishes(x *trial) {
	root := x.path("out")
	replaced := func(i int) string {
		return record("same", story(77, 4)+fmt.Sprintf(" Norway warned Chile for the %dth time.", i), "date", "2021-05-01", "url", "http://example.org/same")
	}
	publish := func(i int) {
		in := x.file(fmt.Sprintf("in/%d.jsonl", i), record(fmt.Sprint("a", i), story(uint64(500+i), 5), "date", fmt.Sprintf("2021-%02d-03", i%6+1))+replaced(i))
		x.run(0, in, "--out", root)
	}
	publish(0)
	stop, done := make(chan struct{}), make(chan string, 1)
	go func() { done <- readThroughManifest(root, stop) }()
	var loop *exec.Cmd
	var said bytes.Buffer
	if x.reader != nil {
		loop = exec.Command(python(x.top), "-c", readerLoop, root)
		loop.Stdout, loop.Stderr = &said, &said
		x.must(loop.Start())
	}
	runs := x.size(10, 100)
	for i := 1; i <= runs; i++ {
		publish(i)
		if s := x.check(root); s != nil && s.Rows["articles"] != int64(i+2) {
			x.Errorf("after run %d a glob and the manifest count %d articles, want %d", i, s.Rows["articles"], i+2)
		}
	}
	close(stop)
	if problem := <-done; !strings.HasPrefix(problem, "read ") {
		x.Error(problem)
	} else {
		x.Log(problem)
	}
	if loop != nil {
		x.must(os.WriteFile(filepath.Join(x.dir, "stop"), nil, 0o644))
		if err := loop.Wait(); err != nil {
			x.Errorf("DuckDB in a loop through the manifest: %v\n%s", err, said.String())
		}
		x.Logf("DuckDB: %s", strings.TrimSpace(said.String()))
	}
}

// readThroughManifest reads every file that the manifest names, over and over,
// and says what went wrong, or how often it read.
func readThroughManifest(root string, stop <-chan struct{}) string {
	for n := 0; ; n++ {
		select {
		case <-stop:
			return fmt.Sprintf("read %d states", n)
		default:
		}
		if err := readOnce(root); err != nil {
			return fmt.Sprintf("state %d: %v", n, err)
		}
		time.Sleep(3 * time.Millisecond)
	}
}

// readerLoop counts what must agree in one state of the root: commit N has N + 1
// articles beside those of the first run's.
const readerLoop = `
import duckdb, json, os, sys, time
root, n, states = sys.argv[1], 0, set()
con = duckdb.connect()
con.execute("SET threads = 1")
while not os.path.exists(os.path.join(os.path.dirname(root), "stop")):
    m = json.load(open(root + "/manifest.json"))
    files = lambda d: [root + "/" + f["path"] for f in m["files"] if f["dataset"] == d]
    (articles, claims), = con.execute("SELECT count(*), sum(claims) FROM read_parquet(?)", [files("articles")]).fetchall()
    (rows, ids), = con.execute("SELECT count(*), count(DISTINCT article_id) FROM read_parquet(?)", [files("claims")]).fetchall()
    assert articles == m["commit"] + 1, (m["commit"], articles)
    assert rows == claims, (m["commit"], rows, claims)
    n += 1
    time.sleep(0.05)
    states.add(m["commit"])
print(n, "reads of", len(states), "states")
`
