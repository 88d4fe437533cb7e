package resolve_test

import (
	"testing"

	"uncite/extract/record"
)

// TestSentenceSubject: "its" number is that of the body with which the sentence
// begins, where no other is named between.
func TestSentenceSubject(t *testing.T) {
	const ecosoc = "entity:economic-and-social-council"
	checkOwners(t, []ownerTest{
		{"the first time by its resolution", "en", ecosoc, "The Commission on Human Rights heard the shepherds twice, the first time by its resolution 1998/33 of 17 April 1998.", "E/CN.4/RES/1998/33"},
		{"the first time by its resolution", "es", ecosoc, "La Comisión de Derechos Humanos se ocupó varias veces de los pastores, la primera en su resolución 1998/33.", "E/CN.4/RES/1998/33"},
		{"the first time by its resolution", "ru", ecosoc, "Комиссия по правам человека не раз занималась пастухами, впервые в своей резолюции 1998/33.", "E/CN.4/RES/1998/33"},
		{"another body between", "en", ecosoc, "The Commission on Human Rights heard the shepherds twice, and the General Assembly asked, in its resolution 65/147, for a report.", "A/RES/65/147"},
		{"another sentence", "en", ecosoc, "The Commission on Human Rights heard the shepherds. Later they thanked it, and its resolution 1998/33 was printed.", "E/RES/1998/33"},
	})
}

// TestRomanOfOthers: a number with a roman session that neither the Assembly nor
// the Council can have is another organisation's; a session that is one off is a
// misprint, and told as such.
func TestRomanOfOthers(t *testing.T) {
	checkOwners(t, []ownerTest{
		{"neither's", "en", ga, "Noting resolution 412 (XVIII) on tourism,", "?"},
		{"neither's", "fr", ga, "Notant la résolution 702 (XXI) sur le tourisme,", "?"},
		{"the Council's", "en", ga, "Recalling resolution 1503 (XLVIII),", "E/RES/1503(XLVIII)"},
		{"the Assembly's", "es", ga, "Recordando la resolución 1514 (XV),", "A/RES/1514(XV)"},
	})
}

// TestNumberAboveItsText: the number in the line above a body's opening formula is
// that body's, whatever body issued the document.
func TestNumberAboveItsText(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "Annex\n\nResolution 74/5\n\nFootbridges in the islands\n\nThe Economic and Social Commission for Asia and the Pacific,\n\nRecalling its resolution 73/2,"},
		{"fr", "Annexe\n\nRésolution 74/5\n\nPasserelles dans les îles\n\nLa Commission économique et sociale pour l’Asie et le Pacifique,\n\nRappelant sa résolution 73/2,"},
	} {
		if got := targets(find(t, c.lang, ga, c.text, record.Annex)); got != "ESCAP/RES/74/5 ESCAP/RES/73/2" {
			t.Errorf("%s: %s", c.lang, got)
		}
	}
}
