package structure

import (
	"strings"
	"testing"
)

// noted are texts whose notes stand behind the paragraphs that bear their marks, with a clause
// behind each mark that begins as paragraphs do. Its line may be the first behind a full one.
var noted = map[string]string{
	"ru": `A/RES/99/9
Генеральная Ассамблея
99/9. Маяки побережья
Генеральная Ассамблея,
ссылаясь на доклад смотрителей маяков северного побережья за истекший год¹, приветствуя усилия смотрителей маяков и лоцманов,
¹ A/98/31.
напоминая о плане обследования маяков, представленном лоцманами в прошлом году², признавая заслуги всех лоцманов побережья,
² A/98/32.
отмечая, что маяков на этом побережье стало больше,
1. постановляет обследовать маяки… в ходе следующей сессии.
`,
	"ar": `A/RES/99/9
الجمعية العامة
99/9 منارات الساحل
إن الجمعية العامة،
إذ تشير إلى تقرير حراس المنارات في الساحل الشمالي عن السنة الماضية(¹)، وإذ ترحب بجهود حراس المنارات والمرشدين،
¹ () A/98/31.
وإذ تلاحظ خطة معاينة المنارات التي قدمها المرشدون في السنة الماضية(²)، وإذ تسلم بفضل جميع المرشدين على الساحل،
² () A/98/32.
وإذ تؤكد أن عدد المنارات على هذا الساحل قد ازداد،
1 - تقرر معاينة المنارات… في دورتها المقبلة.
`,
	"zh": `A/RES/99/9
大会
99/9. 海岸灯塔
大会，
回顾北部海岸灯塔看守人去年提交的关于各处灯塔状况的报告，¹ 重申灯塔看守人和领航员的工作十分重要，
¹ A/98/31。
注意到领航员去年提出的各处灯塔检查计划，² 强调海岸上全体领航员的功绩，
² A/98/32、A/98/33/Add.1、A/98/34/Add.2、A/98/PV.117、A/98/PV.118、A/98/PV.119和A/98/PV.120。
又注意到该海岸的灯塔数目有所增加，
1. 决定检查灯塔…，并在下届会议上审议。
`,
}

// TestNotesBehind holds wrapped texts with such notes against the same texts unwrapped.
func TestNotesBehind(t *testing.T) {
	for code, text := range noted {
		text = strings.ReplaceAll(text, "…", strings.Repeat(long[code], 16))
		want := paragraphsOf(strings.ReplaceAll(text, "\n", "\n\n"), code)
		for width := 60; width <= 90; width++ {
			lines, sure := wrap(text, width)
			if have := paragraphsOf(lines, code); sure && have != want {
				t.Errorf("%s at %d columns: have\n%s\nwant\n%s", code, width, have, want)
			}
		}
	}
}

// TestChunks wraps Chinese at its rare blanks where it can, by characters, as programs do that
// know no other place: a line that ends in a Chinese sign before its time ends its paragraph.
func TestChunks(t *testing.T) {
	text := strings.ReplaceAll(noted["zh"], "…", strings.Repeat(long["zh"], 16))
	want := paragraphsOf(strings.ReplaceAll(text, "\n", "\n\n"), "zh")
	for width := 40; width <= 90; width++ {
		if have := paragraphsOf(wrapChunks(text, width), "zh"); have != want {
			t.Errorf("at %d characters: have\n%s\nwant\n%s", width, have, want)
		}
	}
}

// wrapChunks breaks lines at blanks, and what is longer than a line where the line is full.
func wrapChunks(text string, width int) string {
	var out strings.Builder
	for par := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		column := 0
		for word := range strings.FieldsSeq(par) {
			chunk := []rune(word)
			switch {
			case column > 0 && column+1+len(chunk) > width && (len(chunk) <= width || column+1 >= width):
				out.WriteByte('\n')
				column = 0
			case column > 0:
				out.WriteByte(' ')
				column++
			}
			for len(chunk) > width-column {
				out.WriteString(string(chunk[:width-column]) + "\n")
				chunk, column = chunk[width-column:], 0
			}
			out.WriteString(string(chunk))
			column += len(chunk)
		}
		out.WriteByte('\n')
	}
	return out.String()
}
