package claims

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"claimstance/internal/golden"
	"claimstance/lexicon"
)

// shippedStructure loads the shipped lexicon once for all tests of structure.
var shippedStructure = sync.OnceValues(func() (*structure, error) {
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		return nil, err
	}
	return newStructure(lex)
})

func loadStructure(tb testing.TB) *structure {
	tb.Helper()
	s, err := shippedStructure()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// readPage splits a text and reads its structure.
func readPage(s *structure, text string) *Document {
	doc := &Document{Text: []byte(text)}
	doc.Words = s.lex.Words(nil, doc.Text)
	s.read(doc)
	return doc
}

func pageText(doc *Document, r Range) string {
	if r.Empty() {
		return ""
	}
	return string(doc.Text[doc.Words[r.Lo].Lo:doc.Words[r.Hi-1].Hi])
}

// TestStructureGoldens shows what is made of whole pages.
func TestStructureGoldens(t *testing.T) {
	s := loadStructure(t)
	golden.Walk(t, "../testdata/claims/structure", func(t *testing.T, c *golden.Case) {
		doc := readPage(s, string(c.Input(t, "article.txt")))
		checkStructure(t, doc)
		c.Want(t, "want", renderStructure(doc))
	})
}

var zoneNames = map[ZoneKind]string{
	ZoneBody: "body", ZoneHeadline: "headline", ZoneSubhead: "subhead", ZoneCaption: "caption", ZoneDateline: "dateline",
	ZoneDate: "date", ZoneByline: "byline", ZoneFurniture: "furniture", ZoneRepeat: "repeat",
}

// renderStructure writes a page's zones, the sentences of each and the
// quotations, indented by depth.
func renderStructure(doc *Document) string {
	var b strings.Builder
	switch d := doc.Date; d.Precision {
	case PrecisionUnknown:
		b.WriteString("published: unknown\n")
	case PrecisionDay:
		fmt.Fprintf(&b, "published: %s\n", d.Time.Format("2006-01-02"))
	default:
		fmt.Fprintf(&b, "published: %s zoned=%t\n", d.Time.Format("2006-01-02 15:04:05"), d.Zoned)
	}
	for _, f := range []struct {
		flag Flags
		name string
	}{{FlagUnbalancedQuote, "unbalanced quote"}, {FlagForcedSentenceEnd, "forced sentence end"}, {FlagRepeatedLine, "repeated line"}} {
		if doc.Flags&f.flag != 0 {
			fmt.Fprintf(&b, "flag: %s\n", f.name)
		}
	}
	sentence, quote := 0, 0
	for z, zone := range doc.Zones {
		fmt.Fprintf(&b, "%s\n", zoneNames[zone.Kind])
		if !zone.Kind.IsText() {
			fmt.Fprintf(&b, "  - %s\n", oneLine(pageText(doc, zone.Range)))
			continue
		}
		for ; sentence < len(doc.Sentences) && int(doc.Sentences[sentence].Zone) == z; sentence++ {
			fmt.Fprintf(&b, "  . %s\n", oneLine(pageText(doc, doc.Sentences[sentence].Range)))
		}
		for ; quote < len(doc.Quotes) && doc.Quotes[quote].Outer.Lo < zone.Hi; quote++ {
			q := doc.Quotes[quote]
			fmt.Fprintf(&b, "  %s> %s%s\n", strings.Repeat("  ", int(q.Depth)), oneLine(pageText(doc, q.Content)), quoteMarks(q))
		}
	}
	return b.String()
}

func quoteMarks(q Quote) string {
	s := ""
	if q.Single {
		s += " [single]"
	}
	if q.Open {
		s += " [open]"
	}
	if q.Unopened {
		s += " [unopened]"
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// checkStructure checks what must hold of any page.
func checkStructure(tb testing.TB, doc *Document) {
	tb.Helper()
	at := int32(0)
	for i, z := range doc.Zones {
		if z.Lo != at || z.Hi <= z.Lo {
			tb.Fatalf("zone %d is %v: zones must tile the words, the next one is %d", i, z.Range, at)
		}
		at = z.Hi
	}
	if int(at) != len(doc.Words) {
		tb.Fatalf("the zones end at word %d of %d", at, len(doc.Words))
	}
	k := 0
	for z, zone := range doc.Zones {
		if !zone.Kind.IsText() {
			continue
		}
		at := zone.Lo
		for ; k < len(doc.Sentences) && int(doc.Sentences[k].Zone) == z; k++ {
			s := doc.Sentences[k]
			if s.Lo != at || s.Hi <= s.Lo {
				tb.Fatalf("sentence %d is %v: the sentences of zone %d must tile %v, the next word is %d", k, s.Range, z, zone.Range, at)
			}
			at = s.Hi
		}
		if at != zone.Hi {
			tb.Fatalf("the sentences of zone %d end at word %d, the zone is %v", z, at, zone.Range)
		}
	}
	if k != len(doc.Sentences) {
		tb.Fatalf("sentence %d is out of order", k)
	}
	checkQuotes(tb, doc)
}

func checkQuotes(tb testing.TB, doc *Document) {
	tb.Helper()
	z := 0
	for i, q := range doc.Quotes {
		if q.Content.Empty() || !q.Outer.Holds(q.Content) {
			tb.Fatalf("quotation %d: content %v, outer %v", i, q.Content, q.Outer)
		}
		for z < len(doc.Zones) && doc.Zones[z].Hi <= q.Outer.Lo {
			z++
		}
		if zone := doc.Zones[z]; !zone.Kind.IsText() || !zone.Holds(q.Outer) {
			tb.Fatalf("quotation %d, %v, is not inside one zone of text: %v", i, q.Outer, zone)
		}
		if i > 0 && doc.Quotes[i-1].Content.Lo > q.Content.Lo {
			tb.Fatalf("quotation %d begins before the one ahead of it", i)
		}
		switch {
		case q.Parent < 0 && q.Depth != 0, q.Parent >= int32(i):
			tb.Fatalf("quotation %d: parent %d, depth %d", i, q.Parent, q.Depth)
		case q.Parent >= 0:
			p := doc.Quotes[q.Parent]
			if !p.Content.Holds(q.Outer) || q.Depth != p.Depth+1 {
				tb.Fatalf("quotation %d, %v depth %d, is not inside its parent %v depth %d", i, q.Outer, q.Depth, p.Content, p.Depth)
			}
		}
		if i > 0 && q.Outer.Overlaps(doc.Quotes[i-1].Outer) && !doc.Quotes[i-1].Content.Holds(q.Outer) {
			tb.Fatalf("quotations %d and %d cross: %v, %v", i-1, i, doc.Quotes[i-1].Outer, q.Outer)
		}
	}
}
