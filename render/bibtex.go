package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// writeBibTeX writes the cited documents as a BibTeX database in UTF-8, for
// LaTeX with biber or with a BibTeX that reads UTF-8. Every entry is a @misc,
// the only type that asks for no publisher, and names its symbol in howpublished.
func writeBibTeX(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for _, k := range m.bibliography() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		fmt.Fprintf(out, "@misc{%s,\n", k.Key)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(out, "  %s = {%s},\n", name, value)
			}
		}
		// Double braces: the name of a body has no family name, and BibTeX leaves
		// the capitals of a title in braces alone.
		field("author", braced(k.Author))
		field("title", braced(k.Title))
		if k.Number != "" && !k.isTreaty() {
			field("howpublished", "UN Doc. "+latex(k.Number))
		} else {
			field("howpublished", latex(k.Number))
		}
		if parts := k.dateParts(); len(parts) > 0 {
			field("year", strconv.Itoa(parts[0]))
			if len(parts) > 1 && parts[1] >= 1 && parts[1] <= 12 {
				// The three letters that BibTeX's styles define, without braces.
				fmt.Fprintf(out, "  month = %s,\n", bibtexMonths[parts[1]-1])
			}
			if len(parts) > 2 {
				field("day", strconv.Itoa(parts[2]))
			}
		}
		field("url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(k.Link))
		field("note", latex("cited by "+count(k.Cites, "document")))
		out.WriteString("}\n\n")
	}
	return out.Flush()
}

var bibtexMonths = [12]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func braced(s string) string {
	if s == "" {
		return ""
	}
	return "{" + latex(s) + "}"
}

// latex makes s text of LaTeX. Direction marks and other characters without a
// glyph are left out.
func latex(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
	return latexSigns.Replace(s)
}

// latexSigns has words for a brace, which BibTeX counts even behind a backslash.
var latexSigns = strings.NewReplacer(`\`, `\textbackslash `, `{`, `\textbraceleft `, `}`, `\textbraceright `, `$`, `\$`, `&`, `\&`,
	`%`, `\%`, `#`, `\#`, `_`, `\_`, `~`, `\textasciitilde `, `^`, `\textasciicircum `, `<`, `\textless `, `>`, `\textgreater `, `"`, `\textquotedbl `)
