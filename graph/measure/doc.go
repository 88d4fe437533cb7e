// Package measure ranks the nodes of a citation graph, groups them and finds
// the main path through them. An arc points from the citing document to the
// cited one.
//
// [Measures] is the table of what gives every node a score: a measure is one
// row there and one file here. The measures that give something else stand
// beside it: [Leiden], [MainPath], [CoCited], [Coupled], [ByYear].
//
// All of it is reproducible to the byte: sums are taken over fixed blocks of
// nodes and in fixed order, whatever the number of threads; random choices
// come from a fixed seed. No score is ever NaN or infinite. Every function
// takes a context and returns its error well within a second of its end.
package measure
