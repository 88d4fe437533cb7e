// Package samename finds the names that no table knows and that language versions of
// one document print in the same place: "Stop TB Partnership" and "Partenariat Halte à
// la tuberculose" are one thing.
//
// A pair stands in the same paragraph of two versions, is of one kind, and has the same
// numbers. Then its words speak for it, where they mean the same and do so more than
// those of any other pair of the paragraph: the official names of the tables, which stand
// side by side in six languages, tell which words go together. Else its head nouns do:
// those that names of the tables have in the two languages (Partnership and Partenariat)
// or, where the tables know no partner of either, heads of one kind (Yearbook and
// Anuario), if no other name of the paragraph has such a head; and a third version or a
// second paragraph says the same, or the two versions name equally many such things
// there. A wrong pair would join two things for good, a missing one leaves two nodes.
package samename
