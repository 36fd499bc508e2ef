//go:build unix

package faults

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// states and subjects are what invented news are made of.
var (
	states   = []string{"Norway", "Chile", "Ghana", "Japan", "Kenya", "Poland", "Peru", "Turkey", "Vietnam", "Canada"}
	subjects = []string{"the fishing accord", "the northern gas field", "the border bridge", "satellite traffic", "the grain corridor", "visa rules", "the river dam", "undersea cables"}
	says     = []string{
		"%[1]s accused %[2]s of breaking the terms of %[3]s.",
		"%[1]s's foreign minister warned %[2]s that %[1]s would impose sanctions over %[3]s.",
		"\"We are ready to talk with %[2]s about %[3]s,\" the president of %[1]s told reporters in the capital.",
		"%[1]s denied that it had lied to %[2]s about %[3]s.",
		"%[1]s called on %[2]s to withdraw its troops from the area of %[3]s.",
		"Traffic was light along the coast, and nobody spoke of %[3]s.",
		"According to %[1]s's defence ministry, %[2]s will not agree to a new treaty on %[3]s.",
	}
)

// story is an article of n sentences that no other seed gives.
func story(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for i := range n {
		a := r.IntN(len(states))
		c := (a + 1 + r.IntN(len(states)-1)) % len(states)
		fmt.Fprintf(&b, says[r.IntN(len(says))], states[a], states[c], subjects[r.IntN(len(subjects))])
		fmt.Fprintf(&b, " It was reading %d of session %d.", r.IntN(1000), r.IntN(1000))
		b.WriteString([]string{" ", "\n\n"}[i&1])
	}
	return strings.TrimSpace(b.String())
}

// record is a line of JSON Lines.
func record(id, text string, more ...string) string {
	m := map[string]string{"id": id, "text": text}
	for i := 0; i+1 < len(more); i += 2 {
		m[more[i]] = more[i+1]
	}
	line, err := json.Marshal(m)
	if err != nil {
		panic(err) // of strings alone
	}
	return string(line) + "\n"
}

// news is n articles of about a kilobyte over so many months, out of order.
func news(n, months int, seed uint64) []byte {
	var b bytes.Buffer
	if err := writeNews(&b, n, months, seed); err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

// writeNews writes news as they are made: the system counts what a test holds
// when it starts a command as that command's memory.
func writeNews(w io.Writer, n, months int, seed uint64) error {
	b := bufio.NewWriter(w)
	first := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		day := first.AddDate(0, (i*7)%months, i%28).Format(time.DateOnly)
		if _, err := b.WriteString(record(fmt.Sprintf("n%d-%d", seed, i), story(seed<<32+uint64(i), 8), "date", day, "publisher", "Example Wire")); err != nil {
			return err
		}
	}
	return b.Flush()
}
