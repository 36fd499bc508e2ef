package claims

import (
	"strings"
	"testing"
)

// TestSentences divides one paragraph; the wanted division is marked with |.
func TestSentences(t *testing.T) {
	s := loadStructure(t)
	for name, want := range map[string]string{
		"titles":                "Maj. Gen. Igor Lind met Sen. Poe.|Mr. Roe left.",
		"country and name":      "He is in the U.S. Senate.|She left the U.S.|The trip was short.",
		"country and dash":      "The U.S.-Russian talks failed.|Nobody won.",
		"country ends a quote":  "“We told the U.S.”|The envoy shrugged.",
		"initials":              "J. R. Okafor and Dezső Ö. Nagy spoke.|They agreed.",
		"month":                 "It began on Sept. 9 and ended in Oct.|The rest was silence.",
		"hours":                 "They met at 5 p.m. Monday and at 9 a.m.|He slept.",
		"company":               "Acme Inc. said no.|It was bought by Globex Corp.|The price was low.",
		"number":                "See No. 5 and vol. 3 now.|The answer was no.|Forty left.",
		"number alone":          "The vote was 43.5 to 41.|Nobody cheered.|In 2016.|The end.",
		"ellipsis inside":       "The gaps ... which are wide … must close.|Yes.",
		"ellipsis ends":         "He paused...|Nobody spoke.",
		"question goes on":      "“Who pays?” she asked.|“You do!” he said.",
		"question and name":     "“Who pays?” Mr. Haddad asked.|“Never!” the Syrian minister shouted.|“Why not?”|The room was quiet.",
		"quoted sentences":      "“We left. We came back. Why?” she asked.",
		"American stop":         "“We left.”|He sat down.",
		"British stop":          "He called it “a joke”.|He sat down.",
		"stop and single":       "He said: 'We left.'|Nobody spoke.",
		"opening after":         "He sat down.|“We left.|We won.”",
		"straight opening":      "He sat down.|\"We left,\" he said.",
		"bracket opening":       "He sat down.|(She stood.)|[The mayor] left.",
		"bracket inside":        "The senator (D-Mass.) left.|The rest (all of it) stayed.",
		"missing space":         "The talks failed, he said.The end is near.",
		"missing after quote":   "“We tried.”Nobody listened.",
		"address":               "Read example.com or Booking.com today.|Then write.",
		"semicolon and colon":   "One: it fell; two: it rose.|Three.",
		"brand":                 "The Yahoo! portal fell.|So did others.",
		"lower name":            "The raid failed.|al-Nusra denied it.|De Mistura left.",
		"dash after stop":       "“We will talk.” – Doe in an interview.|He smiled.",
		"list number":           "1. Withdraw the guns.|Then talk.",
		"several marks":         "What now?!|Nobody knew...|“Well?!”|No.",
		"v.":                    "In Doe v. Roe the court agreed.|It was brief.",
		"i.e.":                  "It lifted the ban, i.e. the embargo.|Fine.",
		"nickname":              "William J. \"Bud\" Poe left.|He was 90.",
		"Cyrillic after a stop": "Он ушёл.|Она осталась.",
		"bullets":               "First item.|• Second item.|• Third.",
		"footnote":              "It fell.|2 Others rose.",
		"straight pair":         "He said \"no.\"|She said \"yes.\"|They left.",
		"acronym told":          "Doe told RT.|“It is dangerous here, very dangerous.”",
	} {
		if name == "missing space" || name == "missing after quote" {
			want = strings.Replace(strings.Replace(want, "said.The", "said.|The", 1), "”Nobody", "”|Nobody", 1)
		}
		if name == "quoted sentences" {
			want = strings.Replace(strings.Replace(want, ". We", ".|We", 1), ". Why", ".|Why", 1)
		}
		text := strings.ReplaceAll(want, "|", " ")
		if strings.HasPrefix(name, "missing") {
			text = strings.ReplaceAll(want, "|", "")
		}
		doc := readPage(s, text)
		var got []string
		for _, x := range doc.Sentences {
			got = append(got, pageText(doc, x.Range))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s:\n got %s\nwant %s", name, g, want)
		}
	}
}

// TestForcedSentenceEnd cuts a sentence that never ends, at a comma if there
// is one, and says so.
func TestForcedSentenceEnd(t *testing.T) {
	s := loadStructure(t)
	doc := readPage(s, strings.Repeat("the ships, the crews and the ports of the coast ", 200)+".")
	if doc.Flags&FlagForcedSentenceEnd == 0 {
		t.Error("the flag is not set")
	}
	for i, x := range doc.Sentences {
		if x.Hi-x.Lo > s.limits.sentenceWords {
			t.Errorf("sentence %d has %d words", i, x.Hi-x.Lo)
		}
		if last := i == len(doc.Sentences)-1; x.Forced == last {
			t.Errorf("sentence %d: forced is %t", i, x.Forced)
		}
		if text := pageText(doc, x.Range); x.Forced && !strings.HasSuffix(text, ",") {
			t.Errorf("sentence %d is not cut at a comma: …%s", i, text[len(text)-20:])
		}
	}
	checkStructure(t, doc)
}
