package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// builder writes small PDFs: the tests own every byte of them.
type builder struct {
	objects []string
	packed  bool // compress the content streams
}

func (b *builder) add(format string, args ...any) int {
	b.objects = append(b.objects, fmt.Sprintf(format, args...))
	return len(b.objects)
}

func (b *builder) stream(data string, extra string) int {
	filter := ""
	if b.packed {
		data, filter = deflate(data), "/Filter/FlateDecode"
	}
	return b.add("<</Length %d%s%s>>\nstream\n%s\nendstream", len(data), filter, extra, data)
}

func deflate(s string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write([]byte(s))
	w.Close()
	return out.String()
}

// file writes the objects with their cross references; root is the catalog.
func (b *builder) file(root int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(b.objects))
	for i, o := range b.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(b.objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(b.objects)+1, root, at)
	return out.Bytes()
}

// document returns a PDF with a page for each content, in fonts F1 (Times),
// F2 (Times-Italic) and F3 (Times-Bold).
func document(contents ...string) []byte { return (&builder{}).document(contents...) }

func (b *builder) document(contents ...string) []byte {
	fonts := ""
	for i, name := range []string{"Times-Roman", "Times-Italic", "Times-Bold"} {
		n := b.add("<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>", name)
		fonts += fmt.Sprintf("/F%d %d 0 R", i+1, n)
	}
	var kids strings.Builder
	parent := len(b.objects) + 2*len(contents) + 1
	for _, c := range contents {
		s := b.stream(c, "")
		p := b.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<<%s>>>>>>", parent, s, fonts)
		fmt.Fprintf(&kids, "%d 0 R ", p)
	}
	b.add("<</Type/Pages/Count %d/Kids[%s]>>", len(contents), kids.String())
	root := b.add("<</Type/Catalog/Pages %d 0 R>>", parent)
	return b.file(root)
}

// at draws words at a place in a font of a size.
func at(x, y, size float64, font int, words string) string {
	words = strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(words)
	return fmt.Sprintf("BT /F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", font, size, x, y, words)
}

// lines draws lines under each other, 12 points apart, in ten-point Times.
func lines(x, y float64, words ...string) string {
	var b strings.Builder
	for i, w := range words {
		b.WriteString(at(x, y-12*float64(i), 10, 1, w))
	}
	return b.String()
}
