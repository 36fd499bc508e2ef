package batch

import "claimstance/internal/input"

// Plan is the input cut into shards.
type Plan struct {
	Sources []input.Source
	Shards  []Shard
	Bytes   int64 // of all sources, as they are stored
}

// Shard is a stretch of the input, in canonical order, for one worker.
type Shard struct {
	N      int
	Pieces []Piece
}

// Piece is a file or a part of one.
type Piece struct {
	Source int // index into Plan.Sources
	Range  input.Range
	Last   bool // the last of its file
}

// The bounds of a shard's size. Between them a run has about shardsWanted, so
// that a small one still keeps several workers busy.
const (
	shardMin     = 2 << 20
	shardMax     = 64 << 20
	shardsWanted = 64
)

// NewPlan cuts the sources, which stand in canonical order, into shards. A large
// file of plain JSON Lines is cut into ranges; all others stay whole.
func NewPlan(sources []input.Source) Plan {
	p := Plan{Sources: sources}
	for _, s := range sources {
		p.Bytes += s.Size()
	}
	size := min(max(p.Bytes/shardsWanted, shardMin), shardMax)
	var pieces []Piece
	held := int64(0)
	flush := func() {
		if len(pieces) > 0 {
			p.Shards = append(p.Shards, Shard{N: len(p.Shards), Pieces: pieces})
			pieces, held = nil, 0
		}
	}
	for i, s := range sources {
		if held+s.Size() > size {
			flush()
		}
		for _, r := range input.Split(s, size) {
			pieces = append(pieces, Piece{i, r, r.Hi == s.Size()})
			if held += r.Hi - r.Lo; held >= size {
				flush()
			}
		}
	}
	flush()
	return p
}
