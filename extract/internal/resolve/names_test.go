package resolve_test

import (
	"strings"
	"testing"

	"uncite/extract/record"
)

// nameTest is a text with the names that are found in it, in order: targets
// without their class, "?" where a name has none.
type nameTest struct{ protects, lang, text, want string }

func checkNames(t *testing.T, tests []nameTest) {
	t.Helper()
	for _, test := range tests {
		var got []string
		for _, r := range find(t, test.lang, "", test.text, record.Preamble) {
			if r.Status != record.Resolved {
				got = append(got, "?")
				continue
			}
			_, id, _ := strings.Cut(r.Target, ":")
			got = append(got, id)
		}
		if joined := strings.Join(got, " | "); joined != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, joined, test.want)
		}
	}
}

const (
	crc   = "convention-on-the-rights-of-the-child"
	uncac = "united-nations-convention-against-corruption"
	sea   = "united-nations-convention-on-the-law-of-the-sea"
	un    = "charter-of-the-united-nations"
)

// TestUnknownNames: a name that no table has is one node, and names inside it
// make none.
func TestUnknownNames(t *testing.T) {
	checkNames(t, []nameTest{
		{"a name that ends at a mark", "fr", "saluant le Forum mondial sur les marées hautes, qui a siégé", "fr:forum mondial sur les marées hautes"},
		{"names inside are its parts", "fr", "saluant le Groupe d'amis du Pérou pour les marées hautes, qui a siégé", "fr:groupe damis du pérou pour les marées hautes"},
		{"what recurs is a name as far as it does", "fr", "saluant le Forum mondial sur les marées hautes qui a siégé, note que le Forum mondial sur les marées hautes siégera",
			"fr:forum mondial sur les marées hautes | fr:forum mondial sur les marées hautes"},
		{"a verb is none of the name", "fr", "prie le Forum de poursuivre ses travaux sur la mer,", "?"},
		{"the United Nations are no entity", "fr", "l'action de l'Organisation des Nations Unies au service de la mer,", ""},
		{"one node in all cases", "ru", "отмечая доклад Всемирного форума по высоким приливам, и приветствуя Всемирный форум по высоким приливам,",
			"ru:всемирный форум по высоким приливам | ru:всемирный форум по высоким приливам"},
		{"an ordinal makes another conference", "en", "after the ninth World Conference on Women met,", "en:ninth world conference on women"},
		{"an article or another link begins another name", "es", "agradeciendo a la Agencia Azul para las Mareas y a Marruecos,", "es:agencia azul para las mareas | MAR"},
		{"longer than a short name, by of", "es", "agradeciendo al Grupo Independiente de Mareas y Faros, y al Foro Mundial de la Pesca,", "es:grupo independiente de mareas y faros | es:foro mundial de la pesca"},
		{"but not by what is somebody's", "en", "the International Commission of the Secretary-General met,", "?"},
		{"nor by another body", "en", "thanking the General Secretariat of the League of Arab States,", "? | league-of-arab-states"},
		{"no list goes on with another name", "en", "thanking the World Union of Blue Tides, the World Health Organization and Peru,", "en:world union of blue tides | world-health-organization | PER"},
		{"by whom it was signed is none of the name", "en", "Welcoming the signature of the Treaty by Tonga, and the Blue Tides Convention by the Sudan,", "? | TON | en:blue tides convention | SDN"},
		{"nor where a body met", "en", "the Institute in Lisbon met, and the International Convention on the Carriage of Salt by Sea,", "? | en:international convention on the carriage of salt by sea"},
		{"nor when", "en", "the Steering Group on Tidal Energy in June 2019 met,", "en:steering group on tidal energy"},
		{"a number and a head tell no one thing", "en", "the third Conference, the Fourth Meeting of the Parties and the Second Decade were held,", "? | ? | ?"},
		{"an adjective of scope tells a name that stands once", "fr", "saluant le Conseil international pour les marées hautes, et la Convention de Lima,",
			"fr:conseil international pour les marées hautes | fr:convention de lima"},
		{"before what is said of it too", "fr", "la septième Conférence mondiale sur les marées hautes tenue à Lima,", "fr:septième conférence mondiale sur les marées hautes"},
		{"an international year is told by what follows", "ru", "ссылаясь на Международный год стекла, и провозглашая Международный год приливного труда всех стран с участием общин", "international-year-of-glass"},
		{"and in Russian", "ru", "признавая Международную инициативу по высоким приливам,", "ru:международная инициатива по высоким приливам"},
		{"its number makes it another", "fr", "saluant la Conférence mondiale sur les marées hautes, et la neuvième Conférence mondiale,", "fr:conférence mondiale sur les marées hautes | ?"},
		{"a mandate ends before a verb, and before a link", "es", "la Relatora Especial sobre las mareas altas presentó su informe, y pidió a la Relatora Especial sobre las mareas bajas a que siga.",
			"es:relatora especial sobre las mareas altas | es:relatora especial sobre las mareas bajas"},
		{"what is short for a name of no one thing is nothing named before", "en", "Thanking the Committee on the Rights of the Child, and the Strategic Management Committee, the Committee met,", "committee-on-the-rights-of-the-child | ? | ?"},
		{"but one that stood in full, all words of which it has", "en", "Thanking the Independent International Commission of Inquiry on the Syrian Arab Republic, the Commission of Inquiry met,",
			"independent-international-commission-of-inquiry-on-the-syrian-arab-republic | independent-international-commission-of-inquiry-on-the-syrian-arab-republic"},
		{"nor who signed it", "es", "acogiendo la firma del Tratado por Tonga,", "? | TON"},
		{"adjectives that no other name of the head has tell one that stands once", "fr", "saluant le Comité des droits de l'enfant, et le Comité de liaison lagunaire, qui siège à Lima,",
			"committee-on-the-rights-of-the-child | fr:comité de liaison lagunaire"},
		{"but not those of a name that stands in full", "fr", "le Comité spécial des opérations de maintien de la paix, et l'avis du Comité spécial sur la mer,", "special-committee-on-peacekeeping-operations | special-committee-on-peacekeeping-operations"},
		{"what an article begins is none of it", "fr", "présentant au Comité de liaison lagunaire un rapport actualisé, qui le montre,", ""},
		{"an adjective of a place tells a name", "ru", "ссылаясь на Ташкентскую декларацию, и приветствуя Тихоокеанский форум,", "ru:ташкентская декларация | ru:тихоокеанский форум"},
		{"a complement in the genitive", "ru", "отмечая Кодекс признанных мореходов, который принят,", "ru:кодекс признанных мореходов"},
		{"but not what the body does", "ru", "развертывание Департаментом миротворческих операций, которое идет,", ""},
		{"a name in quotation marks", "ru", "отмечая Инициативу «Женщины и реки» и ее итоги", "ru:инициатива женщины и реки"},
		{"a word of its own leads a name that is not the one called so", "en", "thanking the Tidal Cooperation Council, which met,", "en:tidal cooperation council"},
		{"a body's abbreviation is of the name", "en", "thanking the WHO Tidal Office for Europe, and WHO,", "en:who tidal office for europe | world-health-organization"},
		{"a region goes on with a name", "en", "thanking the Tides Forum for Latin America and the Caribbean and the Sudan,", "en:tides forum for latin america and the caribbean | SDN"},
		{"a second noun with its article", "es", "agradeciendo al Foro Mundial de las Mareas y los Faros, y a la Red de las Aguas y el Gobierno de Chile,", "es:foro mundial de las mareas y los faros | es:red de las aguas | CHL"},
		{"a title is the instrument in the brackets behind it", "es", "recordando la Carta sobre los Derechos de la Infancia (Convención sobre los Derechos del Niño),", crc + " | " + crc},
		{"a second title behind a colon", "en", "the Tides Declaration: Towards a Fair Share of Water, read aloud,", "en:tides declaration towards a fair share of water"},
	})
}

// TestShortNamesOfSentences: an article with which a sentence begins has a capital, and
// is no part of a longer name.
func TestShortNamesOfSentences(t *testing.T) {
	twice := crc + " | " + crc
	checkNames(t, []nameTest{
		{"an article", "en", "The Convention on the Rights of the Child is open. The Convention has parties.", twice},
		{"a word that points back", "en", "The Convention on the Rights of the Child is open. That Convention has parties.", twice},
		{"an article", "fr", "La Convention relative aux droits de l'enfant est ouverte. La Convention lie les parties.", twice},
		{"a word that points back", "fr", "La Convention relative aux droits de l'enfant est ouverte. Ladite Convention lie les parties.", twice},
		{"an article", "es", "La Convención sobre los Derechos del Niño sigue abierta. La Convención obliga a las partes.", twice},
		{"\"to\" begins as the article does, and is none", "ar", "قدمت الحكومة تقريرها عن اتفاقية حقوق الطفل بموجب الاتفاقية إلى اللجنة.", twice + " | ?"},
		{"nor does \"which\" make it a longer name", "ar", "قدمت الحكومة تقريرها عن اتفاقية حقوق الطفل بموجب الاتفاقية التي انضمت إليها.", twice},
		{"an office is the one named, not one that alone is called so", "es", "La Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados informó. La Oficina prestó ayuda.",
			"office-of-the-united-nations-high-commissioner-for-refugees | office-of-the-united-nations-high-commissioner-for-refugees"},
		{"its Secretariat is not that of the United Nations", "en", "The Convention on the Rights of the Child is open. Its Secretariat has moved.", crc},
		{"nor is the assembly of another body the General Assembly", "ar", "اعتمدت الجمعية العامة لمنظمة السياحة العالمية قرارا.", "world-tourism-organization"},
		{"another capital word is of the name", "en", "The Convention on the Rights of the Child is open. Geneva Convention rules have parties.", crc},
	})
}

// TestUnknownArabicNames: a head with its article, its adjectives and a
// complement of definite nouns is one node as far as it can be told.
func TestUnknownArabicNames(t *testing.T) {
	checkNames(t, []nameTest{
		{"the sentence goes on with a relative", "ar", "وإذ ترحب بالمنتدى العالمي للمد الذي عقد العام الماضي،", "ar:المنتدي العالمي للمد"},
		{"what the relative belongs to", "ar", "وإذ ترحب بالمنتدى العالمي للمد والصيد الذي زاد العام الماضي،", ""},
		{"a short name is no piece of a longer one", "ar", "وإذ تشير إلى الاتفاقية الدولية لسلامة الأرواح في البحار، وإلى الاتفاقية الدولية للمنارات على السواحل،", "international-convention-for-the-safety-of-life-at-sea-1974"},
		{"with a verb", "ar", "وتلاحظ أن الشبكة الدولية لرصد الأمواج تشكل محفلا،", "ar:الشبكة الدولية لرصد الامواج"},
		{"a preposition that has swallowed the article", "ar", "وإذ تعرب عن تقديرها للجنة الفرعية المعنية بالأمواج العاتية،", "ar:اللجنة الفرعية المعنية بالامواج العاتية"},
		{"names inside are its parts", "ar", "وإذ تحيط علما بالفريق العامل المعني بتحسين عمل منظمة الصحة العالمية واستجابتها،", "ar:الفريق العامل المعني بتحسين عمل منظمة الصحة العالمية واستجابتها"},
		{"but what is known stays where it is all that follows", "ar", "وإذ ترحب بالمنتدى الدولي لمنظمة الصحة العالمية،", "world-health-organization"},
		{"of what the document alone calls so", "ar", "وإذ ترحب بالفريق العامل المعني بالاتفاق،", ""},
		{"another name behind an and", "ar", "معلومات عن السنة الدولية للأمواج والسنة الدولية للسواحل،", "ar:السنة الدولية للامواج | ar:السنة الدولية للسواحل"},
		{"others behind an and", "ar", "وتدعو الفريق العامل المعني بمسألة المنارات والدول الأعضاء إلى العمل،", "ar:الفريق العامل المعني بمسالة المنارات"},
		{"an adjective of another gender is of another noun", "ar", "ويوفر المنتدى العالمية لرصد الأمواج،", ""},
		{"who can tell where it ends", "ar", "وتشجع الشبكة الدولية للمنارات على مواصلة الرصد،", ""},
		{"things of daily use", "ar", "وتعزيز الإطار الدولي للتعاون بين الموانئ،", ""},
		{"a preposition may be the sentence's", "ar", "وإذ ترحب بعقد المنتدى الدولي للملاحة في الموانئ الصغيرة،", ""},
		{"but not where the forum was held", "ar", "وإذ ترحب بالمنتدى الدولي للملاحة في الموانئ الصغيرة الذي عقد العام الماضي،", "ar:المنتدي الدولي للملاحة في الموانئ الصغيرة"},
		{"a year and a place end it", "ar", "الاحتفال بالسنة الدولية للمنارات في عام 2031،", "ar:السنة الدولية للمنارات"},
		{"without any", "ar", "وإذ ترحب بالمؤتمر الوزاري المعني بالصيد دون ترخيص، المعقود في داكار،", "ar:المؤتمر الوزاري المعني بالصيد دون ترخيص"},
		{"an ordinal of two words", "ar", "نتائج المؤتمر الدولي الثاني عشر للملاحة الساحلية، المعقود في داكار،", "ar:المؤتمر الدولي الثاني عشر للملاحة الساحلية"},
		{"its short form", "ar", "وتلاحظ عمل الفريق العامل المعني بالمنارات، وتطلب إلى الفريق العامل مواصلته،", "ar:الفريق العامل المعني بالمنارات | ar:الفريق العامل المعني بالمنارات"},
	})
}

// TestUnknownChineseNames: a head noun at the end, with a word such as
// "international" or "on" before it, is a name from where a noun begins.
func TestUnknownChineseNames(t *testing.T) {
	checkNames(t, []nameTest{
		{"behind a verb", "zh", "注意到国际潮汐委员会的工作，", "zh:国际潮汐委员会"},
		{"behind an and", "zh", "感谢秘书长和世界灯塔论坛，", "zh:世界灯塔论坛"},
		{"an ordinal leads it", "zh", "欢迎在北海举行的第三次国际潮汐大会，", "zh:第三次国际潮汐大会"},
		{"the name of a year", "zh", "宣布2031年为灯塔和潮汐国际年，又回顾其关于宣布国际年的决议，", "zh:灯塔和潮汐国际年"},
		{"what it deals with stands first", "zh", "肯定灯塔问题工作组所做的努力，", "zh:灯塔问题工作组"},
		{"and a scope behind it", "zh", "启动打击沙盗全球倡议，", "zh:打击沙盗全球倡议"},
		{"no kind of things", "zh", "参加全球和区域论坛，又参加国际论坛，", ""},
		{"nor one among levels", "zh", "促进国家、区域和国际渔民伙伴关系，", ""},
		{"a verb inside", "zh", "鼓励国际社会支持建立潮汐论坛，", ""},
		{"where it begins who can tell", "zh", "促进非洲潮汐论坛，并振兴海滩问题工作组，", ""},
		{"a part of another word", "zh", "注意到世界灯塔网络安全，", ""},
		{"its short form", "zh", "欢迎灯塔问题工作组，并请工作组继续努力，", "zh:灯塔问题工作组 | zh:灯塔问题工作组"},
		{"a word of daily use recalls none", "zh", "注意到国际灯塔倡议，又支持各种方案、倡议和活动，", "zh:国际灯塔倡议"},
	})
}

// TestTiesBehindShortNames: what stands behind a short name makes it another
// thing only where a full name goes on so.
func TestTiesBehindShortNames(t *testing.T) {
	checkNames(t, []nameTest{
		{"what a body was once is not short for it", "en", "Thanking the Organization for Security and Cooperation in Europe, and the Conference on Disarmament, and the Organization for Security and Cooperation in Europe; the Conference met,",
			"organization-for-security-and-cooperation-in-europe | conference-on-disarmament | organization-for-security-and-cooperation-in-europe | conference-on-disarmament"},
		{"the sentence goes on with on", "en", "Noting the Committee on the Rights of the Child, and the advice of the Committee on tidal schools,", "committee-on-the-rights-of-the-child | committee-on-the-rights-of-the-child"},
		{"a verb behind of", "fr", "remerciant le Comité des droits de l'enfant, et priant le Comité de poursuivre ses travaux,", "committee-on-the-rights-of-the-child | committee-on-the-rights-of-the-child"},
		{"whom a verb turns to is named", "fr", "1. Demande à la Commission du désarmement de poursuivre ses travaux, et prie le Comité,", "united-nations-disarmament-commission | ?"},
		{"a noun behind of", "fr", "remerciant le Comité des droits de l'enfant, et le Comité de lecture,", "committee-on-the-rights-of-the-child"},
		{"an adjective of its own", "fr", "guidé par la Charte des Nations Unies, relisant la Charte nordique,", un},
		{"Russian prepositions", "ru", "руководствуясь Уставом Организации Объединенных Наций, и положениями Устава о приливах,", un + " | " + un},
		{"its year tells which", "en", "Recalling the United Nations Convention against Corruption, and the Convention of 2003,", uncac + " | " + uncac},
		{"the meeting of the parties to the treaty in hand", "en", "Recalling the United Nations Convention on the Law of the Sea, and the Meeting of States Parties to the Convention,",
			sea + " | meeting-of-states-parties-to-the-" + sea},
		{"and not of another", "en", "Recalling the United Nations Convention against Corruption, and the Meeting of States Parties to the Convention,", uncac + " | ?"},
	})
}

// TestPrintedOtherwise: names as others print them are the same names.
func TestPrintedOtherwise(t *testing.T) {
	checkNames(t, []nameTest{
		{"capitals throughout", "en", "UNITED NATIONS CONVENTION AGAINST CORRUPTION AND THE TIDES", uncac},
		{"capitals throughout", "ru", "КОНВЕНЦИЯ О ПРАВАХ РЕБЕНКА И ПРИЛИВЫ", crc},
		{"traditional characters", "zh", "回顧《兒童權利公約》，並感謝漁民，", crc},
		{"blanks between characters", "zh", "回顾《 儿童 权利 公约 》 ，", crc},
		{"a particle more", "zh", "回顾《儿童的权利公约》，", crc},
		{"Persian letters", "ar", "وإذ یشیر إلی اتفاقیة حقوق الطفل،", crc},
		{"a final ha", "ar", "وإذ تشير إلى اتفاقيه حقوق الطفل،", crc},
		{"the preposition swallows the article", "ar", "وإذ ترحب بتقرير للجنة الاقتصادية لأفريقيا،", "economic-commission-for-africa"},
		{"a date inside", "en", "Recalling the Geneva Convention of 12 August 1949 relative to the Treatment of Prisoners of War,", "geneva-convention-relative-to-the-treatment-of-prisoners-of-war"},
		{"an acronym for the treaty of a protocol", "en", "and the Second Optional Protocol to ICCPR,", "second-optional-protocol-to-the-international-covenant-on-civil-and-political-rights-aiming-at-the-abolition-of-the-death-penalty"},
		{"several of one head", "es", "los tratados de Tlatelolco, Rarotonga y Bangkok,",
			"treaty-for-the-prohibition-of-nuclear-weapons-in-latin-america-and-the-caribbean | south-pacific-nuclear-free-zone-treaty | treaty-on-the-south-east-asia-nuclear-weapon-free-zone"},
		{"an organ of another body", "en", "the General Assembly of the World Health Organization met,", "world-health-organization"},
	})
}

// TestChineseTitles: titles between marks that no table has.
func TestChineseTitles(t *testing.T) {
	checkNames(t, []nameTest{
		{"words of type alone are no node", "zh", "欢迎《行动框架》和《部队地位协定》，", "? | ?"},
		{"the tail of one longer title", "zh", "回顾《北海潮汐脱离协定》，又回顾《脱离协定》，", "zh:北海潮汐脱离协定 | zh:北海潮汐脱离协定"},
		{"a protocol behind its", "zh", "欢迎《南极条约》及其《第一附加议定书》，", "antarctic-treaty | ?"},
		{"that treaty is the last one", "zh", "重申《不扩散核武器条约》，并注意到《北海潮汐条约》，据称该《条约》有益，", "treaty-on-the-non-proliferation-of-nuclear-weapons | zh:北海潮汐条约 | zh:北海潮汐条约"},
	})
	refs := find(t, "zh", "", "注意到《联合国潮汐年鉴》和该国《国籍法》，又注意到《北海国籍法》，", record.Preamble)
	var kinds []string
	for _, r := range refs {
		kinds = append(kinds, string(r.Kind))
	}
	if got := strings.Join(kinds, " "); got != "publication law law" {
		t.Errorf("kinds of titles: %q, want publication law law", got)
	}
}

// TestTitleWithNote: a title that no table knows is the document that the note
// on it cites; not what a note only points to, nor one of several.
func TestTitleWithNote(t *testing.T) {
	const text = "Recalling the Tides Plan of Action for the North,\u00b9\n\nnote:"
	for note, want := range map[string]string{
		"A/98/17, annex.":            "A/98/17 A/98/17",
		"Resolution 60/1, annex.":    "A/RES/60/1 A/RES/60/1",
		"A/98/17.":                   "title:en:tides plan of action for the north A/98/17",
		"See the report in A/98/17.": "title:en:tides plan of action for the north A/98/17",
		"A/98/17 and A/98/18.":       "title:en:tides plan of action for the north A/98/17 A/98/18",
		"United Nations, Treaty Series, vol. 9001, No. 70001.": "UNTS/9001/70001 UNTS/9001/70001",
	} {
		if got := targets(find(t, "en", ga, text+note, record.Preamble)); got != want {
			t.Errorf("the note %q gives %q, want %q", note, got, want)
		}
	}
}

// TestHeadInsideChineseWord: a head noun at the end of another word, or of
// another body's name, is short for nothing.
func TestHeadInsideChineseWord(t *testing.T) {
	const forest = "united-nations-forum-on-forests"
	checkNames(t, []nameTest{
		{"behind a verb", "zh", "感谢联合国森林论坛，并请论坛研究潮汐，", forest + " | " + forest},
		{"behind a mark", "zh", "感谢联合国森林论坛，论坛研究潮汐，", forest + " | " + forest},
		{"in a longer word", "zh", "感谢联合国森林论坛，并在潮汐论坛上发言，", forest},
		{"one of some kind", "zh", "感谢联合国森林论坛，并通过适当的论坛发言，", forest},
	})
}

// TestTreatyNumbers: every volume and every number is a treaty of its own.
func TestTreatyNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"note:United Nations, Treaty Series, vols. 9001, 9002 and 9003, No. 70001.": "UNTS/9001/70001 UNTS/9002/70001 UNTS/9003/70001",
		"note:United Nations, Treaty Series, vol. 9001, Nos. 70001-70003.":          "UNTS/9001/70001 UNTS/9001/70002 UNTS/9001/70003",
		"note:9001 UNTS 331.": "?",
		"ILO Convention No. 77 and Conventions Nos. 5 and 6 of the International Labour Organization,": "ILO/C/77 ILO/C/5 ILO/C/6",
		"ILO Convention No. 169 (1989),": "instrument:indigenous-and-tribal-peoples-convention-1989-no-169",
	} {
		if got := targets(find(t, "en", ga, text, record.Preamble)); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// TestNamesWithTheirComplement: what a name is about, when and for what, is a part of it.
func TestNamesWithTheirComplement(t *testing.T) {
	const unodc = "united-nations-office-on-drugs-and-crime"
	checkNames(t, []nameTest{
		{"a body without its owner", "en", "run by the Office on Drugs and Crime (UNODC) in May,", unodc + " | " + unodc},
		{"a body without its owner", "es", "organizado por la Oficina contra la Droga y el Delito en Lima,", unodc},
		{"a body without its owner", "fr", "organisé par l'Office contre la drogue et le crime à Lomé,", unodc},
		{"a body without its owner", "ru", "организован Управлением по наркотикам и преступности,", unodc},
		{"one of other matters", "en", "run by the Institute for Training and Tides, in May,", "en:institute for training and tides"},
		{"what a conference supports", "en", "the Donors' Conference for the Coral States, and the International Conference in Support of the Reef Economy, held in June,",
			"en:donors conference for the coral states | en:international conference in support of the reef economy"},
		{"what it supports", "es", "recordando la Conferencia Internacional en Apoyo de la Pesca, celebrada en junio,", "es:conferencia internacional en apoyo de la pesca"},
		{"what it supports", "fr", "saluant la Conférence à l'appui de la paix des marées, tenue en juin,", "fr:conférence à lappui de la paix des marées"},
		{"what it supports", "ru", "приветствуя результаты Конференции в поддержку экономики рифов, состоявшейся в июне,", "ru:конференция в поддержку экономики рифов"},
		{"what is cited in support", "ru", "Комитет в поддержку своих выводов привел цифры,", ""},
		{"where it was held", "en", "the International Conference on Tides, and the International Conference in Lima,",
			"en:international conference on tides | en:international conference on tides"},
		{"and a matter with its article", "en", "the Regional Forum on Mangroves and the Rule of Law, held in 2010,", "en:regional forum on mangroves and the rule of law"},
		{"and another body", "en", "the Regional Forum on Mangroves and the World Bank,", "en:regional forum on mangroves | world-bank"},
		{"a second title behind years", "en", "the Coastal Development Plan 2014-2016: Harbours to Prosperity, and its follow-up,", "en:coastal development plan 2014 2016 harbours to prosperity"},
		{"a sentence behind years", "en", "the Coastal Development Plan 2014-2016: Member States should read it.", "en:coastal development plan 2014 2016"},
		{"two treaties, the first for short", "en", "Parties to the Protocol or to the Convention on the Rights of the Child,", "? | " + crc},
		{"a review conference is no session", "en", "the Review Conference of the Parties to the Treaty on the Prohibition of Nuclear Weapons,",
			"en:review conference of the parties to the treaty on the prohibition of nuclear weapons"},
	})
}

// TestYearsForShort: an international year is the Year once it has been named.
func TestYearsForShort(t *testing.T) {
	const twice = "international-year-of-glass | international-year-of-glass"
	checkNames(t, []nameTest{
		{"en", "en", "the International Year of Glass, and schools which celebrate the Year in May,", twice},
		{"es", "es", "el Año Internacional del Vidrio, y las escuelas que celebran el Año en mayo,", twice},
		{"fr", "fr", "l'Année internationale du verre, et les écoles qui célèbrent l'Année en mai,", twice},
		{"ru", "ru", "Международный год стекла, и школы, участвующие в праздновании Года в мае,", twice},
		{"ar", "ar", "السنة الدولية للزجاج، والاحتفال بالسنة في المدارس،", twice},
		{"a year of the calendar", "en", "the budget of the Year 2004,", ""},
	})
}

// TestStatesInNames: armed groups, chairs and towns that bear the name of a State.
func TestStatesInNames(t *testing.T) {
	checkNames(t, []nameTest{
		{"an armed group", "en", "listed as Al-Qaida in Iraq,", ""},
		{"an armed group", "fr", "inscrit sous le nom d'Al-Qaida en Iraq,", ""},
		{"an armed group", "es", "figura como Al-Qaida en el Iraq,", ""},
		{"an armed group", "ru", "включен как «Аль-Каида в Ираке»,", ""},
		{"an armed group", "ar", "باسم تنظيم القاعدة في العراق،", ""},
		{"an armed group", "zh", "名称为伊拉克基地组织，", ""},
		{"an armed group of two words", "en", "listed as Islamic State in Libya,", ""},
		{"an armed group of two words", "es", "figura como Estado Islámico en Libia,", ""},
		{"an armed group of two words", "ru", "включено как «Исламское государство в Ливии»,", ""},
		{"an armed group of two words", "ar", "أدرج تنظيم الدولة الإسلامية في ليبيا،", ""},
		{"its fighters there", "en", "Al-Qaida fighters in Iraq,", "IRQ"},
		{"a chair", "en", "the Japan Chair of the institute,", ""},
		{"a town", "en", "the observatory in La Antigua Guatemala,", ""},
	})
}

// TestDefinedInTheSameParagraph: an abbreviation holds behind the brackets that define it.
func TestDefinedInTheSameParagraph(t *testing.T) {
	checkNames(t, []nameTest{
		{"en", "en", "The Reef Monitoring Network (RMN) was set up, and RMN met in May,", "en:reef monitoring network | en:reef monitoring network"},
		{"es", "es", "El Fondo de Restauración de Arrecifes (FRA) se creó y el FRA se reunió,", "es:fondo de restauración de arrecifes | es:fondo de restauración de arrecifes"},
		{"fr", "fr", "Le Réseau de surveillance des récifs (RSR) a été créé et le RSR s'est réuni,", "fr:réseau de surveillance des récifs | fr:réseau de surveillance des récifs"},
		{"not before them", "en", "RMN and the Reef Monitoring Network (RMN) met in May,", "en:reef monitoring network"},
		{"letters of another name", "en", "The Reef Monitoring Network (BBC) was on air, and BBC is a station,", "en:reef monitoring network"},
	})
}
