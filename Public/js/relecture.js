// Reads again while one writes: what names somebody is shown under the fields, with its ways out, before anything is
// sent. The server reads in memory, and keeps the text once nothing in it names anybody; without this module the same
// reading comes after sending.

import { postForm } from './courrier.js';
import { show } from './etats.js';

const QUIET = 900; // ms without a key
const PATIENCE = 8000; // ms for one reading

class Relecture {
  #form;
  #region;
  #timer;
  #reading = null;
  #found = [];
  #html = '';

  constructor(form) {
    this.#form = form;
    this.#region = form.querySelector('[data-relu]');
    form.addEventListener('input', () => this.#later());
    form.addEventListener('submit', () => this.#rest());
    this.#region.addEventListener('click', (event) => this.#settle(event));
    for (const name of ['paste', 'drop']) form.addEventListener(name, (event) => this.#keepFilesOut(event));
  }

  #later() {
    // What was said of the text before is no longer true.
    show(this.#form, '');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), QUIET);
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#reading?.abort();
  }

  // Only the last text matters: an older answer must not speak over a newer one.
  async #read() {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const late = setTimeout(() => reading.abort(), PATIENCE);
    try {
      const response = await postForm(this.#form.dataset.relecture, new URLSearchParams(new FormData(this.#form)), {
        signal: reading.signal,
      });
      if (!response.ok) return;
      const { trouvailles, html, garde } = await response.json();
      if (this.#reading !== reading) return;
      this.#found = trouvailles;
      show(this.#form, garde ? 'garde' : trouvailles.length ? 'retenu' : '');
      // HTML of our own server, escaped there. The same words are not said twice to those who listen.
      if (html !== this.#html) this.#region.innerHTML = this.#html = html;
    } catch {
      // Not read now: it is read when it is sent.
    } finally {
      clearTimeout(late);
    }
  }

  #settle(event) {
    const button = event.target.closest('button');
    const found = this.#found[button?.dataset.remplacer ?? button?.dataset.nier];
    if (!found) return;
    if (button.dataset.nier !== undefined) this.#deny(found);
    else this.#replace(found);
    this.#read();
  }

  #replace({ partie, avant, proposition }) {
    const field = this.#form.elements.namedItem(partie);
    const start = field.value.indexOf(avant);
    if (start < 0) return;
    field.setRangeText(proposition, start, start + avant.length, 'end');
    field.focus();
  }

  #deny({ partie, mots }) {
    this.#form.elements.namedItem(partie).focus();
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'nie', value: mots });
    this.#form.append(field);
  }

  #keepFilesOut(event) {
    const files = (event.clipboardData ?? event.dataTransfer)?.files;
    if (!files?.length) return;
    event.preventDefault();
    this.#form.querySelector('[data-sans-image]').hidden = false;
  }
}

for (const form of document.querySelectorAll('form[data-relecture]')) new Relecture(form);
