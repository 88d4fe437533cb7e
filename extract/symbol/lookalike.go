package symbol

// capitals are the Cyrillic capitals of lookalikes by their second byte; the
// first is 0xD0 in all but the rare Ѕ.
var capitals = func() (t [256]byte) {
	for _, r := range "АВСЕНКМОРТХІ" {
		c := string(r)
		t[c[1]] = lookalikes.Replace(c)[0]
	}
	return t
}()

// ScanLookalikes is Scan for a symbol in which a Russian keyboard put Cyrillic
// capitals: "А/75/250", "A/С.3/75/L.12". The length is that of b as given.
func ScanLookalikes(b []byte) (n int, ok bool) {
	const longest = 96
	var latin [longest]byte
	var at [longest + 1]int // offset in b of each byte of latin
	i, k := 0, 0
	for ; i < len(b) && k < longest; k++ {
		at[k], latin[k] = i, b[i]
		if i+1 < len(b) && b[i] == 0xD0 && capitals[b[i+1]] != 0 {
			latin[k] = capitals[b[i+1]]
			i++
		}
		i++
	}
	at[k] = i
	n, ok = Scan(latin[:k])
	return at[n], ok
}
