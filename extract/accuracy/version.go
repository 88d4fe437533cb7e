package accuracy

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"uncite/extract"
	"uncite/extract/lang"
	"uncite/extract/read"
	"uncite/extract/record"
)

// version is one language version of a document: what its file links, and
// what was found in its text.
type version struct {
	work, name string // of the document; the file without its extension
	lang, body string
	links      map[string]bool // folded targets
	own        map[string]bool // the document's own symbol and masthead
	found      map[string]*finding
}

// finding is a target that was found, with the sentence of its first place.
type finding struct{ Words, Sentence, Rule string }

var (
	workURI  = regexp.MustCompile(`<FRBRWork>[\s\S]*?<FRBRuri value="([^"]*)"`)
	language = regexp.MustCompile(`<FRBRlanguage language="([^"]*)"`)
	steps    = regexp.MustCompile(`<step [^>]*\bas="([^"]+)"`)
)

// codes are the languages as the files name them.
var codes = map[string]string{"ara": "ar", "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "rus": "ru", "zho": "zh", "chi": "zh"}

// readVersion reads an Akoma Ntoso file and extracts from its stripped text.
// It returns nil for a file of another kind.
func readVersion(x *extract.Extractor, path string) (*version, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(data[:min(len(data), 4096)], []byte("<akomaNtoso")) {
		return nil, nil
	}
	akn, err := read.AkomaNtoso(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(akn.Documents) == 0 {
		return nil, fmt.Errorf("%s holds no document", path)
	}
	v := &version{
		work: first(workURI, data), name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)),
		lang: languageOf(path, data), body: akn.Documents[0].Body,
		links: map[string]bool{}, own: map[string]bool{}, found: map[string]*finding{},
	}
	if v.work == "" {
		v.work = v.name
	}
	if v.lang == "" {
		return nil, fmt.Errorf("%s does not say its language", path)
	}
	v.takeLinks(akn, data)
	return v, v.extract(x, path, akn.Documents[0].Text)
}

// languageOf takes the language of a file from its folder, where that is named
// after one, and else from the file: a set laid out by language says by the
// place of a file which version it stands for.
func languageOf(path string, data []byte) string {
	if folder := filepath.Base(filepath.Dir(path)); slices.Contains(lang.Codes, folder) {
		return folder
	}
	return codes[first(language, data)]
}

func first(pattern *regexp.Regexp, data []byte) string {
	if m := pattern.FindSubmatch(data); m != nil {
		return string(m[1])
	}
	return ""
}

// takeLinks takes the targets of the links, and apart from them what the
// masthead and the workflow name.
func (v *version) takeLinks(akn *read.AKN, data []byte) {
	for _, l := range akn.Links {
		target, ok := linkTarget(l.Href)
		switch {
		case !ok:
		case l.Masthead:
			v.own[target] = true
		default:
			v.links[target] = true
		}
	}
	for _, d := range akn.Documents {
		v.own[Fold(d.Symbol)] = true
	}
	for _, m := range steps.FindAllSubmatch(data, -1) {
		v.own[Fold(string(m[1]))] = true
	}
}

// extract finds the references in the plain text, without the help of markup.
func (v *version) extract(x *extract.Extractor, path, text string) error {
	docs, err := read.Bytes(path, []byte(text))
	if err != nil {
		return err
	}
	var refs []extract.Reference
	for _, d := range docs {
		if refs, err = x.Document(refs[:0], d); err != nil {
			return err
		}
		for i := range refs {
			v.take(&refs[i], d)
		}
	}
	return nil
}

func (v *version) take(r *extract.Reference, d *record.Document) {
	if r.Zone == record.Masthead || !Scored(r.Target) {
		return
	}
	target := Fold(r.Target)
	if v.found[target] == nil {
		v.found[target] = &finding{r.Text, sentence(d, r), r.Rule}
	}
}

// sentence cuts the words around a reference out of its document.
func sentence(d *record.Document, r *extract.Reference) string {
	const around = 120
	start, end := max(0, r.Start-around), min(len(d.Text), r.End+around)
	for start > 0 && d.Text[start]&0xC0 == 0x80 {
		start--
	}
	for end < len(d.Text) && d.Text[end]&0xC0 == 0x80 {
		end++
	}
	return strings.Join(strings.Fields(d.Text[start:end]), " ")
}
