// What the page scripts share: the way to the background, and to those of them that are not in the page yet.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

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

  /** What was brought, by the message that asks for it. @type {Map<string, Promise<import('../types/protocol').Put>>} */
  const coming = new Map();
  /** Brings a part of us that is not needed from the beginning, once. @param {'dress' | 'drawn' | 'more' | 'changes'} type */
  function bring(type) {
    let put = coming.get(type);
    if (!put) {
      put = fh.send({ type }).then(answer => {
        if ('css' in answer) return answer;
        coming.delete(type);
        return { css: '' };
      });
      coming.set(type, put);
    }
    return put;
  }
  fh.dress = () => bring('dress');
  fh.hasDress = () => coming.has('dress');
  fh.gotDress = put => { coming.set('dress', Promise.resolve(put)); };
  fh.drawn = () => bring('drawn');
  fh.more = () => bring('more');
  fh.hasMore = () => 'findings' in fh;

  // Until a part is there, whoever calls what `acts` brings it and gets that done then; `nothing` is what else it can be asked until then.
  // The playground has all of them from the beginning.
  /** @param {'surfaces' | 'card' | 'panel' | 'notice' | 'reader' | 'changes'} name @param {'more' | 'changes'} type @param {string[]} acts @param {object} [nothing] */
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
  const none = () => {};
  const closed = { shown: null, holdsFocus: false, element: null, close: none, focus: none, place: none, here: none };
  absent('surfaces', 'more', ['settle', 'unfold', 'key'], { state: { name: 'none' }, reset: () => fh.pill.reset() });
  absent('card', 'more', ['show'], closed);
  absent('panel', 'more', ['show'], { ...closed, box: () => null, focusItem: () => false });
  absent('notice', 'more', ['show'], closed);
  absent('reader', 'more', ['shortcut', 'step', 'compare', 'restore', 'markOpinion']);
  absent('changes', 'changes', ['refresh', 'again', 'moved', 'scrolled']);

  // A form's fields are properties of the form, before those that every element has: where one is called `parentElement`, a climb by that
  // name would go in a circle. The prototype's own getters cannot be covered; they cost more, so only forms are asked by them.
  /** @param {() => { prototype: object }} of @param {string} name @returns {(node: Node) => any} */
  const getter = (of, name) => {
    /** @type {(() => any) | undefined} */
    let get;
    return node => (get ??= Object.getOwnPropertyDescriptor(of().prototype, name)?.get)?.call(node);
  };
  const form = { name: getter(() => Element, 'localName'), first: getter(() => Node, 'firstChild'), next: getter(() => Node, 'nextSibling'), parent: getter(() => Node, 'parentElement') };
  /** @param {Node} node */
  const isForm = node => {
    const name = /** @type {Element} */ (node).localName;
    return name === 'form' || typeof name === 'object';
  };
  fh.node = {
    name: node => (isForm(node) ? form.name(node) : /** @type {Element} */ (node).localName),
    first: node => (isForm(node) ? form.first(node) : node.firstChild),
    next: node => (isForm(node) ? form.next(node) : node.nextSibling),
    parent: node => (isForm(node) ? form.parent(node) : node.parentElement),
  };

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
