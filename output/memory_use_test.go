package output

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// TestMemoryOfALargeRun publishes 500 MB of articles over 120 months in 8 parts
// and looks at the peak of the heap. It takes a minute: CLAIMSTANCE_TEST=full.
func TestMemoryOfALargeRun(t *testing.T) {
	if !everyFault() {
		t.Skip("needs CLAIMSTANCE_TEST=full")
	}
	// The collector runs as it does under GOMEMLIMIT in the command.
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(192 << 20))
	dir := t.TempDir() + "/out"
	r, err := Open(dir, testKey, Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	tx, err := r.Begin()
	if err != nil {
		t.Fatal(err)
	}
	claims := exampleClaims(2000)
	body := strings.Repeat(claims[0].Text+" "+claims[1].Text+". ", 14)[:4600]
	bytes, articles := 0, 0
	for part := 0; bytes < 500<<20; part++ {
		p, err := tx.Part(part)
		if err != nil {
			t.Fatal(err)
		}
		for b := 0; b < 64<<20; {
			a, cs, ns := largeArticle(articles, body, claims)
			if _, err := p.Article(&a, cs, ns); err != nil {
				t.Fatal(err)
			}
			articles++
			b += len(a.Text)
			bytes += len(a.Text)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	begin := time.Now()
	p, err := tx.Commit(context.Background(), Changes{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles, %d claims, %d files, %d MB in %v; peak %s", p.Articles, p.Claims, p.Files, p.Bytes>>20, time.Since(begin), peak())
	if kb := peakKB(); kb > 256<<10 {
		t.Errorf("peak memory %d MiB, more than 256", kb>>10)
	}
}

func largeArticle(n int, body string, claims []ClaimRow) (ArticleRow, []ClaimRow, []NarrationRow) {
	day := int32(16800 + n%3650)
	id := fmt.Sprintf("%016x", mix(uint64(n)))
	sketch := make([]byte, sketchBytes)
	for i := range sketch {
		sketch[i] = byte(mix(uint64(n*sketchBytes + i)))
	}
	a := ArticleRow{ArticleID: id, PublishedDate: &day, PublishedPrecision: "day", Text: body, TextSHA256: strings.Repeat(id, 4), Sketch: sketch, Flags: []string{}}
	from := n % (len(claims) - 12)
	cs := append([]ClaimRow(nil), claims[from:from+12]...)
	for i := range cs {
		cs[i].ArticleID, cs[i].PublishedDate, cs[i].PublishedAt, cs[i].Seq = id, &day, nil, int32(i)
		cs[i].ClaimID = fmt.Sprintf("%016x", mix(uint64(n*16+i)))
	}
	ns := make([]NarrationRow, 10)
	for i := range ns {
		ns[i] = NarrationRow{ArticleID: id, Seq: int32(i), Text: body[i*150 : i*150+150]}
	}
	return a, cs, ns
}

func peak() string { return fmt.Sprintf("%d MiB", peakKB()>>10) }

// peakKB is the greatest resident size of this process so far, 0 where the
// system does not tell.
func peakKB() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	kb := 0
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			if _, err := fmt.Sscan(strings.TrimSpace(rest), &kb); err != nil {
				return 0
			}
		}
	}
	return kb
}
