package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// TestReadMark tells the numbers and letters that begin a paragraph from
// numbers that do not.
func TestReadMark(t *testing.T) {
	tests := []struct {
		lang, line string
		kind       markKind
		value      int
		rest       string // the words after the mark
		why        string
	}{
		{"en", "42. Requests", digitMark, 42, "Requests", "the common form"},
		{"fr", "42\u00A0.\u00A0Prie", digitMark, 42, "Prie", "a blank before the stop"},
		{"zh", "７．请秘书长", digitMark, 7, "请秘书长", "full-width digit and stop"},
		{"zh", "12. **请**秘书长", digitMark, 12, "**请**秘书长", "Markdown emphasis belongs to the words"},
		{"zh", "**12.** 请", digitMark, 12, "** 请", "emphasis around the number"},
		{"en", `3\. Decides`, digitMark, 3, "Decides", "a Markdown escape"},
		{"ar", "3 - تطلب", digitMark, 3, "تطلب", "Arabic writes a dash"},
		{"ar", "\u200F٣ - تطلب", digitMark, 3, "تطلب", "a mark of direction, Arabic digits"},
		{"ru", "46‑е пленарное заседание", noMark, 0, "", "an ordinal with a hyphen"},
		{"en", "75/291. Strategy", noMark, 0, "", "the number of a resolution"},
		{"en", "1.5 per cent", noMark, 0, "", "a decimal"},
		{"en", "2020. The year", noMark, 0, "", "a year"},
		{"en", "10 – 20 lamps", noMark, 0, "", "a range"},
		{"en", "12 See resolution 70/1", plainMark, 12, "See resolution 70/1", "perhaps a footnote"},
		{"en", "(12) See resolution", parenMark, 12, "See resolution", "perhaps a footnote, perhaps an item"},
		{"en", "¹² Resolution 70/1", noteMark, 12, "Resolution 70/1", "a footnote"},
		{"en", "12/ Resolution 70/1", noteMark, 12, "Resolution 70/1", "a footnote of the typewriter's time"},
		{"en", "12/31 of the year", noMark, 0, "", "two numbers and a slash"},
		{"ar", "¹ () قرار", noteMark, 1, "قرار", "a footnote whose brackets were emptied"},
		{"ar", "(¹) قرار", noteMark, 1, "قرار", "a footnote in brackets"},
		{"en", "¹ (A/75/1)", noteMark, 1, "(A/75/1)", "the bracket belongs to the words"},
		{"en", "[^3]: Resolution", noteMark, 3, "Resolution", "a Markdown footnote"},
		{"en", "(b) To print", letterMark, 2, "To print", ""},
		{"zh", "（b）印发", letterMark, 2, "印发", "full-width brackets"},
		{"zh", `\(b\) 印发`, letterMark, 2, "印发", "escaped brackets"},
		{"fr", "b) D’imprimer", letterMark, 2, "D’imprimer", "one bracket"},
		{"ar", "(ب) أن", letterMark, 2, "أن", "Arabic letters count by abjad"},
		{"ar", "(هـ) أن", letterMark, 5, "أن", "a letter with a stroke after it"},
		{"en", "(bb) To", letterMark, 28, "To", "letters begin anew after z"},
		{"en", "(iii) To", romanMark, 3, "To", ""},
		{"ar", "’3‘ أن", romanMark, 3, "أن", "Arabic numbers the third level"},
		{"zh", "㈢ 印发", romanMark, 3, "印发", "so does Chinese"},
		{"zh", "(三) 印发", romanMark, 3, "印发", ""},
		{"fr", "d’accueil et", noMark, 0, "", "an apostrophe closes no bracket"},
		{"en", "(see annex)", noMark, 0, "", "a remark in brackets"},
		{"en", "Lamps", noMark, 0, "", "a word"},
		{"en", "1.", noMark, 0, "", "a number and nothing after it"},
	}
	for _, test := range tests {
		m := readMark(test.line, vocabularies()[test.lang])
		if m.kind != test.kind || m.value != test.value {
			t.Errorf("%s %q (%s): got kind %d value %d, want %d %d", test.lang, test.line, test.why, m.kind, m.value, test.kind, test.value)
		} else if m.kind != noMark && test.line[m.end:] != test.rest {
			t.Errorf("%s %q (%s): words are %q, want %q", test.lang, test.line, test.why, test.line[m.end:], test.rest)
		}
	}
}

// TestNumbering follows marks through a list and its sublists.
func TestNumbering(t *testing.T) {
	tests := []struct {
		lang, why string
		lines     []string
		want      []string
	}{
		{"en", "(i) after (a) is a roman one", []string{"3. x", "(a) x", "(i) x", "(ii) x", "(b) x", "4. x"},
			[]string{"3", "3 (a)", "3 (a) (i)", "3 (a) (ii)", "3 (b)", "4"}},
		{"en", "(i) after (h) is a letter", []string{"3. x", "(h) x", "(i) x", "(j) x"},
			[]string{"3", "3 (h)", "3 (i)", "3 (j)"}},
		{"en", "roman numbers straight below the number", []string{"3. x", "(i) x", "(ii) x", "(v) x"},
			[]string{"3", "3 (i)", "3 (ii)", "3 (v)"}},
		{"ru", "Cyrillic letters that look Latin", []string{"3. x", "а) x", "b) x", "с) x", "d) x", "е) x"},
			[]string{"3", "3 (a)", "3 (b)", "3 (c)", "3 (d)", "3 (e)"}},
		{"ru", "Cyrillic letters by the alphabet", []string{"3. x", "а) x", "б) x", "в) x", "г) x", "д) x", "е) x"},
			[]string{"3", "3 (a)", "3 (b)", "3 (c)", "3 (d)", "3 (e)", "3 (f)"}},
		{"ar", "abjad, then numbers", []string{"3 - x", "(أ) x", "(ب) x", "’1‘ x", "(ج) x"},
			[]string{"3", "3 (a)", "3 (b)", "3 (b) (i)", "3 (c)"}},
	}
	for _, test := range tests {
		var n numbering
		for i, line := range test.lines {
			got := n.next(readMark(line, vocabularies()[test.lang]))
			if got != test.want[i] {
				t.Errorf("%s, %s: line %d is %q, want %q", test.lang, test.why, i, got, test.want[i])
			}
		}
	}
}

// TestDate reads the dates of mastheads in every language.
func TestDate(t *testing.T) {
	tests := []struct{ lang, line, want string }{
		{"en", "Resolution adopted by the General Assembly on 16 December 2020", "2020-12-16"},
		{"en", "Done on December 16, 2020", "2020-12-16"},
		{"en", "Adopted at its 8732nd meeting, on 25 February 2020", "2020-02-25"},
		{"fr", "Résolution adoptée par l’Assemblée générale le 1er août 2021", "2021-08-01"},
		{"es", "Resolución aprobada el 28 de diciembre de 2020", "2020-12-28"},
		{"ru", "Резолюция, принятая Генеральной Ассамблеей 16 декабря 2020 года", "2020-12-16"},
		{"ru", "28 December 2020", "2020-12-28"}, // mastheads keep English lines
		{"ar", "قرار اتخذته الجمعية العامة في 16 كانون الأول/ديسمبر 2020", "2020-12-16"},
		{"ar", "في 14 حزيران/ يونيه 2024", "2024-06-14"},
		{"ar", "في ١٦ تشرين الثاني/نوفمبر ٢٠٢٠", "2020-11-16"},
		{"zh", "2020年12月16日大会决议", "2020-12-16"},
		{"zh", "2021 年 6 月 30 日", "2021-06-30"},
		{"en", "in December 2020", ""}, // no day
		{"en", "40 March 2020", ""},
		{"en", "The maybe of 12 lamps in 2020", ""}, // a month within a word
	}
	for _, test := range tests {
		if got := vocabularies()[test.lang].date(test.line); got != test.want {
			t.Errorf("%s %q: got %q, want %q", test.lang, test.line, got, test.want)
		}
	}
}

// TestSession reads ordinals in every language.
func TestSession(t *testing.T) {
	tests := []struct{ lang, line, want string }{
		{"en", "Seventy-fifth session", "75"},
		{"en", "Twentieth session", "20"},
		{"en", "Eleventh emergency special session", "ES-11"},
		{"en", "Thirty-second special session", "S-32"},
		{"en", "2021 session", "2021"},
		{"fr", "Soixante-quinzième session", "75"},
		{"fr", "Soixante-dix-huitième session", "78"},
		{"fr", "Soixante et onzième session", "71"},
		{"fr", "Quatre-vingtième session", "80"},
		{"fr", "Quatre-vingt-deuxième session", "82"},
		{"fr", "Onzième session extraordinaire d’urgence", "ES-11"},
		{"es", "Septuagésimo quinto período de sesiones", "75"},
		{"es", "Undécimo período extraordinario de sesiones de emergencia", "ES-11"},
		{"ru", "Семьдесят пятая сессия", "75"},
		{"ru", "Одиннадцатая чрезвычайная специальная сессия", "ES-11"},
		{"zh", "第七十五届会议", "75"},
		{"zh", "第十一届紧急特别会议", "ES-11"},
		{"zh", "第八十届会议", "80"},
		{"ar", "الدورة الخامسة والسبعون", "75"},
		{"ar", "الدورة الاستثنائية الطارئة الحادية عشرة", "ES-11"},
		{"en", "Agenda item 7", ""},
	}
	for _, test := range tests {
		if got := vocabularies()[test.lang].session(test.line); got != test.want {
			t.Errorf("%s %q: got %q, want %q", test.lang, test.line, got, test.want)
		}
	}
}

// TestSessionOfCouncil gives documents of the Economic and Social Council the year of its
// session and not the session of a committee, which their title names.
func TestSessionOfCouncil(t *testing.T) {
	tests := []struct{ text, want string }{
		{"E/2048/45/Add.1\nUnited Nations\nCommittee of Experts on Wells\nReport on the thirtieth session\n", "2048"},
		{"E/2048/45\nUnited Nations\nEconomic and Social Council\n2048 session\n", "2048"},
		{"E/1962/45\nUnited Nations\nEconomic and Social Council\nThirty-third session\n", "33"},
		{"E/CN.3/2048/7\nUnited Nations\nStatistical Commission\nSeventy-ninth session\n", "79"},
		{"E/2048/46\nUnited Nations\nEconomic and Social Council\n", ""},
	}
	for _, tt := range tests {
		if d := Documents(&block.Text{Text: tt.text, Lang: "en"})[0]; d.Session != tt.want {
			t.Errorf("%q: session %q, not %q", tt.text, d.Session, tt.want)
		}
	}
}

// TestLanguage tells the language of short texts and of those whose masthead
// is in another.
func TestLanguage(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The General Assembly,", "en"},
		{"La Asamblea General, recordando las lámparas de los faros", "es"},
		{"L’Assemblée générale, rappelant les lampes des phares", "fr"},
		{"Генеральная Ассамблея,", "ru"},
		{"大会，", "zh"},
		{"إن الجمعية العامة،", "ar"},
		{"A/RES/75/400 Distr.: General 28 December 2020 Original: English Генеральная Ассамблея", "ru"},
		{"A/RES/75/400 Distr.: General 28 December 2020 Original: English 大会", "zh"},
		{"A report of the city of Beijing (北京) and the towers that it built by the sea in the year of the flood", "en"},
		{"12 34 56", "en"}, // tells nothing
		{"Véase A/75/6 (Sect. 28), párr. 28.12.", "es"}, // a note has few words
		{"Voir A/RES/60/1, annexe.", "fr"},
	}
	for _, test := range tests {
		if got := Language(test.text); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
	}
}

// TestSymbols finds the symbols of a masthead line, and nothing else.
func TestSymbols(t *testing.T) {
	tests := []struct {
		line string
		want []string
	}{
		{"[on the report (A/75/478/Add.1, para. 10)]", []string{"A/75/478/Add.1"}},
		{"S/RES/2511 (2020)", []string{"S/RES/2511 (2020)"}},
		{"A/C.3/75/L.42/Rev.1 and A/77/6(Sect.26).", []string{"A/C.3/75/L.42/Rev.1", "A/77/6(Sect.26)"}},
		{"and/or 24/7, km/h", nil},
		{"http://x/A", nil},
	}
	for _, test := range tests {
		var got []string
		for _, s := range symbolsIn(test.line, 0) {
			got = append(got, test.line[s.span.Start:s.span.End])
		}
		if len(got) != len(test.want) {
			t.Errorf("%q: got %q, want %q", test.line, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: got %q, want %q", test.line, got, test.want)
			}
		}
	}
}

// TestOwnSymbol reads the symbol at the head of a document in every form that
// print gives it.
func TestOwnSymbol(t *testing.T) {
	tests := []struct{ line, symbol, alias, body, why string }{
		{"A/75/729", "A/75/729", "", "entity:general-assembly", "plain"},
		{"A/75/729 (Part II)", "A/75/729(PartII)", "", "entity:general-assembly", "a part in brackets"},
		{"A/79/6 (Sect. 24)*", "A/79/6(Sect.24)", "", "entity:general-assembly", "a section of the budget, and a star"},
		{"A/RES/2200 (XXI) A", "A/RES/2200(XXI)A", "", "entity:general-assembly", "a roman session and a letter"},
		{"A/RES/78/80 A-C", "A/RES/78/80", "", "entity:general-assembly", "the letters of several parts are not the symbol's"},
		{"A/RES/78/80 A and B", "A/RES/78/80", "", "entity:general-assembly", "so joined by a word"},
		{"А/С.3/75/L.12", "A/C.3/75/L.12", "", "entity:third-committee", "Cyrillic letters"},
		{"A/RES/٧٥/٢٩١", "A/RES/75/291", "", "entity:general-assembly", "Arabic-Indic figures"},
		{"Ａ／ＨＲＣ／４４／２", "A/HRC/44/2", "", "entity:human-rights-council", "full width"},
		{"A/74/976–S/2020/773", "A/74/976", "S/2020/773", "entity:general-assembly", "two symbols, an en dash"},
		{"A/74/976-", "A/74/976", "", "entity:general-assembly", "the second stands on the next line"},
		{"JIU/REP/2024/3 [Expanded report]", "JIU/REP/2024/3", "", "entity:joint-inspection-unit", "a remark in square brackets"},
		{"ICC-ASP/20/Res.5", "ICC-ASP/20/Res.5", "", "entity:assembly-of-states-parties-to-the-rome-statute-of-the-international-criminal-court", "a series that running text is not searched for"},
		{"ISBA/25/A/10", "ISBA/25/A/10", "", "entity:international-seabed-authority", "the Seabed Authority"},
		{"TD/B/71/4", "TD/B/71/4", "", "entity:trade-and-development-board", "the longest series that fits"},
		{"E/ECE/1488", "E/ECE/1488", "", "entity:economic-commission-for-europe", "a regional commission"},
		{"Requests under A/75/729", "", "", "", "a line that cites"},
		{"A/75/729 was issued", "", "", "", "a sentence"},
		{"75/291", "", "", "", "a bare number"},
		{"and/or", "", "", "", "no symbol"},
	}
	for _, test := range tests {
		o, ok := ownSymbol(test.line)
		if !ok {
			o = own{}
		}
		if alias := strings.Join(o.aliases, " "); o.symbol != test.symbol || alias != test.alias || o.body != test.body {
			t.Errorf("%q (%s): got %q, %q, %q, want %q, %q, %q", test.line, test.why, o.symbol, alias, o.body, test.symbol, test.alias, test.body)
		}
	}
}

// TestPieces says which halves are one paragraph and which are two.
func TestPieces(t *testing.T) {
	tests := []struct {
		why, lang, text string
		want            []int // pieces of each paragraph that is no footnote
	}{
		{"a word cut at the foot of the page", "zh", "大会，\n\n回顾看守人在塔上点灯的时候所看到的一切以及从塔下驶过的船只的名\n\n¹ 同上。\n\n称，\n\n1. 决定。", []int{1, 2, 1}},
		{"a comma and a small letter", "en", "The General Assembly,\n\nNoting the lamps,\n\n¹ Ibid.\n\nand the oil in them,\n\n1. Decides.", []int{1, 2, 1}},
		{"a clause without a stop is torn, though a verb follows", "zh", "大会，\n\n回顾看守人在塔上点灯的时候所看到的一切以及从塔下驶过的船只的名，并\n\n¹ 同上。\n\n注意到灯，\n\n1. 决定。", []int{1, 2, 1}},
		{"the next clause begins with its own verb", "zh", "大会，\n\n回顾看守人在塔上点灯的时候所看到的一切以及从塔下驶过的船只的名字，\n\n¹ 同上。\n\n注意到灯，\n\n1. 决定。", []int{1, 1, 1, 1}},
		{"a number begins a paragraph of its own", "en", "The General Assembly,\n\nNoting the lamps which stand on the towers by the sea and in the\n\n¹ Ibid.\n\n1. Decides.", []int{1, 1, 1}},
		{"a heading is no first half", "en", "The General Assembly,\n\n1. Decides.\n\nLamps\n\n¹ Ibid.\n\n2. Decides.", []int{1, 1, 1, 1}},
		{"the head and foot of a page stand between", "en",
			"A/RES/75/400\n\nThe General Assembly,\n\n1. Requests the keepers to count all the lamps that they can\n\n21-00042 2/3\n\nA/RES/75/400\n\nsee.", []int{1, 1, 2}},
		{"the head of the first page has lost its gap", "en",
			"United Nations A/75/400\n\nThe General Assembly,\n\n1. Requests the keepers to count all the lamps that they can\n\nA/75/400\n\nsee.", []int{1, 1, 2}},
		{"three pages", "en", "The General Assembly,\n\n1. Requests the keepers to count all the lamps that they can\n\n¹ Ibid.\n\nsee from the tower and all the lamps that they cannot\n\n² Ibid.\n\nsee.", []int{1, 3}},
		{"a number after a comma goes on with the list", "ru", "Генеральная Ассамблея\n\n" +
			"ссылаясь на свои резолюции о фонарях 69/15 от 14 ноября 2014 года,\n71/8 от 2 ноября 2016 года, 72/27 от 5 декабря 2017 года,\n2019/13 от 7 июня 2019 года и 2021/16 от 9 июня 2021 года,\n\n" +
			"отмечая, что смотрители считали все фонари, которые они видели с\nбашни, и все фонари, которых они с башни не видели в тот день и\nв ту ночь, когда по морю шли корабли,\n\n1. постановляет.", []int{1, 1, 1, 1}},
		{"a full stop ends a paragraph whatever follows", "zh", "大会，\n\n1. 决定。\n\n¹ 同上。\n\n灯。", []int{1, 1, 1}},
	}
	for _, test := range tests {
		var got []int
		for _, p := range Documents(&block.Text{Text: test.text, Lang: test.lang})[0].Paragraphs {
			if p.Zone != "footnote" {
				got = append(got, len(p.Pieces))
			}
		}
		if len(got) != len(test.want) {
			t.Errorf("%s: got %v, want %v", test.why, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s: got %v, want %v", test.why, got, test.want)
			}
		}
	}
}

// TestWithoutNumber protects titles from the number of their own document,
// and titles that begin with a number of another sort.
func TestWithoutNumber(t *testing.T) {
	tests := []struct{ why, line, want string }{
		{"a decision", "74/556. Review of the lamps", "Review of the lamps"},
		{"Arabic writes a blank or a dash", "74/556 استعراض المصابيح", "استعراض المصابيح"},
		{"", "77/311 - تمويل المصابيح", "تمويل المصابيح"},
		{"Chinese", "74/556．审查灯具", "审查灯具"},
		{"a year is no number of a document", "2030 Agenda for Lamps", "2030 Agenda for Lamps"},
		{"", "Review of the lamps", "Review of the lamps"},
	}
	for _, test := range tests {
		if got := withoutNumber(test.line); got != test.want {
			t.Errorf("%q (%s): got %q, want %q", test.line, test.why, got, test.want)
		}
	}
}
