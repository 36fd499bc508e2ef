// Package batch is one run: it plans shards of the input, processes them, and
// commits what they gave. It knows no rule about language.
//
//	plan   := NewPlan(sources)                 // by bytes, never by workers
//	result := process(shard, part)             // read, analyse, score, spill
//	root   <- commit                           // judge in order, publish at once
//
// Shards are processed side by side; their results are judged one after the
// other in canonical order (path bytewise, then line), which alone decides what
// is new, a duplicate or a conflict. So the workers change speed and nothing
// else.
//
// Every record that is read has one end, and each file's records are counted
// twice, by the reader and by the judge:
//
//	read = written + unchanged + replaced + duplicate + skipped + rejected
//
// A panic on one article is a defect of the program, and costs that article
// alone: it becomes a reject with the code internal.
package batch
