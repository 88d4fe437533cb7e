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
