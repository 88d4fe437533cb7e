package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// TestTitles reads the titles of documents that are no resolutions, and of drafts: what
// says what the document is, and no fact of the masthead.
func TestTitles(t *testing.T) {
	for _, c := range []struct {
		protects, lang string
		lines          []string
		want           string
	}{
		{"a provisional agenda names a session, and says where it is held", "en", []string{"A/91/140", "General Assembly", "Distr.: General", "3 July 2036", "Ninety-first session",
			"Provisional agenda of the ninety-first regular session of the Assembly of Wells*", "To convene at the upper hut, on Tuesday, 9 September 2036", "1. Opening of the session."},
			"Provisional agenda of the ninety-first regular session of the Assembly of Wells"},
		{"so in French", "fr", []string{"A/91/140", "Assemblée générale", "Distr. générale", "3 juillet 2036", "Quatre-vingt-onzième session",
			"Ordre du jour provisoire de la quatre-vingt-onzième session ordinaire de l’Assemblée des puits*", "Convoquée au refuge supérieur, le mardi 9 septembre 2036", "1. Ouverture de la session."},
			"Ordre du jour provisoire de la quatre-vingt-onzième session ordinaire de l’Assemblée des puits"},
		{"so in Chinese, where the word stands last", "zh", []string{"A/91/140", "大会", "Distr.: General", "3 July 2036", "第九十一届会议",
			"水井与山间小屋委员会第九十一届常会临时议程*", "定于2036年9月9日星期二在上屋召开", "1. 会议开幕。"}, "水井与山间小屋委员会第九十一届常会临时议程"},
		{"the report of a board on its session", "es", []string{"E/2036/34", "Consejo Económico y Social", "Distr. general", "24 de julio de 2036",
			"Informe de la Junta Ejecutiva del Fondo de los Pozos sobre la labor de su período de sesiones anual de 2036", "(10 a 13 de junio de 2036)*", "Índice", "Los pozos se contaron todos antes de que llegara el invierno a los valles altos."},
			"Informe de la Junta Ejecutiva del Fondo de los Pozos sobre la labor de su período de sesiones anual de 2036"},
		{"a programme of work, with nothing below it but a table", "ru", []string{"A/AC.97/2036/L.2", "Генеральная Ассамблея", "Distr.: Limited", "8 января 2036 года", "Тридцать первая сессия",
			"Проект программы работы тридцать первой сессии Комитета по колодцам", "10 ч. 00 м.", "280-е пленарное заседание"},
			"Проект программы работы тридцать первой сессии Комитета по колодцам"},
		{"the cover of a report", "en", []string{"A/91/55", "United Nations", "Report of the Committee on the Keepers of Huts", "Twenty-eighth session", "(6–24 March 2034)", "General Assembly",
			"Official Records", "Ninety-first Session", "Supplement No. 55", "A/91/55", "Note", "Symbols of documents are composed of letters combined with figures, and the wells are counted with them.", "Contents of this volume"},
			"Report of the Committee on the Keepers of Huts"},
		{"the title names a session, and the line that says whose report it is follows", "en", []string{"A/HRC/91/60", "General Assembly", "Distr.: General", "22 April 2036", "Human Rights Council", "Ninety-first session",
			"16 June–11 July 2036", "Agenda item 5", "Bodies and mechanisms", "Thirteenth session of the Forum on Wells and Huts", "Report of the Working Group on wells", "The Working Group counted the wells of the valley and found them all in use."},
			"Thirteenth session of the Forum on Wells and Huts"},
		{"below the agenda item the title, not the item", "en", []string{"E/HLPF/2036/1", "Economic and Social Council", "Distr.: General", "28 April 2036", "Item 1 of the provisional agenda",
			"Adoption of the agenda", "Provisional agenda and documentation of the forum", "1. Adoption of the agenda."},
			"Provisional agenda and documentation of the forum"},
		{"but a section is none", "en", []string{"E/2036/71", "Economic and Social Council", "Distr.: General", "28 April 2036", "Item 4 of the provisional agenda",
			"Wells of the dry valleys", "Introduction", "1. The wells were counted."}, "Wells of the dry valleys"},
		{"the place and the days are none", "en", []string{"E/C.2/2036/2/Add.3", "Economic and Social Council", "Distr.: General", "11 November 2035", "2036 regular session", "New York, 20–24 January 2036",
			"* The reports are issued without formal editing.", "Reports on wells for the period 2030–2033*", "Note by the Secretary-General", "1. Wells counted so far."},
			"Reports on wells for the period 2030–2033"},
		{"the report on a session, on a cover, is no name of a session", "en", []string{"E/2036/45/Add.1", "United Nations", "Committee of Experts on Wells", "Report on the thirtieth session", "(New York, 24–27 March 2036)",
			"Economic and Social Council", "Official Records, 2036 Supplement No. 25A", "Note", "Symbols of documents are composed of letters combined with figures, and the wells are counted with them.", "Contents"},
			"Report on the thirtieth session"},
		{"a draft report, not the item of the agenda that it is about", "en", []string{"E/AC.97/2036/L.4/Add.32", "Economic and Social Council", "Distr.: Limited", "29 May 2036", "Sixty-fifth session", "Draft report",
			"Rapporteur: Ms. Ana Pozo (Iraq)", "Addendum", "Programme questions: wells", "(Item 3 (b))", "Report of the Office of Wells on the wells of the valley", "1. At its 8th meeting, the Committee counted the wells."},
			"Draft report"},
		{"the report of the meeting that the masthead names", "en", []string{"A/CONF.999/11", "Third Meeting of the Keepers of the Wells", "Distr.: General", "6 May 2036", "Agenda item 15", "Consideration and adoption of the final document",
			"Report of the third Meeting of the Keepers of the Wells", "I. Introduction", "1. At its 10th plenary meeting, the Meeting counted the wells."},
			"Report of the third Meeting of the Keepers of the Wells"},
		{"but not that of an office of the body that it names", "en", []string{"E/ICEF/2036/11", "Economic and Social Council", "Distr.: General", "6 May 2036", "United Nations Fund for Wells and Huts", "Item 4 of the provisional agenda",
			"Wells of the dry valleys and of the high valleys", "Report of the Director of the United Nations Fund for Wells and Huts", "1. The wells were counted."},
			"Wells of the dry valleys and of the high valleys"},
		{"a draft has no number: the line above the opening", "en", []string{"E/2036/L.27", "Economic and Social Council", "Distr.: Limited", "22 July 2036", "Agenda item 17", "Wells in valleys",
			"Iraq: draft resolution", "Wells of the valley and the huts above it", "The Economic and Social Council,", "Recalling its resolution 2023/34 of 26 July 2023,", "1. Decides to count the wells."},
			"Wells of the valley and the huts above it"},
		{"a title that print broke into lines, in a script without blanks", "zh", []string{"A/91/71", "大会", "Distr.: General", "27 February 2036", "山谷水井和山间 小屋的现状", "秘书长的报告", "1. 水井已经清点。"},
			"山谷水井和山间小屋的现状"},
		{"the committee that a treaty set up is no title, whatever its name's length", "fr", []string{"CAT/C/TGO/CO/4", "Convention contre la torture et autres peines ou traitements cruels, inhumains ou dégradants", "Distr. générale", "9 décembre 2036",
			"Comité contre la torture", "Observations finales concernant les puits du Togo*", "1. Le Comité a compté les puits à sa 2000e séance."},
			"Observations finales concernant les puits du Togo"},
		{"so in Chinese", "zh", []string{"CERD/C/MNG/CO/25", "消除一切形式种族歧视国际公约", "Distr.: General", "17 December 2036", "消除种族歧视委员会", "关于蒙古国水井的结论性意见*", "1. 委员会清点了水井。"}, "关于蒙古国水井的结论性意见"},
		{"an agenda item with the star of a note", "zh", []string{"E/CN.5/2036/4", "经济及社会理事会", "Distr.: General", "21 November 2035", "第七十四届会议", "临时议程* 项目3(b)", "牧区儿童与水井", "秘书处的说明", "* E/CN.5/2036/1。", "1. 水井已经清点。"},
			"牧区儿童与水井"},
		{"the report on a visit, below the subject of its agenda item", "ar", []string{"A/HRC/91/44/Add.2", "الجمعية العامة", "Distr.: General", "12 January 2036", "مجلس حقوق الإنسان", "الدورة الحادية والتسعون", "البند 3 من جدول الأعمال",
			"تعزيز الآبار والأكواخ وحمايتها في الوديان العالية", "زيارة إلى منغوليا", "تقرير المقررة الخاصة المعنية بالآبار", "موجز", "زارت المقررة الخاصة الآبار كلها في الوديان العالية."}, "زيارة إلى منغوليا"},
		{"the record of a meeting is known by the meeting, not by what was spoken of", "es", []string{"A/91/PV.12", "Asamblea General", "Nonagésimo primer período de sesiones", "Documentos Oficiales", "12ª sesión plenaria", "Viernes 22 de septiembre de 2036, a las 15.00 horas",
			"Se abre la sesión a las 15.05 horas.", "Tema 8 del programa", "Debate general", "El Presidente habla de los pozos de los valles altos."}, "12ª sesión plenaria"},
		{"and not by the letter on its agenda", "fr", []string{"S/PV.19500", "Conseil de sécurité", "Quatre-vingt-onzième année", "19500e séance", "Vendredi 8 décembre 2036, à 10 heures", "Ordre du jour",
			"Lettre datée du 6 décembre 2036, adressée au Président du Conseil de sécurité", "La séance est ouverte à 10 h 5.", "Le Président parle des puits des hautes vallées."}, "19500e séance"},
		{"a record of a committee, broken into lines", "ru", []string{"A/C.5/91/SR.3", "Генеральная Ассамблея", "27 октября 2036 года", "Официальные отчеты", "Пятый комитет", "Краткий отчет о 3-м заседании,\nсостоявшемся в понедельник, 9 октября 2036 года, в 10 ч. 00 мин.",
			"1. Председатель говорит о колодцах высокогорных долин."}, "Краткий отчет о 3-м заседании"},
		{"a letter in Chinese, whose form stands last", "zh", []string{"S/2036/122", "安全理事会", "Distr.: General", "27 February 2036", "2036年2月24日秘书长给安全理事会主席的信", "谨随信转递关于山谷水井的报告，请将本函作为安全理事会的文件分发为荷。"},
			"2036年2月24日秘书长给安全理事会主席的信"},
	} {
		docs := Documents(&block.Text{Text: strings.Join(c.lines, "\n\n"), Lang: c.lang})
		if docs[0].Title != c.want {
			t.Errorf("%s (%s): %q, want %q", c.protects, c.lang, docs[0].Title, c.want)
		}
	}
}
