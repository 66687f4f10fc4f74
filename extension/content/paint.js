// Strokes on the page: ranges in the CSS Custom Highlight API, so the page's own DOM is never touched.
// What is done with those that are there is in `marked.js`.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Stroke} Stroke */
  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').Layer} Layer */

  /** Ranges registered before the page gets the thread back. */
  const SLICE = 200;

  /** @type {Map<string, Highlight>} */
  const highlights = new Map();
  /** How many ranges we put into each: a page may empty a highlight that it finds. @type {Map<string, number>} */
  const sizes = new Map();
  /** Layers by the reading they belong to. @type {Map<Reading, Layer>} */
  const layers = new Map();
  /** After so many losses to a page that clears the registry we draw the strokes ourselves. */
  const LOSSES = 4;
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
    fh.marked.draw();
  }

  /** @param {Reading} of */
  function remove(of) {
    const layer = layers.get(of);
    if (!layer) return;
    empty(layer);
    layer.turn = -1;
    layers.delete(of);
    fh.marked.draw();
  }

  function clear() {
    fh.marked.activate(null, []);
    for (const of of [...layers.keys()]) remove(of);
    losses = 0;
  }

  forced.addEventListener('change', () => fh.marked.redraw());

  fh.paint = {
    set, remove, clear, reached, register, unregister, layers, highlights, sizes,
    get drawn() { return drawn(); },
    get lost() { return losses >= LOSSES; },
    lose() { losses += 1; },
  };
})();
