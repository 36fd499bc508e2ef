package claims

import (
	"strings"

	"claimstance/lexicon"
)

// fillHolder serves "the minister", "the Russian foreign minister", "the
// official": the person or phrase named before that bears the role.
func (r *reading) fillHolder(np, base Range, sp *Speaker) bool {
	if !r.is(base.Lo, clDefinite) && r.doc.Tags[base.Lo] != TagName || !r.is(base.Hi-1, clPerson|clGroup) && !r.covered2(base.Hi-1, lexicon.ClassOffice) {
		return false
	}
	if r.is(base.Hi-1, clGovernment) && !r.covered2(base.Hi-1, lexicon.ClassOffice) {
		return false
	}
	if h := r.officeOver(base, np); h > base.Hi {
		base.Hi = h // "the Secretary of State"
	}
	key := r.doc.Words[base.Hi-1].Key
	want, hasWant := r.sideOf(np)
	office := r.officeEnding(base)
	best := int32(-1)
	for i := range r.names.people {
		p := &r.names.people[i]
		if r.holdsPost(p, base, want, hasWant) {
			best = int32(i)
			break
		}
		if p.role.Empty() || !r.roleHas(p.role, key) {
			continue
		}
		if hasWant && p.side.known() && p.side.country != want.country {
			continue
		}
		if office >= 0 && !r.sameOffice(p.role, office) {
			continue
		}
		if hasWant && !p.side.known() {
			continue
		}
		if best >= 0 && p.defined > np.Lo {
			continue
		}
		best = int32(i)
	}
	if best < 0 {
		return r.fillEarlier(np, base, key, sp)
	}
	r.fillPerson(best, base, sp)
	sp.Basis = basisOffice
	return true
}

// officeOver is the end of the office that begins in base and ends in np.
func (r *reading) officeOver(base, np Range) int32 {
	end := base.Hi
	for h := r.hitAt[base.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < base.Hi; h++ {
		if hit := &r.doc.Hits[h]; hit.Class == lexicon.ClassOffice && hit.Hi > end && hit.Hi <= np.Hi {
			end = hit.Hi
		}
	}
	return end
}

// holdsPost reports whether a person of the article holds, as the lexicon knows,
// the office that the phrase names, for the state that it names.
func (r *reading) holdsPost(p *person, base Range, want side, hasWant bool) bool {
	id := r.knownAs(p)
	if id < 0 {
		return false
	}
	office := r.text(r.withoutArticle(base))
	day := dayNumber(r.doc)
	posts := r.a.lex.Entry(id).Actor.Posts
	for i := range posts {
		post := &posts[i]
		if day != 0 && (post.From > day || post.To != 0 && post.To < day) || hasWant && post.Country != want.country {
			continue
		}
		if n := len(office) - len(post.Office); post.Office != "" && n >= 0 && strings.EqualFold(office[n:], post.Office) {
			return true
		}
	}
	return false
}

// fillEarlier serves "the official", "the group": the speaker of an earlier claim
// whose phrase ends with the same word, and for a body any that was named last.
func (r *reading) fillEarlier(np, base Range, key uint64, sp *Speaker) bool {
	if np.Hi > base.Hi || base.Hi-base.Lo > 2 || !r.is(base.Lo, clDefinite) {
		return false
	}
	for i, n := len(r.doc.Claims)-1, 0; i >= 0 && n < 12; i-- {
		c := &r.doc.Claims[i]
		if c.Mention.Empty() || c.Mention.Lo >= base.Lo || c.Speaker.Name == "" {
			continue
		}
		n++
		if r.doc.Words[r.phraseAt(c.Mention.Lo, c.Mention.Hi).Hi-1].Key == key || r.is(base.Hi-1, clGroup) && c.Speaker.Kind == "group" {
			unknown := sp.Unknown
			*sp = c.Speaker
			sp.Unknown = unknown
			return true
		}
	}
	return false
}

// officeEnding is the office hit that ends the phrase, -1.
func (r *reading) officeEnding(np Range) lexicon.EntryID {
	for h := r.hitAt[np.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < np.Hi; h++ {
		if r.doc.Hits[h].Class == lexicon.ClassOffice && r.doc.Hits[h].Hi == np.Hi {
			return r.doc.Hits[h].Entry
		}
	}
	return -1
}

// sameOffice reports whether the role names the office too.
func (r *reading) sameOffice(role Range, office lexicon.EntryID) bool {
	for h := r.hitAt[role.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < role.Hi; h++ {
		if r.doc.Hits[h].Class == lexicon.ClassOffice && r.doc.Hits[h].Entry == office {
			return true
		}
	}
	return false
}

// roleHas reports whether the word stands in the role.
func (r *reading) roleHas(role Range, key uint64) bool {
	for i := role.Lo; i < role.Hi; i++ {
		if r.doc.Words[i].Key == key {
			return true
		}
	}
	return false
}
