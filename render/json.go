package render

import (
	"bufio"
	"io"
	"math"
	"strconv"

	"uncite/graph/rank"
)

// rankingJSON writes an array of objects id, kind, label, date, scores, title,
// aliases, body, year, link, in_hand, group (the last four where known), the
// first in the ranking first. The scores keep the order of the measures; a
// value that is not a number is null.
func rankingJSON(w io.Writer, r *rank.Ranking) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var buf []byte
	out.WriteByte('[')
	for place, i := range r.Order() {
		if place > 0 {
			out.WriteByte(',')
		}
		buf = appendRanked(append(buf[:0], "\n "...), r, i)
		out.Write(buf)
	}
	out.WriteString("\n]\n")
	return out.Flush()
}

func appendRanked(dst []byte, r *rank.Ranking, i int) []byte {
	n := &r.Graph.Nodes[i]
	dst = appendField(dst, `{"id":`, n.ID)
	dst = appendField(dst, `,"kind":`, string(n.Kind))
	dst = appendField(dst, `,"label":`, n.Label)
	dst = appendField(dst, `,"date":`, n.When())
	dst = append(dst, `,"scores":{`...)
	for k, s := range r.Scores {
		if k > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendJSONString(dst, s.Name), ':')
		dst = appendNumber(dst, s.At(i))
	}
	dst = appendField(append(dst, '}'), `,"title":`, n.Title)
	if len(n.Aliases) > 0 {
		dst = append(dst, `,"aliases":[`...)
		for k, alias := range n.Aliases {
			if k > 0 {
				dst = append(dst, ',')
			}
			dst = appendJSONString(dst, alias)
		}
		dst = append(dst, ']')
	}
	dst = appendField(dst, `,"body":`, n.Body)
	if n.Year != 0 {
		dst = strconv.AppendInt(append(dst, `,"year":`...), int64(n.Year), 10)
	}
	dst = appendField(dst, `,"link":`, n.Link)
	dst = strconv.AppendBool(append(dst, `,"in_hand":`...), n.InHand)
	if i < len(r.Groups) && r.Groups[i] > 0 {
		dst = strconv.AppendInt(append(dst, `,"group":`...), int64(r.Groups[i]), 10)
	}
	if n.TitleCited {
		dst = appendField(dst, `,"title_from":`, n.TitleSource())
	}
	return append(dst, '}')
}

func appendNumber(dst []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(dst, "null"...)
	}
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.AppendFloat(dst, v, 'f', -1, 64)
	}
	return strconv.AppendFloat(dst, v, 'g', -1, 64)
}
