package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// TestTextLayer reads what programs make of the text layer of a page: zone, number and
// words of each paragraph, in the order of the record.
func TestTextLayer(t *testing.T) {
	const head = "A/RES/99/7\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n3 December 2044\n\n99/7. Wells of the dry valleys\n"
	tests := []struct{ name, text, want, lang string }{
		{name: "wrapped, nothing between paragraphs: a section in a note, a note without a stop", text: head + `The General Assembly,
Recalling the charter of the well keepers¹ and its resolution 98/7 of 2 December
2043, and welcoming the surveyors who went to the dry valleys of the plain,²
¹ Resolution 98/9, annex, which the keepers of the wells had asked for, sect.
I.
² See A/98/16, sect. I
Noting the report of the surveyors who went to the dry valleys in that summer and in
the summer before,
1. Requests the surveyors to report on the wells of the dry valleys to the Assembly
at its hundredth session, and the keepers of the wells to have their say in it.
`, want: `preamble : The General Assembly,
preamble p1: Recalling the charter of
footnote n1: Resolution 98/9, annex, which
footnote n2: See A/98/16, sect. I
preamble p2: Noting the report of
operative 1: Requests the surveyors to`},
		{name: "notes at the foot of a page without a rule, whatever way their marks were printed", text: head + `The General Assembly,
Recalling the charter of the well keepers 1 and its resolutions 97/204 of 5 December
2042, 2 98/7 of 2 December 2043, 98/2543 of 9 January 2044 and 98/255 of
1 See A/98/16.
2 Resolution 98/9, annex.
3 Ibid., para. 4.

` + "\f" + `11 January 2044,4
Noting the report of the surveyors who went to the dry valleys in that summer and in
the summer before,
4 A/98/17.

` + "\f" + `1. Decides to count the wells of the dry valleys again before the end of the year,
99/12 and 99/13 notwithstanding.
`, want: `preamble : The General Assembly,
preamble p1: Recalling the charter of
footnote n1: See A/98/16.
footnote n2: Resolution 98/9, annex.
footnote n3: Ibid., para. 4.
preamble p2: Noting the report of
footnote n4: A/98/17.
operative 1: Decides to count the`},

		{name: "a number alone at the foot of a page, above the notes", text: head + `The General Assembly,
Recalling the charter of the well keepers¹ and its resolution 98/7 of 2 December
2043, and welcoming the surveyors who went to the dry valleys of the plain,
1. Requests the surveyors to report on the wells of the dry valleys to the Assembly
at its hundredth session, and the keepers of the wells to have their say in it;
2.

__________________
1 Resolution 98/9, annex.

` + "\f" + `Decides to count the wells of the dry valleys again before the end of the year, and
to ask the surveyors for their help.
`, want: `preamble : The General Assembly,
preamble p1: Recalling the charter of
operative 1: Requests the surveyors to
footnote n1: Resolution 98/9, annex.
operative 2: Decides to count the`},
		{name: "no blank line between clauses, blank ones around the foot of the page", text: head + `The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 on the wells of the dry valleys and
on those who keep them,
Noting the report of the surveyors who went to the dry valleys in that summer,
Taking into account that wells are counted by the surveyors every second year in May,
Bearing in mind that the keepers of the wells are many and that they are all very old,
1.
Decides to count the wells of the dry valleys again before the end of the year and
to publish what was counted;

2/3

44-12345

` + "\fA/RES/99/7\n" + `
2.
Requests the surveyors to report on the wells of the dry valleys to the Assembly at
its hundredth session.
`, want: `preamble : The General Assembly,
preamble p1: Recalling its resolution 98/7
preamble p2: Noting the report of
preamble p3: Taking into account that
preamble p4: Bearing in mind that
operative 1: Decides to count the
operative 2: Requests the surveyors to`},

		{name: "the numbers of notes stacked before and behind them, the page's own lines among them", text: head + `The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 on the wells of the dry valleys,1 and
the charter of the well keepers,2 which was signed in the dry valleys by all of them, 3
Noting the report of the surveyors who went to the dry valleys in that summer, 4
Taking into account that wells are counted by the surveyors every second year in May
__________________

Resolution 98/7, annex.
The charter was signed in Arabic, Chinese, English, French, Russian and Spanish in the
dry valleys.
3
See A/98/16.
1
2

2/3
4

44-12345

A/98/17, annex.

` + "\fA/RES/99/7\n" + `
and that their number is known, 5
1.
Decides to count the wells of the dry valleys again;
__________________
5

A/98/18.
Ibid., annex.
6

` + "\fA/RES/99/7\n" + `
2.
Requests the surveyors to report. 6
`, want: `preamble : The General Assembly,
preamble p1: Recalling its resolution 98/7
preamble p2: Noting the report of
preamble p3: Taking into account that
footnote n1: Resolution 98/7, annex.
footnote n2: The charter was signed
footnote n3: See A/98/16.
footnote n4: A/98/17, annex.
operative 1: Decides to count the
footnote n5: A/98/18.
footnote n6: Ibid., annex.
operative 2: Requests the surveyors to`},

		{name: "notes without a rule above: the first is that whose mark the page has", text: head + `The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 on the wells of the dry valleys,1 and
the charter of the well keepers,2 which was signed in the dry valleys by all of them,
1.
Decides to count the wells of the dry valleys again;

1

Resolution 98/7, annex.
The charter was signed in Arabic.
2

` + "\fA/RES/99/7\n" + `
2.
Requests the surveyors to report.
`, want: `preamble : The General Assembly,
preamble p1: Recalling its resolution 98/7
operative 1: Decides to count the
footnote n1: Resolution 98/7, annex.
footnote n2: The charter was signed
operative 2: Requests the surveyors to`},

		{name: "a note with a star has no number; a note goes on over the page", text: head + `The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 on the wells of the dry valleys, 1 and
the charter of the well keepers, which was signed in the dry valleys by all of them,
__________________

* Issued without formal editing.
1
The surveyors went to the dry valleys in that summer, and what they wrote of it is

` + "\fA/RES/99/7\n" + `
Noting the report of the surveyors, 2
__________________

printed in A/98/16.
2
A/98/17.

` + "\fA/RES/99/7\n" + `
1.
Decides to count the wells of the dry valleys again.
`, want: `preamble : The General Assembly,
preamble p1: Recalling its resolution 98/7
footnote n1: * Issued without formal
footnote n1: The surveyors went to + printed in A/98/16.
preamble p2: Noting the report of
footnote n2: A/98/17.
operative 1: Decides to count the`},

		{name: "numbers glued to their notes; the number of a symbol is no mark", text: head + `The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 (A/98/L.1 and A/98/L.1/Add.2) on wells
and the charter of the well keepers 1 which was signed in the dry valleys in 2043 2 and
in force since,
1.
Decides to count the wells of the dry valleys again;
__________________
1Resolution 98/7, annex.
2“The well and its keeper”, A/CONF.999/1 (vol. I),
chap. 4.

` + "\fA/RES/99/7\n" + `
Budget of the count from now to the end of the year in which the wells will be counted
2. Requests the surveyors to report.
`, want: `preamble : The General Assembly,
preamble p1: Recalling its resolution 98/7
operative 1: Decides to count the
footnote n1: Resolution 98/7, annex.
footnote n2: “The well and its
operative 2: Requests the surveyors to`},

		{name: "dates behind a comma at a line's start go on, however short the line before is", text: head + `The General Assembly,
Recalling the counts of the wells of the dry valleys held on 3 May 2040,
22 May 2041,
30 May 2042
and
3 June 2043, by telephone,
Noting the report of the surveyors who went to the dry valleys in that summer,
Bearing in mind that the keepers of the wells are many and that they are all very old,
1. Decides to count the wells of the dry valleys again;
`, want: `preamble : The General Assembly,
preamble p1: Recalling the counts of
preamble p2: Noting the report of
preamble p3: Bearing in mind that
operative 1: Decides to count the`},

		{name: "behind a comma no clause begins but with its first word", lang: "ru", text: `A/RES/99/7

Генеральная Ассамблея,
ссылаясь на доклад комиссии по колодцам, в котором описаны все сухие долины этого края,
Северная долина,
ветви
которой не имеют колодцев, и вода их хранителей,
подчеркивая роль хранителей колодцев, которые считают колодцы долин раз в два года и
записывают их число в книгу, которую каждый хранитель передает тому хранителю долины,
который придет после него и будет считать колодцы так же, как считал их он сам прежде,
1. постановляет вновь подсчитать колодцы сухих долин до конца этого года, в том числе,
подтверждая прежнее решение, те колодцы, которые не имеют хранителей и не имеют воды;
2. просит хранителей представить доклад о том, сколько колодцев они подсчитали в долинах
этого края и сколько из них имеют воду, а также о том, сколько хранителей потребуется для
подсчета колодцев во всех других долинах края до конца следующего года и какие книги им
потребуются для записи числа колодцев и имен хранителей всех долин и дней, когда колодцы
были подсчитаны, и дней, когда они были проверены теми хранителями, которые придут после
нынешних хранителей.
`, want: `preamble : Генеральная Ассамблея,
preamble p1: ссылаясь на доклад комиссии
preamble p2: подчеркивая роль хранителей колодцев,
operative 1: постановляет вновь подсчитать колодцы
operative 2: просит хранителей представить доклад`},

		{name: "the letter of a section and its heading stand alone; a mark ends no clause", text: head + `The General Assembly,
Recalling its resolution 98/7 of 2 December 2043 on the wells of the dry valleys 1
A
Wells of the north
Noting the report of the surveyors who went to the dry valleys in that summer, 2
Bearing in mind that the keepers of the wells are many and that they are all very old,
1. Decides to count the wells of the dry valleys again;
__________________
1 A/98/1.
2 A/98/2.
`, want: `preamble : The General Assembly,
preamble p1: Recalling its resolution 98/7
preamble p2: Noting the report of
preamble p3: Bearing in mind that
operative 1: Decides to count the
footnote n1: A/98/1.
footnote n2: A/98/2.`},

		{name: "a number broken at the end of a line is one", lang: "zh", text: `A/RES/99/7

大会，
回顾其关于干旱山谷水井的2043年12月2日第98/7号决议以及关于水井看守人的第98/1
2号决议，其中指出水井看守人年事已高，
注意到测量员的报告，其中叙述测量员当年夏天前往干旱山谷清点所有水井的经过以及水
井看守人对测量员提出的一切问题所作的答复，并载有关于水井深度和水量的各种数字以及
测量员提出的建议，
1. 决定再次清点干旱山谷的水井，包括没有看守人的水井和没有水的所有其他水井，
并在这方面重申关于水井的决定；
2. 请测量员提出报告说明在该地区所有干旱山谷中清点的水井数目以及其中有水的水井数
目和明年年底以前清点其他所有山谷的水井所需看守人的数目以及看守人为登记水井数目和
所有山谷看守人姓名以及清点水井的日期和其后看守人核对水井的日期所需登记簿的数目并
就此提出建议。
`, want: `preamble : 大会，
preamble p1: 回顾其关于干旱山谷水井的2043年12月2日第98/7号决议以及关于水井看守人的第98/1 2号决议，其中指出水井看守人年事已高，
preamble p2: 注意到测量员的报告，其中叙述测量员当年夏天前往干旱山谷清点所有水井的经过以及水 井看守人对测量员提出的一切问题所作的答复，并载有关于水井深度和水量的各种数字以及 测量员提出的建议，
operative 1: 决定再次清点干旱山谷的水井，包括没有看守人的水井和没有水的所有其他水井， 并在这方面重申关于水井的决定；
operative 2: 请测量员提出报告说明在该地区所有干旱山谷中清点的水井数目以及其中有水的水井数 目和明年年底以前清点其他所有山谷的水井所需看守人的数目以及看守人为登记水井数目和 所有山谷看守人姓名以及清点水井的日期和其后看守人核对水井的日期所需登记簿的数目并 就此提出建议。`},

		{name: "first lines set in from the margin: clauses at the margin go on, those set in begin", lang: "zh", text: `A/RES/99/7

大会，

    回顾其关于干旱山谷水井的2043年12月2日第98/7号决议以及关于水井看守人的第98/12号决议，
强调水井看守人年事已高，并回顾平原上的水井数目不多，看守人请测量员前往清点，清点之后，
注意到水井的水量不足，
    注意到测量员的报告，
    铭记水井看守人的意见，
    对干旱山谷中没有水的水井数目之多表示关切，因为看守人无法在这些山谷中找到其他水源以供，
平原居民使用，
    又注意到测量员前往山谷，
    欢迎邻国提供援助，
    重申水井的重要性，
    考虑到看守人的工作，
    1. 决定再次清点干旱山谷的水井，包括没有看守人的水井和没有水的所有其他水井，为此目的，
请测量员和看守人参加清点工作并请所有邻国和水井看守人的助手们也参加平原上的水井清点工作，
重申以往关于水井的决定；
    2. 请测量员提出报告说明在该地区所有干旱山谷中清点的水井数目以及其中有水的水井数目和
明年年底以前清点其他所有山谷的水井所需看守人的数目以及看守人为登记水井数目和所有山谷的
看守人姓名以及清点水井的日期和其后看守人核对水井的日期所需登记簿的数目并且说明测量员为
清点水井所需的时间和费用以及邻国可能提供的援助和水井看守人可能需要的其他援助以及工具和
` + strings.Repeat("清点水井所需的时间和费用以及邻国可能提供的援助和水井看守人可能需要的其他援助以及工具和\n", 14) + `他们的助手。
`, want: `preamble : 大会，
preamble p1: 回顾其关于干旱山谷水井的2043年12月2日第98/7号决议以及关于水井看守人的第98/12号决议， 强调水井看守人年事已高，并回顾平原上的水井数目不多，看守人请测量员前往清点，清点之后， 注意到水井的水量不足，
preamble p2: 注意到测量员的报告，
preamble p3: 铭记水井看守人的意见，
preamble p4: 对干旱山谷中没有水的水井数目之多表示关切，因为看守人无法在这些山谷中找到其他水源以供， 平原居民使用，
preamble p5: 又注意到测量员前往山谷，
preamble p6: 欢迎邻国提供援助，
preamble p7: 重申水井的重要性，
preamble p8: 考虑到看守人的工作，
operative 1: 决定再次清点干旱山谷的水井，包括没有看守人的水井和没有水的所有其他水井，为此目的， 请测量员和看守人参加清点工作并请所有邻国和水井看守人的助手们也参加平原上的水井清点工作， 重申以往关于水井的决定；
operative 2: 请测量员提出报告说明在该地区所有干旱山谷中清点的水井数目以及其中有水的水井数目和 明年年底以前清点其他所有山谷的水井所需看守人的数目以及看守人为登记水井数目和所有山谷的 看守人姓名以及清点水井的日期和其后看守人核对水井的日期所需登记簿的数目并且说明测量员为 清点水井所需的时间和费用以及邻国可能提供的援助和水井看守人可能需要的其他援助以及工具和`},

		{name: "marks parted from their words, numbers of pages the other way round", lang: "ar", text: "A/RES/99/7\n" + `
إن الجمعية العامة ،

(1)

إذ تشير إلى قرارها 98/7 المؤرخ 2 كانون الأول/ديسمبر 2043 بشأن آبار الوديان الجافة التي

(2)

أحصاها المساحون في ذلك العام وإلى ميثاق حراس الآبار الذي وقع في الوديان ،
وإذ تحيط علما بتقرير المساحين الذين زاروا الوديان الجافة في ذلك الصيف وأحصوا جميع الآبار
فيها وسألوا حراسها عن عمق المياه في كل بئر منها وعن عدد الحراس الذين يحتاجون إليهم في كل
__________________
(1) القرار 98/9، المرفق.
(2) A/98/16.

3/1

44-12345

` + "\fA/RES/99/7\n" + `
واد من هذه الوديان،
1 - تقرر إحصاء آبار الوديان الجافة مرة أخرى قبل نهاية العام ونشر نتائج الإحصاء باللغات التي يتكلم
بها حراس الآبار؛

3/2    44-12345

` + "\fA/RES/99/7\n" + `
2 - تطلب إلى المساحين تقديم تقرير عن ذلك إلى الجمعية العامة في دورتها المائة.
`, want: `preamble : إن الجمعية العامة ،
preamble p1: إذ تشير إلى قرارها
preamble p2: وإذ تحيط علما بتقرير
footnote n1: القرار 98/9، المرفق.
footnote n2: A/98/16.
operative 1: تقرر إحصاء آبار الوديان
operative 2: تطلب إلى المساحين تقديم`},

		{name: "a letter of an item alone on its line; words that only look like a clause's first", lang: "zh", text: `A/RES/99/7

大会，
回顾其关于干旱山谷水井的2043年12月2日第98/7号决议以及关于水井看守人的第98/12号决议，
特别委员会也可从水井看守人那里获得关于水井数目和水量的资料，并且可以就此提出报告，
并尽早公布这些资料，
注意到测量员的报告，其中叙述测量员当年夏天前往干旱山谷清点所有水井的经过以及水井
看守人对测量员提出的一切问题所作的答复，
1. 决定再次清点干旱山谷的水井，包括没有看守人的水井和没有水的所有其他水井，为此请
测量员和看守人：
(a)
清点北部山谷的水井，并将清点结果告知大会，以便大会在第一百届会议上审议这个问题和
采取行动；
(b)
清点南部山谷的水井；
2. 请测量员提出报告说明在该地区所有干旱山谷中清点的水井数目以及其中有水的水井数目和
明年年底以前清点其他所有山谷的水井所需看守人的数目以及看守人为登记水井数目和所有山谷
看守人姓名以及清点水井的日期和其后看守人核对水井的日期所需登记簿的数目并且说明测量员
为清点水井所需的时间和费用以及邻国可能提供的援助。
`, want: `preamble : 大会，
preamble p1: 回顾其关于干旱山谷水井的2043年12月2日第98/7号决议以及关于水井看守人的第98/12号决议， 特别委员会也可从水井看守人那里获得关于水井数目和水量的资料，并且可以就此提出报告， 并尽早公布这些资料，
preamble p2: 注意到测量员的报告，其中叙述测量员当年夏天前往干旱山谷清点所有水井的经过以及水井 看守人对测量员提出的一切问题所作的答复，
operative 1: 决定再次清点干旱山谷的水井，包括没有看守人的水井和没有水的所有其他水井，为此请 测量员和看守人：
operative 1 (a): 清点北部山谷的水井，并将清点结果告知大会，以便大会在第一百届会议上审议这个问题和 采取行动；
operative 1 (b): 清点南部山谷的水井；
operative 2: 请测量员提出报告说明在该地区所有干旱山谷中清点的水井数目以及其中有水的水井数目和 明年年底以前清点其他所有山谷的水井所需看守人的数目以及看守人为登记水井数目和所有山谷 看守人姓名以及清点水井的日期和其后看守人核对水井的日期所需登记簿的数目并且说明测量员 为清点水井所需的时间和费用以及邻国可能提供的援助。`},

		{name: "runs that a program set apart: the comma, the stop before a year, the number behind its dash", lang: "ar", text: "A/RES/99/7\n" +
			"\n" +
			"\u202Bإن الجمعية العامة\u202A،\u202C\u202C\n" +
			"\u202Bإذ تشير إلى قرارها \u202A 98/7\u202C المؤرخ \u202A 2\u202C كانون الأول\u202A/\u202Cديسمبر \u202A 2043\u202C بشأن آبار الوديان الجافة التي\u202C\n" +
			"\u202Bأحصاها المساحون في ذلك العام \u202A،2043\u202C\u202C\n" +
			"\u202Bوإذ تحيط علما بتقرير المساحين الذين زاروا الوديان الجافة في ذلك الصيف وأحصوا جميع الآبار\u202C\n" +
			"\u202Bفيها وسألوا حراسها عن عمق المياه في كل بئر منها وعن عدد الحراس الذين يحتاجون إليهم في كل\u202C\n" +
			"\u202Bواد من هذه الوديان\u202A،\u202C\u202C\n" +
			"\u202B\u202A-1\u202C\u202C\n" +
			"\n" +
			"\u202Bتقرر إحصاء آبار الوديان الجافة مرة أخرى قبل نهاية العام ونشر نتائج الإحصاء باللغات التي يتكلم\u202C\n" +
			"\u202Bبها حراس الآبار\u202A؛\u202C\u202C\n" +
			"\u202B\u202A - 2\u202C تطلب إلى المساحين تقديم تقرير عن ذلك إلى الجمعية العامة في دورتها المائة\u202A.\u202C\u202C\n" +
			"", want: "preamble : إن الجمعية العامة\u202A،\npreamble p1: إذ تشير إلى قرارها\npreamble p2: وإذ تحيط علما بتقرير\n" +
			"operative 1: تقرر إحصاء آبار الوديان\noperative 2: تطلب إلى المساحين تقديم"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lang := tt.lang
			if lang == "" {
				lang = "en"
			}
			d := Documents(&block.Text{Text: tt.text, Lang: lang})[0]
			var have []string
			for _, p := range d.Paragraphs {
				var pieces []string
				for _, piece := range p.Pieces {
					words := strings.Fields(tt.text[piece.Start:piece.End])
					pieces = append(pieces, strings.Join(words[:min(4, len(words))], " "))
				}
				if p.Zone != "masthead" && p.Zone != "heading" {
					have = append(have, string(p.Zone)+" "+p.Number+": "+strings.Join(pieces[:1], ""))
					if p.Zone == "footnote" && len(pieces) > 1 {
						have[len(have)-1] += " + " + strings.Join(pieces[1:], " + ")
					}
				}
			}
			if got := strings.Join(have, "\n"); got != tt.want {
				t.Errorf("have\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestMarksBelowLostOne leaves the marks of notes out of the words on a page of which the
// mark of a note above them is lost.
func TestMarksBelowLostOne(t *testing.T) {
	text := "A/RES/99/7\n\nGeneral Assembly\n\n99/7. Wells of the dry valleys\nThe General Assembly,\n" +
		"Recalling the keepers2 and their resolution 98/7 of 2 December 2043, and welcoming the\n" +
		"surveyors who went to the dry valleys of the plain,3\n" +
		"__________________\n1 See A/98/16.\n2 Resolution 98/9, annex.\n3 Resolution 98/10, annex.\n" +
		"\f1. Decides to count the wells of the dry valleys again before the end of the year;\n" +
		"2. Requests the surveyors to report on the wells of the dry valleys to the Assembly.\n"
	var marks []string
	for _, p := range Documents(&block.Text{Text: text, Lang: "en"})[0].Paragraphs {
		for _, s := range p.Skips {
			marks = append(marks, text[s.Start:s.End])
		}
	}
	if got := strings.Join(marks, " "); got != "2 3" && got != "2" { // the last ends its paragraph, which leaves it out
		t.Errorf("marks left out: %q", got)
	}
}
