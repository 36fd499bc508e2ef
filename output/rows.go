package output

// SchemaVersion is the version of the columns below. Columns are only added,
// and only nullable ones; anything else is a new version.
const SchemaVersion = 1

// Span is a stretch of an article's text in code points.
type Span struct {
	Start int32 `parquet:"start_char" doc:"first code point"`
	End   int32 `parquet:"end_char" doc:"code point after the last"`
}

// TargetRow is one actor at whom a claim is directed.
type TargetRow struct {
	Category string `parquet:"category,optional,dict" doc:"stance that is directed at it; NULL: addressed without a stance"`
	Name     string `parquet:"name,optional,dict" doc:"resolved name"`
	ActorID  string `parquet:"actor_id,optional,dict" doc:"the lexicon's id of the actor"`
	Country  string `parquet:"country,optional,dict" doc:"ISO 3166-1 alpha-3; of a non-state group, the country it acts in; NULL for international bodies"`
	Kind     string `parquet:"kind,optional,dict" doc:"person, office, government, organisation, group"`
	Basis    string `parquet:"basis,optional,dict" doc:"how it is known: name, demonym, metonym, pronoun, …"`
	Text     string `parquet:"text" doc:"the words that name it"`
	Start    int32  `parquet:"start_char" doc:"first code point of those words"`
	End      int32  `parquet:"end_char" doc:"code point after them"`
}

// ScoreRow is a claim's score for one category of the lexicon.
type ScoreRow struct {
	Category string  `parquet:"category,dict" doc:"category of the lexicon"`
	Score    float32 `parquet:"score" doc:"0..1"`
}

// EvidenceRow is one entry of the lexicon that made a claim what it is.
type EvidenceRow struct {
	Rule     string  `parquet:"rule,dict" doc:"id of the rule or entry"`
	Category string  `parquet:"category,dict" doc:"stance category; or speaker, country, target: the entry stands behind that"`
	Weight   float32 `parquet:"weight" doc:"weight in its context, 0..1; 0 where it is no stance rule"`
	Start    int32   `parquet:"start_char" doc:"first code point of the words"`
	End      int32   `parquet:"end_char" doc:"code point after them"`
	Text     string  `parquet:"text" doc:"the words"`
	Effect   string  `parquet:"effect,dict" doc:"plain, negated, conditional, hedged, intensified"`
}

// ClaimRow is one claim: who said what, about whom, how sharply, and why we
// think so. Rows are sorted by published_date, published_at (NULL first),
// article_id, seq.
type ClaimRow struct {
	ClaimID            string `parquet:"claim_id" doc:"stable: the same article id, span and cue give the same id"`
	ArticleID          string `parquet:"article_id,dict" doc:"the article's id, else its URL, else the first 16 hex digits of the SHA-256 of its text"`
	Publisher          string `parquet:"publisher,optional,dict" doc:"from the article"`
	URL                string `parquet:"url,optional,dict" doc:"from the article"`
	Title              string `parquet:"title,optional,dict" doc:"from the article; not analysed"`
	PublishedAt        *int64 `parquet:"published_at,optional,timestamp(microsecond:utc)" doc:"NULL when only the day, or no time zone, is known"`
	PublishedDate      *int32 `parquet:"published_date,optional,date" doc:"never guessed from the day of the run"`
	PublishedPrecision string `parquet:"published_precision,dict" doc:"second, minute, day, unknown"`

	Seq      int32  `parquet:"seq" doc:"order of the claim in its article, from 0"`
	Sentence int32  `parquet:"sentence" doc:"sentence of the cue, from 0"`
	Position string `parquet:"position,dict" doc:"headline, lead, body, caption"`

	Text      string `parquet:"text" doc:"the content: what is said, as it is written: the article's text from start_char to end_char"`
	StartChar int32  `parquet:"start_char" doc:"hull of the content: first code point of the article's text"`
	EndChar   int32  `parquet:"end_char" doc:"code point after it"`
	Spans     []Span `parquet:"spans,list" doc:"the parts of the content: more than one where its own cue interrupts it"`

	Attribution string `parquet:"attribution,dict" doc:"direct, indirect, mixed"`
	SpeechAct   string `parquet:"speech_act,dict" doc:"from the cue: say, accuse, threaten, warn, call_on, offer, demand, deny, refuse, ask, agree, believe"`
	Cue         string `parquet:"cue,optional,dict" doc:"the words that attribute it; NULL for a quotation carried on"`
	CueStart    *int32 `parquet:"cue_start_char,optional" doc:"first code point of the cue"`
	CueEnd      *int32 `parquet:"cue_end_char,optional" doc:"code point after it"`

	Speaker          string   `parquet:"speaker,optional,dict" doc:"resolved name"`
	SpeakerID        string   `parquet:"speaker_id,optional,dict" doc:"the lexicon's id of the actor, when it knows them"`
	SpeakerMention   string   `parquet:"speaker_mention,optional,dict" doc:"the words beside the cue"`
	MentionStart     *int32   `parquet:"mention_start_char,optional" doc:"first code point of the mention"`
	MentionEnd       *int32   `parquet:"mention_end_char,optional" doc:"code point after it"`
	SpeakerKind      string   `parquet:"speaker_kind,optional,dict" doc:"person, office, government, organisation, group, document, unnamed"`
	SpeakerSector    string   `parquet:"speaker_sector,optional,dict" doc:"gov, mil, leg, jud, opp, reb, igo, ngo, med, bus, edu, civ"`
	SpeakerOfficial  bool     `parquet:"speaker_official" doc:"speaks for their state"`
	SpeakerRole      string   `parquet:"speaker_role,optional,dict" doc:"as the article words it: Foreign Ministry spokeswoman"`
	SpeakerOrg       string   `parquet:"speaker_org,optional,dict" doc:"the body they speak for"`
	SpeakerCountry   string   `parquet:"speaker_country,optional,dict" doc:"ISO 3166-1 alpha-3; NULL for international bodies and for joint speakers of several states"`
	SpeakerCountries []string `parquet:"speaker_countries,list" parquet-element:",dict" doc:"all countries that the speakers speak for"`
	SpeakerBasis     string   `parquet:"speaker_basis,optional,dict" doc:"name, apposition, office, metonym, demonym, epithet, surname, pronoun, carried, subject, dateline, article"`
	UnknownReason    string   `parquet:"unknown_reason,optional,dict" doc:"why there is no speaker"`

	ParentClaimID string `parquet:"parent_claim_id,optional" doc:"the claim that this one is nested in"`
	Relayed       bool   `parquet:"relayed" doc:"an outer claim that relays its own side's act; views count the innermost"`
	ClaimKey      string `parquet:"claim_key" doc:"hash of speaker and normalised content, to count repeats once"`

	Targets         []TargetRow `parquet:"targets,list" doc:"at whom, for each stance"`
	TargetCountries []string    `parquet:"target_countries,list" parquet-element:",dict" doc:"states among the targets, distinct, sorted"`
	TargetOrgs      []string    `parquet:"target_orgs,list" parquet-element:",dict" doc:"bodies and groups among the targets, distinct, sorted"`

	Accusation    float32    `parquet:"accusation" doc:"0..1: the strongest rule in its context, not a sum"`
	Threat        float32    `parquet:"threat" doc:"0..1"`
	Cooperation   float32    `parquet:"cooperation" doc:"0..1"`
	IsAccusation  bool       `parquet:"is_accusation" doc:"score reaches the lexicon's threshold"`
	IsThreat      bool       `parquet:"is_threat" doc:"score reaches the lexicon's threshold"`
	IsCooperation bool       `parquet:"is_cooperation" doc:"score reaches the lexicon's threshold"`
	Stances       []string   `parquet:"stances,list" parquet-element:",dict" doc:"categories that reach their threshold, the user's own too"`
	Kinds         []string   `parquet:"kinds,list" parquet-element:",dict" doc:"sub-kinds of those: threat/sanction, cooperation/ceasefire, …"`
	Scores        []ScoreRow `parquet:"scores,list" doc:"every category of the lexicon"`

	Negated     bool   `parquet:"negated" doc:"the main predicate is negated"`
	Conditional bool   `parquet:"conditional" doc:"holds only if, or unless"`
	Hedged      bool   `parquet:"hedged" doc:"may, could, reportedly"`
	Question    bool   `parquet:"question" doc:"is asked, not said"`
	Condition   string `parquet:"condition,optional" doc:"the words of the condition"`
	Cameo       string `parquet:"cameo,optional,dict" doc:"CAMEO code of the strongest rule"`

	Evidence []EvidenceRow `parquet:"evidence,list" doc:"why: stance rules, and the entries behind speaker, country and targets"`
	Flags    []string      `parquet:"flags,list" parquet-element:",dict" doc:"doubts: unbalanced_quote, forced_sentence_end, …"`

	LexiconVersion string `parquet:"lexicon_version,dict" doc:"version of the lexicon that scored it"`
	LexiconDigest  string `parquet:"lexicon_digest,dict" doc:"SHA-256 of its compiled rules, hex"`
}

// NarrationRow is one sentence of the reporter's own, without a claim.
type NarrationRow struct {
	ArticleID string `parquet:"article_id,dict" doc:"as in articles"`
	Seq       int32  `parquet:"seq" doc:"order among the article's sentences of narration, from 0"`
	Sentence  int32  `parquet:"sentence" doc:"number of the sentence, from 0"`
	Text      string `parquet:"text" doc:"the sentence"`
	StartChar int32  `parquet:"start_char" doc:"first code point of the article's text"`
	EndChar   int32  `parquet:"end_char" doc:"code point after it"`
}

// ArticleRow is one article as it was read.
type ArticleRow struct {
	ArticleID          string   `parquet:"article_id" doc:"the given id, else the URL, else the first 16 hex digits of the SHA-256 of the text"`
	URL                string   `parquet:"url,optional" doc:"from the article"`
	Title              string   `parquet:"title,optional" doc:"from the article; not analysed"`
	Publisher          string   `parquet:"publisher,optional,dict" doc:"from the article"`
	PublishedAt        *int64   `parquet:"published_at,optional,timestamp(microsecond:utc)" doc:"NULL when only the day, or no time zone, is known"`
	PublishedDate      *int32   `parquet:"published_date,optional,date" doc:"never guessed from the day of the run"`
	PublishedPrecision string   `parquet:"published_precision,dict" doc:"second, minute, day, unknown"`
	Language           string   `parquet:"language,optional,dict" doc:"from the article"`
	Text               string   `parquet:"text" doc:"the whole decoded text; all offsets count its code points"`
	TextSHA256         string   `parquet:"text_sha256" doc:"SHA-256 of the text in UTF-8, hex"`
	Sketch             []byte   `parquet:"sketch" doc:"128 minima of word 3-shingles, 16 bits each, little-endian: the share of equal ones estimates the Jaccard similarity of two texts"`
	SourceFile         string   `parquet:"source_file,dict" doc:"relative to the argument of the command"`
	SourceLine         *int32   `parquet:"source_line,optional" doc:"line of a JSON Lines file, from 1"`
	Sentences          int32    `parquet:"sentences" doc:"number of sentences"`
	Claims             int32    `parquet:"claims" doc:"number of claims"`
	Flags              []string `parquet:"flags,list" parquet-element:",dict" doc:"doubts: unbalanced_quote, control_characters, …"`
}

// StoryRow puts an article into a story: near-duplicates share a story_id. It
// is written by a commit, once for each article, and never revised.
type StoryRow struct {
	ArticleID  string  `parquet:"article_id" doc:"as in articles"`
	StoryID    string  `parquet:"story_id,dict" doc:"article_id of the story's first article"`
	Similarity float32 `parquet:"similarity" doc:"estimated Jaccard similarity to the article that it was put beside; 1 for the first"`
}

// RejectRow is a record that could not be used.
type RejectRow struct {
	SourceFile string `parquet:"source_file,dict" doc:"relative to the argument of the command"`
	Line       *int32 `parquet:"line,optional" doc:"line of a JSON Lines file, from 1; NULL for a plain file"`
	Offset     *int64 `parquet:"byte_offset,optional" doc:"byte of the decoded input where the record begins"`
	Reason     string `parquet:"reason,dict" doc:"not_utf8, no_text, too_long, bad_json, id_conflict, …"`
	Field      string `parquet:"field,optional,dict" doc:"field that is wrong"`
	Message    string `parquet:"message" doc:"what is wrong and what to do"`
	ArticleID  string `parquet:"article_id,optional" doc:"when it is known"`
	Digest     string `parquet:"sha256" doc:"SHA-256 of the record's bytes, hex"`
	Bytes      int64  `parquet:"bytes" doc:"length of the record in bytes"`
	Head       []byte `parquet:"head" doc:"its first 4 KiB, as they are"`
}

// RunRow is one run that published something. Only this dataset and the
// manifest hold clock times and paths.
type RunRow struct {
	Commit         int64    `parquet:"commit" doc:"number of the commit, from 1"`
	StartedAt      int64    `parquet:"started_at,timestamp(microsecond:utc)" doc:"when the run began"`
	Seconds        float64  `parquet:"seconds" doc:"how long it took until the commit"`
	Command        string   `parquet:"command,dict" doc:"run, rescore, compact"`
	Program        string   `parquet:"program,dict" doc:"version of the program"`
	LexiconVersion string   `parquet:"lexicon_version,dict" doc:"version of the lexicon"`
	LexiconDigest  string   `parquet:"lexicon_digest,dict" doc:"SHA-256 of its compiled rules, hex"`
	Schema         int32    `parquet:"schema_version" doc:"version of the columns"`
	Analysis       int32    `parquet:"analysis_version" doc:"version of the analysis"`
	Inputs         []string `parquet:"inputs,list" doc:"the arguments, as they were given"`
	Files          int64    `parquet:"files" doc:"input files"`
	Bytes          int64    `parquet:"bytes" doc:"decoded bytes of input"`
	Read           int64    `parquet:"records_read" doc:"= written + unchanged + replaced + duplicate + skipped + rejected"`
	Written        int64    `parquet:"written" doc:"new articles"`
	Unchanged      int64    `parquet:"unchanged" doc:"articles that were there already"`
	Replaced       int64    `parquet:"replaced" doc:"articles whose text changed"`
	Duplicate      int64    `parquet:"duplicate" doc:"the same article again in this run"`
	Skipped        int64    `parquet:"skipped" doc:"left out by an option"`
	Rejected       int64    `parquet:"rejected" doc:"records that could not be used"`
	Claims         int64    `parquet:"claims" doc:"claims written"`
	UnknownDate    int64    `parquet:"unknown_date" doc:"articles written without a date"`
	FutureDate     int64    `parquet:"future_date" doc:"articles written that are dated after the run began"`
}
