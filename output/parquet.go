package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"strconv"
	"unsafe"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// The borders below are part of the bytes: changing one changes every file.
const (
	batchRows     = 64       // rows handed to the library at once: page borders depend on it
	batchTexts    = 16       // the same for rows with whole articles
	groupRows     = 122_880  // DuckDB's own row group
	groupBytes    = 16 << 20 // raw; bounds the memory of a writer
	pageBytes     = 256 << 10
	dictionaryMax = 1 << 20 // a column with a larger dictionary goes on plain
)

// newCodec makes the compression of a root's files. It keeps its encoders, so a
// root has one for all files.
func newCodec() compress.Codec { return &pageCodec{} }

// written is a finished, not yet published file.
type written struct {
	rows   int64
	size   int64
	sha256 string
	sums   []columnSum
}

// hashedFile hashes what goes through to a file and counts it.
type hashedFile struct {
	outFile
	sum  hash.Hash
	size int64
}

func (h *hashedFile) Write(p []byte) (int, error) {
	n, err := h.outFile.Write(p)
	h.sum.Write(p[:n])
	h.size += int64(n)
	return n, err
}

// tableWriter writes one Parquet file of one row type.
type tableWriter[T any] struct {
	out   *hashedFile
	pw    *parquet.GenericWriter[T]
	cols  []*parquet.ColumnWriter
	vals  []parquet.Value
	sum   *rowSum
	batch []T
	n     int
	// Of the open row group.
	rows  int64
	begin int64
}

func newTableWriter[T any](out outFile, d dataset, s *shape, meta map[string]string, codec compress.Codec) *tableWriter[T] {
	w := &tableWriter[T]{
		out:   &hashedFile{outFile: out, sum: sha256.New()},
		sum:   newRowSum(s),
		batch: make([]T, d.batch(), d.batch()+1), // one more, so that a pointer behind the last stays inside
	}
	opts := []parquet.WriterOption{
		parquet.Compression(codec),
		parquet.PageBufferSize(pageBytes),
		parquet.DictionaryMaxBytes(dictionaryMax),
		// The bounds in page headers say again what the page index says, and hold
		// whole texts. The page index itself must never be left without bounds
		// (parquet.SkipPageBounds): it then says that pages of numbers and booleans
		// hold 0 and false only, and DuckDB 2.0 skips the rows that are searched for.
		parquet.DataPageStatistics(false),
		// Without a fixed name the library writes its build's version, which a
		// test binary does not know.
		parquet.CreatedBy("claimstance", strconv.Itoa(SchemaVersion), "parquet-go"),
	}
	for k, v := range meta {
		opts = append(opts, parquet.KeyValueMetadata(k, v))
	}
	if by := d.sorting(); by != nil {
		var cols []parquet.SortingColumn
		for _, name := range by {
			cols = append(cols, parquet.NullsFirst(parquet.Ascending(name)))
		}
		opts = append(opts, parquet.SortingWriterConfig(parquet.SortingColumns(cols...)))
	}
	w.pw = parquet.NewGenericWriter[T](w.out, opts...)
	w.cols = w.pw.ColumnWriters()
	return w
}

// slot is the next row to fill; add counts it in. The row's old lists may be
// used again: the library copies what it is given.
func (w *tableWriter[T]) slot() *T { return &w.batch[w.n] }

func (w *tableWriter[T]) add() error {
	if w.n++; w.n < len(w.batch) {
		return nil
	}
	return w.flush()
}

func (w *tableWriter[T]) flush() error {
	if w.n == 0 {
		return nil
	}
	rows := w.batch[:w.n]
	if err := w.write(unsafe.Pointer(unsafe.SliceData(rows)), len(rows)); err != nil {
		return err
	}
	w.sum.rows += int64(len(rows))
	w.rows += int64(w.n)
	w.n = 0
	if w.rows+batchRows > groupRows || w.sum.bytes()-w.begin >= groupBytes {
		w.rows, w.begin = 0, w.sum.bytes()
		return w.pw.Flush()
	}
	return nil
}

// write hands rows to the library, column by column.
func (w *tableWriter[T]) write(rows unsafe.Pointer, n int) error {
	s := w.sum.shape
	for i := range s.fields {
		f := &s.fields[i]
		if f.elem == nil {
			if err := w.column(f.leaf, f, nil, rows, n); err != nil {
				return err
			}
			continue
		}
		for j := range f.elem.fields {
			e := &f.elem.fields[j]
			if err := w.column(f.leaf+e.leaf, f, e, rows, n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *tableWriter[T]) column(leaf int, f, e *field, rows unsafe.Pointer, n int) error {
	w.vals = columnValues(w.vals[:0], f, e, rows, n, w.sum.shape.typ.Size())
	form, def := f.form, 0
	switch {
	case e != nil:
		form, def = e.form, 1
		if e.optional {
			def = 2
		}
	case f.optional || f.form == formStrings:
		def = 1
	}
	w.sum.leaves[leaf].take(w.vals, form, def)
	_, err := w.cols[leaf].WriteRowValues(w.vals)
	return err
}

// finish writes the footer and syncs and closes the file. The writer is of no
// use afterwards, also when it failed.
func (w *tableWriter[T]) finish() (written, error) {
	err := w.flush()
	if err == nil {
		err = w.pw.Close()
	}
	if err == nil {
		err = w.out.outFile.Sync() // never tried again
	}
	if err = errors.Join(err, w.out.outFile.Close()); err != nil {
		return written{}, err
	}
	return written{
		rows:   w.sum.rows,
		size:   w.out.size,
		sha256: hex.EncodeToString(w.out.sum.Sum(nil)),
		sums:   w.sum.done(),
	}, nil
}

// abandon closes a file that will not be used.
func (w *tableWriter[T]) abandon() { w.out.outFile.Close() }

// openParquet opens a file whose size and digest were checked before: the
// library's own reader trusts lengths in the footer.
func openParquet(f inFile) (*parquet.File, error) {
	return parquet.OpenFile(f, f.Size(), parquet.SkipBloomFilters(true), parquet.ReadBufferSize(int(min(64<<10, max(f.Size(), 1<<10)))))
}

// scanPages checks the CRC of every page of a file without decompressing one,
// and that pages fill their column chunks.
func scanPages(f inFile) error {
	pf, err := openParquet(f)
	if err != nil {
		return err
	}
	for g, rg := range pf.Metadata().RowGroups {
		for c := range rg.Columns {
			meta := &rg.Columns[c].MetaData
			lo := meta.DataPageOffset
			if d := meta.DictionaryPageOffset; d > 0 && d < lo {
				lo = d
			}
			if err := scanChunk(f, lo, meta.TotalCompressedSize); err != nil {
				return fmt.Errorf("row group %d, column %v: %w", g, meta.PathInSchema, err)
			}
		}
	}
	return nil
}

func scanChunk(f inFile, offset, size int64) error {
	if offset < 4 || size < 0 || size > 1<<31 || offset+size > f.Size() {
		return fmt.Errorf("column chunk at byte %d of %d bytes is outside of the file", offset, size)
	}
	chunk := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(f, offset, size), chunk); err != nil {
		return err
	}
	var proto thrift.CompactProtocol
	for len(chunk) > 0 {
		var head format.PageHeader
		r := bytes.NewReader(chunk)
		if err := thrift.NewDecoder(proto.NewReader(r)).Decode(&head); err != nil {
			return fmt.Errorf("page header: %w", err)
		}
		body := chunk[len(chunk)-r.Len():]
		if head.CompressedPageSize < 0 || int(head.CompressedPageSize) > len(body) {
			return errors.New("page reaches out of its column chunk")
		}
		body, chunk = body[:head.CompressedPageSize], body[head.CompressedPageSize:]
		if got := crc32.ChecksumIEEE(body); got != uint32(head.CRC) {
			return fmt.Errorf("page has CRC %08x, not %08x", got, uint32(head.CRC))
		}
	}
	return nil
}
