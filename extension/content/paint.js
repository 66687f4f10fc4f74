//# allFunctionsCalledOnLoad
// Strokes on the page: ranges in the CSS Custom Highlight API, so the page's own DOM is never touched.
// Where highlights cannot carry the strokes, the same strokes are drawn as rectangles in our shadow root.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Stroke} Stroke */
  /** @typedef {import('../types/content').Reading} Reading */
  /**
   * @typedef {object} Painted
   * @property {Stroke} stroke
   * @property {Range[]} ranges where it is
   * @property {Range[]} lined what of it the highlight has
   * @property {'l' | 'd' | 'c'} tone
   * @property {string} highlight none where it is not painted, or drawn by us
   */
  /** @typedef {{ of: Reading, blocks: import('../types/content').LiveBlock[], painted: Painted[], byBlock: Map<number, Painted[]>, turn: number }} Layer */

  /** Ranges registered before the page gets the thread back. */
  const SLICE = 200;
  /** After so many losses to a page that clears the registry we draw the strokes ourselves. */
  const LOSSES = 4;

  /** @type {Map<string, Highlight>} */
  const highlights = new Map();
  /** How many ranges we put into each: a page may empty a highlight that it finds. @type {Map<string, number>} */
  const sizes = new Map();
  /** Layers by the reading they belong to. @type {Map<Reading, Layer>} */
  const layers = new Map();
  /** Which blocks an element holds. @type {WeakMap<Element, { layer: Layer, block: number }[]>} */
  let holders = new WeakMap();
  /** @type {{ ranges: Range[], tone: 'l' | 'd' | 'c', drawn: boolean } | null} */
  let active = null;
  let losses = 0;

  const forced = matchMedia('(forced-colors: active)');
  // Firefox paints text-decoration in ::highlight() from 146 on (browser-compat-data #28782): the manifest's minimum.
  const drawn = () => forced.matches || losses >= LOSSES;

  /** Whether the strokes of the document reach into a component: they do where highlights inherit (Chromium), not in Firefox. */
  /** @param {Element} element @param {Map<Node, boolean>} seen */
  function reached(element, seen) {
    const root = element.getRootNode();
    if (root === document) return true;
    let known = seen.get(root);
    if (known === undefined) seen.set(root, known = /underline/.test(getComputedStyle(element, '::highlight(fh-traced-l)').textDecorationLine));
    return known;
  }

  /** @param {string} name @param {Range[]} ranges @param {number} [priority] */
  function register(name, ranges, priority = 0) {
    const highlight = highlights.get(name);
    if (highlight) for (const range of ranges) highlight.add(range);
    else {
      // Filled before the registry has it: there each range that is added makes the browser look at its highlights again.
      fh.rules.need(name);
      const fresh = new Highlight(...ranges);
      fresh.priority = priority;
      highlights.set(name, fresh);
      CSS.highlights.set(name, fresh);
    }
    sizes.set(name, (sizes.get(name) ?? 0) + ranges.length);
  }

  /** @param {string} name @param {Range[]} ranges */
  function unregister(name, ranges) {
    const highlight = highlights.get(name);
    if (!highlight) return;
    for (const range of ranges) highlight.delete(range);
    const left = (sizes.get(name) ?? 0) - ranges.length;
    sizes.set(name, left);
    if (left > 0) return;
    highlights.delete(name);
    sizes.delete(name);
    // Only what is ours: a page may have taken the name.
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  /** @param {Layer} layer */
  function empty(layer) {
    for (const { highlight, lined } of layer.painted) if (highlight) unregister(highlight, lined);
    layer.painted = [];
    layer.byBlock = new Map();
  }

  /**
   * What a hairline goes under: not the links that have a line of their own. Chromium paints that one in the colour of the text wherever a highlight
   * lies, whatever the highlight says, and two lines look like the stroke of an exact quotation.
   * @param {import('../types/content').LiveBlock} block @param {number} start @param {number} end @param {Range[]} whole
   */
  function besideLinks(block, start, end, whole) {
    /** @type {Range[]} */
    const beside = [];
    let at = start;
    for (const link of block.links) {
      if (link.end <= at || link.start >= end || !getComputedStyle(link.anchor).textDecorationLine.includes('underline')) continue;
      if (link.start > at) beside.push(...block.ranges(at, link.start));
      // No line under the space behind it alone.
      at = link.end + (block.text[link.end] === ' ' ? 1 : 0);
    }
    if (at === start) return whole;
    if (at < end) beside.push(...block.ranges(at, end));
    // A sentence that is a link from end to end still is marked.
    return beside.length ? beside : whole;
  }

  /** The stroke from which to begin: the first on or below the top of the screen. @param {Layer} layer @param {Stroke[]} strokes */
  function firstOnScreen(layer, strokes) {
    let low = 0;
    let high = strokes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = layer.blocks[strokes[middle][0]]?.element.getBoundingClientRect();
      if (box && box.bottom < 0) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** Paint one reading's strokes in place of what it had. The first screen comes first. */
  /** @param {Reading} of */
  async function set(of) {
    const { collection: { blocks }, brief: { strokes } } = of;
    const before = layers.get(of);
    if (before) empty(before);
    /** @type {Layer} */
    const layer = { of, blocks, painted: [], byBlock: new Map(), turn: (before?.turn ?? 0) + 1 };
    if (before) before.turn = -1;
    layers.set(of, layer);
    holders = new WeakMap();
    for (const each of layers.values()) {
      each.blocks.forEach((block, i) => {
        const held = holders.get(block.element);
        if (held) held.push({ layer: each, block: i }); else holders.set(block.element, [{ layer: each, block: i }]);
      });
    }
    const measure = fh.tone();
    const draw = drawn();
    /** @type {Map<Node, boolean>} */
    const roots = new Map();
    const start = strokes.length > SLICE ? firstOnScreen(layer, strokes) : 0;
    const turn = layer.turn;
    // A block has several strokes on one ground.
    let lately = -1;
    /** @type {'l' | 'd' | 'c'} */
    let tone = 'l';
    let within = true;
    /** @type {Map<string, Range[]>} */
    const waiting = new Map();
    for (let n = 0; n < strokes.length; n += 1) {
      const stroke = strokes[(start + n) % strokes.length];
      const [at, from, to, kind, shown] = stroke;
      const block = blocks[at];
      if (!block) continue;
      const ranges = block.ranges(from, to);
      if (at !== lately) {
        lately = at;
        tone = measure(block.element);
        within = draw || reached(block.element, roots);
      }
      const highlight = draw || !shown || !within ? '' : `fh-${kind}-${tone}`;
      const lined = highlight && kind === 'traced' ? besideLinks(block, from, to, ranges) : ranges;
      const painted = { stroke, ranges, lined, tone, highlight };
      layer.painted.push(painted);
      const list = layer.byBlock.get(at);
      if (list) list.push(painted); else layer.byBlock.set(at, [painted]);
      if (highlight) {
        const those = waiting.get(highlight);
        if (those) those.push(...lined); else waiting.set(highlight, [...lined]);
      }
      if (n % SLICE === SLICE - 1) {
        for (const [name, those] of waiting) register(name, those);
        waiting.clear();
        await fh.rest();
        if (layer.turn !== turn || layers.get(of) !== layer) return;
      }
    }
    for (const [name, those] of waiting) register(name, those);
    overlay();
  }

  /** @param {Reading} of */
  function remove(of) {
    const layer = layers.get(of);
    if (!layer) return;
    empty(layer);
    layer.turn = -1;
    layers.delete(of);
    overlay();
  }

  function clear() {
    activate(null, []);
    for (const of of [...layers.keys()]) remove(of);
    holders = new WeakMap();
    losses = 0;
  }

  /** The wash over what the open card is about. @param {Reading | null} of @param {import('../types/core').Span[]} extent */
  function activate(of, extent) {
    if (active) {
      unregister(`fh-active-${active.tone === 'd' ? 'd' : 'l'}`, active.ranges);
      active = null;
    }
    const layer = of ? layers.get(of) : null;
    if (layer && extent.length) {
      const ranges = rangesOf(of, extent);
      const block = layer.blocks[extent[0].block];
      const tone = block ? fh.tone()(block.element) : 'l';
      const here = block ? !reached(block.element, new Map()) : false;
      active = { ranges, tone, drawn: here };
      if (losses < LOSSES && !here) register(`fh-active-${tone === 'd' ? 'd' : 'l'}`, ranges, 10);
    }
    overlay();
  }

  /** @param {Reading | null} of @param {import('../types/core').Span[]} extent @returns {Range[]} */
  function rangesOf(of, extent) {
    const layer = of ? layers.get(of) : null;
    if (!layer) return [];
    return extent.flatMap(span => layer.blocks[span.block]?.ranges(span.start, span.end) ?? []);
  }

  /** The finding under a point, by the event's path: no caret is asked, so `user-select: none` is no matter. */
  /** @param {number} x @param {number} y @param {EventTarget[]} path */
  function at(x, y, path) {
    for (const target of path.slice(0, 12)) {
      const held = holders.get(/** @type {Element} */ (target));
      if (!held) continue;
      for (const { layer, block } of held) {
        for (const { stroke, ranges } of layer.byBlock.get(block) ?? []) {
          if (!isShown(stroke)) continue;
          for (const range of ranges) {
            for (const box of range.getClientRects()) {
              if (x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 3) {
                return { ...hit(layer, stroke), box };
              }
            }
          }
        }
      }
      return null;
    }
    return null;
  }

  const isShown = (/** @type {Stroke} */ [, , , , shown]) => shown;

  /** @param {Layer} layer @param {Stroke} stroke */
  const hit = ({ of }, stroke) => ({ of, stroke, kind: stroke[3] });

  /** What can be opened for a stroke, once that is there (`fh.more`). @type {typeof fh.paint.stopAt} */
  function stopAt({ of, stroke: [, , , , , finding, change] }) {
    const found = of.findings.all[finding];
    return found && { finding: found, change: found.altered[change] };
  }

  /** The finding that holds the caret, or the beginning of the selection. */
  function atCaret() {
    const selection = document.getSelection();
    const node = selection?.anchorNode;
    if (!selection || !node) return null;
    for (const layer of layers.values()) {
      for (const { stroke, ranges } of layer.painted) {
        for (const range of ranges) {
          if (range.isPointInRange(node, selection.anchorOffset)) return hit(layer, stroke);
        }
      }
    }
    return null;
  }

  /** Put back what a page took from the registry. Called when something happens anyway, never by a clock. */
  function check() {
    if (drawn()) return;
    let lost = false;
    for (const [name, highlight] of highlights) {
      const whole = highlight.size === sizes.get(name);
      if (CSS.highlights.get(name) === highlight && whole) continue;
      lost = true;
      if (!whole) {
        highlight.clear();
        for (const layer of layers.values()) {
          for (const painted of layer.painted) if (painted.highlight === name) for (const range of painted.lined) highlight.add(range);
        }
        if (active && name.startsWith('fh-active')) for (const range of active.ranges) highlight.add(range);
      }
      CSS.highlights.set(name, highlight);
    }
    if (!lost) return;
    losses += 1;
    if (losses >= LOSSES) redraw();
  }

  /** After a change between highlights and drawn strokes, or of the page's colours. */
  function redraw() {
    for (const of of [...layers.keys()]) void set(of);
  }

  /** The page may have changed between light and dark: what the first strokes stand on tells. */
  function recolour() {
    const measure = fh.tone();
    for (const layer of layers.values()) {
      const changed = layer.painted.slice(0, 5).some(({ stroke, tone }) => {
        const block = layer.blocks[stroke[0]];
        return block && measure(block.element) !== tone;
      });
      if (changed) { redraw(); return; }
    }
  }

  function overlay() {
    const washed = active && (losses >= LOSSES || active.drawn);
    if (!washed && ![...layers.values()].some(layer => layer.painted.some(p => isShown(p.stroke) && !p.highlight))) { fh.frame.strokes(null); return; }
    const shift = fh.frame.origin();
    /** @type {HTMLElement[]} */
    const lines = [];
    /** @param {Range[]} ranges @param {string} name @param {boolean} whole */
    const add = (ranges, name, whole) => {
      for (const range of ranges) {
        for (const box of range.getClientRects()) {
          if (box.width < 1) continue;
          const line = fh.el('i', { class: name });
          line.style.left = `${box.left - shift.x}px`;
          line.style.top = `${(whole ? box.top : box.bottom - 1) - shift.y}px`;
          line.style.width = `${box.width}px`;
          if (whole) line.style.height = `${box.height}px`;
          lines.push(line);
        }
      }
    };
    for (const layer of layers.values()) {
      for (const { stroke, ranges, tone, highlight } of layer.painted) if (isShown(stroke) && !highlight) add(ranges, `${stroke[3]} ${tone}`, false);
    }
    if (active && washed) add(active.ranges, 'wash', true);
    fh.frame.strokes(lines);
  }

  forced.addEventListener('change', redraw);

  fh.paint = {
    set, remove, clear, activate, rangesOf, at, atCaret, stopAt, check, recolour,
    get drawn() { return drawn(); },
    moved: overlay,
    get names() { return [...highlights.keys()]; },
  };
})();
