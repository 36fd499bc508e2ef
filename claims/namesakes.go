package claims

import "claimstance/lexicon"

// dropNamesakes takes away the hits of states and cities that are a person's
// name here: after a given name ("Michael Jordan"), before a family name ("Chad
// Smith"), and, once the article has such a person and no other sign of the
// state, alone ("Jordan said").
func (r *reading) dropNamesakes() {
	doc := r.doc
	first := -1
	for h := range doc.Hits {
		if r.namesake(&doc.Hits[h]) {
			first = h
			break
		}
	}
	if first < 0 {
		return
	}
	var people map[lexicon.WordID]bool // by family name: the article has no other sign of the state
	kept := doc.Hits[:first]
	for h := first; h < len(doc.Hits); h++ {
		hit := doc.Hits[h]
		if r.namesake(&hit) {
			id := doc.Words[hit.Lo].ID
			family := r.familyName(hit.Lo)
			if family || r.givenName(hit.Lo, h) || people[id] {
				if _, seen := people[id]; family && !seen {
					if people == nil {
						people = map[lexicon.WordID]bool{}
					}
					people[id] = !r.stateShown(&hit)
				}
				continue
			}
		}
		kept = append(kept, hit)
	}
	doc.Hits = kept
}

// dropShared takes away the names of bodies that many states have, as Senate, and
// that the lexicon knows of one, where the article was written in another; and sets the
// epithets aside.
func (r *reading) dropShared() {
	doc := r.doc
	r.epithets, r.hasSeveral = r.epithets[:0], false
	n := 0
	for h := range doc.Hits {
		hit := &doc.Hits[h]
		if hit.Class == lexicon.ClassEpithet {
			r.takeEpithet(hit)
			continue
		}
		if hit.Class == lexicon.ClassActor && hit.Hi-hit.Lo == 1 && r.a.lists(doc.Words[hit.Lo].ID, r.a.roles.shared) && r.sharedAbroad(hit) {
			continue
		}
		if hit.Class == lexicon.ClassActor && r.allOf(hit, r.a.roles.homonym) && r.homonymAt(hit, doc.Hits[:n], doc.Hits[h+1:]) {
			continue
		}
		if n < h {
			doc.Hits[n] = *hit
		}
		n++
	}
	doc.Hits = doc.Hits[:n]
}

// sharedAbroad reports whether the article was written in another state than that
// of the body that the hit names.
func (r *reading) sharedAbroad(hit *lexicon.Hit) bool {
	a := r.a.lex.Entry(hit.Entry).Actor
	return a != nil && a.Kind == lexicon.Organisation && r.writtenState() != "" && r.writtenState() != a.Country
}

// allOf reports whether all words of the hit are of the set.
func (r *reading) allOf(hit *lexicon.Hit, set roleSet) bool {
	for i := hit.Lo; i < hit.Hi; i++ {
		if !r.a.lists(r.doc.Words[i].ID, set) {
			return false
		}
	}
	return true
}

// homonymAt reports whether the hit is a body of another state than the one that the
// lexicon knows by the name: "India's Congress", or Congress in an article from Delhi
// that does not name the United States. before and after are the hits around it.
func (r *reading) homonymAt(hit *lexicon.Hit, before, after []lexicon.Hit) bool {
	a := r.a.lex.Entry(hit.Entry).Actor
	if a == nil || a.Kind != lexicon.Organisation {
		return false
	}
	if k := len(before) - 1; k >= 0 && before[k].Class == lexicon.ClassActor && hit.Lo-before[k].Hi <= 1 {
		if o := r.a.lex.Entry(before[k].Entry).Actor; o != nil && o.Kind == lexicon.Country && o.Country != a.Country &&
			(before[k].Hi == hit.Lo || r.doc.Words[before[k].Hi].Kind == lexicon.Possessive) {
			return true
		}
	}
	abroad := r.sharedAbroad(hit)
	if !abroad && r.writtenState() != "" {
		return false
	}
	others := 0
	for _, hits := range [...][]lexicon.Hit{before, after} {
		for k := range hits {
			if hits[k].Class != lexicon.ClassActor {
				continue
			}
			o := r.a.lex.Entry(hits[k].Entry).Actor
			if o == nil || o == a || o.Country == "" {
				continue
			}
			if o.Country == a.Country {
				return false
			}
			others++
		}
	}
	return abroad || others >= homonymOthers
}

// homonymOthers is how often an article without a dateline names other states, at
// least, for a body's own state that it never names not to be meant.
const homonymOthers = 4

// writtenState is the state of the place where the article was written, "" for none.
func (r *reading) writtenState() string {
	if !r.writtenRead {
		r.writtenIn, r.writtenRead = r.datelineSide().country, true
	}
	return r.writtenIn
}

// sharedElsewhere reports whether the hit is a body that many states have under one
// name, in an article of or about other states than the lexicon's: "Foreign Office
// spokesman".
func (r *reading) sharedElsewhere(hit *lexicon.Hit) bool {
	for i := hit.Lo; i < hit.Hi; i++ {
		if !r.in(i, r.a.roles.partyWord) {
			return false
		}
	}
	a := r.a.lex.Entry(hit.Entry).Actor
	if r.sharedAbroad(hit) || a == nil || a.Kind != lexicon.Organisation {
		return r.sharedAbroad(hit)
	}
	return !r.isParty(a.Country) && !(r.speaksForState(a.Sector) && r.namesState(a.Country, Range{}))
}

// namesake reports whether the hit is a state or city of one word that people
// are called too.
func (r *reading) namesake(hit *lexicon.Hit) bool {
	if hit.Class != lexicon.ClassActor || hit.Hi-hit.Lo != 1 || !r.a.lists(r.doc.Words[hit.Lo].ID, r.a.roles.alike) {
		return false
	}
	a := r.a.lex.Entry(hit.Entry).Actor
	k := lexicon.NameKind(hit.Name)
	return a != nil && (a.Kind == lexicon.Country || a.Kind == lexicon.Place) && (k == lexicon.NameFull || k == lexicon.NameCapital)
}

// familyName reports whether a given name, or a short title and a given name,
// stands before the word.
func (r *reading) familyName(i int32) bool {
	if i == 0 || r.doc.Words[i].Flags&lexicon.LineBefore != 0 {
		return false
	}
	w := r.doc.Words[i-1]
	c := r.a.classes.of(w.ID)
	return w.Kind == lexicon.Letters && w.Is(lexicon.Capital) && c&clGiven != 0 && c&(clModal|clMonth|clPrep|clSub) == 0
}

// givenName reports whether a family name stands behind the word: capitalised,
// and no word that names an office, a body or a kind of person. h is the word's
// hit.
func (r *reading) givenName(i int32, h int) bool {
	if int(i)+1 >= len(r.doc.Words) {
		return false
	}
	w := r.doc.Words[i+1]
	if w.Kind != lexicon.Letters || !w.Is(lexicon.Capital) || w.Is(lexicon.AllCaps) || w.Flags&(lexicon.LineBefore|lexicon.HyphenBefore) != 0 || r.doc.Words[i].Is(lexicon.AllCaps) {
		return false
	}
	const other = clTitle | clSpeaks | clMonth | clWeekday | clPrep | clDet | clConj | clSub | clModal | clBe | clHave | clDo | clTime
	if r.a.classes.of(w.ID)&other != 0 {
		return false
	}
	for h++; h < len(r.doc.Hits) && r.doc.Hits[h].Lo <= i+1; h++ { // another name or an office there
		hit := &r.doc.Hits[h]
		if hit.Lo == i+1 && (hit.Class == lexicon.ClassActor || hit.Class == lexicon.ClassOffice) {
			return false
		}
	}
	p := r.a.lex.Parts(w, r.doc.Text)
	return p.Best == lexicon.PartName || p.Can == 0 || r.a.classes.rows[w.ID].listing&asSurname != 0 || w.ID == 0
}

// stateShown reports whether the article names the state of the hit in another
// way: by its adjective, its people, another city.
func (r *reading) stateShown(hit *lexicon.Hit) bool {
	country := r.a.lex.Entry(hit.Entry).Actor.Country
	for h := range r.doc.Hits {
		o := &r.doc.Hits[h]
		if o.Class != lexicon.ClassActor || r.doc.Words[o.Lo].ID == r.doc.Words[hit.Lo].ID {
			continue
		}
		if a := r.a.lex.Entry(o.Entry).Actor; a != nil && a.Country == country && a.Kind != lexicon.Person {
			return true
		}
	}
	return false
}
