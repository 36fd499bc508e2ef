package output

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"strings"
	"testing"
	"time"

	"claimstance/claims"
	"claimstance/lexicon"
)

// example is an article of a test: id, day ("" unknown), text; each sentence
// that holds "said" becomes a claim.
type example struct {
	id, day, url, text string
}

// rows makes rows as BuildClaims would, without an analysis.
func (e example) rows() (ArticleRow, []ClaimRow, []NarrationRow) {
	sum := sha256.Sum256([]byte(e.text))
	a := ArticleRow{
		ArticleID: e.id, URL: e.url, Publisher: "example.org", Text: e.text, TextSHA256: hex.EncodeToString(sum[:]),
		Sketch: sketchText(e.text), SourceFile: e.id + ".txt", PublishedPrecision: "unknown", Flags: []string{},
	}
	if e.day != "" {
		t, err := time.Parse(time.DateOnly, e.day)
		if err != nil {
			panic(err)
		}
		d := int32(t.Unix() / 86400)
		a.PublishedDate, a.PublishedPrecision = &d, "day"
	}
	var cs []ClaimRow
	var ns []NarrationRow
	at := 0
	for i, s := range strings.SplitAfter(e.text, ". ") {
		n := len([]rune(s))
		if !strings.Contains(s, "said") {
			ns = append(ns, NarrationRow{ArticleID: e.id, Seq: int32(len(ns)), Sentence: int32(i), Text: s, StartChar: int32(at), EndChar: int32(at + n)})
		} else {
			speaker, _, _ := strings.Cut(s, " said")
			cs = append(cs, ClaimRow{
				ClaimID: fmt.Sprintf("%s-%d", e.id, i), ArticleID: e.id, Publisher: a.Publisher, URL: e.url,
				PublishedDate: a.PublishedDate, PublishedPrecision: a.PublishedPrecision, Seq: int32(len(cs)), Sentence: int32(i), Position: "body",
				Text: s, StartChar: int32(at), EndChar: int32(at + n), Spans: []Span{{int32(at), int32(at + n)}},
				Attribution: "indirect", SpeechAct: "say", Cue: "said", Speaker: speaker, SpeakerCountry: "FRA", SpeakerCountries: []string{"FRA"},
				ClaimKey: fmt.Sprintf("%x", s), Targets: []TargetRow{}, TargetCountries: []string{"DEU"}, TargetOrgs: []string{},
				Stances: []string{"threat"}, Kinds: []string{}, Threat: 0.75, IsThreat: true,
				Scores:   []ScoreRow{{"accusation", 0}, {"threat", 0.75}, {"cooperation", 0}},
				Evidence: []EvidenceRow{{Rule: "r", Category: "threat", Weight: 0.75, Start: int32(at), End: int32(at + 1), Text: s[:1], Effect: "plain"}},
				Flags:    []string{}, LexiconVersion: "1.0.0", LexiconDigest: testKey.LexiconDigest,
			})
		}
		at += n
	}
	a.Claims, a.Sentences = int32(len(cs)), int32(len(cs)+len(ns))
	return a, cs, ns
}

// sketchText sketches plain words.
func sketchText(text string) []byte {
	doc := &claims.Document{}
	for _, w := range strings.Fields(text) {
		h := fnv.New64a()
		h.Write([]byte(w))
		doc.Words = append(doc.Words, lexicon.Word{Key: h.Sum64()})
	}
	return sketchOf(doc)
}

var testKey = Key{LexiconVersion: "1.0.0", LexiconDigest: strings.Repeat("0123456789abcdef", 4), Schema: SchemaVersion, Analysis: 1}

// testNow is a fixed time of a run.
var testNow = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// publish runs a commit with each of the parts, as the batch does it: Judge in
// order, then Commit.
func publish(tb testing.TB, dir string, opt Options, parts ...[]example) (Published, error) {
	tb.Helper()
	if opt.Now.IsZero() {
		opt.Now = testNow
	}
	r, err := Open(dir, testKey, opt)
	if err != nil {
		return Published{}, err
	}
	defer r.Close()
	known, err := r.Known()
	if err != nil {
		return Published{}, err
	}
	tx, err := r.Begin()
	if err != nil {
		return Published{}, err
	}
	var c Changes
	for n, examples := range parts {
		p, err := tx.Part(n)
		if err != nil {
			return Published{}, err
		}
		for _, e := range examples {
			a, cs, ns := e.rows()
			v, err := known.Judge(a.ArticleID, Print{digestPrefix(a.TextSHA256), hashText(a.URL)}, a.Sketch, false)
			if err != nil {
				tx.Abort()
				return Published{}, err
			}
			i, err := p.Article(&a, cs, ns)
			if err != nil {
				tx.Abort()
				return Published{}, err
			}
			switch v {
			case Replaces:
				c.Remove = append(c.Remove, a.ArticleID)
			case Unchanged, Duplicate:
				c.Skip = append(c.Skip, PartArticle{n, i})
			case Conflict:
				c.Skip = append(c.Skip, PartArticle{n, i})
				err = p.Reject(&RejectRow{SourceFile: a.SourceFile, Reason: "id_conflict", Message: "another text", ArticleID: a.ArticleID, Digest: a.TextSHA256, Head: []byte(a.Text)})
			}
			if err != nil {
				tx.Abort()
				return Published{}, err
			}
		}
		if err := p.Close(); err != nil {
			tx.Abort()
			return Published{}, err
		}
	}
	return tx.Commit(context.Background(), c)
}
