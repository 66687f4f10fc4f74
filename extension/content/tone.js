// Which tone of the strokes can be seen on a block: measured, since a light page may hold a dark box.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** Relative luminances of the strokes of each tone: traced, exact, changed, writer (the colours of `marks.css`). */
  const STROKES = { l: [0.2401, 0.1028, 0.1561, 0.0826], d: [0.2584, 0.4897, 0.5018, 0.4617] };
  /** WCAG 2.2, 1.4.11: what graphics need. */
  const ENOUGH = 3;

  /** WCAG 2.2's relative luminance of sRGB, 0 to 255. @param {number[]} rgb */
  function luminance(rgb) {
    const [r, g, b] = rgb.map(v => {
      const c = Math.min(Math.max(v / 255, 0), 1);
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** @param {number} a @param {number} b */
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

  /** A computed colour as sRGB and alpha; `null` if its notation is not known. @param {string} css @returns {[number, number, number, number] | null} */
  function parse(css) {
    // As nearly every page has them.
    if (css.startsWith('rgb')) {
      const [r, g, b, a = 1] = css.slice(css.indexOf('(') + 1, -1).split(',').map(Number);
      return [r, g, b, a];
    }
    const numbers = (css.replace(/^color\(\S+/, '').match(/-?\d*\.?\d+(?:e-?\d+)?%?/g) ?? []).map(n => (n.endsWith('%') ? parseFloat(n) / 100 : parseFloat(n)));
    if (/^color\((srgb|display-p3) /.test(css)) return [numbers[0] * 255, numbers[1] * 255, numbers[2] * 255, numbers[3] ?? 1];
    // The other notations stay as they are when computed. Their lightness is enough to tell light from dark.
    if (/^ok(lab|lch)\(/.test(css)) return grey(numbers[0] ** 3, numbers[3]);
    if (/^(lab|lch)\(/.test(css)) { const f = (numbers[0] + 16) / 116; return grey(f ** 3, numbers[3]); }
    return null;
  }
  /** The grey of a luminance. @param {number} y @param {number} [alpha] @returns {[number, number, number, number]} */
  function grey(y, alpha = 1) {
    const v = 255 * (y <= 0.0031308 ? 12.92 * y : 1.055 * y ** (1 / 2.4) - 0.055);
    return [v, v, v, alpha];
  }

  /**
   * A measuring of one moment: every element is looked at once.
   * @returns {(element: Element) => 'l' | 'd' | 'c'}
   */
  fh.tone = () => {
    /** @typedef {{ rgb: number[], known: boolean, tone?: 'l' | 'd' | 'c' }} Ground */
    /** @type {Map<Element, Ground>} */
    const seen = new Map();
    // What shows where nobody paints: the canvas, by the document's colour scheme.
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const darkCanvas = /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
    /** @type {Ground} */
    const canvas = { rgb: darkCanvas ? [18, 18, 18] : [255, 255, 255], known: true };

    /** @param {Element | null} start @returns {Ground} */
    const behind = start => {
      /** @type {Element[]} */
      const chain = [];
      let base = canvas;
      for (let el = start; el;) {
        const known = seen.get(el);
        if (known) { base = known; break; }
        chain.push(el);
        el = el.assignedSlot ?? fh.above(el);
      }
      for (const el of chain.reverse()) {
        const style = getComputedStyle(el);
        const css = style.backgroundColor;
        const image = style.backgroundImage !== 'none';
        // Nearly everything on a page lets its ground through.
        const colour = css === 'rgba(0, 0, 0, 0)' ? null : parse(css);
        const alpha = colour?.[3] ?? 0;
        if (image) base = { rgb: base.rgb, known: false };
        if (colour && alpha > 0) {
          base = {
            rgb: base.rgb.map((v, i) => v * (1 - alpha) + colour[i] * alpha),
            known: (base.known || alpha >= 1) && !image,
          };
        }
        seen.set(el, base);
      }
      return base;
    };

    /** @param {number} y luminance @returns {'l' | 'd' | 'c'} */
    const toneOn = y => {
      /** @param {'l' | 'd'} tone */
      const seenOn = tone => STROKES[tone].every(stroke => contrast(stroke, y) >= ENOUGH);
      return seenOn('l') ? 'l' : seenOn('d') ? 'd' : 'c';
    };

    return element => {
      const ground = behind(element);
      if (ground.tone) return ground.tone;
      let y = luminance(ground.rgb);
      if (!ground.known) {
        // Over a picture or a gradient: text that can be read tells the ground it was chosen for.
        const text = parse(getComputedStyle(element).color);
        if (text) y = luminance(text.slice(0, 3)) > 0.35 ? 0.01 : 0.9;
      }
      const tone = toneOn(y);
      // Most blocks stand on one and the same ground.
      if (ground.known) ground.tone = tone;
      return tone;
    };
  };
})();
