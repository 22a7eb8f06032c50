// The time spent in the room: from the door to the leaving of it.

import { Appel } from './appel.js';
import { connectButtons } from './commandes.js';
import { pause, post, read, Refused } from './courrier.js';
import { Ecrans } from './ecrans.js';
import { show } from './etats.js';
import { Flux } from './flux.js';
import { Moments } from './moments.js';
import { Signal } from './signal.js';
import { forget, remember } from './souvenir.js';

export class Sejour {
  #urls;
  #section;
  #pistes;
  #flux;
  #appel;
  #ecrans;
  #moments;
  #other = false;
  #left = false;
  #justOpened = false;
  #online = true;
  #end = null;

  /** What the page says now: one of the sentences of the room. */
  etat = null;

  constructor(salle, pistes, questions) {
    this.#urls = salle.dataset;
    this.#section = salle.querySelector('#visio');
    this.#pistes = pistes;
    this.#ecrans = new Ecrans(this.#section);
    this.#moments = new Moments(salle, this.#urls.fin);
    this.#flux = new Flux(this.#urls.flux, this.#events(questions), () => this.#opened());
    const signal = new Signal(this.#urls.signal, this.#urls.csrf, () => this.#flux.open());
    this.#appel = new Appel({
      polite: this.#urls.poli === 'true',
      signal,
      relais: () => this.#relais(),
      pistes,
      onchange: () => this.#refresh(),
    });
  }

  start() {
    this.#section.hidden = false;
    connectButtons(this.#section, this.#pistes);
    this.#pistes.addEventListener('change', () => this.#pistesChanged());
    addEventListener('offline', () => this.#connectivity(false));
    addEventListener('online', () => this.#connectivity(true));
    this.#pistesChanged();
    this.#refresh();
    this.#flux.open();
    this.#announce();
  }

  /** Lets go of the devices and of the other. `end`: the sentence that remains. */
  close(end = 'fin') {
    if (this.#end) return;
    this.#end = end;
    this.#flux.close();
    this.#appel.close();
    this.#pistes.close();
    this.#moments.over();
    this.#refresh();
  }

  framesDecoded() {
    return this.#appel.framesDecoded();
  }

  async #relais() {
    try {
      return await read(this.#urls.relais);
    } catch (problem) {
      // The network is gone, and the stream with it, even if it does not know yet: a new one will know when it is back.
      if (!(problem instanceof Refused)) this.#flux.open();
      throw problem;
    }
  }

  #events(questions) {
    return {
      presence: ({ autre }) => this.#presence(autre),
      signal: (message) => this.#appel.receive(message),
      question: (question) => questions.mark(question),
      fin: () => this.#finish('fin'),
      place: () => this.#finish('autre-onglet'),
      sortie: () => this.#finish('sortie'),
      exclusion: () => this.#appel.hangUp(),
    };
  }

  #finish(end) {
    forget();
    this.close(end);
    for (const button of this.#section.querySelectorAll('#micro, #camera')) button.disabled = true;
  }

  #opened() {
    this.#justOpened = true;
    this.#online = true;
  }

  #presence(here) {
    const first = this.#justOpened;
    this.#justOpened = false;
    this.#left = !here && (this.#left || this.#other);
    this.#other = here;
    this.#appel.presence(here, first);
    this.#refresh();
  }

  #connectivity(online) {
    if (this.#end) return;
    this.#online = online;
    // A stream that lived through the cut may be dead without knowing: a new one says who is here.
    if (online) this.#flux.open();
    this.#refresh();
  }

  #pistesChanged() {
    if (this.#end) return;
    this.#ecrans.showSelf(this.#pistes);
    remember(this.#pistes);
  }

  // One's arrival counts for punctuality: it is worth several tries.
  async #announce() {
    for (let wait = 1000; (await post(this.#urls.arrivee, this.#urls.csrf)) === false && !this.#end; wait *= 2) {
      await pause(Math.min(wait, 15_000));
    }
  }

  #refresh() {
    this.etat = this.#judge();
    this.#section.dataset.appel = this.etat;
    show(this.#section.querySelector('[aria-live]'), this.etat, 'impossible');
    const visible = ['ensemble', 'coupure'].includes(this.etat);
    this.#ecrans.showOther(visible ? this.#appel.stream : null);
    if (this.etat === 'ensemble') this.#moments.together();
  }

  #judge() {
    if (this.#end) return this.#end;
    if (!globalThis.RTCPeerConnection) return 'impossible';
    if (!this.#online) return 'coupure';
    if (this.#appel.connected) return 'ensemble';
    if (!this.#other) return this.#left ? 'parti' : 'attente';
    if (this.#appel.tries > 3) return 'impossible';
    return this.#appel.worked ? 'coupure' : 'connexion';
  }
}
