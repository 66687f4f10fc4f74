// The playground: the extension's own page scripts, in a frame that holds the story, on the same wasm module. Nothing is fetched but
// the playground's own files.

import { brief } from './extension/content/brief.js';
import { SHADOW_STYLES, STAGES, STYLES } from './extension/content/files.js';
import init, { Firsthand } from './wasm/firsthand.js';

/** @import { Page } from '../extension/types/core' */
/** @import { FromPage, SiteSettings, ToPage } from '../extension/types/protocol' */

/** @template {HTMLElement} T @param {string} id */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
const desk = /** @type {HTMLFormElement} */ (byId('desk'));
const result = byId('result');
/** @type {Record<'story' | 'original', { text: HTMLTextAreaElement, url: HTMLInputElement }>} */
const fields = {
  story: { text: byId('story'), url: byId('story-url') },
  original: { text: byId('original'), url: byId('original-url') },
};
const said = byId('said');

const SAMPLES = {
  story: 'news/buzzline/port-bosses-let-cranes-go-unchecked/',
  original: 'news/tidewaterledger/2026/03/03/harbour-crane-inspections/',
};

/** @param {string} path */
async function text(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

const looksLikeHtml = (/** @type {string} */ given) => /<(?:!doctype|html|body|article|p|div|h1)\b/i.test(given);

/** What was pasted, as the core takes it. @param {'story' | 'original'} which @returns {Page} */
function given(which) {
  const { text, url } = fields[which];
  return { ...(url.value && { url: url.value }), ...(looksLikeHtml(text.value) ? { html: text.value } : { text: text.value }) };
}

const KEPT = new Set(['ARTICLE', 'ASIDE', 'B', 'BLOCKQUOTE', 'BR', 'DIV', 'EM', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'I',
  'LI', 'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'SPAN', 'STRONG', 'TABLE', 'TBODY', 'TD', 'TH', 'TIME', 'TR', 'U', 'UL', 'A']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'FORM', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA',
  'IMG', 'VIDEO', 'AUDIO', 'CANVAS', 'LINK', 'META', 'BASE']);
const ATTRIBUTES = ['id', 'class', 'role', 'itemprop', 'aria-label', 'datetime', 'rel'];

/**
 * The elements of a pasted document that hold text, without anything that runs, loads or is styled.
 * @param {Node} from @param {Node} to @param {string | undefined} base
 */
function sanitize(from, to, base) {
  // Nested as deep as it likes: no recursion.
  /** @type {[Node, Node][]} */
  const left = [[from, to]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [source, target] = next;
    for (const child of source.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) target.appendChild(new Text(child.nodeValue ?? ''));
      if (!(child instanceof Element) || DROPPED.has(child.tagName.toUpperCase())) continue;
      if (!KEPT.has(child.tagName)) {
        const place = document.createElement('div');
        target.appendChild(place);
        left.push([child, place]);
        continue;
      }
      const copy = document.createElement(child.tagName);
      for (const name of ATTRIBUTES) {
        const value = child.getAttribute(name);
        if (value !== null) copy.setAttribute(name, value);
      }
      const href = child.tagName === 'A' ? URL.parse(child.getAttribute('href') ?? '', base) : null;
      if (href && /^https?:$/.test(href.protocol)) Object.assign(copy, { href: href.href, target: '_blank', rel: 'noopener noreferrer' });
      target.appendChild(copy);
      left.push([child, copy]);
    }
  }
}

/** Puts the story into a frame's document. @param {Document} page */
function write(page) {
  const { text, html, url } = given('story');
  if (html !== undefined) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    page.title = parsed.title;
    // Metadata are read and never run.
    for (const kept of parsed.querySelectorAll('meta[name],meta[property],link[rel=canonical],script[type="application/ld+json"]')) {
      page.head.append(page.importNode(kept, true));
    }
    const holder = page.createElement('article');
    sanitize(parsed.body, holder, url);
    page.body.append(holder);
  } else {
    const article = page.createElement('article');
    for (const line of (text ?? '').split('\n')) {
      if (!line.trim()) continue;
      const paragraph = page.createElement('p');
      paragraph.textContent = line;
      article.append(paragraph);
    }
    page.body.append(article);
  }
}

/** The wording of `_locales`, as `chrome.i18n.getMessage` gives it. @param {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} messages */
const wording = (messages) => (/** @type {string} */ key, /** @type {string[]} */ args) => {
  const { message, placeholders = {} } = messages[key] ?? { message: '' };
  const filled = message.replace(/\$([a-z0-9_@]+)\$/gi, (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole);
  return filled.replace(/\$([1-9])/g, (_, n) => args[Number(n) - 1] ?? '').replaceAll('$$', '$');
};

await init();
const [core, messages, styles] = await Promise.all([
  Firsthand.open(null),
  text('extension/_locales/en/messages.json').then(JSON.parse),
  Promise.all([SHADOW_STYLES.folded, SHADOW_STYLES.drawn, SHADOW_STYLES.opened].map((paths) => Promise.all(paths.map((path) => text(`extension/${path}`))).then((texts) => texts.join('\n')))),
]);

/** Answers the page scripts as the background does. @param {() => Page | null} original */
function host(original) {
  /** @type {((message: ToPage) => void)[]} */
  const heard = [];
  /** @type {SiteSettings} */
  const settings = { on: true, report: true, words: true };
  const look = () => ({ settings: { ...settings }, density: /** @type {const} */ ('all'), letters: true, theme: /** @type {const} */ ('auto') });
  return {
    text: wording(messages),
    language: () => 'en',
    listen: (/** @type {(message: ToPage) => void} */ hear) => void heard.push(hear),
    /** @param {FromPage} message */
    async send(message) {
      switch (message.type) {
        case 'dress': return { css: styles[0] };
        case 'drawn': return { css: styles[1] };
        case 'more': return { css: styles[2] };
        case 'look': return look();
        case 'tabs': return { tabs: [] };
        case 'set':
          Object.assign(settings, message.change);
          for (const hear of heard) hear({ type: 'settings', ...look() });
          return {};
        case 'read':
        case 'compare': {
          const page = { ...message.page, url: fields.story.url.value || undefined };
          const report = original();
          try {
            const answer = await core.read(page, { fetch: 'never', ...(report && { originals: [{ id: 'report', ...report }] }), remember: false, more: false });
            said.textContent = '';
            const how = { site: 'this page', keys: '', ...look() };
            return { report: JSON.stringify(answer), brief: brief(answer, how, wording(messages)), within: ':root', ...how };
          } catch (error) {
            const { code, message: why } = /** @type {{ code?: string, message?: string }} */ (error);
            said.textContent = `It could not be read: ${why ?? error}`;
            return { error: { code: code ?? 'failed', message: why ?? String(error) } };
          }
        }
        default: return {};
      }
    },
  };
}

async function compare() {
  said.textContent = 'Comparing …';
  const original = fields.original.text.value.trim() ? given('original') : null;
  const frame = document.createElement('iframe');
  frame.title = 'The story';
  frame.src = 'story.html';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  byId('address').textContent = fields.story.url.value;
  byId('screen').replaceChildren(frame);
  result.hidden = false;
  await loaded;
  const page = frame.contentDocument;
  if (!page || !frame.contentWindow) return;
  write(page);
  for (const path of STYLES) {
    page.head.append(Object.assign(page.createElement('link'), { rel: 'stylesheet', href: `extension/${path}` }));
  }
  Object.assign(frame.contentWindow, { firsthand: { host: host(() => original) } });
  // What `page.js` starts finds the others there.
  for (const path of [...STAGES.article.slice(0, -1), ...STAGES.more, ...STAGES.changes, ...STAGES.article.slice(-1)]) {
    const script = page.createElement('script');
    script.async = false;
    script.src = `extension/${path}`;
    page.head.append(script);
  }
  result.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
}

/** Fills both sheets with the made-up pair. */
async function openSamples() {
  for (const which of /** @type {const} */ (['story', 'original'])) {
    const html = await text(SAMPLES[which]);
    fields[which].text.value = html;
    fields[which].url.value = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
  }
  await compare();
}

desk.addEventListener('submit', (event) => {
  event.preventDefault();
  void compare();
});
byId('sample').addEventListener('click', () => void openSamples());
for (const button of desk.querySelectorAll('button')) button.disabled = false;
said.textContent = '';
