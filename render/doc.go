// Package render writes what the other packages computed: citation maps,
// rankings and references, in one file per output format. The table Formats
// names them all; a new output is one file and one row of it.
//
// The SVG of a citation map is laid out here, with nothing installed: years
// run down the page, as in the historiographs of HistCite and
// CitNetExplorer, because labels are horizontal and a row of them is low and
// wide. Lines keep to lanes between the labels and never cross one.
package render
