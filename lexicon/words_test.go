package lexicon

import "testing"

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
	for _, h := range l.Hits(nil, ws) {
		t.Log(l.Entry(h.Entry).ID, h)
	}
}
