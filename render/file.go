package render

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// WriteFile writes the file path with what write prints, whole or not at
// all: the bytes go to a new file in the same folder, which takes the name
// only when all of them are on the disk. When write fails or ctx is done,
// nothing is left behind and a file that was there before stays as it was.
// A path that is no regular file, such as a pipe, is written directly.
// Errors name the path.
func WriteFile(ctx context.Context, path string, write func(w io.Writer) error) error {
	write = packed(path, write)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	} else if target, err := os.Readlink(path); err == nil {
		return fmt.Errorf("cannot write %s: it is a link to %s, which is not there", path, target)
	}
	mode := fs.FileMode(0o666) // less what the user's umask takes away
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return fmt.Errorf("cannot write %s: it is a folder", path)
		}
		if !info.Mode().IsRegular() {
			return writeThrough(ctx, path, write)
		}
		mode = info.Mode().Perm()
	}
	err := writeAside(ctx, path, mode, write)
	if err != nil && ctx.Err() == nil {
		err = fmt.Errorf("cannot write %s: %w", path, reason(path, err))
	}
	return err
}

// reason takes the name of the file that nobody asked for, which lies beside path,
// out of an error. Files elsewhere, of what is written, are named.
func reason(path string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) && filepath.Dir(pe.Path) == filepath.Dir(path) {
		return pe.Err
	}
	return err
}

// writeThrough writes a pipe or device.
func writeThrough(ctx context.Context, path string, write func(w io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, reason(path, err))
	}
	return errors.Join(write(stoppable{ctx, f}), f.Close())
}

func writeAside(ctx context.Context, path string, mode fs.FileMode, write func(w io.Writer) error) (err error) {
	f, err := createAside(path, mode)
	if err != nil {
		return err
	}
	defer func() {
		if f != nil { // an error, or write has panicked
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(stoppable{ctx, f}); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && otherNames(info) {
		return copyOver(f.Name(), path) // all names of the file keep what it holds
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	f = nil
	syncFolder(filepath.Dir(path))
	return nil
}

// createAside makes a new file beside path, hidden and named after it.
func createAside(path string, mode fs.FileMode) (*os.File, error) {
	prefix := asidePrefix(path)
	sweep(filepath.Dir(path), prefix)
	for try := 0; ; try++ {
		name := prefix + strconv.Itoa(os.Getpid()) + "-" + strconv.Itoa(try) + asideSuffix
		f, err := os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || try == 1000 {
			return f, err
		}
	}
}

// copyOver writes the bytes of one file into another that there is.
func copyOver(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// asideSuffix ends the names of files that are being written, and longestName is
// how much of the name of a file they bear: systems allow 255 bytes in all.
const (
	asideSuffix = ".tmp"
	longestName = 200
)

func asidePrefix(path string) string {
	base := filepath.Base(path)
	return "." + base[:min(len(base), longestName)] + "."
}

// sweep removes what processes that were killed have left of the same file.
func sweep(folder, prefix string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), prefix)
		if !ok || !strings.HasSuffix(rest, asideSuffix) {
			continue
		}
		id, _, ok := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(id); ok && err == nil && !alive(pid) {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// syncFolder makes the new name last through a power cut where the system
// can; where it cannot, the file is whole all the same.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// stoppable refuses to write once its context is done.
type stoppable struct {
	ctx context.Context
	w   io.Writer
}

func (s stoppable) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}
