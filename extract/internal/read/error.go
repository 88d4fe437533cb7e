package read

import (
	"errors"
	"strings"
)

// The kinds of trouble that reading meets; errors.Is finds them in an Error.
var (
	ErrNotFound    = errors.New("no such file or folder")
	ErrUnreadable  = errors.New("cannot be read")
	ErrNoDocuments = errors.New("folder holds no documents")
	ErrEmpty       = errors.New("file is empty")
	ErrBinary      = errors.New("not a text")
	ErrEncoding    = errors.New("invalid text encoding")
	ErrTooLarge    = errors.New("file is too large")
	ErrPassedOver  = errors.New("passed over, as it is no document")
	ErrDamaged     = errors.New("cannot be read as what it is")
	ErrMalformed   = errors.New("XML is not well formed")
)

// Error says which file could not be read, where in it the trouble is, and
// what the user can do.
type Error struct {
	Source string // the file as given
	Kind   error  // one of the Err values of this package
	Place  string // "byte 1042", "line 7"; empty where the whole file is meant
	Detail string // what was found there
	Remedy string // what to do about it
}

// Error returns one line: file, place, kind, detail, remedy.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Source)
	if e.Place != "" {
		b.WriteString(", " + e.Place)
	}
	b.WriteString(": " + e.Kind.Error())
	if e.Detail != "" {
		b.WriteString(" (" + e.Detail + ")")
	}
	if e.Remedy != "" {
		b.WriteString("; " + e.Remedy)
	}
	return b.String()
}

// Unwrap returns the kind, so that errors.Is(err, ErrEmpty) works.
func (e *Error) Unwrap() error { return e.Kind }

// named fills in the source of an Error made by code that knows no file name.
func named(err error, source string) error {
	var e *Error
	if errors.As(err, &e) && e.Source == "" {
		e.Source = source
	}
	return err
}
