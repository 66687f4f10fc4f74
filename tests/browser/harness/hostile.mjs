// Pages that are late, restless or hostile. All of it is made up.

import { STORY } from './buzzline.mjs';

const BODY = STORY.slice(STORY.indexOf('<article>'), STORY.indexOf('</article>') + '</article>'.length);
const HEAD = STORY.slice(0, STORY.indexOf('<article>'));

/** Another story, of which other words are traced. */
export const SECOND = `<article id="second"><h1>Ferry fares to rise by a tenth</h1>
<p>Fares on the Merrow ferry are to rise by a tenth from May, the operator said in a notice to the harbour council on Tuesday morning.</p>
<p>The crossing carried 412,000 passengers last year, fewer than in any year since the bridge at Oldhaven was opened to lorries and buses.</p>
<p>It is a cynical cash grab. The operator said the price of fuel had doubled in two winters and that two of its boats were due for new engines.</p>
<p>Island councillors asked for the increase to be spread over three years, and for a season ticket at the old price for pupils and apprentices.</p>
<p>The harbour council is to discuss the notice on the nineteenth. Until then the old fares hold, and tickets already bought stay valid all year.</p>
</article>`;

/** @type {import('./report.js').Plan} */
export const SECOND_PLAN = {
  finding: 'rewrite', body: 'second',
  source: { site: 'The Island Post', title: 'Ferry to cost a tenth more', url: 'https://islandpost.example/ferry', published: '2026-03-05', days_earlier: 0, sentences: 9 },
  traces: [['The crossing carried 412,000 passengers last year, fewer than in any year since the bridge at Oldhaven was opened to lorries and buses.', 3, 'The ferry carried 412,000 people last year.', 'close', ['412,000']]],
  own: [['a cynical cash grab']],
};

const STRICT = {
  'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin",
};

const FILLER = Array.from({ length: 1200 }, (_, i) => `<p>Paragraph ${i} of the long account tells again of harbours, tides, ledgers and cables, and of ${i} people who
counted them by hand, night after night, while the lamps of the quay went on and off and the clerks wrote down all that was said in fair copies of forty or fifty words each.</p>`).join('');

const BLOG = STORY.replace('<p>Cranes at', '<div id="posts"></div><p>Cranes at').replace('</body>', `<script>window.post = (text) => {
    const p = document.createElement('p'); p.textContent = text; document.querySelector('#posts').prepend(p); };</script></body>`);

/** Every built-in that a page can spoil for its own scripts, spoiled before ours come. */
const SPOILS = `<script>
  const spoil = (of, names) => { for (const name of names) { try { Object.defineProperty(of, name, { configurable: true, get() { throw new Error('spoilt'); }, set() {} }); } catch {} } };
  document.addEventListener('DOMContentLoaded', () => {
    spoil(Array.prototype, ['map', 'filter', 'push', 'sort', 'findIndex', 'flatMap', 'some', 'every', 'includes', 'join', Symbol.iterator]);
    spoil(Map.prototype, ['get', 'set', 'has', 'forEach', Symbol.iterator]);
    spoil(Set.prototype, ['add', 'has']);
    spoil(String.prototype, ['replace', 'slice', 'split', 'trim', 'startsWith', 'match']);
    spoil(Promise.prototype, ['then', 'catch', 'finally']);
    spoil(Promise, ['resolve', 'all']);
    spoil(Node.prototype, ['parentElement', 'parentNode', 'firstChild', 'nextSibling', 'contains', 'textContent', 'nodeValue', 'getRootNode', 'isConnected', 'nodeType']);
    spoil(Element.prototype, ['getAttribute', 'hasAttribute', 'querySelector', 'querySelectorAll', 'attachShadow', 'localName', 'id', 'classList', 'append', 'getBoundingClientRect', 'closest']);
    spoil(Document.prototype, ['querySelector', 'querySelectorAll', 'createElement', 'createElementNS', 'createRange', 'body', 'documentElement', 'getElementsByTagName', 'addEventListener']);
    spoil(EventTarget.prototype, ['addEventListener', 'removeEventListener']);
    spoil(Range.prototype, ['setStart', 'setEnd', 'getClientRects']);
    spoil(JSON, ['parse', 'stringify']);
    for (const name of ['Highlight', 'MutationObserver', 'ResizeObserver', 'CSSStyleSheet', 'IntersectionObserver', 'getComputedStyle', 'setTimeout', 'requestAnimationFrame', 'matchMedia', 'Intl', 'WeakMap', 'firsthand', 'chrome', 'browser'])
      spoil(window, [name]);
  });
</script>`;

/** A form around all of it, as some systems write it: the names of its fields stand in the way of what an element has. */
const CLOBBERS = (/** @type {string} */ body) => `<form id="aspnetForm" action="/">${['action', 'attributes', 'children', 'className', 'contains', 'content', 'dir', 'firstChild', 'getRootNode', 'hidden', 'id', 'lang', 'length', 'localName', 'method', 'name', 'nextSibling', 'parentElement', 'role', 'style', 'tags', 'target', 'text', 'title', 'value']
  .map((name) => `<input type="hidden" name="${name}">`).join('')}${body}</form>`;

const SHORT = Array.from({ length: 3000 }, (_, i) => `<p>Gull ${i} flew over the quay.</p>`).join('');

export const PAGES = {
  '/spoilt': STORY.replace('<style>', `${SPOILS}<style>`),
  '/clobbered': STORY.replace(/<body>[\s\S]*<\/body>/, (all) => `<body>${CLOBBERS(all.slice(6, -7))}</body>`),
  // Ads that come one after the other between paragraphs, each with as much text as a paragraph.
  '/ads': STORY.replace('<p>The national safety office', `${SHORT}<p>The national safety office`).replace('</body>', `<script>window.ads = 0; window.timer = setInterval(() => {
    const all = document.querySelectorAll('article p'); const ad = document.createElement('div'); ad.className = 'ad';
    ad.innerHTML = '<b>Advertisement</b> <span>Sockly sends socks by post, number ' + window.ads + ' of many, to whoever wants them.</span>';
    all[(window.ads * 37) % all.length].after(ad); window.ads += 1; }, 100);</script></body>`),
  // The whole article is taken away and put back by a framework: other elements, other names, first an empty frame.
  '/replaced': `${HEAD}<div id="app"><main class="ssr">${BODY}</main></div><script>
    const text = [...document.querySelectorAll('article > *')].map((el) => [el.localName, el.innerHTML]);
    window.skeleton = () => { document.querySelector('#app').innerHTML = '<div class="loading"><p>Loading …</p></div>'; };
    window.hydrate = () => { const app = document.createElement('div'); app.className = 'csr';
      const story = document.createElement('section'); story.setAttribute('itemprop', 'articleBody');
      for (const [name, html] of text) { const box = document.createElement('div'); const el = document.createElement(name); el.innerHTML = html; box.append(el); story.append(box); }
      app.append(story); document.querySelector('#app').replaceChildren(app); };
    window.wall = () => { document.querySelector('#app').innerHTML = '<div><p>You have read your last free story of the month, and it was this one.</p></div>'; };
    </script>`,
  '/long': STORY.replace('<p>The national safety office', `${FILLER}<p>The national safety office`),
  '/late': `${HEAD}<main></main><script>setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(BODY)}; }, 1500);</script>`,
  '/grows': `${STORY.replace('<p>The national safety office', '<div id="rest" hidden></div><p hidden>The national safety office')}
    <script>setTimeout(() => { for (const p of document.querySelectorAll('p[hidden]')) p.replaceWith(Object.assign(document.createElement('p'), { textContent: p.textContent })); }, 1200);</script>`,
  '/app': `${HEAD}<nav><button id="go">Next</button></nav><main>${BODY}</main><script>
    document.querySelector('#go').onclick = () => { history.pushState({}, '', '/app-second'); document.querySelector('main').innerHTML = ${JSON.stringify(SECOND)}; };
    addEventListener('popstate', () => { document.querySelector('main').innerHTML = ${JSON.stringify(BODY)}; });</script>`,
  '/endless': `${HEAD}<main>${BODY}<div style="height:1200px"></div></main><script>
    let more = false;
    addEventListener('scroll', () => { if (more || scrollY < 300) return; more = true;
      document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(`${SECOND}<div style="height:1200px"></div>`)});
      history.replaceState({}, '', '/endless-second'); });</script>`,
  '/renders': `${STORY}<script>window.renderAgain = () => { const a = document.querySelector('article'); a.innerHTML = a.innerHTML; };</script>`,
  '/clears': `${STORY}<script>let n = 0; const clear = () => { CSS.highlights.clear(); };
    window.clearAll = clear;
    window.replaceAll_ = () => { for (const name of [...CSS.highlights.keys()]) CSS.highlights.set(name, new Highlight()); };</script>`,
  '/strict': { headers: STRICT, body: STORY.replace(/<style>[\s\S]*?<\/style>/, '') },
  '/component': `${HEAD}<article><h1>Port bosses let cranes go unchecked for over a year</h1><story-text></story-text></article><script>
    customElements.define('story-text', class extends HTMLElement { connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = ${JSON.stringify(BODY.slice(BODY.indexOf('<p>'), BODY.lastIndexOf('</p>') + 4))}; } });</script>
    <p hidden>${'Words for the gate, which does not look into components. '.repeat(30)}</p>`,
  '/slotted': `${HEAD}<story-frame><article>${BODY.replace(/<\/?article>/g, '')}</article></story-frame><script>
    customElements.define('story-frame', class extends HTMLElement { connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = '<div class="frame"><p>Advertisement by the component</p><slot></slot></div>'; } });</script>`,
  '/noselect': STORY.replace('article p {', 'article { user-select: none; -webkit-user-select: none } article p {'),
  '/boxes': STORY.replace('article p {', 'article p:nth-of-type(2) { background: #12161c; color: #eee } article p:nth-of-type(4) { background: #808080; color: #000 } article p {'),
  '/rtl': STORY.replace('<html lang="en">', '<html lang="he" dir="rtl">'),
  '/framed': `${HEAD}<p>Only a frame.</p><iframe src="/rewrite" width="900" height="800"></iframe>`,
  '/wipes': `${STORY}<script>window.wipe = () => document.querySelector('firsthand-ui')?.remove();</script>`,
  '/cached': { headers: { 'cache-control': 'max-age=600' }, body: STORY },
  '/blog': BLOG,
  '/blog-credits': BLOG,
};
