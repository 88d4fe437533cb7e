package extract

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"uncite/extract/internal/read"
)

// Lines are the lines of a references file that can be read again: a regular file,
// packed or not, and no pipe.
type Lines struct {
	source string
	open   func() (io.ReadCloser, error)
}

// At returns the references whose lines begin at the offsets that Result.Offset told.
// The offsets ascend. Of a file that is not packed only these lines are read; a packed
// one is unpacked up to the last of them.
func (l *Lines) At(offsets []int64) ([]Reference, error) {
	file, err := l.open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	refs := make([]Reference, len(offsets))
	seeker, _ := file.(io.Seeker)
	lines := bufio.NewReader(file)
	var at int64
	for i, offset := range offsets {
		switch {
		case offset < at:
			return nil, fmt.Errorf("%s: offset %d is asked for after %d", l.source, offset, at)
		case seeker != nil && offset-at > int64(lines.Size()):
			if _, err := seeker.Seek(offset, io.SeekStart); err != nil {
				return nil, err
			}
			lines.Reset(file)
		default:
			if err := skip(lines, offset-at); err != nil {
				return nil, l.changed(err)
			}
		}
		line, err := readLine(lines)
		if err != nil {
			return nil, l.changed(err)
		}
		at = offset + int64(len(line))
		if err := readReference(string(bytes.TrimRight(line, "\r\n")), &refs[i]); err != nil {
			return nil, l.changed(err)
		}
	}
	return refs, nil
}

func (l *Lines) changed(err error) error {
	return fmt.Errorf("%s has changed while it was being used (%w); run the command again", l.source, err)
}

// skip reads on by so many bytes.
func skip(r *bufio.Reader, n int64) error {
	_, err := io.CopyN(io.Discard, r, n)
	return err
}

// readLine reads a line with its end, which the last one may lack.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err == nil, errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		case len(line) > read.MaxBytes:
			return nil, errors.New("a line is longer than 256 MB")
		}
	}
}
