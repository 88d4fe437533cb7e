// Package read turns the bytes of a file into Documents: it decodes the text,
// finds the language, the paragraphs with their zones and printed numbers,
// the footnotes, and what the masthead says about the document itself. Every
// span points into the decoded text, which is never rewritten.
//
// A format is one file and one row of the table Formats; what words mean in
// each language stands in extract/lang/LANG/structure.tsv.
package read
