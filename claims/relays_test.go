package claims

import "testing"

// A neutral cue that relays an act of the speaker's own side is marked; one that
// reports somebody else's act is not.
func TestRelays(t *testing.T) {
	a := loadShipped(t)
	for _, c := range []struct {
		text    string
		relayed bool
	}{
		{"The US is threatening to break off all contacts with Moscow, the State Department said.", true},
		{"Norway accuses Russia of jamming its signals, Norwegian officials said.", true},
		{"The Indian foreign ministry said that India accused Nepal of moving the border posts.", true},
		{"Russia is threatening to close the strait, the State Department said.", false},
		{"Syrian officials said the Syrian rebels had threatened to shell the road.", false},
	} {
		doc := a.Analyse(&Article{Text: []byte(c.text)})
		nested, relayed := false, false
		for i := range doc.Claims {
			nested = nested || doc.Claims[i].Parent >= 0
			relayed = relayed || doc.Claims[i].Relayed
		}
		if !nested {
			t.Errorf("%s: no claim inside another", c.text)
		}
		if relayed != c.relayed {
			t.Errorf("%s: relayed %v, want %v", c.text, relayed, c.relayed)
		}
	}
}
