// What the page scripts share: the way to the background, the reader's language, small builders of elements.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  const SVG = 'http://www.w3.org/2000/svg';

  // The playground brings its own `host`; in a page it is the extension.
  fh.host ??= {
    send: message => /** @type {any} */ (globalThis).chrome.runtime.sendMessage(message),
    text: (key, args) => /** @type {any} */ (globalThis).chrome.i18n.getMessage(key, args),
  };

  /** A failure is answered, never thrown: `{ error: { code, message } }`. */
  fh.send = async message => {
    try {
      return (await fh.host.send(message)) ?? { error: { code: 'silent', message: '' } };
    } catch (error) {
      return { error: { code: 'gone', message: String(error) } };
    }
  };

  /** Wordings that came with a reading, a private-use character in the place of each argument. @type {Record<string, string>} */
  let words = {};
  fh.learn = given => { words = given; };

  /** The reader's wording for a key of `_locales`. */
  fh.text = (key, ...args) => (Object.hasOwn(words, key)
    ? words[key].replace(/[\ue000-\ue00f]/g, place => String(args[place.charCodeAt(0) - 0xe000] ?? ''))
    : fh.host.text(key, args.map(String)) || key);

  /** What was brought, by the message that asks for it: its styles. @type {Map<string, Promise<string>>} */
  const coming = new Map();
  /** Brings a part of us that most pages are read without, once; answers its styles. */
  /** @param {'more' | 'changes'} type */
  function bring(type) {
    let styles = coming.get(type);
    if (!styles) {
      styles = fh.send({ type }).then(answer => {
        if ('put' in answer) return answer.css ?? '';
        coming.delete(type);
        return '';
      });
      coming.set(type, styles);
    }
    return styles;
  }
  fh.more = () => bring('more');

  // Until a part is there, whoever calls what `acts` brings it and gets that done then. The playground has all of them from the beginning.
  /** @param {'card' | 'panel' | 'notice' | 'reader' | 'changes'} name @param {'more' | 'changes'} type @param {string[]} acts @param {object} [nothing] what else it can be asked until then */
  const absent = (name, type, acts, nothing = {}) => {
    const part = /** @type {any} */ ({ ...nothing });
    for (const act of acts) {
      part[act] = async (/** @type {any[]} */ ...args) => {
        await bring(type);
        return fh[name] === part ? undefined : /** @type {any} */ (fh[name])[act](...args);
      };
    }
    fh[name] = part;
  };
  const closed = { shown: null, holdsFocus: false, element: null, close() {}, focus() {} };
  absent('card', 'more', ['show'], { ...closed, place() {} });
  absent('panel', 'more', ['show'], { ...closed, box: () => null, here() {}, focusItem: () => false });
  absent('notice', 'more', ['show'], closed);
  absent('reader', 'more', ['shortcut', 'step', 'compare', 'restore', 'markOpinion']);
  absent('changes', 'changes', ['refresh', 'again', 'moved', 'scrolled']);
  fh.noticeFor = () => null;

  /** The same with nodes for arguments: the wording decides where they stand. */
  fh.rich = (key, ...args) => {
    const marked = fh.text(key, ...args.map((_, i) => String.fromCharCode(0xe000 + i)));
    return marked.split(/([\ue000-\ue00f])/).filter(Boolean)
      .map(piece => (piece.length === 1 ? args[piece.charCodeAt(0) - 0xe000] ?? piece : piece));
  };

  fh.el = (tag, props = {}, ...children) => {
    const el = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith('on')) el.addEventListener(name.slice(2), /** @type {any} */ (value));
      else el.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children.flat()) if (child !== null && child !== undefined && child !== '') el.append(child);
    return /** @type {any} */ (el);
  };

  /** width, height, then the paths: `d`, and what differs from a 1.5px outline in the current colour. */
  /** @type {Record<string, [number, number, ...Record<string, string>[]]>} */
  const ICONS = {
    glyph: [16, 16,
      { fill: 'currentColor', d: 'M6.9 2.6C4.2 3.2 2.5 5.2 2.5 7.6a2.2 2.2 0 1 0 2.4-2.2c.1-.9.9-1.6 2.3-2zM13.2 2.6c-2.7.6-4.4 2.6-4.4 5a2.2 2.2 0 1 0 2.4-2.2c.1-.9.9-1.6 2.3-2z' },
      { fill: 'currentColor', d: 'M2.5 12h11v1.5h-11z' }],
    chevron: [12, 12, { stroke: 'currentColor', d: 'm4.5 2.5 3.5 3.5-3.5 3.5' }],
    up: [14, 14, { stroke: 'currentColor', d: 'm3 8.5 4-4 4 4' }],
    down: [14, 14, { stroke: 'currentColor', d: 'm3 5.5 4 4 4-4' }],
    fold: [14, 14, { stroke: 'currentColor', d: 'M2 7h6.5M5.5 3.5 9 7l-3.5 3.5M12 2v10' }],
    out: [11, 11, { stroke: 'currentColor', 'stroke-width': '1.4', d: 'M2.5 8.5 8.5 2.5M4 2.5h4.5V7' }],
    // Samples of the five strokes.
    traced: [22, 10, { stroke: 'var(--fh-mark-traced)', 'stroke-width': '1', d: 'M0 6.5h22' }],
    exact: [22, 10, { stroke: 'var(--fh-mark-exact)', 'stroke-width': '1', d: 'M0 4.5h22M0 7.5h22' }],
    changed: [22, 10, { stroke: 'var(--fh-mark-changed)', d: 'M1 6.5q2.5-4.5 5 0t5 0 5 0 5 0' }],
    writer: [22, 10, { fill: 'var(--fh-writer-wash)', d: 'M0 0h22v8H0z' },
      { stroke: 'var(--fh-mark-writer)', 'stroke-width': '2', 'stroke-dasharray': '4 2', d: 'M0 7h22' }],
    nobody: [22, 10, { stroke: 'var(--fh-mark-nobody)', 'stroke-width': '2.6', 'stroke-linecap': 'round', 'stroke-dasharray': '0 4.6', d: 'M1.5 6.5h20' }],
  };

  /** An icon, sized in the reader's own text size. */
  fh.icon = name => {
    const [width, height, ...paths] = ICONS[name] ?? [0, 0];
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('fill', 'none');
    svg.setAttribute('aria-hidden', 'true');
    // Through CSSOM: a page's CSP forbids style attributes, not style objects.
    svg.style.width = `calc(var(--fh-rem) * ${width / 16})`;
    svg.style.height = `calc(var(--fh-rem) * ${height / 16})`;
    for (const path of paths) {
      const p = document.createElementNS(SVG, 'path');
      for (const [key, value] of Object.entries({ 'stroke-width': '1.5', ...path })) {
        // var() works in properties, not in presentation attributes.
        if (value.startsWith('var(')) p.style.setProperty(key, value);
        else p.setAttribute(key, value);
      }
      svg.append(p);
    }
    return svg;
  };

  /** A link that opens beside the page. Only web addresses become links: what a page or report says is not trusted. */
  fh.link = (href, props, ...children) => {
    const safe = typeof href === 'string' && /^https?:\/\//i.test(href);
    return safe
      ? fh.el('a', { ...props, href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
      : fh.el('span', { class: props.class }, ...children);
  };

  /** A day as the reader writes it, in the zone that the page gave it in. */
  fh.day = iso => {
    const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '');
    if (!m) return '';
    const date = new Date(Date.UTC(+m[1], +m[2] - 1, +m[3]));
    return new Intl.DateTimeFormat(fh.host.language?.() ?? undefined,
      { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
  };

  /** The site as popup and settings name it (`siteOf`, which a page script cannot import): the host without port and `www.`. */
  fh.domain = url => {
    try { return new URL(url ?? '').hostname.replace(/^www\./, ''); } catch { return ''; }
  };

  /** Text cut at a word, at most `max` code units. */
  fh.cut = (text, max) => {
    if (text.length <= max) return text;
    const head = text.slice(0, max);
    const space = head.lastIndexOf(' ');
    return `${head.slice(0, space > max * 0.6 ? space : max).replace(/[\s,;:.–—-]+$/, '').replace(/[\ud800-\udbff]$/, '')}…`;
  };

  // A form's fields are properties of the form, before those that every element has: where one is called `parentElement`, a climb by that
  // name would go in a circle. The prototype's own getters cannot be covered.
  /** @param {{ prototype: object }} of @param {string} name @returns {(node: Node) => any} */
  const getter = (of, name) => {
    const get = Object.getOwnPropertyDescriptor(of.prototype, name)?.get;
    return node => get?.call(node);
  };
  fh.node = { name: getter(Element, 'localName'), first: getter(Node, 'firstChild'), next: getter(Node, 'nextSibling'), parent: getter(Node, 'parentElement') };

  /** The element around another; around a shadow tree its host. */
  fh.above = node => fh.node.parent(node) ?? /** @type {any} */ (Node.prototype.getRootNode.call(node)).host ?? null;

  /** Let the page have the thread. */
  fh.rest = () => {
    const scheduler = /** @type {any} */ (globalThis).scheduler;
    return scheduler?.yield ? scheduler.yield() : new Promise(done => setTimeout(done));
  };

  /** Call `work` once things have been quiet for `ms`. */
  fh.debounce = (work, ms) => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const later = () => { clearTimeout(timer); timer = setTimeout(work, ms); };
    later.cancel = () => clearTimeout(timer);
    return later;
  };
})();
