package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func zipped(t testing.TB, names ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, NonUTF8: strings.ContainsRune(name, 0xFFFD) || !isASCII(name)})
		if err == nil {
			_, err = io.WriteString(f, "words of "+name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7F }) < 0
}

func gzipped(t testing.TB, data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWalkZip(t *testing.T) {
	data := zipped(t, "b/2.txt", "a.txt", ".hidden/x", "__MACOSX/a.txt", "../../out.txt", `w\in.txt`, "es\x1Bcape.txt", "\xEF\xE8\xF1\xFC\xEC\xEE \xE4\xE5\xEB\xE5\xE3\xE0\xF2\xE0.txt")
	var names []string
	err := WalkZip(bytes.NewReader(data), int64(len(data)), 1<<20, func(name string, data []byte, err error) error {
		if err != nil || !strings.HasPrefix(string(data), "words of ") {
			t.Errorf("%s: %v %q", name, err, data)
		}
		names = append(names, name)
		return nil
	})
	want := []string{"b/2.txt", "a.txt", "out.txt", "w/in.txt", "es\uFFFDcape.txt", "письмо делегата.txt"}
	if err != nil || !slices.Equal(names, want) {
		t.Errorf("%v: %q", err, names)
	}
}

func TestWalkTar(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range []string{"a/1.txt", "a/.2.txt"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Size: 5, Mode: 0o644, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("words")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.WriteHeader(&tar.Header{Name: "link", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if KindOf(b.Bytes()) != Tar {
		t.Error("not told as tar")
	}
	var names []string
	err := WalkTar(bytes.NewReader(b.Bytes()), 1<<20, func(name string, data []byte, err error) error {
		names = append(names, name+":"+string(data))
		return err
	})
	if err != nil || !slices.Equal(names, []string{"a/1.txt:words"}) {
		t.Errorf("%v: %q", err, names)
	}
	if err := WalkTar(bytes.NewReader(b.Bytes()[:514]), 1<<20, func(_ string, _ []byte, err error) error { return err }); err == nil {
		t.Error("a tar file that is cut off has no error")
	}
}

func TestUnpack(t *testing.T) {
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	for kind, packed := range map[Kind][]byte{Gzip: gzipped(t, []byte("words")), Zstd: enc.EncodeAll([]byte("words"), nil)} {
		if got := KindOf(packed); got != kind {
			t.Errorf("kind %d told as %d", kind, got)
		}
		r, err := Unpack(kind, bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != "words" {
			t.Errorf("kind %d: %q %v", kind, got, err)
		}
		r.Close()
	}
}

// TestBombs holds what comes out in bounds of what went in.
func TestBombs(t *testing.T) {
	zeros := make([]byte, FreeBytes+1<<20)
	packed := gzipped(t, zeros)
	r, err := Unpack(Gzip, bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := io.Copy(io.Discard, r); !errors.Is(err, ErrBomb) || n > FreeBytes+1<<20 {
		t.Errorf("%d bytes made %d: %v", len(packed), n, err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, _ := w.Create("zeros")
	f.Write(zeros)
	w.Close()
	_ = WalkZip(bytes.NewReader(b.Bytes()), int64(b.Len()), 1<<30, func(name string, data []byte, err error) error {
		if !errors.Is(err, ErrBomb) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
		return nil
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(zipped(f, "a.txt"))
	f.Add(gzipped(f, []byte("words")))
	f.Fuzz(func(t *testing.T, data []byte) {
		skip := func(string, []byte, error) error { return nil }
		switch kind := KindOf(data); {
		case kind == Zip:
			_ = WalkZip(bytes.NewReader(data), int64(len(data)), 1<<20, skip)
		case kind.Stream():
			if r, err := Unpack(kind, bytes.NewReader(data)); err == nil {
				_, _ = io.Copy(io.Discard, io.LimitReader(r, 1<<20))
				r.Close()
			}
		default:
			_ = WalkTar(bytes.NewReader(data), 1<<20, skip)
		}
	})
}
