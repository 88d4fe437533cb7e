package symbol

import "testing"

func TestAgency(t *testing.T) {
	for _, row := range []struct{ spelled, id, kind string }{
		{"WHA74.5", "WHA74.5", "resolution"},
		{"WHA 64.27", "WHA64.27", "resolution"},          // a blank that some languages print
		{"WHA73(15)", "WHA73(15)", "decision"},           // decisions have their number in brackets
		{"MEPC.203 (62)", "MEPC.203(62)", "resolution"},  // a blank before the bracket
		{"A.1110(30)", "A.1110(30)", "resolution"},       // the Assembly of IMO, no symbol of ours
		{"A.500(XII)", "A.500(XII)", "resolution"},       // before its sessions had arabic figures
		{"GC(65)/RES/12", "GC(65)/RES/12", "resolution"}, // says by itself what it is
		{"EC-94/DEC.2", "OPCW/DEC/2/EC-94", "decision"},  // spelled as decisions of conferences of parties are: the number, the session
		{"Conf. 16.7", "CITES/RES/16.7", "resolution"},   // an abbreviation that says nothing outside its conference
		{"COVID-19", "", ""},                             // a name
		{"WHA74", "", ""},                                // a session, no number
		{"A.1110", "", ""},                               // half a number is none
		{"MSC.448(99)/Add.1", "", ""},                    // more than a number
	} {
		n, ok := Agency(row.spelled)
		if n.ID != row.id || n.Kind != row.kind || ok != (row.id != "") {
			t.Errorf("%s: %+v, want %s, %s", row.spelled, n, row.id, row.kind)
		}
	}
}

func TestConferenceDecision(t *testing.T) {
	for _, row := range []struct {
		number      int
		session, id string
	}{
		{1, "CP.21", "FCCC/DEC/1/CP.21"},
		{9, "CMA.3", "FCCC/DEC/9/CMA.3"},
		{3, "COP.14", "ICCD/DEC/3/COP.14"}, // desertification
		{2, "MOP.1", ""},                   // which meeting of parties is not said
		{2, "CP", ""},                      // no session
	} {
		if n, _ := ConferenceDecision(row.number, row.session); n.ID != row.id {
			t.Errorf("%d/%s: %q, want %q", row.number, row.session, n.ID, row.id)
		}
	}
}

func TestGeneralComment(t *testing.T) {
	for _, row := range []struct {
		body   string
		number int
		id     string
	}{
		{"entity:human-rights-committee", 36, "CCPR/C/GC/36"},
		{"entity:human-rights-committee", 25, "CCPR/GC/25"}, // before they had symbols
		{"entity:committee-on-economic-social-and-cultural-rights", 3, "CESCR/GC/3"},
		{"entity:committee-on-the-elimination-of-discrimination-against-women", 39, "CEDAW/C/GC/39"},
		{"entity:security-council", 3, ""}, // issues none
	} {
		if id, _ := GeneralComment(row.body, row.number); id != row.id {
			t.Errorf("%s %d: %q, want %q", row.body, row.number, id, row.id)
		}
	}
}
