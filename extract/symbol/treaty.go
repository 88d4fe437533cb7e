package symbol

import (
	_ "embed"
	"strconv"
)

//go:embed data/treaty-pages.tsv
var treatyPageTable string

// treatyPage is where a treaty begins in a treaty series.
type treatyPage struct {
	series       string // UNTS, LNTS
	volume, page int
}

// treatyPages are the registration numbers of treaties by the page on which they,
// or their English texts, begin: those that documents cite so most. Volume and number
// are those of the authority tables too, which a test holds them to.
var treatyPages = func() map[treatyPage]int {
	m := make(map[treatyPage]int)
	for _, f := range rows("treaty-pages.tsv", treatyPageTable, 5) {
		var n [3]int
		for i := range n {
			v, err := strconv.Atoi(f[i+1])
			if err != nil {
				panic("symbol: data/treaty-pages.tsv: " + err.Error())
			}
			n[i] = v
		}
		m[treatyPage{f[0], n[0], n[1]}] = n[2]
	}
	return m
}()

// TreatyAt returns the treaty that begins on the page of a volume of a treaty series,
// UNTS/999/14668 for page 171 of volume 999; ok is false where no table knows it.
func TreatyAt(series string, volume, page int) (id string, ok bool) {
	n, ok := treatyPages[treatyPage{series, volume, page}]
	return series + "/" + strconv.Itoa(volume) + "/" + strconv.Itoa(n), ok
}
