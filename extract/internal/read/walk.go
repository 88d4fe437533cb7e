package read

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Files returns the files that a path stands for, in sorted order: itself, or
// what the folder of that name holds at any depth, without hidden files. The
// problems are a path that does not exist, folders that cannot be listed, and
// a folder without files.
func Files(path string) (files []string, problems []*Error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, []*Error{openError(path, err).(*Error)}
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	// WalkDir lists each folder in lexical order; it never fails as a whole,
	// because every trouble is noted and passed over.
	_ = filepath.WalkDir(path, func(p string, entry fs.DirEntry, err error) error {
		hidden := p != path && strings.HasPrefix(filepath.Base(p), ".")
		switch {
		case err != nil:
			problems = append(problems, openError(p, err).(*Error))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case !hidden && isFile(p, entry):
			files = append(files, p)
		}
		return nil
	})
	if len(files) == 0 && len(problems) == 0 {
		problems = append(problems, &Error{Source: path, Kind: ErrNoDocuments,
			Remedy: "name a folder with plain text or Akoma Ntoso files"})
	}
	return files, problems
}

// isFile tells whether an entry is a file or a link to one; pipes and devices
// would never come to an end.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
