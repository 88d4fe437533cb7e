package csr

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strconv"
	"sync"
)

// MaxNode is the largest node number that ReadEdgeList accepts, so that a
// damaged line does not ask for all memory there is.
const MaxNode = 1<<26 - 1

// ReadEdgeList reads a graph as lines of two node numbers and, where there is
// one, a weight, separated by blanks. Empty lines and lines that begin with #
// or % are skipped. The number of nodes is one more than the largest number.
// An error names the line.
func ReadEdgeList(r io.Reader, opts ...Option) (*Graph, error) {
	pieces, err := parsePieces(r)
	if err != nil {
		return nil, err
	}
	arcs, nodes, weighted := 0, 0, false
	for _, p := range pieces {
		arcs += len(p.from)
		nodes = max(nodes, p.nodes)
		weighted = weighted || p.weight != nil
	}
	if uint64(arcs) > math.MaxUint32 {
		return nil, fmt.Errorf("%d arcs are more than %d", arcs, math.MaxUint32)
	}
	lists := make([]arcList, len(pieces))
	for i, p := range pieces {
		lists[i] = arcList{from: p.from, to: p.to}
		if weighted {
			lists[i].weight = p.weights()
		}
	}
	return build(nodes, lists, weighted, slices.Contains(opts, KeepLoops)), nil
}

// piece is a run of whole lines, and the arcs in it.
type piece struct {
	text     []byte
	from, to []uint32
	weight   []float64 // nil while all of them are 1
	nodes    int
	lines    int
	err      error // in line lines, counted from 1
}

const pieceBytes = 1 << 20

// parsePieces cuts the input at line ends and parses the pieces in parallel.
func parsePieces(r io.Reader) ([]*piece, error) {
	var pieces []*piece
	var wg sync.WaitGroup
	slots := make(chan []byte, runtime.GOMAXPROCS(0)+1)
	for range cap(slots) {
		slots <- make([]byte, pieceBytes)
	}
	var rest []byte
	var readErr error
	for readErr == nil {
		buf := append((<-slots)[:0], rest...)
		buf, readErr = fill(r, buf)
		end := len(buf)
		if readErr == nil {
			end = bytes.LastIndexByte(buf, '\n') + 1
		}
		rest = bytes.Clone(buf[end:])
		p := &piece{text: buf[:end]}
		pieces = append(pieces, p)
		wg.Go(func() {
			p.parse()
			slots <- p.text[:cap(p.text)]
			p.text = nil
		})
	}
	wg.Wait()
	if !errors.Is(readErr, io.EOF) {
		return nil, readErr
	}
	return pieces, firstError(pieces)
}

// fill reads until buf is full or the input ends.
func fill(r io.Reader, buf []byte) ([]byte, error) {
	if len(buf) == cap(buf) {
		return nil, fmt.Errorf("a line of more than %d bytes", pieceBytes)
	}
	n, err := io.ReadFull(r, buf[len(buf):cap(buf)])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return buf[:len(buf)+n], err
}

func firstError(pieces []*piece) error {
	line := 0
	for _, p := range pieces {
		if p.err != nil {
			return fmt.Errorf("line %d: %w", line+p.lines, p.err)
		}
		line += p.lines
	}
	return nil
}

func (p *piece) parse() {
	p.from, p.to = make([]uint32, 0, len(p.text)/12), make([]uint32, 0, len(p.text)/12)
	for text := p.text; len(text) > 0 && p.err == nil; {
		p.lines++
		if u, v, n := plainArc(text); n > 0 && p.weight == nil {
			p.from, p.to = append(p.from, u), append(p.to, v)
			p.nodes = max(p.nodes, int(u)+1, int(v)+1)
			text = text[n:]
			continue
		}
		var u, v uint32
		n := blanks(text)
		if n == len(text) || text[n] == '\n' || text[n] == '#' || text[n] == '%' {
			text = afterLine(text)
			continue
		}
		text = text[n:]
		if u, text, p.err = p.node(text); p.err != nil {
			return
		}
		if v, text, p.err = p.node(text[blanks(text):]); p.err != nil {
			return
		}
		p.from, p.to = append(p.from, u), append(p.to, v)
		n = blanks(text)
		if text = text[n:]; len(text) == 0 || text[0] == '\n' {
			text = text[min(1, len(text)):]
			if p.weight != nil {
				p.weight = append(p.weight, 1)
			}
			continue
		}
		text = p.parseWeight(text, n)
	}
}

// plainArc reads the line of an arc that text begins with, two numbers with one blank
// between, and returns its length; 0 for a line that is written otherwise.
func plainArc(text []byte) (u, v uint32, n int) {
	const digits = 8
	u, n = digitsOf(text)
	if n == 0 || n > digits || n == len(text) || text[n] != ' ' && text[n] != '\t' {
		return 0, 0, 0
	}
	n++
	v, m := digitsOf(text[n:])
	if n += m; m == 0 || m > digits || n == len(text) || text[n] != '\n' || u > MaxNode || v > MaxNode {
		return 0, 0, 0
	}
	return u, v, n + 1
}

// digitsOf reads the number that text begins with, as far as a line of an arc has one.
func digitsOf(text []byte) (u uint32, n int) {
	for n < len(text) {
		d := uint32(text[n]) - '0'
		if d > 9 {
			break
		}
		u = 10*u + d
		n++
	}
	return u, n
}

func blanks(text []byte) int {
	n := 0
	for n < len(text) && (text[n] == ' ' || text[n] == '\t' || text[n] == '\r') {
		n++
	}
	return n
}

func afterLine(text []byte) []byte {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return text[i+1:]
	}
	return nil
}

func (p *piece) node(text []byte) (uint32, []byte, error) {
	u, n := uint32(0), 0
	for n < len(text) && n < 9 && text[n]-'0' < 10 {
		u = u*10 + uint32(text[n]-'0')
		n++
	}
	if n == 0 || n < len(text) && text[n]-'0' < 10 || u > MaxNode {
		word, _, _ := bytes.Cut(text[:min(len(text), 40)], []byte("\n"))
		return 0, nil, fmt.Errorf("%q does not begin with a node number from 0 to %d", word, MaxNode)
	}
	p.nodes = max(p.nodes, int(u)+1)
	return u, text[n:], nil
}

// parseWeight reads the weight of the last arc, which stands after so many
// blanks.
func (p *piece) parseWeight(text []byte, blanks int) []byte {
	word, _, _ := bytes.Cut(text, []byte("\n"))
	w, err := strconv.ParseFloat(string(bytes.TrimSpace(word)), 64)
	if err != nil || blanks == 0 || !(w >= 0) || math.IsInf(w, 1) {
		p.err = fmt.Errorf("%.40q is not a weight of 0 or more", word)
		return nil
	}
	p.weight = append(p.weights()[:len(p.from)-1], w)
	return afterLine(text)
}

// weights are the weights of all arcs of the piece.
func (p *piece) weights() []float64 {
	for len(p.weight) < len(p.from) {
		p.weight = append(p.weight, 1)
	}
	return p.weight
}
