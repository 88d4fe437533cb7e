// Package pdf turns a PDF with a text layer into blocks. It knows how a page
// is drawn and how a typesetter lays out paragraphs, notes and tables; it
// knows nothing of UN documents.
//
// The way of a file: objects (pdfcpu: cross references, repair, decryption)
// → content streams interpreted into glyphs with place, size and style →
// paragraphs, by the structure tree where it covers nearly all the glyphs
// (tags.go), else by geometry (layout.go) → text with blocks (set.go).
//
// Every step has limits: operators, depth, bytes inflated, objects, time. A
// damaged stream gives what could be inflated of it; a panic of the library
// is caught and named.
package pdf
