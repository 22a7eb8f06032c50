// Keeps what is being written: after a quiet moment, and when the page is left. Writing is never held up.

import { postForm } from './courrier.js';
import { show } from './etats.js';

const QUIET = 2000; // ms without a key
const RETRY = 10_000; // ms
const PATIENCE = 15_000; // ms for one save
const LARGEST_LAST_WORD = 60_000; // bytes that a browser still carries once the page is closed

class Brouillon {
  #form;
  #timer;
  #dirty = false;
  #saving = null;

  constructor(form) {
    this.#form = form;
    form.addEventListener('input', () => this.#written());
    // What is being sent needs no draft any more; one saved after it would come back as a ghost.
    form.addEventListener('submit', () => this.#rest());
    addEventListener('pagehide', () => this.#lastWord());
    document.addEventListener('visibilitychange', () => document.hidden && this.#lastWord());
    addEventListener('online', () => this.#dirty && this.#save());
  }

  #written() {
    this.#dirty = true;
    this.#later(QUIET);
  }

  #rest() {
    this.#dirty = false;
    clearTimeout(this.#timer);
    this.#saving?.abort();
    this.#saving = null;
  }

  #later(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), delay);
  }

  // One at a time: an older text must not arrive after a newer one.
  async #save() {
    if (!this.#dirty) return;
    if (this.#saving) return this.#later(QUIET);
    const save = new AbortController();
    const late = setTimeout(() => save.abort(), PATIENCE);
    this.#saving = save;
    this.#dirty = false;
    const saved = await this.#send(save.signal);
    clearTimeout(late);
    if (this.#saving !== save) return;
    this.#saving = null;
    show(this.#form, saved ? 'enregistre' : 'non-enregistre');
    if (saved) return;
    this.#dirty = true;
    this.#later(RETRY);
  }

  // A telephone may close a hidden page without another word.
  #lastWord() {
    if (!this.#dirty) return;
    clearTimeout(this.#timer);
    if (this.#saving) this.#send();
    else this.#save();
  }

  async #send(signal) {
    const fields = new URLSearchParams(new FormData(this.#form));
    const keepalive = fields.toString().length < LARGEST_LAST_WORD;
    try {
      return (await postForm(this.#form.dataset.brouillon, fields, { keepalive, signal })).ok;
    } catch {
      return false;
    }
  }
}

for (const form of document.querySelectorAll('form[data-brouillon]')) new Brouillon(form);
