// Package samename finds the names that no table knows and that language versions of
// one document print in the same place: "Stop TB Partnership" and "Partenariat Halte à
// la tuberculose" are one thing.
//
// Three things must speak for a pair: it stands in the same paragraph of two versions;
// their head nouns are those that names of the tables have in the two languages
// (Partnership and Partenariat) or, where the tables know no partner of either, heads of
// one kind (Yearbook and Anuario), and no other name of the paragraph has such a head;
// and a third version or a second paragraph says the same, or the two versions name
// equally many such things there. Numbers in the names must agree. A wrong pair would
// join two things for good, a missing one leaves two nodes.
package samename
