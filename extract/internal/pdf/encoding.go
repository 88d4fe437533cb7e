package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

//go:embed glyphs.tsv
var glyphTable string

var glyphNames = sync.OnceValue(func() map[string]rune {
	m := map[string]rune{}
	for line := range strings.Lines(glyphTable) {
		name, code, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if n, err := strconv.ParseUint(code, 16, 32); ok && err == nil {
			m[name] = rune(n)
		}
	}
	return m
})

// glyphRune returns the character that a glyph's name stands for, 0 where the
// name says nothing: "Aacute", "uni0410", "u1F600", "a.sc".
func glyphRune(name string) rune {
	base, _, _ := strings.Cut(name, ".")
	if r, ok := glyphNames()[base]; ok {
		return r
	}
	for _, prefix := range []string{"uni", "u"} {
		digits, ok := strings.CutPrefix(base, prefix)
		if !ok || len(digits) < 4 || len(digits) > 6 {
			continue
		}
		if n, err := strconv.ParseUint(digits, 16, 32); err == nil && n <= 0x10ffff {
			return rune(n)
		}
	}
	return 0
}

// standardHigh are the glyphs of Adobe's standard encoding from 0xA1 on.
const standardHigh = "exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft " +
	"guilsinglleft guilsinglright fi fl - endash dagger daggerdbl periodcentered - paragraph bullet quotesinglbase " +
	"quotedblbase quotedblright guillemotright ellipsis perthousand - questiondown - grave acute circumflex tilde macron " +
	"breve dotaccent dieresis - ring cedilla - hungarumlaut ogonek caron emdash - - - - - - - - - - - - - - - - AE - " +
	"ordfeminine - - - - Lslash Oslash OE ordmasculine - - - - - ae - - - dotlessi - - lslash oslash oe germandbls"

var standardEncoding = sync.OnceValue(func() *[256]rune {
	var e [256]rune
	for i := 0x20; i < 0x7f; i++ {
		e[i] = rune(i)
	}
	e['\''], e['`'] = '’', '‘'
	for i, n := range strings.Fields(standardHigh) {
		e[0xa1+i] = glyphRune(n)
	}
	return &e
})

func fromCharmap(c *charmap.Charmap) *[256]rune {
	var e [256]rune
	for i := 0x20; i < 256; i++ {
		if r := c.DecodeByte(byte(i)); r != 0xfffd {
			e[i] = r
		}
	}
	return &e
}

var (
	winAnsi  = sync.OnceValue(func() *[256]rune { return fromCharmap(charmap.Windows1252) })
	macRoman = sync.OnceValue(func() *[256]rune { return fromCharmap(charmap.Macintosh) })
)

// symbolEncoding is what of the Symbol font occurs in text: Greek by the
// Latin letters of its keys, and the bullet.
var symbolEncoding = sync.OnceValue(func() *[256]rune {
	var e [256]rune
	for i := 0x20; i < 0x40; i++ {
		e[i] = rune(i)
	}
	latin := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	for i, r := range []rune("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ") {
		e[latin[i]] = r
	}
	e[0xb7], e[0xb1], e[0xb4], e[0xa3], e[0xb3], e[0xb0], e[0x2d] = '•', '±', '×', '≤', '≥', '°', '−'
	return &e
})

// baseEncoding returns the encoding of a name, nil where it is not known.
func baseEncoding(name string) *[256]rune {
	switch name {
	case "WinAnsiEncoding":
		return winAnsi()
	case "MacRomanEncoding", "MacExpertEncoding":
		return macRoman()
	case "StandardEncoding":
		return standardEncoding()
	}
	return nil
}

// utf16BE decodes the bytes of big-endian UTF-16.
func utf16BE(b []byte) []rune {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return utf16.Decode(units)
}

// textString decodes a text string of the PDF itself, such as ActualText.
func textString(b []byte) []rune {
	switch {
	case len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff:
		return utf16BE(b[2:])
	case len(b) >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf:
		return []rune(string(b[3:]))
	}
	out := make([]rune, 0, len(b))
	for _, c := range b {
		if r := winAnsi()[c]; r != 0 {
			out = append(out, r)
		}
	}
	return out
}
