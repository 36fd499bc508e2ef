package claims

import "claimstance/lexicon"

// finiteOnly reports whether the word j can be nothing but a finite verb.
func (t *sentenceTagger) finiteOnly(j int32) bool {
	if t.doc.Words[j].Kind != lexicon.Letters || t.cls[j]&(clBe|clHave|clModal) != 0 {
		return t.doc.Words[j].Kind == lexicon.Letters
	}
	p := t.a.lex.Parts(t.doc.Words[j], t.doc.Text)
	return p.Best&lexicon.PartPast != 0
}

// finiteHere decides whether a word that can be a finite verb is one.
func (t *sentenceTagger) finiteHere(i int32, p lexicon.Parts, before Tag) bool {
	const nominal = lexicon.PartNoun | lexicon.PartPlural
	can := p.Can
	onlyVerb := can&(nominal|lexicon.PartAdj|lexicon.PartAdv) == 0
	switch before {
	case TagRel, TagWh:
		if can&nominal != 0 && i+1 < t.hi && t.cls[i+1]&(clBe|clHave|clDo|clModal) != 0 {
			return false // "which files had been", "whose forces are"
		}
		return p.Best&lexicon.PartAdj == 0
	case TagPron:
		return p.Best&lexicon.PartAdj == 0
	case TagNoun, TagName:
		if can&lexicon.PartPast != 0 {
			// "forces backed by Ankara": a participle, not the verb
			if j := i + 1; j < t.hi && can&lexicon.PartPart != 0 && before == TagNoun && t.cls[j]&(clBe|clHave|clModal) == 0 && t.finiteOnly(j) {
				return false // "voters polled said"
			}
			if j := i + 1; j < t.hi && t.cls[j]&clBy != 0 && can&lexicon.PartPart != 0 {
				return false
			}
			return true
		}
		if onlyVerb {
			return true
		}
		if can&lexicon.PartS != 0 {
			j, _ := t.prev(i)
			if j > t.lo && t.doc.Tags[j-1] == TagRel && i+1 < t.hi && t.cls[i+1]&(clModal|clBe|clHave) != 0 {
				return true // "which Turkey fears may"
			}
			if j > t.lo && before == TagNoun && (t.doc.Tags[j-1] == TagIng || t.doc.Tags[j-1] == TagBase) {
				return false // "jamming satellite signals"
			}
			return t.singularBefore(i) && (p.Best&lexicon.PartS != 0 || t.complementFollows(i+1))
		}
		if t.single(i) {
			return false // "a police post"
		}
		return can&lexicon.PartBase != 0 && (p.Best&lexicon.PartBase != 0 || t.complementFollows(i+1)) && t.pluralBefore(i)
	case TagMark, TagPart:
		if j, tag := t.prev(i); can&lexicon.PartBase != 0 && tag == TagMark && p.Best&lexicon.PartBase != 0 && t.complementFollows(i+1) && t.pluralAside(j) {
			return true // "Supporters of the bill, however, say it"
		} else if before == TagPart && onlyVerb && can&lexicon.PartPast != 0 && j > t.lo && (t.cls[j-1]&clQuantity != 0 || t.doc.Tags[j-1] == TagNoun && j == i-1) {
			return true
		}
	}
	switch before {
	case TagConj, TagMark, TagThat, TagSub, TagVerb, TagPart, TagBase, TagAdj:
		if can&lexicon.PartPast != 0 {
			if before == TagMark && i == t.lo && can&lexicon.PartPart != 0 && i+1 < t.hi && t.cls[i+1]&clBy != 0 {
				return false // "Asked by reporters whether"
			}
			if before == TagMark && can&lexicon.PartPart != 0 && t.asideAfterSubject(i) {
				return false // "Kirby, asked about it, said"
			}
			if before == TagMark || before == TagConj || before == TagThat || before == TagSub {
				return onlyVerb || p.Best&(lexicon.PartPast) != 0
			}
			return onlyVerb && can&lexicon.PartPart == 0 // "the warning that it could fall went unheard"
		}
		if before == TagVerb && can&nominal != 0 {
			return false // "rejected calls by Britain"
		}
		return can&lexicon.PartS != 0 && (onlyVerb || p.Best&lexicon.PartS != 0 && before != TagAdj)
	}
	return onlyVerb && can&lexicon.PartPast != 0
}

// asideAfterSubject reports whether a comma right before i closes the phrase that
// opens the sentence, with no finite verb yet and another comma to come: what
// stands between is a participle's aside.
func (t *sentenceTagger) asideAfterSubject(i int32) bool {
	j := i - 1
	if j <= t.lo || t.doc.Words[j].Kind != lexicon.Comma || !head(t.doc.Tags[j-1]) || t.speaksBehind(i) {
		return false
	}
	for k := t.lo; k < j; k++ {
		if tag := t.doc.Tags[k]; tag == TagVerb || tag == TagAux || tag == TagModal || t.doc.Words[k].Kind == lexicon.Comma {
			return false
		}
	}
	for k := i; k < t.hi; k++ {
		if t.doc.Words[k].Kind == lexicon.Comma {
			return true
		}
	}
	return false
}

// pluralAside reports whether the comma at j closes an aside behind a plural
// subject that has no verb yet.
func (t *sentenceTagger) pluralAside(j int32) bool {
	if j < 0 || t.doc.Words[j].Kind != lexicon.Comma {
		return false
	}
	open := int32(-1)
	for k := j - 1; k > t.lo && j-k < 24; k-- {
		if t.doc.Words[k].Kind == lexicon.Comma {
			open = k
			break
		}
	}
	if open < 0 {
		return false
	}
	plural := false
	for k := open - 1; k >= t.lo; k-- {
		switch t.doc.Tags[k] {
		case TagVerb, TagAux, TagModal, TagMark, TagSub, TagThat, TagRel:
			return plural && t.doc.Tags[k] == TagMark
		case TagNoun, TagName:
			plural = plural || t.parts[k]&lexicon.PartPlural != 0
		}
	}
	return plural
}

// speaksBehind reports whether the verb i is one of speech that is aimed at
// nobody and a name or person follows it: ", said Mr Doyle," is no aside of a
// participle.
func (t *sentenceTagger) speaksBehind(i int32) bool {
	for h := t.hitAt[i]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		hit := &t.doc.Hits[h]
		if hit.Class != lexicon.ClassCue {
			continue
		}
		c := cue{c: t.a.lex.Entry(hit.Entry).Cue}
		if c.c.Pos == lexicon.CueVerb && c.takes(lexicon.ContentQuote) && !c.opensWithSlot() && hit.Hi < t.hi {
			w := t.doc.Words[hit.Hi]
			return w.Kind == lexicon.Letters && (w.Is(lexicon.Capital) || t.cls[hit.Hi]&(clDet|clPronSubj|clPossPron|clPerson|clGroup) != 0)
		}
	}
	return false
}
