package extract

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"uncite/extract/internal/read"
)

// kept is the place in the cache of the references of an input; nil where none
// are kept of it.
func (x *Extractor) kept(in input) *read.Kept {
	// What a user's own rows find is not kept: rows change, and what they are is
	// not told by their name.
	if in.references != nil || in.quick || !x.usual {
		return nil
	}
	return read.KeptOf(in.source, fmt.Sprintf("references links=%t", x.Links))
}

// anySource stands for the name of a source in what is kept: it may be another the
// next time.
const anySource = "?"

// References are kept as the strings that occur in them, each once, and numbers:
// how many strings there are, their lengths, their bytes one after the other; how
// many references; of each a number whose bits tell which of its fields are not
// empty, and these, a string by its place among the strings, a list by its length
// and its strings. Few documents spell more than a tenth of what their references
// say, so that little is read, and nothing is searched for quotation marks.

// packReferences writes the references of a source without its name.
func packReferences(source string, refs []Reference) []byte {
	var t stringTable
	var body []byte
	for i := range refs {
		r := refs[i]
		r.Source = anySource + strings.TrimPrefix(r.Source, source)
		body = t.appendReference(body, &r)
	}
	out := binary.AppendUvarint(nil, uint64(len(t.all)))
	for _, s := range t.all {
		out = binary.AppendUvarint(out, uint64(len(s)))
	}
	for _, s := range t.all {
		out = append(out, s...)
	}
	return append(binary.AppendUvarint(out, uint64(len(refs))), body...)
}

// stringTable gives each string its place.
type stringTable struct {
	all   []string
	place map[string]int
}

func (t *stringTable) append(to []byte, s string) []byte {
	n, ok := t.place[s]
	if !ok {
		if t.place == nil {
			t.place = map[string]int{}
		}
		n = len(t.all)
		t.all, t.place[s] = append(t.all, s), n
	}
	return binary.AppendUvarint(to, uint64(n))
}

func (t *stringTable) appendReference(to []byte, r *Reference) []byte {
	v := reflect.ValueOf(r).Elem()
	var filled uint64
	for i := range v.NumField() {
		if !v.Field(i).IsZero() {
			filled |= 1 << i
		}
	}
	to = binary.AppendUvarint(to, filled)
	for i := range v.NumField() {
		if filled&(1<<i) == 0 {
			continue
		}
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			to = t.append(to, f.String())
		case reflect.Int:
			to = binary.AppendVarint(to, f.Int())
		default: // the test holds that there are no others
			list := f.Interface().([]string)
			to = binary.AppendUvarint(to, uint64(len(list)))
			for _, s := range list {
				to = t.append(to, s)
			}
		}
	}
	return to
}

// errPacked says that what is kept is no list of references.
var errPacked = errors.New("what is kept of a file is damaged")

// unpackReferences returns the references that were kept of a source, in the room
// of a list that is used no more. Their strings are parts of data.
func unpackReferences(list []Reference, source string, data []byte) (refs []Reference, err error) {
	p := packed{rest: data}
	p.table()
	count := p.count()
	refs = list[:0]
	for n := 0; n < count && !p.bad; n++ {
		if len(refs) == cap(refs) {
			refs = append(refs, Reference{})
		} else {
			refs = refs[:len(refs)+1]
			refs[len(refs)-1] = Reference{}
		}
		r := &refs[len(refs)-1]
		p.reference(r)
		r.Source = source + strings.TrimPrefix(r.Source, anySource)
	}
	if p.bad || len(p.rest) > 0 {
		return nil, errPacked
	}
	return refs, nil
}

// packed reads what packReferences wrote.
type packed struct {
	rest    []byte
	strings []string
	bad     bool
}

func (p *packed) number() uint64 {
	n, size := binary.Uvarint(p.rest)
	if size <= 0 {
		p.bad, p.rest = true, nil
		return 0
	}
	p.rest = p.rest[size:]
	return n
}

// count reads how many things follow, each of a byte at least.
func (p *packed) count() int {
	n := p.number()
	if n > uint64(len(p.rest)) {
		p.bad = true
		return 0
	}
	return int(n)
}

func (p *packed) table() {
	lengths := make([]int, p.count())
	for i := range lengths {
		lengths[i] = int(min(p.number(), uint64(len(p.rest))+1))
	}
	p.strings = make([]string, len(lengths))
	for i, n := range lengths {
		if n > len(p.rest) {
			p.bad = true
			return
		}
		p.strings[i] = unsafe.String(unsafe.SliceData(p.rest), n) // nobody writes in it
		p.rest = p.rest[n:]
	}
}

func (p *packed) string() string {
	n := p.number()
	if n >= uint64(len(p.strings)) {
		p.bad = true
		return ""
	}
	return p.strings[n]
}

func (p *packed) reference(r *Reference) {
	v := reflect.ValueOf(r).Elem()
	filled := p.number()
	if filled>>v.NumField() != 0 {
		p.bad = true
		return
	}
	for i := 0; filled != 0; i, filled = i+1, filled>>1 {
		if filled&1 == 0 {
			continue
		}
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(p.string())
		case reflect.Int:
			n := p.number()
			f.SetInt(int64(n>>1) ^ -int64(n&1))
		default:
			list := make([]string, p.count())
			for i := range list {
				list[i] = p.string()
			}
			f.Set(reflect.ValueOf(list))
		}
	}
}
