// Package compare holds the language versions of one document against each
// other: the references that one has and another lacks, and the numbers,
// dates, places and treatments in which they differ. The versions of a United
// Nations document say the same thing, so a difference is a slip of a version,
// or of the reader.
package compare
