package claims

import (
	"strings"
	"testing"
)

// tagNames names the tags in the order of their constants.
var tagNames = strings.Fields("other noun name adj adv det poss-pron pron rel that wh num prep to conj sub aux modal not verb base part ing poss mark")

// TestTags checks the words whose class decides where a source or a content
// begins or ends; the mark · stands before each word that the row is about.
func TestTags(t *testing.T) {
	a := loadShipped(t)
	for _, c := range []struct{ text, want string }{
		// Verbs that a noun could be, and nouns that a verb could be.
		{"The ·monitor ·said the raid was over.", "noun verb"},
		{"A police ·post near the border burned.", "noun"},
		{"Lima rejected ·calls by Oslo.", "noun"},
		{"Two boats ·left the port.", "verb"},
		{"Officials ·say the order has lapsed.", "verb"},
		{"Supporters of the bill, ·however, ·say it would help.", "adv verb"},
		{"Those ·surveyed ·said prices rose.", "part verb"},
		{"The warning that it could ·fall ·went unheard.", "base verb"},
		{"He fears the campaign, which Ankara ·fears may spread.", "verb"},
		// Participles and finite verbs.
		{"Forces ·backed by Oslo ·took the town.", "part verb"},
		{"·Asked by reporters about it, Holm left.", "part"},
		{"The contrast, ·said Holm and others, is clear.", "verb"},
		{"The minister, ·asked about it, ·said no.", "part verb"},
		{"She left the hall, ·saying it was over.", "ing"},
		// That, to, and the words of questions.
		{"He said ·that the plan failed.", "that"},
		{"The plan ·that failed was his.", "rel"},
		{"He agreed ·to ·pay.", "to base"},
		{"He went ·to Lima.", "prep"},
		{"She asked ·whether it was safe.", "wh"},
		{"The man ·who called left.", "rel"},
		// Months, modals, pronouns and names.
		{"It ·may rain.", "modal"},
		{"Talks began in ·May.", "name"},
		{"The ·US may act.", "name"},
		{"He told ·us so.", "pron"},
		{"He sold ·her car and told ·her so.", "poss-pron pron"},
		{"·It's over.", "pron"},
		{"He'd ·gone.", "part"},
		{"58 per cent of voters ·blame Lima.", "verb"},
		// Signs beside numbers, and verbs far from the head of their subject.
		{"He called for ·$3 billion.", "num"},
		{"Polls ·show voters ·fear the law.", "verb verb"},
		{"Polls in New Zealand ·show the parties level.", "verb"},
		{"The price was low, records ·show.", "verb"},
		{"The poll also ·shows the gap.", "verb"},
		{"Officials in Oslo, for example, ·say it is dead.", "verb"},
		{"The plan is fine, ·say some ministers.", "verb"},
		{"A veterans ·group left.", "noun"},
		{"The ministers ·all urged calm.", "adv"},
		{"He called ·her “weak” again.", "pron"},
	} {
		plain := strings.ReplaceAll(c.text, "·", "")
		doc := a.Analyse(&Article{Text: []byte(plain)})
		var got []string
		at := 0
		for n, part := range strings.Split(c.text, "·") {
			if n > 0 {
				got = append(got, tagAt(doc, at))
			}
			at += len(part)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func tagAt(doc *Document, offset int) string {
	for i := range doc.Words {
		if int(doc.Words[i].Lo) == offset {
			return tagNames[doc.Tags[i]]
		}
	}
	return "none"
}

// TestPhrases checks where noun phrases begin and end.
func TestPhrases(t *testing.T) {
	a := loadShipped(t)
	for _, c := range []struct{ text, base, full string }{
		{"the Russian Foreign and Defence Ministries said", "the Russian Foreign and Defence Ministries", "the Russian Foreign and Defence Ministries"},
		{"a spokesman for the ministry in Sofia said", "a spokesman", "a spokesman for the ministry in Sofia"},
		{"he said", "he", "he"},
		{"some of the ministers said", "some", "some of the ministers"},
		{"Ursula van den Berg said", "Ursula van den Berg", "Ursula van den Berg"},
		{"Holm and his deputy said", "Holm", "Holm and his deputy"},
		{"the recently signed accord was", "the recently signed accord", "the recently signed accord"},
		{"the minister on Tuesday said", "the minister", "the minister"},
		{"said the minister", "", ""},
	} {
		doc := a.Analyse(&Article{Text: []byte(c.text + " so.")})
		r := a.scratch.Get().(*reading)
		r.doc = doc
		r.prepare()
		r.tag()
		hi := int32(len(doc.Words))
		if got := oneLine(pageText(doc, r.phraseAt(0, hi))); got != c.base {
			t.Errorf("phraseAt(%q) = %q, want %q", c.text, got, c.base)
		}
		if got := oneLine(pageText(doc, r.fullPhrase(0, hi, true))); got != c.full {
			t.Errorf("fullPhrase(%q) = %q, want %q", c.text, got, c.full)
		}
	}
}

// TestTimePhrases checks what is skipped as a time, and what only looks like one.
func TestTimePhrases(t *testing.T) {
	a := loadShipped(t)
	for _, c := range []struct{ text, want string }{
		{"on Thursday he said", "on Thursday"},
		{"last week the", "last week"},
		{"in September 2014 the", "in September 2014"},
		{"late on Monday he", "late on Monday"},
		{"a two-year truce", ""},
		{"may amplify the", ""},
		{"the minister said", ""},
	} {
		doc := a.Analyse(&Article{Text: []byte("He left " + c.text + " so.")})
		r := a.scratch.Get().(*reading)
		r.doc = doc
		r.prepare()
		r.tag()
		end := r.timeEnd(2, int32(len(doc.Words)))
		if got := oneLine(pageText(doc, Range{2, end})); got != c.want {
			t.Errorf("timeEnd(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSettledTags reads the articles of testdata with the table of settled tags
// and without it: the table only saves the look at the neighbours.
func TestSettledTags(t *testing.T) {
	a, plain := loadShipped(t), loadShipped(t)
	clear(plain.classes.settled)
	clear(plain.classes.quick)
	settled := 0
	for _, art := range benchArticles(t)[:31] {
		doc, want := a.Analyse(art), plain.Analyse(art)
		for i := range doc.Tags {
			if a.classes.quick[int(a.classes.rows[doc.Words[i].ID].kind)*tags+int(TagDet)] != TagOther {
				settled++
			}
			if doc.Tags[i] != want.Tags[i] {
				w := doc.Words[i]
				t.Errorf("%q in %q is tagged %s by the table and %s without it", doc.Text[w.Lo:w.Hi], doc.Text[max(0, w.Lo-40):min(len(doc.Text), int(w.Hi)+40)], tagNames[doc.Tags[i]], tagNames[want.Tags[i]])
			}
		}
	}
	if settled == 0 {
		t.Error("the table settles no word")
	}
}
