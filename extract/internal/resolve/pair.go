package resolve

import (
	"slices"
	"strings"

	"uncite/extract/authority"
	"uncite/extract/internal/char"
	"uncite/extract/internal/scan"
	"uncite/extract/record"
)

// pairOf returns the instrument for which a short name stands that is joined to the name of
// its other half: "the Declaration and the Programme of Action on X" and, where both have
// been named, "the Declaration and the Programme of Action".
func (r *resolver) pairOf(m *scan.Mention) (found *authority.Entry) {
	for _, at := range [2]int{r.at - 1, r.at + 1} {
		if at < 0 || at >= len(r.mentions) {
			continue
		}
		other := &r.mentions[at]
		if !r.joined(m, other) {
			continue
		}
		for _, e := range m.Entries {
			if e == found || e.Kind != record.Instrument || !r.hasHalf(e, other) {
				continue
			}
			if found != nil {
				return nil
			}
			found = e
			if !other.Short && at < r.at && outcomes(e, other.Entries[0]) {
				return found // "the Tidal Declaration and the Programme of Action", whatever was named before
			}
		}
	}
	if _, named := r.introduced[found]; found != nil && !named {
		if fit := r.antecedents(m); len(fit) > 0 && r.namedIn(m.Paragraph, fit[0]) {
			return nil // another one, of which the sentence speaks
		}
	}
	return found
}

// joined reports whether nothing but an "and" and an article can stand between two names
// of instruments.
func (r *resolver) joined(m, other *scan.Mention) bool {
	if other.Paragraph != m.Paragraph || len(other.Entries) == 0 || other.Entries[0].Kind != record.Instrument {
		return false
	}
	from, to := min(m.End, other.End), max(m.Start, other.Start)
	return from < to && char.Within(r.doc.Text, from, to, betweenHalves) && !strings.ContainsAny(r.doc.Text[from:to], ",;.:،؛，；。、")
}

// betweenHalves is how far apart the halves of a pair may stand, in letters.
const betweenHalves = 12

// hasHalf reports whether the other name is that of the other half of e: in full, or, where
// the document has named both, by a short name.
func (r *resolver) hasHalf(e *authority.Entry, other *scan.Mention) bool {
	if !other.Short {
		return slices.ContainsFunc(other.Entries, func(o *authority.Entry) bool { return halves(e, o) })
	}
	if _, named := r.introduced[e]; !named {
		return false
	}
	return slices.ContainsFunc(other.Entries, func(o *authority.Entry) bool {
		_, both := r.introduced[o]
		return both && halves(e, o)
	})
}

// outcomes reports whether one document adopted a declaration and what is to be done after it:
// a programme, a plan, a framework.
func outcomes(a, b *authority.Entry) bool {
	if (a.Class == declarationClass) == (b.Class == declarationClass) {
		return false
	}
	return slices.ContainsFunc(a.AdoptedBy, func(document string) bool { return slices.Contains(b.AdoptedBy, document) })
}

// declarationClass is the class of declarations.
const declarationClass = "declaration"

// halves reports whether two instruments are halves of one thing: two parts of one
// resolution, the outcomes of one conference, or of two heads and one complement, which the identifiers tell.
func halves(a, b *authority.Entry) bool {
	if a == b {
		return false
	}
	if outcomes(a, b) {
		return true
	}
	for _, one := range a.AdoptedBy {
		for _, two := range b.AdoptedBy {
			if len(one) == len(two) && one != two && one[:len(one)-1] == two[:len(two)-1] && char.IsUpper(one[len(one)-1]) && char.IsUpper(two[len(two)-1]) {
				return true
			}
		}
	}
	return sameComplement(a.ID, b.ID)
}

// Bounds of the identifiers of two heads with one complement, in words.
const (
	mostHead        = 4
	leastComplement = 4
)

// sameComplement reports whether two identifiers end alike, but for the head nouns.
func sameComplement(a, b string) bool {
	for same := 0; ; same++ {
		i, k := strings.LastIndexByte(a, '-'), strings.LastIndexByte(b, '-')
		if a[i+1:] != b[k+1:] {
			return same >= leastComplement && max(strings.Count(a, "-"), strings.Count(b, "-")) < mostHead
		}
		if i < 0 || k < 0 {
			return false // without a head
		}
		a, b = a[:i], b[:k]
	}
}
