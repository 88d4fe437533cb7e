package quote_test

import (
	"errors"
	"strings"
	"testing"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/quote"
	"uncite/extract/record"
	"uncite/fixtures"
)

// page is a document of one paragraph in two pieces, as a page end cuts it, with
// a footnote between them.
func page(pieces ...string) *record.Document {
	d := &record.Document{Source: "page.txt", Lang: "en", Paragraphs: []record.Paragraph{{Standing: record.In(record.Operative), Number: "1"}}}
	for i, words := range pieces {
		if i > 0 {
			d.Text += "\n\n12 A note between.\n\n"
		}
		start := len(d.Text)
		d.Text += words
		d.Paragraphs[0].Pieces = append(d.Paragraphs[0].Pieces, record.Span{Start: start, End: len(d.Text)})
	}
	return d
}

func at(d *record.Document, words string) quote.Place {
	start := strings.Index(d.Text, words)
	return quote.Place{Source: d.Source, Start: start, End: start + len(words), Text: words}
}

func only(d *record.Document) quote.Reader {
	return func(string) ([]*record.Document, error) { return []*record.Document{d}, nil }
}

func TestSentences(t *testing.T) {
	tests := []struct {
		protects string
		d        *record.Document
		words    string
		want     string
	}{
		{"the sentence, not the paragraph", page("The Council convened. It recalled resolution 1 (1946). It rose."), "resolution 1 (1946)",
			"It recalled resolution 1 (1946)."},
		{"an abbreviation ends no sentence", page("It recalled, cf. Official Records, art. 3 and No. 12. Then it rose."), "art. 3",
			"It recalled, cf. Official Records, art. 3 and No. 12."},
		{"a number after a full stop begins none", page("As in vol. 12, p. 4 of the records."), "vol. 12", "As in vol. 12, p. 4 of the records."},
		{"wrapped lines become one line", page("Recalling its\nresolution\n 60/288,"), "resolution\n 60/288", "Recalling its resolution 60/288,"},
		{"what a page end cut is whole, without the note between", page("Recalling its", "resolution 60/288 on terror,"), "60/288",
			"Recalling its resolution 60/288 on terror,"},
		{"a quotation mark after the stop belongs to the sentence", page("It said “never”. “No resolution 60/288.” They left."), "60/288",
			"“No resolution 60/288.”"},
		{"Chinese marks need no blank", page("大会通过第60/288号决议。又回顾第60/1号决议。"), "第60/1号", "又回顾第60/1号决议。"},
		{"Arabic has no capitals", page("عقدت الجمعية دورتها. وأشارت إلى القرار 60/288. ثم اختتمت أعمالها."), "60/288", "وأشارت إلى القرار 60/288."},
		{"small letters after a stop go on", page("по состоянию на 2006 год. и резолюция 60/288"), "60/288", "по состоянию на 2006 год. и резолюция 60/288"},
	}
	for _, test := range tests {
		p := at(test.d, test.words)
		q := quote.Sentences([]quote.Place{p}, only(test.d))[p]
		if q.Sentence != test.want || q.Absent != "" {
			t.Errorf("%s: %q (%s)", test.protects, q.Sentence, q.Absent)
			continue
		}
		if got, want := q.Sentence[q.Start:q.End], strings.Join(strings.Fields(test.words), " "); got != want {
			t.Errorf("%s: the words stand at %q, want %q", test.protects, got, want)
		}
	}
}

func TestSentencesAbsent(t *testing.T) {
	d := page("Recalling resolution 60/288,")
	p := at(d, "60/288")
	gone := func(source string) ([]*record.Document, error) {
		return nil, &read.Error{Source: source, Kind: read.ErrNotFound}
	}
	broken := func(source string) ([]*record.Document, error) { return nil, errors.New("the disk is broken") }
	changed := only(page("Another text with nothing of it in it,"))
	tests := []struct {
		protects string
		readers  []quote.Reader
		want     string // part of Absent; empty where the sentence is found
	}{
		{"no reader at all", nil, "not at hand"},
		{"a file that is gone", []quote.Reader{gone}, "not at hand: page.txt"},
		{"a file that cannot be read", []quote.Reader{broken}, "cannot be read: the disk is broken"},
		{"a file of other content is not quoted", []quote.Reader{changed}, "has changed"},
		{"the next reader has it", []quote.Reader{gone, changed, only(d)}, ""},
	}
	for _, test := range tests {
		q := quote.Sentences([]quote.Place{p}, test.readers...)[p]
		if test.want == "" != (q.Absent == "") || !strings.Contains(q.Absent, test.want) {
			t.Errorf("%s: %q, want %q", test.protects, q.Absent, test.want)
		}
	}
}

// Every reference of the sample corpus stands in the sentence that is cut for
// it, whatever the script, the layout and the page ends.
func TestSentencesOfSample(t *testing.T) {
	x := extract.New(nil)
	err := x.FS(t.Context(), fixtures.Corpus(), func(r *extract.Result) error {
		var places []quote.Place
		for _, ref := range r.References {
			if ref.Text != "" {
				places = append(places, quote.Place{Source: ref.Source, Start: ref.Start, End: ref.End, Text: ref.Text})
			}
		}
		reader := func(string) ([]*record.Document, error) { return r.Documents, nil }
		for p, q := range quote.Sentences(places, reader) {
			first, _, _ := strings.Cut(strings.Join(strings.Fields(p.Text), " "), " ")
			if q.Absent != "" || !strings.HasPrefix(q.Sentence[q.Start:q.End], first) {
				t.Errorf("%s %q: %+v", p.Source, p.Text, q)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
