package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
)

// BenchmarkRun is a whole run, from JSON Lines to published Parquet, over the
// project's own articles again and again (or the texts of the gold file that
// CLAIMSTANCE_BENCH names), on one core, beside `wc -w` on the same bytes. Its
// figures are of processor time, so that a busy machine changes them little:
//
//	go test ./cmd/claimstance -run '^$' -bench BenchmarkRun -benchtime 3x
func BenchmarkRun(b *testing.B) {
	lines, size := benchmarkCorpus(b, 20<<20)
	var run, words []float64
	rss := int64(0)
	for i := 0; b.Loop(); i++ {
		out := filepath.Join(b.TempDir(), fmt.Sprint(i))
		job := exec.Command("claimstance", "run", lines, "--out", out, "--workers", "1")
		job.Env = append(os.Environ(), "GOMAXPROCS=1")
		run = append(run, cpuSeconds(b, job))
		rss = max(rss, job.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
		count := exec.Command("wc", "-w", lines)
		count.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		words = append(words, cpuSeconds(b, count))
	}
	slices.Sort(run)
	slices.Sort(words)
	r, w := run[len(run)/2], words[len(words)/2]
	b.ReportMetric(size/1e6/r, "MB/cpu-s")
	b.ReportMetric(w/r, "of-wc-w")
	b.ReportMetric(float64(rss)/1024, "MiB-rss")
	b.ReportMetric(0, "ns/op")
}

func cpuSeconds(b *testing.B, c *exec.Cmd) float64 {
	b.Helper()
	if talk, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v: %s", c, err, talk)
	}
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
}

// benchmarkCorpus writes JSON Lines of at least atLeast bytes of text, dated
// over ten years, and returns the file and the bytes of text.
func benchmarkCorpus(b *testing.B, atLeast int) (string, float64) {
	b.Helper()
	if runtime.GOOS != "linux" {
		b.Skip("needs wc and Linux's figures of memory")
	}
	texts := benchmarkTexts(b)
	name := filepath.Join(b.TempDir(), "corpus.jsonl")
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	size := 0
	for i := 0; size < atLeast; i++ {
		text := texts[i%len(texts)]
		date := fmt.Sprintf("%d-%02d-%02d", 2010+i%10, 1+i/10%12, 1+i/120%28)
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint("b", i), "date": date, "text": text})
		if err != nil {
			b.Fatal(err)
		}
		fmt.Fprintf(w, "%s\n", line)
		size += len(text)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return name, float64(size)
}

func benchmarkTexts(b *testing.B) []string {
	b.Helper()
	source := os.Getenv("CLAIMSTANCE_BENCH")
	if source == "" {
		source = "../../testdata/gold/articles.jsonl"
	}
	f, err := os.Open(source)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var texts []string
	for d := json.NewDecoder(f); d.More(); {
		var a struct{ Text string }
		if err := d.Decode(&a); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, a.Text)
	}
	return texts
}
