package char

import "testing"

// TestPairsEnd holds the ends that are found by eight bytes to those by letters, at every
// letter of two scripts and for every length of a text.
func TestPairsEnd(t *testing.T) {
	const all = "Безопасности2 СоветаA/70 Ёлка× Безопасности؟ القرارات، المجلسالأمنA×b الجمعية決议"
	for from, r := range all {
		if r < 0x400 || r >= 0x700 {
			continue
		}
		for to := from + 2; to <= len(all); to++ {
			text, end := []byte(all[:to]), from
			for n := Letter(text, end); n == 2 && text[end]&0xFE == text[from]&0xFE; n = Letter(text, end) {
				end += n
			}
			if got := pairsEnd(text, from); got != end {
				t.Errorf("%q from %d: %d, want %d", text, from, got, end)
			}
		}
	}
}
