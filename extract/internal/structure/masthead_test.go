package structure

import (
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// TestAgendaItems reads the items of the agenda that a masthead names, and the one in
// brackets below the title of a draft report.
func TestAgendaItems(t *testing.T) {
	for _, c := range []struct {
		protects, lang string
		lines          []string
		want           string
	}{
		{"two letters of an item", "en", []string{"E/2036/76", "Economic and Social Council", "Distr.: General", "16 June 2036", "2036 session", "Agenda item 13 (f) and (g)", "Wells of the high valleys", "Report of the Secretary-General", "1. The wells were counted."}, "13 (f), 13 (g)"},
		{"three letters, and another item", "en", []string{"E/2036/77", "Economic and Social Council", "Distr.: General", "16 June 2036", "2036 session", "Agenda items 13 (f), (g) and (h) and 14", "Wells of the high valleys", "Report of the Secretary-General", "1. The wells were counted."}, "13 (f), 13 (g), 13 (h), 14"},
		{"so in French", "fr", []string{"E/2036/76", "Conseil économique et social", "Distr. générale", "16 juin 2036", "Session de 2036", "Point 13 f) et g) de l’ordre du jour", "Puits des hautes vallées", "Rapport du Secrétaire général", "1. Les puits ont été comptés."}, "13 (f), 13 (g)"},
		{"so in Spanish", "es", []string{"E/2036/76", "Consejo Económico y Social", "Distr. general", "16 de junio de 2036", "Período de sesiones de 2036", "Tema 13 f) y g) del programa", "Pozos de los valles altos", "Informe del Secretario General", "1. Se contaron los pozos."}, "13 (f), 13 (g)"},
		{"so in Chinese", "zh", []string{"E/2036/76", "经济及社会理事会", "Distr.: General", "16 June 2036", "2036年会议", "议程项目13(f)和(g)", "山谷的水井", "秘书长的报告", "1. 水井已经清点。"}, "13 (f), 13 (g)"},
		{"below the title of a draft report", "en", []string{"E/AC.51/2036/L.4/Add.32", "Economic and Social Council", "Distr.: Limited", "29 May 2036", "Sixty-fifth session", "Draft report", "Rapporteur: Ms. Alma Brunnen (Valley)", "Addendum", "Programme questions: wells", "(Item 3 (b))", "1. At its 7th meeting, the Committee considered the wells."}, "3 (b)"},
		{"in French", "fr", []string{"E/AC.51/2036/L.4/Add.32", "Conseil économique et social", "Distr. limitée", "29 mai 2036", "Soixante-cinquième session", "Projet de rapport", "Additif", "Questions relatives au programme : puits", "(Point 3 b))", "1. À sa 7e séance, le Comité a examiné les puits."}, "3 (b)"},
		{"in Spanish", "es", []string{"E/AC.51/2036/L.4/Add.32", "Consejo Económico y Social", "Distr. limitada", "29 de mayo de 2036", "65º período de sesiones", "Proyecto de informe", "Adición", "Cuestiones relativas al programa: pozos", "(Tema 3 b))", "1. En su séptima sesión, el Comité examinó los pozos."}, "3 (b)"},
		{"in Russian, with a small letter", "ru", []string{"E/AC.51/2036/L.4/Add.32", "Экономический и Социальный Совет", "Distr.: Limited", "29 мая 2036 года", "Шестьдесят пятая сессия", "Проект доклада", "Добавление", "Вопросы программы: колодцы", "(пункт 3 b) повестки дня)", "1. На своем 7-м заседании Комитет рассмотрел вопрос о колодцах."}, "3 (b)"},
		{"in Arabic", "ar", []string{"E/AC.51/2036/L.4/Add.32", "المجلس الاقتصادي والاجتماعي", "Distr.: Limited", "29 May 2036", "الدورة الخامسة والستون", "مشروع التقرير", "إضافة", "المسائل البرنامجية: الآبار", "(البند 3 (ب))", "1 - نظرت اللجنة في جلستها السابعة في مسألة الآبار."}, "3 (b)"},
		{"in Chinese, with wide brackets", "zh", []string{"E/AC.51/2036/L.4/Add.32", "经济及社会理事会", "Distr.: Limited", "29 May 2036", "第六十五届会议", "报告草稿", "增编", "方案问题：水井", "（项目3(b)）", "1. 委员会在第7次会议上审议了水井问题。"}, "3 (b)"},
		{"without brackets below the title", "en", []string{"E/AC.51/2036/L.4/Add.33", "Economic and Social Council", "Distr.: Limited", "29 May 2036", "Sixty-fifth session", "Draft report", "Agenda item 3 (b)", "1. At its 7th meeting, the Committee considered the wells."}, "3 (b)"},
		{"but no line of the text", "en", []string{"E/AC.51/2036/L.4/Add.34", "Economic and Social Council", "Distr.: Limited", "29 May 2036", "Sixty-fifth session", "Draft report", "1. At its 7th meeting, the Committee considered the wells.", "(Item 3 (b))"}, ""},
		{"nor a bracket with a number of something else", "en", []string{"E/AC.51/2036/L.4/Add.35", "Economic and Social Council", "Distr.: Limited", "29 May 2036", "Sixty-fifth session", "Draft report", "(Items)", "(Part 3 (b))", "1. At its 7th meeting, the Committee considered the wells."}, ""},
	} {
		docs := Documents(&block.Text{Text: strings.Join(c.lines, "\n\n"), Lang: c.lang})
		if docs[0].AgendaItem != c.want {
			t.Errorf("%s (%s): %q, want %q", c.protects, c.lang, docs[0].AgendaItem, c.want)
		}
	}
}

// TestIssuers tells the body whose document it is where the symbol names an organ and a
// number of a body below it, which no table has.
func TestIssuers(t *testing.T) {
	for _, c := range []struct {
		protects, lang string
		lines          []string
		want           string
	}{
		{"a conference, with its year", "en", []string{"A/CONF.930/2036/2", "Distr.: General", "6 February 2036", "2036 United Nations Conference on Sustainable Development", "Item 3 of the provisional agenda*", "Provisional rules of procedure", "1. The wells were counted."}, "entity:united-nations-conference-on-sustainable-development"},
		{"broken into lines, below the name of the organ", "en", []string{"A/CONF.930/2036/2", "General Assembly", "Distr.: General", "6 February 2036", "United Nations Conference on", "Sustainable Development", "Provisional rules of procedure", "1. The wells were counted."}, "entity:united-nations-conference-on-sustainable-development"},
		{"in French", "fr", []string{"A/CONF.930/2036/2", "Distr. générale", "6 février 2036", "Conférence des Nations Unies sur le développement durable", "Règlement intérieur provisoire", "1. Les puits ont été comptés."}, "entity:united-nations-conference-on-sustainable-development"},
		{"in Spanish", "es", []string{"A/CONF.930/2036/2", "Distr. general", "6 de febrero de 2036", "Conferencia de las Naciones Unidas sobre el Desarrollo Sostenible", "Reglamento provisional", "1. Se contaron los pozos."}, "entity:united-nations-conference-on-sustainable-development"},
		{"in Russian", "ru", []string{"A/CONF.930/2036/2", "Distr.: General", "6 февраля 2036 года", "Конференция Организации Объединенных Наций по устойчивому развитию", "Временные правила процедуры", "1. Колодцы сосчитаны."}, "entity:united-nations-conference-on-sustainable-development"},
		{"in Arabic", "ar", []string{"A/CONF.930/2036/2", "Distr.: General", "6 February 2036", "مؤتمر الأمم المتحدة للتنمية المستدامة", "النظام الداخلي المؤقت", "1 - أُحصيت الآبار."}, "entity:united-nations-conference-on-sustainable-development"},
		{"in Chinese", "zh", []string{"A/CONF.930/2036/2", "Distr.: General", "6 February 2036", "联合国可持续发展大会", "暂行议事规则", "1. 水井已经清点。"}, "entity:united-nations-conference-on-sustainable-development"},
		{"a conference that no table has is no organ's", "en", []string{"A/CONF.930/2036/2", "General Assembly", "Distr.: General", "6 February 2036", "World Conference on Wells", "Provisional rules of procedure", "1. The wells were counted."}, ""},
		{"a committee by its masthead", "en", []string{"A/AC.930/2036/2", "General Assembly", "Distr.: General", "6 February 2036", "Committee on Information", "Organization of work", "1. The wells were counted."}, "entity:committee-on-information"},
		{"else the organ", "en", []string{"A/AC.930/2036/2", "General Assembly", "Distr.: General", "6 February 2036", "Committee on Wells", "Organization of work", "1. The wells were counted."}, "entity:general-assembly"},
		{"the organ's own documents name others in their titles", "en", []string{"A/91/140", "General Assembly", "Distr.: General", "6 February 2036", "Ninety-first session", "Committee on Information", "1. The wells were counted."}, "entity:general-assembly"},
		{"a committee that the table of symbols has", "en", []string{"A/AC.182/2036/L.5", "General Assembly", "Distr.: Limited", "20 February 2036", "Draft report", "1. The wells were counted."}, "entity:special-committee-on-the-charter-of-the-united-nations-and-on-the-strengthening-of-the-role-of-the-organization"},
	} {
		docs := Documents(&block.Text{Text: strings.Join(c.lines, "\n\n"), Lang: c.lang})
		if docs[0].Body != c.want {
			t.Errorf("%s (%s): %q, want %q", c.protects, c.lang, docs[0].Body, c.want)
		}
	}
}
