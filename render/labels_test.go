package render

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// overlaps counts the pairs of words of a picture that share room, as the browser
// sets them, and the words that reach beyond the picture. A pair of lines of one
// label stands as close as its lines do, so that two pixels are no overlap.
const overlapsOnPage = `(() => {
  const page = document.querySelector('svg').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('text')].map(t => ({b: t.getBoundingClientRect(), s: t.textContent})).filter(x => x.b.width > 0);
  const bad = [];
  const room = 2;
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i].b;
    if (a.left < page.left - room || a.right > page.right + room || a.top < page.top - room || a.bottom > page.bottom + room) bad.push('cut: ' + boxes[i].s);
    for (let j = i + 1; j < boxes.length; j++) {
      const b = boxes[j].b;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > room && high > Math.min(a.height, b.height) * .4) bad.push(boxes[i].s + ' / ' + boxes[j].s);
    }
  }
  return bad.join('\n');
})()`

// No two labels overlap and none is cut, in ten random selections of up to 150
// nodes, down the years and across in English and Arabic, as a browser sets them with the
// fonts that it has.
func TestLabelsInBrowser(t *testing.T) {
	b := startBrowser(t)
	for seed := range uint64(10) {
		n := []int{20, 40, 50, 75, 100, 120, 150}[seed%7]
		for k, m := range []*Map{generated(n, seed+1), sideways(generated(n, seed+1), "en"), sideways(generated(n, seed+1), "ar")} {
			var out bytes.Buffer
			if err := writeSVG(context.Background(), &out, m); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), fmt.Sprintf("map%d-%d.svg", seed, k))
			if err := os.WriteFile(path, out.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			b.open(path, "", "document.readyState === 'complete' && document.querySelector('svg') !== null")
			if words, _ := b.eval("document.querySelectorAll('text').length").(float64); words < float64(n) {
				t.Errorf("%d nodes, seed %d: only %g words are there", n, seed+1, words)
			}
			if bad, _ := b.eval(overlapsOnPage).(string); bad != "" {
				t.Errorf("%d nodes, seed %d, %s %s:\n%s", n, seed+1, m.Look.Time, m.Lang, bad)
			}
		}
	}
}
