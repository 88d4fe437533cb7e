package check

import (
	"fmt"

	"uncite/extract/record"
	"uncite/extract/symbol"
)

// symbols reports symbols that no body can have issued: a part of theirs is
// neither a series, a session nor a word of symbols.
func symbols(s *subject) []Finding {
	var out []Finding
	for i := range s.refs {
		r := &s.refs[i]
		if r.Kind != record.Report || r.Target == "" {
			continue
		}
		if part, near := symbol.UnknownPart(r.Target); part != "" && near != "" {
			out = append(out, at(r, fmt.Sprintf("No series of symbols has “%s” in this place.", part), near))
		}
	}
	return out
}
