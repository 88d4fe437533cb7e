package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/internal/charset"
	"uncite/extract/internal/markup"
)

// Bounds on what a package may unpack to: MaxPart bytes a part, and in all
// maxRatio times its own size, but leastTotal at any rate. Real files stay
// below 60 times.
const (
	MaxPart    = 256 << 20
	maxRatio   = 100
	leastTotal = 16 << 20
)

// pack is a ZIP file of parts.
type pack struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

// IsPackage reports whether data begins as a ZIP file does.
func IsPackage(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// Kind tells what a ZIP file is by what it holds: "DOCX", "ODT", the name of
// another kind of Office document, or empty for an archive of files.
func Kind(data []byte) string { return KindAt(bytes.NewReader(data), int64(len(data))) }

// KindAt is Kind for a file that is not in memory.
func KindAt(r io.ReaderAt, size int64) string {
	p, err := openAt(r, size)
	if err != nil {
		return ""
	}
	switch {
	case p.files["[Content_Types].xml"] != nil:
		for prefix, kind := range map[string]string{"word/": "DOCX", "xl/": "XLSX", "ppt/": "PPTX"} {
			for name := range p.files {
				if strings.HasPrefix(name, prefix) {
					return kind
				}
			}
		}
		return "package"
	case p.files["mimetype"] != nil:
		mime, _ := p.read("mimetype")
		switch {
		case strings.Contains(mime, "opendocument.text"):
			return "ODT"
		case strings.Contains(mime, "opendocument"):
			return "OpenDocument"
		case strings.Contains(mime, "epub"):
			return "EPUB"
		}
	}
	return ""
}

func open(data []byte) (*pack, error) { return openAt(bytes.NewReader(data), int64(len(data))) }

func openAt(at io.ReaderAt, size int64) (*pack, error) {
	r, err := zip.NewReader(at, size)
	if err != nil {
		return nil, block.Damaged("the ZIP file is damaged or cut off")
	}
	p := &pack{files: make(map[string]*zip.File, len(r.File)), left: max(leastTotal, maxRatio*size)}
	for _, f := range r.File {
		p.files[path.Clean(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	return p, nil
}

// read returns the text of a part, empty where there is none. A part that is
// damaged gives what can be unpacked of it.
func (p *pack) read(name string) (string, error) {
	f := p.files[name]
	if f == nil {
		return "", nil
	}
	r, err := f.Open()
	if err != nil {
		return "", block.Damaged(fmt.Sprintf("%s cannot be unpacked", name))
	}
	defer r.Close()
	limit := min(p.left, MaxPart)
	bomb := &block.Error{Detail: fmt.Sprintf("%s unpacks to more than %d MB", name, limit>>20),
		Remedy: "it may be a bomb; save the document anew"}
	if f.UncompressedSize64 > uint64(limit) { // as it says itself: not a byte is unpacked
		return "", bomb
	}
	var b bytes.Buffer
	if size := int64(f.UncompressedSize64); size > 0 {
		b.Grow(int(min(size, 64<<20)) + bytes.MinRead)
	}
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	if n > limit {
		return "", bomb
	}
	p.left -= n
	if err != nil && n == 0 {
		return "", block.Damaged(fmt.Sprintf("%s cannot be unpacked", name))
	}
	t, err := charset.Decode(b.Bytes(), "")
	if err != nil {
		return "", block.Damaged(fmt.Sprintf("%s is no XML", name))
	}
	return t.Text, nil
}

// relations are the targets of a part's relations by identifier, and by the
// last word of their type.
type relations struct{ byID, byType map[string]string }

// relationsOf reads the relations of a part.
func (p *pack) relationsOf(name string) relations {
	rel := relations{map[string]string{}, map[string]string{}}
	src, err := p.read(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
	if err != nil {
		return rel
	}
	s := markup.NewScanner(src)
	for t := s.Next(); t.Kind != markup.End; t = s.Next() {
		if t.Kind != markup.Open || t.Name != "Relationship" {
			continue
		}
		target := t.Attr("Target")
		if t.Attr("TargetMode") != "External" {
			if !strings.HasPrefix(target, "/") {
				target = path.Join(path.Dir(name), target)
			}
			target = strings.TrimPrefix(path.Clean(target), "/")
		}
		rel.byID[t.Attr("Id")] = target
		kind := t.Attr("Type")
		rel.byType[kind[strings.LastIndexByte(kind, '/')+1:]] = target
	}
	return rel
}
