package accuracy

import (
	"runtime"
	"strings"
	"sync"

	"uncite/extract/internal/pattern"

	"uncite/extract"
	"uncite/extract/quote"
	"uncite/extract/record"
)

// explain reads the documents of the mistakes once more and adds what a
// reader needs to judge each: sentence, rule, and in how many versions the
// number stands in the text. The versions were let go of after scoring, and
// mistakes are in few documents.
func (r *Report) explain(x *extract.Extractor, works map[string][]*version) {
	byName := map[string][]*Mistake{}
	for i := range r.Mistakes {
		m := &r.Mistakes[i]
		byName[m.Document] = append(byName[m.Document], m)
	}
	var group sync.WaitGroup
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, versions := range works {
		mistakes := byName[versions[0].name]
		if len(mistakes) == 0 {
			continue
		}
		limit <- struct{}{}
		group.Go(func() {
			explainDocument(x, versions, mistakes)
			<-limit
		})
	}
	group.Wait()
	for _, m := range r.Mistakes {
		if m.Kind == False && m.InText == m.Of && m.Of > 1 {
			r.PrintedFaults[m.Lang]++
		}
	}
}

// explainDocument completes the mistakes in one document.
func explainDocument(x *extract.Extractor, versions []*version, mistakes []*Mistake) {
	pages := map[string]*page{}
	texts := map[string]string{}
	for _, v := range versions {
		if p, err := readPage(x, v.path); err == nil && p != nil { // it was read before
			pages[v.lang] = p
			texts[v.lang] = level(p.plain[0].Text)
		}
	}
	for _, m := range mistakes {
		literal := literalOf(m.Target)
		for _, t := range texts {
			if standsIn(t, literal) {
				m.InText++
			}
		}
		if p := pages[m.Lang]; p != nil {
			m.quote(p)
		}
		if m.Sentence == "" {
			for _, v := range versions {
				if p := pages[v.lang]; p != nil && m.Sentence == "" {
					m.quote(p)
					if m.Sentence != "" {
						m.Sentence = "[" + v.lang + "] " + m.Sentence
					}
				}
			}
		}
	}
}

// quote takes the sentence of the first reference to the target or, where
// there is none, of the first link to it.
func (m *Mistake) quote(p *page) {
	for i := range p.refs {
		r := &p.refs[i]
		if target, ok := scoredTarget(r); ok && target == m.Target {
			if m.Kind == False && m.Rule == "" {
				m.Rule = r.Rule
			}
			m.Sentence = sentence(p.plain, r.Source, record.Span{Start: r.Start, End: r.End})
			return
		}
	}
	for _, l := range p.akn.Links {
		if target, ok := linkTarget(l.Href); ok && target == m.Target && !l.Masthead {
			m.Sentence = sentence(p.plain, p.plain[0].Source, l.Span)
			return
		}
	}
}

func sentence(docs []*record.Document, source string, s record.Span) string {
	at := quote.Place{Source: source, Start: s.Start, End: s.End, Text: docs[0].Text[s.Start:s.End]}
	return quote.Sentences([]quote.Place{at}, quote.Kept(map[string][]*record.Document{source: docs}))[at].Sentence
}

var (
	// numbered is a resolution of which a text may print the number alone.
	numbered = pattern.Lazy(`/RES/(?:E?S-)?(\d+(?:/\d+)?)`)
	// chaptered is one whose session stands in another part of the symbol.
	chaptered = pattern.Lazy(`^UNEP/EA\.(\d+)/RES\.(\d+)$`)
)

// literalOf is what the text must print in whatever language to cite the
// target: the number of a resolution, else the symbol.
func literalOf(target string) string {
	if m := chaptered().FindStringSubmatch(target); m != nil {
		return m[1] + "/" + m[2]
	}
	if m := numbered().FindStringSubmatch(target); m != nil {
		return m[1]
	}
	return target
}

// level writes text as Fold writes targets, digits of all scripts as ASCII.
// Blanks stay between numbers, which they part, and go from within symbols.
func level(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, text)
	return strings.ToUpper(text) + "\n" + strings.ToUpper(bracketed().ReplaceAllStringFunc(text, unblanked))
}

// bracketed is a part of a symbol that may hold blanks.
var bracketed = pattern.Lazy(` ?\([^()\n]{1,20}\)`)

func unblanked(s string) string { return blanks().ReplaceAllString(s, "") }

// standsIn reports whether the literal stands in the text, not as part of a
// longer number or symbol.
func standsIn(text, literal string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], literal)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(literal)
		if !endsNumber(text[:i]) && (end == len(text) || !isDigit(text[end]) && text[end] != '/') {
			return true
		}
		from = i + 1
	}
}

// endsNumber reports whether the text ends within a number such as 70/262.
func endsNumber(text string) bool {
	return text != "" && isDigit(text[len(text)-1]) ||
		len(text) > 1 && text[len(text)-1] == '/' && isDigit(text[len(text)-2])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
