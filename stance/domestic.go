package stance

import (
	"slices"

	"claimstance/claims"
	"claimstance/lexicon"
)

// rulersReach is how many words the name of a government's part may have: "the
// military advocate general". A bound for the unusual, no tuning number.
const rulersReach = 4

// organReach is how many words may lie between a state's name and its part: "Polish
// border guards". A bound for the unusual.
const organReach = 3

// homeReach is how many claims back somebody who spoke at the own government still does.
const homeReach = 2

// domestic reports whether the speaker is of a state and does not speak for it: to
// such a one "the government" is most often their own.
func (x *scoring) domestic() bool {
	sp := &x.claim.Speaker
	return sp.Country != "" && (x.dissents(sp) || slices.Contains(x.s.domestic, sp.Sector) || sp.Kind != "government" && sp.Sector == "" && !sp.Official)
}

// organ reports whether the name stands before a part of its state: to a villager "the
// Polish border guards" are another side than their own, of whatever state.
func (x *scoring) organ(ref *claims.Ref) bool {
	if ref.Basis == "metonym" {
		return false // "Beijing police" are of the town
	}
	for i := ref.Words.Hi; i < min(ref.Words.Hi+organReach, int32(len(x.doc.Words))); i++ {
		if w := x.doc.Words[i].ID; x.s.lex.In(w, x.s.regime) || x.s.lex.In(w, x.s.armed) {
			return true
		}
		if t := x.tag(i); t != claims.TagAdj && t != claims.TagNoun {
			return false
		}
	}
	return false
}

// ownRulers reports whether the words are a government, or a part of one, of which no
// name says whose it is: "the government", "the ruling coalition", "police".
func (x *scoring) ownRulers(r claims.Range) bool {
	return x.domestic() && x.rulers(r) && !x.namesOther(r)
}

// rulersThere reports whether the words are such a phrase in the mouth of a speaker of no
// state: then the state that the article is about is meant, "Amnesty accused the police".
func (x *scoring) rulersThere(r claims.Range) bool {
	sp := &x.claim.Speaker
	return sp.Country == "" && len(sp.Countries) == 0 && x.doc.Main != "" && x.rulers(r) && !x.namesOther(r)
}

// rulers reports whether the words are such a phrase.
func (x *scoring) rulers(r claims.Range) bool {
	for i := r.Lo; i < r.Hi; i++ {
		if x.ruler(i, r.Hi) && i-r.Lo <= rulersReach && x.unowned(r.Lo, i) {
			return true
		}
	}
	return false
}

// ruler reports whether the word heads a phrase for a government, or owns what
// follows: "the government", "the president's friendships".
func (x *scoring) ruler(i, hi int32) bool {
	if !x.s.lex.In(x.doc.Words[i].ID, x.s.government) {
		return false
	}
	if i+1 >= hi || i+1 >= int32(len(x.doc.Words)) {
		return true
	}
	switch t := x.tag(i + 1); t {
	case claims.TagNoun, claims.TagName, claims.TagIng:
		return x.doc.Words[i+1].Kind == lexicon.Possessive
	}
	return true
}

// unowned reports whether the phrase that opens at lo and is headed by the word i is
// definite, or needs no article: "the government", "our rulers", "police".
func (x *scoring) unowned(lo, i int32) bool {
	if lo == i {
		return x.doc.Words[i].Is(lexicon.Capital) || x.s.lex.In(x.doc.Words[i].ID, x.s.bare)
	}
	return x.s.lex.In(x.doc.Words[lo].ID, x.s.definite) || x.s.lex.In(x.doc.Words[lo].ID, x.s.owner)
}

// namesOther reports whether the words name another state or body than the speaker's.
func (x *scoring) namesOther(r claims.Range) bool {
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if ref.Basis != "office" && ref.Basis != "pronoun" && ref.Words.Overlaps(r) && !x.speaksFor(ref.Country) {
			return true
		}
	}
	return false
}

// home appends the speaker's own state.
func (x *scoring) home(out []Target, category string, words claims.Range) []Target {
	return x.ownState(out, category, "office", words)
}

// ownState appends the speaker's own state, on the basis.
func (x *scoring) ownState(out []Target, category, basis string, words claims.Range) []Target {
	id, ok := x.s.states[x.claim.Speaker.Country]
	if !ok {
		return out
	}
	return append(out, stateTarget(x.s.lex.Entry(id), category, basis, words))
}

// governs appends the speaker's own state where its government, without a name, does
// what the claim tells: "the government had watered down the map".
func (x *scoring) governs(out []Target, s search) []Target {
	if !x.domestic() {
		return out
	}
	for _, p := range x.claim.Content {
		for i := p.Lo; i < p.Hi; i++ {
			opens := i-p.Lo <= rulersReach && !x.s.actNamed(x.claim.Act).plain // "demanded the president resign"
			if x.off(i) || !x.ruler(i, p.Hi) && !(opens && x.s.lex.In(x.doc.Words[i].ID, x.s.government)) {
				continue
			}
			lo := i
			for lo > p.Lo && i-lo < rulersReach && (x.tag(lo-1) == claims.TagAdj || x.tag(lo-1) == claims.TagNoun || x.tag(lo-1) == claims.TagDet || x.tag(lo-1) == claims.TagPossPron) {
				lo--
			}
			words := claims.Range{Lo: lo, Hi: i + 1}
			if lo > p.Lo && x.tag(lo-1) == claims.TagName || x.tag(lo) == claims.TagPossPron {
				continue // "the ROK authorities", "our army"
			}
			if x.unowned(lo, i) && !x.namesOther(words) && (lo == p.Lo && opens || x.acts(i, p.Hi, lo, p.Lo)) {
				return x.home(out, s.category, words)
			}
		}
	}
	return out
}

// acts reports whether the phrase [lo, i] is the subject of a verb, owns what does, or
// stands behind the "by" of who did it.
func (x *scoring) acts(i, hi, lo, from int32) bool {
	if lo > from && x.s.lex.In(x.doc.Words[lo-1].ID, x.s.doneBy) {
		return true
	}
	for j := i + 1; j < hi && j <= i+2; j++ {
		t := x.tag(j)
		if finite(t) || x.doc.Words[j].Kind == lexicon.Possessive {
			return true
		}
		if t != claims.TagAdv {
			return false
		}
	}
	return false
}

// blamesAtHome appends the speaker's own state where a body or party that does not speak
// for it condemns what the claim gives to no other state: "condemned the new law".
func (x *scoring) blamesAtHome(out []Target, s search) []Target {
	sp := &x.claim.Speaker
	if s.hit == nil || !s.hit.own || !x.domestic() || !x.dissents(sp) && !slices.Contains(x.s.critics, sp.Sector) {
		return out
	}
	if slices.ContainsFunc(x.claim.Refs, func(ref claims.Ref) bool { return !x.speaksFor(ref.Country) }) {
		return out
	}
	return x.home(out, s.category, x.claim.Mention)
}

// goesOnAtHome appends the speaker's own state where the same speaker's claim right
// before is at its government, and this one names nobody.
func (x *scoring) goesOnAtHome(out []Target, s search) []Target {
	if !x.domestic() || s.category == "" && x.claim.Attribution != claims.Direct && x.s.actNamed(x.claim.Act).plain {
		return out
	}
	for j := x.index - 1; j >= max(0, x.index-homeReach); j-- {
		c := &x.doc.Claims[j]
		if c.Speaker.Name == "" || c.Speaker.Name != x.claim.Speaker.Name || c.Target.Empty() || !x.rulers(c.Target) {
			continue
		}
		if slices.ContainsFunc(x.claim.Refs, func(ref claims.Ref) bool { return !x.speaksFor(ref.Country) }) ||
			slices.ContainsFunc(c.Refs, func(ref claims.Ref) bool { return ref.InCue && ref.Basis == "name" && !x.speaksFor(ref.Country) }) {
			return out
		}
		return x.home(out, s.category, c.Target)
	}
	return out
}
