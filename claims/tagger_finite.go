package claims

import "claimstance/lexicon"

// finiteOnly reports whether the word j can be nothing but a finite verb.
func (t *sentenceTagger) finiteOnly(j int32) bool {
	if t.doc.Words[j].Kind != lexicon.Letters || t.cls[j]&(clBe|clHave|clModal) != 0 {
		return t.doc.Words[j].Kind == lexicon.Letters
	}
	p := t.partsAt(j)
	return p.Best&lexicon.PartPast != 0
}

// finiteHere decides whether a word that can be a finite verb is one.
func (t *sentenceTagger) finiteHere(i int32, p lexicon.Parts, before Tag) bool {
	onlyVerb := p.Can&(lexicon.PartNoun|lexicon.PartPlural|lexicon.PartAdj|lexicon.PartAdv) == 0
	switch before {
	case TagRel, TagWh:
		if p.Can&(lexicon.PartNoun|lexicon.PartPlural) != 0 && i+1 < t.hi && t.cls[i+1]&(clBe|clHave|clDo|clModal) != 0 {
			return false // "which files had been", "whose forces are"
		}
		return p.Best&lexicon.PartAdj == 0
	case TagPron:
		return p.Best&lexicon.PartAdj == 0 || p.Can&lexicon.PartPast != 0 && i+1 < t.hi && t.is(i+1, clThat) && t.speechForm(i, lexicon.FormPast) // "others worried that"
	case TagNoun, TagName:
		return t.finiteAfterNoun(i, p, before, onlyVerb)
	case TagMark, TagPart:
		if j, tag := t.prev(i); tag == TagMark && p.Can&lexicon.PartBase != 0 && p.Best&lexicon.PartBase != 0 && (t.pluralAside(j, onlyVerb && t.objectFollows(i+1)) && (t.complementFollows(i+1) || t.speechVerb(i)) || i > t.lo && t.speaksBehind(i)) {
			return true // "Supporters of the bill, however, say it", ", say some ministers"
		} else if tag == TagMark && p.Can&lexicon.PartS != 0 && t.objectFollows(i+1) && t.speechForm(i, lexicon.FormS) && t.subjectAside(j) {
			return true // "The opposition, for its part, charges the cabinet with"
		} else if before == TagPart && onlyVerb && p.Can&lexicon.PartPast != 0 && j > t.lo && (t.cls[j-1]&clQuantity != 0 || t.doc.Tags[j-1] == TagNoun && j == i-1) {
			return true // "those surveyed said"
		}
		return t.finiteAfterClause(i, p, before, onlyVerb)
	case TagConj, TagThat, TagSub, TagVerb, TagBase, TagAdj:
		return t.finiteAfterClause(i, p, before, onlyVerb)
	}
	return onlyVerb && p.Can&lexicon.PartPast != 0
}

// finiteAfterNoun decides behind a noun or name, the likely subject.
func (t *sentenceTagger) finiteAfterNoun(i int32, p lexicon.Parts, before Tag, onlyVerb bool) bool {
	next := i + 1
	if t.cls[i]&clTitle != 0 && next < t.hi && t.cls[next]&clFunction == 0 && t.doc.Words[next].Kind == lexicon.Letters && t.doc.Words[next].Is(lexicon.Capital) {
		return false // "communications minister Jon Holm"
	}
	if p.Can&lexicon.PartPart != 0 && t.doc.Words[i].Is(lexicon.HyphenBefore) && t.nominalFollows(next) {
		return false // "accused Lahore-based militants of", "the army-led government", "a Lahore-based analyst"
	}
	if p.Can&lexicon.PartPast != 0 {
		if next >= t.hi || p.Can&lexicon.PartPart == 0 {
			return true
		}
		if t.cls[next]&clBy != 0 && !t.frameOpens(i, next) {
			return false // "forces backed by Ankara": a participle, not the verb
		}
		return before != TagNoun || t.cls[next]&(clBe|clHave|clModal) != 0 || !t.finiteOnly(next) // "voters polled said"
	}
	if onlyVerb {
		return true
	}
	if p.Can&lexicon.PartS != 0 {
		j, _ := t.prev(i)
		if j > t.lo && t.doc.Tags[j-1] == TagRel && next < t.hi && t.cls[next]&(clModal|clBe|clHave) != 0 {
			return true // "which Turkey fears may"
		}
		if j > t.lo && before == TagNoun && (t.doc.Tags[j-1] == TagIng || t.doc.Tags[j-1] == TagBase) {
			return false // "jamming satellite signals"
		}
		if p.Can&lexicon.PartPlural != 0 && next < t.hi && t.is(i, clPerson) && t.in(next, t.a.roles.whoSpeaks) {
			return false // "Party rivals who"
		}
		if k := t.nominalStart(j); before == TagNoun && k-1 > t.lo && t.is(k-1, clAs) && t.doc.Tags[k-1] == TagPrep && t.doc.Tags[k-2] == TagVerb && next < t.hi && t.is(next, clThat|clOf) {
			return false // "dismissed as baseless media reports that"
		}
		if k := t.nominalStart(j); before == TagNoun && k > t.lo && t.doc.Tags[k-1] == TagVerb && !t.clauseVerb(k-1) &&
			(t.doc.Tags[k] == TagPossPron || next < t.hi && t.cls[next]&clOf != 0) {
			return false // "revised his withdrawal plans", "accused border guards of"
		}
		if before == TagNoun && p.Can&lexicon.PartPlural != 0 && next < t.hi && (p.Best&lexicon.PartS == 0 && t.is(i, clSpeaks) && t.is(next, clPrep) || j > t.lo && t.doc.Tags[j-1] == TagPoss && t.is(next, clHave|clBe|clModal)) {
			return false // "accused government troops of", "opposition figures in Oslo", "its sweeping claims had"
		}
		return t.singularBefore(i) && (p.Best&lexicon.PartS != 0 || t.complementFollows(next) || t.endsWithSource(i))
	}
	if t.single(i) {
		return false // "a police post"
	}
	if before == TagNoun && p.Can&lexicon.PartBase != 0 && next < t.hi && t.is(next, clThat) && t.speechVerb(i) && !t.nounCue(i) {
		return true // "hawks on the staff counter that"
	}
	if p.Can&lexicon.PartAdj != 0 && next < t.hi && t.cls[next]&clTo != 0 && !t.baseFollows(next+1) {
		return false // "people close to the minister"
	}
	return p.Can&lexicon.PartBase != 0 && (p.Best&lexicon.PartBase != 0 || t.complementFollows(next) || t.speakersVerb(i)) && t.pluralBefore(i)
}

// speakersVerb reports whether a plural that can speak stands right before the
// cue i and no verb behind it: "polls show voters fear", ", records show."
func (t *sentenceTagger) speakersVerb(i int32) bool {
	if i <= t.lo || !t.is(i-1, clSpeaks) || t.parts[i-1]&lexicon.PartPlural == 0 || !t.speechVerb(i) {
		return false
	}
	return i+1 >= t.hi || t.cls[i+1]&(clBe|clHave|clDo|clModal|clConj) == 0 && !t.finiteOnly(i+1)
}

// finiteAfterClause decides where a new clause or a second verb may begin.
func (t *sentenceTagger) finiteAfterClause(i int32, p lexicon.Parts, before Tag, onlyVerb bool) bool {
	if p.Can&lexicon.PartPast == 0 {
		if before == TagVerb && p.Can&(lexicon.PartNoun|lexicon.PartPlural) != 0 {
			return false // "rejected calls by Britain"
		}
		return p.Can&lexicon.PartS != 0 && (onlyVerb || p.Best&lexicon.PartS != 0 && before != TagAdj)
	}
	if j, tag := t.prev(i); tag == TagConj && j-1 >= t.lo && t.doc.Tags[j-1] != TagPart && t.doc.Tags[j-1] != TagAdj && t.objectFollows(i+1) && t.speechForm(i, lexicon.FormPast) {
		return true // "denied the charge and branded Chad a liar"
	}
	switch before {
	case TagMark, TagConj, TagThat, TagSub:
		if before == TagMark && p.Can&lexicon.PartPart != 0 {
			if i == t.lo && i+1 < t.hi && t.cls[i+1]&clBy != 0 || t.asideAfterSubject(i) {
				return false // "Asked by reporters whether", "Kirby, asked about it, said"
			}
		}
		return onlyVerb || p.Best&lexicon.PartPast != 0 || before == TagMark && t.phrasalCue(i, lexicon.FormPast)
	}
	return onlyVerb && p.Can&lexicon.PartPart == 0 // "the warning that it could fall went unheard"
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
// subject that has no verb yet; or behind a name, when the word after it can only be
// a verb: "The Taliban, in turn, accuse".
func (t *sentenceTagger) pluralAside(j int32, named bool) bool {
	if j < 0 || t.doc.Words[j].Kind != lexicon.Comma && t.doc.Words[j].Kind != lexicon.Dash {
		return false
	}
	open := int32(-1)
	for k := j - 1; k > t.lo && j-k < 24; k-- {
		if t.doc.Words[k].Kind == t.doc.Words[j].Kind {
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
			plural = plural || t.parts[k]&lexicon.PartPlural != 0 || named && t.doc.Tags[k] == TagName
		case TagNum:
			plural = true
		}
		plural = plural || t.is(k, clQuantity) && !t.is(k, clArticle)
	}
	return plural
}

// subjectAside reports whether the comma at j closes a short phrase with a preposition
// behind the subject that opens the sentence: "The panel, in its latest report, ".
func (t *sentenceTagger) subjectAside(j int32) bool {
	if j < 0 || t.doc.Words[j].Kind != lexicon.Comma {
		return false
	}
	k := j - 1
	for k > t.lo && j-k < 12 && t.doc.Words[k].Kind != lexicon.Comma {
		k--
	}
	if k <= t.lo || t.doc.Words[k].Kind != lexicon.Comma || t.doc.Tags[k+1] != TagPrep || !head(t.doc.Tags[k-1]) || t.is(k-1, clTime|clWeekday|clMonth) {
		return false
	}
	for k--; k > t.lo && nominal(t.doc.Tags[k]); k-- {
	}
	return k == t.lo && nominal(t.doc.Tags[k]) && t.doc.Tags[k] != TagAdv
}

// phrasalCue reports whether a verb cue of two words in the form begins at i whose second
// word is an adverb: "shot back".
func (t *sentenceTagger) phrasalCue(i int32, form lexicon.Form) bool {
	for h := t.hitAt[i]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		hit := &t.doc.Hits[h]
		if hit.Class == lexicon.ClassCue && hit.Hi == i+2 && hit.Form&form != 0 && t.a.lex.Entry(hit.Entry).Cue.Pos == lexicon.CueVerb && t.cls[i+1]&clFunction == 0 {
			return t.partsAt(i+1).Can&lexicon.PartAdv != 0
		}
	}
	return false
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
		c := cue{c: t.a.lex.Entry(hit.Entry).Cue, needs: t.a.tune.needs[hit.Entry]}
		if c.c.Pos == lexicon.CueVerb && c.takes(lexicon.ContentQuote) && !c.opensWithSlot() && hit.Hi < t.hi {
			w := t.doc.Words[hit.Hi]
			return w.Kind == lexicon.Letters && (w.Is(lexicon.Capital) || t.cls[hit.Hi]&(clDet|clPronSubj|clPossPron|clPerson|clGroup) != 0)
		}
	}
	return false
}
