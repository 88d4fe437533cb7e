package render

import (
	"bufio"
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
)

// VOSviewer (van Eck and Waltman 2010) reads a map of items with a network of
// links, either as two files with tabs or as one of JSON; both are documented in
// its manual. Items are numbered; a link has no direction, so that two documents
// that cite each other have one link whose strength is the sum.

// vosWeights are the measures of which VOSviewer takes sizes, by the name it
// shows; all others are scores, of which it takes colours.
var vosWeights = []string{"indegree", "weighted-indegree", "outdegree", "weighted-outdegree", "degree"}

// vosItem is one row of the map file.
type vosItem struct {
	id                      int
	label, description, url string
	group, year             int
}

func vosItemOf(m *Map, i int) vosItem {
	n := &m.Graph.Nodes[i]
	return vosItem{
		id: i + 1, label: plain(cmp.Or(n.Label, n.ID)), url: webAddress(n), group: m.groupOf(i), year: n.Year,
		description: plain(strings.Join(slices.DeleteFunc([]string{n.ID, n.Title, n.When()}, func(s string) bool { return s == "" }), listSeparator)),
	}
}

// vosColumns names the columns of the scores: weight<indegree>, score<pagerank>.
func vosColumns(m *Map) []string {
	names := make([]string, len(m.Scores))
	for k, s := range m.Scores {
		sort := "score"
		if slices.Contains(vosWeights, s.Name) {
			sort = "weight"
		}
		names[k] = sort + "<" + strings.NewReplacer("<", "", ">", "", "\t", " ").Replace(plain(s.Name)) + ">"
	}
	return names
}

// writeVOSMap writes the map file: id, label, description, url, cluster, a
// weight or score for each measure, and the year as a score where it is known.
func writeVOSMap(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString(strings.Join(append([]string{"id", "label", "description", "url", "cluster", "score<year>"}, vosColumns(m)...), "\t") + "\n")
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		it := vosItemOf(m, i)
		out.WriteString(strconv.Itoa(it.id) + "\t" + vosCell(it.label) + "\t" + vosCell(it.description) + "\t" + vosCell(it.url) + "\t" + whole(it.group) + "\t" + whole(it.year))
		for _, s := range m.Scores {
			out.WriteString("\t" + strconv.FormatFloat(s.At(i), 'g', -1, 64))
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// vosCell quotes a cell that begins with a quotation mark, which VOSviewer would
// take for one of its own.
func vosCell(s string) string {
	if strings.HasPrefix(s, `"`) {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// writeVOSNetwork writes the network file: two numbers and the strength a line,
// without a header.
func writeVOSNetwork(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for k, l := range vosLinks(m) {
		if k%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		out.WriteString(strconv.Itoa(l.a+1) + "\t" + strconv.Itoa(l.b+1) + "\t" + strconv.Itoa(l.strength) + "\n")
	}
	return out.Flush()
}

// vosLink joins the nodes a < b.
type vosLink struct{ a, b, strength int }

func vosLinks(m *Map) []vosLink {
	var links []vosLink
	single := *m
	single.Multi = false
	single.eachBond(func(_ int, b *bond) bool {
		if b.From != b.To {
			links = append(links, vosLink{min(b.From, b.To), max(b.From, b.To), b.Weight})
		}
		return true
	})
	slices.SortFunc(links, func(a, b vosLink) int { return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b)) })
	out := links[:0]
	for _, l := range links {
		if n := len(out); n > 0 && out[n-1].a == l.a && out[n-1].b == l.b {
			out[n-1].strength += l.strength
		} else {
			out = append(out, l)
		}
	}
	return out
}

// writeVOSJSON writes both in one file of JSON.
func writeVOSJSON(ctx context.Context, w io.Writer, m *Map) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString(`{"network":{"items":[`)
	buf := make([]byte, 0, 4096)
	for i := range m.Graph.Nodes {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		buf = buf[:0]
		if i > 0 {
			buf = append(buf, ',')
		}
		out.Write(vosItemJSON(append(buf, '\n'), m, i))
	}
	out.WriteString("\n],\"links\":[")
	for k, l := range vosLinks(m) {
		if k > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n" + `{"source_id":` + strconv.Itoa(l.a+1) + `,"target_id":` + strconv.Itoa(l.b+1) + `,"strength":` + strconv.Itoa(l.strength) + `}`)
	}
	out.WriteString("\n]},\"info\":{\"title\":")
	out.Write(appendJSONString(nil, plain(m.heading())))
	out.WriteString(",\"description\":")
	out.Write(appendJSONString(nil, plain(strings.Join(m.Graph.Notes, listSeparator))))
	out.WriteString("}}\n")
	return out.Flush()
}

func vosItemJSON(dst []byte, m *Map, i int) []byte {
	it := vosItemOf(m, i)
	dst = strconv.AppendInt(append(dst, `{"id":`...), int64(it.id), 10)
	dst = appendField(dst, `,"label":`, it.label)
	dst = appendField(dst, `,"description":`, it.description)
	if it.url != "" {
		dst = appendField(dst, `,"url":`, it.url)
	}
	if it.group > 0 {
		dst = strconv.AppendInt(append(dst, `,"cluster":`...), int64(it.group), 10)
	}
	var weights, scores []byte
	for _, s := range m.Scores {
		into := &scores
		if slices.Contains(vosWeights, s.Name) {
			into = &weights
		}
		*into = strconv.AppendFloat(append(appendJSONString(append(*into, ','), plain(s.Name)), ':'), s.At(i), 'g', -1, 64)
	}
	if it.year != 0 {
		scores = strconv.AppendInt(append(scores, `,"year":`...), int64(it.year), 10)
	}
	dst = appendObject(dst, `,"weights":`, weights)
	dst = appendObject(dst, `,"scores":`, scores)
	return append(dst, '}')
}

// appendObject appends an object whose fields each have a comma before them,
// under its name, unless it has none.
func appendObject(dst []byte, name string, fields []byte) []byte {
	if len(fields) == 0 {
		return dst
	}
	dst = append(append(dst, name...), '{')
	return append(append(dst, fields[1:]...), '}')
}
