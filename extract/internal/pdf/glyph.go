package pdf

import (
	"math"
	"unicode"
)

// glyph is one character as it stands on a page. Coordinates are in points,
// from the lower left corner of the page as it is read, y upwards.
type glyph struct {
	r       rune // a character, or what font.go says of others
	x, y    float32
	w, size float32
	mcid    int32 // number of its marked content, -1 for none
	style   glyphStyle
	turn    uint8  // quarter turns against the page: 0 is upright, 4 is askew
	link    uint16 // the link that it lies under: index into file.addresses plus one, 0 for none
}

// glyphStyle says how a glyph is set.
type glyphStyle uint8

const (
	bold glyphStyle = 1 << iota
	italic
	artifact // marked as no part of the document: running heads
	raised   // a superscript; set by the layout
)

func (g *glyph) right() float32  { return g.x + g.w }
func (g *glyph) centre() float32 { return g.x + g.w/2 }
func (g *glyph) blank() bool     { return g.r == ' ' || g.r == noBreak }

// noBreak is the blank at which no line is broken.
const noBreak = 0xa0

// mark tells whether the glyph is a mark over or under a letter.
func (g *glyph) mark() bool { return g.r >= 0x300 && unicode.Is(unicode.Mn, g.r) }

// matrix is a transformation of the plane: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times returns the transformation that does m first and n after it.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// turns returns the quarter turns of the direction (dx, dy), 4 where it is
// askew.
func turns(dx, dy float64) uint8 {
	ax, ay := math.Abs(dx), math.Abs(dy)
	switch {
	case ay < .1*ax && dx > 0:
		return 0
	case ax < .1*ay && dy > 0:
		return 1
	case ay < .1*ax:
		return 2
	case ax < .1*ay:
		return 3
	}
	return 4
}
