//go:build unix

package faults

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// fileFaults are those of input files as a whole.
func fileFaults() []fault {
	return []fault{
		{33, "damaged_gzip", damagedGzip},
		{34, "gzip_bomb", gzipBomb},
		{35, "one_endless_line", endlessLine},
		{48, "what_is_no_file", noFiles},
		{49, "input_changes_while_read", inputChanges},
		{50, "empty_input", emptyInput},
		{51, "html_pages", htmlPages},
	}
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

func damagedGzip(x *trial) {
	plain := news(40, 2, 33)
	whole := zipped(plain)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-6] ^= 1 // of the CRC
	half := bytes.IndexByte(plain[len(plain)/2:], '\n') + len(plain)/2 + 1
	for name, data := range map[string][]byte{
		"cut.gz":      whole[:len(whole)-200],
		"notrailer":   whole[:len(whole)-8],
		"crc":         flipped,
		"garbage":     append(bytes.Clone(whole), "garbage"...),
		"header.gz":   whole[:5],
		"damaged.zst": []byte("\x28\xb5\x2f\xfd not zstd at all"),
	} {
		x.file("bad/"+name, string(data))
	}
	x.file("bad/good.jsonl", string(plain))
	root := x.path("out")
	o := x.run(0, x.path("bad"), "--out", root, "--max-reject", "50%")
	x.refused(o, "cut.gz damaged", "notrailer damaged", "crc damaged", "garbage damaged", "header.gz damaged", "damaged.zst damaged")
	x.says(o, "fetch it again")
	s := x.check(root)
	if s != nil && (len(s.Files) != 1 || s.Files["good.jsonl"] != 40) {
		x.Errorf("articles by file: %v", s.Files)
	}
	// Alone it publishes nothing, and --strict tells.
	o = x.run(1, x.path("bad/cut.gz"), "--out", x.path("alone"))
	x.says(o, "cut.gz", "damaged gzip")
	x.run(3, x.path("bad"), "--out", x.path("strict"), "--max-reject", "50%", "--strict")

	// These are fine: the same articles as the plain file.
	x.file("plain/in", string(plain))
	x.run(0, x.path("plain/in"), "--out", x.path("clean"))
	for name, data := range map[string][]byte{
		"whole":   whole,
		"members": append(zipped(plain[:half]), zipped(plain[half:])...),
		"empties": append(append(zipped(nil), whole...), zipped(nil)...),
		"twice":   zipped(whole),
	} {
		x.run(0, filepath.Dir(x.file(name+"/in", string(data))), "--out", x.path(name+"-out"))
		x.same(x.path(name+"-out"), x.path("clean"))
	}
	for name, data := range map[string][]byte{"empty.gz": zipped(nil), "nothing.gz": {}} {
		o = x.run(1, x.file(name, string(data)), "--out", x.path("none"))
		x.says(o, name, "no_text")
	}
}

func gzipBomb(x *trial) {
	size := int64(x.size(80, 1024)) << 20
	for name, content := range map[string]io.Reader{
		"zeros.gz": io.LimitReader(repeater("\x00"), size),
		"lines.gz": io.LimitReader(repeater(record("a", strings.Repeat("#", 200_000))), size),
	} {
		f, err := os.Create(x.path(name))
		x.must(err)
		w, err := gzip.NewWriterLevel(f, gzip.BestCompression)
		x.must(err)
		_, err = io.CopyBuffer(w, content, make([]byte, 1<<20))
		x.must(err)
		x.must(w.Close())
		x.must(f.Close())
		o := x.run(1, x.path(name), "--out", x.path("out"))
		x.says(o, name)
		if !strings.Contains(o.talk, "(ratio)") && !strings.Contains(o.talk, "(too_long)") && !strings.Contains(o.talk, "(utf16)") {
			x.Errorf("%s: %s", name, o.talk)
		}
		x.bounded(o, 256<<20)
		x.Logf("%s: %v, %d MB resident", name, o.wall.Round(time.Millisecond), o.rss>>20)
	}
}

// repeater gives its bytes over and over.
type repeater string

func (r repeater) Read(b []byte) (int, error) {
	n := copy(b, r)
	for n < len(b) {
		n += copy(b[n:], b[:n])
	}
	if len(b) < len(r) {
		return len(b), nil // of a limit's last bytes
	}
	return len(b) / len(r) * len(r), nil
}

func endlessLine(x *trial) {
	size := int64(x.size(100, 1024)) << 20
	for _, start := range []string{`{"text":"`, "Once "} {
		name := x.path("long")
		f, err := os.Create(name)
		x.must(err)
		_, err = io.WriteString(f, start)
		x.must(err)
		_, err = io.CopyBuffer(struct{ io.Writer }{f}, io.LimitReader(repeater("a b "), size), make([]byte, 1<<20))
		x.must(err)
		if start[0] == '{' {
			_, err = io.WriteString(f, "\"}\n"+record("after", story(35, 3)))
			x.must(err)
		}
		x.must(f.Close())
		code := 1
		if start[0] == '{' {
			code = 0
		}
		root := x.path("out" + start[:1])
		o := x.run(code, name, "--out", root)
		x.says(o, "(too_long)", "long")
		if code == 0 {
			if o.counts.Written != 1 || o.counts.Rejected != 1 {
				x.Errorf("%+v", o.counts)
			}
			x.check(root)
		}
		x.bounded(o, 160<<20)
		x.Logf("%d MB: %v, %d MB resident", size>>20, o.wall.Round(time.Millisecond), o.rss>>20)
		x.must(os.Remove(name))
	}
}

func noFiles(x *trial) {
	x.file("in/good.txt", story(48, 3))
	x.file("in/below/more.txt", story(49, 3))
	x.file("outside/secret.txt", story(50, 3))
	x.must(os.Symlink(x.path("in"), x.path("in/loop")))
	x.must(os.Symlink("dangling", x.path("in/dangling")))
	x.must(os.Symlink(x.path("outside"), x.path("in/out")))
	x.must(os.Symlink(x.path("outside/secret.txt"), x.path("in/secret.txt")))
	x.must(syscall.Mkfifo(x.path("in/pipe"), 0o644))
	root := x.path("root")
	o := x.run(0, x.path("in"), "--out", root)
	if o.counts.Written != 2 {
		x.Errorf("%+v", o.counts)
	}
	x.says(o, "skipped 5 entries")
	x.check(root)
	for _, arg := range []string{x.path("in/pipe"), x.path("in/dangling"), os.DevNull, x.path("nothing"), x.path("no*thing"), ""} {
		o := x.run(2, arg, "--out", root)
		if len(o.errors) != 1 || !strings.Contains(o.errors[0], "find articles") || !strings.Contains(o.errors[0], arg) {
			x.Errorf("%q: %v", arg, o.errors)
		}
	}
	// A file that may not be read is refused, a folder that may not be listed
	// is an error: nobody knows what it holds.
	closed := x.file("mixed/closed.txt", story(51, 3))
	x.file("mixed/open.txt", story(52, 3))
	x.must(os.Chmod(closed, 0))
	x.must(os.Mkdir(x.path("theirs"), 0o777))
	x.must(os.Chmod(x.path("theirs"), 0o777))
	o = x.finish(0, x.asNobody(x.command(runArgs(x.path("mixed"), "--out", x.path("theirs/out"))...)))
	x.refused(o, "closed.txt unreadable")
	x.check(x.path("theirs/out"))
	x.must(os.Chmod(x.path("in/below"), 0))
	defer os.Chmod(x.path("in/below"), 0o755)
	o = x.finish(-1, x.asNobody(x.command(runArgs(x.path("in"), "--out", x.path("theirs/other"))...)))
	if o.code == 0 {
		x.Error("a folder that may not be read was passed over")
	}
	x.says(o, "below", "permission denied")
	// The output is not read as input.
	x.run(0, x.path("outside"), "--out", x.path("outside/root"))
	o = x.run(0, x.path("outside"), "--out", x.path("outside/root"))
	if o.counts.Unchanged != 1 && o.counts.Read != 1 {
		x.Errorf("its own output was read: %+v", o.counts)
	}
}

// inputChanges lets a writer append, cut and replace while the run reads.
func inputChanges(x *trial) {
	data, err := os.ReadFile(x.big())
	x.must(err)
	x.file("in/b.jsonl", string(news(5, 1, 49)))
	for name, change := range map[string]func(path string) error{
		"grows": func(path string) error {
			f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = f.WriteString(record("late", story(1, 1)))
			return err
		},
		"shrinks": func(path string) error { return os.Truncate(path, 10_000) },
		"replaced": func(path string) error {
			if err := os.WriteFile(path+".new", data, 0o644); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		},
	} {
		in := x.file(name+"/a.jsonl", string(data))
		x.must(os.WriteFile(x.path(name, "b.jsonl"), news(5, 1, 49), 0o644))
		root := x.path(name + "-out")
		c := x.command(runArgs(x.path(name), "--out", root, "--workers", "1")...)
		talk := new(bytes.Buffer)
		c.Stderr = talk
		x.must(c.Start())
		for range 500 {
			if found, _ := filepath.Glob(root + "/.claimstance/tmp/*"); len(found) > 0 {
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
		x.must(change(in))
		_ = c.Wait()
		o := x.outcome(c.ProcessState, "", talk.String())
		switch {
		case name == "replaced" && o.code == 0 && o.counts.Rejected == 0: // the open file is the old one, whole
		case o.code == 0:
			x.refused(o, "a.jsonl changed")
			if s := x.check(root); s != nil && s.Files["b.jsonl"] != 5 {
				x.Errorf("%s: articles by file: %v", name, s.Files)
			}
		default:
			x.Errorf("%s: exit code %d: %s", name, o.code, o.talk)
		}
		x.must(os.RemoveAll(x.path(name)))
		x.must(os.RemoveAll(root))
	}
}

func emptyInput(x *trial) {
	root := x.path("out")
	small := x.file("small.jsonl", string(news(4, 2, 50)))
	x.run(0, small, "--out", root)
	before := x.state(root)
	x.must(os.Mkdir(x.path("empty"), 0o755))
	x.file("hidden/.only", "hidden")
	for _, in := range []string{x.path("empty"), x.path("hidden")} {
		o := x.run(2, in, "--out", root)
		x.says(o, in, "holds no file")
	}
	for name, content := range map[string]string{"zero.txt": "", "blank.txt": " \n\n\t ", "blank.jsonl": "\n\n\n"} {
		o := x.run(1, x.file(name, content), "--out", root)
		x.says(o, name, "no_text")
	}
	o := x.finish(-1, x.shell(`exec "$0" "$@" < /dev/null`, runArgs("-", "--out", root)...))
	if o.code != 0 && o.code != 1 {
		x.Errorf("empty standard input: exit code %d", o.code)
	}
	if x.state(root) != before {
		x.Error("the state changed")
	}
	// A folder that had more yesterday deletes nothing.
	o = x.run(0, x.file("fewer/one.txt", story(50, 2)), "--out", root)
	if s := x.check(root); s != nil && s.Rows["articles"] != 5 {
		x.Errorf("%d articles", s.Rows["articles"])
	}
	_ = o
}

func htmlPages(x *trial) {
	n := x.size(100_000, 1_000_000)
	for name, content := range map[string]string{
		"nested":    "<!DOCTYPE html><html><body>" + strings.Repeat("<div>", n) + story(51, 3),
		"attribute": `<html><body class="` + strings.Repeat("x", 50*n) + `">` + story(52, 3),
		"script":    "<html><script>" + strings.Repeat("var a = '<p>';", n) + story(53, 3),
		"fragment":  "<p>" + story(54, 3) + "</p><!-- " + story(55, 3),
		"charset":   "<html><meta charset=windows-1252>caf\xe9",
	} {
		o := x.run(-1, x.file(name+".html", content), "--out", x.path("out"), "--max-reject", "100%")
		if o.code != 0 && o.code != 1 || o.code == 1 && !strings.Contains(o.talk, "(html)") && !strings.Contains(o.talk, "(too_long)") {
			x.Errorf("%s: exit code %d: %s", name, o.code, fmt.Sprintf("%.400s", o.talk))
		}
		x.bounded(o, 256<<20)
	}
}
