// More to build with, for what a reader opens: icons, links, days, wordings with elements in them.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  Object.assign(fh.icons, {
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
  });

  /** The same with nodes for arguments: the wording decides where they stand. */
  fh.rich = (key, ...args) => {
    const marked = fh.text(key, ...args.map((_, i) => String.fromCharCode(0xe000 + i)));
    return marked.split(/([\ue000-\ue00f])/).filter(Boolean)
      .map(piece => (piece.length === 1 ? args[piece.charCodeAt(0) - 0xe000] ?? piece : piece));
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

  /** Text cut at a word, at most `max` code units. */
  fh.cut = (text, max) => {
    if (text.length <= max) return text;
    const head = text.slice(0, max);
    const space = head.lastIndexOf(' ');
    return `${head.slice(0, space > max * 0.6 ? space : max).replace(/[\s,;:.–—-]+$/, '').replace(/[\ud800-\udbff]$/, '')}…`;
  };
})();
