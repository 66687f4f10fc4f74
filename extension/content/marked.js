// The strokes that are there: found under the pointer, put back where the page took them, washed while their card is open. Where highlights
// cannot carry them, the same strokes are drawn as rectangles in our shadow root.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { layers, highlights, sizes, reached, register, unregister } = fh.paint;

  /** @typedef {import('../types/content').Stroke} Stroke */
  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').Layer} Layer */

  /** @type {WeakMap<Layer, Map<Element, number[]>>} */
  const holders = new WeakMap();
  /** @type {{ ranges: Range[], tone: 'l' | 'd' | 'c', drawn: boolean } | null} */
  let active = null;

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
      if (!fh.paint.lost && !here) register(`fh-active-${tone === 'd' ? 'd' : 'l'}`, ranges, 10);
    }
    draw();
  }

  /** @param {Reading | null} of @param {import('../types/core').Span[]} extent @returns {Range[]} */
  function rangesOf(of, extent) {
    const layer = of ? layers.get(of) : null;
    if (!layer) return [];
    return extent.flatMap(span => layer.blocks[span.block]?.ranges(span.start, span.end) ?? []);
  }

  /** Which blocks each element holds. @param {Layer} layer */
  function blocksOf(layer) {
    let held = holders.get(layer);
    if (held) return held;
    holders.set(layer, held = new Map());
    for (const [i, { element }] of layer.blocks.entries()) {
      const those = held.get(element);
      if (those) those.push(i); else held.set(element, [i]);
    }
    return held;
  }

  /** The finding under a point, by the event's path: no caret is asked, so `user-select: none` is no matter. */
  /** @param {number} x @param {number} y @param {EventTarget[]} path */
  function at(x, y, path) {
    for (const target of path) {
      let held = false;
      for (const layer of layers.values()) {
        const blocks = blocksOf(layer).get(/** @type {Element} */ (target)) ?? [];
        if (blocks.length) held = true;
        for (const { stroke, ranges } of blocks.flatMap(block => layer.byBlock.get(block) ?? [])) {
          if (!isShown(stroke)) continue;
          for (const range of ranges) {
            for (const box of range.getClientRects()) {
              if (x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 3) return { ...hit(layer, stroke), box };
            }
          }
        }
      }
      if (held) return null;
    }
    return null;
  }

  const isShown = (/** @type {Stroke} */ [, , , , shown]) => shown;

  /** @param {Layer} layer @param {Stroke} stroke */
  const hit = ({ of }, stroke) => ({ of, stroke, kind: stroke[3] });

  /** What can be opened for a stroke, once that is there (`fh.more`). @type {typeof fh.marked.stopAt} */
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
    if (fh.paint.drawn) return;
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
    fh.paint.lose();
    if (fh.paint.drawn) redraw();
  }

  /** After a change between highlights and drawn strokes, or of the page's colours. */
  function redraw() {
    for (const of of [...layers.keys()]) void fh.paint.set(of);
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

  function draw() {
    const washed = active && (fh.paint.lost || active.drawn);
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

  fh.marked = { activate, rangesOf, at, atCaret, stopAt, check, recolour, redraw, draw };
})();
