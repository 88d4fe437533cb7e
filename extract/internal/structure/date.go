package structure

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"uncite/extract/internal/char"
	"uncite/extract/internal/normal"
	"uncite/extract/lang"
)

// date returns the first date in s as ISO 8601, empty where there is none.
// It reads "16 December 2020", "December 16, 2020", "16 de diciembre de
// 2020", "1er mai 2021", "2020年12月16日", "16 كانون الأول/ديسمبر 2020".
func (v *vocabulary) date(s string) string {
	if !mayHaveYear(s) {
		return ""
	}
	if d := signedDate(s); d != "" {
		return d
	}
	low := char.Lower(s)
	for _, w := range [...]*vocabulary{v, vocabularies()[lang.Fallback()]} {
		if d := w.monthDate(low); d != "" {
			return d
		}
	}
	return ""
}

// mayHaveYear is a quick no: a date has a year of four digits.
func mayHaveYear(s string) bool {
	run := 0
	for i := 0; i < len(s); {
		n := 0
		if c := s[i]; isASCIIDigit(c) {
			n = 1
		} else if c >= firstOfDigits {
			_, n = digit(s[i:])
		}
		if n == 0 {
			run, i = 0, i+1
			continue
		}
		if run++; run == len("2025") {
			return true
		}
		i += n
	}
	return false
}

// monthDate reads a date around the name of a month. low is in lower case.
func (v *vocabulary) monthDate(low string) string {
	month, from, to := 0, len(low), 0
	for _, m := range v.months {
		i := indexWord(low, m.form)
		if i < 0 {
			continue
		}
		switch {
		case i < from && (month == 0 || month != m.value):
			month, from, to = m.value, i, i+len(m.form)
		case month == m.value: // the second of two names
			from, to = min(from, i), max(to, i+len(m.form))
		}
	}
	if month == 0 {
		return ""
	}
	day := numberBefore(low[:from])
	first, rest := numberAfter(low[to:])
	year := first
	if first > 0 && first <= 31 { // December 16, 2020
		second, _ := numberAfter(rest)
		day, year = first, second
	}
	return isoDate(year, month, day)
}

// isoDate returns the date, or nothing where it cannot be one.
func isoDate(year, month, day int) string {
	if year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	iso := strconv.AppendInt(make([]byte, 0, len("2025-12-16")), int64(year), 10)
	for _, n := range [...]int{month, day} {
		iso = append(iso, '-', byte('0'+n/10), byte('0'+n%10))
	}
	return string(iso)
}

// indexWord is strings.Index, for a form that stands alone as a word.
func indexWord(s, form string) int {
	for i := 0; ; {
		j := index(s[i:], form)
		if j < 0 {
			return -1
		}
		i += j
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(before) && !startsLetter(s[i+len(form):]) {
			return i
		}
		i += len(form)
	}
}

// numberBefore returns the number at the end of s; words of a few letters may
// follow it: "16 de ", "1er ".
func numberBefore(s string) int {
	const gap = 12 // bytes
	end := strings.LastIndexFunc(s, isAnyDigit)
	if end < 0 || len(s)-end > gap {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[end:])
	start := end
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if !isAnyDigit(r) {
			break
		}
		start -= n
	}
	value, _, _ := digits(s[start:end+size], 0)
	return value
}

// numberAfter returns the first number of s, which a few letters may precede:
// " de 2020", " 2020", ", 2020"; and what follows it.
func numberAfter(s string) (value int, rest string) {
	const gap = 14 // bytes
	start := strings.IndexFunc(s, isAnyDigit)
	if start < 0 || start > gap {
		return 0, ""
	}
	value, end, _ := digits(s, start)
	return value, s[end:]
}

func isAnyDigit(r rune) bool {
	_, ok := normal.Digit(r)
	return ok
}

// signedDate reads a date with a sign after each part, 2020年12月16日, with or
// without blanks, in the signs of any language that has such.
func signedDate(s string) string {
	for _, signs := range dateSigns() {
		i := strings.Index(s, signs["year"])
		if i < 0 {
			continue
		}
		year := numberBefore(s[:i])
		month, rest := numberAfter(s[i+len(signs["year"]):])
		before, rest, ok := strings.Cut(rest, signs["month"])
		if !ok || strings.TrimSpace(before) != "" {
			continue
		}
		day, tail := numberAfter(rest)
		if strings.HasPrefix(strings.TrimLeft(tail, " "), signs["day"]) {
			return isoDate(year, month, day)
		}
	}
	return ""
}

// dateSigns are the signs after year, month and day of each language that has
// them.
var dateSigns = sync.OnceValue(func() []map[string]string {
	var all []map[string]string
	for _, code := range lang.Codes {
		if d := lang.Of(code).Dates; d["year"] != "" && d["month"] != "" && d["day"] != "" {
			all = append(all, d)
		}
	}
	return all
})

// withoutAnd takes the letter for "and" off a word that is written as one with it.
func withoutAnd(v *vocabulary, w string) string {
	for _, and := range v.And {
		w = strings.TrimPrefix(w, and)
	}
	return w
}

// isDate reports whether s is a date and hardly more.
func (v *vocabulary) isDate(s string) bool {
	return len(s) < 80 && v.date(s) != "" && strings.Count(s, " ") <= 5
}

// isPeriod reports whether a line names the first and the last day of something, "6–24
// March 2023": those of a session are no date of issue.
func (v *vocabulary) isPeriod(s string) bool {
	if !hasDigit(s) {
		return false
	}
	for _, until := range v.until {
		before, after, ok := strings.Cut(s, until)
		if !ok {
			continue
		}
		before, after = strings.TrimRight(before, " "), strings.TrimLeft(after, " ")
		first, _ := utf8.DecodeRuneInString(after)
		last, _ := utf8.DecodeLastRuneInString(before)
		if isAnyDigit(first) && (isAnyDigit(last) || unicode.IsLetter(last) && hasDigit(before)) {
			return true
		}
	}
	return false
}

// isVenue reports whether a line is a place and the days on which something was held
// there, "New York, 28 and 29 April 2025", which is no title.
func (v *vocabulary) isVenue(s string) bool {
	const longestPlace, longestDays = 40, 90 // bytes
	i := strings.IndexAny(s, ",，،")
	if i < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	place, days := s[:i], strings.TrimSpace(s[i+size:])
	if first, _ := utf8.DecodeRuneInString(place); isAnyDigit(first) {
		place, days = days, place // in languages that name the days first
	}
	first, _ := utf8.DecodeRuneInString(days)
	return len(place) <= longestPlace && len(days) <= longestDays && isAnyDigit(first) && v.date(days) != ""
}

// session returns the session that a masthead line names: "75", "S-24",
// "ES-10", "2021"; empty where it names none.
func (v *vocabulary) session(s string) string {
	low := char.Lower(s)
	for _, kind := range v.sessions {
		i := index(low, kind.form)
		if i < 0 {
			continue
		}
		words := low[:i] + " " + low[i+len(kind.form):]
		n := v.ordinal(words)
		if n == 0 {
			n = firstNumber(words)
		}
		if n == 0 {
			return ""
		}
		return sessionKinds[kind.value] + itoa(n)
	}
	return ""
}

// sessionKinds are what stands before the number of a session that is none of the regular ones.
var sessionKinds = map[string]string{"emergency": "ES-", "special": "S-"}

func firstNumber(s string) int {
	i := strings.IndexFunc(s, isAnyDigit)
	if i < 0 {
		return 0
	}
	n, _, _ := digits(s, i)
	return n
}

// ordinal adds up the number words of s: seventy + fifth; quatre × vingt +
// deux; 七 × 十 + 五. Words that are none count nothing.
func (v *vocabulary) ordinal(s string) int {
	total := 0
	add := func(o numbered) {
		if o.times && total > 0 && total < 10 {
			total *= o.value
		} else {
			total += o.value
		}
	}
	if v.Has(lang.Unsegmented) {
		for i, r := range s {
			if o, ok := v.ordinals[s[i:i+utf8.RuneLen(r)]]; ok {
				add(o)
			}
		}
		return total
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !char.IsLetter(r) && !unicode.IsMark(r) }) {
		o, ok := v.ordinals[w]
		if !ok {
			o, ok = v.ordinals[withoutAnd(v, w)]
		}
		if ok {
			add(o)
		}
	}
	return total
}
