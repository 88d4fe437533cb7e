package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"uncite/extract/internal/block"
)

// The reasons why a PDF gives no text; errors.Is finds them in an Error.
var (
	ErrDamaged    = errors.New("PDF is damaged")
	ErrPassword   = errors.New("PDF is locked with a password")
	ErrNoText     = errors.New("PDF holds no text")
	ErrNoLanguage = errors.New("text of the PDF cannot be read")
	ErrTime       = errors.New("PDF takes too long to read")
	ErrTooLarge   = errors.New("PDF is too large")
)

// Error says why a PDF cannot be read and what the user can do.
type Error struct {
	Kind   error  // one of the Err values of this package
	Detail string // what was found
	Remedy string // what to do about it
}

// Error returns one line: kind, detail, remedy.
func (e *Error) Error() string {
	s := e.Kind.Error()
	if e.Detail != "" {
		s += " (" + printable(e.Detail) + ")"
	}
	if e.Remedy != "" {
		s += "; " + e.Remedy
	}
	return s
}

// printable returns words of a damaged file as a terminal can show them on a line.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, s)
}

// Unwrap returns the kind, so that errors.Is(err, ErrPassword) works.
func (e *Error) Unwrap() error { return e.Kind }

// Options say how a PDF is read. The zero value reads all pages.
type Options struct {
	// Page tells whether a page, counted from 1, is wanted; nil wants all.
	Page func(int) bool
	// Password opens a locked file.
	Password string
	// Limit is the time that one file may take; 0 is DefaultLimit.
	Limit time.Duration
	// NoTags leaves the structure tree alone, so that the layout alone is read.
	NoTags bool
}

// DefaultLimit is the time that one file may take: a hundred times what the
// longest real document takes.
const DefaultLimit = 60 * time.Second

// Match tells a PDF by its head: the mark stands in the first kilobyte.
func Match(head []byte) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-"))
}

// Read returns the text and blocks of a PDF. The error is an *Error.
func Read(data []byte, o Options) (*block.Text, error) {
	if o.Limit == 0 {
		o.Limit = DefaultLimit
	}
	c, cancel := context.WithTimeout(context.Background(), o.Limit)
	defer cancel()
	type result struct {
		text *block.Text
		err  error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{err: &Error{ErrDamaged, fmt.Sprint(r), "fetch the file anew, or print it to a new PDF"}}
			}
		}()
		t, err := read(c, data, o)
		done <- result{t, err}
	}()
	// All our own loops look at the context; the time added is for a library
	// that does not. Its goroutine is then left behind.
	select {
	case r := <-done:
		return r.text, r.err
	case <-time.After(o.Limit + o.Limit/4):
		return nil, tooSlow(o.Limit)
	}
}

func tooSlow(limit time.Duration) error {
	return &Error{ErrTime, fmt.Sprintf("more than %v", limit), "name the pages that matter with --pages, or print the file to a new PDF"}
}

// withoutConfiguration keeps the library from writing files into the user's
// home folder.
var withoutConfiguration = sync.OnceFunc(func() { model.ConfigPath = "disable" })

func open(c context.Context, data []byte, password string) (*file, error) {
	if n := bytes.Count(data, []byte(" obj")); n > maxObjects {
		return nil, &Error{ErrTooLarge, fmt.Sprintf("%d objects, the limit is %d", n, maxObjects), "split it"}
	}
	withoutConfiguration()
	conf := model.NewDefaultConfiguration()
	conf.UserPW, conf.OwnerPW = password, password
	conf.Cmd = model.EXTRACTCONTENT
	conf.Offline = true
	conf.Limits.MaxObjectCount, conf.Limits.MaxXRefEntries = maxObjects, maxObjects
	conf.Limits.MaxStreamBytes, conf.Limits.MaxDecodeBytes = int64(len(data))+1, maxStream
	conf.Limits.MaxObjectStreamCount = maxObjects
	ctx, err := pdfcpu.ReadWithContext(c, bytes.NewReader(data), conf)
	switch {
	case c.Err() != nil:
		return nil, c.Err()
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		remedy := "open it in a reader and print it to a new PDF without a password"
		return nil, &Error{ErrPassword, "", remedy}
	case err != nil:
		return nil, damaged(err.Error())
	}
	return &file{c: c, ctx: ctx, left: maxInflate, fonts: map[int]*typeface{}}, nil
}

func damaged(detail string) error {
	return &Error{ErrDamaged, detail, "fetch the file anew, or print it to a new PDF"}
}

func read(c context.Context, data []byte, o Options) (*block.Text, error) {
	f, err := open(c, data, o.Password)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, tooSlow(o.Limit)
	}
	if err != nil {
		return nil, err
	}
	catalog, err := f.ctx.Catalog()
	if err != nil {
		return nil, damaged(err.Error())
	}
	leaves, err := f.leaves(catalog["Pages"])
	if err != nil {
		return nil, err
	}
	pages := f.draw(leaves, o.Page)
	if c.Err() != nil {
		return nil, tooSlow(o.Limit)
	}
	if err := readable(pages); err != nil {
		return nil, err
	}
	if f.atLeft, f.fromLeft = f.beginAtLeft(pages); f.fromLeft {
		f.ownNumbers = f.numbersOfSymbols(pages[0])
	}
	var paragraphs []*paragraph
	if !o.NoTags {
		paragraphs = f.tagged(catalog, leaves, pages)
	}
	if paragraphs == nil {
		paragraphs = f.laidOut(pages)
	}
	if c.Err() != nil {
		return nil, tooSlow(o.Limit)
	}
	t := f.set(paragraphs, pages)
	if err := legible(t.Text); err != nil {
		return nil, err
	}
	return t, nil
}

// leaf is a page of the page tree with what it inherits.
type leaf struct {
	dict      types.Dict
	object    int // its object number, 0 where it has none
	resources types.Dict
	box       [4]float64
	rotate    int
}

// leaves walks the page tree. Pages that stand in it twice count once.
func (f *file) leaves(root types.Object) ([]leaf, error) {
	var out []leaf
	seen := map[int]bool{}
	var walk func(o types.Object, inherited leaf, depth int) error
	walk = func(o types.Object, l leaf, depth int) error {
		if n, ok := objectNumber(o); ok {
			if seen[n] {
				return nil
			}
			seen[n], l.object = true, n
		}
		d := f.dict(o)
		if d == nil || depth > maxDepth {
			return nil
		}
		l.dict = d
		if r := f.dict(d["Resources"]); r != nil {
			l.resources = r
		}
		for _, key := range []string{"MediaBox", "CropBox"} {
			if r, ok := f.rect(d[key]); ok {
				l.box = r
			}
		}
		if n, ok := f.integer(d["Rotate"]); ok {
			l.rotate = n
		}
		kids := f.array(d["Kids"])
		if kids == nil {
			if len(out) >= maxPages {
				return &Error{ErrTooLarge, fmt.Sprintf("more than %d pages", maxPages), "split it"}
			}
			out = append(out, l)
			return nil
		}
		for _, k := range kids {
			if err := walk(k, l, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(root, leaf{box: [4]float64{0, 0, 612, 792}}, 0); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, damaged("no pages")
	}
	return out, nil
}

// draw interprets the pages that are wanted; the others stay empty.
func (f *file) draw(leaves []leaf, wanted func(int) bool) []*page {
	pages := make([]*page, len(leaves))
	for i, l := range leaves {
		p := &page{number: i + 1, width: l.box[2] - l.box[0], height: l.box[3] - l.box[1]}
		pages[i] = p
		if wanted != nil && !wanted(i+1) || f.c.Err() != nil {
			continue
		}
		base := matrix{a: 1, d: 1, e: -l.box[0], f: -l.box[1]}
		switch (l.rotate%360 + 360) % 360 {
		case 90:
			base = base.times(matrix{b: -1, c: 1, f: p.width})
			p.width, p.height = p.height, p.width
		case 180:
			base = base.times(matrix{a: -1, d: -1, e: p.width, f: p.height})
		case 270:
			base = base.times(matrix{b: 1, c: -1, e: p.height})
			p.width, p.height = p.height, p.width
		}
		f.interpret(p, l.dict, l.resources, base)
		f.link(p, l.dict, base)
		p.settle()
	}
	return pages
}

// settle turns a page whose text runs sideways upright, and gives back the
// memory that its glyphs do not need.
func (p *page) settle() {
	var count [5]int
	for i := range p.glyphs {
		count[p.glyphs[i].turn]++
	}
	most := 0
	for t := range 4 {
		if count[t] > count[most] {
			most = t
		}
	}
	if most != 0 {
		p.turnBack(uint8(most))
	}
	p.glyphs = append(make([]glyph, 0, len(p.glyphs)), p.glyphs...)
}

// turnBack turns the page by as many quarters as its text is turned.
func (p *page) turnBack(quarters uint8) {
	w, h := float32(p.width), float32(p.height)
	for i := range p.glyphs {
		g := &p.glyphs[i]
		switch quarters {
		case 1:
			g.x, g.y = g.y, w-g.x
		case 2:
			g.x, g.y = w-g.x, h-g.y
		case 3:
			g.x, g.y = h-g.y, g.x
		}
		if g.turn < 4 {
			g.turn = (g.turn + 4 - quarters) % 4
		}
	}
	if quarters%2 == 1 {
		p.width, p.height = p.height, p.width
	}
}
