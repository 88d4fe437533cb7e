package token

import (
	"testing"

	"uncite/extract/authority"
	"uncite/extract/lang"
)

// BenchmarkNewLanguage measures what a language costs before its first text.
func BenchmarkNewLanguage(b *testing.B) {
	entries := authority.Default().Entries()
	for _, code := range lang.Codes {
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewLanguage(code, entries); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
