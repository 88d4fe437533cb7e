package normal

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAdd(t *testing.T) {
	tests := []struct{ protects, source, want string }{
		{"full-width digits and brackets", "１３７３（２００１）", "1373(2001)"},
		{"Arabic-Indic digits", "القرار ١٣٧٣ (٢٠٠١)", "القرار 1373 (2001)"},
		{"extended Arabic-Indic digits", "۶۰/۲۸۸", "60/288"},
		{"non-breaking and narrow blanks", "60/288\u00a0A\u202fand", "60/288 A and"},
		{"a run of blanks and lines is one blank", "resolution \n\t 60/288", "resolution 60/288"},
		{"a number broken behind its slash", "60/\n288", "60/288"},
		{"a number broken before its slash", "60\n/288", "60/288"},
		{"a symbol broken behind a slash", "A/\nRES/60/288", "A/RES/60/288"},
		{"a slash at a line's end in prose stays apart", "and/\nor", "and/ or"},
		{"a compound broken behind its hyphen", "Non-\nProliferation", "Non-Proliferation"},
		{"a dash at a line's end stays apart", "lamps -\noil", "lamps - oil"},
		{"dashes of all kinds", "Add.1–3—4−5", "Add.1-3-4-5"},
		{"a soft hyphen is nothing", "resolu\u00adtion", "resolution"},
		{"bidirectional marks are nothing", "\u200f1373\u200e (2001)\u202c", "1373 (2001)"},
		{"curly apostrophes", "l’Assemblée", "l'Assemblée"},
		{"vowel signs and tatweel of Arabic", "قـَرار", "قرار"},
		{"hamza on alef may be left out", "الأمن", "الامن"},
		{"Arabic letters in their printed forms", "ﻷﻣﻦ", "لامن"},
		{"yo is ye", "трёх", "трех"},
		{"decomposed accents are those of the letters", "re\u0301solution, nin\u0303o, e\u0302\u0301", "résolution, niño, ế"},
		{"short i and yo in two pieces", "мои\u0306 трe\u0308х", "мой трех"},
		{"yo in two pieces is ye", "тре\u0308х", "трех"},
		{"Latin letters of the same look in a Cyrillic word", "pезолюция, Cовет, пocтaновил", "резолюция, Совет, постановил"},
		{"symbols and words of both scripts stay", "А/RES/70/1, СOVID, НRС, веб-page", "А/RES/70/1, СOVID, НRС, веб-page"},
		{"hamza apart", "ا\u0654لأمن, و\u0654", "الامن, ؤ"},
		{"a mark of stress is nothing", "замо\u0301к", "замок"},
		{"ligatures of print are their letters", "Oﬃce, aﬀairs, ﬁnal", "Office, affairs, final"},
		{"a Roman numeral in one character", "Part Ⅳ", "Part IV"},
		{"a soft hyphen is nothing within a line", "co\u00ADoperation", "cooperation"},
		{"at the end of one it is that of a word", "Secretary\u00AD\nGeneral, Counter\u00AD\r\nTerrorism", "Secretary-General, Counter-Terrorism"},
		{"radicals and doubles of Han", "⽇本,金", "日本,金"},
		{"a blank between two Chinese characters is nothing", "《 大 会 》 的", "《大会》的"},
		{"raised letters mark notes of tables", "75/243ᵃ", "75/243"},
		{"superscripts become note digits", "word¹²", "word\x11\x12"},
		{"a Markdown escape", `2354\(2017\)`, "2354(2017)"},
		{"a Markdown link", `第 [2354\(2017\)](#) 号`, "第 2354(2017) 号"},
		{"an escaped bracket stands for itself", `\[A/75/L.105\]`, "[A/75/L.105]"},
		{"bold marks", "**回顾**其", "回顾其"},
		{"brackets that are no link", "[A/75/L.105]", "[A/75/L.105]"},
		{"a bracket without end", "[[[[(", "[[[[("},
		{"a backslash at the end", `a\`, `a\`},
	}
	for _, test := range tests {
		var text Text
		text.Add(test.source, 0, len(test.source))
		if got := string(text.Bytes); got != test.want {
			t.Errorf("%s: %q becomes %q, want %q", test.protects, test.source, got, test.want)
		}
	}
}

func TestSpan(t *testing.T) {
	tests := []struct{ protects, source, find, want string }{
		{"the escapes inside belong to the words", `见第 [2354\(2017\)](#) 号决议。`, "第 2354(2017) 号决议", `第 [2354\(2017\)](#) 号决议`},
		{"the mark of a link before the words does not", "[S/2017/375](#)，附件", "S/2017/375", "S/2017/375"},
		{"a full-width bracket is whole", "第１３７３（２００１）号", "1373(2001)", "１３７３（２００１）"},
		{"marks after the last character stay outside", "\u200f1373 (2001)\u200f.", "1373 (2001)", "1373 (2001)"},
		{"lines inside", "resolution\n   60/\n288.", "resolution 60/288", "resolution\n   60/\n288"},
		{"accents belong to the letter before them", "del Peru\u0301.", "del Perú", "del Peru\u0301"},
		{"behind an accent offsets are right", "l'e\u0301te\u0301 64/292 là", "64/292", "64/292"},
		{"a ligature is whole", "the Oﬃce of", "Office", "Oﬃce"},
		{"letters of several bytes at both ends", "«резолюцию»", "резолюцию", "резолюцию"},
	}
	for _, test := range tests {
		var text Text
		text.Add(test.source, 0, len(test.source))
		i := strings.Index(string(text.Bytes), test.find)
		if i < 0 {
			t.Errorf("%s: %q not in %q", test.protects, test.find, text.Bytes)
			continue
		}
		start, end := text.Span(test.source, i, i+len(test.find))
		if got := test.source[start:end]; got != test.want {
			t.Errorf("%s: span %q, want %q", test.protects, got, test.want)
		}
	}
}

// FuzzAdd checks that every normalised byte leads back to a place inside the
// source, in order, and that two pieces give what one text gives.
func FuzzAdd(f *testing.F) {
	for _, s := range []string{"第 [2354\\(2017\\)](#) 号", "١٣٧٣ (٢٠٠١)", "a\r\n\r\n60/\n288", "\u200f¹²\u00a0", "[[](", "\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) {
			t.Skip("the reader lets no invalid UTF-8 through")
		}
		var text Text
		text.Add(source, 0, len(source))
		last := -1
		for i := range text.Bytes {
			at := text.Source(i)
			if at < last || at >= len(source) {
				t.Fatalf("byte %d of %q comes from %d, the one before from %d", i, text.Bytes, at, last)
			}
			if text.Bytes[i]&0xC0 != 0x80 {
				last = at
			}
		}
		if n := len(text.Bytes); n > 0 {
			if start, end := text.Span(source, 0, n); start < 0 || end > len(source) || start > end {
				t.Fatalf("span %d to %d of %d bytes", start, end, len(source))
			}
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	for _, text := range []struct{ lang, source string }{
		{"en", strings.Repeat("Recalling its resolution 60/288 of 8 September 2006, ", 2000)},
		{"ru", strings.Repeat("ссылаясь на свою резолюцию 60/288 от 8 сентября 2006 года, ", 2000)},
		{"ar", strings.Repeat("وإذ تشير إلى قرارها 60/288 المؤرخ 8 أيلول/سبتمبر 2006، ", 2000)},
		{"zh", strings.Repeat("回顾其2006年9月8日第60/288号决议，", 2000)},
	} {
		b.Run(text.lang, func(b *testing.B) {
			var t Text
			b.SetBytes(int64(len(text.source)))
			for b.Loop() {
				t.Reset()
				t.Add(text.source, 0, len(text.source))
			}
		})
	}
}

// TestPlainLatin holds the look at eight bytes at once against the look at each.
func TestPlainLatin(t *testing.T) {
	blocks := []string{"in  annex", "à lava le", "à lava", "à à à b", "à  lava", "l'été à Genève, le 3 mai"}
	for at := range 9 {
		for b := range 256 {
			block := []byte("60/288-a-")
			block[at] = byte(b)
			blocks = append(blocks, string(block))
		}
	}
	for _, block := range blocks {
		got, want := plainLatin(block, 0), plainHead(block)
		if want > 0 && want < len(block) && cyrillicLead(block[want]) {
			want-- // a letter of ASCII may be a twin
		}
		if got != want {
			t.Errorf("%q: %d are plain, want %d", block, got, want)
		}
	}
}
