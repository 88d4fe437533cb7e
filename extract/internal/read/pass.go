package read

import (
	"bytes"
	"strings"

	"uncite/extract/internal/pattern"
	"uncite/extract/internal/rows"
)

// figure is a kind of file that is no document: a picture, a graph, a table
// of results. Such files lie among documents, and to read their labels as
// citations would count every result again.
type figure struct {
	name  string
	match func(head []byte) bool
}

// figures are told by content. A new one is one row.
var figures = []figure{
	{"a picture", begins("\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*", "\x00\x00\x01\x00", "8BPS")},
	{"a picture, sound or film", func(h []byte) bool {
		if len(h) < 12 {
			return false
		}
		kind := string(h[8:12])
		return string(h[:4]) == "RIFF" && (kind == "WEBP" || kind == "WAVE" || kind == "AVI ") ||
			string(h[4:8]) == "ftyp" || string(h[:3]) == "ID3" && h[3] < ' ' || string(h[:5]) == "OggS\x00"
	}},
	{"a PostScript drawing", begins("%!PS-Adobe")},
	{"a font", begins("\x00\x01\x00\x00\x00", "OTTO", "wOFF", "wOF2")},
	{"a program", begins("\x7fELF", "MZ\x90", "\xCA\xFE\xBA\xBE", "\xCF\xFA\xED\xFE", "\x00asm")},
	{"a data base", begins("SQLite format 3\x00", "PAR1", "\x89HDF")},
	{"a picture (SVG)", rooted("svg")},
	{"a graph (GraphML)", rooted("graphml")},
	{"a graph (GEXF)", rooted("gexf")},
	{"a graph (XGMML)", rooted("graph")},
	{"a graph (DOT)", matches("sgd/#", `^(?:\s|//[^\n]*\n|#[^\n]*\n|/\*[^*]*\*/)*(?:strict\s+)?(?:di)?graph\s*(?:"[^"]{0,200}"|[\w.]{0,200})\s*\{`)},
	{"a graph (Pajek)", matches("*", `(?i)^\s*\*(?:network|vertices)\s+\S`)},
	{"a graph (GML)", matches("Cg", `^\s*(?:Creator\s+"[^"]*"\s+)?graph\s*\[`)},
	{"a graph in JSON", matches("{", `^\s*\{\s*"(?:network|elements|format_version|nodes|edges|links|record)"\s*:`)},
	{"a bibliography (CSL)", matches("[", `^\s*\[\s*\{\s*"id"\s*:\s*"[^"]*"\s*,\s*"(?:citation-key|type)"\s*:`)},
	{"a bibliography (BibTeX)", matches("%@", `^\s*(?:%[^\n]*\n\s*)*@(?:article|misc|book|techreport|inproceedings|comment|string|online|report)\s*\{`)},
	{"a bibliography (RIS)", matches("T", `^\s*TY  - `)},
	{"a page of uncite's own", matches("<", `(?i)^<!DOCTYPE html>[\s\S]{0,600}<meta name="generator" content="uncite`)},
	{"a table of uncite's own", matches("srigcfiy", `^(?:year[,\t](?:instrument:|entity:|[A-Z]+/)|source[,\t]document[,\t]lang[,\t]|rank[,\t]id[,\t]kind[,\t]|id[,\t]aliases[,\t]kind[,\t]|source,target,type,weight|`+
		`group[,\t]name[,\t]id[,\t]kind|id[,\t]kind[,\t]date[,\t]references[,\t]|change[,\t]document[,\t]lang|file[,\t]line[,\t]paragraph[,\t]severity|series,x,y|row,column,value)`)},
	{"a table of uncite's own", ruledTable},
	{"a graph (VOSviewer)", matches("i0123456789", `^(?:id\tlabel\t(?:description|url|cluster|weight<)|\d+\t\d+\t[\d.]+\n\d+\t\d+\t)`)},
	{"a report of uncite's own", matches("0123456789n", `^\s*(?:\d+ nodes?, of which \d+ in hand; |\d+ shortest chains? of \d+ steps? from |no chain leads from | {0,3}1  [^\n]+  \(\d+ nodes?\)\n {4,}\d+  |`+
		` {0,3}1  \S+  \d{4}-\d\d-\d\d  [^\n]+\n {3}2  )`)},
	{"a report of uncite's own", func(h []byte) bool { return bytes.Contains(h, []byte("\n\n  kind                ")) }},
	{"a picture of uncite's own", func(h []byte) bool {
		return bytes.HasPrefix(h, []byte("%PDF-")) && bytes.Contains(h[:min(len(h), 20)], []byte("\n%"+ownPDF))
	}},
	{"a ranking of uncite's own", matches("[", `^\s*\[\s*\{"id":"[^"]*","kind":"`)},
	{"an array of references; jq -c '.[]' makes a file of references of it", matches("[", `^\s*\[\s*\{[^{}]*"target"\s*:`)},
	{"references in UTF-16, as a shell of Windows writes what is printed; uncite -o FILE writes UTF-8", func(h []byte) bool {
		return (bytes.HasPrefix(h, []byte("\xFF\xFE{\x00")) || bytes.HasPrefix(h, []byte("\xFE\xFF\x00{"))) && bytes.Contains(h, []byte("\"\x00t\x00a\x00r\x00g\x00e\x00t\x00\""))
	}},
	{"a table without a column of texts", keyTable},
	{"catalogue records (MARC)", func(h []byte) bool {
		root := rootElement(h)
		return (root == "collection" || root == "record") && bytes.Contains(h, []byte("MARC21/slim")) || len(h) > 0 && h[0] >= '0' && h[0] <= '9' && marcLeader().Match(h)
	}},
}

// ownPDF are the bytes by which a PDF that uncite draws is known: every PDF has four
// above 127 in its second line, which tell that it is no text. Package render writes them.
const ownPDF = "\xF5\xEE\xE3\xE9"

// ruledTable tells a table for people by the rules below its heads.
func ruledTable(head []byte) bool {
	_, below, _ := bytes.Cut(head, []byte("\n"))
	rule, _, _ := bytes.Cut(below, []byte("\n"))
	return bytes.HasPrefix(rule, []byte("──")) && len(bytes.Trim(rule, "─ \r")) == 0
}

// keyTable tells a table of keys, names of files and numbers, as of links between documents:
// each line has the same number of cells, and no words stand in them.
func keyTable(head []byte) bool {
	const least = 2 // lines
	whole := head
	if len(head) == headBytes {
		whole = head[:bytes.LastIndexByte(head, '\n')+1] // the last line may be cut off
	}
	for _, separator := range []string{"\t", ",", ";"} {
		lines, cells := 0, -1
		for line := range bytes.Lines(whole) {
			line = bytes.TrimRight(line, "\r\n")
			n := bytes.Count(line, []byte(separator))
			if n == 0 || cells >= 0 && n != cells || separator != "\t" && bytes.IndexByte(line, ' ') >= 0 || !areKeys(line, separator) {
				lines = 0
				break
			}
			cells = n
			lines++
		}
		if lines >= least {
			return !rows.IsTable(head)
		}
	}
	return false
}

// areKeys reports whether no cell of a line has words: two blanks, or more letters than a key.
func areKeys(line []byte, separator string) bool {
	const longest = 80 // bytes
	for cell := range bytes.SplitSeq(line, []byte(separator)) {
		if len(cell) > longest || bytes.Count(bytes.TrimSpace(cell), []byte(" ")) > 1 {
			return false
		}
	}
	return true
}

// marcLeader is the head of a record of MARC in ISO 2709.
var marcLeader = pattern.Lazy(`^\d{5}[acdnp][a-z][ a-z]{2}[ a]22\d{5}`)

func begins(magic ...string) func([]byte) bool {
	return func(head []byte) bool {
		for _, m := range magic {
			if bytes.HasPrefix(head, []byte(m)) {
				return true
			}
		}
		return false
	}
}

// matches tells files by an expression; first are the characters with one of
// which they begin, blanks aside, so that it is tried on few.
func matches(first, expression string) func([]byte) bool {
	expr := pattern.Lazy(expression)
	return func(head []byte) bool {
		head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
		begin := bytes.TrimLeft(head, " \t\r\n\f\v")
		return len(begin) > 0 && strings.IndexByte(first, begin[0]) >= 0 && expr().Match(head)
	}
}

func rooted(name string) func([]byte) bool {
	return func(head []byte) bool { return rootElement(head) == name }
}

// figureOf names the figure that a file is, empty where it is a document.
func figureOf(head []byte) string {
	for _, f := range figures {
		if f.match(head) {
			return f.name
		}
	}
	return ""
}

// passed is the error for a figure.
func passed(name string) error {
	return &Error{Kind: ErrPassedOver, Detail: "it is " + name}
}
