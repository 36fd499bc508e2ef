package output

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
)

// scanColumn calls each for every value of a flat column, in the order of the
// rows. The value's bytes are valid during the call only.
func scanColumn(pf *parquet.File, name string, each func(parquet.Value)) error {
	col, ok := pf.Schema().Lookup(name)
	if !ok {
		return fmt.Errorf("no column %s", name)
	}
	var buf [512]parquet.Value
	for _, rg := range pf.RowGroups() {
		if err := scanPagesOf(rg.ColumnChunks()[col.ColumnIndex], buf[:], each); err != nil {
			return fmt.Errorf("column %s: %w", name, err)
		}
	}
	return nil
}

func scanPagesOf(chunk parquet.ColumnChunk, buf []parquet.Value, each func(parquet.Value)) error {
	pages := chunk.Pages()
	defer pages.Close()
	for {
		page, err := pages.ReadPage()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		values := page.Values()
		for {
			n, err := values.ReadValues(buf)
			for _, v := range buf[:n] {
				each(v)
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				parquet.Release(page)
				return err
			}
		}
		parquet.Release(page)
	}
}

// scan opens a published file to read some of its columns. Its digest is not
// taken, as most of the file is not read; the library checks the CRC of each
// page, and what a damaged footer does to it comes out as an error.
func (r *Root) scan(f FileInfo, read func(*parquet.File) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
		if err != nil {
			err = fmt.Errorf("read %s: %w (verify says whether the file is damaged)", f.Path, err)
		}
	}()
	in, err := r.l.Open(r.path(f.Path))
	if err != nil {
		return err
	}
	defer in.Close()
	if in.Size() != f.Bytes {
		return fmt.Errorf("it has %d bytes, the manifest says %d", in.Size(), f.Bytes)
	}
	pf, err := openParquet(in)
	if err != nil {
		return err
	}
	if pf.NumRows() != f.Rows {
		return fmt.Errorf("it has %d rows, the manifest says %d", pf.NumRows(), f.Rows)
	}
	return read(pf)
}
