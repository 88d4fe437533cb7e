package read

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"uncite/extract/internal/block"
	"uncite/extract/internal/office"
	"uncite/extract/internal/pdf"
	"uncite/extract/internal/rows"
	"uncite/extract/internal/structure"
	"uncite/extract/internal/web"
	"uncite/extract/record"
	"uncite/extract/symbol"
)

// Format is a kind of file that can be read. Which one a file is in is told
// by its content: names and extensions of UN files are not to be relied on.
type Format struct {
	Name string
	// Match looks at the first few kilobytes.
	Match func(head []byte) bool
	// Read returns the texts of the file, most often one, with the blocks
	// that the file shows in them. An error is an *Error without Source.
	Read func(data []byte) ([]block.Text, error)
}

// Formats are tried in this order; the last takes whatever comes.
var Formats = []Format{
	{"Akoma Ntoso XML", isAkomaNtoso, readAkomaNtoso},
	{"PDF", pdf.Match, readPDF},
	{"Office document", office.IsPackage, one(readPackage)},
	{"DOC", office.IsCompound, one(office.DOC)},
	{"packed in another way", begins("7z\xBC\xAF\x27\x1C", "Rar!\x1A\x07", "\xFD7zXZ\x00"), several(refuse("it is packed as 7z, RAR or XZ", "unpack it first, or pack it as zip"))},
	{"RTF", office.IsRTF, one(office.RTF)},
	{"flat ODT", isFlatODT, one(office.FlatODT)},
	{"web archive (MHTML)", web.IsMHTML, one(web.MHTML)},
	{"HTML", func(head []byte) bool { return web.IsHTML(head, rootElement(head)) }, one(web.HTML)},
	{"JSON", rows.IsJSON, several(rows.JSON)},
	{"table", rows.IsTable, several(rows.Table)},
	{"Markdown", web.IsMarkdown, one(web.Markdown)},
	{"plain text", func([]byte) bool { return true }, readPlain},
}

// refuse is the reader of files that are known and not read.
func refuse(detail, remedy string) func([]byte) ([]block.Text, error) {
	return func([]byte) ([]block.Text, error) { return nil, &block.Error{Detail: detail, Remedy: remedy} }
}

// headBytes is how much of a file its format is told from.
const headBytes = 4096

// Bytes reads the documents in data, which must not be written afterwards;
// source is the name they are given. The error is an *Error.
func Bytes(source string, data []byte) ([]*record.Document, error) {
	head := data[:min(len(data), headBytes)]
	if name := figureOf(head); name != "" {
		return nil, named(passed(name), source)
	}
	if f := formatOf(head); f != nil {
		return f.documents(source, data)
	}
	return nil, &Error{Source: source, Kind: ErrBinary}
}

// documents makes the documents of the texts that a format found in a source.
// Of several texts each has its name after that of the source: "corpus.jsonl#12".
func documents(source, format string, texts []block.Text) []*record.Document {
	var docs []*record.Document
	for i := range texts {
		t := &texts[i]
		name := source
		if t.Name != "" {
			name += "#" + t.Name
		}
		found := structure.Documents(t)
		if len(found) == 1 {
			complete(found[0], t.Facts)
		}
		giveLinks(found, t.Links)
		if len(found) > 0 {
			found[0].Replaced, found[0].Changes = t.Replaced, t.Changes
		}
		for _, d := range found {
			d.Source, d.Format, d.Encoding = name, cmp.Or(t.Format, format), t.Encoding
			docs = append(docs, d)
		}
	}
	return docs
}

// giveLinks gives each document the links that stand in its paragraphs.
func giveLinks(docs []*record.Document, links []block.Link) {
	for _, l := range links {
		if i, paragraph := at(docs, l.Span.Start); paragraph >= 0 {
			docs[i].Links = append(docs[i].Links, record.Link{Href: l.Href, Span: l.Span})
		}
	}
}

// complete fills in what the words of a document do not say of it.
func complete(d *record.Document, f block.Facts) {
	if s, err := symbol.Parse(f.Symbol); err == nil && s.Reading == "" && d.Symbol == "" {
		d.Symbol = s.Canonical
		d.Body, d.Session = cmp.Or(s.Body, d.Body), cmp.Or(s.Session, d.Session)
	}
	if _, err := time.Parse(time.DateOnly, f.Date); err == nil && d.Date == "" {
		d.Date = f.Date
	}
	d.Title = cmp.Or(d.Title, f.Title)
}

// File reads the documents of one file. The error is an *Error.
func File(path string) ([]*record.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, openError(path, err)
	}
	if info.IsDir() {
		return nil, &Error{Source: path, Kind: ErrUnreadable, Detail: "it is a folder", Remedy: "name a file in it"}
	}
	if info.Size() > MaxBytes {
		return nil, named(tooLarge(info.Size()), path)
	}
	return stream(path, f, int(info.Size()))
}

// Stream reads the documents of a stream to its end, at most MaxBytes;
// source is the name they are given. The error is an *Error.
func Stream(source string, r io.Reader) ([]*record.Document, error) {
	return stream(source, r, 0)
}

// stream is Stream for a source of a known size, 0 where it is not known.
func stream(source string, r io.Reader, size int) ([]*record.Document, error) {
	data := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(r, MaxBytes+1)); err != nil {
		return nil, openError(source, err)
	}
	return Bytes(source, data.Bytes())
}

func openError(path string, err error) error {
	e := &Error{Source: path, Kind: ErrUnreadable, Detail: err.Error()}
	var at *fs.PathError
	if errors.As(err, &at) {
		e.Detail = at.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Kind, e.Detail, e.Remedy = ErrNotFound, "", "check the spelling"
	case errors.Is(err, fs.ErrPermission):
		e.Remedy = "check the permissions of the file"
	}
	return e
}
