package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"uncite/extract/internal/read"
)

// kept is the place in the cache of the references of an input; nil where none
// are kept of it.
func (x *Extractor) kept(in input) *read.Kept {
	// What a user's own rows find is not kept: rows change, and what they are is
	// not told by their name.
	if !x.ReferencesAlone || in.references != nil || in.quick || !x.usual {
		return nil
	}
	return read.KeptOf(in.source, fmt.Sprintf("references links=%t", x.Links))
}

// anySource stands for the name of a source in what is kept: it may be another the
// next time.
const anySource = "?"

// unpackReferences returns the references that were kept of a source.
func unpackReferences(source string, data []byte) ([]Reference, error) {
	refs, err := ReadReferences(source, bytes.NewReader(data))
	for i := range refs {
		refs[i].Source = source + strings.TrimPrefix(refs[i].Source, anySource)
	}
	return refs, err
}

// packReferences writes the references of a source without its name.
func packReferences(source string, refs []Reference) []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	for _, r := range refs {
		r.Source = anySource + strings.TrimPrefix(r.Source, source)
		if e.Encode(&r) != nil {
			return nil
		}
	}
	return out.Bytes()
}
