package claims

import "claimstance/lexicon"

const (
	epithetReach = 400 // namings of states back that the state may have been named
	plainReach   = 3   // sentences back, for what fits any state
)

// stateMeant is the state that an epithet stands for, or that owns the neighbour that it
// is; -1 when that cannot be told: the last one named before it that all its parts fit;
// when one sentence names several of these, the one that the sentence is about.
func (r *reading) stateMeant(e *epithet) lexicon.EntryID {
	s := r.sentenceOf(e.words.Lo)
	at := sentenceAt(r.doc.Sentences, e.words.Lo)
	e.own = r.ownSubjectOf(e, s)
	last := len(r.namings) - 1
	for h := last; h >= 0 && h > last-epithetReach; h-- {
		hit := &r.namings[h]
		id := r.fitting(e, hit)
		if id < 0 || r.namedNext(e, id, s) {
			continue
		}
		si := sentenceAt(r.doc.Sentences, hit.Lo)
		if e.plain && at-si > plainReach || r.anotherBrought(e, hit.Hi) {
			return -1
		}
		in := r.doc.Sentences[si].Range
		in.Hi = min(in.Hi, e.the)
		if r.onlyOne(e, h, in, id) {
			return id
		}
		return r.leading(e, h, in)
	}
	if e.kind == lexicon.EpithetAcross || e.plain && at > plainReach {
		return -1
	}
	if id := r.stateNamed(r.writtenState()); id >= 0 {
		return r.fittingState(e, id) // "SEOUL — The North has"
	}
	return -1
}

// fitting is the state that a naming is of, or by beside brings to mind, when the
// epithet fits it; else -1.
func (r *reading) fitting(e *epithet, naming *lexicon.Hit) lexicon.EntryID {
	if e.own.Has(naming.Lo) {
		return -1
	}
	return r.fittingState(e, naming.Entry)
}

// fittingState is the state, or the one that it brings to mind, when the epithet fits it;
// else -1.
func (r *reading) fittingState(e *epithet, id lexicon.EntryID) lexicon.EntryID {
	meant := r.a.lex.Entry(id).Actor.Country
	for k := e.noun - e.traits; k <= e.noun; k++ {
		part := r.a.lex.Entry(r.epithets[k].Entry).Epithet
		for i := range part.Beside {
			if b := &part.Beside[i]; b.Named == meant {
				return r.stateNamed(b.Meant)
			}
		}
		if part.Countries != nil && !contains(part.Countries, meant) {
			return -1
		}
	}
	return id
}

// ownSubjectOf is the subject of the clause that the epithet is an object in; empty
// when it is a subject or an owner itself.
func (r *reading) ownSubjectOf(e *epithet, s Range) Range {
	end := e.words.Hi
	if e.kind == lexicon.EpithetAcross || end < s.Hi && (r.doc.Tags[end] == TagPoss || r.verbAfter(end, s.Hi) >= 0) {
		return Range{}
	}
	j := e.the
	for j > s.Lo && !r.clauseEdge(j-1) {
		j--
	}
	for v := j; v < e.the; v++ {
		switch r.doc.Tags[v] {
		case TagVerb, TagAux, TagModal:
			return Range{j, v}
		}
	}
	return Range{}
}

// namedNext reports whether the clause that the epithet is the subject of names the
// state too: nobody speaks at himself.
func (r *reading) namedNext(e *epithet, id lexicon.EntryID, s Range) bool {
	if r.verbAfter(e.words.Hi, s.Hi) < 0 {
		return false
	}
	for i := e.words.Hi; i < s.Hi && i < e.words.Hi+5; i++ {
		if h := r.actorAt[i]; h >= 0 && r.doc.Hits[h].Entry == id {
			return true
		}
	}
	return false
}

// anotherBrought reports whether the text between the word i and the epithet brings in
// another of its kind: "Snake Island", "an island".
func (r *reading) anotherBrought(e *epithet, i int32) bool {
	noun := r.epithets[e.noun].Entry
	for k := e.noun - 1; k >= 0 && r.epithets[k].Lo >= i && k > e.noun-64; k-- {
		x := &r.epithets[k]
		j := x.Lo - 1
		if x.Entry != noun || j < i {
			continue
		}
		if r.doc.Words[x.Lo].Is(lexicon.Capital) && r.doc.Tags[j] == TagName {
			return true
		}
		for n := 0; j > i && n < 3 && r.doc.Tags[j] == TagAdj; n++ {
			j--
		}
		if r.is(j, clArticle) && !r.is(j, clDefinite) && r.kind(j-1) != lexicon.Comma && !r.is(j-1, clBe|clAs) {
			return true
		}
	}
	return false
}

// onlyOne reports whether x, in which the naming h is the last, names no other state
// that the epithet fits.
func (r *reading) onlyOne(e *epithet, h int, x Range, id lexicon.EntryID) bool {
	for ; h >= 0 && r.namings[h].Lo >= x.Lo; h-- {
		if other := r.fitting(e, &r.namings[h]); other >= 0 && other != id {
			return false
		}
	}
	return true
}

// leading is the state that a sentence x is about, of those that the epithet fits, the
// last of which is the naming h: whoever speaks at its end ("…, Kyiv said."), else the
// one named before its verb, alone and not as a place; -1 when none is.
func (r *reading) leading(e *epithet, h int, x Range) lexicon.EntryID {
	verb := x.Lo
	for verb < x.Hi && r.doc.Tags[verb] != TagVerb && r.doc.Tags[verb] != TagAux && r.doc.Tags[verb] != TagModal {
		verb++
	}
	lead := lexicon.EntryID(-1)
	for ; h >= 0 && r.namings[h].Lo >= x.Lo; h-- {
		hit := &r.namings[h]
		id := r.fitting(e, hit)
		if id < 0 || r.quoteOf[hit.Lo] >= 0 || r.placeBefore(hit.Lo, x.Lo) {
			continue
		}
		if hit.Lo >= verb {
			if r.saysLast(hit, x) {
				return id
			}
			continue
		}
		if lead >= 0 && lead != id {
			return -1 // "India and Pakistan", "Russia's envoy to Kenya"
		}
		lead = id
	}
	return lead
}

// saysLast reports whether the hit is in the subject of the clause that ends the
// sentence behind a comma or quotation: "…, the Malian army said."
func (r *reading) saysLast(hit *lexicon.Hit, x Range) bool {
	b := r.baseBefore(hit.Hi, x.Lo)
	if b <= x.Lo || r.doc.Tags[b-1] != TagMark || x.Hi-hit.Hi > 10 {
		return false
	}
	np := r.phraseAt(b, x.Hi)
	return np.Hi < x.Hi && r.doc.Tags[np.Hi] == TagVerb
}

// readNamings adds the states that the text names before the word i to the namings.
func (r *reading) readNamings(i int32) {
	for ; r.namedTo < len(r.doc.Hits) && r.doc.Hits[r.namedTo].Lo < i; r.namedTo++ {
		hit := r.doc.Hits[r.namedTo]
		if hit.Class != lexicon.ClassActor || len(r.meant) > 0 && hit.Lo < r.meant[len(r.meant)-1].Hi || r.backedAt(hit.Hi) || !r.sentenceOf(hit.Lo).Has(hit.Lo) {
			continue
		}
		if hit.Entry = r.stateFor(hit.Entry); hit.Entry >= 0 {
			r.namings = append(r.namings, hit)
		}
	}
}

// stateFor is the state that the entry is, or whose army or ministry it is; -1 for none.
func (r *reading) stateFor(id lexicon.EntryID) lexicon.EntryID {
	a := r.a.lex.Entry(id).Actor
	if a == nil || a.Country == "" {
		return -1
	}
	if a.Kind == lexicon.Organisation && r.speaksForState(a.Sector) {
		return r.stateNamed(a.Country)
	}
	if a.Kind != lexicon.Country {
		return -1
	}
	return id
}

// stateNamed is the entry of the state with the code, -1 for none.
func (r *reading) stateNamed(code string) lexicon.EntryID {
	if id, ok := r.a.states[code]; ok {
		return id
	}
	return -1
}

// statesOf finds the entries of states by their codes.
func statesOf(lex *lexicon.Lexicon) map[string]lexicon.EntryID {
	states := map[string]lexicon.EntryID{}
	for id := range lexicon.EntryID(lex.Entries()) {
		if a := lex.Entry(id).Actor; a != nil && a.Kind == lexicon.Country {
			states[a.Country] = id
		}
	}
	return states
}

// stateAcross is the other of the two states that the article is about: "its neighbour".
func (r *reading) stateAcross(id lexicon.EntryID) lexicon.EntryID {
	if id < 0 {
		return id
	}
	sd, _ := r.acrossHome(r.a.lex.Entry(id).Actor.Country)
	return sd.entry
}
