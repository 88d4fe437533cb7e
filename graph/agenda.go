package graph

import (
	"slices"
	"strings"

	"uncite/extract/symbol"
)

// ListAgenda lists the documents in hand that were issued under one of the agenda
// items: "72" with its sub-items, "72(b)" alone, "76/72" of the 76th session.
func ListAgenda(items ...string) Listing {
	return ByNode("under agenda item "+either(items), func(n *Node) bool { return n.under(items) })
}

// ListOtherAgenda lists the documents that say their agenda item, and another.
func ListOtherAgenda(items ...string) Listing {
	return ByNode("under other agenda items than "+either(items), func(n *Node) bool { return n.Agenda != "" && !n.under(items) })
}

// Agenda is ListAgenda as a filter of the graph.
func Agenda(items ...string) Filter {
	return byNode("under agenda item "+either(items), func(n *Node) bool { return n.under(items) })
}

// OtherAgenda is ListOtherAgenda as a filter of the graph.
func OtherAgenda(items ...string) Filter {
	return byNode("under other agenda items than "+either(items), func(n *Node) bool { return n.Agenda != "" && !n.under(items) })
}

// under reports whether one of the document's agenda items is one of those asked
// for, or part of it.
func (n *Node) under(items []string) bool {
	if n.Agenda == "" {
		return false
	}
	own := strings.FieldsFunc(withoutBlanks(n.Agenda), func(r rune) bool { return r == ',' || r == ';' })
	return slices.ContainsFunc(items, func(item string) bool {
		item = withoutBlanks(item)
		if session, rest, ok := strings.Cut(item, "/"); ok {
			if n.session() != session {
				return false
			}
			item = rest
		}
		return slices.ContainsFunc(own, func(o string) bool { return o == item || strings.HasPrefix(o, item+"(") })
	})
}

func withoutBlanks(s string) string { return strings.Join(strings.Fields(s), "") }

// session is that of the document's symbol, empty where it has none.
func (n *Node) session() string {
	s, err := symbol.Parse(n.Symbol())
	if err != nil {
		return ""
	}
	return s.Session
}
