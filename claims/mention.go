package claims

import (
	"strings"

	"claimstance/lexicon"
)

// resolveMention fills the speaker of the claim i from its mention.
func (r *reading) resolveMention(i int) {
	c := &r.doc.Claims[i]
	sp := &c.Speaker
	*sp = Speaker{}
	last := c.Mention.Hi - 1
	if c.Mention.Hi-c.Mention.Lo == 1 && (r.doc.Tags[last] == TagPron || r.doc.Tags[last] == TagPossPron || r.doc.Tags[last] == TagRel || r.doc.Tags[last] == TagThat) {
		r.resolvePronoun(i)
		return
	}
	r.resolvePhrase(c.Mention, sp)
}

// resolvePhrase resolves a name or noun phrase.
func (r *reading) resolvePhrase(np Range, sp *Speaker) {
	base := r.phraseAt(np.Lo, np.Hi)
	if base.Empty() {
		base = np
	}
	joint := r.isJoint(np, base)
	if p := r.standsFor(base); p >= 0 {
		r.fillPerson(p, base, sp)
		sp.Basis = basisOffice
		return
	}
	if p := r.personAt(base); p >= 0 && !joint {
		r.fillPerson(p, base, sp)
		return
	}
	if base.Hi-base.Lo == 1 && r.doc.Tags[base.Lo] != TagName && !r.is(base.Lo, clPerson|clGroup) {
		if p := r.names.find(r.doc.Words[base.Lo].Key); p >= 0 {
			r.fillPerson(p, base, sp) // a surname in lower case
			return
		}
	}
	if r.fillActor(np, base, sp) {
		return
	}
	if owner, ok := r.ownerOf(np, base); ok && !joint {
		r.resolvePhrase(owner, sp)
		return
	}
	if r.fillHolder(np, base, sp) {
		return
	}
	r.fillPhrase(np, base, joint, sp)
}

// isJoint reports whether the phrase joins several sources: "Moscow and Minsk",
// "the US, Britain and others".
func (r *reading) isJoint(np, base Range) bool {
	if np.Hi <= base.Hi || r.doc.Tags[base.Hi] != TagConj && r.kind(base.Hi) != lexicon.Comma {
		return false
	}
	for i := base.Hi; i < np.Hi; i++ {
		if r.doc.Tags[i] == TagConj {
			return true
		}
	}
	return false
}

// ownerOf is whose statement, readout or press service a phrase names: a document
// speaks for the body or person that issued it.
func (r *reading) ownerOf(np, base Range) (Range, bool) {
	last := base.Hi - 1
	if !r.is(last, clDocument|clSpeechNoun|clOffice) || r.doc.Tags[last] == TagName {
		return Range{}, false
	}
	for i := base.Lo + 1; i < last; i++ {
		if r.doc.Tags[i] == TagPoss {
			return Range{base.Lo, i}, true
		}
	}
	if h := r.actorAt[base.Lo]; h >= 0 || base.Lo+1 < last && r.is(base.Lo, clArticle) {
		lo := base.Lo
		if h < 0 {
			lo++
			h = r.actorAt[lo]
		}
		if h >= 0 && r.doc.Hits[h].Lo == lo && r.doc.Hits[h].Hi < base.Hi {
			if a := r.a.lex.Entry(r.doc.Hits[h].Entry).Actor; a != nil && (a.Kind == lexicon.Organisation || a.Kind == lexicon.Country) {
				return Range{lo, r.doc.Hits[h].Hi}, true
			}
		}
	}
	if np.Hi > base.Hi+1 && (r.is(base.Hi, clOf|clBy) || r.isFrom(base.Hi)) && r.speaksAt(base.Hi+1, np.Hi) {
		return Range{base.Hi + 1, np.Hi}, true
	}
	return Range{}, false
}

// fillPhrase fills the speaker with the phrase itself.
func (r *reading) fillPhrase(np, base Range, joint bool, sp *Speaker) {
	sp.Name = r.text(r.withoutArticle(np))
	sp.Basis = basisName
	last := base.Hi - 1
	switch {
	case r.is(last, clGroup):
		sp.Kind = "organisation"
	case r.is(last, clDocument):
		sp.Kind = "document"
	case r.is(last, clPerson) || r.covered2(last, lexicon.ClassOffice):
		sp.Kind = "unnamed"
	case r.doc.Tags[last] == TagName:
		sp.Kind = "person"
	default:
		sp.Kind = "unnamed"
	}
	if r.is(last, clGovernment) && np.Hi == base.Hi {
		if sd, ok := r.sideOf(base); ok && sd.country != "" && sd.org == "" {
			r.fillState(sd, sp)
			return
		}
	}
	r.fillOffice(np, sp)
	if joint {
		r.fillJoint(np, sp)
		return
	}
	sd, ok := r.sideOf(np)
	if !ok {
		sd, ok = r.anotherOf(base)
	}
	if ok {
		r.fillSide(sd, sp)
		sp.Basis = sd.basis
	}
}

// standsFor is the person whom an indefinite phrase turned out to mean, -1.
func (r *reading) standsFor(base Range) int32 {
	for i := range r.names.people[:min(len(r.names.people), mostPeople)] {
		if x := r.names.people[i].stands; !x.Empty() && x == base {
			return int32(i)
		}
	}
	return -1
}

// anotherOf serves "a second official", "another diplomat": the side of the one
// before.
func (r *reading) anotherOf(base Range) (side, bool) {
	last := base.Hi - 1
	for i := base.Lo; i < last; i++ {
		if !r.in(i, r.a.roles.another) {
			continue
		}
		for j := len(r.doc.Claims) - 1; j >= 0; j-- {
			c := &r.doc.Claims[j]
			if c.Mention.Empty() || c.Mention.Lo >= base.Lo || c.Speaker.Name == "" {
				continue
			}
			if b := r.phraseAt(c.Mention.Lo, c.Mention.Hi); b.Empty() || r.doc.Words[b.Hi-1].Key != r.doc.Words[last].Key {
				continue
			}
			sd, ok := r.sideOfSpeaker(&c.Speaker)
			sd.basis = basisOffice
			return sd, ok
		}
	}
	return side{entry: -1}, false
}

// fillState serves "the Syrian regime", "the British government": the state.
func (r *reading) fillState(sd side, sp *Speaker) {
	e := r.a.lex.Entry(sd.entry)
	sp.Kind, sp.Sector, sp.Official, sp.Basis = "government", "gov", true, basisDemonym
	if e.Actor.Kind == lexicon.Country {
		sp.Name, sp.ActorID = e.Actor.Name, e.ID
	}
	sp.Evidence = append(sp.Evidence, Evidence{Entry: e.ID, Words: sd.words, For: "speaker"})
	r.fillSide(sd, sp)
}

// fillJoint collects the states of joint speakers.
func (r *reading) fillJoint(np Range, sp *Speaker) {
	var list []string
	for i := np.Lo; i < np.Hi; {
		h := r.actorAt[i]
		if h < 0 {
			i++
			continue
		}
		hit := &r.doc.Hits[h]
		if a := r.a.lex.Entry(hit.Entry).Actor; a != nil && a.Country != "" && a.Kind != lexicon.Place && !contains(list, a.Country) {
			list = append(list, a.Country)
			sp.Evidence = append(sp.Evidence, Evidence{Entry: r.a.lex.Entry(hit.Entry).ID, Words: Range{hit.Lo, hit.Hi}, For: "country"})
		}
		i = max(i+1, hit.Hi)
	}
	sp.Countries = list
	if len(list) == 1 {
		sp.Country = list[0]
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// withoutArticle drops the article that opens a phrase.
func (r *reading) withoutArticle(x Range) Range {
	if x.Hi-x.Lo > 1 && r.is(x.Lo, clArticle) {
		x.Lo++
	}
	return x
}

// text is how the words are written, with single spaces and no soft hyphens.
func (r *reading) text(x Range) string {
	if x.Empty() {
		return ""
	}
	raw := r.doc.Text[r.doc.Words[x.Lo].Lo:r.doc.Words[x.Hi-1].Hi]
	return strings.Join(strings.Fields(string(raw)), " ")
}

// roleText is a role without article and without the comma that closes it.
func (r *reading) roleText(x Range) string {
	x = r.withoutArticle(x)
	for x.Hi > x.Lo && r.kind(x.Hi-1) != lexicon.Letters && r.kind(x.Hi-1) != lexicon.Number {
		x.Hi--
	}
	return r.text(x)
}
