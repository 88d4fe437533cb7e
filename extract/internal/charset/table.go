package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// scheme is an encoding that is neither UTF-8 nor told by its zero bytes.
type scheme struct {
	name string
	// aliases are other names under which files declare it, in lower case.
	aliases []string
	single  *charmap.Charmap  // of one byte a character, or
	several encoding.Encoding // of several
}

// schemes are in the order in which one is preferred to another that makes
// the same characters of a text. A new encoding is one row here.
var schemes = []*scheme{
	{"ISO-8859-1", []string{"latin1", "l1"}, charmap.ISO8859_1, nil},
	{"windows-1252", []string{"cp1252", "ansi", "1252"}, charmap.Windows1252, nil},
	{"ISO-8859-15", []string{"latin9"}, charmap.ISO8859_15, nil},
	{"windows-1251", []string{"cp1251", "1251"}, charmap.Windows1251, nil},
	{"KOI8-R", []string{"koi8r", "koi8"}, charmap.KOI8R, nil},
	{"ISO-8859-5", []string{"cyrillic"}, charmap.ISO8859_5, nil},
	{"IBM866", []string{"cp866", "866"}, charmap.CodePage866, nil},
	{"macintosh", []string{"macroman", "x-mac-roman", "10000"}, charmap.Macintosh, nil},
	{"x-mac-cyrillic", []string{"maccyrillic"}, charmap.MacintoshCyrillic, nil},
	{"windows-1256", []string{"cp1256", "1256"}, charmap.Windows1256, nil},
	{"ISO-8859-6", []string{"arabic"}, charmap.ISO8859_6, nil},
	{"GB18030", []string{"gbk", "gb2312", "gb_2312-80", "cp936", "936", "x-gbk", "euc-cn"}, nil, simplifiedchinese.GB18030},
	{"Big5", []string{"big5-hkscs", "cp950", "950"}, nil, traditionalchinese.Big5},
	{"IBM850", []string{"cp850", "850"}, charmap.CodePage850, nil},
	{"windows-1250", []string{"cp1250", "1250"}, charmap.Windows1250, nil},
	{"windows-1253", []string{"cp1253", "1253"}, charmap.Windows1253, nil},
	{"windows-1254", []string{"cp1254", "iso-8859-9", "1254"}, charmap.Windows1254, nil},
	{"windows-1255", []string{"cp1255", "1255"}, charmap.Windows1255, nil},
}

// named returns the scheme that a file declares under the name, or nil.
func named(name string) *scheme {
	name = strings.ToLower(strings.Trim(name, " \t\"'"))
	if name == "" {
		return nil
	}
	for _, e := range schemes {
		if strings.EqualFold(name, e.name) {
			return e
		}
		for _, a := range e.aliases {
			if a == name {
				return e
			}
		}
	}
	return nil
}

// DecodeAs decodes data that is in the encoding of that name without doubt,
// as the bytes of an RTF or Word file are; an encoding that is not known is
// taken for Windows-1252.
func DecodeAs(data []byte, name string) string {
	e := named(name)
	if e == nil {
		e = named("windows-1252")
	}
	return e.decode(data).Text
}

func (e *scheme) decode(data []byte) Text {
	t := Text{Encoding: e.name}
	if e.single == nil {
		// The decoder of x/text never fails: it replaces.
		out, _ := e.several.NewDecoder().Bytes(data)
		t.Text, t.Replaced = string(out), strings.Count(string(out), "\uFFFD")
		return t
	}
	var b strings.Builder
	b.Grow(len(data) + len(data)/2)
	for _, c := range data {
		if c < utf8.RuneSelf {
			b.WriteByte(c)
			continue
		}
		r := e.single.DecodeByte(c)
		if r == utf8.RuneError {
			t.Replaced++
		}
		b.WriteRune(r)
	}
	t.Text = b.String()
	return t
}
