package output

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/stance"
)

// document takes a text apart by spaces, as far as BuildClaims needs it.
func document(text string) *claims.Document {
	a := &claims.Article{
		ID: "x1", Text: []byte(text), SourceFile: "x.txt",
		Published: claims.Published{Time: time.Date(2026, 11, 24, 6, 30, 0, 0, time.UTC), Precision: claims.PrecisionMinute, Zoned: true},
	}
	doc := &claims.Document{Article: a, Text: a.Text}
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		n := strings.IndexByte(text[i:], ' ')
		if n < 0 {
			n = len(text) - i
		}
		doc.Words = append(doc.Words, lexicon.Word{Key: hashText(text[i : i+n]), Lo: int32(i), Hi: int32(i + n)})
		i += n
	}
	all := claims.Range{Lo: 0, Hi: int32(len(doc.Words))}
	doc.Zones = []claims.Zone{{Range: all, Kind: claims.ZoneBody}}
	doc.Sentences = []claims.Sentence{{Range: all}}
	return doc
}

// words gives the code points [start, end) of a text.
func words(text string, start, end int32) string { return string([]rune(text)[start:end]) }

func TestOffsetsAreCodePoints(t *testing.T) {
	lex := &lexicon.Lexicon{}
	text := "L’été 🌾 “Россия готова” , сказал Щукин , “к переговорам с Türkiye” . Ende 終"
	doc := document(text)
	cut := func(lo, hi int32) claims.Range { return claims.Range{Lo: lo, Hi: hi} }
	doc.Claims = []claims.Claim{
		{
			Content: []claims.Range{cut(2, 4), cut(8, 12)}, Hull: cut(2, 12), Act: "say", Cue: cut(5, 6), Mention: cut(6, 7),
			Parent: -1, Speaker: claims.Speaker{Name: "Щукин", Country: "RUS"}, CueEntry: -1,
		},
		{Content: []claims.Range{cut(8, 12)}, Hull: cut(8, 12), Parent: 0, CueEntry: -1, Attribution: claims.Direct},
		{Content: []claims.Range{cut(8, 12)}, Hull: cut(8, 12), Parent: -1, CueEntry: -1},
	}
	results := []stance.Result{
		{
			Scores:  []stance.CategoryScore{{Category: "accusation"}, {Category: "cooperation", Score: 0.8}, {Category: "mine", Score: 0.6}},
			Stances: []string{"cooperation", "mine"}, Condition: cut(13, 14), Cameo: "036",
			Evidence: []stance.Evidence{{Rule: "r2", Category: "cooperation", Weight: 0.8, Words: cut(9, 10), Effect: "plain"}},
			Targets: []stance.Target{
				{Category: "cooperation", Name: "Turkey", Country: "TUR", Kind: "government", Words: cut(11, 12)},
				{Category: "cooperation", Name: "YPG", Country: "SYR", Kind: "group", Words: cut(11, 12)},
				{Name: "UN", Kind: "organisation", Words: cut(0, 1)},
			},
		},
		{}, {},
	}
	rows, narration, article := BuildClaims(lex, doc, results)
	if article.Text != text || article.Claims != 3 || len(narration) != 0 {
		t.Fatalf("article %+v", article)
	}
	c := rows[0]
	for what, got := range map[string][2]string{
		"text":    {c.Text, words(text, c.StartChar, c.EndChar)},
		"cue":     {c.Cue, words(text, *c.CueStart, *c.CueEnd)},
		"mention": {c.SpeakerMention, words(text, *c.MentionStart, *c.MentionEnd)},
		"target":  {c.Targets[0].Text, words(text, c.Targets[0].Start, c.Targets[0].End)},
		"rule":    {c.Evidence[0].Text, words(text, c.Evidence[0].Start, c.Evidence[0].End)},
		"span 0":  {"“Россия готова”", words(text, c.Spans[0].Start, c.Spans[0].End)},
		"span 1":  {"“к переговорам с Türkiye”", words(text, c.Spans[1].Start, c.Spans[1].End)},
		"cue as":  {c.Cue, "сказал"},
	} {
		if got[0] != got[1] || got[0] == "" {
			t.Errorf("%s: %q, by its offsets %q", what, got[0], got[1])
		}
	}
	if strings.Join(c.TargetCountries, " ") != "TUR" || strings.Join(c.TargetOrgs, " ") != "UN YPG" {
		t.Errorf("flat targets: %v %v", c.TargetCountries, c.TargetOrgs)
	}
	if !c.IsCooperation || c.IsAccusation || c.Cooperation != 0.8 || len(c.Scores) != 3 || c.Condition != "Ende" {
		t.Errorf("scores: %+v", c)
	}
	if strings.Join(c.SpeakerCountries, " ") != "RUS" || rows[1].ParentClaimID != c.ClaimID || c.ParentClaimID != "" {
		t.Errorf("speaker_countries %v, parent %q", c.SpeakerCountries, rows[1].ParentClaimID)
	}
	if rows[1].ClaimID == rows[2].ClaimID || rows[1].ClaimKey != rows[2].ClaimKey {
		t.Error("claim_id must differ, claim_key must not")
	}
	if *c.PublishedAt != doc.Article.Published.Time.UnixMicro() || *c.PublishedDate != int32(doc.Article.Published.Time.Unix()/86400) || c.PublishedPrecision != "minute" {
		t.Errorf("published: %v %v %s", *c.PublishedAt, *c.PublishedDate, c.PublishedPrecision)
	}
}

func TestExplainJSON(t *testing.T) {
	doc := document("Paris said \"no\tend\" of it")
	doc.Article.Published = claims.Published{}
	doc.Claims = []claims.Claim{{Content: []claims.Range{{Lo: 2, Hi: 5}}, Hull: claims.Range{Lo: 2, Hi: 5}, Parent: -1, CueEntry: -1}}
	doc.Narration = []int32{0}
	rows, narration, article := BuildClaims(&lexicon.Lexicon{}, doc, []stance.Result{{}})
	line := AppendExplain(nil, &article, rows, narration)
	var got struct {
		ArticleID string           `json:"article_id"`
		Claims    []map[string]any `json:"claims"`
		Narration []map[string]any `json:"narration"`
	}
	if err := json.Unmarshal(line, &got); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	s := shapeOf(dsClaims.rowType())
	for i := range s.fields {
		f := &s.fields[i]
		v, ok := got.Claims[0][f.name]
		if !ok {
			t.Errorf("no %s", f.name)
		}
		if _, isList := v.([]any); (f.form == formStrings || f.form == formStructs) != isList {
			t.Errorf("%s: %v", f.name, v)
		}
		if f.optional && v != nil {
			t.Errorf("%s is unknown, and not null: %v", f.name, v)
		}
	}
	if got.Claims[0]["text"] != "\"no\tend\" of it" || got.ArticleID != "x1" || len(got.Narration) != 1 {
		t.Errorf("%s", line)
	}
}
