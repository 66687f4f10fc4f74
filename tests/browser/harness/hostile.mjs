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

export const PAGES = {
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
