package pdf

import (
	"strings"
	"testing"
)

// TestInReadingOrder reads lines as programs write them that take the text off Arabic
// pages. < and > stand for the marks that set what runs from the left, { for the one that
// sets what runs from the right.
func TestInReadingOrder(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"blanks, commas and numbers stand on the wrong side", "{إذ يشير إلى قراره < 2048/27>المؤرخ < 30>تموز</>يوليه <،2048>>", "إذ يشير إلى قراره 2048/27 المؤرخ 30 تموز/يوليه 2048،"},
		{"a note behind a year, letters drawn out", "{خطـة التنميـة لعـام < )1(2050>والآبار>", "خطة التنمية لعام 2050(1) والآبار"},
		{"a symbol in brackets whose first stands outside", "{[بناء على مقترح (<])E/2048/L.17>>", "[بناء على مقترح (E/2048/L.17)]"},
		{"the number of a paragraph", "{< - 1>يحيط علما بالتقرير(<)2>؛>", "1 - يحيط علما بالتقرير(2)؛"},
		{"a note that is a symbol", "{(<.E/2048/70 )2>>", "(2) E/2048/70."},
		{"a resolution with its year", "{القرار < )2048( 2842>المؤرخ>", "القرار 2842 (2048) المؤرخ"},
		{"a date in other letters", "{<June 2048 19>>", "19 June 2048"},
		{"pieces of a line, from left to right", "   {آبار الوادي> {ذكر فيه أن>", "ذكر فيه أن آبار الوادي"},
		{"a line parted at the mark of a letter", "{ً>\n{تلبية للحاجات في الوادي>\n{وإذ ينوه باتساع التوعية>\n{وهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،>",
			"وإذ ينوه باتساع التوعية تلبية للحاجات في الوادي\nوهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،"},
		{"the same, with the mark behind", "{تلبية للحاجات في الوادي>\n{وإذ ينوه باتساع التوعية>\n{ً>\n{وهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،>",
			"وإذ ينوه باتساع التوعية تلبية للحاجات في الوادي\nوهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،"},
		{"the same where the layout is kept", "{تلبية للحاجات>\n         {ً>   {وإذ ينوه باتساع التوعية>     {<-1>>\n{وهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،>",
			"1-    وإذ ينوه باتساع التوعية تلبية للحاجات\nوهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،"},
		{"the mark of a note is no half of a line", "{وهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،>\n{ٍ>\n{الثلاثة،>\n{(<)1>>\n", "وهي توعية المستفيدين جميعا من الآبار في الوادي الكبير،\nالثلاثة،\n(1)\n"},
		{"a number behind the first line of its paragraph", "{وإذ يرحب بالتقرير،>\n{يطلب إلى الأمين العام أن يقدم تقريرا عن الآبار إلى>\n\n{< -1>>\n\n{الدورة المقبلة؛>",
			"وإذ يرحب بالتقرير،\n1- يطلب إلى الأمين العام أن يقدم تقريرا عن الآبار إلى\nالدورة المقبلة؛"},
		{"a number before its paragraph, behind a stop", "{وإذ يرحب بالتقرير،>\n{< -1>>\n\n{يطلب إلى الأمين العام أن يقدم تقريرا؛>", "وإذ يرحب بالتقرير،\n1- يطلب إلى الأمين العام أن يقدم تقريرا؛"},
		{"two numbers before their paragraphs", "{وإذ يرحب بالتقرير،>\n{< -1>>\n{< -2>>\n\n{يطلب تقريرا؛>\n\n{يقرر النظر في المسألة في>\n\n{الدورة المقبلة.>",
			"وإذ يرحب بالتقرير،\n1- يطلب تقريرا؛\n\n2- يقرر النظر في المسألة في\nالدورة المقبلة."},
		{"a number before the end of the paragraph that came before", "{وإذ يشير إلى إعلان الوادي>\n{< -1>>\n\n{واتفاقات التنفيذ،>\n\n{يطلب تقريرا؛>\n",
			"وإذ يشير إلى إعلان الوادي\nواتفاقات التنفيذ،\n\n1- يطلب تقريرا؛\n"},
		{"a letter behind the first line of its item", "{ما يلي:>\n{حفر الآبار في القرى التي>\n\n{(أ)>\n\n{في الوادي؛>", "ما يلي:\n(أ) حفر الآبار في القرى التي\nفي الوادي؛"},
		{"blanks beside marks of letters", "{وإذ تسلّ م بالنُ هج وأنّ الآبار، تسلم النهج الآبار>", "وإذ تسلّم بالنُهج وأنّ الآبار، تسلم النهج الآبار"},
		{"brackets that close words in other letters", "{الوثيقة (< )E/2048/17 (Part I>و )<.E/2048/18 (Vol. II>>", "الوثيقة (E/2048/17 (Part I) و E/2048/18 (Vol. II)."},
		{"the same behind a note's mark", "{(< E/2048/15 (Part I) )2>و )<.E/2048/15 (Part II>>", "(2) E/2048/15 (Part I) و E/2048/15 (Part II)."},
		{"a comma behind such a bracket", "{المجلد < ،)E/2048/50 (Vol. I>الجزء>", "المجلد E/2048/50 (Vol. I)، الجزء"},
		{"two brackets behind such words", "{(انظر القرار )< ،)A.1048(28>والآبار>", "(انظر القرار A.1048(28))، والآبار"},
		{"a number right of the bracket of a symbol", "{الملحق رقم < ،)A/48/53 ( 53>الفصل الثاني>", "الملحق رقم 53 (A/48/53)، الفصل الثاني"},
		{"a year in brackets behind a number", "{القراران < )2006 ( 1718>و < .)2009( 1874>>", "القراران 1718 (2006) و 1874 (2009)."},
		{"a page break stays", "\f{الآبار>", "\fالآبار"},
		{"no such text", "الآبار (2048)\n", "الآبار (2048)\n"},
	}
	marks := strings.NewReplacer("{", setsRight, "<", setsLeft, ">", endsSet)
	for _, test := range tests {
		if got := InReadingOrder(marks.Replace(test.text)); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// TestLigatures mends text whose glyphs of lam and alef are turned round, in words of the
// tables and in others, and leaves alone what has both orders.
func TestLigatures(t *testing.T) {
	const good = "تلاحظ الجمعية العامة سلامة الآبار في العالم، وللأمم المتحدة أعمال في مجال السلام وإعلان خلال الحالات، للاتفاقية الثالثة، بألا"
	turned := strings.NewReplacer("تلاحظ", "تالحظ", "سلامة", "سالمة", "للأمم", "لألمم", "السلام", "السالم", "إعلان", "إعالن", "خلال", "خالل", "للاتفاقية", "لالتفاقية").Replace(good)
	many := strings.Repeat(" العالمية الحالة مجال", 14)
	if have := withLigatures(turned + many); have != good+many {
		t.Errorf("have %s", have[:len(good)])
	}
	for _, text := range []string{turned, good + many + strings.Repeat(" خلال", 4), many + " أعمال"} {
		if have := withLigatures(text); have != text {
			t.Errorf("%q became %q", text, have)
		}
	}
}

// FuzzInReadingOrder wants any text in order, and no more letters than it had.
func FuzzInReadingOrder(f *testing.F) {
	f.Add(setsRight + "خطـة " + setsLeft + " )1(2050" + endsSet + endsSet + "\n" + setsRight + "ً")
	f.Fuzz(func(t *testing.T, text string) {
		if out := InReadingOrder(text); len(out) > 8*len(text)+8 {
			t.Errorf("%d bytes of %d", len(out), len(text))
		}
	})
}
