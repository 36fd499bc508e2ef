package lexicon

import "testing"

// The shipped lexicon has no fault, and its words are found.
func TestShippedLoads(t *testing.T) {
	l, err := Load(Shipped())
	if err != nil {
		t.Fatal(err)
	}
	text := []byte("U.S.-Russian cease-fire talks, the ministers’ don't say Russia's “aim”. Mr. J. Smith said 1,000.5% -- co-operate... Washington, D.C.")
	ws := l.Words(nil, text)
	for _, w := range ws {
		t.Logf("%q %d %b id=%d", text[w.Lo:w.Hi], w.Kind, w.Flags, w.ID)
	}
	found := map[string]bool{}
	for _, h := range l.Hits(nil, ws) {
		found[l.Entry(h.Entry).ID] = true
	}
	for _, id := range []string{"actor.USA", "actor.RUS", "cue.say"} {
		if !found[id] {
			t.Errorf("%s is not found", id)
		}
	}
	if l.WordID("cease-fire") == 0 || l.WordID("cease-fire") != l.WordID("ceasefire") {
		t.Error("cease-fire is not ceasefire")
	}
}
