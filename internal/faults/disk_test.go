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
)

// diskFaults are those of disks and of what lies on them.
func diskFaults() []fault {
	return []fault{
		{4, "small_disk", smallDisk},
		{5, "enospc_at_any_call", func(x *trial) { injected(x, "ENOSPC", "write", "fsync", "renameat") }},
		{6, "file_size_limit", fileSizeLimit},
		{7, "eio_at_any_call", func(x *trial) { injected(x, "EIO", "write", "fsync", "renameat", "linkat", "mkdirat") }},
		{8, "eio_on_input", eioOnInput},
		{9, "lying_write", lyingWrite},
		{10, "read_only_output", readOnlyOutput},
		{11, "temporary_files_elsewhere", otherDisk},
		{14, "half_written_output", halfWritten},
		{15, "flipped_bytes", flippedBytes},
		{16, "manifest_unusable", manifestUnusable},
	}
}

// nothingNew expects the root to be as it was, and a next run to work.
func (x *trial) nothingNew(root, before string, args ...string) {
	x.Helper()
	if x.state(root) != before {
		x.Errorf("something was published to %s", filepath.Base(root))
	}
	x.run(0, append(args, "--out", root)...)
	x.check(root)
}

// mount mounts a tmpfs and unmounts it at the end of the case.
func (x *trial) mount(dir, options string) {
	x.Helper()
	x.needRoot("mount a small file system")
	x.must(os.MkdirAll(dir, 0o755))
	if talk, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		x.Skipf("SKIPPED: no tmpfs can be mounted here: %s", bytes.TrimSpace(talk))
	}
	x.Cleanup(func() {
		if talk, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			x.Errorf("umount: %s", talk)
		}
	})
}

func smallDisk(x *trial) {
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	disk := x.path("disk")
	x.mount(disk, "size=2m,mode=755")
	root := filepath.Join(disk, "out")
	x.run(0, small, "--out", root)
	before := x.state(root)
	o := x.run(1, x.big(), "--out", root)
	x.says(o, "no space left", root)
	x.nothingNew(root, before, small)
	if left := x.list(root, ".claimstance/tmp"); len(left) > 0 {
		x.Errorf("left lying: %v", left)
	}
}

// injected makes single system calls fail.
func injected(x *trial, errno string, calls ...string) {
	x.needStrace()
	args, base, clean, old := x.days()
	failed := 0
	for _, call := range calls {
		step, most := 29, 60
		if x.full {
			step, most = 5, 300
		}
		for n := 1; n < most; n += step {
			root := x.copyRoot(base, fmt.Sprint(errno, call, n))
			// Paths of the root alone: not the talk, not the program's own files.
			o := x.finish(-1, x.traced([]string{"-e", "trace=" + call, "-e", fmt.Sprintf("inject=%s:error=%s:when=%d", call, errno, n), "-e", "signal=none"},
				runArgs(args[0], "--out", root, "--workers", "1")...))
			switch o.code {
			case 0:
			case 1, 2:
				failed++
				if len(o.errors) == 0 && call != "write" {
					x.Errorf("%s at %s %d: exit code %d without an error: %s", errno, call, n, o.code, o.talk)
				}
			default:
				x.Errorf("%s at %s %d: exit code %d", errno, call, n, o.code)
			}
			if o.code == 0 && x.state(root) == old {
				x.Errorf("%s at %s %d: exit code 0, and nothing was published", errno, call, n)
			}
			x.settle(root, old, clean, args...)
			x.must(os.RemoveAll(root))
		}
	}
	if failed == 0 {
		x.Error("no run failed")
	}
	x.Logf("%d runs failed", failed)
}

func fileSizeLimit(x *trial) {
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	root := x.path("out")
	x.run(0, small, "--out", root)
	before := x.state(root)
	o := x.finish(1, x.shell(`ulimit -f 300; exec "$0" "$@"`, runArgs(x.big(), "--out", root)...))
	x.says(o, "file too large", root)
	x.nothingNew(root, before, small)
}

func eioOnInput(x *trial) {
	x.needStrace()
	in := x.file("in.jsonl", string(news(400, 1, 5)))
	root := x.path("out")
	for n := 1; n <= 3; n++ {
		// From the n-th on: strace counts for each thread, and the reads may change threads.
		o := x.finish(1, x.traced([]string{"-P", in, "-e", "trace=read", "-e", fmt.Sprintf("inject=read:error=EIO:when=%d+", n)}, runArgs(in, "--out", root)...))
		x.says(o, in, "at byte", "input/output error")
		if m := x.manifest(root); m.Commit != 0 {
			x.Errorf("EIO at read %d was taken for the end of the file", n)
		}
	}
	x.run(0, in, "--out", root)
	x.run(0, in, "--out", x.path("clean"))
	x.same(root, x.path("clean"))
}

// A write that says it wrote and did not is found when the file is read again.
func lyingWrite(x *trial) {
	x.needStrace()
	args, base, clean, old := x.days()
	found := 0
	for n := 1; n <= x.size(20, 60); n += x.size(6, 1) {
		root := x.copyRoot(base, fmt.Sprint("lie", n))
		o := x.finish(-1, x.traced([]string{"-e", "trace=write", "-e", fmt.Sprintf("inject=write:retval=8:when=%d", n)}, runArgs(args[0], "--out", root, "--workers", "1")...))
		if o.code != 0 {
			found++
		}
		x.settle(root, old, clean, args...)
		x.must(os.RemoveAll(root))
	}
	if found == 0 {
		x.Error("no lie was found")
	}
	x.Logf("%d lies found", found)
}

func readOnlyOutput(x *trial) {
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	more := x.file("more.jsonl", string(news(3, 1, 4)))
	if os.Geteuid() == 0 { // whom a mode does not stop
		disk := x.path("disk")
		x.mount(disk, "size=8m,mode=755")
		root := filepath.Join(disk, "out")
		x.run(0, small, "--out", root)
		before := x.state(root)
		x.must(exec.Command("mount", "-o", "remount,ro", disk).Run())
		o := x.run(1, more, "--out", root)
		x.says(o, root, "read-only")
		x.run(1, more, "--out", filepath.Join(disk, "new"))
		x.do(0, "verify", root)
		x.must(exec.Command("mount", "-o", "remount,rw", disk).Run())
		x.nothingNew(root, before, more)
	}
	folder := x.path("closed")
	x.must(os.Mkdir(folder, 0o555))
	for _, dir := range []string{filepath.Join(folder, "out"), folder} {
		o := x.finish(1, x.asNobody(x.command(runArgs(more, "--out", dir)...)))
		x.says(o, folder, "permission denied")
	}
	if list, _ := os.ReadDir(folder); len(list) > 0 {
		x.Errorf("in the closed folder lies %v", list)
	}
}

// asNobody takes root's rights from a command.
func (x *trial) asNobody(c *exec.Cmd) *exec.Cmd {
	if os.Geteuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return c
}

func otherDisk(x *trial) {
	other, err := os.MkdirTemp("/dev/shm", "faults")
	if err != nil {
		x.Skip("SKIPPED: there is no second file system at /dev/shm")
	}
	x.Cleanup(func() { os.RemoveAll(other) })
	a, b := new(syscall.Stat_t), new(syscall.Stat_t)
	x.must(syscall.Stat(other, a))
	x.must(syscall.Stat(x.dir, b))
	if a.Dev == b.Dev {
		x.Skip("SKIPPED: /dev/shm is no other file system")
	}
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	more := x.file("more.jsonl", string(news(3, 1, 4)))
	root := x.path("out")
	x.run(0, small, "--out", root)
	before := x.state(root)
	tmp := filepath.Join(root, ".claimstance/tmp")
	x.must(os.Remove(tmp))
	x.must(os.Symlink(other, tmp))
	o := x.run(1, more, "--out", root)
	x.says(o, "invalid cross-device link", "store")
	x.must(os.Remove(tmp))
	x.nothingNew(root, before, more)
}

func halfWritten(x *trial) {
	small := x.file("small.jsonl", string(news(6, 2, 3)))
	more := x.file("more.jsonl", string(news(6, 2, 4)))
	base := x.path("base")
	x.run(0, small, "--out", base)
	files := x.manifest(base).Files
	for i, damage := range []func(path string, data []byte) error{
		func(path string, data []byte) error { return os.WriteFile(path, data[:len(data)-20], 0o644) },
		func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o644) },
		func(path string, _ []byte) error { return os.Remove(path) },
	} {
		for _, dataset := range []string{"articles", "claims"} {
			root := x.copyRoot(base, fmt.Sprint("root", i, dataset))
			for _, f := range files {
				if f.Dataset != dataset {
					continue
				}
				path := filepath.Join(root, f.Path)
				data, err := os.ReadFile(path)
				x.must(err)
				x.must(damage(path, data))
				o := x.do(1, "verify", root)
				if !strings.Contains(o.out+o.talk, f.Path) {
					x.Errorf("verify does not name %s:\n%s", f.Path, o.out+o.talk)
				}
				// A run says so, or leaves what it does not need alone; it never
				// publishes on top of what it cannot read.
				if o := x.run(-1, more, "--out", root); o.code == 1 {
					x.says(o, filepath.Base(f.Path))
				} else if o.code != 0 {
					x.Errorf("exit code %d", o.code)
				}
				break
			}
		}
	}
	foreign := filepath.Join(base, "store", "notes.parquet")
	x.must(os.WriteFile(foreign, []byte("PAR1PAR1"), 0o644))
	x.must(os.WriteFile(filepath.Join(base, "claims", "mine.txt"), []byte("mine"), 0o644))
	x.run(0, more, "--out", base)
	o := x.do(1, "verify", base)
	for _, name := range []string{"store/notes.parquet", "claims/mine.txt"} {
		if !strings.Contains(o.out+o.talk, name) {
			x.Errorf("verify does not name %s:\n%s", name, o.out+o.talk)
		}
		if _, err := os.Stat(filepath.Join(base, name)); err != nil {
			x.Errorf("a foreign file was removed: %v", err)
		}
	}
}

// flippedBytes changes single bytes: in the full tier one at a time, in the
// quick one a byte of each file at once, and verify must name them all.
func flippedBytes(x *trial) {
	root := x.path("out")
	x.run(0, x.articles, "--out", root)
	r := rand.New(rand.NewPCG(15, 15))
	files := x.manifest(root).Files
	flips, found := 0, 0
	for flips < 150 {
		var now []string
		undo := func() {}
		for _, f := range files {
			if f.Bytes == 0 || x.full && len(now) > 0 {
				continue
			}
			if x.full {
				f = files[r.IntN(len(files))]
			}
			path := filepath.Join(root, f.Path)
			data, err := os.ReadFile(path)
			x.must(err)
			at, bit := r.IntN(len(data)), byte(1)<<r.IntN(8)
			data[at] ^= bit
			x.must(os.WriteFile(path, data, 0o644))
			now = append(now, f.Path)
			last := undo
			undo = func() {
				last()
				data[at] ^= bit
				x.must(os.WriteFile(path, data, 0o644))
			}
		}
		o := x.do(1, "verify", root)
		for _, path := range now {
			if flips++; strings.Contains(o.out+o.talk, path+": damaged") {
				found++
			}
		}
		undo()
	}
	if found != flips {
		x.Errorf("verify found %d of %d flipped bytes", found, flips)
	}
	x.Logf("verify found %d of %d flipped bytes", found, flips)
	x.check(root)
}

func manifestUnusable(x *trial) {
	small := x.file("small.jsonl", string(news(3, 1, 3)))
	root := x.path("out")
	x.run(0, small, "--out", root)
	name := filepath.Join(root, "manifest.json")
	good, err := os.ReadFile(name)
	x.must(err)
	before := x.list(root, "store")
	for _, test := range []struct{ what, content, says string }{
		{"empty", "", "empty"},
		{"cut", string(good[:len(good)/2]), "cut off"},
		{"garbage", "\x00\x01garbage", "damaged"},
		{"other JSON", `{"a": 1}`, "no manifest"},
		{"newer", strings.Replace(string(good), `"format": 1`, `"format": 2`, 1), "newer"},
		{"one figure changed", strings.Replace(string(good), `"rows": 3`, `"rows": 4`, 1), "sha256"},
		{"a path outside", strings.Replace(string(good), `"store/`, `"../store/`, 1), "damaged"},
		{"missing", "-", "missing"},
	} {
		x.must(os.WriteFile(name, []byte(test.content), 0o644))
		if test.what == "missing" {
			x.must(os.Remove(name))
		}
		o := x.run(2, small, "--out", root)
		x.says(o, name, test.says)
		if !strings.Contains(o.talk, "restore") && !strings.Contains(o.talk, "newer claimstance") {
			x.Errorf("%s: it does not say what to do: %s", test.what, o.talk)
		}
		x.do(2, "verify", root)
		if after := x.list(root, "store"); fmt.Sprint(after) != fmt.Sprint(before) {
			x.Errorf("%s: the store changed from %v to %v", test.what, before, after)
		}
	}
	x.must(os.WriteFile(name, good, 0o644))
	x.run(0, small, "--out", root)
	x.check(root)
}
