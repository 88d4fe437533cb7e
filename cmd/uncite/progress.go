package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"uncite/render"
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
	reading *workAhead // of the reading of files; nil for other work
}

// workAhead is what is known of files to be read, and how far it has come.
type workAhead struct {
	mu               sync.Mutex // the bar is drawn beside the work
	files, done      int
	bytes, doneBytes int64
	errors           int
}

// ahead tells what there is to be read.
func (p *progress) ahead(files int, bytes int64) {
	p.reading = &workAhead{files: files, bytes: bytes}
}

// read counts one input of so many bytes, and whether it could be read.
func (p *progress) read(name string, bytes int64, failed bool) {
	p.last = name
	w := p.reading
	w.mu.Lock()
	w.done++
	w.doneBytes += bytes
	if failed {
		w.errors++
	}
	total, done := w.bytes, w.doneBytes
	w.mu.Unlock()
	if p.visible() {
		p.bar.SetTotal(total, false)
		p.bar.SetCurrent(done)
	}
}

// describe says how far the work has come after a time: files and bytes done
// of all, the rate, the time left at that rate, and the errors so far.
func (w *workAhead) describe(elapsed time.Duration) string {
	const mega = 1e6
	w.mu.Lock()
	defer w.mu.Unlock()
	s := fmt.Sprintf("%d of %d files, %.1f of %.1f MB", w.done, w.files, float64(w.doneBytes)/mega, float64(w.bytes)/mega)
	if seconds := elapsed.Seconds(); seconds > 0 && w.doneBytes > 0 {
		rate := float64(w.doneBytes) / seconds
		left := time.Duration(float64(max(0, w.bytes-w.doneBytes)) / rate * float64(time.Second))
		s += fmt.Sprintf(", %.1f MB/s, %v left", rate/mega, left.Round(time.Second))
	}
	if w.errors > 0 {
		s += fmt.Sprintf(", errors: %d", w.errors)
	}
	return s
}

func newProgress(out io.Writer, what string) *progress {
	p := &progress{what: what, started: time.Now()}
	if f := terminalOf(out); f != nil && isTerminal(f) {
		p.out = f
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
		count := decor.CurrentNoUnit("%d ")
		if p.reading != nil {
			count = decor.Any(func(decor.Statistics) string { return p.reading.describe(time.Since(p.started)) + " " })
		}
		p.bar = p.bars.AddBar(0,
			mpb.PrependDecorators(decor.Name(p.what+" "), count),
			mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return render.Inert(p.last) })))
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
