package authority_test

import (
	"fmt"
	"strings"

	"uncite/extract/authority"
)

// The tables know treaties, instruments, bodies and States by their names in six
// languages; a file of rows adds names of one's own.
func ExampleTable_Search() {
	table, err := authority.Default().With("own.tsv", strings.NewReader(
		"id\tclass\ten\tfr\n"+
			"instrument:convention-on-tides\tconvention\tConvention on Tides\tConvention sur les marées\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, query := range []string{"Convention sur les marées", "联合国宪章"} {
		e := table.Search(query)[0]
		fmt.Println(e.ID, e.Kind, e.Official("en"))
	}
	// Output:
	// instrument:convention-on-tides instrument Convention on Tides
	// instrument:charter-of-the-united-nations instrument Charter of the United Nations
}
