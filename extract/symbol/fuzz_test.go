package symbol

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzSymbol holds three promises on any input: Scan stays inside it and finds
// the same symbol when nothing follows, Parse accepts its own canonical form
// and returns it, and a canonical form has no spaces.
func FuzzSymbol(f *testing.F) {
	for _, s := range []string{
		"A/75/729/Corr.1", "A/77/6 (Sect. 26)", "A/RES/2200 A (XXI)", "A/74/976-S/2020/773", "UNEP(DTIE)/Hg/CONF/4",
		"S/RES/1373", "CTBT-Art.XIV/2019/6", "A/CONF.151/26/Rev.1 (Vol. I and Vol. I/Corr.1)", "60/288", "Ａ/７５/７２９",
		"A/RES/ES-10/15", "GC(64)/RES/10", "IDB.47/3", "S/AC.44/2004/(02)/5", "CAT/C/ITA/CO/5-6", "A/75/6 (المقدمة)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, ok := Scan([]byte(s)); ok {
			if n <= 0 || n > len(s) {
				t.Fatalf("Scan(%q) = %d", s, n)
			}
			if m, _ := Scan(bytes.Clone([]byte(s[:n]))); m != n {
				t.Fatalf("Scan(%q) = %d, of that alone %d", s, n, m)
			}
		}
		sym, err := Parse(s)
		if err != nil {
			return
		}
		if strings.ContainsAny(sym.Canonical, " \t\n") {
			t.Fatalf("Parse(%q) = %q with a space", s, sym.Canonical)
		}
		again, err := Parse(sym.Canonical)
		if err != nil || again.Canonical != sym.Canonical {
			t.Fatalf("Parse(%q) = %q, and of that %q, %v", s, sym.Canonical, again.Canonical, err)
		}
		Check(sym.Canonical, s)
		Link(sym.Canonical)
	})
}
