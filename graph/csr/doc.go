// Package csr keeps a directed graph in compressed sparse rows, both ways: the
// compact kernel on which every measure runs. Nodes are the numbers 0 to n-1;
// a row is the sorted list of a node's neighbours without repeats. An arc
// costs eight bytes (four in either direction) and a node eight; weights cost
// sixteen bytes an arc more and are kept only where one of them is not 1.
//
// [Graph.Directed] and [Graph.WeightedDirected] show the same rows as gonum
// graphs, so that every algorithm of gonum runs on them without a copy.
package csr
