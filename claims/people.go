package claims

import (
	"slices"
	"strings"

	"claimstance/lexicon"
)

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

// fillPerson makes the speaker a person of the article. What is known of a person
// is put together once: an article names few people often.
func (r *reading) fillPerson(p int32, mention Range, sp *Speaker) {
	q := r.person(p)
	*sp = q.speaker
	// Capped, so that what is added for one claim is not seen by another.
	sp.Evidence, sp.Countries = slices.Clip(sp.Evidence), slices.Clip(sp.Countries)
	if sp.Basis == basisName && mention.Hi-mention.Lo < q.full.Hi-q.full.Lo {
		sp.Basis = basisSurname
	}
}

// person is a person of the article with what is known of it put together.
func (r *reading) person(p int32) *person {
	q := &r.names.people[p]
	if q.have&haveSpeaker == 0 {
		q.speaker, q.have = Speaker{}, q.have|haveSpeaker
		r.describe(q, &q.speaker)
	}
	return q
}

// describe fills the speaker with what the article and the lexicon tell of a person.
func (r *reading) describe(q *person, sp *Speaker) {
	sp.Kind = "person"
	sp.Name = r.text(q.full)
	sp.Basis = basisName
	if !q.role.Empty() {
		sp.Role = r.roleText(q.role)
		r.fillOffice(q.role, sp)
	}
	sd := q.side
	if b := sd.basis; b == basisSubject || b == basisDateline || b == basisArticle {
		sp.Basis = b
	}
	known := r.knownAs(q)
	if known >= 0 {
		a := r.a.lex.Entry(known).Actor
		sp.ActorID = r.a.lex.Entry(known).ID
		if q.full.Hi-q.full.Lo == 1 {
			sp.Name = a.Name
		}
		r.prove(sp, Evidence{Entry: sp.ActorID, Words: q.full, For: "speaker"})
		if !sd.known() {
			sd = r.personSide(a, known, q.full)
			if post := r.postNamed(a, q.role); post != nil {
				sd.country, sd.org = post.Country, post.Org
			}
		}
		if sp.Sector == "" {
			r.fillPost(a, sp)
		}
	}
	if known < 0 && !sd.known() {
		sd = r.namesakeSide(q)
	}
	r.fillSide(sd, sp)
}

// namesakeSide is the state of "President Bush" where the lexicon knows several of
// that name and office and all are of one state.
func (r *reading) namesakeSide(q *person) side {
	sd := side{entry: -1}
	if q.role.Empty() || q.full.Hi-q.full.Lo > 1 {
		return sd
	}
	for _, id := range r.a.lex.Surnames(r.doc.Words[q.full.Hi-1].ID) {
		a := r.a.lex.Entry(id).Actor
		for i := range a.Posts {
			if !r.roleIs(q.role, a.Posts[i].Office) {
				continue
			}
			if sd.country != "" && sd.country != a.Posts[i].Country {
				return side{entry: -1}
			}
			sd = side{country: a.Posts[i].Country, entry: id, words: q.full, basis: basisName}
		}
	}
	return sd
}

// roleIs reports whether the role ends with the office's words.
func (r *reading) roleIs(role Range, office string) bool {
	text := r.roleText(role)
	n := len(text) - len(office)
	return office != "" && n >= 0 && strings.EqualFold(text[n:], office) && (n == 0 || text[n-1] == ' ')
}

// knownAs is the lexicon's entry of a person: by the full name, or by a surname
// that only one person of the article's day bears.
func (r *reading) knownAs(p *person) lexicon.EntryID {
	if p.entry >= 0 {
		return p.entry
	}
	if p.have&haveKnown == 0 {
		p.known, p.have = r.bearer(p), p.have|haveKnown
	}
	return p.known
}

// bearer finds the lexicon's entry of a person by their name.
func (r *reading) bearer(p *person) lexicon.EntryID {
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
		if found >= 0 && p.full.Hi-p.full.Lo == 1 && r.governs(a) != r.governs(r.a.lex.Entry(found).Actor) {
			if r.governs(a) {
				found = id // a surname alone is that of who holds a state's office
			}
			continue
		}
		if found >= 0 {
			return -1
		}
		found = id
	}
	return found
}

// governs reports whether the person holds an office of a state on the article's
// day.
func (r *reading) governs(a *lexicon.Actor) bool {
	p := r.postOn(a)
	return p != nil && r.speaksForState(p.Sector) && p.Country != ""
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

// postNamed is the office of a person that the article names without a day that
// tells it: "foreign policy chief Josep B." speaks for the EU; nil when the day
// tells, or the role is none of theirs.
func (r *reading) postNamed(a *lexicon.Actor, role Range) *lexicon.Post {
	if role.Empty() || dayNumber(r.doc) != 0 {
		return nil
	}
	text := r.roleText(role)
	for i := range a.Posts {
		post := &a.Posts[i]
		n := len(post.Office) - len(text)
		if r.roleIs(role, post.Office) || n > 0 && strings.EqualFold(post.Office[n:], text) && post.Office[n-1] == ' ' {
			return post
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
		sp.Official = r.speaksForState(sp.Sector)
	}
}

// formerly reports whether a word like former or retired stands in [lo, hi).
func (r *reading) formerly(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		if r.in(i, r.a.roles.former) && r.actorAt[i] < 0 { // not "the former Soviet republic's minister"
			return true
		}
	}
	return false
}

// fillOffice takes sector and officialness from the office in a role.
func (r *reading) fillOffice(role Range, sp *Speaker) {
	for h := r.hitAt[role.Lo]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo >= role.Hi {
			return
		}
		if hit.Class == lexicon.ClassOffice && hit.Hi <= role.Hi {
			if e := r.a.lex.Entry(hit.Entry); e.Office != nil {
				sp.Sector, sp.Official = e.Office.Sector, e.Office.Official && !r.formerly(role.Lo, hit.Lo)
				r.prove(sp, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "speaker"})
				if sp.Org == "" {
					sp.Org = e.Office.Body
				}
				return
			}
		}
	}
}
