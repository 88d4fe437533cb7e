package render

import (
	"encoding/xml"
	"strings"
)

// escape makes s fit for XML text and attributes. What XML 1.0 cannot hold
// at all becomes U+FFFD.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes every write
	return b.String()
}

// needsEscape is false for printable ASCII without the signs of XML, true
// for anything that escape might change.
func needsEscape(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c > '~', c == '<', c == '>', c == '&', c == '"', c == '\'':
			return true
		}
	}
	return false
}
