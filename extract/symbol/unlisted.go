package symbol

import (
	"fmt"
	"strings"
)

// ScanUnlisted returns the length of what begins at b[0] and has the form of a
// document symbol, though its series is not one that running text is searched
// for: letters, perhaps with a number behind a dot, and at least one more component
// where there is such a number, else two, the last of them a number or a word with
// one. It takes EC-94/DG.2 and PSC/AHG/3 and leaves TCP/IP and 24/7.
func ScanUnlisted(b []byte) (n int, ok bool) {
	root := rootLen(b)
	letters := run(b, upperCase)
	if root < 2 || letters < 2 || letters < root && isRoman(b[:letters]) { // SOLAS regulation XI-1/6
		return 0, false
	}
	least := 3
	if classes[b[root-1]]&digit != 0 {
		least = 2
	}
	p := parts{n: 1, end: root}
	p.comp[0] = span{0, root}
	p.readComponents(b, false)
	if p.n < least || p.end < len(b) && (isLetter(b[p.end]) || b[p.end] == '/') {
		return 0, false
	}
	return p.end, true
}

// WhyUnlisted says why what ScanUnlisted found is not taken for a document of the
// United Nations.
func WhyUnlisted(printed string) string {
	root, _, _ := strings.Cut(printed, "/")
	if s, ok := seriesOf(strings.ToUpper(printed)); ok {
		return fmt.Sprintf("“%s” is a series that is not taken for documents of the United Nations: %s", root, s.english)
	}
	return fmt.Sprintf("no series of United Nations documents begins with “%s”", root)
}

// ScanSpaced is Scan for a symbol whose slashes print set off by blanks, "A / 71 /
// 858". The length is that of b as given.
func ScanSpaced(b []byte) (n int, ok bool) {
	const longest = 64
	var closed [longest]byte
	var at [longest + 1]int // offset in b of each byte of closed
	i, k := 0, 0
	for ; i < len(b) && k < longest; i++ {
		if b[i] == ' ' && i > 0 && (b[i-1] == '/' || i+1 < len(b) && b[i+1] == '/') {
			continue
		}
		at[k], closed[k] = i, b[i]
		k++
	}
	at[k] = i
	if n, ok = Scan(closed[:k]); !ok {
		return 0, false
	}
	return at[n-1] + 1, true
}
