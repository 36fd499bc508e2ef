package claims

import "slices"

// markRelays marks the claims that relay an act of their speaker's own side: "The
// US is threatening to break off all contacts, the State Department said". The
// outer claim carries the stance too; whoever counts acts counts the inner one.
func (r *reading) markRelays() {
	doc := r.doc
	for i := range doc.Claims {
		inner := &doc.Claims[i]
		if inner.Parent < 0 || inner.Act == r.a.tune.plainAct {
			continue
		}
		outer := &doc.Claims[inner.Parent]
		if outer.Act == r.a.tune.plainAct && !outer.Negated && r.oneSide(&outer.Speaker, &inner.Speaker) {
			outer.Relayed = true
		}
	}
}

// oneSide reports whether two speakers speak for the same state or body.
func (r *reading) oneSide(a, b *Speaker) bool {
	if (a.Kind == "group") != (b.Kind == "group") || a.Official && slices.Contains(r.a.roles.private, b.Sector) {
		return false // the government and the rebels, or the opposition, of one country
	}
	return a.Country != "" && a.Country == b.Country || a.Org != "" && a.Org == b.Org
}
