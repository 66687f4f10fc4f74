// The reader's language, and builders of elements: what the folded surfaces are made with.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  const SVG = 'http://www.w3.org/2000/svg';

  /** Wordings that came with our styles, a private-use character in the place of each argument. @type {Record<string, string>} */
  let words = {};
  fh.learn = given => { words = given; };

  /** The reader's wording for a key of `_locales`. */
  fh.text = (key, ...args) => (Object.hasOwn(words, key)
    ? words[key].replace(/[\ue000-\ue00f]/g, place => String(args[place.charCodeAt(0) - 0xe000] ?? ''))
    : fh.host.text(key, args.map(String)) || key);

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

  /** width, height, then the paths: `d`, and what differs from a 1.5px outline in the current colour. `pieces.js` adds the others. */
  fh.icons = {
    glyph: [16, 16,
      { fill: 'currentColor', d: 'M6.9 2.6C4.2 3.2 2.5 5.2 2.5 7.6a2.2 2.2 0 1 0 2.4-2.2c.1-.9.9-1.6 2.3-2zM13.2 2.6c-2.7.6-4.4 2.6-4.4 5a2.2 2.2 0 1 0 2.4-2.2c.1-.9.9-1.6 2.3-2z' },
      { fill: 'currentColor', d: 'M2.5 12h11v1.5h-11z' }],
  };

  /** An icon, sized in the reader's own text size. */
  fh.icon = name => {
    const [width, height, ...paths] = fh.icons[name] ?? [0, 0];
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
})();
