package charset

import (
	_ "embed"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/text/encoding/charmap"

	"uncite/extract/lang"
)

//go:embed letters.tsv
var letters string

// The bits of surprise at a character that no row of letters.tsv has, and at
// neighbours that stand together in no word.
const (
	atLetter   = 13 // a letter
	atSign     = 15 // anything else
	atNothing  = 24 // a control character, or none at all
	atMixture  = 7  // letters of two scripts in one word
	atCapital  = 4  // a capital behind a small letter
	atFigure   = 4  // a Latin letter beyond ASCII beside a figure
	atLoneSign = 5  // a letter alone behind a sign, where note marks stand
	atOthers   = 1  // any character, if the language is none of the six
	ofScript   = .5 // the share of letters beyond ASCII that a language of its own script has
	ofPassages = .1 // the share that passages of such a language have in a text in Latin letters
	mostBits   = 12 // on average a byte beyond ASCII: more is no language
	trustInLib = .1 // for what the library is sure of
)

// language holds the bits of surprise at characters, each minus the logarithm
// of a frequency.
type language struct {
	code         string
	signs        map[rune]float64 // at one among those beyond ASCII
	ascii, other float64          // at any letter of ASCII, at any character beyond it
	script       bool             // of its own: a text in Latin letters may have passages in it
}

// signRow is the row of the signs that all languages use.
const signRow = "*"

// languages are the rows of letters.tsv, each completed by the signs that all
// have, which are the row signRow.
var languages = sync.OnceValue(func() []language {
	var list []language
	var signs map[rune]float64
	for _, line := range strings.Split(letters, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(line, "\t")
		share := number(cols[1]) / 1000
		more := float64(atOthers)
		if cols[0] == signRow || slices.Contains(lang.Codes, cols[0]) {
			more = 0
		}
		l := language{cols[0], map[rune]float64{}, -math.Log2(1 - share), -math.Log2(share), share > ofScript}
		for _, group := range strings.Split(cols[2], " ") {
			chars, each, _ := strings.Cut(group, "=")
			for _, r := range chars {
				l.signs[r] = more - math.Log2(number(each)/1000)
			}
		}
		if cols[0] == signRow {
			signs = l.signs
		} else {
			list = append(list, l)
		}
	}
	for _, l := range list {
		for r, bits := range signs {
			if _, own := l.signs[r]; !own {
				l.signs[r] = bits
			}
		}
	}
	return list
})

// number reads a figure of letters.tsv, which is part of the program.
func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("letters.tsv: " + s)
	}
	return f
}

// sampleBytes is how much of a text its encoding is told from: lines that
// have something beyond ASCII.
const sampleBytes = 8 << 10

// sample returns the lines of data that have bytes beyond ASCII, and how many letters the
// lines between have. No encoding has a line feed within a character.
func sample(data []byte) (lines []byte, between int) {
	out := make([]byte, 0, sampleBytes)
	for len(data) > 0 && len(out) < sampleBytes {
		end := 0
		high := false
		for end < len(data) && data[end] != '\n' && end < sampleBytes {
			high = high || data[end] >= utf8.RuneSelf
			end++
		}
		if high {
			out = append(append(out, data[:end]...), '\n')
		} else {
			between += lettersIn(data[:end])
		}
		data = data[min(end+1, len(data)):]
	}
	return out, between
}

// lettersIn counts the letters of ASCII.
func lettersIn(s []byte) (n int) {
	for _, b := range s {
		if b |= 0x20; b >= 'a' && b <= 'z' {
			n++
		}
	}
	return n
}

// likeliest returns the scheme in which the bytes surprise least, or nil where
// they are a text in none.
func likeliest(data []byte) *scheme {
	s, between := sample(data)
	high := 0
	for _, b := range s {
		if b >= utf8.RuneSelf {
			high++
		}
	}
	if high == 0 {
		return nil
	}
	opinion := opinions(s)
	var best *scheme
	least := math.Inf(1)
	for _, e := range schemes {
		each, density := surprise(e.decode(s).Text, between)
		if each > mostBits*float64(high) {
			continue
		}
		if bits := (each+density)/float64(high) - opinion[strings.ToLower(e.name)]; bits < least {
			best, least = e, bits
		}
	}
	return best.with(data)
}

// with returns the scheme, or Windows-1252 in place of one that has control
// characters where data has bytes: no text has those. Fractions and accents alone before
// letters are the letters that ISO-8859-15 has in their place.
func (e *scheme) with(data []byte) *scheme {
	const fractionsAndAccents = "\xA6\xA8\xB4\xB8\xBC\xBD\xBE"
	if e == nil || e.single != charmap.ISO8859_1 && e.single != charmap.ISO8859_15 {
		return e
	}
	for _, b := range data {
		if b >= 0x80 && b < 0xA0 {
			return named("windows-1252")
		}
	}
	for i := 0; i+1 < len(data) && e.single == charmap.ISO8859_1; i++ {
		if data[i] >= 0xA6 && strings.IndexByte(fractionsAndAccents, data[i]) >= 0 && lettersIn(data[i+1:i+2]) > 0 {
			return named("iso-8859-15")
		}
	}
	return e
}

// family are the encodings that the library does not tell from one.
var family = map[string][]string{
	"iso-8859-1":   {"windows-1252", "iso-8859-15"},
	"windows-1252": {"iso-8859-1", "iso-8859-15"},
}

// opinions returns what the library thinks of the encodings, as bits that
// speak for each.
func opinions(s []byte) map[string]float64 {
	found, err := chardet.NewTextDetector().DetectAll(s)
	if err != nil {
		return nil
	}
	bits := map[string]float64{}
	for _, f := range found {
		name := strings.ToLower(f.Charset)
		for _, n := range append(family[name], name) {
			bits[n] = max(bits[n], trustInLib*float64(f.Confidence)/100)
		}
	}
	return bits
}

// behindWords are signs that end words, behind which no word begins.
const behindWords = ",.;:)”»"

// surprise is how many bits the characters of s beyond ASCII take in the
// language that expects them most, with their standing together, and how many
// it takes that they are so many among the letters of s and those between its lines.
func surprise(s string, between int) (each, density float64) {
	counts := map[rune]int{}
	last, before := ' ', ' '
	together := 0.0
	ascii, other := float64(between), 0.0
	for _, r := range s {
		if r >= utf8.RuneSelf {
			counts[unicode.ToLower(r)]++
			other++
		} else if unicode.IsLetter(r) {
			ascii++
		}
		if r >= utf8.RuneSelf || last >= utf8.RuneSelf {
			together += neighbours(last, r)
		}
		if last >= utf8.RuneSelf && unicode.IsLetter(last) && !unicode.IsLetter(r) && strings.ContainsRune(behindWords, before) {
			together += atLoneSign
		}
		before, last = last, r
	}
	// In one order: the last digits of a sum hang on it, and with them the choice
	// between encodings that are equally likely.
	characters := slices.Sorted(maps.Keys(counts))
	least := math.Inf(1)
	for _, l := range languages() {
		bits, many := 0.0, l.density(ascii, other)
		for _, r := range characters {
			bits += float64(counts[r]) * l.bits(r)
		}
		if bits+many < least {
			least, each, density = bits+many, bits, many
		}
	}
	return each + together, density
}

// density is how many bits it takes that so many letters are of ASCII and so many
// characters beyond it.
func (l language) density(ascii, other float64) float64 {
	many := ascii*l.ascii + other*l.other
	if l.script {
		many = min(many, -ascii*math.Log2(1-ofPassages)-other*math.Log2(ofPassages))
	}
	return many
}

// Readings returns data in every encoding that leaves no byte over, for those who know
// more of the text than its bytes; the one that Decode takes is the first.
func Readings(data []byte) []Text {
	first, err := Decode(data, "")
	if err != nil {
		return nil
	}
	all := []Text{first}
	for _, e := range schemes {
		if t := e.with(data).decode(data); t.Encoding != first.Encoding && t.Replaced == 0 && e.with(data) == e {
			t.Text = newlines(t.Text)
			all = append(all, t)
		}
	}
	return all
}

// Surprise is how many bits the characters of s beyond ASCII take in the language of
// that code, with their standing together.
func Surprise(s, code string) float64 {
	least := math.Inf(1)
	for _, l := range languages() {
		if l.code != code {
			continue
		}
		bits, last := 0.0, ' '
		for _, r := range s {
			if r >= utf8.RuneSelf {
				bits += l.bits(unicode.ToLower(r))
			}
			if r >= utf8.RuneSelf || last >= utf8.RuneSelf {
				bits += neighbours(last, r)
			}
			last = r
		}
		least = min(least, bits)
	}
	return least
}

func (l language) bits(r rune) float64 {
	if b, ok := l.signs[r]; ok {
		return b
	}
	switch {
	case r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Co, r):
		return atNothing
	case unicode.IsLetter(r):
		return atLetter
	}
	return atSign
}

// neighbours is the surprise at two characters side by side.
func neighbours(a, b rune) float64 {
	if isFigure(a) && isLatinBeyond(b) || isFigure(b) && isLatinBeyond(a) {
		return atFigure
	}
	if !unicode.IsLetter(a) || !unicode.IsLetter(b) {
		return 0
	}
	sa, sb := script(a), script(b)
	switch {
	case sa != sb && sa != anyScript && sb != anyScript:
		return atMixture
	case unicode.IsLower(a) && unicode.IsUpper(b):
		return atCapital
	}
	return 0
}

func isFigure(r rune) bool { return r >= '0' && r <= '9' }

// isLatinBeyond reports whether r is a Latin letter beyond ASCII, and none of those that stand
// for ordinals: 1º, 2ª.
func isLatinBeyond(r rune) bool {
	return r >= utf8.RuneSelf && r <= lastLatin && unicode.IsLetter(r) && r != 'º' && r != 'ª'
}

// anyScript is the script of characters that stand beside all others.
const anyScript = 0

// lastLatin is the last of the Latin letters that encodings of one byte write.
const lastLatin = 0x024F

// script numbers the scripts that the encodings can write.
func script(r rune) int {
	switch {
	case r <= lastLatin:
		return 1
	case r < 0x0370:
		return anyScript
	case r < 0x0400:
		return 2
	case r < 0x0530:
		return 3
	case r < 0x0600:
		return 4
	case r < 0x0700:
		return 5
	}
	return anyScript
}
