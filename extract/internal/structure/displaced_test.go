package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// zoned returns zone, number and first words of each paragraph below the masthead.
func zoned(text, lang string) (all []string) {
	for _, d := range Documents(&block.Text{Text: text, Lang: lang}) {
		for _, p := range d.Paragraphs {
			words := []rune(strings.ReplaceAll(d.Text[p.Pieces[0].Start:p.Pieces[0].End], "\n", ""))
			all = append(all, string(p.Zone)+" "+p.Number+": "+string(words[:min(len(words), 4)]))
		}
	}
	return all
}

// TestFirstLinesByWidth holds Chinese clauses apart by the width of their first lines, from
// which a program took the blanks, though a line within one begins as a clause does.
func TestFirstLinesByWidth(t *testing.T) {
	const within, first = 42, 39 // signs
	fill := func(words string, n int) string {
		return words + strings.Repeat("井", n-len([]rune(words))) + "\n"
	}
	text := "A/RES/99/7\n\n大会\n\n99/7. 旱谷水井\n\n大会，\n"
	for range 5 {
		text += fill("回顾", first) + fill("谷", within) + fill("谷", within) + fill("谷", within) + "谷中水井，\n"
	}
	text += fill("欢迎", first) + strings.Replace(fill("谷", within), "井\n", "，\n", 1) + fill("重申谷中", within) + "谷中水井，\n"
	text += fill("又认识到", first) + strings.Replace(fill("谷", within), "井\n", "，\n", 1) + fill("在这方面注意到", first) + "谷中水井，\n"
	text += "1. 决定清点水井。\n"
	got := strings.Join(zoned(text, "zh"), "\n")
	for _, want := range []string{"preamble p6: 欢迎井井", "preamble p7: 又认识到", "preamble p8: 在这方面", "operative 1: 决定清点"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestDisplacedNumbers gives a paragraph its number where a program wrote it above the end of
// the paragraph, or below its beginning.
func TestDisplacedNumbers(t *testing.T) {
	zh := "A/RES/99/7\n\n大会\n\n99/7. 旱谷水井\n\n大会，\n"
	for range 3 {
		zh += "回顾" + strings.Repeat("井", 38) + "\n" + strings.Repeat("谷", 42) + "\n" + strings.Repeat("谷", 42) + "\n谷中水井，\n"
	}
	zh += "1.\n决定清点" + strings.Repeat("井", 36) + "\n" + strings.Repeat("谷", 42) + "\n谷中水井；\n2.\n个旱谷；\n\n" +
		"又决定" + strings.Repeat("井", 37) + "\n\n3.\n请秘书长清点" + strings.Repeat("井", 34) + "\n谷中水井。\n"
	line := strings.Repeat("بئر الوادي ", 8)
	ar := "A/RES/99/7\n\nالجمعية العامة\n\n99/7 - آبار الأودية\n\nإن الجمعية العامة،\n"
	for range 3 {
		ar += "وإذ تشير إلى " + line + "\n" + "بئر الوادي بئر الوادي" + "\n" + line + "بئر الوادي" + "\nآبار الأودية،\n"
	}
	ar += "1 -\nتقرر عد " + line + "\n" + line + "بئر الوادي" + "\nآبار الأودية؛\nتطلب إلى الأمين العام " + line + "\n2 -\n" + line + "بئر الوادي" + "\nآبار الأودية؛\n"
	for _, tt := range []struct{ lang, text, want string }{
		{"zh", zh, "operative 2: 又决定井"},
		{"ar", ar, "operative 2: تطلب"},
	} {
		if got := strings.Join(zoned(tt.text, tt.lang), "\n"); !strings.Contains(got, tt.want) {
			t.Errorf("%s: no %q in\n%s", tt.lang, tt.want, got)
		}
	}
}
