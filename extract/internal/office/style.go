package office

import (
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/internal/markup"
)

// docxStyle is what a style says of paragraphs and runs that bear it.
type docxStyle struct {
	based   string
	outline int // level of a heading counted from 0, -1 for none
	heading bool
	list    string
	level   int // in the list, -1 where it is not said
	run     block.Style
	hidden  bool
	raised  bool
}

var noStyle = docxStyle{outline: -1, level: -1}

// stylesOf reads the styles by identifier; what one does not say it has from
// the one that it is based on.
func stylesOf(src string) map[string]*docxStyle {
	styles := map[string]*docxStyle{}
	s := markup.NewScanner(src)
	for t := s.Next(); t.Kind != markup.End; t = s.Next() {
		if t.Kind != markup.Open || t.Name != "style" {
			continue
		}
		st := noStyle
		id, inRun := t.Attr("styleId"), false
		paragraph := t.Attr("type") != "character"
		table := t.Attr("type") == "table" // of which parts bear the properties
		each(s, func(t markup.Token) {
			v := t.Attr("val")
			switch t.Name {
			case "name":
				st.heading = isHeadingName(v)
			case "basedOn":
				st.based = v
			case "outlineLvl":
				st.outline = number(v)
			case "numId":
				st.list = v
			case "ilvl":
				st.level = number(v)
			case "rPr":
				inRun = !table
			case "b", "i", "vanish", "vertAlign":
				st.take(t.Name, v, inRun, paragraph)
			}
		})
		styles[id] = &st
	}
	for _, st := range styles {
		st.inherit(styles, 0)
	}
	return styles
}

// take takes a property of runs. Of a paragraph's style only that it hides.
func (st *docxStyle) take(name, value string, run, paragraph bool) {
	on := value != "0" && value != "false" && value != "off"
	switch {
	case name == "vanish":
		st.hidden = on && run
	case !run || !on || paragraph:
	case name == "b":
		st.run |= block.Bold
	case name == "i":
		st.run |= block.Italic
	case name == "vertAlign":
		st.raised = value == "superscript"
	}
}

// inherit completes a style by those that it is based on.
func (st *docxStyle) inherit(styles map[string]*docxStyle, depth int) {
	const deepest = 20 // a circle of styles ends here
	base := styles[st.based]
	if base == nil || depth == deepest {
		return
	}
	base.inherit(styles, depth+1)
	if st.outline < 0 {
		st.outline = base.outline
	}
	if st.list == "" {
		st.list = base.list
	}
	if st.level < 0 {
		st.level = base.level
	}
	st.run |= base.run
	st.hidden = st.hidden || base.hidden
	st.raised = st.raised || base.raised
	st.based = ""
}

// isLifted reports whether words that stand above the line, in no raised print, are the mark of
// a note, as programs without notes set it: whole lines are lifted too, to stand in the middle
// of a cell.
func isLifted(words string) bool {
	const longest = 5
	words = strings.TrimSpace(words)
	return words != "" && len(words) <= longest && strings.Trim(words, "0123456789,") == ""
}

// isHeadingName reports whether a style is one of titles and headings by its
// name: Word's own, and those of the UN's templates ("H1", "TitleHCH", "_ H_1_G").
func isHeadingName(name string) bool {
	name = strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' || r == '-' || r == '/' {
			return -1
		}
		return r
	}, name))
	if name == "title" || name == "subtitle" {
		return true
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "agenda"), "title")
	if rest, ok := strings.CutPrefix(name, "heading"); ok {
		name = "h" + rest
	}
	if len(name) < 2 || name[0] != 'h' {
		return false
	}
	return name[1] >= '1' && name[1] <= '9' || strings.HasPrefix(name, "hch") || name == "hm" || name == "hmg"
}
