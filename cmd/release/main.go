// Command release makes what is published of uncite: archives of static binaries
// for Linux, macOS and Windows, with completions, manual pages and the licences of
// all parts, and their checksums. The same commit gives the same bytes, wherever it
// is built. It also gives the module another path, for whoever publishes it.
//
//	go run ./cmd/release [-version v1.2.3] [-commit HASH] [-out dist] [-only linux/amd64,…]
//	go run ./cmd/release -rename host/owner/uncite
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// targets are the systems for which there is a binary.
var targets = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

// texts go into every archive, files and whole folders: what the README leads to must be
// there for those who have nothing else.
var texts = []string{"README.md", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "NOTICE", "DATA-LICENSE.md", "docs", "cmd/uncite/testdata/clusters"}

func main() {
	version := flag.String("version", "", "the version that --version prints, and the archives are named after")
	commit := flag.String("commit", "", "the commit that --version prints")
	out := flag.String("out", "dist", "the folder that the archives are written to")
	only := flag.String("only", strings.Join(targets, ","), "systems and processors, separated by commas")
	module := flag.String("rename", "", "give the module this path, and do nothing else")
	flag.Parse()
	var err error
	if *module != "" {
		err = rename(".", *module)
	} else {
		err = release(*version, *commit, *out, strings.Split(*only, ","))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// file is a file of an archive.
type file struct {
	name string
	data []byte
	mode fs.FileMode
}

// release builds and packs every target.
func release(version, commit, out string, targets []string) error {
	if version == "" {
		return fmt.Errorf("name the version: -version v1.2.3")
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	common, err := commonFiles(version, commit)
	if err != nil {
		return err
	}
	var sums bytes.Buffer
	for _, target := range targets {
		system, processor, ok := strings.Cut(target, "/")
		if !ok {
			return fmt.Errorf("%q is no system and processor", target)
		}
		binary, err := build(version, commit, system, processor)
		if err != nil {
			return err
		}
		name := "uncite"
		if system == "windows" {
			name += ".exe"
		}
		folder := fmt.Sprintf("uncite-%s-%s-%s", strings.TrimPrefix(version, "v"), system, processor)
		files := append([]file{{name, binary, 0o755}}, common...)
		archive, packed := folder+".tar.gz", &bytes.Buffer{}
		pack := packTar
		if system == "windows" {
			archive, pack = folder+".zip", packZip
		}
		if err := pack(packed, folder, files); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, archive), packed.Bytes(), 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(packed.Bytes()), archive)
		fmt.Printf("%s  %d KB\n", filepath.Join(out, archive), packed.Len()>>10)
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), sums.Bytes(), 0o666)
}

// build makes a static binary, without anything of the machine in it.
func build(version, commit, system, processor string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "uncite-release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	binary := filepath.Join(folder, "uncite")
	flags := fmt.Sprintf("-s -w -buildid= -X main.version=%s -X main.commit=%s", version, commit)
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", binary, "./cmd/uncite")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor, "GOFLAGS=")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("building for %s/%s: %w", system, processor, err)
	}
	return os.ReadFile(binary)
}

// commonFiles are those that all archives share: texts, manual pages, completions
// and licences.
func commonFiles(version, commit string) ([]file, error) {
	files, err := textFiles(".")
	if err != nil {
		return nil, err
	}
	pages, err := written(version, commit)
	if err != nil {
		return nil, err
	}
	licences, err := licences()
	if err != nil {
		return nil, err
	}
	return slices.Concat(files, pages, licences), nil
}

// textFiles are the texts of the sources in a folder.
func textFiles(root string) ([]file, error) {
	var files []file
	for _, name := range texts {
		err := filepath.WalkDir(filepath.Join(root, name), func(at string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(at)
			if err != nil {
				return err
			}
			within, err := filepath.Rel(root, at)
			files = append(files, file{filepath.ToSlash(within), data, 0o644})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// written are the pages and completions that the command itself writes.
func written(version, commit string) ([]file, error) {
	folder, err := os.MkdirTemp("", "uncite-pages")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	binary, err := build(version, commit, runtime.GOOS, runtime.GOARCH)
	if err != nil {
		return nil, err
	}
	command := filepath.Join(folder, "uncite")
	if err := os.WriteFile(command, binary, 0o755); err != nil {
		return nil, err
	}
	if out, err := exec.Command(command, "pages", "--format", "man", filepath.Join(folder, "man")).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("manual pages: %w\n%s", err, out)
	}
	files, err := folderFiles(filepath.Join(folder, "man"), "man/man1")
	if err != nil {
		return nil, err
	}
	for _, shell := range []struct{ name, file string }{{"bash", "uncite.bash"}, {"zsh", "_uncite"}, {"fish", "uncite.fish"}, {"powershell", "uncite.ps1"}} {
		out, err := exec.Command(command, "completion", shell.name).Output()
		if err != nil {
			return nil, fmt.Errorf("completion for %s: %w", shell.name, err)
		}
		files = append(files, file{"completions/" + shell.file, out, 0o644})
	}
	return files, nil
}

// folderFiles are the files of a folder, under another name.
func folderFiles(folder, as string) ([]file, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, file{path.Join(as, e.Name()), data, 0o644})
	}
	return files, nil
}

// licences are those of the modules that are linked into the command, on any
// system, and of Go itself. A module without one is an error: it could not be
// passed on.
func licences() ([]file, error) {
	seen := map[string]bool{}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	goLicence, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "LICENSE"))
	if err != nil {
		return nil, err
	}
	files := []file{{"licenses/go/LICENSE", goLicence, 0o644}}
	for _, target := range targets {
		system, processor, _ := strings.Cut(target, "/")
		cmd := exec.Command("go", "list", "-deps", "-json=Module", "./cmd/uncite")
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor)
		out, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		for dec := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct {
				Module *struct {
					Path, Dir string
					Main      bool
				}
			}
			if err := dec.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Module == nil || p.Module.Main || seen[p.Module.Path] {
				continue
			}
			seen[p.Module.Path] = true
			found, err := licencesOf(p.Module.Path, p.Module.Dir)
			if err != nil {
				return nil, err
			}
			files = append(files, found...)
		}
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, nil
}

func licencesOf(module, dir string) ([]file, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") && !strings.HasPrefix(name, "NOTICE") && !strings.HasPrefix(name, "UNLICEN") && !strings.HasPrefix(name, "PATENTS") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, file{path.Join("licenses", module, e.Name()), data, 0o644})
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no licence is in %s", module, dir)
	}
	return files, nil
}

// packTar writes a tar.gz without times, owners or the name of the machine.
func packTar(w io.Writer, folder string, files []file) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(z)
	for _, f := range files {
		h := &tar.Header{Name: path.Join(folder, f.name), Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return z.Close()
}

// firstDay is the first that a zip file can tell; without one its month is the 0th, at
// which some programs stumble.
var firstDay = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// packZip writes a zip file, all of one day.
func packZip(w io.Writer, folder string, files []file) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: path.Join(folder, f.name), Method: zip.Deflate, Modified: firstDay}
		h.SetMode(f.mode)
		part, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}
