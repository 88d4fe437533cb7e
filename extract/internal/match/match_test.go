package match

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// build makes a set whose values are the indices of the patterns.
func build(patterns ...string) *Set {
	b := NewBuilder(0)
	for i, p := range patterns {
		b.Add(p, int32(i))
	}
	return b.Build()
}

func TestAt(t *testing.T) {
	tests := []struct {
		protects string
		patterns string // separated by |
		text     string
		want     string // what is matched at the start of text, empty for nothing
	}{
		{"the longest name wins", "Niger|Nigeria", "Nigeria has", "Nigeria"},
		{"a name is not found inside a longer word", "Niger", "Nigerian troops", ""},
		{"a digit after a letter ends no word", "Add", "Add1", ""},
		{"a short form of one letter is a word", "y|o", "y las", "y"},
		{"a star stands for an ending", "Конвенци* о правах ребенка", "Конвенцией о правах ребенка", "Конвенцией о правах ребенка"},
		{"a star stands for no ending too", "Совет* Безопасности", "Совет Безопасности", "Совет Безопасности"},
		{"a star stands for four letters at most", "Кита*", "Китайская", ""},
		{"a star ends with its word", "резолюци*", "резолюции 60/288", "резолюции"},
		{"Chinese names need no blank around them", "安理会", "安理会回顾", "安理会"},
		{"the longest Chinese name wins", "大会|大会堂", "大会堂里", "大会堂"},
		{"Arabic punctuation ends a word", "المرفق", "المرفق، الفقرة", "المرفق"},
		{"an accent belongs to its word", "par", "paré", ""},
		{"an apostrophe ends a word", "Assembly", "Assembly's", "Assembly"},
		{"the end of the text ends a word", "annex", "annex", "annex"},
		{"a pattern longer than the text", "annexes", "annex", ""},
		{"a sign between letters is no letter", "x", "x×y", "x"},
	}
	for _, test := range tests {
		s := build(strings.Split(test.patterns, "|")...)
		got := ""
		if m, ok := s.At([]byte(test.text), 0); ok {
			got = test.text[:m.End]
		}
		if got != test.want {
			t.Errorf("%s: matched %q at the start of %q, want %q", test.protects, got, test.text, test.want)
		}
	}
}

// TestLiteralFirst: of a literal pattern and one with a star that end together
// the literal one is found, whatever the star stands for.
func TestLiteralFirst(t *testing.T) {
	s := build("Орган*", "Орган", "Органа")
	for _, test := range []struct {
		text string
		want int32
	}{{"Орган, и", 1}, {"Органа, и", 2}, {"Органу, и", 0}} {
		m, ok := s.At([]byte(test.text), 0)
		if !ok || s.Values(m.List)[0] != test.want {
			t.Errorf("%q gives pattern %v, want %d", test.text, s.Values(m.List), test.want)
		}
	}
}

func TestValues(t *testing.T) {
	b := NewBuilder(0)
	b.Add("决定", 7)
	b.Add("决定", 8)
	s := b.Build()
	m, ok := s.At([]byte("决定书"), 0)
	if !ok {
		t.Fatal("决定 is not found")
	}
	if got := s.Values(m.List); len(got) != 2 || got[0] != 7 || got[1] != 8 {
		t.Errorf("values %v, want both meanings of the word in the order they were added", got)
	}
}

// TestAgainstScan holds the trie and its filter against a plain search for
// the longest pattern, on random texts of a few letters.
func TestAgainstScan(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString([]string{"a", "b", "и", "会", " "}[random.Intn(5)])
		}
		return b.String()
	}
	for range 300 {
		var patterns []string
		for range 20 {
			if p := strings.TrimSpace(word(1 + random.Intn(6))); p != "" {
				patterns = append(patterns, p)
			}
		}
		s, text := build(patterns...), []byte(word(60))
		for i := range text {
			if text[i]&0xC0 == 0x80 {
				continue
			}
			want := -1
			for _, p := range patterns {
				if end := i + len(p); strings.HasPrefix(string(text[i:]), p) && boundary(text, end) {
					want = max(want, end)
				}
			}
			got := -1
			if m, ok := s.At(text, i); ok {
				got = m.End
			}
			if got != want {
				t.Fatalf("patterns %q in %q at %d: end %d, want %d", patterns, text, i, got, want)
			}
		}
	}
}

// A set of no patterns finds nothing.
func TestEmptySet(t *testing.T) {
	s := build()
	for _, text := range []string{"", "a", "Assembly", "大会大会大会"} {
		if m, ok := s.At([]byte(text), 0); ok {
			t.Errorf("the empty set finds %v in %q", m, text)
		}
	}
}

func FuzzAt(f *testing.F) {
	s := build("General Assembly", "resolution", "резолюци*", "大会", "الجمعية العامة", "и")
	f.Add([]byte("General Assembly resolution"))
	f.Add([]byte{0xD0, 0xB8})
	f.Add([]byte{0xE5})
	f.Fuzz(func(t *testing.T, text []byte) {
		for i := range text {
			if m, ok := s.At(text, i); ok && (m.End <= i || m.End > len(text)) {
				t.Fatalf("match of %q at %d ends at %d", text, i, m.End)
			}
		}
	})
}

// Next finds in a run of Chinese characters what At finds from character to
// character, wherever the run ends.
func TestNextAsAt(t *testing.T) {
	for _, patterns := range [][]string{
		{"国", "中国", "中国人", "决议", "议", "大会堂的门"},
		{"国", "中*国", "决议*", "第1"}, // stars and figures after a character
	} {
		s := build(patterns...)
		random := rand.New(rand.NewSource(1))
		letters := []rune("中国人决议大会堂的门第1，A ")
		for range 2000 {
			var text []byte
			for range 1 + random.Intn(20) {
				text = append(text, string(letters[random.Intn(len(letters))])...)
			}
			for i := 0; i < len(text); i++ {
				if text[i]&0xC0 == 0x80 {
					continue
				}
				at, m, ok := s.Next(text, i)
				for k := i; k < at; k++ {
					if _, found := s.At(text, k); found && text[k]&0xC0 != 0x80 {
						t.Fatalf("patterns %q in %q: Next(%d) passes over the one at %d", patterns, text, i, k)
					}
				}
				if want, found := s.At(text, at); ok && (!found || want != m) {
					t.Fatalf("patterns %q in %q: Next(%d) finds %v at %d, At %v, %v", patterns, text, i, m, at, want, found)
				}
			}
		}
	}
}

// A star right after a Chinese character is none of the pairs of characters.
func TestStarAfterCharacter(t *testing.T) {
	s := build("中*国")
	if m, ok := s.At([]byte("中国人"), 0); !ok || m.End != len("中国") {
		t.Errorf("end %d, %v", m.End, ok)
	}
}

// A literal pattern hides the pattern with a star that ends with it: where the
// builder joins them, its list has the values of both.
func TestJoinStarred(t *testing.T) {
	for _, test := range []struct {
		literal, starred, text string
		want                   []int32
	}{
		{"Комиссии", "Комисси*", "Комиссии", []int32{1, 2}},     // the star stands for one letter
		{"комитет", "комитет*", "комитет", []int32{1, 2}},       // and for none
		{"Committees", "Commit*", "Committees", []int32{1, 2}},  // for four
		{"Комиссиями", "Комис*", "Комиссиями", []int32{1}},      // never for five
		{"General Assembly", "General*", "General", []int32{2}}, // a part of the literal is not it
	} {
		b := NewBuilder(0)
		b.JoinStarred = true
		b.Add(test.literal, 1)
		b.Add(test.starred, 2)
		s := b.Build()
		m, ok := s.At([]byte(test.text), 0)
		if !ok || !slices.Equal(s.Values(m.List), test.want) {
			t.Errorf("%q and %q: %q has the values %v, want %v", test.literal, test.starred, test.text, s.Values(m.List), test.want)
		}
	}
}
