package read

import (
	"fmt"
	"strings"
	"unicode"

	"uncite/extract/internal/charset"
)

// MaxBytes is the largest file that is read. UN documents are a thousand
// times smaller; what is larger is a dump or a mistake, and must be split.
const MaxBytes = 256 << 20

// decode returns the text of data, whatever encoding it is in; declared is
// the one that the file states, if it does.
func decode(data []byte, declared string) (charset.Text, error) {
	if len(data) > MaxBytes {
		return charset.Text{}, tooLarge(int64(len(data)))
	}
	t, err := charset.Decode(data, declared)
	if err != nil {
		return t, &Error{Kind: ErrBinary, Detail: "it is a text in no encoding that is known",
			Remedy: "open it with the program that made it, and save it as text or PDF"}
	}
	return t, whole(t.Text)
}

// whole refuses a text in which there is nothing to read.
func whole(text string) error {
	if strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == unicode.ReplacementChar }) == "" {
		return &Error{Kind: ErrEmpty, Remedy: "check that the text was saved or extracted"}
	}
	return nil
}

func tooLarge(size int64) error {
	return &Error{Kind: ErrTooLarge, Detail: fmt.Sprintf("%d MB, the limit is %d MB", size>>20, MaxBytes>>20),
		Remedy: "split it into one file a document"}
}
