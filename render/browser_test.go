package render

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// browser drives a headless Chromium over its debugging pipe: one JSON message
// after the other, each with a zero byte behind it.
type browser struct {
	t       *testing.T
	to      *os.File
	session string
	mu      sync.Mutex
	next    int
	answers map[int]chan cdpMessage
	// events are what the page did: requests, console messages, exceptions.
	events []cdpMessage
}

type cdpMessage struct {
	ID     int             `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
	Session string `json:"sessionId,omitempty"`
}

// startBrowser opens an empty page, or skips the test where there is no Chromium.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	if os.Getenv("UNCITE_BROWSER") == "" && os.Getenv("UNCITE_REQUIRE_TOOLS") == "" {
		t.Skip("set UNCITE_BROWSER=1 to open the page in a browser, which takes a while")
	}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium here to open the page in")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	cmd := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	inRead, inWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	outRead, outWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.ExtraFiles = []*os.File{inRead, outWrite} // descriptors 3 and 4 of the browser
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inRead.Close()
	outWrite.Close()
	b := &browser{t: t, to: inWrite, answers: map[int]chan cdpMessage{}}
	go b.listen(outRead)
	t.Cleanup(func() {
		b.call("Browser.close", nil)
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
		}
		cancel()
		time.Sleep(100 * time.Millisecond) // the browser's helpers leave its folder
	})
	var target struct{ TargetID string }
	b.must("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.must("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Network", "Log"} {
		b.must(domain+".enable", nil, nil)
	}
	return b
}

func (b *browser) listen(from *os.File) {
	r := bufio.NewReaderSize(from, 1<<20)
	for {
		line, err := r.ReadBytes(0)
		if err != nil {
			return
		}
		var m cdpMessage
		if json.Unmarshal(line[:len(line)-1], &m) != nil {
			continue
		}
		b.mu.Lock()
		if m.ID != 0 {
			b.answers[m.ID] <- m
			delete(b.answers, m.ID)
		} else {
			b.events = append(b.events, m)
		}
		b.mu.Unlock()
	}
}

func (b *browser) call(method string, params any) (cdpMessage, error) {
	b.mu.Lock()
	b.next++
	id, answer := b.next, make(chan cdpMessage, 1)
	b.answers[id] = answer
	b.mu.Unlock()
	raw, err := json.Marshal(params)
	if err != nil {
		return cdpMessage{}, err
	}
	if params == nil {
		raw = []byte("{}")
	}
	line, err := json.Marshal(cdpMessage{ID: id, Method: method, Params: raw, Session: b.session})
	if err != nil {
		return cdpMessage{}, err
	}
	if _, err := b.to.Write(append(line, 0)); err != nil {
		return cdpMessage{}, err
	}
	select {
	case m := <-answer:
		if m.Error != nil {
			return m, fmt.Errorf("%s: %s", method, m.Error.Message)
		}
		return m, nil
	case <-time.After(90 * time.Second):
		return cdpMessage{}, fmt.Errorf("%s: no answer", method)
	}
}

func (b *browser) must(method string, params any, into any) {
	b.t.Helper()
	m, err := b.call(method, params)
	if err == nil && into != nil {
		err = json.Unmarshal(m.Result, into)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// open shows a file and waits until ready, an expression of the page, is true.
func (b *browser) open(path, fragment, ready string) {
	b.t.Helper()
	b.must("Page.navigate", map[string]any{"url": "about:blank"}, nil)
	b.must("Page.navigate", map[string]any{"url": "file://" + path + fragment}, nil)
	for range 600 {
		if v, err := b.try(ready); err == nil && v == true {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatalf("%s never became ready; the page did %s", path, b.did())
}

// try evaluates an expression, awaits it, and returns its value.
func (b *browser) try(expression string) (any, error) {
	m, err := b.call("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true})
	if err != nil {
		return nil, err
	}
	var res struct {
		Result           struct{ Value any }
		ExceptionDetails *struct {
			Exception struct{ Description string }
		}
	}
	if err := json.Unmarshal(m.Result, &res); err != nil {
		return nil, err
	}
	if res.ExceptionDetails != nil {
		return nil, fmt.Errorf("%s: %s", expression, res.ExceptionDetails.Exception.Description)
	}
	return res.Result.Value, nil
}

func (b *browser) eval(expression string) any {
	b.t.Helper()
	v, err := b.try(expression)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// size sets the window, and dark the scheme that the page asks for.
func (b *browser) size(width, height int, dark bool) {
	b.t.Helper()
	b.must("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.must("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// shot saves a picture of the page in the folder that UNCITE_SHOTS names, for
// whoever wants to look.
func (b *browser) shot(name string) {
	dir := os.Getenv("UNCITE_SHOTS")
	if dir == "" {
		return
	}
	var out struct{ Data string }
	b.must("Page.captureScreenshot", map[string]any{"format": "png"}, &out)
	png, err := base64.StdEncoding.DecodeString(out.Data)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644)
	}
	if err != nil {
		b.t.Error(err)
	}
}

// did lists what a page must not do: requests beyond the file itself, messages on
// the console, exceptions.
func (b *browser) did() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var bad []string
	for _, e := range b.events {
		switch e.Method {
		case "Network.requestWillBeSent":
			var p struct{ Request struct{ URL string } }
			_ = json.Unmarshal(e.Params, &p)
			if u := p.Request.URL; !strings.HasPrefix(u, "file://") && !strings.HasPrefix(u, "about:") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") {
				bad = append(bad, "request of "+u)
			}
		case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
			bad = append(bad, e.Method+" "+string(e.Params))
		}
	}
	return strings.Join(bad, "\n")
}
