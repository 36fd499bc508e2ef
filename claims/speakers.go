package claims

import (
	"strings"

	"claimstance/lexicon"
)

// The bases of a resolved speaker: Speaker.Basis.
const (
	basisName       = "name"
	basisApposition = "apposition"
	basisOffice     = "office"
	basisMetonym    = "metonym"
	basisDemonym    = "demonym"
	basisSurname    = "surname"
	basisPronoun    = "pronoun"
	basisCarried    = "carried"
)

// Why a speaker is unknown: Speaker.Unknown.
const (
	UnknownNoMention = "no_mention"   // a quotation or passive with nobody beside it
	UnknownPronoun   = "pronoun"      // a pronoun with no fitting antecedent
	UnknownFirst     = "first_person" // I or we of the reporter
	UnknownExpletive = "expletive"    // it was said, there are claims
)

// resolveSpeakers finds out who each claim's mention stands for.
func (r *reading) resolveSpeakers() {
	r.mentioned = grow(r.mentioned, len(r.doc.Words))
	clear(r.mentioned)
	for i := range r.doc.Claims {
		if m := r.doc.Claims[i].Mention; !m.Empty() {
			r.mentioned[m.Hi-1] = true
		}
	}
	r.readNames()
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		carried := c.Speaker.Basis == basisCarried
		switch {
		case !c.Mention.Empty():
			r.resolveMention(i)
		case carried:
			r.carrySpeaker(i)
		default:
			c.Speaker = Speaker{Unknown: UnknownNoMention}
		}
		r.markSelf(c)
	}
	r.dropEchoes()
}

// dropEchoes drops nested claims whose speaker turns out to be the outer one: "he
// said he was compelled to point out that" is one claim.
func (r *reading) dropEchoes() {
	doc := r.doc
	kept := doc.Claims[:0]
	for i := range doc.Claims {
		c := doc.Claims[i]
		if c.Parent >= 0 {
			if p := r.outerOf(kept, &c); p != nil && p.Speaker.Name == c.Speaker.Name {
				continue
			}
		}
		kept = append(kept, c)
	}
	if len(kept) == len(doc.Claims) {
		return
	}
	doc.Claims = kept
	r.orderClaims()
}

// outerOf is the claim among those kept whose content holds c.
func (r *reading) outerOf(kept []Claim, c *Claim) *Claim {
	for j := len(kept) - 1; j >= 0 && j >= len(kept)-24; j-- {
		for _, p := range kept[j].Content {
			if p.Holds(c.Hull) {
				return &kept[j]
			}
		}
	}
	return nil
}

// carrySpeaker gives a quotation without mention the speaker of the quotation
// that it continues: the one before in its paragraph; else the one after it
// there; else the one before.
func (r *reading) carrySpeaker(i int) {
	c := &r.doc.Claims[i]
	zone := r.doc.Sentences[c.Sentence].Zone
	if j := r.chainEnd(i); j >= 0 {
		r.resolveMention(j)
		c.Speaker = r.doc.Claims[j].Speaker
		c.Speaker.Basis = basisCarried
		return
	}
	if b := r.speechBefore(i); b >= 0 {
		p := &r.doc.Claims[b]
		if r.doc.Sentences[p.Sentence].Zone == zone || c.Sentence-p.Sentence <= r.a.tune.embed {
			c.Speaker = p.Speaker
			c.Speaker.Basis = basisCarried
			return
		}
	}
	for j := i + 1; j < len(r.doc.Claims); j++ {
		n := &r.doc.Claims[j]
		if r.doc.Sentences[n.Sentence].Zone != zone {
			break
		}
		if n.Parent < 0 && !n.Mention.Empty() {
			r.resolveMention(j)
			c.Speaker = n.Speaker
			c.Speaker.Basis = basisCarried
			return
		}
	}
	c.Speaker = Speaker{Unknown: UnknownNoMention}
}

// chainEnd is the claim that names the source of a quotation whose mark is opened
// again at each paragraph and closed only there; -1 when i is in no such chain
// or an earlier part of it has its source.
func (r *reading) chainEnd(i int) int {
	q := r.quoteOf[r.doc.Claims[i].Content[0].Lo]
	for n := 0; q >= 0 && int(q) < len(r.doc.Quotes) && r.doc.Quotes[q].Open && n < 12; n++ {
		q++
		for int(q) < len(r.doc.Quotes) && r.doc.Quotes[q].Depth != 0 {
			q++
		}
		if int(q) >= len(r.doc.Quotes) {
			return -1
		}
		for j := i + 1; j < len(r.doc.Claims) && r.doc.Claims[j].Hull.Lo <= r.doc.Quotes[q].Content.Lo; j++ {
			if c := &r.doc.Claims[j]; c.Parent < 0 && !c.Mention.Empty() && r.quoteOf[c.Content[0].Lo] == q {
				return j
			}
		}
	}
	return -1
}

// speechBefore is the last outermost claim before i whose speaker is known.
func (r *reading) speechBefore(i int) int {
	for j := i - 1; j >= 0; j-- {
		p := &r.doc.Claims[j]
		if p.Parent < 0 && (p.Speaker.Name != "" || !p.Mention.Empty()) {
			return j
		}
	}
	return -1
}

// resolveMention fills the speaker of the claim i from its mention.
func (r *reading) resolveMention(i int) {
	c := &r.doc.Claims[i]
	sp := &c.Speaker
	*sp = Speaker{}
	last := c.Mention.Hi - 1
	if c.Mention.Hi-c.Mention.Lo == 1 && (r.doc.Tags[last] == TagPron || r.doc.Tags[last] == TagPossPron || r.doc.Tags[last] == TagRel || r.doc.Tags[last] == TagThat) {
		r.resolvePronoun(i)
		return
	}
	r.resolvePhrase(c.Mention, sp)
}

// resolvePhrase resolves a name or noun phrase.
func (r *reading) resolvePhrase(np Range, sp *Speaker) {
	base := r.phraseAt(np.Lo, np.Hi)
	if base.Empty() {
		base = np
	}
	joint := r.isJoint(np, base)
	if p := r.personAt(base); p >= 0 && !joint {
		r.fillPerson(p, base, sp)
		return
	}
	if base.Hi-base.Lo == 1 && r.doc.Tags[base.Lo] != TagName && !r.is(base.Lo, clPerson|clGroup) {
		if p := r.names.find(r.doc.Words[base.Lo].Key); p >= 0 {
			r.fillPerson(p, base, sp) // a surname in lower case
			return
		}
	}
	if r.fillActor(np, base, sp) {
		return
	}
	if owner, ok := r.ownerOf(np, base); ok && !joint {
		r.resolvePhrase(owner, sp)
		return
	}
	if r.fillHolder(np, base, sp) {
		return
	}
	r.fillPhrase(np, base, joint, sp)
}

// isJoint reports whether the phrase joins several sources: "Moscow and Minsk",
// "the US, Britain and others".
func (r *reading) isJoint(np, base Range) bool {
	if np.Hi <= base.Hi || r.doc.Tags[base.Hi] != TagConj && r.kind(base.Hi) != lexicon.Comma {
		return false
	}
	for i := base.Hi; i < np.Hi; i++ {
		if r.doc.Tags[i] == TagConj {
			return true
		}
	}
	return false
}

// ownerOf is whose statement, readout or press service a phrase names: a document
// speaks for the body or person that issued it.
func (r *reading) ownerOf(np, base Range) (Range, bool) {
	last := base.Hi - 1
	if !r.is(last, clDocument|clSpeechNoun|clOffice) || r.doc.Tags[last] == TagName {
		return Range{}, false
	}
	for i := base.Lo + 1; i < last; i++ {
		if r.doc.Tags[i] == TagPoss {
			return Range{base.Lo, i}, true
		}
	}
	if h := r.actorAt[base.Lo]; h >= 0 || base.Lo+1 < last && r.is(base.Lo, clArticle) {
		lo := base.Lo
		if h < 0 {
			lo++
			h = r.actorAt[lo]
		}
		if h >= 0 && r.doc.Hits[h].Lo == lo && r.doc.Hits[h].Hi < base.Hi {
			if a := r.a.lex.Entry(r.doc.Hits[h].Entry).Actor; a != nil && (a.Kind == lexicon.Organisation || a.Kind == lexicon.Country) {
				return Range{lo, r.doc.Hits[h].Hi}, true
			}
		}
	}
	if np.Hi > base.Hi+1 && (r.is(base.Hi, clOf|clBy) || r.isFrom(base.Hi)) && r.speaksAt(base.Hi+1, np.Hi) {
		return Range{base.Hi + 1, np.Hi}, true
	}
	return Range{}, false
}

// personAt is the person whose naming ends the phrase, -1.
func (r *reading) personAt(np Range) int32 {
	o := r.names.occ
	for i := sortSearch(len(o), func(k int) bool { return o[k].words.Hi >= np.Hi }); i < len(o) && o[i].words.Lo < np.Hi; i++ {
		if o[i].words.Hi == np.Hi && o[i].words.Lo >= np.Lo-4 {
			return o[i].person
		}
	}
	return -1
}

func sortSearch(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		m := (lo + hi) / 2
		if f(m) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// fillPerson fills the speaker with a person of the article.
func (r *reading) fillPerson(p int32, mention Range, sp *Speaker) {
	q := &r.names.people[p]
	sp.Kind = "person"
	sp.Name = r.text(q.full)
	sp.Basis = basisName
	if mention.Hi-mention.Lo < q.full.Hi-q.full.Lo {
		sp.Basis = basisSurname
	}
	if !q.role.Empty() {
		sp.Role = r.roleText(q.role)
		r.fillOffice(q.role, sp)
	}
	sd := q.side
	known := r.knownAs(q)
	if known >= 0 {
		a := r.a.lex.Entry(known).Actor
		sp.ActorID = r.a.lex.Entry(known).ID
		if q.full.Hi-q.full.Lo == 1 {
			sp.Name = a.Name
		}
		sp.Evidence = append(sp.Evidence, Evidence{Entry: sp.ActorID, Words: q.full, For: "speaker"})
		if !sd.known() {
			sd = r.personSide(a, known, q.full)
		}
		if sp.Sector == "" {
			r.fillPost(a, sp)
		}
	}
	r.fillSide(sd, sp)
}

// knownAs is the lexicon's entry of a person: by the full name, or by a surname
// that only one person of the article's day bears.
func (r *reading) knownAs(p *person) lexicon.EntryID {
	if p.entry >= 0 {
		return p.entry
	}
	found := lexicon.EntryID(-1)
	for _, id := range r.a.lex.Surnames(r.doc.Words[p.full.Hi-1].ID) {
		a := r.a.lex.Entry(id).Actor
		if p.full.Hi-p.full.Lo > 1 && !r.firstFits(p.full.Lo, a.Name) {
			continue
		}
		if p.side.country != "" && a.Country != p.side.country {
			continue
		}
		if p.full.Hi-p.full.Lo == 1 && r.postOn(a) == nil {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = id
	}
	return found
}

// firstFits reports whether a first name in the text can be that of the name.
func (r *reading) firstFits(i int32, name string) bool {
	w := r.word(i)
	return len(w) > 2 && len(name) > 2 && strings.EqualFold(string(w[:2]), name[:2])
}

// postOn is the office that a person held on the article's day; nil when the day
// or the office is not known.
func (r *reading) postOn(a *lexicon.Actor) *lexicon.Post {
	day := dayNumber(r.doc)
	for i := range a.Posts {
		p := &a.Posts[i]
		if day == 0 || (p.From == 0 || p.From <= day) && (p.To == 0 || day <= p.To) {
			if day == 0 && p.To != 0 {
				continue
			}
			return p
		}
	}
	return nil
}

// dayNumber is the article's day as YYYYMMDD, 0 when unknown.
func dayNumber(doc *Document) int32 {
	if doc.Date.Precision == PrecisionUnknown {
		return 0
	}
	y, m, d := doc.Date.Time.Date()
	return int32(y*10000 + int(m)*100 + d)
}

// personSide is the side of a person whom the lexicon knows and of whom the
// article says nothing.
func (r *reading) personSide(a *lexicon.Actor, id lexicon.EntryID, words Range) side {
	sd := side{country: a.Country, org: a.Org, entry: id, words: words, basis: basisName}
	if p := r.postOn(a); p != nil {
		sd.country, sd.org = p.Country, p.Org
		if p.Country == "" && p.Org == "" {
			sd.country = a.Country
		}
	}
	return sd
}

// fillPost takes sector and role from the post held on the article's day.
func (r *reading) fillPost(a *lexicon.Actor, sp *Speaker) {
	sp.Sector = a.Sector
	if p := r.postOn(a); p != nil {
		if p.Sector != "" {
			sp.Sector = p.Sector
		}
		if sp.Role == "" {
			sp.Role = p.Office
		}
		sp.Official = officialSector(sp.Sector)
	}
}

// officialSector reports whether the sector's people speak for their state.
func officialSector(s string) bool { return s == "gov" || s == "mil" }

// fillOffice takes sector and officialness from the office in a role.
func (r *reading) fillOffice(role Range, sp *Speaker) {
	for h := r.hitAt[role.Lo]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo >= role.Hi {
			return
		}
		if hit.Class == lexicon.ClassOffice && hit.Hi <= role.Hi {
			if e := r.a.lex.Entry(hit.Entry); e.Office != nil {
				sp.Sector, sp.Official = e.Office.Sector, e.Office.Official
				sp.Evidence = append(sp.Evidence, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "speaker"})
				if sp.Org == "" {
					sp.Org = e.Office.Body
				}
				return
			}
		}
	}
}

// fillSide gives the speaker a country and a body.
func (r *reading) fillSide(sd side, sp *Speaker) {
	sp.Country, sp.Countries = sd.country, sd.countries
	if sd.org != "" {
		sp.Org = sd.org
	}
	if sd.country != "" && len(sp.Countries) == 0 {
		sp.Countries = []string{sd.country}
	}
	if sd.entry >= 0 && sd.known() {
		sp.Evidence = append(sp.Evidence, Evidence{Entry: r.a.lex.Entry(sd.entry).ID, Words: sd.words, For: "country"})
	}
}

// fillActor fills the speaker with a state, body or group that the whole phrase
// names: "Moscow", "the Russians", "the Kremlin", "NATO", "the YPG".
func (r *reading) fillActor(np, base Range, sp *Speaker) bool {
	h := r.actorAt[base.Hi-1]
	if h < 0 || r.isJoint(np, base) {
		return false
	}
	hit := &r.doc.Hits[h]
	e := r.a.lex.Entry(hit.Entry)
	if e.Actor == nil || hit.Hi < base.Hi || e.Actor.Kind == lexicon.Place {
		return false
	}
	a := e.Actor
	kind := lexicon.NameKind(hit.Name)
	sp.ActorID = e.ID
	sp.Evidence = append(sp.Evidence, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "speaker"})
	sd := side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}}
	sp.Sector = a.Sector
	switch a.Kind {
	case lexicon.Country:
		sp.Kind, sp.Name, sp.Sector, sp.Official = "government", a.Name, "gov", true
		switch kind {
		case lexicon.NameSeat:
			sp.Name, sp.Basis = r.text(Range{hit.Lo, hit.Hi}), basisMetonym
		case lexicon.NameCapital:
			sp.Basis = basisMetonym
		case lexicon.NameDemonym, lexicon.NameAdjective:
			sp.Basis = basisDemonym
		default:
			sp.Basis = basisName
		}
	case lexicon.Group:
		sp.Kind, sp.Name, sp.Basis, sp.Org = "group", a.Name, basisName, a.Name
		sd.countries = nil
	case lexicon.Organisation:
		sp.Kind, sp.Name, sp.Basis, sp.Org = "organisation", a.Name, basisName, a.Name
		sp.Official = a.Country != "" && officialSector(a.Sector)
	default:
		sp.Kind, sp.Name, sp.Basis = "person", a.Name, basisName
		sd = r.personSide(a, hit.Entry, sd.words)
		r.fillPost(a, sp)
	}
	if other, ok := r.sideOf(Range{base.Lo, hit.Lo}); ok && sd.country == "" && a.Kind != lexicon.Country {
		sd = other
	}
	r.fillSide(sd, sp)
	return true
}

// fillHolder serves "the minister", "the Russian foreign minister", "the
// official": the person or phrase named before that bears the role.
func (r *reading) fillHolder(np, base Range, sp *Speaker) bool {
	if !r.is(base.Lo, clDefinite) && r.doc.Tags[base.Lo] != TagName || !r.is(base.Hi-1, clPerson|clGroup) && !r.covered2(base.Hi-1, lexicon.ClassOffice) {
		return false
	}
	if r.is(base.Hi-1, clGovernment) && !r.covered2(base.Hi-1, lexicon.ClassOffice) {
		return false
	}
	if h := r.officeOver(base, np); h > base.Hi {
		base.Hi = h // "the Secretary of State"
	}
	key := r.doc.Words[base.Hi-1].Key
	want, hasWant := r.sideOf(np)
	office := r.officeEnding(base)
	best := int32(-1)
	for i := range r.names.people {
		p := &r.names.people[i]
		if r.holdsPost(p, base, want, hasWant) {
			best = int32(i)
			break
		}
		if p.role.Empty() || !r.roleHas(p.role, key) {
			continue
		}
		if hasWant && p.side.known() && p.side.country != want.country {
			continue
		}
		if office >= 0 && !r.sameOffice(p.role, office) {
			continue
		}
		if hasWant && !p.side.known() {
			continue
		}
		if best >= 0 && p.defined > np.Lo {
			continue
		}
		best = int32(i)
	}
	if best < 0 {
		return r.fillEarlier(np, base, key, sp)
	}
	r.fillPerson(best, base, sp)
	sp.Basis = basisOffice
	return true
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
func (r *reading) holdsPost(p *person, base Range, want side, hasWant bool) bool {
	id := r.knownAs(p)
	if id < 0 {
		return false
	}
	office := r.text(r.withoutArticle(base))
	day := dayNumber(r.doc)
	posts := r.a.lex.Entry(id).Actor.Posts
	for i := range posts {
		post := &posts[i]
		if day != 0 && (post.From > day || post.To != 0 && post.To < day) || hasWant && post.Country != want.country {
			continue
		}
		if n := len(office) - len(post.Office); post.Office != "" && n >= 0 && strings.EqualFold(office[n:], post.Office) {
			return true
		}
	}
	return false
}

// fillEarlier serves "the official", "the group": the speaker of an earlier claim
// whose phrase ends with the same word, and for a body any that was named last.
func (r *reading) fillEarlier(np, base Range, key uint64, sp *Speaker) bool {
	if np.Hi > base.Hi || base.Hi-base.Lo > 2 || !r.is(base.Lo, clDefinite) {
		return false
	}
	for i, n := len(r.doc.Claims)-1, 0; i >= 0 && n < 12; i-- {
		c := &r.doc.Claims[i]
		if c.Mention.Empty() || c.Mention.Lo >= base.Lo || c.Speaker.Name == "" {
			continue
		}
		n++
		if r.doc.Words[r.phraseAt(c.Mention.Lo, c.Mention.Hi).Hi-1].Key == key || r.is(base.Hi-1, clGroup) && c.Speaker.Kind == "group" {
			unknown := sp.Unknown
			*sp = c.Speaker
			sp.Unknown = unknown
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

// fillPhrase fills the speaker with the phrase itself.
func (r *reading) fillPhrase(np, base Range, joint bool, sp *Speaker) {
	sp.Name = r.text(r.withoutArticle(np))
	sp.Basis = basisName
	last := base.Hi - 1
	switch {
	case r.is(last, clGroup):
		sp.Kind = "organisation"
	case r.is(last, clDocument):
		sp.Kind = "document"
	case r.is(last, clPerson) || r.covered2(last, lexicon.ClassOffice):
		sp.Kind = "unnamed"
	case r.doc.Tags[last] == TagName:
		sp.Kind = "person"
	default:
		sp.Kind = "unnamed"
	}
	if r.is(last, clGovernment) && np.Hi == base.Hi {
		if sd, ok := r.sideOf(base); ok && sd.country != "" && sd.org == "" {
			r.fillState(sd, sp)
			return
		}
	}
	r.fillOffice(np, sp)
	if joint {
		r.fillJoint(np, sp)
		return
	}
	if sd, ok := r.sideOf(np); ok {
		r.fillSide(sd, sp)
		sp.Basis = sd.basis
	}
}

// fillState serves "the Syrian regime", "the British government": the state.
func (r *reading) fillState(sd side, sp *Speaker) {
	e := r.a.lex.Entry(sd.entry)
	sp.Kind, sp.Sector, sp.Official, sp.Basis = "government", "gov", true, basisDemonym
	if e.Actor.Kind == lexicon.Country {
		sp.Name, sp.ActorID = e.Actor.Name, e.ID
	}
	sp.Evidence = append(sp.Evidence, Evidence{Entry: e.ID, Words: sd.words, For: "speaker"})
	r.fillSide(sd, sp)
}

// fillJoint collects the states of joint speakers.
func (r *reading) fillJoint(np Range, sp *Speaker) {
	var list []string
	for i := np.Lo; i < np.Hi; {
		h := r.actorAt[i]
		if h < 0 {
			i++
			continue
		}
		hit := &r.doc.Hits[h]
		if a := r.a.lex.Entry(hit.Entry).Actor; a != nil && a.Country != "" && a.Kind != lexicon.Place && !contains(list, a.Country) {
			list = append(list, a.Country)
			sp.Evidence = append(sp.Evidence, Evidence{Entry: r.a.lex.Entry(hit.Entry).ID, Words: Range{hit.Lo, hit.Hi}, For: "country"})
		}
		i = max(i+1, hit.Hi)
	}
	sp.Countries = list
	if len(list) == 1 {
		sp.Country = list[0]
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// sideOf is whose side the words of a phrase or role show: its first state or
// body that is no place, counterpart or backer.
func (r *reading) sideOf(x Range) (side, bool) {
	for i := x.Lo; i < x.Hi; {
		if o := r.personStarting(i); o.person >= 0 && o.words.Hi < x.Hi && !r.otherSide(i, x.Lo) {
			var sp Speaker // "Assad's forces", "Lavrov's deputy"
			r.fillPerson(o.person, o.words, &sp)
			if sp.Country != "" {
				return side{country: sp.Country, entry: r.knownAs(&r.names.people[o.person]), words: o.words, basis: basisName}, true
			}
		}
		h := r.actorAt[i]
		if h < 0 {
			i++
			continue
		}
		hit := &r.doc.Hits[h]
		e := r.a.lex.Entry(hit.Entry)
		next := max(i+1, hit.Hi)
		if e.Actor == nil || e.Actor.Kind == lexicon.Place || r.otherSide(hit.Lo, x.Lo) || r.backedAt(hit.Hi) {
			i = next
			continue
		}
		a := e.Actor
		if lexicon.NameKind(hit.Name) == lexicon.NameCapital && hit.Hi < x.Hi && head(r.doc.Tags[hit.Hi]) {
			i = next // "the Riyadh agreement": where, not who
			continue
		}
		sd := side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisName}
		switch {
		case a.Kind == lexicon.Person:
			sd = r.personSide(a, hit.Entry, sd.words)
			sd.org = ""
		case a.Kind == lexicon.Organisation || a.Kind == lexicon.Group:
			sd.org = a.Name
		case lexicon.NameKind(hit.Name) == lexicon.NameAdjective || lexicon.NameKind(hit.Name) == lexicon.NameDemonym:
			sd.basis = basisDemonym
		case lexicon.NameKind(hit.Name) == lexicon.NameCapital || lexicon.NameKind(hit.Name) == lexicon.NameSeat:
			sd.basis = basisMetonym
		}
		if sd.known() {
			return sd, true
		}
		i = next
	}
	return r.groundOf(x)
}

// groundOf is the country that a non-state group acts in, when the phrase says
// where: "rebel factions in Ghouta".
func (r *reading) groundOf(x Range) (side, bool) {
	group, body := false, false
	for i := x.Lo; i < x.Hi; i++ {
		group = group || r.is(i, clNonState|clLocal)
		body = body || r.is(i, clGroup)
		h := r.actorAt[i]
		if h < 0 || !group && !body {
			continue
		}
		hit := &r.doc.Hits[h]
		if !group && lexicon.NameKind(hit.Name) != lexicon.NameCapital {
			continue // "the Water Ministry in Cairo"
		}
		if a := r.a.lex.Entry(hit.Entry).Actor; a != nil && a.Country != "" && (a.Kind == lexicon.Place || a.Kind == lexicon.Country) {
			return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisName}, true
		}
	}
	return side{entry: -1}, false
}

// otherSide reports whether a preposition of place or counterpart stands before
// the name: "in Iraq", "ambassador to Turkey".
func (r *reading) otherSide(i, lo int32) bool {
	for j := i - 1; j >= lo && j >= i-3; j-- {
		if r.is(j, clOtherSide) && r.doc.Tags[j] == TagPrep {
			return !r.is(j, clOf)
		}
		if t := r.doc.Tags[j]; t != TagDet && t != TagAdj && t != TagName {
			return false
		}
	}
	return false
}

// backedAt reports whether "-backed", "-led" or the like follows: the name is
// not the side of whom it describes.
func (r *reading) backedAt(j int32) bool {
	if j >= int32(len(r.doc.Words)) || !r.doc.Words[j].Is(lexicon.HyphenBefore) {
		return false
	}
	return r.actorAt[j] < 0
}

// withoutArticle drops the article that opens a phrase.
func (r *reading) withoutArticle(x Range) Range {
	if x.Hi-x.Lo > 1 && r.is(x.Lo, clArticle) {
		x.Lo++
	}
	return x
}

// text is how the words are written, with single spaces and no soft hyphens.
func (r *reading) text(x Range) string {
	if x.Empty() {
		return ""
	}
	raw := r.doc.Text[r.doc.Words[x.Lo].Lo:r.doc.Words[x.Hi-1].Hi]
	return strings.Join(strings.Fields(string(raw)), " ")
}

// roleText is a role without article and without the comma that closes it.
func (r *reading) roleText(x Range) string {
	x = r.withoutArticle(x)
	for x.Hi > x.Lo && r.kind(x.Hi-1) != lexicon.Letters && r.kind(x.Hi-1) != lexicon.Number {
		x.Hi--
	}
	return r.text(x)
}

// markSelf sets what the article lets one conclude of every speaker.
func (r *reading) markSelf(c *Claim) {
	sp := &c.Speaker
	if sp.Name == "" && sp.Unknown == "" {
		sp.Unknown = UnknownNoMention
	}
	if sp.Name == "" {
		sp.Basis = ""
		if c.Mention.Empty() {
			sp.Kind = ""
		}
	}
}
