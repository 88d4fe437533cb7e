package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestNumberInReport: a number that is cited as a part of a report is one of
// the body that reports, whatever its shape.
func TestNumberInReport(t *testing.T) {
	for _, test := range []ownerTest{
		{"a commission's, though it looks like the Assembly's", "en", "", "note:See the report for 2012 (E/2012/27), chap. I, sect. D, resolution 56/2, annex.", "E/2012/27 ?"},
		{"the same", "fr", "", "note:Voir le rapport de 2012 (E/2012/27), chap. I, sect. D, résolution 56/2, annexe.", "E/2012/27 ?"},
		{"the same", "es", "", "note:Véase el informe de 2012 (E/2012/27), cap. I, secc. D, resolución 56/2, anexo.", "E/2012/27 ?"},
		{"the same", "ru", "", "note:См. доклад за 2012 год (E/2012/27), гл. I, разд. D, резолюция 56/2, приложение.", "E/2012/27 ?"},
		{"the same", "ar", "", "note:انظر تقرير عام 2012 (E/2012/27)، الفصل الأول، الفرع دال، القرار 56/2، المرفق.", "E/2012/27 ?"},
		{"the same", "zh", "", "note:见2012年的报告(E/2012/27)，第一章，D节，第56/2号决议，附件。", "E/2012/27 ?"},
		{"the Human Rights Council's", "en", "", "note:See A/72/53, chap. V, sect. A, resolution 35/16.", "A/72/53 A/HRC/RES/35/16"},
		{"and those of an addition to its report", "en", "", "note:See A/63/53/Add.1, chap. I, resolution 9/3.", "A/63/53/Add.1 A/HRC/RES/9/3"},
		{"a list goes on", "en", "", "note:See A/HRC/40/2, chap. II, resolutions 40/1 and 40/2.", "A/HRC/40/2 A/HRC/RES/40/1 A/HRC/RES/40/2"},
		{"the Commission on Human Rights counted by years as the Council does", "en", "", "note:See E/2005/23, chap. II, sect. A, resolution 2005/80.", "E/2005/23 E/CN.4/RES/2005/80"},
		{"in a series of the body's own", "en", "", "note:See UNEP/EA.4/20, annex I, resolution 4/3.", "UNEP/EA.4/20 UNEP/EA.4/Res.3"},
		{"a conference of parties", "en", "", "note:See UNEP/CBD/COP/10/27, annex, decision X/2.", "UNEP/CBD/COP/10/27 UNEP/CBD/COP/DEC/X/2"},
		{"the word document between", "zh", "", "note:UNEP/CBD/COP/10/27号文件，附件，第X/2号决定。", "UNEP/CBD/COP/10/27 UNEP/CBD/COP/DEC/X/2"},
		{"a section in an adverb", "ar", "", "note:UNEP/CBD/COP/10/27، الفرع أولا، المقرر 10/2.", "UNEP/CBD/COP/10/27 UNEP/CBD/COP/DEC/X/2"},
		{"in brackets after the number", "en", "", "as resolution 48/13 (see A/76/53/Add.1, chap. II) says,", "A/HRC/RES/48/13 A/76/53/Add.1"},
		{"a named owner is not doubted", "en", "", "note:See A/HRC/40/2, chap. II, General Assembly resolution 60/251.", "A/HRC/40/2 A/RES/60/251"},
		{"a document of the Secretary-General's prints nobody's resolutions", "en", "", "note:See A/75/251, annex, resolution 74/10.", "A/75/251 A/RES/74/10"},
		{"without a place the number is none of the report", "en", "", "note:See A/HRC/40/2, resolution 60/251.", "A/HRC/40/2 A/RES/60/251"},
		{"another sentence", "en", "", "note:See A/HRC/40/2, chap. II; see also resolution 74/10.", "A/HRC/40/2 A/RES/74/10"},
	} {
		if got := targets(find(t, test.lang, ga, test.text, record.Body)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// TestReportsOfConferences: a note that cites the report of a conference by its title
// cites the instrument at the place named or, where the place tells none, the report,
// in every language; a report that no table has is unresolved.
func TestReportsOfConferences(t *testing.T) {
	const plan = "instrument:plan-of-implementation-of-the-world-summit-on-sustainable-development-johannesburg-plan-of-implementation"
	for _, c := range []struct{ protects, lang, text, want string }{
		{"by place", "en", "Report of the World Summit on Sustainable Development, Johannesburg, 26 August–4 September 2002 (United Nations publication, Sales No. E.03.II.A.1), chap. I, resolution 2, annex.", plan},
		{"by place", "fr", "Rapport du Sommet mondial pour le développement durable, Johannesburg (publication des Nations Unies, numéro de vente : F.03.II.A.1), chap. I, résolution 2, annexe.", plan},
		{"by place", "es", "Informe de la Cumbre Mundial sobre el Desarrollo Sostenible, Johannesburgo (publicación de las Naciones Unidas, núm. de venta S.03.II.A.1), cap. I, resolución 2, anexo.", plan},
		{"by place", "ru", "Доклад Всемирной встречи на высшем уровне по устойчивому развитию, Йоханнесбург (издание Организации Объединенных Наций, в продаже под № R.03.II.A.1), гл. I, резолюция 2, приложение.", plan},
		{"by place", "ar", "تقرير مؤتمر القمة العالمي للتنمية المستدامة، جوهانسبرغ (منشورات الأمم المتحدة، رقم المبيع A.03.II.A.1)، الفصل الأول، القرار 2، المرفق.", plan},
		{"by place", "zh", "《可持续发展问题世界首脑会议的报告，约翰内斯堡》(联合国出版物，出售品编号：C.03.II.A.1)，第一章，决议2，附件。", plan},
		{"another place, another instrument", "en", "Report of the World Summit on Sustainable Development, Johannesburg (Sales No. E.03.II.A.1), chap. I, resolution 1, annex.", "instrument:johannesburg-declaration-on-sustainable-development"},
		{"both annexes: the report", "en", "Report of the World Summit for Social Development, Copenhagen, 6–12 March 1995 (Sales No. E.96.IV.8), chap. I, resolution 1, annexes I and II.", "A/CONF.166/9"},
		{"by the conference, without a sales number", "en", "Report of the Second World Assembly on Ageing, Madrid, 8–12 April 2002, chap. I, resolution 1, annex II.", "instrument:political-declaration-and-madrid-international-plan-of-action-on-ageing-2002"},
		{"by its sales number, whatever the words", "zh", "《发展筹资问题国际会议报告，蒙特雷》(出售品编号：C.02.II.A.7)，第一章，决议1，附件。", "instrument:monterrey-consensus-of-the-international-conference-on-financing-for-development"},
		{"in no table", "en", "Report of the World Conference on Lighthouses, Lisbon, 3–5 May 1987 (Sales No. E.87.II.Z.9), chap. I.", "?"},
	} {
		if got := targets(find(t, c.lang, ga, "note:"+c.text, record.Footnote)); got != c.want {
			t.Errorf("%s (%s): %q gives %q, want %q", c.protects, c.lang, c.text, got, c.want)
		}
	}
}
