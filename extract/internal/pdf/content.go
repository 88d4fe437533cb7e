package pdf

import (
	"bytes"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The limits of one page's content.
const (
	maxOperators = 5_000_000
	maxOperands  = 4096
	maxGlyphs    = 200_000
	maxForms     = 12 // forms within forms
	maxStates    = 512
)

// page is one page as it was drawn.
type page struct {
	number        int // counted from 1
	width, height float64
	glyphs        []glyph
	images        int
}

// interpreter runs the content streams of one page.
type interpreter struct {
	f         *file
	page      *page
	state     graphics
	stack     []graphics
	text      matrix // the text matrix
	line      matrix // where the line of text began
	marks     []mark
	operators int
	depth     int
	lexer     *lexer
	operands  []token
	array     []token // the elements of the last array among the operands
	dict      []token // names and values of the last dictionary
	faces     map[string]*typeface
	resources types.Dict
}

// graphics is the part of the graphics state that text depends on.
type graphics struct {
	ctm                           matrix
	face                          *typeface
	size                          float64
	charSpace, wordSpace, leading float64
	scale, rise                   float64
}

// mark is one level of marked content.
type mark struct {
	mcid     int32
	artifact bool
	actual   []rune // the text that replaces that of the glyphs
	replaces bool
	drawn    bool // the replacing text was given to a glyph
}

// interpret draws one page from its dictionary. The base matrix makes the
// page upright.
func (f *file) interpret(p *page, d types.Dict, resources types.Dict, base matrix) {
	in := &interpreter{f: f, page: p, resources: resources}
	in.state = graphics{ctm: base, scale: 1}
	in.text, in.line = identity, identity
	var content []byte
	switch c := f.get(d["Contents"]).(type) {
	case types.StreamDict:
		content = f.stream(c)
	case types.Array:
		for _, o := range c {
			content = append(append(content, f.stream(o)...), '\n')
		}
	}
	in.run(content)
}

func (in *interpreter) run(content []byte) {
	outer, outerOperands := in.lexer, in.operands
	l := &lexer{src: content}
	in.lexer, in.operands = l, nil
	for {
		t := l.next()
		switch t.kind {
		case tokenEnd:
			in.lexer, in.operands = outer, outerOperands
			return
		case tokenOpenArray:
			in.readArray()
			in.operands = append(in.operands, t)
		case tokenOpenDict:
			in.readDict(0)
			in.operands = append(in.operands, t)
		case tokenOperator:
			if in.operators++; in.operators > maxOperators || in.operators&0xfff == 0 && in.f.c.Err() != nil {
				l.pos = len(l.src)
				continue
			}
			in.operator(t.data)
			in.operands = in.operands[:0]
			l.reset()
		default:
			if len(in.operands) < maxOperands {
				in.operands = append(in.operands, t)
			}
		}
	}
}

func (in *interpreter) readArray() {
	in.array = in.array[:0]
	for {
		t := in.lexer.next()
		switch t.kind {
		case tokenEnd, tokenCloseArray:
			return
		case tokenOperator, tokenOpenArray:
			continue
		}
		in.array = append(in.array, t)
	}
}

// readDict reads a dictionary's names and values, those of its dictionaries
// and arrays left out.
func (in *interpreter) readDict(depth int) {
	if depth == 0 {
		in.dict = in.dict[:0]
	}
	for level := 1; level > 0; {
		t := in.lexer.next()
		switch t.kind {
		case tokenEnd:
			return
		case tokenOpenDict, tokenOpenArray:
			level++
		case tokenCloseDict, tokenCloseArray:
			level--
		default:
			if level == 1 && len(in.dict) < maxOperands {
				in.dict = append(in.dict, t)
			}
		}
	}
}

// num returns the i-th of the last n operands as a number.
func (in *interpreter) num(i, n int) float64 {
	if k := len(in.operands) - n + i; k >= 0 && k < len(in.operands) {
		return in.operands[k].num
	}
	return 0
}

func (in *interpreter) last() token {
	if n := len(in.operands); n > 0 {
		return in.operands[n-1]
	}
	return token{}
}

func (in *interpreter) operator(name []byte) {
	s := &in.state
	switch string(name) {
	case "q":
		if len(in.stack) < maxStates {
			in.stack = append(in.stack, *s)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*s = in.stack[n-1]
			in.stack = in.stack[:n-1]
		}
	case "cm":
		s.ctm = in.matrixOperand().times(s.ctm)
	case "BT":
		in.text, in.line = identity, identity
	case "Tf":
		s.size = in.num(1, 2)
		if n := len(in.operands); n >= 2 {
			s.face = in.face(in.operands[n-2].data)
		}
	case "Tc":
		s.charSpace = in.num(0, 1)
	case "Tw":
		s.wordSpace = in.num(0, 1)
	case "Tz":
		s.scale = in.num(0, 1) / 100
	case "TL":
		s.leading = in.num(0, 1)
	case "Ts":
		s.rise = in.num(0, 1)
	case "Td":
		in.move(in.num(0, 2), in.num(1, 2))
	case "TD":
		s.leading = -in.num(1, 2)
		in.move(in.num(0, 2), in.num(1, 2))
	case "Tm":
		in.text = in.matrixOperand()
		in.line = in.text
	case "T*":
		in.move(0, -s.leading)
	case "Tj":
		in.show(in.last().data)
	case "'":
		in.move(0, -s.leading)
		in.show(in.last().data)
	case "\"":
		s.wordSpace, s.charSpace = in.num(0, 3), in.num(1, 3)
		in.move(0, -s.leading)
		in.show(in.last().data)
	case "TJ":
		in.showArray()
	case "BMC":
		in.begin(false)
	case "BDC":
		in.begin(true)
	case "EMC":
		if n := len(in.marks); n > 0 {
			in.marks = in.marks[:n-1]
		}
	case "Do":
		in.do(in.last().data)
	case "ID":
		in.page.images++
		in.lexer.skipInlineImage()
	}
}

func (in *interpreter) matrixOperand() matrix {
	return matrix{in.num(0, 6), in.num(1, 6), in.num(2, 6), in.num(3, 6), in.num(4, 6), in.num(5, 6)}
}

func (in *interpreter) move(x, y float64) {
	in.line = matrix{a: 1, d: 1, e: x, f: y}.times(in.line)
	in.text = in.line
}

func (in *interpreter) face(name []byte) *typeface {
	if t, ok := in.faces[string(name)]; ok {
		return t
	}
	if in.faces == nil {
		in.faces = map[string]*typeface{}
	}
	fonts := in.f.dict(in.resources["Font"])
	var t *typeface
	if o, ok := fonts[string(name)]; ok {
		t = in.f.font(o)
	}
	in.faces[string(name)] = t
	return t
}

func (in *interpreter) showArray() {
	s := &in.state
	for _, t := range in.array {
		if t.kind == tokenString {
			in.show(t.data)
			continue
		}
		in.text = matrix{a: 1, d: 1, e: -t.num / 1000 * s.size * s.scale}.times(in.text)
	}
}

// show draws a string.
func (in *interpreter) show(b []byte) {
	s := &in.state
	if s.face == nil || len(b) == 0 || len(in.page.glyphs) > maxGlyphs {
		return
	}
	// A glyph of size 1 in text space, on the page.
	m := in.text.times(s.ctm)
	unitX, unitY := m.a*s.size*s.scale, m.b*s.size*s.scale
	size := float32(math.Hypot(m.c*s.size, m.d*s.size))
	turn := turns(unitX, unitY)
	along := math.Hypot(unitX, unitY)
	x, y := m.apply(0, s.rise)
	// The advance along the line per unit of text space.
	stepX, stepY := m.a*s.scale, m.b*s.scale
	g := glyph{size: size, mcid: -1, style: s.face.style, turn: turn}
	for i := len(in.marks) - 1; i >= 0; i-- {
		if in.marks[i].artifact {
			g.style |= artifact
		}
		if in.marks[i].mcid >= 0 && g.mcid < 0 {
			g.mcid = in.marks[i].mcid
		}
	}
	total := 0.
	for len(b) > 0 {
		sh, n := s.face.next(b)
		advance := float64(sh.width)*s.size + s.charSpace
		if n == 1 && b[0] == ' ' {
			advance += s.wordSpace
		}
		b = b[n:]
		g.r, g.w = sh.r, float32(float64(sh.width)*along)
		g.x, g.y = float32(x+total*stepX), float32(y+total*stepY)
		in.draw(g)
		total += advance
	}
	in.text = matrix{a: 1, d: 1, e: total * s.scale}.times(in.text)
}

// draw keeps a glyph, with the text that replaces its own where there is one.
func (in *interpreter) draw(g glyph) {
	for i := range in.marks {
		m := &in.marks[i]
		if !m.replaces {
			continue
		}
		if m.drawn {
			if n := len(in.page.glyphs); n > 0 {
				if last := &in.page.glyphs[n-1]; last.y == g.y && g.x+g.w > last.right() {
					last.w = g.x + g.w - last.x
				}
			}
			return
		}
		m.drawn = true
		g.r = in.f.cluster(m.actual)
		break
	}
	if g.r == noRune || g.size <= 0 || g.x != g.x || g.y != g.y {
		return
	}
	in.page.glyphs = append(in.page.glyphs, g)
}

// begin opens marked content; its dictionary is an operand or a resource.
func (in *interpreter) begin(properties bool) {
	m := mark{mcid: -1}
	tag := 1
	if properties {
		tag = 2
	}
	if n := len(in.operands) - tag; n >= 0 {
		m.artifact = bytes.Equal(in.operands[n].data, []byte("Artifact"))
	}
	if properties {
		switch t := in.last(); t.kind {
		case tokenOpenDict:
			for i := 0; i+1 < len(in.dict); i++ {
				switch string(in.dict[i].data) {
				case "MCID":
					m.mcid = markNumber(in.dict[i+1].num)
				case "ActualText":
					if in.dict[i+1].kind == tokenString {
						m.actual, m.replaces = textString(in.dict[i+1].data), true
					}
				}
			}
		case tokenName:
			d := in.f.dict(in.f.dict(in.resources["Properties"])[string(t.data)])
			if n, ok := in.f.integer(d["MCID"]); ok {
				m.mcid = markNumber(float64(n))
			}
			if o, ok := d["ActualText"]; ok {
				m.actual, m.replaces = textString(in.f.text(o)), true
			}
		}
	}
	// The numbers within a form are the form's own.
	if in.depth > 0 {
		m.mcid = -1
	}
	if len(in.marks) < maxStates {
		in.marks = append(in.marks, m)
	}
}

func markNumber(n float64) int32 {
	if n < 0 || n > 1<<24 {
		return -1
	}
	return int32(n)
}

// do draws an external object.
func (in *interpreter) do(name []byte) {
	sd, ok := in.f.get(in.f.dict(in.resources["XObject"])[string(name)]).(types.StreamDict)
	if !ok {
		return
	}
	switch in.f.name(sd.Dict["Subtype"]) {
	case "Image":
		in.page.images++
	case "Form":
		if in.depth >= maxForms {
			return
		}
		saved := *in
		m := identity
		if a := in.f.array(sd.Dict["Matrix"]); len(a) == 6 {
			var v [6]float64
			for i := range v {
				v[i], _ = in.f.number(a[i])
			}
			m = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
		}
		in.state.ctm = m.times(in.state.ctm)
		in.stack = nil
		if r := in.f.dict(sd.Dict["Resources"]); r != nil {
			in.resources, in.faces = r, nil
		}
		in.depth++
		in.run(in.f.stream(sd))
		operators, marks := in.operators, saved.marks
		*in = saved
		in.operators, in.marks = operators, marks
	}
}
