package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
)

// writeRIS writes the cited documents as RIS, for Zotero, EndNote and Mendeley:
// a report or, for treaties and instruments, a statute. Lines end as the format
// asks, with carriage return and line feed.
func writeRIS(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for _, k := range m.bibliography() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		tag := func(name, value string) {
			if value != "" {
				fmt.Fprintf(out, "%s  - %s\r\n", name, value)
			}
		}
		sort := "RPRT"
		if k.isTreaty() {
			sort = "STAT"
		}
		tag("TY", sort)
		tag("ID", k.Key)
		tag("TI", k.Title)
		tag("AU", k.corporate())
		if parts := k.dateParts(); len(parts) > 0 {
			tag("PY", strconv.Itoa(parts[0]))
			tag("DA", risDate(parts))
		}
		tag("M1", k.Number)
		tag("PB", "United Nations")
		tag("UR", k.Link)
		tag("N1", "cited by "+count(k.Cites, "document"))
		fmt.Fprint(out, "ER  - \r\n\r\n")
	}
	return out.Flush()
}

// corporate is the author with a comma behind, by which RIS tells the name of a
// body from that of a person.
func (w *work) corporate() string {
	if w.Author == "" {
		return ""
	}
	return w.Author + ","
}

// risDate is year/month/day/, with what is unknown left empty.
func risDate(parts []int) string {
	s := strconv.Itoa(parts[0])
	for i := 1; i < 3; i++ {
		s += "/"
		if i < len(parts) {
			s += fmt.Sprintf("%02d", parts[i])
		}
	}
	return s + "/"
}
