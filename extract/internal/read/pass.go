package read

import (
	"bytes"
	"strings"

	"uncite/extract/internal/pattern"
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
	{"a table of uncite's own", matches("srig", `^(?:source,document,lang,|rank,id,kind,|id,aliases,kind,|source,target,type,weight|group,name,id,kind|id,kind,date,references,)`)},
	{"a table of uncite's own", matches("dri", `^(?:document +zone +paragraph +target|rank +id +kind|id +kind +date +references)`)},
	{"a ranking of uncite's own", matches("[", `^\s*\[\s*\{"id":"[^"]*","kind":"`)},
	{"catalogue records (MARC)", func(h []byte) bool {
		root := rootElement(h)
		return (root == "collection" || root == "record") && bytes.Contains(h, []byte("MARC21/slim")) || len(h) > 0 && h[0] >= '0' && h[0] <= '9' && marcLeader().Match(h)
	}},
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
