package render

import (
	"io"
	"regexp"
)

// Screen is a writer that is looked at: tables fit its width. Any other writer
// gets the whole width that a table needs, and no colour.
type Screen struct {
	io.Writer
	Width int // in columns; 0 for no limit
	// Plain is for what shows neither colours nor hyperlinks.
	Plain bool
	// Lang is the language of the heads of columns; empty is that of the fields.
	Lang string
}

// langOf is the language in which a table is to be headed.
func langOf(w io.Writer) string {
	if s, ok := w.(*Screen); ok {
		return s.Lang
	}
	return ""
}

// widthOf is the width that a table must fit, 0 for none.
func widthOf(w io.Writer) int {
	if s, ok := w.(*Screen); ok {
		return s.Width
	}
	return 0
}

// setting is how words are set on a screen; its zero value sets them plainly.
type setting struct{ on bool }

func settingOf(w io.Writer) setting {
	s, ok := w.(*Screen)
	return setting{ok && !s.Plain}
}

func (k setting) bold(s string) string { return k.sequence("1", s) }
func (k setting) dim(s string) string  { return k.sequence("2", s) }

// sequence sets words by an ANSI sequence of ECMA-48 and takes it back.
func (k setting) sequence(code, s string) string {
	if !k.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// linked makes words a hyperlink, by the operating system command 8 that
// terminals have agreed on. Addresses are printed without what could end it.
func (k setting) linked(s, address string) string {
	if !k.on || address == "" {
		return s
	}
	return "\x1b]8;;" + plain(address) + "\x1b\\" + s + "\x1b]8;;\x1b\\"
}

// unset is words without the settings of a setting.
func unset(s string) string { return settings.ReplaceAllString(s, "") }

var settings = regexp.MustCompile("\x1b\\[[0-9]*m")
