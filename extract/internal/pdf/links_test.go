package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// annotated returns a PDF of one page with what its page dictionary is to have
// beside the usual, and link annotations on it.
func annotated(content, page string, annotations ...string) []byte {
	var b builder
	font := b.add("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
	stream := b.stream(content, "")
	var refs strings.Builder
	for _, a := range annotations {
		fmt.Fprintf(&refs, "%d 0 R ", b.add("<</Type/Annot/Subtype/Link%s>>", a))
	}
	at := b.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 %d 0 R>>>>/Annots[%s]%s>>",
		len(b.objects)+2, stream, font, refs.String(), page)
	b.add("<</Type/Pages/Count 1/Kids[%d 0 R]>>", at)
	return b.file(b.add("<</Type/Catalog/Pages %d 0 R>>", len(b.objects)))
}

func uri(to string) string { return "/A<</S/URI/URI(" + to + ")>>" }

// TestLinks: the words under the rectangle of a link are its words, whatever the
// page does to them.
func TestLinks(t *testing.T) {
	page := lines(72, 700,
		"The Assembly recalls its resolution on wells,",
		"in which it asked for the report that the",
		"Council took note of in (A/78/265, para. 3).")
	tests := []struct{ name, page, annotation, want string }{
		{"a rectangle", "", "/Rect[158 697 258 709]" + uri("https://undocs.org/A/RES/64/292"), "its resolution on wells → https://undocs.org/A/RES/64/292"},
		{"two lines by their corners", "", "/Rect[72 672 260 697]/QuadPoints[170 697 260 697 170 686 260 686 72 684 106 684 72 674 106 674]" + uri("x:y"),
			"report that the Council → x:y"},
		{"the page is turned", "/Rotate 90", "/Rect[158 697 258 709]" + uri("x:y"), "its resolution on wells → x:y"},
		{"the signs around a symbol", "", "/Rect[166 673 214 685]" + uri("x:y"), "A/78/265 → x:y"},
		{"the corners in another order", "", "/Rect[258 709 158 697]" + uri("x:y"), "its resolution on wells → x:y"},
		{"a place within the file", "", "/Rect[158 697 258 709]/Dest[0/Fit]", ""},
		{"an action that is none", "", "/Rect[158 697 258 709]/A 999 0 R", ""},
		{"no rectangle", "", uri("x:y"), ""},
		{"words elsewhere", "", "/Rect[158 97 258 109]" + uri("x:y"), ""},
	}
	for _, test := range tests {
		text, err := Read(annotated(page, test.page, test.annotation), Options{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var got []string
		for _, l := range text.Links {
			got = append(got, text.Text[l.Span.Start:l.Span.End]+" → "+l.Href)
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: %q, want %q", test.name, s, test.want)
		}
	}
}
