// Package quote goes back from a reference to the sentence in which it stands.
// References keep no more of their source than the words cited and where they
// are, so the source is read once more; where it is gone or has changed, that
// is said in place of the sentence.
package quote

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/read"
	"uncite/extract/record"
)

// Place is where a citation stands.
type Place struct {
	Source     string
	Start, End int    // byte offsets in the decoded text of Source
	Text       string // the words between them
}

// Quote is the sentence about a place.
type Quote struct {
	Sentence   string // on one line; empty where Absent says why
	Start, End int    // byte offsets of the cited words in Sentence
	Absent     string
}

// Reader returns the documents of a source, or read.ErrNotFound where it knows
// none of that name.
type Reader func(source string) ([]*record.Document, error)

// Sentences returns the quote of every place. Each source is read once, by the
// first reader whose text has the cited words where a place says they are.
func Sentences(places []Place, readers ...Reader) map[Place]Quote {
	bySource := map[string][]Place{}
	quotes := make(map[Place]Quote, len(places))
	for _, p := range places {
		if p.Text == "" {
			quotes[p] = Quote{Absent: "the reference has no words in the text"}
			continue
		}
		bySource[p.Source] = append(bySource[p.Source], p)
	}
	for source, list := range bySource {
		docs, absent := find(source, list, readers)
		for _, p := range list {
			if absent != "" {
				quotes[p] = Quote{Absent: absent}
			} else {
				quotes[p] = cut(docs, p)
			}
		}
	}
	return quotes
}

// find reads a source, and says why it is of no use where it is of none.
func find(source string, places []Place, readers []Reader) (docs []*record.Document, absent string) {
	absent = "the source is not at hand: " + source
	for _, from := range readers {
		docs, err := from(source)
		switch {
		case errors.Is(err, read.ErrNotFound):
		case err != nil:
			absent = "the source cannot be read: " + err.Error()
		case slices.ContainsFunc(places, func(p Place) bool { return p.in(docs) != nil }):
			return docs, ""
		default:
			absent = "the source has changed since the references were found: " + source
		}
	}
	return nil, absent
}

// in returns the document whose text has the words of the place, the one whose
// paragraph encloses them if several share the text.
func (p Place) in(docs []*record.Document) *record.Document {
	var holds *record.Document
	for _, d := range docs {
		if p.Text == "" || p.Start < 0 || p.Start > p.End || p.End > len(d.Text) || d.Text[p.Start:p.End] != p.Text {
			continue
		}
		if holds == nil || p.paragraph(d) != nil {
			holds = d
		}
	}
	return holds
}

// paragraph returns the pieces of the paragraph in which the place begins.
func (p Place) paragraph(d *record.Document) []record.Span {
	for i := range d.Paragraphs {
		for _, piece := range d.Paragraphs[i].Pieces {
			if piece.Start <= p.Start && p.Start < piece.End {
				return d.Paragraphs[i].Pieces
			}
		}
	}
	return nil
}

func cut(docs []*record.Document, p Place) Quote {
	d := p.in(docs)
	if d == nil {
		return Quote{Absent: "the source has changed since the references were found: " + p.Source}
	}
	pieces := p.paragraph(d)
	if pieces == nil {
		pieces = []record.Span{line(d.Text, p)}
	}
	text, start, end := join(d.Text, pieces, p)
	lo, hi := sentence(text, start, end)
	return Quote{Sentence: text[lo:hi], Start: start - lo, End: end - lo}
}

// line is the line of a place outside the paragraphs, as in a masthead.
func line(text string, p Place) record.Span {
	s := record.Span{Start: strings.LastIndexByte(text[:p.Start], '\n') + 1, End: len(text)}
	if n := strings.IndexByte(text[p.End:], '\n'); n >= 0 {
		s.End = p.End + n
	}
	return s
}

// join writes the pieces on one line, every run of white space a blank, and
// says where the words of the place have come to stand.
func join(text string, pieces []record.Span, p Place) (line string, start, end int) {
	var b strings.Builder
	blank := false
	for _, piece := range pieces {
		for i, r := range text[piece.Start:piece.End] {
			at := piece.Start + i
			if unicode.IsSpace(r) {
				blank = b.Len() > 0
				continue
			}
			if blank {
				b.WriteByte(' ')
				blank = false
			}
			if at <= p.Start {
				start = b.Len()
			}
			b.WriteRune(r)
			if at < p.End {
				end = b.Len()
			}
		}
		blank = b.Len() > 0
	}
	return b.String(), start, max(start, end)
}

// sentence returns the bounds of the sentence that holds s[start:end].
func sentence(s string, start, end int) (lo, hi int) {
	hi = len(s)
	for i, r := range s {
		if !ends(s, i, r) {
			continue
		}
		after := i + utf8.RuneLen(r)
		after += len(s[after:]) - len(strings.TrimLeft(s[after:], closers))
		if after <= start {
			lo = after + len(s[after:]) - len(strings.TrimLeft(s[after:], " "))
		} else if after >= end {
			return lo, after
		}
	}
	return lo, hi
}

// closers are what belongs to a sentence after its full stop: quotation marks,
// brackets and the marks of notes.
const closers = `"'”’»›」』》）)]¹²³⁴⁵⁶⁷⁸⁹⁰`

// shortest is the length in letters from which a word before a full stop is no
// abbreviation: art. and núm. are shorter. A sentence that ends in so short a
// word is quoted with the next, which does no harm.
const shortest = 4

// ends tells whether the mark r at s[i] ends a sentence. A full stop does so
// after a word that is no abbreviation and before a letter that is not small.
func ends(s string, i int, r rune) bool {
	switch r {
	case '。', '！', '？', '؟', '!', '?':
		return true
	case '.':
	default:
		return false
	}
	next := strings.TrimLeft(s[i+1:], closers)
	if next == "" {
		return true
	}
	if next[0] != ' ' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, ` "'“‘«‹「『《（([`))
	if !unicode.IsLetter(first) || unicode.IsLower(first) {
		return false
	}
	word := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
	if strings.Trim(word, "0123456789") == "" {
		return true
	}
	return utf8.RuneCountInString(word) >= shortest && !strings.Contains(word, ".")
}

// Below returns a reader of regular files, or what archives and corpora among them
// hold, that lie in one of the folders or are one of the files named. A references
// file may come from anybody: what it names elsewhere is not read.
func Below(paths ...string) Reader {
	var roots []string
	for _, p := range paths {
		if real, err := realPath(p); err == nil {
			roots = append(roots, real)
		}
	}
	return func(source string) ([]*record.Document, error) {
		path, ok := read.FileOf(source)
		if !ok {
			return nil, &read.Error{Source: source, Kind: read.ErrNotFound}
		}
		real, err := realPath(path)
		if err != nil {
			return nil, &read.Error{Source: source, Kind: read.ErrNotFound}
		}
		for _, root := range roots {
			if rest, err := filepath.Rel(root, real); err == nil && filepath.IsLocal(rest) {
				return read.Named(source)
			}
		}
		return nil, errors.New(source + " lies outside the folder of the references file; name its folder as a PATH too")
	}
}

// FileOf returns the regular file that a source is or is in: an archive, a
// corpus in lines.
func FileOf(source string) (path string, ok bool) { return read.FileOf(source) }

// realPath is the absolute path of a file without links.
func realPath(path string) (string, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}

// FS returns a reader of the files of a file system.
func FS(fsys fs.FS) Reader {
	return func(source string) ([]*record.Document, error) {
		data, err := fs.ReadFile(fsys, source)
		if err != nil {
			return nil, &read.Error{Source: source, Kind: read.ErrNotFound}
		}
		return read.Bytes(source, data)
	}
}

// Kept returns a reader of documents that were kept in memory.
func Kept(docs map[string][]*record.Document) Reader {
	return func(source string) ([]*record.Document, error) {
		if len(docs[source]) == 0 {
			return nil, &read.Error{Source: source, Kind: read.ErrNotFound}
		}
		return docs[source], nil
	}
}
