// The prepared questions: ticked by either, seen by both. Without this module each tick is an ordinary form.

import { postForm } from './courrier.js';
import { show } from './etats.js';

export class Questions {
  #section;

  constructor(section) {
    this.#section = section;
    for (const form of this.#forms()) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#send(form, event.submitter);
      });
    }
  }

  /** `{ rang, posee }`: what the server says of one question. */
  mark({ rang, posee }) {
    for (const form of this.#forms(`="${CSS.escape(rang)}"`)) mark(form, posee);
  }

  async #send(form, submitter) {
    if (form.dataset.envoi) return;
    form.dataset.envoi = 'oui';
    try {
      const response = await postForm(form.action, new FormData(form, submitter), {
        signal: AbortSignal.timeout(8000),
      });
      if (!response.ok) throw new Error(String(response.status));
      show(this.#section);
      await this.#read(response);
      renew(form);
    } catch {
      // The same key goes with the next try: a tick that did arrive is not done twice.
      show(this.#section, 'non-enregistre');
    } finally {
      delete form.dataset.envoi;
    }
  }

  // The live stream says it to both; the answer says it too, where the stream is not open yet.
  async #read(response) {
    const said = await response.json().catch(() => null);
    if (typeof said?.posee === 'boolean') this.mark(said);
  }

  #forms(value = '') {
    return this.#section?.querySelectorAll(`form[data-question${value}]`) ?? [];
  }
}

function mark(form, posee) {
  form.querySelector('[aria-pressed]')?.setAttribute('aria-pressed', String(posee));
  // The next press asks for the contrary.
  const field = form.elements.namedItem('posee');
  if (field) field.value = String(!posee);
}

// A form's key is good for one act: unticking is another.
function renew(form) {
  const key = form.elements.namedItem('_geste');
  if (key) key.value = crypto.randomUUID();
}
