package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"
)

// converter is the program that makes PDF and PNG of a picture: that of librsvg,
// which sets all scripts and writes PDF with text that can be searched. No Go
// library that was tried sets Arabic and Chinese as well.
const converter = "rsvg-convert"

// pngZoom is the scale of a PNG: two dots a pixel of the picture.
const pngZoom = 2.0

// writePDF writes the picture of writeSVG as PDF.
func writePDF(ctx context.Context, w io.Writer, m *Map) error {
	if m.Engine != "" {
		return runGraphviz(ctx, w, m, m.Engine, "pdf")
	}
	return convertMap(ctx, w, m, "--format=pdf")
}

// writePNG writes the picture of writeSVG as PNG, at twice its size in pixels.
func writePNG(ctx context.Context, w io.Writer, m *Map) error {
	if m.Engine != "" {
		return runGraphviz(ctx, w, m, m.Engine, "png")
	}
	zoom := pngZoom
	if m.Look.Page != "" {
		zoom *= 1.5 // a point of a page is 4/3 of a pixel: 288 dots an inch
	}
	return convertMap(ctx, w, m, "--format=png", fmt.Sprintf("--zoom=%g", zoom))
}

func convertMap(ctx context.Context, w io.Writer, m *Map, args ...string) error {
	if _, err := exec.LookPath(converter); err != nil {
		return fmt.Errorf("the program %s, which makes PDF and PNG of the picture, is not installed: install librsvg "+
			"(Debian librsvg2-bin, Homebrew librsvg), write svg, or draw by Graphviz with --engine dot", converter)
	}
	var source bytes.Buffer
	if err := writeSVG(ctx, &source, m); err != nil {
		return err
	}
	return convert(ctx, w, &source, args...)
}

// converterTimeout bounds one run of the converter.
const converterTimeout = time.Minute

// convert sends an SVG through the converter and writes what comes out only if
// the run succeeds.
func convert(ctx context.Context, w io.Writer, source io.Reader, args ...string) error {
	limited, cancel := context.WithTimeout(ctx, converterTimeout)
	defer cancel()
	var out, complaint bytes.Buffer
	cmd := exec.CommandContext(limited, converter, append(args, "--unlimited")...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = source, &out, &complaint
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(limited.Err(), context.DeadlineExceeded):
			return fmt.Errorf("%s was stopped after %v: write svg, or fewer nodes (--top)", converter, converterTimeout)
		}
		return fmt.Errorf("%s: %w: %s", converter, err, plain(complaint.String()))
	}
	_, err := w.Write(markPDF(out.Bytes()))
	return err
}

// ownPDF stand for the bytes above 127 in the second line of a PDF, which may be any
// four and say that it is no text: by them extract knows a picture from a document.
const ownPDF = "\xF5\xEE\xE3\xE9"

// markPDF gives a PDF ownPDF, in place; what is none, or has no such line, stays.
func markPDF(data []byte) []byte {
	head := data[:min(len(data), 20)]
	if at := bytes.Index(head, []byte("\n%")); at > 0 && bytes.HasPrefix(head, []byte("%PDF-")) && at+2+len(ownPDF) < len(head) && head[at+2] > 127 {
		copy(head[at+2:], ownPDF)
	}
	return data
}
