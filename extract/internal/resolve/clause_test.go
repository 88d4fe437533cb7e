package resolve_test

import "testing"

// TestBodiesOfOtherClauses: a body owns a number where the clause says so, and not
// where it stands in a title, a modifier or the next clause.
func TestBodiesOfOtherClauses(t *testing.T) {
	const hrc = "A/HRC/RES/34/24"
	checkOwners(t, []ownerTest{
		{"a report to the Council", "en", ga, "the report that the expert submitted to the Human Rights Council pursuant to resolutions 34/24 and 40/20,", hrc + " A/HRC/RES/40/20"},
		{"a report to the Council", "es", ga, "el informe presentado al Consejo de Derechos Humanos en cumplimiento de la resolución 34/24,", hrc},
		{"a report to the Council", "fr", ga, "le rapport soumis au Conseil des droits de l’homme en application de la résolution 34/24,", hrc},
		{"a report to the Council", "ru", ga, "доклад, представленный Совету по правам человека во исполнение резолюции 34/24,", hrc},
		{"a report to the Council", "ar", ga, "التقرير المقدم إلى مجلس حقوق الإنسان عملا بالقرار 34/24،", hrc},
		{"a report to the Council", "zh", ga, "专家根据第34/24号决议向人权理事会提交的报告，", hrc},
		{"whose number the words say", "en", ga, "submitted to the Human Rights Council pursuant to General Assembly resolution 60/251,", "A/RES/60/251"},
		{"the session is that of the number", "en", ga, "the United Nations Environment Assembly at its resumed fifth session, in resolution 5/14 of 2 March 2022,", "UNEP/EA.5/Res.14"},
		{"a body of the next clause", "en", ga, "the latest being resolution 75/233 of 21 December 2020, and the resolutions of the Commission on the Status of Women,", "A/RES/75/233"},
		{"a body in a modifier", "zh", ga, "回顾大会通过非洲联盟所拟案文的2016年7月29日第70/299号决议，", "A/RES/70/299"},
		{"the full name of the organ", "ar", ga, "إذ يشير إلى قرار الجمعية العامة للأمم المتحدة 46/182،", "A/RES/46/182"},
		{"the full name of the organ", "ru", ga, "резолюцию 46/182 Генеральной Ассамблеи Организации Объединенных Наций,", "A/RES/46/182"},
		{"the full name of the organ", "fr", ga, "la résolution 46/182 de l’Assemblée générale des Nations Unies,", "A/RES/46/182"},
	})
}

// TestOpeningFormula: a text that begins with a body's opening formula is that
// body's, and "its" means it, whatever body issued the document.
func TestOpeningFormula(t *testing.T) {
	const council = "entity:economic-and-social-council"
	checkOwners(t, []ownerTest{
		{"a draft for the Assembly", "en", council, "Recommends the following draft resolution: The General Assembly, Recalling its resolutions 75/196 and 77/237,", "A/RES/75/196 A/RES/77/237"},
		{"a commission's own text", "en", council, "The Economic and Social Commission for Asia and the Pacific,\n\nRecalling its resolution 71/1 of 29 May 2015,", "E/ESCAP/RES/71/1"},
		{"a commission's own text", "fr", council, "La Commission économique et sociale pour l’Asie et le Pacifique,\n\nRappelant sa résolution 71/1 du 29 mai 2015,", "E/ESCAP/RES/71/1"},
		{"a commission's own text", "es", council, "La Comisión Económica y Social para Asia y el Pacífico,\n\nRecordando su resolución 71/1, de 29 de mayo de 2015,", "E/ESCAP/RES/71/1"},
		{"a commission's own text", "zh", council, "亚洲及太平洋经济社会委员会，\n\n回顾其2015年5月29日第71/1号决议，", "E/ESCAP/RES/71/1"},
		{"one without symbols", "en", council, "The Economic Commission for Africa,\n\nRecalling its resolution 879 (XLIV),", "?"},
		{"the Council's own", "en", council, "The Economic and Social Council,\n\nRecalling its resolution 2019/12,", "E/RES/2019/12"},
	})
}
