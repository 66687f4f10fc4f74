// A live document to what `src/page.rs` calls a page, by the block rule written there.
// Beside each block a map is kept from its collapsed text back to the text nodes, so that spans become ranges.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  const BLOCK = new Set(('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset '
    + 'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup p pre '
    + 'search section summary table tbody td tfoot th thead tr ul').split(' '));
  const SKIP = new Set(('head script style noscript noembed noframes svg canvas iframe object audio video select datalist '
    + 'textarea button rp template').split(' '));
  /** What may have a shadow tree, beside custom elements (HTML's `attachShadow`). */
  const HOSTS = new Set('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '));
  const DEEPEST = 512;
  /** Longest stretch of work before the page gets the thread back, in milliseconds. */
  const SLICE = 5;

  /** HTML's white space. @param {string} data @param {number} at */
  function isSpace(data, at) {
    const unit = data.charCodeAt(at);
    return unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12;
  }

  class Block {
    /** @param {string} tag @param {Element} element */
    constructor(tag, element) {
      this.text = '';
      this.tag = tag;
      this.element = element;
      /** @type {{ start: number, end: number, href: string, anchor: Element }[]} */
      this.links = [];
      // Pieces of text that lie in one text node without a gap: where in the text, which node, where in the node, how long.
      /** @type {number[]} */ this.at = [];
      /** @type {Text[]} */ this.nodes = [];
      /** @type {number[]} */ this.from = [];
      /** @type {number[]} */ this.size = [];
      /** Pieces before which something was left out: a range must not run over it. @type {Set<number>} */
      this.gaps = new Set();
    }

    /** Every text node still stands where it was and says the same. */
    get whole() {
      return this.nodes.every((node, i) => node.isConnected && node.length >= this.from[i] + this.size[i]);
    }

    /** Ranges for [start, end) of the text; several where something that is not text stands between. */
    /** @param {number} start @param {number} end @returns {Range[]} */
    ranges(start, end) {
      /** @type {Range[]} */
      const found = [];
      // The first piece that ends after `start`.
      let low = 0;
      let high = this.at.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.at[middle] + this.size[middle] <= start) low = middle + 1; else high = middle;
      }
      /** @type {[Text, number, Text, number] | null} */
      let open = null;
      const close = () => {
        if (!open) return;
        try {
          const range = document.createRange();
          range.setStart(open[0], open[1]);
          range.setEnd(open[2], open[3]);
          found.push(range);
        } catch { /* The node was shortened under us; the observer will read again. */ }
        open = null;
      };
      for (let i = low; i < this.at.length && this.at[i] < end; i += 1) {
        const a = Math.max(start - this.at[i], 0);
        const b = Math.min(end - this.at[i], this.size[i]);
        if (b <= a) continue;
        const node = this.nodes[i];
        if (open && this.gaps.has(i)) close();
        open = open ? [open[0], open[1], node, this.from[i] + b] : [node, this.from[i] + a, node, this.from[i] + b];
      }
      close();
      return found;
    }
  }

  /** The text that a reader can see: `display: contents` has no box of its own but shows what it holds. */
  /** @param {Element | null} element */
  function shown(element) {
    for (let el = element; el;) {
      if (el.checkVisibility()) return true;
      if (getComputedStyle(el).display !== 'contents') return false;
      el = /** @type {Element | null} */ (el.assignedSlot ?? fh.above(el));
    }
    return true;
  }

  /** @param {Element} el */
  function hintsOf(el) {
    let hints = '';
    if (!el.hasAttributes()) return hints;
    for (const name of ['id', 'class', 'role', 'itemprop', 'aria-label']) {
      const value = el.getAttribute(name)?.trim();
      if (value) hints += hints ? ` ${value}` : value;
    }
    if (hints.length > 200) hints = [...hints].slice(0, 200).join('');
    if (el.getAttribute('aria-hidden') === 'true') hints += hints ? ' aria-hidden' : 'aria-hidden';
    return hints;
  }

  /**
   * @param {Node} [root] where to start; the body if not given
   * @param {(element: Element) => boolean} [leaveOut] containers that belong to another article
   */
  fh.collect = async (root = document.body ?? document.documentElement, leaveOut) => {
    /** @type {Block[]} */
    const blocks = [];
    let until = performance.now() + SLICE;
    let steps = 0;

    // --- the block that is being written
    let block = /** @type {Block | null} */ (null);
    let space = false;      // white space that is written only if more text follows
    let breaks = 0;         // <br> since the last text
    let gap = false;        // something was left out since the last text
    /** @type {Element[]} */ const owners = [];   // block-level ancestors
    /** @type {string[]} */ const names = [];
    /** @type {Element[]} */ const anchors = [];
    /** @type {string[]} */ const hrefs = [];
    let pre = 0;

    const flush = () => {
      if (block && /\S/.test(block.text)) blocks.push(block);
      block = null;
      space = false;
      breaks = 0;
      gap = false;
    };

    /** @param {Text} node @param {string} data @param {number} from @param {number} to a run without outer white space */
    const write = (node, data, from, to) => {
      if (!block) block = new Block(names[names.length - 1] ?? 'body', owners[owners.length - 1] ?? document.body);
      const { at, nodes, size } = block;
      let start = from;
      if (block.text) {
        if (breaks) block.text += '\n';
        else if (space) {
          // A single white-space character before the run stands for the space: the piece goes on unbroken.
          if (from > 0 && isSpace(data, from - 1) && !(from > 1 && isSpace(data, from - 2))) start = from - 1;
          else block.text += ' ';
        }
      }
      const last = at.length - 1;
      const there = block.text.length;
      block.text += start < from ? ` ${data.slice(from, to)}` : data.slice(from, to);
      if (last >= 0 && !gap && nodes[last] === node && block.from[last] + size[last] === start && at[last] + size[last] === there) {
        size[last] += to - start;
      } else {
        if (gap) block.gaps.add(at.length);
        at.push(there);
        nodes.push(node);
        block.from.push(start);
        size.push(to - start);
      }
      const anchor = anchors[anchors.length - 1];
      if (anchor) {
        const link = block.links[block.links.length - 1];
        const end = block.text.length;
        if (link?.anchor === anchor) link.end = end;
        else block.links.push({ start: there + (from - start), end, href: hrefs[hrefs.length - 1], anchor });
      }
      space = false;
      breaks = 0;
      gap = false;
    };

    /** @param {Text} node */
    const read = node => {
      const data = node.data;
      let first = 0;
      while (isSpace(data, first)) first += 1;
      if (first === data.length) { if (data) space = true; return; }
      const parent = node.parentElement;
      if (parent !== lastParent) { lastParent = parent; lastShown = shown(parent); }
      if (!lastShown) { gap = true; return; }
      if (first > 0) spaced(data.slice(0, first));
      let stop = data.length;
      while (isSpace(data, stop - 1)) stop -= 1;
      // From one white space that is not a single space to the next: a paragraph usually is one piece, or one for each line of the source.
      odd.lastIndex = first;
      let from = first;
      for (let run; (run = odd.exec(data)) && run.index < stop;) {
        write(node, data, from, run.index);
        spaced(run[0]);
        from = run.index + run[0].length;
      }
      write(node, data, from, stop);
      if (stop < data.length) spaced(data.slice(stop));
    };
    /** @param {string} white */
    const spaced = white => {
      space = true;
      if (pre && white.includes('\n')) breaks = Math.max(breaks, 1);
    };
    const odd = /[ \t\n\f\r]{2,}|[\t\n\f\r]/g;
    /** @type {Element | null} */ let lastParent = null;
    let lastShown = true;

    // --- the walk: by hand, since a page may nest deeper than a stack holds. Three lists for what is open, since most pages are walked
    // once, by code that the engine has not warmed to: calls and objects cost more than the looks at the document.
    /** What a level is, beside open: its end is that of a block, an anchor, a `pre`, a shadow tree. */
    const IS_BLOCK = 1;
    const IS_ANCHOR = 2;
    const IS_PRE = 4;
    const IS_SHADOW = 8;
    /** @type {number[]} */ const kinds = [0];
    /** @type {(Node | null)[]} */ const nexts = [fh.node.first(root)];
    /** What is shown in a slot, by level, and how far it has been walked. @type {Map<number, { list: Node[], i: number }>} */
    const slots = new Map();
    const top = root.nodeType === 1 ? /** @type {Element} */ (root) : null;
    let shadows = 0;
    if (top) {
      owners.push(top);
      names.push(BLOCK.has(top.localName) ? top.localName : 'div');
      if (top.shadowRoot) {
        nexts[0] = top.shadowRoot.firstChild;
        shadows += 1;
      }
    }
    // Asked once for all, not of each element; in a shadow tree each is asked.
    const HIDDEN = '[hidden],[aria-hidden=true],dialog:not([open])';
    /** @returns {Set<Element>} */
    const findHidden = () => new Set(/** @type {ParentNode} */ (/** @type {unknown} */ (root)).querySelectorAll(HIDDEN));
    let hidden = findHidden();
    while (kinds.length) {
      const level = kinds.length - 1;
      /** @type {Node | null | undefined} */
      let node;
      const slot = slots.size ? slots.get(level) : undefined;
      if (slot) {
        node = slot.list[slot.i];
        slot.i += 1;
      } else node = nexts[level];
      if (!node) {
        const kind = kinds[level];
        kinds.pop();
        nexts.pop();
        if (slot) slots.delete(level);
        if (kind & IS_BLOCK) { flush(); owners.pop(); names.pop(); }
        if (kind & IS_ANCHOR) { anchors.pop(); hrefs.pop(); }
        if (kind & IS_PRE) pre -= 1;
        if (kind & IS_SHADOW) shadows -= 1;
        continue;
      }
      const el = /** @type {HTMLElement} */ (node);
      const name = typeof el.localName === 'object' ? 'form' : el.localName;
      const isForm = name === 'form';
      if (!slot) nexts[level] = isForm ? fh.node.next(node) : node.nextSibling;
      steps += 1;
      if ((steps & 127) === 0 && performance.now() > until) {
        await fh.rest();
        until = performance.now() + SLICE;
        lastParent = null;
        hidden = findHidden();
      }
      if (name === undefined) {
        if (node.nodeType === 3) read(/** @type {Text} */ (node));
        continue;
      }
      if (name === 'br') {
        breaks += 1;
        if (breaks > 1) flush();
        continue;
      }
      if (name === 'hr') { flush(); continue; }
      if (SKIP.has(name) || el === fh.hostElement) { gap = true; continue; }
      const blocky = BLOCK.has(name);
      const marked = shadows ? el.matches(HIDDEN) : hidden.has(el);
      if ((marked && (!blocky || el.hasAttribute('hidden') || (name === 'dialog' && !el.hasAttribute('open')))) || leaveOut?.(el)) { gap = true; continue; }
      let first = isForm ? fh.node.first(el) : el.firstChild;
      let kind = 0;
      if (HOSTS.has(name) || name.includes('-')) {
        const shadow = el.shadowRoot;
        if (shadow) {
          first = shadow.firstChild;
          kind = IS_SHADOW;
          shadows += 1;
        }
      } else if (name === 'slot') {
        const list = /** @type {HTMLSlotElement} */ (node).assignedNodes();
        if (list.length) slots.set(level + 1, { list, i: 0 });
      }
      if (!first && !(kind & IS_SHADOW) && !slots.has(level + 1)) { if (blocky) flush(); continue; }
      if (blocky) {
        flush();
        kind |= IS_BLOCK;
        owners.push(el);
        names.push(name);
      } else if (name === 'a') {
        const href = hrefOf(el);
        if (href) {
          kind |= IS_ANCHOR;
          anchors.push(el);
          hrefs.push(href);
        }
      }
      if (name === 'pre') { kind |= IS_PRE; pre += 1; }
      kinds.push(kind);
      nexts.push(first);
    }
    flush();
    return describe(blocks);
  };

  /** Where a link leads; nowhere if it has no address, or a script for one. @param {Element} el */
  function hrefOf(el) {
    // SVG's links have an object there.
    const { href } = /** @type {HTMLAnchorElement} */ (el);
    return typeof href === 'string' && !href.startsWith('javascript:') && !href.startsWith('data:') ? href : '';
  }

  /** @param {Block[]} blocks @returns {import('../types/content').Collection} */
  function describe(blocks) {
    /** @type {import('../types/core').Element[]} */
    const elements = [];
    /** @type {Map<Element, number>} */
    const known = new Map();
    /** @param {Element} el @returns {number} */
    const indexOf = el => {
      const seen = known.get(el);
      if (seen !== undefined) return seen;
      /** @type {Element[]} */
      const chain = [];
      let up = /** @type {Element | null} */ (el);
      for (; up && !known.has(up); up = fh.above(up)) chain.push(up);
      let parent = up ? known.get(up) : undefined;
      let depth = parent === undefined ? 0 : depths[parent] + 1;
      for (const each of chain.reverse()) {
        if (depth < DEEPEST) {
          const index = elements.length;
          const tag = fh.node.name(each);
          const hints = hintsOf(each);
          elements.push(parent === undefined ? { tag, hints } : { parent, tag, hints });
          depths.push(depth);
          known.set(each, index);
          parent = index;
          depth += 1;
        } else known.set(each, parent ?? 0);
      }
      return known.get(el) ?? 0;
    };
    /** @type {number[]} */
    const depths = [];
    return {
      blocks,
      elements,
      plain: blocks.map(b => {
        /** @type {import('../types/core').Block} */
        const plain = { text: b.text, tag: b.tag, element: indexOf(b.element) };
        if (b.links.length) plain.links = b.links.map(({ start, end, href }) => ({ start, end, href }));
        return plain;
      }),
    };
  }

  const META = 400;
  const LD_BYTES = 1 << 19;

  /** What the head says, and the microdata of the body. */
  fh.head = () => {
    /** @type {import('../types/core').Head} */
    const head = { meta: [], json_ld: [], microdata: [] };
    const lang = document.documentElement.getAttribute('lang');
    const canonical = document.querySelector('link[rel~=canonical i][href]')?.getAttribute('href');
    const base = document.querySelector('base[href]')?.getAttribute('href');
    if (lang) head.lang = lang;
    if (document.title) head.title = document.title;
    if (canonical) head.canonical = canonical;
    if (base) head.base = base;
    for (const meta of document.querySelectorAll('meta[content]')) {
      const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop');
      if (name) head.meta.push({ name, content: meta.getAttribute('content') ?? '' });
      if (head.meta.length >= META) break;
    }
    let left = LD_BYTES;
    for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
      const text = script.textContent ?? '';
      if (text.length <= left) { head.json_ld.push(text); left -= text.length; }
    }
    const stated = document.querySelectorAll('[itemprop],[rel~=author i],time,[class*=byline i],[class*=author i],[id*=byline i],[id*=author i]');
    for (const el of stated) {
      if (head.microdata.length >= 300) break;
      if (el.localName === 'meta') continue;
      const names = (el.getAttribute('itemprop') ?? '').split(/\s+/).filter(Boolean);
      if (el.matches('[rel~=author i]')) names.push('author');
      const named = [el.getAttribute('class') ?? '', el.id];
      if (named.some(value => /byline|author/i.test(value) && !/comment/i.test(value))) names.push('byline');
      if (el.localName === 'time') names.push('time');
      const content = el.getAttribute('content') ?? el.getAttribute('datetime') ?? brief(el);
      if (!content) continue;
      for (const name of names) head.microdata.push({ name, content });
    }
    return head;
  };

  /** An element's text, at most 300 characters, without reading a whole article to get it. */
  /** @param {Element} el */
  function brief(el) {
    if (!el.firstElementChild) return cut(el.textContent ?? '');
    const walker = document.createTreeWalker(el, 5 /* elements and text */, node =>
      (node.nodeType === 1 && SKIP.has(/** @type {Element} */ (node).localName) ? 2 : 1));
    let text = '';
    for (let node; text.length < 400 && (node = walker.nextNode());) {
      if (node.nodeType === 3) text += /** @type {Text} */ (node).data;
      else if (BLOCK.has(/** @type {Element} */ (node).localName) || /** @type {Element} */ (node).localName === 'br') text += ' ';
    }
    return cut(text);
  }

  /** @param {string} text */
  const cut = text => [...text.slice(0, 2000).replace(/[ \t\n\f\r]+/g, ' ').trim()].slice(0, 300).join('');
})();
