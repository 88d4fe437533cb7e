// Package annotate says where the references of a document are to be marked, and
// marks them in a file of Akoma Ntoso, of which every other byte stays as it was.
// What other forms an annotated document takes is for package render.
package annotate
