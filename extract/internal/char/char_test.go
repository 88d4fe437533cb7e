package char

import (
	"testing"
	"unicode/utf8"
)

// TestCounts compares the counts that look at eight bytes at once with those by
// characters, at every place and length.
func TestCounts(t *testing.T) {
	const all = "aé“第2396(2017)号决议” ا\u2028\U0001F30A、。Ａ\ufffd\u3000\u2fff终"
	for from := range all {
		for to := from; to <= len(all); to++ {
			if to < len(all) && !utf8.RuneStart(all[to]) {
				continue
			}
			s, wide := all[from:to], 0
			for _, r := range s {
				if r >= 0x3000 && r <= 0xFFFF {
					wide++
				}
			}
			if got, want := Count(s), utf8.RuneCountInString(s); got != want {
				t.Errorf("Count(%q) = %d, want %d", s, got, want)
			}
			if got := CountWide(s); got != wide {
				t.Errorf("CountWide(%q) = %d, want %d", s, got, wide)
			}
		}
	}
}
