// What one browser tells the other through the server, in the order it was said.

import { pause, post } from './courrier.js';

const TRIES = 3;

export class Signal {
  #url;
  #csrf;
  #onfailure;
  #queue = [];
  #busy = false;

  /** `onfailure`: the server could not be reached, several times in a row. */
  constructor(url, csrf, onfailure) {
    this.#url = url;
    this.#csrf = csrf;
    this.#onfailure = onfailure;
  }

  send(message) {
    this.#queue.push(message);
    if (!this.#busy) this.#pump();
  }

  /** Forgets what was not sent yet: it spoke of a connection that is no more. */
  clear() {
    this.#queue = [];
  }

  // One request at a time: an offer that overtakes its candidates' order would be another conversation.
  async #pump() {
    this.#busy = true;
    while (this.#queue.length > 0) await this.#deliver(this.#queue.shift());
    this.#busy = false;
  }

  async #deliver(message) {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      // null: the other is away. They will say `pret` when they come; nothing of this will be of use then.
      if ((await post(this.#url, this.#csrf, message)) !== false) return;
      await pause(700);
    }
    this.clear();
    this.#onfailure();
  }
}
