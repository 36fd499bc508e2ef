package claims

import "claimstance/lexicon"

const (
	datelineWords  = 28 // from a paragraph's start to the dash of its dateline
	bracketWords   = 8  // inside its brackets
	placeLineWords = 5  // of a line that is a place alone
)

// dateline gives the word after the dateline at the start of a paragraph, Lo
// when there is none: MOSCOW (AP) —, GENEVA, March 3 (Reuters) -, Kyiv,
// Ukraine (AP) —, BEIJING —, Quito, 3 Feb, EFE –. A place in capitals, an agency in
// brackets, or a month or agency behind a comma is needed, and a dash; after an
// agency in brackets the dash may be missing.
func (l *layout) dateline(r Range) int32 {
	i := r.Lo
	limit := min(r.Hi, i+datelineWords)
	capitals, agency, comma, told := false, false, false, false
	names := 0
	for i < limit {
		w := l.words[i]
		switch w.Kind {
		case lexicon.Letters, lexicon.Number:
			dated := w.Kind == lexicon.Number || l.months[w.ID] > 0 || l.is(i, trWeekday)
			told = comma && (l.months[w.ID] > 0 || l.is(i, trAgency) && w.Is(lexicon.AllCaps)) || told
			switch {
			case dated && names > 0:
			case w.Kind == lexicon.Letters && w.Is(lexicon.Capital) && names < 7 && !agency:
				if names == 0 {
					capitals = w.Is(lexicon.AllCaps) || w.Is(lexicon.Abbreviated)
					if l.is(i, trStarter) {
						return r.Lo
					}
				}
				names++
			case l.is(i, trLowerStart|trTimeLabel) && names > 0 && !agency && i+1 < limit && l.words[i+1].Is(lexicon.Capital):
			case agency && capitals:
				return l.afterAgency(r, i)
			case capitals && comma && l.bracketSoon(i, limit): // a date in another language
			default:
				return r.Lo
			}
		case lexicon.Comma, lexicon.Symbol, lexicon.Stop:
			if w.Kind == lexicon.Stop && capitals && names > 0 && names < 4 && !comma && !l.words[i-1].Is(lexicon.Abbreviated) && l.longLead(Range{i, r.Hi}) && l.capitalNamed(Range{r.Lo, i}) {
				return i + 1 // "LA PAZ. The lorries have …"
			}
			if w.Kind == lexicon.Stop && told && l.words[i-1].Kind == lexicon.Number && l.capitalNamed(Range{r.Lo, i}) {
				return l.afterSlashes(i+1, limit) // "MINSK, May 5. /BELTA/. The"
			}
			if names == 0 || w.Kind == lexicon.Stop && !comma {
				return r.Lo
			}
			comma = true
		case lexicon.Open:
			hi, ok := l.agencyBracket(i, limit, capitals || told)
			if told && hi > i && !ok {
				ok = l.capitalNamed(Range{r.Lo, i}) // an agency that is not listed
			}
			if !ok || names == 0 {
				return r.Lo
			}
			agency = true
			capitals = capitals || told && l.capitalNamed(Range{r.Lo, i}) // "New Delhi, Aug 12 (PTI) The Centre"
			i = hi
			continue
		case lexicon.Colon:
			if names < 4 && (capitals && l.longLead(Range{i, r.Hi}) || l.longOpening(r, i)) && l.capitalNamed(Range{r.Lo, i}) {
				return i + 1
			}
			return r.Lo
		case lexicon.Dash:
			if names > 0 && (capitals || agency || told || names < 4 && l.longOpening(r, i) && l.capitalNamed(Range{r.Lo, i})) && i+1 < r.Hi {
				return i + 1
			}
			return r.Lo
		default:
			if agency && capitals {
				return l.afterAgency(r, i)
			}
			return r.Lo
		}
		if agency && capitals && l.words[i].Kind == lexicon.Letters && l.months[w.ID] == 0 && !l.is(i, trWeekday) {
			return l.afterAgency(r, i)
		}
		i++
	}
	return r.Lo
}

// isPlaceLine reports whether a short line is no more than a city in capitals: "NEW DELHI".
func (l *layout) isPlaceLine(x Range) bool {
	if x.Hi-x.Lo > placeLineWords {
		return false
	}
	for i := x.Lo; i < x.Hi; i++ {
		if k := l.words[i].Kind; k != lexicon.Comma && (k != lexicon.Letters || !l.words[i].Is(lexicon.AllCaps)) {
			return false
		}
	}
	return l.capitalNamed(x)
}

// longLead reports whether what follows a colon is longer than a subhead, as the first sentence of
// a report is: the place before it is no speaker then.
func (l *layout) longLead(r Range) bool { return r.Hi-r.Lo > l.limits.subheadWords }

// longOpening reports whether x is a paragraph, not a headline, and goes on with a capital
// behind the mark i, with no such mark after it: "Doha: The ministry", "Manila – A
// court", not "Paris – France's capital – has".
func (l *layout) longOpening(x Range, i int32) bool {
	if !l.longLead(x) || l.words[x.Hi-1].Kind != lexicon.Stop || i+1 >= x.Hi || l.words[i+1].Kind != lexicon.Letters || !l.words[i+1].Is(lexicon.Capital) {
		return false
	}
	for j := i + 1; j < min(x.Hi, i+datelineWords) && l.words[j].Kind != lexicon.Stop; j++ {
		if l.words[j].Kind == l.words[i].Kind {
			return false
		}
	}
	return true
}

// afterSlashes is the word behind an agency between slashes at i, and its stop or dash;
// i where there is none.
func (l *layout) afterSlashes(i, limit int32) int32 {
	if i >= limit || l.words[i].Kind != lexicon.Symbol {
		return i
	}
	for j := i + 1; j < min(limit, i+bracketWords); j++ {
		if l.words[j].Kind != lexicon.Symbol {
			continue
		}
		if j++; j < limit && (l.words[j].Kind == lexicon.Stop || l.words[j].Kind == lexicon.Dash) {
			j++
		}
		return j
	}
	return i
}

// capitalNamed reports whether the words are a city that the lexicon knows:
// "ISLAMABAD: Pakistan will …". It is asked of a paragraph's first words, in
// capitals and before a colon, only.
func (l *layout) capitalNamed(r Range) bool {
	for _, h := range l.lex.Hits(nil, l.words[r.Lo:r.Hi]) {
		a := l.lex.Entry(h.Entry).Actor
		if h.Class == lexicon.ClassActor && h.Lo == 0 && a != nil && (a.Kind == lexicon.Place || lexicon.NameKind(h.Name) == lexicon.NameCapital) {
			return true
		}
	}
	return false
}

// afterAgency accepts a dateline without a dash when its agency's bracket
// ends right before the word i.
func (l *layout) afterAgency(r Range, i int32) int32 {
	if i > r.Lo && l.words[i-1].Kind == lexicon.Close {
		return i
	}
	return r.Lo
}

// bracketSoon reports whether a bracket opens within the next words.
func (l *layout) bracketSoon(i, limit int32) bool {
	for j := i; j < min(limit, i+4); j++ {
		if l.words[j].Kind == lexicon.Open {
			return true
		}
	}
	return false
}

// agencyBracket gives the word after a bracket that names a news agency: one
// that the lexicon lists, or any name when a dash follows a place in capitals or a date.
func (l *layout) agencyBracket(i, limit int32, capitals bool) (int32, bool) {
	named := false
	for j := i + 1; j < min(limit, i+bracketWords); j++ {
		switch l.words[j].Kind {
		case lexicon.Close:
			return j + 1, named || capitals && j > i+1 && j+1 < limit && l.words[j+1].Kind == lexicon.Dash
		case lexicon.Letters:
			named = named || l.is(j, trAgency) && l.words[j].Is(lexicon.Capital)
		case lexicon.Symbol, lexicon.Comma, lexicon.Dash, lexicon.Number, lexicon.Stop:
		default:
			return i, false
		}
	}
	return i, false
}
