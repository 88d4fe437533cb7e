// Package read turns the bytes of a file into Documents. A format, one file
// and one row of the table Formats, decodes the text and hands over the blocks
// that the file shows in it; package structure makes the Documents of them.
package read
