package read

import (
	"bytes"
	"errors"

	"uncite/extract/internal/block"
	"uncite/extract/internal/office"
)

// one makes the Read of a format whose files hold one text each.
func one(read func([]byte) (block.Text, error)) func([]byte) ([]block.Text, error) {
	return several(func(data []byte) ([]block.Text, error) {
		t, err := read(data)
		if err == nil {
			err = whole(t.Text)
		}
		return []block.Text{t}, err
	})
}

// several makes the Read of a format of the errors that it knows.
func several(read func([]byte) ([]block.Text, error)) func([]byte) ([]block.Text, error) {
	return func(data []byte) ([]block.Text, error) {
		if len(data) > MaxBytes {
			return nil, tooLarge(int64(len(data)))
		}
		texts, err := read(data)
		var e *block.Error
		if errors.As(err, &e) {
			return nil, &Error{Kind: ErrDamaged, Detail: e.Detail, Remedy: e.Remedy}
		}
		if err != nil {
			return nil, err
		}
		return texts, nil
	}
}

// readPackage reads the documents that are ZIP files of parts.
func readPackage(data []byte) (block.Text, error) {
	kind := office.Kind(data)
	read := map[string]func([]byte) (block.Text, error){"DOCX": office.DOCX, "ODT": office.ODT}[kind]
	switch {
	case read != nil:
		t, err := read(data)
		t.Format = kind
		return t, err
	case kind == "":
		return block.Text{}, block.Damaged("a ZIP file that cannot be opened")
	}
	return block.Text{}, &block.Error{Detail: "a file of kind " + kind, Remedy: "save its text as DOCX, PDF or plain text"}
}

// isFlatODT reports whether a file is OpenDocument text in one file of XML.
func isFlatODT(head []byte) bool {
	return rootElement(head) == "document" && bytes.Contains(head, []byte("opendocument.text"))
}
