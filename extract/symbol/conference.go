package symbol

import (
	_ "embed"
	"strings"
)

//go:embed data/conference-reports.tsv
var conferenceReportTable string

// conferenceReports are the reports of conferences that footnotes cite by their
// title, without a symbol: by the conference (entity:…) and by the sales number
// without the letter of its language, the symbol. The sources are the texts that
// the reports hold: documents that cite these print the symbol beside them, and the
// authority tables have it as what adopted the instrument.
var conferenceReports = map[string]string{}

// heldOf are the instruments in the reports of a conference (entity:…).
var heldOf = map[string][]string{}

// held are the instruments that stand at a place of such a report.
var held = map[string][]heldAt{}

type heldAt struct{ place, instrument string }

func init() {
	for _, f := range rows("conference-reports.tsv", conferenceReportTable, 5) {
		for _, key := range f[1:3] {
			if key != "" {
				conferenceReports[key] = f[0]
			}
		}
		if f[3] != "" {
			held[f[0]] = append(held[f[0]], heldAt{f[3], f[4]})
			heldOf[f[1]] = append(heldOf[f[1]], f[4])
		}
	}
}

// ConferenceReport returns the symbol of the report of a conference, by its
// identifier or by the sales number of the report: 03.II.A.1.
func ConferenceReport(key string) (canonical string, ok bool) {
	canonical, ok = conferenceReports[key]
	return canonical, ok
}

// HeldAt returns the instrument (instrument:…) that stands at the place of the
// report of a conference, "chap. I, resolution 2, annex" of A/CONF.199/20; empty
// where the place does not tell.
func HeldAt(report, place string) string {
	for _, h := range held[report] {
		for part := range strings.SplitSeq(place, ", ") {
			if part == h.place {
				return h.instrument
			}
		}
	}
	return ""
}

// HeldOf returns the instruments that the report of a conference (entity:…) holds.
func HeldOf(conference string) []string { return heldOf[conference] }

// OtherVolume returns the symbol of another volume of a report in volumes; a report
// in one is returned as it is.
func OtherVolume(canonical, roman string) string {
	const first = "(Vol.I)"
	if stem, ok := strings.CutSuffix(canonical, first); ok && roman != "" {
		return stem + "(Vol." + roman + ")"
	}
	return canonical
}

// SalesNumber returns the first sales number in the text, without the letter of its
// language: 96.IV.13 of "Sales No. E.96.IV.13".
func SalesNumber(b []byte) string {
	for i := 0; i+len("E.96.I.1") <= len(b); i++ {
		if b[i] != '.' || i+3 >= len(b) || !isDigit(b[i+1]) || !isDigit(b[i+2]) || b[i+3] != '.' {
			continue
		}
		k := i + 4
		n := run(b[k:], romanByte)
		if n == 0 || k+n >= len(b) || b[k+n] != '.' {
			continue
		}
		k += n + 1
		if k+1 < len(b) && isUpper(b[k]) && b[k+1] == '.' {
			k += 2
		}
		if n = run(b[k:], digit); n > 0 {
			return string(b[i+1 : k+n])
		}
	}
	return ""
}
