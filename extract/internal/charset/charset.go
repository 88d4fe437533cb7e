package charset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
)

// ErrNoText is the error for bytes that are a text in no encoding.
var ErrNoText = errors.New("no text in any encoding")

// Text is decoded text.
type Text struct {
	// Text is valid UTF-8 without byte order mark and without zero
	// characters. Accents, widths and presentation forms are as they were.
	Text string
	// Encoding is the name that IANA registers: "UTF-8", "windows-1251".
	Encoding string
	// Replaced counts the bytes or code units that the encoding does not
	// know; each is U+FFFD in Text, or what Windows-1252 makes of it where
	// the text is UTF-8 in Latin letters; and the characters that were UTF-8
	// twice.
	Replaced int
}

// UTF8 is the name of the encoding that most files are in.
const UTF8 = "UTF-8"

// Decode returns the text that data holds. declared is the encoding that the
// file states of itself, empty where it states none; it is believed only
// where the bytes bear it out. The error is ErrNoText. The text shares the memory
// of data where that is UTF-8 already, as nearly all is: data must not be written
// afterwards.
func Decode(data []byte, declared string) (Text, error) {
	var t Text
	if body := bytes.TrimPrefix(data, []byte(utf8Mark)); isPlain(body) {
		t = shared(body)
	} else if t = decode(data, declared); t.Encoding == "" || garbled(t) {
		return Text{}, ErrNoText
	}
	t = mendControls(mendTwice(t))
	t.Text = newlines(t.Text)
	return t, nil
}

// shared is the text of data that is UTF-8, in the same memory.
func shared(data []byte) Text {
	return Text{Text: unsafe.String(unsafe.SliceData(data), len(data)), Encoding: UTF8}
}

func decode(data []byte, declared string) Text {
	if t, ok := marked(data); ok {
		return t
	}
	zeros := bytes.IndexByte(data, 0) >= 0
	if zeros {
		if t, ok := zeroed(data); ok {
			return t
		}
	}
	if utf8.Valid(data) {
		t := shared(data)
		if zeros {
			t = withoutZeros(t)
		}
		return t
	}
	if mostlyUTF8(data) {
		return withoutZeros(mendUTF8(data))
	}
	if e := named(declared).with(data); e != nil {
		if t := e.decode(data); t.Replaced*maxReplaced <= len(data) {
			return withoutZeros(t)
		}
	}
	if e := likeliest(data); e != nil {
		return withoutZeros(e.decode(data))
	}
	t, _ := unmarkedUTF16(data)
	return t
}

// maxReplaced is how many bytes there must be for each that is not decoded.
const maxReplaced = 20

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\uFEFF"

// marked decodes data that begins with a byte order mark.
func marked(data []byte) (Text, bool) {
	switch {
	case bytes.HasPrefix(data, []byte(utf8Mark)):
		return withoutZeros(mendUTF8(data[len(utf8Mark):])), true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}):
		return withoutZeros(decodeUTF32(data[4:], binary.LittleEndian, "UTF-32LE")), true
	case bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return withoutZeros(decodeUTF32(data[4:], binary.BigEndian, "UTF-32BE")), true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return withoutZeros(decodeUTF16(data[2:], binary.LittleEndian, "UTF-16LE")), true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return withoutZeros(decodeUTF16(data[2:], binary.BigEndian, "UTF-16BE")), true
	}
	return Text{}, false
}

// headBytes is how much of the data the place of its zeros is told from.
const headBytes = 64 << 10

// zeroed decodes UTF-16 and UTF-32 without a mark, told by the places at which
// zero bytes stand: the high halves of Latin letters, digits and blanks.
func zeroed(data []byte) (Text, bool) {
	head := data[:min(len(data), headBytes)&^3]
	if len(data) < 4 {
		head = data[:len(data)&^1]
	}
	var zeros [4]int
	for i, b := range head {
		if b == 0 {
			zeros[i&3]++
		}
	}
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	quarter := len(head) / 4
	var t Text
	switch {
	case zeros[3] == quarter && zeros[2]*10 > quarter*9 && quarter > 0:
		t = decodeUTF32(data, binary.LittleEndian, "UTF-32LE")
	case zeros[0] == quarter && zeros[1]*10 > quarter*9 && quarter > 0:
		t = decodeUTF32(data, binary.BigEndian, "UTF-32BE")
	case odd > 20*even:
		t = decodeUTF16(data, binary.LittleEndian, "UTF-16LE")
	case even > 20*odd:
		t = decodeUTF16(data, binary.BigEndian, "UTF-16BE")
	}
	if plausible(t.Text) {
		return withoutZeros(t), true
	}
	return unmarkedUTF16(data)
}

// unmarkedUTF16 decodes UTF-16 in the order that makes characters of known
// scripts, where zero bytes do not tell it: Han characters have few.
func unmarkedUTF16(data []byte) (Text, bool) {
	head := data[:min(len(data), headBytes)&^1]
	if mostlyASCII(head) {
		return Text{}, false
	}
	little := plausible(decodeUTF16(head, binary.LittleEndian, "").Text)
	big := plausible(decodeUTF16(head, binary.BigEndian, "").Text)
	switch {
	case little && !big:
		return withoutZeros(decodeUTF16(data, binary.LittleEndian, "UTF-16LE")), true
	case big && !little:
		return withoutZeros(decodeUTF16(data, binary.BigEndian, "UTF-16BE")), true
	}
	return Text{}, false
}

// mostlyASCII reports whether seven of ten bytes are printable ASCII, as they
// are in no text of characters of two bytes.
func mostlyASCII(head []byte) bool {
	n := 0
	for _, b := range head {
		if b >= ' ' && b < 0x7F || b == '\n' {
			n++
		}
	}
	return n*10 >= len(head)*7
}

func decodeUTF32(data []byte, order binary.ByteOrder, name string) Text {
	t := Text{Encoding: name}
	var b strings.Builder
	b.Grow(len(data) / 2)
	for ; len(data) >= 4; data = data[4:] {
		r := order.Uint32(data)
		if r > utf8.MaxRune || !utf8.ValidRune(rune(r)) {
			r = utf8.RuneError
			t.Replaced++
		}
		b.WriteRune(rune(r))
	}
	if len(data) > 0 {
		t.Replaced++
	}
	t.Text = b.String()
	return t
}

func decodeUTF16(data []byte, order binary.ByteOrder, name string) Text {
	t := Text{Encoding: name}
	var b strings.Builder
	b.Grow(len(data))
	for ; len(data) >= 2; data = data[2:] {
		r := rune(order.Uint16(data))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if len(data) >= 4 {
				low = rune(order.Uint16(data[2:]))
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				t.Replaced++
			} else {
				data = data[2:]
			}
		}
		b.WriteRune(r)
	}
	if len(data) > 0 { // half a character: the file is cut off
		t.Replaced++
	}
	t.Text = b.String()
	return t
}

// withoutZeros replaces zero characters, which no text has.
func withoutZeros(t Text) Text {
	if n := strings.Count(t.Text, "\x00"); n > 0 {
		t.Text = strings.ReplaceAll(t.Text, "\x00", "\uFFFD")
		t.Replaced += n
	}
	return t
}

// newlines makes line feeds of the carriage returns of a text that ends its
// lines with these alone, as old Macintosh files do. Offsets stay.
func newlines(s string) string {
	if strings.IndexByte(s, '\r') < 0 || strings.IndexByte(s, '\n') >= 0 {
		return s
	}
	return strings.ReplaceAll(s, "\r", "\n")
}

// garbled reports whether what was decoded is no text: more than a few
// characters are control characters or could not be decoded.
func garbled(t Text) bool {
	head := t.Text[:min(len(t.Text), headBytes)]
	return strings.Count(head, "\uFFFD")+controls(head) > max(2, len(head)/maxReplaced)
}

// controls counts the characters that no text has.
func controls(s string) (n int) {
	for i := range len(s) {
		n += int(isControl[s[i]])
	}
	return n
}

// isControl has a 1 for each byte that no text has.
var isControl = func() (is [256]uint8) {
	for c := range is {
		if c < 0x20 && (c < '\b' || c > '\r') && c != 0x1A && c != 0x1B || c == 0x7F {
			is[c] = 1
		}
	}
	return is
}()

// plausible reports whether most characters of the head of a text are of the
// scripts and signs that texts are written in.
func plausible(s string) bool {
	good, all := 0, 0
	for _, r := range s {
		if all++; written(r) {
			good++
		}
		if all == 4096 {
			break
		}
	}
	return all > 0 && good*20 >= all*19
}

// written reports whether r is a character of the scripts that are read, a
// sign or a blank.
func written(r rune) bool {
	switch {
	case r < 0x20:
		return r >= '\t' && r <= '\r' || r == 0x1A
	case r < 0x80, r >= 0xA0 && r < 0x0700, r >= 0x1E00 && r < 0x2400:
		return r != 0x7F
	case r >= 0x3000 && r < 0x3040, r >= 0x4E00 && r < 0xA000, r >= 0xFE30 && r < 0xFFF0, r >= 0xFB00 && r < 0xFE00:
		return true
	}
	return r == 0xFEFF || r >= 0x2460 && r < 0x2800
}
