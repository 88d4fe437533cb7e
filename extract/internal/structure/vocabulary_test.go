package structure

import (
	"fmt"
	"testing"

	"uncite/extract/lang"
	"uncite/extract/symbol"
)

// TestVocabularies wants of every language all that reading asks of it: a
// seventh language is complete when this test and its fixture pass.
func TestVocabularies(t *testing.T) {
	for _, code := range lang.Codes {
		v := vocabularies()[code]
		for name, n := range map[string]int{"publisher": len(v.publisher), "opening": len(v.opening), "organ": len(v.organs),
			"session": len(v.sessions), "agenda": len(v.agenda), "adopted": len(v.adopted), "resolution": len(v.resolved),
			"decision": len(v.decision), "meeting": len(v.meeting), "annex": len(v.annex), "opener": len(v.openers),
			"joiner": len(v.joiners), "furniture": len(v.furniture)} {
			if n == 0 {
				t.Errorf("%s has no %s", code, name)
			}
		}
		months := map[int]bool{}
		for _, m := range v.months {
			months[m.value] = true
		}
		if len(months) != 12 && code != "zh" {
			t.Errorf("%s has %d months", code, len(months))
		}
		for form, entity := range v.opening {
			if got, comma := v.openingOf(form + ","); got != entity || !comma {
				t.Errorf("%s: %q opens for %q", code, form, got)
			}
			if !symbol.IssuesSeries(entity) && entity != "entity:conference-of-the-parties" {
				t.Errorf("%s: %s issues no series of symbols", code, entity)
			}
		}
	}
}

// TestChineseOrdinals counts through the sessions that Chinese can write.
func TestChineseOrdinals(t *testing.T) {
	const units = "一二三四五六七八九"
	runes := []rune(units)
	v := vocabularies()["zh"]
	for n := 1; n < 100; n++ {
		s := ""
		if n >= 20 {
			s = string(runes[n/10-1])
		}
		if n >= 10 {
			s += "十"
		}
		if n%10 > 0 {
			s += string(runes[n%10-1])
		}
		if got := v.session("第" + s + "届会议"); got != fmt.Sprint(n) {
			t.Errorf("%s is %s, want %d", s, got, n)
		}
	}
}
