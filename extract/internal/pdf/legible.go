package pdf

import (
	"fmt"
	"unicode"
)

const ocr = "run OCR over it (ocrmypdf --force-ocr) and read the result"

// readable looks whether the pages hold glyphs, and whether the fonts say
// what they are.
func readable(pages []*page) error {
	glyphs, blind, images := 0, 0, 0
	for _, p := range pages {
		images += p.images
		for i := range p.glyphs {
			switch p.glyphs[i].r {
			case ' ', noBreak:
				continue
			case unknown:
				blind++
			}
			glyphs++
		}
	}
	switch {
	case glyphs == 0 && images > 0:
		return &Error{ErrNoText, fmt.Sprintf("%d pages of images, as a scanner makes", len(pages)), ocr}
	case glyphs == 0:
		return &Error{ErrNoText, fmt.Sprintf("%d empty pages", len(pages)), "see whether it is the right file"}
	case 2*blind > glyphs:
		return &Error{ErrNoLanguage, "its fonts do not say which characters their glyphs are", ocr}
	}
	return nil
}

// legible looks whether a text is one of letters in words. A font whose map
// is shifted gives capitals without vowels: "7KH $VVHPEO\".
func legible(text string) error {
	const enough = 400
	latin, small, vowels := 0, 0, 0
	for _, r := range text {
		low := unicode.ToLower(r)
		if low < 'a' || low > 'z' {
			continue
		}
		latin++
		if r == low {
			small++
		}
		switch low {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			vowels++
		}
	}
	if latin > enough && 5*small < latin && 10*vowels < 3*latin {
		return &Error{ErrNoLanguage, "its words are of no language: the fonts' character maps are wrong", ocr}
	}
	return nil
}
