package render

import (
	"encoding/binary"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"uncite/extract/record"
)

// jsonlChunk is how many bytes are gathered before they are written.
const jsonlChunk = 1 << 16

// referenceJSONL writes references as lines of JSON without reflection: a
// corpus has millions of them.
type referenceJSONL struct {
	w   io.Writer
	buf []byte
	// begin is how the line of the last reference begins, which those of one document share,
	// and of what.
	begin                  []byte
	source, document, lang string
}

func newReferenceJSONL(w io.Writer) ReferenceWriter {
	return &referenceJSONL{w: w, buf: make([]byte, 0, jsonlChunk+4096)}
}

func (j *referenceJSONL) Write(r *record.Reference) error {
	if len(j.begin) == 0 || r.Source != j.source || r.Document != j.document || r.Lang != j.lang {
		j.begin = appendDocument(j.begin[:0], r)
		// Copies: the reference may be one of a block that is read into again.
		j.source, j.document, j.lang = strings.Clone(r.Source), strings.Clone(r.Document), strings.Clone(r.Lang)
	}
	j.buf = append(appendCitation(append(j.buf, j.begin...), r), '\n')
	if len(j.buf) < jsonlChunk {
		return nil
	}
	return j.Close()
}

func (j *referenceJSONL) Close() error {
	if len(j.buf) == 0 {
		return nil
	}
	_, err := j.w.Write(j.buf)
	j.buf = j.buf[:0]
	return err
}

// AppendReference appends a reference as one JSON object without a line end,
// with the fields and bytes that encoding/json gives when it does not escape
// for HTML. It may be called at the same time on different buffers.
func AppendReference(dst []byte, r *record.Reference) []byte {
	return appendCitation(appendDocument(dst, r), r)
}

// appendDocument appends the first fields of a reference, those of its document.
func appendDocument(dst []byte, r *record.Reference) []byte {
	dst = appendField(dst, `{"source":`, r.Source)
	dst = appendField(dst, `,"document":`, r.Document)
	return appendField(dst, `,"lang":`, r.Lang)
}

// appendCitation appends the fields behind those of the document, and the end.
func appendCitation(dst []byte, r *record.Reference) []byte {
	dst = appendField(dst, `,"zone":`, string(r.Zone))
	dst = appendField(dst, `,"paragraph":`, r.Paragraph)
	if r.Section != "" {
		dst = appendField(dst, `,"section":`, r.Section)
	}
	dst = appendField(dst, `,"kind":`, string(r.Kind))
	dst = appendField(dst, `,"target":`, r.Target)
	dst = appendField(dst, `,"symbol":`, r.Symbol)
	dst = appendField(dst, `,"pinpoint":`, r.Pinpoint)
	dst = appendField(dst, `,"treatment":`, r.Treatment)
	dst = appendField(dst, `,"verb":`, r.Verb)
	dst = appendField(dst, `,"text":`, r.Text)
	dst = strconv.AppendInt(append(dst, `,"start":`...), int64(r.Start), 10)
	dst = strconv.AppendInt(append(dst, `,"end":`...), int64(r.End), 10)
	dst = appendField(dst, `,"date":`, r.Date)
	dst = appendField(dst, `,"rule":`, r.Rule)
	dst = appendField(dst, `,"status":`, string(r.Status))
	dst = appendField(dst, `,"note":`, r.Note)
	if r.Title != "" {
		dst = appendField(dst, `,"title":`, r.Title)
	}
	for i, a := range r.Aliases {
		before := `,"aliases":[`
		if i > 0 {
			before = ","
		}
		dst = appendField(dst, before, a)
	}
	if len(r.Aliases) > 0 {
		dst = append(dst, ']')
	}
	if r.Agenda != "" {
		dst = appendField(dst, `,"agenda":`, r.Agenda)
	}
	if r.Replaced != 0 {
		dst = strconv.AppendInt(append(dst, `,"replaced":`...), int64(r.Replaced), 10)
	}
	return append(dst, '}')
}

func appendField(dst []byte, name, value string) []byte {
	if value == "" { // as every second one
		return append(append(dst, name...), '"', '"')
	}
	return appendJSONString(append(dst, name...), value)
}

// appendJSONString appends s as a JSON string, escaped as encoding/json does.
func appendJSONString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c, size := s[i], 1
		switch {
		case plainASCII[c]:
			if i++; i < len(s) && plainASCII[s[i]] {
				i = plainText(s, i)
			}
			continue
		case isPair(s, i):
			i = plainPairs(s, i+2)
			continue
		case isWide(s, i):
			i += 3
			continue
		case c >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); !(r == utf8.RuneError && size == 1) && r != '\u2028' && r != '\u2029' {
				i += size
				continue
			}
		}
		dst = appendEscape(append(dst, s[from:i]...), s[i:i+size])
		i += size
		from = i
	}
	return append(append(dst, s[from:]...), '"')
}

// plainText returns the end of the text from i on that is plain ASCII. It looks at
// eight bytes at once.
func plainText(s string, i int) int {
	for i+8 <= len(s) && unescaped(eight(s[i:])) {
		i += 8
	}
	if i+8 > len(s) && len(s) >= 8 && unescaped(eight(s[len(s)-8:])) {
		return len(s)
	}
	for i < len(s) && plainASCII[s[i]] {
		i++
	}
	return i
}

// unescaped reports whether eight bytes are plain ASCII, which stands for itself.
func unescaped(v uint64) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	quote, slash := v^'"'*ones, v^'\\'*ones
	return (v|(v-' '*ones)|(quote-ones)|(slash-ones))&highs == 0
}

// eight returns the first eight bytes of s, the first one lowest.
func eight(s string) uint64 {
	return binary.LittleEndian.Uint64([]byte(s[:8]))
}

// isPair reports whether a character of two bytes stands at s[i]: Cyrillic, Arabic, Latin
// letters with marks.
func isPair(s string, i int) bool {
	return s[i] >= 0xC2 && s[i] <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80
}

// plainPairs returns the end of the text from i on that is characters of two bytes. It
// looks at four of them at once.
func plainPairs(s string, i int) int {
	const (
		marks, pairs = 0xC0E0C0E0C0E0C0E0, 0x80C080C080C080C0 // the bits that tell such characters
		above        = 0x001E001E001E001E                     // and of which a first byte from 0xC2 on has one
		carry, over  = 0x00FE00FE00FE00FE, 0x0100010001000100
	)
	for i+8 <= len(s) {
		if v := eight(s[i:]); v&marks != pairs || (v&above+carry)&over != over {
			break
		}
		i += 8
	}
	for i < len(s) && isPair(s, i) {
		i += 2
	}
	return i
}

// isWide reports whether a character of three bytes stands at s[i] that is plainly one and none
// of those to be escaped: Chinese ones, quotation marks, dashes.
func isWide(s string, i int) bool {
	if s[i] < 0xE2 || s[i] > 0xEC || i+2 >= len(s) || s[i+1]&0xC0 != 0x80 || s[i+2]&0xC0 != 0x80 {
		return false
	}
	return s[i] != 0xE2 || s[i+1] != 0x80 || s[i+2]&^1 != 0xA8 // the ends of lines and paragraphs
}

// plainASCII is true of the bytes that stand for themselves.
var plainASCII = func() (plain [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\'
	}
	return plain
}()

// appendEscape appends the escape of the character s, which needs one.
func appendEscape(dst []byte, s string) []byte {
	switch s[0] {
	case '"', '\\':
		return append(dst, '\\', s[0])
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	const digits = "0123456789abcdef"
	if s[0] < ' ' {
		return append(dst, '\\', 'u', '0', '0', digits[s[0]>>4], digits[s[0]&15])
	}
	switch s {
	case "\u2028":
		return append(dst, `\u2028`...)
	case "\u2029":
		return append(dst, `\u2029`...)
	}
	return append(dst, `\ufffd`...)
}
