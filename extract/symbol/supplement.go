package symbol

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed data/supplements.tsv
var supplementTable string

// parted are the supplements, by body and number, that have no single symbol.
var parted = func() map[[2]string]string {
	m := make(map[[2]string]string)
	for _, f := range rows("supplements.tsv", supplementTable, 3) {
		m[[2]string{f[0], f[1]}] = f[2]
	}
	return m
}()

// Supplement returns the canonical symbol of a numbered supplement to the
// Official Records of a body at one of its regular sessions: A/75/16 for
// Supplement No. 16 of the General Assembly's seventy-fifth session. Where the
// words alone do not tell the symbol, it is empty and why says so in a
// sentence; session is 0 where no regular session is named, letter is what
// stands behind the number, as in "Supplement No. 12A".
func Supplement(body string, session, number int, letter string) (canonical, why string) {
	n := strconv.Itoa(number)
	switch {
	case body != assembly:
		return "", "the words name a supplement to Official Records that print no symbol, and its number does not tell it"
	case session <= lastRoman:
		return "", "the words name a supplement without its symbol, and only those from the thirty-first session of the General Assembly on have its number in it"
	case letter != "":
		return "", "the words name an addition to a supplement without its symbol"
	case parted[[2]string{body, n}] != "":
		return "", parted[[2]string{body, n}]
	}
	return "A/" + strconv.Itoa(session) + "/" + n, ""
}

// IsBudget reports whether the symbol is of a proposed programme budget, or of one
// of its sections: A/78/6, A/78/6(Sect.28).
func IsBudget(canonical string) bool {
	rest, ok := strings.CutPrefix(canonical, "A/")
	if !ok {
		return false
	}
	session, rest, _ := strings.Cut(rest, "/")
	number, _, _ := strings.Cut(rest, "(")
	return number == "6" && run([]byte(session), digit) == len(session) && session != ""
}
