package read

import (
	"fmt"
	"os"
	"testing"
)

func TestProbe(t *testing.T) {
	path := os.Getenv("PROBE")
	if path == "" {
		t.Skip("PROBE names no file")
	}
	docs, err := File(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		fmt.Printf("%s|%s|%s|%s|%s|%s|%s|%s|%s\n", d.Lang, d.Symbol, d.Body, d.Session, d.Date, d.AgendaItem, d.Draft, d.Meeting, d.Title)
		for _, s := range d.MastheadSymbols {
			fmt.Printf("  [%s]\n", d.Text[s.Start:s.End])
		}
		for _, p := range d.Paragraphs {
			w := []rune(d.Text[p.Pieces[0].Start:p.Pieces[0].End])
			e := d.Text[p.Pieces[len(p.Pieces)-1].Start:p.Pieces[len(p.Pieces)-1].End]
			er := []rune(e)
			fmt.Printf("%-9s %-8s %d %.50s … %s\n", p.Zone, p.Number, len(p.Pieces), string(w), string(er[max(0, len(er)-20):]))
		}
	}
}
