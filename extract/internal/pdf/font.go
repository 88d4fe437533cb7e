package pdf

import (
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/font"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// What the rune of a glyph may be beside a character; below zero it is
// -1-i for file.clusters[i].
const (
	noRune  = 0      // draws nothing that is text
	unknown = 0xfffd // its font does not say what it is
)

// shape is what a font says of one code.
type shape struct {
	r     rune
	width float32 // in text space, of a font of size 1
}

// typeface turns the codes of a font into shapes.
type typeface struct {
	f         *file
	style     glyphStyle
	composite bool
	simple    [256]shape // the shapes of a simple font

	// Of composite fonts:
	shapes     map[uint32]shape // those asked for so far
	toUnicode  *cmap
	encoding   *cmap             // nil for Identity and where the code is a character
	characters bool              // the code is UTF-16
	legacy     encoding.Encoding // the code is in this Chinese encoding
	widths     []widthRange
	width      float32 // of glyphs without one
	glyphs     map[uint32]rune
}

type widthRange struct {
	lo, hi uint32
	each   []float32 // one a glyph, or one for all
}

// font returns the typeface of a font resource.
func (f *file) font(o types.Object) *typeface {
	n, indirect := objectNumber(o)
	if indirect {
		if t, ok := f.fonts[n]; ok {
			return t
		}
	}
	t := f.loadFont(f.dict(o))
	if indirect {
		f.fonts[n] = t
	}
	return t
}

func (f *file) loadFont(d types.Dict) *typeface {
	t := &typeface{f: f, width: 1}
	if d == nil {
		d = types.Dict{}
	}
	if sd, ok := f.get(d["ToUnicode"]).(types.StreamDict); ok {
		t.toUnicode = parseCMap(f.stream(sd))
	}
	subtype := f.name(d["Subtype"])
	if subtype == "Type0" {
		t.loadComposite(d)
		return t
	}
	t.loadSimple(d, subtype)
	return t
}

// styleOf reads bold and italic from a font's name and flags.
func (f *file) styleOf(name string, descriptor types.Dict) (s glyphStyle) {
	low := strings.ToLower(name)
	flags, _ := f.integer(descriptor["Flags"])
	if strings.Contains(low, "italic") || strings.Contains(low, "oblique") || flags&(1<<6) != 0 {
		s |= italic
	}
	if strings.Contains(low, "bold") || strings.Contains(low, "black") || flags&(1<<18) != 0 {
		s |= bold
	}
	return s
}

func (t *typeface) loadSimple(d types.Dict, subtype string) {
	f := t.f
	name := f.name(d["BaseFont"])
	descriptor := f.dict(d["FontDescriptor"])
	t.style = f.styleOf(name, descriptor)
	codes, names := t.simpleEncoding(d, name, subtype, descriptor)
	scale := .001
	if subtype == "Type3" {
		if m := f.array(d["FontMatrix"]); len(m) == 6 {
			if v, ok := f.number(m[0]); ok && v != 0 {
				scale = v
			}
		}
	}
	missing, _ := f.number(descriptor["MissingWidth"])
	first, _ := f.integer(d["FirstChar"])
	widths := f.array(d["Widths"])
	core := ""
	if widths == nil {
		core = coreFont(name, t.style)
	}
	for c := range t.simple {
		w := missing
		if i := c - first; i >= 0 && i < len(widths) {
			w, _ = f.number(widths[i])
		} else if core != "" {
			if n, err := font.CharWidth(core, codes[c]); err == nil {
				w = float64(n)
			}
		}
		t.simple[c] = shape{r: t.simpleRune(uint32(c), codes[c], names[c]), width: float32(w * scale)}
	}
}

// simpleEncoding returns what the codes of a simple font mean by its
// encoding, and which codes have a glyph name that means nothing.
func (t *typeface) simpleEncoding(d types.Dict, name, subtype string, descriptor types.Dict) (codes *[256]rune, named [256]bool) {
	f := t.f
	base := standardEncoding()
	flags, _ := f.integer(descriptor["Flags"])
	symbolic := flags&4 != 0
	switch low := strings.ToLower(name); {
	case strings.Contains(low, "symbol") || strings.Contains(low, "wingdings") || strings.Contains(low, "dingbats"):
		base = symbolEncoding()
	case subtype == "TrueType" || symbolic && t.toUnicode != nil:
		base = winAnsi()
	}
	e := f.get(d["Encoding"])
	if n, ok := e.(types.Name); ok {
		if b := baseEncoding(string(n)); b != nil {
			base = b
		}
		return base, named
	}
	ed := f.dict(e)
	if b := baseEncoding(f.name(ed["BaseEncoding"])); b != nil {
		base = b
	}
	own := *base
	c := 0
	for _, o := range f.array(ed["Differences"]) {
		switch v := f.get(o).(type) {
		case types.Integer:
			c = v.Value()
		case types.Name:
			if c >= 0 && c < 256 {
				own[c] = glyphRune(string(v))
				named[c] = own[c] == 0 && string(v) != ".notdef"
			}
			c++
		}
	}
	return &own, named
}

func (t *typeface) simpleRune(c uint32, r rune, named bool) rune {
	if t.toUnicode != nil {
		if text := t.toUnicode.runes(c); text != nil {
			return t.f.cluster(text)
		}
	}
	if named {
		return unknown
	}
	return plainRune(r)
}

// coreFont returns the standard font whose widths a font without its own has.
func coreFont(name string, s glyphStyle) string {
	low := strings.ToLower(name)
	family, slanted := "Helvetica", "Oblique"
	switch {
	case strings.Contains(low, "symbol"):
		return "Symbol"
	case strings.Contains(low, "courier"):
		family = "Courier"
	case strings.Contains(low, "times"):
		family, slanted = "Times", "Italic"
	}
	style := ""
	if s&bold != 0 {
		style = "Bold"
	}
	if s&italic != 0 {
		style += slanted
	}
	switch {
	case style != "":
		return family + "-" + style
	case family == "Times":
		return "Times-Roman"
	}
	return family
}

func (t *typeface) loadComposite(d types.Dict) {
	f := t.f
	t.composite = true
	t.shapes = map[uint32]shape{}
	var descendant types.Dict
	if a := f.array(d["DescendantFonts"]); len(a) > 0 {
		descendant = f.dict(a[0])
	}
	descriptor := f.dict(descendant["FontDescriptor"])
	t.style = f.styleOf(f.name(d["BaseFont"]), descriptor)
	switch e := f.get(d["Encoding"]).(type) {
	case types.StreamDict:
		t.encoding = parseCMap(f.stream(e))
	case types.Name:
		t.predefined(string(e))
	}
	if w, ok := f.number(descendant["DW"]); ok {
		t.width = float32(w / 1000)
	}
	t.readWidths(f.array(descendant["W"]))
	if t.toUnicode == nil && !t.characters && t.legacy == nil {
		t.glyphs = trueTypeCharacters(f.stream(descriptor["FontFile2"]))
	}
}

// predefined takes the encodings that a reader is supposed to know by name.
// Those whose codes are characters need no table.
func (t *typeface) predefined(name string) {
	switch {
	case strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16"):
		t.characters = true
	case strings.HasPrefix(name, "GB"):
		t.legacy = simplifiedchinese.GB18030
	case strings.Contains(name, "B5") || strings.HasPrefix(name, "HKscs"):
		t.legacy = traditionalchinese.Big5
	}
}

// readWidths reads the W array: "first [w w w]" and "first last w".
func (t *typeface) readWidths(a types.Array) {
	f := t.f
	for i := 0; i+1 < len(a); {
		lo, ok := f.integer(a[i])
		if !ok || lo < 0 {
			i++
			continue
		}
		if list := f.array(a[i+1]); list != nil {
			each := make([]float32, len(list))
			for j, o := range list {
				w, _ := f.number(o)
				each[j] = float32(w / 1000)
			}
			if len(each) > 0 {
				t.widths = append(t.widths, widthRange{uint32(lo), uint32(lo + len(each) - 1), each})
			}
			i += 2
			continue
		}
		if i+2 >= len(a) {
			return
		}
		hi, _ := f.integer(a[i+1])
		w, _ := f.number(a[i+2])
		if hi >= lo {
			t.widths = append(t.widths, widthRange{uint32(lo), uint32(hi), []float32{float32(w / 1000)}})
		}
		i += 3
	}
}

func (t *typeface) widthOf(cid uint32) float32 {
	for _, r := range t.widths {
		switch {
		case cid < r.lo || cid > r.hi:
		case len(r.each) == 1:
			return r.each[0]
		default:
			return r.each[cid-r.lo]
		}
	}
	return t.width
}

// next takes the first code off s and returns its shape and its length.
func (t *typeface) next(s []byte) (shape, int) {
	if !t.composite {
		return t.simple[s[0]], 1
	}
	c, n := t.split(s)
	if sh, ok := t.shapes[c]; ok {
		return sh, n
	}
	sh := t.compositeShape(c, s[:n])
	if len(t.shapes) < 1<<16 {
		t.shapes[c] = sh
	}
	return sh, n
}

// split takes the first code off a string of a composite font.
func (t *typeface) split(s []byte) (c uint32, n int) {
	switch {
	case t.encoding != nil:
		if c, n = t.encoding.next(s); n > 0 {
			return c, n
		}
	case t.legacy != nil:
		n = 1
		if s[0] >= 0x80 && len(s) > 1 {
			n = 2
			if t.legacy == simplifiedchinese.GB18030 && s[1] >= '0' && s[1] <= '9' && len(s) >= 4 {
				n = 4
			}
		}
		return code(s[:n]), n
	case t.characters && s[0]&0xfc == 0xd8 && len(s) >= 4:
		return code(s[:4]), 4
	}
	n = min(2, len(s))
	return code(s[:n]), n
}

func (t *typeface) compositeShape(c uint32, b []byte) shape {
	cid := c
	if t.encoding != nil {
		cid = 0
		if r, ok := t.encoding.find(c); ok {
			cid = r.cid + c - r.lo
		}
	}
	sh := shape{width: t.widthOf(cid)}
	if t.legacy != nil && len(b) == 1 {
		sh.width /= 2
	}
	if t.toUnicode != nil {
		if text := t.toUnicode.runes(c); text != nil {
			sh.r = t.f.cluster(text)
			return sh
		}
	}
	switch {
	case t.characters:
		sh.r = t.f.cluster(utf16BE(b))
	case t.legacy != nil:
		if text, err := t.legacy.NewDecoder().Bytes(b); err == nil {
			sh.r = t.f.cluster([]rune(string(text)))
		}
	case t.glyphs != nil:
		sh.r = plainRune(t.glyphs[cid])
		if sh.r == noRune {
			sh.r = unknown
		}
	case cid == 0 || cid == 3 && t.toUnicode != nil:
		// The glyph of what is missing, and the one that most fonts have
		// for the blank.
		if cid == 3 {
			sh.r = ' '
		}
	default:
		sh.r = unknown
	}
	return sh
}

// cluster returns the rune by which a glyph keeps its text.
func (f *file) cluster(text []rune) rune {
	kept := text[:0:0]
	for _, r := range text {
		if r = plainRune(r); r != noRune {
			kept = append(kept, r)
		}
	}
	switch len(kept) {
	case 0:
		return noRune
	case 1:
		return kept[0]
	}
	if len(f.clusters) >= 1<<20 {
		return unknown
	}
	f.clusters = append(f.clusters, string(kept))
	return rune(-len(f.clusters))
}

// plainRune maps all blanks to one but for the one that does not break, the private characters of symbol fonts to
// the bullet they mostly are, and control characters to nothing.
func plainRune(r rune) rune {
	switch {
	case r >= 0x20 && r < 0x7f:
		return r
	case r == '\t' || r == '\n' || r == '\r' || r == 0x3000 || r >= 0x2000 && r <= 0x200a || r == 0x202f:
		return ' '
	case r == noBreak:
		return r
	case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x200b || r == 0xfeff || r >= 0x200c && r <= 0x200f || r >= 0x202a && r <= 0x202e:
		return noRune
	case r >= 0xf020 && r <= 0xf0ff:
		return '•'
	case unicode.Is(unicode.Co, r) || r > unicode.MaxRune || r >= 0xd800 && r < 0xe000:
		return unknown
	}
	return r
}
