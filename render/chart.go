package render

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"uncite/graph"
	"uncite/graph/rank"
)

// Form is how the numbers of a series are drawn.
type Form string

// The forms.
const (
	Bars   Form = "bars"
	Lines  Form = "lines"
	Points Form = "points"
)

// NumberSeries is numbers that belong together.
type NumberSeries struct {
	Name string    `json:"name"`
	Form Form      `json:"form"`
	X    []float64 `json:"x"`
	Y    []float64 `json:"y"`
	// Of names each pair of numbers, for its tooltip; it may be empty.
	Of []string `json:"of,omitempty"`
}

// Heat is a table of numbers that is drawn by shades.
type Heat struct {
	Rows    []string    `json:"rows"`
	Columns []string    `json:"columns"`
	Values  [][]float64 `json:"values"`
}

// Chart is a drawing of numbers, in the style and the languages of the map: series
// over two axes, or a heat map.
type Chart struct {
	Title  string         `json:"title"`
	X      string         `json:"x"` // what the axes say; of a heat map columns and rows
	Y      string         `json:"y"`
	LogX   bool           `json:"log_x,omitempty"`
	LogY   bool           `json:"log_y,omitempty"`
	Series []NumberSeries `json:"series,omitempty"`
	Heat   *Heat          `json:"heat,omitempty"`
	Notes  []string       `json:"notes"`
	Lang   string         `json:"-"`
	Look   Look           `json:"-"` // page and ground
}

// JSON writes the chart's numbers as an object.
func (c *Chart) JSON(w io.Writer) error { return writeJSON(w, c) }

// CSV writes a row a number: series, x, y, of; or row, column, value.
func (c *Chart) CSV(w io.Writer) error {
	out := newCSV(w)
	num := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	rows := [][]string{{"series", "x", "y", "of"}}
	if c.Heat != nil {
		rows = [][]string{{"row", "column", "value"}}
		for i, r := range c.Heat.Rows {
			for j, k := range c.Heat.Columns {
				rows = append(rows, []string{neutral(plain(r)), neutral(plain(k)), num(c.Heat.Values[i][j])})
			}
		}
	}
	for _, s := range c.Series {
		for i := range s.X {
			of := ""
			if i < len(s.Of) {
				of = s.Of[i]
			}
			rows = append(rows, []string{neutral(plain(s.Name)), num(s.X[i]), num(s.Y[i]), neutral(plain(of))})
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}

// Sizes of a chart in pixels.
const (
	chartWidth  = 640.0
	chartHeight = 330.0 // of the axes
	chartLeft   = 62.0  // for the numbers of the upright axis
	chartBelow  = 44.0
	cellHeight  = 22.0
)

// SVG draws the chart.
func (c *Chart) SVG(w io.Writer) error {
	m := &Map{Title: c.Title, Lang: c.Lang, Look: c.Look, chart: " "} // the axes say it all
	if c.Heat != nil {
		m.chart = c.Y + " × " + c.X
	}
	m.Ranking = rank.Ranking{Graph: &graph.Graph{Notes: c.Notes}}
	d := chartPen{newPen(bufio.NewWriter(w), m, chartWidth), c}
	if c.Heat != nil {
		return d.heat()
	}
	return d.axes()
}

// chartPen draws a chart.
type chartPen struct {
	pen
	c *Chart
}

// scale maps numbers to pixels.
type scale struct {
	lo, hi   float64
	from, to float64 // pixels
	log      bool
	whole    bool // of whole numbers, such as years: no tick stands between two
}

func (s scale) at(v float64) float64 {
	lo, hi := s.lo, s.hi
	if s.log {
		v, lo, hi = math.Log10(v), math.Log10(lo), math.Log10(hi)
	}
	if hi == lo {
		return (s.from + s.to) / 2
	}
	return s.from + (v-lo)/(hi-lo)*(s.to-s.from)
}

// ticks are round numbers along a scale, at most about so many.
func (s scale) ticks(most int) []float64 {
	var out []float64
	if s.log {
		if !(s.lo > 0) {
			return nil
		}
		for e := math.Floor(math.Log10(s.lo)); math.Pow(10, e) <= s.hi*1.001; e++ {
			if v := math.Pow(10, e); v >= s.lo*0.999 {
				out = append(out, v)
			}
		}
		return out
	}
	span := s.hi - s.lo
	if !(span > 0) {
		return []float64{s.lo}
	}
	step := math.Pow(10, math.Floor(math.Log10(span/float64(most))))
	for _, k := range []float64{1, 2, 5, 10} {
		if span/(step*k) <= float64(most) {
			step *= k
			break
		}
	}
	if s.whole {
		step = max(step, 1)
	}
	for k := math.Ceil(s.lo / step); k*step <= s.hi+step/1e6 && len(out) <= 2*most; k++ {
		out = append(out, k*step)
	}
	return out
}

// scales fits the axes to the numbers.
func (d chartPen) scales(top float64) (x, y scale) {
	x = scale{lo: math.Inf(1), hi: math.Inf(-1), from: chartLeft + 10, to: chartWidth - pageMargin - 10, log: d.c.LogX}
	y = scale{lo: math.Inf(1), hi: math.Inf(-1), from: top + chartHeight, to: top + 20, log: d.c.LogY}
	if !d.c.LogY {
		y.lo = 0
	}
	x.whole, y.whole = true, true
	for _, s := range d.c.Series {
		for i := range s.X {
			x.whole, y.whole = x.whole && s.X[i] == math.Trunc(s.X[i]), y.whole && s.Y[i] == math.Trunc(s.Y[i])
			x.lo, x.hi, y.lo, y.hi = min(x.lo, s.X[i]), max(x.hi, s.X[i]), min(y.lo, s.Y[i]), max(y.hi, s.Y[i])
		}
	}
	if x.lo > x.hi {
		x.lo, x.hi, y.lo, y.hi = 1, 10, 1, 10
	}
	if y.hi == y.lo {
		y.hi++
	}
	if d.mirrored {
		x.from, x.to = chartWidth-x.from, chartWidth-x.to
	}
	return x, y
}

func (d chartPen) axes() error {
	heading, head := d.headingLines()
	items := d.items()
	rows := flow(items, chartWidth-2*pageMargin)
	bottom := head + chartHeight + chartBelow
	d.open(heading, bottom+legendPitch*float64(rows)+pageMargin, "")
	x, y := d.scales(head)
	d.grid(x, y, head)
	for k, s := range d.c.Series {
		d.series(k, s, x, y)
	}
	d.legend(items, bottom)
	d.printf("</svg>\n")
	return d.Flush()
}

// grid draws the axes with their numbers and words.
func (d chartPen) grid(x, y scale, top float64) {
	left, right := chartLeft, chartWidth-pageMargin
	edge, at, words := left-6, rightEdge, left
	if d.mirrored {
		left, right = pageMargin, chartWidth-chartLeft
		edge, at, words = right+6, leftEdge, right
	}
	for _, v := range y.ticks(6) {
		d.printf(`<path d="M%s %sH%s" stroke="#D0D7DE"/>`+"\n", px(left), px(y.at(v)), px(right))
		d.text(edge, y.at(v)+4, at, textLine{Text: measured(v), Size: labelSize, Pale: true})
	}
	for _, v := range x.ticks(10) {
		d.printf(`<path d="M%s %sv4" stroke="#8C959F"/>`+"\n", px(x.at(v)), px(top+chartHeight))
		d.text(x.at(v), top+chartHeight+16, centre, textLine{Text: measured(v), Size: labelSize, Pale: true})
	}
	d.printf(`<path d="M%s %sH%s" stroke="#8C959F"/>`+"\n", px(left), px(top+chartHeight), px(right))
	d.text((left+right)/2, top+chartHeight+33, centre, textLine{Text: d.c.X, Size: labelSize, Bold: true, Pale: true})
	side := leftEdge
	if d.mirrored {
		side = rightEdge
	}
	d.text(words, top+2, side, textLine{Text: d.c.Y, Size: labelSize, Bold: true, Pale: true})
}

// dashesOf tell the lines of a chart apart in grey.
var dashesOf = []string{"none", "8 3", "2 3", "8 3 2 3", "14 4", "4 4", "1 5", "10 2 2 2 2 2"}

func (d chartPen) series(k int, s NumberSeries, x, y scale) {
	color, dash := classColors[k%len(classColors)].Color, dashesOf[k%len(dashesOf)]
	tip := func(i int) string {
		words := plain(s.Name)
		if i < len(s.Of) {
			words = plain(s.Of[i])
		}
		return escape(words + ": " + measured(s.X[i]) + ", " + measured(s.Y[i]))
	}
	switch s.Form {
	case Bars:
		width := 0.8 * math.Abs(x.to-x.from) / max(1, x.hi-x.lo+1)
		for i := range s.X {
			h := y.from - y.at(s.Y[i])
			d.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"><title>%s</title></rect>`+"\n", px(x.at(s.X[i])-width/2), px(y.at(s.Y[i])), px(max(0.6, width)), px(h), color, tip(i))
		}
	case Lines:
		var path strings.Builder
		for i := range s.X {
			letter := "L"
			if i == 0 {
				letter = "M"
			}
			path.WriteString(letter + px(x.at(s.X[i])) + " " + px(y.at(s.Y[i])))
		}
		d.printf(`<path d="%s" fill="none" stroke="%s" stroke-width="2" stroke-linejoin="round" stroke-dasharray="%s"><title>%s</title></path>`+"\n", path.String(), color, dash, escape(plain(s.Name)))
	default:
		for i := range s.X {
			d.printf(`<circle cx="%s" cy="%s" r="3" fill="%s" fill-opacity=".55"><title>%s</title></circle>`+"\n", px(x.at(s.X[i])), px(y.at(s.Y[i])), color, tip(i))
		}
	}
}

// items are the legend, where there is more than one series.
func (d chartPen) items() []legendItem {
	if len(d.c.Series) < 2 {
		return nil
	}
	var items []legendItem
	for k, s := range d.c.Series {
		color, dash := classColors[k%len(classColors)].Color, dashesOf[k%len(dashesOf)]
		draw := d.stroke(color, dash, 2, false)
		if s.Form != Lines {
			draw = func(x, y float64) { d.symbol(x+12, y, 5, kindStyle{}, class{Color: color}, graph.PresentInHand) }
		}
		items = append(items, legendItem{label: ellipsisEnd(plain(s.Name), 260, labelSize), draw: draw})
	}
	return items
}

// heat draws a table whose cells are the darker the greater their number, which
// stands in them.
func (d chartPen) heat() error {
	h := d.c.Heat
	heading, head := d.headingLines()
	label := 40.0
	for _, r := range h.Rows {
		label = max(label, min(190, textWidth(plain(r), labelSize, false)+8))
	}
	above := 30.0
	for _, c := range h.Columns {
		above = max(above, min(150, textWidth(plain(c), labelSize, false)+12))
	}
	top := head + above
	d.open(heading, top+cellHeight*float64(len(h.Rows))+pageMargin, "")
	const lean = 0.5 // of the leaning names that stands to the right of the last column
	cell := min(72, (chartWidth-2*pageMargin-label-lean*above)/max(1, float64(len(h.Columns))))
	greatest := 0.0
	for _, row := range h.Values {
		for _, v := range row {
			greatest = max(greatest, v)
		}
	}
	left := func(j int) float64 {
		if d.mirrored {
			return chartWidth - pageMargin - label - cell*float64(j+1)
		}
		return pageMargin + label + cell*float64(j)
	}
	for j, c := range h.Columns {
		x := left(j) + cell/2 + 4
		d.printf(`<text transform="translate(%s %s) rotate(-60)" font-size="%s" fill="%s">%s</text>`+"\n", px(x), px(top-5), px(labelSize), paleInk, escape(ellipsisEnd(plain(c), 140, labelSize)))
	}
	for i, r := range h.Rows {
		y := top + cellHeight*float64(i)
		x, at := pageMargin+label-6, rightEdge
		if d.mirrored {
			x, at = chartWidth-pageMargin-label+6, leftEdge
		}
		d.text(x, y+15, at, textLine{Text: ellipsisEnd(plain(r), 182, labelSize), Size: labelSize})
		for j, v := range h.Values[i] {
			shade := 0.0
			if greatest > 0 {
				shade = math.Sqrt(max(0, v) / greatest)
			}
			d.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="#0072B2" fill-opacity="%s" stroke="#D0D7DE" stroke-width=".5"><title>%s</title></rect>`+"\n",
				px(left(j)), px(y), px(cell), px(cellHeight), strconv.FormatFloat(shade*0.95, 'f', 2, 64), escape(plain(r)+" × "+plain(h.Columns[j])+": "+measured(v)))
			if v != 0 {
				t := textLine{Text: measured(v), Size: smallestLabel}
				if shade > 0.6 {
					t.Color = "#FFFFFF"
				}
				d.text(left(j)+cell/2, y+15, centre, t)
			}
		}
	}
	d.printf("</svg>\n")
	return d.Flush()
}

// The forms of a result that is a picture.
type pictured interface{ SVG(w io.Writer) error }

func asSVG(r any) func(io.Writer) error {
	if p, ok := r.(pictured); ok {
		return p.SVG
	}
	return nil
}

// converted offers a picture through the converter.
func converted(args ...string) func(any) func(io.Writer) error {
	return func(r any) func(io.Writer) error {
		p, ok := r.(pictured)
		if !ok {
			return nil
		}
		return func(w io.Writer) error {
			var source bytes.Buffer
			if err := p.SVG(&source); err != nil {
				return err
			}
			if err := convert(context.Background(), w, &source, args...); err != nil {
				return fmt.Errorf("a picture as PDF or PNG needs the program %s: %w", converter, err)
			}
			return nil
		}
	}
}
