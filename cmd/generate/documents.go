package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"

	"uncite/fixtures"
)

// writeDocuments writes so many bytes, and the line that is begun then, of documents as
// JSON Lines: those of the sample corpus over and over, each time under another
// identifier, several of them joined until a text has so many bytes.
func writeDocuments(w io.Writer, bytes, size int64, languages []string) error {
	var ends [][]byte // lines behind their identifiers
	for _, code := range languages {
		names, err := fs.Glob(fixtures.Corpus(), code+"/*.txt")
		if err != nil || len(names) == 0 {
			return fmt.Errorf("the sample corpus has no documents in %q (%v)", code, err)
		}
		for first := range names {
			var text []byte
			for k := first; len(text) == 0 || int64(len(text)) < size; k++ {
				part, err := fs.ReadFile(fixtures.Corpus(), names[k%len(names)])
				if err != nil {
					return err
				}
				text = append(append(text, part...), '\n')
			}
			quoted, err := json.Marshal(string(text))
			if err != nil {
				return err
			}
			ends = append(ends, fmt.Appendf(nil, `","text":%s,"lang":%q}`+"\n", quoted, path.Base(path.Dir(names[first]))))
		}
	}
	for n, written := 0, int64(0); written < bytes; n++ {
		end := ends[n%len(ends)]
		line, err := fmt.Fprintf(w, `{"id":"%08d%s`, n+1, end)
		if written += int64(line); err != nil {
			return err
		}
	}
	return nil
}
