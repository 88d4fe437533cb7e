package symbol_test

import (
	"fmt"

	"uncite/extract/symbol"
)

// A symbol in any style of print has one canonical form, which is what nodes of
// the graph are called.
func ExampleParse() {
	for _, printed := range []string{"a/res/60/288", "resolution 60/288", "1373 (2001)", "A/RES/2200 A (XXI)"} {
		s, err := symbol.Parse(printed)
		fmt.Println(s.Canonical, s.Body, s.Kind, err)
	}
	fmt.Println(symbol.Link("A/RES/60/288"))
	// Output:
	// A/RES/60/288 entity:general-assembly resolution <nil>
	// A/RES/60/288 entity:general-assembly resolution <nil>
	// S/RES/1373(2001) entity:security-council resolution <nil>
	// A/RES/2200(XXI)A entity:general-assembly resolution <nil>
	// https://undocs.org/en/A/RES/60/288
}
