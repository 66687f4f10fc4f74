// The extension's page scripts with a stub for a background, unpacked into `target/harness/`.

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, launch, serve, unpacked } from '../driver/index.mjs';
import { PLANS, STORY } from './buzzline.mjs';

/** @import { Browser, Name, Options, Page } from '../driver/index.mjs' */

const HERE = join(ROOT, 'tests/browser/harness');
export const HOST = 'firsthand-ui';

let copies = 0;

/** @param {Name} name */
async function assemble(name) {
  const folder = join(ROOT, 'target/harness', `${name}-${process.pid}-${++copies}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const part of ['content', 'ui', '_locales', 'icons']) await cp(join(ROOT, 'extension', part), join(folder, part), { recursive: true });
  await cp(join(ROOT, 'extension/background/stages.js'), join(folder, 'background/stages.js'));
  if (name === 'chromium') await cp(join(unpacked(name), 'stages'), join(folder, 'stages'), { recursive: true });
  for (const part of ['background.js', 'report.js']) await cp(join(HERE, part), join(folder, 'background', part));
  const read = async (/** @type {string} */ file) => JSON.parse(await readFile(join(ROOT, 'extension', file), 'utf8'));
  const { action, options_ui, ...base } = await read('manifest.json');
  const { action: _, ...patch } = await read(name === 'chromium' ? 'manifest.chrome.json' : 'manifest.firefox.json');
  patch.background = name === 'chromium' ? { service_worker: 'background/background.js', type: 'module' } : { scripts: ['background/background.js'], type: 'module' };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...base, ...patch }));
  return folder;
}

/** Starts a browser and a site with the story at every path of `PLANS`. @param {Name} name @param {Partial<Options> & { pages?: Record<string, any>, plans?: Record<string, any> }} [more] */
export async function start(name, { pages = {}, plans = {}, ...options } = {}) {
  const folder = await assemble(name);
  const all = { ...PLANS, ...plans };
  const server = await serve({
    buzzline: {
      '*': STORY,
      '/favicon.ico': { status: 404 },
      '/empty': '<!doctype html><title>Empty</title>',
      '/plan': (request, response) => {
        const url = new URL(request.url ?? '', 'http://x');
        const path = url.searchParams.get('path') ?? '';
        const type = url.searchParams.get('type');
        const plan = type === 'read' ? all[path] ?? all['*'] ?? { finding: 'nothing' } : all[`${path}:${type}`] ?? all['/rewrite'];
        response.writeHead(200, { 'content-type': 'application/json' });
        setTimeout(() => response.end(JSON.stringify(typeof plan === 'function' ? plan() : plan)), plan.delay ?? 0);
      },
      ...pages,
    },
  });
  const browser = await launch({ browser: name, extension: folder, ...options });
  const close = async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  /** To the stub. @param {any} message */
  const stub = message => browser.extension(
    /** @type {any} */ (name === 'chromium' ? (/** @type {any} */ m) => /** @type {any} */ (globalThis).stubDo(m)
      : (/** @type {any} */ m) => /** @type {any} */ (globalThis).browser.runtime.sendMessage(m)), message);
  return {
    browser, server, close, stub,
    change: (/** @type {any} */ what) => stub({ stub: 'change', what }),
    tell: (/** @type {any} */ what) => stub({ stub: 'tell', what }),
    /** @returns {Promise<any[]>} */
    heard: () => /** @type {any} */ (stub({ stub: 'heard' })),
    /** The last page that was to be read, as it was collected. @returns {Promise<any>} */
    whole: () => /** @type {any} */ (stub({ stub: 'page' })),
    url: (/** @type {string} */ path) => server.url('buzzline', path),
    /** @param {string} path */
    open: path => browser.open(server.url('buzzline', path)),
  };
}
