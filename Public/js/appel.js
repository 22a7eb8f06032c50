// The call: as many connections in a row as it takes. Only the side that is not polite begins one; the other asks
// for it by saying `pret`. After a cut: a new path (3 s), then a new connection, then again, ever more slowly.

import { Liaison } from './liaison.js';

const LEAD = 1500; // ms that the polite side leaves the other to act first

export class Appel {
  #polite;
  #signal;
  #relais;
  #pistes;
  #onchange;
  #liaison = null;
  #presence = false;
  #closed = false;
  #timer;
  #next = Promise.resolve();

  /** Connections begun in a row without success, by either. */
  tries = 0;
  /** Whether they were together since the other came: what follows is a cut, not a beginning. */
  worked = false;

  /** `relais`: reads the relays, or throws. `onchange`: what the properties say may have changed. */
  constructor({ polite, signal, relais, pistes, onchange }) {
    this.#polite = polite;
    this.#signal = signal;
    this.#relais = relais;
    this.#pistes = pistes;
    this.#onchange = onchange;
    pistes.addEventListener('change', () => this.#then(() => this.#liaison?.place()));
  }

  get connected() {
    return this.#liaison?.state === 'connected';
  }

  /** The other's sound and picture, or null. */
  get stream() {
    return this.#liaison?.stream ?? null;
  }

  framesDecoded() {
    return this.#liaison?.framesDecoded() ?? Promise.resolve(0);
  }

  /** The other is here, or not. `first`: said by a stream that has just opened, and may have missed things. */
  presence(here, first) {
    if (here && !this.#presence) this.tries = 0;
    if (!here) this.worked = this.connected;
    this.#presence = here;
    if (here && first && !this.#liaison) this.#signal.send({ pret: true });
    if (here) this.#liaison?.repeat();
    this.#watch(here && first && this.#liaison ? 300 : undefined);
    this.#onchange();
  }

  /** The other was shown out: their browser may not want to let go, ours does. */
  hangUp() {
    this.#liaison?.close();
    this.#liaison = null;
    this.worked = false;
    this.presence(false, false);
  }

  receive(message) {
    this.#then(async () => {
      if (message.pret) return this.#again();
      if (message.appel !== this.#liaison?.id) await this.#join(message);
      if (message.appel === this.#liaison?.id) await this.#liaison?.receive(message);
    });
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#signal.clear();
    this.#liaison?.close();
    this.#liaison = null;
  }

  // One thing at a time, in the order it came. What fails here is looked at again in a moment.
  #then(act) {
    this.#next = this.#next.then(() => (this.#closed ? undefined : act())).catch(() => this.#watch(2000));
  }

  async #again() {
    if (this.#polite) return this.#signal.send({ pret: true });
    await this.#begin(Math.random().toString(36).slice(2));
  }

  // The message speaks of another connection than ours. The polite side follows; the other says its own again.
  async #join({ appel, description }) {
    if (!description) return;
    if (!this.#polite) this.#liaison?.repeat();
    else if (description.type === 'offer') await this.#begin(appel);
  }

  async #begin(id) {
    // Never without the relays' word: for a minor it says that no address may be shown to the other.
    const configuration = await this.#relais();
    if (this.#closed) return;
    this.tries += 1;
    this.#liaison?.close();
    this.#signal.clear();
    this.#liaison = new Liaison(id, configuration, {
      polite: this.#polite,
      send: (message) => this.#signal.send(message),
      pistes: this.#pistes,
      onstate: () => this.#stateChanged(),
      ontrack: this.#onchange,
    });
    this.#stateChanged();
  }

  #stateChanged() {
    if (this.connected) {
      this.tries = 0;
      this.worked = true;
    }
    this.#watch();
    this.#onchange();
  }

  #watch(delay = this.#patience) {
    clearTimeout(this.#timer);
    if (this.#closed || !this.#presence || this.connected) return;
    const wait = delay + (this.#polite ? LEAD : 0);
    this.#timer = setTimeout(() => this.#then(() => this.#revive()), wait);
  }

  get #patience() {
    const liaison = this.#liaison;
    if (!liaison || ['failed', 'closed'].includes(liaison.state)) return 1500;
    if (liaison.state === 'disconnected' && !liaison.restarted) return 3000;
    return Math.min(30_000, 5000 + 5000 * this.tries);
  }

  async #revive() {
    if (this.connected || !this.#presence) return;
    const liaison = this.#liaison;
    const repairable = liaison?.worked && !liaison.restarted && liaison.state !== 'closed';
    if (repairable) liaison.restart(await this.#relais());
    else await this.#again();
    this.#watch();
    this.#onchange();
  }
}
