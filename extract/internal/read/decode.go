package read

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxBytes is the largest file that is read. UN documents are a thousand
// times smaller; what is larger is a dump or a mistake, and must be split.
const MaxBytes = 256 << 20

// signatures are the first bytes of files that are often given in place of
// their text, with the way to get at the text.
var signatures = []struct{ magic, name, remedy string }{
	{"PK\x03\x04", "a ZIP archive or an Office document", "save it as plain text, or unpack it"},
	{"\xD0\xCF\x11\xE0", "an old Office document", "save it as plain text"},
	{"\x1F\x8B", "a gzip archive", "unpack it first"},
	{"{\\rtf", "an RTF document", "save it as plain text"},
}

// decode returns data as a string of valid UTF-8 without byte order mark.
// UTF-16 is decoded where a byte order mark announces it.
func decode(data []byte) (string, error) {
	if len(data) > MaxBytes {
		return "", tooLarge(int64(len(data)))
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return "", &Error{Kind: ErrBinary, Detail: s.name, Remedy: s.remedy}
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decodeUTF16(data, binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeUTF16(data, binary.BigEndian)
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", &Error{Kind: ErrBinary, Place: fmt.Sprintf("byte %d", i), Detail: "a zero byte",
			Remedy: "give a text in UTF-8, or in UTF-16 with a byte order mark"}
	}
	if !utf8.Valid(data) {
		return "", invalidUTF8(data)
	}
	return whole(string(data))
}

// whole refuses a text in which there is nothing to read.
func whole(text string) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", &Error{Kind: ErrEmpty, Remedy: "check that the text was saved or extracted"}
	}
	return text, nil
}

func invalidUTF8(data []byte) error {
	offset := 0
	for offset < len(data) {
		r, n := utf8.DecodeRune(data[offset:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		offset += n
	}
	return &Error{Kind: ErrEncoding, Place: fmt.Sprintf("byte %d", offset),
		Detail: fmt.Sprintf("0x%02X is not UTF-8", data[offset]),
		Remedy: "convert it, for example with iconv -t UTF-8"}
}

// decodeUTF16 reads what follows the two bytes of the byte order mark.
func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 != 0 {
		return "", &Error{Kind: ErrEncoding, Place: fmt.Sprintf("byte %d", len(data)-1),
			Detail: "UTF-16 with an odd number of bytes", Remedy: "the file is cut off; get it again"}
	}
	var b strings.Builder
	b.Grow(len(data))
	for i := 2; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(data) {
				low = rune(order.Uint16(data[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				return "", &Error{Kind: ErrEncoding, Place: fmt.Sprintf("byte %d", i),
					Detail: "half of a UTF-16 pair", Remedy: "convert the file to UTF-8 with the program that wrote it"}
			}
			i += 2
		}
		if r == 0 {
			return "", &Error{Kind: ErrBinary, Place: fmt.Sprintf("byte %d", i), Detail: "a zero character",
				Remedy: "give a text in UTF-8, or in UTF-16 with a byte order mark"}
		}
		b.WriteRune(r)
	}
	return whole(b.String())
}

func tooLarge(size int64) error {
	return &Error{Kind: ErrTooLarge, Detail: fmt.Sprintf("%d MB, the limit is %d MB", size>>20, MaxBytes>>20),
		Remedy: "split it into one file a document"}
}
