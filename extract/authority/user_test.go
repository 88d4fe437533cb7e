package authority_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"uncite/extract/authority"
)

// TestUserTables reads tables as people have them, or refuses them by line.
func TestUserTables(t *testing.T) {
	wide := func(s string) string {
		b := []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return string(b)
	}
	const plain = "id\ten\tdate\nentity:rhine-club\tClub du Rhône\t2006-09-08\n"
	for _, tc := range []struct{ why, table, name, err string }{
		{"as the tables of uncite are", plain, "Club du Rhône", ""},
		{"in UTF-16, as a spreadsheet saves Unicode text", wide(plain), "Club du Rhône", ""},
		{"in Windows-1252", strings.ReplaceAll(plain, "ô", "\xf4"), "Club du Rhône", ""},
		{"with a mark of byte order and lines of DOS", "\ufeff" + strings.ReplaceAll(plain, "\n", "\r\n"), "Club du Rhône", ""},
		{"quoted by a spreadsheet", "id\ten\nentity:rhine-club\t\"The \"\"Rhine\"\" Club\"\n", `The "Rhine" Club`, ""},
		{"with commas", "id,en\nentity:rhine-club,\"Rhine, Club of the\"\n", "Rhine, Club of the", ""},
		{"with semicolons", "id;en;\nentity:rhine-club;Rhine Club;\n", "Rhine Club", ""},
		{"no-break spaces are spaces", "id\ten\nentity:rhine-club\tRhine\u00a0Club\n", "Rhine Club", ""},
		{"a year alone", "id\ten\tdate\nentity:rhine-club\tRhine Club\t2006\n", "Rhine Club", ""},
		{"comments and empty lines", "# mine\n\nid\ten\n\nentity:rhine-club\tRhine Club\n", "Rhine Club", ""},
		{"with the line in which a spreadsheet names the comma", "sep=;\nid;en\nentity:rhine-club;Rhine Club\n", "Rhine Club", ""},
		{"nothing at all", "", "", "table.tsv is empty"},
		{"no row", "id\ten\n", "", "table.tsv has no row"},
		{"no head", "Rhine Club\t2006\n", "", "line 1: the first row must name the columns"},
		{"a day that is none", "id\ten\tdate\nentity:a\tA Club\t2006-02-30\n", "", `line 2: "2006-02-30" is no date`},
		{"a date of another kind", "id\ten\tdate\nentity:a\tA Club\t8/9/2006\n", "", `line 2: "8/9/2006" is no date`},
		{"a year before all treaties", "id\ten\tdate\nentity:a\tA Club\t0000\n", "", `line 2: "0000" is no date`},
		{"a year beyond all plans", "id\ten\tdate\nentity:a\tA Club\t3000\n", "", `line 2: "3000" is no date`},
		{"an escape in a name", "id\ten\nentity:a\tA \x1b[31mClub\n", "", `line 2: "A \x1b[31mClub" has a control character`},
		{"a workbook", "PK\x03\x04zzzz", "", "table.tsv is a workbook of a spreadsheet; save it as CSV in UTF-8"},
		{"too many cells", "id\ten\nentity:a\tA Club\tB\n", "", "line 2: 3 columns"},
		{"an unknown column", "id\tdeutsch\nentity:a\tA Club\n", "", `line 2: unknown column "deutsch"`},
	} {
		table, err := authority.Default().With("table.tsv", strings.NewReader(tc.table))
		if tc.err != "" {
			if err == nil || !strings.Contains(err.Error(), tc.err) {
				t.Errorf("%s: %v, want an error with %q", tc.why, err, tc.err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tc.why, err)
			continue
		}
		e, ok := table.Lookup("entity:rhine-club")
		if !ok || e.Names["en"][0].Text != tc.name {
			t.Errorf("%s: %+v, want the name %q", tc.why, e, tc.name)
		}
	}
}

// TestUserEncodings reads a name of each language from a table of one row in the
// encodings in which programs save one: the column tells what its bytes do not.
func TestUserEncodings(t *testing.T) {
	for _, tc := range []struct {
		code, name string
		encoding   encoding.Encoding
	}{
		{"ru", "Рейнский клуб", charmap.Windows1251},
		{"ru", "Рейнский клуб", charmap.KOI8R},
		{"ru", "Рейнский клуб", charmap.CodePage866},
		{"ar", "نادي الراين", charmap.Windows1256},
		{"ar", "نادي الراين", charmap.ISO8859_6},
		{"zh", "莱茵河俱乐部", simplifiedchinese.GB18030},
		{"zh", "萊茵河俱樂部", traditionalchinese.Big5},
		{"fr", "Club élevé du Rhône", charmap.Windows1252},
		{"fr", "Club élevé du Rhône", charmap.Macintosh},
		{"es", "Club del Río Español", charmap.ISO8859_1},
		{"es", "Club del Río Español", charmap.CodePage850},
	} {
		data, err := tc.encoding.NewEncoder().String("id\ten\t" + tc.code + "\nentity:rhine-club\tRhine Club\t" + tc.name + "\n")
		if err != nil {
			t.Fatal(err)
		}
		table, err := authority.Default().With("table.tsv", strings.NewReader(data))
		if err != nil {
			t.Errorf("%s in %v: %v", tc.code, tc.encoding, err)
			continue
		}
		if e, ok := table.Lookup("entity:rhine-club"); !ok || e.Names[tc.code][0].Text != tc.name {
			t.Errorf("%s in %v: %+v, want the name %q", tc.code, tc.encoding, e, tc.name)
		}
	}
}
