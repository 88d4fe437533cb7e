package read

import (
	"bytes"
	"strings"

	"uncite/extract/internal/charset"
	"uncite/extract/internal/markup"
)

// rootElement returns the local name of the element with which a file of XML
// begins, empty where words or anything else stand there: a text that only
// names an element is a text.
func rootElement(head []byte) string {
	// Text begins otherwise: a file of XML with a mark of its encoding, a zero
	// byte, a blank or the first tag.
	if len(head) == 0 || bytes.IndexByte([]byte("<\xEF\xFE\xFF\x00 \t\r\n"), head[0]) < 0 {
		return ""
	}
	t, err := charset.Decode(head, "")
	if err != nil {
		return ""
	}
	begin := strings.TrimLeft(t.Text, " \t\r\n")
	if !strings.HasPrefix(begin, "<") {
		return ""
	}
	for s := markup.NewScanner(begin); ; {
		switch t := s.Next(); {
		case t.Kind == markup.Open:
			return t.Name
		case t.Kind == markup.End || strings.TrimSpace(t.Text) != "":
			return ""
		}
	}
}

// declaredEncoding returns what the declaration of a file of XML says of its
// encoding: <?xml version="1.0" encoding="windows-1251"?>.
func declaredEncoding(data []byte) string {
	if !bytes.HasPrefix(data, []byte("<?xml")) {
		return ""
	}
	declaration, _, _ := bytes.Cut(data[:min(len(data), 200)], []byte("?>"))
	_, value, found := bytes.Cut(declaration, []byte("encoding="))
	if !found || len(value) < 2 {
		return ""
	}
	name, _, _ := bytes.Cut(value[1:], value[:1])
	return string(name)
}
