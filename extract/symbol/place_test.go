package symbol

import (
	"strconv"
	"strings"
	"testing"
)

func itoa(n int) string { return strconv.Itoa(n) }

func TestLink(t *testing.T) {
	tests := []struct{ in, want, protects string }{
		{"A/RES/60/288", "https://undocs.org/en/A/RES/60/288", "plain"},
		{"A/RES/2200(XXI)A", "https://undocs.org/en/A/RES/2200(XXI)", "lettered part of the roman time"},
		{"A/RES/53/243A", "https://undocs.org/en/A/RES/53/243A", "lettered part of a session"},
		{"S/RES/1373(2001)", "https://undocs.org/en/S/RES/1373(2001)", "brackets stay readable"},
		{"A/DEC/74/556", "", "decisions are no documents"},
		{"instrument:paris-agreement", "", "no symbol"},
		{"UNTS/1577/27531", "", "a treaty's registration"},
	}
	for _, tt := range tests {
		if got := Link(tt.in); got != tt.want {
			t.Errorf("Link(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.protects)
		}
	}
}

func TestYear(t *testing.T) {
	tests := []struct {
		in       string
		from, to int
		protects string
	}{
		{"A/RES/60/288", 2005, 2006, "session by rule"},
		{"A/RES/217(III)A", 1948, 1949, "session by table"},
		{"A/RES/1(I)", 1946, 1946, "the first session was one year"},
		{"A/RES/S-24/2", 2000, 2000, "special session"},
		{"A/RES/ES-10/15", 1997, lastYear, "a session that still goes on"},
		{"A/C.6/77/SR.35", 2022, 2023, "a committee counts the Assembly's sessions"},
		{"FCCC/DEC/5/CP.7", 2001, 2001, "a decision that bears its session behind its number"},
		{"FCCC/DEC/1/CMA.3", 2021, 2021, "of the body that the session names"},
		{"ICCD/DEC/3/COP.8", 2007, 2007, "and of another convention"},
		{"S/RES/1373(2001)", 2001, 2001, "year in the number"},
		{"S/2020/773", 2020, 2020, "year of a document"},
		{"A/HRC/RES/44/20", 2020, 2020, "session of the Human Rights Council"},
		{"E/RES/1503(XLVIII)", 1970, 1970, "roman session of the Economic and Social Council"},
		{"UNEP/EA.5/Res.14", 2021, 2022, "session of the Environment Assembly"},
		{"ISBA/25/A/10", 2019, 2019, "session of the Seabed Authority"},
		{"SPLOS/30/10", 2020, 2020, "meeting of States parties"},
		{"CD/1679", 0, 0, "a number that tells nothing"},
		{"entity:security-council", 0, 0, "no symbol"},
	}
	for _, tt := range tests {
		if from, to := Year(tt.in); from != tt.from || to != tt.to {
			t.Errorf("Year(%q) = %d, %d; want %d, %d (%s)", tt.in, from, to, tt.from, tt.to, tt.protects)
		}
	}
}

func TestSecurityCouncilYear(t *testing.T) {
	tests := []struct {
		number, year int
		ok           bool
	}{
		{1, 1946, true}, {15, 1946, true}, {16, 1947, true}, {132, 1959, true},
		{1373, 2001, true}, {2396, 2017, true}, {0, 0, false}, {-1, 0, false}, {99999, 0, false},
	}
	for _, tt := range tests {
		if year, ok := SecurityCouncilYear(tt.number); year != tt.year || ok != tt.ok {
			t.Errorf("SecurityCouncilYear(%d) = %d, %v; want %d, %v", tt.number, year, ok, tt.year, tt.ok)
		}
	}
}

func TestCouncilYearsLeaveNoGap(t *testing.T) {
	for i, y := range councilYears[1:] {
		if before := councilYears[i]; y.first != before.last+1 || y.year != before.year+1 || y.last < y.first {
			t.Errorf("%+v does not follow on %+v", y, before)
		}
	}
}

func TestSessionsAreInOrder(t *testing.T) {
	last := map[string]session{}
	for _, s := range sessionList {
		if s.to != "" && s.to < s.from || s.high < s.low {
			t.Errorf("%+v ends before it begins", s)
		}
		kind := s.body + strings.TrimRight(s.name, "0123456789")
		if before, ok := last[kind]; ok && s.from < before.from {
			t.Errorf("%+v begins before %+v", s, before)
		}
		last[kind] = s
	}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		symbol, date, note, protects string // note is a part of the sentence, "" for none
	}{
		{"S/RES/1373(2001)", "2001-09-28", "", "right day"},
		{"S/RES/1373(2002)", "", "was adopted in 2001, not 2002", "year against number"},
		{"S/RES/1373(2001)", "2002-09-28", "does not fit", "date against number"},
		{"S/RES/1373(2001)", "2001", "", "a year alone"},
		{"S/RES/2900(2010)", "", "adopted no resolution 2900", "a number not reached in that year"},
		{"A/RES/60/288", "2006-09-08", "", "resumed session, days before the next"},
		{"A/RES/60/288", "2005-12-16", "", "main part"},
		{"A/RES/60/288", "2006-12-16", "does not fit", "the session after"},
		{"A/RES/60/288", "1960", "does not fit", "session taken for a year"},
		{"A/RES/217(III)A", "1948-12-10", "", "roman session"},
		{"A/RES/217(XXI)", "", "does not belong to session XXI", "number against session"},
		{"A/RES/2200(III)", "", "does not belong to session III", "number above the session"},
		{"A/RES/1480(XV)", "", "", "a number between the known ones is not judged"},
		{"A/RES/997(ES-I)", "1956-11-02", "", "emergency session between two regular ones"},
		{"A/RES/60(XXXV)", "", "No resolution", "a roman session after the numbers began anew"},
		{"A/RES/S-24/2", "2000-07-01", "", "last day of a special session"},
		{"A/RES/S-24/2", "2001-07-01", "does not fit", "a year late"},
		{"A/RES/ES-10/15", "2004-07-20", "", "open session"},
		{"A/RES/ES-10/15", "1990", "does not fit", "before the session opened"},
		{"A/HRC/RES/44/20", "2020-07-17", "", "Human Rights Council"},
		{"A/HRC/RES/44/20", "2019-07-17", "does not fit", "Human Rights Council, wrong year"},
		{"E/RES/1996/31", "1996-07-25", "", "ECOSOC"},
		{"E/RES/2021/1", "2020-12-10", "", "the Council's year opens in July"},
		{"E/RES/1996/31", "1999-07-25", "does not fit", "ECOSOC, wrong year"},
		{"S/PRST/2021/1", "2020-01-01", "does not fit", "presidential statement"},
		{"A/75/729", "1999", "", "the date beside a report is not judged"},
		{"A/RES/60/288", "2006-13-45", "no date", "a date that does not exist"},
		{"state:HUN", "1999", "", "no symbol, no judgement"},
	}
	for _, tt := range tests {
		note, ok := Check(tt.symbol, tt.date)
		if ok != (tt.note == "") || !strings.Contains(note, tt.note) {
			t.Errorf("Check(%q, %q) = %q, %v; want %q (%s)", tt.symbol, tt.date, note, ok, tt.note, tt.protects)
		}
	}
}

func TestExplain(t *testing.T) {
	facts, err := Explain("2200 A (XXI)")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range facts {
		got[f.Name] = f.Value
	}
	want := map[string]string{
		"symbol": "A/RES/2200(XXI)A", "kind": "resolution", "body": "entity:general-assembly",
		"session": "21 (1966-1967)", "number": "2200", "letter": "A", "nature": "RES, resolution",
		"link": "https://undocs.org/en/A/RES/2200(XXI)", "series": "General Assembly",
		"read as": "A bare number of this form is read as a resolution of the General Assembly.",
	}
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s = %q, want %q", name, got[name], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("facts %v, want only %v", got, want)
	}
	if _, err := Explain("and/or"); err == nil {
		t.Error("no error for what is no symbol")
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n <= maxRoman; n++ {
		if got := romanNumber([]byte(Roman(n))); got != n {
			t.Errorf("%d is written %q and read %d", n, Roman(n), got)
		}
	}
	for _, bad := range []string{"IIII", "VX", "IC", "XXL", "VV", "", "ABC"} {
		if n := romanNumber([]byte(bad)); n != 0 {
			t.Errorf("%q is read as %d", bad, n)
		}
	}
}
