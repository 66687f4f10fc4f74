// WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) over a WebSocket.

import { WebSocket } from 'ws';
import { within } from './wait.mjs';

export class Bidi {
  #socket;
  #next = 0;
  /** @type {Map<number, { method: string, resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** @type {Set<(method: string, params: any) => void>} */
  #listeners = new Set();

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data))));
    socket.on('close', () => {
      for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: the browser is gone`));
      this.#waiting.clear();
    });
  }

  /** @param {string} url */
  static async connect(url) {
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 512 * 1024 * 1024 });
    await within(new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject)), 'connecting to Firefox');
    return new Bidi(socket);
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  send(method, params = {}) {
    const id = ++this.#next;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { method, resolve, reject }));
    this.#socket.send(JSON.stringify({ id, method, params }));
    return within(answer, method, 60_000);
  }

  /** @param {(method: string, params: any) => void} listener */
  listen(listener) {
    this.#listeners.add(listener);
  }

  close() {
    this.#socket.terminate();
  }

  /** @param {any} message */
  #receive(message) {
    if (message.type === 'event') {
      for (const listener of this.#listeners) listener(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'success') waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${waiting.method}: ${message.error}: ${message.message}`));
  }
}
