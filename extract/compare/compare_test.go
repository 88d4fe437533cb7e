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
		{"a verb that does something else", []string{en, strings.Replace(put(french, "%FR", "66/288"), "Rappelant", "Condamnant", 1)},
			"treatment A/RES/66/288 fr=condemn; treatment A/RES/70/1 fr=condemn"},
		{"a verb within another's clause is each language's own order", []string{en, strings.Replace(put(french, "%FR", "66/288"), "Rappelant ses", "Consciente de la poussière et condamnant avec force ses", 1)}, ""},
		{"a paragraph that another does not name", []string{strings.Replace(en, "resolutions 66", "resolutions paragraph 4 of resolution 66", 1), put(french, "%FR", "66/288")},
			"pinpoint A/RES/66/288 fr="},
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

// A place that stands behind another symbol of the note, or behind a stop, is printed; and a
// title that one language marks is no citation that the others lack.
func TestPrintedPlacesAndTitles(t *testing.T) {
	note := func(lang, text, pinpoint, rule string) compare.Version {
		refs := []record.Reference{{Source: lang, Document: "A/RES/79/901", Lang: lang, Zone: record.Footnote, Paragraph: "n1", Kind: record.Report,
			Target: "A/CONF.901/6", Text: text[:12], Start: 0, End: 12, Pinpoint: pinpoint, Rule: rule, Status: record.Resolved}}
		if rule == "" {
			refs = nil
		}
		return compare.Version{Document: &record.Document{Source: lang, Lang: lang, Text: text, Symbol: "A/RES/79/901",
			Paragraphs: []record.Paragraph{{Standing: record.In(record.Footnote), Number: "n1", Pieces: []record.Span{{Start: 0, End: len(text)}}}}}, References: refs}
	}
	en := note("en", "A/CONF.901/6, annex.", "annex", "symbol")
	for _, row := range []struct {
		protects   string
		one, other compare.Version
		differ     bool
	}{
		{"behind another symbol", en, note("ar", "A/CONF.901/6 و A/CONF.901/6/Corr.1، المرفق", "", "symbol"), false},
		{"behind a stop", en, note("fr", "A/CONF.901/6. Annexe.", "", "symbol"), false},
		{"nowhere", en, note("ru", "A/CONF.901/6.", "", "symbol"), true},
		{"a title that only one marks", note("zh", "《渡船会议的报告》，第一章。", "", "report-title"), note("es", "Informe de la Conferencia de Transbordadores.", "", ""), false},
	} {
		if got := len(compare.Versions([]compare.Version{row.one, row.other}, append([]record.Kind{record.Report}, numbers...))) > 0; got != row.differ {
			t.Errorf("%s: %v, want %v", row.protects, got, row.differ)
		}
	}
}

// What a version prints is no lack of its text, whatever it was read as: figures
// of any script, roman numbers for others, notes of another number.
func TestPrinted(t *testing.T) {
	version := func(lang, text string, refs ...record.Reference) compare.Version {
		return compare.Version{Document: &record.Document{Source: lang, Lang: lang, Text: text, Symbol: "A/RES/79/901",
			Paragraphs: []record.Paragraph{{Standing: record.In(record.Preamble), Number: "p1", Pieces: []record.Span{{Start: 0, End: len(text)}}}}}, References: refs}
	}
	cites := func(words, target string) record.Reference {
		return record.Reference{Source: "en", Document: "A/RES/79/901", Lang: "en", Zone: record.Preamble, Paragraph: "p1", Kind: record.Decision,
			Target: target, Text: words, Start: 0, End: len(words), Status: record.Resolved}
	}
	en := version("en", "decision VII/11 of the Conference of the Parties", cites("decision VII/11", "UNEP/CBD/COP/DEC/VII/11"))
	for _, row := range []struct {
		protects string
		other    compare.Version
		differ   bool
	}{
		{"a roman number in other figures", version("ar", "المقرر ٧/١١ لمؤتمر الأطراف"), false},
		{"the number within another is not printed", version("ru", "решение 17/11 Конференции Сторон"), true},
		{"figures far from each other are no citation", version("fr", "sept pays, dont 7 dans les montagnes lointaines et 11 autres"), true},
		{"nothing of it", version("es", "la decisión de la Conferencia"), true},
	} {
		if got := len(compare.Versions([]compare.Version{en, row.other}, numbers)) > 0; got != row.differ {
			t.Errorf("%s: %v, want %v", row.protects, got, row.differ)
		}
	}
}
