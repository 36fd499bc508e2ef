package claims

import "testing"

func TestTally(t *testing.T) {
	var told tally[string]
	for _, country := range []string{"PER", "FIN", "PER", "OMN", "FIN", "CHL", "PER"} {
		told.add(country)
	}
	first, second, third := told.most()
	if first.key != "PER" || first.n != 3 || second.key != "FIN" || second.n != 2 || third.key != "OMN" || third.n != 1 {
		t.Errorf("the most are %v, %v and %v; the first of equals counts", first, second, third)
	}
	if told.of("CHL") != 1 || told.of("ZMB") != 0 {
		t.Error("what was counted once, or never, is not said so")
	}
	if n := told.add("CHL"); n != 2 {
		t.Errorf("counted again, CHL has %d", n)
	}
}
