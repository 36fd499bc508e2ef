package claims

import (
	"iter"

	"claimstance/lexicon"
)

// actorHit is the naming of an actor that the word at i is part of, with that actor;
// nil for none.
func (r *reading) actorHit(i int32) (*lexicon.Hit, *lexicon.Actor) {
	h := r.actorAt[i]
	if h < 0 {
		return nil, nil
	}
	hit := &r.doc.Hits[h]
	return hit, r.a.lex.Entry(hit.Entry).Actor
}

// actorHits are the namings of actors in x, in their order, each once.
func (r *reading) actorHits(x Range) iter.Seq2[*lexicon.Hit, *lexicon.Actor] {
	return func(yield func(*lexicon.Hit, *lexicon.Actor) bool) {
		for i := x.Lo; i < x.Hi; i++ {
			hit, a := r.actorHit(i)
			if hit == nil {
				continue
			}
			if !yield(hit, a) {
				return
			}
			i = max(i, hit.Hi-1)
		}
	}
}

// kindAt reports whether the word at i is part of the name of an actor of the kind.
func (r *reading) kindAt(i int32, kind lexicon.ActorKind) bool {
	_, a := r.actorHit(i)
	return a != nil && a.Kind == kind
}

// sideNamed is the side that an actor is of, shown by one of its names.
func sideNamed(hit *lexicon.Hit, a *lexicon.Actor, basis string) side {
	return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basis}
}
