package symbol

import "strconv"

// maxChanges bounds the numbers of one range of changes: no document had
// sixty corrigenda.
const maxChanges = 60

// ScanChange reads a change that stands by itself behind a symbol, as in
// "A/75/729 and Corr.1" or "E/1993/23 and Add.1-3", at b[0], in normalised
// text like that of Scan. It returns the length in bytes and the changes in
// canonical spelling: "Add.1", "Add.2", "Add.3". n is 0 where there is none.
func ScanChange(b []byte) (n int, changes []string) {
	w := run(b, letter)
	if w == 0 || w >= len(b) || b[w] != '.' || !isChange(b[:w+1]) {
		return 0, nil
	}
	n = w + 1
	if n < len(b) && b[n] == ' ' {
		n++
	}
	first := run(b[n:], digit)
	if first == 0 || first > 3 || n+first < len(b) && isLetter(b[n+first]) {
		return 0, nil
	}
	from, _ := strconv.Atoi(string(b[n : n+first]))
	n += first
	to := from
	if last := rangeEnd(b[n:]); last > from && last-from < maxChanges {
		to = last
		n += 1 + run(b[n+1:], digit)
	}
	name := canonicalWord(b[:w], true)
	for i := from; i <= to; i++ {
		changes = append(changes, name+"."+strconv.Itoa(i))
	}
	return n, changes
}

// rangeEnd reads the "-3" of "Add.1-3", 0 without one.
func rangeEnd(b []byte) int {
	if len(b) < 2 || b[0] != '-' || !isDigit(b[1]) {
		return 0
	}
	n, _ := strconv.Atoi(string(b[1 : 1+run(b[1:], digit)]))
	return n
}

// Attach adds a change to the canonical symbol of the document it changes:
// "A/75/729" and "Corr.1" make "A/75/729/Corr.1".
func Attach(canonical, change string) string { return canonical + "/" + change }
