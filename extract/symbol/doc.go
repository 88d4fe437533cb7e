// Package symbol knows the grammar of United Nations document symbols: which
// strings are symbols, how one is written canonically, what its parts mean,
// where the document stands and whether a printed date can be right. The
// series, component words, sessions and yearly number ranges are the tables of
// data/, which a reader can check and correct.
//
// A symbol is a series root and components joined by slashes:
//
//	A/C.6/77/SR.35          organ, committee, session, summary record
//	A/CONF.157/24 (Part I)  conference, number, part
//	S/RES/1373 (2001)       organ, nature, number, year
//	A/74/976-S/2020/773     one document of two organs
//
// Sources: the Dag Hammarskjöld Library's guide to document symbols, and the
// list of series symbols ST/LIB/SER.B/5.
package symbol
