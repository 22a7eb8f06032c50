// The opening and the closing of a meeting: a word to greet each other, a word before parting.

const BEFORE_END = 5 * 60_000; // ms
const LONGEST_TIMER = 2 ** 31 - 1;

/** Shows `[data-moment="ouverture"]` once both are together, and "cloture" five minutes before `end`. */
export class Moments {
  #page;
  #end;
  #timer;
  #begun = false;

  constructor(page, end) {
    this.#page = page;
    this.#end = Date.parse(end ?? '');
  }

  together() {
    if (this.#begun) return;
    this.#begun = true;
    this.#show('ouverture');
    const wait = this.#end - BEFORE_END - Date.now();
    if (wait < LONGEST_TIMER) this.#timer = setTimeout(() => this.#show('cloture'), Math.max(0, wait));
  }

  over() {
    clearTimeout(this.#timer);
    this.#show(null);
  }

  #show(name) {
    for (const moment of this.#page.querySelectorAll('[data-moment]')) moment.hidden = moment.dataset.moment !== name;
  }
}
