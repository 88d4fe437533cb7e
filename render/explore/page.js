'use strict';
// The page of a citation map: state -> what is visible -> what is drawn. While the
// view moves, the last picture is moved as it is; the whole is drawn at rest. Of
// many thousand edges only the strongest of each node are drawn, and all of the
// node in focus. The table beside the canvas says the same to whoever cannot see it.
const $ = id => document.getElementById(id);
const make = (tag, attributes, ...children) => {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes || {})) {
    if (k.startsWith('on')) e.addEventListener(k.slice(2), v);
    else if (v !== undefined && v !== null && v !== false) e.setAttribute(k, v === true ? '' : v);
  }
  e.append(...children.filter(c => c !== null && c !== undefined));
  return e;
};

let D; // the data, as written by html.go
let out, inn; // rows of edges by node: {start, list}
let visible, shownEdges = [], order = [], rank = {};
const state = {q: '', kinds: null, body: '', tone: '', group: '', from: 0, to: 0, hand: '', color: 'kind', size: '', layout: 'ties', focus: -1, sort: '', down: true};
const view = {x: 0, y: 0, k: 1}; // centre in map units, pixels a unit
let rows = 100, hover = -1, matches = null;
const W = name => D.words[name] || name;
const canvas = $('map'), ctx = canvas.getContext('2d');

async function load() {
  const packed = atob($('data').textContent.trim());
  const bytes = Uint8Array.from(packed, c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  D = await new Response(stream).json();
}

// fold levels a text for the search: case, accents, Arabic vowels and forms, width.
const fold = s => s.normalize('NFKD').replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '').replace(/[\u0622\u0623\u0625]/g, '\u0627').toLowerCase();

function rowsOf(ends) {
  const start = new Uint32Array(D.n + 1), list = new Uint32Array(ends.length);
  for (const v of ends) start[v + 1]++;
  for (let i = 0; i < D.n; i++) start[i + 1] += start[i];
  const at = start.slice();
  ends.forEach((v, e) => { list[at[v]++] = e; });
  return {start, list};
}
const each = (r, i, f) => { for (let k = r.start[i]; k < r.start[i + 1]; k++) f(r.list[k]); };

function prepare() {
  D.n = D.id.length;
  out = rowsOf(D.from);
  inn = rowsOf(D.to);
  D.text = D.id.map((id, i) => fold([id, D.label[i], D.title[i], ...(D.aliases[i] || []), ...Object.values(D.titles[i] || {})].join(' \n ')));
  D.toneOf = new Int8Array(D.n).fill(-1);
  D.places = placesByYear();
  visible = new Uint8Array(D.n);
  state.size = D.measures[0] || '';
  state.sort = D.measures[0] || 'id';
  // The strongest edges of every node: by references, then by how central the other end is.
  const strength = e => D.weight[e] * 1000 + Math.log1p(score(D.to[e])) * 100;
  const strongest = new Set();
  for (let i = 0; i < D.n; i++) {
    const list = [];
    each(out, i, e => list.push(e));
    each(inn, i, e => list.push(e));
    list.sort((a, b) => strength(b) - strength(a) || a - b);
    list.slice(0, 2).forEach(e => strongest.add(e));
  }
  D.strongest = [...strongest].sort((a, b) => strength(b) - strength(a) || a - b);
}

const score = (i, name) => { const s = D.scores[name || state.size || D.measures[0]]; return s ? s[i] : 0; };

// placesByYear spreads the nodes of a year over a column, the most central in the middle.
function placesByYear() {
  const x = new Float64Array(D.n), y = new Float64Array(D.n), columns = new Map();
  for (let i = 0; i < D.n; i++) {
    if (!columns.has(D.year[i])) columns.set(D.year[i], []);
    columns.get(D.year[i]).push(i);
  }
  const years = [...columns.keys()].filter(v => v).sort((a, b) => a - b);
  const first = years[0] || 0, last = years[years.length - 1] || 0, scale = 1000 / Math.max(1, last - first);
  const sign = document.dir === 'rtl' ? -1 : 1;
  let most = 1;
  for (const c of columns.values()) most = Math.max(most, c.length);
  for (const [year, list] of columns) {
    list.sort((a, b) => D.y[a] - D.y[b] || a - b);
    const across = year ? Math.max(1, Math.ceil(list.length / 60)) : Math.max(1, Math.ceil(list.length / 60));
    list.forEach((i, k) => {
      const t = (Math.floor(k / across) + 0.5) / Math.ceil(list.length / across) - 0.5;
      x[i] = sign * (((year || first - 4 / scale * 10) - (first + last) / 2) * scale + (k % across) * scale * 0.7 / across);
      y[i] = t * 600 * Math.min(1, 0.25 + Math.sqrt(list.length / most));
    });
  }
  return {x, y, first, last, scale, sign};
}
const px = i => state.layout === 'years' ? D.places.x[i] : D.x[i];
const py = i => state.layout === 'years' ? D.places.y[i] : D.y[i];

// choose finds what is visible and which of its edges are drawn.
function choose() {
  const words = fold(state.q).split(/\s+/).filter(Boolean);
  matches = words.length ? 0 : null;
  let touched = null;
  if (state.tone !== '') {
    touched = new Uint8Array(D.n);
    D.tone.forEach((t, e) => { if (t === +state.tone) touched[D.from[e]] = touched[D.to[e]] = 1; });
  }
  for (let i = 0; i < D.n; i++) {
    const y = D.year[i];
    visible[i] = state.kinds.has(D.kind[i]) && (state.body === '' || D.body[i] === +state.body) && (state.group === '' || D.group[i] === +state.group)
      && (!y || (y >= state.from && y <= state.to)) && (state.hand === '' || D.hand[i] === +state.hand) && (!touched || touched[i])
      && (!words.length || words.every(w => D.text[i].includes(w))) ? 1 : 0;
  }
  if (matches !== null) matches = visible.reduce((a, b) => a + b, 0);
  const cap = 5000, drawn = e => visible[D.from[e]] && visible[D.to[e]] && (state.tone === '' || D.tone[e] === +state.tone);
  shownEdges = [];
  for (const e of D.strongest) if (shownEdges.length < cap && drawn(e)) shownEdges.push(e);
  order = [];
  for (let i = 0; i < D.n; i++) if (visible[i]) order.push(i);
  order.sort((a, b) => score(b) - score(a) || a - b);
  const largest = Math.max(1e-12, ...order.slice(0, 1).map(i => score(i)));
  D.radius = Float32Array.from({length: D.n}, (_, i) => 3 + 11 * Math.sqrt(Math.max(0, score(i)) / largest));
}

// places gives every measure the rank of a node, equal scores sharing a place.
function placeOf(name, i) {
  if (!rank[name]) {
    const list = [...D.scores[name].keys()].sort((a, b) => D.scores[name][b] - D.scores[name][a]);
    rank[name] = new Uint32Array(D.n);
    list.forEach((v, k) => { rank[name][v] = k && D.scores[name][v] === D.scores[name][list[k - 1]] ? rank[name][list[k - 1]] : k + 1; });
  }
  return rank[name][i];
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let ink = {};
function readColors() { ink = {ground: css('--ground'), text: css('--ink'), pale: css('--pale'), edge: css('--edge'), missing: css('--missing'), soft: css('--soft'), line: css('--line')}; }

const palette = ['#0072B2', '#E69F00', '#009E73', '#D55E00', '#56B4E9', '#CC79A7', '#8C6D1F', '#7a7a7a'];
function colorOf(i) {
  if (!D.hand[i]) return ink.missing;
  if (state.color === 'group') return D.group[i] > 0 ? palette[(D.group[i] - 1) % palette.length] : ink.edge;
  if (state.color === 'body') return D.body[i] >= 0 ? palette[D.body[i] % palette.length] : ink.edge;
  return D.kinds[D.kind[i]].color;
}

// A surface takes lines, shapes and words: the canvas, or an SVG to be saved.
const toX = x => (x - view.x) * view.k + canvas.clientWidth / 2, toY = y => (y - view.y) * view.k + canvas.clientHeight / 2;
const onStage = (x, y, room) => x > -room && y > -room && x < canvas.clientWidth + room && y < canvas.clientHeight + room;

function canvasSurface(c) {
  return {
    lines(color, width, alpha, dash, list) {
      c.strokeStyle = color; c.lineWidth = width; c.globalAlpha = alpha; c.setLineDash(dash);
      c.beginPath();
      for (const [x0, y0, x1, y1] of list) { c.moveTo(x0, y0); c.lineTo(x1, y1); }
      c.stroke();
      c.globalAlpha = 1; c.setLineDash([]);
    },
    shape(outline, x, y, r, fill, stroke, width, alpha) {
      c.globalAlpha = alpha; c.beginPath();
      if (!outline) c.arc(x, y, r, 0, 7);
      else outline.forEach(([dx, dy], k) => k ? c.lineTo(x + dx * r, y + dy * r) : c.moveTo(x + dx * r, y + dy * r));
      c.closePath();
      c.fillStyle = fill; c.fill();
      c.strokeStyle = stroke; c.lineWidth = width; c.stroke();
      c.globalAlpha = 1;
    },
    words(text, x, y, size, bold, color, alpha) {
      c.font = (bold ? '600 ' : '') + size + 'px ' + getComputedStyle(document.body).fontFamily;
      c.textAlign = 'center'; c.textBaseline = 'alphabetic'; c.globalAlpha = alpha;
      c.strokeStyle = ink.ground; c.lineWidth = 3; c.lineJoin = 'round'; c.strokeText(text, x, y);
      c.fillStyle = color; c.fillText(text, x, y); c.globalAlpha = 1;
    },
    measure(text, size, bold) { c.font = (bold ? '600 ' : '') + size + 'px ' + getComputedStyle(document.body).fontFamily; return c.measureText(text).width; },
  };
}

const xml = s => String(s).replace(/[&<>"]/g, c => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}[c]));
function svgSurface(parts) {
  const f = v => v.toFixed(1), plain = canvasSurface(ctx);
  return {
    lines(color, width, alpha, dash, list) {
      if (list.length) parts.push(`<path fill="none" stroke="${color}" stroke-width="${width}" stroke-opacity="${alpha}" stroke-dasharray="${dash.join(' ') || 'none'}" d="${list.map(l => `M${f(l[0])} ${f(l[1])}L${f(l[2])} ${f(l[3])}`).join('')}"/>`);
    },
    shape(outline, x, y, r, fill, stroke, width, alpha) {
      const paint = `fill="${fill}" stroke="${stroke}" stroke-width="${width}" opacity="${alpha}"`;
      parts.push(outline ? `<polygon points="${outline.map(([dx, dy]) => f(x + dx * r) + ',' + f(y + dy * r)).join(' ')}" ${paint}/>` : `<circle cx="${f(x)}" cy="${f(y)}" r="${f(r)}" ${paint}/>`);
    },
    words(text, x, y, size, bold, color, alpha) {
      parts.push(`<text x="${f(x)}" y="${f(y)}" font-size="${size}" text-anchor="middle" ${bold ? 'font-weight="600" ' : ''}fill="${color}" opacity="${alpha}" stroke="${ink.ground}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${xml(text)}</text>`);
    },
    measure: plain.measure,
  };
}

const toneStyle = t => D.tones[t] || {color: ink.edge, dash: []};
function paint(s) {
  const f = state.focus, near = new Set();
  if (f >= 0) { near.add(f); each(out, f, e => near.add(D.to[e])); each(inn, f, e => near.add(D.from[e])); }
  if (state.layout === 'years') paintYears(s);
  const faint = f >= 0 ? 0.06 : Math.max(0.16, Math.min(0.5, 300 / (shownEdges.length + 1)));
  const line = e => [toX(px(D.from[e])), toY(py(D.from[e])), toX(px(D.to[e])), toY(py(D.to[e]))];
  D.tones.forEach((tone, t) => s.lines(tone.color, 1, faint, [], shownEdges.filter(e => D.tone[e] === t).map(line)));
  s.lines(ink.edge, 1, faint, [], shownEdges.filter(e => D.tone[e] < 0).map(line));
  if (f >= 0) {
    const mine = [];
    each(out, f, e => mine.push(e)); each(inn, f, e => mine.push(e));
    for (let t = -1; t < D.tones.length; t++) s.lines(toneStyle(t).color, 1.8, 0.85, toneStyle(t).dash, mine.filter(e => D.tone[e] === t).map(line));
  }
  const zoomed = Math.min(1.6, Math.max(0.55, Math.sqrt(view.k * 0.8)));
  for (let k = order.length - 1; k >= 0; k--) paintNode(s, order[k], zoomed, f < 0 || near.has(order[k]) ? 1 : 0.15);
  if (f >= 0) for (const i of near) if (!visible[i] || i === f) paintNode(s, i, zoomed, 1);
  paintLabels(s, zoomed, f >= 0 ? near : null);
}

function paintNode(s, i, zoomed, alpha) {
  const x = toX(px(i)), y = toY(py(i)), r = D.radius[i] * zoomed;
  if (!onStage(x, y, r + 4)) return;
  const color = colorOf(i), ring = i === state.focus ? 3 : i === hover ? 2 : 1;
  s.shape(D.kinds[D.kind[i]].outline, x, y, r, D.hand[i] ? color : ink.ground, D.hand[i] && ring === 1 ? ink.ground : ring > 1 ? ink.text : color, D.hand[i] && ring === 1 ? 0.8 : ring > 1 ? ring : 1.3, alpha);
}

// paintLabels sets names by how central their nodes are, where there is room.
function paintLabels(s, zoomed, near) {
  const taken = [], list = near ? [...near].sort((a, b) => (b === state.focus) - (a === state.focus) || score(b) - score(a)) : order;
  let n = 0;
  for (const i of list) {
    if (n >= 70 || taken.length > 400) break;
    const x = toX(px(i)), y = toY(py(i));
    if (!onStage(x, y, 0)) continue;
    const bold = i === state.focus || n < 8, size = bold ? 13 : 11;
    let text = D.label[i] || D.id[i];
    if (text.length > 44) text = text.slice(0, 42) + '…';
    const w = s.measure(text, size, bold) / 2 + 3, top = y + D.radius[i] * zoomed + 1, box = [x - w, top, x + w, top + size + 3];
    if (taken.some(b => b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3])) continue;
    taken.push(box);
    s.words(text, x, top + size, size, bold, D.hand[i] ? ink.text : ink.pale, 1);
    n++;
  }
}

function paintYears(s) {
  const {first, last, scale, sign} = D.places;
  if (!last) return;
  const step = [1, 2, 5, 10, 20, 50].find(v => v * scale * view.k > 60) || 100;
  for (let y = Math.ceil(first / step) * step; y <= last; y += step) {
    const x = toX(sign * (y - (first + last) / 2) * scale);
    s.lines(ink.line, 1, 1, [2, 4], [[x, 0, x, canvas.clientHeight - 18]]);
    s.words(String(y), x, canvas.clientHeight - 5, 11, false, ink.pale, 1);
  }
}

// Drawing: the whole picture goes to a bitmap, which is moved while the view moves.
const still = document.createElement('canvas');
let stillView = null, resting = 0, frame = 0;
const times = []; // of frames, in milliseconds, for tests
function drawWhole() {
  const w = canvas.clientWidth, h = canvas.clientHeight, ratio = window.devicePixelRatio || 1;
  if (!w || !h) return;
  for (const c of [canvas, still]) if (c.width !== Math.round(w * ratio) || c.height !== Math.round(h * ratio)) { c.width = Math.round(w * ratio); c.height = Math.round(h * ratio); }
  const c = still.getContext('2d');
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.fillStyle = ink.ground; c.fillRect(0, 0, w, h);
  paint(canvasSurface(c));
  stillView = {...view};
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(still, 0, 0);
}
function drawMoved() {
  const t0 = performance.now(), ratio = window.devicePixelRatio || 1, w = canvas.clientWidth, h = canvas.clientHeight;
  frame = 0;
  if (!stillView) return;
  const z = view.k / stillView.k;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = ink.ground; ctx.fillRect(0, 0, w, h);
  ctx.drawImage(still, w / 2 + (stillView.x - view.x) * view.k - w / 2 * z, h / 2 + (stillView.y - view.y) * view.k - h / 2 * z, w * z, h * z);
  times.push(performance.now() - t0);
}
function moved() {
  if (!frame) frame = requestAnimationFrame(drawMoved);
  clearTimeout(resting);
  resting = setTimeout(() => { drawWhole(); remember(); }, 150);
}

function fit(list) {
  list = list || order;
  if (!list.length) return;
  let x0 = Infinity, x1 = -Infinity, y0 = Infinity, y1 = -Infinity;
  for (const i of list) { x0 = Math.min(x0, px(i)); x1 = Math.max(x1, px(i)); y0 = Math.min(y0, py(i)); y1 = Math.max(y1, py(i)); }
  view.x = (x0 + x1) / 2; view.y = (y0 + y1) / 2;
  view.k = Math.min(6, 0.9 * Math.min(canvas.clientWidth / (x1 - x0 + 40), canvas.clientHeight / (y1 - y0 + 40)));
}

function pick(x, y) {
  let best = -1, least = 15;
  for (const i of order) {
    const d = Math.hypot(toX(px(i)) - x, toY(py(i)) - y) - D.radius[i] * 0.5;
    if (d < least) { least = d; best = i; }
  }
  return best;
}

// update chooses and draws anew after a change of the state.
function update(refit) {
  choose();
  if (refit) fit();
  drawWhole();
  rows = 100;
  fillTable();
  const edges = shownEdges.length;
  $('status').textContent = `${W('nodes')}: ${order.length}/${D.n}; ${W('edges')}: ${edges}/${D.from.length}` + (matches === null ? '' : `; ${W('page found')}: ${matches}`);
  remember();
}

function focusOn(i, centre) {
  state.focus = i;
  if (i >= 0 && centre) { view.x = px(i); view.y = py(i); }
  drawWhole();
  fillPanel();
  remember();
}

// The panel of the node in focus.
const safe = url => /^https?:\/\//.test(url) ? url : '';
function linkOf(i, text) {
  const url = safe(D.link[i]);
  return url ? make('a', {href: url, target: '_blank', rel: 'noopener noreferrer'}, text) : null;
}
function nameOf(i) { return D.title[i] && D.title[i] !== D.label[i] ? `${D.label[i]} – ${D.title[i]}` : D.label[i]; }

function fillPanel() {
  const panel = $('panel'), i = state.focus, open = i >= 0;
  panel.replaceChildren();
  if (panel.hidden === open) { panel.hidden = !open; drawWhole(); }
  if (!open) return;
  const about = make('dl');
  const say = (name, value) => { if (value) about.append(make('dt', {}, name), make('dd', {dir: 'auto'}, value)); };
  say(W('page kind'), D.kinds[D.kind[i]].name);
  say(W('page date'), D.date[i] || (D.year[i] ? String(D.year[i]) : ''));
  say(W('page body'), D.body[i] >= 0 ? D.bodies[D.body[i]] : '');
  say(W('page texts'), D.hand[i] ? W('in hand') : D.presences[D.presence[i]]);
  say(W('page group'), D.group[i] > 0 ? D.groups[D.group[i] - 1] : '');
  say(W('page aliases'), (D.aliases[i] || []).join(', '));
  for (const [lang, title] of Object.entries(D.titles[i] || {})) if (title !== D.title[i]) about.append(make('dt', {}, lang), make('dd', {lang, dir: 'auto'}, title));
  for (const m of D.measures) say(D.measureNames[m], `${shorten(D.scores[m][i])} (${W('page place')} ${placeOf(m, i)}/${D.n})`);
  panel.append(make('button', {type: 'button', class: 'close', 'aria-label': W('page close'), onclick: () => focusOn(-1)}, '×'),
    make('h2', {tabindex: -1, dir: 'auto'}, D.label[i]), make('p', {dir: 'auto'}, D.title[i] || '', D.title[i] ? ' ' : '', linkOf(i, W('page open')) || ''), about);
  list(panel, W('page cited by'), inn, i, e => D.from[e]);
  list(panel, W('cites'), out, i, e => D.to[e]);
}
const shorten = v => Number.isInteger(v) ? String(v) : v.toPrecision(3);

function list(panel, title, rowsOfEdges, i, other) {
  const edges = [];
  each(rowsOfEdges, i, e => edges.push(e));
  if (!edges.length) return;
  edges.sort((a, b) => D.year[other(b)] - D.year[other(a)] || other(a) - other(b));
  const ul = make('ul');
  panel.append(make('h3', {}, `${title} (${edges.length})`), ul);
  let shown = 0;
  const more = make('button', {type: 'button', onclick: () => add()}, W('page more'));
  const add = () => {
    for (const e of edges.slice(shown, shown + 40)) ul.append(item(e, other(e)));
    shown += 40;
    if (shown < edges.length) ul.after(more); else more.remove();
  };
  add();
}

function item(e, i) {
  const li = make('li', {}, make('button', {type: 'button', class: 'as-link', dir: 'auto', onclick: () => focusOn(i, true)}, nameOf(i)), ' ', linkOf(i, '↗') || '');
  if (D.type[e] !== D.citesType) li.append(make('div', {class: 'place'}, D.types[D.type[e]]));
  for (let k = D.evidence[e]; k < D.evidence[e + 1]; k++) {
    const [sentence, a, b, place] = D.ev[k];
    li.append(make('div', {class: 'place'}, D.placeWords[place]));
    if (sentence >= 0) {
      const s = D.sentences[sentence];
      li.append(make('blockquote', {dir: 'auto'}, s.slice(0, a), make('mark', {}, s.slice(a, b)), s.slice(b)));
    }
  }
  return li;
}

// The table.
const columns = () => [['id', W('page document')], ['title', W('page title')], ['kind', W('page kind')], ['year', W('page year')], ['hand', W('page texts')], ...D.measures.map(m => [m, D.measureNames[m]])];
const valueOf = (i, c) => c === 'id' ? D.label[i] : c === 'title' ? D.title[i] : c === 'kind' ? D.kinds[D.kind[i]].name : c === 'year' ? D.year[i] : c === 'hand' ? (D.hand[i] ? W('in hand') : D.presences[D.presence[i]]) : D.scores[c][i];
function sorted() {
  const c = state.sort, sign = state.down ? -1 : 1;
  const by = new Intl.Collator(D.lang, {numeric: true});
  return order.slice().sort((a, b) => {
    const x = valueOf(a, c), y = valueOf(b, c);
    return sign * (typeof x === 'number' ? x - y : by.compare(x, y)) || a - b;
  });
}
function fillTable() {
  const cols = columns(), head = make('tr');
  for (const [c, name] of cols) {
    const number = c === 'year' || D.scores[c], on = state.sort === c;
    head.append(make('th', {scope: 'col', class: number ? 'n' : null, 'aria-sort': on ? (state.down ? 'descending' : 'ascending') : null},
      make('button', {type: 'button', onclick: () => { state.down = on ? !state.down : Boolean(number); state.sort = c; fillTable(); }}, name + (on ? (state.down ? ' ▼' : ' ▲') : ''))));
  }
  $('table').tHead.replaceChildren(head);
  const body = $('table').tBodies[0], all = sorted();
  body.replaceChildren(...all.slice(0, rows).map(i => make('tr', {class: D.hand[i] ? null : 'missing'}, ...cols.map(([c]) => {
    const v = valueOf(i, c), number = typeof v === 'number';
    if (c === 'id') return make('td', {dir: 'auto'}, make('button', {type: 'button', class: 'as-link', onclick: () => { focusOn(i, true); $('panel').querySelector('h2').focus(); }}, v), ' ', linkOf(i, '↗') || '');
    return make('td', {class: number ? 'n' : null, dir: number ? null : 'auto'}, number ? (c === 'year' && !v ? '' : shorten(v)) : v);
  }))));
  $('more').hidden = all.length <= rows;
}

// Saving what is seen.
function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], {type}));
  make('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
function asSVG() {
  const parts = [], w = canvas.clientWidth, h = canvas.clientHeight;
  paint(svgSurface(parts));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${xml(getComputedStyle(document.body).fontFamily)}"><title>${xml(D.name)}</title><rect width="100%" height="100%" fill="${ink.ground}"/>${parts.join('\n')}</svg>\n`;
}
function asCSV() {
  const quote = s => { s = String(s); if (/^'*[=+\-@\t\r]/.test(s) && isNaN(s)) s = "'" + s; return /[",\n\r]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s; };
  const head = ['id', 'label', 'title', 'kind', 'body', 'date', 'year', 'in_hand', 'link', 'group', ...D.measures];
  const line = i => [D.id[i], D.label[i], D.title[i], D.kinds[D.kind[i]].id, D.body[i] >= 0 ? D.bodies[D.body[i]] : '', D.date[i], D.year[i] || '', D.hand[i] ? 'true' : 'false', D.link[i], D.group[i] || '', ...D.measures.map(m => D.scores[m][i])];
  return [head, ...sorted().map(line)].map(r => r.map(quote).join(',')).join('\r\n') + '\r\n';
}

// The view in the address: what a colleague opens is what one sees.
function remember() {
  const p = new URLSearchParams();
  const put = (k, v, usual) => { if (v !== usual && v !== '') p.set(k, v); };
  put('q', state.q, ''); put('body', state.body, ''); put('tone', state.tone, ''); put('group', state.group, ''); put('hand', state.hand, '');
  put('from', state.from, D.first); put('to', state.to, D.last); put('color', state.color, 'kind'); put('size', state.size, D.measures[0] || ''); put('layout', state.layout, 'ties');
  if (state.kinds.size < D.kinds.length) p.set('kinds', D.kinds.filter((_, k) => state.kinds.has(k)).map(k => k.id).join(' '));
  if (state.focus >= 0) p.set('node', D.id[state.focus]);
  p.set('at', [view.x.toFixed(1), view.y.toFixed(1), view.k.toFixed(3)].join(' '));
  try { history.replaceState(null, '', '#' + p); } catch (e) { /* a browser that lets no file have a history */ }
}
function recall() {
  const p = new URLSearchParams(location.hash.slice(1)), number = (v, lo, hi) => Math.min(hi, Math.max(lo, +v || lo));
  state.q = p.get('q') || '';
  const one = (k, n) => { const v = p.get(k); return v !== null && /^\d+$/.test(v) && +v < n ? v : ''; };
  state.body = one('body', D.bodies.length); state.tone = one('tone', D.tones.length); state.group = one('group', D.groups.length + 1); state.hand = one('hand', 2);
  state.from = p.has('from') ? number(p.get('from'), D.first, D.last) : D.first;
  state.to = p.has('to') ? number(p.get('to'), D.first, D.last) : D.last;
  if (['group', 'body'].includes(p.get('color'))) state.color = p.get('color');
  if (D.scores[p.get('size')]) state.size = p.get('size');
  if (p.get('layout') === 'years') state.layout = 'years';
  const kinds = p.get('kinds');
  state.kinds = new Set(D.kinds.map((_, k) => k).filter(k => kinds === null || kinds.split(' ').includes(D.kinds[k].id)));
  state.focus = p.has('node') ? D.id.indexOf(p.get('node')) : -1;
  const at = (p.get('at') || '').split(' ').map(Number);
  return at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : null;
}

function fillControls() {
  for (const [k, kind] of D.kinds.entries()) {
    const glyph = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    glyph.setAttribute('width', 14); glyph.setAttribute('height', 14); glyph.setAttribute('viewBox', '-1.3 -1.3 2.6 2.6'); glyph.setAttribute('aria-hidden', 'true');
    const shape = document.createElementNS(glyph.namespaceURI, kind.outline ? 'polygon' : 'circle');
    if (kind.outline) shape.setAttribute('points', kind.outline.map(o => o.join(',')).join(' ')); else shape.setAttribute('r', 1);
    shape.setAttribute('fill', kind.color);
    glyph.append(shape);
    const box = make('input', {type: 'checkbox', checked: state.kinds.has(k), onchange: () => { box.checked ? state.kinds.add(k) : state.kinds.delete(k); update(); }});
    $('kinds').append(make('label', {}, box, glyph, kind.name));
  }
  const options = (id, list) => list.forEach(([v, name]) => $(id).append(make('option', {value: v}, name)));
  options('body', D.bodies.map((b, k) => [k, b]));
  options('tone', D.tones.map((t, k) => [k, t.name]));
  options('group', D.groups.map((g, k) => [k + 1, g]));
  options('size', D.measures.map(m => [m, D.measureNames[m]]));
  for (const id of ['from', 'to']) { $(id).min = D.first; $(id).max = D.last; }
  for (const id of ['q', 'body', 'tone', 'group', 'hand', 'color', 'size', 'layout', 'from', 'to']) {
    $(id).value = state[id];
    let wait = 0;
    $(id).addEventListener(id === 'q' || id === 'from' || id === 'to' ? 'input' : 'change', () => {
      state[id] = id === 'from' || id === 'to' ? +$(id).value : $(id).value;
      if (id === 'from' && state.from > state.to) { state.to = state.from; $('to').value = state.to; }
      if (id === 'to' && state.to < state.from) { state.from = state.to; $('from').value = state.from; }
      years();
      clearTimeout(wait);
      wait = setTimeout(() => update(id === 'layout' || id === 'q'), id === 'q' ? 120 : 0);
    });
  }
  const years = () => { $('from-out').textContent = state.from || ''; $('to-out').textContent = state.to || ''; };
  years();
  $('controls').addEventListener('submit', e => { e.preventDefault(); if (order.length) focusOn(order[0], true); });
  $('reset').addEventListener('click', () => { location.hash = ''; location.reload(); });
  $('theme').addEventListener('click', () => {
    const dark = css('--ground') !== '#fff';
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
    readColors(); drawWhole();
  });
  $('save-svg').addEventListener('click', () => save('map.svg', 'image/svg+xml', asSVG()));
  $('save-csv').addEventListener('click', () => save('map.csv', 'text/csv', '\ufeff' + asCSV()));
  $('more').addEventListener('click', () => { rows += 200; fillTable(); });
  D.notes.forEach(n => $('notes').append(make('li', {}, n)));
}

function listen() {
  let from = null, pinch = null;
  const pointers = new Map();
  const at = e => { const r = canvas.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; };
  const zoomAt = (x, y, factor) => {
    const k = Math.min(40, Math.max(0.02, view.k * factor)), w = canvas.clientWidth / 2, h = canvas.clientHeight / 2;
    view.x += (x - w) * (1 / view.k - 1 / k); view.y += (y - h) * (1 / view.k - 1 / k); view.k = k;
    moved();
  };
  canvas.addEventListener('pointerdown', e => { canvas.setPointerCapture(e.pointerId); pointers.set(e.pointerId, at(e)); from = {at: at(e), moved: false}; });
  canvas.addEventListener('pointermove', e => {
    const [x, y] = at(e);
    if (pointers.size === 2 && pointers.has(e.pointerId)) {
      pointers.set(e.pointerId, [x, y]);
      const [a, b] = [...pointers.values()], d = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (pinch) zoomAt((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, d / pinch);
      pinch = d;
      return;
    }
    if (from && pointers.has(e.pointerId)) {
      if (Math.hypot(x - from.at[0], y - from.at[1]) > 3 || from.moved) {
        const last = pointers.get(e.pointerId);
        from.moved = true;
        view.x -= (x - last[0]) / view.k; view.y -= (y - last[1]) / view.k;
        pointers.set(e.pointerId, [x, y]);
        moved();
      }
      return;
    }
    const i = pick(x, y), tip = $('tip');
    tip.hidden = i < 0;
    canvas.style.cursor = i < 0 ? 'grab' : 'pointer';
    if (i >= 0) { tip.textContent = nameOf(i); tip.style.left = Math.min(x + 12, canvas.clientWidth - 200) + 'px'; tip.style.top = y + 14 + 'px'; }
  });
  const up = e => {
    if (from && !from.moved && pointers.size === 1) focusOn(pick(...at(e)));
    pointers.delete(e.pointerId); pinch = null;
    if (!pointers.size) from = null;
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => { $('tip').hidden = true; });
  canvas.addEventListener('wheel', e => { e.preventDefault(); zoomAt(...at(e), Math.exp(-e.deltaY * 0.0015)); }, {passive: false});
  canvas.addEventListener('keydown', e => {
    const step = 60 / view.k, w = canvas.clientWidth / 2, h = canvas.clientHeight / 2;
    const keys = {ArrowLeft: () => { view.x -= step; moved(); }, ArrowRight: () => { view.x += step; moved(); }, ArrowUp: () => { view.y -= step; moved(); }, ArrowDown: () => { view.y += step; moved(); },
      '+': () => zoomAt(w, h, 1.3), '=': () => zoomAt(w, h, 1.3), '-': () => zoomAt(w, h, 1 / 1.3), '0': () => { fit(); drawWhole(); },
      n: () => next(1), p: () => next(-1), Enter: () => { const title = $('panel').querySelector('h2'); if (title) title.focus(); }};
    if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
  });
  const next = by => { if (order.length) focusOn(order[(order.indexOf(state.focus) + by + order.length) % order.length], true); };
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape') focusOn(-1);
    if (e.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) { e.preventDefault(); $('q').focus(); }
  });
  new ResizeObserver(() => drawWhole()).observe($('stage'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColors(); drawWhole(); });
  addEventListener('beforeprint', drawWhole);
}

load().then(() => {
  readColors();
  prepare();
  const at = recall();
  fillControls();
  listen();
  update(!at);
  if (at) { [view.x, view.y, view.k] = at; drawWhole(); }
  if (state.focus >= 0) focusOn(state.focus);
  document.documentElement.dataset.ready = Math.round(performance.now());
}).catch(e => { $('status').textContent = String(e); throw e; });
