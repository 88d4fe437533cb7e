package symbol

import "slices"

// capitals and greek are the Cyrillic and the Greek capitals of lookalikes by their second
// byte; the first is 0xD0 or 0xCE.
var capitals, greek = bySecond("АВСЕНКМОРТХІЅ"), bySecond("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")

func bySecond(letters string) (t [256]byte) {
	for _, r := range letters {
		c := string(r)
		t[c[1]] = lookalikes.Replace(c)[0]
	}
	return t
}

// latinFor returns the Latin letter for one of two bytes that stands for it: a
// Cyrillic or Greek capital, or the É of an accented "Rés"; 0 where it is none.
func latinFor(lead, trail byte) byte {
	const latin1, capitalE, smallE = 0xC3, 0x89, 0xA9
	switch {
	case lead == 0xD0:
		return capitals[trail]
	case lead == 0xCE:
		return greek[trail]
	case lead == latin1 && trail == capitalE:
		return 'E'
	case lead == latin1 && trail == smallE:
		return 'e'
	}
	return 0
}

// mixed reports whether the unbroken run of letters, figures and slashes at the start
// of b has a letter that ScanLookalikes reads as a Latin one.
func mixed(b []byte) bool {
	const longest = 48
	for i := 0; i+1 < len(b) && i < longest && (isAlnum(b[i]) || b[i] == '/' || b[i] == '.' || b[i] >= 0x80); i++ {
		if latinFor(b[i], b[i+1]) != 0 {
			return true
		}
	}
	return false
}

// ScanMixed is Scan, and ScanLookalikes where Scan stops at such a letter.
func ScanMixed(b []byte) (n int, ok bool) {
	n, ok = Scan(b)
	if at := max(n, 1); at < len(b) && (b[at] == '/' || b[at] >= 0x80) && mixed(b[at:]) {
		return ScanLookalikes(b)
	}
	return n, ok
}

// ScanLookalikes is Scan for a symbol in which a Russian keyboard put Cyrillic
// capitals: "А/75/250", "A/С.3/75/L.12". The length is that of b as given.
func ScanLookalikes(b []byte) (n int, ok bool) { return scanLatin(b, Scan) }

// ScanOwn is ScanLookalikes for the head of a document, where symbols of every
// series stand, those too that running text is not searched for.
func ScanOwn(b []byte) (n int, ok bool) {
	return scanLatin(b, func(b []byte) (int, bool) {
		var p parts
		if len(b) < 4 || !isUpper(b[0]) || !p.read(b, false) {
			return 0, false
		}
		return p.end, true
	})
}

// scanLatin scans b with the Latin letters in place of those that look so.
func scanLatin(b []byte, scan func([]byte) (int, bool)) (n int, ok bool) {
	const longest = 96
	if near := b[:min(len(b), longest)]; !slices.ContainsFunc(near, func(c byte) bool { return c >= 0x80 }) {
		return scan(near)
	}
	var latin [longest]byte
	var at [longest + 1]int // offset in b of each byte of latin
	i, k := 0, 0
	for ; i < len(b) && k < longest; k++ {
		at[k], latin[k] = i, b[i]
		if i+1 < len(b) && b[i] >= 0x80 {
			if c := latinFor(b[i], b[i+1]); c != 0 {
				latin[k] = c
				i++
			}
		}
		i++
	}
	at[k] = i
	n, ok = scan(latin[:k])
	return at[n], ok
}
