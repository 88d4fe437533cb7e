package web

import (
	"errors"
	"strings"
	"testing"

	"uncite/extract/internal/block"
)

func TestMHTML(t *testing.T) {
	wrap := func(parts string) string {
		return "From: <Saved by a browser>\r\nSubject: Resolution 71/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n\r\n" +
			strings.ReplaceAll(parts, "\n", "\r\n")
	}
	for _, c := range []struct{ why, in, want string }{
		{"the page is text, its head and its pictures are none", wrap("----b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n" +
			"----b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://undocs.org/A/RES/70/1\n\n<p>La r=C3=A9solution 64/2=\n92</p>\n----b--\n"), "plain La résolution 64/292\n"},
		{"the head of a part states its encoding", wrap("----b\nContent-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64\n\nPHA+8OXn7uv+9uj/PC9wPg==\n----b--\n"), "plain резолюция\n"},
		{"a message within a message", wrap("----b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nno\n--c\nContent-Type: text/html\n\n<p>yes</p>\n--c--\n----b--\n"), "plain yes\n"},
		{"a file that is cut off gives what there is", wrap("----b\nContent-Type: text/html\n\n<p>whole</p>\n<p>hal"), "plain whole\nplain hal\n"},
	} {
		if !IsMHTML([]byte(c.in)) {
			t.Errorf("%s: not told as a message", c.why)
		}
		got, err := MHTML([]byte(c.in))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: %v, %q, want %q", c.why, err, show(got), c.want)
		}
	}
	var e *block.Error
	if _, err := MHTML([]byte(wrap("----b\nContent-Type: text/plain\n\nno\n----b--\n"))); !errors.As(err, &e) || e.Remedy == "" {
		t.Errorf("without a page: %v", err)
	}
	for _, prose := range []string{"Subject: MIME-Version: 1.0", "A/75/1: the MIME-Version: 1.0 of it", "Note:\n\nMIME-Version: 1.0"} {
		if IsMHTML([]byte(prose)) {
			t.Errorf("%q is told as a message", prose)
		}
	}
}

func FuzzMHTML(f *testing.F) {
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>a=20b\n--b--\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		IsMHTML(data)
		_, _ = MHTML(data)
	})
}
