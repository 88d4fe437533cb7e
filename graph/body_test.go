package graph

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"uncite/extract/authority"
)

func TestLocateBody(t *testing.T) {
	user := "id\tparent\ten\nentity:lamp-office\tentity:secretariat\tLamp Office | LO\n"
	table, err := authority.Default().With("user.tsv", strings.NewReader(user))
	if err != nil {
		t.Fatal(err)
	}
	const council, rights = "entity:security-council", "entity:human-rights-council"
	for query, want := range map[string]string{
		"entity:security-council":            council,
		"security-council":                   council,
		"Security Council":                   council,
		" security council ":                 council,
		"S/":                                 council,
		"s":                                  council,
		"S/RES":                              council,
		"SC":                                 council,
		"安全理事会":                              council,
		"Совет Безопасности":                 council,
		"مجلس الأمن":                         council,
		"Conseil des droits de l'homme":      rights,
		"A/HRC":                              rights,
		"ECOSOC":                             "entity:economic-and-social-council",
		"UNEP":                               "entity:united-nations-environment-programme",
		"PNUMA":                              "entity:united-nations-environment-programme",
		"LO":                                 "entity:lamp-office",
		"entity:special-political-committee": "entity:special-political-committee", // only the series of symbols knows it
	} {
		if got, err := LocateBody(query, table); got != want {
			t.Errorf("%q is %q (%v), want %q", query, got, err, want)
		}
	}
	for _, test := range []struct {
		protects, query, near string
		many                  bool
	}{
		{"a slip of the pen is answered with what is near", "security-concil", council, false},
		{"a part of a name too", "compensation", "entity:united-nations-compensation-commission", false},
		{"a common noun names many", "Committee", "entity:committee-against-torture", true},
		{"a State is no body", "Kenya", "", false},
		{"nothing is near nothing", "", "", false},
	} {
		_, err := LocateBody(test.query, table)
		var unknown *UnknownBodyError
		if !errors.As(err, &unknown) || unknown.Many != test.many || test.near != "" && !slices.Contains(unknown.Near, test.near) {
			t.Errorf("%s: %q gives %v", test.protects, test.query, err)
		}
	}
}
