package symbol

import "testing"

func TestUnknownPart(t *testing.T) {
	for _, row := range []struct{ symbol, part, near string }{
		{"A/RS/75/1", "RS", "A/RES/75/1"},                // a letter is missing
		{"S/PSRT/2021/1", "PSRT", "S/PRST/2021/1"},       // two letters changed round
		{"A/HC/50/9", "HC", "A/HRC/50/9"},                // a series below the Assembly's
		{"A/75/265", "", ""},                             // figures alone
		{"A/HRC/RES/44/20", "", ""},                      // every part known
		{"A/C.2/78/L.95", "", ""},                        // parts with figures are not judged
		{"A/CONF.157/24(PartI)", "", ""},                 // nor tags
		{"A/CONFF.230/14", "CONFF.230", "A/CONF.230/14"}, // a stem before a number
		{"A/AC.105/2024/CRPP.3", "CRPP.3", "A/AC.105/2024/CRP.3"},
		{"A/CN.4/L.980/Crr.1", "Crr.1", "A/CN.4/L.980/Corr.1"}, // a letter left out rather than another
		{"CRPD/C/DEU/CO/2-3", "", ""},                          // the code of a State is near DEC by chance
		{"WXYZ/QQ/1", "", ""},                                  // a root that is none of ours says nothing
		{"UNEP/CBD/XYZW/10/27", "XYZW", ""},                    // nothing known is near: a word that no table has
		{"UNEP/CMS/COP14/Doc.25", "", ""},                      // a word that print joins to its number
		{"FCCC/CP/2015/10/Add.1", "", ""},                      // and their documents
	} {
		if part, near := UnknownPart(row.symbol); part != row.part || near != row.near {
			t.Errorf("%s: %q, %q, want %q, %q", row.symbol, part, near, row.part, row.near)
		}
	}
}

func TestUnknownNumber(t *testing.T) {
	for _, row := range []struct{ symbol, part string }{
		{"A/C.9/77/L.2", "C.9"},       // the Assembly has six main committees
		{"A/CN.999/2023/4", "CN.999"}, // and few commissions
		{"A/C.6/77/L.2", ""},
		{"A/AC.305/1", ""},   // ad hoc committees go on
		{"CCPR/C/GC/36", ""}, // no root of the table
		{"A/77/9", ""},       // no stem
	} {
		if part := UnknownNumber(row.symbol); part != row.part {
			t.Errorf("%s: %q, want %q", row.symbol, part, row.part)
		}
	}
}

func TestMisprint(t *testing.T) {
	for _, row := range []struct{ printed, beginning, right string }{
		{"A/HCR/55/60", "A/HCR", "A/HRC/55/60"},
		{"A/HCR/RES/44/20", "A/HCR", "A/HRC/RES/44/20"}, // a series below it
		{"A/HRC/55/60", "", ""},
		{"A/HCRX/1", "", ""}, // whole parts alone
	} {
		if beginning, right := Misprint(row.printed); beginning != row.beginning || right != row.right {
			t.Errorf("%s: %q, %q, want %q, %q", row.printed, beginning, right, row.beginning, row.right)
		}
	}
}
