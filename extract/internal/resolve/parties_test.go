package resolve_test

import "testing"

// TestNamesInCases: a convention in the title of a case between States is part of it, and
// no citation of the convention; nor are its parties mentioned.
func TestNamesInCases(t *testing.T) {
	checkNames(t, []nameTest{
		{"parties in brackets", "en", "recalling Application of the Convention on the Rights of the Child (Peru v. Chile), and the rest,", "?"},
		{"parties in brackets", "fr", "rappelant l'Application de la Convention relative aux droits de l'enfant (Pérou c. Chili), et le reste,", "?"},
		{"parties in brackets", "es", "recordando la Aplicación de la Convención sobre los Derechos del Niño (Perú c. Chile), y el resto,", "?"},
		{"parties in brackets", "ru", "ссылаясь на «Применение Конвенции о правах ребенка» (Перу против Чили), и прочее,", "?"},
		{"parties in brackets", "ar", "وإذ تشير إلى قضية تطبيق اتفاقية حقوق الطفل (بيرو ضد شيلي)،", "?"},
		{"words between the title and its parties", "zh", "回顾《儿童权利公约》的适用案(秘鲁诉智利)，", "?"},
		{"States in brackets are no parties", "en", "recalling the Convention on the Rights of the Child (Peru and Chile), and the rest,", crc + " | PER | CHL"},
	})
}
