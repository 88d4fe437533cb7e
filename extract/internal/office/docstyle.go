package office

import "encoding/binary"

// docStyle is what a style of a Word 97 file says of the lists of its paragraphs.
type docStyle struct {
	based int // the style that it is based on
	docPara
}

// noStyleIndex is the index that stands for no style.
const noStyleIndex = 0xFFF

// readStyles reads the styles of paragraphs, each by its index in the style sheet, and
// completes them by those that they are based on.
func (d *doc) readStyles() {
	const place, ofParagraphs = 0xA2, 1
	sheet := d.part(place)
	if len(sheet) < 6 {
		return
	}
	head := int(binary.LittleEndian.Uint16(sheet))
	count := int(binary.LittleEndian.Uint16(sheet[2:]))
	base := int(binary.LittleEndian.Uint16(sheet[4:])) // bytes of a style before its name
	rest := sheet[min(len(sheet), 2+head):]
	for range min(count, noStyleIndex) {
		if len(rest) < 2 {
			break
		}
		size := int(binary.LittleEndian.Uint16(rest))
		std := rest[2:min(len(rest), 2+size)]
		rest = rest[min(len(rest), 2+size+size&1):]
		s := docStyle{based: noStyleIndex}
		if len(std) >= 4 && binary.LittleEndian.Uint16(std[2:])&0xF == ofParagraphs {
			s.based = int(binary.LittleEndian.Uint16(std[2:]) >> 4)
			properties(styleParagraph(std, base), s.take)
		}
		d.styles = append(d.styles, s)
	}
	for i := range d.styles {
		d.inherit(i, 0)
	}
}

// styleParagraph returns the properties of paragraphs in a style: behind its name.
func styleParagraph(std []byte, base int) []byte {
	const style = 2 // bytes before the properties
	if len(std) < base+2 {
		return nil
	}
	at := base + 2 + 2*int(binary.LittleEndian.Uint16(std[base:])) + 2 // the name, and a zero behind it
	if len(std) < at+2 {
		return nil
	}
	end := at + 2 + int(binary.LittleEndian.Uint16(std[at:]))
	if end > len(std) || at+2+style > end {
		return nil
	}
	return std[at+2+style : end]
}

// inherit completes a style by the one that it is based on.
func (d *doc) inherit(i, depth int) {
	const deepest = 20 // a circle of styles ends here
	s := &d.styles[i]
	if s.based >= len(d.styles) || depth == deepest {
		return
	}
	d.inherit(s.based, depth+1)
	s.under(d.styles[s.based].docPara)
	s.based = noStyleIndex
}

// under completes what is said of a paragraph by what its style says.
func (r *docPara) under(style docPara) {
	if !r.listed {
		r.list, r.listed = style.list, style.listed
	}
	if !r.levelled {
		r.level, r.levelled = style.level, style.levelled
	}
}
