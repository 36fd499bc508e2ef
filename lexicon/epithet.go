package lexicon

import "strings"

// Epithet is a word or phrase that stands for a state named before, with the:
// "the island", "the Gulf emirate", "the North"; or a part of such a phrase.
type Epithet struct {
	Kind      EpithetKind
	Countries []string // which states it may stand for, ISO alpha-3; nil when any
	Beside    []Beside
}

// Beside is a state whose naming is enough for an epithet to be understood, and the state
// that is then meant: where Taiwan is named, the mainland is China.
type Beside struct{ Named, Meant string }

// EpithetKind says how an Epithet is used.
type EpithetKind uint8

// The kinds of epithets.
const (
	EpithetNoun    EpithetKind = iota // kingdom, Islamic republic: alone, or behind traits
	EpithetHead                       // state, power: only behind a trait
	EpithetTrait                      // Gulf, West African, landlocked: before a noun or head
	EpithetCompass                    // North: a name, written with a capital
	EpithetAcross                     // neighbour, rival: behind its, the other of two states
	EpithetSeveral                    // Koreas, Baltic states: all of its states together
)

// epithet reads a row of epithets.tsv.
func (a *actorReader) epithet(t *table) {
	phrases := t.get(0)
	phrase, _, _ := strings.Cut(phrases, "|")
	a.start(t, a.to.newID("epithet.", slug(phrase)))
	p := &Epithet{Countries: a.countryList(t, phrase, t.get(2)), Beside: a.beside(t, phrase, t.get(3))}
	switch kind := t.get(1); kind {
	case "noun":
	case "head":
		p.Kind = EpithetHead
	case "trait":
		p.Kind = EpithetTrait
	case "compass":
		p.Kind = EpithetCompass
	case "across":
		p.Kind = EpithetAcross
	case "several":
		p.Kind = EpithetSeveral
	default:
		t.fail(phrase, "%q is no kind of epithet: write noun, head, trait, compass, across or several", kind)
	}
	if p.Countries == nil && (p.Kind == EpithetTrait || p.Kind == EpithetCompass || p.Kind == EpithetSeveral) {
		t.fail(phrase, "a trait or name has to say which states it fits: write their codes in countries")
	}
	a.cur.other = p
	a.need(t, phrase, phrase)
	a.names(phrases, NameFull)
	a.end(t)
}

// countryList reads a cell of country codes; nil for * or an empty one.
func (a *actorReader) countryList(t *table, id, cell string) []string {
	if cell == "" || cell == "*" {
		return nil
	}
	list := piece(&a.to.countries, strings.Count(cell, "|")+1)[:0]
	each(cell, func(c string) { list = append(list, a.countryCode(t, id, c)) })
	return list
}

// beside reads a cell of pairs: TWN:CHN.
func (a *actorReader) beside(t *table, id, cell string) []Beside {
	var list []Beside
	each(cell, func(pair string) {
		named, meant, ok := strings.Cut(pair, ":")
		if !ok || !isCode(named) || !isCode(meant) {
			t.fail(id, "%q is no pair of country codes: write the state named, a colon and the state meant, as TWN:CHN", pair)
			return
		}
		list = append(list, Beside{named, meant})
	})
	return list
}
