//go:build unix

package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// placeFaults are those of the machine and the surroundings of a run.
func placeFaults() []fault {
	return []fault{
		{10, "output_path_not_ours", outputNotOurs},
		{18, "same_second", sameSecond},
		{19, "other_surroundings", otherSurroundings},
		{20, "memory_bound", memoryBound},
		{21, "slow_disk", slowDisk},
		{22, "few_open_files", fewOpenFiles},
		{25, "output_closed", outputClosed},
	}
}

func outputNotOurs(x *trial) {
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	file := x.file("afile", "mine")
	o := x.run(2, small, "--out", file)
	x.says(o, file, "empty or new folder")
	o = x.run(-1, small, "--out", filepath.Join(file, "below"))
	if o.code != 1 && o.code != 2 {
		x.Errorf("below a file: exit code %d", o.code)
	}
	x.says(o, file)
	x.file("foreign/thesis.doc", "mine")
	o = x.run(2, small, "--out", x.path("foreign"))
	x.says(o, "thesis.doc", "empty or new folder")
	x.must(os.Symlink(x.path("nowhere"), x.path("dangling")))
	if o = x.run(-1, small, "--out", x.path("dangling")); o.code == 0 {
		x.check(x.path("dangling"))
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "mine" {
		x.Errorf("the file was touched: %q %v", data, err)
	}
	if list, _ := os.ReadDir(x.path("foreign")); len(list) != 1 {
		x.Errorf("the foreign folder was touched: %v", list)
	}
	x.must(os.Mkdir(x.path("empty"), 0o755))
	x.run(0, small, "--out", x.path("empty"))
	x.check(x.path("empty"))
}

// Runs that begin in one second are told apart by their commit.
func sameSecond(x *trial) {
	root := x.path("out")
	for i := range 4 {
		in := x.file(fmt.Sprintf("%d.jsonl", i), string(news(2, 1, uint64(40+i))))
		x.run(0, in, "--out", root)
		if m := x.manifest(root); m.Commit != i+1 {
			x.Errorf("run %d made commit %d", i, m.Commit)
		}
	}
	if s := x.check(root); s != nil && (s.Rows["runs"] != 4 || s.Rows["articles"] != 8) {
		x.Errorf("rows %v", s.Rows)
	}
}

// otherSurroundings changes everything that must not matter.
func otherSurroundings(x *trial) {
	extra := x.file("extra/more.jsonl", string(news(40, 5, 19)))
	clean := x.path("clean")
	x.run(0, x.articles, extra, "--out", clean, "--workers", "1")
	x.check(clean)
	for i, env := range []struct {
		script, workers string
		swapped         bool
	}{
		{`umask 077; exec env -i TZ=Pacific/Kiritimati "$0" "$@"`, "1", true},
		{`umask 000; exec env -i TZ=Bogus/Zone LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 "$0" "$@"`, "2", false},
		{`exec env -i HOME=/nonexistent TMPDIR=/nonexistent PATH= LANG=xx "$0" "$@"`, "8", true},
		{`cd / && exec env -i GOMAXPROCS=1 GOGC=400 TZ=America/St_Johns "$0" "$@"`, "8", false},
	} {
		root := x.path(fmt.Sprint("root", i))
		in := []string{x.articles, extra}
		if env.swapped {
			in = []string{extra, x.articles}
		}
		x.finish(0, x.shell(env.script, runArgs(append(in, "--out", root, "--workers", env.workers)...)...))
		x.same(root, clean)
		x.do(0, "verify", root)
	}
	x.must(os.CopyFS(x.path("a", "deep", "copy"), os.DirFS(x.articles)))
	x.run(0, x.path("a", "deep", "copy"), extra, "--out", x.path("moved"))
	x.same(x.path("moved"), clean)
}

// memoryBound runs over much input in many months.
func memoryBound(x *trial) {
	if !x.full {
		o := x.run(0, x.big(), "--out", x.path("out"), "--workers", "2")
		x.bounded(o, 256<<20)
		x.Logf("%d articles, %d MB resident", o.counts.Written, o.rss>>20)
		return
	}
	in := x.path("in.jsonl")
	f, err := os.Create(in)
	x.must(err)
	x.must(writeNews(f, 350_000, 120, 20))
	x.must(f.Close())
	info, err := os.Stat(in)
	x.must(err)
	o := x.run(0, in, "--out", x.path("out"), "--workers", "2")
	x.bounded(o, 256<<20)
	x.Logf("%d MB, %d articles, %d claims in %v, %d MB resident", info.Size()>>20, o.counts.Written, o.counts.Claims, o.wall.Round(time.Second), o.rss>>20)
	x.check(x.path("out"))
}

// bounded expects a command to have kept to so much memory.
func (x *trial) bounded(o *outcome, most int64) {
	x.Helper()
	if o.rss > most {
		x.Errorf("%d MB resident, at most %d", o.rss>>20, most>>20)
	}
}

func slowDisk(x *trial) {
	args, base, clean, old := x.days()
	root := x.copyRoot(base, "slow")
	delay := fmt.Sprint(x.size(2_000, 50_000)) // microseconds
	x.finish(0, x.traced([]string{"-e", "trace=fsync,write", "-e", "inject=fsync:delay_enter=" + delay, "-e", "inject=write:delay_enter=" + delay},
		runArgs(args[0], "--out", root)...))
	x.settle(root, old, clean, args...)
}

func fewOpenFiles(x *trial) {
	months := x.size(300, 2000)
	in := x.file("in.jsonl", string(news(2*months, months, 22)))
	root := x.path("out")
	o := x.finish(0, x.shell(`ulimit -n 64; exec "$0" "$@"`, runArgs(in, "--out", root, "--workers", "2")...))
	x.bounded(o, 256<<20)
	x.check(root)
	x.Logf("%d months in %v, %d MB resident", months, o.wall.Round(time.Millisecond), o.rss>>20)
	// And again, over what is there.
	x.finish(0, x.shell(`ulimit -n 64; exec "$0" "$@"`, runArgs(x.file("more.jsonl", string(news(6, 3, 23))), "--out", root)...))
	x.do(0, "verify", root)
}

func outputClosed(x *trial) {
	root := x.path("out")
	in := x.file("in.jsonl", string(news(40, 2, 25)))
	x.run(0, in, "--out", root)
	o := x.finish(-1, x.shell(`{ "$0" export "$1"; echo "code $?" >&2; } | head -n 1`, root))
	if strings.Count(o.out, "\n") != 1 || !strings.Contains(o.talk, "code ") || strings.Contains(o.talk, "code 0") && len(o.talk) > len("code 0\n") {
		x.Errorf("into head: %q, said %q", o.out, o.talk)
	}
	if _, err := os.Stat("/dev/full"); err != nil {
		x.Log("left out: there is no /dev/full")
		return
	}
	o = x.finish(1, x.shell(`exec "$0" export "$1" > /dev/full`, root))
	x.says(o, "no space left")
	o = x.finish(-1, x.shell(`exec "$0" verify "$1" > /dev/full`, root))
	if o.code != 0 && o.code != 1 {
		x.Errorf("verify into a full disk: exit code %d", o.code)
	}
	// A log that cannot be written stops no run.
	for i, where := range []string{"2> /dev/full", "2>&-", ">&- 2>&-"} {
		other := x.path(fmt.Sprint("other", i))
		x.finish(0, x.shell(`exec "$0" "$@" `+where, runArgs(in, "--out", other)...))
		x.same(other, root)
		x.check(other)
	}
}
