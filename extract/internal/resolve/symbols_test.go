package resolve_test

import "testing"

// TestSymbolsWholeOrTold: a symbol is read however print spoilt it, its range names
// all, and one of a series that no table has is told as unresolved.
func TestSymbolsWholeOrTold(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"a range of records", "en", ga, "see A/C.2/75/SR.11–13 and CRC/C/SR.900 to CRC/C/SR.902", "A/C.2/75/SR.11 A/C.2/75/SR.12 A/C.2/75/SR.13 CRC/C/SR.900 CRC/C/SR.901 CRC/C/SR.902"},
		{"a range of records", "ru", ga, "см. CERD/C/SR.2701–2703 и S/PV.9001 по 9002", "CERD/C/SR.2701 CERD/C/SR.2702 CERD/C/SR.2703 S/PV.9001 S/PV.9002"},
		{"a range of plain documents", "fr", ga, "documents A/CN.9/1001-1003, annexe", "A/CN.9/1001 A/CN.9/1002 A/CN.9/1003"},
		{"a list of records", "es", ga, "véanse A/C.3/75/SR.4, 6 y 7.", "A/C.3/75/SR.4 A/C.3/75/SR.6 A/C.3/75/SR.7"},
		{"what a comma parts is counted", "en", ga, "see A/C.3/75/SR.4, 12 pages long", "A/C.3/75/SR.4"},
		{"blanks around the slashes", "en", ga, "document A / 72 / 314, para. 4", "A/72/314"},
		{"glued to the word before", "en", ga, "set out inA/72/314 and noted byS/2020/77", "A/72/314 S/2020/77"},
		{"glued to the word before", "ar", ga, "في الوثيقةA/72/314", "A/72/314"},
		{"the year last is another organisation's", "en", ga, "the note S/1802/2019 on depots", "?"},
		{"a series in no table", "en", ga, "circular MEPC.2/Circ.21 and PSC/AHG/COMM.3", "? ?"},
		{"a series in no table", "zh", ga, "见EC-90/DG.4号文件和SOLAS/CONF.4/25号文件。", "? ?"},
		{"a series of another organisation", "fr", ga, "document WT/MIN(15)/W/7", "?"},
		{"two agencies with one root", "en", ga, "documents GC.17/4 and GC(60)/INF/2", "GC.17/4 ?"},
		{"chapter and regulation", "en", ga, "SOLAS regulations XI-2/3 and V/19-1 and the HIV/AIDS programme", ""},
		{"no symbols", "en", ga, "TCP/IP over USD/EUR 24/7, UNICEF/WHO and 3/4", ""},
	})
}

// TestLettersBeyondZ: parts beyond Z have doubled letters, with or without a blank.
func TestLettersBeyondZ(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"with a blank", "en", ga, "Recalling its resolution 54/54 Y, Z and AA,", "A/RES/54/54Y A/RES/54/54Z A/RES/54/54AA"},
		{"without", "fr", ga, "Rappelant sa résolution 54/54AA,", "A/RES/54/54AA"},
		{"in Cyrillic letters", "ru", ga, "ссылаясь на свою резолюцию 54/54 АА,", "A/RES/54/54AA"},
		{"in a symbol", "en", ga, "see A/RES/54/54 AA and BB", "A/RES/54/54AA A/RES/54/54BB"},
		{"a section", "en", ga, "resolution 54/54, II, and 54/55 II", "A/RES/54/54 A/RES/54/55"},
	})
}

// TestHanNumbers: numbers of the first sessions in the numerals of the language.
func TestHanNumbers(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"circled session", "zh", ga, "回顾其1946年12月14日第六十六㈠号决议，", "A/RES/66(I)"},
		{"thousands", "zh", ga, "回顾大会第二千六百二十五(二十五)号决议，", "A/RES/2625(XXV)"},
		{"a list", "zh", ga, "回顾其第一百八十一(二)号和第一百九十四(三)号决议，", "A/RES/181(II) A/RES/194(III)"},
		{"a paragraph", "zh", ga, "第三(二)段", ""},
	})
}

// TestTreatiesByPage: a treaty cited by volume and page is the one that begins there;
// where no table knows it, it is told as unresolved.
func TestTreatiesByPage(t *testing.T) {
	const covenant = "instrument:international-covenant-on-civil-and-political-rights"
	const child = "instrument:convention-on-the-rights-of-the-child"
	checkOwners(t, []ownerTest{
		{"volume and page", "en", ga, "see United Nations, Treaty Series, vol. 999, p. 171", covenant},
		{"as scholars write", "en", ga, "see 1577 UNTS 3", child},
		{"the number too", "en", ga, "see United Nations, Treaty Series, vol. 1577, p. 3, No. 27531", child},
		{"volume and page", "fr", ga, "voir Nations Unies, Recueil des Traités, vol. 999, p. 171", covenant},
		{"volume and page", "es", ga, "véase Naciones Unidas, Treaty Series, vol. 999, pág. 171", covenant},
		{"volume and page", "ru", ga, "см. United Nations, Treaty Series, vol. 999, p. 171", covenant},
		{"volume and page", "ar", ga, "انظر الأمم المتحدة، مجموعة المعاهدات، المجلد 999، الصفحة 171", covenant},
		{"a page is no registration number", "zh", ga, "见联合国，《条约汇编》，第999卷，第171页", covenant},
		{"a page that no table has", "en", ga, "see United Nations, Treaty Series, vol. 3999, p. 5", "?"},
	})
}
