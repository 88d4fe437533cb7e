package read

import (
	"uncite/extract/internal/markup"
	"uncite/extract/internal/structure"
	"uncite/extract/record"
)

// Place is where a byte of a document's text stands in the file that it was read
// from. Bytes that the reader put itself have none: their Node is 0.
type Place struct {
	From, To int // byte offsets in the file; a character reference is one place
	// Node numbers the runs of text between two tags, from 1; words of one run
	// can be enclosed by one element.
	Node int
	// Prefix is that of the element that holds the run, "akn:"; empty where it
	// has none.
	Prefix string
	// Linked is true where the words are a link already.
	Linked bool
}

// aknPlaces follows the bytes of the text back to the file.
type aknPlaces struct {
	nodes int
	text  []Place // of the text so far
}

// follow notes where the bytes stand that a block took from a run of text. A
// section of CDATA can hold no element, so that its bytes have no place.
func (p *aknPlaces) follow(b *aknBlock, s *markup.Scanner, words string) {
	p.nodes++
	raw, base := s.Raw()
	if len(b.at) > len(b.buf) || raw == "" {
		return
	}
	places := markup.Places(raw, base)
	common := Place{Node: p.nodes, Prefix: s.Prefix(), Linked: s.Inside("a") || s.Inside("ref")}
	// What was appended ends with the words without their blanks: from the end
	// the two run side by side.
	taken := make([]Place, 0, len(places))
	i := len(b.buf) - 1
	for k := len(words) - 1; k >= 0 && i >= len(b.at); k-- {
		if isXMLBlank(words[k]) {
			continue
		}
		for ; i >= len(b.at) && b.buf[i] == ' '; i-- {
			taken = append(taken, Place{})
		}
		at := common
		at.From, at.To = places[k].From, places[k].To
		taken = append(taken, at)
		i--
	}
	b.at = append(b.at, make([]Place, len(b.buf)-len(b.at)-len(taken))...)
	for k := len(taken) - 1; k >= 0; k-- {
		b.at = append(b.at, taken[k])
	}
}

// isXMLBlank are the bytes that the reader takes for blanks.
func isXMLBlank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// put notes the places of a paragraph that begins at base in the text.
func (p *aknPlaces) put(base int, b *aknBlock) {
	p.text = append(p.text, make([]Place, base-len(p.text))...)
	p.text = append(p.text, b.at[:min(len(b.at), len(b.buf))]...)
}

// AkomaNtosoPlaces reads a file as Bytes does, and says of each byte of the text
// where it stands in the file. It is an error where the file is no Akoma Ntoso
// or not in UTF-8, in which alone the offsets of text and file agree.
func AkomaNtosoPlaces(source string, data []byte) ([]*record.Document, []Place, error) {
	if !isAkomaNtoso(data[:min(len(data), headBytes)]) {
		return nil, nil, &Error{Source: source, Kind: ErrUnreadable, Detail: "it is no Akoma Ntoso", Remedy: "choose another format to write"}
	}
	decoded, err := decode(data, declaredEncoding(data))
	if err != nil {
		return nil, nil, named(err, source)
	}
	mark := len(data) - len(decoded.Text)
	if mark < 0 || mark > len("\uFEFF") || string(data[mark:]) != decoded.Text {
		return nil, nil, &Error{Source: source, Kind: ErrUnreadable, Detail: "it is in " + decoded.Encoding + ", and is annotated in place only in UTF-8",
			Remedy: "save it as UTF-8, or choose another format to write"}
	}
	x := &aknReader{places: &aknPlaces{}}
	t, err := x.read(decoded)
	if err != nil {
		return nil, nil, named(err, source)
	}
	docs := structure.Documents(t)
	for _, d := range docs {
		d.Source, d.Format, d.Encoding = source, "Akoma Ntoso XML", t.Encoding
	}
	places := append(x.places.text, make([]Place, max(0, len(t.Text)-len(x.places.text)))...)
	for i := range places {
		if places[i].Node > 0 {
			places[i].From, places[i].To = places[i].From+mark, places[i].To+mark
		}
	}
	return docs, places, nil
}
