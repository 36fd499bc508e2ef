package claims

import "claimstance/lexicon"

// match is what a frame found: the content and whom it is said to or aimed at.
type match struct {
	content   Range
	parts     [2]Range // the content as it is kept: in two where the cue stands inside
	target    Range
	recipient Range
	shape     lexicon.Content
	quote     int32 // the quotation that is the content, -1
	that      bool  // the content was opened by that
	before    bool  // the content stands before the cue
	source    Range // who says it, of a cue whose subject is whom it is aimed at
}

// matchFrames tries the cue's frames in their order and returns the first that
// is complete: m is what it found.
func (r *reading) matchFrames(c *cue, at int32, s Range, m *match) bool {
	light := r.skipLight(at-c.opened, s.Hi)
	for fi := range c.c.Frames {
		f := &c.c.Frames[fi]
		if f.Items[0].Slot == lexicon.SlotWord && (light >= s.Hi || !oneOf(r.doc.Words[light].ID, f.Items[0].Words)) {
			continue // most frames, without more
		}
		if r.matchFrame(c, f, at, s, m) {
			return true
		}
	}
	*m = match{}
	return false
}

// matchFrame reads one frame's items from left to right behind the cue.
func (r *reading) matchFrame(c *cue, f *lexicon.Frame, at int32, s Range, m *match) bool {
	*m = match{quote: -1}
	j := at - c.opened
	if c.passive() {
		m.target = c.object
	}
	for n := range f.Items {
		it := &f.Items[n]
		switch it.Slot {
		case lexicon.SlotWord:
			if n == 0 || f.Items[n-1].Slot != lexicon.SlotAdj {
				j = r.skipLight(j, s.Hi)
			}
			if j >= s.Hi || !oneOf(r.doc.Words[j].ID, it.Words) {
				return false
			}
			j++
		case lexicon.SlotTarget, lexicon.SlotRecipient:
			ok := false
			if j, ok = r.fillSlot(c, f, n, j, s.Hi, m); !ok {
				return false
			}
		case lexicon.SlotSource:
			k := r.skipLight(j, s.Hi)
			np := r.slotPhrase(k, s.Hi, f, n)
			if np.Empty() || !r.speaks(np) {
				return false
			}
			m.source, j = np, np.Hi
		case lexicon.SlotAdj:
			ok := false
			k := j
			if j, ok = r.described(k, s.Hi, f.Items[n+1].Words); !ok {
				if j, ok = r.described(r.skipLight(k, s.Hi), s.Hi, f.Items[n+1].Words); !ok {
					return false
				}
			}
		case lexicon.SlotContent:
			m.shape = it.Content
			return r.matchContent(c, it.Content, j, s, m)
		}
	}
	// No slot for content: what is said is said about what stands before the cue.
	if o := c.object; !o.Empty() && !m.source.Empty() && r.doc.Tags[o.Hi-1] != TagPron && r.doc.Tags[o.Lo] != TagRel {
		m.content, m.shape = o, lexicon.ContentNP
		return true
	}
	return false
}

// fillSlot fills the target or recipient that is the frame's item n and stands at j,
// or is a passive's subject, and tells where to go on.
func (r *reading) fillSlot(c *cue, f *lexicon.Frame, n int, j, hi int32, m *match) (int32, bool) {
	target := f.Items[n].Slot == lexicon.SlotTarget
	if c.passive() && !c.isSuffered() {
		if !target {
			m.recipient, m.target = c.object, Range{}
		}
		return r.overApposition(r.skipAgent(c, j), hi, f, n), true // the grammatical subject fills the slot
	}
	k := r.skipLight(j, hi)
	np := r.phraseAt(k, hi)
	participle := np.Empty()
	if participle && k+1 < hi && (r.doc.Tags[k] == TagIng || r.doc.Tags[k] == TagPart) && (r.is(k+1, clSpeaks) || r.beforeThat(k+1, hi) || r.doc.Tags[k] == TagIng && r.doc.Tags[k+1] == TagName) {
		np = Range{k, r.phraseAt(k+1, hi).Hi} // "told cheering supporters that", "accused neighbouring Chad of"
	}
	if k < hi && n+1 < len(f.Items) && f.Items[n+1].Slot == lexicon.SlotWord && oneOf(r.doc.Words[k].ID, f.Items[n+1].Words) && (r.relativeBefore(c) || r.contact(c)) {
		if target {
			m.target = r.gapTarget(c)
		}
		return j, true // "whom Turkey accuses of": the relative is the target
	}
	if np.Empty() || r.onlyTime(np.Lo, np.Hi) {
		return j, false
	}
	if target && c.words.Hi-c.words.Lo > 1 && nextIsSlot(f, n) && f.Items[n+1].Content == lexicon.ContentTo && r.takesObject(c) && r.doc.Tags[np.Hi-1] == TagNoun && !r.speaks(np) {
		return j, false // "called for efforts to cure": what is called for is no one
	}
	if n+1 < len(f.Items) && !participle {
		np = r.slotPhrase(k, hi, f, n)
		if !target && f.Items[n+1].Slot == lexicon.SlotContent && f.Items[n+1].Content == lexicon.ContentClause && np.Hi < hi && r.verbal(np.Hi, hi) {
			np = r.namedFirst(np)
		}
	}
	if target {
		m.target = np
	} else {
		m.recipient = np
	}
	if e := r.overTail(np.Hi, hi, f, n); e > np.Hi {
		return e, true
	}
	end := r.overApposition(np.Hi, hi, f, n)
	if target && end > np.Hi+2 && r.is(np.Hi+1, clDet|clPossPron) && r.noActor(np) {
		m.target.Hi = end - 1 // "its rival, the Free Army": the name stands in the apposition
	}
	return end, true
}

// beforeThat reports whether a plural right before that stands at j: "told waiting
// | cameras that".
func (r *reading) beforeThat(j, hi int32) bool {
	return j+1 < hi && r.doc.Tags[j] == TagNoun && r.parts[j]&partPlural != 0 && r.doc.Tags[j+1] == TagThat
}

// overApposition steps over an apposition between commas when the frame's next
// word stands behind it: "accused Holm, the mayor of the town, of lying".
func (r *reading) overApposition(j, hi int32, f *lexicon.Frame, n int) int32 {
	if j >= hi || r.kind(j) != lexicon.Comma || n+1 >= len(f.Items) || f.Items[n+1].Slot != lexicon.SlotWord {
		return j
	}
	for k := j + 1; k+1 < hi && k < j+20; k++ {
		if r.kind(k) == lexicon.Comma && oneOf(r.doc.Words[k+1].ID, f.Items[n+1].Words) {
			return k + 1
		}
	}
	return j
}

func nextIsSlot(f *lexicon.Frame, n int) bool {
	return n+1 < len(f.Items) && f.Items[n+1].Slot != lexicon.SlotWord
}

func oneOf(id lexicon.WordID, ids []lexicon.WordID) bool {
	for _, x := range ids {
		if x == id && id != 0 {
			return true
		}
	}
	return false
}

// slotPhrase is the phrase that fills a target or recipient slot: with what
// hangs on it as far as the next literal word of the frame is not met.
func (r *reading) slotPhrase(k, hi int32, f *lexicon.Frame, n int) Range {
	np := r.phraseAt(k, hi)
	if n+1 < len(f.Items) && f.Items[n+1].Slot == lexicon.SlotAdj {
		return r.beforeDescribed(np, k, hi, f.Items[n+2].Words)
	}
	for np.Hi+1 < hi {
		j := np.Hi
		if n+1 < len(f.Items) && f.Items[n+1].Slot == lexicon.SlotWord && oneOf(r.doc.Words[j].ID, f.Items[n+1].Words) {
			next := r.phraseAt(j+1, hi)
			if r.is(j, clOf) && !next.Empty() && next.Hi < hi && r.doc.Words[next.Hi].ID == r.doc.Words[j].ID && (r.doc.Tags[next.Hi-1] == TagName || r.is(next.Hi-1, clSpeaks)) && r.doc.Tags[next.Lo] != TagIng {
				np.Hi = next.Hi // "accused the government of Chad | of lying"
				continue
			}
			break
		}
		if e := r.listEnd(j, hi); e > j {
			np.Hi = e
			break // "called on Peru, Chile and Chad to"
		}
		t := r.doc.Tags[j]
		if t == TagPrep && r.is(j, clAttach) && !r.timeAt(j, hi) || t == TagConj && !r.is(j, clSub) && r.sameKind(np, j+1, hi) {
			next := r.phraseAt(j+1, hi)
			if !next.Empty() {
				np.Hi = next.Hi
				continue
			}
		}
		break
	}
	return np
}

// beforeDescribed is the phrase at k up to what describes one of the words: "all
// envoys of Chad | seven more days".
func (r *reading) beforeDescribed(np Range, k, hi int32, words []lexicon.WordID) Range {
	for j := k + 1; j < hi && j < k+maxDescribing; j++ {
		if !oneOf(r.doc.Words[j].ID, words) {
			continue
		}
		for j > k+1 && (r.doc.Tags[j-1] == TagNum || r.doc.Tags[j-1] == TagAdj || r.doc.Tags[j-1] == TagAdv || r.doc.Tags[j-1] == TagDet) {
			j--
		}
		return Range{k, j}
	}
	return Range{np.Lo, np.Lo}
}

// sameKind reports whether what follows "and" can be a second member of the
// phrase before it and is no new clause.
func (r *reading) sameKind(np Range, j, hi int32) bool {
	next := r.phraseAt(j, hi)
	return !next.Empty() && !r.verbal(next.Hi, hi)
}

// skipAgent steps over "by X" behind a passive cue.
func (r *reading) skipAgent(c *cue, j int32) int32 {
	if !c.agent.Empty() && c.agent.Lo >= j && c.agent.Lo-j <= 2 {
		return c.agent.Hi
	}
	return j
}

// skipLight steps over adverbs and time phrases: "called on Moscow on Wednesday
// to", "accused the U.S. on Thursday of".
func (r *reading) skipLight(j, hi int32) int32 {
	for j < hi {
		if e := r.timeEnd(j, hi); e > j {
			j = e
			continue
		}
		if r.is(j, clNoSource) {
			return j
		}
		if r.doc.Tags[j] == TagAdv || r.is(j, clLinkAdv) && r.doc.Tags[j] != TagDet && r.doc.Tags[j] != TagPron {
			j++
			continue
		}
		return j
	}
	return j
}

// skipInterlude steps over what may stand between a cue of speech and what is
// said: adverbs, times, places, occasions ("at a briefing on Monday", "in an
// interview with X"). It stops where content begins.
func (r *reading) skipInterlude(j, hi int32) int32 {
	if x := (Range{j, hi}); r.interlude != x { // frames of one cue ask one behind the other
		r.interlude, r.interEnd = x, r.interludeEnd(j, hi)
	}
	return r.interEnd
}

func (r *reading) interludeEnd(j, hi int32) int32 {
	limit := min(hi, j+r.a.tune.interlude)
	for j < limit {
		if e := r.skipLight(j, limit); e > j {
			j = e
			continue
		}
		if t := r.doc.Tags[j]; t == TagPrep {
			np := r.phraseAt(j+1, limit)
			if np.Empty() {
				return j
			}
			j = np.Hi
			for j < limit && r.doc.Tags[j] == TagPoss {
				j++
			}
			continue
		}
		return j
	}
	return j
}

// matchContent fills the match with the content of the shape that begins at j.
func (r *reading) matchContent(c *cue, shape lexicon.Content, j int32, s Range, m *match) bool {
	switch shape {
	case lexicon.ContentQuote:
		return r.quoteAfter(c, j, s, m)
	case lexicon.ContentClause, lexicon.ContentThat:
		return r.clauseAfter(c, shape, j, s, m)
	case lexicon.ContentTo:
		if c.shape == shapePassive {
			j = r.skipAgent(c, j) // "are said by officials to have fled"
		}
		k := r.skipLight(j, s.Hi)
		if k < s.Hi && r.doc.Tags[k] == TagNot {
			m.content.Lo = k
			k++
			if k >= s.Hi || r.doc.Tags[k] != TagTo {
				return false
			}
		}
		if k+1 >= s.Hi || !r.is(k, clTo) || r.doc.Tags[k] != TagTo {
			return false
		}
		m.content = Range{k + 1, r.contentEnd(c, k+1, s, endPhrase)}
	case lexicon.ContentWh:
		k := r.skipLight(j, s.Hi)
		if k >= s.Hi || !r.is(k, clWh) || r.askedAt(k, s.Hi) {
			return false
		}
		m.content = Range{k, r.contentEnd(c, k, s, endClause)}
	case lexicon.ContentNP, lexicon.ContentIng:
		return r.phraseContent(c, shape, j, s, m)
	case lexicon.ContentAs:
		return r.asContent(c, j, s, m)
	case lexicon.ContentPred:
		return r.predContent(c, j, s, m)
	}
	return m.content.Hi > m.content.Lo
}
