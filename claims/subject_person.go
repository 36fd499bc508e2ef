package claims

import "claimstance/lexicon"

// apposedName is the name of a person that an aside is, with a rank or office before
// it or not: "Jan van der Berg", "Danish general Ole Krag".
func (r *reading) apposedName(aside Range) (Range, bool) {
	if aside.Hi > aside.Lo && r.kind(aside.Hi-1) == lexicon.Close {
		if open := r.openingBefore(aside.Hi-1, aside.Lo); open > aside.Lo {
			aside.Hi = open // "Ambassador Hadiza B. (retired)"
		}
	}
	np := r.phraseAt(aside.Lo, aside.Hi)
	if np.Empty() || np.Hi != aside.Hi || np.Lo+1 < np.Hi && r.in(np.Lo, r.a.roles.partyInitial) && r.doc.Words[np.Lo+1].Is(lexicon.HyphenBefore) {
		return Range{}, false // "D-Ore.": a party and a place
	}
	if r.allNames(np) {
		return np, true
	}
	name, ok := r.personIn(np)
	return name, ok && name.Hi-name.Lo > 1 && (name.Lo == np.Lo || r.hasRole(Range{np.Lo, name.Lo}) || r.is(name.Lo-1, clTitle) || np.Lo+1 == name.Lo && r.nationAt(np.Lo))
}

// oneOfThem reports whether the phrase is one of several, whom a name behind it tells:
// "One of them", "another".
func (r *reading) oneOfThem(np Range) bool { return r.in(np.Lo, r.a.roles.single) }

// mentionOf cuts a noun phrase down to the words that name the source: the name
// without title, office and apposition; else the whole phrase.
func (r *reading) mentionOf(np Range) Range {
	base := r.phraseAt(np.Lo, np.Hi)
	if base.Empty() {
		return np
	}
	if name, ok := r.personIn(base); ok {
		if np.Hi > base.Hi && (r.doc.Tags[base.Hi] == TagConj || r.kind(base.Hi) == lexicon.Comma) {
			return np // joint speakers and lists of them stay whole
		}
		for k := base.Hi; k+2 < np.Hi; k++ {
			if r.doc.Tags[k] == TagConj && r.is(k+1, clGiven) && r.doc.Tags[k+2] == TagName {
				return np // "Anna Holm of Oslo and Ola Brun of Bergen"
			}
		}
		if base.Hi+1 < np.Hi && name.Lo > base.Lo && r.is(name.Lo-1, clGroup) && r.doc.Tags[name.Lo-1] == TagNoun && r.doc.Tags[base.Hi] == TagPrep && !r.is(base.Hi, clTo) && r.doc.Tags[base.Hi+1] == TagName {
			return Range{name.Lo, np.Hi} // "the alliance Unity for Peace"
		}
		return name
	}
	return np
}

// endsOffice reports whether the word i ends an office of several words: "Ministry of
// Foreign Affairs".
func (r *reading) endsOffice(i int32) bool {
	if !r.is(i, clInOffice) || i == 0 {
		return false
	}
	for h := r.hitAt[max(0, i-3)]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < i; h++ {
		if hit := &r.doc.Hits[h]; hit.Class == lexicon.ClassOffice && hit.Hi == i+1 {
			return true
		}
	}
	return false
}

// personIn is the name of a person that ends the phrase, its titles left out.
func (r *reading) personIn(np Range) (Range, bool) {
	tags := r.doc.Tags
	last := np.Hi - 1
	if tags[last] != TagName || r.is(last, clGroup|clDocument|clWeekday|clMonth) || r.bodyAt(last) || r.endsOffice(last) || r.is(last, clInOffice) && r.isMinistry(np) {
		return Range{}, false
	}
	if r.is(last, clPerson|clInOffice) && !r.kindAsName(np) {
		return Range{}, false // "Germany's Chancellor"
	}
	lo := last
	for lo > np.Lo {
		k := lo - 1
		if (tags[k] == TagName || tags[k] == TagPrep && r.innerName(k, np.Hi) || r.is(k, clNameInner) && k > np.Lo && (tags[k-1] == TagName || k-1 > np.Lo && r.is(k-1, clNameInner) && tags[k-2] == TagName)) &&
			!r.is(k, clTitle|clPerson|clGroup|clInOffice) && !r.bodyAt(k) {
			lo = k
			continue
		}
		break
	}
	// A title, an office, a kind of person or a given name shows that it is a person.
	if lo < last || lo > np.Lo {
		return Range{lo, np.Hi}, true
	}
	return Range{lo, np.Hi}, true
}

// kindAsName reports whether what stands before the last word of the phrase shows that
// the word, a kind of person, is a name here: "Mr King", "Peter T. King". A word
// alone may be one.
func (r *reading) kindAsName(np Range) bool {
	for i := np.Lo; i < np.Hi-1; i++ {
		if r.is(i, clGiven|clTitle) {
			return true
		}
	}
	return np.Hi-np.Lo == 1
}

// bodyAt reports whether the word i belongs to the name of a state, body, group
// or place that the lexicon knows.
func (r *reading) bodyAt(i int32) bool {
	_, a := r.actorHit(i)
	return a != nil && a.Kind != lexicon.Person
}
