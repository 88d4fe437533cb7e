// Package names knows how a language builds the names of instruments and
// bodies: the head noun that says what a thing is (Conference, Fonds, 论坛),
// the complement that tells it from its like, and the short names that follow
// from the two. It reads words, never tokens or mentions. Its knowledge stands
// in the tables lang/LANG/names.tsv.
package names
