package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzBytes holds that whatever the bytes, Bytes either says what is wrong or
// gives documents whose spans are sound.
func FuzzBytes(f *testing.F) {
	paths, _ := filepath.Glob(filepath.Join("testdata", "*.*"))
	for _, p := range paths {
		if data, err := os.ReadFile(p); err == nil && !strings.HasSuffix(p, ".golden") {
			f.Add(data)
		}
	}
	for _, s := range []string{"¹", "¹ (", "12", "(", "(a", "[^1]:", "\f3\f", "1.", "1. \n2.\n¹ \n", "A/", "/", "大会，", "《", "’1‘ x",
		"The General Assembly,\nA\nThe General Assembly,\nB", "**", "1\\", "\\(a\\", "\u200f", "年月日", "第(2020)", "Resolution 1 (2020)",
		"\xFF\xFE\x01\x00", "<akomaNtoso><p><a href='x'>y</p></akomaNtoso>", "<akomaNtoso><authorialNote marker='1'><p>x</p></authorialNote></akomaNtoso>",
		"<akomaNtoso><p>x<authorialNote marker='1'><authorialNote>y</authorialNote></authorialNote></p></akomaNtoso>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := Bytes("fuzz", data)
		if err != nil {
			if docs != nil || !strings.HasPrefix(err.Error(), "fuzz") {
				t.Fatalf("error %q with %d documents", err, len(docs))
			}
			return
		}
		if len(docs) == 0 {
			t.Fatal("no error and no documents")
		}
		check(t, docs)
	})
}
