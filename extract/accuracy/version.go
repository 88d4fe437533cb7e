package accuracy

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"uncite/extract/internal/pattern"

	"uncite/extract"
	"uncite/extract/internal/read"
	"uncite/extract/lang"
	"uncite/extract/record"
)

// version is one language version of a document: what its file links, and
// what was found in its text.
type version struct {
	path, work, name string // work is the address that all versions share
	lang, body       string
	links            map[string]bool // folded targets
	own              map[string]bool // the document's own symbol and masthead
	found            map[string]bool // folded targets
	also             map[string]bool // those found that count only where they are linked
	values           fieldValues
	markup
}

var (
	workURI  = pattern.Lazy(`<FRBRWork>[\s\S]*?<FRBRuri value="([^"]*)"`)
	language = pattern.Lazy(`<FRBRlanguage language="([^"]*)"`)
	steps    = pattern.Lazy(`<step [^>]*\bas="([^"]+)"`)
	// printed is a symbol as the workflow names it, among other words.
	printed = pattern.Lazy(`\b[AES]/[0-9A-Z][^\s,;()]*(?:\(\d+\))?`)
	// joined is the second symbol of a document of two organs, in the text.
	joined = pattern.Lazy(`[-–]([AES]/[0-9A-Z][0-9A-Za-z./]*)`)
)

// page is a file that was read: with its markup, and as plain text without,
// in which extraction has to find by itself what the markup says.
type page struct {
	data  []byte
	akn   *read.AKN
	plain []*record.Document
	refs  []extract.Reference
}

// readPage reads an Akoma Ntoso file and extracts from its stripped text. It
// returns nil for a file of another kind.
func readPage(x *extract.Extractor, path string) (*page, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(data[:min(len(data), 4096)], []byte("<akomaNtoso")) {
		return nil, nil
	}
	p := &page{data: data}
	if p.akn, err = read.AkomaNtoso(bytes.NewReader(data)); err != nil {
		return nil, sourced(err, path)
	}
	if len(p.akn.Documents) == 0 {
		return nil, &read.Error{Source: path, Kind: read.ErrNoDocuments}
	}
	if p.plain, err = read.Bytes(path, []byte(p.akn.Documents[0].Text)); err != nil {
		return nil, err
	}
	for _, d := range p.plain {
		if p.refs, err = x.Document(p.refs, d); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// sourced names the file in an error of a reader that knew none.
func sourced(err error, path string) error {
	var e *read.Error
	if errors.As(err, &e) && e.Source == "" {
		e.Source = path
	}
	return err
}

// readVersion reads what is to be compared of a file and lets go of the rest,
// so that a set of any size fits into memory. It returns nil for a file of
// another kind.
func readVersion(x *extract.Extractor, path string) (*version, error) {
	p, err := readPage(x, path)
	if p == nil || err != nil {
		return nil, err
	}
	v := &version{
		path: path, work: first(workURI(), p.data), lang: languageOf(path, p.data), body: p.akn.Documents[0].Body,
		links: map[string]bool{}, own: map[string]bool{}, found: map[string]bool{}, also: map[string]bool{}, values: fieldValues{},
	}
	v.name = nameOf(v.work, path)
	if v.work == "" {
		v.work = v.name
	}
	if v.lang == "" {
		return nil, &read.Error{Source: path, Kind: read.ErrMalformed, Detail: "no FRBRlanguage"}
	}
	v.takeLinks(p.akn, p.data)
	for i := range p.refs {
		r := &p.refs[i]
		v.values.take(r)
		target, ok := scoredTarget(r)
		switch {
		case !ok:
		case r.Status == record.Contradicted || seldomLinked(target, r.Text): // the first makes no edge
			v.also[target] = true
		default:
			v.found[target] = true
		}
	}
	v.markup = compareMarkup(p, v.lang)
	return v, nil
}

// nameOf is the name of a document whatever the language of its file: the
// address of the work, its parts joined by lines, as in
// deliberation_unga_2021-06-30_75-301. A file that gives no address lends its
// own name.
func nameOf(work, path string) string {
	if _, rest, ok := strings.Cut(strings.Trim(work, "/"), "/statement/"); ok {
		return strings.ReplaceAll(rest, "/", "_")
	}
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// languageOf takes the language of a file from its folder, where that is named
// after one, and else from the file: a set laid out by language says by the
// place of a file which version it stands for.
func languageOf(path string, data []byte) string {
	if folder := filepath.Base(filepath.Dir(path)); slices.Contains(lang.Codes, folder) {
		return folder
	}
	return lang.OfISO639(first(language(), data))
}

func first(pattern *regexp.Regexp, data []byte) string {
	if m := pattern.FindSubmatch(data); m != nil {
		return string(m[1])
	}
	return ""
}

// takeLinks takes the targets of the links, and apart from them what the
// masthead and the workflow name and the second symbols of documents.
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
		for _, s := range d.MastheadSymbols {
			v.own[Fold(d.Text[s.Start:s.End])] = true
		}
	}
	for _, m := range steps().FindAllSubmatch(data, -1) {
		for _, s := range printed().FindAll(m[1], -1) {
			v.own[Fold(string(s))] = true
		}
	}
	for _, m := range joined().FindAllStringSubmatch(akn.Documents[0].Text, -1) {
		v.own[Fold(m[1])] = true
	}
}

// scoredTarget returns the folded target of a reference, and false where it
// is not of those that the UN's files link.
func scoredTarget(r *extract.Reference) (string, bool) {
	if r.Zone == record.Masthead || !Scored(r.Target) {
		return "", false
	}
	return strings.Clone(Fold(r.Target)), true
}
