package pdf

import (
	"bytes"
	"compress/flate"
	"context"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The limits of one file. Real documents stay far below them.
const (
	maxStream  = 64 << 20  // bytes that one stream may inflate to
	maxInflate = 512 << 20 // bytes that all streams of a file may inflate to
	maxObjects = 1 << 19   // objects of a file
	maxDepth   = 64        // nesting of page tree, structure tree and references
	maxPages   = 20000
)

// file is an open PDF. It is not safe for concurrent use.
type file struct {
	c     context.Context
	ctx   *model.Context
	left  int64 // bytes that streams may still inflate to
	fonts map[int]*typeface
	// clusters are the texts of glyphs that stand for several characters;
	// the rune of such a glyph is -1 minus its index.
	clusters []string
	// addresses are those of the file's links, each once.
	addresses  []string
	addressOf  map[string]uint16 // index into addresses, plus one
	inflater   io.ReadCloser
	atLeft     bool            // Arabic whose lines begin at the left
	fromLeft   bool            // and are set from there
	ownNumbers map[string]bool // that symbols on its first page end in, where it is so set
	tables     int             // tables found by their layout so far
}

// get follows references to the object they lead to; nil where it is missing.
func (f *file) get(o types.Object) types.Object {
	for range maxDepth {
		if _, ok := o.(types.IndirectRef); !ok {
			return o
		}
		next, err := f.ctx.Dereference(o)
		if err != nil {
			return nil
		}
		o = next
	}
	return nil
}

// dict returns the dictionary o is or leads to; of a stream its dictionary.
func (f *file) dict(o types.Object) types.Dict {
	switch d := f.get(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	}
	return nil
}

func (f *file) array(o types.Object) types.Array {
	a, _ := f.get(o).(types.Array)
	return a
}

func (f *file) name(o types.Object) string {
	n, _ := f.get(o).(types.Name)
	return string(n)
}

// number returns the number o is or leads to, and whether it is one.
func (f *file) number(o types.Object) (float64, bool) {
	switch n := f.get(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

func (f *file) integer(o types.Object) (int, bool) {
	n, ok := f.number(o)
	if !ok || n != n || n > 1<<31 || n < -1<<31 {
		return 0, false
	}
	return int(n), true
}

// text returns the bytes of the string o is or leads to.
func (f *file) text(o types.Object) []byte {
	switch s := f.get(o).(type) {
	case types.StringLiteral:
		b, err := types.Unescape(string(s))
		if err != nil {
			return nil
		}
		return b
	case types.HexLiteral:
		b, err := s.Bytes()
		if err != nil {
			return nil
		}
		return b
	}
	return nil
}

// rect returns the corners of a rectangle, lower left first.
func (f *file) rect(o types.Object) (r [4]float64, ok bool) {
	a := f.array(o)
	if len(a) < 4 {
		return r, false
	}
	for i := range r {
		if r[i], ok = f.number(a[i]); !ok {
			return r, false
		}
	}
	if r[0] > r[2] {
		r[0], r[2] = r[2], r[0]
	}
	if r[1] > r[3] {
		r[1], r[3] = r[3], r[1]
	}
	return r, r[2] > r[0] && r[3] > r[1]
}

func objectNumber(o types.Object) (int, bool) {
	if r, ok := o.(types.IndirectRef); ok {
		return r.ObjectNumber.Value(), true
	}
	return 0, false
}

// stream returns the decoded bytes of the stream o is or leads to: all that
// its filters give before they meet damage or a limit.
func (f *file) stream(o types.Object) []byte {
	sd, ok := f.get(o).(types.StreamDict)
	if !ok {
		return nil
	}
	data := sd.Raw
	for _, step := range sd.FilterPipeline {
		limit := min(f.left, maxStream)
		if limit <= 0 || f.c.Err() != nil {
			return nil
		}
		predicted := step.DecodeParms != nil && step.DecodeParms.IntEntry("Predictor") != nil && *step.DecodeParms.IntEntry("Predictor") > 1
		switch {
		case step.Name == "Crypt":
			continue
		case step.Name == filter.Flate && !predicted:
			data = f.inflate(data, limit)
		default:
			data = otherFilter(step, data, limit)
		}
		f.left -= int64(len(data))
	}
	return data
}

// inflate decompresses as much as it can, at most limit bytes.
func (f *file) inflate(data []byte, limit int64) []byte {
	if len(data) < 2 {
		return nil
	}
	body := data
	if data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		body = data[2:]
	}
	if f.inflater == nil {
		f.inflater = flate.NewReader(bytes.NewReader(body))
	} else if err := f.inflater.(flate.Resetter).Reset(bytes.NewReader(body), nil); err != nil {
		return nil
	}
	out := bytes.NewBuffer(make([]byte, 0, min(limit, int64(4*len(body)+bytes.MinRead))))
	// The error is that of the damage; what came before it is kept.
	out.ReadFrom(io.LimitReader(f.inflater, limit))
	return out.Bytes()
}

func otherFilter(step types.PDFFilter, data []byte, limit int64) []byte {
	parms := map[string]int{}
	for k, v := range step.DecodeParms {
		if n, ok := v.(types.Integer); ok {
			parms[k] = n.Value()
		}
	}
	decoder, err := filter.NewFilter(step.Name, parms, limit)
	if err != nil {
		return nil
	}
	r, err := decoder.Decode(bytes.NewReader(data))
	if err != nil || r == nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(r, limit))
	return out
}
