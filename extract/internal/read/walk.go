package read

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
)

// Files returns the files that a path stands for, in sorted order: itself, or
// what the folder of that name holds at any depth, without hidden files. The
// problems are a path that does not exist, folders that cannot be listed, links
// that lead nowhere or back, and a folder without files.
func Files(path string) (files []string, problems []*Error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, []*Error{openError(path, err).(*Error)}
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	w := &walker{seen: map[string]bool{}}
	w.folder(path)
	if len(w.files) == 0 && len(w.problems) == 0 {
		w.problems = append(w.problems, &Error{Source: path, Kind: ErrNoDocuments, Remedy: "name a folder with documents in it"})
	}
	return w.files, w.problems
}

// walker gathers the files below a folder. Links are followed; each folder is
// listed once, so that a link that leads back ends there, with a word.
type walker struct {
	files    []string
	problems []*Error
	seen     map[string]bool // folders by their paths without links
}

func (w *walker) folder(path string) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil && w.seen[real] {
		w.problems = append(w.problems, &Error{Source: path, Kind: ErrPassedOver, Detail: "it is a link to a folder that is read already"})
		return
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path) // in lexical order; what could be listed comes with an error
	if err != nil {
		w.problems = append(w.problems, openError(path, err).(*Error))
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			w.entry(filepath.Join(path, e.Name()), e)
		}
	}
}

// exceptions are files that no folder holds, for this process.
var exceptions atomic.Pointer[[]os.FileInfo]

// Except makes these files too be passed over in folders from now on.
func Except(files []os.FileInfo) {
	if before := exceptions.Load(); before != nil {
		files = append(slices.Clone(*before), files...)
	}
	exceptions.Store(&files)
}

func excepted(path string) bool {
	list := exceptions.Load()
	if list == nil || len(*list) == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && slices.ContainsFunc(*list, func(f os.FileInfo) bool { return os.SameFile(f, info) })
}

// entry takes a file, a folder or a link to one; pipes and devices would never
// come to an end.
func (w *walker) entry(path string, e fs.DirEntry) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			w.problems = append(w.problems, openError(path, err).(*Error))
			return
		}
		mode = info.Mode()
	}
	switch {
	case mode.IsDir():
		w.folder(path)
	case mode.IsRegular() && !excepted(path):
		w.files = append(w.files, path)
	}
}
