package claims

// settleHomes gives people and officials whose office names no state the state
// that the article shows: first the people, by what stands round one of their
// claims, then by what the whole article tells; then those without a name.
func (r *reading) settleHomes() {
	r.findStrays()
	if len(r.strays) == 0 {
		return
	}
	var h homes
	changed := false
	for _, far := range [...]bool{false, true} {
		for _, x := range r.strays {
			if x.person < 0 || r.names.people[x.person].side.known() {
				continue
			}
			var sd side
			ok := false
			if far {
				sd, ok = r.homeFar(x, &h)
			} else {
				sd, ok = r.homeNear(x)
			}
			if ok {
				q := &r.names.people[x.person]
				q.side, q.have, changed = sd, 0, true
			}
		}
	}
	if changed {
		r.keepStrays()
		r.resolveAll()
		r.kept = r.kept[:0]
		r.nameless()
	}
	for _, x := range r.strays {
		if x.person >= 0 || r.doc.Claims[x.claim].Speaker.Country != "" {
			continue // goHome may have come by
		}
		sd, ok := r.homeQuoted(x)
		if !ok {
			sd, ok = r.homeNear(x)
		}
		if !ok {
			sd, ok = r.homeFar(x, &h)
		}
		if ok {
			r.goHome(int(x.claim), sd)
		}
	}
}

// keepStrays notes the claims whose speakers would be found again as they are: people
// of whom nothing new is known, and officials of a known state whom the phrase brings
// in and does not point back to.
func (r *reading) keepStrays() {
	r.kept = grow(r.kept, len(r.doc.Claims))
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		r.kept[i] = c.Speaker.Country != "" && !c.Mention.Empty() && !r.is(c.Mention.Lo, clDefinite) && r.doc.Tags[c.Mention.Lo] != TagName && r.doc.Tags[c.Mention.Lo] != TagPron
	}
	for _, x := range r.strays {
		r.kept[x.claim] = x.person >= 0 && !r.names.people[x.person].side.known()
	}
}

// strayClaim is a claim whose speaker is of a state that is not known.
type strayClaim struct {
	claim  int32
	person int32 // -1 for none
	role   Range // the words of the office
	what   stray
	aim    string // the state that the claim is aimed at, "" for none
}

// findStrays lists them, in order.
func (r *reading) findStrays() {
	r.strays = r.strays[:0]
	for i := range r.doc.Claims {
		if role, p, what := r.homeless(&r.doc.Claims[i]); what != strayNone {
			r.strays = append(r.strays, strayClaim{int32(i), p, role, what, r.stateAimedAt(&r.doc.Claims[i])})
		}
	}
}

// nameless keeps of the strays those without a name that still are strays.
func (r *reading) nameless() {
	n := 0
	for _, x := range r.strays {
		if x.person >= 0 {
			continue
		}
		if role, p, what := r.homeless(&r.doc.Claims[x.claim]); what != strayNone && p < 0 {
			x.role, x.what = role, what
			r.strays[n] = x
			n++
		}
	}
	r.strays = r.strays[:n]
}

// goHome gives the side to a claim's speaker, to the claims that carry it on, and to
// the next ones that have it under a pronoun or another word.
func (r *reading) goHome(i int, sd side) {
	name := r.doc.Claims[i].Speaker.Name
	carried := true
	for j := i; j < len(r.doc.Claims) && j < i+mostCarried; j++ {
		sp := &r.doc.Claims[j].Speaker
		same := sp.Name == name && (j == i || sp.Country == "" && len(sp.Countries) == 0)
		carried = carried && (same || sp.Basis == basisPronoun)
		if !same || j > i && !(sp.Basis == basisCarried && carried || sp.Basis == basisPronoun || sp.Basis == basisOffice) {
			continue
		}
		r.fillSide(sd, sp)
		if j == i {
			sp.Basis = sd.basis
		}
	}
}
