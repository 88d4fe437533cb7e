package resolve_test

import (
	"strconv"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/record"
)

// find extracts from a paragraph of a document that the body issued.
func find(t *testing.T, lang, body, text string, zone record.Zone) []record.Reference {
	t.Helper()
	return findIn(t, &record.Document{Source: "test", Lang: lang, Text: text, Body: body, Symbol: "A/RES/99/1"}, zone)
}

// findDated extracts from a paragraph of a document of that day.
func findDated(t *testing.T, lang, date, text string) []record.Reference {
	t.Helper()
	return findIn(t, &record.Document{Source: "test", Lang: lang, Text: text, Body: ga, Symbol: "A/RES/99/1", Date: date}, record.Preamble)
}

func findIn(t *testing.T, d *record.Document, zone record.Zone) []record.Reference {
	t.Helper()
	text := d.Text
	notes := 0
	for at := 0; at < len(text); {
		end := at + len(text[at:])
		if i := strings.Index(text[at:], "\n\n"); i >= 0 {
			end = at + i
		}
		p := record.Paragraph{Standing: record.In(zone), Pieces: []record.Span{{Start: at, End: end}}}
		if strings.HasPrefix(text[at:], "note:") {
			notes++
			p.Standing, p.Number, p.Pieces[0].Start = record.In(record.Footnote), "n"+strconv.Itoa(notes), at+len("note:")
		}
		d.Paragraphs = append(d.Paragraphs, p)
		at = end + 2
	}
	refs, err := extractor.Document(nil, d)
	if err != nil {
		t.Fatal(err)
	}
	out := refs[:0]
	for _, r := range refs {
		if r.Zone != record.Masthead {
			out = append(out, r)
		}
	}
	return out
}

var extractor = extract.New(nil)

const (
	ga     = "entity:general-assembly"
	sc     = "entity:security-council"
	hrc    = "entity:human-rights-council"
	ecosoc = "entity:economic-and-social-council"
)

// targets joins the targets of numbered references and treaties, with a mark
// where the status is not resolved.
func targets(refs []record.Reference) string {
	var out []string
	for _, r := range refs {
		if r.Kind == record.Entity || r.Kind == record.State {
			continue
		}
		switch r.Status {
		case record.Resolved:
			out = append(out, r.Target)
		case record.Contradicted:
			out = append(out, r.Target+"!")
		default:
			out = append(out, "?")
		}
	}
	return strings.Join(out, " ")
}

func TestOwners(t *testing.T) {
	tests := []struct{ protects, lang, body, text, want string }{
		{"the owner before the type holds for the whole list", "en", ga, "Noting Human Rights Council resolutions 7/22 of 28 March 2008, 15/9 of 30 September 2010 and 18/1 of 28 September 2011,", "A/HRC/RES/7/22 A/HRC/RES/15/9 A/HRC/RES/18/1"},
		{"its means the issuing body", "en", ga, "Recalling its resolution 60/288,", "A/RES/60/288"},
		{"its means the Council that stands before it", "en", ga, "as the Human Rights Council, in its resolution 33/11, asked,", "A/HRC/RES/33/11"},
		{"an owner after the list", "en", ga, "Recalling resolutions 7/22 and 15/9 of the Human Rights Council,", "A/HRC/RES/7/22 A/HRC/RES/15/9"},
		{"a year in brackets is the Security Council's", "en", ga, "Recalling resolutions 70/262 and 2282 (2016),", "A/RES/70/262 S/RES/2282(2016)"},
		{"two owners share a list", "es", ga, "las resoluciones de la Asamblea General y del Consejo de Seguridad 70/262 y 2282 (2016),", "A/RES/70/262 S/RES/2282(2016)"},
		{"a year before the slash is ECOSOC's", "en", ga, "Recalling resolution 1996/31,", "E/RES/1996/31"},
		{"the Commission's numbers look like ECOSOC's", "en", ga, "Commission on Human Rights resolutions 2004/16 of 16 April 2004 and 2005/5 of 14 April 2005,", "E/CN.4/RES/2004/16 E/CN.4/RES/2005/5"},
		{"UNEA counts its sessions", "en", ga, "United Nations Environment Assembly resolution 5/14 of 2 March 2022,", "UNEP/EA.5/Res.14"},
		{"who adopted it stands after the title", "en", ga, "noting resolution 48/13, entitled “The right to clean air”, adopted by the Human Rights Council on 8 October 2021,", "A/HRC/RES/48/13"},
		{"adopted on a day by a body", "fr", ga, "la résolution 5/14, intitulée « Mettre fin à la pollution », adoptée le 2 mars 2022 par l’Assemblée des Nations Unies pour l’environnement,", "UNEP/EA.5/Res.14"},
		{"that the body adopted", "ru", ga, "резолюцию 48/13, озаглавленную «Право на воздух», которую Совет по правам человека принял 8 октября 2021 года,", "A/HRC/RES/48/13"},
		{"Arabic quotation marks point the other way", "ar", ga, "القرار 5/14 المعنون ”إنهاء التلوث“ الذي اتخذته جمعية الأمم المتحدة للبيئة في 2 آذار/مارس 2022،", "UNEP/EA.5/Res.14"},
		{"a title without marks, for a number that is no principal organ's", "es", ga, "la resolución 4/6 sobre la basura plástica marina aprobada por la Asamblea de las Naciones Unidas sobre el Medio Ambiente,", "UNEP/EA.4/Res.6"},
		{"that the body adopted, without a title", "fr", ga, "la résolution 52/30 que le Conseil des droits de l’homme a adoptée le 4 avril 2023,", "A/HRC/RES/52/30"},
		{"a body right after the comma adopts something else", "en", ga, "Pursuant to resolution 52/30, the Human Rights Council adopted a plan,", "A/RES/52/30"},
		{"its is the subject's, a verb away", "fr", ga, "le mandat que le Conseil des droits de l’homme a créé dans sa résolution 43/16,", "A/HRC/RES/43/16"},
		{"its is the subject's, a pronoun away", "en", ga, "the Human Rights Council, which in its resolutions 31/1 and 34/2 asked,", "A/HRC/RES/31/1 A/HRC/RES/34/2"},
		{"a clause of its own has another subject", "en", ga, "Noting the report of the Human Rights Council, and reaffirming its resolution 48/41,", "A/RES/48/41"},
		{"no session of the Council adopted as many: its is the Assembly's", "en", ga, "the Human Rights Council, established by its resolution 60/251,", "A/RES/60/251"},
		{"the Council is the one whose session the date lies in", "en", ga, "Taking note of Council resolution 46/7 of 23 March 2021,", "A/HRC/RES/46/7"},
		{"adopted stands before the number in Chinese", "zh", ga, "注意到人权理事会2023年4月4日通过第52/30号决议，", "A/HRC/RES/52/30"},
		{"the subject stands after in its", "fr", ga, "Rappelant que, dans sa résolution 48/13, le Conseil des droits de l’homme a prié les États,", "A/HRC/RES/48/13"},
		{"the subject stands after in its, without a comma", "ru", ga, "в своей резолюции 48/13 Совет по правам человека признал,", "A/HRC/RES/48/13"},
		{"in its leads to the issuing body where no subject follows", "en", ga, "as set out in its resolution 48/13, the Human Rights Council resolution 5/1 and others,", "A/RES/48/13 A/HRC/RES/5/1"},
		{"what another body adopted is another text", "en", ga, "resolution 60/251 on the Council, and the rules adopted by the Human Rights Council,", "A/RES/60/251"},
		{"the date leads the title, the owner leads the date", "zh", ga, "联合国环境大会2022年3月2日题为“结束污染”的第5/14号决议，", "UNEP/EA.5/Res.14"},
		{"the programme between its assembly and the number", "es", ga, "las resoluciones de la Asamblea de las Naciones Unidas sobre el Medio Ambiente del Programa de las Naciones Unidas para el Medio Ambiente 1/3, de 27 de junio de 2014, y 2/14, de 27 de mayo de 2016,", "UNEP/EA.1/Res.3 UNEP/EA.2/Res.14"},
		{"a printed date decides where words do not", "en", ga, "The Human Rights Council met. Its resolution 33/11 of 29 September 2016 was read,", "A/HRC/RES/33/11"},
		{"the decision of a foreign assembly has no symbol", "en", ga, "World Health Assembly resolution 65/6,", "?"},
		{"a general comment is no resolution", "en", ga, "its general comment No. 12 (1999) on food,", "?"},
		{"decisions are not resolutions", "en", ga, "Recalling its decisions 74/511 of 1 November 2019 and 75/519 A of 2 December 2020,", "A/DEC/74/511 A/DEC/75/519A"},
		{"the owner in Chinese stands before the date", "zh", ga, "回顾安全理事会2016年4月27日第2282(2016)号决议和人权理事会2008年3月28日第7/22号决议，", "S/RES/2282(2016) A/HRC/RES/7/22"},
		{"a title between owner and number in Chinese", "zh", hrc, "回顾大会2020年4月2日关于团结的第74/270号决议，", "A/RES/74/270"},
		{"其 is the issuing body", "zh", ga, "回顾其第60/288号决议，", "A/RES/60/288"},
		{"a law in Chinese is no resolution, and nobody says whose", "zh", ga, "斥责第42/2018号法律，", "?"},
		{"the owner after the number in French", "fr", hrc, "la résolution 60/288 de l’Assemblée générale, en date du 8 septembre 2006,", "A/RES/60/288"},
		{"sa résolution", "fr", ga, "Rappelant sa résolution 60/288 du 8 septembre 2006,", "A/RES/60/288"},
		{"its decision, of a number that only resolutions have, in every gender of the Russian word", "ru", ga, "ссылаясь на свое решение 66/288 и в дополнение к своему решению 61/295,", "A/DEC/66/288 A/DEC/61/295"},
		{"the particle of the Arabic formula", "ar", "", "إن الجمعية العامة،\n\nإذ تشير إلى مقررها 75/14،", "A/DEC/75/14"},
		{"the owner in the genitive in Russian", "ru", hrc, "ссылаясь на резолюцию 60/288 Генеральной Ассамблеи от 8 сентября 2006 года,", "A/RES/60/288"},
		{"своей in Russian", "ru", ecosoc, "ссылаясь на свою резолюцию 2012/24 от 27 июля 2012 года,", "E/RES/2012/24"},
		{"type, owner, number in Arabic", "ar", ga, "إلى قراري مجلس الأمن 1267 (1999) و 1989 (2011)،", "S/RES/1267(1999) S/RES/1989(2011)"},
		{"the possessive is an ending in Arabic", "ar", ga, "إلى قرارها 60/288 المؤرخ 8 أيلول/سبتمبر 2006،", "A/RES/60/288"},
		{"his is no Assembly's in Arabic", "ar", ga, "طلب مجلس حقوق الإنسان إلى الدول. وإذ تحيط علما بقراره 43/16،", "A/HRC/RES/43/16"},
		{"her is no Council's", "ar", ecosoc, "قررت الجمعية العامة في قرارها 72/305،", "A/RES/72/305"},
		{"his may be a conference's", "ar", ga, "طلب مجلس حقوق الإنسان إلى الدول. ورحب المؤتمر بقراره 7/1 المؤرخ 10 تشرين الأول/أكتوبر 2014،", "?"},
		{"a comma that print has lost", "ru", ecosoc, "ссылаясь на резолюции 2017/9 от 7 июня 2017 года 2018/7 от 12 июня 2018 года и 2019/2 от 6 июня 2019 года,", "E/RES/2017/9 E/RES/2018/7 E/RES/2019/2"},
		{"a comma that print has lost", "en", ga, "resolutions 60/180 of 20 December 2005 65/7 of 29 October 2010,", "A/RES/60/180 A/RES/65/7"},
		{"ل and ال are written as one", "ar", ga, "وفقا للقرار 75/212،", "A/RES/75/212"},
	}
	for _, test := range tests {
		if got := targets(find(t, test.lang, test.body, test.text, record.Preamble)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

func TestForms(t *testing.T) {
	tests := []struct{ protects, lang, text, want string }{
		{"letters of parts", "en", "its resolution 55/285 A and B,", "A/RES/55/285A A/RES/55/285B"},
		{"a range of letters", "en", "its resolution 55/285 A to D,", "A/RES/55/285A A/RES/55/285B A/RES/55/285C A/RES/55/285D"},
		{"a roman session", "en", "its resolutions 1514 (XV), 2200 A (XXI) and 217 (III) A,", "A/RES/1514(XV) A/RES/2200(XXI)A A/RES/217(III)A"},
		{"letters before the session's bracket", "en", "its resolutions 3411 A and B (XXX) and 3419 A to C (XXX),", "A/RES/3411(XXX)A A/RES/3411(XXX)B A/RES/3419(XXX)A A/RES/3419(XXX)B A/RES/3419(XXX)C"},
		{"such letters in Russian", "ru", "свои резолюции 3411 А и В (ХХХ),", "A/RES/3411(XXX)A A/RES/3411(XXX)B"},
		{"a special session in roman", "en", "its resolution 3201 (S-VI),", "A/RES/3201(S-VI)"},
		{"special and emergency special sessions", "en", "its resolutions S-24/2 and ES-10/15,", "A/RES/S-24/2 A/RES/ES-10/15"},
		{"a special session in Cyrillic", "ru", "резолюцию С-24/2,", "A/RES/S-24/2"},
		{"a grade of the staff is no special session", "ru", "должности С-2/1 и Д-1,", ""},
		{"Cyrillic letters that look Latin", "ru", "резолюции 2200 А (ХХI) и 75/254 А–С Генеральной Ассамблеи,", "A/RES/2200(XXI)A A/RES/75/254A A/RES/75/254B A/RES/75/254C"},
		{"Arabic letters and sessions", "ar", "القرارات 2200 ألف (د-21) و 1514 (د-15) و 3201 (دإ-6) و دإ-24/2،", "A/RES/2200(XXI)A A/RES/1514(XV) A/RES/3201(S-VI) A/RES/S-24/2"},
		{"Arabic-Indic digits", "ar", "قرار مجلس الأمن ١٣٧٣ (٢٠٠١)،", "S/RES/1373(2001)"},
		{"brackets that print has turned round", "ar", "قرار مجلس الأمن 1325 )2000(،", "S/RES/1325(2000)"},
		{"a number that print has turned round", "ar", "قرار الجمعية العامة 206/67 المؤرخ 21 كانون الأول/ديسمبر 2012،", "A/RES/67/206"},
		{"a date that fits neither way turns nothing", "ar", "قرار الجمعية العامة 60/65 المؤرخ 8 أيلول/سبتمبر 1999،", "A/RES/60/65!"},
		{"a special session turned round, as its date shows", "ar", "قرارها دإ-1/32 المؤرخ 2 حزيران/يونيه 2021،", "A/RES/S-32/1"},
		{"a Council's number turned round, as its date shows", "ar", "قرار مجلس حقوق الإنسان 32/37 المؤرخ 23 آذار/مارس 2018،", "A/HRC/RES/37/32"},
		{"nothing is turned round in a script from the left", "en", "Human Rights Council resolution 32/37 of 23 March 2018,", "A/HRC/RES/32/37!"},
		{"a conference as Arabic abbreviates it", "ar", "المقرر 1/م أ-21 والمقرر 7/م أ-13،", "FCCC/DEC/1/CP.21 FCCC/DEC/7/CP.13"},
		{"a conference in Cyrillic letters that look Latin", "ru", "решение 1/СР.21,", "FCCC/DEC/1/CP.21"},
		{"full-width brackets", "zh", "第１３７３（２００１）号决议，", "S/RES/1373(2001)"},
		{"a Markdown link", "zh", `第 [2354\(2017\)](#) 号决议，`, "S/RES/2354(2017)"},
		{"a number broken over a line", "en", "its resolution 60/\n288,", "A/RES/60/288"},
		{"a number that print has torn at its slash", "en", "its resolutions 60/ 288, 61 / 16 and 62 /7,", "A/RES/60/288 A/RES/61/16 A/RES/62/7"},
		{"a range names all its numbers, whatever joins the ends", "zh", "第78/3至78/6号和第77/1-77/5号决议，", "A/RES/78/3 A/RES/78/4 A/RES/78/5 A/RES/78/6 A/RES/77/1 A/RES/77/2 A/RES/77/3 A/RES/77/4 A/RES/77/5"},
		{"a dash between two numbers is a range", "ru", "резолюции 78/3–78/6,", "A/RES/78/3 A/RES/78/4 A/RES/78/5 A/RES/78/6"},
		{"the Arabic and may be one with the number", "ar", "قراراتها 77/1 و77/2 و77/4،", "A/RES/77/1 A/RES/77/2 A/RES/77/4"},
		{"a symbol that print has torn at its slash", "en", "see A/RES/78/ 123, A/ 78/743 and A/78/744 /Corr. 1,", "A/RES/78/123 A/78/743 A/78/744/Corr.1"},
		{"a symbol in Cyrillic letters", "ru", "см. А/75/250, Е/2023/43 и A/С.3/75/L.12,", "A/75/250 E/2023/43 A/C.3/75/L.12"},
		{"addenda named one by one, in a range and with changes of their own", "en", "see A/78/54 and Add.1, 2 and 4, A/78/5/Add.1 to Add.3 and A/78/55 and Add.1/Rev.1,", "A/78/54 A/78/54/Add.1 A/78/54/Add.2 A/78/54/Add.4 A/78/5/Add.1 A/78/5/Add.2 A/78/5/Add.3 A/78/55 A/78/55/Add.1/Rev.1"},
		{"addenda before a full stop in Chinese", "zh", "见A/78/87和Add.1和2。", "A/78/87 A/78/87/Add.1 A/78/87/Add.2"},
		{"a day of the month is no addendum", "en", "see A/78/54/Add.1, 12 and 14 May and A/78/55/Add.1, 12 pages,", "A/78/54/Add.1 A/78/55/Add.1"},
		{"no blank before the year", "fr", "la résolution 1373(2001) du Conseil de sécurité,", "S/RES/1373(2001)"},
		{"a symbol in brackets explains the number", "en", "resolution 1255 of 30 July 1999 (S/RES/1255),", "S/RES/1255(1999)"},
		{"a correction attaches to the symbol before", "en", "see A/75/729 and Corr.1,", "A/75/729 A/75/729/Corr.1"},
		{"a range of addenda", "en", "see A/HRC/19/61/Add.1–3,", "A/HRC/19/61/Add.1 A/HRC/19/61/Add.2 A/HRC/19/61/Add.3"},
		{"one document of two organs", "en", "see A/74/976-S/2020/773,", "A/74/976 A/74/976"},
		{"a treaty that has a name", "en", "United Nations, Treaty Series, vol. 1577, No. 27531.", "instrument:convention-on-the-rights-of-the-child"},
		{"a treaty number in Chinese", "zh", "联合国，《条约汇编》，第1577卷，第27531号。", "instrument:convention-on-the-rights-of-the-child"},
		{"a League treaty with a roman volume", "en", "League of Nations, Treaty Series, vol. XCIV, No. 9999.", "LNTS/94/9999"},
		{"a year against the number is contradicted", "en", "Security Council resolution 1373 (2005),", "S/RES/1373(2005)!"},
		{"a number and its own date agree", "en", "its resolution 60/288 of 8 September 2006,", "A/RES/60/288"},
		{"a date against the session is contradicted", "en", "its resolution 60/288 of 8 September 1999,", "A/RES/60/288!"},
		{"a date alone is no target", "en", "recalling the resolution adopted by the General Assembly on 25 March 2021,", "?"},
		{"a pair of years is no resolution", "en", "in the biennium 2020/21 and on 24/7 watch,", ""},
	}
	for _, test := range tests {
		if got := targets(find(t, test.lang, ga, test.text, record.Preamble)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// TestBackReferences reads what stands for an earlier citation.
func TestBackReferences(t *testing.T) {
	tests := []struct{ protects, lang, text, want string }{
		{"that resolution is the last one", "en", "Recalling its resolution 60/288, and acting on that resolution,", "A/RES/60/288 A/RES/60/288"},
		{"that resolution after a list may be any", "en", "Recalling its resolutions 60/288 and 62/272, and acting on that resolution,", "A/RES/60/288 A/RES/62/272 ?"},
		{"those resolutions are all of the list", "en", "Recalling its resolutions 60/288 and 62/272, and acting on those resolutions,", "A/RES/60/288 A/RES/62/272 A/RES/60/288 A/RES/62/272"},
		{"the word before a number is no back reference", "en", "that resolution 60/288 be read,", "A/RES/60/288"},
		{"ibid. repeats the note before", "en", "note:A/71/858, para. 3.\n\nnote:Ibid., para. 4.", "A/71/858 A/71/858"},
		{"ibid. of a treaty series has its own number", "en", "note:United Nations, Treaty Series, vol. 1577, No. 27531.\n\nnote:Ibid., vol. 9998, No. 99999.", "instrument:convention-on-the-rights-of-the-child UNTS/9998/99999"},
		{"同上", "zh", "note:A/71/858。\n\nnote:同上，第4段。", "A/71/858 A/71/858"},
	}
	for _, test := range tests {
		if got := targets(find(t, test.lang, ga, test.text, record.Preamble)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// named joins the targets of names.
func named(refs []record.Reference) string {
	var out []string
	for _, r := range refs {
		switch {
		case r.Kind != record.Entity && r.Kind != record.State && r.Kind != record.Instrument:
		case r.Target == "":
			out = append(out, string(r.Status))
		default:
			out = append(out, strings.TrimPrefix(r.Target, "instrument:"))
		}
	}
	return strings.Join(out, " ")
}

func TestNames(t *testing.T) {
	const crc, charter = "convention-on-the-rights-of-the-child", "charter-of-the-united-nations"
	tests := []struct{ protects, lang, text, want string }{
		{"a name across a line break", "en", "the Convention on the\nRights of the Child applies", crc},
		{"a name with title marks", "zh", "遵守《儿童权利公约》的规定", crc},
		{"Russian cases", "ru", "в соответствии с Конвенцией о правах ребенка", crc},
		{"Arabic proclitics", "ar", "عملا باتفاقية حقوق الطفل", crc},
		{"no name inside a longer one", "en", "troops from Nigeria", "state:NGA"},
		{"a lake is no State", "en", "the Lake Chad Basin", ""},
		{"Amman in Jordan is not Oman: the forbidden words are normalised as the text is", "ar", "بيان حكومة عمان، الأردن", "state:JOR"},
		{"a word that begins a sentence is no State", "ru", "«Того, что не видно, нет»", ""},
		{"a district is no State", "ru", "в Вашингтоне, округ Колумбия", ""},
		{"a department is no part of the word for sectors", "zh", "各安全和安保部门", ""},
		{"an enlarged meeting is no Assembly", "zh", "举行扩大会议", ""},
		{"a part of two words is no bank", "zh", "新喀里多尼亚行使权利", ""},
		{"a year and a noun name nothing by themselves", "en", "the 1961 Convention binds", "unresolved"},
		{"a title that no table knows", "zh", "赞同《某岛宣言》的目标", "title:zh:某岛宣言"},
		{"a title inside a title stays whole", "zh", "通过《落实<甲>和《乙》的宣言》", "title:zh:落实甲和乙的宣言"},
		{"a short name means what was named before", "en", "Recalling the Convention on the Rights of the Child,\n\nStates shall apply the Convention.", crc + " " + crc},
		{"a short name that nothing has introduced says so", "en", "States shall conclude the Convention.", "unresolved"},
		{"without an article it is a common noun", "en", "States shall conclude Convention.", ""},
		{"a piece of a longer title is no short name", "en", "the Convention on the Rights of the Child and the Convention on Imaginary Rights", crc + " title:en:convention on imaginary rights"},
		{"a short name between title marks is sure to be one", "zh", "执行《公约》", "unresolved"},
		{"the name in brackets is another of the same", "zh", "《儿童权利公约》(《公约》)规定", crc + " " + crc},
		{"a short name that the document has defined, whatever it names in between", "en", "the Convention on the Rights of the Child (the Convention) and, later, the Convention on Biological Diversity.\n\nStates shall apply the Convention.", crc + " " + crc + " convention-on-biological-diversity " + crc},
		{"the same in Russian, in another case", "ru", "Конвенция о правах ребенка (Конвенция) и Конвенция о биологическом разнообразии.\n\nВ соответствии с Конвенцией", crc + " " + crc + " convention-on-biological-diversity " + crc},
		{"a title that tells of no one thing is no node", "en", "reports of the Steering Committee", "unresolved"},
		{"but short for the longer one before it", "en", "the Steering Committee on Imaginary Tides met.\n\nthe Steering Committee reported", "title:en:steering committee on imaginary tides title:en:steering committee on imaginary tides"},
		{"the same in Spanish", "es", "el Comité Directivo sobre las Mareas Imaginarias se reunió.\n\nel Comité Directivo informó", "title:es:comité directivo sobre las mareas imaginarias title:es:comité directivo sobre las mareas imaginarias"},
		{"a word that the document has defined inside it", "en", "the Convention on the Rights of the Child (the Convention).\n\nthe Review Mechanism of the Convention", crc + " " + crc + " unresolved " + crc},
		{"a piece of a title that no table knows is not what the document has defined", "en", "the Convention on the Rights of the Child (the Convention).\n\nthe Convention on Imaginary Rights", crc + " " + crc + " title:en:convention on imaginary rights"},
		{"hereinafter", "en", "the Charter of the United Nations (hereinafter “the Basic Law”) binds.\n\nThe Basic Law binds.", charter + " " + charter},
	}
	for _, test := range tests {
		if got := named(find(t, test.lang, ga, test.text, record.Body)); got != test.want {
			t.Errorf("%s (%s): %q gives %q, want %q", test.protects, test.lang, test.text, got, test.want)
		}
	}
}

// TestNamesakes protects the choice among instruments of one name: the number
// beside it, the year beside it, else the latest that the document can know.
func TestNamesakes(t *testing.T) {
	const (
		forum   = "political-declaration-of-the-high-level-political-forum-on-sustainable-development-convened-under-the-auspices-of-the-general-assembly"
		forum19 = forum + "-2019-gearing-up-for-a-decade-of-action-and-delivery-for-sustainable-development"
		health  = "political-declaration-of-the-high-level-meeting-on-universal-health-coverage"
		aids06  = "political-declaration-on-hiv-aids"
		aids11  = "political-declaration-on-hiv-and-aids-intensifying-our-efforts-to-eliminate-hiv-and-aids"
		aids16  = "political-declaration-on-hiv-and-aids-on-the-fast-track-to-accelerating-the-fight-against-hiv-and-to-ending-the-aids-epidemic-by-2030"
		forumEn = "Political declaration of the high-level political forum on sustainable development convened under the auspices of the General Assembly"
		healthE = "political declaration of the high-level meeting on universal health coverage"
	)
	tests := []struct{ protects, lang, date, text, want, rule string }{
		{"the number in brackets after the title", "en", "2024-01-01", "the " + forumEn + " (resolution 74/4, annex) sets goals", forum19, "name:number"},
		{"the number before the title", "en", "2024-01-01", "in resolution 74/4 of 15 October 2019, entitled “" + forumEn + "”, it did", forum19, "name:number"},
		{"the nearer of two numbers", "en", "2024-01-01", "the " + forumEn + " (resolution 78/1, annex) goes further than what was said four years before that in resolution 74/4", forum, "name:number"},
		{"two numbers in one list are two things", "en", "2024-01-01", "in resolutions 74/2 of 10 October 2019 and 78/4 of 5 October 2023 it adopted the " + healthE, "ambiguous", "name"},
		{"the number in the footnote of the title", "en", "2024-01-01", "the " + healthE + ";¹\n\nnote:¹ Resolution 74/2.", health, "name:number"},
		{"the number in a Chinese footnote after a pause mark", "zh", "2024-01-01", "全民健康覆盖问题高级别会议政治宣言、¹\n\nnote:¹ 第74/2号决议。", health, "name:number"},
		{"the number in Arabic", "ar", "2024-01-01", "الإعلان السياسي للاجتماع الرفيع المستوى المعني بالتغطية الصحية الشاملة (القرار 78/4)", health + "-2023", "name:number"},
		{"a resolution that adopted none of them says nothing", "en", "2020-01-01", "the " + healthE + " (resolution 60/288)", health, "name:latest"},
		{"the year before the title", "en", "2024-01-01", "the 2016 Political Declaration on HIV and AIDS", aids16, "name:date"},
		{"the year after a Russian title", "ru", "2024-01-01", "в Политической декларации по ВИЧ и СПИДу 2011 года", aids11, "name:date"},
		{"the latest before the document", "en", "2021-01-01", "the Political Declaration on HIV/AIDS", aids16, "name:latest"},
		{"one that the document cannot know is out", "en", "2008-01-01", "the Political Declaration on HIV/AIDS", aids06, "name:latest"},
		{"without a date of the document all fit", "en", "", "the Political Declaration on HIV/AIDS", "ambiguous", "name"},
		{"a Russian plural means no one of them", "ru", "2024-01-01", "политические декларации по ВИЧ/СПИДу", "", ""},
	}
	for _, test := range tests {
		refs := findDated(t, test.lang, test.date, test.text)
		rule := ""
		for _, r := range refs {
			if r.Kind == record.Instrument {
				rule = r.Rule
			}
		}
		if got := named(refs); got != test.want && got != strings.TrimSpace(test.want+" "+ga) && got != strings.TrimSpace(ga+" "+test.want) || rule != test.rule {
			t.Errorf("%s (%s): %q gives %q by %q, want %q by %q", test.protects, test.lang, test.text, got, rule, test.want, test.rule)
		}
	}
}
