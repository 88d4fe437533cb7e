package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLayout reads pages drawn by hand, without tags. The outline has a line
// a block: page, kind, marks and styles, words.
func TestLayout(t *testing.T) {
	head := func(n string) string {
		return at(72, 750, 9, 3, "A/80/517") + at(72, 40, 9, 1, "25-11111") + at(500, 40, 9, 1, n+"/3")
	}
	marked := func(y float64, mark string) string {
		return at(72, y, 10, 1, "The wells were counted under resolution 59/300") + at(261, y+4, 6, 1, mark) + at(270, y, 10, 1, "as before.")
	}
	tests := []struct {
		name  string
		pages []string
		want  string
	}{
		{"lines of a paragraph are joined, a wider gap ends it", []string{
			lines(72, 700, "The wells of the valley were counted under resolution", "64/292 of 28 July 2010, and under it alone for as long", "as the rain allowed.") +
				lines(72, 652, "The second count followed in the spring, when the roads", "were dry.")},
			"1 plain | The wells of the valley were counted under resolution 64/292 of 28 July 2010, and under it alone for as long as the rain allowed.\n" +
				"1 plain | The second count followed in the spring, when the roads were dry.\n"},
		{"without gaps, a line with room for the next word ends a paragraph", []string{
			lines(72, 700, "The wells of the valley were counted by the surveyors,", "who came on foot.", "The second count followed in the spring, when the roads", "were dry again.")},
			"1 plain | The wells of the valley were counted by the surveyors, who came on foot.\n" +
				"1 plain | The second count followed in the spring, when the roads were dry again.\n"},
		{"after a comma a small letter goes on, whatever room the line had", []string{
			lines(72, 700, "The Council recalls its resolutions on wells 2012/24, 2013/16, 2014/2,", "of the years when it rained, 2015/12, and those that it adopted in all", "the others.")},
			"1 plain | The Council recalls its resolutions on wells 2012/24, 2013/16, 2014/2, of the years when it rained, 2015/12, and those that it adopted in all the others.\n"},
		{"the gaps between the lines of a masthead are not those of paragraphs", []string{
			lines(72, 700, "Distr.: General") + lines(72, 672, "15 June 2021") + lines(72, 644, "Agenda item 19") + lines(72, 616, "The wells") + lines(72, 588, "The Council,") +
				lines(72, 560, "Recalling the wells of the valley that were counted by the surveyors", "on foot,") +
				lines(72, 520, "Noting the roads that were dry again when the second count followed,", "in the spring,")},
			"1 plain | Distr.: General\n1 plain | 15 June 2021\n1 plain | Agenda item 19\n1 plain | The wells\n1 plain | The Council,\n" +
				"1 plain | Recalling the wells of the valley that were counted by the surveyors on foot,\n" +
				"1 plain | Noting the roads that were dry again when the second count followed, in the spring,\n"},
		{"a raised digit is a mark, its note stands behind the bearer", []string{
			at(72, 700, 10, 1, "The wells were counted under resolution 59/300") + at(261, 704, 6, 1, "1") + at(270, 700, 10, 1, "as before.") +
				lines(72, 670, "The roads were dry.") +
				at(72, 80, 5, 1, "1") + at(76, 77, 8, 1, "See A/75/265, para. 4.")},
			"1 plain | The wells were counted under resolution 59/300¹ as before.\n" +
				"1 note mark \"1\" | See A/75/265, para. 4.\n" +
				"1 plain | The roads were dry.\n"},
		{"so raised as browsers raise it, and a tab behind the number of the note", []string{
			at(72, 700, 12, 1, "The wells were counted under resolution 59/300") + at(300, 704, 10, 1, "1") + at(320, 700, 12, 1, "as before.") +
				lines(72, 670, "The roads were dry.") +
				at(72, 80, 8, 1, "1") + at(92, 80, 8, 1, "See A/75/265, para. 4.")},
			"1 plain | The wells were counted under resolution 59/300¹ as before.\n" +
				"1 note mark \"1\" | See A/75/265, para. 4.\n" +
				"1 plain | The roads were dry.\n"},
		{"notes as large as the text and below no rule, each raised number above with its own; the last on the next page", []string{
			marked(700, "1") + lines(72, 670, "2 wells were dry when the surveyors came.") + marked(640, "2") + marked(610, "3") +
				at(72, 100, 10, 1, "1 See A/75/265, para. 4.") + at(72, 88, 10, 1, "2 Resolution 60/1."),
			at(72, 700, 10, 1, "The roads were counted under resolution 59/301") + at(265, 704, 6, 1, "4") + at(274, 700, 10, 1, "too.") + lines(72, 670, "4 huts stood below the pass in the rain.") +
				at(72, 100, 10, 1, "3 Resolution 60/2.") + at(72, 88, 10, 1, "4 Resolution 60/3.")},
			"1 plain | The wells were counted under resolution 59/300¹ as before.\n" +
				"1 note mark \"1\" | See A/75/265, para. 4.\n" +
				"1 plain | 2 wells were dry when the surveyors came.\n" +
				"1 plain | The wells were counted under resolution 59/300² as before.\n" +
				"1 note mark \"2\" | Resolution 60/1.\n" +
				"1 plain | The wells were counted under resolution 59/300³ as before.\n" +
				"2 plain | The roads were counted under resolution 59/301⁴ too.\n" +
				"2 note mark \"4\" | Resolution 60/3.\n" +
				"2 plain | 4 huts stood below the pass in the rain.\n" +
				"2 note mark \"3\" | Resolution 60/2.\n"},
		{"but no list of numbers that have no marks, nor one of a square metre", []string{
			at(72, 700, 10, 1, "The wells measured 59 m") + at(170, 704, 6, 1, "2") + at(180, 700, 10, 1, "as before.") +
				at(72, 600, 10, 1, "1 Well") + at(72, 570, 10, 1, "2 Roads") + at(72, 540, 10, 1, "3 Huts") + lines(72, 500, "The roads were dry.")},
			"1 plain | The wells measured 59 m² as before.\n1 plain | 1 Well\n1 plain | 2 Roads\n1 plain | 3 Huts\n1 plain | The roads were dry.\n"},
		{"a note goes on over the page, whatever number begins its lines there", []string{
			at(72, 700, 10, 1, "The wells were counted under resolution 59/300") + at(261, 704, 6, 1, "1") + at(270, 700, 10, 1, "as before.") +
				at(72, 80, 5, 1, "1") + at(76, 77, 8, 1, "See A/75/265, of the wells that were counted in the summer of"),
			lines(72, 700, "The roads of the valley were dry when the second count followed, and the", "surveyors went on foot, as they had done before the rain of that year.") + at(72, 86, 8, 1, "2012 and in the spring of") + at(72, 77, 8, 1, "2013 and later.")},
			"1 plain | The wells were counted under resolution 59/300¹ as before.\n" +
				"1 note mark \"1\" | See A/75/265, of the wells that were counted in the summer of 2012 and in the spring of 2013 and later.\n" +
				"2 plain | The roads of the valley were dry when the second count followed, and the surveyors went on foot, as they had done before the rain of that year.\n"},
		{"running heads are furniture; a paragraph goes on over the page", []string{
			lines(72, 700, "The wells of the valley were counted under the resolution of the General Assembly", "which the Council took up in its own resolution of that year, and under") + head("1"),
			lines(72, 700, "1325 (2000) of the Security Council.") + head("2"),
			lines(72, 700, "The roads were dry.") + head("3")},
			"1 furniture | 25-11111\n1 furniture | 1/3\n1 heading bold | A/80/517\n" +
				"1 plain | The wells of the valley were counted under the resolution of the General Assembly which the Council took up in its own resolution of that year, and under 1325 (2000) of the Security Council.\n" +
				"2 furniture bold | A/80/517\n2 furniture | 25-11111\n2 furniture | 2/3\n" +
				"3 furniture bold | A/80/517\n3 furniture | 25-11111\n3 furniture | 3/3\n" +
				"3 plain | The roads were dry.\n"},
		{"two columns are read one after the other", []string{columnsPage()},
			"1 plain | " + strings.TrimSpace(strings.Repeat("the left column speaks of wells and of the rain ", 12)) + "\n" +
				"1 plain | " + strings.TrimSpace(strings.Repeat("the right column speaks of roads and the dust ", 12)) + "\n"},
		{"cells stand in rows", []string{
			lines(72, 700, "The table has what was adopted in the years since the drought of the century.") +
				at(72, 660, 10, 1, "Subject") + at(250, 660, 10, 1, "Resolution") + at(400, 660, 10, 1, "Date") +
				at(72, 645, 10, 1, "Wells") + at(250, 645, 10, 1, "64/292") + at(400, 645, 10, 1, "28 July 2010") +
				at(72, 630, 10, 1, "Roads") + at(250, 630, 10, 1, "66/288") + at(400, 630, 10, 1, "27 July 2012")},
			"1 plain | The table has what was adopted in the years since the drought of the century.\n" +
				"1 cell t1 r1 c1 | Subject\n1 cell t1 r1 c2 | Resolution\n1 cell t1 r1 c3 | Date\n" +
				"1 cell t1 r2 c1 | Wells\n1 cell t1 r2 c2 | 64/292\n1 cell t1 r2 c3 | 28 July 2010\n" +
				"1 cell t1 r3 c1 | Roads\n1 cell t1 r3 c2 | 66/288\n1 cell t1 r3 c3 | 27 July 2012\n"},
		{"a line of few words spread over the width is no row of cells", []string{
			lines(72, 700, "The wells of the valley were counted under the resolution of that year, and") +
				at(72, 688, 10, 1, "those ") + at(72, 676, 10, 1, "on foot.") + spread(688, "notwithstanding", "which", "nevertheless")},
			"1 plain | The wells of the valley were counted under the resolution of that year, and those notwithstanding which nevertheless on foot.\n"},
		{"space between paragraphs of less than a blank line, and a first word that had no place", []string{
			lines(72, 700, "Recalling the resolution of that year on the wells of the valley and of the upper plain,",
				"and the report of the surveyors on the roads that lead to the wells in it, of that year,") +
				at(72, 700-2*12-4.5, 10, 1, "Acknowledging the count.")},
			"1 plain | Recalling the resolution of that year on the wells of the valley and of the upper plain, and the report of the surveyors on the roads that lead to the wells in it, of that year,\n" +
				"1 plain | Acknowledging the count.\n"},
		{"a little more space behind all lines that end short: it ends the full ones too", []string{
			lines(72, 700, "The wells of the valley were counted in the summer of that year by the surveyors of", "the plain.") +
				lines(72, 673, "The roads of the valley were counted in the autumn of that year by the surveyors of", "the coast.") +
				lines(72, 646, "The huts of the valley were counted in the winter of that year by the surveyors from", "the north.") +
				lines(72, 619, "The bridges of the valley were counted in spring by the surveyors of the wet coast.") +
				lines(72, 604, "The Council was told of all four counts.")},
			"1 plain | The wells of the valley were counted in the summer of that year by the surveyors of the plain.\n" +
				"1 plain | The roads of the valley were counted in the autumn of that year by the surveyors of the coast.\n" +
				"1 plain | The huts of the valley were counted in the winter of that year by the surveyors from the north.\n" +
				"1 plain | The bridges of the valley were counted in spring by the surveyors of the wet coast.\n" +
				"1 plain | The Council was told of all four counts.\n"},
		{"nor do lines stand nearer than short ones that break off in front of a long word", []string{
			lines(72, 700, "The wells of the valley were counted in the summer of that year by the surveyors of", "the plain.") +
				lines(72, 673, "The roads of the valley were counted in the autumn of that year by the", "Interdepartmental surveyors.") +
				lines(72, 646, "The huts of the valley were counted in the winter of that year by the surveyors from", "the north.") +
				lines(72, 619, "The bridges of the valley were counted in the spring of that year on foot,", "Interdepartmental surveyors being away.") + lines(72, 592, "The Council was told of all four counts.")},
			"1 plain | The wells of the valley were counted in the summer of that year by the surveyors of the plain.\n" +
				"1 plain | The roads of the valley were counted in the autumn of that year by the Interdepartmental surveyors.\n" +
				"1 plain | The huts of the valley were counted in the winter of that year by the surveyors from the north.\n" +
				"1 plain | The bridges of the valley were counted in the spring of that year on foot, Interdepartmental surveyors being away.\n" +
				"1 plain | The Council was told of all four counts.\n"},
		{"where each line of a page is a paragraph, a full one is too", []string{
			at(72, 700, 10, 1, "A/RES/98/12") + at(72, 680, 10, 1, "Distr.: General") + at(72, 660, 10, 1, "Agenda item 19") + at(72, 640, 10, 1, "The wells") +
				at(72, 620, 10, 1, "Adopted in June") + at(72, 600, 10, 1, "The Council,") +
				at(72, 580, 10, 1, "Recalling the wells of the valley that the surveyors counted on foot in that year,") +
				at(72, 560, 10, 1, "Noting that the roads were dry,")},
			"1 plain | A/RES/98/12\n1 plain | Distr.: General\n1 plain | Agenda item 19\n1 plain | The wells\n1 plain | Adopted in June\n1 plain | The Council,\n" +
				"1 plain | Recalling the wells of the valley that the surveyors counted on foot in that year,\n1 plain | Noting that the roads were dry,\n"},
		{"the chapter that a line begins with behind a comma is no number", []string{
			lines(72, 700, "The wells were counted in the report of the surveyors to the Council (E/2045/53),", "chap. V, sect. A.")},
			"1 plain | The wells were counted in the report of the surveyors to the Council (E/2045/53), chap. V, sect. A.\n"},
		{"a hyphen at one of few lines is of the word where lines had place for half of long ones", []string{
			lines(72, 700, "The wells of the valley were counted by surveyors of the plain and", "interdepartmental surveyors of the coast, who told the Council of the land-", "locked ones, and of those that had been dry when they came to", "northernmost valley.") +
				lines(72, 640, "The roads of the valley were counted by the surveyors who came", "northernmost wells.")},
			"1 plain | The wells of the valley were counted by surveyors of the plain and interdepartmental surveyors of the coast, who told the Council of the land-locked ones, and of those that had been dry when they came to northernmost valley.\n" +
				"1 plain | The roads of the valley were counted by the surveyors who came northernmost wells.\n"},
		{"a number and its words are one paragraph, the verb its lead", []string{
			at(72, 700, 10, 1, "12.") + at(100, 700, 10, 2, "Requests") + at(144, 700, 10, 1, "the surveyors to count the wells.")},
			"1 plain lead \"Requests\" | 12. Requests the surveyors to count the wells.\n"},
	}
	for _, test := range tests {
		text, err := Read(document(test.pages...), Options{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if d := cmp.Diff(test.want, outline(text)); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

// spread draws words behind the first on a line, with gaps of 40 points that hold a blank.
func spread(y float64, words ...string) string {
	var b strings.Builder
	x := 72 + width("those")
	for _, w := range words {
		x += 40
		b.WriteString(at(x-20, y, 10, 1, " ") + at(x, y, 10, 1, w))
		x += width(w)
	}
	return b.String()
}

// width is how wide words stand in ten-point Times.
func width(words string) float64 {
	advances := map[rune]float64{'a': 444, 'c': 444, 'd': 500, 'e': 444, 'g': 500, 'h': 500, 'i': 278, 'l': 278, 'n': 500, 'o': 500, 'r': 333, 's': 389, 't': 278, 'v': 500, 'w': 722}
	w := 0.0
	for _, r := range words {
		w += advances[r] / 100
	}
	return w
}

// TestBrokenNumbers joins what a line of Chinese broke, and nothing else.
func TestBrokenNumbers(t *testing.T) {
	few, drawn := newHyphens(), &hyphens{lines: 40, blanks: 39}
	tests := []struct {
		first, second string
		hyphens       *hyphens
		unsegmented   bool // the file's text has no blanks
		blank         bool
	}{
		{"回顾其2043年12月2日第98/1", "2号决议和水井看守人", few, false, false},
		{"回顾安全理事会第1591(20", "05)号决议和水井看守人", few, false, false},
		{"回顾其2043年12月2日第98/12号决议 A", "2号决议和水井看守人", few, false, true},
		{"Recalling its resolution 98/1", "2 December 2043 and the wells", few, false, true},
		// A line of hardly anything but numbers, in a file of Chinese.
		{"2825(2043)、2874(2044)、29", "85(2045)、3050(2046)", few, true, false},
		{"2825(2043), 2874(2044), 29", "85(2045), 3050(2046)", few, false, true},
		// A bracket parted from its number; a number broken where all lines end in a blank.
		{"قرار مجلس الأمن 2842 (", "2045) المؤرخ", few, false, false},
		{"قراريها 98/14 و 9", "8/15 المؤرخين", drawn, false, false},
	}
	for _, test := range tests {
		if blank, _ := test.hyphens.join(&setLine{text: []byte(test.first)}, &setLine{text: []byte(test.second)}, test.unsegmented); blank != test.blank {
			t.Errorf("%q and %q: blank %v", test.first, test.second, blank)
		}
	}
}

// row10 is a row of ten-point letters, each five points wide, gap points apart.
func row10(words string, x, gap float32) row {
	var glyphs []glyph
	for _, r := range words {
		glyphs = append(glyphs, glyph{r: r, x: x, y: 700, w: 5, size: 10})
		x += 5 + gap
	}
	return row{glyphs: glyphs, x0: glyphs[0].x, x1: glyphs[len(glyphs)-1].right(), y: 700, size: 10}
}

// TestSpreadCharacters keeps a line of Chinese whole that was spread over the width.
func TestSpreadCharacters(t *testing.T) {
	spread := row10("回顾其以往各项", 72, 22)
	if rows := split(spread.glyphs); len(rows) != 1 {
		t.Errorf("%d rows", len(rows))
	}
	if !spreadWide(spread.glyphs) {
		t.Error("its gaps are taken for blanks")
	}
	if cells := row10("井路桥", 72, 60); len(split(cells.glyphs)) != 3 || spreadWide(cells.glyphs) {
		t.Error("three cells are one row")
	}
}

// TestOpensWithNumber tells numbers of Chinese paragraphs from words before a comma of lists.
func TestOpensWithNumber(t *testing.T) {
	for words, want := range map[string]bool{"十二、水井": true, "一、导言": true, "对经济、贸易": false, "12. Wells": true, "(b) Wells": true} {
		if r := row10(words, 72, 0); (&file{}).opensWithNumber(r.glyphs) != want {
			t.Errorf("%s: %v", words, !want)
		}
	}
}

// TestSymbolFromRight reads notes of a symbol alone from the right, where the page does, and
// a session or year in brackets with the number it follows.
func TestSymbolFromRight(t *testing.T) {
	f := &file{}
	note := row10(".A/HRC/98/39 )18(", 400, 0)
	s := &sheet{rtl: true, rows: []row{row10("نهر البئر والطريق في الوادي الكبير والسهل كله وما", 235, 0), note}}
	s.markFromRight(f)
	if note = s.rows[1]; !note.fromRight {
		t.Fatal("the note does not begin at the right")
	}
	if mark := f.markOf(&note, true); mark != "18" {
		t.Errorf("mark %q", mark)
	}
	read := func(glyphs []glyph) string {
		var out []rune
		for _, g := range f.logical(glyphs) {
			out = append(out, g.r)
		}
		return string(out)
	}
	if got := read(row10("A.1078(28) ق", 72, 0).glyphs); got != "ق A.1078(28)" {
		t.Errorf("read as %q", got)
	}
}

// TestTaggedFromRight reads a paragraph of a tagged file from the right where it stands so,
// a symbol alone too.
func TestTaggedFromRight(t *testing.T) {
	text := row10("نهر البئر والطريق في الوادي الكبير والسهل كله وما", 235, 0).glyphs
	pg := &page{glyphs: text}
	_, edge := extentOf(text)
	symbol := func(words string, end float32) *paragraph {
		glyphs := row10(words, 0, 0).glyphs
		_, to := extentOf(glyphs)
		return &paragraph{lines: []line{{pg, row10(words, end-to, 0).glyphs}}}
	}
	s := &setter{f: &file{}, rtl: true}
	if !s.rightToLeft(symbol(".A/98/39 ¹", edge)) {
		t.Error("a symbol at the right edge is not from the right")
	}
	if s.rightToLeft(symbol("¹ A/98/39.", edge-100)) {
		t.Error("one elsewhere is")
	}
	note := symbol(".A/98/39)1(", edge-100) // the turned mark of a note tells it anywhere
	if !s.rightToLeft(note) {
		t.Error("a note with its mark turned is not from the right")
	}
	if got := string(s.lines(note)[0].text); got != "(1) A/98/39." && got != "(1)A/98/39." {
		t.Errorf("the note is read as %q", got)
	}
}

// TestNoteBelowPageBreak does not join a note to a paragraph whose last mark stands behind
// its stop.
func TestNoteBelowPageBreak(t *testing.T) {
	at := func(words string, number int) *paragraph {
		return &paragraph{lines: []line{{&page{number: number, width: 612, height: 792}, row10(words, 72, 0).glyphs}}}
	}
	for _, c := range []struct {
		protects, first, second string
		want                    bool
	}{
		{"a note", "and of the guiding principles of the wells and of the valley and of its upper huts⁶", "² A/98/39.", false},
		{"a paragraph behind a mark", "and of the guiding principles of the wells and of the valley and of its upper huts.⁷", "The wells", false},
		{"words that go on behind a mark", "and of the guiding principles of the wells and of the valley and of its upper huts⁷", "and the wells", true},
	} {
		if got := goesOn(&file{}, at(c.first, 1), at(c.second, 2)); got != c.want {
			t.Errorf("%s: %v", c.protects, got)
		}
	}
}

func columnsPage() string {
	left, right := make([]string, 12), make([]string, 12)
	for i := range left {
		left[i], right[i] = "the left column speaks of wells and of the rain", "the right column speaks of roads and the dust"
	}
	return lines(72, 700, left...) + lines(330, 700, right...)
}

// TestHyphens wants the word as the rest of the document writes it.
func TestHyphens(t *testing.T) {
	tests := []struct{ name, first, second, elsewhere, want string }{
		{"a word divided by the typesetter", "The council of the valley took up the question of develop-", "ment in its own time.", "No development was seen.", "question of development in"},
		{"a word with a hyphen of its own", "The council of the valley took up the work of the non-", "governmental bodies.", "Some non-governmental bodies came.", "the non-governmental bodies"},
		{"a symbol after its stroke", "The council of the valley took note of the report A/CONF.157/", "24 of that year.", "So it was.", "A/CONF.157/24 of"},
		{"a range of years", "The council of the valley took note of the programme of 2005-", "2010 and of its costs.", "So it was.", "2005-2010 and"},
		{"a dash between blanks", "The council of the valley took up the matter of the wells \x96", "all of them dry.", "So it was.", "wells – all"},
	}
	for _, test := range tests {
		text, err := Read(document(lines(72, 700, test.first, test.second)+lines(72, 650, test.elsewhere)), Options{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if !strings.Contains(text.Text, test.want) {
			t.Errorf("%s: %q has no %q", test.name, text.Text, test.want)
		}
	}
}
