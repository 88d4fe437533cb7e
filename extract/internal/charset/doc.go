// Package charset turns the bytes of a file into text: it tells the encoding,
// decodes, and counts what could not be decoded. No text is refused for its
// encoding; what is refused are bytes that are no text in any.
//
// The ladder, from the sure to the likely: a byte order mark; zero bytes at
// every other place (UTF-16, UTF-32); valid UTF-8; UTF-8 with a few bad bytes;
// the encoding that the file itself declares; and last the encoding in which
// the bytes make the likeliest letters of a language (letters.tsv), the opinion
// of the detector chardet counting among the evidence.
package charset
