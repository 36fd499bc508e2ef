package gold

// explain counts and lists what differs.
func (s *attributionScorer) explain(e *evaluation, t *tokens, golds, founds []attribution) {
	m := pairContents(golds, founds)
	inGold, inFound := [][]int64{union(golds)}, [][]int64{union(founds)}
	for i := range golds {
		g := &golds[i]
		j := m.ofGold[i]
		switch {
		case j < 0 && common(g.content, inFound[0]) > 0:
			e.differ("missed: wrong border", t.show(g), t.near(g, founds))
		case j < 0:
			e.differ("missed: no claim, "+typeNames[g.kind], t.show(g), "")
		case sourceRight(g, &founds[j]):
		case len(g.source) == 0:
			e.differ("source given, gold has none", t.show(g), t.show(&founds[j]))
		case len(founds[j].source) == 0:
			e.differ("no source", t.show(g), t.show(&founds[j]))
		default:
			e.differ("wrong source", t.show(g), t.show(&founds[j]))
		}
	}
	for j := range founds {
		f := &founds[j]
		switch {
		case m.ofFound[j] >= 0:
		case common(f.content, inGold[0]) > 0:
			e.differ("extra: wrong border", t.near(f, golds), t.show(f))
		default:
			e.differ("extra", "", t.show(f))
		}
	}
}

// show writes source, cue and content.
func (t *tokens) show(a *attribution) string {
	source := "-"
	if len(a.source) > 0 && a.source[0] >= 0 {
		source = t.text(span{t.words[a.source[0]][0], t.words[a.source[len(a.source)-1]][1]})
	}
	return source + " | " + a.cue + " | " + t.text(span{a.spans[0][0], a.spans[len(a.spans)-1][1]})
}

// near shows the item of the list that shares most words.
func (t *tokens) near(a *attribution, list []attribution) string {
	best, at := 0, -1
	for i := range list {
		if n := common(a.content, list[i].content); n > best {
			best, at = n, i
		}
	}
	if at < 0 {
		return ""
	}
	return t.show(&list[at])
}
