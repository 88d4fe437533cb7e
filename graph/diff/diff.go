// Package diff says how two states of a corpus differ: which references are new,
// gone or changed, and how the ranks of what they cite moved.
package diff

import (
	"cmp"
	"path"
	"slices"

	"uncite/extract/record"
	"uncite/graph"
	"uncite/graph/rank"
)

// The kinds of changes.
const (
	New     = "new"
	Gone    = "gone"
	Changed = "changed"
)

// Change is a reference that one state has and the other has not, or not so.
type Change struct {
	Kind string            // New, Gone or Changed
	Old  *record.Reference // nil where it is new
	New  *record.Reference // nil where it is gone
	// Fields are the names of the fields that differ, in the order of the record.
	Fields []string
}

// Reference is the newer of the two, or the only one.
func (c *Change) Reference() *record.Reference {
	if c.New != nil {
		return c.New
	}
	return c.Old
}

// fields are those that a change is told of; where a reference stands in its file
// is of no account.
var fields = []struct {
	name string
	of   func(*record.Reference) string
}{
	{"target", func(r *record.Reference) string { return r.Target }},
	{"zone", func(r *record.Reference) string { return string(r.Zone) }},
	{"section", func(r *record.Reference) string { return r.Section }},
	{"paragraph", func(r *record.Reference) string { return r.Paragraph }},
	{"pinpoint", func(r *record.Reference) string { return r.Pinpoint }},
	{"treatment", func(r *record.Reference) string { return r.Treatment }},
	{"date", func(r *record.Reference) string { return r.Date }},
	{"status", func(r *record.Reference) string { return string(r.Status) }},
}

// Value is the value of a field by its name, as Fields has it.
func Value(r *record.Reference, field string) string {
	for _, f := range fields {
		if f.name == field && r != nil {
			return f.of(r)
		}
	}
	return ""
}

// place is where a reference stands: its document, or the name of its file where
// it has no symbol, so that folders may have other names.
type place struct{ document, lang string }

func placeOf(r *record.Reference) place {
	return place{cmp.Or(r.Document, path.Base(r.Source)), r.Lang}
}

// References compares the references of two states, document by document and
// language by language. Of those to one target, equal ones are paired first, then
// the others in the order of the text, and what has only changed its target is
// found by its words. What the masthead says of its document does not count.
func References(before, after []record.Reference) []Change {
	olds, news := byPlace(before), byPlace(after)
	var places []place
	for p := range olds {
		places = append(places, p)
	}
	for p := range news {
		if _, ok := olds[p]; !ok {
			places = append(places, p)
		}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.lang, b.lang)) })
	var all []Change
	for _, p := range places {
		all = append(all, within(olds[p], news[p])...)
	}
	return all
}

func byPlace(refs []record.Reference) map[place][]*record.Reference {
	out := map[place][]*record.Reference{}
	for i := range refs {
		if r := &refs[i]; r.Zone != record.Masthead {
			out[placeOf(r)] = append(out[placeOf(r)], r)
		}
	}
	return out
}

// within compares the references of one document. Each way to pair takes what the
// one before has left.
func within(olds, news []*record.Reference) []Change {
	var out []Change
	for _, key := range []func(*record.Reference) string{
		func(r *record.Reference) string { return joined(r, fields[0].of(r), r.Text) + all(r) },
		all,
		func(r *record.Reference) string { return joined(r, r.Target) },
		func(r *record.Reference) string { return joined(r, r.Paragraph, r.Text) },
	} {
		var pairs [][2]*record.Reference
		pairs, olds, news = pair(olds, news, key)
		for _, p := range pairs {
			if differing := differ(p[0], p[1]); len(differing) > 0 {
				out = append(out, Change{Changed, p[0], p[1], differing})
			}
		}
	}
	for _, r := range olds {
		out = append(out, Change{Kind: Gone, Old: r})
	}
	for _, r := range news {
		out = append(out, Change{Kind: New, New: r})
	}
	slices.SortStableFunc(out, func(a, b Change) int { return cmp.Compare(a.Reference().Start, b.Reference().Start) })
	return out
}

func joined(r *record.Reference, words ...string) string {
	key := string(r.Kind)
	for _, w := range words {
		key += "\x00" + w
	}
	return key
}

// all is every field that a change is told of.
func all(r *record.Reference) string {
	var values []string
	for _, f := range fields {
		values = append(values, f.of(r))
	}
	return joined(r, values...)
}

// pair takes from both lists, in order, what has the same key.
func pair(olds, news []*record.Reference, key func(*record.Reference) string) (pairs [][2]*record.Reference, oldRest, newRest []*record.Reference) {
	waiting := map[string][]*record.Reference{}
	for _, r := range olds {
		waiting[key(r)] = append(waiting[key(r)], r)
	}
	taken := map[*record.Reference]bool{}
	for _, r := range news {
		k := key(r)
		if len(waiting[k]) == 0 {
			newRest = append(newRest, r)
			continue
		}
		pairs = append(pairs, [2]*record.Reference{waiting[k][0], r})
		taken[waiting[k][0]] = true
		waiting[k] = waiting[k][1:]
	}
	for _, r := range olds {
		if !taken[r] {
			oldRest = append(oldRest, r)
		}
	}
	return pairs, oldRest, newRest
}

func differ(a, b *record.Reference) []string {
	var names []string
	for _, f := range fields {
		if f.of(a) != f.of(b) {
			names = append(names, f.name)
		}
	}
	return names
}

// Move is a node whose rank is another.
type Move struct {
	Node               graph.Node
	Old, New           int // ranks from 1; 0 where the node was not there
	OldScore, NewScore float64
}

// Moves compares two rankings by their first measure: the nodes among the first
// top of either, 0 for all, whose rank is another. Equal scores share the rank of
// the first of them, so that no identifier decides. They stand by their new rank,
// those that are gone last.
func Moves(before, after *rank.Ranking, top int) []Move {
	olds, news := ranks(before), ranks(after)
	var out []Move
	for id, n := range news {
		o := olds[id]
		if o.rank != n.rank && (among(n.rank, top) || among(o.rank, top)) {
			out = append(out, Move{after.Graph.Nodes[n.node], o.rank, n.rank, o.score, n.score})
		}
	}
	for id, o := range olds {
		if _, there := news[id]; !there && among(o.rank, top) {
			out = append(out, Move{before.Graph.Nodes[o.node], o.rank, 0, o.score, 0})
		}
	}
	slices.SortFunc(out, func(a, b Move) int {
		return cmp.Or(cmp.Compare(uint(a.New-1), uint(b.New-1)), cmp.Compare(a.Old, b.Old), cmp.Compare(a.Node.ID, b.Node.ID))
	})
	return out
}

func among(rank, top int) bool { return rank > 0 && (top <= 0 || rank <= top) }

type ranked struct {
	node, rank int
	score      float64
}

// ranks are those of the nodes that have a score.
func ranks(r *rank.Ranking) map[string]ranked {
	out := map[string]ranked{}
	last, shared := 0.0, 0
	for k, i := range r.Order() {
		score := r.Score(i)
		if score == 0 {
			break
		}
		if k == 0 || score != last {
			last, shared = score, k+1
		}
		out[r.Graph.Nodes[i].ID] = ranked{i, shared, score}
	}
	return out
}
