package read

import (
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/internal/markup"
	"uncite/extract/lang"
)

// meta takes an element of the block of metadata.
func (x *aknReader) meta(t markup.Token) {
	w := x.work()
	switch t.Name {
	case "FRBRuri":
		if x.inside("FRBRWork") && w.uri == "" {
			w.uri = t.Attr("value")
		}
	case "FRBRdate":
		if x.inside("FRBRWork") && w.Date == "" {
			w.Date = t.Attr("date")
		}
	case "FRBRlanguage":
		if l := lang.OfISO639(t.Attr("language")); l != "" && x.lang == "" {
			x.lang = l
		}
	case "step":
		w.step(t.Attr("outcome"), t.Attr("as"))
	}
}

// step takes a step of the way to adoption: the draft, the meeting.
func (w *aknWork) step(outcome, symbol string) {
	switch {
	case outcome == "draftResolution" && w.Draft == "":
		w.Draft = symbol
	case outcome == "adopted" && w.Meeting == "" && strings.Contains(symbol, "PV."):
		w.Meeting = symbol
	}
}

// number takes a docNumber outside the cover: the letter of a part.
func (x *aknReader) number(words string) {
	const longest = 16 // bytes
	if words = strings.TrimSpace(words); !x.inside("coverPage") && len(words) < longest {
		x.work().Letter = words
	}
}

// title takes a docTitle that does not stand on the cover; a part has two, its
// own and that of the whole.
func (x *aknReader) title(words string) {
	if w := x.work(); !x.inside("coverPage") {
		w.Title = strings.TrimSpace(w.Title + "\n" + strings.Join(strings.Fields(words), " "))
	}
}

// finish makes the text. A document without an address of its own has that of
// the document before, whose part it is.
func (x *aknReader) finish() (*block.Text, error) {
	x.out.Text, x.out.Lang = x.text.String(), x.lang
	if err := whole(x.out.Text); err != nil {
		return nil, err
	}
	uri := ""
	for _, w := range x.works {
		if w.uri != "" {
			uri = w.uri
		}
		w.Symbol = uriSymbol(uri)
		x.out.Parts = append(x.out.Parts, w.Part)
	}
	return &x.out, nil
}

// uriSymbol reads the symbol from the address of the work:
// /akn/un/statement/deliberation/unga/2021-06-30/75-301/ is A/RES/75/301.
func uriSymbol(uri string) string {
	parts := strings.Split(strings.Trim(uri, "/"), "/")
	if len(parts) < 7 {
		return ""
	}
	number := parts[6]
	i := strings.LastIndexByte(number, '-')
	if i <= 0 {
		return ""
	}
	left, right := number[:i], number[i+1:]
	switch parts[4] {
	case "unga":
		return "A/RES/" + left + "/" + strings.ToUpper(right)
	case "unsc":
		return "S/RES/" + left + "(" + right + ")"
	case "unecosoc":
		return "E/RES/" + left + "/" + right
	}
	return ""
}
