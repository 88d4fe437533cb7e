// Package structure makes Documents of what a file format hands over: it finds
// the language, the documents of a file, their paragraphs with zones, sections
// and printed numbers, the notes, and what the masthead says about the
// document itself. It is one for all formats. Every span points into the
// decoded text, which is never rewritten.
//
// A format that knows paragraphs gives blocks; plain text gives lines, of
// which the paragraphs are made here. Where the markup says in which zone each
// block stands, it is believed, but for what it is known to confuse. What
// words mean in each language stands in extract/lang/LANG/structure.tsv.
package structure
