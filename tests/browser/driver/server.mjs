// Made-up sites on loopback. Every site is a name below `.localhost`, which browsers resolve by themselves, so that
// each is a site of its own to the extension, as on the open web.

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/**
 * What a site answers for a path: the page itself, or a page with its status and headers, or a function that does it all.
 * @typedef {string | Buffer | { status?: number, headers?: Record<string, string>, body?: string | Buffer }
 *   | ((request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown)} Answer
 */

/** A folder, or the answers by path (`*` for all others). @typedef {string | Record<string, Answer>} Site */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

export class Server {
  /** Every request so far, in order. @type {{ site: string, path: string, headers: import('node:http').IncomingHttpHeaders }[]} */
  requests = [];
  port = 0;
  /** @type {import('node:http').Server[]} */
  #servers = [];
  /** @type {Record<string, Site>} */
  #sites;

  /** @param {Record<string, Site>} sites by name, without `.localhost`; `localhost` is the one without a name */
  constructor(sites) {
    this.#sites = sites;
  }

  /** @param {number} port */
  async listen(port) {
    this.port = await this.#bind('127.0.0.1', port);
    // Browsers try ::1 first for names below `.localhost`; where there is no IPv6 they go on to 127.0.0.1.
    await this.#bind('::1', this.port).catch(() => {});
    return this;
  }

  /** The address of a page. @param {string} site @param {string} [path] */
  url(site, path = '/') {
    return `http://${site === 'localhost' ? site : `${site}.localhost`}:${this.port}${path}`;
  }

  /** The paths that were asked of a site. @param {string} site */
  asked(site) {
    return this.requests.filter((request) => request.site === site).map((request) => request.path);
  }

  async close() {
    await Promise.all(this.#servers.map((server) => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    })));
  }

  /** @param {string} host @param {number} port @returns {Promise<number>} */
  #bind(host, port) {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      });
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        this.#servers.push(server);
        resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
      });
    });
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async #answer(request, response) {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const name = host === '127.0.0.1' ? 'localhost' : host.replace(/\.localhost$/, '');
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    this.requests.push({ site: name, path, headers: request.headers });
    const site = this.#sites[name];
    if (site === undefined) return this.#send(response, { status: 404, body: `No such site here: ${host}\n` });
    if (typeof site === 'string') return this.#file(site, path, response);
    const answer = site[path] ?? site['*'];
    if (answer === undefined) return this.#send(response, { status: 404, body: `No such page: ${path}\n` });
    if (typeof answer === 'function') return void (await answer(request, response));
    return this.#send(response, typeof answer === 'string' || Buffer.isBuffer(answer) ? { body: answer } : answer);
  }

  /** @param {import('node:http').ServerResponse} response @param {{ status?: number, headers?: Record<string, string>, body?: string | Buffer }} answer */
  #send(response, { status = 200, headers = {}, body = '' }) {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
    response.end(typeof body === 'string' ? this.local(body) : body);
  }

  /** @param {string} folder @param {string} path @param {import('node:http').ServerResponse} response */
  async #file(folder, path, response) {
    let file = join(folder, normalize(decodeURIComponent(path)));
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory()) {
      if (!path.endsWith('/')) return this.#send(response, { status: 301, headers: { location: `${path}/` } });
      file = join(file, 'index.html');
    }
    if (!(await stat(file).catch(() => null))) return this.#send(response, { status: 404, body: `No such page: ${path}\n` });
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (type.startsWith('text/html')) return this.#send(response, { body: await readFile(file, 'utf8') });
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    createReadStream(file).pipe(response);
  }

  /**
   * Our made-up sites have names that can never exist (`….example`, RFC 2606). Where they are served, their addresses are
   * those of this server.
   * @param {string} html
   */
  local(html) {
    return html.replace(/https:\/\/(?:www\.)?([a-z0-9-]+)\.example/g, (_, name) => `http://${name}.localhost:${this.port}`);
  }
}

/** @param {Record<string, Site>} sites @param {number} [port] 0 for any that is free */
export function serve(sites, port = 0) {
  return new Server(sites).listen(port);
}
