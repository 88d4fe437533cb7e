package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/class"
	"uncite/extract/internal/names"
	"uncite/extract/record"
)

// inWork reports whether the words from one place to another are a part of the title of a
// published work, in quotation marks: the guide "Piers of Peru and the World Bank". The title of a
// report, a resolution or an item of an agenda says what that is about, and what it names is named.
func (s *scanner) inWork(from, to int) bool {
	text := s.Text.Bytes
	open := s.quotes.before(text, from)
	if open < 0 || !char.Within(text, open, from, maxWork) {
		return false
	}
	mark, size := utf8.DecodeRune(text[open:])
	closed := closeQuotes[mark]
	end := bytes.Index(text[to:char.Beyond(text, to, maxWork)], []byte(closed))
	if end < 0 || bytes.Contains(text[open+size:from], []byte(closed)) || !opensQuote(text, open) || open+size == from && end == 0 {
		return false // the name is the whole title
	}
	return s.workBefore(open) || s.zone == record.Footnote && workBetween(text[:open], text[to+end+len(closed):])
}

// maxWork bounds the title of a work on either side of a name in it, in letters.
const maxWork = 200

// closeQuotes are the marks that close a title, by those that open it.
var closeQuotes = func() map[rune]string {
	closing := map[rune]string{}
	for _, marks := range names.QuotationMarks {
		mark, _ := utf8.DecodeRuneInString(marks[0])
		closing[mark] = marks[1]
	}
	return closing
}()

// openQuotes are the places of the marks that open a title in a part of a paragraph. Most have
// none, and each name asks for the last one before it.
type openQuotes struct {
	known bool
	at    []int32
}

// before returns the place of the last such mark before i, -1 where there is none.
func (q *openQuotes) before(text []byte, i int) int {
	if !q.known {
		q.find(text)
	}
	n, _ := slices.BinarySearch(q.at, int32(i))
	if n == 0 {
		return -1
	}
	return int(q.at[n-1])
}

func (q *openQuotes) find(text []byte) {
	q.known, q.at = true, q.at[:0]
	for _, marks := range names.QuotationMarks {
		mark := marks[0]
		for from := 0; ; { // by the first byte, which few others have
			k := bytes.IndexByte(text[from:], mark[0])
			if k < 0 {
				break
			}
			if from += k; bytes.HasPrefix(text[from:], []byte(mark)) {
				q.at = append(q.at, int32(from))
			}
			from++
		}
	}
	slices.Sort(q.at)
}

// opensQuote reports whether nothing but a blank or a bracket stands before the mark at i.
func opensQuote(text []byte, i int) bool {
	return i == 0 || strings.IndexByte(" (\n[", text[i-1]) >= 0
}

// workBefore reports whether the words before the title at i call it a published work: in its
// sentence the nearest noun that says what is entitled so.
func (s *scanner) workBefore(i int) bool {
	text := s.Text.Bytes
	for range mostBeforeWork {
		i = len(bytes.TrimRight(text[:i], " ,:"))
		w := s.wordBefore(i)
		if w == "" || strings.ContainsAny(w, ".;()\"»") {
			return false
		}
		i -= len(w)
		if _, noun, elided := strings.Cut(w, "'"); elided {
			w = noun
		}
		if s.isWork(char.Lower(w)) {
			return true
		}
	}
	return false
}

// mostBeforeWork is how many words may stand between the title and what calls it a work.
const mostBeforeWork = 2

// isWork reports whether the word is a noun for works, in any case where nouns have them.
func (s *scanner) isWork(w string) bool {
	return s.Lang.Naming.Is(class.Work, w) || s.Lang.Naming.Cases() && s.Lang.Naming.BeginsWith(class.Work, w)
}

// workBetween reports whether a title in a note stands between its author and where it appeared,
// as only the titles of articles and books do: Tide, "Piers of Peru", Journal of Harbours. What has
// a symbol is a document.
func workBetween(before, after []byte) bool {
	author, ok := bytes.CutSuffix(bytes.TrimRight(before, " "), []byte(","))
	after = bytes.TrimLeft(after, " ")
	if r, _ := utf8.DecodeLastRune(author); !ok || !unicode.IsLetter(r) || len(after) == 0 || after[0] != ',' && after[0] != '(' {
		return false
	}
	if end := bytes.IndexAny(after, ".;"); end > 0 {
		after = after[:end]
	}
	return bytes.IndexByte(after, '/') < 0
}
