package claims

import (
	"strings"

	"claimstance/lexicon"
)

// otherPart reports whether two phrases name different parts of one state: "the
// Northern Irish first minister" is not the Scottish one.
func (r *reading) otherPart(a, b Range) bool {
	x, y := r.partOf(a), r.partOf(b)
	return x != y && x != 0 && (y != 0 || !b.Empty())
}

// partOf is the first letter of the word that names a part of a state, 0 for none.
func (r *reading) partOf(x Range) byte {
	for i := x.Lo; i < x.Hi; i++ {
		if r.in(i, r.a.roles.part) {
			return r.word(i)[0] | 0x20
		}
	}
	return 0
}

// headsMinistry reports whether a role is a minister's in other words: "head of the
// Belarusian foreign ministry".
func (r *reading) headsMinistry(role Range) bool {
	head, ministry := false, false
	for i := role.Lo; i < role.Hi; i++ {
		head = head || r.in(i, r.a.roles.chief)
		ministry = ministry || r.in(i, r.a.roles.ministry)
	}
	return head && ministry
}

// isMinisterOf reports whether a role is that of the minister whom a phrase calls the
// head of the ministry: "the head of the foreign ministry".
func (r *reading) isMinisterOf(role, np Range) bool {
	minister, same := false, false
	for i := role.Lo; i < role.Hi; i++ {
		minister = minister || r.in(i, r.a.roles.minister)
		for j := np.Lo; j < np.Hi; j++ {
			same = same || r.doc.Words[j].Key == r.doc.Words[i].Key && r.doc.Tags[j] != TagPrep && r.doc.Tags[j] != TagDet
		}
	}
	return minister && same
}

// personOffice reports whether an office that ends the phrase is a person's:
// "the Secretary of State", but not "the government".
func (r *reading) personOffice(base Range) bool {
	for h := r.hitAt[base.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < base.Hi; h++ {
		hit := &r.doc.Hits[h]
		if hit.Class == lexicon.ClassOffice && hit.Hi >= base.Hi && r.is(hit.Lo, clPerson) {
			return true
		}
	}
	return false
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
func (r *reading) holdsPost(p *person, office []byte, want side, hasWant bool) bool {
	id := r.knownAs(p)
	if id < 0 {
		return false
	}
	posts := r.a.lex.Entry(id).Actor.Posts
	day := dayNumber(r.doc)
	for i := range posts {
		post := &posts[i]
		if day != 0 && (post.From > day || post.To != 0 && post.To < day) || hasWant && post.Country != want.country {
			continue
		}
		n := len(office) - len(post.Office)
		if post.Office == "" || n < 0 || office[len(office)-1]|0x20 != post.Office[len(post.Office)-1]|0x20 {
			continue // most offices, by their last letter
		}
		if strings.EqualFold(string(office[n:]), post.Office) {
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

// roleHolds reports whether all words of the phrase behind its article stand in the
// role, in their order: "the deputy minister" of a deputy foreign minister.
func (r *reading) roleHolds(role, base Range) bool {
	base = r.withoutArticle(base)
	if base.Hi-base.Lo < 2 {
		return false
	}
	i := role.Lo
	for j := base.Lo; j < base.Hi; j++ {
		for i < role.Hi && r.doc.Words[i].Key != r.doc.Words[j].Key {
			i++
		}
		if i >= role.Hi {
			return false
		}
		i++
	}
	return true
}
