// Package input turns files into articles. It decodes and maps fields, nothing
// more: what the text means is for the stages above.
//
// # What is read
//
// Find lists the files behind the arguments: a file, a folder (recursively,
// sorted by bytes), a glob, or "-". A Reader then yields one Record an article.
// The format is seen in the content and never in the name:
//
//   - gzip and zstd by their magic numbers, one inside the other at most twice;
//   - JSON Lines when the first visible byte opens an object;
//   - else plain text, one article a file.
//
// The text is kept byte for byte after a byte-order mark. The fields of a JSON
// object are found by the aliases in fields.tsv, the first that holds something
// wins; Options.Map overrides them. Field names are case-sensitive. Dates are
// read by the layouts of dates.tsv, see ParseDate.
//
// # What is refused
//
// A record that cannot be used becomes a Reject; the records round it are still
// read. A file that cannot be trusted as a whole (cut, changed while it was
// read, a decompression bomb) is one Reject with line 0, which Read returns
// last: the caller then forgets every record that the file gave. An error of
// the disk is neither: Read returns it, and the run fails.
//
//	code                what is wrong
//	no_text             no text field, or it is null, empty or white space
//	wrong_type          text or id is not a string (an id may be an integer)
//	bad_id              an id of more than 4,096 bytes or with control characters
//	not_utf8            bytes that are no UTF-8
//	utf16               UTF-16 or UTF-32, by its byte-order mark or zero bytes
//	nul                 a NUL character, raw or escaped
//	too_long            a record above Limits.Record (16 MiB); skipped without being held
//	json_syntax         not one JSON object on its line
//	json_duplicate_key  a field twice
//	json_surrogate      half of a surrogate pair
//	json_depth          nested deeper than Limits.Depth (64)
//	json_keys           more fields than Limits.Keys (10,000)
//	json_array          the file is one array: jq -c '.[]' makes lines of it
//	json_multiline      an object over several lines: jq -c . makes lines of it
//	html                a page's source; extract its text first
//	table               comma- or tab-separated values; make JSON Lines of it
//	damaged             gzip or zstd that is cut, corrupt or followed by garbage
//	ratio               decompresses to more than Limits.Ratio (250) times its size
//	nested              compressed more than twice
//	changed             the file changed while it was read
//	unreadable          the file may not be opened
//	internal            a defect of this program, met on this record
//	id_conflict         another article has this id (set by package batch)
//
// Metadata that cannot be used loses no article: the field stays unknown and
// the record says so in Flags (bad_date, bad_url, bad_title, …). An impossible
// date (2016-02-30, year 0, year 10000) is such a case.
package input
