package claims

import "claimstance/lexicon"

// relativeHead is the phrase that a relative pronoun at m hangs on.
func (r *reading) relativeHead(m int32) (Range, bool) {
	s := r.sentenceOf(m)
	j := m
	for j > s.Lo && r.doc.Tags[j-1] == TagMark {
		j--
	}
	np, ok := r.phraseBefore(j, s.Lo)
	if !ok {
		return np, false
	}
	if r.in(m, r.a.roles.whoSpeaks) {
		if who := r.personHead(np, s.Lo); !who.Empty() {
			return who, true
		}
	}
	if b := r.baseBefore(np.Hi, np.Lo); b > np.Lo && (r.bodyAt(np.Hi-1) || r.doc.Tags[np.Hi-1] == TagName) {
		np.Lo = b // "a gesture to Turkey, which"
	}
	return r.mentionOf(np), true
}

// personHead is the person that a "who" behind np stands for: the name that np is an
// apposition to ("Anna Holm, a spokeswoman for the bloc, who"), or the one that the
// phrase opens with ("Anna Holm of the Oslo Institute, who", "an envoy in Lima, who").
func (r *reading) personHead(np Range, lo int32) Range {
	base := r.phraseAt(np.Lo, np.Hi)
	if base.Empty() {
		return base
	}
	if k := np.Lo - 1; k > lo && r.kind(k) == lexicon.Comma && r.hasRole(base) && r.personAt(base) < 0 {
		if name, ok := r.phraseBefore(k, lo); ok && (r.personAt(name) >= 0 || name.Hi-name.Lo > 1 && r.allNames(name)) {
			return r.mentionOf(name)
		}
	}
	if last := r.baseBefore(np.Hi, np.Lo); np.Hi == base.Hi || r.personAt(Range{last, np.Hi}) >= 0 {
		return Range{}
	}
	if r.personAt(base) >= 0 {
		return r.mentionOf(base)
	}
	if h := base.Hi - 1; r.is(h, clPerson|clInOffice) && r.parts[h]&partPlural == 0 {
		return np
	}
	return Range{}
}
