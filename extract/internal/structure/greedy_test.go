package structure

import (
	"slices"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// wrapped are texts, a paragraph a line, that must have the same paragraphs when a program
// wraps them at any width, with nothing between paragraphs.
var wrapped = map[string]string{
	"en": `A/RES/99/7
United Nations
General Assembly
Wells of the dry valleys and the keepers of the wells of the plain
Resolution adopted by the General Assembly on 3 December 2044
[without reference to a Main Committee (A/99/L.3)]
99/7. Wells of the dry valleys and the keepers of the wells of the plain
The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 on the wells of the dry valleys, in which the General Assembly, at the request of the keepers, had asked the surveyors to count them,
Noting the report of the surveyors¹ who went to the dry valleys in that summer and in the summer before,
¹ A/98/16, annex, which the keepers of the wells had asked for.
Wells of the north
1. Decides to count the wells of the dry valleys again; requests the surveyors to publish what was counted; and invites the keepers to say what they think of it:
(a) In the valleys of the north, where the wells are old;
(b) In the valleys of the south, considering that nobody has counted the wells there;
Wells of the south
2. Requests the surveyors to report on the wells of the dry valleys… to the Assembly at its hundredth session.
3rd plenary meeting
3 December 2044
`,
	"ru": `A/RES/99/7
Организация Объединенных Наций
Генеральная Ассамблея
Комплексный подсчет колодцев сухих долин и последующая деятельность хранителей колодцев равнины в целях сохранения воды
Резолюция, принятая Генеральной Ассамблеей 3 декабря 2044 года
[без передачи в главные комитеты (A/99/L.3)]
99/7. Колодцы сухих долин
Генеральная Ассамблея,
ссылаясь на свою резолюцию 98/7 от 2 декабря 2043 года о колодцах сухих долин, с тем чтобы хранители могли их подсчитать, отмечая при этом, что колодцев стало меньше, с которыми хранители знакомы,
с удовлетворением отмечая доклад землемеров¹,
¹ A/98/16, приложение, о котором просили хранители колодцев.
1. постановляет вновь подсчитать колодцы сухих долин и опубликовать итоги подсчета, подчеркивая роль хранителей, учитывая мнения землемеров, признавая трудности и приветствуя помощь соседей;
2. просит хранителей колодцев:
a) представить доклад о том, сколько колодцев они подсчитали, отмечая число тех, в которых нет воды, и подтверждая прежние данные;
b) сообщить число колодцев;
3. предлагает Генеральному секретарю рассмотреть доклад хранителей… в ходе следующей сессии.
3-е пленарное заседание,
3 декабря 2044 года
`,
	"ar": `A/RES/99/7
الأمم المتحدة
الجمعية العامة
إحصاء آبار الوديان الجافة ومتابعة أعمال حراس الآبار في السهل من أجل المحافظة على المياه فيها
قرار اتخذته الجمعية العامة في 3 كانون الأول/ديسمبر 2044
[دون الإحالة إلى لجنة رئيسية (A/99/L.3)]
99/7 آبار الوديان الجافة
إن الجمعية العامة،
إذ تشير إلى قرارها 98/7 المؤرخ 2 كانون الأول/ديسمبر 2043 بشأن آبار الوديان الجافة، وإذ تلاحظ في هذا الصدد أن الآبار نقص عددها، وإذ ترحب في الوقت نفسه بما فعله الحراس، وإذ تؤكد أهمية هذه الآبار للسكان،
وإذ تحيط علما بتقرير المساحين(¹) الذين زاروا الوديان الجافة في ذلك الصيف،
¹ () A/98/16، المرفق، وهو التقرير الذي طلبه حراس الآبار.
1 - تقرر إحصاء آبار الوديان الجافة مرة أخرى ونشر نتائج الإحصاء باللغات التي يتكلم بها الحراس، وإذ لا يكفي عدد الحراس فإن المساحين يساعدونهم؛
2 - تطلب إلى المساحين تقديم تقرير عن ذلك… إلى الجمعية العامة في دورتها المائة.
الجلسة العامة 3
3 كانون الأول/ديسمبر 2044
`,
	"zh": `A/RES/99/7
联合国
大会
统筹协调地清点干旱山谷水井和采取后续行动以保护平原水井看守人的用水
2044年12月3日大会决议
[未经发交主要委员会而通过(A/99/L.3)]
99/7. 干旱山谷的水井
大会，
回顾其关于干旱山谷水井的2043年12月2日第98/7号决议，并重申水井看守人年事已高，特别是山谷北部的看守人，其中大会，应看守人的请求，请测量员清点水井，为此强调清点的重要性，
注意到测量员的报告，¹ 其中叙述测量员前往干旱山谷清点所有水井的经过，
¹ A/98/16，附件。
1. 决定再次清点干旱山谷的水井；支持看守人参加清点；鼓励测量员公布结果，欢迎邻国提供援助，又重申以往各项决定；
2. 请测量员和看守人：
(a) 清点北部山谷的水井，注意到这些水井年代久远，强调不得遗漏；
(b) 清点南部山谷的水井；
3. 还请秘书长审议报告…，同时考虑到大会第一百届会议的议程。
2044年12月3日
第3次全体会议
`,
}

// long are words of a paragraph that shows at which width lines break.
var long = map[string]string{
	"en": " and the wells of a further valley of the plain together with their keepers",
	"ru": " и колодцы еще одной долины этого края вместе с их хранителями и помощниками",
	"ar": " وآبار واد آخر من وديان هذا السهل مع حراسها ومن يساعدهم في عملهم كل يوم",
	"zh": "和本平原另一山谷的水井以及水井的看守人与其助手",
}

// TestWrapped holds texts that a program wrapped against the same texts unwrapped.
func TestWrapped(t *testing.T) {
	const from, to = 56, 77
	for code, text := range wrapped {
		text = strings.ReplaceAll(text, "…", strings.Repeat(long[code], 16))
		want := paragraphsOf(strings.ReplaceAll(text, "\n", "\n\n"), code)
		for width := from; width <= to; width++ {
			lines, sure := wrap(text, width)
			if have := paragraphsOf(lines, code); sure && have != want {
				t.Errorf("%s at %d columns: have\n%s\nwant\n%s", code, width, have, want)
			}
		}
	}
}

// paragraphsOf tells zone, number and words of the paragraphs of a text, without blanks.
func paragraphsOf(text, code string) string {
	var b strings.Builder
	for _, p := range Documents(&block.Text{Text: text, Lang: code})[0].Paragraphs {
		b.WriteString(string(p.Zone) + " " + p.Number + " ")
		for _, s := range p.Pieces {
			b.WriteString(strings.Join(strings.Fields(text[s.Start:s.End]), ""))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// wrap breaks lines at blanks, and before characters of full width, that take two columns.
// It is not sure of a text in which a paragraph that no number begins stands behind a full line.
func wrap(text string, width int) (lines string, sure bool) {
	var out strings.Builder
	sure = true
	column := 0
	for par := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		first := pieces(par)[0]
		if column+columnsOf(" "+first) > width && strings.IndexAny(first, "0123456789([¹") != 0 {
			sure = false
		}
		column = 0
		for _, piece := range pieces(par) {
			if column > 0 && column+columnsOf(piece) > width {
				out.WriteByte('\n')
				column, piece = 0, strings.TrimLeft(piece, " ")
			}
			out.WriteString(piece)
			column += columnsOf(piece)
		}
		out.WriteByte('\n')
	}
	return out.String(), sure
}

// pieces parts a paragraph where a line may break.
func pieces(par string) []string {
	var all []string
	start := 0
	wide := false
	for i, r := range par {
		if i > start && (r == ' ' || r >= 0x3000 || wide) {
			all = append(all, par[start:i])
			start = i
		}
		wide = r >= 0x3000
	}
	return append(all, par[start:])
}

// columnsOf counts columns.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x3000 {
			n++
		}
	}
	return n
}

// TestParagraphsOnOneLine holds the same texts, all paragraphs on one line, against them: notes, clauses,
// numbered paragraphs and items begin where they did.
func TestParagraphsOnOneLine(t *testing.T) {
	for code, text := range wrapped {
		begins := func(text string) (all []string) {
			for _, p := range Documents(&block.Text{Text: text, Lang: code})[0].Paragraphs {
				if p.Zone != "masthead" && p.Zone != "heading" {
					words := strings.Join(strings.Fields(text[p.Pieces[0].Start:p.Pieces[0].End]), "")
					all = append(all, string(p.Zone)+" "+p.Number+" "+words[:min(len(words), 12)])
				}
			}
			return all
		}
		want := begins(strings.ReplaceAll(text, "\n", "\n\n"))
		if have := begins(strings.ReplaceAll(strings.TrimSpace(text), "\n", " ")); !slices.Equal(have, want) {
			t.Errorf("%s: have\n%s\nwant\n%s", code, strings.Join(have, "\n"), strings.Join(want, "\n"))
		}
	}
}
