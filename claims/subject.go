package claims

import "claimstance/lexicon"

// subjectBefore is the noun phrase that is the subject of the verb group that
// begins at i: right before it, or before an aside between commas, dashes or
// brackets ("Dmitry Peskov, the Kremlin's spokesman, said").
func (r *reading) subjectBefore(i, lo int32) (Range, bool) {
	i = r.skipAdverbials(i, lo)
	if i <= lo {
		return Range{}, false
	}
	j := i - 1
	for j > lo && isQuoteMark(r.kind(j)) && r.kind(j-1) == lexicon.Comma {
		j-- // …, who calls it “a farce,” said
	}
	if k := r.kind(j); k == lexicon.Comma || k == lexicon.Dash {
		return r.beforeAside(j, lo)
	}
	if r.doc.Tags[j] == TagPart && j > lo && (head(r.doc.Tags[j-1]) && r.doc.Tags[j-1] != TagPron || r.is(j-1, clQuantity)) || j > lo && r.reducedVerb(j) {
		i = j // "those surveyed said", "papers filed on Sunday show"
	}
	np, ok := r.phraseBefore(i, lo)
	if !ok {
		return r.beforeRelative(Range{i, i}, lo) // "ministers whose laws were struck down say"
	}
	if r.isObject(np, lo) {
		if j := r.behindRelative(np, lo); j > lo {
			return Range{j, j + 1}, true
		}
	}
	if r.isObject(np, lo) || r.relativeObject(np, lo) {
		return r.beforeRelative(np, lo)
	}
	return r.withoutGap(np), true
}

// behindRelative is the relative pronoun that only phrases with a preposition part from
// the end of np, lo when there is none: "who in a speech on Monday accused".
func (r *reading) behindRelative(np Range, lo int32) int32 {
	for j := np.Lo - 1; j > lo && np.Hi-j < 12; j-- {
		switch t := r.doc.Tags[j]; {
		case t == TagRel:
			if j+1 < np.Hi && r.doc.Tags[j+1] == TagPrep && !r.is(j, clSub) {
				return j
			}
			return lo
		case t == TagPrep, nominal(t):
		default:
			return lo
		}
	}
	return lo
}

// relativeObject reports whether the phrase is the object of a relative clause
// right before it: "groups that have backed him say", "editors who run papers say".
func (r *reading) relativeObject(np Range, lo int32) bool {
	if np.Hi-np.Lo == 1 && r.is(np.Lo, clPronObj) && !r.is(np.Lo, clPronSubj|clPossPron) {
		return true
	}
	j := np.Lo - 1
	if j <= lo+1 || r.doc.Tags[j] != TagVerb && r.doc.Tags[j] != TagPart || r.clauseVerb(j) {
		return false
	}
	for j--; j > lo && r.doc.Tags[j] == TagAux; j-- {
	}
	return r.doc.Tags[j] == TagRel && (head(r.doc.Tags[j-1]) && r.doc.Tags[j-1] != TagPron || r.is(j-1, clQuantity|clIndef))
}

// withoutGap cuts from a subject the noun that its clause is about: "a situation
// Turkey said is" has the subject Turkey.
func (r *reading) withoutGap(np Range) Range {
	last := np.Hi - 1
	if r.doc.Tags[last] != TagName || !r.bodyAt(last) {
		return np
	}
	k := last
	for k > np.Lo && r.actorAt[k-1] == r.actorAt[last] {
		k--
	}
	if k-1 > np.Lo && r.doc.Tags[k-1] == TagNoun && !r.is(k-1, clSpeaks|clTitle|clInOffice) && r.doc.Tags[np.Lo] == TagDet {
		return Range{k, np.Hi}
	}
	return np
}

// beforeRelative finds the phrase whose relative clause ends before a verb:
// "officials who spoke with the paper said".
func (r *reading) beforeRelative(np Range, lo int32) (Range, bool) {
	verbs, finite, reduced := 0, false, int32(-1)
search:
	for j := np.Lo - 1; j > lo && np.Lo-j < 20; j-- {
		switch r.doc.Tags[j] {
		case TagVerb:
			if verbs++; verbs == 1 && r.parts[j]&lexicon.PartPart != 0 && head(r.doc.Tags[j-1]) && r.doc.Tags[j-1] != TagPron && r.doc.Tags[j+1] == TagPrep {
				reduced = j
			}
		case TagMark, TagSub, TagThat:
			if reduced > lo && r.kind(j) == lexicon.Comma {
				break search // ", a diplomat briefed on the talks said"
			}
			return Range{}, false
		case TagAux, TagModal:
			finite = true
		case TagIng:
			if verbs == 0 && !finite && head(r.doc.Tags[j-1]) && r.doc.Tags[j-1] != TagPron {
				np, ok := r.phraseBefore(j, lo) // "activists trying to block it say"
				return np, ok && r.speaks(np) && (np.Lo == lo || r.boundary(np.Lo-1))
			}
		case TagRel:
			if verbs > 1 {
				return Range{}, false
			}
			return r.phraseBefore(j, lo)
		case TagPron:
			if r.is(j, clPronSubj|clContracted) && head(r.doc.Tags[j-1]) && r.doc.Tags[j-1] != TagPron && !r.is(j-1, clWeekday|clMonth|clTime) && verbs <= 1 && !r.is(j, clPronObj) {
				return r.phraseBefore(j, lo) // "people I have spoken with said"
			}
		}
	}
	if reduced > lo && verbs == 1 && !finite {
		np, ok := r.phraseBefore(reduced, lo) // "officers interviewed at a rally in Lima said"
		return np, ok && r.speaks(np) && (np.Lo == lo || r.boundary(np.Lo-1))
	}
	return Range{}, false
}

// skipAdverbials steps left over adverbs and time phrases between subject and
// verb: "Zakharova on Wednesday said", "officials also say".
func (r *reading) skipAdverbials(i, lo int32) int32 {
	for i > lo {
		j := i - 1
		if r.doc.Tags[j] == TagAdv || r.doc.Tags[j] == TagNot || r.is(j, clLinkAdv) && (r.doc.Tags[j] != TagPron || r.is(j, clReflexive)) && !(r.doc.Tags[j] == TagDet && r.is(j, clQuantity) && !head(r.doc.Tags[max(lo, j-1)])) {
			i--
			continue
		}
		if r.doc.Tags[j] == TagConj && j-1 > lo && r.doc.Tags[j-1] == TagDet && r.is(j-1, clQuantity) && !r.is(j, clSub) {
			i -= 2 // "he all but accused"
			continue
		}
		if r.is(j, clWeekday|clTime|clMonth) || r.kind(j) == lexicon.Number {
			if k := r.timeStart(i, lo); k < i && k > lo {
				i = k
				continue
			}
		}
		if k := r.agoStart(i, lo); k < i {
			i = k
			continue
		}
		if r.is(j, clSpeechNoun) && r.doc.Tags[j] == TagNoun {
			// ", in a statement condemned": how it was said
			if b := r.baseBefore(i, lo); b-1 > lo && r.doc.Tags[b-1] == TagPrep && !r.is(b-1, clOf) && (head(r.doc.Tags[b-2]) || r.kind(b-2) == lexicon.Comma) && b < i {
				i = b - 1
				continue
			}
		}
		return i
	}
	return i
}

// timeStart is where the time phrase that ends before i begins, i when there is
// none that can be left out ("last Thursday", "on Sept. 9").
func (r *reading) timeStart(i, lo int32) int32 {
	for n := int32(1); n <= 4 && i-n >= lo; n++ {
		k := i - n
		if r.is(k, clTimePrep) && r.timeEnd(k, i) == i {
			if k-1 >= lo && r.is(k-1, clTimePrep) && r.timeEnd(k-1, i) == i {
				return k - 1
			}
			return k
		}
	}
	if r.is(i-1, clWeekday) && i-2 >= lo && (head(r.doc.Tags[i-2]) || i-3 >= lo && r.reducedVerb(i-2)) {
		return i - 1
	}
	return i
}

// beforeAside looks left of the comma or dash at j for the phrase that the
// aside between two of them was put behind.
func (r *reading) beforeAside(j, lo int32) (Range, bool) {
	mark := r.kind(j)
	var best Range
	closes := mark == lexicon.Comma && j > lo && r.doc.Tags[j-1] == TagName // a name may end right before it
	for k, n := j-1, 0; k > lo && n < 5; k-- {
		if r.kind(k) == lexicon.Close {
			if k = r.openingBefore(k, lo); k <= lo {
				break
			}
			continue
		}
		if r.kind(k) != mark || r.quoteOf[k] >= 0 {
			continue
		}
		n++
		if !r.asideOpens(k+1, j) && !(mark == lexicon.Dash && r.doc.Tags[k+1] == TagConj) {
			continue
		}
		np, ok := r.phraseBefore(k, lo)
		var name Range
		if closes {
			name = r.phraseAt(k+1, j)
		}
		if closes && name.Hi == j && name.Hi-name.Lo > 1 && r.is(name.Lo, clGiven) && r.allNames(name) && (!ok || r.isObject(np, lo)) {
			return name, true // "One delegate not on the list, Karin Dahl, said"
		}
		if !ok || r.isObject(np, lo) || r.onlyTime(np.Lo, np.Hi) || np.Hi-np.Lo == 1 && r.doc.Tags[np.Lo] == TagNum {
			continue
		}
		if closes && name.Hi == j && r.is(name.Lo, clArticle) && r.is(name.Lo, clDefinite) && name.Hi-name.Lo > 2 && r.onlyNames(Range{name.Lo + 1, name.Hi}) && r.ownedGroup(np) {
			return Range{name.Lo + 1, name.Hi}, true // "the rebels' political wing, the Nile Alliance, said"
		}
		if name, ok := r.apposedName(Range{k + 1, j}); ok && (r.hasRole(np) || mark == lexicon.Comma && np.Lo == lo && r.oneOfThem(np)) {
			return name, true // "the foreign minister, Sergei Lavrov, said"
		}
		if np.Lo > lo && r.doc.Tags[np.Lo-1] == TagRel && !r.is(np.Lo-1, clSub) && r.doc.Tags[np.Lo] == TagNoun {
			continue // "Ruiz, whose home, Lima, is in ruins, said"
		}
		if np.Lo == lo || r.boundary(np.Lo-1) && r.kind(np.Lo-1) != lexicon.Comma {
			if !best.Empty() && best.Lo == k+1 && mark == lexicon.Comma && r.hasRole(np) {
				if name, ok := r.apposedName(best); ok {
					return name, true // "the bloc's deputy chief, Rui Alves, a guest at dinner, said"
				}
			}
			return np, true // it opens its clause: nothing stands before it that it could explain
		}
		if best.Empty() {
			best = np
		}
	}
	if best.Empty() && r.quoteOf[j] < 0 {
		// "Darran Whiting of the church in Marion, said": a comma too many
		if np, ok := r.phraseBefore(j, lo); ok && np.Lo == lo {
			return np, true
		}
	}
	return best, !best.Empty()
}

// asideOpens reports whether the words [i, end) can be an apposition, a
// relative clause, a participle, a phrase of place or an age.
func (r *reading) asideOpens(i, end int32) bool {
	if i >= end {
		return false
	}
	switch r.doc.Tags[i] {
	case TagConj:
		return false
	case TagVerb:
		return r.parts[i]&lexicon.PartPart != 0 // "Kirby, asked about it, said"
	case TagAux, TagModal:
		return false
	case TagPron:
		return r.is(i, clReflexive)
	}
	return true
}

// isObject reports whether the phrase is the object of a verb or preposition
// before it and so no subject: "met Lavrov and said".
func (r *reading) isObject(np Range, lo int32) bool {
	if np.Lo <= lo {
		return false
	}
	j := np.Lo - 1
	for j > lo && isQuoteMark(r.kind(j)) {
		j--
	}
	switch r.doc.Tags[j] {
	case TagPrep:
		if r.doc.Tags[np.Lo] == TagNum && (j == lo || r.boundary(j-1) || r.doc.Tags[j-1] == TagAdv && j-1 == lo || r.is(j-1, clQuantity)) && !r.is(j, clTimePrep) {
			return false // "About 9 percent said"
		}
		if (j == lo || r.boundary(j-1)) && np.Lo == j+1 && r.partsAt(j).Can&lexicon.PartAdj != 0 && !r.is(j, clTimePrep) && r.doc.Tags[np.Lo] == TagNoun && r.is(np.Hi-1, clSpeaks) {
			return false // "Outside experts say"
		}
		// What hangs on a preposition speaks for nobody; "after Kyiv announced" is a clause.
		return !r.is(j, clSub)
	case TagIng:
		if j == lo && r.speaks(np) {
			return false // "Leading experts say"
		}
		return !r.clauseVerb(j)
	case TagBase, TagTo:
		return !r.clauseVerb(j) // "saying Trump had": a clause without that
	}
	return false
}

// clauseVerb reports whether the word i is a cue that a clause may follow without
// that.
func (r *reading) clauseVerb(i int32) bool {
	for h := r.hitAt[i]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo == i; h++ {
		if hit := &r.doc.Hits[h]; hit.Class == lexicon.ClassCue {
			c := cue{c: r.a.lex.Entry(hit.Entry).Cue, needs: r.a.tune.needs[hit.Entry]}
			return hit.Hi == i+1 && c.c.Pos == lexicon.CueVerb && c.takes(lexicon.ContentClause) && !c.takes(lexicon.ContentNP)
		}
	}
	return false
}
