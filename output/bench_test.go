package output

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// wordsFor makes text of words with the frequencies that words have.
func wordsFor(r *rand.Rand, z *rand.Zipf, vocabulary []string, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(vocabulary[z.Uint64()])
	}
	return b.String()
}

// exampleClaims makes claims like real ones: about 25 words of content, three
// scores, two stance rules and three entries as evidence, one target in two.
func exampleClaims(n int) []ClaimRow {
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 20000)
	for i := range vocabulary {
		b := make([]byte, 2+r.IntN(9))
		for j := range b {
			b[j] = "etaoinshrdlucmfwypvbgkqjxz"[min(25, int(r.ExpFloat64()*5))]
		}
		vocabulary[i] = string(b)
	}
	z := rand.NewZipf(r, 1.1, 4, uint64(len(vocabulary)-1))
	countries := []string{"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "TUR", "IRN", "SYR", "UKR", "ISR", "IND"}
	people := make([]string, 400)
	for i := range people {
		people[i] = wordsFor(r, z, vocabulary, 2)
	}
	rules := make([]string, 300)
	for i := range rules {
		rules[i] = fmt.Sprintf("stance.%s.%d", []string{"accusation", "threat", "cooperation"}[i%3], i)
	}
	day0 := int32(time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC).Unix() / 86400)
	rows := make([]ClaimRow, n)
	var article string
	var title, url, publisher string
	seq, left := int32(0), 0
	for i := range rows {
		if left == 0 {
			left, seq = 5+r.IntN(15), 0
			article = fmt.Sprintf("%016x", r.Uint64())
			title = wordsFor(r, z, vocabulary, 9)
			publisher = []string{"example.org", "news.example.com", "wire.example.net"}[r.IntN(3)]
			url = "https://" + publisher + "/2026/11/" + article
		}
		left--
		day := day0 + int32(i*28/n)
		at := int64(day)*86400_000_000 + int64(r.IntN(86400))*1_000_000
		start := seq * 300
		i32 := func(v int32) *int32 { return &v }
		speaker, country := people[r.IntN(len(people))], countries[r.IntN(len(countries))]
		text := wordsFor(r, z, vocabulary, 15+r.IntN(20))
		row := ClaimRow{
			ClaimID: fmt.Sprintf("%016x", r.Uint64()), ArticleID: article, Publisher: publisher, URL: url, Title: title,
			PublishedAt: &at, PublishedDate: &day, PublishedPrecision: "second", Seq: seq, Sentence: seq * 2, Position: "body",
			Text: text, StartChar: start, EndChar: start + int32(len(text)), Spans: []Span{{start, start + int32(len(text))}},
			Attribution: "indirect", SpeechAct: "say", Cue: "said", CueStart: i32(start - 10), CueEnd: i32(start - 6),
			Speaker: speaker, SpeakerID: "actor." + speaker, SpeakerMention: speaker, MentionStart: i32(start - 30), MentionEnd: i32(start - 12),
			SpeakerKind: "person", SpeakerSector: "gov", SpeakerOfficial: true, SpeakerRole: "foreign minister", SpeakerOrg: "Foreign Ministry",
			SpeakerCountry: country, SpeakerCountries: []string{country}, SpeakerBasis: "name",
			ClaimKey: fmt.Sprintf("%016x", r.Uint64()), TargetCountries: []string{}, TargetOrgs: []string{},
			Stances: []string{}, Kinds: []string{}, Flags: []string{}, Targets: []TargetRow{},
			Scores:         []ScoreRow{{"accusation", float32(r.IntN(20)) / 20}, {"threat", 0}, {"cooperation", float32(r.IntN(20)) / 20}},
			LexiconVersion: "1.0.0", LexiconDigest: strings.Repeat("0123456789abcdef", 4),
		}
		row.Accusation, row.Cooperation = row.Scores[0].Score, row.Scores[2].Score
		if row.IsAccusation = row.Accusation >= .5; row.IsAccusation {
			row.Stances = append(row.Stances, "accusation")
			row.Kinds = append(row.Kinds, "accusation/crime")
			row.Cameo = "112"
		}
		if r.IntN(2) == 0 {
			target := countries[r.IntN(len(countries))]
			row.TargetCountries = append(row.TargetCountries, target)
			row.Targets = append(row.Targets, TargetRow{"accusation", target, "actor." + target, target, "government", "name", target, start + 5, start + 12})
		}
		for k := range 5 {
			e := EvidenceRow{rules[r.IntN(len(rules))], "accusation", .7, start + int32(k)*9, start + int32(k)*9 + 8, vocabulary[z.Uint64()], "plain"}
			if k > 1 {
				e.Category, e.Weight = []string{"speaker", "country", "target"}[k-2], 0
			}
			row.Evidence = append(row.Evidence, e)
		}
		rows[i] = row
		seq++
	}
	return rows
}

// BenchmarkWriteAndCheck is the way of a claim to the disk: writer, sync, hash,
// CRC scan, second reader. claims/s is the figure.
func BenchmarkWriteAndCheck(b *testing.B) {
	// A run streams its rows, hot from the merge; so few are kept, and written
	// many times under ids of their own. Texts come again after 700 kB, which is
	// further than a page of 256 kB reaches back.
	const n, times = 122_880, 30
	rows := exampleClaims(n / times)
	s := shapeOf(reflect.TypeFor[ClaimRow]())
	for _, how := range []Verification{VerifyFull, VerifyChecksum} {
		b.Run([]string{"full", "checksum"}[how], func(b *testing.B) {
			name := filepath.Join(b.TempDir(), "claims")
			var size int64
			begin := cpuTime()
			for b.Loop() {
				w := writeClaims(b, name, s, rows, times)
				size = w.size
				if err := checkWritten(disk{}, name, s, w, how); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "claims/s")
			if cpu := cpuTime() - begin; cpu > 0 {
				b.ReportMetric(float64(n)*float64(b.N)/cpu.Seconds(), "claims/cpu-s")
			}
			b.ReportMetric(float64(size)/n, "B/claim")
		})
	}
}

func writeClaims(tb testing.TB, name string, s *shape, rows []ClaimRow, times int) written {
	tb.Helper()
	f, err := disk{}.Create(name)
	if err != nil {
		tb.Fatal(err)
	}
	w := newTableWriter[ClaimRow](f, dsClaims, s, map[string]string{"schema_version": "1"}, newCodec())
	var ids [batchRows][32]byte
	for i := range len(rows) * times {
		row := w.slot()
		*row = rows[i%len(rows)]
		if times == 1 {
			if err := w.add(); err != nil {
				tb.Fatal(err)
			}
			continue
		}
		h := mix(uint64(i))
		hex.Encode(ids[i%batchRows][:16], binary.BigEndian.AppendUint64(nil, h))
		hex.Encode(ids[i%batchRows][16:], binary.BigEndian.AppendUint64(nil, mix(h)))
		row.ClaimID, row.ClaimKey = string(ids[i%batchRows][:16]), string(ids[i%batchRows][16:])
		if err := w.add(); err != nil {
			tb.Fatal(err)
		}
	}
	done, err := w.finish()
	if err != nil {
		tb.Fatal(err)
	}
	return done
}

// BenchmarkSmallPublish is a cron day of next to nothing: what a commit costs
// by itself.
func BenchmarkSmallPublish(b *testing.B) {
	start := newMemory()
	if _, err := publish(b, "/out", memoryOptions(start), monday()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l := start.crashed("all")
		if _, err := publish(b, "/out", memoryOptions(l), secondDay()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify reads 200 MB of published files again, beside the digest
// alone on bytes that are in memory: the share is what verify reaches of the
// machine's SHA-256.
func BenchmarkVerify(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "out")
	mustPublish(b, dir, monday())
	const size = 100 << 20
	noise := make([]byte, size)
	r := rand.New(rand.NewPCG(1, 2))
	for i := 0; i < len(noise); i += 8 {
		binary.LittleEndian.PutUint64(noise[i:], r.Uint64())
	}
	// Verify looks at bytes, not at Parquet: two large files stand for many.
	m, err := ReadManifest(dir)
	if err != nil {
		b.Fatal(err)
	}
	for i := range 2 {
		noise[0] = byte(i)
		sum := sha256.Sum256(noise)
		f := FileInfo{Dataset: "claims", Month: fmt.Sprintf("2020-0%d", i+1), Bytes: size, SHA256: hex.EncodeToString(sum[:])}
		f.Path = storeFolder + "/" + storeName(dsClaims, f.Month, f.SHA256)
		if err := os.WriteFile(filepath.Join(dir, f.Path), noise, 0o644); err != nil {
			b.Fatal(err)
		}
		m.Files = append(m.Files, f)
	}
	if _, err := m.write(disk{}, dir, filepath.Join(dir, ".claimstance/tmp/m")); err != nil {
		b.Fatal(err)
	}
	if _, err := Open(dir, testKey, Options{}); err != nil { // makes the views
		b.Fatal(err)
	}
	for _, readers := range []int{1, 2} {
		b.Run(fmt.Sprintf("readers=%d", readers), func(b *testing.B) {
			b.SetBytes(2 * size)
			for b.Loop() {
				rep, err := Verify(context.Background(), dir, readers)
				if err != nil || len(rep.Findings) > 0 {
					b.Fatal(rep, err)
				}
			}
		})
	}
	b.Run("sha256", func(b *testing.B) {
		b.SetBytes(2 * size)
		for b.Loop() {
			sha256.Sum256(noise)
			sha256.Sum256(noise)
		}
	})
}
