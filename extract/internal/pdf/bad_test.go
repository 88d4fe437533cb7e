package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// sample is a page of words for the tests that damage it.
func sample(packed bool) []byte {
	return (&builder{packed: packed}).document(lines(72, 700, "The wells of the valley were counted under resolution", "64/292 of 28 July 2010, and under it alone."))
}

// TestErrors wants of every PDF that cannot be read its own reason and a
// remedy.
func TestErrors(t *testing.T) {
	image := "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
	tests := []struct {
		name string
		data []byte
		kind error
	}{
		{"a head and nothing after it", []byte("%PDF-1.7\n"), ErrDamaged},
		{"a version that is no text", bytes.Replace(sample(false), []byte("%PDF-1.7"), []byte("%PDF-1.\xa4"), 1), ErrDamaged},
		{"no pages", func() []byte { b := &builder{}; return b.file(b.add("<</Type/Catalog>>")) }(), ErrDamaged},
		{"empty pages", document("", "", ""), ErrNoText},
		{"a scanned page", document(image), ErrNoText},
		{"a page tree that contains itself", func() []byte {
			b := &builder{}
			b.add("<</Type/Pages/Count 1/Kids[1 0 R 1 0 R]>>")
			return b.file(b.add("<</Type/Catalog/Pages 1 0 R>>"))
		}(), ErrDamaged},
		{"a font that does not say what its glyphs are", blind(), ErrNoLanguage},
		{"a font whose map is shifted", document(lines(72, 700, strings.Split(shifted(strings.Repeat("the general assembly recalls the wells of the valley and the rain\n", 12)), "\n")...)), ErrNoLanguage},
	}
	for _, test := range tests {
		text, err := Read(test.data, Options{})
		var e *Error
		if !errors.Is(err, test.kind) || !errors.As(err, &e) || e.Remedy == "" {
			t.Errorf("%s: got %v and %v, want %v with a remedy", test.name, text, err, test.kind)
		}
		if err != nil && strings.ContainsFunc(err.Error(), func(r rune) bool { return r == utf8.RuneError || r < ' ' }) {
			t.Errorf("%s: %q cannot stand on a line of a terminal", test.name, err)
		}
	}
}

// blind is a page in a composite font without any map.
func blind() []byte {
	b := &builder{}
	b.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>")
	b.add("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[1 0 R]>>")
	b.stream("BT /F1 10 Tf 72 700 Td <002400250026002700280029> Tj ET", "")
	b.add("<</Type/Page/Parent 5 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F1 2 0 R>>>>>>")
	b.add("<</Type/Pages/Count 1/Kids[4 0 R]>>")
	return b.file(b.add("<</Type/Catalog/Pages 5 0 R>>"))
}

// shifted moves letters as fonts with a wrong map do.
func shifted(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' {
			return r
		}
		return r - 29
	}, s)
}

// TestCut wants of a file cut anywhere text or an error, and of one cut
// within its last bytes the text.
func TestCut(t *testing.T) {
	for _, packed := range []bool{false, true} {
		data := sample(packed)
		for n := 0; n < len(data); n += 7 {
			text, err := Read(data[:n], Options{})
			if err == nil && text == nil {
				t.Fatalf("cut at %d: neither text nor error", n)
			}
		}
		text, err := Read(data[:len(data)-40], Options{})
		if err != nil || !strings.Contains(text.Text, "64/292 of 28 July 2010") {
			t.Errorf("without its last 40 bytes: %v %v", text, err)
		}
	}
}

// TestDamagedStream wants what can be inflated of a stream that is damaged.
func TestDamagedStream(t *testing.T) {
	var page strings.Builder
	for i := range 50 {
		page.WriteString(lines(72, float64(780-12*i), fmt.Sprintf("%d. The well number %d was counted under resolution 64/292 once.", i+1, 7919*i)))
	}
	data := (&builder{packed: true}).document(page.String())
	at := bytes.Index(data, []byte("stream\n"))
	end := bytes.Index(data, []byte("\nendstream"))
	for i := at + (end-at)*2/3; i < end; i++ {
		data[i] ^= 0x5a
	}
	text, err := Read(data, Options{})
	if err != nil || !strings.Contains(text.Text, "The well number 79190 was counted") {
		t.Errorf("got %v %v", text, err)
	}
}

// TestFlippedBytes damages a file byte by byte: no panic comes out, and no
// reading takes longer than a moment.
func TestFlippedBytes(t *testing.T) {
	data := sample(true)
	for i := range data {
		for _, x := range []byte{0x01, 0x80, 0xff} {
			bad := bytes.Clone(data)
			bad[i] ^= x
			start := time.Now()
			_, err := Read(bad, Options{Limit: 20 * time.Second})
			if errors.Is(err, ErrTime) || time.Since(start) > 20*time.Second {
				t.Errorf("byte %d: %v after %v", i, err, time.Since(start))
			}
		}
	}
}

// TestBombs wants bounded memory for a few kilobytes that would become
// gigabytes.
func TestBombs(t *testing.T) {
	blanks := strings.Repeat(" ", 64<<20)
	tests := map[string]func() []byte{
		"a stream of blanks, deflated, in forty pages": func() []byte {
			b := &builder{packed: true}
			pages := make([]string, 1)
			pages[0] = blanks + lines(72, 700, "word")
			return b.document(pages...)
		},
		"forms that draw each other": func() []byte {
			b := &builder{}
			for i := range 12 {
				next := (i+1)%12 + 1
				b.stream(strings.Repeat("/X Do ", 20), fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X %d 0 R>>>>", next))
			}
			b.stream("/X Do", "")
			b.add("<</Type/Page/Parent 15 0 R/Contents 13 0 R/Resources<</XObject<</X 1 0 R>>>>>>")
			b.add("<</Type/Pages/Count 1/Kids[14 0 R]>>")
			return b.file(b.add("<</Type/Catalog/Pages 15 0 R>>"))
		},
		"a map of all codes to long texts": func() []byte {
			b := &builder{packed: true}
			b.stream("begincmap 1 beginbfrange <00000000> <ffffffff> <"+strings.Repeat("0041", 200)+"> endbfrange", "")
			b.add("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 1 0 R/DescendantFonts[<</W[0 2000000000 500]>>]>>")
			b.stream("BT /F1 10 Tf "+strings.Repeat("<0001020304050607> Tj ", 200000)+"ET", "")
			b.add("<</Type/Page/Parent 5 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F1 2 0 R>>>>>>")
			b.add("<</Type/Pages/Count 1/Kids[4 0 R]>>")
			return b.file(b.add("<</Type/Catalog/Pages 5 0 R>>"))
		},
	}
	for name, make := range tests {
		data := make()
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := Read(data, Options{Limit: 30 * time.Second})
		runtime.ReadMemStats(&after)
		if grown := int64(after.Sys) - int64(before.Sys); grown > 400<<20 {
			t.Errorf("%s: %d MB more after %v", name, grown>>20, err)
		}
		t.Logf("%s: %v, %d KB, %v", name, time.Since(start), len(data)>>10, err)
	}
}

// TestManyPages wants an answer of bounded size for a file of very many
// empty pages.
func TestManyPages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const pages = 1_000_000
	b := &builder{}
	var kids strings.Builder
	for i := range pages {
		b.add("<</Type/Page/Parent %d 0 R>>", pages+1)
		fmt.Fprintf(&kids, "%d 0 R ", i+1)
	}
	b.add("<</Type/Pages/Count %d/Kids[%s]>>", pages, kids.String())
	data := b.file(b.add("<</Type/Catalog/Pages %d 0 R>>", pages+1))
	_, err := Read(data, Options{})
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("got %v", err)
	}
	t.Log(err)
}

// TestLimit wants a file that takes too long to be given up by its name.
func TestLimit(t *testing.T) {
	_, err := Read(document(strings.Repeat(lines(72, 700, "word"), 200)), Options{Limit: time.Nanosecond})
	if !errors.Is(err, ErrTime) {
		t.Errorf("got %v", err)
	}
}

// TestPages wants the pages asked for and no others.
func TestPages(t *testing.T) {
	data := document(lines(72, 700, "first"), lines(72, 700, "second"), lines(72, 700, "third"))
	text, err := Read(data, Options{Page: func(n int) bool { return n == 2 }})
	if err != nil || text.Text != "second" || text.Blocks[0].Page != 2 {
		t.Errorf("got %+v %v", text, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(false))
	f.Add(sample(true))
	f.Add(blind())
	for _, name := range []string{"browser.en.pdf", "writer.ar.pdf"} {
		if data, err := os.ReadFile("testdata/" + name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(data, Options{Limit: 5 * time.Second})
		if err == nil {
			for _, b := range text.Blocks {
				for _, p := range b.Pieces {
					if p.Start < 0 || p.End < p.Start || p.End > len(text.Text) {
						t.Fatalf("span %v outside a text of %d bytes", p, len(text.Text))
					}
				}
			}
		}
		if errors.Is(err, ErrTime) {
			t.Fatalf("%v", err)
		}
	})
}
