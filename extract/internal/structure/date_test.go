package structure

import "testing"

// TestPeriods holds the days between which a session was held apart from a date.
func TestPeriods(t *testing.T) {
	for _, test := range []struct {
		lang, line string
		want       bool
	}{
		{"en", "6–24 March 2023", true},
		{"en", "Tenth session (14 August–8 September 2023)", true},
		{"fr", "du 6 au 24 mars 2023", true},
		{"es", "6 a 24 de marzo de 2023", true},
		{"ru", "6–24 марта 2023 года", true},
		{"zh", "2023年3月6日至24日", true},
		{"ar", "6-24 آذار/مارس 2023", true},
		{"en", "24 March 2023", false},
		{"fr", "24 mars 2023", false},
		{"zh", "2023年3月24日", false},
		{"en", "Port-au-Lac, 24 March 2023", false}, // a hyphen in a name
	} {
		if got := vocabularies()[test.lang].isPeriod(test.line); got != test.want {
			t.Errorf("%s: %q is a period: %v, want %v", test.lang, test.line, got, test.want)
		}
	}
}

// TestVenueLines holds the line of place and days on a cover apart from titles.
func TestVenueLines(t *testing.T) {
	for _, test := range []struct {
		lang, line string
		want       bool
	}{
		{"en", "Port Lake, 28 and 29 April 2025", true},
		{"en", "Port Lake, 20–24 and 29–31 January and 11 February 2025", true},
		{"es", "Puerto Lago, 8 a 12 de julio de 2024", true},
		{"zh", "2025年4月28日和29日，内罗毕", true},
		{"en", "Tides, 28 lakes and 2 seas: report of the Secretary-General", false},
		{"en", "Letter dated 28 April 2025 from the Chair", false},
		{"en", "Strengthening of tides, storms and seas", false},
	} {
		if got := vocabularies()[test.lang].isVenue(test.line); got != test.want {
			t.Errorf("%s: %q is a place and days: %v, want %v", test.lang, test.line, got, test.want)
		}
	}
}
