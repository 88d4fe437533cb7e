package main

import (
	"io"
	"os"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how far long work has come. It is silent where standard
// error is no terminal, and for work of less than a second.
type progress struct {
	what    string
	out     *os.File
	started time.Time
	bars    *mpb.Progress
	bar     *mpb.Bar
	last    string
}

func newProgress(out io.Writer, what string) *progress {
	p := &progress{what: what, started: time.Now()}
	if f, ok := out.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.out = f
		}
	}
	return p
}

// visible starts the bar once the work has proved long.
func (p *progress) visible() bool {
	if p.out == nil || time.Since(p.started) < time.Second {
		return false
	}
	if p.bars == nil {
		p.bars = mpb.New(mpb.WithOutput(p.out), mpb.WithWidth(40))
		p.bar = p.bars.AddBar(0,
			mpb.PrependDecorators(decor.Name(p.what+" "), decor.CurrentNoUnit("%d ")),
			mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return p.last })))
	}
	return true
}

// step counts one input.
func (p *progress) step(name string) {
	p.last = name
	if p.visible() {
		p.bar.Increment()
	}
}

// at sets work done of work there is.
func (p *progress) at(done, total int) {
	if p.visible() {
		p.bar.SetTotal(int64(total), false)
		p.bar.SetCurrent(int64(done))
	}
}

// done takes the bar away.
func (p *progress) done() {
	if p.bars != nil {
		p.bar.Abort(true)
		p.bars.Wait()
	}
}
