package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"time"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/stance"
)

// BuildClaims makes the rows of one article. results[i] is the score of
// doc.Claims[i]. It is safe for concurrent use; the rows share one copy of the
// article's text.
func BuildClaims(lex *lexicon.Lexicon, doc *claims.Document, results []stance.Result) ([]ClaimRow, []NarrationRow, ArticleRow) {
	return build(newBuilder(lex, lex.Digest(), doc), doc, results)
}

// BuildShown is BuildClaims for rows that are shown and not kept: without the
// lexicon's digest, which takes longer to work out than a short article.
func BuildShown(lex *lexicon.Lexicon, doc *claims.Document, results []stance.Result) ([]ClaimRow, []NarrationRow, ArticleRow) {
	return build(newBuilder(lex, "", doc), doc, results)
}

func build(b *builder, doc *claims.Document, results []stance.Result) ([]ClaimRow, []NarrationRow, ArticleRow) {
	rows := make([]ClaimRow, len(doc.Claims))
	b.identify(rows)
	for i := range rows {
		b.claim(&rows[i], i, &results[i])
	}
	narration := make([]NarrationRow, len(doc.Narration))
	for i, s := range doc.Narration {
		r := doc.Sentences[s].Range
		start, end := b.chars(r)
		narration[i] = NarrationRow{ArticleID: b.article.ArticleID, Seq: int32(i), Sentence: s, Text: b.text(r), StartChar: start, EndChar: end}
	}
	b.article.Claims = int32(len(rows))
	return rows, narration, b.article
}

// builder holds what the rows of one article share.
type builder struct {
	lex     *lexicon.Lexicon
	doc     *claims.Document
	article ArticleRow
	// Code points at which each word begins and ends; nil where the text is ASCII
	// and bytes are code points.
	lo, hi  []int32
	lead    int32 // zone of the first paragraph, -1
	version string
	digest  string
}

func newBuilder(lex *lexicon.Lexicon, digest string, doc *claims.Document) *builder {
	a := doc.Article
	b := &builder{lex: lex, doc: doc, lead: -1, version: lex.Manifest().Version, digest: digest}
	sum := sha256.Sum256(a.Text)
	p := a.Published
	if p.Precision == claims.PrecisionUnknown {
		p = doc.Date
	}
	b.article = ArticleRow{
		ArticleID: a.ID, URL: a.URL, Title: a.Title, Publisher: a.Publisher, Language: a.Language,
		PublishedPrecision: precisionName(p.Precision),
		Text:               string(a.Text),
		TextSHA256:         hex.EncodeToString(sum[:]),
		Sketch:             sketchOf(doc),
		SourceFile:         a.SourceFile,
		Sentences:          int32(len(doc.Sentences)),
		Flags:              flagNames(doc.Flags),
	}
	b.article.PublishedAt, b.article.PublishedDate = publishedColumns(p)
	if a.Line > 0 {
		line := int32(a.Line)
		b.article.SourceLine = &line
	}
	b.countChars()
	for _, s := range doc.Sentences {
		if doc.Zones[s.Zone].Kind == claims.ZoneBody {
			b.lead = s.Zone
			break
		}
	}
	return b
}

// publishedColumns gives published_at and published_date; see their columns.
func publishedColumns(p claims.Published) (at *int64, date *int32) {
	if p.Precision == claims.PrecisionUnknown {
		return nil, nil
	}
	t := p.Time.UTC()
	day := int32(t.Truncate(24*time.Hour).Unix() / 86400)
	if p.Precision != claims.PrecisionDay && p.Zoned {
		micro := t.UnixMicro()
		at = &micro
	}
	return at, &day
}

func precisionName(p claims.Precision) string {
	return [...]string{"unknown", "day", "minute", "second"}[p]
}

// countChars turns the bytes at which words begin and end into code points, in
// one pass over the text.
func (b *builder) countChars() {
	text := b.doc.Text
	ascii := true
	for _, c := range text {
		if c >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return
	}
	n := len(b.doc.Words)
	both := make([]int32, 2*n)
	b.lo, b.hi = both[:n], both[n:]
	at, chars := int32(0), int32(0)
	to := func(pos int32) int32 {
		for ; at < pos; at++ {
			if text[at]&0xC0 != 0x80 { // not a continuation byte: a code point begins
				chars++
			}
		}
		return chars
	}
	for i, w := range b.doc.Words {
		b.lo[i] = to(w.Lo)
		b.hi[i] = to(w.Hi)
	}
}

// chars gives the code points of a range of words; 0, 0 for an empty one.
func (b *builder) chars(r claims.Range) (int32, int32) {
	if r.Empty() {
		return 0, 0
	}
	if b.lo == nil {
		return b.doc.Words[r.Lo].Lo, b.doc.Words[r.Hi-1].Hi
	}
	return b.lo[r.Lo], b.hi[r.Hi-1]
}

// optChars is chars for columns that are NULL when there are no words.
func (b *builder) optChars(r claims.Range) (*int32, *int32) {
	if r.Empty() {
		return nil, nil
	}
	start, end := b.chars(r)
	return &start, &end
}

// text gives the words of a range as they are written, "" for an empty one.
func (b *builder) text(r claims.Range) string {
	if r.Empty() {
		return ""
	}
	return b.article.Text[b.doc.Words[r.Lo].Lo:b.doc.Words[r.Hi-1].Hi]
}

// identify gives each row its claim_id: 64 bits of SHA-256 over the article's
// id, the hull and the cue. Should two claims have all of that in common, the
// later ones are told apart by their number.
func (b *builder) identify(rows []ClaimRow) {
	seen := make(map[string]uint32, len(rows))
	h := sha256.New()
	for i := range rows {
		c := &b.doc.Claims[i]
		var key [20]byte
		start, end := b.chars(c.Hull)
		cueStart, cueEnd := b.chars(c.Cue)
		for k, v := range []int32{start, end, cueStart, cueEnd} {
			binary.LittleEndian.PutUint32(key[4*k:], uint32(v))
		}
		for {
			h.Reset()
			h.Write([]byte(b.article.ArticleID))
			h.Write([]byte{0})
			h.Write(key[:])
			id := hex.EncodeToString(h.Sum(nil)[:8])
			n, taken := seen[id]
			if !taken {
				seen[id] = 0
				rows[i].ClaimID = id
				break
			}
			seen[id] = n + 1
			binary.LittleEndian.PutUint32(key[16:], n+1)
		}
	}
	for i := range rows {
		if p := b.doc.Claims[i].Parent; p >= 0 {
			rows[i].ParentClaimID = rows[p].ClaimID
		}
	}
}

// claimKey is 64 bits of SHA-256 over the speaker and the words of the content,
// case, accents and punctuation aside.
func (b *builder) claimKey(c *claims.Claim) string {
	h := sha256.New()
	h.Write([]byte(cmp.Or(c.Speaker.ActorID, c.Speaker.Name)))
	h.Write([]byte{0})
	var buf [8]byte
	for _, part := range c.Content {
		for _, w := range b.doc.Words[part.Lo:part.Hi] {
			if w.Kind == lexicon.Letters || w.Kind == lexicon.Number {
				binary.LittleEndian.PutUint64(buf[:], w.Key)
				h.Write(buf[:])
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// position says where in the article a claim stands.
func (b *builder) position(c *claims.Claim) string {
	zone := b.doc.Sentences[c.Sentence].Zone
	switch b.doc.Zones[zone].Kind {
	case claims.ZoneHeadline, claims.ZoneSubhead:
		return "headline"
	case claims.ZoneCaption:
		return "caption"
	}
	if zone == b.lead {
		return "lead"
	}
	return "body"
}

func attributionName(a claims.Attribution) string {
	return [...]string{"direct", "indirect", "mixed"}[a]
}

// flagNames names the flags that are set, in their order; never nil.
func flagNames(f claims.Flags) []string {
	out := []string{}
	for _, flag := range [...]struct {
		bit  claims.Flags
		name string
	}{
		{claims.FlagUnbalancedQuote, "unbalanced_quote"},
		{claims.FlagForcedSentenceEnd, "forced_sentence_end"},
		{claims.FlagControlCharacters, "control_characters"},
		{claims.FlagRepeatedLine, "repeated_line"},
	} {
		if f&flag.bit != 0 {
			out = append(out, flag.name)
		}
	}
	return out
}

// distinct sorts a list and drops repeats and "".
func distinct(list []string) []string {
	slices.Sort(list)
	list = slices.Compact(list)
	if len(list) > 0 && list[0] == "" {
		list = list[1:]
	}
	return list
}

// notNil makes a list fit for a column: empty, never NULL.
func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
