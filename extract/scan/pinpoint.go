package scan

// pinpoint returns the place inside the document that the words around tokens
// first to last name, in English abbreviations: "art. 19, para. 3". Before is
// where the place stands before the citation ("paragraph 2 of resolution …"),
// after where it follows (", annex II").
func (s *scanner) pinpoint(first, last int) string {
	return ""
}
