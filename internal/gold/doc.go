// Package gold measures what the program finds against what careful readers
// found: it reads their files, runs the analysis over the same texts, and
// scores.
//
// # The gold
//
// A gold file is JSON Lines, plain or compressed, a line an article with id and
// text. Its first record says which of three kinds it is:
//
//   - claims: `claims`, a list of {content: [start, end], mention, speaker,
//     speaker_country, targets, stances, optional_stances, notes, optional,
//     speaker_alt, speaker_country_alt}. A claim that is optional, a stance of
//     optional_stances and a country of notes.targets_optional count neither way.
//   - attributions: `attributions`, a list of {contents, sources, cues}, each a
//     list of [start, end]: who said what, without countries or stances.
//   - stances: `stances` and `optional_stances` of a whole text, without spans;
//     `source` and `target`, lists of {text, country}, if it has them: who does it
//     and to whom.
//
// Offsets are half-open, in Unicode code points of the text.
//
// # The figures
//
// A claim or attribution is found when its words and the gold's overlap with an
// F1 of at least 0.5; pairs are made one to one, the best first. "Joint" figures
// count a pair only when its speaker (or country) is right too: they can't rise
// by finding less. Each figure has a 95 % interval, got by drawing articles with
// replacement from a fixed sequence, so that the same files give the same
// report.
//
// The speaker rules of claims are in speakers.tsv: two names are the same when
// their words are, after articles are dropped and peoples and capitals made
// countries; for persons the last name decides. The words of speech that
// Options.SpeechOnly asks for are in speech.tsv; they belong to the scorer and
// not to the lexicon, or else a rule that is added would change its own ruler.
package gold
