package claims

// Tag is the class of a word in its context, as far as attribution needs it.
type Tag uint8

// The tags.
const (
	TagOther    Tag = iota
	TagNoun         // common noun
	TagName         // proper noun
	TagAdj          // adjective, also a nationality
	TagAdv          // adverb
	TagDet          // determiner: the, a, this, some, every
	TagPossPron     // his, her, its, their, our, my, your
	TagPron         // personal or indefinite pronoun: he, they, everyone
	TagRel          // who, which, that, whose, where as a relative
	TagThat         // that as a complementiser
	TagWh           // whether, how, why, what as a complementiser
	TagNum          // number
	TagPrep         // preposition
	TagTo           // to before a verb
	TagConj         // and, or, but
	TagSub          // because, although, while, if, unless, after + clause
	TagAux          // be, have, do as auxiliaries
	TagModal        // will, would, may
	TagNot          // not, never, n't
	TagVerb         // finite verb
	TagBase         // bare infinitive
	TagPart         // past participle
	TagIng          // -ing form as a verb
	TagPoss         // 's
	TagMark         // punctuation

	tags = iota
)
