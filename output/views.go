package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
)

// ViewsError says that a commit is published, but that the folders for readers
// that glob do not show it yet. The next Open makes them again.
type ViewsError struct{ Err error }

func (e *ViewsError) Error() string {
	return fmt.Sprintf("make the folders for globs equal to the manifest (what is in the manifest is published; the next run tries again): %v", e.Err)
}

// Unwrap gives the cause.
func (e *ViewsError) Unwrap() error { return e.Err }

// viewPath is where a view shows a file: claims/month=2026-11/claims-….parquet.
func viewPath(f FileInfo) string {
	if f.Month == "" {
		return filepath.Join(f.Dataset, filepath.Base(f.Path))
	}
	return filepath.Join(f.Dataset, "month="+f.Month, filepath.Base(f.Path))
}

// makeViews makes the folders that readers glob equal to the manifest: new
// files first, then the old ones go. A reader in between may see a file and its
// successor; that is why the manifest is the list to trust during a run.
func (r *Root) makeViews() error {
	want := map[string]FileInfo{}
	for _, f := range r.manifest.Files {
		want[viewPath(f)] = f
	}
	err := r.addViews(want)
	for d := range datasets {
		if err == nil {
			err = r.dropViews(d.String(), want)
		}
	}
	if err != nil {
		return &ViewsError{Err: err}
	}
	return nil
}

func (r *Root) addViews(want map[string]FileInfo) error {
	changed := map[string]bool{}
	for _, f := range r.manifest.Files { // in the manifest's order
		view := viewPath(f)
		info, err := r.l.Stat(r.path(view))
		if err == nil && info.Size() == f.Bytes && info.Mode().IsRegular() {
			continue // one content has one name
		}
		if err := mkdirSynced(r.l, r.path(filepath.Dir(view))); err != nil {
			return err
		}
		if err == nil {
			if err := r.l.Remove(r.path(view)); err != nil {
				return err
			}
		}
		if err := r.linkOrCopy(f, view); err != nil {
			return err
		}
		changed[filepath.Dir(view)] = true
	}
	for dir := range changed {
		if err := r.l.SyncDir(r.path(dir)); err != nil {
			return err
		}
	}
	return nil
}

// linkOrCopy shows a file of the store in a view.
func (r *Root) linkOrCopy(f FileInfo, view string) error {
	from, to := r.path(f.Path), r.path(view)
	linkErr := r.l.Link(from, to)
	if linkErr == nil {
		return nil
	}
	if errors.Is(linkErr, fs.ErrNotExist) {
		return fmt.Errorf("link %s: %w (the file is missing: see verify)", f.Path, linkErr)
	}
	in, err := r.l.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	tmp := r.tmp("copy")
	out, err := r.l.Create(tmp)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.NewSectionReader(in, 0, in.Size()))
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(fmt.Errorf("copy %s, as it cannot be linked (%v): %w", f.Path, linkErr, err), ignoreMissing(r.l.Remove(tmp)))
	}
	return r.l.Rename(tmp, to)
}

// dropViews removes from a view's folder what is ours and no longer wanted,
// and folders that become empty.
func (r *Root) dropViews(dir string, want map[string]FileInfo) error {
	list, err := r.l.ReadDir(r.path(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	left := len(list)
	for _, e := range list {
		name := filepath.Join(dir, e.Name())
		if e.IsDir() {
			if err := r.dropViews(name, want); err != nil {
				return err
			}
			continue
		}
		if _, ok := want[name]; ok || !ourName(e.Name()) {
			continue
		}
		if err := r.l.Remove(r.path(name)); err != nil {
			return err
		}
		left--
	}
	if left == 0 && filepath.Dir(dir) != "." {
		return r.l.Remove(r.path(dir))
	}
	return nil
}
