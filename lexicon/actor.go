package lexicon

// Actor is a country, person, body or group.
type Actor struct {
	Kind      ActorKind
	Name      string   // the name to show: "United States", "NATO", "Vladimir Putin"
	Country   string   // ISO 3166-1 alpha-3; "" for international bodies
	Countries []string // all of them, for a group that acts in several; the first is Country
	Sector    string   // gov, mil, leg, jud, opp, reb, igo, ngo, med, bus, edu, civ
	Org       string   // for a person: the body they speak for, by name
	Gender    byte     // 'm', 'f' or 0
	Posts     []Post   // dated offices of a person
}

// ActorKind is the kind of an Actor.
type ActorKind uint8

// The kinds of actors.
const (
	Country ActorKind = iota
	Person
	Organisation // an international body, a company, a news agency, a ministry or a national body
	Group        // a non-state armed or political group
	Place        // a city, region or territory that speaks for no state: only where, never who
)

// Post is an office that a person held from From to To (YYYYMMDD, inclusive;
// 0 is open).
type Post struct {
	Office   string
	Country  string // ISO alpha-3
	Org      string
	Sector   string
	From, To int32
}

// NameKind says which sort of an actor's names a Hit is.
type NameKind uint8

// The sorts of names.
const (
	NameFull      NameKind = iota // Russia, Vladimir Putin, NATO
	NameAdjective                 // Russian, Syrian, UN-
	NameDemonym                   // Russians, a Russian: people of the country
	NameCapital                   // Moscow: the state only as subject or object, else a place
	NameSeat                      // Kremlin, White House, Downing Street: speaks for the state, keeps its own name
	NameSurname                   // Putin: only when no other holder of it is in the article
	NameEpithet                   // the island: a state named before, in other words; see Epithet
)

// Office is a role that speaks: foreign minister, spokesman, ambassador to.
type Office struct {
	Sector   string // of whoever holds it
	Official bool   // whoever holds it speaks for their state or body
	Body     string // "Foreign Ministry", "" when the office names none
	Plural   bool   // officials, diplomats
	// The only states that have the office, ISO alpha-3: IRL for taoiseach; nil when
	// any may have it.
	Countries []string
}
