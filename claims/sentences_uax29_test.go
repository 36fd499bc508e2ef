package claims

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"

	"claimstance/lexicon"
)

// ends gives the offsets in text after the last visible character of each
// sentence: ours, and those of Unicode Standard Annex 29.
func ends(doc *Document, zone Zone, text string) (ours, theirs map[int]bool) {
	base := int(doc.Words[zone.Lo].Lo)
	ours, theirs = map[int]bool{}, map[int]bool{}
	for _, s := range doc.Sentences {
		if zone.Holds(s.Range) {
			ours[int(doc.Words[s.Hi-1].Hi)-base] = true
		}
	}
	at := 0
	for it := sentences.FromString(text); it.Next(); {
		at += len(it.Value())
		theirs[len(strings.TrimRight(text[:at], " \u00a0\u00ad\r\n"))] = true
	}
	return ours, theirs
}

// TestSentencesAgreeWithUAX29 on ordinary prose, to the last sentence.
func TestSentencesAgreeWithUAX29(t *testing.T) {
	s := loadStructure(t)
	for _, text := range []string{
		"The ministers met on Monday. They talked for two hours. Nothing was signed.",
		"“We have waited long enough.” The envoy left the room. Nobody followed him.",
		"Is there a way back? Some say so! Others doubt it.",
		"The tally was 1,204.5 against 998. In 2016 it had been closer.",
		"He said (and nobody doubted it) that the bridge was closed. The ferry was not.",
		"The commission warned of “grave consequences”. It did not say which.",
		"\"Who asked?\" Nobody knew. \"I did,\" she said.",
		"Turnout fell; the count went on: nobody stopped it. The mayor slept.",
		"Das Gespräch scheiterte. Niemand war überrascht. “Łódź wartet”, sagte er.",
	} {
		doc := readPage(s, text)
		ours, theirs := ends(doc, doc.Zones[0], text)
		for at := range theirs {
			if !ours[at] {
				t.Errorf("UAX 29 ends a sentence after %q, we don't", text[:at])
			}
		}
		for at := range ours {
			if !theirs[at] {
				t.Errorf("we end a sentence after %q, UAX 29 does not", text[:at])
			}
		}
	}
}

// TestDifferencesFromUAX29 lists by kind where we differ from the annex on the
// project's own articles. It knows no abbreviations, no names and no speech.
func TestDifferencesFromUAX29(t *testing.T) {
	s := loadStructure(t)
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no articles to read", err)
	}
	agree, kinds := 0, map[string]int{}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc := readPage(s, string(raw))
		for _, zone := range doc.Zones {
			if !zone.Kind.IsText() {
				continue
			}
			text := pageText(doc, zone.Range)
			ours, theirs := ends(doc, zone, text)
			for at := range theirs {
				if ours[at] {
					agree++
					continue
				}
				kind := differenceKind(doc, zone, at)
				kinds[kind]++
				if kind == "unexplained" {
					t.Errorf("%s: UAX 29 ends a sentence after …%q", filepath.Base(path), text[max(0, at-30):at])
				}
			}
			for at := range ours {
				if !theirs[at] {
					kinds["we end, it does not"]++
					if before := text[:at]; !strings.HasSuffix(before, "U.S.") && !strings.Contains(text[at-1:min(len(text), at+3)], ".") {
						t.Errorf("%s: only we end a sentence after …%q", filepath.Base(path), text[max(0, at-30):at])
					}
				}
			}
		}
	}
	t.Logf("agree on %d ends; differences: %v", agree, kinds)
	if agree < 150 {
		t.Errorf("agree on %d sentence ends only", agree)
	}
}

// differenceKind says why UAX 29 ends a sentence at an offset of the zone where
// we don't.
func differenceKind(doc *Document, zone Zone, at int) string {
	at += int(doc.Words[zone.Lo].Lo)
	for i := zone.Lo; i < zone.Hi; i++ {
		w := doc.Words[i]
		if int(w.Hi) != at {
			continue
		}
		switch {
		case w.Is(lexicon.Abbreviated):
			return "abbreviation, title or initial"
		case i+1 < zone.Hi && doc.Words[i+1].Flags&lexicon.LineBefore != 0:
			return "line break inside a paragraph"
		case w.Kind == lexicon.Stop && i > zone.Lo && doc.Words[i-1].Kind == lexicon.Number && i-1 == zone.Lo:
			return "number of a list"
		case w.Kind == lexicon.QuoteClose || w.Kind == lexicon.QuoteStraight:
			return "the sentence goes on after a quotation"
		}
	}
	return "unexplained"
}
