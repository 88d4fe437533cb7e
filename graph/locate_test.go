package graph

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"uncite/extract/authority"
	"uncite/extract/record"
)

func TestLocate(t *testing.T) {
	refs := []record.Reference{
		ref("A/RES/62/272", "A/RES/60/288"),
		ref("A/RES/62/272", "S/RES/1373(2001)"),
		ref("A/RES/62/272", "A/RES/2200(XXI)A"),
		ref("A/RES/62/272", "A/74/976"),
		{Source: "folder/letter.txt", Target: "instrument:convention-on-the-rights-of-the-child", Kind: record.Instrument, Status: record.Resolved},
	}
	g := Build(refs, BuildOptions{Knowledge: FromAuthority(authority.Default(), "en")})
	tests := []struct{ protects, query, want string }{
		{"the identifier itself", "S/RES/1373(2001)", "S/RES/1373(2001)"},
		{"a bare number", " 60/288 ", "instrument:united-nations-global-counter-terrorism-strategy"},
		{"lower case and a year left out", "s/res/1373", "S/RES/1373(2001)"},
		{"spaces as printed", "2200 A (XXI)", "A/RES/2200(XXI)A"},
		{"either half of a double symbol", "A/74/976-S/2020/773", "A/74/976"},
		{"a scheme left out", "convention-on-the-rights-of-the-child", "instrument:convention-on-the-rights-of-the-child"},
		{"an official title", "convention on the rights of the child", "instrument:convention-on-the-rights-of-the-child"},
		{"the title in another language", "儿童权利公约", "instrument:convention-on-the-rights-of-the-child"},
		{"a document without a symbol, by its file", "LETTER.txt", "file:letter.txt"},
	}
	for _, test := range tests {
		i, err := g.Locate(test.query, authority.Default())
		if err != nil {
			t.Errorf("%s: %v", test.protects, err)
		} else if got := g.Nodes[i].ID; got != test.want {
			t.Errorf("%s: %q is %s, want %s", test.protects, test.query, got, test.want)
		}
	}
}

func TestLocateMerged(t *testing.T) {
	refs := []record.Reference{
		ref("A/RES/62/272", "A/RES/60/288"),
		ref("A/RES/62/272", "instrument:united-nations-global-counter-terrorism-strategy"),
	}
	refs[1].Kind = record.Instrument
	g := Build(refs, BuildOptions{Knowledge: FromAuthority(authority.Default(), "en")})
	for _, query := range []string{"United Nations Global Counter-Terrorism Strategy", "60/288", "a/res/60/288",
		"instrument:united-nations-global-counter-terrorism-strategy", "联合国全球反恐战略"} {
		i, err := g.Locate(query, authority.Default())
		if err != nil || g.Nodes[i].ID != "instrument:united-nations-global-counter-terrorism-strategy" {
			t.Errorf("the one node of an instrument and its resolution is not found as %q: %v", query, err)
		}
	}
}

func TestLocateUnknown(t *testing.T) {
	g := arrows("ab")
	for _, id := range []string{"A/RES/60/288", "A/RES/60/289", "A/RES/71/291", "S/RES/1373(2001)"} {
		g.Nodes = append(g.Nodes, Node{ID: id, Title: "Title of " + id})
	}
	slices.SortFunc(g.Nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
	tests := []struct {
		protects, query, read string
		near                  []string
	}{
		{"one digit off", "60/287", "A/RES/60/287", []string{"A/RES/60/288", "A/RES/60/289"}},
		{"words of a title are offered, not guessed", "title of s/res", "", []string{"S/RES/1373(2001)"}},
		{"nothing is near", "entity:unknown-office-of-somewhere", "", nil},
		{"an empty query is near to nothing", "", "", nil},
	}
	for _, test := range tests {
		_, err := g.Locate(test.query, nil)
		var unknown *UnknownNodeError
		if !errors.As(err, &unknown) {
			t.Errorf("%s: found, or %v", test.protects, err)
			continue
		}
		if unknown.Read != test.read || !slices.Equal(unknown.Near[:min(2, len(unknown.Near))], test.near) {
			t.Errorf("%s: read as %q, near %v", test.protects, unknown.Read, unknown.Near)
		}
	}
}
