package golden

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const articlesDir = "../../testdata/articles"

// goldSets are the folders of readable sources with the file made of each. The
// articles of all but src were finished before the program saw them; those of wide,
// late and held stand beside their sources.
var goldSets = [...]struct{ sources, file string }{
	{"../../testdata/gold/src", "../../testdata/gold/articles.jsonl"},
	{"../../testdata/gold/blind", "../../testdata/gold/blind.jsonl"},
	{"../../testdata/gold/wide", "../../testdata/gold/wide.jsonl"},
	{"../../testdata/gold/late", "../../testdata/gold/late.jsonl"},
	{"../../testdata/gold/held", "../../testdata/gold/held.jsonl"},
}

// goldArticle is one line of articles.jsonl, the format of all gold files.
type goldArticle struct {
	ID        string      `json:"id"`
	Publisher *string     `json:"publisher"`
	Published *string     `json:"published"`
	Title     *string     `json:"title"`
	Note      string      `json:"note,omitempty"`
	File      string      `json:"file"`
	Complete  bool        `json:"complete"`
	Text      string      `json:"text"`
	Claims    []goldClaim `json:"claims"`
}

type goldClaim struct {
	Content        [2]int         `json:"content"`
	ContentText    string         `json:"content_text"`
	Mention        *[2]int        `json:"mention"`
	MentionText    *string        `json:"mention_text"`
	Speaker        *string        `json:"speaker"`
	SpeakerAlt     string         `json:"speaker_alt,omitempty"`
	SpeakerCountry *string        `json:"speaker_country"`
	SpeakerOrg     *string        `json:"speaker_org"`
	Targets        []string       `json:"targets"`
	TargetOrgs     []string       `json:"target_orgs"`
	Stances        []string       `json:"stances"`
	Optional       []string       `json:"optional_stances"`
	Attribution    string         `json:"attribution"`
	IsOptional     bool           `json:"optional,omitempty"`
	Notes          map[string]any `json:"notes,omitempty"`
}

// TestGoldArticles makes the JSON Lines of each set from the readable sources
// beside them, which testdata/README.md describes, and compares; -update writes
// them. No offset is typed by hand.
func TestGoldArticles(t *testing.T) {
	described := map[string]bool{}
	for _, set := range goldSets {
		out := goldOf(t, set.sources, described)
		if !t.Failed() {
			File(t, set.file, out)
		}
	}
	for _, key := range articleKeys(t) {
		if !described[key] {
			t.Errorf("testdata/articles: %s has no gold", key)
		}
	}
}

// goldOf makes the lines of a folder of sources and notes which articles they
// describe.
func goldOf(t *testing.T, dir string, described map[string]bool) []byte {
	sources, err := filepath.Glob(filepath.Join(dir, "*.claims"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no gold sources in %s (%v)", dir, err)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for _, path := range sources {
		article, key, err := readGold(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if described[key] {
			t.Errorf("%s: the article %s has its gold elsewhere already", path, key)
		}
		described[key] = true
		if err := encoder.Encode(article); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

// TestGoldSpans reads the gold files as a scorer does: spans lie in the text
// and give the words that are written beside them.
func TestGoldSpans(t *testing.T) {
	var data []byte
	for _, set := range goldSets {
		part, err := os.ReadFile(set.file)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, part...)
	}
	ids := map[string]bool{}
	for line := range bytes.Lines(data) {
		var a goldArticle
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		if ids[a.ID] {
			t.Errorf("%s: the id is used twice", a.ID)
		}
		ids[a.ID] = true
		runes := []rune(a.Text)
		check := func(what string, span [2]int, text string) {
			if span[0] < 0 || span[0] >= span[1] || span[1] > len(runes) {
				t.Errorf("%s: %s [%d,%d] is not inside the text of %d code points", a.ID, what, span[0], span[1], len(runes))
			} else if got := string(runes[span[0]:span[1]]); got != text {
				t.Errorf("%s: %s [%d,%d] is %q and not %q", a.ID, what, span[0], span[1], got, text)
			}
		}
		for _, c := range a.Claims {
			check("content", c.Content, c.ContentText)
			if c.Mention != nil {
				check("mention", *c.Mention, *c.MentionText)
			}
		}
	}
	if len(ids) == 0 {
		t.Error("articles.jsonl holds no article")
	}
}

// articleKeys names the articles of testdata/articles as the sources do.
func articleKeys(t *testing.T) []string {
	t.Helper()
	files, err := os.ReadDir(articlesDir)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, f := range files {
		if !strings.Contains(f.Name(), ".jsonl") {
			keys = append(keys, f.Name())
			continue
		}
		records, err := readRecords(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for id := range records {
			keys = append(keys, f.Name()+" "+id)
		}
	}
	return keys
}

// readRecords gives the texts of a JSON Lines file by id.
func readRecords(name string) (map[string]string, error) {
	f, err := os.Open(filepath.Join(articlesDir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	records := map[string]string{}
	for scanner := bufio.NewScanner(in); scanner.Scan(); {
		var r struct {
			ID      string `json:"id"`
			StoryID string `json:"story_id"`
			Text    string `json:"text"`
			Content string `json:"content"`
		}
		if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
			return nil, err
		}
		records[r.ID+r.StoryID] = r.Text + r.Content
	}
	return records, nil
}

// readGold reads one source: a header of "key: value" lines, a blank line, and
// a line a claim.
func readGold(path string) (a goldArticle, key string, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return a, "", err
	}
	head, body, _ := strings.Cut(string(data), "\n\n")
	a = goldArticle{Complete: true, Claims: []goldClaim{}}
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "article":
			key = value
		case "title":
			a.Title = &value
		case "publisher":
			a.Publisher = &value
		case "published":
			a.Published = &value
		case "note":
			a.Note = value
		default:
			return a, key, fmt.Errorf("unknown header %q", name)
		}
	}
	file, record, isRecord := strings.Cut(key, " ")
	a.File, a.ID = file, record
	if isRecord {
		records, err := readRecords(file)
		if err != nil {
			return a, key, err
		}
		a.Text = records[record]
	} else {
		text, err := os.ReadFile(filepath.Join(filepath.Dir(path), file))
		if errors.Is(err, fs.ErrNotExist) {
			text, err = os.ReadFile(filepath.Join(articlesDir, file))
		}
		if err != nil {
			return a, key, err
		}
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
		sum := sha256.Sum256(text)
		a.Text, a.ID = string(text), hex.EncodeToString(sum[:])[:16]
	}
	page := newPage(a.Text)
	for line := range strings.Lines(body) {
		c, err := page.claim(strings.TrimRight(line, "\n"))
		if err != nil {
			return a, key, fmt.Errorf("claim %q: %w", line, err)
		}
		a.Claims = append(a.Claims, c)
	}
	slices.SortStableFunc(a.Claims, func(x, y goldClaim) int { return x.Content[0] - y.Content[0] })
	return a, key, nil
}
