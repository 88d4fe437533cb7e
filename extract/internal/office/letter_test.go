package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

// letterWant is what every format gives of the letter in testdata, which
// LibreOffice wrote in each of them.
const letterWant = `plain A/75/901
plain Recalling the report of the keepers of the huts¹ and resolution 64/292, {Recalling}
note [1] A/75/265, annex.
item [1.] Decides to mark the paths;
item [(a)] in summer;
item [2.] Asks the pupils to sing.
cell 1/1 64/292
plain L’été à la montagne, летом в горах, 夏天在山上.
`

// TestLetter holds one letter to be the same in all formats. Word 97 does not
// write where the cells of a table stand.
func TestLetter(t *testing.T) {
	uncelled := strings.Replace(letterWant, "cell 1/1 ", "plain ", 1)
	for ending, c := range map[string]struct {
		read func([]byte) (block.Text, error)
		want string
	}{"docx": {DOCX, letterWant}, "odt": {ODT, letterWant}, "fodt": {FlatODT, letterWant}, "rtf": {RTF, letterWant}, "doc": {DOC, uncelled}} {
		data, err := os.ReadFile(filepath.Join("testdata", "letter."+ending))
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.read(data)
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v\n%swant\n%s", ending, err, show(got), c.want)
		}
	}
}

// TestDOCDamage holds a damaged file of streams to an error with a remedy, or to
// what can be read of it.
func TestDOCDamage(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join("testdata", "letter.doc"))
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 97 {
		if got, err := DOC(whole[:n]); err == nil {
			sound(t, got)
		}
		broken := append([]byte(nil), whole...)
		broken[n] ^= 0xFF
		if got, err := DOC(broken); err == nil {
			sound(t, got)
		}
	}
}

func FuzzDOC(f *testing.F) {
	whole, err := os.ReadFile(filepath.Join("testdata", "letter.doc"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := DOC(data); err == nil {
			sound(t, got)
		}
	})
}
