package office

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"

	"uncite/extract/internal/block"
)

// compound is a file of streams, the container of Office documents before
// 2007 ([MS-CFB]).
type compound struct {
	data   []byte
	size   int      // of a sector
	fat    []uint32 // the sector that follows each
	mini   []uint32 // the same for the small sectors
	small  []byte   // the stream that holds the small sectors
	cutoff uint32   // streams below this size are in small sectors
	dir    []byte
}

const (
	endOfChain  = 0xFFFFFFFE
	maxSector   = 0xFFFFFFFA
	smallSector = 64
	dirEntry    = 128
)

var compoundMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// IsCompound reports whether data begins as Office files before 2007 do.
func IsCompound(head []byte) bool { return bytes.HasPrefix(head, compoundMagic) }

func openCompound(data []byte) (*compound, error) {
	damaged := block.Damaged("the file of streams is damaged or cut off")
	if len(data) < 512 || !IsCompound(data) {
		return nil, damaged
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, damaged
	}
	c := &compound{data: data, size: 1 << shift, cutoff: binary.LittleEndian.Uint32(data[56:])}
	c.readFAT()
	c.dir = c.chain(binary.LittleEndian.Uint32(data[48:]), len(data))
	c.mini = append(c.mini, numbers(c.chain(binary.LittleEndian.Uint32(data[60:]), len(data)))...)
	if len(c.dir) < dirEntry {
		return nil, damaged
	}
	c.small = c.chain(binary.LittleEndian.Uint32(c.dir[116:]), int(binary.LittleEndian.Uint32(c.dir[120:])))
	return c, nil
}

// readFAT reads the table of sectors; its own sectors are listed in the header
// and in a chain behind it.
func (c *compound) readFAT() {
	list := numbers(c.data[76:512])
	next := binary.LittleEndian.Uint32(c.data[68:])
	for range len(c.data) / c.size {
		s := c.sector(next)
		if next > maxSector || s == nil {
			break
		}
		n := numbers(s)
		list = append(list, n[:len(n)-1]...)
		next = n[len(n)-1]
	}
	for _, at := range list {
		if at <= maxSector {
			if s := c.sector(at); s != nil && len(c.fat) <= len(c.data)/c.size+c.size {
				c.fat = append(c.fat, numbers(s)...)
			}
		}
	}
}

// sector returns a sector, cut off where the file is, nil beyond its end.
func (c *compound) sector(n uint32) []byte {
	start := (int64(n) + 1) * int64(c.size)
	if n > maxSector || start+int64(c.size) > int64(len(c.data)) {
		return nil
	}
	return c.data[start : start+int64(c.size)]
}

// chain returns the bytes of a chain of sectors, at most limit.
func (c *compound) chain(at uint32, limit int) []byte {
	var out []byte
	for range len(c.fat) + 1 {
		s := c.sector(at)
		if s == nil || len(out) >= limit {
			break
		}
		out = append(out, s...)
		if int(at) >= len(c.fat) {
			break
		}
		at = c.fat[at]
	}
	return out[:min(len(out), max(0, limit))]
}

// stream returns the stream of that name, nil where there is none.
func (c *compound) stream(name string) []byte {
	for e := c.dir; len(e) >= dirEntry; e = e[dirEntry:] {
		n := int(binary.LittleEndian.Uint16(e[64:]))
		if n < 2 || n > 64 || e[66] != 2 || utf16String(e[:n-2]) != name {
			continue
		}
		start, size := binary.LittleEndian.Uint32(e[116:]), binary.LittleEndian.Uint32(e[120:])
		if size >= c.cutoff {
			return c.chain(start, int(size))
		}
		var out []byte
		for range len(c.mini) + 1 {
			at := int64(start) * smallSector
			if start > maxSector || at+smallSector > int64(len(c.small)) || len(out) >= int(size) {
				break
			}
			out = append(out, c.small[at:at+smallSector]...)
			if int(start) >= len(c.mini) {
				break
			}
			start = c.mini[start]
		}
		return out[:min(len(out), int(size))]
	}
	return nil
}

func numbers(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out
}

func utf16String(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
