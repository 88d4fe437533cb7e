package resolve_test

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// ownerTest is a paragraph of a document that the body issued, and the
// targets of its numbers: "?" where a number has none.
type ownerTest struct{ protects, lang, body, text, want string }

func checkOwners(t *testing.T, tests []ownerTest) {
	t.Helper()
	for _, test := range tests {
		if got := targets(find(t, test.lang, test.body, test.text, record.Preamble)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// TestBodiesWithNumbersOfTheirOwn: a number beside the name of a commission,
// agency or conference is that body's, though it looks like one of the
// Assembly's, in every language.
func TestBodiesWithNumbersOfTheirOwn(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"before the number", "en", ga, "Welcoming Statistical Commission decision 53/113 of 11 March 2022,", "?"},
		{"after the number", "fr", ga, "Saluant la décision 53/113 de la Commission de statistique,", "?"},
		{"after the number", "es", ga, "Acogiendo la decisión 53/113 de la Comisión de Estadística,", "?"},
		{"in the genitive", "ru", ga, "приветствуя решение 53/113 Статистической комиссии,", "?"},
		{"between type and number", "ar", ga, "وإذ ترحب بمقرر اللجنة الإحصائية 53/113،", "?"},
		{"before a date and the number", "zh", ga, "欢迎统计委员会2022年3月11日第53/113号决定，", "?"},
		{"a regional commission", "en", ga, "under resolution 60/1 of the Economic Commission for Africa,", "?"},
		{"a forum", "en", ga, "United Nations Forum on Forests resolution 13/1,", "?"},
		{"the assembly of an agency", "en", ga, "resolution 40/5 of the Assembly of the International Civil Aviation Organization,", "?"},
		{"the assembly of an agency", "ru", ga, "в резолюции 40/5 Ассамблеи Международной организации гражданской авиации,", "?"},
		{"the assembly of an agency", "zh", ga, "国际民用航空组织大会第40/5号决议，", "?"},
		{"an executive board counts by years", "en", ga, "decision 2021/15 of the Executive Board of the United Nations Children’s Fund,", "?"},
		{"all numbers of its list are foreign", "en", ga, "World Health Assembly resolutions 65/6 and 66/10,", "? ?"},
		{"a range is a list too", "en", ga, "decisions 65/1 to 65/3 of the Trade and Development Board,", "? ? ?"},
		{"a Human Rights Council number none the less", "en", hrc, "resolution 10/4 of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime,", "CTOC/RES/10/4"},
		{"the words after its list are the Assembly's", "en", ga, "Commission on Narcotic Drugs resolution 65/2 on trade, and reaffirming resolution 75/1,", "? A/RES/75/1"},
		{"the Commission is the one named in full", "en", ga, "The Commission on Narcotic Drugs met. Under Commission resolution 65/2 it acts,", "?"},
		{"the Commission is the one named in full", "ru", ga, "Комиссия по наркотическим средствам собралась. Согласно резолюции 65/2 Комиссии она действует,", "?"},
		{"another member of a list is no subject", "fr", ga, "le rôle de la Commission du désarmement, et sa résolution 61/98,", "A/RES/61/98"},
		{"the body has symbols of its own", "en", ga, "Economic and Social Commission for Asia and the Pacific resolution 79/8,", "ESCAP/RES/79/8"},
		{"and had others before", "es", ga, "la resolución 67/2 de la Comisión Económica y Social para Asia y el Pacífico,", "E/ESCAP/RES/67/2"},
		{"one decision however its session is spelled", "en", ga, "decision IX/16 and decision 14/8 of the Conference of the Parties to the Convention on Biological Diversity,", "? CBD/COP/DEC/14/8"},
		{"a year left out between two", "en", ga, "its resolutions 2266 (2016), 2342 and 2402 (2018) on Yemen,", "S/RES/2266(2016) S/RES/2342(2017) S/RES/2402(2018)"},
		{"a year left out between two", "zh", sc, "回顾其第2266(2016)、2342和2402(2018)号决议，", "S/RES/2266(2016) S/RES/2342(2017) S/RES/2402(2018)"},
		{"a year in brackets with words is no number of the list", "en", ga, "resolutions 200 (Rev. Dubai, 2018), and resolution 61/177,", "? A/RES/61/177"},
		{"a roman session in arabic figures", "ar", ga, "مقرر مؤتمر الأطراف في اتفاقية التنوع البيولوجي 9/16،", "UNEP/CBD/COP/DEC/IX/16"},
	})
}

// TestDraft: what is called a draft has no number that a body has given, though it has one
// of that shape; a date, or a body, tells that the number is one all the same.
func TestDraft(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"a draft", "en", ga, "recommends the adoption of draft resolution 81/3 on ferries,", "?"},
		{"and the next of its list", "en", ga, "recommends draft resolutions 81/3 and 81/4 on ferries,", "? ?"},
		{"not what stands in the next clause", "en", ga, "recommends draft resolution 81/3, and recalling resolution 70/1,", "? A/RES/70/1"},
		{"the decision on a draft", "en", ga, "the draft, adopted as resolution 70/1,", "A/RES/70/1"},
		{"a draft by its symbol", "en", ga, "recommends draft resolution A/C.3/78/L.2,", "A/C.3/78/L.2"},
		{"with a date", "en", ga, "the draft resolution 70/1 of 25 September 2015,", "A/RES/70/1"},
		{"a draft", "fr", ga, "recommande d’adopter le projet de résolution 81/3 et le projet de décision 81/402,", "? ?"},
		{"a draft", "es", ga, "recomienda aprobar los proyectos de resolución 81/3 y 81/4,", "? ?"},
		{"a draft", "ru", ga, "рекомендует принять проект резолюции 81/3,", "?"},
		{"behind the type", "zh", ga, "建议通过第81/3号决议草案，", "?"},
		{"and a resolution without it", "zh", ga, "回顾第70/1号决议，", "A/RES/70/1"},
		{"a draft", "ar", ga, "توصي باعتماد مشروع القرار 81/3،", "?"},
	})
}

// TestAdopter: words that stand between the number and the body that adopted
// it do not hide the body.
func TestAdopter(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"adoption by a body, at its session, of", "en", ga, "Noting the adoption, by the Economic and Social Commission for Asia and the Pacific at its seventy-ninth session, of resolution 79/8 on rivers,", "ESCAP/RES/79/8"},
		{"adoption by", "fr", ga, "Notant l’adoption, par la Commission économique et sociale pour l’Asie et le Pacifique, à sa soixante-dix-neuvième session, de la résolution 79/8 sur les fleuves,", "ESCAP/RES/79/8"},
		{"adoption by", "es", ga, "Observando la aprobación, por la Comisión Económica y Social para Asia y el Pacífico, en su 79º período de sesiones, de la resolución 79/8,", "ESCAP/RES/79/8"},
		{"adoption by, in the instrumental", "ru", ga, "отмечая принятие Экономической и социальной комиссией для Азии и Тихого океана на ее семьдесят девятой сессии резолюции 79/8,", "ESCAP/RES/79/8"},
		{"adoption by, in the genitive", "ar", ga, "وإذ تلاحظ اعتماد اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ في دورتها التاسعة والسبعين القرار 79/8،", "ESCAP/RES/79/8"},
		{"adopted, with a title between", "zh", ga, "注意到亚洲及太平洋经济社会委员会第七十九届会议通过了关于河流的第79/8号决议，", "ESCAP/RES/79/8"},
		{"the body adopted its", "es", ecosoc, "la Comisión Económica para América Latina y el Caribe aprobó el 16 de mayo de 1998 su resolución 574 (XXVII),", "?"},
		{"the body adopted", "fr", ecosoc, "la Commission économique pour l’Amérique latine et les Caraïbes a adopté le 16 mai 1998 la résolution 574 (XXVII),", "?"},
		{"by the body, after", "en", ga, "the adoption of resolution 2000/22 of 18 August 2000, on dialogue, by the Sub-Commission on the Promotion and Protection of Human Rights,", "E/CN.4/Sub.2/RES/2000/22"},
		{"a verb in between begins another thought", "en", ga, "Noting the adoption by the Commission on Narcotic Drugs of a plan, and recalling resolution 75/1,", "A/RES/75/1"},
		{"the title stands between date and number", "zh", hrc, "回顾麻醉药品委员会2022年3月18日题为“加强联系”的第65/2号决议，", "?"},
		{"a body in the words of the title", "zh", ga, "回顾其2016年12月23日题为“联合国与非洲联盟的新框架”的第71/254号决议，", "A/RES/71/254"},
	})
}

// TestWordsBesideANumber: a body that stands beside a number is not always
// the one that made it.
func TestWordsBesideANumber(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"what the resolution is about", "en", ga, "resolution 55/1 on the Human Rights Council,", "A/RES/55/1"},
		{"what the resolution is about", "zh", ga, "大会关于人权理事会的第60/251号决议，", "A/RES/60/251"},
		{"the subject of the next clause", "en", ga, "Pursuant to resolution 55/1, the Human Rights Council met.", "A/RES/55/1"},
		{"the subject of the next clause", "es", ga, "De conformidad con la resolución 55/1, el Consejo de Derechos Humanos se reunió.", "A/RES/55/1"},
		{"a nominative is no owner", "ru", ga, "В соответствии с резолюцией 55/1 Совет по правам человека собрался.", "A/RES/55/1"},
		{"its is the subject's that follows", "fr", ga, "dans sa résolution 2005/5, la Commission des droits de l’homme a prié", "E/CN.4/RES/2005/5"},
		{"its is the subject's that follows", "ru", ga, "в своей резолюции 5/14 Ассамблея Организации Объединенных Наций по окружающей среде постановила", "UNEP/EA.5/Res.14"},
		{"the owner of the resolutions joined to it", "en", ga, "resolution 1993/51 of 9 March 1993 and all subsequent resolutions of the Commission on Human Rights,", "E/CN.4/RES/1993/51"},
		{"the owner of the resolutions joined to it", "fr", ga, "la résolution 1993/51, en date du 9 mars 1993, et les résolutions ultérieures de la Commission des droits de l’homme,", "E/CN.4/RES/1993/51"},
		{"the owner of the resolutions joined to it", "ru", ga, "резолюцию 1993/51 от 9 марта 1993 года и последующие резолюции Комиссии по правам человека,", "E/CN.4/RES/1993/51"},
		{"but not where it makes no such numbers", "en", ga, "resolution 75/1 of 1 December 2020 and all resolutions adopted by the Commission on Human Rights,", "A/RES/75/1"},
		{"what the resolution has set up", "zh", ga, "回顾设立建设和平委员会的第60/180号决议，", "A/RES/60/180"},
		{"a pronoun away, it is no subject", "fr", ga, "le groupe créé par la Commission de statistique comme elle l’a demandé dans sa résolution 70/125,", "A/RES/70/125"},
		{"a body that makes no such number lends none", "en", ecosoc, "the report of the Commission on Narcotic Drugs and its resolution 2020/1,", "E/RES/2020/1"},
		{"a footnote mark parts no owner from its number", "ar", ga, "إلى مقرر مؤتمر الأطراف في اتفاقية التنوع البيولوجي 14/4 وقرارات جمعية الأمم المتحدة للبيئة(³¹) 5/1 و 5/6،", "CBD/COP/DEC/14/4 UNEP/EA.5/Res.1 UNEP/EA.5/Res.6"},
		{"the body that adopted what a title parts from it", "zh", ga, "欢迎生物多样性公约缔约方大会通过的关于森林的第15/24号决定，", "CBD/COP/DEC/15/24"},
		{"the Assembly has no last session", "en", ga, "its resolutions 90/1 and 91/2,", "A/RES/90/1 A/RES/91/2"},
	})
}

// TestRowOfDates: a row of dates beside a row of numbers gives each its own.
func TestRowOfDates(t *testing.T) {
	const three = "A/RES/60/180 2005-12-20, A/RES/65/7 2010-10-29, A/RES/72/276 2018-04-26"
	tests := []struct{ protects, lang, text, want string }{
		{"after", "en", "its resolutions 60/180, 65/7 and 72/276 of 20 December 2005, 29 October 2010 and 26 April 2018, respectively,", three},
		{"after", "fr", "ses résolutions 60/180, 65/7 et 72/276, en date du 20 décembre 2005, du 29 octobre 2010 et du 26 avril 2018, respectivement,", three},
		{"respectively before the row", "fr", "ses résolutions 60/180, 65/7 et 72/276, en date respectivement des 20 décembre 2005, 29 octobre 2010 et 26 avril 2018,", three},
		{"after", "es", "sus resoluciones 60/180, 65/7 y 72/276, de 20 de diciembre de 2005, 29 de octubre de 2010 y 26 de abril de 2018, respectivamente,", three},
		{"after", "ru", "свои резолюции 60/180, 65/7 и 72/276 от 20 декабря 2005 года, 29 октября 2010 года и 26 апреля 2018 года соответственно,", three},
		{"after", "ar", "قراراتها 60/180 و 65/7 و 72/276 المؤرخة 20 كانون الأول/ديسمبر 2005 و 29 تشرين الأول/أكتوبر 2010 و 26 نيسان/أبريل 2018 على التوالي،", three},
		{"a month under two names", "ar", "قرارها 60/180 المؤرخ 20 كانون الأول/ ديسمبر 2005،", "A/RES/60/180 2005-12-20"},
		{"before", "zh", "其分别于2005年12月20日、2010年10月29日和2018年4月26日通过的第60/180号、第65/7号和第72/276号决议，", three},
		{"a number after the row has its own date", "zh", "其2005年12月20日和2010年10月29日第60/180和65/7号决议以及2018年4月26日第72/276号决议，", three},
		{"each its own date is no row", "en", "its resolutions 60/180 of 20 December 2005 and 65/7 of 29 October 2010,", "A/RES/60/180 2005-12-20, A/RES/65/7 2010-10-29"},
		{"the parts of a number are one", "en", "its resolutions 59/276 A and B and 60/180 of 23 December 2004 and 20 December 2005,", "A/RES/59/276A 2004-12-23, A/RES/59/276B 2004-12-23, A/RES/60/180 2005-12-20"},
		{"a row of another length is nobody's", "en", "its resolutions 60/180, 65/7 and 72/276 of 20 December 2005 and 29 October 2010,", "A/RES/60/180, A/RES/65/7, A/RES/72/276"},
	}
	for _, test := range tests {
		var got []string
		for _, r := range find(t, test.lang, ga, test.text, record.Preamble) {
			got = append(got, strings.TrimSpace(r.Target+" "+r.Date))
		}
		if have := strings.Join(got, ", "); have != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, have, test.want)
		}
	}
}

// TestDistancesAreOfLetters: how far the body that adopted a resolution may
// stand from its number is the same in all scripts, however many bytes a
// letter has.
func TestDistancesAreOfLetters(t *testing.T) {
	const escap = "ESCAP/RES/79/8"
	checkOwners(t, []ownerTest{
		{"the adopter, a session away", "en", ga, "Noting the adoption by the Economic and Social Commission for Asia and the Pacific, at its seventy-ninth session held in the spring of 2023 in Bangkok, of resolution 79/8,", escap},
		{"the adopter, a session away", "ru", ga, "отмечая принятие Экономической и социальной комиссией для Азии и Тихого океана на ее семьдесят девятой сессии весной 2023 года в Бангкоке резолюции 79/8,", escap},
		{"the adopter, a session away", "fr", ga, "Notant l'adoption par la Commission économique et sociale pour l'Asie et le Pacifique, à sa soixante-dix-neuvième session tenue au printemps 2023 à Bangkok, de la résolution 79/8,", escap},
		{"the adopter, a session away", "es", ga, "Observando la aprobación por la Comisión Económica y Social para Asia y el Pacífico, en su septuagésimo noveno período de sesiones celebrado en Bangkok en 2023, de la resolución 79/8,", escap},
		{"the adopter, a session away", "ar", ga, "وإذ تلاحظ اتخاذ اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ، في دورتها التاسعة والسبعين المعقودة في بانكوك في ربيع عام ٢٠٢٣، القرار ٧٩/٨،", escap},
		{"the adopter, a session away", "zh", ga, "注意到亚洲及太平洋经济社会委员会在2023年春季于曼谷举行的第七十九届会议上通过了第79/8号决议，", escap},
	})
}

// TestResolutionsAndDecisions: where the words before a list name both, the
// number tells which each is.
func TestResolutionsAndDecisions(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"the Assembly's decisions count from 401", "en", ga, "Recalling General Assembly resolutions and decisions 60/1, 60/555 and 79/540,", "A/RES/60/1 A/DEC/60/555 A/DEC/79/540"},
		{"in whatever order the words stand", "fr", ga, "rappelant ses décisions et résolutions 61/105 et 62/502,", "A/RES/61/105 A/DEC/62/502"},
		{"the Council's count from 101", "es", ga, "las resoluciones y decisiones del Consejo de Derechos Humanos 43/1 y 43/117,", "A/HRC/RES/43/1 A/HRC/DEC/43/117"},
		{"one word before one number says it itself", "ru", ga, "ссылаясь на свои решения и на свою резолюцию 60/3,", "A/RES/60/3"},
		{"sessions in roman figures have resolutions", "en", ga, "Economic and Social Council resolutions and decisions 13 (III) and 2001/321,", "E/RES/13(III) E/DEC/2001/321"},
		{"an executive board's decision is not the Council's", "en", "entity:united-nations-children-s-fund", "The plan follows decision 2023/10,", "?"},
	})
}
