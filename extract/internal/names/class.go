package names

import "strings"

// members are the words of one class.
type members struct {
	words []string // without those with a star, in the order of the table
	stems []string // of the words with a star
	// lengths has a bit for the length of each word, in bytes, the last for all that
	// are longer, and first one for the first byte of each word and stem: most words
	// that are asked for are in no class, and told so by these.
	lengths uint64
	first   [4]uint64
	// begins and ends find words by the first and the last three bytes, roots the stems.
	begins, ends, roots edges
	places              []uint16 // of words by their hash, from 1 on
}

// edges are the words of a class by the three bytes at one edge: a class may have
// hundreds, of which a text begins, or ends, with one or none.
type edges struct {
	first [64]uint16 // of the words whose bytes have the hash, by its place from 1 on
	next  []uint16   // of the others, by the place of the one before it
	short []string   // words of fewer bytes
}

const edge = 3 // bytes: a character of a script without blanks

// edgeHash is the place of the bytes in edges.
func edgeHash(a, b, c byte) int {
	return int((uint32(a) | uint32(b)<<8 | uint32(c)<<16) * 0x9E3779B1 >> 26)
}

// firstHash is the place of a word in begins, lastHash in ends.
func firstHash(word string) int { return edgeHash(word[0], word[1], word[2]) }

func lastHash(word string) int {
	n := len(word)
	return edgeHash(word[n-3], word[n-2], word[n-1])
}

// add adds the last of the words at its place.
func (e *edges) add(words []string, place func(word string) int) {
	word := words[len(words)-1]
	e.next = append(e.next, 0)
	if len(word) < edge {
		e.short = append(e.short, word)
		return
	}
	h := place(word)
	e.next[len(words)-1], e.first[h] = e.first[h], uint16(len(words))
}

// longestEnd returns the length of the longest word of the class, of at most so many bytes,
// with which the text ends.
func longestEnd[T string | []byte](c *members, text T, most int) (longest int) {
	n := len(text)
	if n >= edge {
		for i := c.ends.first[edgeHash(text[n-3], text[n-2], text[n-1])]; i > 0; i = c.ends.next[i-1] {
			if w := c.words[i-1]; len(w) > longest && len(w) <= min(n, most) && string(text[n-len(w):]) == w {
				longest = len(w)
			}
		}
	}
	for _, w := range c.ends.short {
		if len(w) > longest && len(w) <= min(n, most) && string(text[n-len(w):]) == w {
			longest = len(w)
		}
	}
	return longest
}

// beginning returns the length of the longest word with which the text begins.
func (c *members) beginning(text string) (longest int) {
	if len(text) >= edge {
		for i := c.begins.first[firstHash(text)]; i > 0; i = c.begins.next[i-1] {
			if w := c.words[i-1]; len(w) > longest && strings.HasPrefix(text, w) {
				longest = len(w)
			}
		}
	}
	for _, w := range c.begins.short {
		if len(w) > longest && strings.HasPrefix(text, w) {
			longest = len(w)
		}
	}
	return longest
}

// empty reports whether the class has no word.
func (c *members) empty() bool { return len(c.words)+len(c.stems) == 0 }

func bit(length int) uint64 { return 1 << min(length, 63) }

func (c *members) add(word string) {
	stem, ok := strings.CutSuffix(word, "*")
	c.first[stem[0]>>6] |= 1 << (stem[0] & 63)
	if ok {
		c.stems = append(c.stems, stem)
		c.roots.add(c.stems, firstHash)
		return
	}
	c.words = append(c.words, word)
	c.lengths |= bit(len(word))
	c.begins.add(c.words, firstHash)
	c.ends.add(c.words, lastHash)
	c.place(len(c.words))
}

// holds reports whether the word is one of those without a star.
func (c *members) holds(word string) bool {
	for slot := wordHash(word); ; slot++ {
		at := c.places[slot&(len(c.places)-1)]
		if at == 0 || c.words[at-1] == word {
			return at > 0
		}
	}
}

// place gives the word with the number its place among places, of which half stay empty.
func (c *members) place(number int) {
	if 2*number > len(c.places) {
		c.places = make([]uint16, max(8, 2*len(c.places)))
		for i := 1; i < number; i++ {
			c.place(i)
		}
	}
	slot := wordHash(c.words[number-1])
	for c.places[slot&(len(c.places)-1)] > 0 {
		slot++
	}
	c.places[slot&(len(c.places)-1)] = uint16(number)
}

// wordHash is of bytes from all of the word: where words bear their article, their first are
// alike, and where they end as adjectives do, their last.
func wordHash(word string) int {
	n := len(word)
	letters := uint32(word[0]) | uint32(word[n/2])<<8 | uint32(word[n-max(1, n/4)])<<16 | uint32(word[n-1])<<24
	return int((letters + uint32(n)) * 0x9E3779B1 >> 16)
}

// has reports whether the word is one of the class.
func (c *members) has(word string) bool {
	if word == "" || c.first[word[0]>>6]>>(word[0]&63)&1 == 0 {
		return false
	}
	return c.lengths&bit(len(word)) != 0 && c.holds(word) || len(c.stems) > 0 && c.grown(word)
}

// grown reports whether the word is a stem with an ending.
func (c *members) grown(word string) bool {
	if len(word) >= edge {
		for i := c.roots.first[firstHash(word)]; i > 0; i = c.roots.next[i-1] {
			if hasStem(word, c.stems[i-1]) {
				return true
			}
		}
	}
	for _, stem := range c.roots.short {
		if hasStem(word, stem) {
			return true
		}
	}
	return false
}
