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

// setApart are more texts, with what looks like the beginning of something else at the start
// of a line: dates, numbers, names of bodies, meetings, annexes.
var setApart = map[string]string{
	"en": `A/RES/99/8
General Assembly
Resolution adopted by the General Assembly on 4 December 2044
99/8. Keepers of the wells
The General Assembly,
Recalling goal 1 of the plan of the wells¹ and goals 2 and 3 thereof, as adopted at its 30th meeting, on 5 May 2043, by the General Assembly, annex and all, at which the keepers, 12 of them, spoke, on Monday, 3 June, and on Tuesday, 4 June 2043, in the hall of the plain,
¹ A/98/17, sect. I, paras. 4 and 5, and A/98/18, vol. II, sect. I.
² A/98/19, para. 7.
Noting the final document of the meeting of 2040, which was held on 6 July 2040 at the third plenary meeting of the General Assembly,²
1. Decides that the meeting, on Monday, 22 November, and on Tuesday, 23 November 2044, shall count the wells, 1. being the first of them, in the annex to resolution 98/7, and that annex II stays;
2. Requests the keepers to report.³
³ See the decision of 2 May.
3rd plenary meeting
4 December 2044
Annex
Plan of the wells
1. The wells are counted on 1 May, 1 June and 1 July of each year, in article 5 of the plan and chapter IV of the report.
`,
	"fr": `A/RES/99/8
Assemblée générale
Résolution adoptée par l’Assemblée générale le 4 décembre 2044
99/8. Les gardiens des puits
L’Assemblée générale,
Rappelant l’objectif 1 du plan des puits¹ ainsi que les objectifs 2 et 3, tels que l’Assemblée générale, à sa 30e séance plénière, le 5 mai 2043, les a adoptés, annexe comprise, séance à laquelle 12 gardiens ont parlé, le lundi 3 juin et le mardi 4 juin 2043, dans la salle de la plaine,
¹ A/98/17, sect. I, par. 4 et 5.
Notant le document final de la réunion de 2040,
1. Décide que la réunion, le lundi 22 novembre et le mardi 23 novembre 2044, comptera les puits, 1. étant le premier, dans l’annexe de la résolution 98/7 ;
2. Prie les gardiens de faire rapport.
3e séance plénière
4 décembre 2044
`,
	"es": `A/RES/99/8
Asamblea General
Resolución aprobada por la Asamblea General el 4 de diciembre de 2044
99/8. Los guardianes de los pozos
La Asamblea General,
Recordando el objetivo 1 del plan de los pozos¹ y los objetivos 2 y 3, que la Asamblea General, en su 30ª sesión plenaria, de 5 de mayo de 2043, hizo suyos, con el anexo, sesión en la que hablaron 12 guardianes, el lunes 3 de junio y el martes 4 de junio de 2043, en la sala de la llanura,
¹ A/98/17, secc. I, párrs. 4 y 5.
Observando el documento final de la reunión de 2040,
1. Decide que la reunión, el lunes 22 de noviembre y el martes 23 de noviembre de 2044, contará los pozos, siendo 1. el primero, en el anexo de la resolución 98/7, de la Asamblea General, de 21 de abril de 2044, sobre los pozos;
2. Solicita a los guardianes que informen.
3ª sesión plenaria
4 de diciembre de 2044
`,
	"ru": `A/RES/99/8
Генеральная Ассамблея
Резолюция, принятая Генеральной Ассамблеей 4 декабря 2044 года
99/8. Хранители колодцев
Генеральная Ассамблея,
ссылаясь на цель 1 плана колодцев¹ и цели 2 и 3 этого плана, принятые Генеральной Ассамблеей на ее 30-м пленарном заседании, 5 мая 2043 года, с приложением, на котором выступили 12 хранителей, в понедельник, 3 июня, и во вторник, 4 июня 2043 года, в зале равнины,
¹ A/98/17, раздел I, пункты 4 и 5.
ссылаясь далее на итоговый документ совещания 2040 года, принятый 6 июля 2040 года на пленарном заседании высокого уровня Генеральной Ассамблеи,
1. постановляет, что совещание в понедельник, 22 ноября, и во вторник, 23 ноября 2044 года, подсчитает колодцы, 1. из которых первый, в приложении к резолюции 98/7, отмечая при этом, что колодцев мало;
2. просит хранителей представить доклад.
3-е пленарное заседание,
4 декабря 2044 года
`,
	"ar": `A/RES/99/8
الجمعية العامة
قرار اتخذته الجمعية العامة في 4 كانون الأول/ديسمبر 2044
99/8 حراس الآبار
إن الجمعية العامة،
إذ تشير إلى الهدف 1 من خطة الآبار(¹) والهدفين 2 و 3 منها، وإذ تشير إلى أن الجمعية العامة، في جلستها العامة 30، المعقودة في 5 أيار/مايو 2043، اعتمدتها مع المرفق، وإذ تلاحظ أن 12 حارسا تكلموا فيها، يوم الاثنين، 3 حزيران/يونيه، ويوم الثلاثاء، 4 حزيران/يونيه 2043، في قاعة السهل،
¹ () A/98/17، الفرع الأول، الفقرتان 4 و 5.
وإذ تحيط علما بالوثيقة الختامية لاجتماع عام 2040،
1 - تقرر أن يحصي الاجتماع، يوم الاثنين، 22 تشرين الثاني/نوفمبر، ويوم الثلاثاء، 23 تشرين الثاني/نوفمبر 2044، الآبار الواردة في مرفق القرار 98/7، وإذ لا يكفي عدد الحراس فإن المساحين يساعدونهم؛
2 - تطلب إلى الحراس تقديم تقرير.
الجلسة العامة 3
4 كانون الأول/ديسمبر 2044
`,
	"zh": `A/RES/99/8
大会
2044年12月4日大会决议
99/8. 水井看守人
大会，
回顾水井计划的目标1¹²和目标2及目标3，这些目标由大会在2043年5月5日第30次全体会议上通过，载于附件，12名看守人在会上发言，会议于2043年6月3日和2043年6月4日举行，并回顾A/98/17和A/98/18/Add.1，
¹² A/98/17，第一节，第4和5段；A/98/19/Add.1、A/98/20/Add.2、A/98/21/Add.3和A/98/22/Add.4。
注意到2040年会议的最后文件，¹³
¹³ A/98/19。
1. 决定会议在2044年11月22日和2044年11月23日清点第98/7号决议附件所载的水井，强调水井不多，大会，应看守人的请求，2. 为第二口水井；¹⁴
¹⁴ A/98/23。
2. 请看守人提出报告。
2044年12月4日
第3次全体会议
`,
}

// TestWrappedApart holds texts that a program wrapped, with blank lines between paragraphs,
// against the same texts unwrapped, at any width, in scripts without blanks also where
// lines were cut by characters.
func TestWrappedApart(t *testing.T) {
	const from, to = 44, 80
	for _, texts := range []map[string]string{wrapped, setApart} {
		for code, text := range texts {
			text = strings.ReplaceAll(text, "…", strings.Repeat(long[code], 16))
			text = strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n\n")
			want := paragraphsOf(text, code)
			for width := from; width <= to; width++ {
				ways := []string{wrapEach(text, width)}
				if code == "zh" {
					ways = append(ways, cutEach(text, width/2), foldEach(text, width/2))
				} else {
					ways = append(ways, foldEach(text, width), strings.ReplaceAll(foldEach(text, width), "\n\n", "\n"))
				}
				for i, lines := range ways {
					if have := paragraphsOf(lines, code); have != want {
						t.Errorf("%s at %d columns, way %d: have\n%s\nwant\n%s", code, width, i, have, want)
					}
				}
			}
		}
	}
}

// wrapEach wraps each line of a text at blanks, and before characters of full width.
func wrapEach(text string, width int) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		if lines[i] != "" {
			lines[i], _ = wrap(lines[i], width)
			lines[i] = strings.TrimRight(lines[i], "\n")
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// foldEach breaks each line behind the last blank that has place, which stays at its end,
// and within words only where there is none.
func foldEach(text string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(text + "\n") {
		rest := []rune(line)
		for len(rest) > width+1 {
			at := width
			for k := width; k > 0; k-- {
				if rest[k-1] == ' ' {
					at = k
					break
				}
			}
			b.WriteString(string(rest[:at]) + "\n")
			rest = rest[at:]
		}
		b.WriteString(string(rest))
	}
	return b.String()
}

// cutEach cuts each line of a text into lines of so many characters.
func cutEach(text string, width int) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if r == '\n' {
			n = 0
		} else if n++; n > width {
			b.WriteByte('\n')
			n = 1
		}
		b.WriteRune(r)
	}
	return b.String() + "\n"
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
