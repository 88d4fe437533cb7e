package compare_test

import (
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/compare"
	"uncite/extract/record"
)

// versions reads texts as versions of one document.
func versions(t *testing.T, texts ...string) []compare.Version {
	t.Helper()
	var all []compare.Version
	for _, text := range texts {
		err := extract.New(nil).Paths(t.Context(), []string{"-"}, strings.NewReader(text), func(r *extract.Result) error {
			for _, d := range r.Documents {
				d.Source = d.Lang
				for i := range r.References {
					r.References[i].Source = d.Lang
				}
				all = append(all, compare.Version{Document: d, References: r.References})
			}
			return r.Err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

var numbers = []record.Kind{record.Resolution, record.Decision, record.Report, record.Treaty}

const (
	english = "A/RES/79/901\n\nThe General Assembly,\n\nRecalling its resolutions %EN of 27 July 2012 and 70/1 of 25 September 2015,\n\n1. Decides to count the huts.\n"
	french  = "A/RES/79/901\n\nL’Assemblée générale,\n\nRappelant ses résolutions %FR du 27 juillet 2012 et 70/1 du 25 septembre 2015,\n\n1. Décide de compter les huttes.\n"
	spanish = "A/RES/79/901\n\nLa Asamblea General,\n\nRecordando sus resoluciones %ES, de 27 de julio de 2012, y 70/1, de 25 de septiembre de 2015,\n\n1. Decide contar las chozas.\n"
)

func TestVersions(t *testing.T) {
	put := func(text, mark, number string) string { return strings.Replace(text, mark, number, 1) }
	en := put(english, "%EN", "66/288")
	for _, row := range []struct {
		name  string
		texts []string
		want  string // difference, target, versions on the right with their values
	}{
		{"versions that agree", []string{en, put(french, "%FR", "66/288")}, ""},
		{"two figures changed: another number, not two lacks", []string{en, put(french, "%FR", "66/228")}, "number A/RES/66/288 fr=A/RES/66/228"},
		{"the majority is on the left", []string{put(french, "%FR", "66/228"), en, put(spanish, "%ES", "66/288")}, "number A/RES/66/288 fr=A/RES/66/228"},
		{"another date beside the number", []string{en, strings.Replace(put(french, "%FR", "66/288"), "juillet", "juin", 1)}, "date A/RES/66/288 fr=2012-06-27"},
		{"a number that is not there", []string{en, strings.Replace(put(french, "%FR", "66/288"), " et 70/1 du 25 septembre 2015", "", 1)}, "missing A/RES/70/1 fr="},
	} {
		var got []string
		for _, d := range compare.Versions(versions(t, row.texts...), numbers) {
			line := d.Kind + " " + d.Target
			for _, r := range d.Right {
				line += " " + r.Lang + "=" + r.Value
			}
			got = append(got, line)
			if d.Left.Sentence == "" || d.Right[0].Sentence == "" {
				t.Errorf("%s: a side has no sentence: %+v", row.name, d)
			}
		}
		if strings.Join(got, "; ") != row.want {
			t.Errorf("%s: %q, want %q", row.name, strings.Join(got, "; "), row.want)
		}
	}
}

// TestByDocument groups files by their symbols and says what belongs to no
// group.
func TestByDocument(t *testing.T) {
	all := versions(t, english, french, french, "A note without symbol, for the record.\n")
	groups, notes := compare.ByDocument(all)
	if len(groups) != 1 || groups[0].Symbol != "A/RES/79/901" || len(groups[0].Versions) != 2 {
		t.Errorf("groups %+v", groups)
	}
	for i, want := range []string{"its symbol cannot be told", "a second file of A/RES/79/901"} {
		if len(notes) != 2 || !strings.Contains(notes[i], want) {
			t.Errorf("notes %q lack %q", notes, want)
		}
	}
}
