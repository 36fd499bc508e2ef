package stance_test

import (
	"slices"
	"strings"
	"testing"

	"claimstance/claims"
	"claimstance/lexicon"
)

// ref is an actor named in a hand-made claim.
type ref struct {
	text, country string
	role          claims.Role
}

// handMade is a document of one claim by a speaker of a country, with actors
// where the texts of refs stand.
func handMade(t *testing.T, text, act, cue, speaker string, refs ...ref) *claims.Document {
	t.Helper()
	doc := said(t, text)
	c := &doc.Claims[0]
	c.Act, c.Attribution, c.Speaker = act, claims.Indirect, claims.Speaker{Name: "someone", Country: speaker, Official: true}
	if cue != "" {
		c.CueEntry, _ = lexiconOf(t).Lookup(cue)
		if c.CueEntry < 0 {
			t.Fatalf("the lexicon has no %s", cue)
		}
	}
	for _, r := range refs {
		at := rangeOf(t, doc, r.text)
		c.Refs = append(c.Refs, claims.Ref{Words: at, Entry: -1, Name: r.text, Country: r.country, Kind: "government",
			Role: r.role, Clause: c.Hull, InCue: r.role == claims.RoleTarget || r.role == claims.RoleRecipient})
	}
	return doc
}

// rangeOf gives the words of a part of the document's text.
func rangeOf(t *testing.T, doc *claims.Document, part string) claims.Range {
	t.Helper()
	at := strings.Index(string(doc.Text), part)
	r := claims.Range{Lo: -1}
	for i, w := range doc.Words {
		if int(w.Lo) == at {
			r.Lo = int32(i)
		}
		if int(w.Hi) == at+len(part) {
			r.Hi = int32(i) + 1
		}
	}
	if at < 0 || r.Lo < 0 || r.Hi <= r.Lo {
		t.Fatalf("%q is not in %q", part, doc.Text)
	}
	return r
}

func TestTargets(t *testing.T) {
	_, sc := shipped(t)
	for _, c := range []struct {
		name, text, act, cue, speaker string
		refs                          []ref
		want                          []string
	}{
		{"the cue's target is accused, the place is not", "siding with terrorists in Syria", "accuse", "cue.accuse", "RUS",
			[]ref{{"Syria", "SYR", claims.RolePlace}}, nil},
		{"who does wrong is accused", "Libya had lied to Chad about the convoy", "say", "", "NOR",
			[]ref{{"Libya", "LBY", claims.RoleSubject}, {"Chad", "TCD", claims.RoleWith}}, []string{"LBY"}},
		{"the speaker's own country is never accused", "Chad must bear with it, but Libya had lied", "say", "", "TCD",
			[]ref{{"Chad", "TCD", claims.RoleSubject}, {"Libya", "LBY", claims.RoleSubject}}, []string{"LBY"}},
		{"unless it is addressed", "Chad", "accuse", "cue.accuse", "TCD",
			[]ref{{"Chad", "TCD", claims.RoleTarget}}, []string{"TCD"}},
		{"whoever is warned is threatened", "Libya that it would face grave consequences", "warn", "", "TCD",
			[]ref{{"Libya", "LBY", claims.RoleRecipient}}, []string{"LBY"}},
		{"sanctions are on whom they hit", "would impose new sanctions on Libya", "say", "", "TCD",
			[]ref{{"Libya", "LBY", claims.RolePlace}}, []string{"LBY"}},
		{"the condition says whom a threat is for", "will end the talks unless Libya stops", "threaten", "", "TCD",
			[]ref{{"Libya", "LBY", claims.RoleSubject}}, []string{"LBY"}},
		{"talks are offered to whom they are with", "ready for talks with Libya", "say", "", "TCD",
			[]ref{{"Libya", "LBY", claims.RoleWith}}, []string{"LBY"}},
		{"two who do wrong together", "Libya and Sudan had lied", "say", "", "TCD",
			[]ref{{"Libya", "LBY", claims.RoleSubject}, {"Sudan", "SDN", claims.RoleSubject}}, []string{"LBY", "SDN"}},
		{"a claim without stance targets whom it is told to", "the weather in Libya", "say", "", "TCD",
			[]ref{{"Libya", "LBY", claims.RolePlace}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := handMade(t, c.text, c.act, c.cue, c.speaker, c.refs...)
			r := sc.Score(doc, 0)
			if got := countries(r); !slices.Equal(got, c.want) {
				t.Errorf("%q targets %v, want %v: %v", c.text, got, c.want, shown(doc, r))
			}
		})
	}
}

// A rebel's own state is not its own side.
func TestGroupAccusesItsState(t *testing.T) {
	_, sc := shipped(t)
	doc := handMade(t, "Chad had lied about the truce", "say", "", "TCD", ref{"Chad", "TCD", claims.RoleSubject})
	doc.Claims[0].Speaker.Kind = "group"
	if got := countries(sc.Score(doc, 0)); !slices.Equal(got, []string{"TCD"}) {
		t.Errorf("targets %v, want TCD", got)
	}
}

// "They" are whom the speaker named before.
func TestTargetsAreCarried(t *testing.T) {
	_, sc := shipped(t)
	doc := handMade(t, "Libya had lied. They will pay a heavy price", "say", "", "TCD", ref{"Libya", "LBY", claims.RoleSubject})
	first := doc.Claims[0]
	first.Content, first.Hull = []claims.Range{{Lo: 0, Hi: 3}}, claims.Range{Lo: 0, Hi: 3}
	second := first
	second.Content, second.Hull, second.Refs = []claims.Range{{Lo: 4, Hi: 10}}, claims.Range{Lo: 4, Hi: 10}, nil
	doc.Claims = []claims.Claim{first, second}
	r := sc.Score(doc, 1)
	if got := countries(r); !slices.Equal(got, []string{"LBY"}) || r.Targets[0].Basis != "carried" {
		t.Errorf("targets %v, want LBY, carried", r.Targets)
	}
}

// Whatever the words, scoring ends and its evidence lies in the text.
func FuzzScore(f *testing.F) {
	lex, err := load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("We will not strike unless they end the bombing, if ever", "threaten")
	f.Add("\"no\" - (not) the 'threat' of ... sanctions, or else?", "deny")
	_, sc := shipped(f)
	f.Fuzz(func(t *testing.T, text, act string) {
		doc := &claims.Document{Text: []byte(strings.ToValidUTF8(text, "?"))}
		doc.Words = lex.Words(nil, doc.Text)
		doc.Hits = lex.Hits(nil, doc.Words)
		all := claims.Range{Hi: int32(len(doc.Words))}
		doc.Claims = []claims.Claim{{Content: []claims.Range{all}, Hull: all, CueEntry: lexicon.EntryID(-1), Parent: -1, Act: act}}
		for _, e := range sc.Score(doc, 0).Evidence {
			if !all.Holds(e.Words) || e.Words.Empty() || e.Weight < 0 || e.Weight > 1 {
				t.Fatalf("%q: evidence %+v", text, e)
			}
		}
	})
}
