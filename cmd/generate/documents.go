package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"

	"uncite/fixtures"
)

// plainShare is how many bytes of plain clauses stand beside one of the sample, whose
// documents cite four times as densely as resolutions do.
const plainShare = 3

// writeDocuments writes so many bytes, and the line that is begun then, of documents as
// JSON Lines: those of the sample corpus over and over, each time under another
// identifier, with clauses between that name no document, several of them joined until
// a text has so many bytes.
func writeDocuments(w io.Writer, bytes, size int64, languages []string) error {
	var ends []string // of lines, behind their identifiers
	for _, code := range languages {
		texts, plain, err := sample(code)
		if err != nil {
			return err
		}
		next, own, filled := 0, 0, 0
		for first := range texts {
			var text strings.Builder
			for k := first; text.Len() == 0 || int64(text.Len()) < size; k++ {
				for paragraph := range strings.SplitSeq(texts[k%len(texts)], "\n\n") {
					text.WriteString(paragraph + "\n\n")
					own += len(paragraph)
					for len(paragraph) >= clause && filled < plainShare*own {
						text.WriteString(plain[next%len(plain)] + "\n\n")
						filled += len(plain[next%len(plain)])
						next++
					}
				}
			}
			quoted, err := json.Marshal(text.String())
			if err != nil {
				return err
			}
			ends = append(ends, fmt.Sprintf(`","text":%s,"lang":%q}`+"\n", quoted, code))
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

// clause is the length, in bytes, from which a paragraph is no line of a masthead.
const clause = 120

// sample returns the texts of the sample corpus in a language, and their clauses in
// which no number stands.
func sample(code string) (texts, plain []string, err error) {
	names, err := fs.Glob(fixtures.Corpus(), code+"/*.txt")
	if err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(fixtures.Corpus(), name)
		if err != nil {
			return nil, nil, err
		}
		texts = append(texts, string(text))
		for paragraph := range strings.SplitSeq(string(text), "\n\n") {
			if len(paragraph) >= clause && !strings.ContainsFunc(paragraph, unicode.IsDigit) {
				plain = append(plain, paragraph)
			}
		}
	}
	if len(plain) == 0 {
		return nil, nil, fmt.Errorf("the sample corpus has no documents in %q", code)
	}
	return texts, plain, nil
}
