// Package check looks for citations that cannot be right: a date that is not
// the number's, a number that no body has reached, a note without a mark. It
// reads documents and the references found in them, and says for each finding
// where it stands, why it cannot be right and, where that can be told, what was
// meant. It never changes a reference.
//
// A kind of finding is one file, or part of one, and one row of Checks.
package check
