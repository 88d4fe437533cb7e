package place

// Bounds of the places and values that are read. Places are tried from many
// words on, so that a text of nothing but places would cost the square of its
// length. Resolutions need one step for 400 bytes, and no paragraph 150.
const (
	stepsAtLeast = 4096 // of a document
	stepsOfPart  = 1000 // of a paragraph, or of a part of one that is read at once
	bytesOfStep  = 2
)

// bounds counts what is read against them: a step is a place or a value.
type bounds struct {
	steps    int // left to the paragraph
	document int // left to the document when the paragraph began
	given    int
	Steps    int // taken by all that was read so far
}

// BeginDocument readies the reader for a document of so many bytes.
func (b *bounds) BeginDocument(size int) {
	*b = bounds{document: stepsAtLeast + size/bytesOfStep, Steps: b.Steps}
}

// beginPart readies it for a part of the document of so many bytes.
func (b *bounds) beginPart(size int) {
	b.document -= b.given - max(b.steps, 0)
	b.given = min(b.document, stepsOfPart+size/bytesOfStep)
	b.steps = b.given
}

// Exhausted reports whether places of the part are left unread.
func (b *bounds) Exhausted() bool { return b.steps < 0 }

// Step takes a step for a word from which places are looked for, and reports
// whether there was one left.
func (b *bounds) Step() bool { return b.step() }

// step takes a step and reports whether there was one left.
func (b *bounds) step() bool {
	b.steps--
	b.Steps++
	return b.steps >= 0
}
