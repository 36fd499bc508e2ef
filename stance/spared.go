package stance

import (
	"claimstance/claims"
	"claimstance/lexicon"
)

// Bounds of how far a word that says how somebody stands in a claim may be from
// its name: they are for the unusual, no tuning numbers.
const (
	solaceReach = 7  // "stand firmly with the people of Chad"
	summonReach = 4  // "summoned the acting Libyan envoy"
	askedReach  = 4  // "call once more on Chad to"
	toldReach   = 12 // "… envoy on Monday in the capital and demanded"
	pairReach   = 80 // some three sentences
)

// spared reports whether an accusation that names the actor is not made against
// it: the speaker consoles it or stands by it ("condolences to Chad"), or it is
// who suffers the act ("the attack on Chad").
func (x *scoring) spared(ref *claims.Ref) bool {
	return x.consoled(ref) || ref.Role == claims.RoleWith && x.struck(ref) || ref.Role == claims.RoleObject && x.harmed(ref)
}

// sparesOne reports whether the claim consoles somebody or stands by it: then
// nobody named in the claims before is meant either.
func (x *scoring) sparesOne() bool {
	for k := range x.claim.Refs {
		if x.consoled(&x.claim.Refs[k]) {
			return true
		}
	}
	return false
}

// consoled reports whether a word of solace and what opens its whom stand before
// the actor, with nothing between that ends the phrase.
func (x *scoring) consoled(ref *claims.Ref) bool {
	opened := false
	for i := ref.Words.Lo - 1; i >= max(x.view.Lo, ref.Words.Lo-solaceReach); i-- {
		w := &x.doc.Words[i]
		switch {
		case w.Kind == lexicon.Comma || w.Kind == lexicon.Stop || w.Kind == lexicon.Semicolon:
			return false
		case x.s.lex.In(w.ID, x.s.solace):
			return opened
		case finite(x.tag(i)):
			return false
		}
		opened = opened || x.s.lex.In(w.ID, x.s.solaceTo)
	}
	return false
}

// struck reports whether the actor is what a noun's act was done to.
func (x *scoring) struck(ref *claims.Ref) bool {
	i := ref.Words.Lo - 1
	for i > x.view.Lo && x.tag(i) == claims.TagDet {
		i--
	}
	return i > x.view.Lo && x.s.lex.In(x.doc.Words[i].ID, x.s.victimOf) && x.s.lex.In(x.doc.Words[i-1].ID, x.s.assault)
}

// harmed reports whether the actor is the object of a verb of harm: "the west had
// betrayed Chad".
func (x *scoring) harmed(ref *claims.Ref) bool {
	i := ref.Words.Lo - 1
	for i > x.view.Lo && x.tag(i) == claims.TagDet {
		i--
	}
	return i > x.view.Lo && x.s.lex.In(x.doc.Words[i].ID, x.s.harms)
}

// visited reports whether the actor is where somebody goes or is, no side: "leave
// Chad".
func (x *scoring) visited(ref *claims.Ref) bool {
	if i := ref.Words.Lo - 2; ref.Role == claims.RoleWith && i >= x.view.Lo && x.tag(i+1) != claims.TagDet && x.s.lex.In(x.doc.Words[i].ID, x.s.moves) && x.s.lex.In(x.doc.Words[i+1].ID, x.s.toward) {
		return true // "return to Doha"
	}
	return ref.Role == claims.RoleObject && ref.Words.Lo > 0 && x.s.lex.In(x.doc.Words[ref.Words.Lo-1].ID, x.s.goes)
}

// askedTo reports whether the content says that the actor is asked to do
// something: "would press Chad to", "call on Chad to".
func (x *scoring) askedTo(ref *claims.Ref) bool {
	if ref.Role != claims.RoleObject && ref.Role != claims.RoleWith && ref.Role != claims.RoleTopic || x.tag(ref.Words.Hi) != claims.TagTo {
		return false
	}
	for i := ref.Words.Lo - 1; i >= max(x.view.Lo, ref.Words.Lo-askedReach); i-- {
		if x.s.lex.In(x.doc.Words[i].ID, x.s.asks) {
			return true
		}
		if t := x.tag(i); t != claims.TagPrep && t != claims.TagDet && t != claims.TagAdv && t != claims.TagAdj {
			return false
		}
	}
	return false
}

// summoned appends whom the speaker has called before it, where the cue goes on
// from that: "summoned the Libyan envoy and demanded an explanation".
func (x *scoring) summoned(out []Target, s search) []Target {
	cue := x.claim.Cue.Lo
	hits := x.doc.Hits
	for k := hitsFrom(hits, cue) - 1; k >= 0 && cue-hits[k].Hi <= toldReach && x.sameSentence(hits[k].Lo, cue); k-- {
		h := &hits[k]
		if h.Class != lexicon.ClassActor || h.Hi > cue {
			continue
		}
		e := x.s.lex.Entry(h.Entry)
		if e.Actor == nil || e.Actor.Kind == lexicon.Place || x.speaksFor(e.Actor.Country) {
			continue
		}
		for i := h.Lo - 1; i >= max(0, h.Lo-summonReach); i-- {
			if x.s.lex.In(x.doc.Words[i].ID, x.s.summons) {
				return append(out, Target{Category: s.category, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country,
					Kind: kindOf(e.Actor.Kind), Basis: "carried", Words: claims.Range{Lo: h.Lo, Hi: h.Hi}})
			}
		}
		return out
	}
	return out
}

// pair appends the two states that were last named side by side before the
// claim, "Chad and Libya", without the speaker's own: the two countries.
func (x *scoring) pair(out []Target, s search) []Target {
	hits := x.doc.Hits
	var last *lexicon.Hit
	lo := x.claim.Hull.Lo
	if !x.claim.Cue.Empty() {
		lo = min(lo, x.claim.Cue.Lo)
	}
	for k := hitsFrom(hits, lo) - 1; k >= 0 && lo-hits[k].Lo <= pairReach; k-- {
		h := &hits[k]
		e := x.s.lex.Entry(h.Entry)
		if h.Class != lexicon.ClassActor || e.Actor == nil || e.Actor.Kind != lexicon.Country {
			continue
		}
		if last != nil && last.Lo-h.Hi == 1 && x.tag(h.Hi) == claims.TagConj {
			for _, side := range [2]*lexicon.Hit{h, last} {
				e := x.s.lex.Entry(side.Entry)
				if !x.speaksFor(e.Actor.Country) {
					out = append(out, stateTarget(e, s.category, "carried", claims.Range{Lo: side.Lo, Hi: side.Hi}))
				}
			}
			return out
		}
		last = h
	}
	return out
}

// gives reports whether a word that opens a reason stands in [from, to).
func (x *scoring) gives(from, to int32) bool {
	for i := from; i < to; i++ {
		if x.s.lex.In(x.doc.Words[i].ID, x.s.reason) {
			return true
		}
	}
	return false
}

// listed reports whether nothing but a comma, "and" or an article parts two
// actors: "Chad, Libya and the Sudanese army".
func (x *scoring) listed(from, to int32) bool {
	if to < from || to-from > 3 {
		return false
	}
	for i := from; i < to; i++ {
		if t := x.tag(i); x.doc.Words[i].Kind != lexicon.Comma && t != claims.TagConj && t != claims.TagDet {
			return false
		}
	}
	return true
}
