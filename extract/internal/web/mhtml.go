package web

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"uncite/extract/internal/block"
	"uncite/extract/internal/pattern"
)

// message finds the head of a message that says of itself that it is one, which is how
// browsers save a page with its pictures in one file.
var message = pattern.Lazy(`(?i)^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:\s*1\.0`)

// IsMHTML reports whether a file that begins so is a page with all its parts in one message.
func IsMHTML(head []byte) bool {
	head = bytes.TrimLeft(head, "\r\n")
	at := bytes.IndexByte(head, ':')
	return at > 0 && at < 64 && message().Match(head)
}

// maxMessages bounds the messages within messages.
const maxMessages = 4

// MHTML reads the page that a message holds: its first part that is one. Pictures,
// sheets of style and the frames of the page are no text.
func MHTML(data []byte) (block.Text, error) {
	page, charset := pageOf(bytes.TrimLeft(data, "\r\n"), maxMessages)
	if len(bytes.TrimSpace(page)) == 0 {
		return block.Text{}, &block.Error{Detail: "the message has no page in it", Remedy: "save the page as HTML"}
	}
	return htmlOf(page, cmp.Or(charset, declaredIn(page)))
}

// pageOf returns the first page of a message and the encoding that its head states.
func pageOf(data []byte, depth int) (page []byte, charset string) {
	r := bufio.NewReader(bytes.NewReader(data))
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil && len(head) == 0 {
		return nil, ""
	}
	return bodyOf(head, r, depth)
}

// bodyOf returns the first page of a body under its head. What is cut off gives what there is.
func bodyOf(head textproto.MIMEHeader, body io.Reader, depth int) (page []byte, charset string) {
	kind, parameters, _ := mime.ParseMediaType(head.Get("Content-Type"))
	switch {
	case strings.HasPrefix(kind, "multipart/") && parameters["boundary"] != "" && depth > 0:
		parts := multipart.NewReader(body, parameters["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err != nil {
				return nil, ""
			}
			if page, charset = bodyOf(part.Header, part, depth-1); page != nil {
				return page, charset
			}
		}
	case kind == "text/html", kind == "application/xhtml+xml":
		page, _ = io.ReadAll(decoded(body, head.Get("Content-Transfer-Encoding")))
		return page, parameters["charset"]
	}
	return nil, ""
}

// decoded undoes the encoding in which a part travels.
func decoded(body io.Reader, how string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(how)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
